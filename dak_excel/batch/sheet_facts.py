"""What each sheet was taken for: kind, rows, and of a budget whether its lines make its total."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from dak_excel.daerah.budget_rows import line_amount, per_tabel, row_type
from dak_excel.indonesian import short_rupiah
from dak_excel.rab.sums import TOLERANSI
from dak_excel.results.files import LembarResult
from dak_excel.sheets.grid import Book, Grid
from dak_excel.sheets.records import Baris, BarisRab, Identitas, Narasi, ReadSheet
from dak_excel.sheets.tabel import Record, Tabel
from dak_excel.todo.changes import WIDTH

_PLACE = frozenset({f.name for f in fields(Record)} | {"nomor"})
"""Fields that tell where a row stands, not what it says."""


@dataclass(frozen=True, slots=True)
class RabSize:
    """One budget table: how many lines it has, what they add up to, which total it shows itself (rupiah)."""

    baris: int
    jumlah: Decimal
    tertulis: Decimal | None

    @property
    def agrees(self) -> bool | None:
        """Whether the lines make the total; None when the table shows none."""
        return None if self.tertulis is None else abs(self.jumlah - self.tertulis) < TOLERANSI

    def __str__(self) -> str:
        text = f"{self.baris} baris rincian, jumlahnya {short_rupiah(self.jumlah)}"
        if self.tertulis is None:
            return f"{text}; lembar tidak menulis jumlah keseluruhan"
        if self.agrees:
            return f"{text}, sama dengan jumlah di lembar"
        apart = abs(self.jumlah - self.tertulis)
        return f"{text}; lembar menulis {short_rupiah(self.tertulis)}, selisih {short_rupiah(apart)}"


def is_empty(book: Book) -> bool:
    """Whether no cell of any sheet holds anything."""
    return all(map(_is_hollow, book.grids))


def _is_hollow(grid: Grid) -> bool:
    return not any(value not in (None, "") for row in grid.rows for value in row)


def sheet_results(sheet: ReadSheet) -> LembarResult:
    """What is said of one sheet."""
    budgets = list(measure_rab(sheet))
    agree = [b.agrees for b in budgets]
    return LembarResult(
        nama=sheet.grid.sheet,
        jenis=sheet.kind.value,
        baris=sum(not _is_unfilled(row) for row in _details(sheet)),
        kosong=_is_hollow(sheet.grid),
        rinci="; ".join(map(str, budgets)),
        cocok=None if None in agree or not agree else all(agree),
        catatan=list(sheet.notes),
    )


def remembered_sheet(sheet: ReadSheet) -> LembarResult:
    """What is said of it, with what tells a later run which of its rows are new or changed."""
    result = sheet_results(sheet)
    result.jejak = "".join(_row_print(row) for row in _details(sheet))
    return result


def _details(sheet: ReadSheet) -> list[Record]:
    """Its rows that are neither headings nor totals."""
    return [r for r in sheet.records if getattr(r, "jenis", Baris.RINCI) is Baris.RINCI]


def _row_print(row: Record) -> str:
    """A few figures of a hash over what a row says, whatever row of its sheet it is."""
    said = (getattr(row, f.name) for f in fields(row) if f.name not in _PLACE)
    text = "|".join([row.rincian, row.kegiatan, *map(str, said)])
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=WIDTH // 2).hexdigest()


def _is_unfilled(row: Record) -> bool:
    """Whether it is a line of a form that waits for its answer."""
    return (isinstance(row, Identitas) and row.isi is None) or (isinstance(row, Narasi) and not row.teks)


def measure_rab(sheet: ReadSheet) -> Iterator[RabSize]:
    """The budget tables of a sheet."""
    for tabel, rows in per_tabel(r for r in sheet.records if isinstance(r, BarisRab)):
        lines = [row for row in rows if row_type(row) is Baris.RINCI]
        total = sum((line_amount(row) or Decimal(0) for row in lines), Decimal(0))
        yield RabSize(len(lines), total, _stated_total(tabel, rows, total))


def _stated_total(tabel: Tabel, rows: Sequence[BarisRab], total: Decimal) -> Decimal | None:
    """The total that the table shows: of several the one that the lines make, else the largest."""
    closing = [r.jumlah for r in rows if row_type(r) is Baris.TOTAL and r.jumlah is not None]
    headings = [r for r in rows if row_type(r) is Baris.SUBTOTAL and r.jumlah is not None]
    outermost = min((r.tingkat for r in headings), default=0)
    tops = [r.jumlah for r in headings if r.tingkat == outermost and r.jumlah is not None]
    stated = tabel.facts.get("total")
    shown = [*closing, *tops, *([stated] if isinstance(stated, Decimal) else [])]
    shown += [sum(group, Decimal(0)) for group in (closing, tops) if len(group) > 1]
    if not shown:
        return None
    return min(shown, key=lambda amount: (abs(amount - total) >= TOLERANSI, -amount))
