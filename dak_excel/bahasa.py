"""Numbers, money, dates and lists as Bahasa Indonesia writes them.

Source: EYD edisi V (numbers and dates); Permendagri 77/2020 writes money as `Rp1.234.567,00`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

Number = int | float | Decimal


def angka(value: Number, desimal: int | None = None) -> str:
    """`1234567.5` → `1.234.567,5`; with `desimal` exactly that many places, else those it has."""
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    if desimal is None:
        number = number.normalize()
        places = max(0, -int(number.as_tuple().exponent))
        text = f"{number:,.{places}f}"
    else:
        text = f"{number:,.{desimal}f}"
    return text.translate({ord(","): ".", ord("."): ","})


def rupiah(value: Number, desimal: int = 2) -> str:
    """`1234567` → `Rp1.234.567,00`; negative amounts as `-Rp5.000,00`."""
    magnitude = -value if value < 0 else value
    text = angka(magnitude, desimal)
    return f"-Rp{text}" if value < 0 else f"Rp{text}"


def rupiah_pendek(value: Number) -> str:
    """Money in a message: without sen when there are none, `Rp1.234.567`."""
    return rupiah(value, 0 if value == int(value) else 2)


def persen(value: Number, desimal: int = 2) -> str:
    """`45.5` (per hundred) → `45,50%`."""
    return f"{angka(value, desimal)}%"


def tanggal(value: date) -> str:
    """`12 Juli 2023`."""
    return f"{value.day} {BULAN[value.month - 1]} {value.year}"


def hari_tanggal(value: date) -> str:
    """`Rabu, 12 Juli 2023`."""
    return f"{HARI[value.weekday()]}, {tanggal(value)}"


def rentang_tanggal(mulai: date, selesai: date) -> str:
    """`12 s.d. 16 Juni 2023`, `30 Mei s.d. 2 Juni 2023`; one date when both are the same day."""
    if mulai == selesai:
        return tanggal(mulai)
    if (mulai.year, mulai.month) == (selesai.year, selesai.month):
        return f"{mulai.day} s.d. {tanggal(selesai)}"
    if mulai.year == selesai.year:
        return f"{mulai.day} {BULAN[mulai.month - 1]} s.d. {tanggal(selesai)}"
    return f"{tanggal(mulai)} s.d. {tanggal(selesai)}"


def terbilang(value: int) -> str:
    """`1500000` → `satu juta lima ratus ribu`."""
    from num2words import num2words  # late: only letters and reports need it

    return str(num2words(value, lang="id"))


def daftar(items: Sequence[str], kata: str = "dan") -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    if len(items) < 3:
        return f" {kata} ".join(items)
    return f"{', '.join(items[:-1])}, {kata} {items[-1]}"
