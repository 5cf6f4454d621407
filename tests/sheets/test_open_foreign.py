"""Every foreign workbook is read right, every broken one refused in one clear sentence."""

from __future__ import annotations

import re

import pytest

from dak_excel.sheets.grid import Unreadable
from dak_excel.sheets.open import open_book
from tests.sheets.foreign import BROKEN, READABLE, Broken, Readable

ENDINGS = ("data peserta.xlsx", "data peserta.xls", "data peserta.ods")


@pytest.mark.parametrize("kind", READABLE, ids=lambda k: k.nama)
def test_a_foreign_workbook_is_read_as_it_is(kind: Readable) -> None:
    grid = open_book(kind.make(), "data peserta.xlsx").grids[0]
    assert [list(row) for row in grid.rows] == kind.rows
    assert [[type(v) for v in row] for row in grid.rows] == [[type(v) for v in row] for row in kind.rows]


@pytest.mark.parametrize("kind", BROKEN, ids=lambda k: k.nama)
def test_a_broken_file_is_refused_in_one_sentence(kind: Broken) -> None:
    with pytest.raises(Unreadable) as refused:
        open_book(kind.make(), "laporan/data peserta.xlsx")
    sentence = str(refused.value)
    assert kind.says in sentence
    assert sentence.startswith("«laporan/data peserta.xlsx»")
    assert re.fullmatch(r"[^\n]{40,320}\.", sentence)


def test_there_are_enough_kinds() -> None:
    names = [k.nama for k in (*READABLE, *BROKEN)]
    assert len(names) == len(set(names)) >= 60


@pytest.mark.parametrize("name", ENDINGS)
def test_the_name_does_not_matter(name: str) -> None:
    for kind in READABLE:
        if not kind.nama.startswith("stray"):
            assert [list(r) for r in open_book(kind.make(), name).grids[0].rows] == kind.rows
