"""The findings of all daerah as tables: `temuan.csv` for programs, `temuan.xlsx` for people."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import IO, Any
from urllib.parse import quote

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dak_excel.annotate.measure import row_height
from dak_excel.annotate.undated import save
from dak_excel.privacy import mask
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.outputs import KOLOM_TEMUAN
from dak_excel.results.temuan import TemuanResult

PALING_BANYAK = 1_048_575
"""Rows below the heading that a sheet of Excel holds (ECMA-376 part 1, 18.3.1.73)."""

TAUTAN = 1_000
"""Findings that get a link to their cell: each is kept in memory, and Excel takes 65,530 in a sheet."""

_JUDUL = {
    "pesan": "Apa yang keliru",
    "saran": "Cara memperbaiki",
    "rujukan": "Pasal juknis",
    "rupiah": "Rupiah",
}
_LEBAR = (20, 24, 15, 8, 10, 16, 13, 12, 50, 40, 18, 16, 20)
"""Width of each column in characters: together what a landscape page shows at about two thirds."""
_SEL = KOLOM_TEMUAN.index("sel")
_RUPIAH = KOLOM_TEMUAN.index("rupiah")


def write_tables(daerah: Iterable[DaerahResult], ke_csv: IO[bytes], ke_xlsx: IO[bytes], per: date) -> None:
    """Writes both tables in one pass: CSV in UTF-8 with BOM (RFC 4180), and a workbook."""
    text = io.TextIOWrapper(ke_csv, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(KOLOM_TEMUAN)
    buku = _Book(per)
    try:
        for one in daerah:
            for temuan, cells in finding_rows(one):
                writer.writerow(cells)
                buku.add(one, temuan, cells)
        text.detach()
    except BaseException:
        buku.discard()
        raise
    buku.save(ke_xlsx)


def finding_rows(daerah: DaerahResult) -> Iterator[tuple[TemuanResult, list[str]]]:
    """The findings of a daerah, each with its cells in the order of KOLOM_TEMUAN. No text begins like a
    formula, none holds a personal number."""
    for temuan in daerah.temuan:
        values = {"daerah": daerah.nama, "folder": daerah.folder, **temuan.model_dump(mode="json")}
        values["rupiah"] = "" if temuan.rupiah is None else f"{temuan.rupiah:f}"
        yield temuan, [_cell_text(name, str(values[name])) for name in KOLOM_TEMUAN]


class _Book:
    """The workbook, written row by row: a filtered table with a frozen heading, each cell with its link."""

    def __init__(self, per: date) -> None:
        self._per = per
        self._book = Workbook(write_only=True)
        self._sheet: Any = self._book.create_sheet("Temuan")
        self._rows = 0
        self._face = self._cell("")
        self._face.font = Font(name="Calibri", size=10)
        self._face.alignment = Alignment(wrap_text=True, vertical="top")
        self._number = self._cell("")
        self._number.font = Font(name="Calibri", size=10)
        self._number.alignment = Alignment(vertical="top")
        self._number.number_format = "#,##0"
        self._link = self._cell("")
        self._link.alignment = Alignment(wrap_text=True, vertical="top")
        self._link.font = Font(name="Calibri", size=10, color="0F4A60", underline="single")
        self._layout()
        self._append([self._heading(name) for name in KOLOM_TEMUAN], 1)

    def add(self, daerah: DaerahResult, temuan: TemuanResult, cells: list[str]) -> None:
        """One finding; beyond what a sheet holds, nothing."""
        self._rows += 1
        if self._rows > PALING_BANYAK:
            return
        row = [self._text(value) for value in cells]
        row[_RUPIAH] = self._amount(temuan.rupiah)
        anotasi = daerah.anotasi(temuan.berkas)
        if anotasi and cells[_SEL] and self._rows <= TAUTAN:
            row[_SEL]._style = self._link._style
            target = quote(f"{daerah.folder}/{anotasi}")
            row[_SEL].hyperlink = Hyperlink(ref="A1", target=target, location=link_address(temuan))
        self._append(row, self._rows + 1)

    def _append(self, row: list[Any], number: int) -> None:
        """One row with its height: wrapped text would run into the next row where a program sets none itself.

        The height is needed only while the row is written; kept, it would cost memory for every row.
        """
        texts = (str(cell.value or "") for cell in row)
        heights = self._sheet.row_dimensions
        heights[number] = {"ht": f"{row_height(zip(texts, _LEBAR, strict=True)):g}"}
        self._sheet.append(row)
        del heights[number]

    def discard(self) -> None:
        """Gives the workbook up, and the temporary file that its rows went to."""
        with contextlib.suppress(OSError):  # what is still to be flushed may find the disk full
            self._sheet.close()
        with contextlib.suppress(OSError):
            self._sheet._writer.cleanup()

    def save(self, ke: IO[bytes]) -> None:
        """Writes the finished workbook."""
        last = min(self._rows, PALING_BANYAK) + 1
        self._sheet.auto_filter.ref = f"A1:{get_column_letter(len(KOLOM_TEMUAN))}{last}"
        save(self._book, ke, self._per)

    def _layout(self) -> None:
        sheet = self._sheet
        for number, width in enumerate(_LEBAR, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.freeze_panes = "A2"
        sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = "1:1"

    def _cell(self, value: str) -> Any:
        return WriteOnlyCell(self._sheet, value)

    def _text(self, value: str) -> Any:
        cell = self._cell(value)
        cell.data_type = "s"
        cell._style = self._face._style  # one style for all: setting it cell by cell takes most of the time
        return cell

    def _amount(self, value: Decimal | None) -> Any:
        cell = self._cell("")
        cell.value = value
        cell._style = self._number._style
        return cell

    def _heading(self, name: str) -> Any:
        cell = self._cell(_JUDUL.get(name, name.capitalize()))
        cell.font = Font(name="Calibri", size=10, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F4E5F")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        return cell


def _cell_text(name: str, text: str) -> str:
    """A value as the tables may show it; an amount is no personal number, however many digits it has."""
    return text if name == "rupiah" else _inert(mask(text))


def link_address(temuan: TemuanResult) -> str:
    """A cell as links name it: `'RAB A1'!F14`."""
    sheet = temuan.lembar.replace("'", "''")
    return f"'{sheet}'!{temuan.sel or 'A1'}"


def _inert(text: str) -> str:
    """A text that no spreadsheet takes for a formula (OWASP, «CSV Injection»)."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
