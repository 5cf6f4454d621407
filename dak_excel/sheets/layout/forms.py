"""A form, a label with its value beside it line by line, laid out as a table of one row.

So what is known of the headings and values of a list holds for a form too; `cells` leads back to the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass

from dak_excel.sheets.grid import CellRange, Grid, Value
from dak_excel.sheets.layout.key_lines import KeyLine, key_lines
from dak_excel.sheets.layout.view import View

LEAST = 3
"""Labels that a form has."""


@dataclass(frozen=True, slots=True)
class Form:
    """The made grid, the cells of the sheet that its values stand for, and the labels' lines."""

    grid: Grid
    cells: tuple[CellRange, ...]
    """The value of each column of the made grid, in the sheet."""
    lines: tuple[KeyLine, ...]


def form_of(view: View) -> Form | None:
    """The sheet as a form; None where it is none."""
    lines = [line for line in key_lines(view) if line.raw is not None]
    if len(lines) < LEAST:
        return None
    titles = [[_title(view, row)] for row in range(1, lines[0].row)]
    labels: list[Value] = [line.text for line in lines]
    values = [line.raw for line in lines]
    grid = view.grid
    made = Grid(grid.workbook, grid.sheet, [*titles, labels, values], date1904=grid.date1904)
    return Form(made, tuple(grid.ref(line.row, line.value_column) for line in lines), tuple(lines))


def _title(view: View, row: int) -> Value:
    return next((value for _, value in view.cells(row)), None)
