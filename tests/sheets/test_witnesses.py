"""Columns that a reading leaves out are witnesses: what they say is taken for the reading, or told."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dak_excel.sheets.grid import Grid, Value
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.records import Baris, BarisRab, ReadSheet, Realisasi
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_vocabulary


def read(*rows: Sequence[Value]) -> ReadSheet:
    grid = Grid("berkas.xlsx", "Lembar1", [list(row) for row in rows])
    return read_grid(grid, load_vocabulary(), {}, 2023)


def total(sheet: ReadSheet, name: str) -> Decimal | None:
    rows = [r for r in sheet.records if isinstance(r, Realisasi | BarisRab) and r.jenis is Baris.RINCI]
    known = [value for row in rows if (value := getattr(row, name)) is not None]
    return sum(known, Decimal(0)) if known else None


def test_the_sum_of_all_kinds_of_order_is_what_was_paid() -> None:
    sheet = read(
        ["REGISTER SP2D"],
        ["No", "Tanggal", "Nomor SP2D", "Uraian", "Jumlah SP2D (Rp)"],
        [None, None, None, None, "GU", "LS", "Jumlah"],
        [1, "13/03/2023", "001/SP2D", "Belanja bahan", 2_000_000, 0, 2_000_000],
        [2, "14/03/2023", "002/SP2D", "Belanja sewa", 0, 7_500_000, 7_500_000],
        [3, "15/03/2023", "003/SP2D", "Honorarium", 0, 3_000_000, 3_000_000],
        [None, None, None, "Jumlah", 2_000_000, 10_500_000, 12_500_000],
    )
    assert total(sheet, "realisasi") == 12_500_000


def test_of_months_to_date_the_last_counts() -> None:
    sheet = read(
        ["REKAPITULASI REALISASI KEUANGAN"],
        ["No", "Uraian", "Pagu", "Realisasi s.d. Januari", "Realisasi s.d. Februari", "Realisasi s.d. Maret"],
        [1, "Pelatihan batik", 90_000_000, 1_000_000, 4_000_000, 9_000_000],
        [2, "Temu kemitraan", 40_000_000, 0, 2_000_000, 2_000_000],
        [None, "Jumlah", 130_000_000, 1_000_000, 6_000_000, 11_000_000],
    )
    assert total(sheet, "realisasi") == 11_000_000


def test_rows_of_plan_and_payment_by_turns_are_said() -> None:
    sheet = read(
        ["TARGET DAN REALISASI KEUANGAN"],
        ["No", "Kegiatan", "Pagu", "Uraian", "Jan", "Feb", "Mar", "Jumlah"],
        [1, "Pelatihan batik", 9_000_000, "Rencana", 3_000_000, 3_000_000, 3_000_000, 9_000_000],
        [None, None, None, "Realisasi", 3_000_000, 0, 0, 3_000_000],
        [2, "Temu kemitraan", 6_000_000, "Rencana", 2_000_000, 2_000_000, 2_000_000, 6_000_000],
        [None, None, None, "Realisasi", 0, 2_000_000, 0, 2_000_000],
    )
    if sheet.kind is Kind.REALISASI:
        assert all(tabel.ragu for tabel in sheet.tables)


def test_revenue_of_an_account_without_codes_is_no_spending() -> None:
    sheet = read(
        ["LAPORAN REALISASI ANGGARAN"],
        ["No", "Uraian", "Anggaran", "Realisasi", "Sisa"],
        [None, "PENDAPATAN", 20_000_000, 8_000_000, 12_000_000],
        [None, "Retribusi", 20_000_000, 8_000_000, 12_000_000],
        [None, "BELANJA", 15_000_000, 9_000_000, 6_000_000],
        [None, "Belanja Barang", 10_000_000, 6_000_000, 4_000_000],
        [None, "Belanja Jasa", 5_000_000, 3_000_000, 2_000_000],
        [None, "SURPLUS/(DEFISIT)", 5_000_000, -1_000_000, 6_000_000],
    )
    assert total(sheet, "pagu") == 15_000_000
    assert total(sheet, "realisasi") == 9_000_000


def test_a_book_of_taxes_pays_nothing() -> None:
    sheet = read(
        ["BUKU PEMBANTU PAJAK"],
        ["Tanggal", "No. Bukti", "Uraian", "Pemotongan", "Penyetoran", "Saldo"],
        ["05/06/2023", "1", "Pungut pajak konsumsi", 110_000, None, 110_000],
        ["06/06/2023", "1", "Setor pajak konsumsi", None, 110_000, 0],
        ["07/06/2023", "2", "Pungut pajak konsumsi", 220_000, None, 220_000],
        ["08/06/2023", "2", "Setor pajak konsumsi", None, 220_000, 0],
    )
    assert not total(sheet, "realisasi")


def test_a_recapitulation_above_the_lines_is_not_counted_beside_them() -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA"],
        ["NO", "URAIAN PEKERJAAN", "VOLUME", "SAT", "HARGA SATUAN", "JUMLAH HARGA"],
        [None, "REKAPITULASI"],
        ["I", "BAHAN", None, None, None, 3_000_000],
        ["II", "SEWA", None, None, None, 4_000_000],
        [None, "JUMLAH", None, None, None, 7_000_000],
        [None, "RINCIAN"],
        ["I", "BAHAN"],
        [1, "Kain mori", 20, "meter", 100_000, 2_000_000],
        [2, "Malam", 10, "kg", 100_000, 1_000_000],
        [None, "Sub Jumlah I", None, None, None, 3_000_000],
        ["II", "SEWA"],
        [1, "Ruang", 4, "hari", 1_000_000, 4_000_000],
        [None, "Sub Jumlah II", None, None, None, 4_000_000],
    )
    assert total(sheet, "jumlah") == 7_000_000


def test_the_total_of_both_batches_counts_though_one_of_them_is_the_product() -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA PELATIHAN"],
        ["No", "Uraian", "Vol", "Satuan", "Harga Satuan", "Angkatan I", "Angkatan II", "Total"],
        [1, "Kain mori", 20, "meter", 100_000, 2_000_000, 2_000_000, 4_000_000],
        [2, "Malam", 10, "kg", 150_000, 1_500_000, None, 1_500_000],
        [3, "Sewa ruang", 3, "hari", 900_000, 2_700_000, 2_700_000, 5_400_000],
        [4, "Spanduk", 2, "lembar", 250_000, 500_000, None, 500_000],
        [None, "Jumlah", None, None, None, 6_700_000, 4_700_000, 11_400_000],
    )
    assert total(sheet, "jumlah") == 11_400_000


def test_what_a_book_of_one_column_pays_is_told_by_its_balance() -> None:
    sheet = read(
        ["BUKU KAS TUNAI"],
        ["Tanggal", "Uraian", "D/K", "Jumlah (Rp)", "Saldo"],
        ["13/03/2023", "Terima UP", "D", 20_000_000, 20_000_000],
        ["14/03/2023", "Belanja bahan", "K", 2_000_000, 18_000_000],
        ["15/03/2023", "Belanja sewa", "K", 5_000_000, 13_000_000],
        ["16/03/2023", "Belanja ATK", "K", 1_000_000, 12_000_000],
    )
    assert total(sheet, "realisasi") == 8_000_000


def test_what_is_left_below_the_total_is_no_line() -> None:
    sheet = read(
        ["DAFTAR REALISASI BELANJA KEGIATAN"],
        ["No", "Tanggal", "Uraian", "Penerima", "Jumlah (Rp)"],
        [1, "14 April 2023", "Belanja bahan", "Toko Contoh", 2_000_000],
        [2, "15 April 2023", "Belanja sewa", "Toko Contoh", 5_000_000],
        [None, None, "Jumlah Realisasi", None, 7_000_000],
        [None, None, "Sisa Pagu", None, 83_000_000],
    )
    assert total(sheet, "realisasi") == 7_000_000
