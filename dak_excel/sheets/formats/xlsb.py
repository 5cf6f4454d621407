"""xlsb: values by calamine; merges, visibility and errors from the binary records of each sheet.

Source: [MS-XLSB] 2.1.4 (records), 2.4.304 (BrtBundleSh), 2.4.323 (BrtColInfo), 2.4.676 (BrtMergeCell),
2.4.741 (BrtRowHdr), 2.4.311 (BrtCellError), 2.4.655 (BrtFmlaError).
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field

from dak_excel.sheets.formats import notes
from dak_excel.sheets.formats.archive import Archive
from dak_excel.sheets.formats.biff import ERROR_CODES
from dak_excel.sheets.formats.biff12 import full_cells, records
from dak_excel.sheets.formats.calamine import Calamine, CalamineFailed
from dak_excel.sheets.formats.limits import CELLS, COLUMNS, ROWS
from dak_excel.sheets.formats.ooxml import main_part, relationships
from dak_excel.sheets.formats.refusal import damaged, over_limit, unreadable
from dak_excel.sheets.formats.sheet import RawSheet, Rectangle, spans

_ROW, _COLUMN_INFO, _MERGE, _SHEET = 0, 60, 176, 156
_CELLS = (1, 11)  # the records of cells, from blank to a formula with an error
_ERRORS = frozenset((3, 11))  # a constant, a formula's result
_RECTANGLE = 2 * CELLS  # calamine holds blank cells too
_ROW_HIDDEN = 0x10
_COLUMN_HIDDEN = 0x1


def read_xlsb(data: bytes, archive: Archive) -> tuple[list[RawSheet], list[str]]:
    """The sheets with cells, and notes. Raises Refusal."""
    parts = _parts(archive)
    sheets: list[RawSheet] = []
    found: list[str] = []
    data = _as_excel_writes(data, archive, parts)
    archive = Archive(data)
    told = {part: circumstances(archive.read(part)) for part in dict.fromkeys(parts) if part}
    try:
        book = Calamine(data)
        if len(parts) != len(book.sheets):
            raise damaged()
        for index, meta in enumerate(book.sheets):
            if not book.is_table(index) or "/chartsheets/" in parts[index]:
                found.append(notes.chart_sheet(meta.name))
            elif parts[index] not in archive:
                found.append(notes.missing_sheet(meta.name))
            else:
                sheet = RawSheet(meta.name, book.rows(index), hidden=book.hidden(index))
                told[parts[index]].add_to(sheet)
                sheets.append(sheet)
    except CalamineFailed as error:
        raise unreadable() from error
    if "xl/vbaproject.bin" in archive:
        found.append(notes.MAKRO)
    if any(name.startswith("_xmlsignatures/") for name in archive.names):
        found.append(notes.BERTANDA_TANGAN)
    return sheets, found


def _as_excel_writes(data: bytes, archive: Archive, parts: Iterable[str]) -> bytes:
    """The package with the cells in the records that calamine knows; itself where they all are."""
    other = {p: full for p in dict.fromkeys(parts) if p in archive and (full := full_cells(archive.read(p)))}
    if not other:
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        for name in archive.names:
            package.writestr(archive.stored_as(name), other.get(name) or archive.read(name))
    return out.getvalue()


def _parts(archive: Archive) -> list[str]:
    """The parts of the sheets, in the workbook's order."""
    workbook = main_part(archive)
    targets = {r.id: r.target for r in relationships(archive, workbook)}
    found = []
    for kind, body in records(archive.read(workbook)):
        if kind == _SHEET and len(body) >= 12:
            length = struct.unpack_from("<I", body, 8)[0]
            name = body[12 : 12 + 2 * length].decode("utf-16-le", "replace") if length < 256 else ""
            found.append(targets.get(name, ""))
    return found


@dataclass(slots=True)
class Circumstances:
    """What a sheet's records say beside its values."""

    merges: list[Rectangle] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    columns: list[tuple[int, int]] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)

    def add_to(self, sheet: RawSheet) -> None:
        """Adds them to the sheet that calamine has read."""
        sheet.merges = self.merges
        sheet.hidden_rows = self.hidden_rows
        sheet.hidden_columns = spans(self.columns)
        for (row, column), error in self.errors.items():
            sheet.put(row, column, error)


def circumstances(part: bytes) -> Circumstances:
    """What a sheet's records say; raises Refusal where its cells lie further than calamine could hold."""
    found = Circumstances()
    row = width = 0
    for kind, body in records(part):
        if kind <= _CELLS[1] and len(body) < 8:
            raise damaged()  # calamine would read the record before it again
        if _CELLS[0] <= kind <= _CELLS[1]:
            column = struct.unpack_from("<I", body)[0] + 1
            width = max(width, column)
            if kind in _ERRORS and len(body) >= 9:
                found.errors[row, column] = ERROR_CODES.get(body[8], "#ERROR!")
        elif kind == _ROW and len(body) >= 12:
            row = struct.unpack_from("<I", body)[0] + 1
            if row > ROWS or width > COLUMNS:
                break
            if body[11] & _ROW_HIDDEN:
                found.hidden_rows.add(row)
        elif kind == _COLUMN_INFO and len(body) >= 18:
            first, last = struct.unpack_from("<II", body)
            if body[16] & _COLUMN_HIDDEN:
                found.columns.append((first + 1, last + 1))
        elif kind == _MERGE and len(body) >= 16:
            top, bottom, left, right = (n + 1 for n in struct.unpack_from("<4I", body))
            found.merges.append((top, left, bottom, right))
    if row > ROWS or width > COLUMNS:
        raise damaged()
    if row * width > _RECTANGLE:
        raise over_limit("luas tabel", f"{_RECTANGLE // 1_000_000} juta sel")
    return found
