"""The empty workbook: whatever is filled in, the reader understands every column of it."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from dak_excel.blank_workbook import LEMBAR, entry_keys, make_workbook, sheet_title, write_blank
from dak_excel.checks.rules import load_rules
from dak_excel.sheets.open import open_book
from dak_excel.sheets.read import read_book
from dak_excel.sheets.records import ReadSheet
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_built_in, load_vocabulary

JUKNIS = load_rules(2023)
ISI = {
    "nama": "Uji Contohwati",
    "nik": "9901015203900001",
    "nib": "9912345678901",
    "kelamin": "P",
    "tanggal": date(2023, 6, 12),
    "tanggal_lahir": date(1990, 3, 12),
    "periode": date(2023, 6, 12),
    "pukul": "08.00 - 10.00",
    "uang": 1_500_000,
    "angka": 12,
    "volume": 3,
    "tahun": 4,
    "kode": "5.1.02.01.01.0024",
    "pendidikan": "S1",
    "rincian": "A1",
    "ya_tidak": "Ya",
    "ada": "Ada",
    "kesediaan": "Ya",
    "hadir": "Ya",
    "nomor": 1,
    "surat": "Nomor 1/UJI/2023 tanggal 12 Juni 2023",
    "persen": 50,
    "kedudukan": "Pelaku IKM",
}


def filled() -> Workbook:
    """The workbook with three invented rows on every table and a value behind every key."""
    book = make_workbook(JUKNIS)
    words = load_built_in()
    for kind, fields in LEMBAR.items():
        columns = {**words["bersama"], **words["jenis"][kind.value]["kolom"]}
        _fill(book[sheet_title(kind)], [columns[name]["isi"] for name in fields.split()])
    for kind in (Kind.IDENTITAS, Kind.NARASI):
        sheet = book[sheet_title(kind)]
        for row, entry in enumerate(entry_keys(words["jenis"][kind.value]), start=3):
            sheet.cell(row, 3, ISI.get(entry["isi"], "Isi contoh yang dikarang untuk uji."))
    return book


def _fill(sheet: Worksheet, contents: list[str]) -> None:
    for row in range(4, 7):
        for column, isi in enumerate(contents, start=1):
            sheet.cell(row, column, ISI.get(isi, f"Isi contoh {row}"))


@pytest.fixture(scope="module")
def sheets() -> dict[str, ReadSheet]:
    buffer = BytesIO()
    filled().save(buffer)
    book = read_book(open_book(buffer.getvalue(), "buku.xlsx"), load_vocabulary(), JUKNIS.sebutan(), 2023)
    return {sheet.grid.sheet: sheet for sheet in book.sheets}


@pytest.mark.parametrize("kind", list(LEMBAR))
def test_every_column_of_a_table_is_understood(sheets: dict[str, ReadSheet], kind: Kind) -> None:
    sheet = sheets[sheet_title(kind)]
    assert sheet.kind is kind
    (tabel,) = sheet.tables
    unknown = [k.judul for k in tabel.kolom if not k.field and k.judul]
    assert unknown == []
    assert len(sheet.records) >= 3


@pytest.mark.parametrize("kind", [Kind.IDENTITAS, Kind.NARASI])
def test_every_key_is_understood(sheets: dict[str, ReadSheet], kind: Kind) -> None:
    sheet = sheets[sheet_title(kind)]
    assert sheet.kind is kind
    assert len(sheet.records) == len(entry_keys(load_built_in()["jenis"][kind.value]))


def test_an_existing_file_is_never_replaced(tmp_path: Path) -> None:
    first = write_blank(tmp_path, JUKNIS)
    first.write_bytes(b"sudah diisi")
    second = write_blank(tmp_path, JUKNIS)
    assert first.read_bytes() == b"sudah diisi"
    assert second != first


def test_the_empty_workbook_has_drop_downs_and_text_cells_for_long_numbers(tmp_path: Path) -> None:
    sheet = load_workbook(write_blank(tmp_path, JUKNIS))["Peserta"]
    lists = [v.formula1 for v in sheet.data_validations.dataValidation if v.type == "list"]
    assert '"L,P"' in lists
    assert any("A1" in str(f) and "D4" in str(f) for f in lists)
    nik = next(cell.column_letter for cell in sheet[3] if cell.value == "NIK")
    assert sheet[f"{nik}4"].number_format == "@"


def test_empty_it_raises_nothing(tmp_path: Path) -> None:
    data = write_blank(tmp_path, JUKNIS).read_bytes()
    book = read_book(open_book(data, "buku.xlsx"), load_vocabulary(), JUKNIS.sebutan(), 2023)
    problems = [p for sheet in book.sheets for p in sheet.problems]
    assert {(p.ketentuan, p.varian) for p in problems} == {("DATA-KOSONG", "daftar")}
    assert [note for sheet in book.sheets for note in sheet.notes] == []


def test_a_letter_is_asked_for_once() -> None:
    keys = [row[0].value for row in make_workbook(JUKNIS)["Identitas"].iter_rows(min_row=3)]
    assert "Nomor Surat Rencana" in keys and "Tanggal Surat Rencana" in keys
    assert not [key for key in keys if key.startswith("No/Tgl")]
