"""A sheet that is being laid out: cells, merges, headings of any depth, and the file that it becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

from bench.layouts.chance import Chance
from dak_excel.sheets.grid import column_letters

Cell = str | int | float | None


@dataclass(slots=True)
class Column:
    """A column: what it holds, and its heading from the top down."""

    role: str
    heading: tuple[str, ...]
    at: int = 0
    """Where it stands, from 1; set when the sheet is laid out."""

    @property
    def letters(self) -> str:
        """As Excel names it."""
        return column_letters(self.at)


@dataclass(slots=True)
class Page:
    """The sheet; `row` is the next free row."""

    chance: Chance
    sheet: str
    row: int = 1
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    before: list[Page] = field(default_factory=list)
    """Sheets that stand before this one in its workbook."""

    def put(self, row: int, column: int, value: Cell) -> None:
        """Writes a cell; None and empty text leave it empty, column 0 is one that the office has not."""
        if column and value not in (None, ""):
            self.cells[row, column] = value

    def line(self, values: dict[int, Cell]) -> int:
        """Writes the next row and gives its number."""
        for column, value in values.items():
            self.put(self.row, column, value)
        self.row += 1
        return self.row - 1

    def place(self, columns: Sequence[Column], first: int) -> None:
        """Gives the columns their places; now and then an empty column stands between two."""
        at = first
        gap = self.chance.number(1, len(columns) - 1) if self.chance.maybe("blank column", 0.08) else -1
        for n, column in enumerate(columns):
            at += n == gap
            column.at = at
            at += 1

    def headings(self, columns: Sequence[Column]) -> tuple[int, int]:
        """Writes the headings; gives their first and last row."""
        depth = max(len(column.heading) for column in columns)
        top = self.row
        merged = self.chance.habit("headings", "merged", "not merged") == "merged"
        low = self.chance.maybe("short headings at the bottom", 0.1)
        for n, column in enumerate(columns):
            wide = next((k for k, c in enumerate(columns[n + 1 :]) if c.heading[-1]), len(columns) - n - 1)
            if column.heading[-1] and wide:  # over the columns without a heading of their own
                self.put(top, column.at, column.heading[-1])
                self.merges.append((top, column.at, top + depth - 1, columns[n + wide].at))
                continue
            self._heading(column, depth, top, merged, low)
        self._across(columns, depth, top, merged)
        self.row = top + depth
        return top, top + depth - 1

    def _heading(self, column: Column, depth: int, top: int, merged: bool, low: bool) -> None:
        """The lowest part of a heading, which spans the rows that it has no words for."""
        if not column.heading[-1]:
            return  # under the heading of the column before it
        parts = len(column.heading)
        start = top + parts - 1
        at = top + depth - 1 if low and not merged else start
        self.put(at, column.at, column.heading[-1])
        if merged and at < top + depth - 1:
            self.merges.append((at, column.at, top + depth - 1, column.at))

    def _across(self, columns: Sequence[Column], depth: int, top: int, merged: bool) -> None:
        """The upper parts, each over the columns that share it."""
        for level in range(depth - 1):
            runs: list[list[Column]] = []
            for column in columns:
                if len(column.heading) < level + 2:
                    continue
                last = runs[-1][-1] if runs else None
                same = last is not None and last.heading[: level + 1] == column.heading[: level + 1]
                if same and last is not None and last.at == column.at - 1:
                    runs[-1].append(column)
                else:
                    runs.append([column])
            for run in runs:
                self.put(top + level, run[0].at, run[0].heading[level])
                if merged and len(run) > 1:
                    self.merges.append((top + level, run[0].at, top + level, run[-1].at))

    def save(self, path: Path) -> None:
        """Writes the workbook."""
        with xlsxwriter.Workbook(path) as workbook:
            for page in (*self.before, self):
                page.write(workbook)

    def write(self, workbook: xlsxwriter.Workbook) -> None:
        """Writes this sheet into the workbook."""
        sheet = workbook.add_worksheet(self.sheet)
        covered = {(r1, c1) for r1, c1, _, _ in self.merges}
        plain = workbook.add_format({"border": 1})
        for r1, c1, r2, c2 in self.merges:
            sheet.merge_range(r1 - 1, c1 - 1, r2 - 1, c2 - 1, self.cells.get((r1, c1), ""), plain)
        for (row, column), value in self.cells.items():
            if (row, column) not in covered:
                sheet.write(row - 1, column - 1, value)
