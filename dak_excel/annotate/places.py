"""Where a finding is shown: the cells that are marked, and the cell that carries the comment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dak_excel.findings import Temuan, Tingkat
from dak_excel.sheets.grid import Grid

Cell = tuple[int, int]
_NUMBERING = re.compile(r"(?:no|nomor|nr|#)[.:]?(?:\s*urut)?|[\d.,()]+", re.IGNORECASE)
"""What numbers rows, or is a number: it tells nobody what the sheet is."""
_TITLE_ROWS = 50
"""Rows from the first filled one in which a title is looked for."""
_MOST_CELLS = 400  # of one finding: a wider range is marked at its beginning


@dataclass(slots=True)
class SheetMarks:
    """What one sheet gets: the gravest level of each marked cell, and the findings told in comments.

    Findings come with their number in the sheet `Temuan`.
    """

    levels: dict[Cell, Tingkat] = field(default_factory=dict)
    told: dict[Cell, list[tuple[int, Temuan]]] = field(default_factory=dict)

    def add(self, number: int, temuan: Temuan, cells: Sequence[Cell]) -> None:
        """Mark cells for a finding; the first of them tells it."""
        for cell in cells:
            known = self.levels.get(cell)
            if known is None or temuan.tingkat.rank < known.rank:
                self.levels[cell] = temuan.tingkat
        self.told.setdefault(cells[0], []).append((number, temuan))


def place(findings: Iterable[tuple[int, Temuan]], grids: Mapping[str, Grid]) -> dict[str, SheetMarks]:
    """The marks of each sheet that has findings; findings on the file or the daerah have no cell."""
    merged = {name: _merged(grid) for name, grid in grids.items()}
    sheets: dict[str, SheetMarks] = {}
    for number, temuan in findings:
        if temuan.tempat is None or temuan.tempat.sheet not in grids:
            continue
        name = temuan.tempat.sheet
        cells = _cells(temuan, grids[name], merged[name])
        sheets.setdefault(name, SheetMarks()).add(number, temuan, cells)
    return sheets


def first_filled(grid: Grid) -> Cell:
    """The first cell in reading order that says something: the sheet's title, as a rule; where there is
    none, the first heading that is not only «No»."""
    first: Cell | None = None
    for row, values in enumerate(grid.rows, 1):
        for column, value in enumerate(values, 1):
            if value in (None, ""):
                continue
            first = first or (row, column)
            if not _NUMBERING.fullmatch(str(value).strip()):
                return row, column
        if first and row >= first[0] + _TITLE_ROWS:
            break
    return first or (1, 1)


def _cells(temuan: Temuan, grid: Grid, merged: Mapping[Cell, Cell]) -> list[Cell]:
    tempat = temuan.tempat
    if temuan.sel:
        return list(dict.fromkeys(merged.get((c.row, c.column), (c.row, c.column)) for c in temuan.sel))
    if tempat is None or not tempat.row:
        return [merged.get(first_filled(grid), first_filled(grid))]
    last_row, last_column = tempat.last_row or tempat.row, tempat.last_column or tempat.column
    cells: dict[Cell, None] = {}
    for row in range(tempat.row, last_row + 1):
        for column in range(max(1, tempat.column), max(1, last_column) + 1):
            cells[merged.get((row, column), (row, column))] = None
            if len(cells) >= _MOST_CELLS:
                return list(cells)
    return list(cells)


def _merged(grid: Grid) -> dict[Cell, Cell]:
    """Each cell of a merged area → the area's first cell, the only one that shows anything."""
    return {
        (row, column): (first_row, first_column)
        for first_row, first_column, last_row, last_column in grid.merges
        if (last_row - first_row + 1) * (last_column - first_column + 1) <= 1 << 16
        for row in range(first_row, last_row + 1)
        for column in range(first_column, last_column + 1)
    }
