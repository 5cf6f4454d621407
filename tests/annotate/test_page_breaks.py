"""The printed `Ringkasan`: no heading alone at the foot of a page."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dak_excel.annotate.page_breaks import _HEIGHT, breaks_before, scale_for

WIDTHS = (2.0, 30.0, 24.0, 12.0, 22.0, 80.0)
ROOM = _HEIGHT * 100 / scale_for(WIDTHS)


def rows_before(text: str) -> list[int]:
    return [int(number) for number in re.findall(r'<brk id="(\d+)"', text)]


def test_a_heading_that_would_stand_last_begins_the_next_page() -> None:
    full = int(ROOM // 15) - 2
    heights = [15.0] * (full + 40)
    assert rows_before(breaks_before([full], heights, WIDTHS)) == [full - 1]
    assert breaks_before([5], heights, WIDTHS) == ""
    assert breaks_before([1], heights, WIDTHS) == ""


@given(st.lists(st.floats(12, 200), min_size=1, max_size=120), st.sets(st.integers(1, 120)))
def test_what_follows_a_heading_stands_on_its_page(heights: list[float], headings: set[int]) -> None:
    rows = sorted(n for n in headings if n <= len(heights))
    breaks = set(rows_before(breaks_before(rows, heights, WIDTHS)))
    page, used = {}, 0.0
    number = 0
    for row, height in enumerate(heights, start=1):
        if row - 1 in breaks or used + height > ROOM * 0.95:
            number, used = number + 1, 0.0
        page[row] = number
        used += height
    for row in rows:
        block = [n for n in range(row, row + 4) if n <= len(heights)]
        if sum(heights[n - 1] for n in block) <= ROOM * 0.95 and not (set(block[1:]) & set(rows)):
            assert len({page[n] for n in block}) == 1, (row, page)
