"""The table of contents: a real TOC field whose entries already stand there when the document is opened.

`fill_contents` writes an entry for every heading with a PAGEREF field, its page number still open, and asks
Word to fill the numbers in. Where LibreOffice is found, `page_numbers` does that before anyone opens it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

PENANDA = "_Toc9"
"""Beginning of the bookmarks of the headings; Word's own go on with the time."""

_AFTER_UPDATE_FIELDS = (
    "w:hdrShapeDefaults",
    "w:footnotePr",
    "w:endnotePr",
    "w:compat",
    "w:docVars",
    "w:rsids",
    "m:mathPr",
    "w:attachedSchema",
    "w:themeFontLang",
    "w:clrSchemeMapping",
    "w:shapeDefaults",
    "w:decimalSymbol",
    "w:listSeparator",
)
"""What stands behind w:updateFields in settings.xml, as far as templates have it (ECMA-376, CT_Settings)."""


def fill_contents(document: Document) -> None:
    """Fills each TOC field of the document; the page numbers stay open.

    The table of contents lists the headings 1 and 2, a list of tables or pictures (`TOC \\c "Tabel"`) the
    captions of that name. A list that would be empty goes with the title before it.
    """
    number = 0
    for instruction, old in _fields(document.element.body):
        series = re.search(r'\\c\s+"([^"]+)"', instruction)
        targets = list(_captions(document, series[1]) if series else _headings(document))
        if targets:
            _fill(document, instruction, old, targets, number)
            number += len(targets)
        elif series:
            _drop(old)
    if number:
        update = OxmlElement("w:updateFields")
        update.set(qn("w:val"), "true")
        document.settings.element.insert_element_before(update, *_AFTER_UPDATE_FIELDS)


def _fill(
    document: Document,
    instruction: str,
    old: list[etree._Element],
    targets: Sequence[tuple[etree._Element, int]],
    first: int,
) -> None:
    """An entry for each target in place of the field's old paragraphs; a level of 0 keeps their style."""
    styles = {level: style for style, level in _styles(document, "toc").items()}
    own = old[0].find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    styles[0] = own.get(qn("w:val"), "") if own is not None else ""
    for at, (paragraph, level) in enumerate(targets):
        name = f"{PENANDA}{first + at:05d}"
        _bookmark(paragraph, name, 9000 + first + at)
        entry = _entry(_text(paragraph), styles.get(level, ""), name)
        if at == 0:
            for place, run in enumerate(_runs(_begin(instruction)), 1):  # 0 is the paragraph's properties
                entry.insert(place, run)
        if at == len(targets) - 1:
            entry.extend(_runs(_END))
        old[0].addprevious(entry)
    for paragraph in old:
        _remove(paragraph)


def _drop(old: list[etree._Element]) -> None:
    """Takes a field out together with the title above it."""
    title = old[0].getprevious()
    for paragraph in (*old, *([title] if title is not None and title.tag == qn("w:p") else [])):
        _remove(paragraph)


def _styles(document: Document, family: str) -> Mapping[str, int]:
    """Ids of the paragraph styles `heading 1`, `heading 2` or `toc 1`, `toc 2` with their level.

    The names are the same in every language of Word, the ids are not.
    """
    names = {f"{family} {level}": level for level in (1, 2)}
    return {s.style_id: names[s.name.lower()] for s in document.styles if s.name and s.name.lower() in names}


def _headings(document: Document) -> Iterator[tuple[etree._Element, int]]:
    levels = _styles(document, "heading")
    for paragraph in document.element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        level = levels.get(style.get(qn("w:val"), "")) if style is not None else None
        if level and _text(paragraph):
            yield paragraph, level


def _text(paragraph: etree._Element) -> str:
    """The words of a heading on one line."""
    found = paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
    parts = [e.text or "" if e.tag == qn("w:t") else " " for e in found]
    return " ".join("".join(parts).split())


def _captions(document: Document, series: str) -> Iterator[tuple[etree._Element, int]]:
    """The paragraphs that a SEQ field of a name numbers."""
    for code in document.element.body.iter(qn("w:instrText")):
        if (code.text or "").split()[:2] == ["SEQ", series]:
            yield next(code.iterancestors(qn("w:p"))), 0


def _fields(body: etree._Element) -> list[tuple[str, list[etree._Element]]]:
    """The TOC fields: the instruction of each and the paragraphs from its beginning to its end."""
    found = []
    for code in body.iter(qn("w:instrText")):
        if (code.text or "").split()[:1] != ["TOC"]:
            continue
        start = next(code.iterancestors(qn("w:p")))
        paragraphs, depth = [], 0
        for paragraph in (start, *start.itersiblings(qn("w:p"))):
            paragraphs.append(paragraph)
            for mark in paragraph.iter(qn("w:fldChar")):
                depth += {"begin": 1, "end": -1}.get(mark.get(qn("w:fldCharType"), ""), 0)
            if depth == 0:
                found.append((code.text or "", paragraphs))
                break
    return found


def _bookmark(paragraph: etree._Element, name: str, number: int) -> None:
    """Marks the words of a heading as the place that an entry points to."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph.insert(1, start)  # behind the paragraph's properties, which a heading always has
    paragraph.append(end)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


_END = _char("end")


def _begin(instruction: str) -> str:
    code = f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
    return f"{_char('begin')}{code}{_char('separate')}"


def _entry(text: str, style: str, name: str) -> etree._Element:
    """A line of the table of contents: the heading, a tab, and a PAGEREF field without a result yet."""
    code = f'<w:r><w:instrText xml:space="preserve"> PAGEREF {name} \\h </w:instrText></w:r>'
    return parse_xml(
        f"<w:p {nsdecls('w')}><w:pPr><w:pStyle w:val={quoteattr(style)}/></w:pPr>"
        f'<w:hyperlink w:anchor="{name}" w:history="1">'
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        f"<w:r><w:tab/></w:r>{_char('begin')}{code}{_char('separate')}<w:r><w:t/></w:r>{_END}</w:hyperlink></w:p>"
    )


def _runs(xml: str) -> list[etree._Element]:
    return list(parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))
