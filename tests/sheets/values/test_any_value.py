"""Whatever stands in a cell, no parser raises."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dak_excel.sheets import values
from dak_excel.sheets.grid import Value
from dak_excel.sheets.values import Bad

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
cell_values: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
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
