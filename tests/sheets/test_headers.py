"""Headers as they are: merged both ways, over several rows, numbered, off the corner, on each page."""

from __future__ import annotations

import pytest

from dak_excel.sheets.grid import Grid
from dak_excel.sheets.layout.header_rows import candidates
from dak_excel.sheets.layout.headers import header_at
from dak_excel.sheets.layout.numbering import is_numbering
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.records import Peserta
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_vocabulary
from tests.sheets.grids import BUDI, PESERTA, SITI, read, sheet


def titles(grid_rows: list[list[object]], row: int, merges: str = "") -> list[str]:
    header = header_at(View(sheet(*grid_rows, merges=merges)), row, load_vocabulary())  # type: ignore[arg-type]
    return [column.judul for column in header.columns]


def test_two_rows_join_where_cells_are_merged() -> None:
    rows: list[list[object]] = [
        ["No", "Nama", "Jenis Kelamin", None, "NIK"],
        [None, None, "L", "P", None],
        [1, "Siti", None, "v", "99"],
    ]
    merged = "A1:A2 B1:B2 C1:D1 E1:E2"
    assert titles(rows, 1, merged) == ["No", "Nama", "Jenis Kelamin / L", "Jenis Kelamin / P", "NIK"]


def test_two_rows_join_where_nobody_merged_them() -> None:
    rows: list[list[object]] = [
        ["No", "Nama", "Lahir", None, "NIK"],
        [None, None, "Tempat", "Tanggal", None],
        [1, "Siti", "Kota", "12 Mei 1985", "9901015206850001"],
    ]
    assert titles(rows, 1) == ["No", "Nama", "Lahir / Tempat", "Lahir / Tanggal", "NIK"]


def test_a_heading_may_go_on_in_the_row_below() -> None:
    rows: list[list[object]] = [
        ["Kode", "Uraian", "Volume", "Jumlah"],
        ["Rekening", None, None, None],
        ["5.1", "Belanja", 1, 1000],
    ]
    assert titles(rows, 1)[0] == "Kode / Rekening"


def test_four_rows_join() -> None:
    rows: list[list[object]] = [
        ["Uraian", "Anggaran", "Progres", None],
        [None, None, "Keuangan", None],
        [None, None, "Realisasi", None],
        [None, None, "Rp", "%"],
        ["Belanja", 100, 50, 50],
    ]
    merged = "A1:A4 B1:B4 C1:D1 C2:D2 C3:D3"
    assert titles(rows, 1, merged)[2:] == [
        "Progres / Keuangan / Realisasi / Rp",
        "Progres / Keuangan / Realisasi / %",
    ]


def test_rows_of_column_numbers() -> None:
    numberings: list[list[object]] = [
        [1, 2, 3, 4, 5, "6 = (3 x 5)"],
        ["(1)", "(2)", "(3)"],
        ["a", "b", "c", "d"],
        ["1", "2", "3", "4=2x3"],
    ]
    for row in numberings:
        assert is_numbering(View(sheet(row)), 1, 1, len(row)), row  # type: ignore[arg-type]
    for row in ([1, "Siti", "99"], [12, 50, 3], ["Nama", "NIK"]):
        assert not is_numbering(View(sheet(row)), 1, 1, len(row)), row  # type: ignore[arg-type]


def test_the_table_may_begin_anywhere() -> None:
    moved = [[None] * 3 + list(row) for row in (PESERTA, SITI, BUDI)]
    read_sheet = read([None], [None], *moved)
    assert [r.row for r in read_sheet.records] == [4, 5]
    assert read_sheet.records[0].cell("nik").a1 == "F4"


def test_a_header_on_every_page_is_no_person() -> None:
    found = read(
        ["DAFTAR PESERTA"],
        PESERTA,
        SITI,
        ["Halaman 1"],
        ["DAFTAR PESERTA"],
        PESERTA,
        [1, 2, 3, 4, 5, 6, 7],
        BUDI,
    )
    assert [r.nama for r in found.records if isinstance(r, Peserta)] == ["Siti Contoh", "Budi Misal"]
    assert len(found.tables) == 1


def test_headings_in_every_dress() -> None:
    dressed = (
        "NO.",
        "NAMA\nPESERTA *)",
        "N.I.K",
        "Jenis Kelamin (L/P) :",
        "USIA  (TH)",
        "Nama Usaha*",
        "No. NIB (13 digit)",
    )
    record = read(["DAFTAR PESERTA"], dressed, SITI).records[0]
    assert isinstance(record, Peserta)
    assert (record.nama, record.nik, record.kelamin, record.usia) == (
        "Siti Contoh",
        "9901015206850001",
        "P",
        38,
    )
    assert record.nib == "1234567890123"


def test_a_misspelt_heading_is_read_with_less_certainty() -> None:
    heads = list(PESERTA)
    heads[1] = "Nama Pesrta"
    table = read(["DAFTAR PESERTA"], heads, SITI, BUDI).tables[0]
    nama = next(k for k in table.kolom if k.column == 2)
    assert nama.field == "nama"
    assert 0.6 <= nama.certainty < 1


def test_two_tables_beside_each_other() -> None:
    left = [["No", "Nama Peserta", "NIK", "NIB"], [1, "Siti Contoh", "9901015206850001", "1234567890123"]]
    right = [["No", "Nama Narasumber", "Instansi", "Keahlian"], [1, "Dr. Contoh", "Univ", "Batik"]]
    found = read(*[[*a, None, *b] for a, b in zip(left, right, strict=True)])
    assert {t.kind for t in found.tables} == {Kind.PESERTA, Kind.TENAGA}
    assert len(found.records) == 2


def test_two_tables_below_each_other_keep_their_own_titles() -> None:
    found = read(
        ["DAFTAR PESERTA"],
        ["Kegiatan : A1 Pelatihan Wirausaha Angkatan I"],
        PESERTA,
        SITI,
        [None],
        ["Kegiatan : A2 Pelatihan Teknis Produksi Batik"],
        PESERTA,
        BUDI,
    )
    assert [(r.rincian, r.kegiatan) for r in found.records] == [
        ("A1", "Pelatihan Wirausaha Angkatan I"),
        ("A2", "Pelatihan Teknis Produksi Batik"),
    ]


@pytest.mark.parametrize(("numbers", "is_header"), [(0, True), (1, True), (2, False)])
def test_beside_two_headings_one_number_may_stand(numbers: int, is_header: bool) -> None:
    heads = ["Nama", "NIK", *(3500, 4700)[:numbers]]
    grid = Grid("b.xlsx", "S", [heads, ["Contoh Satu", "9901010101900001"]])
    assert (1 in list(candidates(View(grid), load_vocabulary(), 1, 1))) is is_header
