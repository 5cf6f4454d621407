"""Heading sets of lists, written before the reader saw them: kinds, columns, no wrong meanings."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.judul import Himpunan, make_grid, read_sets, score
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.vocabulary import load_vocabulary

SETS = sorted((Path(__file__).parents[2] / "bench" / "judul_set").glob("putaran-*.md"))[-2:]
"""The last two rounds; earlier ones are measured by `bench.judul`."""
OPEN = {
    "hb40": "the sessions stand in columns, one row a day",
    "ia11": "a list of firms with a name and nothing on the firm but its trade",
    "ia13": "the same, with the NIK of people whose names are not there",
    "ia29": "«Kategori» with any words in it is taken for the standing of a peserta",
    "ia31": "«Layanan» for the activity",
    "ib06": "a receipt of goods: a name and a signature, and nothing says peserta but the heading",
    "ib21": "the question asks for years without saying of what",
    "ib29": "what the trainer does and what the peserta do, one column each",
    "ib30": "«Kompetensi Dasar» and «Materi Pokok» both say what a session is of",
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
