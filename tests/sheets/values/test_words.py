"""Texts, yes and no, education, numbering and codes."""

from __future__ import annotations

from datetime import datetime

import pytest

from dak_excel.sheets.grid import Value
from dak_excel.sheets.records import Pendidikan
from dak_excel.sheets.values import (
    Bad,
    cross_means,
    parse_attendance,
    parse_education,
    parse_gender,
    parse_ordinal,
    parse_paragraphs,
    parse_present,
    parse_rincian_code,
    parse_text,
    parse_yes_no,
)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (" Siti  Contoh ", "Siti Contoh"),
        ("Siti\u00a0Contoh\u200b", "Siti Contoh"),
        ("Siti_x000D_\nContoh", "Siti Contoh"),
        ("'0012", "0012"),
        (12.0, "12"),
        (1.5, "1.5"),
        (datetime(2023, 6, 12), "2023-06-12"),
        ("-", None),
        ("......", None),
        ("#REF!", Bad("DATA-GALAT")),
    ],
)
def test_text(written: Value, text: str | Bad | None) -> None:
    assert parse_text(written) == text


def test_paragraphs_keep_their_lines() -> None:
    assert parse_paragraphs(" Satu.\r\nDua  kata.\n\n\n\nTiga. ") == "Satu.\nDua kata.\n\nTiga."


@pytest.mark.parametrize(
    "written", ["L", "l", "Lk", "LK.", "Laki-laki", "laki - laki", "Pria", "male", "L (Laki)"]
)
def test_men(written: str) -> None:
    assert parse_gender(written) == "L"


@pytest.mark.parametrize("written", ["P", "p", "Pr", "Perempuan", "WANITA", "female"])
def test_women(written: str) -> None:
    assert parse_gender(written) == "P"


@pytest.mark.parametrize("written", ["L/P", "x", 1, "Siti"])
def test_an_unmarked_choice_is_no_answer(written: Value) -> None:
    assert parse_gender(written) == Bad("DATA-KOSONG", "tak_terbaca")


@pytest.mark.parametrize(
    "written",
    [
        "ya",
        "Y",
        "√",
        "✓",
        "v",
        "V",
        1,
        True,
        "Ada (No. 12)",
        "Sudah",
        "bersedia",
        "Lulus",
        "rutin",
        "Berjalan",
    ],
)
def test_yes(written: Value) -> None:
    assert parse_yes_no(written) is True


@pytest.mark.parametrize(
    "written",
    ["tidak", "Tdk", "T", "Belum", 0, False, "✗", "tidak ada", "Tidak hadir", "nihil", "Vakum", "akan"],
)
def test_no(written: Value) -> None:
    assert parse_yes_no(written) is False


def test_an_x_means_what_its_column_makes_of_it() -> None:
    assert parse_yes_no("x") == Bad("DATA-KOSONG", "ambigu")
    assert cross_means(["√", "x", "v"]) is False
    assert cross_means(["x", None, "", "X"]) is True
    assert cross_means([None, ""]) is None
    assert parse_yes_no("X", cross=True) is True
    assert parse_yes_no("x", cross=False) is False


def test_a_letter_number_is_evidence() -> None:
    assert parse_present("440/12/RSUD/2023") is True
    assert parse_present("belum ada") is False
    assert parse_present("rencana tahun depan") is False
    assert parse_present("lokal dan nasional") is True
    assert parse_present("-") is None


@pytest.mark.parametrize(
    ("written", "attended"),
    [
        ("√", True),
        ("Hadir penuh", True),
        ("H", True),
        ("Izin", False),
        ("A", False),
        ("tidak selesai", False),
        ("5 hari", 5.0),
        (5, 5.0),
        ("5/5", 5.0),
        ("80%", 0.8),
        (0.8, 0.8),
    ],
)
def test_attendance(written: Value, attended: bool | float) -> None:
    assert parse_attendance(written) == attended
    assert isinstance(parse_attendance(written), type(attended))


@pytest.mark.parametrize(
    ("level", "spellings"),
    [
        (Pendidikan.TIDAK_SEKOLAH, "Tidak Sekolah; tidak tamat SD; Belum sekolah"),
        (Pendidikan.SD, "SD; SDN; Sekolah Dasar; MI; Paket A; SR"),
        (Pendidikan.SMP, "SMP; SLTP; MTs; M.Ts; Paket B; SMP/sederajat"),
        (
            Pendidikan.SMA,
            "SMA; SLTA; SMK; SMU; MA; STM; SMEA; Paket C; SMA/SMK; SMK Tata Busana; SLTA Sederajat",
        ),
        (Pendidikan.D1, "D1; D.I; D-1; Diploma I"),
        (Pendidikan.D2, "D2; D.II; D II; Diploma 2"),
        (
            Pendidikan.D3,
            "D3; D.III; D-3; DIII; D III; Diploma 3; Diploma Tiga; Ahli Madya; A.Md; D3 Akuntansi",
        ),
        (
            Pendidikan.S1,
            "S1; S-1; S.1 Teknik; S 1; Strata 1; Sarjana; S1 Manajemen; D4; D.IV; S1/D4; S.Kom; SE",
        ),
        (Pendidikan.S2, "S2; S-2; S.II; Magister; Strata 2; Pasca Sarjana; S2 Manajemen"),
        (Pendidikan.S3, "S3; Doktor; Strata 3"),
    ],
)
def test_education(level: Pendidikan, spellings: str) -> None:
    for written in spellings.split("; "):
        assert parse_education(written) is level, written


@pytest.mark.parametrize("written", ["D3/S1", "SMP / SMA", "Tidak tamat SMA", "Diploma", "abc", 3])
def test_education_that_is_not_clear(written: Value) -> None:
    assert parse_education(written) == Bad("DATA-KOSONG", "tak_terbaca")


@pytest.mark.parametrize(
    "written", [3, 3.0, "3", "3.", "III", "iii", "Angkatan III", "ke-3", "Ketiga", "Batch 3"]
)
def test_numbering(written: Value) -> None:
    assert parse_ordinal(written) == 3


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("A1", "A1"),
        ("A.1", "A1"),
        ("A-1", "A1"),
        ("A 1.", "A1"),
        ("a1", "A1"),
        ("II.A.1", "A1"),
        ("A2 praktik membatik", "A2"),
        ("RAB_A2", "A2"),
        ("Peserta A1", "A1"),
        ("Pelatihan manajemen (B1)", "B1"),
        ("Daftar Peserta A1 Angkatan II", "A1"),
        ("A4", "A4"),
        ("A4 paper", None),
        ("A4 80 gr", None),
        ("kertas A4", None),
        ("Kertas HVS A4", None),
        ("limbah B3", None),
        ("minimal D3", None),
        ("D3/S1", None),
        ("A1 dan A2", None),
        ("A7", None),
        ("C4", None),
        ("A1A", None),
        ("Pelatihan", None),
    ],
)
def test_rincian_codes(written: str, code: str | None) -> None:
    assert parse_rincian_code(written) == code
