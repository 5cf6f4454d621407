"""What LibreOffice writes, in each of its formats, is read the same."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from dak_excel.sheets.open import open_book

SOFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice tidak terpasang"),
]
ROW = [
    *("teks", 1, 2.5, date(2023, 6, 12), datetime(2023, 6, 12, 10, 30), time(9, 30)),
    *("9901010101010001", "baris 1\nbaris 2", "#DIV/0!", 3.5),
]


def original() -> bytes:
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out)
    sheet = workbook.add_worksheet("Satu")
    day = workbook.add_format({"num_format": "[$-421]dd mmmm yyyy;@"})
    moment = workbook.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    hour = workbook.add_format({"num_format": "hh:mm"})
    sheet.merge_range("A1:D1", "Judul")
    sheet.write_row("A3", ROW[:3])
    sheet.write_datetime("D3", ROW[3], day)
    sheet.write_datetime("E3", ROW[4], moment)
    sheet.write_datetime("F3", ROW[5], hour)
    sheet.write_string("G3", ROW[6])
    sheet.write_string("H3", ROW[7])
    sheet.write_formula("I3", "=1/0", None, "#DIV/0!")
    sheet.write_formula("J3", "=B3+C3", None, 3.5)
    sheet.set_row(3, options={"hidden": True})
    sheet.set_column("C:C", None, None, {"hidden": True})
    sheet.write("A5", "bawah")
    workbook.add_worksheet("Tersembunyi").hide()
    workbook.close()
    return out.getvalue()


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("libreoffice")
    (folder / "asli.xlsx").write_bytes(original())
    for ending in ("ods", "fods", "xls", "xlsm", "csv", "html"):
        subprocess.run(
            [
                str(SOFFICE),
                f"-env:UserInstallation={(folder / 'profil').as_uri()}",
                "--headless",
                "--convert-to",
                ending,
                "--outdir",
                str(folder),
                str(folder / "asli.xlsx"),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    return folder


@pytest.mark.parametrize("ending", ["xlsx", "ods", "fods", "xls", "xlsm"])
def test_values_merges_and_what_is_hidden_survive(converted: Path, ending: str) -> None:
    book = open_book((converted / f"asli.{ending}").read_bytes(), f"asli.{ending}")
    grid = book.grids[0]
    assert list(grid.rows[2]) == ROW
    assert grid.rows[4][0] == "bawah"
    assert (grid.merges, grid.hidden_rows, grid.hidden_columns) == (((1, 1, 1, 4),), {4}, {3})
    assert [(g.sheet, g.hidden) for g in book.grids] == [("Satu", False), ("Tersembunyi", True)]


def test_text_formats_keep_what_is_seen(converted: Path) -> None:
    csv = open_book((converted / "asli.csv").read_bytes(), "asli.csv").grids[0]
    assert csv.at(3, 7) == "9901010101010001"
    page = open_book((converted / "asli.html").read_bytes(), "asli.xls").grids[0]
    line = next(row for row in page.rows if row and row[0] == "teks")
    assert line[6 - 1] == "9901010101010001"  # the hidden column is not on the page
    assert line[2] == date(2023, 6, 12)
