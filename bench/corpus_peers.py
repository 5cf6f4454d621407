"""What other readers find in a workbook, in the form in which it is compared with our own reading."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from dak_excel.sheets.formats.cfb import MAGIC
from dak_excel.sheets.grid import Grid

_MANY = 1_000  # repetitions beyond which a value is no data
Cells = Mapping[tuple[int, int], object]
"""(row, column) → value, as `_plain` has it; blank cells are not in it."""


def cells_of(grid: Grid) -> Cells:
    """The cells of a grid that hold a value or an unvalued formula's nothing."""
    found = {(r, c): _plain(v) for r, row in enumerate(grid.rows, 1) for c, v in enumerate(row, 1)}
    return {place: value for place, value in found.items() if value not in (None, "")}


def peer_cells(data: bytes) -> Mapping[str, Cells] | None:
    """The sheets as openpyxl or xlrd reads them; None when neither does."""
    try:
        if data.startswith(MAGIC):
            return _by_xlrd(data)
        if data.startswith(b"PK"):
            return (
                _by_openpyxl(data) if b"mimetypeapplication/vnd.oasis" not in data[:90] else _by_odfpy(data)
            )
    except Exception:  # a peer may fall over a file
        return None
    return None


def _by_openpyxl(data: bytes) -> Mapping[str, Cells]:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    formulas = openpyxl.load_workbook(io.BytesIO(data))
    found = {}
    for sheet in book.worksheets:
        unvalued = {
            (c.row, c.column)
            for row in formulas[sheet.title].iter_rows()
            for c in row
            if c.data_type == "f" and sheet.cell(c.row, c.column).value is None
        }
        cells = {(c.row, c.column): _plain(c.value) for row in sheet.iter_rows() for c in row}
        found[sheet.title] = {p: v for p, v in cells.items() if v not in (None, "") and p not in unvalued}
    return found


def _by_xlrd(data: bytes) -> Mapping[str, Cells]:
    import xlrd

    book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO())
    found = {}
    for sheet in book.sheets():
        cells: dict[tuple[int, int], object] = {}
        for r in range(sheet.nrows):
            for c in range(sheet.ncols):
                kind, value = sheet.cell_type(r, c), sheet.cell_value(r, c)
                if kind == xlrd.XL_CELL_ERROR:
                    cells[r + 1, c + 1] = xlrd.error_text_from_code[value]
                elif kind == xlrd.XL_CELL_DATE:
                    cells[r + 1, c + 1] = "tanggal"
                elif kind not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) and value != "":
                    cells[r + 1, c + 1] = _plain(bool(value) if kind == xlrd.XL_CELL_BOOLEAN else value)
        found[sheet.name] = cells
    return found


def _by_odfpy(data: bytes) -> Mapping[str, Cells]:
    from odf import opendocument, table

    document = opendocument.load(io.BytesIO(data))
    found: dict[str, Cells] = {}
    for sheet in document.spreadsheet.getElementsByType(table.Table):
        cells: dict[tuple[int, int], object] = {}
        row = 0
        for line in sheet.getElementsByType(table.TableRow):
            repeated = int(line.getAttribute("numberrowsrepeated") or 1)
            values = list(_odf_row(line))
            for place in range(row + 1, row + repeated + 1) if values and repeated < _MANY else ():
                cells |= {(place, column): value for column, value in values}
            row += repeated
        found[sheet.getAttribute("name")] = cells
    return found


def _odf_row(line: Any) -> Iterator[tuple[int, object]]:
    """The filled cells of a row of OpenDocument, each with its column."""
    column = 0
    for cell in line.childNodes:
        repeated = int(cell.getAttribute("numbercolumnsrepeated") or 1)
        kind, value = cell.getAttribute("valuetype"), cell.getAttribute("value")
        if kind in ("date", "time"):
            shown: object = "tanggal"
        elif kind == "boolean":
            shown = cell.getAttribute("booleanvalue") == "true"
        elif value is not None:
            shown = _plain(float(value))
        else:
            shown = _plain("\n".join(str(p) for p in cell.childNodes if p.qname[1] == "p"))
        if shown not in (None, "") and repeated < _MANY:
            yield from ((column + n, shown) for n in range(1, repeated + 1))
        column += repeated


def _plain(value: object) -> object:
    """A value as all readers have it: numbers to 12 digits, moments as one word, text without edges."""
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return f"{value:.12g}"
    if isinstance(value, datetime | date | time | timedelta):
        return "tanggal"
    if isinstance(value, str):
        return " ".join(value.split())
    return value
