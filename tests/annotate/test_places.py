"""Where the mark of a whole sheet stands: on what tells a person which sheet it is."""

from __future__ import annotations

import pytest

from dak_excel.annotate.places import first_filled
from dak_excel.sheets.grid import Grid


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([["DAFTAR PESERTA"], [], ["No", "Nama"], [1, "Wulan"]], (1, 1)),
        ([["No.", "Nama", "NIK"], [1, "Wulan", ""]], (1, 2)),
        ([[None, "Nomor Urut", "Uraian"]], (1, 3)),
        ([["1.", 2], ["(3)", 4.5]], (1, 1)),
        ([], (1, 1)),
    ],
)
def test_a_whole_sheet_is_marked_on_its_title_and_not_on_its_numbering(
    rows: list[list[object]], cell: tuple[int, int]
) -> None:
    assert first_filled(Grid("a.xlsx", "Lembar", rows)) == cell  # type: ignore[arg-type]
