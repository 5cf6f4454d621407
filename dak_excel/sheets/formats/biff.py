"""The values of an xls workbook's stream, by xlrd; dates as this program tells them from number formats.

xlrd reads cell by cell in Python: about 6 µs each, ten times calamine's time, well within the limits for
what fits into 65,536 rows.
"""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING

from dak_excel.sheets.formats.limits import CELLS, SHEETS
from dak_excel.sheets.formats.numfmt import Looks, builtin, from_serial, looks
from dak_excel.sheets.formats.refusal import over_limit
from dak_excel.sheets.formats.sheet import RawSheet, Rectangle, Row, tidy_number
from dak_excel.sheets.grid import Value

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet

ERROR_CODES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
"""Error values as BIFF and BIFF12 number them."""
_TEXT, _NUMBER, _DATE, _BOOL, _ERROR = 1, 2, 3, 4, 5  # xlrd's types of cells
_BOUND_SHEET, _EOF = 0x85, 0x0A


class Unread(Exception):
    """xlrd cannot read this stream; another reader may."""


def read_biff(stream: bytes) -> tuple[dict[int, RawSheet], list[str]]:
    """The worksheets by their position in the workbook, and the names of the other sheets (charts, macros).

    Raises Unread, and Refusal beyond the limits.
    """
    import xlrd  # late: few files are of this format

    try:
        book = xlrd.open_workbook(
            file_contents=stream,
            logfile=io.StringIO(),
            formatting_info=True,
            on_demand=True,
            ragged_rows=True,
        )
        positions, others = _positions(stream, book.biff_version)
        shows = _shows(book)
        sheets: dict[int, RawSheet] = {}
        left = CELLS
        for index, position in zip(range(book.nsheets), positions, strict=True):
            sheet = book.sheet_by_index(index)
            left -= sum(map(sheet.row_len, range(sheet.nrows)))
            if left < 0:
                raise over_limit("jumlah sel", f"{CELLS // 1_000_000} juta")
            sheets[position] = RawSheet(
                sheet.name,
                _rows(sheet, shows, bool(book.datemode)),
                _merges(sheet),
                bool(sheet.visibility),
                date1904=bool(book.datemode),
            )
            book.unload_sheet(index)
    except (*_FAULTS, xlrd.XLRDError, xlrd.compdoc.CompDocError) as error:
        raise Unread from error
    return sheets, others


_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    TypeError,
    ValueError,
    struct.error,
)
"""What xlrd raises on records that it does not expect."""


def _positions(stream: bytes, version: int) -> tuple[list[int], list[str]]:
    """Where in the list of sheets the worksheets stand, and the names of the others."""
    tables: list[int] = []
    others: list[str] = []
    at = number = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        body = stream[at + 4 : at + 4 + size]
        at += 4 + size
        if kind == _EOF:
            break
        if kind == _BOUND_SHEET and size >= 8:
            if body[5] == 0:
                tables.append(number)
            else:
                others.append(_name(body, version))
            number += 1
    if number > SHEETS:
        raise ValueError("too many sheets")
    return tables, others


def _name(body: bytes, version: int) -> str:
    """The name in a BOUNDSHEET record ([MS-XLS] 2.4.28)."""
    if version < 80:
        return body[7 : 7 + body[6]].decode("cp1252", "replace")
    return body[8:].decode("utf-16-le" if body[7] & 1 else "latin-1", "replace")


def _shows(book: Book) -> list[Looks]:
    """For each cell format what it makes of a number."""
    found = []
    for xf in book.xf_list:
        given = book.format_map.get(xf.format_key)
        code = given.format_str if given else None
        found.append(builtin(xf.format_key) if code is None else looks(code))
    return found


def _merges(sheet: Sheet) -> list[Rectangle]:
    """Merged ranges from 1; xlrd's own end one behind the last."""
    return [(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]


def _rows(sheet: Sheet, shows: list[Looks], date1904: bool) -> list[Row]:
    """A sheet's cells as the Grid has them."""
    rows: list[Row] = []
    for number in range(sheet.nrows):
        row: Row = []
        for column, (kind, value) in enumerate(
            zip(sheet.row_types(number), sheet.row_values(number), strict=True)
        ):
            if kind in (_NUMBER, _DATE):
                xf = sheet.cell_xf_index(number, column)
                row.append(_number(value, shows[xf] if xf < len(shows) else Looks.NUMBER, date1904))
            elif kind == _TEXT:
                row.append(value or None)
            elif kind == _BOOL:
                row.append(bool(value))
            else:
                row.append(ERROR_CODES.get(value, "#ERROR!") if kind == _ERROR else None)
        rows.append(row)
    return rows


def _number(value: float, shows: Looks, date1904: bool) -> Value:
    moment = from_serial(value, shows, date1904)
    return tidy_number(float(value)) if isinstance(moment, int | float) else moment
