"""The table of contents: a real TOC field whose entries already stand there, with their page numbers.

`susun` writes an entry for every heading, its page number still open, and asks Word to fill the numbers in
when the document is opened. `halaman` has LibreOffice lay the finished documents out, reads the page of each
heading and writes it in; Word then has nothing to ask. Our document itself never passes through LibreOffice.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from xml.sax.saxutils import escape

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree
from PIL import Image

from dak_excel.reports import libreoffice
from dak_excel.reports.paket import ganti

_LEVELS = {"Heading1": 1, "Heading2": 2}
_BODY, _SETTINGS = "word/document.xml", "word/settings.xml"

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

_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def susun(document: Document) -> None:
    """Fills the TOC field, if the document has one, with its headings; the page numbers stay open."""
    body = document.element.body
    field = _field(body)
    headings = list(_headings(body))
    if field is None or not headings:
        return
    instruction, old = field
    for number, (paragraph, level) in enumerate(headings):
        name = f"_Toc9{number:05d}"
        _bookmark(paragraph, name, 9000 + number)
        entry = _entry(_text(paragraph), level, name)
        if number == 0:
            for place, run in enumerate(_runs(_begin(instruction)), 1):  # 0 is the paragraph's properties
                entry.insert(place, run)
        if number == len(headings) - 1:
            entry.extend(_runs(_END))
        old[0].addprevious(entry)
    for paragraph in old:
        _remove(paragraph)
    update = OxmlElement("w:updateFields")
    update.set(qn("w:val"), "true")
    document.settings.element.insert_element_before(update, *_AFTER_UPDATE_FIELDS)


def halaman(berkas: Mapping[str, bytes]) -> dict[str, bytes]:
    """The documents with the page numbers of their headings; those that could not be laid out are missing."""
    if libreoffice.cari() is None:
        return {}
    laid_out = libreoffice.ubah({name: _asking(docx) for name, docx in berkas.items()}, "docx")
    done = {}
    for name, laid in laid_out.items():
        pages = _pages(laid)
        if pages and (numbered := _number(berkas[name], pages)):
            done[name] = numbered
    return done


def _headings(body: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    for paragraph in body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        level = _LEVELS.get(style.get(qn("w:val"), "")) if style is not None else None
        if level and _text(paragraph):
            yield paragraph, level


def _text(paragraph: etree._Element) -> str:
    """The words of a heading on one line."""
    found = paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
    parts = [e.text or "" if e.tag == qn("w:t") else " " for e in found]
    return " ".join("".join(parts).split())


def _field(body: etree._Element) -> tuple[str, list[etree._Element]] | None:
    """The TOC field: its instruction and the paragraphs from its beginning to its end."""
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
                return code.text or "", paragraphs
    return None


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


def _entry(text: str, level: int, name: str) -> etree._Element:
    """A line of the table of contents: the heading, a tab, and a PAGEREF field without a result yet."""
    code = f'<w:r><w:instrText xml:space="preserve"> PAGEREF {name} \\h </w:instrText></w:r>'
    return parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>'
        f'<w:hyperlink w:anchor="{name}" w:history="1">'
        f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        f"<w:r><w:tab/></w:r>{_char('begin')}{code}{_char('separate')}<w:r><w:t/></w:r>{_END}</w:hyperlink></w:p>"
    )


def _runs(xml: str) -> list[etree._Element]:
    return list(parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))


def _part(docx: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return etree.fromstring(package.read(name))


def _page_fields(root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """Every PAGEREF field: the bookmark, and the w:t elements of its result."""
    name, inside = "", False
    results: list[etree._Element] = []
    for element in root.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t")):
        if element.tag == qn("w:instrText"):
            words = (element.text or "").split()
            name = words[1] if words[:1] == ["PAGEREF"] else name
        elif element.tag == qn("w:t"):
            if inside:
                results.append(element)
        else:
            kind = element.get(qn("w:fldCharType"))
            inside = bool(name) and kind == "separate"
            if kind == "end" and name:
                yield name, results
                name, results = "", []


def _asking(docx: bytes) -> bytes:
    """A copy to be laid out, which asks for the page of every heading in plain text at its end.

    LibreOffice keeps the entries of a table of contents as text, but works out fields in plain text. What
    does not move a heading is left out: all that follows the last one, and what the photos show.
    """
    root = _part(docx, _BODY)
    body = root[0]
    names = [name for name, _ in _page_fields(root)]
    _cut_behind_last_heading(body)
    for name in names:
        code = f'<w:r><w:instrText xml:space="preserve"> PAGEREF {name} \\h </w:instrText></w:r>'
        question = f"{_char('begin')}{code}{_char('separate')}<w:r><w:t>?</w:t></w:r>{_END}"
        body[-1].addprevious(parse_xml(f"<w:p {nsdecls('w')}>{question}</w:p>"))
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        photos = dict.fromkeys(
            (n for n in package.namelist() if n.endswith((".jpg", ".jpeg"))), _blank_jpeg()
        )
    return ganti(docx, {_BODY: _xml(root), **photos})


def _cut_behind_last_heading(body: etree._Element) -> None:
    """Drops what follows the last heading, where that stands on top of a page of its own."""
    heads = [
        paragraph for paragraph, level in _headings(body) if level == 1 and paragraph.getparent() is body
    ]
    last = list(_headings(body))[-1:]
    if heads and last and last[0][0] is heads[-1]:
        for element in list(heads[-1].itersiblings()):
            if element.tag != qn("w:sectPr"):
                body.remove(element)


@cache
def _blank_jpeg() -> bytes:
    out = io.BytesIO()
    Image.new("L", (8, 8)).save(out, "JPEG")
    return out.getvalue()


def _pages(laid_out: bytes) -> dict[str, str]:
    """Page number by bookmark, as LibreOffice has stored it."""
    fields = _page_fields(_part(laid_out, _BODY))
    return {name: "".join(t.text or "" for t in results).strip() for name, results in fields}


def _number(docx: bytes, pages: Mapping[str, str]) -> bytes | None:
    """The document with its page numbers written in; None when any is missing."""
    root = _part(docx, _BODY)
    roman = _roman_bookmarks(root)
    for name, results in _page_fields(root):
        page = pages.get(name, "")
        if not page.isdigit() or not results:
            return None
        results[0].text = _to_roman(int(page)) if name in roman else page
    settings = _part(docx, _SETTINGS)
    for update in settings.findall(qn("w:updateFields")):
        settings.remove(update)
    return ganti(docx, {_BODY: _xml(root), _SETTINGS: _xml(settings)})


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _roman_bookmarks(root: etree._Element) -> set[str]:
    """Bookmarks in sections whose pages are numbered i, ii, iii."""
    roman: set[str] = set()
    here: list[str] = []
    for element in root.iter(qn("w:bookmarkStart"), qn("w:sectPr")):
        if element.tag == qn("w:bookmarkStart"):
            here.append(element.get(qn("w:name"), ""))
            continue
        numbering = element.find(qn("w:pgNumType"))
        if numbering is not None and numbering.get(qn("w:fmt")) == "lowerRoman":
            roman.update(here)
        here = []
    return roman


def _to_roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text
