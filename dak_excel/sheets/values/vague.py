"""Times that only say when about: a week of a month, the start of a month, a quarter, a half-year.

They are taken for the whole months that they lie in, as `Juni 2023` is: which days are meant is not guessed.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from dak_excel.sheets.tabel import Span

_NTH = r"(?:i{1,3}|iv|v|[1-5]|pertama|kedua|ketiga|keempat|kelima|terakhir)"
_WEEK = re.compile(
    rf"\b(?:minggu|pekan)\s*(?:ke)?[\s.-]*{_NTH}(?![\d.])(?:\s*(?:[-–&/,]|dan|s\.?\s?/?d\.?|sampai)\s*"
    rf"(?:(?:minggu|pekan)\s*)?(?:ke)?[\s.-]*{_NTH}(?![\d.]))?\b(?:\s+bulan)?"
    r"|\b(?:awal|pertengahan|medio|akhir)\b(?:\s+bulan)?"
)
_PART = re.compile(
    r"(?P<kind>triwulan|tri\s+wulan|tribulan|kuartal|tw|semester|smt)\s*(?:ke)?[\s.-]*(?P<first>i{1,3}|iv|[1-4])"
    r"(?:\s*(?:[-–&/,]|dan|s\.?\s?/?d\.?|sampai)\s*(?:(?:triwulan|tw|semester)\s*)?(?P<last>i{1,3}|iv|[1-4]))?"
    r"(?:[\s,]*(?:tahun|ta|t\.a\.)?\s*(?P<year>20\d\d))?"
)
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS_ONLY = re.compile(
    r"[a-z.]{3,}(?:\s*(?:[-–&/]|dan|s\.?\s?/?d\.?|sampai)\s*[a-z.]{3,})?(?:[\s,]*20\d\d)?"
)


def months_meant(text: str) -> str:
    """`minggu ii juni 2023`, `awal juni` → `juni 2023`, `juni`; empty where the text is no such time.

    The text is lower case. The months are for the reader of periods to tell.
    """
    rest = " ".join(_WEEK.sub(" ", text).split()).strip(" ,")
    return rest if rest != text and _MONTHS_ONLY.fullmatch(rest) else ""


def part_of_year(text: str, year: int | None) -> Span | None:
    """`triwulan ii 2023`, `semester i`, `tw 2 - 3` as whole months; None for another text, or no year."""
    match = _PART.fullmatch(text)
    if match is None:
        return None
    stated = int(match["year"]) if match["year"] else year
    length = 6 if match["kind"].startswith(("sem", "smt")) else 3
    first, last = _number(match["first"]), _number(match["last"] or match["first"])
    if stated is None or last < first or last * length > 12:
        return None
    month = last * length
    return Span(date(stated, (first - 1) * length + 1, 1), date(stated, month, monthrange(stated, month)[1]))


def _number(text: str) -> int:
    return _NUMBERS.get(text) or int(text)
