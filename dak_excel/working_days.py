"""Working days of the civil service: Monday to Friday, without public holidays and cuti bersama.

The days off come from the package `holidays`; a year that it knows nothing of yet has its weekends only.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=8)
def days_off(year: int) -> Container[date]:
    """Public holidays and cuti bersama of a year in Indonesia."""
    from holidays import country_holidays  # late: half a second that hardly any run needs

    return frozenset(country_holidays("ID", years=year, categories=("public", "government")))


def working_days(first: date, last: date) -> int:
    """How many working days there are from `first` to `last`, both included; 0 when out of order."""
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return sum(day.weekday() < 5 and day not in days_off(day.year) for day in days)
