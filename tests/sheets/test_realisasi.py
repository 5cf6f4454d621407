"""Realisation: by month, of one month, to date, payment by payment; codes that head and codes of lines."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from dak_excel.sheets.records import Baris, ReadSheet, Realisasi
from tests.sheets.grids import read

MONTHS = ("Januari", "Pebruari", "Mar", "Apr", "Mei", "Juni", "Juli", "Agust", "Sept", "Okt", "Nop", "Des")


def rows(sheet: ReadSheet) -> list[Realisasi]:
    return [r for r in sheet.records if isinstance(r, Realisasi)]


def lines(sheet: ReadSheet) -> list[Realisasi]:
    return [r for r in rows(sheet) if r.jenis is Baris.RINCI]


def test_a_simple_table() -> None:
    sheet = read(
        ["REALISASI ANGGARAN"],
        ("No", "Rincian Kegiatan", "Pagu", "Realisasi", "%", "Sisa"),
        ["A", "Peningkatan SDM", 300, 150, 0.5, 150],
        [1, "A1 Pelatihan Pengelolaan Bisnis dan Manajemen Wirausaha", 100, 50, 0.5, 50],
        [2, "A2 Pelatihan Teknis Produksi", 200, 100, 0.5, 100],
        [None, "Jumlah", 300, 150, 0.5, 150],
    )
    assert [r.jenis for r in rows(sheet)] == [Baris.SUBTOTAL, Baris.RINCI, Baris.RINCI, Baris.TOTAL]
    assert [(r.rincian, r.pagu, r.realisasi, r.persen, r.sisa) for r in lines(sheet)] == [
        ("A1", 100, 50, 50, 50),
        ("A2", 200, 100, 50, 100),
    ]


def test_twelve_months() -> None:
    sheet = read(
        ["REALISASI ANGGARAN TAHUN 2023"],
        ("Kode Rekening", "Uraian", "Pagu", "Bulan", *[None] * 11, "Jumlah Realisasi", "Sisa"),
        (None, None, None, *MONTHS),
        ["5.1.02.01.01.0024", "Belanja ATK", 1000, *range(12), 66, 934],
        merges="A2:A3 B2:B3 C2:C3 D2:O2 P2:P3 Q2:Q3",
    )
    line = lines(sheet)[0]
    assert [int(v) for v in line.realisasi_bulan if v is not None] == list(range(12))
    assert (line.realisasi, line.sisa) == (66, 934)


def test_months_that_a_title_calls_a_plan() -> None:
    sheet = read(
        ["RENCANA OPERASIONAL KEGIATAN"],
        ("No", "Uraian", "Biaya", *MONTHS),
        [1, "Belanja ATK", 120, *[10] * 12],
        name="ROK",
    )
    line = lines(sheet)[0]
    assert line.rencana_bulan == (Decimal(10),) * 12
    assert line.realisasi_bulan == ()


def test_plan_and_payment_of_each_month() -> None:
    head = [
        ("Kode Rekening", "Uraian", "Pagu", "Januari", None, "Februari", None),
        (None, None, None, "Rencana", "Realisasi", "Rencana", "Realisasi"),
    ]
    sheet = read(
        ["RENCANA DAN REALISASI KEUANGAN"],
        *head,
        ["5.1", "ATK", 100, 10, 9, 20, 19],
        merges="D2:E2 F2:G2 A2:A3 B2:B3 C2:C3",
    )
    line = lines(sheet)[0]
    assert line.rencana_bulan[:2] == (10, 20)
    assert line.realisasi_bulan[:2] == (9, 19)


def test_a_sheet_of_one_month() -> None:
    head = ("Kode Rekening", "Uraian", "Anggaran", "Realisasi", "Sisa Anggaran")
    line = ["5.1.02.01.01.0024", "Belanja ATK", 1000, 250, 750]
    for sheet in (
        read(["LAPORAN REALISASI"], head, line, name="Mei"),
        read(["LAPORAN REALISASI"], ["Bulan : Mei 2023"], head, line),
        read(["LAPORAN REALISASI BULAN MEI 2023"], head, line),
    ):
        assert sheet.tables[0].facts["bulan"] == 5
        assert lines(sheet)[0].realisasi_bulan[4] == 250
        assert lines(sheet)[0].realisasi is None
        assert lines(sheet)[0].cell("realisasi_bulan").column == 4


def test_this_month_and_to_date() -> None:
    sheet = read(
        ["LAPORAN REALISASI BULAN JUNI 2023"],
        ("Kode Rekening", "Uraian", "Pagu", "s/d Bln Lalu", "Bulan Ini", "s.d. Bulan Ini", "%"),
        ["5.1.02.01.01.0024", "Belanja ATK", 1000, 250, 100, 350, "35%"],
    )
    line = lines(sheet)[0]
    assert line.realisasi == 350
    assert line.realisasi_bulan[5] == 100
    assert line.persen == 35


def test_payments_by_date() -> None:
    sheet = read(
        ["REALISASI PEMBAYARAN A1"],
        ("No", "Tanggal SP2D", "No. SP2D", "Uraian Pembayaran", "Realisasi"),
        [1, datetime(2023, 6, 20), "001/LS", "Nasi kotak", 1050000],
        [2, "12 Juli 2023", "002/LS", "Honor narasumber", "Rp 4.000.000,-"],
        [None, None, None, "Jumlah", 5050000],
    )
    assert [(r.tanggal, r.realisasi, r.rincian) for r in lines(sheet)] == [
        (date(2023, 6, 20), 1050000, "A1"),
        (date(2023, 7, 12), 4000000, "A1"),
    ]


def test_codes_that_head_lines_and_codes_of_lines() -> None:
    head = ("Kode Rekening", "Uraian", "Pagu", "Realisasi", "Sisa")
    heading = read(
        ["REALISASI"],
        head,
        ["5.1.02.01.01.0052", "Belanja Makan Minum", 300, 200, 100],
        [None, "Nasi kotak", 200, 150, 50],
        [None, "Kudapan", 100, 50, 50],
    )
    assert [r.uraian for r in lines(heading)] == ["Nasi kotak", "Kudapan"]
    assert lines(heading)[0].kode == "5.1.02.01.01.0052"
    each = read(
        ["REALISASI"],
        head,
        [None, "A1 Pelatihan Wirausaha", 300, 200, 100],
        ["5.1.02.01.01.0052", "Belanja Makan Minum", 200, 150, 50],
        ["5.1.02.02.01.0003", "Honorarium Narasumber", 100, 50, 50],
    )
    assert [(r.uraian, r.rincian) for r in lines(each)] == [
        ("Belanja Makan Minum", "A1"),
        ("Honorarium Narasumber", "A1"),
    ]


def test_codes_without_lines_below_are_lines() -> None:
    sheet = read(
        ["REALISASI"],
        ("Kode Rekening", "Uraian", "Pagu", "Realisasi"),
        ["5.1.02", "Belanja Barang dan Jasa", 300, 200],
        ["5.1.02.01", "Belanja Barang", 200, 150],
        ["5.1.02.02", "Belanja Jasa", 100, 50],
    )
    assert [r.uraian for r in lines(sheet)] == ["Belanja Barang", "Belanja Jasa"]
    assert rows(sheet)[0].cakupan == (4, 5)


def test_target_and_output() -> None:
    sheet = read(
        ["REALISASI FISIK DAN KEUANGAN"],
        (
            "No",
            "Uraian Kegiatan",
            "Target",
            "Satuan",
            "Pagu",
            "Realisasi Keuangan",
            "Realisasi Fisik (%)",
            "Output",
        ),
        [1, "A1 Pelatihan Wirausaha", 25, "orang", 100, 90, 0.8, 20],
    )
    line = lines(sheet)[0]
    assert (line.target, line.satuan, line.fisik, line.capaian, line.realisasi) == (25, "orang", 80, 20, 90)


@pytest.mark.parametrize(
    ("title", "days", "told"),
    [
        ("Bulan : Juni 2023", ("04/06/2023", "05/06/2023"), [date(2023, 6, 4), date(2023, 6, 5)]),
        ("Bulan : Juni 2023", ("06/04/2023", "06/05/2023"), [date(2023, 6, 4), date(2023, 6, 5)]),
        ("Periode April s.d. Juni 2023", ("04/05/2023", "11/06/2023"), [date(2023, 5, 4), date(2023, 6, 11)]),
        ("Bulan : Juni 2023", ("04/05/2023", "11/09/2023"), [None, None]),
        ("Tahun 2023", ("04/06/2023", "05/06/2023"), [None, None]),
    ],
)
def test_the_month_of_a_ledger_tells_the_order_of_its_dates(
    title: str, days: tuple[str, str], told: list[date | None]
) -> None:
    sheet = read(
        ["BUKU KAS UMUM"],
        [title],
        ("Tanggal", "No Bukti", "Uraian", "Penerimaan", "Pengeluaran", "Saldo"),
        (days[0], "001", "Bayar honor narasumber", None, 2_000_000, 8_000_000),
        (days[1], "002", "Bayar konsumsi", None, 1_000_000, 7_000_000),
    )
    assert [row.tanggal for row in sheet.records if isinstance(row, Realisasi)] == told
    assert bool(sheet.problems) is (None in told)
