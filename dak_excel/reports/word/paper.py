"""Paper: the templates are drawn for F4; another size is set here, with the tables fitted to it."""

from __future__ import annotations

from typing import Literal

from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Emu, Length, Mm
from lxml import etree

Kertas = Literal["F4", "A4"]

UKURAN = {"F4": (215.0, 330.0), "A4": (210.0, 297.0)}
"""Width and height in mm, upright; F4 as offices in Indonesia buy it (folio)."""
_NEAR = 60
"""Twips by which a tab stop may miss the edge of the text (1 mm)."""


def set_paper(document: Document, kertas: Kertas) -> None:
    """Gives every section the paper; turned sections stay turned, tables keep their share of the width."""
    narrow, high = (Mm(side) for side in UKURAN[kertas])
    ratios = []
    for section in document.sections:
        before = _text_width(section)
        lying = (section.page_width or 0) > (section.page_height or 0)
        section.page_width, section.page_height = (high, narrow) if lying else (narrow, high)
        ratios.append(_text_width(section) / before)
        if not lying:
            _fit_tab_stops(document, before, _text_width(section))
    if any(ratio != 1 for ratio in ratios):
        _fit_tables(document.element.body, ratios)


def _fit_tab_stops(document: Document, before: Length, after: Length) -> None:
    """Moves the right tab stops at the edge of the text, as those of a contents page, to the new edge."""
    edge = round(before.twips)
    for stop in document.styles.element.iter(qn("w:tab")):
        at = stop.get(qn("w:pos"))
        if stop.get(qn("w:val")) == "right" and at and abs(float(at) - edge) <= _NEAR:
            stop.set(qn("w:pos"), str(round(after.twips)))


def _text_width(section: Section) -> Length:
    width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    return Emu(max(width, 1))


def _fit_tables(body: etree._Element, ratios: list[float]) -> None:
    """Scales the widths of each table by the ratio of the section that it stands in."""
    number = 0
    for element in body:
        if element.tag == qn("w:tbl"):
            _scale(element, ratios[number])
        elif element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            number = min(number + 1, len(ratios) - 1)


def _scale(table: etree._Element, ratio: float) -> None:
    for name in ("w:tblW", "w:gridCol", "w:tcW"):
        for element in table.iter(qn(name)):
            if element.get(qn("w:type"), "dxa") == "dxa" and (width := element.get(qn("w:w"))):
                element.set(qn("w:w"), str(round(float(width) * ratio)))
