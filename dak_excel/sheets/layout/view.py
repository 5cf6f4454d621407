"""A sheet as the finders of tables see it: filled cells, merges, and what the words in a row are."""

from __future__ import annotations

import re
from datetime import date
from typing import TypeGuard

from dak_excel.sheets.grid import Grid, Value
from dak_excel.sheets.layout.questions import plainly_asked, without_number
from dak_excel.sheets.spelling import path_steps, remember
from dak_excel.sheets.values import clean, month_number
from dak_excel.sheets.vocabulary import Vocabulary

LONG = 90
"""A text longer than this is no heading."""
LIST = 3
"""Known headings among which dates may be headings too."""
QUESTION = 300
"""The same for a question, as web forms ask it."""


def filled(value: Value) -> bool:
    """Whether a cell has anything in it but blanks."""
    return value is not None and not (isinstance(value, str) and (not value or value.isspace()))


def is_number(value: Value) -> TypeGuard[int | float]:
    """Whether a cell holds a stored number."""
    return isinstance(value, int | float) and not isinstance(value, bool)


_CURRENCY = re.compile(r"\s*\(?(?:rp|idr)\.?\)?\s*[:.]?\s*", re.I)


def is_currency(value: Value) -> bool:
    """Whether a cell holds only the mark of the currency: `Rp`, with its figure in the next cell."""
    return isinstance(value, str) and len(value) < 8 and _CURRENCY.fullmatch(value) is not None


class View:
    """A grid with its merges indexed; `height` and `width` are those of the filled part."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.rows = grid.rows
        self.height = len(grid.rows)
        self.width = max((len(row) for row in grid.rows), default=0)
        self.merges = [m for m in map(self._clip, grid.merges) if m[:2] != m[2:]]
        self.by_row: dict[int, list[tuple[int, int, int, int]]] = {}
        for merge in self.merges:
            for row in range(merge[0], min(merge[2], merge[0] + 50) + 1):
                self.by_row.setdefault(row, []).append(merge)

    def _clip(self, merge: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        top, left, bottom, right = merge
        return top, left, max(top, min(bottom, self.height)), max(left, min(right, self.width))

    def cells(self, row: int, left: int = 1, right: int = 0) -> list[tuple[int, Value]]:
        """The filled cells of a row as (column, value), from column `left` to `right`."""
        if not 0 < row <= self.height:
            return []
        values = self.rows[row - 1][left - 1 : right or None]
        return [(left + at, value) for at, value in enumerate(values) if filled(value)]

    def text(self, row: int, column: int) -> str:
        """The text of a cell on one line; numbers as they stand; empty when there is none."""
        value = self.grid.at(row, column)
        if value is None or isinstance(value, bool):
            return ""
        if isinstance(value, str):
            return clean(value)
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return str(value)

    def merge_at(self, row: int, column: int) -> tuple[int, int, int, int] | None:
        """The merged range that a cell belongs to."""
        for merge in self.by_row.get(row, ()):
            if merge[0] <= row <= merge[2] and merge[1] <= column <= merge[3]:
                return merge
        return None


def known_headings(
    view: View, row: int, kosakata: Vocabulary, left: int = 1, right: int = 0
) -> tuple[int, int, int]:
    """Of a row: how many texts are known headings, how many texts there are, how many other values.

    Equal texts count once. Names of months and single letters say nothing of themselves.
    """
    words: set[str] = set()
    others = days = 0
    for _, value in view.cells(row, left, right):
        if isinstance(value, date):
            days += 1
        elif not isinstance(value, str):
            others += not _year_or_month(value)
        elif len(value) > (QUESTION if "?" in value else LONG):
            others += 1
        else:
            words.add(_heading_word(value, kosakata))
    texts = {word for word in words if len(word) > 1 and not is_month(word)}
    known = sum(1 for word in texts if is_heading(word, kosakata))
    if days < 2 or known < LIST:  # the days of an attendance list stand as dates among its headings
        others += days
    return known, len(texts), others


def _heading_word(text: str, kosakata: Vocabulary) -> str:
    """A text in standard spelling, without what it explains in brackets where that makes it a heading."""
    known = kosakata.heading_words.get(text)
    if known is None:
        known = remember(kosakata.heading_words, text, _as_heading(text, kosakata))
    return known


def _as_heading(text: str, kosakata: Vocabulary) -> str:
    word = kosakata.standard(without_number(path_steps(text)[-1]))
    if "(" in text and not is_heading(word, kosakata):
        bare = kosakata.standard(text.partition("(")[0])
        word = bare if bare and is_heading(bare, kosakata) else word
    if not is_heading(word, kosakata):
        plain = kosakata.standard(plainly_asked(text))
        word = plain if is_heading(plain, kosakata) else word
    return word


def heads_a_table(view: View, row: int, kosakata: Vocabulary, left: int = 1, right: int = 0) -> bool:
    """Whether a row can hardly be anything but a row of headings."""
    known, texts, others = known_headings(view, row, kosakata, left, right)
    return known >= 3 and known * 2 >= texts and others == 0


def is_heading(word: str, kosakata: Vocabulary) -> bool:
    """Whether a text in standard spelling is a heading that some kind of table uses."""
    return (
        word in kosakata.headings
        or kosakata.without_filler(word) in kosakata.headings
        or kosakata.mend(word) in kosakata.headings
        or (" " not in word and word in kosakata.joined)
    )


NUMBERED_MONTH = re.compile(r"bulan\s?(?:ke\s?)?(1[0-2]|[1-9])")
"""A month by its number, as exports head it: `bulan1`, `Bulan 12`, `bulan ke-3`."""


def is_month(word: str) -> bool:
    """`bulan januari`, `jan`, `agust 2023`: a heading that names a month."""
    if NUMBERED_MONTH.fullmatch(word):
        return True
    tokens = [token for token in word.split() if token not in ("bulan", "sd", "/") and not token.isdigit()]
    return len(tokens) == 1 and len(tokens[0]) >= 3 and month_number(tokens[0]) is not None


def _year_or_month(value: Value) -> bool:
    return is_number(value) and (1 <= value <= 31 or 1990 <= value < 2100) and value == int(value)
