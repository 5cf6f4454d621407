"""Lists as offices keep them: web forms, exports, logbooks of one IKM, English headings, curricula vitae."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal

import pytest

from dak_excel.indonesian import number_text
from dak_excel.sheets.records import Kunjungan, Pendidikan, Peserta, ReadSheet, Tenaga
from dak_excel.sheets.tabel import Kind, Span
from dak_excel.sheets.values import parse_age, parse_education, parse_nik, parse_years
from tests.sheets.grids import PESERTA, SITI, read


def people(sheet: ReadSheet) -> list[Peserta]:
    return [record for record in sheet.records if isinstance(record, Peserta)]


def test_the_answers_to_a_web_form() -> None:
    head = (
        "Timestamp",
        "Email Address",
        "Nama Lengkap (sesuai KTP)",
        "NIK (16 digit)",
        "Apakah Bapak/Ibu tergabung dalam Sentra IKM? Sebutkan nama sentranya",
        "Apakah sudah memiliki NIB?",
        "Jika sudah, tuliskan nomor NIB",
        "Apakah bersedia membuat NIB setelah pelatihan?",
        "Status saat ini",
        "Upload foto KTP",
    )
    row = (
        date(2023, 5, 1),
        "a@contoh.id",
        "Siti Contoh",
        SITI[2],
        "Sentra Batik",
        "Sudah",
        SITI[6],
        "Ya, bersedia",
    )
    sheet = read(head, (*row, "Pelaku IKM", "https://contoh.id/1"), name="Form Responses 1", file="A1.xlsx")
    (siti,) = people(sheet)
    assert (siti.nama, siti.sentra, siti.nib, siti.kesediaan_nib) == (
        "Siti Contoh",
        "Sentra Batik",
        SITI[6],
        True,
    )
    assert siti.status == "Pelaku IKM"
    assert [ref.a1 for ref in sheet.unread] == ["F1"]


def test_english_headings() -> None:
    sheet = read(
        ["LIST OF PARTICIPANTS - TRAINING EXPORT PROCEDURE (D2)"],
        ["Date : 17-21 July 2023"],
        ["Venue : Hotel Contoh"],
        ("No", "Name", "ID Number (NIK)", "Gender", "Date of Birth", "Company", "Product", "NIB", "Sentra"),
        [1, "Siti Contoh", SITI[2], "Female", "06/12/1985", "Batik Contoh", "Batik", SITI[6], "Sentra Batik"],
        [
            2,
            "Budi Misal",
            "9901012512800002",
            "Male",
            "12/25/1980",
            "Batik Misal",
            "Batik",
            SITI[6],
            "Sentra Batik",
        ],
    )
    siti, budi = people(sheet)
    assert (siti.nama, siti.usaha, siti.kelamin, siti.tanggal_lahir) == (
        "Siti Contoh",
        "Batik Contoh",
        "P",
        date(1985, 6, 12),
    )
    assert budi.tanggal_lahir == date(1980, 12, 25)
    assert siti.rincian == "D2"
    assert siti.tabel.facts["waktu"] == Span(date(2023, 7, 17), date(2023, 7, 21))


def test_a_logbook_of_one_ikm_names_it_above() -> None:
    sheet = read(
        ["LOG BOOK PENDAMPINGAN IKM"],
        ["Nama IKM", ":", "Anyaman Contoh"],
        ["Nama Pendamping", ":", "Rina Contoh"],
        ("Kunj. ke", "Hari / Tanggal", "Jam", "Permasalahan", "Solusi", "Paraf IKM", "Paraf Pendamping"),
        [1, "Senin, 3 Juli 2023", "09.00-13.00", "Bahan baku", "Cari pemasok"],
    )
    (visit,) = (record for record in sheet.records if isinstance(record, Kunjungan))
    assert (visit.ikm, visit.pendamping, visit.lama_jam) == ("Anyaman Contoh", "Rina Contoh", 4)
    assert visit.cell("ikm").a1 == "C2"


def test_a_visit_lasts_from_its_start_to_its_end() -> None:
    sheet = read(
        ["LOGBOOK PENDAMPINGAN A3"],
        ("Tanggal", "Pendamping", "IKM", "Jam Mulai", "Jam Selesai", "Kegiatan"),
        [date(2023, 7, 3), "Rina Contoh", "Anyaman Contoh", "08.00", "12.30", "bimbingan"],
        [date(2023, 7, 10), "Rina Contoh", "Anyaman Contoh", "09.00", None, "bimbingan"],
    )
    first, second = (record for record in sheet.records if isinstance(record, Kunjungan))
    assert (first.lama_jam, second.lama_jam) == (Decimal("4.5"), None)
    assert first.cell("lama_jam").a1 == "E3"


def test_columns_known_and_not_needed_may_be_many() -> None:
    head = (*PESERTA, "KBLI", "Masa Berlaku", "Provinsi")
    sheet = read(head, (*SITI, "13134", date(2028, 5, 12), "Jawa Contoh"))
    assert sheet.unread == []


def test_a_column_of_batches_parts_the_list() -> None:
    sheet = read(
        ["REKAP PESERTA PELATIHAN WIRAUSAHA (A1), TANGGAL 5 S.D. 16 JUNI 2023"],
        (*PESERTA, "Angkatan"),
        (*SITI, "I"),
        (2, "Budi Misal", "9901011205800002", "L", 43, "Batik Misal", SITI[6], None),
        (3, "Ani Umpama", "9901011205800003", "L", 43, "Batik Umpama", SITI[6], "Angkatan 2"),
    )
    assert [record.kegiatan for record in people(sheet)] == [
        "PELATIHAN WIRAUSAHA Angkatan 1",
        "PELATIHAN WIRAUSAHA Angkatan 1",
        "PELATIHAN WIRAUSAHA Angkatan 2",
    ]


def test_title_lines_with_a_slip_and_two_facts_in_one_cell() -> None:
    sheet = read(
        ["PESERTA PELATIHAN BATIK"],
        ["TGL PELAKSANAN : 10 S/D 14 JULI 2023; Tempat : BLK Contoh"],
        PESERTA,
        SITI,
    )
    facts = sheet.tables[0].facts
    assert facts["waktu"] == Span(date(2023, 7, 10), date(2023, 7, 14))
    assert facts["tempat"] == "BLK Contoh"


def test_a_place_before_the_days() -> None:
    sheet = read(["PESERTA PELATIHAN BATIK"], ["Hotel Contoh, 3 s/d 5 Juli 2023"], PESERTA, SITI)
    assert sheet.tables[0].facts["tempat"] == "Hotel Contoh"


def test_the_sub_kegiatan_of_sipd_has_its_code_in_a_cell_of_its_own() -> None:
    sheet = read(
        ["Sub Kegiatan", ":", "3.31.02.2.01.02", "Pelatihan Teknis Produksi Batik"],
        ("No", "Uraian", "Vol", "Satuan", "Harga Satuan", "Jumlah"),
        [1, "Kain", 2, "m", 5, 10],
    )
    assert sheet.tables[0].kegiatan == "Pelatihan Teknis Produksi Batik"


def test_a_narasumber_of_a_pelatihan_is_no_pelatih() -> None:
    sheet = read(
        ["DAFTAR NARASUMBER PELATIHAN BATIK"],
        (
            "No",
            "Nama & Gelar",
            "Instansi",
            "Riwayat Pendidikan",
            "Pengalaman Kerja",
            "Sertifikat yang dimiliki",
        ),
        [
            1,
            "Ani Contoh",
            "Institut",
            "S1 Kriya (2005)\nS3 Seni (2018)",
            "Pengrajin batik 15 tahun",
            "Asesor BNSP",
        ],
    )
    (ani,) = (record for record in sheet.records if isinstance(record, Tenaga))
    assert (ani.peran, ani.pendidikan, ani.pengalaman, ani.bukti) == (
        "narasumber",
        Pendidikan.S3,
        15,
        "Asesor BNSP",
    )


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("Pengrajin batik 15 tahun", 15),
        ("Dosen, 3 th mengajar", 3),
        ("dosen 10 tahun, konsultan 5 tahun", None),
        ("hampir 3 tahun", None),
        ("tiga tahun", 3),
        ("10 thn (sejak 2013)", 10),
        ("2016 s.d. sekarang", 7),
        ("± 35 th", 35),
        ("usia 45 tahun", None),
    ],
)
def test_experience_in_a_sentence(written: str, years: int | None) -> None:
    found = parse_years(written, 2023)
    assert (found if isinstance(found, Decimal) else None) == years


@pytest.mark.parametrize("written", ["< 3 th", "kurang dari 3 tahun", "di bawah tiga tahun", "<36 bulan"])
def test_less_than_three_years_is_below_three_and_says_so(written: str) -> None:
    found = parse_years(written, 2023)
    assert isinstance(found, Decimal)
    assert 2 < found < 3
    assert number_text(found) == "kurang dari 3"
    assert number_text(pickle.loads(pickle.dumps(found))) == "kurang dari 3"


@pytest.mark.parametrize(
    ("written", "age"), [("± 35 th", 35), ("tiga puluh lima tahun", 35), ("sekitar 40", 40)]
)
def test_an_age_in_words_or_about(written: str, age: int) -> None:
    assert parse_age(written) == age


def test_a_nik_in_quotation_marks() -> None:
    assert parse_nik('"9901015206850001"') == SITI[2]
    assert parse_nik("“9901015206850001”") == SITI[2]


def test_schools_line_by_line_give_the_highest() -> None:
    assert parse_education("SMA Negeri 1 (2001)\nD3 Tekstil (2004)") is Pendidikan.D3
    assert not isinstance(parse_education("SD/SMP/SMA"), Pendidikan)


def test_why_a_sheet_is_not_recognised_is_said_in_the_words_of_sheets() -> None:
    sheet = read(
        ["REALISASI ANGGARAN"], ("No", "Uraian", "Kode Rekening", "Pagu"), [1, "Honor", "5.1.02", 100]
    )
    assert sheet.kind is Kind.TIDAK_DIKENALI
    assert "«realisasi»" in sheet.notes[0]
    assert "realisasi bulan" not in sheet.notes[0]


@pytest.mark.parametrize(
    ("title", "name", "days"),
    [
        ("Peserta Bimtek Keripik (A2)  12 - 16 Juni 2023", "Bimtek Keripik", (12, 16)),
        ("PESERTA PELATIHAN BATIK ANGKATAN 2 12-16 JUNI 2023", "PELATIHAN BATIK ANGKATAN 2", (12, 16)),
        ("PESERTA PELATIHAN BATIK, 12 JUNI 2023", "PELATIHAN BATIK", (12, 12)),
        ("PESERTA PELATIHAN BATIK TAHUN 2023", "PELATIHAN BATIK", None),
    ],
)
def test_days_behind_a_title(title: str, name: str, days: tuple[int, int] | None) -> None:
    (tabel,) = read([title], PESERTA, SITI).tables
    span = tabel.facts.get("waktu")
    assert tabel.kegiatan == name
    assert (span and (span.mulai.day, span.selesai.day) if isinstance(span, Span) else None) == days


def test_a_certificate_under_way_is_not_there_yet() -> None:
    head = (*PESERTA, "No. Sertifikat Halal")
    rows = [
        (*SITI, said)
        for said in ("ID321100001", "proses", "dalam proses", "menunggu audit", "belum", "terbit")
    ]
    sheet = read(["PESERTA FASILITASI SERTIFIKAT HALAL"], head, *rows)
    assert [r.sertifikat for r in people(sheet)] == [True, False, False, False, False, True]


def test_names_one_below_the_other_are_told_apart() -> None:
    sheet = read(
        ["DAFTAR PENDAMPING A3"],
        ("No", "Nama Pendamping", "Keahlian", "Pendidikan", "IKM Dampingan"),
        [1, "Rina Contoh", "Desain", "S1", "Batik A\nBatik B\n\nBatik C"],
        [2, "Eko Misal", "Desain", "S1", 5],
    )
    assert [r.dampingan for r in sheet.records if isinstance(r, Tenaga)] == ["Batik A; Batik B; Batik C", "5"]
