"""The receipt on one page of F4, whatever fonts the computer has.

Only how often a text breaks depends on the font: the height of a line is given. So the widths are reckoned
for the widest fonts in use (DejaVu, Verdana), and the letters are made as large as the page then allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

WIDTH = 528.0
"""Points between the margins of F4."""
HEIGHT = 640.0
"""Points that are left below the heading, the particulars and the table's own head."""
LARGEST, SMALLEST, STEP = 8.5, 3.5, 0.1
"""Sizes of letters, in points. Below the smallest nobody reads: then it takes a second page."""
LINE, PADDING = 1.2, 0.45
"""Height of a line, and above and below a row together, in letter heights; as in the style sheet."""
HASH = 0.85
"""Size of the figures of a hash, as a share of the other letters."""
LETTER = 0.66
"""Width of a letter of the widest fonts, in letter heights."""
BROKEN = 0.75
"""Share of a line that is filled when a text is broken between words."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in letter heights, paddings included, that keep each column but the first to so many lines."""

    lines: int
    arrival: float
    hash: float
    findings: float


LAYOUTS = (Columns(2, 8.8, 18.3, 7.8), Columns(1, 13.0, 36.5, 10.0))


@dataclass(frozen=True, slots=True)
class Print:
    """Size of the letters, and of those of a hash (points); the columns."""

    size: float
    columns: Columns

    @property
    def small(self) -> float:
        """Given in points: browsers do not go below a least size for what is given as a share."""
        return round(self.size * HASH, 2)


def fitted(names: Sequence[str]) -> Print:
    """The largest letters with which files of these names go on one page."""
    for step in range(round((LARGEST - SMALLEST) / STEP) + 1):
        size = round(LARGEST - step * STEP, 1)
        for columns in LAYOUTS:
            if _height(names, size, columns) <= HEIGHT:
                return Print(size, columns)
    return Print(SMALLEST, LAYOUTS[-1])


def _height(names: Sequence[str], size: float, columns: Columns) -> float:
    """Points that the rows take."""
    room = WIDTH / size - columns.arrival - columns.hash - columns.findings - 0.8
    if room < 10:
        return HEIGHT + 1
    return sum(
        (LINE * max(columns.lines, _lines(len(name) * LETTER, room)) + PADDING) * size for name in names
    )


def _lines(length: float, room: float) -> int:
    return 1 if length <= room else ceil(length / (room * BROKEN))
