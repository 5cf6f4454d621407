"""The numbers of a table's columns as integer cents, for the arithmetic of readings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from dak_excel.sheets.grid import Value
from dak_excel.sheets.layout.headers import HeaderColumn
from dak_excel.sheets.layout.view import View, is_number
from dak_excel.sheets.values import Bad, Calculation, parse_calculation, parse_money, parse_volumes

_NUMBER = re.compile(r"\(?\s*[-+]?\s*(?:rp\s*\.?\s*)?[-+]?\s*\d[\d.,\s]*(?:,-+)?\s*\)?", re.I)
_CODE = re.compile(r"\d+(?:\.\d+){2,}\.?|0\d*(?:\.\d+)+|\d+\.0\d*")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")

Numbers = list[int | None]


def cents(value: Value) -> int | None:
    """A cell as integer cents; None for texts, dates, blanks and dashes.

    A text of several dotted parts is a code, unless they are thousands.
    """
    if is_number(value):
        try:
            return round(value * 100) if abs(value) < 1e15 else None
        except (ValueError, OverflowError):
            return None
    if not isinstance(value, str) or not value or len(value) > 40:
        return None
    text = value.strip()
    if not _NUMBER.fullmatch(text) or (_CODE.fullmatch(text) and not _THOUSANDS.fullmatch(text)):
        return None
    amount = parse_money(value)
    return round(amount * 100) if isinstance(amount, Decimal) else None


def is_amount(text: str) -> bool:
    """Whether a text of dotted parts is an amount: `1.250.000` is no code."""
    return _THOUSANDS.fullmatch(text.strip()) is not None


UNIT = 10_000
"""Parts in which volumes are counted: sheets of building works have four decimals."""


def volume(value: Value) -> int | None:
    """A volume in ten-thousandths: a number, or the product of `50 orang x 3 hari`."""
    if is_number(value):
        try:
            return round(value * UNIT) if abs(value) < 1e12 else None
        except (ValueError, OverflowError):
            return None
    plain = cents(value)
    if plain is not None or not isinstance(value, str) or not value.strip():
        return plain if plain is None else plain * (UNIT // 100)
    factors = parse_volumes(value)
    if isinstance(factors, Bad) or not factors:
        return None
    product = Decimal(1)
    for number, _ in factors:
        product *= number
    return round(product * UNIT) if abs(product) < 10**12 else None


def calculated(texts: Sequence[Value]) -> bool:
    """Whether most texts are calculations, `25 org x 8 hr x Rp 35.000`: they are no description."""
    made = [
        text for text in texts if isinstance(text, str) and isinstance(parse_calculation(text), Calculation)
    ]
    return 2 * len(made) > len(texts)


class Plane:
    """The columns of a table over some rows: numbers, texts, and how many of each."""

    def __init__(self, view: View, columns: Sequence[HeaderColumn], rows: Sequence[int]) -> None:
        self.view = view
        self.columns = list(columns)
        self.rows = list(rows)
        self.cells = [[column.value(view, row) for row in rows] for column in columns]
        self.numbers: list[Numbers] = [[cents(value) for value in cells] for cells in self.cells]
        self.counts = [sum(1 for n in numbers if n is not None) for numbers in self.numbers]
        self.texts = [
            sum(
                1
                for v, n in zip(cells, numbers, strict=True)
                if n is None and isinstance(v, str) and _says(v)
            )
            for cells, numbers in zip(self.cells, self.numbers, strict=True)
        ]

    def volumes(self, at: int) -> Numbers:
        """The volumes of a column, its calculated texts as their products."""
        return [volume(value) for value in self.cells[at]]

    def greatest(self, at: int) -> int:
        """The greatest number of a column, in cents."""
        return max((abs(n) for n in self.numbers[at] if n is not None), default=0)


def _says(value: str) -> bool:
    return any(c.isalpha() for c in value)
