"""What counts as an answer to a finding."""

from __future__ import annotations

from datetime import date

import pytest

from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.findings import Reply, Status
from tests.berkas_skenario import dasar
from tests.susun_skenario import daerah

HARI = date(2023, 6, 12)


@pytest.mark.parametrize(
    ("alasan", "beralasan"),
    [
        ("Peserta bekerja di pabrik", True),
        ("Hujan", True),
        ("", False),
        ("12", False),
        ("12 Juni 2023", False),
        ("No. 12 tgl 3/4/2023", False),
        (" [Tanggal Surat: bulan depan]", False),
        ("Sudah disetujui [Tanggal Surat: bulan depan]", True),
    ],
)
def test_a_number_or_a_date_alone_is_no_reason(alasan: str, beralasan: bool) -> None:
    assert Reply(alasan, "B/1", HARI).gives_reason is beralasan


def test_a_date_that_is_none_is_said_beside_the_finding() -> None:
    place = daerah({"untuk": "A1", "kegiatan": {"jpl": 40}}, dasar())
    (open_,) = (t for t in check_daerah(place, load_rules(2023), HARI) if t.ketentuan == "A1-JPL")
    place.jawaban = {open_.key: Reply("Peserta bekerja [Tanggal Surat: bulan depan]", "B/1")}
    (told,) = (t for t in check_daerah(place, load_rules(2023), HARI) if t.ketentuan == "A1-JPL")
    assert told.status is Status.DITANGGAPI
    assert "«bulan depan» tidak terbaca sebagai tanggal" in told.saran
