"""The morning page: what a person reads in it, and that it works in a real browser without a network."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from dak_excel.results.facts import Absorption, DocumentResult, TenggatResult
from dak_excel.results.files import BerkasResult, LembarResult
from dak_excel.results.since import RunBefore
from dak_excel.summary.pages import daerah_page, index_page
from tests.browser import needs_chromium, page
from tests.summary.builders import WIB, daerah, sekilas, temuan, tenggat

PER = date(2023, 7, 2)


def before(banyak: int) -> RunBefore:
    earlier = daerah(banyak=banyak).for_next_run
    assert earlier is not None
    return earlier


def table_of(text: str) -> str:
    """The table of the daerah that need action."""
    return text.split('id="tabel-daerah"')[1].split("</table>", maxsplit=1)[0]


def test_what_needs_a_person_stands_first() -> None:
    text = index_page([sekilas(), sekilas("Kabupaten Bersih", 0, berkas=[], dokumen=[])], PER)
    assert "<strong>1 dari 2 daerah</strong> perlu tindakan" in text
    needs = table_of(text)
    assert "Kabupaten Uji" in needs
    assert "<strong>rusak.xlsx</strong> tidak dapat dibaca: Berkas rusak" in needs
    assert "Lengkapi 1 isian laporan dan surat" in needs
    assert "Kabupaten Bersih" not in needs
    assert "Kabupaten Bersih" in text.split("1 daerah beres")[1]


def test_a_workbook_of_which_nothing_was_recognised_needs_a_person() -> None:
    aneh = LembarResult(nama="Data", jenis="tidak dikenali", baris=0)
    hampa = LembarResult(nama="Sheet2", jenis="tidak dikenali", baris=0, kosong=True)
    peserta = LembarResult(nama="Daftar", jenis="peserta", baris=9)
    unknown = BerkasResult(nama="aneh.xlsx", lembar=[aneh, hampa])
    one = daerah("Kabupaten Aneh", 0, berkas=[unknown], dokumen=[])
    known = BerkasResult(nama="peserta.xlsx", lembar=[peserta, hampa])
    other = daerah("Kabupaten Biasa", 0, berkas=[known], dokumen=[])
    needs = table_of(index_page([one.glance(), other.glance()], PER))
    assert "<strong>aneh.xlsx</strong> tidak diperiksa: tidak ada lembarnya yang dikenali" in needs
    assert "1 lembar tidak dikenali" in needs
    assert "Kabupaten Biasa" not in needs
    assert "aneh.xlsx</strong> tidak diperiksa" in daerah_page(one)
    assert "tidak dikenali" not in daerah_page(other)


def test_deadlines_count_the_days_left() -> None:
    late = daerah("Kabupaten Lambat").model_copy(update={"tenggat": tenggat(date(2023, 4, 5))})
    none = daerah("Kabupaten Lain").model_copy(update={"tenggat": tenggat(None)})
    for text in (index_page([sekilas()], PER), daerah_page(daerah())):
        assert "12 hari lagi" in text
        assert "sudah disampaikan" in text
    text = index_page([one.glance() for one in (daerah(), late, none)], PER)
    assert ">terlambat</span>" in text
    assert "93 hari" not in text
    assert "2 dari 3 daerah, 1 terlambat" in text


def test_a_letter_that_is_not_needed_is_not_missed() -> None:
    optional = TenggatResult(id="X", nama="Surat perubahan", tanggal=date(2023, 6, 30), perlu=False)
    text = index_page([sekilas(tenggat=[optional])], PER)
    assert "tidak ada yang perlu disampaikan" in text
    assert "lewat 2 hari" not in text


def test_what_changed_since_the_last_run() -> None:
    now = daerah(banyak=3)
    now.compare(before(5))
    assert (now.perubahan.baru, now.perubahan.selesai) == (0, 2)  # type: ignore[union-attr]
    later = daerah(banyak=6)
    later.compare(before(5))
    assert [t.baru for t in later.temuan] == [False] * 5 + [True]
    assert "1 temuan baru, 0 selesai" in index_page([later.glance()], PER)
    same = daerah(banyak=5)
    same.compare(before(5))
    assert "temuannya sama" in daerah_page(same)


def test_the_receipt_names_each_file_with_its_hash_and_result() -> None:
    receipt = daerah_page(daerah()).split('id="bukti"')[1]
    assert "ab" * 32 in receipt
    assert ">Temuan</th>" in receipt
    assert '<td data-judul="Temuan">7</td>' in receipt
    assert "tidak terbaca" in receipt
    assert "01-07-2023 15.02" in receipt
    assert "Permenperin 7/2023" in receipt


def test_texts_from_workbooks_stay_texts() -> None:
    evil = "<script>alert(1)</script>{{ 7*7 }}"
    one = daerah(evil, 0, temuan=[temuan(subjek=evil, pesan=evil, lembar="O'Brien <b>", berkas=evil)])
    for text in (daerah_page(one), index_page([one.glance()], PER)):
        assert text.count("<script>") == 1  # the page's own
        assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}" in text


def test_a_file_named_after_a_person_is_not_named() -> None:
    nik = "9901010101850001"
    berkas = BerkasResult(nama=f"{nik}.xlsx", anotasi=f"anotasi/{nik}.xlsx", sha256="1" * 64)
    text = daerah_page(daerah(banyak=0, berkas=[berkas], temuan=[temuan(berkas=f"{nik}.xlsx")]))
    assert nik not in text
    assert "9901********0001.xlsx" in text
    assert 'href="anotasi/"' in text
    assert "1" * 64 in text  # a hash is no personal number


def test_what_is_still_to_be_written_stands_once_with_its_documents() -> None:
    marks = ["[LENGKAPI: saran]"]
    documents = [DocumentResult(nama=f"laporan/Laporan {n}.docx", lengkapi=marks) for n in (1, 2)]
    text = daerah_page(daerah(dokumen=documents))
    assert "<li>saran <small>Laporan 1; Laporan 2</small></li>" in text
    assert "Yang masih perlu dilengkapi (1)" in text


def test_a_finding_names_its_cell_and_its_file_is_a_link() -> None:
    text = daerah_page(daerah())
    assert "RAB A1, sel F1</td>" in text
    assert '<a href="anotasi/rab/RAB%20A1.xlsx">Buka berkas bertanda</a>' in text


@pytest.mark.chromium
@needs_chromium
@pytest.mark.parametrize(("width", "dark"), [(1200, False), (360, True)])
def test_in_a_real_browser_no_error_and_no_serious_fault(tmp_path: Path, width: int, dark: bool) -> None:
    from axe_playwright_python.sync_playwright import Axe

    (tmp_path / "index.html").write_text(index_page([sekilas()], PER), encoding="utf-8")
    (tmp_path / "Kabupaten Uji").mkdir()
    (tmp_path / "Kabupaten Uji/ringkasan.html").write_text(daerah_page(daerah()), encoding="utf-8")
    with page(width, dark=dark) as opened:
        for name in ("index.html", "Kabupaten Uji/ringkasan.html"):
            opened.goto((tmp_path / name).as_uri())
            found = Axe().run(opened).response["violations"]
            assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
            assert opened.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.chromium
@needs_chromium
@pytest.mark.parametrize("files", [1, 24, 40, 65])
def test_the_receipt_alone_prints_on_one_page(tmp_path: Path, files: int) -> None:
    path = tmp_path / "ringkasan.html"
    names = [f"RKA A1 Pelatihan Pengelolaan Bisnis {n}.xlsx" for n in range(files)]
    moment = datetime(2023, 7, 1, 15, 2, tzinfo=WIB)
    berkas = [BerkasResult(nama=name, sha256="0b" * 32, masuk=moment) for name in names]
    path.write_text(daerah_page(daerah(banyak=60, berkas=berkas)), encoding="utf-8")
    with page() as opened:
        opened.goto(path.as_uri() + "#bukti")
        pdf = opened.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1


@pytest.mark.chromium
@needs_chromium
def test_one_level_can_be_shown_alone_with_the_keyboard(tmp_path: Path) -> None:
    path = tmp_path / "ringkasan.html"
    path.write_text(daerah_page(daerah(banyak=12)), encoding="utf-8")
    with page() as opened:
        opened.goto(path.as_uri())
        assert opened.locator("tr.data").first.is_visible()
        opened.locator("#saring-semua").focus()
        opened.keyboard.press("ArrowRight")
        assert opened.locator("tr.pelanggaran").first.is_visible()
        assert not opened.locator("tr.data").first.is_visible()


def test_two_daerah_of_one_name_are_told_apart_by_their_folders() -> None:
    one, other = daerah("Kabupaten Uji"), daerah("Kabupaten Uji")
    other.folder = "Kab Uji lama"
    text = index_page([one.glance(), other.glance(), sekilas("Kota Lain")], PER)
    assert "<small>folder Kab Uji lama</small>" in text
    assert "<small>folder Kota Lain</small>" not in text


def test_of_many_daerah_those_that_paid_least_are_shown() -> None:
    many = [
        sekilas(f"Kabupaten {n:02d}").model_copy(update={"pagu": 100.0, "realisasi": n}) for n in range(60)
    ]
    chart = index_page(many, PER).split('id="serapan"')[1]
    assert "Dari 60 daerah yang pagunya tercatat: 40 yang serapannya terendah." in chart
    assert "Kabupaten 00" in chart
    assert "Kabupaten 59" not in chart


def test_the_line_of_the_pagu_stands_where_the_pagu_is() -> None:
    row = Absorption(rincian="A1", nama="Pelatihan", pagu=100, realisasi=400, bulan=[0] * 11 + [400])
    text = daerah_page(daerah(serap=[row], pagu=100))
    line = re.search(r'<line class="sumbu"[^>]*y1="([\d.]+)"[^>]*stroke-dasharray', text)
    assert line is not None
    assert float(line[1]) == 0.75 * 200  # a quarter of the way up: four times as much was paid
    assert 'class="garis lebih"' in text


def test_answered_findings_need_nobody_any_more() -> None:
    done = temuan()
    done.status = "disetujui"
    one = daerah("Kabupaten Beres", 0, temuan=[done], berkas=[], dokumen=[])
    text = index_page([one.glance()], PER)
    assert "1 temuan yang sudah dijawab" in text
    assert "Terima kasih" in text
    assert 'id="tabel-daerah"' not in text


@pytest.mark.chromium
@needs_chromium
@pytest.mark.parametrize("width", [1200, 360])
def test_a_file_name_without_spaces_leaves_room_on_the_receipt(tmp_path: Path, width: int) -> None:
    name = "RAB_Rencana_Anggaran_Biaya_" + "sekali_lagi_" * 8 + "final.xlsx"
    berkas = BerkasResult(nama=name, sha256="0b" * 32, masuk=datetime(2023, 7, 1, 15, 2, tzinfo=WIB))
    path = tmp_path / "ringkasan.html"
    path.write_text(daerah_page(daerah(berkas=[berkas])), encoding="utf-8")
    with page(width) as opened:
        opened.goto(path.as_uri())
        for box in ("#bukti .gulir", "section[aria-labelledby=berkas] .gulir"):
            wide, room = opened.locator(box).evaluate("e => [e.scrollWidth, e.clientWidth]")
            assert wide <= room, box


def test_daerah_of_several_provinces_are_added_up_by_province() -> None:
    known = [
        sekilas("Kabupaten Satu", provinsi="Jawa Contoh"),
        sekilas("Kabupaten Dua", provinsi="Jawa Contoh"),
        sekilas("Kota Tiga", provinsi="Nusa Contoh"),
        sekilas("Kota Empat"),
    ]
    page = index_page(known, date(2023, 7, 2))
    part = page[page.index('<h2 id="provinsi">') : page.index('<h2 id="tenggat">')]
    names = re.findall(r'<th scope="row">([^<]+)<', part)
    assert names == ["Jawa Contoh", "Nusa Contoh", "Provinsi tidak diketahui"]
    assert "2 dari 2" in part
    assert 'id="provinsi"' not in index_page(known[:2], date(2023, 7, 2))


def test_a_daerah_of_which_no_payment_is_told_has_no_serapan_rather_than_nought() -> None:
    told = sekilas("Kabupaten Dibayar", serap=[Absorption(rincian="A1", nama="P", pagu=100, realisasi=0)])
    untold = sekilas("Kabupaten Diam", serap=[Absorption(rincian="A1", nama="P", pagu=100)])
    rows = [row for row in index_page([told, untold], PER).split("<tr") if 'data-judul="Serapan"' in row]
    paid, silent = (next(row for row in rows if name in row) for name in ("Dibayar", "Diam"))
    assert "0,0%" in paid
    assert "%" not in silent.split('data-judul="Serapan"')[1].split("</td>")[0].split(">")[1]
