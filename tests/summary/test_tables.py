"""`temuan.csv` and `temuan.xlsx`: columns of the contract, and nothing that runs as a formula."""

from __future__ import annotations

import csv
import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl

from dak_excel.results.daerah import DaerahResult
from dak_excel.results.outputs import KOLOM_TEMUAN
from dak_excel.summary.tables import _Book, finding_rows, write_tables
from tests.summary.builders import daerah, temuan

PER = date(2023, 7, 2)
HEADER = "daerah,berkas,lembar,sel,rincian,ketentuan,tingkat,status,pesan,saran,rujukan,rupiah,folder"


def temuan_csv(daerah: list[DaerahResult]) -> bytes:
    return both(daerah)[0]


def temuan_xlsx(daerah: list[DaerahResult]) -> bytes:
    return both(daerah)[1]


def both(daerah: list[DaerahResult]) -> tuple[bytes, bytes]:
    csv_file, xlsx_file = BytesIO(), BytesIO()
    write_tables(iter(daerah), csv_file, xlsx_file, PER)
    return csv_file.getvalue(), xlsx_file.getvalue()


def test_csv_has_the_columns_of_the_contract() -> None:
    data = temuan_csv([daerah(banyak=2)])
    assert data.startswith(b"\xef\xbb\xbf" + HEADER.encode() + b"\r\n")
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"))))
    assert [row["sel"] for row in rows] == ["F1", "F2"]
    assert rows[0]["daerah"] == "Kabupaten Uji"


def test_no_text_begins_like_a_formula() -> None:
    evil = daerah(banyak=0, temuan=[temuan(lembar="=HYPERLINK(1)", pesan="@SUM(A1)", saran="-1+1")])
    (row,) = csv.DictReader(StringIO(temuan_csv([evil]).decode("utf-8-sig")))
    assert (row["lembar"], row["pesan"], row["saran"]) == ("'=HYPERLINK(1)", "'@SUM(A1)", "'-1+1")
    sheet = openpyxl.load_workbook(BytesIO(temuan_xlsx([evil]))).worksheets[0]
    assert {cell.data_type for cells in sheet.iter_rows(min_row=2) for cell in cells} <= {"s", "n"}


def test_xlsx_holds_the_same_rows() -> None:
    sheet = openpyxl.load_workbook(BytesIO(temuan_xlsx([daerah(banyak=3)]))).worksheets[0]
    assert sheet.max_row == 4
    assert sheet.max_column == len(KOLOM_TEMUAN)
    assert sheet.freeze_panes == "A2"
    assert sheet["D2"].value == "F1"
    assert sheet.auto_filter.ref == "A1:M4"


def test_a_finding_in_the_workbook_leads_to_its_cell() -> None:
    sheet = openpyxl.load_workbook(BytesIO(temuan_xlsx([daerah(banyak=1)]))).worksheets[0]
    link = sheet["D2"].hyperlink
    assert link.target == "Kabupaten%20Uji/anotasi/rab/RAB%20A1.xlsx"
    assert link.location == "'RAB A1'!F1"


def test_names_of_files_and_sheets_hide_personal_numbers_too() -> None:
    nik = "9901010101850001"
    one = daerah(banyak=0, temuan=[temuan(berkas=f"{nik}.xlsx", lembar=f"Data {nik}")])
    text = temuan_csv([one]).decode("utf-8-sig")
    assert nik not in text
    assert "9901********0001.xlsx" in text


def test_a_long_message_gets_a_row_high_enough_on_a_landscape_a4_page() -> None:
    long = daerah(banyak=0, temuan=[temuan(1), temuan(2, pesan="Kegiatan berlangsung 24 JPL. " * 20)])
    sheet = openpyxl.load_workbook(BytesIO(temuan_xlsx([long]))).worksheets[0]
    heights = [sheet.row_dimensions[row].height for row in (1, 2, 3)]
    assert heights[0] < heights[1] < heights[2]
    assert heights[2] > 12 * 12  # 580 characters in a column of 50 take 12 lines of 10 points
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")


def test_heights_of_rows_do_not_pile_up_in_memory() -> None:
    book = _Book(PER)
    one = daerah(banyak=5)
    for found, cells in finding_rows(one):
        book.add(one, found, cells)
    assert not book._sheet.row_dimensions
    book.discard()


def test_the_amount_at_stake_is_a_number_and_unknown_is_left_empty() -> None:
    one = daerah(banyak=0, temuan=[temuan(rupiah=Decimal("12500000")), temuan(rupiah=None)])
    first, second = csv.DictReader(StringIO(temuan_csv([one]).decode("utf-8-sig")))
    assert (first["rupiah"], second["rupiah"]) == ("12500000", "")
    sheet = openpyxl.load_workbook(BytesIO(temuan_xlsx([one]))).worksheets[0]
    assert [sheet.cell(row, KOLOM_TEMUAN.index("rupiah") + 1).value for row in (2, 3)] == [12500000, None]


def test_the_workbook_bears_the_day_of_the_run_and_no_moment() -> None:
    data = temuan_xlsx([daerah()])
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = openpyxl.load_workbook(BytesIO(data)).properties
    assert properties.created == properties.modified == datetime(2023, 7, 2)
    assert temuan_xlsx([daerah()]) == data


def test_a_line_with_two_findings_puts_its_money_at_stake_once() -> None:
    line, gap = temuan(rupiah=Decimal(900_000), sel="B7"), temuan(rupiah=Decimal(50_000), sel="F7")
    other, answered = (
        temuan(rupiah=Decimal(100_000), sel="B8"),
        temuan(rupiah=Decimal(7), sel="B9", status="disetujui"),
    )
    one = daerah(banyak=0, temuan=[line, gap, other, answered])
    assert one.dipertaruhkan == one.glance().dipertaruhkan == Decimal(1_000_000)
