"""Grid: the cells of one sheet as plain values, and the addresses of cells.

Rows and columns count from 1, as people see them in Excel. A Grid knows nothing of the juknis, and
nothing downstream of it knows the file format that it came from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from dak_excel.errors import UserError

Value = str | int | float | bool | date | datetime | time | timedelta | None
"""A cell's value as stored; an empty cell is None; an error cell is its text, `#REF!`."""

ERRORS = frozenset(
    {
        "#REF!",
        "#N/A",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#ERROR!",
        "#SPILL!",
        "#CALC!",
    }
)


def column_letters(column: int) -> str:
    """`1` → `A`, `27` → `AA`."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, order=True)
class CellRange:
    """A cell, or a rectangle of cells, in one sheet of one workbook.

    `workbook` is the file's path below the daerah folder, with `/`. A range with `row` 0 stands for
    the whole sheet; one with `sheet` empty for the whole file.
    """

    workbook: str
    sheet: str = ""
    row: int = 0
    column: int = 0
    last_row: int = 0
    last_column: int = 0

    @property
    def a1(self) -> str:
        """`B7`, `B7:D9`, or empty for a whole sheet or file."""
        if not self.row:
            return ""
        first = f"{column_letters(self.column)}{self.row}"
        if (self.last_row or self.row, self.last_column or self.column) == (self.row, self.column):
            return first
        last_column, last_row = self.last_column or self.column, self.last_row or self.row
        return f"{first}:{column_letters(last_column)}{last_row}"

    def __str__(self) -> str:
        return "!".join(part for part in (self.workbook, self.sheet, self.a1) if part)


@dataclass(slots=True)
class Grid:
    """All cells of one sheet.

    `rows[r - 1][c - 1]` is the cell in row r and column c; rows may be shorter than the widest.
    `merges` are (first row, first column, last row, last column). `unvalued` holds the cells whose
    formula has no stored value and could not be computed, with the formula's text.
    """

    workbook: str
    sheet: str
    rows: Sequence[Sequence[Value]]
    merges: Sequence[tuple[int, int, int, int]] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unvalued: Mapping[tuple[int, int], str] = field(default_factory=dict)
    date1904: bool = False
    """Whether the workbook counts days from 1904: so do numbers that are dates by their heading alone."""

    def __repr__(self) -> str:
        """Which sheet, and how large: never what stands in it."""
        return f"Grid({self.ref()}, {len(self.rows)} × {max(map(len, self.rows), default=0)})"

    def at(self, row: int, column: int) -> Value:
        """The value in a cell; None outside the sheet."""
        if not 0 < row <= len(self.rows):
            return None
        cells = self.rows[row - 1]
        return cells[column - 1] if 0 < column <= len(cells) else None

    def ref(self, row: int = 0, column: int = 0) -> CellRange:
        """The address of a cell of this sheet, or of the sheet itself."""
        return CellRange(self.workbook, self.sheet, row, column)


@dataclass(slots=True)
class Book:
    """The sheets of one file, in their order, as `sheets.open` read them.

    `notes` say in Bahasa Indonesia what the user should know of the file as a whole (a signature
    that marking would invalidate, a sheet that is a chart). `ending` is the true format
    (`xlsx`, `xls`, `html` …), whatever the file name says.
    """

    workbook: str
    ending: str
    grids: list[Grid]
    notes: list[str] = field(default_factory=list)


class Unreadable(UserError):
    """A file cannot be read. The message is for the user: Bahasa Indonesia, what and what to do."""
