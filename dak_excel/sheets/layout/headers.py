"""Headers of tables: one to four rows, merged both ways, with a row of column numbers below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dak_excel.sheets.grid import Value
from dak_excel.sheets.layout.numbering import MOST_ROWS, is_numbering, is_small, numbering_below
from dak_excel.sheets.layout.view import (
    LONG,
    View,
    filled,
    is_currency,
    is_heading,
    is_number,
    known_headings,
)
from dak_excel.sheets.vocabulary import Vocabulary

FIGURES = 8
"""Rows below a text that are looked at for figures."""
GAP = 3
"""Columns that an unmerged group heading may span below another."""

_AMOUNT = re.compile(r"(?:rp\.?\s*)?\(?\d[\d.,]{4,}(?:\s*,?-+)?\)?", re.I)
_UNIT = re.compile(r"\(.{1,12}\)")


@dataclass(frozen=True, slots=True)
class HeaderColumn:
    """A heading over one column, or over several where it is merged: `column` … `last`."""

    column: int
    last: int
    parts: tuple[str, ...]

    def filled_at(self, view: View, row: int) -> int:
        """The first of its cells in a row that is filled, 0 for none; a bare `Rp` is not counted."""
        cells = view.rows[row - 1][self.column - 1 : self.last]
        for at, value in enumerate(cells):
            if filled(value) and not is_currency(value):
                return self.column + at
        return 0

    def value(self, view: View, row: int) -> Value:
        """What stands under it in a row; under a wide heading the first cell that says something."""
        at = self.filled_at(view, row)
        return view.grid.at(row, at) if at else None

    @property
    def judul(self) -> str:
        """The heading as the user knows it, levels joined by ` / `."""
        return " / ".join(self.parts)


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table. `numbering` is the row of column numbers below it, 0 for none."""

    first: int
    last: int
    columns: tuple[HeaderColumn, ...]
    numbering: int = 0

    @property
    def left(self) -> int:
        """Its first column."""
        return self.columns[0].column

    @property
    def right(self) -> int:
        """Its last column."""
        return self.columns[-1].last

    @property
    def body(self) -> int:
        """The row below the header and its column numbers."""
        return max(self.last, self.numbering) + 1


def header_at(view: View, row: int, kosakata: Vocabulary) -> Header:
    """The whole header that a candidate row belongs to."""
    cells = view.cells(row)
    left, right = cells[0][0], cells[-1][0]
    for merge in view.by_row.get(row, ()):
        if merge[0] <= row and filled(view.grid.at(merge[0], merge[1])) and merge[3] <= right + 30:
            left, right = min(left, merge[1]), max(right, merge[3])
    first = _top(view, row, left, right, kosakata)
    for upper in range(first, row):
        for column, _ in view.cells(upper):
            left = min(left, column)
            wide = view.merge_at(upper, column)
            if wide and wide[2] >= row - 1:
                right = max(right, wide[3])
    last = _bottom(view, first, row, left, right, kosakata)
    left = min(left, *(cells[0][0] for at in range(first, last + 1) if (cells := view.cells(at))))
    columns = columns_of(view, first, last, left, max(right, _widest(view, first, last)))
    return Header(first, last, columns, numbering_below(view, last, columns[0].column, columns[-1].last))


def narrow(view: View, part: Header, kosakata: Vocabulary) -> Header:
    """The header of one of several tables side by side, as deep as its own headings go."""
    left, right = part.left, part.right
    first = next((r for r in range(part.first, part.last + 1) if view.cells(r, left, right)), part.first)
    last = _bottom(view, first, first, left, right, kosakata)
    columns = columns_of(view, first, last, left, right)
    return Header(first, last, columns, numbering_below(view, last, left, right))


def _widest(view: View, first: int, last: int) -> int:
    return max((cells[-1][0] for row in range(first, last + 1) if (cells := view.cells(row))), default=1)


def _top(view: View, row: int, left: int, right: int, kosakata: Vocabulary) -> int:
    """The first row of the header: where merges that reach into `row` begin, and group rows above."""
    top = row
    for merge in view.by_row.get(row, ()):
        if merge[0] < top and left <= merge[1] <= right and row - merge[0] < MOST_ROWS:
            top = merge[0]
    if _over_two_rows(view, top):
        return top - 1
    above = view.cells(top - 1, left, right)
    words = [v for _, v in above if isinstance(v, str) and len(v) <= LONG and ":" not in v.rstrip(" :*)")]
    if len(above) < 2 or len(words) < len(above):
        return top
    spread = sum(1 for column, _ in above if (m := view.merge_at(top - 1, column)) and m[3] > m[1])
    free = [c for c, _ in above if not filled(view.grid.at(top, c))]
    if spread >= 2 or (spread and all(c in free or view.merge_at(top - 1, c) for c, _ in above)):
        return top - 1
    return top - 1 if _groups(view, top, words, free, kosakata) else top


def _over_two_rows(view: View, top: int) -> bool:
    """Whether a row and the one above it are one heading that nobody merged, told by their shape.

    Every column has a heading in one of them; what stands above others in the upper row has two and more
    below it, none of which says the same twice: `Output | | Anggaran` over `Target, Hasil, Target, Hasil`.
    """
    upper, lower = dict(view.cells(top - 1)), dict(view.cells(top))
    texts = [*upper.values(), *lower.values()]
    if len(upper) < 2 or len(lower) < 3 or not all(isinstance(v, str) and len(v) <= LONG for v in texts):
        return False
    if any(isinstance(v, str) and (":" in v or _AMOUNT.fullmatch(v.strip())) for v in texts):
        return False
    places = sorted({*upper, *lower})
    if places != list(range(places[0], places[-1] + 1)):
        return False
    heads = [c for c in sorted(upper) if c in lower]
    alone = [c for c in upper if c not in lower]
    if not heads or not (alone or len(heads) > 1):
        return False
    for head in heads:
        after = [c for c in sorted(upper) if c > head]
        end = after[0] if after else places[-1] + 1
        below = [str(lower[c]).casefold() for c in range(head, end) if c in lower]
        if len(below) < 2 or len(set(below)) < len(below):
            return False
    return True


def _groups(view: View, top: int, words: list[str], free: list[int], kosakata: Vocabulary) -> bool:
    """Whether texts above a row of headings are its groups: `No | Data Pribadi | | Data Usaha`, unmerged."""
    if len(words) >= len(view.cells(top)):
        return False
    known = [kosakata.mend(kosakata.standard(word)) for word in words]
    groups = sum(1 for word in known if word in kosakata.groups or known.count(word) > 1)
    headings = sum(1 for c in free if is_heading(kosakata.standard(view.text(top - 1, c)), kosakata))
    return groups * 2 >= len(words) - headings and groups + min(headings, 1) >= 2 and ":" not in known + words


def _bottom(view: View, first: int, row: int, left: int, right: int, kosakata: Vocabulary) -> int:
    """The last row of the header."""
    last = row
    while last - first + 1 < MOST_ROWS:
        below = last + 1
        right = _reach(view, below, right)
        cells = view.cells(below, left, right)
        covered = any(
            m[0] <= last and m[2] >= below and m[0] >= first and filled(view.grid.at(m[0], m[1]))
            for m in view.by_row.get(below, ())
        )
        if not cells:
            if not covered:
                break
            last = below
            continue
        if is_numbering(view, below, left, right) or not _heads(
            view, first, last, below, left, right, covered, kosakata
        ):
            break
        last = below
    while last > row and not view.cells(last, left, right):
        last -= 1
    return last


def _reach(view: View, row: int, right: int) -> int:
    """How far a lower header row goes on beyond the last heading above, which nobody merged over it.

    Groups of its own that nobody merged either leave gaps: `Bulan Lalu | | Bulan Ini | | s.d. Bulan Ini`.
    Then nothing stands below the other headings: a row of data begins further to the left.
    """
    while right < view.width and filled(view.grid.at(row, right + 1)):
        right += 1
    beyond = view.cells(row, right + 1, view.width)
    if view.cells(row, 1, right - 1) or not all(
        isinstance(v, str) and len(v) <= LONG and not _AMOUNT.fullmatch(v.strip()) for _, v in beyond
    ):
        return right
    for column, _ in beyond:
        if column - right > GAP:
            break
        right = column
    return right


def _heads(
    view: View, first: int, last: int, row: int, left: int, right: int, covered: bool, kosakata: Vocabulary
) -> bool:
    """Whether a row below a header row is one itself, not yet data."""
    cells = view.cells(row, left, right)
    if len(cells) > 1 and _are_days([v for _, v in cells]):
        return all(_spanned(view, first, last, column) for column, _ in cells)
    if not all((isinstance(v, str) and len(v) <= LONG) or is_small(v) for _, v in cells):
        return False
    texts = [v for _, v in cells if isinstance(v, str)]
    if any(_AMOUNT.fullmatch(v.strip()) for v in texts):
        return False
    if not texts or not _may_head([v for _, v in cells if is_number(v)]):
        return False
    if all(_UNIT.fullmatch(v.strip()) or is_currency(v) for v in texts):
        return True
    if len(cells) > 1 and len(texts) == len(cells) and _over_figures(view, row, [c for c, _ in cells]):
        return True
    known, count, _ = known_headings(view, row, kosakata, left, right)
    under_group = all(_under_group(view, first, last, column) for column, _ in cells) and (
        known > 0 or len(cells) > 1
    )
    if covered or under_group:
        return under_group or known * 2 >= count
    return (known >= 2 and known * 2 > count) or (
        known == count == len(cells) and known > 0 and _continues(view, last, cells)
    )


def _are_days(values: list[Value]) -> bool:
    """Whether values are dates, or the numbers of days that follow each other."""
    if all(isinstance(value, date) for value in values):
        return True
    numbers = [int(v) for v in values if isinstance(v, int | float) and is_small(v)]
    return len(numbers) == len(values) and all(b == a + 1 for a, b in pairwise(numbers))


def _over_figures(view: View, row: int, columns: list[int]) -> bool:
    """Whether below each of some texts stand figures, and to the left of them rows that go on without."""
    if columns[0] <= 2 or view.cells(row, 1, columns[0] - 1):
        return False
    for column in columns:
        below = [view.grid.at(r, column) for r in range(row + 1, row + 1 + FIGURES)]
        values = [v for v in below if filled(v)]
        figures = sum(
            is_number(v) or (isinstance(v, str) and bool(_AMOUNT.fullmatch(v.strip()))) for v in values
        )
        if not values or figures * 2 < len(values):
            return False
    return True


def _spanned(view: View, first: int, last: int, column: int) -> bool:
    """Whether a heading above a column is merged over several: the days below `Tanda Tangan`."""
    merges = (view.merge_at(row, column) for row in range(first, last + 1))
    return any(merge is not None and merge[3] > merge[1] for merge in merges)


def _continues(view: View, last: int, cells: list[tuple[int, Value]]) -> bool:
    """A heading written over two rows: `Kode` above `Rekening`."""
    return all(filled(view.grid.at(last, column)) for column, _ in cells) and len(cells) <= 3


def _may_head(numbers: list[int | float]) -> bool:
    """Whether numbers can be headings: days or columns in their order, or years."""
    years = all(1990 <= number < 2100 for number in numbers)
    return years or (all(b - a == 1 for a, b in pairwise(numbers)) and (not numbers or numbers[0] == 1))


def _under_group(view: View, first: int, last: int, column: int) -> bool:
    """Whether a cell stands under a heading that spans several columns, or in a gap between headings."""
    for row in range(last, first - 1, -1):
        merge = view.merge_at(row, column)
        if merge:
            return merge[3] > merge[1]
        if filled(view.grid.at(row, column)):
            return not filled(view.grid.at(row, column + 1)) and view.merge_at(row, column + 1) is None
    return any(filled(view.grid.at(row, c)) for row in range(first, last + 1) for c in range(1, column))


def _only_currency(level: Mapping[int, str]) -> bool:
    """Whether a row of headings only says that amounts are rupiah."""
    return all(is_currency(text) for text in level.values())


def columns_of(view: View, first: int, last: int, left: int, right: int) -> tuple[HeaderColumn, ...]:
    """The headings from left to right; a column without one stands as an empty heading."""
    levels = [_level(view, row, first, last, left, right) for row in range(first, last + 1)]
    levels = [level if at == 0 or not _only_currency(level) else {} for at, level in enumerate(levels)]
    _spread(view, levels, first, left)
    columns: list[HeaderColumn] = []
    column = left
    while column <= right:
        parts: list[str] = []
        width = 1
        for at, level in enumerate(levels):
            text = level.get(column, "")
            if text and (not parts or parts[-1] != text):
                parts.append(text)
            merge = view.merge_at(first + at, column)
            if merge and at == len(levels) - 1 and merge[1] == column and merge[3] > column:
                width = min(merge[3], right) - column + 1
        columns.append(HeaderColumn(column, column + width - 1, tuple(parts)))
        column += width
    while len(columns) > 1 and not columns[-1].parts:
        columns.pop()
    while len(columns) > 1 and not columns[0].parts:
        columns.pop(0)
    return tuple(columns)


def _level(view: View, row: int, first: int, last: int, left: int, right: int) -> dict[int, str]:
    """The text over each column at one header row, merges filled."""
    level: dict[int, str] = {}
    for column in range(left, right + 1):
        merge = view.merge_at(row, column)
        if merge and merge[0] >= first:
            text = view.text(merge[0], merge[1])
            if text and row == merge[0]:
                level[column] = text
        elif text := view.text(row, column):
            level[column] = text
    return level


def _spread(view: View, levels: list[dict[int, str]], first: int, left: int) -> None:
    """A group heading that nobody merged covers the empty cells to its right that have headings below, as far
    as the groups above it reach."""
    for at, level in enumerate(levels[:-1]):
        below = levels[at + 1 :]
        right = max((max(lower) for lower in below if lower), default=0)
        current, start = "", left
        for column in range(left, right + 1):
            if column in level:
                merge = view.merge_at(first + at, column)
                grouped = any(column in lower for lower in below)
                current, start = (level[column] if grouped and merge is None else ""), column
                continue
            together = all(upper.get(column) == upper.get(start) for upper in levels[:at])
            headed = any(column in lower for lower in below)
            if current and together and headed and view.merge_at(first + at, column) is None:
                level[column] = current
            else:
                current = ""
