"""What marking a workbook needs of what was read of it, for the process of its own in which a large one is
marked: the cells that findings are about, not the hundred thousand others, and how many rows there were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dak_excel.annotate.places import first_filled
from dak_excel.findings import Temuan
from dak_excel.sheets.grid import Grid
from dak_excel.sheets.records import ReadBook, ReadSheet


def needed(book: ReadBook, temuan: Iterable[Temuan]) -> ReadBook:
    """The book without records, tables and all rows that no finding is about."""
    rows: dict[str, set[int]] = {sheet.grid.sheet: _always(sheet.grid) for sheet in book.sheets}
    for one in temuan:
        for place in (one.tempat, *one.sel):
            if place is not None and place.workbook == book.workbook and place.row:
                rows.setdefault(place.sheet, set()).update(
                    range(place.row, (place.last_row or place.row) + 1)
                )
    return replace(book, sheets=[_sheet(sheet, rows[sheet.grid.sheet]) for sheet in book.sheets])


def _always(grid: Grid) -> set[int]:
    """The rows down to the first that says something, where a finding on the sheet as a whole is shown, and
    those whose cell stands for a merged area."""
    return {*range(1, first_filled(grid)[0] + 1), *(merge[0] for merge in grid.merges)}


def _sheet(sheet: ReadSheet, rows: set[int]) -> ReadSheet:
    nothing: Sequence[None] = ()
    kept = [row if at in rows else nothing for at, row in enumerate(sheet.grid.rows, 1)]
    own = sheet.unaided
    return replace(
        sheet,
        grid=replace(sheet.grid, rows=kept),
        tables=[],
        records=[],
        problems=[],
        counted=sheet.count,
        unaided=own and replace(own, grid=replace(own.grid, rows=()), tables=[], records=[], problems=[]),
    )
