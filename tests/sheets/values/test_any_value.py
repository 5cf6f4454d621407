"""Whatever stands in a cell, no parser raises."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dak_excel import indonesian
from dak_excel.sheets import values
from dak_excel.sheets.grid import Value
from dak_excel.sheets.values import Bad
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.values.column_types import ISI, fit, read_column

PARSERS: list[Callable[[Any], object]] = [
    getattr(values, name)
    for name in values.__all__
    if name.startswith("parse_") and name not in ("parse_roman", "parse_rincian_code")
]

cell_text = st.one_of(
    st.text(max_size=40),
    st.text("0123456789.,-–/ xX×@=()%RpMmJjutibSDsd'’:A", max_size=25),
    st.lists(
        st.sampled_from(
            [
                *("12", "5", "2023", "85", "35.000", "08.00", ",-", "%", "(", ")", "-", "/", "√"),
                *("Mei", "Juni", "Senin", "s.d.", "dan", "tahun", "pukul", "selesai", "ke-", "II"),
                *("x", "org", "hr", "Rp", "juta", "S1", "D.III", "tidak", "NIB", "A1", "#REF!"),
            ]
        ),
        max_size=8,
    ).map(" ".join),
)
ODD = [
    *("Rp 1'500,5 jt", "1'500,5 ribu", "1e30", "1e-30", "1e999", "1e999 juta", "nan", "inf", "-Infinity"),
    *("٣", "½", "²", "１２", "३ orang", "٣/٤/٢٠٢٣", "٣.٠٠", "Ⅲ", "1½", "nan%", "1e30%", "1'5,3%"),
    *("1" * 400, "1" * 400 + " orang", "0," + "0" * 400 + "1", "1.000" + ".000" * 99, "9" * 5000),
    *("5 x " + "9" * 50, "3 org x 1'5 @ Rp 1'5", "99/99/9999", "31/12/9999", "(1'2,3)", "\x00", "\ud800"),
]
"""What no office means, and some write."""
cell_values: st.SearchStrategy[Value] = st.one_of(
    st.sampled_from(ODD),
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(0, 5000).map(lambda power: 10**power),
    st.integers(0, 10**17),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    cell_text,
)


@pytest.mark.parametrize("parse", PARSERS, ids=lambda parse: parse.__name__)
@given(value=cell_values)
def test_no_value_makes_a_parser_fall_over(parse: Callable[[Any], object], value: Value) -> None:
    result = parse(value)
    if isinstance(result, Bad):
        assert result.ketentuan
        assert value is not None


@given(text=cell_text)
def test_no_text_makes_the_other_readers_fall_over(text: str) -> None:
    values.parse_rincian_code(text)
    values.parse_roman(text)
    values.nib_readiness(text)
    values.is_ambiguous_date(text)
    values.date_order_evidence([text])
    values.cross_means([text])
    values.parse_period(text, 2023, "mdy")
    values.parse_date(text, "mdy", pivot=2015, year=2023)
    values.parse_years(text, 2023)


@pytest.mark.parametrize("parse", PARSERS, ids=lambda parse: parse.__name__)
@pytest.mark.parametrize("value", [None, "", "   ", "\u00a0", "\u200b", "..........", "…"])
def test_blank_cells_are_blank_to_every_parser(parse: Callable[[Any], object], value: Value) -> None:
    assert parse(value) is None


@pytest.mark.parametrize("parse", PARSERS, ids=lambda parse: parse.__name__)
@pytest.mark.parametrize("value", ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?"])
def test_error_cells_are_errors_to_every_parser(parse: Callable[[Any], object], value: Value) -> None:
    assert parse(value) == Bad("DATA-GALAT")


SETTING = Setting(2023, lambda text: "A1" if "A1" in text else "")


def _figures(value: object) -> list[Decimal]:
    """The numbers in what a reader gave: alone, in a tuple of factors, in a calculation."""
    if isinstance(value, Decimal):
        return [value]
    return [n for part in value for n in _figures(part)] if isinstance(value, tuple) else []


@pytest.mark.parametrize("isi", sorted(ISI))
@given(cells=st.lists(cell_values, min_size=1, max_size=4))
def test_a_column_gives_for_each_cell_a_value_or_a_problem(isi: str, cells: list[Value]) -> None:
    found, bad = read_column(cells, isi, SETTING)
    assert len(found) == len(cells)
    assert all(found[at] is None and problem.ketentuan for at, problem in bad.items())
    fit(cells, isi, SETTING)
    for number in (n for value in found for n in _figures(value)):
        assert number.is_finite()
        total = number + number * 12
        for sum_ in (number, total, total - number, number**4):
            assert indonesian.rupiah(sum_)
            assert indonesian.short_rupiah(sum_)
            assert indonesian.number_text(sum_)


@pytest.mark.parametrize("isi", ["uang", "angka", "volume", "jam", "persen"])
@pytest.mark.parametrize("cell", [1e30, -1e18, 10**400, "1" * 400, "1e30", "1" + ".000" * 9])
def test_a_number_beyond_reckoning_is_a_problem_of_its_own(isi: str, cell: Value) -> None:
    found, bad = read_column([5, cell], isi, SETTING)
    assert found[0] is not None
    assert bad == {1: Bad("DATA-ANGKA", "besar")}


def test_an_apostrophe_between_the_digits_groups_them_before_a_scale_too() -> None:
    assert values.parse_money("Rp 1'500,5 jt") == Decimal("1500500000")


@pytest.mark.parametrize(
    "number", [1e30, -1.5e30, 1e308, 5e-324, Decimal("1e26"), float("nan"), float("inf"), 10**40]
)
def test_every_number_can_be_shown(number: float | Decimal) -> None:
    for shown in (indonesian.number_text(number), indonesian.rupiah(number), indonesian.short_rupiah(number)):
        assert shown
    assert indonesian.persen(number).endswith("%")
