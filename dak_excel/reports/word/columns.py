"""Tables without the columns that have nothing to say: those whose every cell is a dash or blank.

The place goes to the other columns, each in proportion to its width.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

KOSONG = frozenset({"", "–"})
PALING_SEDIKIT = 2
"""Columns that a table keeps at least."""
_CELL, _TEXT, _DRAWING, _VALUE = (qn(name) for name in ("w:tc", "w:t", "w:drawing", "w:val"))
_SPAN = f"{qn('w:tcPr')}/{qn('w:gridSpan')}"


def without_empty_columns(body: Any) -> None:
    """Takes those columns out of each table of a document that has a heading row."""
    for table in list(body.iter(qn("w:tbl"))):
        grid = table.find(qn("w:tblGrid"))
        rows = table.findall(qn("w:tr"))
        if grid is None or len(rows) < 2 or not heads(rows[0]):
            continue
        count = len(grid)
        silent = _silent(rows, count)
        if silent and count - len(silent) >= PALING_SEDIKIT:
            _take_out(grid, rows, silent)


def heads(row: Any) -> bool:
    """Whether a row is a heading, repeated on each page."""
    return row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def cells(row: Any) -> Iterator[tuple[int, int, Any]]:
    """First column, number of columns, and element of each cell."""
    at = 0
    for cell in row.findall(_CELL):
        span = cell.find(_SPAN)
        width = int(span.get(_VALUE)) if span is not None else 1
        yield at, width, cell
        at += width


def _silent(rows: list[Any], count: int) -> set[int]:
    """The columns in which no row says anything or shows a picture, and one shows a dash for it."""
    dashed: set[int] = set()
    telling: set[int] = set()
    for row in rows:
        heading = heads(row)
        for at, width, cell in cells(row):
            if at in telling:
                continue
            if cell.find(f".//{_DRAWING}") is not None:
                telling.add(at)
            elif width == 1 and not heading:
                text = "".join(t.text or "" for t in cell.iter(_TEXT)).strip()
                (dashed if text == "–" else telling if text not in KOSONG else set()).add(at)
    return {n for n in dashed - telling if n < count}


def _take_out(grid: Any, rows: list[Any], silent: set[int]) -> None:
    widths = [int(column.get(qn("w:w")) or 0) for column in grid]
    kept = sum(width for n, width in enumerate(widths) if n not in silent) or 1
    new = [0 if n in silent else round(width * sum(widths) / kept) for n, width in enumerate(widths)]
    for row in rows:
        for at, width, cell in list(cells(row)):
            gone = sum(n in silent for n in range(at, at + width))
            if gone == width:
                row.remove(cell)
                continue
            _resize(cell, width - gone, sum(new[at : at + width]))
    for n, column in enumerate(list(grid)):
        if n in silent:
            grid.remove(column)
        else:
            column.set(qn("w:w"), str(new[n]))


def _resize(cell: Any, span: int, width: int) -> None:
    shape = cell.find(qn("w:tcPr"))
    if shape is None:
        return
    spanned = shape.find(qn("w:gridSpan"))
    if spanned is not None:
        spanned.set(qn("w:val"), str(span))
    sized = shape.find(qn("w:tcW"))
    if sized is not None:
        sized.set(qn("w:w"), str(width))
