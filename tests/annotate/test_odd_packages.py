"""Packages that Excel opens although they are odd: the copy is whole and marked, and the way back holds."""

from __future__ import annotations

import contextlib
import io
import posixpath
import re
import zipfile
from collections.abc import Callable
from xml.etree import ElementTree

import openpyxl
import pytest

from dak_excel.annotate.info import Unmarkable
from dak_excel.annotate.package import Package
from dak_excel.annotate.patch import annotate
from dak_excel.annotate.strip import strip
from dak_excel.annotate.whole import check_whole
from dak_excel.sheets.grid import Grid
from dak_excel.sheets.open import open_book
from dak_excel.sheets.records import ReadBook, ReadSheet
from dak_excel.sheets.tabel import Kind
from tests.annotate.builders import INFO, NAME, at, finding, parts
from tests.annotate.test_way_back import resaved, typed
from tests.annotate.workbooks import SHEET, TYPES, WORKBOOKS, plain, replaced, reworked

Make = Callable[[], bytes]
RELS = "application/vnd.openxmlformats-package.relationships+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def types_by_part_only() -> bytes:
    """As LibreOffice 3.4 to 5.3 wrote them: no Default for relationships, each part named."""
    data = plain()
    named = "".join(
        f'<Override PartName="/{name}" ContentType="{RELS}"/>'
        for name in parts(data)
        if name.endswith(".rels")
    )

    def change(name: str, part: bytes) -> bytes:
        if name != TYPES:
            return part
        part = re.sub(rb'<Default Extension="rels"[^>]*/>', b"", part)
        return part.replace(b"</Types>", named.encode() + b"</Types>")

    return reworked(data, change)


def hollow_styles() -> bytes:
    return reworked(
        plain(),
        lambda n, p: (
            re.sub(rb"<styleSheet([^>]*)>.*</styleSheet>", rb"<styleSheet\1/>", p, flags=re.DOTALL)
            if n.endswith("styles.xml")
            else re.sub(rb' s="\d+"', b"", p)
            if "worksheets/sheet" in n
            else p
        ),
    )


def styles_without_relationship() -> bytes:
    return reworked(
        plain(),
        lambda n, p: (
            re.sub(rb"<Relationship [^>]*/styles\"[^>]*/>", b"", p)
            if n == "xl/_rels/workbook.xml.rels"
            else p
        ),
    )


def backslashes() -> bytes:
    return reworked(plain(), rename=lambda n: n if n == TYPES else n.replace("/", "\\"))


def hollow_drawing() -> bytes:
    return reworked(
        WORKBOOKS["comments"](),
        lambda n, p: (
            re.sub(rb"(<xml[^>]*)>.*</xml>", rb"\1/>", p, flags=re.DOTALL) if n.endswith(".vml") else p
        ),
    )


def lost_drawing() -> bytes:
    """The sheet names a legacy drawing that is not there."""
    with zipfile.ZipFile(io.BytesIO(WORKBOOKS["comments"]())) as archive:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as new:
            for name in archive.namelist():
                if not name.endswith(".vml"):
                    new.writestr(zipfile.ZipInfo(name), archive.read(name))
    return out.getvalue()


def cut_off_drawing() -> bytes:
    return reworked(WORKBOOKS["comments"](), lambda n, p: p[: len(p) // 2] if n.endswith(".vml") else p)


def macro_sheet() -> bytes:
    return _with_sheet(
        '<sheet name="Makro1" sheetId="9" state="veryHidden" r:id="rIdM"/>',
        f'<Relationship Id="rIdM" Type="{RELATION}/xlMacrosheet" Target="macrosheets/sheet1.xml"/>',
    )


def sheet_shown_in_no_known_way() -> bytes:
    return reworked(plain(), replaced("xl/workbook.xml", (b'sheetId="1"', b'sheetId="1" state="show"')))


def sheet_without_relationship() -> bytes:
    return _with_sheet('<sheet name="Hilang" sheetId="9" r:id="rId99"/>', "")


def format_number_of_a_mark_only() -> bytes:
    """The number that ours would take is used in a differential format alone."""
    dxf = b'<dxfs count="1"><dxf><numFmt numFmtId="165" formatCode="0.00&quot; kg&quot;"/></dxf></dxfs>'
    return reworked(plain(), lambda n, p: re.sub(rb"<dxfs[^>]*/>", dxf, p) if n.endswith("styles.xml") else p)


def part_written_twice() -> bytes:
    out = io.BytesIO(plain())
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("docProps/app.xml", archive.read("docProps/app.xml"))
    return out.getvalue()


def _with_sheet(listed: str, relation: str) -> bytes:
    def change(name: str, part: bytes) -> bytes:
        if name == "xl/workbook.xml":
            return part.replace(b"</sheets>", listed.encode() + b"</sheets>")
        if name == "xl/_rels/workbook.xml.rels":
            return part.replace(b"</Relationships>", relation.encode() + b"</Relationships>")
        if name == TYPES and relation:
            extra = '<Override PartName="/xl/macrosheets/sheet1.xml" ContentType="application/vnd.ms-excel.'
            return part.replace(b"</Types>", f'{extra}macrosheet+xml"/></Types>'.encode())
        return part

    sheet = b'<xm:macrosheet xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"/>'
    return reworked(plain(), change, {"xl/macrosheets/sheet1.xml": sheet} if relation else {})


ODD: list[Make] = [
    types_by_part_only,
    hollow_styles,
    styles_without_relationship,
    backslashes,
    hollow_drawing,
    lost_drawing,
    cut_off_drawing,
    macro_sheet,
    sheet_shown_in_no_known_way,
    sheet_without_relationship,
    format_number_of_a_mark_only,
    part_written_twice,
]
odd = pytest.mark.parametrize("make", ODD, ids=lambda make: make.__name__)


def _read(data: bytes) -> ReadBook:
    grids = open_book(data, NAME).grids
    return ReadBook(NAME, "xlsx", [ReadSheet(_list(grid), Kind.PESERTA) for grid in grids], [])


def _list(grid: Grid) -> Grid:
    return Grid(NAME, grid.sheet, grid.rows, grid.merges)


def _marked(original: bytes) -> bytes:
    found = [finding(at(4, 5)), finding(at(5, 4)), finding(at())]
    return annotate(original, _read(original), found, INFO)


@odd
def test_the_copy_is_whole_and_marked(make: Make) -> None:
    original = make()
    marked = parts(_marked(original))
    sheet = next(c for n, c in marked.items() if n.lower().endswith("worksheets/sheet1.xml"))
    assert sheet.count(b"dak_excel") >= 2
    assert not any("\\" in n for n in zipfile.ZipFile(io.BytesIO(_marked(original))).namelist())
    types = ElementTree.fromstring(marked[TYPES])
    endings = {e.get("Extension") for e in types}
    named = [e.get("PartName") for e in types if e.get("PartName")]
    assert len(named) == len(set(named))
    for name, content in marked.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(content)
        assert f"/{name}" in named or name.rpartition(".")[2] in endings, name
        if name.endswith(".rels"):
            _follow(name, content, marked)


def _follow(name: str, content: bytes, marked: dict[str, bytes]) -> None:
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in ElementTree.fromstring(content):
        target = relation.get("Target", "")
        if relation.get("Id", "").startswith("rIdDak"):
            assert posixpath.normpath(posixpath.join(folder, target)) in marked, target


@odd
def test_the_copy_reads_as_the_original_and_gives_it_back(make: Make) -> None:
    original = make()
    marked = _marked(original)
    grids = {grid.sheet: grid.rows for grid in open_book(marked, NAME).grids}
    assert {"Ringkasan", "Temuan", SHEET} <= set(grids)
    assert grids[SHEET] == open_book(original, NAME).grids[0].rows
    assert strip(marked).data == original
    with contextlib.suppress(KeyError, ValueError):  # what openpyxl does not open as it was
        openpyxl.load_workbook(io.BytesIO(original))
        assert openpyxl.load_workbook(io.BytesIO(marked)).sheetnames[:2] == ["Ringkasan", "Temuan"]


@odd
def test_an_answer_comes_back_and_our_sheets_go(make: Make) -> None:
    row = 4
    back = strip(resaved(typed(_marked(make()), f"K{row}", "Sudah disetujui pimpinan")))
    assert back.ours
    sheets = [grid.sheet for grid in open_book(back.data, NAME).grids]
    assert sheets == [grid.sheet for grid in open_book(make(), NAME).grids]


def test_what_the_user_commented_stays_though_it_is_empty() -> None:
    def emptied(name: str, part: bytes) -> bytes:
        if "comments" not in name:
            return part
        first = rb"(<comment [^>]*>)<text>.*?</text>"
        return re.sub(first, rb"\1<text/>", part, count=1, flags=re.DOTALL).replace(b"</t>", b" \n</t>")

    original = reworked(WORKBOOKS["comments"](), emptied)
    places = re.findall(rb'<comment ref="([A-Z])(\d+)"', parts(original)["xl/comments1.xml"])
    told = [finding(at(int(row), ord(column) - 64)) for column, row in places]
    marked = annotate(original, _read(original), told, INFO)
    assert parts(marked)["xl/comments1.xml"].count(b"akhir temuan dak_excel") == len(places)
    left = parts(strip(resaved(marked)).data)["xl/comments1.xml"]
    assert _texts(left) == _texts(parts(original)["xl/comments1.xml"])


def _texts(comments: bytes) -> list[tuple[str | None, str]]:
    root = ElementTree.fromstring(comments)
    return [(c.get("ref"), "".join(c.itertext())) for c in root.iter() if c.tag.endswith("}comment")]


def test_only_the_comments_of_the_sheet_whose_drawing_is_damaged_are_left_out() -> None:
    marked = _marked(cut_off_drawing())
    texts = open_book(marked, NAME).grids[0].rows
    said = [str(value) for row in texts for value in row if "Komentar tidak dapat" in str(value)]
    assert len(said) == 1
    assert SHEET in said[0]


def test_a_copy_that_does_not_parse_is_never_given_out() -> None:
    package = Package(plain())
    package.write("xl/worksheets/sheet1.xml", b"<worksheet><sheetData></worksheet>")
    with pytest.raises(Unmarkable, match=r"tidak utuh \(bagian xl/worksheets/sheet1\.xml\)"):
        check_whole(package)
    package = Package(plain())
    package.relate("xl/workbook.xml", "worksheet", "xl/worksheets/hilang.xml")
    with pytest.raises(Unmarkable, match="tidak ada"):
        check_whole(package)


def test_a_number_that_only_a_mark_of_the_users_has_is_not_taken() -> None:
    styles = parts(_marked(format_number_of_a_mark_only()))["xl/styles.xml"]
    codes = dict(re.findall(rb'<numFmt numFmtId="(\d+)" formatCode="([^"]*)"', styles))
    assert codes[b"165"] == b"0.00&quot; kg&quot;"
    assert sum(b"421" in code for code in codes.values()) == 1


def test_more_styles_than_excel_has_are_not_held_in_memory() -> None:
    many = b"".join(b'<xf numFmtId="0" fontId="%d"/>' % n for n in range(600_000))
    many = b"<cellXfs>" + many + b"</cellXfs>"
    original = reworked(
        plain(),
        lambda n, p: (
            re.sub(rb"<cellXfs.*?</cellXfs>", many, p, flags=re.DOTALL) if n.endswith("styles.xml") else p
        ),
    )
    with pytest.raises(Unmarkable, match="terlalu besar"):
        _marked(original)


def test_a_package_that_names_no_type_for_its_relationships_is_marked_all_the_same() -> None:
    bare = reworked(
        plain(), lambda n, p: re.sub(rb'<Default Extension="rels"[^>]*/>', b"", p) if n == TYPES else p
    )
    assert strip(_marked(bare)).data == bare
