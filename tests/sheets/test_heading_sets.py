"""Heading sets of lists, written before the reader saw them: kinds, columns, no wrong meanings."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.judul import Himpunan, make_grid, read_sets, score
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.vocabulary import load_vocabulary

FOLDER = Path(__file__).parents[2] / "bench" / "judul_set"
SETS = sorted(FOLDER.glob("putaran-*.md"), key=lambda path: int(path.stem.rpartition("-")[2]))[-3:]
"""The last three rounds; earlier ones are measured by `bench.judul`."""
OPEN = {
    "ka16": "a survey of owners under a title of firms",
    "ka112": "«Skema Sertifikasi» of persons; of goods it is the way of certification",
    "la17": "a fair, its day and its place: too little to be one of our activities",
    "la53": "«Rencana» and «Status» side by side: nearer to a report on money",
    "la82": "a survey: a third of it is on the firm",
    "la86": "a cluster by its acronyms",
    "la93": "marks of people, and nothing says of whom",
    "ma05": "«Yang Mewakili» over names",
    "ma17": "travel money with volume, price and amount: nearer to a budget",
    "ma39": "«Nama Pemilik» beside «Nama IKM»: one is enough",
    "ma74": "speakers and subjects twice, morning and afternoon",
}
"""Sets that are not read right, and why."""
ALL = [one for path in SETS for one in read_sets(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.nama)
def test_a_list_is_known_by_its_headings(one: Himpunan) -> None:
    sheet = read_grid(make_grid(one, 9), load_vocabulary(), {}, 2023)
    result = score(one, sheet)
    if one.nama in OPEN:
        assert sheet.notes, "what is not read is said"
        return
    assert result.benar, (result.jenis, one.jenis, sheet.notes)
    assert (result.kurang, result.salah) == ([], [])
