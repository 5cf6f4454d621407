"""Page numbers of a finished document's table of contents, from LibreOffice's layout of a copy.

Our document itself never passes through LibreOffice: a copy does, which asks for the page of each heading;
the answers are written into the PAGEREF fields that `daftar_isi` has left open.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree
from PIL import Image

from dak_excel.reports.word import libreoffice
from dak_excel.reports.word.contents_page import PENANDA
from dak_excel.reports.word.package import replace_parts

_BODY, _SETTINGS = "word/document.xml", "word/settings.xml"
_FIELD = ("begin", "separate", "end")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def with_page_numbers(berkas: Mapping[str, bytes]) -> dict[str, bytes]:
    """The documents with the page numbers of their headings; those that could not be laid out are missing.

    LibreOffice now and then ends without its work done; what is missing is tried once more, with a
    new profile.
    """
    if libreoffice.find_soffice() is None:
        return {}
    done = _laid_out(berkas)
    if left := {name: docx for name, docx in berkas.items() if name not in done}:
        libreoffice.new_profile()
        done |= _laid_out(left)
    return done


def _laid_out(berkas: Mapping[str, bytes]) -> dict[str, bytes]:
    done = {}
    for name, laid in libreoffice.convert(
        {name: _asking(docx) for name, docx in berkas.items()}, "docx"
    ).items():
        pages = _pages(laid)
        if pages and (numbered := _number(berkas[name], pages)):
            done[name] = numbered
    return done


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
            name = words[1] if words[:1] == ["PAGEREF"] and words[1].startswith(PENANDA) else name
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
    _cut(body, set(names))
    for name in names:
        code = f'<w:r><w:instrText xml:space="preserve"> PAGEREF {name} \\h </w:instrText></w:r>'
        begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in _FIELD)
        question = f"{begin}{code}{separate}<w:r><w:t>?</w:t></w:r>{end}"
        body[-1].addprevious(parse_xml(f"<w:p {nsdecls('w')}>{question}</w:p>"))
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        photos = dict.fromkeys(
            (n for n in package.namelist() if n.endswith((".jpg", ".jpeg"))), _blank_jpeg()
        )
    return replace_parts(docx, {_BODY: _xml(root), **photos})


def _cut(body: etree._Element, asked: set[str]) -> None:
    """Drops what follows the first table behind the last heading or caption: it moves none any more."""
    marks = [m for m in body.iter(qn("w:bookmarkStart")) if m.get(qn("w:name")) in asked]
    heading = next(marks[-1].iterancestors(qn("w:p"))) if marks else None
    if heading is None or heading.getparent() is not body:
        return
    table = next(heading.itersiblings(qn("w:tbl")), None)
    for element in list(table.itersiblings()) if table is not None else []:
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
    return replace_parts(docx, {_BODY: _xml(root), _SETTINGS: _xml(settings)})


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
