"""Dates in spreadsheets: which number formats mean a date, and serial numbers as dates.

Source: ECMA-376 part 1, 18.8.30 (built-in formats) and 18.8.31 (format codes).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import IntEnum

from dak_excel.sheets.formats.parse import every, tree
from dak_excel.sheets.grid import Value


class Looks(IntEnum):
    """What a cell's number format makes of its number."""

    NUMBER = 0
    DATE = 1
    DURATION = 2


_BUILTIN_DATES = frozenset({*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)})
_BUILTIN_DURATION = 46
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')
_DURATION = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_BRACKET = re.compile(r"\[[^\]]*\]")
_WORD = re.compile(r"General|Standard", re.IGNORECASE)
_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)


def looks(code: str) -> Looks:
    """What a format code shows: `[$-421]dd mmmm yyyy` a date, `0 "hari"` a number, `[h]:mm` a duration."""
    first = _LITERAL.sub("", code).split(";", 1)[0]
    if _DURATION.search(first):
        return Looks.DURATION
    plain = _WORD.sub("", _BRACKET.sub("", first))
    return Looks.DATE if _DATE.search(plain) else Looks.NUMBER


def builtin(number: int) -> Looks:
    """What a built-in format shows."""
    if number == _BUILTIN_DURATION:
        return Looks.DURATION
    return Looks.DATE if number in _BUILTIN_DATES else Looks.NUMBER


def cell_looks(styles: bytes) -> list[Looks]:
    """For each cell format (`cellXfs/xf`) of a styles part, what it shows; empty without the part."""
    if not styles:
        return []
    root = tree(styles)
    custom: Mapping[int, str] = {
        int(e.get("numFmtId", "-1")): e.get("formatCode", "") for e in every(root, "numFmt")
    }
    found: list[Looks] = []
    for formats in every(root, "cellXfs"):
        for xf in every(formats, "xf"):
            number = int(xf.get("numFmtId", "0"))
            found.append(looks(custom[number]) if number in custom else builtin(number))
    return found


_DAY = 86_400
_EPOCH = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_LAST = 2_958_466
_DAYS_TO_1904 = 1_462
_FALSE_LEAP_DAY = 60  # Excel counts a 29 February 1900 that never was


def from_serial(serial: float, shows: Looks, date1904: bool = False) -> Value:
    """A serial number as date, datetime, time (below one day) or timedelta; the number where none fits."""
    if shows is Looks.NUMBER or not -_LAST < serial < _LAST:
        return serial
    span = timedelta(milliseconds=round(serial * _DAY * 1000))
    if shows is Looks.DURATION:
        return span
    if serial < 0 or (date1904 and serial >= _LAST - _DAYS_TO_1904):
        return serial
    if serial < 1:
        return (datetime.min + span).time()
    if date1904:
        moment = _EPOCH_1904 + span
    else:
        moment = _EPOCH + span + (timedelta(days=1) if serial < _FALSE_LEAP_DAY else timedelta())
    return moment if moment.time() != time() else moment.date()


def from_iso(text: str) -> Value:
    """An ISO 8601 date, time or both (cells of type `d`, OpenDocument dates); the text where none fits.

    Midnight is no time of day: such a moment is a date.
    """
    bare = text.strip().removesuffix("Z")
    try:
        return date.fromisoformat(bare)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(bare)
        return moment if moment.time() != time() else moment.date()
    except ValueError:
        pass
    try:
        return time.fromisoformat(bare)
    except ValueError:
        return text
