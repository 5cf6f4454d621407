"""SpreadsheetML 2003: the single XML file that older export programs write and call `.xls`.

Source: Microsoft's «XML Spreadsheet Reference» (Office 2003 XML schemas).
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from lxml import etree

from dak_excel.sheets.formats.archive import check_xml
from dak_excel.sheets.formats.limits import CELLS, COLUMNS, ROWS
from dak_excel.sheets.formats.numfmt import from_iso
from dak_excel.sheets.formats.parse import attribute, local
from dak_excel.sheets.formats.refusal import damaged, over_limit
from dak_excel.sheets.formats.sheet import RawSheet, tidy_number
from dak_excel.sheets.grid import Value

_TRUE = ("1", "true")
_HIDDEN_SHEETS = ("SheetHidden", "SheetVeryHidden")


@dataclass(slots=True)
class _Reader:
    """The sheets so far, and where in the last one the parse is."""

    sheets: list[RawSheet] = field(default_factory=list)
    row: int = 0
    column: int = 0
    cells: int = 0

    def take(self, event: str, element: etree._Element) -> None:
        name = local(element)
        if event == "start":
            if name == "Worksheet":
                self.sheets.append(RawSheet(attribute(element, "Name")))
                self.row = self.column = 0
            return
        if not self.sheets:
            return
        if name == "Column":
            self.take_column(element)
        elif name == "Row":
            self.take_row(element)
            element.clear()
        elif name == "Visible" and element.text in _HIDDEN_SHEETS:
            self.sheets[-1].hidden = True

    def take_column(self, element: etree._Element) -> None:
        self.column = _number(element, "Index", self.column + 1)
        last = min(self.column + _number(element, "Span", 0), COLUMNS)
        if attribute(element, "Hidden") in _TRUE:
            self.sheets[-1].hidden_columns.update(range(self.column, last + 1))
        self.column = last

    def take_row(self, element: etree._Element) -> None:
        self.row = _number(element, "Index", self.row + 1)
        last = self.row + _number(element, "Span", 0)
        if last > ROWS:
            raise damaged()
        if attribute(element, "Hidden") in _TRUE:
            self.sheets[-1].hidden_rows.update(range(self.row, min(last, self.row + COLUMNS) + 1))
        column = 0
        for cell in element:
            if local(cell) == "Cell":
                column = self.take_cell(cell, column + 1)
        self.row = last

    def take_cell(self, cell: etree._Element, column: int) -> int:
        """Takes up a cell; the last column that it covers."""
        column = _number(cell, "Index", column)
        across, down = _number(cell, "MergeAcross", 0), _number(cell, "MergeDown", 0)
        if column + across > COLUMNS:
            raise damaged()
        sheet = self.sheets[-1]
        if across or down:
            sheet.merges.append((self.row, column, self.row + down, column + across))
        data = next((child for child in cell if local(child) == "Data"), None)
        value = _value(data) if data is not None else None
        if value is not None:
            self.cells += sheet.put(self.row, column, value)
            if self.cells > CELLS:
                raise over_limit("jumlah sel", f"{CELLS // 1_000_000} juta")
        elif formula := attribute(cell, "Formula"):
            sheet.unvalued[self.row, column] = formula
        return column + across


def read_xml2003(data: bytes) -> tuple[list[RawSheet], list[str]]:
    """The sheets of a SpreadsheetML 2003 file. Raises Refusal."""
    reader = _Reader()
    try:
        for event, element in etree.iterparse(
            io.BytesIO(check_xml(data)),
            events=("start", "end"),
            tag=("{*}Worksheet", "{*}Column", "{*}Row", "{*}Visible"),
            resolve_entities=False,
            no_network=True,
            remove_comments=True,
        ):
            reader.take(event, element)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    return reader.sheets, []


def _number(element: etree._Element, name: str, otherwise: int) -> int:
    given = attribute(element, name)
    return int(given) if given.isascii() and given.isdigit() and len(given) < 8 else otherwise


def _value(data: etree._Element) -> Value:
    """The value of a `Data` element by its type; rich text is HTML inside it."""
    text = "".join(map(str, data.itertext()))
    if not text:
        return None
    kind = attribute(data, "Type")
    if kind == "Number":
        try:
            return tidy_number(float(text))
        except ValueError:
            return text
    if kind == "DateTime":
        return from_iso(text)
    if kind == "Boolean":
        return text in _TRUE
    return text
