"""The small sheets of people and lists of `bench/buku_set`: every one as its facts say."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.buku_orang import Buku, faults, load_books
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.vocabulary import load_vocabulary

SETS = Path(__file__).parents[2] / "bench" / "buku_set"
BOOKS = [
    book for path in sorted(SETS.glob("*.yaml")) for book in load_books(path.read_text(encoding="utf-8"))
]
OPEN: dict[str, str] = {}
"""Sheets that are not read right yet, with what is wrong; an entry that reads right fails."""


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.nama)
def test_a_sheet_says_what_its_facts_say(book: Buku) -> None:
    told = list(faults(book, read_grid(book.grid, load_vocabulary(), {}, 2023)))
    if book.nama in OPEN:
        assert told, f"{book.nama} is read right: take it from the list"
    else:
        assert told == []
