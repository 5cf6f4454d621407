"""Single dates.

Numeric dates are read day first, as Indonesia writes them, unless the column says otherwise:
`date_order_evidence` looks at the whole column, and `is_ambiguous_date` tells which of its values
need that evidence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Literal

from dak_excel import memos
from dak_excel.sheets.grid import Value
from dak_excel.sheets.values.months import DAY_NAME, WEEKDAYS, month_number
from dak_excel.sheets.values.result import GALAT, Bad, clean, is_blank_text, is_error

TANGGAL = Bad("DATA-TANGGAL")
MUSTAHIL = Bad("DATA-TANGGAL", "mustahil")
"""A day that no calendar has: 31 Juni."""
TANPA_TAHUN = Bad("DATA-TANGGAL", "tanpa_tahun")
TAHUN_SAJA = Bad("DATA-TANGGAL", "tahun_saja")

Order = Literal["dmy", "mdy"]
ORDERS: tuple[Order, Order] = ("dmy", "mdy")
MANY = 3
"""How often more one order of day and month must be told than the other to be that of a column."""
ALONE = 5
"""Dates that read both ways beside which a single one that does not proves nothing."""

PIVOT = 2050
"""The latest year that a two-digit year stands for, unless the field is a date of birth."""
BIRTH_PIVOT = 2015
"""The same for dates of birth: `85` → 1985, `05` → 2005, `16` → 1916."""

_EPOCH = date(1899, 12, 30)
_SERIALS = range(7306, 55153)  # 1 January 1920 … 31 December 2050
_FIRST_YEAR = 1905
"""Before this, a date cell is a small number that was formatted as a date."""

_NUMERIC = re.compile(r"(\d{1,2})\s*[-–—/. ]\s*(\d{1,2})\s*[-–—/. ]\s*[’'`]?(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})")
_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\s*[-–—/.,]?\s*([a-z]{3,})\.?\s*[-–—/.,]?\s*(?:[’'`]?(\d{4}|\d{2}))?"
)
_ENGLISH = re.compile(r"([a-z]{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*,\s*(\d{4})")
_COMPACT = re.compile(r"\d{8}")
_CLOCK = re.compile(
    r"[\s,/t]+(?:pukul|jam|pkl)?\.?\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:wib|wita|wit|z)?$"
)
_LEAD = re.compile(rf"^(?:(?:hari|tanggal|tgl|pada)\b\.?\s*|{DAY_NAME}\s*[,/.\-]?\s*|[:,;]\s*)+")
# `Minggu 3 Juni` is the third week of June, unless that day is a Sunday.
WEEK_OR_SUNDAY = re.compile(r"minggu\s+(?:ke\s*-?\s*)?\d")
_NTH_WEEK = re.compile(r"minggu\s+ke\b")
_REMARK = re.compile(
    rf"\(\s*(?:hari\b[^()]*|{DAY_NAME})\s*\)"
    r"|^hari\s+(?:ke\s*[-–]?\s*)?(?:[ivx]+|\d{1,2}|pertama|kedua|ketiga|keempat|kelima)\s*[/,:(–.-]*\s*"
)
"""The count of days beside a date: `Hari ke-1 / 5 Juni 2023`, `5 Juni 2023 (Senin)`."""
_PLACE = re.compile(r"^[^\d]{2,60}?(?=\d)")
_NOT_A_PLACE = re.compile(r"\b(?:s\.?\s?d|s/d|sampai|sejak|mulai|setelah|sebelum|akhir|awal|minggu)\b")


def parse_date(
    value: Value, order: Order = "dmy", *, pivot: int = PIVOT, year: int | None = None
) -> date | Bad | None:
    """A day: a date cell, a plausible serial number, or a text in any of the usual spellings.

    `12 Mei 1985`, `12Mei85`, `12-05-85`, `12.05.1985`, `1985-05-12`, `Senin, 12 Juni 2023`,
    `Bandung, 12 Mei 1985`, `May 12, 1985`. `order` settles `05/06/1985`; a text that only the other
    order can read (`05/13/1985`) is read in that. A date without a year takes `year`, else it is
    `Bad` with variant `tanpa_tahun`; other variants are `mustahil` and `tahun_saja`.
    """
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return day if day.year >= _FIRST_YEAR else TANGGAL
    if value is None:
        return None
    if isinstance(value, str):
        return _date_text(value, order, pivot, year)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_serial(value)
    return TANGGAL


def _from_serial(value: float) -> date | Bad:
    """A day from Excel's serial number, or from a date typed without its separators."""
    if not -1e9 < value < 1e9:
        return TANGGAL
    whole = int(value)
    if whole in _SERIALS:
        return _EPOCH + timedelta(days=whole)
    if value == whole and 1900 <= whole <= 2100:
        return TAHUN_SAJA
    return _compact(f"{whole:08d}") if value == whole and whole > 1e6 else TANGGAL


@memos.of_texts(8192)
def _date_text(value: str, order: Order, pivot: int, year: int | None) -> date | Bad | None:
    cleaned = clean(value)
    if is_blank_text(cleaned):
        return None
    if is_error(cleaned):
        return GALAT
    lower = cleaned.lower()
    if _NTH_WEEK.match(lower):
        return TANGGAL
    text = _CLOCK.sub("", _LEAD.sub("", lower)).strip(" .,;")
    found = _plain(text, order, pivot, year)
    if found is TANGGAL and (bare := _REMARK.sub(" ", lower).strip(" ().,/")) != lower:
        return _date_text(bare, order, pivot, year)
    if isinstance(found, date) and found.weekday() != 6 and WEEK_OR_SUNDAY.match(lower):
        return TANGGAL
    if found is not TANGGAL or _NOT_A_PLACE.search(text):
        return found
    rest = _PLACE.sub("", text)
    if rest == text:
        return TANGGAL
    found = _plain(_LEAD.sub("", rest), order, pivot, year)
    return TANGGAL if found is TAHUN_SAJA else found


def _plain(text: str, order: Order, pivot: int, year: int | None) -> date | Bad:
    """A date with nothing around it."""
    if match := _NUMERIC.fullmatch(text):
        return _numeric(int(match[1]), int(match[2]), full_year(match[3], pivot), order)
    if match := _NAMED.fullmatch(text):
        month = month_number(match[2])
        if month is None:
            return TANGGAL
        if match[3] is None and year is None:
            return TANPA_TAHUN
        in_year = full_year(match[3], pivot) if match[3] else year or 0
        return make_date(in_year, month, int(match[1]))
    if match := _ISO.fullmatch(text):
        return make_date(int(match[1]), int(match[2]), int(match[3]))
    if match := _ENGLISH.fullmatch(text):
        month = month_number(match[1])
        return make_date(int(match[3]), month, int(match[2])) if month else TANGGAL
    if _COMPACT.fullmatch(text):
        return _compact(text)
    if text.isascii() and text.isdecimal() and len(text) == 5 and int(text) in _SERIALS:
        return _EPOCH + timedelta(days=int(text))
    return TAHUN_SAJA if re.fullmatch(r"(?:19|20)\d\d", text) else TANGGAL


def _numeric(first: int, second: int, year: int, order: Order) -> date | Bad:
    day, month = (first, second) if order == "dmy" else (second, first)
    if month > 12 >= day:
        day, month = month, day
    return make_date(year, month, day)


def _compact(digits: str) -> date | Bad:
    """`12051985` or `19850512`: never both, for no month-day begins with 19 or 20."""
    if digits[:2] in ("19", "20") and digits[4:6] <= "12":
        found = make_date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        if not isinstance(found, Bad):
            return found
    if digits[4:6] in ("19", "20"):
        return make_date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    return TANGGAL


def full_year(digits: str, pivot: int = PIVOT) -> int:
    """A year of four digits from one of two or four: the latest that is not after `pivot`."""
    year = int(digits)
    return year if len(digits) == 4 else pivot - (pivot - year) % 100


def make_date(year: int, month: int, day: int) -> date | Bad:
    """The day, or `Bad` where no calendar has it or the year is out of the question."""
    if not 1900 <= year <= 2100:
        return TANGGAL
    try:
        return date(year, month, day)
    except ValueError:
        return MUSTAHIL


def _numeric_parts(value: Value) -> tuple[int, int] | None:
    """The first two parts of a numeric date with its year last, whatever stands before it."""
    if not isinstance(value, str):
        return None
    text = _CLOCK.sub("", clean(value).lower()).strip(" .,;")
    match = re.search(r"(?<![\d/.\-])" + _NUMERIC.pattern + "$", text)
    return (int(match[1]), int(match[2])) if match else None


def is_ambiguous_date(value: Value) -> bool:
    """Whether a value is a numeric date that reads both ways: `05/06/1985`, but not `05/05/1985`."""
    parts = _numeric_parts(value)
    return parts is not None and parts[0] != parts[1] and min(parts) > 0 and max(parts) <= 12


def date_order_evidence(values: Iterable[Value]) -> Literal["dmy", "mdy", "conflict"] | None:
    """What the numeric dates of a column say of their order.

    A first part above 12 can only be a day (`dmy`), a second part above 12 can only follow a month
    (`mdy`); so do a named day of the week, and dates that follow one another day by day. Few of the
    other order among many are slips; a column with both is a `conflict` else, one with neither says
    nothing (None).
    """
    orders: list[Order] = []
    unsettled: list[str] = []
    for value in values:
        parts = _numeric_parts(value)
        if parts is None or not isinstance(value, str):
            continue
        if parts[1] <= 12 < parts[0]:
            orders.append("dmy")
        elif parts[0] <= 12 < parts[1]:
            orders.append("mdy")
        elif told := _by_weekday(value):
            orders.append(told)
        elif value not in unsettled[-1:]:
            unsettled.append(value)
    if not orders:
        return _by_succession(unsettled)
    if orders == ["mdy"] and len(unsettled) >= ALONE:
        return None  # one slip of the pen speaks for no column
    return most_of(orders) or "conflict"


def most_of(orders: Sequence[Order]) -> Order | None:
    """The order that is named at least `MANY` times as often as the other; None where neither is."""
    for order in ORDERS:
        if orders.count(order) >= MANY * (len(orders) - orders.count(order)):
            return order
    return None


def order_by_nik(dates: Sequence[Value], niks: Sequence[Value]) -> Order | None:
    """The order of numeric birth dates that the digits of the NIK beside them bear out."""
    orders: list[Order] = []
    for value, nik in zip(dates, niks, strict=True):
        parts = _numeric_parts(value)
        digits = re.sub(r"\D", "", str(nik)) if isinstance(nik, str) else ""
        if parts is None or len(digits) != 16 or parts[0] == parts[1]:
            continue
        told = int(digits[6:8]) % 40, int(digits[8:10])
        if parts == told:
            orders.append("dmy")
        elif parts == told[::-1]:
            orders.append("mdy")
    if len(orders) > 1:
        return most_of(orders)
    return "dmy" if orders == ["dmy"] else None  # one date alone bears out what is usual, and turns nothing


def order_by_months(values: Iterable[Value], months: Collection[int]) -> Order | None:
    """The order in which every numeric date lies in months (1 … 12) that a title names, where one does."""
    parts = [found for value in values if (found := _numeric_parts(value))] if months else []
    fit = [order for order, at in zip(ORDERS, (1, 0), strict=True) if all(p[at] in months for p in parts)]
    return fit[0] if parts and len(fit) == 1 else None


def _by_weekday(value: str) -> Order | None:
    """The order that the named day of the week allows: `Senin, 05/06/2023` is 5 June."""
    named = re.match(r"\W*(?:hari\s+)?([a-z’'`]+)", value.lower())
    weekday = WEEKDAYS.get(re.sub(r"[^a-z]", "", named[1])) if named else None
    if weekday is None:
        return None
    fit = [order for order in ORDERS if _weekday(value, order) == weekday]
    return fit[0] if len(fit) == 1 else None


def _weekday(value: str, order: Order) -> int | None:
    day = parse_date(value, order)
    return day.weekday() if isinstance(day, date) else None


def _by_succession(values: list[str]) -> Order | None:
    """The order in which three or more dates follow one another day by day, where only one does."""
    if len(values) < 3:
        return None
    fit = []
    for order in ORDERS:
        days = [day for value in values if isinstance(day := parse_date(value, order), date)]
        if len(days) == len(values) and all(b - a == timedelta(days=1) for a, b in pairwise(days)):
            fit.append(order)
    return fit[0] if len(fit) == 1 else None
