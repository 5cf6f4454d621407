"""The labels of a sheet that is no table: a key with its value beside it, a chapter title over its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dak_excel.sheets.grid import Value
from dak_excel.sheets.layout.key_values import strip_number
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.values import clean

LABEL = 90
"""Letters that a label may have."""
MOST = 60
"""Labels from which a sheet is no form."""
WIDE = 8
"""Filled cells from which a row is one of a table."""
PAIR = 2
"""Filled cells of a label with its value; rows that mostly have more are those of a table."""
_INSIDE = re.compile(r"^([^:]{2,70}?)\s*:\s*(\S.*)$", re.S)


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A label and the value beside it; `raw` is None where the value stands in the rows below."""

    row: int
    column: int
    text: str
    raw: Value
    value_column: int


def key_lines(view: View) -> list[KeyLine]:
    """The labels in their order; empty where the sheet is no form of them."""
    lines: list[KeyLine] = []
    wide = 0
    for row in range(1, view.height + 1):
        cells = view.cells(row)
        if len(cells) > WIDE or len(lines) > MOST:
            return []
        cells = _without_number(cells)
        wide += sum(1 for _, value in cells if value != ":") > PAIR
        if line := _line(view, row, cells):
            lines.append(line)
    return lines if len(lines) > 1 and 2 * wide <= len(lines) else []


def _without_number(cells: list[tuple[int, Value]]) -> list[tuple[int, Value]]:
    """The cells of a line behind its number or letter."""
    while len(cells) > 1 and (not isinstance(cells[0][1], str) or len(clean(cells[0][1]).strip(".) ")) < 3):
        cells = cells[1:]
    return cells


def _line(view: View, row: int, cells: list[tuple[int, Value]]) -> KeyLine | None:
    if not cells or not isinstance(cells[0][1], str):
        return None
    column, value = cells[0]
    rest = [(c, v) for c, v in cells[1:] if v != ":"]
    text = clean(str(value))
    if rest:
        beside = rest[0][1]
        raw = beside.lstrip(": ") if isinstance(beside, str) else beside
        return _made(row, column, text, raw, rest[0][0])
    if inside := _INSIDE.match(text):
        return _made(row, column, inside[1], inside[2], column)
    below = view.cells(row + 1)
    if len(below) == 1 and isinstance(below[0][1], str) and len(below[0][1]) > max(LABEL, len(text)):
        return _made(row, column, text, None, column)
    return None


def _made(row: int, column: int, text: str, raw: Value, value_column: int) -> KeyLine | None:
    label = strip_number(text).rstrip(" :.")
    return KeyLine(row, column, label, raw, value_column) if 0 < len(label) <= LABEL else None
