"""The samples from end to end: findings, marks, reports, as a user would see them."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from dak_excel.annotate.strip import strip
from tests.akhir.conftest import CONTOH, Akhir

DAERAH = ("Kabupaten Teladan", "Kota Percontohan", "Kabupaten Rintisan")
KEY = ("ketentuan", "tingkat", "berkas", "lembar", "sel")


def found(akhir: Akhir, daerah: str) -> list[dict[str, str]]:
    """Findings of a daerah whose level is not one that may come beside the expected ones."""
    return [t for t in akhir.temuan if t["daerah"] == daerah]


def same(expected: dict[str, object], actual: dict[str, str]) -> bool:
    """Whether a finding is the expected one; a place that is None may be anywhere."""
    return all(expected.get(k) is None or expected[k] == actual[k] for k in KEY)


@pytest.mark.parametrize("daerah", DAERAH)
def test_every_planted_fault_is_found_in_its_cell_and_nothing_else(akhir: Akhir, daerah: str) -> None:
    spec = akhir.diharapkan[daerah]
    left = found(akhir, daerah)
    missing = []
    for expected in sorted(spec["temuan"], key=lambda e: e.get("sel") is None):
        match = next((t for t in left if same(expected, t)), None)
        if match is None:
            missing.append({k: expected.get(k) for k in KEY})
        else:
            left.remove(match)
    unexpected = [{k: t[k] for k in (*KEY, "pesan")} for t in left if t["tingkat"] not in spec["lain"]]
    assert (missing, unexpected) == ([], [])


def test_the_clean_daerah_has_nothing_above_info(akhir: Akhir) -> None:
    assert {t["tingkat"] for t in found(akhir, "Kabupaten Teladan")} <= {"info"}


def test_no_personal_number_leaves_the_workbooks(akhir: Akhir) -> None:
    pages = [
        *akhir.keluaran.rglob("*.html"),
        *akhir.keluaran.rglob("*.csv"),
        *akhir.keluaran.rglob("*.jsonl"),
    ]
    for path in pages:
        text = re.sub(r"[0-9a-f]{64}", "", path.read_text(encoding="utf-8"))
        assert not re.search(r"(?<!\d)99\d{14}(?!\d)", text), path.name
        assert "0800-000" not in text, path.name


def test_each_report_is_there_with_the_chapters_of_the_juknis(akhir: Akhir) -> None:
    chapters = [
        "PENDAHULUAN",
        "RENCANA DAN TARGET PELAKSANAAN",
        "HASIL PELAKSANAAN DAK NON FISIK",
        "PERMASALAHAN PELAKSANAAN DAK NON FISIK",
        "KESIMPULAN DAN SARAN",
    ]
    for daerah in DAERAH:
        for nama in ("Laporan Semester I 2023", "Laporan Semester II 2023", "Laporan Akhir 2023"):
            path = akhir.keluaran / daerah / "laporan" / f"{nama}.docx"
            text = "\n".join(p.text for p in Document(str(path)).paragraphs)
            body = text[text.rindex("BAB I\n") if "BAB I\n" in text else 0 :]
            places = [body.upper().find(chapter) for chapter in chapters]
            assert -1 not in places, (path.name, places)
            assert places == sorted(places)


def test_what_only_a_person_can_write_is_marked_and_counted(akhir: Akhir) -> None:
    page = (akhir.keluaran / "Kabupaten Rintisan/ringkasan.html").read_text(encoding="utf-8")
    path = akhir.keluaran / "Kabupaten Rintisan/laporan/Laporan Semester I 2023.docx"
    xml = zipfile.ZipFile(path).read("word/document.xml").decode()
    assert "[LENGKAPI:" in xml
    assert "isian perlu dilengkapi" in page


def workbooks() -> list[str]:
    return sorted(p.relative_to(CONTOH).as_posix() for p in CONTOH.rglob("*.xlsx"))


@pytest.mark.parametrize("name", workbooks())
def test_parts_without_a_mark_are_byte_identical(akhir: Akhir, name: str) -> None:
    daerah, _, rest = name.partition("/")
    before = zipfile.ZipFile(akhir.masukan / name)
    after = zipfile.ZipFile(akhir.keluaran / daerah / "anotasi" / rest)
    marked = {t["lembar"] for t in found(akhir, daerah) if t["berkas"] == rest}
    assert set(before.namelist()) <= set(after.namelist())
    sheets = _sheet_parts(akhir.masukan / name)
    allowed = {sheets[s] for s in marked if s in sheets}
    changed = {n for n in before.namelist() if before.read(n) != after.read(n)}
    shared = re.compile(r"(^\[Content_Types\]\.xml|workbook\.xml|workbook\.xml\.rels|styles\.xml)$")
    beside = re.compile(r"(xl/worksheets/_rels/|xl/comments|xl/drawings/vmlDrawing|docProps/app\.xml)")
    assert {n for n in changed - allowed if not shared.search(n) and not beside.match(n)} == set()
    assert not [n for n in changed if beside.match(n)] or marked


def _sheet_parts(path: Path) -> dict[str, str]:
    """Sheet name → its part, from the workbook's own relationships."""
    book = openpyxl.load_workbook(path, read_only=True)
    return {sheet.title: sheet._worksheet_path.lstrip("/") for sheet in book.worksheets}  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", workbooks())
def test_our_marks_come_out_again_to_the_last_byte(akhir: Akhir, name: str) -> None:
    daerah, _, rest = name.partition("/")
    annotated = (akhir.keluaran / daerah / "anotasi" / rest).read_bytes()
    assert strip(annotated).data == (akhir.masukan / name).read_bytes()


def test_marks_stand_in_the_cells_of_the_findings(akhir: Akhir) -> None:
    rest = "Peserta A1 akt 1 dan 2.xlsx"
    book = openpyxl.load_workbook(akhir.keluaran / "Kota Percontohan/anotasi" / rest)
    assert book.sheetnames[:2] == ["Ringkasan", "Temuan"]
    sheet = book["akt I"]
    formatted = {r for f in sheet.conditional_formatting for r in str(f.sqref).split()}
    for temuan in found(akhir, "Kota Percontohan"):
        if temuan["berkas"] == rest and temuan["lembar"] == "akt I" and temuan["sel"]:
            first = temuan["sel"].split(":")[0]
            assert temuan["sel"] in formatted or first in formatted
            comment = sheet[first].comment
            assert comment is not None
            assert temuan["rujukan"] in comment.text


def test_the_findings_count_by_level_is_what_the_page_says(akhir: Akhir) -> None:
    page = (akhir.keluaran / "Kota Percontohan/ringkasan.html").read_text(encoding="utf-8")
    counts = Counter(t["tingkat"] for t in found(akhir, "Kota Percontohan"))
    for level, number in counts.items():
        assert re.search(rf'value="{level}"><strong>{number}</strong>', page)
