"""A large workbook is marked from what findings are about alone: to the byte as from everything."""

from __future__ import annotations

import pytest

from dak_excel.annotate.needed import needed
from dak_excel.annotate.patch import annotate
from tests.annotate.builders import INFO, at, finding, findings, read
from tests.annotate.handmade import WORKBOOKS
from tests.annotate.workbooks import SHEET


@pytest.mark.parametrize("name", sorted(WORKBOOKS))
def test_the_copy_is_the_same_to_the_byte(name: str) -> None:
    original = WORKBOOKS[name]()
    book = read(original)
    found = [*findings(book), finding(at(0, 0))]
    slim = needed(book, found)
    assert annotate(original, slim, found, INFO) == annotate(original, book, found, INFO)
    assert not any(sheet.records or sheet.tables for sheet in slim.sheets)
    assert [sheet.count for sheet in slim.sheets] == [len(sheet.records) for sheet in book.sheets]


def test_rows_that_no_finding_is_about_are_left_behind() -> None:
    book = read(WORKBOOKS["comments"]())
    (grid,) = (sheet.grid for sheet in needed(book, [finding(at(4, 5))]).sheets if sheet.grid.sheet == SHEET)
    assert grid.at(4, 5) is not None
    assert not any(grid.rows[4:])
