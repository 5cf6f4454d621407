"""Numbers, money and shares: what a dinas writes, and what it means."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dak_excel.sheets.values import (
    Bad,
    parse_age,
    parse_money,
    parse_number,
    parse_percent,
    parse_years,
    percent_is_share,
)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("Rp 1.500.000,-", "1500000"),
        ("Rp. 1.500.000,-", "1500000"),
        ("Rp.1.500.000,--", "1500000"),
        ("1.500.000,00", "1500000"),
        ("1,500,000.00", "1500000"),
        ("1.500.000.00", "1500000"),
        ("1.500.000,=", "1500000"),
        ("1 500 000", "1500000"),
        ("1500000", "1500000"),
        (1500000.0, "1500000"),
        ("1,500", "1500"),
        ("1.500", "1500"),
        ("1,5 juta", "1500000"),
        ("1.5 jt", "1500000"),
        ("1 juta 500 ribu", "1500000"),
        ("1.500 ribu", "1500000"),
        ("500rb", "500000"),
        ("2 M", "2000000000"),
        ("2,25 miliar", "2250000000"),
        ("(250.000)", "-250000"),
        ("(Rp 250.000)", "-250000"),
        ("-Rp 250.000", "-250000"),
        ("Rp1.234.567,50", "1234567.50"),
        ("Rp 35.000/org", "35000"),
        ("@ Rp 35.000,-", "35000"),
        ("Rp 1.500.000 (satu juta lima ratus ribu rupiah)", "1500000"),
        ("\u00a0Rp\u00a01.500.000 ", "1500000"),
        (0.1 + 0.2, "0.3"),
        (1234567.5000000002, "1234567.5"),
        ("-", "0"),
        ("nihil", "0"),
        ("Rp -", "0"),
    ],
)
def test_money(written: str | float, amount: str) -> None:
    assert parse_money(written) == Decimal(amount)


@pytest.mark.parametrize("written", [None, "", "  ", "Rp", "Rp. ..........", "\u200b"])
def test_an_amount_that_nobody_filled_in_is_blank(written: str | None) -> None:
    assert parse_money(written) is None


@pytest.mark.parametrize("written", ["abc", "12a", "1.50.000", "250.000-", True, float("nan")])
def test_what_is_no_amount_is_said_to_be_none(written: str | float) -> None:
    assert parse_money(written) == Bad("DATA-ANGKA")


@pytest.mark.parametrize("written", ["#REF!", "#N/A", "Err:502", " #DIV/0! "])
def test_an_error_cell_is_an_error_and_not_a_number(written: str) -> None:
    for parse in (parse_money, parse_number, parse_percent, parse_age, parse_years):
        assert parse(written) == Bad("DATA-GALAT")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("50 JPL", "50"),
        ("50 jp.", "50"),
        ("12 kali", "12"),
        ("1.000 lembar", "1000"),
        ("2,5", "2.5"),
        ("0.500", "0.5"),
        ("12 m2", "12"),
        ("20 (dua puluh) orang", "20"),
        ("50 JPL (@ 45 menit)", "50"),
        (0.1 + 0.2, "0.3"),
        ("-5", "-5"),
    ],
)
def test_number(written: str | float, number: str) -> None:
    assert parse_number(written) == Decimal(number)


def test_a_number_with_two_readings_is_not_guessed_at() -> None:
    assert parse_number("1,500") == Bad("DATA-ANGKA", "ambigu")
    assert parse_number("20-30") == Bad("DATA-ANGKA")
    assert parse_number("± 50-60") == Bad("DATA-ANGKA")


@pytest.mark.parametrize(
    ("written", "percent"),
    [("45%", "45"), ("45,5 %", "45.5"), (45.0, "45"), (0.45, "45"), (1.0, "100"), ("80 persen", "80")],
)
def test_percent(written: str | float, percent: str) -> None:
    assert parse_percent(written) == Decimal(percent)


def test_the_column_tells_whether_its_percentages_are_shares() -> None:
    assert percent_is_share([0.5, 1.0, 0.25]) is True
    assert percent_is_share([0.5, 75.0]) is False
    assert percent_is_share([1.0, "45%", None]) is None
    assert parse_percent(0.5, share=False) == Decimal("0.5")
    assert parse_percent(1.2, share=True) == Decimal(120)


@pytest.mark.parametrize(
    "written", ["34 th", "34 tahun", "34", 34.6, "34 Thn 5 bln", "34 (tiga puluh empat)"]
)
def test_usia(written: str | float) -> None:
    assert parse_age(written) == 34


def test_a_year_of_birth_is_no_age() -> None:
    assert parse_age(1985) == Bad("DATA-ANGKA")


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("5 tahun", "5"),
        ("5 (lima) tahun", "5"),
        ("> 3 thn", "3"),
        ("lebih dari 5 tahun", "5"),
        ("18 bulan", "1.5"),
        ("3 tahun 6 bulan", "3.5"),
        ("3-5 tahun", "3"),
        ("2015 - 2020", "5"),
        ("sejak 2015", "8"),
        ("2015 - sekarang", "8"),
        (2015, "8"),
        ("belum ada", "0"),
        (5, "5"),
    ],
)
def test_years_of_experience(written: str | float, years: str) -> None:
    assert parse_years(written, 2023) == Decimal(years)


def test_experience_that_needs_a_year_or_has_no_lower_bound_is_not_read() -> None:
    assert parse_years("sejak 2015") == Bad("DATA-ANGKA", "sejak")
    assert parse_years("< tahun lalu") == Bad("DATA-ANGKA", "lama")


def _indonesian(amount: Decimal, decimals: int) -> str:
    whole, _, fraction = f"{amount:,.{decimals}f}".partition(".")
    return whole.replace(",", ".") + ("," + fraction if fraction else "")


amounts = st.decimals(min_value=0, max_value=10**13, places=2)
frames = st.sampled_from(["{}", "Rp {}", "Rp. {}", "Rp{}", " {} ", "IDR {}", "Rp\u00a0{}", "{} rupiah"])


@given(amounts, frames)
def test_an_amount_with_sen_comes_back_as_it_was_written(amount: Decimal, frame: str) -> None:
    assert parse_money(frame.format(_indonesian(amount, 2))) == amount
    assert parse_money(frame.format(f"{amount:,.2f}")) == amount


@given(st.integers(0, 10**14), frames, st.sampled_from(["", ",-", ",00", ",--", ".-", ",="]))
def test_a_whole_amount_comes_back_as_it_was_written(amount: int, frame: str, tail: str) -> None:
    written = frame.format(_indonesian(Decimal(amount), 0) + tail)
    assert parse_money(written) == amount
    assert parse_money(f"({written.strip()})") == -amount


@given(st.integers(-(10**14), 10**14))
def test_a_stored_amount_is_taken_as_it_is(amount: int) -> None:
    assert parse_money(amount) == parse_money(float(amount)) == parse_number(float(amount)) == amount


@given(st.integers(0, 10**6), st.sampled_from(["", " JPL", " org", " hari", " Orang", " Kali", "%", " unit"]))
def test_a_count_with_its_unit_comes_back(count: int, unit: str) -> None:
    assert parse_number(f"{count}{unit}") == count
    assert parse_number(_indonesian(Decimal(count), 0) + unit) == count
