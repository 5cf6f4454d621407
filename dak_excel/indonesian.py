"""Numbers, money, dates and lists as Bahasa Indonesia writes them.

Numbers and dates are Babel's (Unicode CLDR, locale `id`), words for amounts those of num2words; lists follow
EYD edisi V. Money is written as Permendagri 77/2020 does, `Rp1.234.567,00`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Context, Decimal, localcontext
from typing import Any

from babel.dates import format_date, get_month_names
from babel.numbers import format_compact_decimal, format_currency, format_decimal

LOCALE = "id"
BULAN: tuple[str, ...] = tuple(get_month_names("wide", locale=LOCALE).values())
"""Januari … Desember."""

Number = int | float | Decimal
TAK_TERHINGGA = "(bukan angka)"
"""What is shown of a number that is none, which no arithmetic of the program makes."""
_LONG = Context(prec=1000)
"""Digits enough for the largest number that a cell can hold; the usual 28 are too few to print 1e30."""


class LessThan(Decimal):
    """A number of which only a bound above is known; it compares as one just below that bound."""

    batas: Decimal

    def __new__(cls, batas: Decimal) -> LessThan:
        """One below `batas`."""
        made = super().__new__(cls, batas - Decimal("0.01"))
        made.batas = Decimal(batas)
        return made

    def __reduce__(self) -> Any:
        return LessThan, (self.batas,)


def number_text(value: Number, desimal: int | None = None) -> str:
    """`1234567.5` → `1.234.567,5`; with `desimal` exactly that many places, else those it has."""
    if isinstance(value, LessThan):
        return f"kurang dari {number_text(value.batas, desimal)}"
    number = _decimal(value)
    if not number.is_finite():
        return TAK_TERHINGGA
    with localcontext(_LONG):
        if desimal is None:
            desimal = max(0, -int(number.normalize().as_tuple().exponent))
        return format_decimal(number, format=_pattern(desimal), locale=LOCALE)


def rupiah(value: Number, desimal: int = 2) -> str:
    """`1234567` → `Rp1.234.567,00`; negative amounts as `-Rp5.000,00`."""
    number = _decimal(value)
    if not number.is_finite():
        return f"Rp {TAK_TERHINGGA}"
    with localcontext(_LONG):
        pattern = f"¤{_pattern(desimal)}"
        return format_currency(number, "IDR", format=pattern, locale=LOCALE, currency_digits=False)


def short_rupiah(value: Number) -> str:
    """Money in a message: without sen when there are none, `Rp1.234.567`."""
    number = _decimal(value)
    return rupiah(number, 0 if number.is_finite() and number == int(number) else 2)


def rough_rupiah(value: Number) -> str:
    """Money as one says it: `Rp24,9 juta`; below a million in full."""
    if -1_000_000 < value < 1_000_000:
        return short_rupiah(round(value))
    return f"Rp{format_compact_decimal(value, format_type='long', locale=LOCALE, fraction_digits=1)}"


def persen(value: Number, desimal: int = 2) -> str:
    """`45.5` (per hundred) → `45,50%`."""
    return f"{number_text(value, desimal)}%"


def date_text(value: date) -> str:
    """`12 Juli 2023`."""
    return f"{value.day} {BULAN[value.month - 1]} {value.year}"


def weekday_and_date(value: date) -> str:
    """`Rabu, 12 Juli 2023`."""
    return format_date(value, "EEEE, d MMMM y", locale=LOCALE)


def date_range(mulai: date, selesai: date) -> str:
    """`12 s.d. 16 Juni 2023`, `30 Mei s.d. 2 Juni 2023`; one date when both are the same day."""
    if mulai == selesai:
        return date_text(mulai)
    if (mulai.year, mulai.month) == (selesai.year, selesai.month):
        return f"{mulai.day} s.d. {date_text(selesai)}"
    if mulai.year == selesai.year:
        return f"{mulai.day} {BULAN[mulai.month - 1]} s.d. {date_text(selesai)}"
    return f"{date_text(mulai)} s.d. {date_text(selesai)}"


def spelled_out(value: int) -> str:
    """`1500000` → `satu juta lima ratus ribu`."""
    from num2words import num2words  # late: only letters and reports need it

    return str(num2words(value, lang="id"))


def listing(items: Sequence[str], kata: str = "dan") -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    if len(items) < 3:
        return f" {kata} ".join(items)
    return f"{', '.join(items[:-1])}, {kata} {items[-1]}"


def _decimal(value: Number) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(repr(value))


def _pattern(desimal: int) -> str:
    return f"#,##0.{'0' * desimal}" if desimal else "#,##0"
