"""The arithmetic of the RAB: `rab_hitung` (volume × price), `rab_subtotal`, `rab_pagu`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dak_excel.checks.registry import Scope, kind, row_finding, temuan
from dak_excel.checks.unreadable import NoParameters
from dak_excel.daerah.budget_rows import line_amount, per_tabel, row_type
from dak_excel.daerah.budget_total import budget_sum
from dak_excel.daerah.facts import Known, Unknown
from dak_excel.daerah.printed import PAJAK
from dak_excel.findings import Temuan
from dak_excel.indonesian import number_text, short_rupiah
from dak_excel.juknis.model import Ketentuan
from dak_excel.rab.lines import line_identities
from dak_excel.rab.sums import TOLERANSI, wrong_sums
from dak_excel.sheets.records import Baris, BarisRab


@kind("rab_hitung", NoParameters, isi=("hitungan", "seharusnya"))
def rab_hitung(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A line whose amount is not volume × price, with its tax where its table adds that, or without."""
    names: dict[int, str] | None = None
    for _, rows in per_tabel(scope.daerah.rab):
        for row, amount, product in _wrong_lines(rows, _hidden_tax(rows)):
            names = names or line_identities(scope.daerah.rab)
            yield row_finding(
                k,
                row.cell("jumlah"),
                row,
                identitas=names[id(row)],
                nilai=short_rupiah(amount),
                rupiah=abs(amount - product),
                hitungan=_calculation(row),
                seharusnya=short_rupiah(product),
            )


def _wrong_lines(rows: list[BarisRab], tax: Decimal) -> Iterator[tuple[BarisRab, Decimal, Decimal]]:
    """The lines of a table that do not show volume × price, with what they show and what they should;
    `tax` is by what most amounts are more."""
    taxed = _adds_tax(rows)
    for row in rows:
        if row.jenis is not Baris.RINCI or row.jumlah is None:
            continue
        products = _products(row, taxed=taxed)
        if products and not _shows(row, [*products, *(one * tax for one in products)]):
            yield row, row.jumlah, products[0]


def _hidden_tax(rows: list[BarisRab]) -> Decimal:
    """By what most amounts of a table are more than volume × price though no column says so: its PPN; else 1.

    Three lines at least, and more than half of those that have a product.
    """
    lines = [(row, _products(row, taxed=False)) for row in rows if row.jenis is Baris.RINCI and row.jumlah]
    lines = [(row, products) for row, products in lines if products]
    for tax in PAJAK:
        held = sum(_shows(row, [one * tax for one in products]) for row, products in lines)
        if held >= _LEAST_TAXED and held * 2 > len(lines):
            return tax
    return Decimal(1)


_LEAST_TAXED = 3


def _adds_tax(rows: list[BarisRab]) -> bool:
    """Whether the amounts of a table hold the tax that stands in a column of its own: more lines agree with
    tax than without."""
    taxed = [row for row in rows if row.jenis is Baris.RINCI and row.jumlah is not None and row.ppn]
    with_tax = sum(_shows(row, _products(row, taxed=True)) for row in taxed)
    agreeing = sum(_shows(row, _products(row, taxed=False)) for row in taxed)
    return with_tax > agreeing - with_tax


def _shows(row: BarisRab, amounts: list[Decimal]) -> bool:
    """Whether a line shows one of some amounts; before a change does where its volume is of before."""
    shown = [one for one in (row.jumlah, row.jumlah_sebelum) if one is not None]
    return row.jumlah is not None and any(
        abs(one - amount) < TOLERANSI for one in shown for amount in amounts
    )


def _products(row: BarisRab, *, taxed: bool) -> list[Decimal]:
    """The amounts that a line may rightly show, the likeliest first; `taxed`: only those with its tax."""
    if row.harga is None or any(row.problem(name) for name in ("volume", "harga", "jumlah", "faktor")):
        return []
    volumes = [row.volume] if row.volume is not None else []
    if row.faktor:
        product = Decimal(1)
        for number, _ in row.faktor:
            product *= number
        volumes.append(product)
    amounts = []
    for base in (volume * row.harga for volume in dict.fromkeys(volumes)):
        amounts += _taxed(base, row.ppn)
        if not (taxed and row.ppn):
            amounts.append(base)
    return amounts


def _taxed(base: Decimal, ppn: Decimal | None) -> list[Decimal]:
    """With tax: a share below 1, per cent up to 100, or rupiah."""
    if not ppn:
        return []
    share = ppn if ppn < 1 else ppn / 100
    amounts = [base * (1 + share)] if ppn <= 100 else []
    return [*amounts, base + ppn]


def _calculation(row: BarisRab) -> str:
    """`50 Orang/Jam × Rp180.000`."""
    factors = row.faktor or (((row.volume or Decimal(0)), row.satuan or ""),)
    parts = [f"{number_text(number)} {unit}".strip() for number, unit in factors]
    tax = f" + PPN {_tax(row.ppn)}" if row.ppn else ""
    return " × ".join([*parts, short_rupiah(row.harga or 0)]) + tax


def _tax(ppn: Decimal) -> str:
    if ppn < 1:
        return f"{number_text(ppn * 100)}%"
    return f"{number_text(ppn)}%" if ppn <= 100 else short_rupiah(ppn)


@kind("rab_subtotal", NoParameters, isi=("seharusnya", "selisih"), varian=("pindahan",))
def rab_subtotal(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A heading or total that shows another sum than that of its lines.

    One that is right once a line below it shows volume × price is told at that line, by `rab_hitung`.
    """
    names: dict[int, str] | None = None
    before: dict[tuple[str, str], Decimal] = {}
    for tabel, rows in per_tabel(scope.daerah.rab):
        sheet = (tabel.grid.workbook, tabel.grid.sheet)
        above = before.get(sheet, Decimal(0))
        lines = [line_amount(row) or Decimal(0) for row in rows if row_type(row) is Baris.RINCI]
        before[sheet] = above + sum(lines, Decimal(0))
        told = _gaps_of_lines(rows)
        for found in wrong_sums(rows):
            if above and abs((found.baris.jumlah or Decimal(0)) - before[sheet]) < TOLERANSI:
                continue  # the sum of this table and of those above it on the sheet
            amount = found.baris.jumlah or Decimal(0)
            gap = amount - found.seharusnya
            if not found.dua_kali and any(abs(gap - one) < TOLERANSI for one in told):
                continue
            names = names or line_identities(scope.daerah.rab)
            yield row_finding(
                k,
                found.baris.cell("jumlah"),
                found.baris,
                identitas=names[id(found.baris)],
                nilai=short_rupiah(amount),
                rupiah=abs(gap),
                varian="pindahan" if found.dua_kali else "",
                seharusnya=short_rupiah(found.seharusnya),
                selisih=f"{'lebih' if gap > 0 else 'kurang'} {short_rupiah(abs(gap))}",
            )


def _gaps_of_lines(rows: list[BarisRab]) -> list[Decimal]:
    """What the lines that do not show volume × price are short of it: each, and all together."""
    tax = _hidden_tax(rows)
    if tax != 1:
        return []
    gaps = [product - amount for _, amount, product in _wrong_lines(rows, tax)]
    return [*gaps, sum(gaps, Decimal(0))] if gaps else []


@kind("rab_pagu", NoParameters, isi=("pagu", "lebih"))
def rab_pagu(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """All budget lines together are more than the allocation.

    Where it is disputed which of two budgets counts, it is told only when each of them is too much.
    """
    pagu = scope.daerah.pagu
    if pagu is None or pagu < 0:
        return
    answer = budget_sum(scope.daerah)
    if isinstance(answer, Unknown):
        return
    total = answer.nilai if isinstance(answer, Known) else min(one.nilai for one in answer.pilihan)
    if total - pagu >= TOLERANSI:
        closing = [row for row in scope.daerah.rab if row_type(row) is Baris.TOTAL]
        whole = next((row for row in closing if row.jumlah == total), None)
        yield temuan(
            k,
            whole.cell("jumlah") if whole else scope.daerah.identitas["pagu"].cell("isi"),
            subjek="Jumlah RAB",
            identitas="pagu",
            nilai=short_rupiah(total),
            rupiah=total - pagu,
            pagu=short_rupiah(pagu),
            lebih=short_rupiah(total - pagu),
        )
