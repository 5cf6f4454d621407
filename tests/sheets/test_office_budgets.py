"""Budgets and realisations as planning offices lay them out: SIPD, e-RAB, DPPA, by quarter."""

from __future__ import annotations

from decimal import Decimal

from dak_excel.sheets.records import BarisKegiatan, BarisRab, ReadSheet, Realisasi
from dak_excel.sheets.tabel import Kind, Span
from tests.sheets.grids import read
from tests.sheets.test_rab import HEAD, lines, rows

SIPD = ("Kode Rekening", "Uraian", "Koefisien", "Satuan", "Harga", "Jumlah")


def covers(sheet: ReadSheet) -> dict[int, tuple[int, int] | None]:
    return {r.row: r.cakupan for r in rows(sheet) if r.cakupan}


def test_an_activity_below_a_kode_rekening_ends_with_it() -> None:
    sheet = read(
        ["RKA"],
        SIPD,
        ["5.1.02.01", "Belanja Barang", None, None, None, 1000],
        ["5.1.02.01.01.0052", "Belanja Makanan", None, None, None, 1000],
        [None, "[#] B1 Pelatihan Manajemen Mutu dan Pengelolaan Sentra IKM", None, None, None, 1000],
        [None, "[-] Konsumsi", None, None, None, 1000],
        [None, "Makan", "10 Orang", "Orang", 100, 1000],
        ["5.1.02.02", "Belanja Jasa", None, None, None, 500],
        ["5.1.02.02.01.0003", "Honorarium Narasumber", None, None, None, 500],
        [None, "[#] B1 Pelatihan Manajemen Mutu dan Pengelolaan Sentra IKM", None, None, None, 500],
        [None, "[-] Narasumber", None, None, None, 500],
        [None, "Honor", "5 JPL", "OJ", 100, 500],
    )
    assert covers(sheet) == {3: (7, 7), 4: (7, 7), 5: (7, 7), 6: (7, 7)} | dict.fromkeys(
        (8, 9, 10, 11), (12, 12)
    )
    assert [r.kode for r in lines(sheet)] == ["5.1.02.01.01.0052", "5.1.02.02.01.0003"]
    assert {r.rincian for r in lines(sheet)} == {"B1"}


def test_sections_go_on_past_one_that_names_the_rincian() -> None:
    sheet = read(
        ["RAB FASILITASI SERTIFIKAT HALAL"],
        HEAD,
        ["I", "PERSIAPAN"],
        ["a", "ATK", 1, "paket", 100, 100],
        ["II", "PELAKSANAAN"],
        ["1", "A6 Fasilitasi Sertifikat Halal"],
        ["a", "Honor narasumber", 8, "OJ", 10, 80],
        ["2", "Sertifikasi"],
        ["a", "Biaya sertifikasi", 10, "IKM", 5, 50],
        ["III", "PELAPORAN"],
        ["a", "Penggandaan", 5, "buku", 2, 10],
        [None, "Sub jumlah III", None, None, None, 10],
    )
    assert covers(sheet) == {3: (4, 4), 5: (7, 9), 6: (7, 7), 8: (9, 9), 10: (11, 11), 12: (11, 11)}


def test_codes_of_the_program_in_the_column_of_numbers() -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA"],
        ("NO", "PROGRAM / KEGIATAN / SUB KEGIATAN / REKENING", "VOL", "SAT", "HARGA", "JUMLAH"),
        ["3.31.02.2.01.02", "Koordinasi Pembangunan Sumber Daya Industri", None, None, None, 30],
        ["A", "A1 Pelatihan Wirausaha", None, None, None, 10],
        ["5.1.02.01.01.0052", "Belanja Makanan", None, None, None, 10],
        [None, "- Makan siang", 5, "org", 2, 10],
        ["B", "A2 Pelatihan Teknis Produksi", None, None, None, 20],
        ["5.1.02.01.01.0012", "Belanja Bahan", None, None, None, 20],
        [None, "- Kain", 5, "m", 4, 20],
    )
    assert covers(sheet) == {3: (6, 9), 4: (6, 6), 5: (6, 6), 7: (9, 9), 8: (9, 9)}
    assert [(r.rincian, r.kode) for r in lines(sheet)] == [
        ("A1", "5.1.02.01.01.0052"),
        ("A2", "5.1.02.01.01.0012"),
    ]


def test_volumes_that_are_all_called_volume_are_factors() -> None:
    head = ("No", "Uraian", "Vol", "Sat", "Vol", "Sat", "Harga Satuan", "Jumlah")
    with_whole = ("No", "Uraian", "Vol", "Sat", "Vol", "Sat", "Total Vol", "Harga Satuan", "Jumlah")
    bare = lines(read(["RAB"], head, [1, "Makan", 25, "org", 5, "hr", 10, 1250]))
    whole = lines(read(["RAB"], with_whole, [1, "Makan", 25, "org", 5, "hr", 125, 10, 1250]))
    for (line,) in (bare, whole):
        assert line.faktor == ((Decimal(25), "org"), (Decimal(5), "hr"))
        assert line.volume == 125


def test_of_a_changed_budget_the_later_one_counts() -> None:
    sheet = read(
        ["DOKUMEN PELAKSANAAN PERGESERAN ANGGARAN"],
        ["Uraian", "Sebelum Perubahan", None, None, "Setelah Perubahan", None, None, "Bertambah/(Berkurang)"],
        [None, "Koefisien", "Harga", "Jumlah", "Koefisien", "Harga", "Jumlah", None],
        ["Makan siang", "20 Orang", 50, 1000, "25 Orang", 50, 1250, 250],
        merges="A2:A3 B2:D2 E2:G2 H2:H3",
    )
    (line,) = lines(sheet)
    assert (line.volume, line.harga, line.jumlah) == (25, 50, 1250)
    assert line.cell("jumlah").a1 == "G4"
    assert sheet.unread == []


def test_a_pagu_before_and_after_the_change() -> None:
    sheet = read(
        ["REALISASI ANGGARAN"],
        ["No", "Uraian", "Pagu Murni", "Pagu Perubahan", "Realisasi"],
        [1, "Honor narasumber", 100, 150, 120],
    )
    (row,) = (r for r in sheet.records if isinstance(r, Realisasi))
    assert (row.pagu, row.realisasi) == (150, 120)


def test_a_quarter_is_not_all_that_was_paid() -> None:
    head = (
        ["LAPORAN REALISASI"],
        ["No", "Rincian Kegiatan", "Pagu", "Realisasi Keuangan", None, None, None],
        [None, None, None, "TW I", "TW II", "TW III", "TW IV"],
    )
    merges = "A2:A3 B2:B3 C2:C3 D2:G2"
    sheet = read(*head, [1, "Pelatihan wirausaha", 200, 0, 90, 120, None], merges=merges)
    (row,) = (r for r in sheet.records if isinstance(r, Realisasi))
    assert (row.pagu, row.realisasi) == (200, 210)
    assert row.cell("realisasi").a1 == "F4"


def test_months_ticked_in_a_plan_are_its_time() -> None:
    sheet = read(
        ["RENCANA PELAKSANAAN KEGIATAN DAK NON FISIK TAHUN 2023"],
        ["No", "Rincian Kegiatan", "Target", "Bulan", None, None, None],
        [None, None, None, "Mar", "Apr", "Mei", "Jun"],
        [1, "Pelatihan teknis produksi", "25 orang", None, None, None, "v"],
        [2, "A3 Pendampingan pengembangan dan diversifikasi produk", "5 IKM", "v", "v", "v", None],
        merges="A2:A3 B2:B3 C2:C3 D2:G2",
    )
    assert sheet.kind is Kind.KEGIATAN
    spans = [r.waktu for r in sheet.records if isinstance(r, BarisKegiatan)]
    assert [(s.mulai.isoformat(), s.selesai.isoformat()) for s in spans if isinstance(s, Span)] == [
        ("2023-06-01", "2023-06-30"),
        ("2023-03-01", "2023-05-31"),
    ]
    assert all(isinstance(r, BarisKegiatan | BarisRab) for r in sheet.records)


def test_lines_of_a_realisation_that_name_their_rincian() -> None:
    sheet = read(
        ["LAPORAN REALISASI FISIK DAN KEUANGAN"],
        ("No", "Uraian Kegiatan", "Pagu", "Realisasi", "Sisa"),
        ["I", "MENU A", 300, 100, 200],
        [1, "A1 Pelatihan Wirausaha", 100, 100, 0],
        [2, "A2 Pelatihan Teknis Produksi", 200, 0, 200],
    )
    assert [r.rincian for r in sheet.records if isinstance(r, Realisasi)] == ["", "A1", "A2"]
