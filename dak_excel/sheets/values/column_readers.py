"""How the cells of a column are read, where the column itself settles what a single cell leaves open.

The order of 05/06/1985, what an `x` among ticks means, whether a `Sudah` stands for a NIB.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any, Literal

from dak_excel.sheets.grid import Value
from dak_excel.sheets.values import (
    BIRTH_PIVOT,
    PIVOT,
    Bad,
    Order,
    date_order_evidence,
    is_ambiguous_date,
    nib_readiness,
    order_by_months,
    parse_birth,
    parse_date,
    parse_money,
    parse_nib,
    parse_number,
    parse_percent,
    parse_period,
    parse_present,
    parse_text,
    parse_time_range,
)

Parse = Callable[[Value], object]
"""From a cell to its value, None or Bad."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the readers need to know: the fiscal year, and how a text is placed under a rincian."""

    tahun: int
    rincian: Callable[[str], str]
    order: Order | None = None
    """Order of day and month in the column, where the NIK beside it tells."""
    months: Collection[int] = ()
    """The months (1 … 12) that the title lines name; the days of the column lie in them."""
    petunjuk: Mapping[tuple[str, ...], Any] = field(default_factory=dict)
    """What people have told of layouts (`readings.memory.Petunjuk`)."""


UNBORN = Bad("DATA-TANGGAL", "belum_tiba")
"""A birth that is still to come."""
AMBIGU = Bad("DATA-TANGGAL", "ambigu")
_CLOCKLIKE = re.compile(r"\d{1,2}\s?[.:]\s?\d{2}|\d{1,2}\s*-\s*\d{1,2}\b(?!\s*[-/])")


def same(parse: Parse) -> Callable[[Sequence[Value], Setting], Parse]:
    """A reader for types that need nothing of their column."""
    return lambda _values, _setting: parse


def _order(values: Sequence[Value], setting: Setting) -> Order | Literal["conflict"] | None:
    """The order of day and month in a column: by what stands beside it, by its values, by the title."""
    return setting.order or date_order_evidence(values) or order_by_months(values, setting.months)


def date_reader(values: Sequence[Value], setting: Setting, *, born: bool = False) -> Parse:
    """The parser of a column of days; where the order is open, cells that read both ways are ambiguous."""
    order = _order(values, setting)
    pivot = BIRTH_PIVOT if born else PIVOT
    parse: Parse = lambda value: AMBIGU if is_ambiguous_date(value) else parse_date(value, pivot=pivot)  # noqa: E731
    if order == "dmy" or order == "mdy":  # noqa: PLR1714 (mypy narrows only this)
        parse = partial(parse_date, order=order, pivot=pivot)
    return _already_born(parse, setting.tahun) if born else parse


def birth_reader(values: Sequence[Value], setting: Setting) -> Parse:
    """The same for places and dates of birth in one cell."""
    order = _order(values, setting)
    parse: Parse = lambda value: AMBIGU if is_ambiguous_date(value) else parse_birth(value)  # noqa: E731
    if order in ("dmy", "mdy"):
        parse = partial(parse_birth, order=order)
    return _already_born(parse, setting.tahun)


def _already_born(parse: Parse, year: int) -> Parse:
    """A parser of births that takes none after the fiscal year for one."""

    def checked(value: Value) -> object:
        told = parse(value)
        day = told[1] if isinstance(told, tuple) and not isinstance(told, Bad) else told
        return UNBORN if isinstance(day, date) and day.year > year else told

    return checked


def period_reader(values: Sequence[Value], setting: Setting) -> Parse:
    """The same for spans of days."""
    order = _order(values, setting)
    if order in ("dmy", "mdy"):
        return partial(parse_period, year=setting.tahun, order=order)
    year = setting.tahun
    return lambda value: AMBIGU if is_ambiguous_date(value) else parse_period(value, year)


def read_hours(value: Value) -> object:
    """Hours as a number: `4`, `4 jam`, or the length of `08.00 - 12.00`."""
    if isinstance(value, str) and _CLOCKLIKE.search(value):
        span = parse_time_range(value)
        if isinstance(span, tuple) and not isinstance(span, Bad) and span[0] and span[1]:
            minutes = (span[1].hour - span[0].hour) * 60 + span[1].minute - span[0].minute
            return Decimal(minutes) / 60 if minutes > 0 else Bad("DATA-ANGKA")
    if isinstance(value, time):
        return Decimal(value.hour) + Decimal(value.minute) / 60
    if isinstance(value, timedelta):
        return Decimal(round(value.total_seconds() / 60)) / 60
    return parse_number(value)


TANPA_NOMOR = 0.6
"""What a `Sudah` is worth in a column of NIB: enough to be read, less than the number in another column."""


def claims_nib(value: str) -> bool:
    """Whether a cell says that there is a NIB without giving it: `Sudah`."""
    told = parse_nib(value)
    return isinstance(told, Bad) and told.varian == "tanpa_nomor"


def read_readiness(value: Value, cross: bool | None) -> object:
    """Whether somebody is ready to make a NIB: in words of its own, or a yes or no."""
    ready = nib_readiness(value)
    return parse_present(value, cross=cross) if ready is None else ready


def read_lines(value: Value) -> object:
    """A text whose lines are told apart: one name below the other → `Batik A; Batik B`."""
    if not isinstance(value, str) or "\n" not in value:
        return parse_text(value)
    lines = [text for line in value.splitlines() if isinstance(text := parse_text(line), str)]
    return "; ".join(lines) or None


def read_code(value: Value) -> object:
    """A kode rekening as written; a stored 5.1 stays `5.1`, a stored 5 becomes `5`."""
    text = parse_text(value)
    return text.strip(" ") if isinstance(text, str) else text


def read_money_or_share(value: Value) -> object:
    """An amount, or a percentage as a share of 1."""
    if isinstance(value, str) and "%" in value:
        percent = parse_percent(value)
        return percent / 100 if isinstance(percent, Decimal) else percent
    return parse_money(value)


def place_reader(setting: Setting) -> Parse:
    """A parser that places a text under a rincian."""

    def parse(value: Value) -> object:
        text = parse_text(value)
        return (setting.rincian(text) or None) if isinstance(text, str) else text

    return parse
