"""Page breaks of the printed `Ringkasan`: no heading stands alone at the foot of a page.

The sheet is fitted to the width of paper F4 (8.5 by 13 inches) lying, with the margins that it has; how far
that shrinks it follows from the width of its columns.
"""

from __future__ import annotations

from collections.abc import Sequence

_WIDTH = (13 - 0.8) * 72
"""Points across between the margins."""
_HEIGHT = (8.5 - 1.1) * 72
"""Points down between the margins."""
_SLACK = 0.95
"""What is used of it: fonts are not everywhere of one width."""
_FOLLOWING = 3
"""Rows that stay with a heading: the head of its table and what comes first."""


def scale_for(widths: Sequence[float]) -> int:
    """The scale, in percent, at which about columns of these widths (in characters) fill a page."""
    return max(10, min(100, int(100 * _SLACK * _WIDTH / sum(_points(width) for width in widths))))


def breaks_before(headings: Sequence[int], heights: Sequence[float], widths: Sequence[float]) -> str:
    """The element `rowBreaks` that puts headings (numbers of rows, from 1) on a new page where they and what
    follows them would not fit; empty where there is none. `heights` of all rows, in points."""
    room = _SLACK * _HEIGHT * 100 / scale_for(widths)
    kept, found, used = set(headings), [], 0.0
    for number, height in enumerate(heights, start=1):
        block = sum(heights[number - 1 : number + _FOLLOWING])
        if number in kept and used and used + block > room:
            found.append(number - 1)  # a break stands below a row
            used = 0.0
        used = height if used + height > room else used + height
    breaks = "".join(f'<brk id="{row}" max="16383" man="1"/>' for row in found)
    return (
        f'<rowBreaks count="{len(found)}" manualBreakCount="{len(found)}">{breaks}</rowBreaks>'
        if found
        else ""
    )


def _points(width: float) -> float:
    """Points of a column so many characters wide (ECMA-376 part 1, 18.3.1.13, at 96 dots an inch)."""
    return (width * 7 + 5) * 0.75
