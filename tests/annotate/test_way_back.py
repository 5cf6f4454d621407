"""Answers and corrections in a file that another program has saved."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dak_excel.annotate.patch import annotate
from dak_excel.annotate.strip import strip
from dak_excel.findings import Reply, Temuan
from tests.annotate.builders import INFO, at, finding, findings, parts, read
from tests.annotate.handmade import WORKBOOKS
from tests.annotate.workbooks import SHEET, plain, replaced, reworked


def resaved(data: bytes) -> bytes:
    """As if another program had saved it: parts that nobody points at are gone, compression is its own."""
    kept = {name: content for name, content in parts(data).items() if not name.startswith("dak_excel/")}
    gone = re.compile(rb'<Override PartName="/dak_excel/[^>]*>')
    return reworked(data, lambda n, c: gone.sub(b"", c) if n.startswith("[") else kept.get(n, b""))


def typed(data: bytes, cell: str, text: str) -> bytes:
    """Type text into a cell of Temuan."""

    def change(name: str, part: bytes) -> bytes:
        if "dak_temuan" not in name:
            return part
        pattern = rf'<c r="{cell}" s="(\d+)"(/>|[^>]*>.*?</c>)'.encode()
        new = rf'<c r="{cell}" s="\1" t="inlineStr"><is><t>{text}</t></is></c>'.encode()
        assert re.search(pattern, part)
        return re.sub(pattern, new, part)

    return reworked(data, change)


@pytest.mark.parametrize("name", WORKBOOKS)
def test_what_another_program_saved_is_cleaned(name: str) -> None:
    original = WORKBOOKS[name]()
    book = read(original)
    back = strip(resaved(annotate(original, book, findings(book), INFO)))
    assert back.ours
    left = parts(back.data)
    traces = {n for n, c in left.items() if b"dak_excel" in c or b"dak_" in n.encode()}
    assert not {n for n in traces if not n.startswith("dak_excel/")}
    before = parts(original)
    for part in before:
        if name == "a_bare_package" and part.startswith(("[", "xl/_rels")):
            continue  # it has gained a stylesheet
        if part.endswith((".xml", ".vml", ".rels")) and "styles" not in part:
            assert _content(left[part]) == _content(before[part]), part
    again = strip(back.data)
    assert not again.ours
    assert again.data == back.data


def _content(part: bytes) -> bytes:
    """A part less what may stay behind: an index where none was written, the UTF-16 it was in."""
    if part.startswith((b"\xff\xfe", b"\xfe\xff")):
        part = part.decode("utf-16").encode().replace(b'"UTF-16"', b'"UTF-8"')
    part = re.sub(rb"<(x:)?bookViews>.*?</(x:)?bookViews>|\s(activeTab|firstSheet)=\"\d+\"", b"", part)
    part = part.replace(b"<author>dak_excel</author>", b"").replace(b"<x:author>dak_excel</x:author>", b"")
    part = re.sub(rb"<r>(<t[^>]*>[^<]*</t>)</r>", rb"\1", part)  # bare text that became a run
    part = re.sub(rb"<v:shapetype.*?</v:shapetype>|,\d+(?=\"/></o:shapelayout>)", b"", part, flags=re.DOTALL)
    return re.sub(rb"<x:Anchor>[^<]*</x:Anchor>|<Default Extension=\"vml\"[^>]*>", b"", part)


def test_answers_come_back_by_their_finding() -> None:
    original = plain()
    found = [finding(at(4, 5)), finding(at(5, 5)), finding(at(6, 5), jawaban=Reply("Lama"))]
    marked = annotate(original, read(original), found, INFO)
    answered = typed(typed(typed(marked, "J5", "Salah ketik"), "K5", "=B-1/2023"), "L5", "12 Juni 2023")
    back = strip(answered)
    assert back.answers == {
        found[0].key: Reply("Salah ketik", "=B-1/2023", date(2023, 6, 12)),
        found[2].key: Reply("Lama"),
    }


def test_a_date_that_cannot_be_read_is_kept_with_the_reason() -> None:
    original = plain()
    marked = annotate(original, read(original), [finding(at(4, 5))], INFO)
    (answer,) = strip(typed(typed(marked, "J5", "Sudah"), "L5", "bulan depan")).answers.values()
    assert answer == Reply("Sudah [Tanggal Surat: bulan depan]")


def test_answers_go_round_and_nothing_changes() -> None:
    original = plain()
    found = [finding(at(4, 5), jawaban=Reply("Alasan & <tanda>", "=1+1", date(2023, 6, 12)))]
    marked = annotate(original, read(original), found, INFO)
    back = strip(marked)
    answered: list[Temuan] = [t.answered(back.answers[t.key]) for t in found]
    assert annotate(back.data, read(back.data), answered, INFO) == marked


def test_a_correction_is_never_lost_to_the_sealed_original() -> None:
    """The sealed original may be used only when nothing at all has changed."""
    original = plain()
    marked = annotate(original, read(original), [finding(at(4, 5))], INFO)
    changed = bytearray(marked)
    mended = reworked(marked, replaced("worksheets/sheet1.xml", (b"<v>43</v>", b"<v>48</v>")))
    back = strip(mended)
    assert back.ours and read(back.data).sheets[0].grid.at(4, 5) == 48
    assert bytes(changed) == marked


def test_text_that_a_person_added_to_our_comment_stays() -> None:
    original = plain()
    marked = annotate(original, read(original), [finding(at(4, 5))], INFO)
    closing = (b"(akhir temuan dak_excel)", b"(akhir temuan dak_excel) Sudah saya cek")
    back = strip(reworked(marked, replaced("comments_dak", closing)))
    (comments,) = [c for n, c in parts(back.data).items() if "comments" in n]
    assert b"Sudah saya cek" in comments and b"Temuan dak_excel" not in comments


def test_sheets_are_known_by_their_content_when_renamed() -> None:
    original = plain()
    marked = annotate(original, read(original), [finding(at(4, 5), jawaban=Reply("Ya"))], INFO)
    renamed = reworked(
        marked,
        lambda n, c: c.replace(b'name="Temuan"', b'name="Daftar"') if n == "xl/workbook.xml" else c,
    )
    back = strip(renamed)
    assert [s.grid.sheet for s in read(back.data).sheets] == [SHEET]
    assert list(back.answers.values()) == [Reply("Ya")]


def test_a_note_that_merely_names_the_program_is_left_alone() -> None:
    original = reworked(
        WORKBOOKS["comments"](), replaced("comments1", (b"Tidak ada temuan", b"Temuan dak_excel dibahas"))
    )
    back = strip(original)
    assert back.data == original
    assert not back.ours
