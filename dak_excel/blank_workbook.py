"""An empty, ready-to-fill workbook for a dinas that has none, with drop-downs, made from the vocabulary.

Headings are the first words of `kolom.yaml`, so that what is filled in here is always understood.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dak_excel.juknis.model import Juknis
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_built_in

NAMA = "Buku kerja DAK Nonfisik.xlsx"
BARIS = 200
"""Rows prepared for filling in on each sheet."""

LEMBAR: dict[Kind, str] = {
    Kind.KEGIATAN: "rincian nama angkatan bentuk sentra komoditi mulai selesai tempat jpl sasaran "
    "jumlah_peserta target capaian satuan panitia koordinator keterangan",
    Kind.RAB: "rincian kegiatan kode uraian spesifikasi volume satuan harga jumlah keterangan",
    Kind.PESERTA: "nomor nama nik nib kesediaan_nib kelamin tempat_lahir tanggal_lahir pendidikan usaha "
    "sentra komoditi status kabkota hadir rincian kegiatan",
    Kind.TENAGA: "nomor nama peran instansi keahlian pendidikan pengalaman bukti sehat nib rincian kegiatan",
    Kind.JADWAL: "waktu pukul materi narasumber jpl metode tempat rincian kegiatan",
    Kind.REALISASI: "rincian kode uraian pagu realisasi tanggal bukti_bayar sisa keterangan",
    Kind.PENYALURAN: "tahap tanggal nomor jumlah keterangan",
    Kind.SENTRA: "nomor nama alamat kecamatan komoditi unit_usaha tenaga_kerja sk pengelola",
    Kind.KUNJUNGAN: "tanggal ke ikm pendamping lama_jam uraian hasil",
    Kind.PERSETUJUAN: "rincian kegiatan ketentuan alasan nomor tanggal",
}
"""Sheets that are tables, with their columns in order (field names of `kolom.yaml`)."""

_PASANGAN = (Kind.IDENTITAS, Kind.NARASI)
_PILIHAN = {
    "kelamin": "L,P",
    "ya_tidak": "Ya,Tidak",
    "ada": "Ada,Tidak",
    "kesediaan": "Ya,Tidak",
    "hadir": "Ya,Tidak",
    "pendidikan": "SD,SMP,SMA,D1,D2,D3,S1,S2,S3",
}
_BENTUK = {
    "nik": "@",
    "nib": "@",
    "telepon": "@",
    "tanggal": "dd/mm/yyyy",
    "tanggal_lahir": "dd/mm/yyyy",
    "uang": "#,##0",
}
_LEBAR = {
    "nomor": 6,
    "kelamin": 8,
    "angka": 10,
    "nik": 20,
    "nib": 16,
    "uang": 16,
    "rincian": 10,
    "paragraf": 90,
}
_PETUNJUK = {
    "nik": "16 angka. Sel sudah berbentuk teks supaya Excel tidak membulatkannya.",
    "nib": "13 angka. Kosongkan bila belum punya, lalu isi kolom kesediaan.",
    "tanggal": "Tulis seperti 12/06/2023.",
    "tanggal_lahir": "Tulis seperti 12/05/1985.",
    "uang": "Angka saja, tanpa Rp dan tanpa titik.",
}
LAPORAN = ("Semester I", "Semester II", "Akhir")
"""The reports of a year as the column `Laporan` of narasi names them."""
_TIPIS = Side(style="thin", color="BFC9CE")


def write_blank(folder: Path, juknis: Juknis) -> Path:
    """Writes the workbook into the folder and returns its path. An existing file is never replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NAMA
    number = 2
    while path.exists():
        path = folder / f"{Path(NAMA).stem} ({number}).xlsx"
        number += 1
    make_workbook(juknis).save(path)
    return path


def sheet_title(kind: Kind) -> str:
    """The name of its sheet."""
    return "RAB" if kind is Kind.RAB else kind.value.capitalize()


def make_workbook(juknis: Juknis) -> Workbook:
    """The empty workbook: a sheet a kind, headings, drop-downs, hints."""
    words = load_built_in()
    book = Workbook()
    book.remove(book.worksheets[0])
    for kind in _PASANGAN:
        _pairs(book.create_sheet(sheet_title(kind)), kind, words["jenis"][kind.value])
    codes = ",".join(juknis.rincian)
    for kind, fields in LEMBAR.items():
        columns = {**words["bersama"], **words["jenis"][kind.value]["kolom"]}
        entries = [(name, columns[name]) for name in fields.split()]
        _table(book.create_sheet(sheet_title(kind)), kind, entries, codes)
    for sheet in book.worksheets:
        sheet.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    return book


def entry_keys(words: dict[str, Any]) -> list[dict[str, Any]]:
    """The keys of a sheet of key : value lines, each thing asked for once: a letter by its number and its
    date, not by both in one cell as well; a tranche on its own sheet."""
    return [
        entry
        for name, entry in words["kolom"].items()
        if entry["isi"] != "surat" and not name.startswith("salur_")
    ]


def _pairs(sheet: Worksheet, kind: Kind, words: dict[str, Any]) -> None:
    """A sheet of key : value lines."""
    _title(sheet, f"{words['sebutan'].upper()} – DAK NONFISIK SENTRA IKM", 3)
    for row, entry in enumerate(entry_keys(words), start=3):
        sheet.cell(row, 1, entry["judul"][0]).font = Font(name="Calibri", bold=True)
        sheet.cell(row, 2, ":")
        cell = sheet.cell(row, 3)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border = Border(bottom=_TIPIS)
        _format(sheet, entry["isi"], cell.coordinate)
    if kind is Kind.NARASI:
        _report_column(sheet, len(entry_keys(words)))
    sheet.column_dimensions["A"].width = 42
    sheet.column_dimensions["B"].width = 2
    sheet.column_dimensions["C"].width = 90 if kind is Kind.NARASI else 50


def _report_column(sheet: Worksheet, rows: int) -> None:
    """Which report each text is for: a column with a drop-down. A text for another report goes below, under
    its title once more."""
    head = sheet.cell(2, 4, "Laporan")
    head.font = Font(name="Calibri", bold=True)
    choice = DataValidation("list", formula1=f'"{",".join(LAPORAN)}"', allow_blank=True)
    choice.add(f"D3:D{rows + 30}")
    sheet.add_data_validation(choice)
    sheet.column_dimensions["D"].width = 16


def _table(sheet: Worksheet, kind: Kind, entries: list[tuple[str, Any]], codes: str) -> None:
    """A sheet with a heading row, a row of column numbers, and rows to fill in."""
    _title(sheet, f"DAFTAR {kind.value.upper()} – DAK NONFISIK SENTRA IKM", len(entries))
    for column, (name, entry) in enumerate(entries, start=1):
        head = sheet.cell(3, column, entry["judul"][0])
        head.font = Font(name="Calibri", bold=True, color="FFFFFF")
        head.fill = PatternFill("solid", fgColor="1F4E5F")
        head.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
        head.border = Border(left=_TIPIS, right=_TIPIS, top=_TIPIS, bottom=_TIPIS)
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = _LEBAR.get(entry["isi"], 22)
        isi = "rincian" if name == "rincian" else entry["isi"]
        _format(sheet, isi, f"{letter}4:{letter}{3 + BARIS}", codes)
        for row in range(4, 4 + BARIS):
            sheet.cell(row, column).border = Border(left=_TIPIS, right=_TIPIS, bottom=_TIPIS)
    sheet.freeze_panes = "A4"
    sheet.print_title_rows = "3:3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _title(sheet: Worksheet, text: str, width: int) -> None:
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=max(width, 1))
    sheet["A1"] = text
    sheet["A1"].font = Font(name="Calibri", bold=True, size=13)


def _format(sheet: Worksheet, isi: str, where: str, codes: str = "") -> None:
    """Number format, drop-down and hint of the cells of a field."""
    if isi in _BENTUK:
        for row in sheet[where] if ":" in where else ((sheet[where],),):
            for cell in row:
                cell.number_format = _BENTUK[isi]
    choices = codes if isi == "rincian" else _PILIHAN.get(isi, "")
    if not choices and isi not in _PETUNJUK:
        return
    rule = DataValidation(type="list" if choices else None, formula1=f'"{choices}"' if choices else None)
    rule.allow_blank = True
    rule.showErrorMessage = False  # a hint, not a fence: other spellings are understood as well
    rule.showInputMessage = isi in _PETUNJUK
    rule.prompt = _PETUNJUK.get(isi)
    rule.add(where)
    sheet.add_data_validation(rule)
