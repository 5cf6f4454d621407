"""Serapan: what was paid, per budget line and month, from however many sheets report it.

A dinas keeps the same realisation in several sheets: one per month, a yearly one, a summary. A line that
several sheets repeat counts once. Months come from the columns of the months; a yearly figure without months
is kept beside them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from dak_excel.daerah.model import Daerah
from dak_excel.sheets.records import Baris, Realisasi


@dataclass(slots=True)
class Serapan:
    """Payments of one budget line, kode rekening or rincian; rupiah."""

    rincian: str
    kode: str
    uraian: str
    pagu: Decimal | None = None
    rencana: list[Decimal | None] = field(default_factory=lambda: [None] * 12)
    bulan: list[Decimal | None] = field(default_factory=lambda: [None] * 12)
    tanpa_bulan: Decimal | None = None
    """Realisation that its sheet gives without months."""
    baris: list[Realisasi] = field(default_factory=list)

    def sampai(self, bulan: int) -> Decimal | None:
        """Paid from January to the end of a month (1 … 12); None when no month is known."""
        known = [v for v in self.bulan[:bulan] if v is not None]
        return sum(known, Decimal(0)) if known else None

    @property
    def total(self) -> Decimal | None:
        """Paid in the year: the months when there are any, else the figure without months."""
        months = self.sampai(12)
        return self.tanpa_bulan if months is None else months


def serapan(daerah: Daerah) -> list[Serapan]:
    """All lines with what was paid, in the order of their first sheet."""
    lines: dict[tuple[str, str, str, int], Serapan] = {}
    for tabel_rows in _by_table(daerah).values():
        nth: dict[tuple[str, str, str], int] = defaultdict(int)
        for row in tabel_rows:
            name = (row.rincian, row.kode or "", " ".join((row.uraian or "").casefold().split()))
            nth[name] += 1
            key = (*name, nth[name])
            line = lines.get(key)
            if line is None:
                line = lines[key] = Serapan(row.rincian, row.kode or "", row.uraian or "")
            _add(line, row)
    return list(lines.values())


def _by_table(daerah: Daerah) -> dict[int, list[Realisasi]]:
    """The leaf rows of each realisation table."""
    tables: dict[int, list[Realisasi]] = defaultdict(list)
    for row in daerah.realisasi:
        if row.jenis is Baris.RINCI:
            tables[id(row.tabel)].append(row)
    return tables


def _add(line: Serapan, row: Realisasi) -> None:
    """Adds what one row says; the first sheet that gives a figure is believed."""
    line.baris.append(row)
    if line.pagu is None:
        line.pagu = row.pagu
    for month in range(12):
        if line.rencana[month] is None and month < len(row.rencana_bulan):
            line.rencana[month] = row.rencana_bulan[month]
        if not line.bulan[month] and month < len(row.realisasi_bulan):
            line.bulan[month] = row.realisasi_bulan[month] or line.bulan[month]
    if row.tanggal is not None and row.realisasi is not None:
        month = row.tanggal.month - 1
        line.bulan[month] = (line.bulan[month] or Decimal(0)) + row.realisasi
    elif row.realisasi is not None and not any(row.realisasi_bulan):
        line.tanpa_bulan = max(line.tanpa_bulan or row.realisasi, row.realisasi)
