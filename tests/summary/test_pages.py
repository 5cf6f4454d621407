"""The morning page: what a person reads in it, and that it works in a real browser without a network."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dak_excel.summary.pages import halaman_daerah, halaman_utama
from tests.browser import needs_chromium, page
from tests.summary.builders import daerah, temuan

PER = date(2023, 7, 2)


def test_what_needs_a_person_stands_first() -> None:
    text = halaman_utama([daerah(), daerah("Kabupaten Bersih", 0, berkas=[], dokumen=[])], PER)
    needs = text.split('id="perlu"')[1].split("<h2")[0]
    assert "Kabupaten Uji" in needs
    assert "1 berkas tidak dapat dibaca" in needs
    assert "1 tempat di laporan dan surat perlu dilengkapi" in needs
    assert "Kabupaten Bersih" not in needs


def test_deadlines_count_the_days_left() -> None:
    text = halaman_utama([daerah()], PER)
    assert "12 hari lagi" in text
    assert "lewat 93 hari" in text
    assert "1 dari 1 daerah" in text


def test_what_changed_since_the_last_run() -> None:
    now = daerah(banyak=3)
    now.bandingkan(daerah(banyak=5))
    assert (now.perubahan.baru, now.perubahan.selesai) == (0, 2)  # type: ignore[union-attr]
    later = daerah(banyak=6)
    later.bandingkan(daerah(banyak=5))
    assert [t.baru for t in later.temuan] == [False] * 5 + [True]
    assert "1 temuan baru, 0 selesai" in halaman_utama([later], PER)


def test_the_receipt_names_each_file_with_its_hash_and_result() -> None:
    receipt = halaman_daerah(daerah()).split('id="bukti"')[1]
    assert "ab" * 32 in receipt
    assert "7 temuan" in receipt
    assert "tidak terbaca" in receipt
    assert "1 Juli 2023 pukul 15.02" in receipt


def test_texts_from_workbooks_stay_texts() -> None:
    evil = "<script>alert(1)</script>{{ 7*7 }}"
    text = halaman_daerah(daerah(evil, 0, temuan=[temuan(subjek=evil, pesan=evil, lembar="O'Brien <b>")]))
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}" in text


def test_a_finding_links_to_its_cell() -> None:
    text = halaman_daerah(daerah())
    assert "anotasi/rab/RAB%20A1.xlsx#'RAB%20A1'!F1" in text.replace("&#39;", "'")


@pytest.mark.chromium
@needs_chromium
@pytest.mark.parametrize(("width", "dark"), [(1200, False), (360, True)])
def test_in_a_real_browser_no_error_and_no_serious_fault(tmp_path: Path, width: int, dark: bool) -> None:
    from axe_playwright_python.sync_playwright import Axe

    (tmp_path / "index.html").write_text(halaman_utama([daerah()], PER), encoding="utf-8")
    (tmp_path / "Kabupaten Uji").mkdir()
    (tmp_path / "Kabupaten Uji/ringkasan.html").write_text(halaman_daerah(daerah()), encoding="utf-8")
    with page(width, dark=dark) as opened:
        for name in ("index.html", "Kabupaten Uji/ringkasan.html"):
            opened.goto((tmp_path / name).as_uri())
            found = Axe().run(opened).response["violations"]
            assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
            assert opened.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.chromium
@needs_chromium
def test_the_receipt_alone_prints_on_one_page(tmp_path: Path) -> None:
    path = tmp_path / "ringkasan.html"
    path.write_text(halaman_daerah(daerah(banyak=60)), encoding="utf-8")
    with page() as opened:
        opened.goto(path.as_uri() + "#bukti")
        pdf = opened.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page/") == 1 or b"/Count 1" in pdf
