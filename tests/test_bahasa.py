"""How numbers, money and dates read in Bahasa Indonesia."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dak_excel import indonesian


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (1234567, None, "1.234.567"),
        (Decimal("1234567.50"), None, "1.234.567,5"),
        (0.1, None, "0,1"),
        (12.5, 2, "12,50"),
        (-1500, 0, "-1.500"),
        (Decimal("1E+3"), None, "1.000"),
    ],
)
def test_numbers(value: int | float | Decimal, places: int | None, expected: str) -> None:
    assert indonesian.number_text(value, places) == expected


def test_money() -> None:
    assert indonesian.rupiah(1234567) == "Rp1.234.567,00"
    assert indonesian.rupiah(-5000) == "-Rp5.000,00"
    assert indonesian.short_rupiah(1234567) == "Rp1.234.567"
    assert indonesian.short_rupiah(Decimal("1234567.5")) == "Rp1.234.567,50"
    assert indonesian.spelled_out(1500000) == "satu juta lima ratus ribu"


def test_dates() -> None:
    assert indonesian.date_text(date(2023, 7, 12)) == "12 Juli 2023"
    assert indonesian.weekday_and_date(date(2023, 7, 12)) == "Rabu, 12 Juli 2023"
    assert indonesian.date_range(date(2023, 6, 12), date(2023, 6, 16)) == "12 s.d. 16 Juni 2023"
    assert indonesian.date_range(date(2023, 5, 30), date(2023, 6, 2)) == "30 Mei s.d. 2 Juni 2023"
    assert indonesian.date_range(date(2023, 12, 30), date(2024, 1, 2)) == (
        "30 Desember 2023 s.d. 2 Januari 2024"
    )


def test_lists() -> None:
    assert indonesian.listing(["a"]) == "a"
    assert indonesian.listing(["a", "b"]) == "a dan b"
    assert indonesian.listing(["a", "b", "c"], "atau") == "a, b, atau c"
