"""Cells of the sheets that we add. Text is always an inline string, so it is never a formula."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_LONGEST = 32_767  # characters that a cell holds (Excel specifications and limits)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SPECIAL = re.compile(f"[&<>]|_x|{_FORBIDDEN.pattern}")
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def clean(text: str) -> str:
    """Text as XML content: escaped, without characters that XML forbids."""
    if not _SPECIAL.search(text):
        return text
    return escape(_ESCAPE.sub("_x005F_", _FORBIDDEN.sub("", text)))


def text_cell(address: str, text: str, style: int) -> str:
    """A cell with text; an empty one keeps its style."""
    if not text:
        return f'<c r="{address}" s="{style}"/>'
    body = clean(text[: _LONGEST - 1])
    return f'<c r="{address}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{body}</t></is></c>'


def number_cell(address: str, value: float, style: int) -> str:
    """A cell with a number."""
    return f'<c r="{address}" s="{style}"><v>{value!r}</v></c>'


def quoted(text: str) -> str:
    """Text inside an attribute in double quotes."""
    return clean(text).replace('"', "&quot;").replace("\n", "&#10;")


def sheet_name(name: str) -> str:
    """A sheet's name as it stands in a reference: always in quotes."""
    doubled = name.replace("'", "''")
    return f"'{doubled}'"
