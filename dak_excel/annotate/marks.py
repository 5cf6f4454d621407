"""Conditional formats: one for the cells of a column that share a level and a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from dak_excel.annotate.cells import clean
from dak_excel.annotate.formulas import SIGN, unchanged
from dak_excel.annotate.order import WORKSHEET, insert
from dak_excel.annotate.places import Cell
from dak_excel.annotate.xmlspan import Edit, Node, ascii_xml
from dak_excel.findings import Tingkat
from dak_excel.sheets.grid import Grid, Value, column_letters

_MOST_AREAS = 200  # in one rule: far below what any program takes

Group = tuple[Tingkat, str, list[Cell]]
"""Level, formula for the first cell, cells of one column from top to bottom."""


def add_marks(
    root: Node,
    levels: Mapping[Cell, Tingkat],
    grid: Grid,
    formats: Mapping[Tingkat, int],
    *,
    year_1904: bool,
) -> Edit:
    """An edit that adds our rules before the sheet's own, with lower priority than any of those.

    Excel goes by priority and shows both, the user's first where they differ. LibreOffice shows only one of
    the formats that overlap, that which stands first: there the mark must be it, or it is not seen.
    """
    p = root.prefix
    priority = count(_last_priority(root) + 1)
    xml = "".join(
        f'<{p}conditionalFormatting sqref="{_areas(cells)}"><{p}cfRule type="expression" '
        f'dxfId="{formats[level]}" priority="{next(priority)}"><{p}formula>{clean(formula)}'
        f"</{p}formula></{p}cfRule></{p}conditionalFormatting>"
        for level, formula, cells in _groups(levels, grid, year_1904)
    )
    first = root.child("conditionalFormatting")
    if first:
        return first.start, first.start, ascii_xml(xml)
    return insert(root, "conditionalFormatting", WORKSHEET, ascii_xml(xml))


def _groups(levels: Mapping[Cell, Tingkat], grid: Grid, year_1904: bool) -> Iterator[Group]:
    alike: dict[tuple[int, int, bool, str, Value], list[Cell]] = {}
    for row, column in sorted(levels):
        value = grid.at(row, column)
        dynamic = (row, column) in grid.unvalued and value is None
        key = (column, levels[row, column].rank, dynamic, type(value).__name__, value)
        alike.setdefault(key, []).append((row, column))
    for (_, _, dynamic, _, value), cells in alike.items():
        for start in range(0, len(cells), _MOST_AREAS):
            some = cells[start : start + _MOST_AREAS]
            first = _address(some[0])
            formula = unchanged(first, value, year_1904=year_1904)
            if dynamic:  # computed as soon as Excel opens the file; a person must still look
                formula = f"AND({SIGN},_xlfn.ISFORMULA({first}))"
            yield levels[some[0]], formula, some


def _address(cell: Cell) -> str:
    return f"{column_letters(cell[1])}{cell[0]}"


def _areas(cells: list[Cell]) -> str:
    """Cells of one column as areas, neighbours joined: `B7:B9 B12`."""
    areas: list[tuple[Cell, Cell]] = []
    for cell in cells:
        if areas and areas[-1][1][0] + 1 == cell[0]:
            areas[-1] = (areas[-1][0], cell)
        else:
            areas.append((cell, cell))
    return " ".join(_address(a) if a == b else f"{_address(a)}:{_address(b)}" for a, b in areas)


def _last_priority(root: Node) -> int:
    """The highest priority number in the sheet, also among the rules of its extension list."""
    numbers = [int(n.attrs.get("priority") or 0) for n in root.every("cfRule")]
    return max(numbers, default=0)
