"""How much room text takes: enough to size a comment, a column or a row, without the font itself.

Widths are those of Tahoma 9 and Calibri 10 to within a tenth, in pixels at 96 dpi.
"""

from __future__ import annotations

from collections.abc import Iterable

from dak_excel import memos

_TENTHS = bytearray([63] * 256)
"""Width of each character of Latin 1 in tenths of a pixel."""
for _codes, _width in ((b"iljtfrI.,:;'|!()[]{}/ ", 36), (b"mwMW@%", 100), (b"ABCDEFGHJKLNOPQRSTUVXYZ", 76)):
    for _code in _codes:
        _TENTHS[_code] = _width
_SPACE = 3.6
_CHAR = 7  # pixels of a digit in the default font: the unit of column widths
_PADDING = 3.5  # characters: cell margins, indent, and the filter button
_INDENT = 22  # pixels of a cell that its margins and indent take
_SAFETY = 0.9  # another font than Calibri may stand in, and be wider
_LINE = 13.5  # points of a line in 10-point text
_ROW_PADDING = 5


def pixels(text: str) -> float:
    """Width of one line in a comment (9 points)."""
    return sum(text.encode("latin-1", "replace").translate(_TENTHS)) / 10


_word = memos.of_texts(8192)(pixels)  # words recur in all messages


@memos.of_texts(4096)
def lines(text: str, width: float) -> int:
    """Lines that text takes when it is wrapped at words to this many pixels."""
    return sum(_wrapped(line, width) for line in text.split("\n"))


def column_width(texts: Iterable[str], least: float, most: float) -> float:
    """Column width in characters for the longest of the texts' lines, within limits."""
    longest = max((pixels(line) for text in texts for line in text.split("\n")), default=0.0)
    return round(min(most, max(least, longest / _CHAR + _PADDING)), 1)


def row_height(cells: Iterable[tuple[str, float]]) -> float:
    """Height in points of a row of (text, column width in characters), 10-point text wrapped."""
    most = max((lines(text, (width * _CHAR - _INDENT) * _SAFETY) for text, width in cells), default=1)
    return min(409.0, most * _LINE + _ROW_PADDING)


def _wrapped(line: str, width: float) -> int:
    if pixels(line) <= width:
        return 1
    count, used = 1, 0.0
    for word in line.split(" "):
        room = _word(word)
        if used and used + room > width:
            count, used = count + 1, 0.0
        count += int(room // width)
        used += room % width + _SPACE
    return count
