"""Lists of people by chance (`bench.layouts.people`): nearly all are read to the last cell."""

from __future__ import annotations

import random

from bench.buku_orang import faults
from bench.layouts.chance import Chance
from bench.layouts.people import people_list, timetable
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.vocabulary import load_vocabulary


def test_97_of_100_lists_of_people_are_read_to_the_last_cell() -> None:
    wrong = {}
    for number in range(60):
        chance = Chance(random.Random(f"uji-{number}"), 1)
        book = (timetable if number % 4 == 3 else people_list)(chance, number)
        if told := list(faults(book, read_grid(book.grid, load_vocabulary(), {}, 2023))):
            wrong[book.nama] = told
    assert len(wrong) <= 2, wrong
    assert not [text for told in wrong.values() for text in told if "jenis" in text or "baris" in text]
