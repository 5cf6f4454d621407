"""Nothing that stands in a workbook is executed, or taken for a formula, HTML, Jinja or a path."""

from __future__ import annotations

import csv
import re
import zipfile
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from dak_excel.config import Settings
from dak_excel.nightly.run import run_nightly
from dak_excel.summary.pages import own_script
from tests.browser import needs_chromium, page
from tests.keamanan.berkas import JAHAT, identitas_jahat, peserta_jahat

FOLDERS = ("<script>alert(1)<script>", "... ..", "{{ 7*7 }}", "=1+1", "a' onmouseover='alert(1)")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders and workbooks with hostile names and contents, once through the main job."""
    root = tmp_path_factory.mktemp("jahat")
    for name in FOLDERS:
        try:
            folder = root / "masukan" / name
            folder.mkdir(parents=True)
            (folder / "peserta <b>{{ 7*7 }}.xlsx").write_bytes(peserta_jahat())
        except OSError:  # a system that does not take such names
            continue
        (folder / "identitas.xlsx").write_bytes(identitas_jahat())
        (folder / "=cmd.csv").write_text("No;Nama;NIK\n1;=1+1;\n2;@SUM(A1);\n", encoding="utf-8")
    settings = Settings(
        masukan=root / "masukan", keluaran=root / "keluaran", per=date(2024, 2, 10), tata_letak=False
    )
    hasil = run_nightly(settings)
    assert not hasil.failed
    assert len(hasil.daerah) >= 1
    return root


class Tags(HTMLParser):
    """The elements of a page and their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.targets: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.targets |= {value or "" for name, value in attrs if name in ("href", "src")}


def test_pages_hold_only_their_own_elements(run: Path) -> None:
    for path in (run / "keluaran").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        tags = Tags(text)
        assert not tags.names & {"img", "iframe", "object", "embed", "i"}
        assert re.findall(r"(?is)<script[^>]*>(.*?)</script", text) in ([], [own_script()[0]])
        assert not {name for name in tags.attributes if name.startswith("on")}
        assert not [t for t in tags.targets if re.match(r"(?i)\s*(javascript|data|https?):", t)]
        assert "49" not in re.findall(r"Kegiatan[^<]*", text)


def test_every_link_of_the_pages_leads_to_a_file_of_the_output(run: Path) -> None:
    from urllib.parse import unquote

    for path in (run / "keluaran").rglob("*.html"):
        for target in Tags(path.read_text(encoding="utf-8")).targets:
            place = unquote(target.split("#")[0])
            if place:
                found = (path.parent / place).resolve()
                assert found.is_relative_to(run / "keluaran")
                assert found.exists(), target


def test_tables_hold_no_formula(run: Path) -> None:
    with (run / "keluaran/temuan.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell[:1] in "=+-@\t\r" and cell]
    book = openpyxl.load_workbook(run / "keluaran/temuan.xlsx")
    assert not [c for row in book.worksheets[0] for c in row if c.data_type == "f"]


def test_annotated_copies_hold_no_new_formula(run: Path) -> None:
    copies = [path for path in (run / "keluaran").rglob("anotasi/*") if path.is_file()]
    assert any(path.name == "=cmd.csv.xlsx" for path in copies)
    for path in copies:
        for sheet in openpyxl.load_workbook(path).worksheets:
            formulas = [c.value for row in sheet for c in row if c.data_type == "f"]
            assert not formulas, (path.name, sheet.title)


def test_jinja_in_a_cell_stays_text_in_the_reports(run: Path) -> None:
    reports = list((run / "keluaran").rglob("*.docx"))
    assert len(reports) > 3
    texts = ["\n".join(p.text for p in _paragraphs(path)) for path in reports]
    assert any("{{ 7*7 }}" in text for text in texts)
    for text in texts:
        assert "<class" not in text
        assert "49{%" not in text


def _paragraphs(path: Path) -> list[object]:
    document = Document(str(path))
    cells = [
        p for table in document.tables for row in table.rows for cell in row.cells for p in cell.paragraphs
    ]
    return [*document.paragraphs, *cells]


def test_outputs_keep_to_the_output_folder(run: Path) -> None:
    assert {p.name for p in run.iterdir()} == {"masukan", "keluaran"}
    for path in (run / "keluaran").rglob("*"):
        assert path.resolve().is_relative_to((run / "keluaran").resolve())
        assert ".." not in path.parts
    names = {p.name for p in (run / "keluaran").iterdir()}
    assert not [name for name in names if re.search(r'[<>:"/\\|?*]', name)]


def test_documents_are_well_formed_whatever_stands_in_them(run: Path) -> None:
    from lxml import etree

    for path in [*(run / "keluaran").rglob("*.docx"), *(run / "keluaran").rglob("*.xlsx")]:
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels", ".vml")):
                    etree.fromstring(package.read(name))


def test_no_text_of_a_cell_gets_into_the_log(run: Path) -> None:
    log = (run / "keluaran/log/dak_excel.jsonl").read_text(encoding="utf-8")
    assert not [text for text in JAHAT if text in log and text not in FOLDERS]


@pytest.mark.chromium
@needs_chromium
def test_in_a_browser_nothing_runs(run: Path) -> None:
    with page() as opened:
        opened.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
        for path in (run / "keluaran").rglob("*.html"):
            opened.goto(path.as_uri())
            scripts = opened.locator("script").all_text_contents()
            assert scripts in (
                [],
                [str(own_script()[0])],
            )  # the program's own alone
