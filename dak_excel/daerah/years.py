"""Which year the files of a daerah speak of: titles, sheet and file names, identitas, days of what was done.

Only what is written with its year counts; «12 Juni» takes the year of the juknis and tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from dak_excel.daerah.model import Daerah, FolderYear
from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.records import ReadBook, ReadSheet
from dak_excel.sheets.tabel import Kind, Record

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


HELD = (Kind.KEGIATAN, Kind.JADWAL, Kind.KUNJUNGAN, Kind.REALISASI)
"""Kinds whose rows are of a day of the year in hand; a birth day or a decision is of any."""


def told_years(daerah: Daerah) -> Iterator[Told]:
    """Every year that a sheet of the daerah names for itself, and where."""
    if line := daerah.identitas.get("tahun"):
        yield from _in(line.isi, line.cell("isi"))
    for sheet in daerah.sheets():
        yield from _of_sheet(sheet)
    rows: tuple[list[Record], ...] = (
        [row for kegiatan in daerah.kegiatan for row in kegiatan.baris],
        [*daerah.jadwal],
        [*daerah.kunjungan],
        [*daerah.realisasi],
    )
    for row in (row for some in rows for row in some):
        yield from _of_row(row)


def _of_sheet(sheet: ReadSheet) -> Iterator[Told]:
    """The years in the name of a sheet, of its file, and in the titles of its tables."""
    if not sheet.tables:
        return
    stem = sheet.grid.workbook.rpartition("/")[2].rpartition(".")[0]
    for name in (stem, sheet.grid.sheet):
        yield from _in(name, sheet.grid.ref())
    for tabel in sheet.tables:
        fact = tabel.facts.get("tahun")
        yield from _in(fact, tabel.fixed.get("tahun", tabel.ref))
        if fact is None:
            yield from _in(_LAW.sub(" ", tabel.judul), tabel.ref)


def _of_row(row: Record) -> Iterator[Told]:
    """The years that the days of a row are written with."""
    for name in ("waktu", "tanggal"):
        if row.has(name):
            yield from _in(row.raw(name), row.cell(name))


def folders_of_other_years(books: Sequence[ReadBook], tahun: int) -> list[FolderYear]:
    """Folders that are called by another year than `tahun` and whose files tell that year too.

    A file without a year goes with its folder. Where any file of the folder tells `tahun`, or none tells the
    folder's year, the folder is none of these: its name may be that of an archive.
    """
    folders: dict[str, list[ReadBook]] = {}
    for book in books:
        folder = book.workbook.rpartition("/")[0]
        folders.setdefault(folder, []).append(book)
    found = []
    for folder, members in folders.items():
        named = {int(year) for year in _YEAR.findall(folder.rpartition("/")[2])}
        if len(named) != 1 or named == {tahun} or len(members) == len(books):
            continue
        told = [t for book in members for t in _of_book(book)]
        years = {t.year for t in told}
        if tahun not in years and named <= years:
            first = next(t.cell for t in told if t.year in named)
            found.append(FolderYear(folder, named.pop(), first, tuple(book.workbook for book in members)))
    return found


def _of_book(book: ReadBook) -> Iterator[Told]:
    for sheet in book.sheets:
        yield from _of_sheet(sheet)
        for record in sheet.records:
            if record.kind in HELD:
                yield from _of_row(record)


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
