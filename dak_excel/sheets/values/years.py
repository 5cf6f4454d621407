"""Ages and years of experience."""

from __future__ import annotations

import re
from decimal import Decimal

from dak_excel import memos
from dak_excel.indonesian import LessThan
from dak_excel.sheets.grid import Value
from dak_excel.sheets.values.dressing import undressed
from dak_excel.sheets.values.numbers import ANGKA, ZERO, from_digits, parse_number
from dak_excel.sheets.values.result import GALAT, Bad, clean, is_blank_text, is_error
from dak_excel.sheets.values.spelled import spelled_number

_YEARS = r"(?:tahun|thn|thun|th|years?|yrs?)\b\.?"
_MONTHS = r"(?:bulan|bln|bl|months?)\b\.?"
_YEARS_MONTHS = re.compile(rf"(\d+)\s*{_YEARS}[\s,&+]*(?:dan\s*)?(\d+)\s*{_MONTHS}.*")
_ONLY_MONTHS = re.compile(rf"(\d+(?:[.,]\d+)?)\s*{_MONTHS}")
_ONLY_YEARS = re.compile(rf"(\d+(?:[.,]\d+)?)\s*\+?\s*(?:{_YEARS})?")
_BETWEEN = re.compile(rf"(\d+)\s*(?:{_YEARS})?\s*(?:-|–|s\.?d\.?|s/d|sampai)\s*(\d+)\s*(?:{_YEARS})?")
_AT_LEAST = re.compile(
    r"^(?:>=?|≥|±|\+/?-|\+|lebih dari|lebih|minimal|min\.?|kurang lebih|sekitar|lk\.?|k\.l\.)\s*"
)
_ABOUT = re.compile(r"^(?:±|\+/?-|kurang lebih|sekitar|kira-kira|kl\.?|lk\.?)\s*")
_AT_LEAST_TAIL = re.compile(r"\s*(?:lebih|\+|ke atas|keatas|pengalaman|kerja)$")
_BELOW = re.compile(
    r"^(?:<|kurang dari|di\s*bawah|belum sampai|belum genap|blm sampai|(?:belum|blm)(?=\s+\d))\s*(?=\S)"
)
_SINCE = re.compile(
    r"(?:(?:sejak|dari|mulai|since|tahun|thn|th)\.?\s*(?:tahun|thn|th)?\.?\s*)?((?:19|20)\d\d)"
    r"\s*(?:(?:-|–|s\.?d\.?|s/d|sampai(?: dengan)?|hingga)?\s*(?:sekarang|skrg|skr|saat ini|kini|now))?"
)
_BESIDE = re.compile(r"\s*\((?:sejak|dari|mulai|tahun|th\.?|thn\.?)?\s*(?:tahun\s*)?(?:19|20)\d\d[^()]*\)$")
"""The year of the start behind a length: `10 thn (sejak 2013)`."""
_UNIT_LAST = re.compile(rf"\s*{_YEARS}$")
_FROM_TO = re.compile(r"((?:19|20)\d\d)\s*(?:-|–|s\.?d\.?|s/d|sampai)\s*((?:19|20)\d\d)")
_MENTIONED = re.compile(rf"(?<![\d.,/-])(\d{{1,2}})\s*{_YEARS}")
_NOT_LENGTH = re.compile(r"<|≤|\b(?:kurang|belum|tidak|hampir|usia|umur|berusia|maksimal|di\s*bawah)\b")
_NONE = re.compile(r"(?:tidak|tdk|belum|blm)\s+(?:ada|punya|pernah|memiliki).*|belum|tidak|nol")
_SPELLED_OUT = re.compile(r"\([a-z ]+\)")
_WORDS_FIRST = re.compile(r"[a-z ]+\(\d+\)")
_AGED = re.compile(r"^(?:usia|umur|berusia|berumur)\s*:?\s*(?=\d|±)")

_BEGAN = re.compile(r"\b(?:sejak|mulai|dari)\s+(?:tahun\s+|thn?\.?\s+)?((?:19|20)\d\d)$")
LAMA = Bad("DATA-ANGKA", "lama")
"""A length of time that cannot be told, in words of its own."""
_LETTER_FOR_FIGURE = re.compile(r"\d[oli](?![^\W\d_])")
MOST_YEARS = 70
"""More years of experience than this are a slip of the pen."""


def parse_age(value: Value) -> int | Bad | None:
    """An age in whole years: `34`, `34 th`, `34 tahun 5 bulan`, 34.6 (from a formula) → 34."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 120:
        return int(value)
    if isinstance(value, str) and not is_error(clean(value)):
        value = _AGED.sub("", clean(value).lower()).rstrip(" .")
        if _LETTER_FOR_FIGURE.search(value):
            return ANGKA
        if match := _YEARS_MONTHS.fullmatch(value):
            value = match[1]
    if isinstance(value, str) and (about := _about(value)) is not None:
        return about
    number = parse_number(value)
    if not isinstance(number, Decimal):
        return number
    return int(number) if 0 < number <= 120 else ANGKA


def _about(value: str) -> int | None:
    """An age told in words or about: `tiga puluh lima tahun`, `± 35 th`."""
    text = _UNIT_LAST.sub("", _ABOUT.sub("", clean(value).lower()))
    if (spelled := spelled_number(text)) is not None and spelled > 0:
        return int(spelled)
    return int(text) if text.isdecimal() and len(text) <= 3 and 0 < int(text) <= 120 else None


def parse_years(value: Value, year: int | None = None) -> Decimal | Bad | None:
    """Years of experience: `5 tahun`, `> 3 thn` (3), `18 bulan` (1.5), `3 - 5 th` (3), `belum ada` (0).

    `sejak 2015` is counted up to `year`, and is `Bad` (variant `sejak`) without it; `< 3 tahun` is a
    `LessThan(3)`, below any minimum of three.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        number = parse_number(value)
        return _plausible(number, year) if isinstance(number, Decimal) else number
    if value is None:
        return None
    return _years_text(value, year) if isinstance(value, str) else ANGKA


@memos.of_texts(2048)
def _years_text(value: str, year: int | None) -> Decimal | Bad | None:
    text = clean(value).lower()
    if is_blank_text(text):
        return ZERO if text in ("nihil", "nil") else None
    if is_error(clean(value)):
        return GALAT
    if _NONE.fullmatch(text):
        return ZERO
    if match := _BELOW.match(text):
        return _below(text[match.end() :])
    text = _BESIDE.sub("", text)
    if "½" in text or _WORDS_FIRST.match(text):
        text = undressed(text)
    text = " ".join(_SPELLED_OUT.sub(" ", text).split())
    text = _AT_LEAST_TAIL.sub("", _AT_LEAST.sub("", text)).strip()
    if match := _FROM_TO.fullmatch(text):
        return _plausible(Decimal(int(match[2]) - int(match[1])), year)
    if match := _SINCE.fullmatch(text):
        return _since(int(match[1]), year)
    if match := _YEARS_MONTHS.fullmatch(text):
        return _plausible(Decimal(match[1]) + _in_years(Decimal(match[2])), year)
    if match := _BETWEEN.fullmatch(text):
        return _plausible(Decimal(match[1]), year)
    if match := _ONLY_MONTHS.fullmatch(text):
        months = from_digits(match[1])
        return months if isinstance(months, Bad) else _in_years(months)
    if match := _ONLY_YEARS.fullmatch(text):
        number = from_digits(match[1])
        return number if isinstance(number, Bad) else _plausible(number, year)
    if (spelled := spelled_number(_UNIT_LAST.sub("", text))) is not None:
        return spelled
    return _told(text, year) or LAMA


def _below(text: str) -> Decimal | Bad:
    """`3 tahun` of `kurang dari 3 tahun`."""
    if match := _ONLY_YEARS.fullmatch(text):
        number = from_digits(match[1])
    elif match := _ONLY_MONTHS.fullmatch(text):
        months = from_digits(match[1])
        number = months if isinstance(months, Bad) else _in_years(months)
    else:
        number = spelled_number(_UNIT_LAST.sub("", text)) or LAMA
    if isinstance(number, Bad):
        return number
    return LessThan(number) if 0 < number <= MOST_YEARS else LAMA


def _told(text: str, year: int | None) -> Decimal | None:
    """The years in a sentence that gives them once and no other figure: `pengrajin batik 15 tahun`."""
    figures = re.findall(r"\d+(?:[.,]\d+)?", text)
    if len(figures) == 1 and year and (since := _BEGAN.search(text)):
        told = _since(int(since[1]), year)
        return told if isinstance(told, Decimal) else None
    match = _MENTIONED.search(text)
    if match is None or len(figures) != 1 or _NOT_LENGTH.search(text):
        return None
    number = Decimal(match[1])
    return number if number <= MOST_YEARS else None


def _in_years(months: Decimal) -> Decimal:
    return round(months / 12, 4).normalize()


def _since(start: int, year: int | None) -> Decimal | Bad:
    if year is None:
        return Bad("DATA-ANGKA", "sejak")
    return Decimal(year - start) if start <= year else ANGKA


def _plausible(number: Decimal, year: int | None) -> Decimal | Bad:
    if 0 <= number <= MOST_YEARS:
        return number
    return _since(int(number), year) if 1940 <= number <= 2100 and number == int(number) else ANGKA
