"""A budget is read in the reading that its own arithmetic bears out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from dak_excel.rab.sums import wrong_sums
from dak_excel.sheets.grid import Grid, Value
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.readings.tree import Entry, Label
from dak_excel.sheets.readings.tree_search import search
from dak_excel.sheets.records import Baris, BarisRab, ReadSheet, Realisasi
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_vocabulary


def read(*rows: Sequence[Value], name: str = "Lembar1") -> ReadSheet:
    grid = Grid("berkas.xlsx", name, [list(row) for row in rows])
    return read_grid(grid, load_vocabulary(), {}, 2023)


def lines(sheet: ReadSheet) -> list[BarisRab | Realisasi]:
    rows = [r for r in sheet.records if isinstance(r, BarisRab | Realisasi)]
    return [r for r in rows if r.jenis is Baris.RINCI]


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[Entry], list[int]]:
    """Groups with codes, each with lines of their own, and their grand total; the positions of the lines."""
    entries: list[Entry] = []
    leaves: list[int] = []
    total = 0
    for group in range(draw(st.integers(1, 5))):
        amounts = draw(st.lists(st.integers(1, 10**9), min_size=2, max_size=6))
        head = ("5", "1", f"{group + 1:02}")
        entries.append(Entry((sum(amounts) * 100,), code=head, account=True, profile="judul", name="x"))
        for at, amount in enumerate(amounts):
            leaves.append(len(entries))
            code = (*head, f"{at + 1:03}")
            entries.append(Entry((amount * 100,), code=code, account=True, profile="rinci", name="x"))
        total += sum(amounts)
    entries.append(Entry((total * 100,), label=Label.SUM, profile="jumlah", name="Jumlah"))
    return entries, leaves


@settings(max_examples=60)
@given(trees())
def test_headings_and_details_are_told_by_codes_and_sums(made: tuple[list[Entry], list[int]]) -> None:
    entries, leaves = made
    tree = search(entries)
    assert tree.closed
    assert tree.leaves() == leaves


def test_a_heading_whose_sum_is_wrong_is_no_line() -> None:
    sheet = read(
        ["LAPORAN REALISASI ANGGARAN"],
        ["Kode Rekening", "Uraian", "Anggaran", "Realisasi"],
        ["5.1", "Belanja Operasi", 9000000, 4500000],
        ["5.1.01", "Belanja Pegawai", 4000000, 2000000],
        ["5.1.01.01", "Honorarium panitia", 2500000, 1500000],
        ["5.1.01.02", "Honorarium narasumber", 1500000, 500000],
        ["5.1.02", "Belanja Barang", 3500000, 2500000],
        ["5.1.02.01", "Bahan praktik", 3200000, 1800000],
        ["5.1.02.02", "Alat tulis", 1800000, 700000],
    )
    assert [r.row for r in lines(sheet)] == [5, 6, 8, 9]
    assert sum(r.pagu or 0 for r in lines(sheet) if isinstance(r, Realisasi)) == 9000000


def test_a_quantity_headed_jumlah_is_the_volume() -> None:
    sheet = read(
        ["RAB ALAT PRAKTIK"],
        ["No", "Uraian", "Jumlah", "Satuan", "Harga Satuan", "Total Harga"],
        [1, "Gunting kain", 12, "buah", 35000, 420000],
        [2, "Benang", 40, "gulung", 9000, 360000],
        [3, "Meteran", 12, "buah", 7500, 90000],
    )
    assert [(r.volume, r.jumlah) for r in lines(sheet) if isinstance(r, BarisRab)] == [
        (12, 420000),
        (40, 360000),
        (12, 90000),
    ]


def test_the_code_of_the_account_on_each_line_counts_nothing_twice() -> None:
    kode = "5.1.02.01.01.0052"
    sheet = read(
        ["RINCIAN BELANJA"],
        ["Kode Rekening", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"],
        [kode, "Belanja Makanan dan Minuman", None, None, None, 1500000],
        [kode, "Makan siang", 30, "OK", 30000, 900000],
        [kode, "Kudapan", 40, "OK", 15000, 600000],
    )
    assert sum(r.jumlah or 0 for r in lines(sheet) if isinstance(r, BarisRab)) == 1500000


def test_carried_amounts_and_discounts_are_no_lines_of_their_own() -> None:
    head = ["No", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"]
    sheet = read(
        ["RENCANA ANGGARAN BIAYA"],
        head,
        [1, "Kain", 10, "m", 40000, 400000],
        [2, "Benang", 20, "gulung", 5000, 100000],
        [None, "Jumlah dipindahkan", None, None, None, 500000],
        [None, "Pindahan", None, None, None, 500000],
        [3, "Jarum", 10, "set", 10000, 100000],
        [None, "Jumlah", None, None, None, 600000],
        [None, "Potongan harga", None, None, None, 60000],
        [None, "Jumlah dibayar", None, None, None, 540000],
    )
    assert sum(r.jumlah or 0 for r in lines(sheet) if isinstance(r, BarisRab)) == 540000
    assert not [r.row for r in sheet.records if isinstance(r, BarisRab) and r.cocok is False]


def test_a_total_in_one_cell_with_its_label_is_held_against_the_lines() -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA"],
        ["No", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"],
        [1, "Kain", 10, "m", 40000, 400000],
        [2, "Benang", 20, "gulung", 5000, 100000],
        ["TOTAL BIAYA : Rp 510.000,-"],
    )
    wrong = wrong_sums([r for r in sheet.records if isinstance(r, BarisRab)])
    assert [(w.baris.jumlah, w.seharusnya, w.baris.cell("jumlah").a1) for w in wrong] == [
        (Decimal(510000), Decimal(500000), "A5")
    ]


def test_a_cash_book_pays_what_goes_out() -> None:
    sheet = read(
        ["BUKU KAS UMUM"],
        ["Tanggal", "No Bukti", "Uraian", "Debet", "Kredit", "Saldo"],
        ["02-02-2023", "1", "Terima uang persediaan", 5000000, 0, 5000000],
        ["03-02-2023", "2", "Belanja ATK", 0, 450000, 4550000],
        ["05-02-2023", "3", "Sewa kursi", 0, 600000, 3950000],
        ["07-02-2023", "4", "Makan siang peserta", 0, 1250000, 2700000],
    )
    assert sheet.kind is Kind.REALISASI
    assert [r.realisasi for r in lines(sheet) if isinstance(r, Realisasi)] == [450000, 600000, 1250000]


def test_a_budget_in_words_nobody_listed_is_read_by_its_figures() -> None:
    sheet = read(
        ["PERKIRAAN BIAYA LOKAKARYA"],
        ["No", "Macam Keperluan", "Banyak", "Takaran", "Ongkos @", "Semuanya"],
        [1, "Tinta", 6, "botol", 85000, 510000],
        [2, "Kertas", 15, "rim", 60000, 900000],
        [3, "Map", 50, "buah", 3000, 150000],
        [None, "Jumlah", None, None, None, 1560000],
    )
    assert sheet.kind is Kind.RAB
    assert [(r.uraian, r.jumlah) for r in lines(sheet) if isinstance(r, BarisRab)] == [
        ("Tinta", 510000),
        ("Kertas", 900000),
        ("Map", 150000),
    ]


def test_counts_are_no_realisasi_of_money() -> None:
    sheet = read(
        ["PENILAIAN CAPAIAN PEGAWAI"],
        ["No", "Uraian Kegiatan", "Target", "Realisasi", "%"],
        [1, "Menyusun laporan", 4, 4, 100],
        [2, "Memeriksa berkas", 20, 18, 90],
    )
    assert sheet.kind is Kind.TIDAK_DIKENALI


def test_a_price_list_and_a_list_of_sales_are_no_budget() -> None:
    prices = read(
        ["DAFTAR HARGA BARANG"],
        ["No", "Nama Barang", "Satuan", "Harga"],
        [1, "Semen", "sak", 65000],
        [2, "Pasir", "m3", 250000],
    )
    sales = read(
        ["FAKTUR PENJUALAN"],
        ["No", "Nama Barang", "Qty", "Harga", "Total"],
        [1, "Kain batik", 3, 150000, 450000],
        [2, "Selendang", 5, 80000, 400000],
    )
    assert (prices.kind, sales.kind) == (Kind.TIDAK_DIKENALI, Kind.TIDAK_DIKENALI)


def test_what_no_reading_explains_is_doubtful() -> None:
    rows: list[list[Value]] = [
        [n, f"Barang {n}", n + 3, "buah", 10000 * n + 7, 90000 * n + 13] for n in range(1, 9)
    ]
    sheet = read(
        ["RENCANA ANGGARAN BIAYA"],
        ["No", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"],
        *rows,
        [None, "Jumlah", None, None, None, 123456],
    )
    assert "tidak cocok dengan volume × harga" in sheet.tables[0].ragu
    assert sheet.tables[0].bacaan
