"""Months from a date to a date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dak_excel.checks.duration import duration_words, longer_than, shorter_than
from dak_excel.sheets.tabel import Span

HARI = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@pytest.mark.parametrize(
    ("mulai", "selesai", "kata"),
    [
        ("2023-03-01", "2023-08-31", "6 bulan"),
        ("2023-03-01", "2023-09-01", "6 bulan 1 hari"),
        ("2023-01-31", "2023-02-28", "1 bulan"),
        ("2024-01-31", "2024-02-29", "1 bulan"),
        ("2023-03-01", "2023-03-01", "1 hari"),
        ("2023-03-01", "2023-05-30", "2 bulan 30 hari"),
        ("2023-12-15", "2024-01-14", "1 bulan"),
    ],
)
def test_a_span_in_words(mulai: str, selesai: str, kata: str) -> None:
    assert duration_words(Span(date.fromisoformat(mulai), date.fromisoformat(selesai))) == kata


@given(HARI, st.integers(1, 24))
def test_a_span_of_n_months_is_neither_short_nor_long(mulai: date, bulan: int) -> None:
    spans = [Span(mulai, mulai + timedelta(days=n)) for n in range(28 * bulan - 5, 31 * bulan + 5)]
    fitting = [span for span in spans if not shorter_than(span, bulan) and not longer_than(span, bulan)]
    assert 1 <= len(fitting) <= 2
    assert duration_words(fitting[0]) == f"{bulan} bulan"
