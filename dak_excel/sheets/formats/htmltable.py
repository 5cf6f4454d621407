"""HTML that calls itself `.xls`, as SIPD and other web applications export it: the tables of the page.

As in Excel, the page becomes one sheet: tables one below another, with the text between them in the first
column. Values stay text, except where the page itself gives the number beside it (`x:num` of Excel, `sdval`
of LibreOffice).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from dak_excel.sheets.formats.limits import CELLS, COLUMNS, DEPTH, ROWS, TEXT_CHARACTERS
from dak_excel.sheets.formats.numfmt import Looks, from_serial, looks
from dak_excel.sheets.formats.refusal import damaged, no_table, over_limit
from dak_excel.sheets.formats.sheet import RawSheet, tidy_number
from dak_excel.sheets.grid import Value

_SKIPPED = frozenset(("script", "style", "head", "title", "template", "noscript", "svg", "object", "iframe"))
_BREAKS = frozenset(("br", "p", "div", "li", "tr", "h1", "h2", "h3"))
_SHEET_NAME = re.compile(r"<x:Name>\s*([^<]{1,31}?)\s*</x:Name>", re.IGNORECASE)
_LOGIN = re.compile(r"""<input[^>]+type\s*=\s*["']?password""", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_NUMBER_LIKE = re.compile(r"[\sRp.,()%\d-]*")
_WIDEST_SPAN = 1_000  # colspan's most in the HTML standard
_TALLEST_SPAN = 65_534  # rowspan's


@dataclass(slots=True)
class _Page:
    """The sheet as it grows; `taken` are cells that a row span from above reaches into."""

    sheet: RawSheet
    row: int = 0
    cells: int = 0
    taken: set[tuple[int, int]] = field(default_factory=set)
    spanned: int = 0

    def put(self, row: int, column: int, value: Value) -> None:
        if row > ROWS or column > COLUMNS:
            raise over_limit("jumlah baris atau kolom", "1.048.576 baris × 16.384 kolom")
        self.count(self.sheet.put(row, column, value))

    def count(self, more: int) -> None:
        self.cells += more
        if self.cells > CELLS:
            raise over_limit("jumlah sel", f"{CELLS // 1_000_000} juta")


def read_html(text: str, name: str) -> list[RawSheet]:
    """The page as one sheet. Raises Refusal when it has no table."""
    given = _SHEET_NAME.search(text)
    page = _Page(RawSheet(given[1] if given else name))
    from lxml import (
        html,
    )  # late: few files are web pages, and it takes longer to load than most of them to read

    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise damaged() from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise over_limit("kedalaman susunan halaman", f"{DEPTH} tingkat")  # the rest was left out
    if next(root.iter("table"), None) is None:
        if _LOGIN.search(text):
            raise no_table(
                "halaman masuk (login) sebuah situs",
                "masuklah dahulu ke situs itu, unduh ulang berkasnya, lalu masukkan lagi",
            )
        raise no_table("halaman web tanpa tabel", "unduh ulang berkasnya, atau simpan sebagai .xlsx")
    body = root.find("body")
    _walk(root if body is None else body, page)
    return [page.sheet]


def _walk(element: etree._Element, page: _Page) -> None:
    """Takes up a piece of the page: a table, or text with tables among it."""
    if element.tag in _SKIPPED or not isinstance(element.tag, str):
        return
    if element.tag == "table":
        _table(element, page)
    elif next(element.iter("table"), None) is None:
        _lines(_text(element), page)
    else:
        _lines(element.text or "", page)
        for child in element:
            _walk(child, page)
            _lines(child.tail or "", page)


def _lines(text: str, page: _Page) -> None:
    """Text between tables: each line a row, in the first column."""
    for line in text.splitlines():
        if words := " ".join(line.split()):
            page.row += 1
            page.put(page.row, 1, words)


def _table(table: etree._Element, page: _Page) -> None:
    """A table below what is there already. A row that holds tables itself is layout: its cells are walked."""
    page.row += 1 if page.row else 0
    page.taken.clear()
    for line in _rows(table):
        if next(line.iter("table"), None) is not None:
            for cell in line:
                _walk(cell, page)
            page.taken.clear()
            continue
        page.row += 1
        if _HIDDEN.search(line.get("style", "")):
            page.sheet.hidden_rows.add(page.row)
        column = 1
        for cell in line.iterchildren("td", "th"):
            while (page.row, column) in page.taken:
                column += 1
            column += _cell(cell, page, column)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """A table's own rows, not those of tables inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("tr")


def _cell(cell: etree._Element, page: _Page, column: int) -> int:
    """Takes up a cell; the number of columns that it spans."""
    across = _span(cell, "colspan", _WIDEST_SPAN)
    down = _span(cell, "rowspan", _TALLEST_SPAN)
    value = _value(cell)
    if value is not None:
        page.put(page.row, column, value)
    if across > 1 or down > 1:
        page.sheet.merges.append((page.row, column, page.row + down - 1, column + across - 1))
    if down > 1:
        page.count(across * (down - 1))
        page.taken.update((page.row + r, column + c) for r in range(1, down) for c in range(across))
    return across


def _span(cell: etree._Element, name: str, most: int) -> int:
    given = cell.get(name, "1").strip()
    return min(max(int(given), 1), most) if given.isascii() and given.isdigit() else 1


def _value(cell: etree._Element) -> Value:
    """A cell's text, or the number that stands beside it; None when blank."""
    lines = (" ".join(line.split()) for line in _text(cell).splitlines())
    text = "\n".join(line for line in lines if line)
    if len(text) > TEXT_CHARACTERS:
        raise over_limit("panjang teks dalam satu sel", "131.072 karakter")
    given = cell.get("sdval") or cell.get("x:num")
    if given and text:
        try:
            number = float(given)
        except ValueError:
            return text
        shown = looks(cell.get("sdnum", "").split(";", 2)[-1])
        if cell.get("sdval") and shown is not Looks.NUMBER:
            return from_serial(number, shown)
        if _NUMBER_LIKE.fullmatch(text):
            return tidy_number(number)
    return text or None


def _text(element: etree._Element) -> str:
    """The text inside an element, with a new line at each break."""
    parts: list[str] = []

    def gather(node: etree._Element) -> None:
        if node.tag in _SKIPPED or not isinstance(node.tag, str):
            return
        if node.tag in _BREAKS:
            parts.append("\n")
        parts.append(_spaced(node.text))
        for child in node:
            gather(child)
            parts.append(_spaced(child.tail))

    gather(element)
    return "".join(parts)


def _spaced(text: str | None) -> str:
    """Text as a browser flows it: line ends of the source are spaces."""
    return re.sub(r"[\s\u00a0]+", " ", text) if text else ""
