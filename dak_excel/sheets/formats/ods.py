"""OpenDocument spreadsheets: `.ods` (zip) and `.fods` (one flat XML file), read by parsing.

Calamine reads their values, but neither merges nor hidden rows, and expands repeated cells without limit; a
parse gives all at about the same speed. Source: OpenDocument 1.3 part 3, 9 (spreadsheets), 19 (attributes).
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from datetime import time, timedelta

from lxml import etree

from dak_excel.sheets.formats import notes
from dak_excel.sheets.formats.archive import Archive, check_xml
from dak_excel.sheets.formats.formulas import Work, fill
from dak_excel.sheets.formats.formulatext import FormulaCell
from dak_excel.sheets.formats.limits import CELLS, COLUMNS, ROWS, SHEETS
from dak_excel.sheets.formats.numfmt import from_iso
from dak_excel.sheets.formats.refusal import damaged, encrypted, over_limit
from dak_excel.sheets.formats.sheet import RawSheet, Row, tidy_number
from dak_excel.sheets.grid import ERRORS, Value

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CALCEXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"

_CELL, _COVERED = f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"
_COLUMNS_REPEATED, _ROWS_REPEATED = f"{_TABLE}number-columns-repeated", f"{_TABLE}number-rows-repeated"
_COLUMNS_SPANNED, _ROWS_SPANNED = f"{_TABLE}number-columns-spanned", f"{_TABLE}number-rows-spanned"
_VALUE_TYPE, _VALUE, _FORMULA = f"{_OFFICE}value-type", f"{_OFFICE}value", f"{_TABLE}formula"
_HIDDEN = ("collapse", "filter")
_PERIOD = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?")
_OPEN_FORMULA = re.compile(r"^(?:of|oooc|msoxl):=?|^=")
_OPEN_REFERENCE = re.compile(r"\[\.?([^\].]*?)(?::\.?([^\]]*?))?\]")
_TAGS = (
    *(f"{_TABLE}{name}" for name in ("table", "table-row", "table-column", "tracked-changes")),
    f"{_STYLE}style",
)


@dataclass(slots=True)
class _Open:
    """The table that is being read."""

    sheet: RawSheet
    row: int = 0
    column: int = 0
    formulas: list[FormulaCell] = field(default_factory=list)
    filtered: bool = False


@dataclass(slots=True)
class _Reader:
    """What the parse has gathered so far. The first three: whether the file has such cells anywhere."""

    spans: bool
    formulas: bool
    errors: bool
    sheets: list[RawSheet] = field(default_factory=list)
    tables: list[_Open] = field(default_factory=list)
    invisible: set[str] = field(default_factory=set)
    cells: int = 0
    work: Work = field(default_factory=Work)

    def start_table(self, element: etree._Element) -> None:
        name = element.get(f"{_TABLE}name", "")
        hidden = element.get(f"{_TABLE}style-name", "") in self.invisible
        self.tables.append(_Open(RawSheet(name, hidden=hidden)))

    def end_table(self) -> None:
        table = self.tables.pop()
        if self.tables:  # a table inside a cell or a shape
            return
        if table.formulas:
            fill(table.sheet, table.formulas, self.work, filtered=table.filtered)
        self.sheets.append(table.sheet)
        if len(self.sheets) > SHEETS:
            raise over_limit("jumlah lembar", str(SHEETS))

    def take_column(self, element: etree._Element) -> None:
        table = self.tables[-1]
        count = _count(element, _COLUMNS_REPEATED, COLUMNS)
        if element.get(f"{_TABLE}visibility") in _HIDDEN:
            last = min(table.column + count, COLUMNS)
            table.sheet.hidden_columns.update(range(table.column + 1, last + 1))
        table.column += count

    def take_row(self, element: etree._Element) -> None:
        table = self.tables[-1]
        count = _count(element, _ROWS_REPEATED, ROWS)
        first = table.row + 1
        table.row = min(table.row + count, ROWS)
        if len(self.tables) > 1 or first > ROWS:
            return
        cells = self.cells_of(element, table, first)
        if cells:
            self.cells += len(cells) * count
            if self.cells > CELLS:
                raise over_limit("jumlah sel", f"{CELLS // 1_000_000} juta")
            rows = table.sheet.rows
            rows.extend([] for _ in range(first - 1 - len(rows)))
            rows.extend(list(cells) for _ in range(table.row - first + 1))
        visibility = element.get(f"{_TABLE}visibility")
        if visibility in _HIDDEN:
            table.filtered |= visibility == "filter"
            last = table.row if cells else min(table.row, first + COLUMNS)
            table.sheet.hidden_rows.update(range(first, last + 1))

    def cells_of(self, element: etree._Element, table: _Open, row: int) -> Row:
        """The values of a row, without blanks at the end."""
        cells: Row = []
        column = 1
        noted = self.spans or self.formulas
        for cell in element:
            if cell.tag not in (_CELL, _COVERED):
                continue
            repeated = cell.get(_COLUMNS_REPEATED)
            count = 1 if repeated is None else _count(cell, _COLUMNS_REPEATED, COLUMNS)
            value = self.value(cell)
            if value is not None and value != "":
                if column + count - 1 > COLUMNS:
                    raise damaged()
                if len(cells) < column - 1:
                    cells.extend([None] * (column - 1 - len(cells)))
                cells.extend([value] * count)
            if noted:
                self.notes_of(cell, table, (row, column))
            column += count
        return cells

    def value(self, cell: etree._Element) -> Value:
        """The value of a cell by its type."""
        kind = cell.get(_VALUE_TYPE)
        if kind is None:
            return _text(cell) if len(cell) else None
        if self.errors and cell.get(f"{_CALCEXT}value-type") == "error":
            shown = _text(cell).strip()
            return shown if shown in ERRORS else "#ERROR!"
        if kind == "string":
            given = cell.get(f"{_OFFICE}string-value")
            return given if given is not None else _text(cell)
        if kind in ("float", "currency", "percentage"):
            return _number(cell.get(_VALUE, ""))
        if kind == "date":
            return from_iso(cell.get(f"{_OFFICE}date-value", ""))
        if kind == "time":
            return _period(cell.get(f"{_OFFICE}time-value", ""))
        if kind == "boolean":
            return cell.get(f"{_OFFICE}boolean-value") == "true"
        return _text(cell)

    def notes_of(self, cell: etree._Element, table: _Open, place: tuple[int, int]) -> None:
        """The merge that a cell begins, and its formula."""
        row, column = place
        across = _count(cell, _COLUMNS_SPANNED, COLUMNS)
        down = _count(cell, _ROWS_SPANNED, ROWS)
        if across > 1 or down > 1:
            table.sheet.merges.append((row, column, row + down - 1, column + across - 1))
        formula = cell.get(_FORMULA)
        if formula is not None:
            kind = "array" if cell.get(f"{_TABLE}number-matrix-rows-spanned") else ""
            valued = cell.get(_VALUE_TYPE) is not None
            table.formulas.append(FormulaCell(row, column, _plain_formula(formula), kind, valued=valued))


def read_ods(archive: Archive) -> tuple[list[RawSheet], list[str]]:
    """The sheets of a zipped OpenDocument spreadsheet, and notes. Raises Refusal."""
    manifest = archive.read_xml("META-INF/manifest.xml")
    if b"encryption-data" in manifest:
        raise encrypted()
    content = archive.read_xml("content.xml")
    if not content:
        raise damaged()
    found = []
    if "META-INF/documentsignatures.xml" in archive:
        found.append(notes.BERTANDA_TANGAN)
    if any(
        n.startswith(("basic/", "scripts/")) and not n.endswith(("-lc.xml", "-lb.xml")) for n in archive.names
    ):
        found.append(notes.MAKRO)
    return _read(content), found


def read_fods(data: bytes) -> tuple[list[RawSheet], list[str]]:
    """The sheets of a flat OpenDocument spreadsheet. Raises Refusal."""
    return _read(check_xml(data)), []


def _read(content: bytes) -> list[RawSheet]:
    reader = _Reader(
        spans=b"-spanned=" in content, formulas=b":formula=" in content, errors=b'"error"' in content
    )
    deleted = 0
    try:
        events = etree.iterparse(
            io.BytesIO(content),
            events=("start", "end"),
            tag=_TAGS,
            resolve_entities=False,
            no_network=True,
            remove_comments=True,
        )
        for event, element in events:
            name = str(element.tag).rpartition("}")[2]
            if name == "tracked-changes":
                deleted += 1 if event == "start" else -1
            elif deleted:
                continue
            elif name == "table":
                reader.start_table(element) if event == "start" else reader.end_table()
            elif event == "end":
                if name == "style":
                    _note_style(element, reader.invisible)
                elif name == "table-column" and reader.tables:
                    reader.take_column(element)
                elif name == "table-row" and reader.tables:
                    reader.take_row(element)
                    _forget(element, reader)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    return reader.sheets


def _forget(element: etree._Element, reader: _Reader) -> None:
    """Frees a row that has been read; one inside a cell is still needed for that cell's text."""
    if len(reader.tables) == 1:
        element.clear()
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _note_style(element: etree._Element, invisible: set[str]) -> None:
    """Remembers the table styles whose sheets are not displayed."""
    for properties in element.iterchildren(f"{_STYLE}table-properties"):
        if properties.get(f"{_TABLE}display") == "false":
            invisible.add(element.get(f"{_STYLE}name", ""))


def _count(element: etree._Element, name: str, most: int) -> int:
    """A repetition or span: 1 when absent or nonsense, at most `most`."""
    given = element.get(name, "1")
    return min(max(int(given), 1), most) if given.isascii() and given.isdigit() else 1


def _number(text: str) -> Value:
    try:
        return tidy_number(float(text))
    except ValueError:
        return text


def _period(text: str) -> Value:
    """`PT09H30M00S` → 09:30; more than a day → timedelta; anything else as it is."""
    match = _PERIOD.fullmatch(text)
    if not match:
        return text
    days, hours, minutes = (int(n or 0) for n in match.groups()[1:4])
    seconds = float((match[5] or "0").replace(",", "."))
    try:
        span = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    except OverflowError:
        return text
    if match[1]:
        return -span
    if span >= timedelta(days=1):
        return span
    whole = span.seconds
    return time(whole // 3600, whole // 60 % 60, whole % 60, span.microseconds)


def _text(cell: etree._Element) -> str:
    """The paragraphs of a cell, one a line; comments and shapes are not part of it."""
    if len(cell) == 1 and not len(cell[0]) and cell[0].tag == f"{_TEXT}p":
        return cell[0].text or ""
    return "\n".join(_paragraph(p) for p in cell.iterchildren(f"{_TEXT}p"))


def _paragraph(element: etree._Element) -> str:
    """The text of a paragraph or of what stands inside it."""
    parts = [element.text or ""]
    for child in element:
        name = str(child.tag).rpartition("}")[2]
        if name == "s":
            count = child.get(f"{_TEXT}c", "1")
            parts.append(" " * min(int(count) if count.isdigit() else 1, 1000))
        elif name == "tab":
            parts.append("\t")
        elif name == "line-break":
            parts.append("\n")
        elif name not in ("annotation", "note", "ruby-text"):
            parts.append(_paragraph(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _plain_formula(text: str) -> str:
    """`of:=SUM([.A1:.B2])` → `SUM(A1:B2)`; references to other sheets keep their brackets."""
    text = _OPEN_FORMULA.sub("", text)

    def plain(match: re.Match[str]) -> str:
        return f"{match[1]}:{match[2]}" if match[2] else match[1]

    return _OPEN_REFERENCE.sub(plain, text)
