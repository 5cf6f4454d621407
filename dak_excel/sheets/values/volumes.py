"""Volumes with their units, and whole calculations that stand in one cell of a RAB."""

from __future__ import annotations

import re
from decimal import Decimal
from math import prod
from typing import NamedTuple

from dak_excel import memos
from dak_excel.sheets.grid import Value
from dak_excel.sheets.values.dressing import looks_mistyped, spelled_count, undressed, without_remark
from dak_excel.sheets.values.numbers import (
    ANGKA,
    DIGITS,
    SCIENTIFIC,
    from_digits,
    from_number,
    from_text,
    parse_money,
    parse_number,
)
from dak_excel.sheets.values.result import GALAT, Bad, clean, is_blank_text, is_error

VOLUME = Bad("DATA-ANGKA", "volume")

# An x is a sign of multiplication unless it is a letter of a unit (pax, box) or stands alone at
# the end (`12 x`: twelve times).
_TIMES = re.compile(r"\s*(?:[×*@]|(?<![^\W\d])[xX](?![^\W\d])|(?<!pa)(?<!bo)[xX](?=\s*\d))\s*(?=[\d(])")
_FACTOR = re.compile(rf"\(?\s*({DIGITS})\s*([^\W\d][^()=@×*]*|m[23²³]|)(?:\([^)]*\))?\s*\)?", re.IGNORECASE)
_LUMP = re.compile(r"\(?\s*(l\.?\s?s|lump?\s?sum|paket|pkt)\.?\s*\)?", re.IGNORECASE)
"""A unit that means one of it where no number is written: `LS`."""
_LESSON = re.compile(r"\s*(?:jpl?|jam)\b", re.IGNORECASE)
_MINUTES = re.compile(r"(?:menit|mnt)\b|['′]", re.IGNORECASE)
_OF_MINUTES = re.compile(r"(\d{1,3})\s*[x×*]\s*45\s*(?:menit|mnt|['′])\.?", re.IGNORECASE)
"""Lessons told by their length: `2 x 45 menit`."""
_OTHER_MEASURE = re.compile(
    r"(?:\d[\d.,]*|[a-z]+)\s*(?:menit|mnt|['′]|hari|hr|minggu|bulan|bln|orang|org|peserta)(?![^\W\d_])(?!.*\bjp)",
    re.IGNORECASE,
)
_SECOND_NUMBER = re.compile(r"(?<![\w])\d")

_PRICE = re.compile(
    rf"[\s)]*(?:(?:[x×*@]|dgn|dengan)?\s*@?\s*rp\.?|@)\s*({DIGITS}(?:\s*(?:ribu|rb|juta|jt))?)"
    r"(?:[.,]\s*[-–=]+)?\s*(?:/\s*[a-z/ ]+)?",
    re.IGNORECASE,
)
_BARE_PRICE = re.compile(rf"\s*[x×*]\s*({DIGITS})(?:[.,]\s*[-–=]+)?\s*$", re.IGNORECASE)
_SIGN_AT_END = re.compile(r"\s*(?:(?<![^\W\d])[xX]|[×*@])\s*$")
_SUM = re.compile(rf"\s*=\s*(?:rp\.?)?\s*({DIGITS})(?:[.,]\s*[-–=]+)?\s*$", re.IGNORECASE)


class Calculation(NamedTuple):
    """What `Snack 30 org x 5 hr x Rp 35.000 = Rp 5.250.000` says.

    `uraian` is the text before the first factor; `jumlah` is None where the cell gives no result.
    """

    uraian: str
    faktor: tuple[tuple[Decimal, str], ...]
    harga: Decimal
    jumlah: Decimal | None


def parse_volumes(value: Value) -> tuple[tuple[Decimal, str], ...] | Bad | None:
    """The factors of a volume with their units: `30 org x 5 hr` → ((30, "org"), (5, "hr")).

    A number alone has an empty unit. Two numbers without a sign between them are `Bad`.
    """
    if isinstance(value, float | int) and not isinstance(value, bool):
        number = from_number(value)
        return number if isinstance(number, Bad) else ((number, ""),)
    if value is None:
        return None
    return _volumes_text(value) if isinstance(value, str) else ANGKA


@memos.of_texts(8192)
def _volumes_text(value: str) -> tuple[tuple[Decimal, str], ...] | Bad | None:
    text = clean(value)
    if (text.isdecimal() and text.isascii()) or SCIENTIFIC.fullmatch(text):
        number = from_text(text.replace(",", "."))
        return number if isinstance(number, Bad) else ((number, ""),)
    if is_blank_text(text):
        return None
    if is_error(text):
        return GALAT
    if looks_mistyped(text):
        return VOLUME
    factors = _factors(text)
    if not isinstance(factors, Bad):
        return factors
    bare = undressed(text)
    if bare != text:
        return _factors(bare)
    count = spelled_count(text)
    return factors if count is None else ((count, ""),)


def _factors(text: str) -> tuple[tuple[Decimal, str], ...] | Bad:
    if lump := _LUMP.fullmatch(text.strip()):
        return ((Decimal(1), lump[1].strip()),)
    factors = []
    for part in _TIMES.split(text.strip(" ;,")):
        match = _FACTOR.fullmatch(part.strip())
        if not match or _SECOND_NUMBER.search(match[2]):
            return VOLUME
        number = from_digits(match[1])
        if isinstance(number, Bad):
            return number
        factors.append((number, match[2].strip(" .,;")))
    return tuple(factors)


def parse_lessons(value: Value) -> Decimal | Bad | None:
    """Jam pelajaran: `44 JP`, or a calculation of them: `5 hari x 8 JPL` → 40, `40 JP x 45 menit` → 40."""
    if not isinstance(value, str):
        return parse_number(value)
    cleaned = clean(value)
    if lessons := _OF_MINUTES.fullmatch(cleaned):
        return Decimal(lessons[1])
    number = ANGKA if _OTHER_MEASURE.match(cleaned) else parse_number(value)
    if not isinstance(number, Bad):
        return number
    bare = without_remark(undressed(cleaned))
    if bare != cleaned and not isinstance(number := parse_number(bare), Bad):
        return ANGKA if _OTHER_MEASURE.match(bare) else number
    text, _, told = cleaned.partition("=")
    factors = parse_volumes(text)
    if factors is None or isinstance(factors, Bad):
        factors = ()
    if not any(_LESSON.match(unit) for _, unit in factors):
        return parse_number(told.strip()) if told and _LESSON.search(told) else number
    return prod((count for count, unit in factors if not _MINUTES.match(unit)), start=Decimal(1))


def parse_calculation(value: Value) -> Calculation | Bad | None:
    """Volume, price and result that stand in one cell: `30 org x 5 hr @ Rp 35.000,-`.

    The price is what follows `Rp` or `@`, or else a last factor of a thousand or more without a
    unit. A text that holds no such calculation is `Bad`.
    """
    if value is None:
        return None
    return _calculation_text(value) if isinstance(value, str) else ANGKA


@memos.of_texts(4096)
def _calculation_text(value: str) -> Calculation | Bad | None:
    text = clean(value)
    if is_blank_text(text):
        return None
    if is_error(text):
        return GALAT
    result = _SUM.search(text)
    total = parse_money(result[1]) if result else None
    rest = text[: result.start()] if result else text
    matches = list(_PRICE.finditer(rest))
    price = matches[-1] if matches else _BARE_PRICE.search(rest)
    if price is None or rest[price.end() :].strip(" .,;)-"):
        return VOLUME
    amount = parse_money(price[1])
    if not isinstance(amount, Decimal) or (not matches and amount < 1000):
        return VOLUME
    uraian, factors = _split_words(rest[: price.start()])
    if isinstance(factors, Bad):
        return factors
    return Calculation(uraian, factors, amount, total if isinstance(total, Decimal) else None)


def _split_words(text: str) -> tuple[str, tuple[tuple[Decimal, str], ...] | Bad]:
    """The words before the first factor, and the factors: the longest tail that reads as such."""
    for match in re.finditer(r"(?<![\w.,])\(?\d", text):
        factors = _factors(_SIGN_AT_END.sub("", text[match.start() :]))
        if not isinstance(factors, Bad):
            return text[: match.start()].strip(" :=,;-"), factors
    return text, VOLUME
