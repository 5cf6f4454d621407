"""What each column of a budget is, told by its arithmetic first and a few words second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dak_excel.sheets.columns.calendar import months_of_payments, quarters_of_payments
from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.layout.headers import Header, HeaderColumn
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.readings.codes import is_code, is_code_like
from dak_excel.sheets.readings.plane import Plane, is_amount
from dak_excel.sheets.readings.relations import Product, Sum, balance, products, running_sums, sums
from dak_excel.sheets.readings.rest import PAID, paid_by_rest
from dak_excel.sheets.readings.thresholds import MONEY, REACH
from dak_excel.sheets.readings.words import Told, all_told
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import Vocabulary

SURE = 0.9
"""Certainty of a column that arithmetic or a plain word tells."""


@dataclass(slots=True)
class Understood:
    """The columns of one table, the kind that they speak for, and what the arithmetic says."""

    kind: Kind
    matched: Matched
    firm: bool = False
    """Whether arithmetic alone shows that rows of money are added or multiplied here."""
    products: list[Product] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)
    balance: bool = False
    register: bool = False
    """Each row is a payment."""
    told: list[Told] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


class _Columns:
    """One table's columns on the way to being understood; columns by their place in the header."""

    def __init__(self, view: View, header: Header, rows: Sequence[int], kosakata: Vocabulary) -> None:
        self.header = header
        self.kosakata = kosakata
        self.columns = list(header.columns)
        self.told = all_told(self.columns, kosakata)
        self.plane = Plane(view, self.columns, rows[:REACH])
        self.codes = self._codes()
        self.numeric = [at for at in range(len(self.columns)) if self._numeric(at)]
        self.matched = Matched()

    def _codes(self) -> list[int]:
        """Columns that hold codes: texts of several dotted parts, or under the word."""
        found = []
        for at, cells in enumerate(self.plane.cells):
            texts = [str(v) for v in cells if v is not None]
            coded = sum(
                1 for v in cells if isinstance(v, str) and "." in v and is_code(v) and not is_amount(v)
            )
            named = self.told[at].is_("kode") and not self.told[at].is_("uraian", "jumlah", "pagu")
            few = sum(is_code(text) or is_code_like(text) for text in texts)
            if texts and (coded * 2 >= len(texts) > 0 or (named and few * 2 >= len(texts))):
                found.append(at)
        return found

    def _numeric(self, at: int) -> bool:
        told, plane = self.told[at], self.plane
        if at in self.codes or told.is_("tanggal", "nomor", "bukti") or plane.counts[at] == 0:
            return False
        if plane.texts[at] > plane.counts[at] + 1:
            return False
        return not (told.text == "" and self._counts_up(at))

    def _counts_up(self, at: int) -> bool:
        """Whether a column only numbers its rows."""
        numbers = [n for n in self.plane.numbers[at] if n is not None]
        return len(numbers) > 1 and max(numbers) <= 100 * (len(self.plane.rows) + 1)

    def put(self, name: str, at: int, certainty: float = SURE) -> None:
        """Takes a column for a field."""
        column = self.columns[at]
        self.matched.columns[name] = column
        self.matched.names[column.column] = name
        self.matched.certainty[column.column] = certainty

    def put_all(self, name: str, places: Sequence[int]) -> None:
        """Takes several columns for a field."""
        for at in reversed(places):
            self.put(name, at)
        self.matched.more[name] = [self.columns[at] for at in places]

    def spare(self, at: int) -> None:
        """Leaves a column that is understood and not needed."""
        column = self.columns[at]
        if column.column not in self.matched.names:
            self.matched.spare.add(column.column)
            self.matched.certainty[column.column] = 1.0

    def text_columns(self) -> None:
        """Places nomor, kode, uraian and keterangan."""
        uraian = self._uraian()
        if uraian is not None:
            self.put("uraian", uraian)
        codes = [at for at in self.codes if uraian is None or at < uraian or self.told[at].is_("kode")]
        beside = [at for at in codes if uraian is None or at < uraian] or codes
        if beside:
            first = last = beside[-1]
            while first - 1 in beside and not self.columns[first].parts:
                first -= 1
            wide = self.columns[first]
            self.matched.columns["kode"] = HeaderColumn(wide.column, self.columns[last].last, wide.parts)
            for at in range(first, last + 1):
                self.matched.names[self.columns[at].column] = "kode"
                self.matched.certainty[self.columns[at].column] = SURE
        for at, told in enumerate(self.told):
            if told.is_("nomor") and "nomor" not in self.matched.columns and at not in self.codes:
                self.put("nomor", at)
            elif told.text in ("keterangan", "catatan") and "keterangan" not in self.matched.columns:
                if at != uraian:
                    self.put("keterangan", at)
            elif told.text.startswith("spesifikasi") and "spesifikasi" not in self.matched.columns:
                if self.columns[at].column not in self.matched.names:
                    self.put("spesifikasi", at)
            elif told.text == "sumber dana":
                self.put("sumber_dana", at)

    def _uraian(self) -> int | None:
        """The column of the texts: by its words, its place, how much it is filled and says."""
        best: tuple[float, int] | None = None
        amounts = [at for at in self.numeric if self.plane.greatest(at) >= 100 * MONEY]
        first_amount = min(amounts, default=len(self.columns))
        size = max(1, len(self.plane.rows))
        for at, told in enumerate(self.told):
            texts = [v for v in self.plane.cells[at] if isinstance(v, str) and any(c.isalpha() for c in v)]
            if not texts or at in self.codes or at in self.numeric:
                continue
            if told.is_("satuan", "bukti", "tanggal", "nomor", "volume"):
                continue
            score = 2 * min(1.0, len(texts) / size) + min(2.0, sum(map(len, texts)) / len(texts) / 15)
            score += (
                2.5 * told.is_("uraian") + (told.leaf.startswith(("uraian", "nama"))) + (at < first_amount)
            )
            score += len(set(texts)) / len(texts)
            if told.text.startswith(
                (
                    "keterangan",
                    "catatan",
                    "penjelasan",
                    "spesifikasi",
                    "sumber",
                    "lokasi",
                    "penerima",
                    "rekanan",
                )
            ):
                score -= 4
            if best is None or score > best[0] + 0.01:
                best = score, at
        return best[1] if best and best[0] > -2.5 else None


def understand(
    view: View, header: Header, rows: Sequence[int], kosakata: Vocabulary, sample: Sample, months: str
) -> Understood | None:
    """The columns of a table read as a budget or as a realisation; None where no column holds money.

    `months` is what columns that only name a month hold (`match`).
    """
    work = _Columns(view, header, rows, kosakata)
    money = [at for at in work.numeric if work.plane.greatest(at) >= 100 * MONEY or _scaled(work.told[at])]
    if not money or "#" in "".join(t.text for t in work.told[:0]):
        return None
    no_factors = [
        at for at, told in enumerate(work.told) if told.own & NO_FACTOR or told.version == "selisih"
    ]
    no_factors += [
        at for at, told in enumerate(work.told) if told.is_("harga_satuan") and at not in no_factors
    ]
    prices = [at for at, told in enumerate(work.told) if told.is_("harga") and not told.is_("jumlah")]
    no_factors += [at for at in prices if at not in no_factors]
    blocks = {at: told.version or told.stage for at, told in enumerate(work.told)}
    no_prices = [at for at, told in enumerate(work.told) if told.is_("volume") and not told.is_("harga")]
    found_products = [
        p
        for p in products(work.plane, work.numeric, no_factors, no_prices, prices, blocks)
        if not _no_amount(work.told[p.amount])
    ]
    found_sums = sums(work.plane, money)
    work.text_columns()
    held = [at for at in money if work.told[at].version != "selisih"]
    running = balance(work.plane, held) if any(t.is_("terima", "sisa") for t in work.told) else None
    running = running if running and _books(work, *running) else None
    if running is None:
        _leave_running(work, money)
        money = [at for at in money if at in work.numeric]
    kind = _kind(work, found_products, running is not None, header, months, kosakata, sample)
    if kind is Kind.RAB:
        done = _as_rab(work, found_products, found_sums)
    else:
        done = _as_realisasi(work, money, found_products, found_sums, running, header, months, sample)
    if not done:
        return None
    lines = sum(1 for at, n in enumerate(work.plane.numbers[money[0]]) if n)
    firm = bool(found_products and found_products[0].rows * 2 >= lines * PRODUCT_LINES)
    firm = firm or bool(found_sums) or running is not None
    return Understood(
        kind, work.matched, firm, found_products, found_sums, running is not None, _register(work), work.told
    )


def _leave_running(work: _Columns, money: Sequence[int]) -> None:
    """Sums so far beside the payments are no payments."""
    for at in running_sums(work.plane, money):
        work.numeric.remove(at)
        work.spare(at)


def _books(work: _Columns, income: int, paid: int, saldo: int) -> bool:
    """Whether the words allow a running balance: equal parts of a year make one by chance."""
    told = work.told
    return not (told[income].is_("realisasi") or told[paid].is_("pagu", "terima")) and (
        not told[saldo].is_("realisasi", "pagu", "terima")
    )


NO_FACTOR = frozenset({"persen", "pagu", "sisa", "realisasi", "terima", "tanggal", "nomor", "kode"})
"""Roles of columns that are never a volume."""
PRODUCT_LINES = 0.8
"""Half of the lines must be products, headings and totals among the rows allowed for."""


def _scaled(told: Told) -> bool:
    return any(word in told.text for word in ("ribu", "juta", "rp.000", "000"))


def _no_amount(told: Told) -> bool:
    return (
        told.is_("persen", "volume", "fisik")
        or told.version == "selisih"
        or (told.is_("harga_satuan") and not told.is_("jumlah"))
    )


def _kind(
    work: _Columns,
    found: Sequence[Product],
    running: bool,
    header: Header,
    months: str,
    kosakata: Vocabulary,
    sample: Sample,
) -> Kind:
    """Realisasi where a column of money says what was paid, or months are planned; else a budget."""
    if running or _register(work):
        return Kind.REALISASI
    paid = [
        at
        for at, told in enumerate(work.told)
        if told.is_("realisasi")
        and not told.is_("persen", "fisik", "harga_satuan")
        and (at in work.numeric or work.plane.counts[at] == 0)
    ]
    if not found and paid_by_rest(work.plane.view, work.plane.rows, work.columns, _by_column(work)):
        return Kind.REALISASI
    stages = {work.told[p.amount].stage for p in found}
    if paid and not (found and stages <= {"", "rencana"} and all(work.plane.counts[at] == 0 for at in paid)):
        return Kind.REALISASI
    trial = Matched()
    words = kosakata.jenis[Kind.REALISASI]
    months_of_payments(header, words, kosakata, months or "rencana", trial, sample)
    several = any(len(columns) >= 3 for columns in trial.more.values()) or "rak" in months
    return Kind.REALISASI if several and not found else Kind.RAB


def _register(work: _Columns) -> bool:
    """Whether each row is a payment: it has a day, and the number of a document that pays."""
    days = any(told.is_("tanggal") for told in work.told)
    return days and any(_PAYS.search(told.text) for told in work.told)


_PAYS = re.compile(r"\b(?:sp2d|spm|spj|kuitansi|kwitansi|bukti kas|bukti|bku)\b")


def _as_rab(work: _Columns, found: Sequence[Product], added: Sequence[Sum]) -> bool:
    product = _counted(work, found, added)
    amount = product.amount if product else _plain_amount(work)
    if amount is None:
        return False
    if product:
        _price_and_volume(work, product)
        _tax(work, product, added)
        amount = _whole(work, product, found, added)
    work.put("jumlah", amount)
    _rest(work)
    return True


def _counted(work: _Columns, found: Sequence[Product], added: Sequence[Sum]) -> Product | None:
    """The product whose amount counts: after a change, not before; of two unnamed ones the later."""
    if not found:
        return None
    most = max(p.telling for p in found)
    strong = [p for p in found if p.telling * 2 >= most]
    versions = {p.amount: work.told[p.amount].version for p in strong}
    if len(strong) > 1:
        newer = [p for p in strong if versions[p.amount] == "baru"] or [
            p for p in strong if versions[p.amount] != "lama"
        ]
        strong = newer or strong
    planned = [p for p in strong if work.told[p.amount].stage != "realisasi"]
    strong = planned or strong
    apart = [p for p in strong if not _of_one(p, strong[0])]
    if apart and not any(s.total not in {p.amount for p in strong} for s in added if len(s.parts) == 2):
        return max(strong, key=lambda p: p.amount)
    return max(strong, key=lambda p: (p.telling, _amount_words(work.told[p.amount]), p.amount))


def _of_one(a: Product, b: Product) -> bool:
    """Whether two products share a price or a factor."""
    return bool(set(a.prices) & set(b.prices) or set(a.factors) & set(b.factors)) or a is b


def _amount_words(told: Told) -> int:
    return told.is_("jumlah", "pagu") + (told.version == "baru")


def _whole(work: _Columns, product: Product, found: Sequence[Product], added: Sequence[Sum]) -> int:
    """The amount of a line: what material and wage make together, or with its tax, where a column has it."""
    amounts = {p.amount for p in found}
    for one in added:
        if product.amount in one.parts and one.total not in one.parts and one.total > max(one.parts):
            others = [at for at in one.parts if at != product.amount]
            taxed = all(work.told[at].is_("ppn") for at in others)
            shared = all(at in amounts for at in others)
            if work.told[one.total].version == "selisih" or not (taxed or shared):
                continue
            if shared and not taxed:
                for name in ("harga",):
                    if column := work.matched.columns.pop(name, None):
                        work.matched.names.pop(column.column, None)
                        work.matched.spare.add(column.column)
            return one.total
    return product.amount


def _price_and_volume(work: _Columns, product: Product) -> None:
    if len(product.prices) == 1:
        work.put("harga", product.prices[0])
    factors = sorted(product.factors)
    units = [
        at
        for at, told in enumerate(work.told)
        if told.is_("satuan") and at not in work.numeric and at not in factors
    ]
    if len(factors) == 1:
        at = factors[0]
        texts = any(isinstance(v, str) and any(c.isalpha() for c in v) for v in work.plane.cells[at])
        work.put("koefisien" if texts else "volume", at)
        if units:
            work.put("satuan", min(units, key=lambda unit: (abs(unit - at), unit < at)))
        return
    work.put_all("faktor", factors)
    between = [at for at in units if at > factors[0]]
    if between:
        work.matched.more["faktor_satuan"] = [work.columns[at] for at in between]
        for at in between:
            work.spare(at)
    elif units:
        work.put("satuan", units[0])


def _tax(work: _Columns, product: Product, added: Sequence[Sum]) -> None:
    for at, told in enumerate(work.told):
        if told.is_("ppn") and at in work.numeric and work.columns[at].column not in work.matched.names:
            work.put("ppn", at)
            return


def _plain_amount(work: _Columns) -> int | None:
    """The column of the amounts where no product tells: by its words; after a change, not before."""
    options = [
        at
        for at in work.numeric
        if not work.told[at].is_("persen", "fisik", "volume", "sisa", "harga_satuan", "ppn")
        and work.told[at].version != "selisih"
        and work.plane.greatest(at) >= MONEY
        and (work.plane.greatest(at) >= 100 * MONEY or _scaled(work.told[at]))
    ]
    if not options:
        return None
    return max(
        options,
        key=lambda at: (
            work.told[at].version == "baru",
            work.told[at].version != "lama",
            work.told[at].is_("jumlah", "pagu"),
            work.plane.counts[at] * 2 >= max(work.plane.counts[o] for o in options),
            -at,
        ),
    )


def _rest(work: _Columns) -> None:
    """Columns of numbers that are understood enough not to be asked after."""
    for at in work.numeric:
        if work.columns[at].column not in work.matched.names:
            work.spare(at)


def _as_realisasi(
    work: _Columns,
    money: Sequence[int],
    found: Sequence[Product],
    added: Sequence[Sum],
    running: tuple[int, int, int] | None,
    header: Header,
    months: str,
    sample: Sample,
) -> bool:
    if running:
        income, paid, saldo = running
        work.put("realisasi", paid)
        work.put("sisa", saldo)
        work.spare(income)
        work.matched.more["penerimaan"] = [work.columns[income]]
        _dates(work)
        return True
    taken = months_of_payments(
        header, work.kosakata.jenis[Kind.REALISASI], work.kosakata, months, work.matched, sample
    )
    taken |= quarters_of_payments(header, work.kosakata, months, work.matched, sample)
    free = [
        at
        for at in range(len(work.columns))
        if work.columns[at].column not in taken
        and work.columns[at].column not in work.matched.spare
        and (at in work.numeric or (work.plane.counts[at] == 0 and not work.plane.texts[at]))
    ]
    _percents(work, free)
    _paid(work, free, added)
    if _register(work) and not {"realisasi", "sd_bulan_ini", "bulan_ini"} & work.matched.columns.keys():
        amount = _plain_amount(work)
        if amount is not None:
            work.put("realisasi", amount)
    _gross(work, added)
    _budgeted(work, free, found, added)
    _by_rest(work)
    _dates(work)
    _rest(work)
    return bool(
        {"pagu", "realisasi", "bulan_ini", "sd_bulan_ini", "realisasi_bulan", "rencana_bulan"}
        & work.matched.columns.keys()
    )


def _gross(work: _Columns, added: Sequence[Sum]) -> None:
    """What was paid with the taxes that were kept back of it, where their columns tell them."""
    paid = work.matched.columns.get("realisasi")
    if paid is None:
        return
    for one in added:
        others = [at for at in one.parts if work.columns[at].column != paid.column]
        if len(others) < len(one.parts) and others and all(work.told[at].is_("ppn") for at in others):
            work.matched.names.pop(paid.column, None)
            work.put("realisasi", one.total)
            return


def _by_column(work: _Columns) -> dict[int, Told]:
    return {c.column: t for c, t in zip(work.columns, work.told, strict=True)}


_ALL = re.compile(r"\b(?:jumlah|total)\b")


def _by_rest(work: _Columns) -> None:
    """Where what is left tells which column is all that was paid, that column is taken for it."""
    by_column = _by_column(work)
    whole = paid_by_rest(work.plane.view, work.plane.rows, work.columns, by_column)
    have = work.matched.columns
    name = next((n for n in PAID if n in have), "realisasi")
    if not whole:
        return
    best = max(whole, key=lambda c: (bool(_ALL.search(by_column[c].leaf)), by_column[c].period == "sd", c))
    right = name in have and len(work.matched.more.get(name, ())) < 2 and have[name].column == best
    if right and all(have[other].column in whole for other in PAID if other in have):
        return
    for other in PAID:
        for column in (have.pop(other, None), *work.matched.more.pop(other, ())):
            if column is not None:
                work.matched.names.pop(column.column, None)
                work.matched.spare.add(column.column)
    taken = next(c for c in work.columns if c.column == best)
    for other in [n for n, c in have.items() if c.column == taken.column]:
        del have[other]
    work.matched.spare.discard(taken.column)
    work.put(name, work.columns.index(taken))


def _dates(work: _Columns) -> None:
    for at, told in enumerate(work.told):
        if told.is_("tanggal") and work.columns[at].column not in work.matched.names:
            work.put("tanggal", at)
            return


def _percents(work: _Columns, free: Sequence[int]) -> None:
    """Percentages and physical progress: that to date, else that without a period."""
    rank = {"sd": 2, "": 1}
    for name, role in (("fisik", "fisik"), ("persen", "persen")):
        options = [
            at
            for at in free
            if work.told[at].is_(role)
            and (name == "fisik" or not work.told[at].is_("fisik"))
            and (name == "fisik" or "bobot" not in work.told[at].text)
            and not (name == "fisik" and "keuangan" in work.told[at].leaf)
            and work.plane.greatest(at) <= 100 * 1000
            and work.columns[at].column not in work.matched.names
        ]
        if options:
            at = max(
                options, key=lambda o: (rank.get(work.told[o].period, 0), not work.told[o].is_("target"), -o)
            )
            if rank.get(work.told[at].period, 0):
                work.put(name, at)


def _amounts(work: _Columns, free: Sequence[int], *roles: str) -> list[int]:
    return [
        at
        for at in free
        if work.told[at].is_(*roles)
        and not work.told[at].is_("persen", "harga_satuan", "netto", "tanggal", "bukti", "nomor")
        and not (work.told[at].is_("fisik") and "keuangan" not in work.told[at].leaf)
        and work.told[at].version != "selisih"
        and work.columns[at].column not in work.matched.names
    ]


def _paid(work: _Columns, free: Sequence[int], added: Sequence[Sum]) -> None:
    """What was paid: to date, in the month, up to last month."""
    options = [at for at in _amounts(work, free, "realisasi") if not work.told[at].is_("sisa", "volume")]
    by_period: dict[str, list[int]] = {}
    for at in options:
        by_period.setdefault(work.told[at].period, []).append(at)
    for one in added:  # lalu + ini = to date, whatever it is called
        kinds = [work.told[at].period for at in one.parts]
        if sorted(kinds) == ["ini", "lalu"] and work.told[one.total].period == "" and one.total in options:
            by_period[""].remove(one.total)
            by_period.setdefault("sd", []).append(one.total)
    names = {"lalu": "sd_bulan_lalu", "ini": "bulan_ini", "sd": "sd_bulan_ini", "": "realisasi"}
    for period, places in by_period.items():
        if not places:
            continue
        chosen = _one_or_sum(work, places, added)
        name = names[period]
        if len(chosen) > 1:
            work.put_all(name, chosen)
        elif name not in work.matched.columns:
            work.put(name, chosen[0])


def _one_or_sum(work: _Columns, places: Sequence[int], added: Sequence[Sum]) -> list[int]:
    """Of several columns of one meaning: that which is the sum of others, else all under their own groups."""
    if len(places) == 1:
        return list(places)
    newer = [at for at in places if work.told[at].version == "baru"]
    places = newer or [at for at in places if work.told[at].version != "lama"] or list(places)
    for one in added:
        if one.total in places and set(one.parts) & set(places):
            return [one.total]
    leaves = {work.told[at].leaf for at in places}
    groups = {work.told[at].text for at in places}
    if len(places) > 1 and len(leaves) == 1 and len(groups) == len(places):
        whole = [
            at for at in places if "jumlah" in work.told[at].text.split() or "total" in work.told[at].text
        ]
        return whole[:1] or list(places)
    filled = [at for at in places if work.plane.counts[at]]
    return [max(filled or places, key=lambda at: (work.plane.counts[at], -at))]


def _budgeted(work: _Columns, free: Sequence[int], found: Sequence[Product], added: Sequence[Sum]) -> None:
    """What was budgeted and what is left of it."""
    left = [at for at in _amounts(work, free, "sisa") if at in work.numeric]
    if left:
        work.put("sisa", left[-1])
    options = [
        at
        for at in _amounts(work, free, "pagu", "jumlah")
        if not work.told[at].is_("realisasi", "sisa", "volume", "ppn")
        and work.told[at].period == ""
        and work.plane.greatest(at) >= 100 * MONEY
        and at in work.numeric
    ]
    product = max(
        (p for p in found if work.told[p.amount].stage != "realisasi" and p.amount in options),
        key=lambda p: p.telling,
        default=None,
    )
    if product:
        options = [product.amount]
    named = [at for at in options if work.told[at].is_("pagu")]
    newer = [at for at in named or options if work.told[at].version == "baru"]
    chosen = newer or [at for at in named or options if work.told[at].version != "lama"] or named or options
    if not chosen:
        return
    chosen = _one_or_sum(work, chosen, added) if len(chosen) > 1 else chosen
    if len(chosen) > 1:
        work.put_all("pagu", chosen)
    else:
        work.put("pagu", chosen[0])
