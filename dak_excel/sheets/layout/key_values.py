"""Key : value lines: `Kegiatan : …` in one cell, or key, colon and value in cells of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from dak_excel.sheets.grid import Value
from dak_excel.sheets.kind_words import KindWords
from dak_excel.sheets.layout.office_keys import office_field
from dak_excel.sheets.layout.view import View, filled, is_number
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.values import clean
from dak_excel.sheets.vocabulary import Vocabulary

SLIP = 8
"""Letters that the key of a title line must have to be known despite a slip."""
MIRIP = 92.0
"""Likeness, per hundred, from which it is: `TGL PELAKSANAN`."""
ACROSS = 4
"""Keys beside each other from which a row may be a form laid out horizontally."""
NEAR = 3
"""A value stands at most this many columns behind its key or colon."""

_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s+", re.I)
_KEY = re.compile(r"^([^:]{1,70}?)\s*:\s*(.*)$", re.S)
_CHOICES = re.compile(r"\s*\((?:[^\W\d_]+\s*/\s*)+[^\W\d_]+\)\s*:?\s*$")
"""The answers offered behind a key: `(Ya/Tidak)`."""
_CLOCK = re.compile(r"\d$")
_CODE = re.compile(r"\d(?:\.\d{1,4}){2,}\.?")
"""The code of a kegiatan before its name in the next cell, as SIPD prints it."""
_ANOTHER = re.compile(r"(?:\s{2,}|\s*[;,|]\s*)([^\s:;,|][^:;,|]{1,40}?)\s*:\s*")


@dataclass(frozen=True, slots=True)
class Pair:
    """A key and its value; `row`, `column` are the value's cell, `raw` is None where it is empty."""

    key: str
    field: str
    raw: Value
    row: int
    column: int
    key_column: int
    colon: bool


def strip_number(text: str) -> str:
    """A key without its numbering: `a. Kabupaten/Kota` → `Kabupaten/Kota`."""
    return _NUMBER.sub("", text)


def pairs(
    view: View,
    row: int,
    words: KindWords,
    kosakata: Vocabulary,
    *,
    bare: bool = False,
    span: tuple[int, int] = (1, 0),
) -> list[Pair]:
    """The key : value pairs of a row whose key the words know.

    With `bare` a known key followed by a value counts without a colon too.
    """
    line = _Line(view, row, view.cells(row, *span), words, kosakata)
    found: list[Pair] = []
    while line.at < len(line.cells):
        if pair := line.next(bare):
            found.append(pair)
    return found


@dataclass(slots=True)
class _Line:
    """A row read from left to right; `at` is the next of its filled cells."""

    view: View
    row: int
    cells: list[tuple[int, Value]]
    words: KindWords
    kosakata: Vocabulary
    at: int = 0

    def next(self, bare: bool) -> Pair | None:
        """The pair that begins at the next cell, if one does."""
        column, value = self.cells[self.at]
        self.at += 1
        if not isinstance(value, str):
            return None
        if match := _KEY.match(value.strip()):
            return self._in_cell(column, clean(match[1]), match[2].strip())
        text = clean(value)
        name = field_of_key(text, self.words, self.kosakata) if len(text) <= 70 else ""
        if not name:
            return None
        following = self._text(self.at)
        if following[:1] == ":":
            colon = self.cells[self.at][0]
            self.at += 1
            if rest := following[1:].strip():
                return Pair(text, name, rest, self.row, colon, column, True)
            return self._behind(text, name, column, colon)
        return self._bare(text, name, column) if bare else None

    def _in_cell(self, column: int, key: str, rest: str) -> Pair | None:
        """`Kegiatan : Pelatihan Batik` in one cell; the value may also stand in the next."""
        name = field_of_key(key, self.words, self.kosakata)
        if not name or (rest and _CLOCK.search(key) and rest[0].isdigit()):
            return None
        if not rest:
            return self._behind(key, name, column, column)
        for match in _ANOTHER.finditer(rest):
            if field_of_key(clean(match[1]), self.words, self.kosakata):
                self.at -= 1
                self.cells[self.at] = (column, rest[match.start(1) :])
                rest = rest[: match.start()]
                break
        return Pair(key, name, rest.strip(), self.row, column, column, True)

    def _behind(self, key: str, name: str, key_column: int, column: int) -> Pair:
        """The value in the cell behind a key or its colon; None where another pair stands there."""
        right = _right(self.view, self.row, column)
        if (
            self.at < len(self.cells)
            and self.cells[self.at][0] <= right + NEAR
            and not self._starts_pair(self.at)
        ):
            place, value = self.cells[self.at]
            self.at += 1
            if _CODE.fullmatch(str(value).strip()) and self._text(self.at) and not self._starts_pair(self.at):
                place, said = self.cells[self.at]
                self.at += 1
                value = f"{value} {said}"
            return Pair(key, name, value, self.row, place, key_column, True)
        return Pair(key, name, None, self.row, right, key_column, True)

    def _bare(self, key: str, name: str, column: int) -> Pair | None:
        """A key with its value beside it, without a colon."""
        if self.at >= len(self.cells):
            return Pair(key, name, None, self.row, _right(self.view, self.row, column), column, False)
        place, value = self.cells[self.at]
        if isinstance(value, str) and field_of_key(clean(value), self.words, self.kosakata):
            return None
        self.at += 1
        return Pair(key, name, value, self.row, place, column, False)

    def _starts_pair(self, at: int) -> bool:
        """Whether a cell is the key of the next pair of the row."""
        match = _KEY.match(self._text(at))
        if match and field_of_key(clean(match[1]), self.words, self.kosakata):
            return True
        return bool(self._text(at)) and self._text(at + 1)[:1] == ":"

    def _text(self, at: int) -> str:
        value = self.cells[at][1] if at < len(self.cells) else None
        return value.strip() if isinstance(value, str) else ""


def _right(view: View, row: int, column: int) -> int:
    """The column where the value of a key would stand: behind the key's own merged cells."""
    merge = view.merge_at(row, column)
    return (merge[3] if merge else column) + 1


def field_of_key(key: str, words: KindWords, kosakata: Vocabulary) -> str:
    """The field that a key means; empty for a key that the words do not know."""
    text = kosakata.standard(strip_number(key))
    if not text:
        return ""
    bare = kosakata.standard(_CHOICES.sub("", strip_number(key)))
    for form in (text, kosakata.without_filler(text), kosakata.mend(text), bare):
        if hits := words.index.get(form):
            return hits[0]
    if words is kosakata.jenis[Kind.IDENTITAS]:
        return office_field(text)
    if words is kosakata.keterangan and len(text) >= SLIP:
        near = process.extractOne(text, words.index.keys(), scorer=fuzz.ratio, score_cutoff=MIRIP)
        return words.index[near[0]][0] if near else ""
    return ""


def across(
    view: View, row: int, words: KindWords, kosakata: Vocabulary, *, least: int = ACROSS
) -> list[Pair]:
    """The pairs of a row of keys with their values in the row below it: a form laid out horizontally.

    `least` is how many keys make one.
    """
    cells = view.cells(row)
    known = [(c, clean(v), field_of_key(clean(v), words, kosakata)) for c, v in cells if isinstance(v, str)]
    named = [(column, key, name) for column, key, name in known if name]
    several = bool(view.cells(row + 2)) and _same_columns(view, row)
    if len(named) < least or 2 * len(named) < len(cells) or several:
        return []
    return [
        Pair(key, name, value, row + 1, column, column, False)
        for column, key, name in named
        if filled(value := view.grid.at(row + 1, column))
    ]


def _same_columns(view: View, row: int) -> bool:
    """Whether a second row of values stands under the first: then it is a table of several."""
    first, second = ({c for c, _ in view.cells(row + step)} for step in (1, 2))
    return 2 * len(first & second) > len(first)


def text_of(cells: Iterable[tuple[int, Value]]) -> str:
    """The texts of a row joined, numbers left out."""
    return " ".join(clean(v) for _, v in cells if isinstance(v, str) and filled(v) and not is_number(v))
