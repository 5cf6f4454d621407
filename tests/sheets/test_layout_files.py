"""Generated sheets that go through a file and its reader on their way."""

from __future__ import annotations

import pytest

from dak_excel.sheets.open import open_book
from dak_excel.sheets.read import read_book
from dak_excel.sheets.records import ReadSheet
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_vocabulary
from tests.sheets.layouts import KINDS, judge, make
from tests.sheets.layouts.files import to_csv, to_xlsx
from tests.sheets.layouts.words import ISTILAH


def read(data: bytes, name: str) -> ReadSheet:
    book = open_book(data, name)
    return read_book(book, load_vocabulary(), ISTILAH, 2023).sheets[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_workbook_is_read_like_its_cells(kind: Kind) -> None:
    for seed in range(500, 506):
        layout = make(kind, seed)
        verdict = judge(layout, read(to_xlsx(layout.grid), "contoh.xlsx"))
        assert verdict.silent == [], f"{kind} {seed}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_csv_file_is_read_as_far_as_text_tells(kind: Kind) -> None:
    layouts = [layout for seed in range(500, 540) if not (layout := make(kind, seed)).grid.merges]
    assert layouts
    for layout in layouts:
        verdict = judge(layout, read(to_csv(layout.grid), f"{layout.grid.sheet}.csv"))
        assert verdict.silent == [], f"{kind} {layout.seed}"
