"""Chapters of a few lines do not stand on a page of their own: they follow the chapter before them."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

SHORT = 600
"""Letters of a chapter that is no page's worth: some six lines, without a table or picture."""
_BEFORE = Pt(30)


def join_short(document: Document) -> None:
    """Lets every short chapter begin where the one before it ends."""
    for heading in [p for p in document.paragraphs if p.style and p.style.name == "Heading 1"]:
        if _short(heading):
            heading.paragraph_format.page_break_before = False
            heading.paragraph_format.space_before = _BEFORE


def _short(heading: Paragraph) -> bool:
    letters = 0
    before = heading._p.getprevious()
    if before is None or _breaks(before):
        return False  # the first of its section
    for element in heading._p.itersiblings():
        if _style(element) == heading.style.style_id:  # type: ignore[union-attr]
            break
        if element.tag == qn("w:tbl") or element.find(f".//{qn('w:drawing')}") is not None:
            return False
        letters += sum(len(t.text or "") for t in element.iter(qn("w:t")))
    return letters <= SHORT


def _breaks(element: Any) -> bool:
    """Whether a section ends with an element."""
    return element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None


def _style(element: Any) -> str | None:
    told = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return None if told is None else told.get(qn("w:val"))
