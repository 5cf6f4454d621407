"""How much room text takes: enough to size a comment, a column or a row, without the font itself.

Widths are those of Tahoma 9 and Calibri 10 to within a tenth, in pixels at 96 dpi.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

_NARROW = frozenset("iljtfrI.,:;'|!()[]{}/ ")
_WIDE = frozenset("mwMW@%")
_CHAR = 7  # pixels of a digit in the default font: the unit of column widths
_PADDING = 2.5  # characters: cell margins and the filter button


def pixels(text: str) -> float:
    """Width of one line in a comment (9 points)."""
    return sum(3.6 if c in _NARROW else 10.0 if c in _WIDE else 7.6 if c.isupper() else 6.3 for c in text)


def lines(text: str, width: float) -> int:
    """Lines that text takes when it is wrapped at words to this many pixels."""
    return sum(_wrapped(line, width) for line in text.split("\n"))


def column_width(texts: Iterable[str], least: float, most: float) -> float:
    """Column width in characters for the longest of the texts' lines, within limits."""
    longest = max((pixels(line) for text in texts for line in text.split("\n")), default=0.0)
    return round(min(most, max(least, longest / _CHAR + _PADDING)), 1)


def row_height(text: str, width: float, size: int = 10) -> float:
    """Height in points of a row whose text is wrapped to a width in characters."""
    return ceil(lines(text, width * _CHAR * 0.95)) * size * 1.4 + 2


def _wrapped(line: str, width: float) -> int:
    count, used = 1, 0.0
    for word in line.split(" "):
        room = pixels(word) + 3.6
        if used and used + room > width:
            count, used = count + 1, 0.0
        count += int(room // width)
        used += room % width
    return count
