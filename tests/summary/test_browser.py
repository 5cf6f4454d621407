"""The pages under a person's hands, in a real browser: filter, sort, search and fold with the keyboard."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dak_excel.findings import Tingkat
from dak_excel.summary.pages import daerah_page, index_page
from tests.browser import needs_chromium, page
from tests.summary.builders import daerah, sekilas, temuan

if TYPE_CHECKING:
    from playwright.sync_api import Page

PER = date(2023, 7, 2)
RULES = ("A1-USIA", "RAB-4-ASET", "NIK-FORMAT", "A1-JPL", "B4-BUKTI", "DATA-KOSONG", "RAB-HITUNG")

pytestmark = [pytest.mark.chromium, needs_chromium]


def many(number: int, files: int = 9) -> str:
    """The page of a daerah with so many findings."""
    found = [
        temuan(n, ketentuan=RULES[n % 7], berkas=f"Berkas {n % files}.xlsx", subjek=f"Contoh{n}")
        for n in range(1, number + 1)
    ]
    found[0].status = "ditanggapi"
    return daerah_page(daerah(temuan=found))


def show(opened: Page, tmp_path: Path, text: str) -> None:
    path = tmp_path / "halaman.html"
    path.write_text(text, encoding="utf-8")
    opened.goto(path.as_uri())


def visible(opened: Page) -> int:
    return opened.locator("tr[data-t]:not([hidden])").count()


def test_searching_unfolds_what_is_found_and_says_how_many(tmp_path: Path) -> None:
    with page() as opened:
        show(opened, tmp_path, many(100))
        assert not opened.get_by_text("Contoh42", exact=True).is_visible()
        opened.locator("#cari").focus()
        opened.keyboard.type("contoh42")
        assert opened.get_by_text("Contoh42", exact=True).is_visible()
        assert opened.locator("#terpilih").inner_text() == "1 dari 100 ditampilkan"
        for _ in "contoh42":
            opened.keyboard.press("Backspace")
        assert visible(opened) == 100
        assert not opened.get_by_text("Contoh42", exact=True).is_visible()


def test_filters_go_together(tmp_path: Path) -> None:
    with page() as opened:
        show(opened, tmp_path, many(100))
        opened.locator("#ketentuan").select_option("RAB-4-ASET")
        of_rule = visible(opened)
        assert 10 < of_rule < 20
        opened.locator("#belum").focus()
        opened.keyboard.press("Space")
        assert visible(opened) == of_rule - 1  # the answered one is of this rule
        opened.locator("#saring-pelanggaran").focus()
        opened.keyboard.press("Space")
        assert 0 < visible(opened) < of_rule - 1


def test_folding_with_the_keyboard(tmp_path: Path) -> None:
    with page() as opened:
        show(opened, tmp_path, many(100))
        first = opened.locator("details.sebab").first
        first.locator("summary").first.focus()
        opened.keyboard.press("Enter")
        assert first.get_attribute("open") is not None
        opened.locator("#buka").focus()
        opened.keyboard.press("Enter")
        assert opened.locator("details.kelompok:not([open])").count() == 0
        opened.locator("#tutup").focus()
        opened.keyboard.press("Enter")
        assert opened.locator("details.sebab[open]").count() == 0


def test_a_thing_to_do_leads_to_its_findings(tmp_path: Path) -> None:
    with page() as opened:
        show(opened, tmp_path, many(100))
        link = opened.locator("ol.hal a[href^='#sebab-']").first
        target = (link.get_attribute("href") or "")[1:]
        link.focus()
        opened.keyboard.press("Enter")
        opened.locator(f"details.sebab[open]:has(#{target})").wait_for()


def test_723_findings_stay_short_on_a_phone(tmp_path: Path) -> None:
    with page(360) as opened:
        show(opened, tmp_path, many(723, 40))
        assert opened.evaluate("document.documentElement.scrollHeight") < 15_000
        assert opened.evaluate("document.documentElement.scrollWidth") <= 360


def test_all_findings_are_printed_folded_or_not(tmp_path: Path) -> None:
    with page() as opened:
        show(opened, tmp_path, many(100))
        opened.emulate_media(media="print")
        opened.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert opened.get_by_text("Contoh42", exact=True).is_visible()
        opened.evaluate("dispatchEvent(new Event('afterprint'))")
        assert opened.locator("details.sebab[open]").count() == 0


def test_the_table_sorts_by_number_and_by_name(tmp_path: Path) -> None:
    stakes = {"Kota Beta": 9_000_000, "Kabupaten Alfa": 80_000_000, "Kabupaten Gama": 700_000}
    rows = [sekilas(n).model_copy(update={"dipertaruhkan": Decimal(v)}) for n, v in stakes.items()]
    with page() as opened:
        show(opened, tmp_path, index_page(rows, PER))
        names = opened.locator("#tabel-daerah tbody th")
        opened.get_by_role("button", name="Menyangkut").focus()
        opened.keyboard.press("Enter")
        assert names.all_inner_texts() == ["Kabupaten Alfa", "Kota Beta", "Kabupaten Gama"]
        assert opened.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
        opened.keyboard.press("Enter")
        assert names.all_inner_texts() == ["Kabupaten Gama", "Kota Beta", "Kabupaten Alfa"]
        opened.get_by_role("button", name="Daerah", exact=True).focus()
        opened.keyboard.press("Enter")
        assert names.all_inner_texts() == ["Kabupaten Alfa", "Kabupaten Gama", "Kota Beta"]


def test_the_cards_and_the_search_choose_among_the_daerah(tmp_path: Path) -> None:
    one = sekilas("Kabupaten Alfa", 0, temuan=[temuan(1, tingkat=Tingkat.DATA)])
    other = sekilas("Kota Beta", 0, temuan=[temuan(1, tingkat=Tingkat.TELAAH)])
    with page() as opened:
        show(opened, tmp_path, index_page([one, other], PER))
        opened.locator("#saring-semua").focus()
        for _ in range(4):  # pelanggaran, persetujuan, pernyataan, telaah
            opened.keyboard.press("ArrowRight")
        assert opened.locator("#saring-telaah").is_checked()
        assert opened.locator("#tabel-daerah tbody tr:visible").all_inner_texts()[0].startswith("Kota Beta")
        opened.locator("#saring-semua").check()
        opened.locator("#cari").fill("alfa")
        assert visible(opened) == 1


def test_of_500_daerah_a_screenful_is_shown_at_first(tmp_path: Path) -> None:
    base = sekilas()
    rows = [base.model_copy(update={"nama": f"Kabupaten {n:03d}", "folder": f"k{n}"}) for n in range(500)]
    with page() as opened:
        show(opened, tmp_path, index_page(rows, PER))
        assert visible(opened) == 50
        opened.locator("#cari").fill("kabupaten 499")
        assert visible(opened) == 1
        opened.locator("#cari").fill("")
        opened.get_by_role("button", name="Tampilkan 450 daerah lagi").click()
        assert visible(opened) == 500


@pytest.mark.parametrize("width", [360, 1366])
def test_nobody_is_shut_out(tmp_path: Path, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    empty = index_page([], PER)
    clean = daerah_page(daerah(banyak=0, berkas=daerah().berkas[:1], dokumen=[], tenggat=[]))
    with page(width, dark=width == 360) as opened:
        for text in (many(60), index_page([sekilas(), sekilas("Kota Lain")], PER), empty, clean):
            show(opened, tmp_path, text)
            found = Axe().run(opened).response["violations"]
            assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []
            assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_without_the_script_everything_is_there_and_the_cards_filter(tmp_path: Path) -> None:
    text = many(12)
    without = text[: text.index("<script>")] + text[text.index("</script>") + 9 :]
    with page() as opened:
        show(opened, tmp_path, without)
        assert opened.locator("tr.data").first.is_visible()
        opened.locator("#saring-pelanggaran").check()
        assert not opened.locator("tr.data").first.is_visible()
        assert opened.locator("tr.pelanggaran").first.is_visible()
        assert not opened.locator("#cari").is_visible()
