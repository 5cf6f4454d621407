"""Key : value lines: `Kegiatan : …` in one cell, or key, colon and value in cells of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dak_excel.sheets.cells import View, filled, is_number
from dak_excel.sheets.grid import Value
from dak_excel.sheets.values import clean
from dak_excel.sheets.vocabulary import KataJenis, Kosakata

NEAR = 3
"""A value stands at most this many columns behind its key or colon."""

_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\s+", re.I)
_KEY = re.compile(r"^([^:]{1,70}?)\s*:\s*(.*)$", re.S)
_CLOCK = re.compile(r"\d$")


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
    words: KataJenis,
    kosakata: Kosakata,
    *,
    bare: bool = False,
    span: tuple[int, int] = (1, 0),
) -> list[Pair]:
    """The key : value pairs of a row whose key the words know.

    With `bare` a known key followed by a value counts without a colon too.
    """
    cells = view.cells(row, *span)
    found: list[Pair] = []
    at = 0
    while at < len(cells):
        column, value = cells[at]
        at += 1
        if not isinstance(value, str):
            continue
        text = clean(value)
        if match := _KEY.match(value.strip()):
            key, rest = clean(match[1]), match[2].strip()
            name = _field(key, words, kosakata)
            if name and not (rest and _CLOCK.search(key) and rest[0].isdigit()):
                if rest:
                    found.append(Pair(key, name, rest, row, column, column, True))
                else:
                    taken, raw, place = _value(view, cells, at, row, column, words, kosakata)
                    found.append(Pair(key, name, raw, row, place, column, True))
                    at = taken
            continue
        name = _field(text, words, kosakata)
        if not name or len(text) > 70:
            continue
        following = cells[at] if at < len(cells) else None
        if following and isinstance(following[1], str) and following[1].lstrip()[:1] == ":":
            rest = following[1].lstrip()[1:].strip()
            if rest:
                found.append(Pair(text, name, rest, row, following[0], column, True))
                at += 1
            else:
                taken, raw, place = _value(view, cells, at + 1, row, following[0], words, kosakata)
                found.append(Pair(text, name, raw, row, place, column, True))
                at = taken
        elif bare:
            if following and not (
                isinstance(following[1], str) and _field(clean(following[1]), words, kosakata)
            ):
                found.append(Pair(text, name, following[1], row, following[0], column, False))
                at += 1
            elif not following:
                found.append(Pair(text, name, None, row, _right(view, row, column), column, False))
    return found


def _value(
    view: View,
    cells: list[tuple[int, Value]],
    at: int,
    row: int,
    column: int,
    words: KataJenis,
    kosakata: Kosakata,
) -> tuple[int, Value, int]:
    """The value right of a key at `column`: (cells used, value, its column)."""
    if at < len(cells):
        place, value = cells[at]
        if place > _right(view, row, column) + NEAR:
            return at, None, _right(view, row, column)
        text = clean(value) if isinstance(value, str) else ""
        another = text and (":" in text or _field(text, words, kosakata)) and at + 1 < len(cells)
        if not (another and _starts_pair(cells, at, words, kosakata)):
            return at + 1, value, place
    return at, None, _right(view, row, column)


def _starts_pair(cells: list[tuple[int, Value]], at: int, words: KataJenis, kosakata: Kosakata) -> bool:
    """Whether the cell is the key of the next pair of the row."""
    value = cells[at][1]
    if not isinstance(value, str):
        return False
    match = _KEY.match(value.strip())
    if match and _field(clean(match[1]), words, kosakata):
        return True
    following = cells[at + 1][1] if at + 1 < len(cells) else None
    return isinstance(following, str) and following.strip()[:1] == ":"


def _right(view: View, row: int, column: int) -> int:
    """The column where the value of a key would stand: behind the key's own merged cells."""
    merge = view.merge_at(row, column)
    return (merge[3] if merge else column) + 1


def _field(key: str, words: KataJenis, kosakata: Kosakata) -> str:
    """The field that a key means; empty for a key that the words do not know."""
    text = kosakata.baku(strip_number(key))
    if not text:
        return ""
    hits = words.index.get(text) or words.index.get(kosakata.tanpa_hampa(text))
    return hits[0] if hits else ""


def text_of(cells: Iterable[tuple[int, Value]]) -> str:
    """The texts of a row joined, numbers left out."""
    return " ".join(clean(v) for _, v in cells if isinstance(v, str) and filled(v) and not is_number(v))
