"""The copy of a workbook that cannot be patched."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

from openpyxl import load_workbook

from dak_excel.annotate.plain_copy import copy_of
from dak_excel.annotate.strip import strip
from dak_excel.findings import Reply
from dak_excel.sheets.grid import CellRange, Grid
from dak_excel.sheets.open import open_book
from dak_excel.sheets.records import ReadBook, ReadSheet
from dak_excel.sheets.tabel import Kind
from tests.annotate.builders import INFO, finding

NAME = "peserta.ods"
LONG = "Daftar Peserta Pelatihan Angkatan Kesatu [A1]"


def book() -> ReadBook:
    rows = [
        ["DAFTAR PESERTA", None, None],
        ["=1+1", 9901010112345678, "9901010112345678"],
        [date(1980, 5, 12), datetime(2023, 6, 12, 8, 30), time(8, 30)],
        [True, "#REF!", timedelta(hours=30)],
        [1.5, "kendali\x01", ""],
    ]
    first = Grid(NAME, LONG, rows, [(1, 1, 1, 3)], hidden_rows=frozenset({5}), hidden_columns=frozenset({2}))
    second = Grid(NAME, LONG + " (lanjutan)", [["x"]], hidden=True)
    return ReadBook(NAME, "ods", [ReadSheet(first, Kind.PESERTA), ReadSheet(second, Kind.TIDAK_DIKENALI)])


def found() -> list[object]:
    return [
        finding(CellRange(NAME, LONG, 2, 2), jawaban=Reply("Sebab")),
        finding(CellRange(NAME, LONG, 1, 2)),
    ]


def test_values_merges_and_what_is_hidden_are_carried_over() -> None:
    made = load_workbook(io.BytesIO(copy_of(book(), found(), INFO)))  # type: ignore[arg-type]
    names = made.sheetnames
    assert names[:2] == ["Ringkasan", "Temuan"] and all(len(name) <= 31 for name in names)
    sheet = made[names[2]]
    assert sheet["A1"].value == "DAFTAR PESERTA" and "A1:C1" in {str(r) for r in sheet.merged_cells.ranges}
    assert (sheet["A2"].value, sheet["A2"].data_type) == ("=1+1", "s")
    assert (sheet["B2"].value, sheet["C2"].value) == (9901010112345678, "9901010112345678")
    assert sheet["A3"].value == datetime(1980, 5, 12) and sheet["A3"].number_format == "dd/mm/yyyy"
    assert sheet["B3"].value == datetime(2023, 6, 12, 8, 30)
    assert sheet["A4"].value is True and sheet["B4"].value == "#REF!"
    assert sheet.row_dimensions[5].hidden and sheet.column_dimensions["B"].hidden
    assert made[names[3]].sheet_state == "hidden"


def test_it_says_that_it_is_a_copy_and_carries_the_marks() -> None:
    made = load_workbook(io.BytesIO(copy_of(book(), found(), INFO)))  # type: ignore[arg-type]
    texts = " ".join(str(c.value) for row in made["Ringkasan"] for c in row if c.value)
    assert "Ini salinan." in texts and "format ods" in texts
    sheet = made[made.sheetnames[2]]
    assert "Temuan dak_excel (1)" in sheet["B2"].comment.text
    assert "Temuan dak_excel (1)" in sheet["A1"].comment.text  # the cell that the merged area shows
    assert len(sheet.conditional_formatting) == 2


def test_the_same_copy_has_the_same_bytes_and_answers_come_back() -> None:
    first = copy_of(book(), found(), INFO)  # type: ignore[arg-type]
    assert first == copy_of(book(), found(), INFO)  # type: ignore[arg-type]
    back = strip(first)
    assert back.ours
    assert list(back.answers.values()) == [Reply("Sebab")]
    assert load_workbook(io.BytesIO(back.data)).sheetnames[0].startswith("Daftar Peserta")


def test_an_empty_workbook_and_hidden_sheets_only() -> None:
    assert strip(copy_of(ReadBook("a.csv", "csv", []), [], INFO)).ours
    hidden = ReadBook("a.xls", "xls", [ReadSheet(Grid("a.xls", "A", [], hidden=True), Kind.TIDAK_DIKENALI)])
    assert strip(copy_of(hidden, [], INFO)).ours


def test_what_lies_under_merged_cells_and_what_excel_cannot_count_is_carried_over_too() -> None:
    rows = [["Jumlah", "tertutup", 7], [1e30, -5.25, date(1582, 10, 15)]]
    grid = Grid(NAME, LONG, rows, [(1, 1, 1, 3)])
    copy = copy_of(ReadBook(NAME, "ods", [ReadSheet(grid, Kind.PESERTA)]), found(), INFO)  # type: ignore[arg-type]
    back = next(g for g in open_book(copy, "peserta.ods.xlsx").grids if g.sheet.startswith("Daftar"))
    assert [list(row) for row in back.rows] == [
        ["Jumlah", "tertutup", 7],
        [1e30, -5.25, "1582-10-15"],
    ]
    assert list(back.merges) == [(1, 1, 1, 3)]
    sheet = load_workbook(io.BytesIO(copy)).worksheets[2]
    assert sheet["A2"].number_format == "General"


def test_the_copy_counts_days_as_the_original_does() -> None:
    grid = Grid(NAME, "Peserta", [[date(1980, 5, 12), 27_890]], date1904=True)
    copy = copy_of(ReadBook(NAME, "xls", [ReadSheet(grid, Kind.PESERTA)]), [], INFO)
    back = next(g for g in open_book(copy, "peserta.xls.xlsx").grids if g.sheet == "Peserta")
    assert (list(back.rows[0]), back.date1904) == ([date(1980, 5, 12), 27_890], True)
