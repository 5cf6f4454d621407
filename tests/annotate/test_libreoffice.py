"""What people see and do: the annotated file opened, mended, answered and saved in LibreOffice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dak_excel.annotate.palette import LOOKS
from dak_excel.annotate.patch import annotate
from dak_excel.annotate.strip import strip
from dak_excel.findings import Reply, Tingkat
from tests.annotate.builders import INFO, at, finding, findings, parts, read
from tests.annotate.handmade import WORKBOOKS
from tests.annotate.office import Typed, convert, edited, has_color, needs_libreoffice, pages
from tests.annotate.workbooks import SHEET, plain

pytestmark = [pytest.mark.libreoffice, needs_libreoffice]
OPENED = sorted(set(WORKBOOKS) - {"names_in_other_cases"})  # that one LibreOffice never opens
RED = LOOKS[Tingkat.PELANGGARAN].fill


def test_every_annotated_workbook_opens_and_prints(tmp_path: Path) -> None:
    sources = []
    for name in OPENED:
        original = WORKBOOKS[name]()
        book = read(original)
        source = tmp_path / f"{name}.xlsx"
        source.write_bytes(annotate(original, book, findings(book), INFO))
        sources.append(source)
    printed = convert(sources, "pdf", tmp_path)
    assert {p.stem for p in printed} == set(OPENED)


def test_the_mark_is_seen(tmp_path: Path) -> None:
    marked = {}
    for name in ("comments", "strict", "form_controls", "conditional_formats"):
        original = WORKBOOKS[name]()
        marked[name] = annotate(original, read(original), [finding(at(4, 5))], INFO)
    shown = pages(marked, tmp_path)
    assert [name for name in marked if any(has_color(page, RED) for page in shown[name][-1:])] == [*marked]


MENDED: list[tuple[str, str | float]] = [
    *[("A1", "DAFTAR"), ("B4", "Peserta Lain"), ("D4", 30000), ("E4", 42), ("E4", 48)],
    *[("B2", 1), ("E4", "43 tahun")],
]


def test_marks_of_every_kind_of_value_show_and_go_out_when_it_changes(tmp_path: Path) -> None:
    original = plain()
    marked, typed = {}, {}
    for cell, value in MENDED:
        row, column = int(cell[1:]), ord(cell[0]) - 64
        name = f"{cell} {value}"
        marked[name] = annotate(original, read(original), [finding(at(row, column))], INFO)
        typed[name] = Typed(marked[name], [(SHEET, cell, value)])
    mended = {f"sesudah {name}": data for name, data in edited(typed, tmp_path).items()}
    shown = pages(marked | mended, tmp_path)
    red = [name for name, each in shown.items() if any(has_color(page, RED) for page in each[-1:])]
    assert red == [*marked]
    assert all(shown.values())


def test_answers_typed_in_libreoffice_are_read_back(tmp_path: Path) -> None:
    original = WORKBOOKS["comments"]()
    book = read(original)
    found = findings(book)
    marked = annotate(original, book, found, INFO)
    typed: list[tuple[str, str, str | float]] = [
        ("Temuan", "J5", "Peserta pengganti\nsudah ada"),
        ("Temuan", "K5", "0123456789012345678"),
        ("Temuan", "L5", 45089.0),
        ("Temuan", "J6", "=bukan rumus"),
        ("Temuan", "L6", "12 Juni 2023"),
        (SHEET, "E5", 33),
    ]
    saved = edited({"jawab": Typed(marked, typed, [(SHEET, 2, 3)])}, tmp_path)["jawab"]
    back = strip(saved)
    assert back.ours
    assert back.answers[found[0].key] == Reply(
        "Peserta pengganti\nsudah ada", "0123456789012345678", date(2023, 6, 12)
    )
    assert back.answers[found[1].key] == Reply("=bukan rumus", "", date(2023, 6, 12))
    assert back.answers[found[2].key] == found[2].jawaban
    left = parts(back.data)
    assert not any(b'N("dak_excel")' in c or b"N(&quot;dak_excel" in c for c in left.values())
    texts = b"".join(c for n, c in left.items() if "comments" in n)
    assert b"Sudah dicek" in texts and b"Tidak ada temuan di sini" in texts and b"dak_excel" not in texts
    assert [s.grid.sheet for s in read(back.data).sheets] == [SHEET]
    assert read(back.data).sheets[0].grid.at(8, 5) == 33


def test_annotated_again_after_libreoffice_and_stripped_is_that_file(tmp_path: Path) -> None:
    original = WORKBOOKS["form_controls_and_comments"]()
    book = read(original)
    marked = annotate(original, book, findings(book), INFO)
    saved = edited({"ulang": Typed(marked)}, tmp_path)["ulang"]
    clean = strip(saved).data
    again = annotate(clean, read(clean), findings(read(clean)), INFO)
    assert strip(again).data == clean
    assert strip(clean).data == clean


def test_files_saved_by_libreoffice_are_annotated_and_come_back(tmp_path: Path) -> None:
    sources = []
    for name in OPENED:
        sources.append(tmp_path / f"{name}.xlsx")
        sources[-1].write_bytes(WORKBOOKS[name]())
    (tmp_path / "disimpan").mkdir()
    saved = convert(sources, "xlsx", tmp_path / "disimpan")
    assert len(saved) == len(OPENED)
    for path in saved:
        original = path.read_bytes()
        book = read(original)
        assert strip(annotate(original, book, findings(book), INFO)).data == original, path.stem
