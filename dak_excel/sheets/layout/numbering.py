"""The row of column numbers below a header: `1 2 3`, `(1) (2)`, `a b c`, `6 = (3 x 5)`."""

from __future__ import annotations

import re
from itertools import pairwise

from dak_excel.sheets.layout.view import View, is_number

MOST_ROWS = 5
"""Rows that a header has at most; merged cells may hold the numbers that far from its last text."""

_NUMBERING = re.compile(r"\(?\s*(?:(?:kol|kolom)\b\.?\s*)?(\d{1,3}|[a-z]{1,2})\s*[.)]*\s*(?:=.*)?", re.I)


def is_small(value: object) -> bool:
    """Whether a value is a small whole number, as column numbers and years are."""
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and 0 < value < 2100
        and float(value).is_integer()
    )


def numbering_below(view: View, last: int, left: int, right: int) -> int:
    """The row of column numbers below a header's last text, which merged cells may hold away from it."""
    below = range(last + 1, last + MOST_ROWS)
    row = next((row for row in below if view.cells(row, left, right)), 0)
    return row if row and is_numbering(view, row, left, right) else 0


def is_numbering(view: View, row: int, left: int, right: int) -> bool:
    """Whether a row numbers the columns: `1 2 3`, `(1) (2)`, `a b c`, `6 = (3 x 5)`."""
    cells = view.cells(row, left, right)
    if len(cells) < 2:
        return False
    marks: list[int] = []
    for _, value in cells:
        if is_number(value):
            if not is_small(value):
                return False
            marks.append(int(value))
            continue
        match = _NUMBERING.fullmatch(value.strip()) if isinstance(value, str) else None
        if match is None:
            continue
        mark = match[1].lower()
        marks.append(
            int(mark) if mark.isdigit() else sum((ord(c) - 96) * 26**i for i, c in enumerate(reversed(mark)))
        )
    if len(marks) < max(2, len(cells) * 0.8) or marks[0] > 3:
        return False
    if marks[0] == 1 and cells[0][0] - left > 1:  # the days below `Hari ke-`, far from the first column
        return False
    steps = [b - a for a, b in pairwise(marks)]
    return all(-1 <= step <= 4 for step in steps) and sum(step == 1 for step in steps) * 10 >= len(steps) * 6
