"""Columns and rows of a sheet in pixels, to place a comment's box beside its cell."""

from __future__ import annotations

import re
from collections.abc import Callable

from dak_excel.annotate.xmlspan import Node

_HEIGHT = re.compile(rb"""\sht\s*=\s*["']([\d.]+)""")
_ROW_NUMBER = re.compile(rb"""\sr\s*=\s*["'](\d+)""")
_HIDDEN = re.compile(rb"""\shidden\s*=\s*["'](?:1|true)""")
_DIGIT = 7
_FARTHEST = 300  # columns or rows that a box may cross: more only where nearly all are hidden
_PIXELS_PER_POINT = 96 / 72


class Geometry:
    """Widths and heights as far as the sheet's XML states them; elsewhere its defaults."""

    def __init__(self, data: bytes, root: Node) -> None:
        form = root.child("sheetFormatPr")
        attrs = form.attrs if form else {}
        self._height = float(attrs.get("defaultRowHeight") or 15) * _PIXELS_PER_POINT
        base = float(attrs.get("baseColWidth") or 8)
        self._width = _column_pixels(float(attrs.get("defaultColWidth") or base + 0.71))
        self._columns = _columns(root)
        self._rows = _rows(data, root.prefix)

    def width(self, column: int) -> float:
        """Pixels of a column, counted from 1."""
        for first, last, width in self._columns:
            if first <= column <= last:
                return width
        return self._width

    def height(self, row: int) -> float:
        """Pixels of a row, counted from 1."""
        return self._rows.get(row, self._height)

    def across(self, column: int, pixels: float) -> tuple[int, int]:
        """Where a box that begins at a column ends: 0-based column, and pixels into it."""
        return _walk(column, pixels, self.width)

    def down(self, row: int, pixels: float) -> tuple[int, int]:
        """Where a box that begins at a row ends: 0-based row, and pixels into it."""
        return _walk(row, pixels, self.height)


def _walk(index: int, pixels: float, size: Callable[[int], float]) -> tuple[int, int]:
    for _ in range(_FARTHEST):
        room = size(index)
        if pixels < room:
            break
        pixels -= room
        index += 1
    return index - 1, int(min(pixels, size(index)))


def _column_pixels(width: float) -> float:
    return int((256 * width + int(128 / _DIGIT)) / 256 * _DIGIT)


def _columns(root: Node) -> list[tuple[int, int, float]]:
    cols = root.child("cols")
    found = []
    for col in cols.children if cols else []:
        hidden = col.attrs.get("hidden") in ("1", "true")
        width = 0.0 if hidden else _column_pixels(float(col.attrs.get("width") or 9.14))
        found.append((int(col.attrs["min"]), int(col.attrs["max"]), width))
    return found


def _rows(data: bytes, prefix: str) -> dict[int, float]:
    """Heights of the rows that state one."""
    heights: dict[int, float] = {}
    number = 0
    for match in re.finditer(rb"<" + prefix.encode() + rb"row\b([^>]*)", data):
        attrs = match[1]
        given = _ROW_NUMBER.search(attrs)
        number = int(given[1]) if given else number + 1
        if b"hidden" in attrs and _HIDDEN.search(attrs):
            heights[number] = 0.0
        elif b"ht" in attrs and (height := _HEIGHT.search(attrs)):
            heights[number] = float(height[1]) * _PIXELS_PER_POINT
    return heights
