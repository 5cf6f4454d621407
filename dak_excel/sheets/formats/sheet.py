"""RawSheet: what a format's reader makes of one sheet; and the address arithmetic that readers share."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from dak_excel.sheets.formats.limits import COLUMNS, ROWS
from dak_excel.sheets.grid import Grid, Value

Rectangle = tuple[int, int, int, int]
"""(first row, first column, last row, last column), from 1."""

Row = list[Value]

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
EXACT_TO = 1e15
"""From here on a float stands for a range of whole numbers: digits may have been lost."""
RECURRING = 4096
"""Different texts and days of a sheet that are looked out for: those that recur are among the first."""


@dataclass(slots=True)
class RawSheet:
    """Cells and circumstances of one sheet, before they become a Grid."""

    name: str
    rows: list[Row] = field(default_factory=list)
    merges: list[Rectangle] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    unvalued: dict[tuple[int, int], str] = field(default_factory=dict)
    date1904: bool = False

    def put(self, row: int, column: int, value: Value) -> int:
        """Sets a cell, growing the rows as needed; the number of cells that this has added."""
        while len(self.rows) < row:
            self.rows.append([])
        cells = self.rows[row - 1]
        grown = max(column - len(cells), 0)
        cells.extend([None] * grown)
        cells[column - 1] = value
        return grown

    def grid(self, workbook: str) -> Grid:
        """The Grid, without blank rows and columns after the last value."""
        trim(self.rows, max((r for r, _ in self.unvalued), default=0))
        width = max(map(len, self.rows), default=0)
        height = len(self.rows)
        return Grid(
            workbook=workbook,
            sheet=self.name,
            rows=self.rows,
            merges=tuple(m for m in self.merges if m[0] <= height and m[1] <= width),
            hidden=self.hidden,
            hidden_rows=frozenset(r for r in self.hidden_rows if r <= height),
            hidden_columns=frozenset(c for c in self.hidden_columns if c <= width),
            unvalued=self.unvalued,
            date1904=self.date1904,
        )


def plain_rows(rows: Iterable[Row], left: int = 0) -> list[Row]:
    """Calamine's values as the Grid has them: `""` → None, `1500000.0` → `1500000`. `left` columns before
    the first are empty.

    Whole numbers from 10¹⁵ on stay float: that is how a NIK rounded by Excel is known from one typed as
    text. Infinite and undefined numbers become text. Texts and days that recur are one object each: most of
    the memory of a long list is the same few words.
    """
    seen: dict[Value, Value] = {}
    blank: Row = [None] * left
    plain: list[Row] = []
    for cells in rows:
        for at, value in enumerate(cells):
            if type(value) is float:
                if value.is_integer():
                    if -EXACT_TO < value < EXACT_TO:
                        cells[at] = int(value)
                elif value - value != 0:
                    cells[at] = str(value)
            elif value == "":
                cells[at] = None
            elif type(value) in (str, date):
                known = seen.get(value)
                if known is not None:
                    cells[at] = known
                elif len(seen) < RECURRING:
                    seen[value] = value
        plain.append(blank + cells if left else cells)
    return plain


def tidy_number(number: float) -> float | str:
    """One number as `plain_rows` has it."""
    if number.is_integer() and abs(number) < EXACT_TO:
        return int(number)
    return number if number - number == 0 else str(number)


def trim(rows: list[Row], keep: int = 0) -> None:
    """Drops, in place, the blank cells at the end of each row and the blank rows at the end.

    The first `keep` rows stay even when blank.
    """
    for cells in rows:
        while cells and cells[-1] is None:
            cells.pop()
    while len(rows) > keep and not rows[-1]:
        rows.pop()


def column_number(letters: str) -> int:
    """`A` → 1, `AA` → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def cell_address(text: str) -> tuple[int, int] | None:
    """`B7` or `$B$7` → (7, 2); None when it is no address within Excel's sheet."""
    match = _REFERENCE.fullmatch(text)
    if not match:
        return None
    row, column = int(match[2]), column_number(match[1])
    return (row, column) if 0 < row <= ROWS and column <= COLUMNS else None


def rectangle(text: str) -> Rectangle | None:
    """`A1:B2` → (1, 1, 2, 2); None when it is no range of more than one cell."""
    first, _, last = text.partition(":")
    start, end = cell_address(first), cell_address(last)
    if not start or not end or start == end:
        return None
    return (
        min(start[0], end[0]),
        min(start[1], end[1]),
        max(start[0], end[0]),
        max(start[1], end[1]),
    )


def spans(pairs: Iterable[tuple[int, int]], most: int = COLUMNS) -> set[int]:
    """`[(3, 5)]` → `{3, 4, 5}`, no further than `most`."""
    return {n for first, last in pairs for n in range(max(first, 1), min(last, most) + 1)}
