"""The condition under which a mark shows: the cell still holds the value that was found.

`N("dak_excel")` is always 0; it makes our rules recognisable after any program has saved them.
A string literal in a formula holds at most 255 characters (Excel specifications and limits), so of a longer
text its length and its head are compared.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from dak_excel.sheets.grid import ERRORS, Value

TOKEN = "dak_excel"
SIGN = f'N("{TOKEN}")=0'
_LONGEST = 250
_ASTRAL = "\U0001f600"
_SECOND = "0.00001"  # about one second, in days
_EPOCH = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
_LEAP_BUG = 60  # Excel's 1900 has a 29 February, as serial 60


def unchanged(cell: str, value: Value, *, year_1904: bool = False) -> str:
    """A formula, without its `=`, that is true while the cell holds this value."""
    return f"AND({SIGN},{_condition(cell, value, year_1904)})"


def serial(value: date | datetime | time | timedelta, *, year_1904: bool = False) -> float:
    """A date or time as Excel counts it, in days."""
    if isinstance(value, timedelta):
        return value / timedelta(days=1)
    if isinstance(value, time):
        return (
            timedelta(hours=value.hour, minutes=value.minute, seconds=value.second) / timedelta(days=1)
            + value.microsecond / 86_400_000_000
        )
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    if year_1904:
        return (moment.replace(tzinfo=None) - _EPOCH_1904) / timedelta(days=1)
    days = (moment.replace(tzinfo=None) - _EPOCH) / timedelta(days=1)
    return days if days > _LEAP_BUG else days - 1


def _condition(cell: str, value: Value, year_1904: bool) -> str:
    if value is None or value == "":
        return f"LEN({cell})=0"
    if isinstance(value, bool):
        # LibreOffice 7.4 dies when it prints a cell whose rule has read a truth value, so there the rule
        # only asks whether anything is in the cell; it counts characters, Excel counts UTF-16 units
        same = f"{cell}={'TRUE' if value else 'FALSE'}"
        return f'IF(LEN("{_ASTRAL}")=2,AND(LEN({cell})>0,{same}),COUNTA({cell})=1)'
    if isinstance(value, int | float):
        return f"ISNUMBER({cell}),{cell}={_number(value)}"
    if isinstance(value, str):
        return f"ISERROR({cell})" if value in ERRORS else _text(cell, value)
    days = serial(value, year_1904=year_1904)
    return f"ISNUMBER({cell}),ABS({cell}-{_number(days)})<{_SECOND}"


def _number(value: float) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return repr(value).upper()


def _text(cell: str, value: str) -> str:
    """Blanks at the ends, doubled blanks and line breaks are not told apart: programs differ in them."""
    plain = "".join(c for c in value if c >= " ")
    inner = cell if plain == value else f"CLEAN({cell})"
    trimmed = " ".join(plain.split(" ")).strip(" ")
    trimmed = " ".join(word for word in trimmed.split(" ") if word)
    if not trimmed:
        return f"LEN(TRIM({inner}))=0"
    if len(trimmed) <= _LONGEST and _units(trimmed) <= _LONGEST:
        return f"EXACT(TRIM({inner}),{_literal(trimmed)})"
    head = trimmed[:_LONGEST]
    while _units(head) > _LONGEST:
        head = head[:-1]
    lengths = {len(trimmed), _units(trimmed)}  # Excel counts UTF-16 units, LibreOffice characters
    heads = {len(head), _units(head)}
    long = ",".join(f"LEN(TRIM({inner}))={n}" for n in sorted(lengths))
    same = ",".join(f"EXACT(LEFT(TRIM({inner}),{n}),{_literal(head)})" for n in sorted(heads))
    return f"OR({long}),OR({same})"


def _literal(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
