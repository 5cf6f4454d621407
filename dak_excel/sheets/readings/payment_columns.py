"""The columns of an account of spending: what was paid, to date or in the month, of which pagu."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dak_excel.sheets.columns.calendar import months_of_payments, quarters_of_payments
from dak_excel.sheets.columns.revisions import AFTER, BEFORE
from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.layout.headers import Header
from dak_excel.sheets.readings.relations import Product, Sum
from dak_excel.sheets.readings.rest import PAID, paid_by_rest, planned_by_rest
from dak_excel.sheets.readings.table_columns import Columns, plain_amount, understood_rest
from dak_excel.sheets.readings.thresholds import LEAST_RELATED, MONEY
from dak_excel.sheets.readings.words import Told, is_planned_money
from dak_excel.sheets.tabel import Kind


def is_register(work: Columns) -> bool:
    """Whether each row is a payment: it has a day and the number of a document that pays, or an SP2D each."""
    days = any(told.is_("tanggal") for told in work.told)
    if days and any(_PAYS.search(told.text) for told in work.told):
        return True
    return any(_ORDER.search(told.text) and _each_its_own(work, at) for at, told in enumerate(work.told))


def _each_its_own(work: Columns, at: int) -> bool:
    """Whether a column has another text in every row that has an amount."""
    texts = [
        str(v).strip() for v in work.plane.cells[at] if v is not None and any(c.isdigit() for c in str(v))
    ]
    return len(texts) >= LEAST_RELATED and len(set(texts)) == len(texts) and at not in work.numeric


_ORDER = re.compile(r"\b(?:sp2d|spm)\b.*\bnomor\b|\bnomor\b.*\b(?:sp2d|spm)\b")
_PAYS = re.compile(r"\b(?:sp2d|spm|spj|kuitansi|kwitansi|bukti kas|bukti|bku)\b")


def as_realisasi(
    work: Columns,
    money: Sequence[int],
    found: Sequence[Product],
    added: Sequence[Sum],
    running: tuple[int, int, int] | None,
    header: Header,
    months: str,
    sample: Sample,
) -> bool:
    """Places the columns of an account of spending; False where none holds what was paid or planned.

    `running` are the places of receipts, payments and balance of a book; `months` as in `understand`.
    """
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
    dated = any(t.is_("tanggal") for t in work.told) and not any(t.is_("pagu") for t in work.told)
    unpaid = not {"realisasi", "sd_bulan_ini", "bulan_ini"} & work.matched.columns.keys()
    if unpaid and (dated or is_register(work)):
        amount = plain_amount(work, added)
        if amount is not None:
            work.put("realisasi", amount)
    _gross(work, added)
    _budgeted(work, free, found, added)
    _by_rest(work)
    _dates(work)
    understood_rest(work)
    return bool(
        {"pagu", "realisasi", "bulan_ini", "sd_bulan_ini", "realisasi_bulan", "rencana_bulan"}
        & work.matched.columns.keys()
    )


def _gross(work: Columns, added: Sequence[Sum]) -> None:
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


def by_column(work: Columns) -> dict[int, Told]:
    """What the words say, by number of the column."""
    return {c.column: t for c, t in zip(work.columns, work.told, strict=True)}


_ALL = re.compile(r"\b(?:jumlah|total)\b")


def _by_rest(work: Columns) -> None:
    """Where what is left tells which column is all that was paid, that column is taken for it."""
    told = by_column(work)
    whole = paid_by_rest(work.plane.view, work.plane.rows, work.columns, told)
    have = work.matched.columns
    name = next((n for n in PAID if n in have), "realisasi")
    if not whole:
        return
    best = max(whole, key=lambda c: (bool(_ALL.search(told[c].leaf)), told[c].period == "sd", c))
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


def _dates(work: Columns) -> None:
    for at, told in enumerate(work.told):
        if told.is_("tanggal") and work.columns[at].column not in work.matched.names:
            work.put("tanggal", at)
            return


def _percents(work: Columns, free: Sequence[int]) -> None:
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


def _amounts(work: Columns, free: Sequence[int], *roles: str) -> list[int]:
    return [
        at
        for at in free
        if work.told[at].is_(*roles)
        and not work.told[at].is_("persen", "harga_satuan", "netto", "tanggal", "bukti", "nomor")
        and not (work.told[at].is_("fisik") and "keuangan" not in work.told[at].leaf)
        and work.told[at].version != "selisih"
        and work.columns[at].column not in work.matched.names
    ]


def _paid(work: Columns, free: Sequence[int], added: Sequence[Sum]) -> None:
    """What was paid: to date, in the month, up to last month."""
    options = [at for at in _amounts(work, free, "realisasi") if not work.told[at].is_("sisa", "volume")]
    options = _rupiah(work, options)
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


def _rupiah(work: Columns, options: list[int]) -> list[int]:
    """Those that hold money, where some do: `Output / Realisasi` only counts people."""
    money = [at for at in options if work.plane.greatest(at) >= 100 * MONEY]
    empty = [at for at in options if not work.plane.greatest(at)]
    return sorted([*money, *empty]) if money else options


def _one_or_sum(work: Columns, places: Sequence[int], added: Sequence[Sum]) -> list[int]:
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
    whole = [at for at in places if _ALL.search(work.told[at].text)]
    if len(places) > 1 and len(leaves) == 1 and len(groups) == len(places):
        return whole[:1] or list(places)
    if called := work.called_whole(places):
        return called[-1:]
    amounts = {at: sum(1 for n in work.plane.numbers[at] if n) for at in places}
    return [max(places, key=lambda at: (amounts[at], work.plane.counts[at], -at))]


def _of_versions(work: Columns, free: Sequence[int]) -> list[int]:
    """Columns that only say before or after which change: what was budgeted, or what the rest tells so."""
    told = work.told
    options = [
        at
        for at in free
        if told[at].version in (BEFORE, AFTER) and not told[at].is_("realisasi", "sisa", "persen", "volume")
    ]
    have = work.matched.columns
    paid = [have[name].column for name in PAID if name in have]
    rest = planned_by_rest(work.plane.view, work.plane.rows, work.columns, paid, have.get("sisa"))
    by_rest = [
        at
        for at in free
        if work.columns[at].column in rest and at in work.numeric and not told[at].is_("terima")
    ]
    money = [at for at in free if work.plane.greatest(at) >= 100 * MONEY and is_planned_money(told[at])]
    return [at for at in by_rest if at in options] or by_rest[:1] or options or money[:1]


def _budgeted(work: Columns, free: Sequence[int], found: Sequence[Product], added: Sequence[Sum]) -> None:
    """What was budgeted and what is left of it."""
    left = [at for at in _amounts(work, free, "sisa") if at in work.numeric]
    if left:
        work.put("sisa", left[-1])
    if is_register(work) and not any(told.is_("pagu") for told in work.told):
        return  # the amounts of SPM and SPP beside those of SP2D are no pagu
    options = [
        at
        for at in _amounts(work, free, "pagu", "jumlah")
        if not work.told[at].is_("realisasi", "sisa", "volume", "ppn")
        and work.told[at].period == ""
        and work.plane.greatest(at) >= 100 * MONEY
        and at in work.numeric
    ] or _of_versions(work, free)
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
