"""What a value parser answers, and the cleaning of cell text that all parsers share.

Every parser takes a cell's value as stored and gives the typed value, None for a blank cell, or
`Bad` for a cell with something in it that cannot be taken at its word. No parser raises.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import NamedTuple

from dak_excel.sheets.grid import ERRORS, Value


class Bad(NamedTuple):
    """An unreadable value: the data rule it breaks, and which wording of its message fits."""

    ketentuan: str
    varian: str = ""
    trace: str = ""
    """Where in the code it went wrong, of a cell that the program itself fell over."""


GALAT = Bad("DATA-GALAT")
"""An error cell: `#REF!` and its kin."""

DASHES = frozenset({"-", "–", "—", "--", "---", "‐", "−", "nihil", "nil", "n/a"})
"""What people put into a cell to say that there is nothing."""

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]|_x000[dD]_")
_PLACEHOLDER = re.compile(r"[.…_\s:]+")


def clean(text: str) -> str:
    """One line without invisible characters, doubled spaces or a leading apostrophe."""
    if text.isascii() and text.isalnum():
        return text
    if not text.isascii() or "_x000" in text:
        text = _INVISIBLE.sub("", text)
    line = " ".join(text.split())
    if line[:1] in ("'", "`"):
        return line[1:].lstrip()
    return text if line == text else line  # the cell's own object: memory for one of the two


def is_blank_text(text: str) -> bool:
    """Whether a cleaned text says nothing: empty, a dash, `nihil`, or dots left to be filled in."""
    if not text:
        return True
    if text[0].isalnum():
        return len(text) <= 5 and text.lower() in DASHES
    return text in DASHES or _PLACEHOLDER.fullmatch(text) is not None


def is_error(text: str) -> bool:
    """Whether a cleaned text is a spreadsheet error; LibreOffice writes `Err:502`."""
    return text[:1] in ("#", "E") and (text.upper() in ERRORS or text[:4] == "Err:")


def is_blank(value: Value) -> bool:
    """Whether a cell says nothing (see `is_blank_text`)."""
    return value is None or (isinstance(value, str) and is_blank_text(clean(value)))


def date_text(day: date) -> str:
    """`2023-06-12`, with the time of day only where there is one: for a date in a text column."""
    if isinstance(day, datetime) and (day.hour or day.minute):
        return day.strftime("%Y-%m-%d %H:%M")
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"
