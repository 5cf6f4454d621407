"""NIK, NIB and telephone numbers (all invented: they begin with 99)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dak_excel.sheets.grid import Value
from dak_excel.sheets.values import Bad, nib_readiness, parse_nib, parse_nik, parse_phone

NIK = "9901010101010001"
BULAT = Bad("NIK-FORMAT", "bulat15")


@pytest.mark.parametrize(
    "written",
    [
        NIK,
        f"'{NIK}",
        f" {NIK}\u00a0",
        "99 0101 010101 0001",
        "99.0101.010101.0001",
        "990101-010101-0001",
        f"NIK: {NIK}",
        int(NIK),
    ],
)
def test_a_nik_in_its_many_spellings(written: Value) -> None:
    assert parse_nik(written) == NIK


@pytest.mark.parametrize("written", [9901010101010000.0, 9901010101010010, "9,9010E+15", "9.90101E+15"])
def test_a_nik_that_the_spreadsheet_rounded_is_said_to_be_lost(written: Value) -> None:
    assert parse_nik(written) == BULAT


def test_a_float_too_large_to_hold_its_last_digit_is_not_trusted() -> None:
    assert parse_nik(float(9901010101010002)) == BULAT


@pytest.mark.parametrize("written", ["990101010101000", NIK + "1", 99010101, f"{NIK} / {NIK}"])
def test_a_nik_of_another_length(written: Value) -> None:
    assert parse_nik(written) == Bad("NIK-FORMAT", "jumlah")


def test_letters_in_a_nik() -> None:
    assert parse_nik("99O1010101010001") == Bad("NIK-FORMAT")


@pytest.mark.parametrize("written", [None, "", "-", "belum ada", "Belum punya KTP", "........"])
def test_no_nik(written: Value) -> None:
    assert parse_nik(written) is None


@pytest.mark.parametrize(
    "written", ["0299001234567", "02 9900 1234 567", 299001234567, 299001234567.0, "NIB 0299001234567"]
)
def test_a_nib_keeps_or_regains_its_leading_nought(written: Value) -> None:
    assert parse_nib(written) == "0299001234567"


@pytest.mark.parametrize(
    "written", ["-", "tidak ada", "Belum ada", "dalam proses", "bersedia membuat", None, "x"]
)
def test_no_nib_yet(written: Value) -> None:
    assert parse_nib(written) is None


def test_a_nib_that_is_said_to_exist_without_its_number() -> None:
    for written in ("ada", "√", "Sudah ada", True):
        assert parse_nib(written) == Bad("NIB-FORMAT", "tanpa_nomor")
    assert parse_nib("12345") == Bad("NIB-FORMAT", "jumlah")


def test_readiness_that_stands_in_the_nib_column() -> None:
    assert nib_readiness("bersedia membuat NIB") is True
    assert nib_readiness("dalam proses") is True
    assert nib_readiness("tidak bersedia") is False
    assert nib_readiness("belum ada") is None
    assert nib_readiness("0299001234567") is None


@pytest.mark.parametrize(
    "written", ["0812-9900-0001", "081299000001", "+62 812 9900 0001", 81299000001.0, "6281299000001"]
)
def test_a_telephone_number(written: Value) -> None:
    assert parse_phone(written) == "081299000001"


def test_two_telephone_numbers() -> None:
    assert parse_phone("0812-9900-0001 / 0813-9900-0002") == "081299000001 / 081399000002"


@given(st.integers(0, 10**14 - 1), st.sampled_from(["", " ", ".", "-"]))
def test_any_sixteen_digits_come_back(rest: int, sign: str) -> None:
    nik = f"99{rest:014d}"
    assert parse_nik(sign.join((nik[:6], nik[6:12], nik[12:]))) == nik


@given(st.integers(0, 10**13 - 1))
def test_any_thirteen_digits_come_back(number: int) -> None:
    nib = f"{number:013d}"
    assert parse_nib(nib) == parse_nib(f"{nib[:4]} {nib[4:8]} {nib[8:]}") == nib


READY = [
    "Belum punya, siap membuat",
    "belum, akan dibuat",
    "belum ada (bersedia)",
    "Belum - mau buat",
    "belum tapi bersedia buat NIB",
    "dlm proses",
    "proses pengajuan di OSS",
    "sedang diurus",
    "sementara diurus",
    "sdh daftar OSS, nunggu terbit",
    "menyusul",
    "akan menyusul",
    "masih proses",
    "belum terbit, sudah daftar",
    "pengajuan",
    "sudah diajukan",
    "sanggup membuat",
    "bersedia membuat setelah pelatihan",
    "Bersedia mengurus",
    "siap mengurus setelah kegiatan",
    "Belum memiliki, berkomitmen membuat",
    "belum (surat pernyataan kesediaan ada)",
    "ada surat pernyataan",
    "on process",
    "proses",
    "dalam pengurusan",
    "belum, difasilitasi dinas setelah pelatihan",
    "mau buat",
    "insya allah bikin",
    "ya bersedia",
    "belum ada, bersedia buat",
    "Belum, namun sanggup mengurus",
    "blm punya tp mau urus",
    "sedang pengajuan NIB",
    "Dalam tahap pendaftaran OSS",
    "akan diurus bulan depan",
    "siap buat NIB",
    "Bersedia",
    "belum ada → proses",
    "NIB menyusul",
    "bersedia (surat pernyataan terlampir)",
    "belum. Kesediaan: ya",
    "sdg dibuat",
    "masih menunggu terbit",
    "sudah mendaftar, belum terbit",
    "belum memiliki NIB tetapi bersedia membuat",
    "komitmen buat NIB",
    "blm, akan difasilitasi",
    "Proses OSS-RBA",
    "bersedia mengurus NIB",
    "berencana membuat",
]
NOT_READY = [
    "belum",
    "tidak ada",
    "belum punya",
    "-",
    "tidak bersedia",
    "belum bersedia",
    "tdk punya",
    "nihil",
    "kosong",
    "tidak mau",
    "belum ada NIB",
    "tidak",
    "blm",
    "tidak berminat",
    "belum siap",
    "tidak sanggup",
    "tidak akan membuat",
    "belum pernah",
    "belum mengurus",
    "tidak mau mengurus",
    "tdk bersedia membuat",
    "belum daftar",
    "belum proses",
    "blm mau",
    "tidak ada rencana",
    "belum diurus",
    "tidak berkenan",
    "NIB belum ada",
    "tak punya NIB",
    "belum berminat",
    "belum punya dan belum mau buat",
]


@pytest.mark.parametrize("text", READY)
def test_words_of_someone_ready_to_make_a_nib(text: str) -> None:
    assert nib_readiness(text) is True and parse_nib(text) is None


@pytest.mark.parametrize("text", NOT_READY)
def test_words_of_someone_who_has_no_nib_and_is_not_ready(text: str) -> None:
    assert nib_readiness(text) is not True and not isinstance(parse_nib(text), Bad)
