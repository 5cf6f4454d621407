"""The findings of all daerah as tables: `temuan.csv` for programs, `temuan.xlsx` for people."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from dak_excel.batch.hasil import HasilDaerah

KOLOM = (
    "daerah",
    "berkas",
    "lembar",
    "sel",
    "rincian",
    "ketentuan",
    "tingkat",
    "status",
    "pesan",
    "saran",
    "rujukan",
)
"""Columns of `temuan.csv`, as the contract has them."""

_JUDUL = {"pesan": "Apa yang keliru", "saran": "Cara memperbaiki", "rujukan": "Dasar"}
_LEBAR = {"daerah": 24, "berkas": 28, "lembar": 18, "pesan": 60, "saran": 50, "rujukan": 22, "ketentuan": 18}


def baris(daerah: Sequence[HasilDaerah]) -> Iterator[list[str]]:
    """The rows of the table, in the order of KOLOM. No text begins like a formula."""
    for one in daerah:
        for temuan in one.temuan:
            values = temuan.model_dump(mode="json")
            yield [_inert(one.nama), *(_inert(str(values[name])) for name in KOLOM[1:])]


def temuan_csv(daerah: Sequence[HasilDaerah]) -> bytes:
    """UTF-8 with BOM, RFC 4180."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(KOLOM)
    writer.writerows(baris(daerah))
    return buffer.getvalue().encode("utf-8-sig")


def temuan_xlsx(daerah: Sequence[HasilDaerah]) -> bytes:
    """The same rows as a filtered table with a frozen heading."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Temuan"
    sheet.append([_JUDUL.get(name, name.capitalize()) for name in KOLOM])
    for row in baris(daerah):
        sheet.append(row)
    for number, name in enumerate(KOLOM, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _LEBAR.get(name, 13)
    for cell in sheet[1]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F4E5F")
    for cells in sheet.iter_rows(min_row=1):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula (OWASP, «CSV Injection»)."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
