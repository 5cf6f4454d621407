"""A new .xlsx with the values of a workbook that cannot be patched: xls, xlsb, ods, csv, html."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from dak_excel.annotate.info import RunInfo
from dak_excel.annotate.measure import column_width
from dak_excel.annotate.patch import patch
from dak_excel.findings import Temuan
from dak_excel.indonesian import date_text, number_text
from dak_excel.sheets.formats.sheet import EXACT_TO
from dak_excel.sheets.grid import Grid, Value, column_letters
from dak_excel.sheets.records import ReadBook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_ILLEGAL_NAME = re.compile(r"[\[\]:*?/\\]")
_ILLEGAL_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LONGEST_NAME, _LONGEST_TEXT = 31, 32_767
_MEASURED = 200  # rows that a column's width is taken from
_NARROW, _WIDEST = 6, 60
_MANY_DIGITS = 10**11  # from here on Excel's General shows an exponent, as it should from EXACT_TO on
_FIRST_YEAR = 1900


def copy_of(book: ReadBook, temuan: Sequence[Temuan], info: RunInfo) -> bytes:
    """An annotated .xlsx with the values of a workbook of another format.

    Values, merged cells, hidden rows, columns and sheets are carried over; widths and formats follow the
    values, since the reader gives no others. `Ringkasan` says that it is a copy.
    """
    names = dict(_names([sheet.grid.sheet for sheet in book.sheets]))
    plain = _workbook([s.grid for s in book.sheets], names, info.per)
    return patch(plain, book, temuan, info, names=names, notes=(_note(book),))


def _note(book: ReadBook) -> str:
    return (
        f"Ini salinan. Berkas asli ({book.workbook}, format {book.ending}) tidak dapat diberi tanda, jadi "
        "nilainya disalin ke berkas .xlsx baru ini. Rumus, warna, gambar, dan tata letak aslinya tidak "
        "ikut. Perbaikan dapat dibuat di salinan ini."
    )


def _names(sheets: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each sheet's name and one that Excel takes: at most 31 characters, no two alike."""
    taken: set[str] = set()
    for sheet in sheets:
        base = _ILLEGAL_NAME.sub("-", _ILLEGAL_TEXT.sub("", sheet)).strip().strip("'")
        name = (base or "Lembar")[:_LONGEST_NAME]
        number = 2
        while name.casefold() in taken or name.casefold() == "history":
            tail = f" ({number})"
            name = (base or "Lembar")[: _LONGEST_NAME - len(tail)] + tail
            number += 1
        taken.add(name.casefold())
        yield sheet, name


def _workbook(grids: Sequence[Grid], names: dict[str, str], day: date) -> bytes:
    from openpyxl import Workbook  # late: only copies need it
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    from dak_excel.annotate.undated import save

    book = Workbook()
    book.remove(book.worksheets[0])
    if any(grid.date1904 for grid in grids):  # numbers that are dates by their heading alone count from there
        book.epoch = CALENDAR_MAC_1904
    for grid in grids:
        sheet = book.create_sheet(names[grid.sheet])
        _fill(sheet, grid)
        sheet.sheet_state = "hidden" if grid.hidden else "visible"
    if not any(sheet.sheet_state == "visible" for sheet in book.worksheets):
        book.create_sheet("Lembar kosong")
    book.active = next(n for n, s in enumerate(book.worksheets) if s.sheet_state == "visible")
    out = io.BytesIO()
    save(book, out, day)
    return out.getvalue()


def _fill(sheet: Worksheet, grid: Grid) -> None:
    from openpyxl.worksheet.cell_range import CellRange

    for row, values in enumerate(grid.rows, 1):
        for column, value in enumerate(values, 1):
            if value is not None and value != "":
                _put(sheet, row, column, value)
    for first_row, first_column, last_row, last_column in grid.merges:
        if (first_row, first_column) != (last_row, last_column):
            # not `merge_cells`, which empties the cells that do not show
            sheet.merged_cells.add(CellRange(None, first_column, first_row, last_column, last_row))
    for row in grid.hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for column in range(1, max((len(row) for row in grid.rows), default=0) + 1):
        dimension = sheet.column_dimensions[column_letters(column)]
        dimension.width = column_width(_shown(grid, column), _NARROW, _WIDEST)
        dimension.hidden = column in grid.hidden_columns


def _put(sheet: Worksheet, row: int, column: int, value: Value) -> None:
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        text = _ILLEGAL_TEXT.sub("", value)[:_LONGEST_TEXT]
        cell.value = text
        if text.startswith("="):
            cell.data_type = "s"  # text stays text, whatever it begins with
            cell.quotePrefix = True
    elif isinstance(value, date) and value.year < _FIRST_YEAR:
        cell.value = value.isoformat()  # Excel's calendar does not reach so far back
    else:
        cell.value = value
        cell.number_format = _format(value)


def _format(value: Value) -> str:
    if isinstance(value, datetime):
        return "dd/mm/yyyy hh:mm"
    if isinstance(value, date):
        return "dd/mm/yyyy"
    if isinstance(value, time):
        return "hh:mm"
    if isinstance(value, timedelta):
        return "[h]:mm"
    if isinstance(value, int | float) and _MANY_DIGITS <= abs(value) < EXACT_TO:
        return "0"
    return "General"


def _shown(grid: Grid, column: int) -> Iterator[str]:
    """A column's texts as they will look, less those that lie over several columns."""
    wide = {(r, c) for r, c, _, last in grid.merges if last > c}
    for row in range(1, min(len(grid.rows), _MEASURED) + 1):
        value = grid.at(row, column)
        if value is None or (row, column) in wide:
            continue
        if isinstance(value, float):
            yield number_text(round(value, 6))
        elif isinstance(value, date):
            yield date_text(value)
        else:
            yield str(value)
