"""Timetables drawn as a grid, attendance by signatures, lists side by side under one title."""

from __future__ import annotations

from datetime import date, time

from dak_excel.sheets.records import Jadwal, Peserta, ReadSheet
from dak_excel.sheets.tabel import Kind
from tests.sheets.grids import BUDI, PESERTA, SITI, read

DAYS = ("WAKTU", "SENIN\n12 Juni 2023", "SELASA\n13 Juni 2023", "RABU\n14 Juni 2023")


def sessions(sheet: ReadSheet) -> list[tuple[int, int, str]]:
    return [
        (r.waktu.mulai.day, r.pukul_mulai.hour, r.materi)
        for r in sheet.records
        if isinstance(r, Jadwal) and r.waktu and r.pukul_mulai and r.materi
    ]


def test_hours_down_the_side_and_days_across() -> None:
    sheet = read(
        ["JADWAL PELATIHAN WIRAUSAHA (A1)"],
        ["Tempat : Aula Dinas"],
        DAYS,
        ["08.00 - 10.00", "Pembukaan", "Keuangan", "Pemasaran"],
        ["10.00 - 10.15", "Rehat"],
        ["10.15 - 12.00", "Wirausaha", None, "Praktik"],
        ["Mengetahui, Kepala Dinas"],
        merges="B5:D5",
    )
    assert sheet.kind is Kind.JADWAL
    assert sessions(sheet) == [
        (12, 8, "Pembukaan"),
        (13, 8, "Keuangan"),
        (14, 8, "Pemasaran"),
        (12, 10, "Rehat"),
        (13, 10, "Rehat"),
        (14, 10, "Rehat"),
        (12, 10, "Wirausaha"),
        (14, 10, "Praktik"),
    ]
    last = sheet.records[-1]
    assert isinstance(last, Jadwal)
    assert (last.rincian, last.pukul_selesai, last.cell("materi").a1, last.cell("waktu").a1) == (
        "A1",
        time(12, 0),
        "D6",
        "D3",
    )


def test_days_of_the_week_within_the_days_of_the_title() -> None:
    sheet = read(
        ["SUSUNAN ACARA PELATIHAN BATIK"],
        ["Tanggal : 12 s.d. 14 Juni 2023"],
        ["Pukul", "Senin", "Hari ke-2", "Rabu"],
        ["08.00 - 10.00", "Pembukaan", "Keuangan", "Pemasaran"],
        ["10.15 - 12.00", "Wirausaha", "Praktik", "Penutupan"],
    )
    assert [day for day, hour, _ in sessions(sheet) if hour == 8] == [12, 13, 14]


def test_a_timetable_of_a_school_or_without_days_is_none() -> None:
    week = (
        ["08.00 - 10.00", "Matematika", "Fisika", "Biologi"],
        ["10.15 - 12.00", "Agama", "Seni", "Olahraga"],
    )
    school = read(["JADWAL PELAJARAN KELAS X"], DAYS, *week)
    undated = read(["JADWAL PELATIHAN"], ["WAKTU", "SENIN", "SELASA", "RABU"], *week)
    assert {school.kind, undated.kind} == {Kind.TIDAK_DIKENALI}


def test_signatures_day_by_day_are_attendance() -> None:
    sheet = read(
        ["DAFTAR HADIR PELATIHAN BATIK"],
        ["No", "Nama", "Nama Usaha", "Tanda Tangan", None, None],
        [None, None, None, "Senin", "Selasa", "Rabu"],
        [None, None, None, date(2023, 6, 12), date(2023, 6, 13), date(2023, 6, 14)],
        [1, 2, 3, 4, 5, 6],
        [1, "Siti Contoh", "Batik Contoh", "√", "√", "√"],
        [2, "Budi Misal", "Batik Misal", "√", "S", None],
        merges="A2:A4 B2:B4 C2:C4 D2:F2",
    )
    assert [r.hadir for r in sheet.records if isinstance(r, Peserta)] == [3.0, 1.0]
    assert sheet.unread == []


def test_lines_to_be_signed_are_no_attendance() -> None:
    sheet = read(
        ["DAFTAR HADIR PELATIHAN BATIK"],
        ["No", "Nama", "Nama Usaha", "Tanda Tangan", None],
        [None, None, None, "Senin", "Selasa"],
        [1, "Siti Contoh", "Batik Contoh", "1. ……", "1. ……"],
        merges="A2:A3 B2:B3 C2:C3 D2:E2",
    )
    assert [r.hadir for r in sheet.records if isinstance(r, Peserta)] == [None]


def test_someone_who_withdrew_did_not_attend() -> None:
    head = (*PESERTA, "Keterangan")
    sheet = read(head, (*SITI, "MENGUNDURKAN DIRI"), (*BUDI, "menggantikan Sdr. Contoh"))
    people = [r for r in sheet.records if isinstance(r, Peserta)]
    assert [r.hadir for r in people] == [False, None]
    assert people[0].cell("hadir").a1 == "H2"


def test_lists_side_by_side_under_one_title() -> None:
    sheet = read(
        ["PESERTA PELATIHAN TEKNIS PRODUKSI (A2)"],
        ["ANGKATAN I", None, None, None, None, "ANGKATAN II"],
        ["No", "Nama", "NIK", "Unsur", None, "No", "Nama", "NIK", "Unsur"],
        [1, "Siti Contoh", SITI[2], "Masyarakat", None, 1, "Budi Misal", BUDI[2], "Pengelola sentra"],
    )
    people = [r for r in sheet.records if isinstance(r, Peserta)]
    assert [(r.nama, r.rincian, r.kegiatan) for r in people] == [
        ("Siti Contoh", "A2", "PELATIHAN TEKNIS PRODUKSI Angkatan 1"),
        ("Budi Misal", "A2", "PELATIHAN TEKNIS PRODUKSI Angkatan 2"),
    ]


def test_days_down_the_side_and_hours_across() -> None:
    sheet = read(
        ["RUNDOWN PELATIHAN BATIK"],
        ["Hari/Tanggal", "08.00 - 10.00", "10.15 - 12.00"],
        ["Senin, 4 September 2023", "Pembukaan", "Keuangan"],
        ["Selasa, 5 September 2023", None, "Praktik"],
    )
    assert sessions(sheet) == [(4, 8, "Pembukaan"), (4, 10, "Keuangan"), (5, 10, "Praktik")]
    last = sheet.records[-1]
    assert (last.cell("waktu").a1, last.cell("pukul_mulai").a1) == ("A4", "C2")


def test_a_timetable_whose_column_is_called_kegiatan() -> None:
    sheet = read(
        ["JADWAL PELATIHAN BATIK"],
        ["Tgl", "Mulai", "Selesai", "Kegiatan", "Pemateri", "JP"],
        [date(2023, 6, 12), time(8, 0), time(10, 0), "Teori warna", "Ani Contoh", 2],
    )
    assert sessions(sheet) == [(12, 8, "Teori warna")]


def test_calendars_and_diaries_of_other_work_are_none_of_ours() -> None:
    exam = read(
        ["JADWAL UJIAN SEMESTER"], DAYS, ["08.00 - 10.00", "Fisika", "Kimia"], ["10.00 - 12.00", "Seni"]
    )
    village = read(
        ["JADWAL KEGIATAN RT 05"], ["No", "Kegiatan", "Jan", "Feb", "Mar"], [1, "Arisan", "v", "v", "v"]
    )
    diary = read(
        ["LOGBOOK HARIAN PEGAWAI"],
        ["No", "Tanggal", "Kegiatan", "Permasalahan", "Solusi"],
        [1, date(2023, 1, 2), "Rapat", "-", "-"],
    )
    assert {exam.kind, village.kind, diary.kind} == {Kind.TIDAK_DIKENALI}
