"""Anggaran: the leaf lines of a daerah's RAB, each once, however many sheets repeat them.

A dinas drops the same budget as RAB and as DPA. Two tables of the same rincian and activity with the same
total tell the same money; tables of different activities, or with different totals, add up.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from dak_excel.daerah.model import Daerah
from dak_excel.sheets.records import Baris, BarisRab


def baris_anggaran(daerah: Daerah) -> list[BarisRab]:
    """The lines that may be added up, in the order of the sheets."""
    tables: dict[tuple[str, str, int], list[BarisRab]] = defaultdict(list)
    for row in daerah.rab:
        if row.jenis is Baris.RINCI and row.jumlah is not None:
            tables[row.rincian, " ".join(row.kegiatan.casefold().split()), id(row.tabel)].append(row)
    seen: set[tuple[str, str, Decimal]] = set()
    lines = []
    for (rincian, kegiatan, _), rows in tables.items():
        key = (rincian, kegiatan, sum((row.jumlah or Decimal(0) for row in rows), Decimal(0)))
        if key not in seen:
            seen.add(key)
            lines += rows
    return lines


def jumlah_anggaran(daerah: Daerah, rincian: str | None = None) -> Decimal | None:
    """Sum of the RAB, of one rincian or of all; None where there is none."""
    amounts = [row.jumlah for row in baris_anggaran(daerah) if rincian in (None, row.rincian)]
    return sum((a for a in amounts if a is not None), Decimal(0)) if amounts else None
