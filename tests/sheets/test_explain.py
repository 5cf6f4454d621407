"""What `periksa --baca` tells of a file."""

from __future__ import annotations

from dak_excel.sheets.explain import explain
from dak_excel.sheets.grid import Book
from dak_excel.sheets.read import read_book
from dak_excel.sheets.vocabulary import load_vocabulary
from tests.sheets.grids import ISTILAH, PESERTA, SITI, sheet


def test_each_sheet_in_its_order_with_what_was_left() -> None:
    grids = [
        sheet(
            ["DAFTAR PESERTA"],
            ["Kegiatan : A1 Pelatihan Wirausaha"],
            ["JPL : 50"],
            (*PESERTA, "Warna Kesukaan"),
            (*SITI, 5),
            name="Peserta",
        ),
        sheet(["Nama", "Telepon"], ["Siti", "0812"], name="Buku"),
        sheet([None], name="Kosong"),
    ]
    told = explain(read_book(Book("b.xlsx", "xlsx", grids), load_vocabulary(), ISTILAH, 2023))
    assert [(t.lembar, t.jenis) for t in told] == [
        ("Peserta", "peserta"),
        ("Buku", "tidak dikenali"),
        ("Kosong", "tidak dikenali"),
    ]
    table = told[0].tabel[0]
    assert (table.baris_judul, table.baris_isi, table.jumlah_baris, table.rincian) == ("4", "5", 1, "A1")
    assert table.keterangan == ("JPL di A3",)
    meanings = {k.judul: (k.huruf, k.arti, k.keyakinan) for k in table.kolom}
    assert meanings["NIK"] == ("C", "NIK", 100)
    assert meanings["Warna Kesukaan"][1] == ""
    assert told[0].tidak_dibaca == ("H4",)
    assert told[2].catatan == ("Lembar kosong.",)


def test_the_text_shows_no_cell_of_a_person() -> None:
    grid = sheet(["DAFTAR PESERTA"], PESERTA, SITI)
    text = str(explain(read_book(Book("b.xlsx", "xlsx", [grid]), load_vocabulary(), ISTILAH, 2023))[0])
    assert "NIK → NIK (100%)" in text
    assert "990101" not in text
    assert "Siti" not in text


def test_the_readings_of_a_budget_are_shown_with_what_holds() -> None:
    grid = sheet(
        ["RAB"],
        ["Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"],
        ["Bahan praktik", 10, "paket", 50000, 500000],
        ["Kudapan", 20, "orang", 15000, 300000],
        ["JUMLAH", None, None, None, 800000],
    )
    text = str(explain(read_book(Book("b.xlsx", "xlsx", [grid]), load_vocabulary(), ISTILAH, 2023))[0])
    assert "Bacaan menurut judul kolom" in text
    assert "2 dari 2 baris cocok dengan volume × harga" in text and "dipakai" in text
