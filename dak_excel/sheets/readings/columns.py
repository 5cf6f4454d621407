"""What each column of a budget is, told by its arithmetic first and a few words second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dak_excel.sheets.columns.calendar import months_of_payments
from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.layout.headers import Header
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.readings.budget_columns import as_rab
from dak_excel.sheets.readings.payment_columns import as_realisasi, by_column, is_register
from dak_excel.sheets.readings.relations import (
    Product,
    Sum,
    alike,
    balance,
    products,
    running_sums,
    steps,
    sums,
)
from dak_excel.sheets.readings.rest import paid_by_rest
from dak_excel.sheets.readings.table_columns import Columns, scaled
from dak_excel.sheets.readings.thresholds import MONEY
from dak_excel.sheets.readings.words import Told, same_headings
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import Vocabulary


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


def understand(
    view: View, header: Header, rows: Sequence[int], kosakata: Vocabulary, sample: Sample, months: str
) -> Understood | None:
    """The columns of a table read as a budget or as a realisation; None where no column holds money.

    `months` is what columns that only name a month hold (`match`).
    """
    work = Columns(view, header, rows, kosakata)
    money = [at for at in work.numeric if work.plane.greatest(at) >= 100 * MONEY or scaled(work.told[at])]
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
    no_prices = [
        at for at, told in enumerate(work.told) if told.is_("volume", "pagu") and not told.is_("harga")
    ]
    found_products = [
        p
        for p in products(work.plane, work.numeric, no_factors, no_prices, prices, blocks)
        if not _no_amount(work.told[p.amount])
    ]
    found_sums = [*sums(work.plane, money), *alike(work.plane, same_headings(money, work.told))]
    work.text_columns()
    held = [at for at in money if work.told[at].version != "selisih"]
    running = balance(work.plane, held) if any(t.is_("terima", "sisa") for t in work.told) else None
    running = running if running and _books(work, *running) else None
    if running is None and (one := _one_way(work, held)):
        running = one
    if running is None:
        _leave_running(work, money)
        money = [at for at in money if at in work.numeric]
    kind = _kind(work, found_products, running is not None, header, months, kosakata, sample)
    if kind is Kind.RAB:
        done = as_rab(work, found_products, found_sums)
    else:
        done = as_realisasi(work, money, found_products, found_sums, running, header, months, sample)
    if not done:
        return None
    lines = sum(1 for at, n in enumerate(work.plane.numbers[money[0]]) if n)
    firm = bool(found_products and found_products[0].rows * 2 >= lines * PRODUCT_LINES)
    firm = firm or bool(found_sums) or running is not None
    register = is_register(work) or (kind is Kind.REALISASI and "tanggal" in work.matched.columns)
    return Understood(
        kind, work.matched, firm, found_products, found_sums, running is not None, register, work.told
    )


def _leave_running(work: Columns, money: Sequence[int]) -> None:
    """Sums so far beside the payments are no payments."""
    for at in running_sums(work.plane, money):
        work.numeric.remove(at)
        work.spare(at)


def _one_way(work: Columns, held: Sequence[int]) -> tuple[int, int, int] | None:
    """A book with one column of amounts, in and out: receipts and payments are in the same place."""
    found = steps(work.plane, held) if any(told.is_("tanggal") for told in work.told) else None
    if found is None or not work.told[found[1]].is_("sisa") or work.told[found[0]].is_("pagu"):
        return None
    if work.told[found[0]].is_("realisasi"):  # only what is paid: what is left of a pagu falls with it
        return None
    return found[0], found[0], found[1]


def _books(work: Columns, income: int, paid: int, saldo: int) -> bool:
    """Whether the words allow a running balance: equal parts of a year make one by chance."""
    told = work.told
    return not (told[income].is_("realisasi") or told[paid].is_("pagu", "terima")) and (
        not told[saldo].is_("realisasi", "pagu", "terima")
    )


NO_FACTOR = frozenset({"persen", "pagu", "sisa", "realisasi", "terima", "tanggal", "nomor", "kode"})
"""Roles of columns that are never a volume."""
PRODUCT_LINES = 0.8
"""Half of the lines must be products, headings and totals among the rows allowed for."""


def _no_amount(told: Told) -> bool:
    return (
        told.is_("persen", "volume", "fisik")
        or told.version == "selisih"
        or (told.is_("harga_satuan") and not told.is_("jumlah"))
    )


def _kind(
    work: Columns,
    found: Sequence[Product],
    running: bool,
    header: Header,
    months: str,
    kosakata: Vocabulary,
    sample: Sample,
) -> Kind:
    """Realisasi where a column of money says what was paid, or months are planned; else a budget."""
    dated = not found and months == "realisasi" and any(told.is_("tanggal") for told in work.told)
    if running or dated or is_register(work):
        return Kind.REALISASI
    paid = [
        at
        for at, told in enumerate(work.told)
        if told.is_("realisasi")
        and not told.is_("persen", "fisik", "harga_satuan")
        and (at in work.numeric or (work.plane.counts[at] == 0 and not work.plane.texts[at]))
    ]
    if not found and paid_by_rest(work.plane.view, work.plane.rows, work.columns, by_column(work)):
        return Kind.REALISASI
    stages = {work.told[p.amount].stage for p in found}
    if paid and not (found and stages <= {"", "rencana"} and all(work.plane.counts[at] == 0 for at in paid)):
        return Kind.REALISASI
    trial = Matched()
    words = kosakata.jenis[Kind.REALISASI]
    months_of_payments(header, words, kosakata, months or "rencana", trial, sample)
    several = any(len(columns) >= 3 for columns in trial.more.values()) or "rak" in months
    return Kind.REALISASI if several and not found else Kind.RAB
