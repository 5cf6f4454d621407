"""What stands around a table: other tables, pages, groups; and headings with slips. Each was misread once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from dak_excel.sheets.records import Jadwal, Peserta, ReadSheet, Realisasi
from dak_excel.sheets.tabel import Kind
from tests.sheets.grids import BUDI, PESERTA, SITI, read

NAMELESS = PESERTA[1:]


def names(sheet: ReadSheet) -> list[str | None]:
    return [record.nama for record in sheet.records if isinstance(record, Peserta)]


def test_a_second_table_with_other_columns_is_not_the_header_printed_again() -> None:
    sheet = read(
        PESERTA,
        SITI,
        [],
        ["DAFTAR PESERTA ANGKATAN II"],
        ("No", "NIK", "Nama Peserta", "NIB", "Pendidikan"),
        [1, "9901011205800002", "Budi Misal", "1234567890124", "SMA"],
    )
    assert names(sheet) == ["Siti Contoh", "Budi Misal"]
    assert [record.nik for record in sheet.records if isinstance(record, Peserta)] == [SITI[2], BUDI[2]]


def test_a_title_between_tables_without_numbers_is_nobody() -> None:
    sheet = read(NAMELESS, SITI[1:], ["DAFTAR PESERTA ANGKATAN II"], NAMELESS, BUDI[1:])
    assert names(sheet) == ["Siti Contoh", "Budi Misal"]


def test_the_second_batch_is_of_the_same_rincian() -> None:
    sheet = read(["PESERTA A2"], PESERTA, SITI, [], ["DAFTAR PESERTA ANGKATAN II"], PESERTA, BUDI)
    assert [record.rincian for record in sheet.records] == ["A2", "A2"]


def test_a_page_number_and_the_header_of_the_next_page_are_nobody() -> None:
    sheet = read(NAMELESS, SITI[1:], ["Halaman 1 dari 2"], NAMELESS, [1, 2, 3, 4, 5, 6], BUDI[1:])
    assert names(sheet) == ["Siti Contoh", "Budi Misal"]


def test_column_numbers_in_brackets_are_nobody() -> None:
    sheet = read(NAMELESS, [f"({n})" for n in range(1, 7)], SITI[1:])
    assert names(sheet) == ["Siti Contoh"]


def test_column_numbers_below_headings_merged_over_four_rows() -> None:
    blank: list[None] = [None] * 7
    merges = " ".join(f"{letter}1:{letter}4" for letter in "ABCDEFG")
    sheet = read(PESERTA, blank, blank, blank, list(range(1, 8)), SITI, merges=merges)
    assert names(sheet) == ["Siti Contoh"]
    assert all(kolom.certainty > 0.9 for kolom in sheet.tables[0].kolom)


def test_tables_side_by_side_have_headers_of_their_own_depth() -> None:
    sheet = read(
        ["No", "Nama Peserta", "NIK", "NIB", None, "No", "Nama Peserta", "NIB", "Tempat/Tgl Lahir", None],
        [1, "Siti Contoh", "9901015206850001", "1234567890123", None, None, None, None, "Tempat", "Tanggal"],
        [None, None, None, None, None, 1, "Budi Misal", "1234567890124", "Rekaan", date(1980, 5, 12)],
        merges="F1:F2 G1:G2 H1:H2 I1:J1",
    )
    people = [record for record in sheet.records if isinstance(record, Peserta)]
    assert [record.nama for record in people] == ["Siti Contoh", "Budi Misal"]
    assert people[1].tanggal_lahir == date(1980, 5, 12)


def test_group_headings_that_nobody_merged() -> None:
    sheet = read(
        ["No", "Data Pribadi", None, "Data Usaha", None],
        [None, "Nama Peserta", "NIK", "Nama Usaha", "NIB"],
        [1, "Siti Contoh", "9901015206850001", "Batik Contoh", "1234567890123"],
    )
    assert [(r.nama, r.usaha) for r in sheet.records if isinstance(r, Peserta)] == [
        ("Siti Contoh", "Batik Contoh")
    ]


def test_headings_with_one_letter_wrong_or_an_explanation() -> None:
    head = (
        "No",
        "Nama Pesreta (sesuai KTP)",
        "NIK (16 digit)",
        "Jenis Kelmin",
        "Umur (per 1 Januari 2023)",
        "Nama Usha",
        "NIB",
    )
    sheet = read(head, SITI)
    (siti,) = (record for record in sheet.records if isinstance(record, Peserta))
    assert (siti.nama, siti.nik, siti.kelamin, siti.usia) == ("Siti Contoh", SITI[2], "P", 38)


def test_officials_below_the_table_say_nothing_of_its_columns() -> None:
    sheet = read(
        ["REALISASI ANGGARAN"],
        ["No", "Kode Rekening", "Uraian", "Pagu", "Realisasi"],
        [1, "5.1.02.02.01.0003", "Honor", 1_000_000.0, 500_000.0],
        [],
        [None, "Mengetahui,", None, None, "Kota Contoh, 30 Juni 2023"],
        [None, "Pejabat Pelaksana Teknis Kegiatan", None, None, "Kepala Dinas,"],
        [],
        [None, "Nama Contoh", None, None, "Nama Misal"],
    )
    assert [record.kode for record in sheet.records if isinstance(record, Realisasi)] == ["5.1.02.02.01.0003"]


def test_months_are_of_what_they_add_up_to() -> None:
    sheet = read(
        ["No", "Uraian", "Pagu", "Januari", "Februari", "Maret", "Jumlah Realisasi"],
        [1, "Honor", 900.0, 100.0, 200.0, 300.0, 600.0],
        [2, "Snack", 500.0, 0.0, 50.0, 0.0, 50.0],
    )
    months = [list(r.realisasi_bulan[:3]) for r in sheet.records if isinstance(r, Realisasi)]
    assert months == [[Decimal(100), Decimal(200), Decimal(300)], [Decimal(0), Decimal(50), Decimal(0)]]


def test_a_day_is_not_carried_past_one_that_cannot_be_read() -> None:
    sheet = read(
        ["JADWAL PELATIHAN"],
        ["No", "Tanggal", "Pukul", "Materi", "Narasumber", "JPL"],
        [1, "1/1/2023", "08.00 - 10.00", "Pembukaan", "Siti Contoh", 2],
        [2, "2/1/2023", "08.00 - 10.00", "Keuangan", "Budi Misal", 2],
        [3, None, "10.00 - 12.00", "Pemasaran", "Budi Misal", 2],
    )
    days = [record.waktu for record in sheet.records if isinstance(record, Jadwal)]
    assert days[0] is not None
    assert days[1:] == [None, None]
    assert [problem.varian for problem in sheet.problems] == ["ambigu"]


def test_days_that_follow_one_another_settle_their_order() -> None:
    sheet = read(
        ["JADWAL PELATIHAN"],
        ["No", "Tanggal", "Pukul", "Materi", "Narasumber", "JPL"],
        *([n, f"0{n}/04/2023", "08.00 - 10.00", "Keuangan", "Budi Misal", 2] for n in (1, 2, 3)),
    )
    days = [record.waktu.mulai for record in sheet.records if isinstance(record, Jadwal) and record.waktu]
    assert days == [date(2023, 4, 1), date(2023, 4, 2), date(2023, 4, 3)]


def test_a_numbered_row_with_nothing_but_a_name_is_no_group() -> None:
    sheet = read(
        ["DAFTAR KEGIATAN"],
        ["No", "Nama Kegiatan", "Waktu", "JPL"],
        [1, "A1 Pelatihan Contoh", "12 s.d. 16 Juni 2023", 50],
        [2, "A2 Pelatihan Misal", None, None],
        [3, "B1 Pelatihan Umpama", "3 s.d. 7 Juli 2023", 50],
    )
    assert sheet.kind is Kind.KEGIATAN
    assert [record.rincian for record in sheet.records] == ["A1", "A2", "B1"]
