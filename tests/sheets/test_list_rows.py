"""What stands in and below lists: counts, several sessions in a cell, dates in parts, forms across."""

from __future__ import annotations

from datetime import date, time

import pytest

from dak_excel.sheets.grid import Value
from dak_excel.sheets.records import Baris, Identitas, Jadwal, Peserta, ReadSheet, Realisasi
from dak_excel.sheets.tabel import Kind
from tests.sheets.grids import BUDI, PESERTA, SITI, read


def names(sheet: ReadSheet) -> list[str | None]:
    return [record.nama for record in sheet.records if isinstance(record, Peserta)]


@pytest.mark.parametrize(
    "below",
    [
        [[None, "Laki-laki", ": 12 orang"], [None, "Perempuan", "18 orang"]],
        [["Laki-laki", None, 12], ["Perempuan", None, 18], ["Total", None, 30]],
        [[], ["Rekapitulasi"], ["Laki-laki", "12 orang"], ["Usia 18-30", "5 orang"], ["SMA", "3"]],
        [[], [None, "Peserta laki-laki", 12], [None, "Sudah NIB", 20], [None, "Belum NIB", "10 orang"]],
    ],
)
def test_counts_below_a_list_are_nobody(below: list[list[Value]]) -> None:
    sheet = read(["DAFTAR PESERTA"], PESERTA, SITI, BUDI, *below)
    assert names(sheet) == ["Siti Contoh", "Budi Misal"]
    assert sheet.problems == []


def test_the_last_person_with_few_cells_stays_one() -> None:
    sheet = read(["DAFTAR PESERTA"], PESERTA, SITI, (2, "Budi Misal", None, None, 43))
    assert names(sheet) == ["Siti Contoh", "Budi Misal"]


def test_several_sessions_in_one_cell() -> None:
    sheet = read(
        ["JADWAL PELATIHAN"],
        ("Hari/Tanggal", "Pukul", "Materi", "Narasumber", "JPL"),
        ("5 Juni 2023", "08.00-10.00\n10.15-12.00", "Pengantar\nPembukuan", "Siti Contoh", 4),
        ("6 Juni 2023", "08.00-12.00", "Praktik", "Budi Misal", 4),
    )
    rows = [(r.materi, r.pukul_mulai, r.narasumber, r.jpl) for r in sheet.records if isinstance(r, Jadwal)]
    assert rows == [
        ("Pengantar", time(8), "Siti Contoh", 4),
        ("Pembukuan", time(10, 15), "Siti Contoh", None),
        ("Praktik", time(8), "Budi Misal", 4),
    ]
    assert sheet.records[1].cell("materi").a1 == "C3"


@pytest.mark.parametrize(
    "head",
    [("Tgl", "Bln", "Thn"), ("Tanggal Lahir", "Bulan Lahir", "Tahun Lahir"), ("Tanggal", "Bulan", "Tahun")],
)
@pytest.mark.parametrize("month", [6, "Juni", "06"])
def test_a_birth_date_over_three_columns(head: tuple[str, ...], month: Value) -> None:
    sheet = read(
        ["DAFTAR PESERTA"],
        ("No", "Nama Peserta", "NIK", *head, "NIB"),
        (1, "Siti Contoh", SITI[2], 12, month, 1985, SITI[6]),
    )
    (siti,) = (record for record in sheet.records if isinstance(record, Peserta))
    assert siti.tanggal_lahir == date(1985, 6, 12)
    assert siti.cell("tanggal_lahir").a1 == "D3"


def test_days_that_are_dates_are_attendance() -> None:
    sheet = read(
        ("No", "Nama", "Instansi", date(2023, 6, 5), date(2023, 6, 6), "Email", "No. Hp"),
        (1, "Siti Contoh", "Sentra", "*", "*", "a@contoh.id", "08001234567"),
        (2, "Budi Misal", "Sentra", "*", None, "b@contoh.id", "08001234568"),
        file="peserta pelatihan.xlsx",
    )
    assert [record.hadir for record in sheet.records if isinstance(record, Peserta)] == [2, 1]


@pytest.mark.parametrize("group", ["Hari ke-", "Hari Ke", "Tanggal", "Pertemuan ke", "Kehadiran", "Paraf"])
@pytest.mark.parametrize("days", [(1, 2, 3), (12, 13, 14), ("I", "II", "III"), ("1", "2", "3")])
def test_days_numbered_below_one_heading_are_attendance(group: str, days: tuple[Value, ...]) -> None:
    sheet = read(
        ["DAFTAR HADIR PESERTA PELATIHAN WIRAUSAHA"],
        ("No", "Nama", "NIK", "Nama Usaha", group),
        (None, None, None, None, *days),
        (1, "Siti Contoh", "9901015206850001", "Batik Contoh", "v", "v", "v"),
        (2, "Budi Misal", "9901011205800002", "Batik Misal", "v", "-", "-"),
        merges="A2:A3 B2:B3 C2:C3 D2:D3 E2:G2",
    )
    assert [record.hadir for record in sheet.records if isinstance(record, Peserta)] == [3, 1]


def test_identitas_laid_out_across() -> None:
    sheet = read(
        ["IDENTITAS DAERAH"],
        ("Kabupaten/Kota", "Nama Dinas", "Kepala Dinas", "Pagu DAK Nonfisik"),
        ("Kabupaten Contoh", "Dinas Perindustrian", "Drs. Contoh", 500_000_000),
    )
    lines = {r.kunci: (r.isi, r.cell("isi").a1) for r in sheet.records if isinstance(r, Identitas)}
    assert lines["kabkota"] == ("Kabupaten Contoh", "A3")
    assert lines["pagu"] == (500_000_000, "D3")


def test_answers_offered_behind_a_key() -> None:
    sheet = read(
        ["Kabupaten/Kota", "Kabupaten Contoh"],
        ["Nama Dinas", "Dinas Perindustrian"],
        ["Pagu DAK Nonfisik", 500_000_000],
        ["Menerima DAK Fisik 2023 (Ya/Tidak)", "Ya"],
    )
    assert {r.kunci: r.isi for r in sheet.records if isinstance(r, Identitas)}["kriteria_dak_fisik"] is True


def test_a_list_without_rows_is_told() -> None:
    sheet = read(["DAFTAR PESERTA"], PESERTA)
    assert [(p.ketentuan, p.varian, p.cell.a1) for p in sheet.problems] == [
        ("DATA-KOSONG", "daftar", "A2:G2")
    ]


@pytest.mark.parametrize("last", [("lunas", None), (None, 100)])
def test_a_table_of_equal_amounts_loses_no_row(last: tuple[Value, Value]) -> None:
    rows = [(n, f"Kegiatan {n}", 20, 20, *(last if n == 12 else (None, None))) for n in range(1, 13)]
    sheet = read(["REALISASI ANGGARAN"], ("No", "Uraian", "Pagu", "Realisasi", "Ket", "Fisik (%)"), *rows)
    lines = [r for r in sheet.records if isinstance(r, Realisasi) and r.jenis is Baris.RINCI]
    assert sheet.kind is Kind.REALISASI
    assert len(lines) == 12
