"""What the user sees in the marked sheets: the right cells and words, their own things untouched."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from dak_excel.annotate.palette import LOOKS
from dak_excel.annotate.patch import annotate
from dak_excel.findings import Temuan, Tingkat
from dak_excel.sheets.grid import CellRange, Grid
from dak_excel.sheets.records import ReadBook, ReadSheet
from dak_excel.sheets.tabel import Kind
from tests.annotate.builders import INFO, NAME, at, finding, parts, read
from tests.annotate.handmade import WORKBOOKS
from tests.annotate.workbooks import SHEET, plain, written


def marked(original: bytes, *found: Temuan, book: ReadBook | None = None) -> dict[str, bytes]:
    return parts(annotate(original, book or read(original), list(found), INFO))


def rules(found: dict[str, bytes], part: str = "xl/worksheets/sheet1.xml") -> dict[str, tuple[str, int]]:
    """Our rules: area → (formula, priority)."""
    return {
        block.get("sqref"): (rule.findtext("{*}formula"), int(rule.get("priority")))
        for block in etree.fromstring(found[part]).iter("{*}conditionalFormatting")
        for rule in block
        if "dak_excel" in (rule.findtext("{*}formula") or "")
    }


def comments(found: dict[str, bytes]) -> dict[str, str]:
    """Address → text of every comment of the first sheet."""
    (part,) = [c for n, c in found.items() if "comments" in n and "threaded" not in n]
    return {c.get("ref"): "".join(c.itertext()) for c in etree.fromstring(part).iter("{*}comment")}


def test_cells_of_a_column_with_the_same_value_share_a_rule() -> None:
    blank = [finding(at(row, 7)) for row in (4, 5, 6, 9)]
    assert rules(marked(plain(), *blank)) == {"G4:G6 G9": ('AND(N("dak_excel")=0,LEN(G4)=0)', 1)}


def test_the_gravest_level_colours_the_cell_and_the_comment_tells_all() -> None:
    found = marked(
        plain(), finding(at(4, 5), Tingkat.INFO, pesan="Kecil."), finding(at(4, 5), pesan="Besar.")
    )
    root = etree.fromstring(found["xl/worksheets/sheet1.xml"])
    (rule,) = root.iter("{*}cfRule")
    dxfs = etree.fromstring(found["xl/styles.xml"]).find("{*}dxfs")
    assert dxfs is not None
    fill = dxfs[int(rule.get("dxfId"))].find("{*}fill/{*}patternFill/{*}bgColor")
    assert fill is not None and fill.get("rgb") == f"FF{LOOKS[Tingkat.PELANGGARAN].fill}"
    text = comments(found)["E4"]
    assert text.index("Besar.") < text.index("Kecil.")
    assert "Temuan dak_excel (2)" in text and "lembar Temuan baris 6" in text
    assert "Perbaikan: Ganti peserta" in text and "Lampiran II.A.1.f" in text


def test_our_rules_come_after_all_of_the_users() -> None:
    original = WORKBOOKS["conditional_formats"]()
    theirs = [int(n) for n in re.findall(rb'priority="(\d+)"', parts(original)["xl/worksheets/sheet1.xml"])]
    ours = [priority for _, priority in rules(marked(original, finding(at(4, 5)))).values()]
    assert min(ours) > max(theirs)


def test_a_finding_on_a_range_marks_its_cells_and_speaks_once() -> None:
    found = marked(plain(), finding(at(4, 1, 5, 3)))
    assert set(rules(found)) == {"A4", "A5", "B4", "B5", "C4", "C5"}
    assert list(comments(found)) == ["A4"]


def test_a_cause_in_scattered_cells_marks_them_all_and_speaks_once() -> None:
    cells = (at(4, 7), at(6, 7), at(9, 7))
    found = marked(plain(), finding(at(4, 7, 9, 7), sel=cells))
    assert set(" ".join(rules(found)).replace(":", " ").split()) == {"G4", "G6", "G9"}
    assert list(comments(found)) == ["G4"]


def test_a_finding_on_a_sheet_is_at_its_title() -> None:
    assert list(comments(marked(plain(), finding(at())))) == ["A1"]


def test_a_finding_inside_a_merged_area_is_at_the_cell_that_shows() -> None:
    original = written(lambda _, s: s.merge_range("G2:I3", "Gabung"))
    assert list(comments(marked(original, finding(at(3, 8))))) == ["G2"]


def test_findings_elsewhere_are_left_out_and_those_on_file_and_daerah_only_listed() -> None:
    other = finding(CellRange("lain.xlsx", SHEET, 4, 5), pesan="Berkas lain.")
    found = marked(plain(), other, finding(CellRange(NAME)), finding(None))
    assert not any("comments" in name for name in found)
    listing = found["xl/worksheets/dak_temuan1.xml"].decode()
    assert "Berkas lain." not in listing
    assert "Seluruh berkas" in listing and "Seluruh daerah" in listing


def test_a_formula_without_a_stored_value_stays_marked_when_excel_computes_it() -> None:
    original = plain()
    book = read(original)
    book.sheets[0].grid.unvalued = {(4, 6): "E4+1"}
    found = marked(original, finding(at(4, 6)), book=book)
    assert rules(found)["F4"][0] == 'AND(N("dak_excel")=0,_xlfn.ISFORMULA(F4))'


def test_the_users_comment_stays_and_ours_follows_in_a_box_that_holds_both() -> None:
    original = WORKBOOKS["comments"]()
    found = marked(original, finding(at(4, 5)))
    text = comments(found)["E4"]
    assert text.startswith("Sudah dicek & benar <oleh dinas>\n\nTemuan dak_excel (1)")
    assert comments(found)["B8"] == "Tidak ada temuan di sini"
    before, after = (
        re.findall(rb"<x:Anchor>([^<]*)", p["xl/drawings/vmlDrawing1.vml"]) for p in (parts(original), found)
    )
    assert len(before) == len(after) == 2
    assert before[0] != after[0] and before[1].replace(b" ", b"") == after[1].replace(b" ", b"")


def test_a_thread_of_comments_is_not_touched() -> None:
    original = WORKBOOKS["threaded_comments"]()
    found = marked(original, finding(at(4, 5)))
    before = parts(original)
    assert found["xl/comments1.xml"] == before["xl/comments1.xml"]
    assert found["xl/drawings/vmlDrawing1.vml"] == before["xl/drawings/vmlDrawing1.vml"]
    assert "E4" in rules(found)


def test_form_controls_keep_their_shapes() -> None:
    original = WORKBOOKS["form_controls"]()
    (before,) = [c for n, c in parts(original).items() if n.endswith(".vml")]
    (after,) = [c for n, c in marked(original, finding(at(4, 5))).items() if n.endswith(".vml")]
    shapes = re.findall(rb"<v:shape .*?</v:shape>", before, re.DOTALL)
    assert shapes and all(shape in after for shape in shapes)
    ids = re.findall(rb'<v:shape id="([^"]+)"', after)
    assert len(ids) == len(set(ids)) == len(shapes) + 1


def test_many_findings_on_a_cell_stay_readable() -> None:
    many = [finding(at(4, 5), pesan=f"Pesan {n}. " + "kata " * 300) for n in range(30)]
    text = comments(marked(plain(), *many))["E4"]
    assert "… dan 22 lagi di lembar Temuan" in text
    assert len(text) < 8 * 1700


def test_more_boxes_than_one_block_of_ids_holds() -> None:
    original = plain()
    many = [finding(at(row, 2)) for row in range(1, 1501)]
    (drawing,) = [c for n, c in marked(original, *many).items() if n.endswith(".vml")]
    ids = {int(n) for n in re.findall(rb"_x0000_s(\d+)", drawing)}
    blocks = re.search(rb'data="([\d,]+)"', drawing)
    assert blocks is not None and len(ids) == 1500
    assert {n // 1024 for n in ids} == {int(n) for n in blocks[1].split(b",")}


@pytest.mark.parametrize("text", ["=1+1", "+62", "-5", "@a", "\x01\x0b_x0041_ & <b> \ud800"])
def test_values_are_text_whatever_they_begin_with(text: str) -> None:
    found = marked(plain(), finding(at(4, 5), subjek=text, pesan=text, ketentuan="X"))
    for name in ("xl/worksheets/dak_temuan1.xml", "xl/worksheets/dak_ringkasan1.xml"):
        root = etree.fromstring(found[name])
        assert not list(root.iter("{*}f"))
        assert all(c.get("t") == "inlineStr" for c in root.iter("{*}c") if c.find("{*}is") is not None)


def test_a_sheet_whose_rows_are_unknown_is_listed_only() -> None:
    """A sheet that the reader left out has no grid: its findings stand in Temuan."""
    original = WORKBOOKS["hidden_sheets"]()
    book = ReadBook(NAME, "xlsx", [ReadSheet(Grid(NAME, SHEET, [["x"]]), Kind.PESERTA)])
    found = marked(original, finding(at(1, 1, sheet="Rahasia")), book=book)
    assert found["xl/worksheets/sheet3.xml"] == parts(original)["xl/worksheets/sheet3.xml"]
    assert b"Rahasia" in found["xl/worksheets/dak_temuan1.xml"]
