"""The real workbooks, cell by cell, against another reader."""

from __future__ import annotations

import io
from datetime import datetime, time
from pathlib import Path

import openpyxl
import pytest

from dak_excel.sheets.grid import Book
from dak_excel.sheets.open import open_book
from tests.shared import SHARED

pytestmark = pytest.mark.skipif(SHARED is None, reason="bahan bersama (shared/) tidak ada di sini")
CELLS = {"rka-dpa-sipd-nyata-1.xlsx": 3111, "rka-dpa-sipd-nyata-2.xlsx": 3001}


def corpus() -> list[Path]:
    return sorted((SHARED / "corpus").glob("*.xlsx")) if SHARED else []


def read(path: Path) -> tuple[bytes, Book]:
    data = path.read_bytes()
    return data, open_book(data, path.name)


@pytest.mark.parametrize("path", corpus(), ids=lambda p: p.stem)
def test_each_cell_merge_and_hidden_row_is_read_as_openpyxl_reads_it(path: Path) -> None:
    """And no formula is left without its value. Opened once, which is what takes the time."""
    data, book = read(path)
    other = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    assert not any(grid.unvalued for grid in book.grids)
    assert all("berkas lain" in note for note in book.notes)
    count = 0
    for grid in book.grids:
        for row in other[grid.sheet].iter_rows():
            for cell in row:
                value = cell.value
                if isinstance(value, datetime) and value.time() == time():
                    value = value.date()
                assert (grid.at(cell.row, cell.column) or None) == (value or None), (
                    grid.sheet,
                    cell.coordinate,
                )
                count += grid.at(cell.row, cell.column) is not None
    assert count == CELLS.get(path.name, count)
    for grid in book.grids:
        sheet = other[grid.sheet]
        merges = {(m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges}
        assert set(grid.merges) <= merges
        assert {m for m in merges if grid.at(m[0], m[1]) is not None} <= set(grid.merges)
        hidden = {n for n, d in sheet.row_dimensions.items() if d.hidden and n <= len(grid.rows)}
        assert grid.hidden_rows == hidden
        assert grid.hidden == (sheet.sheet_state != "visible")
