"""Which report a text is for, and which number of peserta is planned, reached, or said to be done."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from dak_excel.sheets.kinds.narrative import report_of
from dak_excel.sheets.records import BarisKegiatan, Narasi
from dak_excel.sheets.tabel import Kind
from tests.sheets.grids import read

TEKS = "Kegiatan berjalan baik dan seluruh peserta mengikuti pelatihan sampai dengan hari terakhir."


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ("Semester I", "1"),
        ("Laporan Semester II", "2"),
        ("smt 1", "1"),
        ("SEMESTER KE-2", "2"),
        ("Semester Pertama", "1"),
        ("Laporan Akhir", "akhir"),
        ("Akhir", "akhir"),
        ("Kesimpulan Akhir", "akhir"),
        ("Semester I dan Semester II", ""),
        ("Hasil akhirnya baik", ""),
        ("Kesimpulan", ""),
        ("Semester Ilmu", ""),
    ],
)
def test_the_report_that_a_text_names(text: str, report: str) -> None:
    assert report_of(text) == report


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["NARASI LAPORAN – DAK NONFISIK", None, None, None],
            ["Bab", None, "Isi", "Laporan"],
            ["Kesimpulan", ":", f"{TEKS} Satu", "Semester I"],
            ["Kesimpulan", ":", f"{TEKS} Dua", "Laporan Akhir"],
            ["Saran", ":", f"{TEKS} Umum", None],
        ],
        [
            ["NARASI LAPORAN"],
            ["Bab", "Semester I", "Semester II", "Laporan Akhir", "Semua laporan"],
            ["Kesimpulan", f"{TEKS} Satu", None, f"{TEKS} Dua"],
            ["Saran", None, None, None, f"{TEKS} Umum"],
        ],
        [
            ["NARASI LAPORAN"],
            ["Kesimpulan Semester I", f"{TEKS} Satu"],
            ["Kesimpulan Laporan Akhir", f"{TEKS} Dua"],
            ["Saran", f"{TEKS} Umum"],
        ],
        [
            ["NARASI"],
            ["Saran"],
            [f"{TEKS} Umum"],
            ["LAPORAN SEMESTER I"],
            ["Kesimpulan"],
            [f"{TEKS} Satu"],
            ["LAPORAN AKHIR"],
            ["Kesimpulan"],
            [f"{TEKS} Dua"],
        ],
    ],
)
def test_narasi_are_read_each_for_its_report(rows: list[Any]) -> None:
    sheet = read(*rows)
    assert sheet.kind is Kind.NARASI
    told = {
        (r.bagian, r.laporan, (r.teks or "").split()[-1])
        for r in sheet.records
        if isinstance(r, Narasi) and r.teks
    }
    assert told == {("kesimpulan", "1", "Satu"), ("kesimpulan", "akhir", "Dua"), ("saran", "", "Umum")}


def kegiatan(heads: tuple[str, ...], *values: object) -> list[BarisKegiatan]:
    sheet = read(
        ["REKAP KEGIATAN DAK NONFISIK"],
        ["No", "Rincian", "Nama Kegiatan", "Waktu", "Tempat", "JPL", *heads],
        [1, "A1", "Pelatihan bisnis", "5 - 9 Juni 2023", "Balai Desa", 50, *values],
    )
    assert sheet.kind is Kind.KEGIATAN
    return [r for r in sheet.records if isinstance(r, BarisKegiatan)]


@pytest.mark.parametrize(
    "heads",
    [
        ("Target Peserta", "Realisasi Peserta"),
        ("Rencana Peserta", "Peserta Hadir"),
        ("Jumlah Peserta", "Peserta Hadir"),
        ("Target Peserta (Orang)", "Realisasi Peserta (Orang)"),
        ("Sasaran Peserta", "Jumlah Peserta Hadir"),
    ],
)
def test_planned_and_reached_numbers_of_peserta_are_two_stages(heads: tuple[str, ...]) -> None:
    plan, done = kegiatan(heads, 25, 22)
    assert (plan.tahap, plan.jumlah_peserta) == ("rencana", 25)
    assert (done.tahap, done.jumlah_peserta) == ("realisasi", 22)
    assert [r.tahap for r in kegiatan(heads, 25, None)] == ["rencana"]


def test_those_who_came_alone_are_what_was_reached_and_a_status_is_read() -> None:
    (row,) = kegiatan(("Peserta Hadir",), 22)
    assert row.capaian == Decimal(22)
    (row,) = kegiatan(("Jumlah Peserta", "Status"), 22, "Selesai")
    assert (row.jumlah_peserta, row.status) == (22, "Selesai")
