"""What stands beside the amounts of a budget or of payments, and what it tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from dak_excel.rab.sums import wrong_sums
from dak_excel.sheets.grid import Grid, Value
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.records import Baris, BarisRab, ReadSheet, Realisasi
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_vocabulary


def read(*rows: Sequence[Value], name: str = "Lembar1", merges: Sequence[tuple[int, ...]] = ()) -> ReadSheet:
    grid = Grid("berkas.xlsx", name, [list(row) for row in rows], list(merges))  # type: ignore[arg-type]
    return read_grid(grid, load_vocabulary(), {}, 2023)


def budget(sheet: ReadSheet) -> list[BarisRab]:
    return [row for row in sheet.records if isinstance(row, BarisRab)]


def paid(sheet: ReadSheet) -> dict[int, Decimal | None]:
    rows = [row for row in sheet.records if isinstance(row, Realisasi) and row.jenis is Baris.RINCI]
    return {row.row: row.realisasi for row in rows}


def made(sheet: ReadSheet) -> Decimal:
    return sum((r.jumlah or Decimal(0) for r in budget(sheet) if r.jenis is Baris.RINCI), Decimal(0))


HEADS = ["No", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"]


def test_a_wrong_sum_of_a_group_in_a_column_of_its_own_is_told_and_so_is_the_total() -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA"],
        [*HEADS, "Sub Total (Rp)"],
        ["A", "Belanja Jasa", None, None, None, None, 600_000],
        [1, "Honor narasumber", 2, "OJ", 300_000, 600_000],
        ["B", "Belanja Barang", None, None, None, None, 155_000],
        [1, "Seminar kit", 2, "buah", 50_000, 100_000],
        [2, "Modul", 5, "eks", 10_000, 50_000],
        [None, "TOTAL", None, None, None, None, 755_000],
    )
    wrong = {one.baris.row: one.seharusnya for one in wrong_sums(budget(sheet))}
    assert wrong == {5: Decimal(150_000), 8: Decimal(750_000)}
    assert made(sheet) == 750_000


def test_the_amount_before_a_change_is_kept_where_the_volume_is_told_once() -> None:
    sheet = read(
        ["DPPA - PERUBAHAN RAB"],
        ["No", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah Sebelum", "Jumlah Sesudah", "Selisih"],
        [1, "Honor narasumber", 24, "OJ", 900_000, 21_600_000, 21_600_000, 0],
        [2, "Konsumsi peserta", 150, "OH", 55_000, 8_250_000, 8_150_000, -100_000],
        [3, "Sewa gedung", 5, "Hari", 1_500_000, 7_500_000, 7_500_000, 0],
        [None, "JUMLAH", None, None, None, 37_350_000, 37_250_000, -100_000],
    )
    line = next(row for row in budget(sheet) if row.row == 4)
    assert (line.jumlah, line.jumlah_sebelum) == (8_150_000, 8_250_000)


def test_a_bare_rp_before_the_figure_is_no_figure() -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA"],
        ["No", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah Harga", None],
        [1, "Kain mori", 10, "meter", 30_000, "Rp", 300_000],
        [2, "Malam batik", 5, "kg", 40_000, "Rp", 200_000],
        [None, "JUMLAH", None, None, None, "Rp", 500_000],
        merges=[(2, 6, 2, 7)],
    )
    assert made(sheet) == 500_000


@pytest.mark.parametrize("total", ["Jumlah SPJ s.d. Bulan Ini", "Jumlah", "Total (4+5)"])
def test_pagu_less_what_is_left_is_what_was_paid(total: str) -> None:
    sheet = read(
        ["KARTU KENDALI KEGIATAN"],
        ["Kode Rekening", "Uraian", "Pagu Anggaran", "Realisasi LS", "Realisasi GU", total, "Sisa Pagu"],
        ["5.1.02.01", "Belanja Bahan", 1_000_000, 200_000, 100_000, 300_000, 700_000],
        ["5.1.02.02", "Belanja Jasa", 2_000_000, 500_000, 0, 500_000, 1_500_000],
        ["5.1.02.04", "Belanja Perjalanan", 3_000_000, 0, 700_000, 700_000, 2_300_000],
        [None, "JUMLAH", 6_000_000, 700_000, 800_000, 1_500_000, 4_500_000],
    )
    assert sheet.kind is Kind.REALISASI
    assert list(paid(sheet).values()) == [300_000, 500_000, 700_000]


def test_taxes_handed_on_and_cash_moved_are_no_spending() -> None:
    sheet = read(
        ["BUKU KAS UMUM"],
        ["No", "Tanggal", "Uraian", "Penerimaan", "Pengeluaran", "Saldo"],
        [1, "1 Juni 2023", "Terima SP2D GU", 9_000_000, None, 9_000_000],
        [2, "2 Juni 2023", "Pergeseran uang dari bank ke kas tunai", None, 2_000_000, 7_000_000],
        [3, "2 Juni 2023", "Pergeseran uang dari bank ke kas tunai", 2_000_000, None, 9_000_000],
        [4, "4 Juni 2023", "Dibayar konsumsi rapat", None, 1_500_000, 7_500_000],
        [5, "4 Juni 2023", "Pungut PPh 23", 30_000, None, 7_530_000],
        [6, "4 Juni 2023", "Disetor PPh 23", None, 30_000, 7_500_000],
        [7, "5 Juni 2023", "Dibayar pajak kendaraan operasional", None, 400_000, 7_100_000],
        [None, None, "Jumlah", 11_030_000, 3_930_000, 7_100_000],
    )
    spent = {row: amount for row, amount in paid(sheet).items() if amount}
    assert spent == {6: 1_500_000, 9: 400_000}
    assert any("setoran pajak" in note for note in sheet.notes)


def test_a_sum_so_far_beside_the_payments_is_no_payment() -> None:
    sheet = read(
        ["BUKU PEMBANTU RINCIAN OBJEK BELANJA"],
        ["Tanggal", "No. BKU", "Uraian", "Belanja", "Jumlah s.d. Saat Ini"],
        ["13 Maret 2023", "001/BKU", "Konsumsi rapat", 500_000, 500_000],
        ["14 Maret 2023", "002/BKU", "Konsumsi peserta", 750_000, 1_250_000],
        ["15 Maret 2023", "003/BKU", "Kudapan", 250_000, 1_500_000],
        ["16 Maret 2023", "004/BKU", "Air mineral", 100_000, 1_600_000],
    )
    assert list(paid(sheet).values()) == [500_000, 750_000, 250_000, 100_000]


def test_revenue_and_the_surplus_are_no_spending() -> None:
    sheet = read(
        ["LAPORAN REALISASI APBDES"],
        ["Kode", "Uraian", "Anggaran", "Realisasi", "Lebih/Kurang"],
        ["4.", "PENDAPATAN", 9_000_000, 5_000_000, 4_000_000],
        ["4.2.", "Dana Desa", 9_000_000, 5_000_000, 4_000_000],
        [None, "JUMLAH PENDAPATAN", 9_000_000, 5_000_000, 4_000_000],
        ["5.", "BELANJA", 6_000_000, 2_000_000, 4_000_000],
        ["5.2.1.", "Belanja Bahan", 4_000_000, 1_500_000, 2_500_000],
        ["5.2.2.", "Belanja Jasa", 2_000_000, 500_000, 1_500_000],
        [None, "JUMLAH BELANJA", 6_000_000, 2_000_000, 4_000_000],
        [None, "SURPLUS / (DEFISIT)", 3_000_000, 3_000_000, 0],
    )
    assert paid(sheet) == {7: 1_500_000, 8: 500_000}


def test_sections_told_again_and_a_tax_below_are_no_lines() -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA"],
        HEADS,
        ["I", "PEKERJAAN PERSIAPAN"],
        [1, "Pembersihan lokasi", 10, "m2", 50_000, 500_000],
        [2, "Papan nama", 1, "buah", 250_000, 250_000],
        [None, "SUB TOTAL I", None, None, None, 750_000],
        ["II", "PEKERJAAN TANAH"],
        [1, "Galian", 5, "m3", 90_000, 450_000],
        [2, "Urugan", 3, "m3", 100_000, 300_000],
        [None, "SUB TOTAL II", None, None, None, 750_000],
        [None, "REKAPITULASI"],
        ["I", "PEKERJAAN PERSIAPAN", None, None, None, 750_000],
        ["II", "PEKERJAAN TANAH", None, None, None, 750_000],
        [None, "REAL COST", None, None, None, 1_500_000],
        [None, "PPN 11%", None, None, None, 165_000],
        [None, "TOTAL", None, None, None, 1_665_000],
    )
    assert [row.row for row in budget(sheet) if row.jenis is Baris.RINCI] == [4, 5, 8, 9]
    assert not wrong_sums(budget(sheet))


def test_amounts_written_as_text_are_no_codes() -> None:
    sheet = read(
        ["BILL OF QUANTITY"],
        ["NO", "ITEM PEKERJAAN", "SAT", "VOLUME", "ANALISA", "HARGA SATUAN (Rp)", "JUMLAH HARGA (Rp)"],
        [None, None, None, None, None, "(Rp.)", "(Rp)"],
        [1, "Galian", "m3", 5, "A.2.3.1", "90.000", "450.000"],
        [2, "Urugan", "m3", 3, "A.2.3.2", "100.000", "300.000"],
        [3, "Pondasi", "m3", 2, "A.2.3.3", "1.250.000", "2.500.000"],
        [None, "JUMLAH", None, None, None, None, "3.250.000"],
    )
    assert made(sheet) == 3_250_000


@pytest.mark.parametrize(
    ("first", "second", "lines"),
    [(600_000, 150_000, 3), (600_000, 120_000, 5)],
    ids=["shares", "other money"],
)
def test_the_shares_of_the_sum_below_it_are_no_lines(first: int, second: int, lines: int) -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA"],
        HEADS,
        [1, "Honor narasumber", 2, "OJ", 300_000, 600_000],
        [2, "Seminar kit", 2, "buah", 50_000, 100_000],
        [3, "Modul", 5, "eks", 10_000, 50_000],
        [None, "JUMLAH TOTAL", None, None, None, 750_000],
        [None, "DAK Nonfisik (80%)", None, None, None, first],
        [None, "APBD (20%)", None, None, None, second],
    )
    assert len([row for row in budget(sheet) if row.jenis is Baris.RINCI]) == lines


def test_a_book_of_cash_with_keluar_for_what_was_paid_is_one_of_payments() -> None:
    sheet = read(
        ["BUKU KAS KEGIATAN DAK NON FISIK"],
        ["Tgl", "No. Bukti", "Uraian", "Penerimaan", "Keluar", "Saldo"],
        ["3 April 2023", None, "Transfer dari RKUD", 5_000_000, None, 5_000_000],
        ["10 April 2023", "01/DAK", "Honorarium narasumber", None, 800_000, 4_200_000],
        ["11 April 2023", "02/DAK", "Sewa kendaraan", None, 1_050_000, 3_150_000],
        [None, None, "Jumlah", 5_000_000, 1_850_000, 3_150_000],
        name="BKU DAK",
    )
    assert paid(sheet) == {4: Decimal(800_000), 5: Decimal(1_050_000)}
