"""Numbers, money and shares as Indonesian sheets write them.

A comma is the decimal sign and a dot groups thousands, unless the text itself shows the English
way (`1,500,000.00`). Where one text has two readings (`1,500` as a volume) the parser says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from dak_excel import memos
from dak_excel.sheets.grid import Value
from dak_excel.sheets.values.dressing import looks_mistyped, spelled_count, undressed
from dak_excel.sheets.values.result import GALAT, Bad, clean, is_blank_text, is_error

ANGKA = Bad("DATA-ANGKA")
AMBIGU = Bad("DATA-ANGKA", "ambigu")
BESAR = Bad("DATA-ANGKA", "besar")
"""More than any budget of the state, or more digits than anybody types: a slip, and not reckoned with."""
ZERO = Decimal(0)
MOST = 1e18
"""Numbers from here on are unreadable: sums and products of what is below stay exact enough to print."""
PLACES = 15
"""Digits behind the decimal sign; what a stored number has beyond is the rest of binary arithmetic."""
LONGEST = 40
"""Digits of a number in all."""

DIGITS = r"\d+(?:[.,']\d+)*"
"""A run of digits with its separators, as a regular expression."""

_SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])")
_SPELLED_OUT = re.compile(r"\(\s*[a-z ,/-]+\)", re.IGNORECASE)
_MINUTES = re.compile(r"\(?\s*@.*(?:menit|mnt|['′])\s*\)?\s*$", re.IGNORECASE)
_NUMBER = re.compile(rf"([-−]?)\s*({DIGITS})\s*([^\W\d][^\d]{{0,40}}|m[23²³]|%|'?)", re.IGNORECASE)
SCIENTIFIC = re.compile(r"[-+]?\d+(?:[.,]\d+)?[eE][-+]?\d{1,3}")

_RUPIAH = re.compile(r"^(?:rp|idr)\b\.?\s*|^rp\.?\s*(?=[\d(-])", re.IGNORECASE)
_MONEY_TAIL = re.compile(r"[.,]\s*(?:[-–—=]+|00\s*[-–—=]+)$|\s+rupiah$|\s*(?:/|\bper\b)\s*[a-z ./]+$")
_SCALES = {
    "ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "milliar": 9, "mlyr": 9,
    "m": 9, "triliun": 12, "trilyun": 12, "t": 12,
}  # fmt: skip
_SCALED = re.compile(
    rf"({DIGITS})\s*(ribu|rb|juta|jt|mil+iar|milyar|mlyr|m|tril[iy]un|t)\b\.?\s*", re.IGNORECASE
)


def from_number(value: float) -> Decimal | Bad:
    """A stored number to its 15 significant digits, which is all that a spreadsheet shows."""
    if not -MOST < value < MOST:
        return ANGKA if value - value else BESAR  # what is undefined or without end is no number at all
    if value == (whole := int(value)):
        return Decimal(whole)
    return Decimal(f"{value:.15g}") if abs(value) >= 10.0**-PLACES else ZERO


def from_text(digits: str) -> Decimal | Bad:
    """The number that digits with a decimal dot stand for, also `1e5`; anything else is `Bad`."""
    try:
        number = Decimal(digits.replace("'", ""))
    except InvalidOperation:
        return ANGKA
    return _bounded(number) if number.is_finite() else ANGKA


def _bounded(number: Decimal) -> Decimal | Bad:
    """A number, unless it is beyond reckoning: too large, too small, too long."""
    if not number:
        return ZERO
    reckoned = number.adjusted() >= -PLACES and -MOST < number < MOST
    return number if reckoned and len(number.as_tuple().digits) <= LONGEST else BESAR


def from_digits(digits: str, *, money: bool = False) -> Decimal | Bad:
    """The number that digits with separators stand for; `Bad` when the separators contradict.

    `money` settles `1,500` (thousands: nobody budgets one and a half rupiah) and `1.500.00`.
    """
    digits = digits.replace("'", "")
    dots, commas = digits.count("."), digits.count(",")
    if not dots and not commas:
        return from_text(digits)
    last = max(digits.rfind("."), digits.rfind(","))
    head, tail = digits[:last], digits[last + 1 :]
    if dots and commas:
        group = "." if digits[last] == "," else ","
        good = digits.count(digits[last]) == 1 and _grouped(head, group)
        return from_text(f"{head.replace(group, '')}.{tail}") if good else ANGKA
    sign = digits[last]
    if dots + commas > 1:
        if _grouped(digits, sign):
            return from_text(digits.replace(sign, ""))
        decimals = money and tail in ("00", "0") and _grouped(head, sign)
        return from_text(head.replace(sign, "")) if decimals else ANGKA
    if len(tail) != 3 or len(head) > 3 or head == "0":
        return from_text(f"{head}.{tail}")
    if sign == "." or money:
        return from_text(head + tail)
    return AMBIGU


def _grouped(digits: str, sign: str) -> bool:
    """Whether the digits stand in groups of three behind a first group of one to three."""
    first, *groups = digits.split(sign)
    return 0 < len(first) <= 3 and all(len(group) == 3 and group.isdigit() for group in groups)


def parse_number(value: Value) -> Decimal | Bad | None:
    """A count or quantity, with or without its unit: `50`, `50 JPL`, `1.000 lembar`, `2,5`.

    `20 (dua puluh) orang`, `± 20`, `dua puluh` and `50 JPL (@ 45 menit)` are read too; `20-30` is not.
    """
    if isinstance(value, float | int) and not isinstance(value, bool):
        return from_number(value)
    if value is None:
        return None
    return _number_text(value) if isinstance(value, str) else ANGKA


@memos.of_texts(4096)
def _number_text(value: str) -> Decimal | Bad | None:
    text = clean(value)
    if text.isdecimal() and text.isascii():
        return from_text(text)
    if is_blank_text(text):
        return None
    if is_error(text):
        return GALAT
    if "½" in text:
        text = undressed(text)
    if "(" in text or "@" in text:
        text = _MINUTES.sub("", _SPELLED_OUT.sub(" ", text)).strip()
    if SCIENTIFIC.fullmatch(text):
        return from_text(text.replace(",", "."))
    if looks_mistyped(text):
        return ANGKA
    match = _NUMBER.fullmatch(_join_spaced(text))
    if not match:
        bare = undressed(text)
        return _number_text(bare) if bare != text else spelled_count(text) or ANGKA
    number = from_digits(match[2])
    return -number if match[1] and isinstance(number, Decimal) else number


def _join_spaced(text: str) -> str:
    """`1 500 000` → `1500000`."""
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), text)


def parse_money(value: Value) -> Decimal | Bad | None:
    """An amount in rupiah: `Rp 1.500.000,-`, `1,500,000.00`, `1,5 juta`, `2 M`, `(250.000)`.

    A dash or `nihil` is an amount of nought. Stored numbers lose what binary arithmetic added
    (0.30000000000000004) and are rounded to whole sen; a share below 1 keeps its digits.
    """
    if isinstance(value, float | int) and not isinstance(value, bool):
        amount = from_number(value)
        if isinstance(amount, Bad) or abs(amount) < 1 or amount == int(amount):
            return amount
        return round(amount, 2)
    if value is None:
        return None
    return _money_text(value) if isinstance(value, str) else ANGKA


@memos.of_texts(16384)
def _money_text(value: str) -> Decimal | Bad | None:
    text = clean(value)
    if text.isdecimal() and text.isascii():
        return from_text(text)
    if is_error(text):
        return GALAT
    text = _SPELLED_OUT.sub(" ", text).strip().lower()
    text = re.sub(r"(?<=\d)[,;]$", "", text)
    negative = False
    # The sign may stand on either side of Rp, and brackets around either.
    for _ in range(2):
        if text[:1] == "(" and text[-1:] == ")":
            negative, text = True, text[1:-1].strip()
        if len(text) > 1 and text[0] in "-−" and text[1:].strip("-–—− "):
            negative, text = True, text[1:].strip()
        text = _RUPIAH.sub("", text.removeprefix("@").strip())
    while (shorter := _MONEY_TAIL.sub("", text).strip()) != text:
        text = shorter
    if is_blank_text(text):
        return None if not text or text[0] in ".…_:" else ZERO
    amount = _amount(_join_spaced(text))
    return -amount if negative and isinstance(amount, Decimal) else amount


def _amount(text: str) -> Decimal | Bad:
    """An unsigned amount without Rp; scales may follow one another: `1 juta 500 ribu`."""
    if SCIENTIFIC.fullmatch(text):
        return from_text(text.replace(",", "."))
    if re.fullmatch(DIGITS, text):
        return from_digits(text, money=True)
    total, rest = ZERO, text
    while match := _SCALED.match(rest):
        scale = match[2].lower().replace("milliar", "miliar")
        number = _scaled_number(match[1])
        if isinstance(number, Bad):
            return number
        total += number.scaleb(_SCALES[scale])
        rest = rest[match.end() :]
    return ANGKA if rest or text is rest else _bounded(total)


def _scaled_number(digits: str) -> Decimal | Bad:
    """The number before `juta`: one separator is a decimal sign, except in `1.500 ribu`."""
    if digits.count(",") == 1 and "." not in digits:
        return from_text(digits.replace(",", "."))
    return from_digits(digits, money=True)


def parse_percent(value: Value, *, share: bool | None = None) -> Decimal | Bad | None:
    """A percentage as 0 … 100: `45%`, `45,5 %`, `45`, and 0.45 from a cell formatted as percent.

    A bare number does not tell whether it is a share of 1: `share` settles it for the column (see
    `percent_is_share`); without it, what lies between -1 and 1 is a share.
    """
    if isinstance(value, str):
        text = clean(value)
        if text.endswith("%"):
            return parse_number(text[:-1])
        text = re.sub(r"\s*(?:persen|prosen|pct)\.?$", "", text, flags=re.IGNORECASE)
        if text != clean(value):
            return parse_number(text)
    number = parse_number(value)
    if not isinstance(number, Decimal):
        return number
    if share or (share is None and abs(number) <= 1):
        number = (number * 100).normalize()
        return number.quantize(Decimal(1)) if number == number.to_integral_value() else number
    return number


def percent_is_share(values: Iterable[Value]) -> bool | None:
    """Whether the bare numbers of a percent column are shares of 1; None when nothing tells.

    A number above 2 means percent; a fraction with nothing above 2 means shares.
    """
    fraction = False
    for value in values:
        if isinstance(value, float | int) and not isinstance(value, bool):
            if abs(value) > 2:
                return False
            fraction = fraction or value % 1 != 0
    return True if fraction else None
