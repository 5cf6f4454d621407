"""The morning pages of the samples in a real browser: links lead somewhere, nobody is shut out, it prints."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest

from tests.akhir.conftest import Akhir
from tests.browser import needs_chromium, page

PAGES = (
    "index.html",
    "Kabupaten Teladan/ringkasan.html",
    "Kota Percontohan/ringkasan.html",
    "Kabupaten Rintisan/ringkasan.html",
)
CELL = re.compile(r"'(?P<sheet>.*)'!(?P<cell>[A-Z]+\d+(?::[A-Z]+\d+)?)")


class Links(HTMLParser):
    """The targets of a page's links, and the ids that links within it may lead to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "href" and value:
                self.targets.append(value)
            elif name == "id" and value:
                self.ids.add(value)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_a_file_and_a_part_that_are_there(akhir: Akhir, name: str) -> None:
    path = akhir.keluaran / name
    links = Links(path.read_text(encoding="utf-8"))
    assert len(links.targets) > 8
    sheets: dict[Path, list[str]] = {}
    for target in links.targets:
        file, _, place = (unquote(part) for part in target.partition("#"))
        if not file:
            assert place in links.ids, target
            continue
        found = path.parent / file
        assert found.is_file(), target
        if place and found.suffix == ".html":
            assert place in Links(found.read_text(encoding="utf-8")).ids, target
        elif place:
            cell = CELL.fullmatch(place)
            assert cell, target
            if found not in sheets:
                sheets[found] = openpyxl.load_workbook(found, read_only=True).sheetnames
            assert cell["sheet"].replace("''", "'") in sheets[found], target


def test_the_front_page_leads_to_each_daerah_and_to_the_tables(akhir: Akhir) -> None:
    targets = {unquote(t) for t in Links((akhir.keluaran / "index.html").read_text(encoding="utf-8")).targets}
    assert targets >= {*PAGES[1:], "temuan.xlsx", "temuan.csv"}


def test_the_page_of_a_daerah_shows_all_that_the_office_asks_of_it(akhir: Akhir) -> None:
    text = (akhir.keluaran / PAGES[2]).read_text(encoding="utf-8")
    for heading in ("Tenggat", "Temuan", "Laporan dan surat", "Serapan anggaran per rincian"):
        assert f">{heading}<" in text, heading
    for heading in ("Capaian keluaran per rincian", "Realisasi kumulatif", "Bukti pemeriksaan"):
        assert f">{heading}<" in text, heading
    for day in ("31 Maret 2023", "30 Juni 2023", "14 Juli 2023", "14 Januari 2024", "31 Januari 2024"):
        assert day in text, day
    assert "baris rincian, jumlahnya Rp" in text
    assert "tidak dikenali" in text


@pytest.mark.chromium
@needs_chromium
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (360, False), (360, True)])
def test_nobody_is_shut_out_and_nothing_goes_wrong(akhir: Akhir, width: int, dark: bool) -> None:
    from axe_playwright_python.sync_playwright import Axe

    with page(width, dark=dark) as opened:
        for name in PAGES:
            opened.goto((akhir.keluaran / name).as_uri())
            found = Axe().run(opened).response["violations"]
            assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] != "minor"] == [], name
            assert opened.evaluate("document.documentElement.scrollWidth") <= width, name


@pytest.mark.chromium
@needs_chromium
def test_the_keyboard_reaches_the_content_first_and_then_the_links(akhir: Akhir) -> None:
    with page() as opened:
        opened.goto((akhir.keluaran / PAGES[2]).as_uri())
        opened.keyboard.press("Tab")
        assert opened.evaluate("document.activeElement.textContent") == "Langsung ke isi"
        opened.keyboard.press("Enter")
        assert opened.evaluate("location.hash") == "#isi"
        opened.keyboard.press("Tab")
        assert opened.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.chromium
@needs_chromium
@pytest.mark.parametrize("name", PAGES)
def test_it_prints_and_the_receipt_takes_one_page(akhir: Akhir, name: str) -> None:
    with page() as opened:
        opened.goto((akhir.keluaran / name).as_uri())
        assert opened.pdf(prefer_css_page_size=True).startswith(b"%PDF")
        if name == "index.html":
            return
        opened.goto((akhir.keluaran / name).as_uri() + "#bukti")
        receipt = opened.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", receipt)) == 1
