"""The formula cells of a worksheet, found in its XML as bytes, and only when one lacks a stored value."""

from __future__ import annotations

import re
from html import unescape

from dak_excel.sheets.formats.formulatext import FormulaCell
from dak_excel.sheets.formats.sheet import column_number

_NO_VALUE = rb"\s*(?:<Pv\s*/>|<Pv>\s*</Pv>)?\s*</Pc>"
_CELL = rb'<Pc r="([A-Z]+)(\d+)"([^>]*)>\s*<Pf\b([^>]*?)(?:/>|>([^<]*)</Pf>)\s*(?:(<Pv[\s/>])([^<]*))?'


def formula_cells(xml: bytes, prefix: bytes, recalculated: bool) -> list[FormulaCell]:
    """All formula cells when at least one has no stored value, or none can be trusted; else empty.

    `prefix` is the namespace prefix of the elements with its colon.
    """

    def compiled(pattern: bytes) -> re.Pattern[bytes]:
        p = re.escape(prefix)
        return re.compile(pattern.replace(b"<P", b"<" + p).replace(b"/P", b"/" + p))

    ends = (rb"</Pf>", rb"<Pf\s[^>]*/>")
    if not recalculated and not any(compiled(end + _NO_VALUE).search(xml) for end in ends):
        return []
    return [_cell(match) for match in compiled(_CELL).finditer(xml)]


def _cell(match: re.Match[bytes]) -> FormulaCell:
    letters, row, cell, formula, text, stored, value = match.groups()
    return FormulaCell(
        row=int(row),
        column=column_number(letters.decode()),
        text=unescape((text or b"").decode("utf-8", "replace")),
        kind=_attribute(formula, b"t"),
        shared=_attribute(formula, b"si"),
        valued=bool(value) or (bool(stored) and _attribute(cell, b"t") == "str"),
    )


def _attribute(attributes: bytes, name: bytes) -> str:
    match = re.search(rb"(?:^|\s)" + name + rb"""=["']([^"']*)""", attributes)
    return match[1].decode("utf-8", "replace") if match else ""
