"""The user's file plus marks, and back: nothing of it is lost, whatever is in it."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dak_excel.annotate.patch import annotate
from dak_excel.annotate.strip import strip
from tests.annotate.builders import INFO, findings, parts, raw, read
from tests.annotate.handmade import WORKBOOKS
from tests.annotate.workbooks import SHEET, plain
from tests.shared import SHARED

OURS = ("dak_excel/asal.dat", "dak_ringkasan", "dak_temuan", "comments_dak", "vmlDrawing_dak")
SHARED_PARTS = ("[Content_Types].xml", "/styles.xml", "/workbook.xml", "/workbook.xml.rels")


@pytest.mark.parametrize("name", WORKBOOKS)
def test_annotated_and_stripped_is_the_very_file(name: str) -> None:
    original = WORKBOOKS[name]()
    book = read(original)
    marked = annotate(original, book, findings(book), INFO)
    assert marked != original
    back = strip(marked)
    assert back.ours
    assert back.data == original


@pytest.mark.parametrize("name", WORKBOOKS)
def test_the_same_again_gives_the_same_bytes(name: str) -> None:
    original = WORKBOOKS[name]()
    book = read(original)
    marked = annotate(original, book, findings(book), INFO)
    assert annotate(strip(marked).data, read(original), findings(book), INFO) == marked


@pytest.mark.parametrize("name", WORKBOOKS)
def test_parts_without_a_mark_keep_even_their_compressed_bytes(name: str) -> None:
    original = WORKBOOKS[name]()
    book = read(original)
    one_sheet = [t for t in findings(book) if not t.tempat or t.tempat.sheet in ("", SHEET)]
    marked = annotate(original, book, one_sheet, INFO)
    before, after = raw(original), raw(marked)
    changed = {part for part, content in before.items() if after[part] != content}
    allowed = ("sheet1.xml", "sheet1.xml.rels", "comments1.xml", "vmlDrawing1.vml", "xl/s.xml", *SHARED_PARTS)
    assert all(part.replace("\\", "/").endswith(allowed) for part in changed), changed
    assert all(
        any(own in part for own in (*OURS, "_rels/", "styles.xml")) for part in set(after) - set(before)
    )


@pytest.mark.parametrize("name", sorted(set(WORKBOOKS) - {"in_utf_16"}))
def test_a_marked_sheet_differs_only_by_what_the_mark_adds(name: str) -> None:
    """Every byte of the user's part is still there, in its order."""
    original = WORKBOOKS[name]()
    book = read(original)
    before, after = parts(original), parts(annotate(original, book, findings(book), INFO))
    for part, content in before.items():
        if "sheets/sheet" in part.lower() and part.endswith(".xml"):
            assert _inside(content, after[part]), part


def _inside(old: bytes, new: bytes) -> bool:
    """Whether the old bytes are the new ones with a few pieces cut out."""
    at = 0
    while at < len(old) and old[at] == new[at]:
        at += 1
    pieces = 0
    rest = new[at:]
    while at < len(old):
        size = 64 if len(old) - at >= 64 else len(old) - at
        found = rest.find(old[at : at + size])
        if found < 0:
            return False
        pieces += found > 0
        step = found
        while at < len(old) and step < len(rest) and rest[step] == old[at]:
            at, step = at + 1, step + 1
        rest = rest[step:]
    return pieces <= 3


@pytest.mark.parametrize("source", sorted((SHARED / "corpus").glob("*.xlsx")) if SHARED else [])
def test_real_workbooks_come_back_whole(source: object) -> None:
    original = source.read_bytes()  # type: ignore[attr-defined]
    book = read(original)
    marked = annotate(original, book, findings(book), INFO)
    assert strip(marked).data == original
    before, after = raw(original), raw(marked)
    assert sum(after[part] != content for part, content in before.items()) <= 2 * len(book.sheets) + 4


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        b"bukan zip",
        b"PK\x03\x04" + bytes(200),
        b"\xd0\xcf\x11\xe0" + bytes(600),
        plain(),
    ],
)
def test_what_is_not_ours_comes_back_as_it_came(data: bytes) -> None:
    back = strip(data)
    assert (back.data, back.ours, dict(back.answers)) == (data, False, {})


@pytest.mark.parametrize("cut", [10, 1000, 5000])
def test_a_damaged_file_of_ours_raises_nothing(cut: int) -> None:
    original = WORKBOOKS["comments"]()
    book = read(original)
    marked = annotate(original, book, findings(book), INFO)
    for data in (marked[:-cut], marked[:cut] + bytes(50) + marked[cut + 50 :]):
        assert strip(data).data


@given(st.binary(max_size=400).map(lambda tail: b"PK\x03\x04" + tail))
def test_no_bytes_make_strip_raise(data: bytes) -> None:
    assert strip(data).data == data


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_damage_makes_strip_raise(draw: st.DataObject) -> None:
    marked = bytearray(_marked_once())
    for _ in range(draw.draw(st.integers(1, 4))):
        marked[draw.draw(st.integers(0, len(marked) - 1))] = draw.draw(st.integers(0, 255))
    assert strip(bytes(marked)).data


@cache
def _marked_once() -> bytes:
    original = WORKBOOKS["comments"]()
    book = read(original)
    return annotate(original, book, findings(book), INFO)
