"""The totals that a sheet prints itself, beside what was read of it.

A printed total is a witness: where what was read makes another sum, one of the two is wrong and the user must
know. It is no witness against what it does not speak of: other columns, several tables, tax, roundings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dak_excel.sheets.grid import CellRange, Grid
from dak_excel.sheets.records import Baris, Realisasi
from dak_excel.sheets.tabel import Tabel

SEN = Decimal(1)
"""Rupiah below which two sums are the same: sheets round."""
PAJAK = (Decimal("1.1"), Decimal("1.11"), Decimal("1.12"))
"""A total may be with the value-added tax (UU 42/2009, UU 7/2021)."""
BULAT = Decimal(1000)
"""Rupiah to which totals are rounded without a word; with the word «dibulatkan» to a million."""
UANG = ("pagu", "realisasi")
BANYAK = 5
"""Sums that do not agree, from which not the sums but the reading is told of, once."""

_NO_SUM = re.compile(
    r"\b(?:surplus|defisit|silpa|sisa|saldo|pembiayaan|selisih|lebih|kurang|pindahan)\b", re.I
)
_ROUNDED = re.compile(r"bulat", re.I)
_TOTAL_LABEL = re.compile(r"\b(?:jumlah|jml|total|nilai)\b", re.I)
_ALLOCATED = re.compile(
    r"\b(?:pagu|alokasi|plafon|tersedia|maksimal|sebelum|semula|tahun\s+n|n\s*[-+]\s*1)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A total that the sheet prints and that is none of the sums that it may show."""

    cell: CellRange
    label: str
    written: Decimal
    read: Decimal
    rows: tuple[int, int]
    """First and last of the rows that were added up."""
    more: int = 0
    """How many other sums of the table do not agree either: then its reading is in doubt."""

    @property
    def apart(self) -> Decimal:
        """By how much it is more than what was read, rupiah."""
        return self.written - self.read


def same(written: Decimal, total: Decimal, label: str = "") -> bool:
    """Whether a printed total is this sum: to the rupiah, rounded, with tax, or in thousands."""
    if any(abs(written - one) < SEN for one in (total, *(total * tax for tax in PAJAK), total / 1000)):
        return True
    unit = BULAT * 1000 if _ROUNDED.search(label) else BULAT
    return bool(written) and written % BULAT == 0 and abs(written - total) < unit


def payment_totals(rows: Sequence[Realisasi]) -> Iterator[Printed]:
    """Headings and totals of one table of spending, each column on its own.

    A sum that is wrong only by what sums within it are wrong is not told again.
    """
    lines = [row for row in rows if row.jenis is Baris.RINCI]
    for field in UANG:
        if not lines or any(row.problem(field) for row in rows):
            continue
        wrong: list[Printed] = []
        for row in rows:
            if row.jenis is not Baris.RINCI and (one := _against(row, rows, lines, field)):
                wrong.append(one)
        causes = _causes(wrong)
        if len(causes) > BANYAK:
            yield replace(max(wrong, key=_reach), more=len(wrong) - 1)
        else:
            yield from causes


def _causes(wrong: Sequence[Printed]) -> list[Printed]:
    """Those that are not explained by others within them, in the order of the rows."""
    causes: list[Printed] = []
    for one in sorted(wrong, key=lambda p: (_reach(p), -p.cell.row)):
        within = [p for p in causes if one.rows[0] <= p.rows[0] and p.rows[1] <= one.rows[1]]
        if not within or abs(one.apart - sum(p.apart for p in within)) >= SEN:
            causes.append(one)
    return sorted(causes, key=lambda p: p.cell.row)


def _reach(printed: Printed) -> int:
    return printed.rows[1] - printed.rows[0]


def _against(
    row: Realisasi, rows: Sequence[Realisasi], lines: Sequence[Realisasi], field: str
) -> Printed | None:
    written: Decimal | None = getattr(row, field)
    label = row.uraian or ""
    if not written or _NO_SUM.search(label):
        return None
    own = _covered(row, lines)
    sums = [_sum(own, field)]
    if row.jenis is Baris.TOTAL:
        sums.append(_sum(lines, field))
        before = [other for other in rows if other.row < row.row]
        last = max((r.row for r in before if r.jenis is Baris.TOTAL), default=0)
        sums.append(_sum([r for r in before if r.jenis is Baris.RINCI], field))
        sums.append(_sum([r for r in before if r.jenis is Baris.RINCI and r.row > last], field))
        sums.append(_sum([r for r in before if r.jenis is Baris.TOTAL], field))
    known = [total for total in sums if total is not None]
    known += [total + passed for total in known for passed in _passed(row)] if field == "realisasi" else []
    if not own or any(same(written, total, label) for total in known):
        return None
    told = known[0] if known else Decimal(0)
    return Printed(row.cell(field), label, written, told, (own[0].row, own[-1].row))


def _passed(row: Realisasi) -> list[Decimal]:
    """What the rows above hand on, taxes and cash moved: the sums of a book count them, spending does not."""
    told = row.tabel.facts.get("bukan_belanja")
    if not isinstance(told, tuple):
        return []
    return [sum((amount for at, amount in told if at < row.row), Decimal(0))]


def _covered(row: Realisasi, lines: Sequence[Realisasi]) -> list[Realisasi]:
    """The lines that a heading or total is the sum of; none where nothing tells."""
    if row.cakupan is not None:
        first, last = row.cakupan
        return [line for line in lines if first <= line.row <= last]
    return list(lines) if row.jenis is Baris.TOTAL else []


def _sum(rows: Iterable[Realisasi], field: str) -> Decimal | None:
    known = [value for row in rows if (value := getattr(row, field)) is not None]
    return sum(known, Decimal(0)) if known else None


def title_total(tabel: Tabel, sums: Iterable[Decimal]) -> Printed | None:
    """The total that a title line states, where it is none of these sums and stands nowhere in the table.

    A total that the table prints too is the table's own affair.
    """
    written, cell = tabel.facts.get("total"), tabel.fixed.get("total")
    if not isinstance(written, Decimal) or cell is None or not written:
        return None
    grid = tabel.grid
    label = " ".join(str(v) for v in grid.rows[cell.row - 1] if isinstance(v, str))
    if not _TOTAL_LABEL.search(label) or _ALLOCATED.search(label):
        return None
    known = [total for total in sums if total]
    if not known or any(same(written, total, label) for total in known) or _in_table(grid, tabel, written):
        return None
    return Printed(cell, label, written, known[0], tabel.body)


def _in_table(grid: Grid, tabel: Tabel, written: Decimal) -> bool:
    """Whether an amount stands in or below a table as a number."""
    first = tabel.header[0]
    return any(
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and abs(Decimal(str(value)) - written) < SEN
        for row in grid.rows[first - 1 :]
        for value in row
    )
