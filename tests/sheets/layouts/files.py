"""A generated sheet as the bytes of a file."""

from __future__ import annotations

import csv
from datetime import date, datetime, time
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from dak_excel.sheets.grid import Grid, Value


def to_xlsx(grid: Grid) -> bytes:
    """A workbook with the one sheet, its merges and hidden rows."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet(grid.sheet)
    formats = {kind: book.add_format({"num_format": text}) for kind, text in _FORMATS.items()}
    for top, left, bottom, right in grid.merges:
        sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "")
    for r, row in enumerate(grid.rows):
        for c, value in enumerate(row):
            _write(sheet, r, c, value, formats)
        if r + 1 in grid.hidden_rows:
            sheet.set_row(r, None, None, {"hidden": True})
    book.close()
    return target.getvalue()


_FORMATS: dict[type, str] = {datetime: "dd/mm/yyyy", date: "dd mmmm yyyy", time: "hh:mm"}


def _write(sheet: Any, row: int, column: int, value: Value, formats: dict[type, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date | time):
        sheet.write_datetime(row, column, value, formats[type(value)])
    elif isinstance(value, str) and value.startswith("#"):
        sheet.write_formula(row, column, f"={value}", None, value)
    elif isinstance(value, str):
        sheet.write_string(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)


def to_csv(grid: Grid, *, separator: str = ";") -> bytes:
    """The cells as text, as LibreOffice saves them: dates as 2023-06-12, numbers without `.0`."""
    target = StringIO()
    writer = csv.writer(target, delimiter=separator)
    width = max(len(row) for row in grid.rows)
    for row in grid.rows:
        writer.writerow([_text(value) for value in [*row, *[None] * (width - len(row))]])
    return target.getvalue().encode("utf-8-sig")


def _text(value: Value) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.strftime("%Y-%m-%d")
        case time():
            return value.strftime("%H:%M:%S")
        case float():
            return f"{value:.10g}" if abs(value) < 1e9 else f"{value:.0f}"
    return str(value)
