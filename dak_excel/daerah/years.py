"""Which year the files of a daerah speak of: titles, sheet and file names, identitas, days of what was done.

Only what is written with its year counts; «12 Juni» takes the year of the juknis and tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from dak_excel.daerah.model import Daerah
from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.tabel import Record

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_LAW = re.compile(r"\b(?:nomor|no)\b[^,;]{0,24}?\btahun\s+20\d\d|\b[\w.-]+/20\d\d\b", re.I)
"""The year of a regulation or a letter is not that of the sheet."""
BUKTI = 2
"""Places that must tell the other year; one may be a slip."""


@dataclass(frozen=True, slots=True)
class Told:
    """A year and the place that tells it."""

    year: int
    cell: CellRange


def told_years(daerah: Daerah) -> Iterator[Told]:
    """Every year that a sheet of the daerah names for itself, and where."""
    if line := daerah.identitas.get("tahun"):
        yield from _in(line.isi, line.cell("isi"))
    for sheet in daerah.sheets():
        if not sheet.tables:
            continue
        stem = sheet.grid.workbook.rpartition("/")[2].rpartition(".")[0]
        for name in (stem, sheet.grid.sheet):
            yield from _in(name, sheet.grid.ref())
        for tabel in sheet.tables:
            fact = tabel.facts.get("tahun")
            yield from _in(fact, tabel.fixed.get("tahun", tabel.ref))
            if fact is None:
                yield from _in(_LAW.sub(" ", tabel.judul), tabel.ref)
    rows: tuple[list[Record], ...] = (
        [row for kegiatan in daerah.kegiatan for row in kegiatan.baris],
        [*daerah.jadwal],
        [*daerah.kunjungan],
        [*daerah.realisasi],
    )
    for row in (row for some in rows for row in some):
        for name in ("waktu", "tanggal"):
            if row.has(name):
                yield from _in(row.raw(name), row.cell(name))


def other_year(daerah: Daerah, tahun: int) -> tuple[int, tuple[CellRange, ...]] | None:
    """The one year that all files tell, and where, when it is not `tahun`; None when any tells `tahun`."""
    places: list[CellRange] = []
    years = set()
    for told in told_years(daerah):
        if told.year == tahun:
            return None
        years.add(told.year)
        places.append(told.cell)
    different = tuple(dict.fromkeys(places))
    if len(years) != 1 or len(different) < BUKTI:
        return None
    return years.pop(), different


def _in(value: object, cell: CellRange) -> Iterator[Told]:
    """The years that a value is written with."""
    match value:
        case datetime() | date():
            yield Told(value.year, cell)
        case Decimal() | int() | float() if 2000 <= value <= 2099:
            yield Told(int(value), cell)
        case str():
            for found in _YEAR.findall(value):
                yield Told(int(found), cell)
