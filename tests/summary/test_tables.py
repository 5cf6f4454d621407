"""`temuan.csv` and `temuan.xlsx`: columns of the contract, and nothing that runs as a formula."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import openpyxl

from dak_excel.summary.tables import KOLOM, temuan_csv, temuan_xlsx
from tests.summary.builders import daerah, temuan

HEADER = "daerah,berkas,lembar,sel,rincian,ketentuan,tingkat,status,pesan,saran,rujukan"


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
    assert sheet.max_column == len(KOLOM)
    assert sheet.freeze_panes == "A2"
    assert sheet["D2"].value == "F1"
