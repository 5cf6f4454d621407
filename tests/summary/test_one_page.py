"""The one page to send on: it says what matters, and it is one page of A4 whatever there is to say."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from dak_excel.reports.word import libreoffice
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.facts import Absorption
from dak_excel.summary.chromium import find_chromium, undated_pdf
from dak_excel.summary.one_page import one_page, one_page_pdf
from tests.summary.builders import daerah, temuan

RULES = ("A1-USIA", "RAB-4-ASET", "NIK-FORMAT", "A1-JPL", "B4-BUKTI", "DATA-KOSONG", "RAB-HITUNG", "A1-NIB")


def full() -> DaerahResult:
    """A daerah with much to say."""
    found = [temuan(n, ketentuan=RULES[n % 8], rupiah=Decimal(3_000_000)) for n in range(1, 90)]
    one = daerah("Kabupaten Uji dengan Nama yang Panjang Sekali", temuan=found)
    one.tenggat = [one.tenggat[n % 2] for n in range(5)]
    return one


def by_libreoffice(page: bytes) -> bytes:
    return libreoffice.convert({"halaman": page}, "pdf", "html").get("halaman", b"")


def test_it_says_state_rupiah_deadlines_and_five_things() -> None:
    text = one_page(full())
    assert "hal perlu tindakan</b>; temuannya menyangkut <b>Rp" in text
    assert text.count("<li") == 5
    assert "14 Juli 2023" in text
    assert "<script" not in text


def test_a_daerah_without_anything_to_do_is_said_to_be_so() -> None:
    clean = daerah(banyak=0, berkas=[], dokumen=[], tenggat=[], serap=[], pagu=None)
    text = one_page(clean)
    assert "Beres: tidak ada yang perlu tindakan." in text
    assert text.count("belum tercatat") == 2  # pagu and realisasi: unknown is not nought


def test_what_was_paid_is_unknown_where_no_sheet_tells() -> None:
    text = one_page(daerah(serap=[Absorption(rincian="A1", nama="Pelatihan", pagu=100)]))
    assert "<td>Realisasi</td><td>belum tercatat</td>" in text


@pytest.mark.chromium
@pytest.mark.skipif(find_chromium() is None, reason="no Chromium here")
def test_chromium_prints_it_on_one_page_of_a4_and_twice_the_same() -> None:
    one, again = (one_page_pdf(full(), lambda _: b"") for _ in range(2))
    assert len(re.findall(rb"/Type /Page\b", one)) == 1
    assert re.search(rb"/MediaBox \[0 0 59[45][\d.]* 84[12]", one)
    assert one == again


@pytest.mark.skipif(libreoffice.find_soffice() is None, reason="no LibreOffice here")
def test_libreoffice_prints_it_on_one_page_too() -> None:
    pdf = by_libreoffice(one_page(full()).encode())
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_the_day_in_the_file_is_the_day_it_speaks_of() -> None:
    stamped = b"/CreationDate (D:20261128031500+00'00')"
    assert undated_pdf(stamped, daerah().per).startswith(b"/CreationDate (D:20230702000000")
