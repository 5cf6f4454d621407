"""Lists of people and events by title, columns and cells together; one foreign word decides nothing."""

from __future__ import annotations

from datetime import date

import pytest

from dak_excel.daerah.join import join_daerah
from dak_excel.sheets.grid import Value
from dak_excel.sheets.records import Jadwal, Peserta, ReadBook, ReadSheet, Sentra
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.values import parse_phone
from tests.sheets.grids import BUDI, SITI, read


def fields(sheet: ReadSheet) -> dict[str, str]:
    return {kolom.judul: kolom.field for tabel in sheet.tables for kolom in tabel.kolom}


def test_a_name_and_a_signature_under_daftar_hadir_peserta() -> None:
    sheet = read(
        ["DAFTAR HADIR PESERTA"],
        ["Hari/Tanggal : Senin, 5 Juni 2023"],
        [],
        ("No", "Nama", "Tanda Tangan"),
        (1, "Siti Contoh", None),
        (2, "Budi Misal", None),
    )
    assert [r.nama for r in sheet.records if isinstance(r, Peserta)] == ["Siti Contoh", "Budi Misal"]


@pytest.mark.parametrize("foreign", ["NPWP", "Jumlah Karyawan", "No Rekening", "Nama Instruktur"])
def test_one_foreign_column_does_not_outvote_the_title(foreign: str) -> None:
    sheet = read(
        ["DAFTAR PESERTA PELATIHAN"],
        ("No", "Nama", "NIK", "Alamat", foreign),
        (1, "Siti Contoh", SITI[2], "Desa", 5),
    )
    assert sheet.kind is Kind.PESERTA
    assert fields(sheet)[foreign] in ("", "lain")


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Umur Usaha", 5),
        ("No KK", "9901010101010001"),
        ("Kelompok Usia", "26-35"),
        ("Kode Kecamatan", "990101"),
        ("Kontak Darurat", "08001234567"),
        ("Pendidikan Terakhir Ayah", "SMA"),
        ("Nomor Kontak Darurat", "08001234567"),
        ("No HP Orang Tua", "08001234567"),
        ("Usia Anak", 12),
        ("Tanggal SK", "12 Mei 2023"),
        ("Jumlah Sentra", 3),
    ],
)
def test_another_word_makes_it_another_thing(heading: str, cell: Value) -> None:
    sheet = read(
        ["DAFTAR PESERTA PELATIHAN"],
        ("No", "Nama Peserta", "NIK", "Nama Usaha", "NIB", heading),
        (1, "Siti Contoh", SITI[2], "Batik Contoh", SITI[6], cell),
        (2, "Budi Misal", BUDI[2], "Batik Misal", BUDI[6], cell),
    )
    assert fields(sheet)[heading] in ("", "lain")


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Usia", (2, 7)),
        ("No. SK", ("9901010101010001", "9901010101010002")),
        ("Status", ("terverifikasi", "menunggu verifikasi")),
    ],
)
def test_the_cells_have_their_say(heading: str, cells: tuple[Value, Value]) -> None:
    head = ("No", "Nama Peserta", "NIK", "Nama Usaha", "NIB", heading)
    rows = [(1, *SITI[1:3], *SITI[5:7], cells[0]), (2, *BUDI[1:3], *BUDI[5:7], cells[1])]
    assert fields(read(["DAFTAR PESERTA"], head, *rows))[heading] == ""


def test_web_form_questions_and_field_names() -> None:
    sheet = read(
        (
            "start",
            "identitas/nama_lengkap",
            "identitas/nik",
            "usaha/namausaha",
            "usaha/nib",
            "Bila belum, bersediakah membuat NIB setelah pelatihan?",
        ),
        ("2023", "Siti Contoh", SITI[2], "Batik Contoh", None, "Ya"),
    )
    (siti,) = (record for record in sheet.records if isinstance(record, Peserta))
    assert (siti.nama, siti.nik, siti.usaha, siti.kesediaan_nib) == (
        "Siti Contoh",
        SITI[2],
        "Batik Contoh",
        True,
    )


@pytest.mark.parametrize(
    "rows",
    [
        [
            (
                "No",
                "Nama Perusahaan",
                "Nama Pemilik",
                "Alamat",
                "KBLI",
                "Komoditi",
                "Nilai Investasi",
                "Kapasitas",
            ),
            (1, "Usaha A", "Siti Contoh", "Desa", 13134, "Sandang", 28000, 48000),
        ],
        [
            (
                "ID Pengaduan",
                "Tanggal",
                "NIK",
                "Nama Pelapor",
                "Nama Toko",
                "Alamat Pelaku Usaha",
                "Isi Laporan",
            ),
            (1, "2023-05-05", SITI[2], "Siti Contoh", "Toko A", "Jl. Satu", "rusak"),
        ],
        [
            ["Daftar Peserta Didik"],
            ("No", "Nama", "NISN", "Tempat Lahir", "Tanggal Lahir", "NIK", "Alamat"),
            (1, "Siti Contoh", "0012", "Kota", "12 Mei 2010", SITI[2], "Desa"),
        ],
        [
            ["DAFTAR ANGGOTA KOPERASI"],
            ("No", "No Anggota", "Nama", "Alamat", "Simpanan Pokok", "No HP"),
            (1, "A1", "Siti Contoh", "Desa", 100000, "08001234567"),
        ],
    ],
    ids=["direktori", "pengaduan", "sekolah", "anggota"],
)
def test_other_lists_of_names_are_no_peserta(rows: list[tuple[Value, ...]]) -> None:
    assert read(*rows).kind in (Kind.TIDAK_DIKENALI, Kind.SENTRA)


def test_a_directory_of_ikm_is_read_as_sentra_and_its_firms_are_none() -> None:
    sheet = read(
        ["DIREKTORI IKM TAHUN 2023"],
        ("No", "Nama Perusahaan", "Pemilik", "Desa", "Komoditi", "Tenaga Kerja", "Nilai Investasi"),
        (1, "Usaha Contoh", "Siti Contoh", "Umpama", "Batik", 4, 12000000),
        (2, "Usaha Misal", "Budi Misal", "Umpama", "Tenun", 3, 9000000),
    )
    firms = [record for record in sheet.records if isinstance(record, Sentra)]
    assert sheet.kind is Kind.SENTRA
    assert [(f.nama, f.pengelola, f.tenaga_kerja) for f in firms] == [
        ("Usaha Contoh", "Siti Contoh", 4),
        ("Usaha Misal", "Budi Misal", 3),
    ]
    book = ReadBook("data.xlsx", ".xlsx", [sheet])
    assert join_daerah("Kabupaten Contoh", [book]).sentra == []


@pytest.mark.parametrize(
    "head",
    [
        ("Hari/Tanggal", "Pukul", "Mata Pelatihan", "Widyaiswara", "JP"),
        ("Tanggal & Waktu", "Jam", "Judul", "Pemateri", "JPL"),
        ("Tanggal", "Waktu", "Unit Kompetensi", "Instruktur", "JP"),
    ],
)
def test_a_timetable_speaks_of_many_things(head: tuple[str, ...]) -> None:
    sheet = read(["JADWAL PELATIHAN"], head, ("5 Juni 2023", "08.00 - 10.00", "Pengantar", "Siti Contoh", 2))
    (session,) = (record for record in sheet.records if isinstance(record, Jadwal))
    assert (session.materi, session.narasumber, session.jpl) == ("Pengantar", "Siti Contoh", 2)


def test_an_event_list_speaks_of_judul_event() -> None:
    sheet = read(
        ("#", "Judul Event", "Waktu pelaksanaan", "TUK", "Kuota Peserta"),
        (1, "Pelatihan A", "5 Juni 2023", "Aula", 20),
    )
    assert sheet.kind is Kind.KEGIATAN


def _born(*dates: Value, niks: tuple[str, ...] = ()) -> list[date | None]:
    head = ("No", "Nama Peserta", "NIK", "Tanggal Lahir", "Nama Usaha", "NIB")
    rows = [
        (n, f"Contoh {n}", nik, day, "Usaha", SITI[6])
        for n, (day, nik) in enumerate(zip(dates, niks or [None] * len(dates), strict=True), 1)
    ]
    sheet = read(["DAFTAR PESERTA"], head, *rows)
    return [r.tanggal_lahir for r in sheet.records if isinstance(r, Peserta)]


def test_one_mistyped_date_does_not_turn_the_column() -> None:
    days = ("05/06/1985", "07/08/1986", "03/09/1987", "01/02/1988", "04/11/1989", "02/03/1990", "07/25/1982")
    niks = tuple(
        f"990101{day}0001" for day in ("050685", "070886", "030987", "410288", "041189", "020390", "250782")
    )
    born = _born(*days, niks=niks)
    assert born[:3] == [date(1985, 6, 5), date(1986, 8, 7), date(1987, 9, 3)]


def test_one_odd_date_among_many_settled_ones() -> None:
    assert _born("25/06/1985", "17/08/1986", "05/09/1987", "28/02/1988", "19/11/1989", "07/25/1982")[
        2
    ] == date(1987, 9, 5)


def test_plain_numbers_of_a_workbook_that_counts_from_1904() -> None:
    head = ("No", "Nama Peserta", "NIK", "Tanggal Lahir", "Nama Usaha", "NIB")
    sheet = read(head, (1, "Siti Contoh", "9901015206850001", 31209 - 1462, "Usaha", SITI[6]), date1904=True)
    (siti,) = (r for r in sheet.records if isinstance(r, Peserta))
    assert siti.tanggal_lahir == date(1985, 6, 11)


@pytest.mark.parametrize(("typed", "read_as"), [(542.123456, "542123456"), (81234567890.0, "081234567890")])
def test_a_telephone_number_stored_as_a_number(typed: float, read_as: str) -> None:
    assert parse_phone(typed) == read_as


def test_the_head_noun_tells_a_field_under_a_title_of_the_kind() -> None:
    head = ("No", "Nama Pelamar", "Pendidikan/Jurusan", "Pengalaman Kerja (Tahun)", "Nama Bank")
    sheet = read(
        ["REKRUTMEN TENAGA PENDAMPING"], head, (1, "Siti Contoh", "S1 Teknik", "5 tahun", "Bank Contoh")
    )
    assert sheet.kind is Kind.TENAGA
    assert fields(sheet)["Nama Pelamar"] == "nama"
    assert fields(sheet)["Nama Bank"] in ("", "lain")


def test_field_names_run_together() -> None:
    head = ("id", "niknya", "namalengkap", "nohp", "tgllahir", "namausaha", "nib")
    sheet = read(head, (1, "x", "Siti Contoh", "08001234567", "12-06-1985", "Batik", SITI[6]), name="peserta")
    told = fields(sheet)
    assert (told["namalengkap"], told["nohp"], told["tgllahir"], told["namausaha"]) == (
        "nama",
        "telepon",
        "tanggal_lahir",
        "usaha",
    )


def test_an_hour_of_the_clock_is_no_signature() -> None:
    sheet = read(
        ["RUNDOWN BIMTEK"],
        ["12 Juli 2023"],
        ("Jam", "Acara", "Narasumber"),
        ("07.30 - 08.00", "Registrasi", "Panitia"),
        ("08.00 - 08.30", "Pembukaan", "Kepala Dinas"),
        ("08.30 - 10.00", "Ekspor", "Siti Contoh"),
        [],
        [None, "Mengetahui", "Kepala Dinas"],
    )
    assert [r.materi for r in sheet.records if isinstance(r, Jadwal)] == ["Registrasi", "Pembukaan", "Ekspor"]


def test_numbered_questions_and_groups_head_a_list() -> None:
    numbered = read(
        (
            "Timestamp",
            "1. Nama Lengkap",
            "2. NIK",
            "3. Apa jenis kelamin Anda?",
            "4. Apakah sudah memiliki NIB?",
        ),
        ("2023-05-02", "Siti Contoh", SITI[2], "Perempuan", "Belum"),
    )
    assert list(fields(numbered).values())[1:] == ["nama", "nik", "kelamin", "nib"]
    grouped = read(
        ("peserta/nama", "peserta/nik", "peserta/umur", "usaha/nama", "usaha/umur"),
        ("Siti Contoh", SITI[2], 35, "Usaha Contoh", 3),
    )
    assert list(fields(grouped).values()) == ["nama", "nik", "usia", "usaha", ""]


def test_targets_without_money_are_activities() -> None:
    sheet = read(
        ["REALISASI FISIK KEGIATAN"],
        ("No", "Nama Kegiatan", "Target (org)", "Realisasi (org)", "Waktu Kegiatan", "Lokasi"),
        (1, "Pelatihan Batik", 20, 18, "5 Juni 2023", "Aula"),
        (2, "Pelatihan Tenun", 25, 25, "12 Juni 2023", "Aula"),
    )
    assert sheet.kind is Kind.KEGIATAN


@pytest.mark.parametrize("title", ["DATA TENAGA HONORER DINAS", "DAFTAR PPPK", "NOMINATIF TENAGA KONTRAK"])
def test_staff_by_contract_are_no_peserta(title: str) -> None:
    sheet = read(
        [title],
        ("No", "Nama", "NIK", "Tempat Lahir", "Tgl Lahir", "Pendidikan", "TMT"),
        (1, "Siti Contoh", SITI[2], "Kota", "12 Mei 1985", "S1", "2 Januari 2019"),
    )
    assert sheet.kind is Kind.TIDAK_DIKENALI


def test_a_column_of_experience_goes_before_one_of_teaching() -> None:
    sheet = read(
        ["NARASUMBER BIMTEK"],
        ("No", "Nama", "Instansi", "Lama Mengajar", "Pengalaman di Bidang Industri"),
        (1, "Siti Contoh", "Balai", 2, "8 tahun"),
        (2, "Budi Misal", "Balai", 1, "12 tahun"),
    )
    assert fields(sheet)["Pengalaman di Bidang Industri"] == "pengalaman"
    assert fields(sheet)["Lama Mengajar"] == ""
