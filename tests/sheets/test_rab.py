"""Budgets as dinas write them: codes or numbers, one cell or many, headings with and without sums."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dak_excel.sheets.grid import Value
from dak_excel.sheets.records import Baris, BarisRab, ReadSheet
from dak_excel.sheets.tabel import Kind
from tests.sheets.grids import read

HEAD = ("No", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah")
SIPD = ("Kode Rekening", "Uraian", None, "Koefisien", "Harga", "PPN", "Jumlah")


def rows(sheet: ReadSheet) -> list[BarisRab]:
    return [r for r in sheet.records if isinstance(r, BarisRab)]


def lines(sheet: ReadSheet) -> list[BarisRab]:
    return [r for r in rows(sheet) if r.jenis is Baris.RINCI]


def kinds(sheet: ReadSheet) -> list[str]:
    return [f"{r.row}:{r.jenis.value[0]}{r.tingkat or ''}" for r in rows(sheet)]


def test_sections_with_letters_and_numbers() -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA"],
        HEAD,
        ["A", "Belanja Barang", None, None, None, 6750000],
        [1, "Nasi kotak", 30, "kotak", 35000, 1050000],
        [2, "ATK", 1, "paket", 5700000, 5700000],
        ["B", "Belanja Jasa"],
        ["1.", "Honor narasumber", 8, "JPL", 500000, 4000000],
        [None, "Jumlah", None, None, None, 10750000],
    )
    assert kinds(sheet) == ["3:s1", "4:r", "5:r", "6:s1", "7:r", "8:t"]
    assert [r.cakupan for r in rows(sheet)] == [(4, 5), None, None, (7, 7), None, (4, 7)]
    assert lines(sheet)[2].kelompok == ("Belanja Jasa",)
    assert rows(sheet)[3].jumlah is None


def test_three_levels_of_numbers() -> None:
    sheet = read(
        ["RAB"],
        HEAD,
        ["I", "Persiapan"],
        ["A", "Rapat"],
        [1, "Kudapan", 10, "kotak", 15000, 150000],
        ["B", "Survei"],
        [1, "Transpor", 2, "OK", 100000, 200000],
        ["II", "Pelaksanaan"],
        ["A", "Kelas"],
        [1, "Modul", 30, "eks", 45000, 1350000],
    )
    assert [r.tingkat for r in rows(sheet)] == [1, 2, 0, 2, 0, 1, 2, 0]
    assert lines(sheet)[2].kelompok == ("Pelaksanaan", "Kelas")


@pytest.mark.parametrize("marks", [(None,) * 6, ("1", "1.1", "1.2", "1.3", "2", "2.1")])
def test_a_priced_line_of_nothing_stays_under_its_heading(marks: tuple[Value, ...]) -> None:
    body: list[tuple[Value, ...]] = [
        ("Belanja Bahan", None, None, None, 300),
        ("Kain", 2, "meter", 50, 100),
        ("Benang", 4, "rol", 50, 200),
        ("Jarum", 0, "dus", 75, 0),
        ("Belanja Jasa", None, None, None, 50),
        ("Sewa", 1, "hari", 50, 50),
    ]
    table = [(mark, *row) for mark, row in zip(marks, body, strict=True)]
    sheet = read(["RAB"], HEAD, *table, [None, "Jumlah", None, None, None, 350])
    assert [r.kelompok for r in lines(sheet)] == [("Belanja Bahan",)] * 3 + [("Belanja Jasa",)]


def test_subtotals_below_what_they_sum() -> None:
    sheet = read(
        ["RAB"],
        HEAD,
        ["A", "Belanja Barang"],
        [1, "Nasi kotak", 10, "kotak", 1000, 10000],
        [2, "Kudapan", 10, "kotak", 500, 5000],
        [None, "Jumlah A", None, None, None, 15000],
        ["B", "Belanja Jasa"],
        [1, "Honor", 2, "JPL", 1000, 2000],
        [None, "Sub Total Belanja Jasa", None, None, None, 2000],
        [None, "TOTAL", None, None, None, 17000],
    )
    closing = {r.row: r for r in rows(sheet) if r.jenis is not Baris.RINCI and r.jumlah is not None}
    assert closing[6].jenis is Baris.SUBTOTAL
    assert closing[6].cakupan == (4, 5)
    assert closing[9].cakupan == (8, 8)
    assert closing[10].jenis is Baris.TOTAL
    assert closing[10].cakupan == (4, 8)


def test_a_wrong_subtotal_keeps_its_place() -> None:
    """The sum is wrong by a typing error: it is a heading all the same, for the check to find."""
    sheet = read(
        ["RAB"],
        HEAD,
        ["A", "Belanja Barang", None, None, None, 16000],
        [1, "Nasi kotak", 10, "kotak", 1000, 10000],
        [2, "Kudapan", 10, "kotak", 500, 5000],
        ["B", "Belanja Jasa", None, None, None, 2000],
        [1, "Honor", 2, "JPL", 1000, 2000],
    )
    assert kinds(sheet) == ["3:s1", "4:r", "5:r", "6:s1", "7:r"]
    assert rows(sheet)[0].cakupan == (4, 5)


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (
            ("No", "Uraian", "Perhitungan", "Jumlah"),
            (1, "Kudapan", "30 org x 5 hr x Rp 35.000,-", "Rp 5.250.000"),
        ),
        (("No", "Uraian", "Jumlah (Rp)"), (1, "Kudapan 30 org x 5 hr x Rp 35.000,-", "5.250.000")),
        (("No", "Uraian", "Koefisien", "Harga", "Total"), (1, "Kudapan", "30 org x 5 hr", 35000, 5250000)),
        (
            ("No", "Uraian", "Vol", "Sat", "Frek", "Sat", "Harga Satuan", "Jumlah"),
            (1, "Kudapan", 30, "org", 5, "hr", 35000, 5250000),
        ),
        (("No", "Uraian", "Orang", "Hari", "Harga Satuan", "Jumlah"), (1, "Kudapan", 30, 5, 35000, 5250000)),
        (
            ("No", "Uraian", "Volume 1", "Satuan 1", "Volume 2", "Satuan 2", "Tarif", "Total Biaya"),
            (1, "Kudapan", 30, "org", 5, "hr", "Rp35.000,00", "Rp5.250.000,00"),
        ),
    ],
)
def test_a_volume_of_two_factors(head: tuple[str, ...], line: tuple[Value, ...]) -> None:
    record = lines(read(["RENCANA ANGGARAN BIAYA"], head, line))[0]
    assert record.uraian == "Kudapan"
    assert [number for number, _ in record.faktor] == [30, 5]
    assert (record.volume, record.harga, record.jumlah) == (150, 35000, 5250000)


def test_the_unit_of_a_factor_stands_beside_it_or_in_the_heading() -> None:
    cells = lines(
        read(
            ["RAB"],
            ("Uraian", "Vol", "Sat", "Frek", "Sat", "Harga", "Jumlah"),
            ("Kudapan", 3, "org", 2, "hr", 5, 30),
        )
    )
    heads = lines(
        read(["RAB"], ("Uraian", "Orang", "Hari", "Harga Satuan", "Jumlah"), ("Kudapan", 3, 2, 5, 30))
    )
    assert cells[0].faktor == ((Decimal(3), "org"), (Decimal(2), "hr"))
    assert heads[0].faktor == ((Decimal(3), "orang"), (Decimal(2), "hari"))


def test_one_unit_behind_two_factors_is_that_of_their_product() -> None:
    sheet = read(
        ["RAB"],
        ("No", "Uraian", "Banyak", "Frek", "Satuan", "Harga Satuan", "Jumlah"),
        [1, "Petugas survei", 4, 2, "OB", 1000, 8000],
        [2, "Katalog", 300, None, "eks", 10, 3000],
        ["J U M L A H", None, None, None, None, None, 11000],
    )
    assert [r.faktor for r in lines(sheet)] == [
        ((Decimal(4), ""), (Decimal(2), "kali")),
        ((Decimal(300), "eks"),),
    ]
    assert [(r.volume, r.satuan) for r in lines(sheet)] == [(8, "OB"), (300, "eks")]
    assert rows(sheet)[-1].jenis is Baris.TOTAL


def test_the_form_of_sipd() -> None:
    sheet = read(
        ["RENCANA KERJA DAN ANGGARAN"],
        SIPD,
        [1, 2, None, 3, 4, 5, "6 = 3 x 4"],
        ["5.1.02", "Belanja Barang dan Jasa", None, None, None, None, "Rp3.300.000,00"],
        ["5.1.02.01.01.0024", "Belanja ATK", None, None, None, None, "Rp3.300.000,00"],
        [None, "-", "Kertas HVS\nSpesifikasi: A4 70 gr", "10 rim", "Rp50.000,00", "0", "Rp500.000,00"],
        [None],
        [None, "-", "Map\nSpesifikasi : plastik", "20 orang x 2 hari", "Rp70.000,00", "0", "Rp2.800.000,00"],
        ["Jumlah", None, None, None, None, None, "Rp3.300.000,00"],
        ["Rencana Penarikan Dana per Triwulan"],
        [None, "Triwulan I", None, "Rp."],
        merges="B2:C2 B3:C3 A9:F9",
    )
    assert kinds(sheet) == ["4:s1", "5:s2", "6:r", "8:r", "9:t"]
    first, second = lines(sheet)
    assert (first.uraian, first.spesifikasi, first.kode) == ("Kertas HVS", "A4 70 gr", "5.1.02.01.01.0024")
    assert first.cell("uraian").a1 == "C6"
    assert second.volume == 40
    assert first.ppn == 0


def test_a_specification_in_the_row_below() -> None:
    sheet = read(
        ["RAB"],
        HEAD,
        [1, "Kertas", 10, "rim", 50000, 500000],
        [None, "Spesifikasi: A4 70 gr"],
        [2, "Map", 1, "bh", 10, 10],
    )
    assert [(r.uraian, r.spesifikasi) for r in rows(sheet)] == [("Kertas", "A4 70 gr"), ("Map", None)]


def test_several_activities_in_one_table() -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA DAK NONFISIK"],
        HEAD,
        ["A1 Pelatihan Wirausaha Angkatan I"],
        [1, "Nasi kotak", 10, "kotak", 1000, 10000],
        ["Jumlah", None, None, None, None, 10000],
        ["A2 Pelatihan Teknis Produksi Batik"],
        [1, "Kain mori", 10, "m", 500, 5000],
        ["Jumlah", None, None, None, None, 5000],
        ["TOTAL", None, None, None, None, 15000],
        merges="A3:F3 A6:F6",
    )
    assert [(r.rincian, r.kegiatan) for r in lines(sheet)] == [
        ("A1", "Pelatihan Wirausaha Angkatan I"),
        ("A2", "Pelatihan Teknis Produksi Batik"),
    ]
    assert lines(sheet)[1].cell("rincian").a1 == "A6"
    sums = [(r.row, r.jenis, r.cakupan) for r in rows(sheet) if r.uraian in ("Jumlah", "TOTAL")]
    assert sums == [(5, Baris.SUBTOTAL, (4, 4)), (8, Baris.SUBTOTAL, (7, 7)), (9, Baris.TOTAL, (4, 7))]


def test_a_section_number_is_no_rincian() -> None:
    sheet = read(
        ["RAB"],
        HEAD,
        ["A.1", "Honorarium"],
        [1, "Honor narasumber", 8, "JPL", 500000, 4000000],
        ["A.2", "Konsumsi"],
        [1, "Nasi kotak", 30, "kotak", 35000, 1050000],
    )
    assert {r.rincian for r in rows(sheet)} == {""}


def test_budgets_below_each_other_are_tables_of_their_own() -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA"],
        ["Kegiatan : A1 Pelatihan Wirausaha"],
        HEAD,
        [1, "Nasi kotak", 10, "kotak", 1000, 10000],
        ["Jumlah", None, None, None, None, 10000],
        [None],
        ["Kegiatan : A2 Pelatihan Teknis Produksi Batik"],
        HEAD,
        [1, "Kain mori", 10, "m", 500, 5000],
        ["Jumlah", None, None, None, None, 5000],
    )
    assert [t.rincian for t in sheet.tables] == ["A1", "A2"]
    assert [r.rincian for r in lines(sheet)] == ["A1", "A2"]
    assert [r.jenis for r in rows(sheet)] == [Baris.RINCI, Baris.TOTAL, Baris.RINCI, Baris.TOTAL]


def test_the_header_again_on_the_next_page_does_not_cut_the_budget() -> None:
    sheet = read(
        ["RAB"],
        HEAD,
        ["A", "Barang"],
        [1, "Map", 1, "bh", 10, 10],
        HEAD,
        [1, 2, 3, 4, 5, 6],
        [2, "Pena", 1, "bh", 5, 5],
    )
    assert len(sheet.tables) == 1
    assert [r.kelompok for r in lines(sheet)] == [("Barang",), ("Barang",)]


def test_a_wrong_amount_below_an_activity_does_not_take_its_rincian() -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA DAK NONFISIK 2023"],
        HEAD,
        ["A", "A1 Pelatihan Pengelolaan Bisnis", None, None, None, 9330000],
        [1, "Honorarium Narasumber", 10, "OJ", 600000, 6000000],
        [2, "Konsumsi peserta", 110, "OH", 30000, 3000000],
        [3, "Spanduk", 1, "Lembar", 30000, 30000],
        [None, "Jumlah", None, None, None, 9330000],
    )
    assert [r.rincian for r in lines(sheet)] == ["A1"] * 3


def test_a_lump_sum_is_a_line() -> None:
    sheet = read(["RAB"], HEAD, [1, "Sewa aula", None, None, None, 2500000], [2, "Map", 10, "bh", 10, 100])
    assert [r.jenis for r in rows(sheet)] == [Baris.RINCI, Baris.RINCI]


def test_the_signature_block_is_no_line() -> None:
    sheet = read(
        ["RAB"],
        HEAD,
        [1, "Map", 10, "bh", 10, 100],
        [None, "Jumlah", None, None, None, 100],
        [None, "Terbilang : seratus rupiah"],
        [None, None, None, None, "Kota Contoh, 2 Januari 2023"],
        [None, "Mengetahui", None, None, "PPTK"],
        [None, "Nama Contoh", None, None, "Nama Lain"],
        [None, "NIP. 1970", None, None, "NIP. 1980"],
    )
    assert [r.row for r in rows(sheet)] == [3, 4]


def test_an_error_in_a_line_is_told_and_a_stray_one_is_not() -> None:
    sheet = read(
        ["RAB", None, None, None, None, "#REF!"],
        HEAD,
        [1, "Map", 10, "bh", "#REF!", 100],
        [None, None, None, None, None, "#REF!"],
    )
    assert [(p.ketentuan, p.cell.a1, p.subjek) for p in sheet.problems] == [("DATA-GALAT", "E3", "Map")]


def test_a_budget_is_one_whatever_its_sheet_is_called() -> None:
    sheet = read(("Uraian", "Vol", "Sat", "Harga", "Jumlah"), ("Map", 1, "bh", 10, 10), name="Peserta")
    assert sheet.kind is Kind.RAB
