"""xls (Excel 97–2003, BIFF8; Excel 95, BIFF5): values by xlrd, visibility and errors from the records.

Source: [MS-XLS] 2.4.20 (BOF), 2.4.28 (BoundSheet8), 2.4.53 (ColInfo), 2.4.117 (FilePass), 2.4.127 (Formula),
2.4.221 (Row), 2.4.24 (BoolErr), 2.5.10 (Bes).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from dak_excel.sheets.formats import notes
from dak_excel.sheets.formats.biff import ERROR_CODES, Unread, read_biff
from dak_excel.sheets.formats.calamine import Calamine, CalamineFailed
from dak_excel.sheets.formats.cfb import CompoundFile, Damaged
from dak_excel.sheets.formats.limits import SHEETS
from dak_excel.sheets.formats.refusal import damaged, encrypted, unreadable
from dak_excel.sheets.formats.sheet import RawSheet, spans

_BOF, _EOF, _BOUND_SHEET, _FILE_PASS = 0x809, 0x0A, 0x85, 0x2F
_ROW, _COLUMN_INFO, _BOOL_ERROR, _FORMULA = 0x208, 0x7D, 0x205, 0x06
_WITH_ERRORS = frozenset((_BOOL_ERROR, _FORMULA))
_WANTED = frozenset((_ROW, _COLUMN_INFO, _BOOL_ERROR, _FORMULA))
_CELLS = frozenset((0x201, 0x203, 0x204, 0x27E, 0xBD, 0xBE, 0xD6, 0xFD, _BOOL_ERROR, _FORMULA))
"""Records of cells, in whatever form; each begins with row and column."""
_HEADER = struct.Struct("<HH")
_ROW_HIDDEN, _COLUMN_HIDDEN = 0x20, 0x1


@dataclass(slots=True)
class Circumstances:
    """What a sheet's records say beside its values."""

    hidden_rows: set[int] = field(default_factory=set)
    columns: list[tuple[int, int]] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


def read_xls(data: bytes) -> tuple[list[RawSheet], list[str]]:
    """The sheets with cells, and notes. Raises Refusal.

    Values come from xlrd, which reads what calamine gets wrong without a word: BIFF8 with a code page,
    FORMULA records of other numbers, FORMAT ids below 164, formulas whose text goes on in CONTINUE. What
    xlrd fails on (it insists on records that others do without) calamine may still read.
    """
    try:
        container = CompoundFile(data)
        stream = container.stream("Workbook", "Book")
    except (Damaged, struct.error) as error:
        raise damaged() from error
    found = circumstances(stream)
    try:
        sheets, others = read_biff(stream)
    except Unread:
        sheets, others = _by_calamine(data)
    for index, sheet in sheets.items():
        _add(sheet, found.get(index, Circumstances()))
    said = [notes.chart_sheet(name) for name in others]
    names = {entry.name.lower() for entry in container.entries}
    if "_vba_project" in names:
        said.append(notes.MAKRO)
    if "_signatures" in names:
        said.append(notes.BERTANDA_TANGAN)
    return list(sheets.values()), said


def _by_calamine(data: bytes) -> tuple[dict[int, RawSheet], list[str]]:
    """The worksheets by their position, and the names of the other sheets. Raises Refusal."""
    try:
        book = Calamine(data)
        sheets = {
            index: RawSheet(meta.name, book.rows(index), book.merges(index), book.hidden(index))
            for index, meta in enumerate(book.sheets)
            if book.is_table(index)
        }
    except CalamineFailed as error:
        raise unreadable() from error
    return sheets, [meta.name for index, meta in enumerate(book.sheets) if index not in sheets]


def _add(sheet: RawSheet, found: Circumstances) -> None:
    sheet.hidden_rows = found.hidden_rows
    sheet.hidden_columns = spans(found.columns)
    for (row, column), error in found.errors.items():
        sheet.put(row, column, error)


def circumstances(stream: bytes) -> dict[int, Circumstances]:
    """For each sheet by its position, what its records say.

    Raises Refusal when the workbook is encrypted, or a cell lies beyond the last column there can be.
    """
    starts: list[int] = []
    for kind, at, size in _records(stream, 0):
        if kind == _FILE_PASS:
            raise encrypted()
        if kind == _BOUND_SHEET and size >= 6:
            starts.append(struct.unpack_from("<I", stream, at)[0])
        elif kind == _EOF:
            break
    if len(starts) > SHEETS:
        raise damaged()
    return {index: _circumstances(stream, start) for index, start in enumerate(starts)}


def _circumstances(stream: bytes, start: int) -> Circumstances:
    """What the records of the sheet that begins there say; those of charts inside it are skipped."""
    here = Circumstances()
    depth = 0
    for kind, at, size in _records(stream, start):
        if kind in _CELLS:
            if size < 6 or stream[at + 3]:  # columns have one byte
                raise damaged()
            if kind not in _WITH_ERRORS:
                continue
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
            if depth <= 0:
                break
        elif depth == 1 and kind in _WANTED:
            _note(here, kind, stream[at : at + size])
    return here


def _records(stream: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """The records from an offset on: (type, where its body begins, its size); stops where it is cut off."""
    end = len(stream)
    while at + 4 <= end:
        kind, size = _HEADER.unpack_from(stream, at)
        at += 4
        if at + size > end:
            return
        yield kind, at, size
        at += size


def _note(here: Circumstances, kind: int, body: bytes) -> None:
    """Takes up one record of a sheet."""
    if kind == _ROW and len(body) >= 16:
        if body[12] & _ROW_HIDDEN:
            here.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
    elif kind == _COLUMN_INFO and len(body) >= 10:
        first, last, _, _, options = struct.unpack_from("<5H", body)
        if options & _COLUMN_HIDDEN:
            here.columns.append((first + 1, last + 1))
    elif kind == _BOOL_ERROR and len(body) >= 8 and body[7]:
        row, column = struct.unpack_from("<HH", body)
        here.errors[row + 1, column + 1] = ERROR_CODES.get(body[6], "#ERROR!")
    elif kind == _FORMULA and len(body) >= 14 and body[12:14] == b"\xff\xff" and body[6] == 2:
        row, column = struct.unpack_from("<HH", body)
        here.errors[row + 1, column + 1] = ERROR_CODES.get(body[8], "#ERROR!")
