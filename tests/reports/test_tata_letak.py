"""What a page looks like: columns as wide as what stands in them, short chapters, any paper."""

from __future__ import annotations

from typing import Any

import pytest
from docx.document import Document
from docx.oxml.ns import qn

from dak_excel.daerah.model import Daerah
from dak_excel.reports.word import widths
from tests.reports import builders
from tests.reports.baca import laporan, tabel, teks


def lebar(document: Document, judul: str) -> tuple[list[str], list[int]]:
    """The headings of the table that has a certain one, and the widths of its columns in twips."""
    for table in document.element.body.iter(qn("w:tbl")):
        first = table.find(qn("w:tr"))
        heads = ["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in first.iter(qn("w:tc"))]
        if judul in heads:
            return heads, [int(c.get(qn("w:w"))) for c in table.tblGrid]
    raise AssertionError(judul)


@pytest.mark.parametrize("kertas", ["F4", "A4"])
def test_no_nik_and_no_word_of_a_heading_breaks(kertas: Any) -> None:
    document = laporan(builders.contoh(), "akhir", kertas=kertas, nik_penuh=True)
    heads, wide = lebar(document, "NIK")
    assert wide[heads.index("NIK")] >= widths._wide("9" * 16, 8.5)
    for told in ("NIK", "Persen", "Pukul", "Satuan"):
        heads, wide = lebar(document, told)
        for head, width in zip(heads, wide, strict=True):
            assert width >= max(widths._wide(word, 8.5) for word in head.split(" ")), head


@pytest.mark.parametrize("kertas", ["F4", "A4"])
def test_tables_keep_within_the_text_and_their_rows_agree_with_the_grid(kertas: Any) -> None:
    document = laporan(builders.contoh(), "akhir", kertas=kertas)
    lying = max(s.page_width - s.left_margin - s.right_margin for s in document.sections)
    for table in document.element.body.iter(qn("w:tbl")):
        grid = [int(c.get(qn("w:w"))) for c in table.tblGrid]
        assert sum(grid) <= lying / 635 + 20
        if not table.findall(f".//{qn('w:gridSpan')}") and table.find(f".//{qn('w:tblHeader')}") is not None:
            for row in table.findall(qn("w:tr")):
                assert [int(w.get(qn("w:w"))) for w in row.iter(qn("w:tcW"))] == grid


def test_tables_of_one_kind_have_the_same_widths() -> None:
    document = laporan(builders.contoh(), "akhir")
    found = set()
    for table in document.element.body.iter(qn("w:tbl")):
        first = table.find(qn("w:tr"))
        if "NIB" in "".join(t.text or "" for t in first.iter(qn("w:t"))):
            found.add(tuple(c.get(qn("w:w")) for c in table.tblGrid))
    assert len(found) == 1


@pytest.mark.parametrize("kertas", ["F4", "A4"])
def test_the_page_numbers_of_the_contents_stand_at_the_edge_of_the_text(kertas: Any) -> None:
    document = laporan(builders.contoh(), "1", kertas=kertas)
    section = document.sections[0]
    assert section.page_width and section.left_margin and section.right_margin
    edge = (section.page_width - section.left_margin - section.right_margin) / 635
    stops = [
        int(stop.get(qn("w:pos")))
        for style in document.styles
        if style.name in ("toc 1", "toc 2")
        for stop in style.element.iter(qn("w:tab"))
    ]
    assert stops
    assert all(abs(stop - edge) < 25 for stop in stops)


def test_a_chapter_of_a_few_lines_does_not_begin_a_page() -> None:
    short = laporan(builders.contoh(), "1")
    heading = {
        " ".join(p.text.split()): p for p in short.paragraphs if p.style and p.style.name == "Heading 1"
    }
    of = {name[:8].strip(): p.paragraph_format.page_break_before for name, p in heading.items()}
    assert of["BAB III"] is None
    assert (
        next(p for n, p in heading.items() if n.startswith("BAB IV")).paragraph_format.page_break_before
        is False
    )


def scheduled(*tempat: str | None) -> Daerah:
    """A daerah whose training has its sessions at these places in turn."""
    daerah = builders.contoh()
    for kegiatan in daerah.kegiatan:
        for n, sesi in enumerate(kegiatan.jadwal):
            sesi.tempat = tempat[n % len(tempat)]
    return daerah


def test_one_place_stands_once_above_the_schedule_and_every_session_has_its_date() -> None:
    daerah = scheduled("Balai A", "Balai  A", "balai a")
    document = laporan(daerah, "akhir")
    assert "Tempat: Balai A." in teks(document)
    rows = tabel(document, "Jumlah JPL")
    assert "Tempat" not in rows[0]
    assert [row[0] for row in rows[1:]] == [
        f"{hari}, {12 + n} Juni 2023"
        for n, hari in enumerate(("Senin", "Selasa", "Rabu", "Kamis", "Jumat"))
        for _ in range(4)
    ]


def test_several_places_stand_beside_their_sessions() -> None:
    daerah = scheduled("Balai A", "Sentra B", None)
    rows = tabel(laporan(daerah, "akhir"), "Jumlah JPL")
    assert [row[-1] for row in rows[:4]] == ["Tempat", "Balai A", "Sentra B", "–"]


def test_every_list_of_the_lampiran_has_a_numbered_caption() -> None:
    text = teks(laporan(builders.contoh(), "akhir"))
    for words in ("Peserta Pelatihan Teknis Membatik", "Narasumber", "Jadwal Pelatihan Teknis Membatik"):
        assert any(
            line.startswith("Tabel ") and line.endswith(words) and line.split()[1].isdigit()
            for line in text.splitlines()
        ), words
