"""The shared strings of an OOXML workbook, and the escapes inside its texts.

Source: ECMA-376 part 1, 18.4 (shared strings), 22.9.2.19 (`_xHHHH_`).
"""

from __future__ import annotations

import io
import re

from lxml import etree

from dak_excel.sheets.formats.parse import local
from dak_excel.sheets.formats.refusal import damaged

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """UTF-16 units to text, half a pair to U+FFFD: `a_x000D_b` → `a\\rb`, `_x005F_x000D_` → `_x000D_`."""
    if "_x" not in text:
        return text
    units = _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def rich_text(element: etree._Element) -> str:
    """The text of a string item: its own, or its runs joined; phonetic guides are left out."""
    parts = []
    for child in element:
        name = local(child)
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            parts.extend(t.text or "" for t in child if local(t) == "t")
    return unescape("".join(parts))


def shared_strings(xml: bytes) -> list[str]:
    """All strings of a shared strings part, in order; empty without the part."""
    if not xml:
        return []
    found: list[str] = []
    try:
        for _, item in etree.iterparse(
            io.BytesIO(xml), events=("end",), tag="{*}si", resolve_entities=False, no_network=True
        ):
            found.append(rich_text(item))
            item.clear()
            while item.getprevious() is not None:
                del item.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise damaged() from error
    return found
