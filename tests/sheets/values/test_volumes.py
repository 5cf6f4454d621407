"""Volumes with units, and calculations in one cell."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dak_excel.sheets.grid import Value
from dak_excel.sheets.values import Bad, Calculation, parse_calculation, parse_lessons, parse_volumes


@pytest.mark.parametrize(
    ("written", "factors"),
    [
        ("30 org x 5 hr", [(30, "org"), (5, "hr")]),
        ("30org x5hr", [(30, "org"), (5, "hr")]),
        ("(30 org × 5 hr)", [(30, "org"), (5, "hr")]),
        ("2 OJ x 3 Keg", [(2, "OJ"), (3, "Keg")]),
        ("30 org*5 hr*2 keg", [(30, "org"), (5, "hr"), (2, "keg")]),
        ("30 x 5", [(30, ""), (5, "")]),
        ("30 pax x 5 box", [(30, "pax"), (5, "box")]),
        ("30 Orang / Hari x 5 Kali", [(30, "Orang / Hari"), (5, "Kali")]),
        ("12 m2 x 2 bln", [(12, "m2"), (2, "bln")]),
        ("1.000 lembar", [(1000, "lembar")]),
        ("12 OB", [(12, "OB")]),
        ("1 Paket", [(1, "Paket")]),
        ("12 x", [(12, "x")]),
        (12.0, [(12, "")]),
    ],
)
def test_volumes(written: Value, factors: list[tuple[int, str]]) -> None:
    assert parse_volumes(written) == tuple((Decimal(number), unit) for number, unit in factors)


def test_two_numbers_without_a_sign_are_not_multiplied() -> None:
    assert parse_volumes("30 orang 5 hari") == Bad("DATA-ANGKA", "volume")


@pytest.mark.parametrize(
    "written",
    [
        "30 org x 5 hr x Rp 35.000,-",
        "30 org x 5 hr @ Rp. 35.000",
        "(30 org x 5 hr) x Rp35.000",
        "30 org * 5 hr * Rp 35.000,-",
        "30 org × 5 hr × @Rp 35.000",
        "30 org x 5 hr x 35.000",
    ],
)
def test_a_calculation_in_one_cell(written: str) -> None:
    factors = ((Decimal(30), "org"), (Decimal(5), "hr"))
    assert parse_calculation(written) == Calculation("", factors, Decimal(35000), None)
    with_result = parse_calculation(f"Snack peserta {written} = Rp 5.250.000")
    assert with_result == Calculation("Snack peserta", factors, Decimal(35000), Decimal(5250000))


def test_the_name_of_a_line_may_hold_figures() -> None:
    assert parse_calculation("Kertas A4 2 rim x Rp 55.000") == Calculation(
        "Kertas A4", ((Decimal(2), "rim"),), Decimal(55000), None
    )


@pytest.mark.parametrize("written", ["30 org x 5 hr", "Kertas A4", "Rp 35.000", "x x x"])
def test_what_is_no_calculation(written: str) -> None:
    assert isinstance(parse_calculation(written), Bad)


units = st.sampled_from(["org", "hr", "OJ", "Keg", "paket", "OB", "box", "pax", "Orang", ""])
numbers = st.integers(1, 9999)


@given(
    st.lists(st.tuples(numbers, units), min_size=1, max_size=4),
    st.sampled_from([" x ", " X ", " × ", "*", " * "]),
)
def test_written_volumes_come_back(factors: list[tuple[int, str]], sign: str) -> None:
    written = sign.join(f"{number} {unit}".strip() for number, unit in factors)
    assert parse_volumes(written) == tuple((Decimal(number), unit) for number, unit in factors)
    priced = parse_calculation(f"Konsumsi {written} x Rp 1.250.000,-")
    assert isinstance(priced, Calculation)
    assert priced.faktor == parse_volumes(written)
    assert priced.harga == 1_250_000


@pytest.mark.parametrize(
    ("text", "lessons"),
    [
        ("44 JP", 44),
        ("5 hari x 8 JPL", 40),
        ("10 JPL/hari × 5 hari", 50),
        ("40 JP x 45 menit", 40),
        ("6 JP x 5 hari = 30 JP", 30),
        (45, 45),
    ],
)
def test_lessons_are_counted_also_where_a_calculation_tells_them(text: str | int, lessons: int) -> None:
    assert parse_lessons(text) == lessons


@pytest.mark.parametrize("text", ["45-85 JPL", "lima hari", "3 x 4 m"])
def test_what_tells_no_number_of_lessons_is_not_read_as_one(text: str) -> None:
    assert isinstance(parse_lessons(text), Bad)
