"""A worksheet read by parsing its XML: for sheets that calamine refuses or cannot hold.

Several times slower than calamine, but it takes cells without addresses, cells far apart, prefixed and
strict namespaces, and says nothing it did not read. Source: ECMA-376 part 1, 18.3.1.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from dak_excel.sheets.formats.formulatext import FormulaCell
from dak_excel.sheets.formats.limits import CELLS, COLUMNS, ROWS
from dak_excel.sheets.formats.numfmt import Looks, from_iso, from_serial
from dak_excel.sheets.formats.parse import local
from dak_excel.sheets.formats.refusal import Refusal, damaged, over_limit
from dak_excel.sheets.formats.sheet import RawSheet, cell_address, rectangle, spans, tidy_number
from dak_excel.sheets.formats.strings import rich_text, unescape
from dak_excel.sheets.grid import Value

_TRUE = ("1", "true")


@dataclass(slots=True)
class Shared:
    """What the cells of all sheets refer to."""

    strings: Sequence[str] = ()
    looks: Sequence[Looks] = ()
    date1904: bool = False


@dataclass(slots=True)
class _Reader:
    sheet: RawSheet
    shared: Shared
    formulas: list[FormulaCell] = field(default_factory=list)
    row: int = 0
    cells: int = 0

    def take_row(self, element: etree._Element) -> None:
        given = element.get("r", "")
        self.row = int(given) if given.isdigit() else self.row + 1
        if not 0 < self.row <= ROWS:
            raise damaged()
        if element.get("hidden") in _TRUE:
            self.sheet.hidden_rows.add(self.row)
        column = 0
        for cell in element:
            if local(cell) != "c":
                continue
            given = cell.get("r", "")
            place = cell_address(given)
            row, column = place or (self.row, column + 1)
            if column > COLUMNS or (given and not place):
                raise damaged()
            self.take_cell(cell, row, column)

    def take_cell(self, cell: etree._Element, row: int, column: int) -> None:
        children = {local(child): child for child in cell}
        value = self.value(cell, children)
        if value is not None and value != "":
            self.cells += self.sheet.put(row, column, value)
            if self.cells > CELLS:
                raise over_limit("jumlah sel", f"{CELLS // 1_000_000} juta")
        formula = children.get("f")
        if formula is not None:
            stored = children.get("v")
            has_value = stored is not None and (bool(stored.text) or cell.get("t") == "str")
            self.formulas.append(
                FormulaCell(
                    row=row,
                    column=column,
                    text=formula.text or "",
                    kind=formula.get("t", ""),
                    shared=formula.get("si", ""),
                    valued=has_value,
                )
            )

    def value(self, cell: etree._Element, children: dict[str, etree._Element]) -> Value:
        kind = cell.get("t", "n")
        if (inline := children.get("is")) is not None:
            return rich_text(inline) or None
        stored = children.get("v")
        text = stored.text if stored is not None else None
        if not text:
            return None
        if kind == "s":
            return self.shared_string(text)
        if kind in ("str", "e"):
            return unescape(text)
        if kind == "b":
            return text.strip() in _TRUE
        if kind == "d":
            return from_iso(text)
        return self.number(text, cell.get("s", ""))

    def shared_string(self, text: str) -> str | None:
        try:
            return self.shared.strings[int(text)] or None
        except (ValueError, IndexError):
            raise Refusal(
                "sebagian teksnya hilang dari berkas",
                "bukalah di Excel, terima perbaikan yang ditawarkan, lalu simpan ulang",
            ) from None

    def number(self, text: str, style: str) -> Value:
        try:
            number = float(text)
        except ValueError:
            return text
        at = int(style) if style.isdigit() else 0
        looks = self.shared.looks[at] if at < len(self.shared.looks) else Looks.NUMBER
        value = from_serial(number, looks, self.shared.date1904)
        return tidy_number(value) if isinstance(value, float) else value


def read_sheet(xml: bytes, sheet: RawSheet, shared: Shared) -> list[FormulaCell]:
    """Fills `sheet` from a worksheet's XML; its formula cells. Raises Refusal when it is damaged."""
    reader = _Reader(sheet, shared)
    pairs: list[tuple[int, int]] = []
    try:
        for _, element in etree.iterparse(
            io.BytesIO(xml),
            events=("end",),
            tag=("{*}row", "{*}col", "{*}mergeCell"),
            resolve_entities=False,
            no_network=True,
            remove_comments=True,
        ):
            name = local(element)
            if name == "row":
                reader.take_row(element)
                _forget(element)
            elif name == "col" and element.get("hidden") in _TRUE:
                pairs.append((int(element.get("min", "0")), int(element.get("max", "0"))))
            elif name == "mergeCell" and (merge := rectangle(element.get("ref", ""))):
                sheet.merges.append(merge)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    sheet.hidden_columns |= spans(pairs)
    return reader.formulas


def _forget(element: etree._Element) -> None:
    """Frees a row that has been read."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
