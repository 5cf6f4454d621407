"""How typed values are written into cells: each function picks one way and keeps to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from dak_excel.sheets.grid import Value
from dak_excel.sheets.records import Pendidikan
from dak_excel.sheets.tabel import Span
from tests.sheets.layouts.words import BULAN, HARI, long_date, rupiah

Writer = Callable[[Any], Value]

EDUCATION = {
    Pendidikan.SD: ["SD", "Sekolah Dasar"],
    Pendidikan.SMP: ["SMP", "SLTP", "MTs"],
    Pendidikan.SMA: ["SMA", "SLTA", "SMK", "SMA/SMK", "MA", "SMK Tata Busana", "Paket C"],
    Pendidikan.D3: ["D3", "D.III", "D-3", "DIII", "Diploma 3"],
    Pendidikan.S1: ["S1", "S-1", "S.1", "Strata 1", "Sarjana", "S1 Manajemen"],
    Pendidikan.S2: ["S2", "S-2", "Magister", "S2 Teknik"],
}


def nik(rng: Random) -> Writer:
    mode = rng.randrange(7)

    def write(value: str) -> Value:
        match mode:
            case 0:
                return "'" + value
            case 1:
                return f"{value[:6]} {value[6:12]} {value[12:]}"
            case 2:
                return f"{value[:2]}.{value[2:4]}.{value[4:6]}.{value[6:12]}.{value[12:]}"
            case 3:
                return f" {value}\u00a0"
        return value

    return write


def nib(rng: Random) -> Writer:
    none = rng.choice(["-", "", None, "belum ada", "Belum Ada", "tidak ada"])
    number = rng.random() < 0.3

    def write(value: str | None) -> Value:
        if value is None:
            return none
        return float(value) if number else value

    return write


def phone(rng: Random) -> Writer:
    mode = rng.randrange(4)

    def write(value: str) -> Value:
        match mode:
            case 0:
                return float(value)  # the leading nought is gone
            case 1:
                return f"{value[:4]}-{value[4:8]}-{value[8:]}"
            case 2:
                return "+62 " + value[1:]
        return value

    return write


def kelamin(rng: Random) -> Writer:
    men, women = rng.choice(
        [
            ("L", "P"),
            ("l", "p"),
            ("Lk", "Pr"),
            ("Laki-laki", "Perempuan"),
            ("LAKI-LAKI", "PEREMPUAN"),
            ("Pria", "Wanita"),
        ]
    )
    return lambda value: men if value == "L" else women


def yes_no(rng: Random) -> Writer:
    yes, no = rng.choice(
        [
            ("Ya", "Tidak"),
            ("ya", "tidak"),
            ("√", ""),
            ("v", None),
            ("Ada", "Tidak Ada"),
            ("✓", "-"),
            ("Sudah", "Belum"),
            ("Y", "T"),
        ]
    )
    return lambda value: None if value is None else yes if value else no


def reads_no(written: Value) -> bool | None:
    """What an empty place in a column of ticks reads as: nothing."""
    return None if written in (None, "", "-") else False


def education(rng: Random) -> Writer:
    return lambda value: rng.choice(EDUCATION[value])


def age(rng: Random) -> Writer:
    unit = rng.choice([None, None, "", " th", " Tahun", " thn"])
    return lambda value: float(value) if unit is None else f"{value}{unit}"


def years(rng: Random) -> Writer:
    unit = rng.choice([None, "", " th", " tahun", " Thn."])
    return lambda value: float(value) if unit is None else f"{value}{unit}"


def count(rng: Random, *units: str) -> Writer:
    unit = rng.choice([None, None, *units])

    def write(value: Decimal | int | None) -> Value:
        if value is None:
            return None
        number = int(value) if value == int(value) else float(value)
        if unit is None:
            return float(number)
        return f"{str(number).replace('.', ',')} {unit}".strip()

    return write


def money(rng: Random) -> Writer:
    mode = rng.randrange(9)
    nought = rng.choice([0.0, "-", "Rp -", None]) if rng.random() < 0.5 else 0.0

    def write(value: Decimal | int | None) -> Value:
        if value is None:
            return None
        if value == 0:
            return nought
        amount = int(value)
        match mode:
            case 0:
                return f"Rp {rupiah(amount)},-"
            case 1:
                return f"Rp. {rupiah(amount)}"
            case 2:
                return rupiah(amount)
            case 3:
                return f"{rupiah(amount)},00"
            case 4:
                return f"{amount:,}.00"
        return float(amount)

    return write


def ambiguous(value: date) -> bool:
    return value.day <= 12 and value.day != value.month


def day(rng: Random, *, birth: bool = False) -> tuple[Writer, bool]:
    """A writer of dates, and whether it writes day and month as bare numbers."""
    mode = rng.randrange(8)

    def write(value: date | None) -> Value:
        if value is None:
            return None
        match mode:
            case 0 | 1:
                return value
            case 2:
                return datetime(value.year, value.month, value.day)
            case 3:
                return f"{value.day:02d}-{value.month:02d}-{value.year}"
            case 4:
                return f"{value.day}/{value.month}/{value.year}"
            case 5 if birth:
                return f"{value.day:02d}-{value.month:02d}-{value.year % 100:02d}"
            case 6 if not birth:
                return f"{HARI[value.weekday()]}, {long_date(rng, value)}"
        return long_date(rng, value)

    return write, mode in (3, 4) or (mode == 5 and birth)


def period(rng: Random) -> Writer:
    sign = rng.choice([" s.d. ", " s/d ", " - ", "-", "–", " sd ", " sampai dengan "])
    full = rng.random() < 0.3
    weekdays = rng.random() < 0.2

    def write(value: Span | None) -> Value:
        if value is None:
            return None
        first, last = value.mulai, value.selesai
        if first == last:
            return long_date(rng, first)
        end = long_date(rng, last)
        if full or first.year != last.year:
            start = long_date(rng, first)
        elif first.month != last.month:
            start = long_date(rng, first, year=False)
        else:
            start = str(first.day)
        lead = f"{HARI[first.weekday()]}{sign}{HARI[last.weekday()]}, " if weekdays else ""
        return f"{lead}{start}{sign}{end}"

    return write


def clock(rng: Random) -> Callable[[time], str]:
    dot = rng.choice([".", ":"])
    return lambda value: f"{value.hour:02d}{dot}{value.minute:02d}"


def session(rng: Random) -> Writer:
    write_clock = clock(rng)
    sign, zone = rng.choice([" - ", "-", " s.d. ", "–", " s/d "]), rng.choice(["", "", " WIB"])
    return lambda ends: f"{write_clock(ends[0])}{sign}{write_clock(ends[1])}{zone}"


def moment(rng: Random) -> Writer:
    if rng.random() < 0.4:
        return lambda value: value
    write_clock = clock(rng)
    return write_clock


def factors(rng: Random) -> Callable[[tuple[tuple[Decimal, str], ...]], str]:
    sign = rng.choice([" x ", " X ", " × ", " * ", "x "])
    return lambda value: sign.join(f"{number} {unit}".strip() for number, unit in value)


def month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def whole_month(value: Span) -> str:
    return f"{BULAN[value.mulai.month - 1]} {value.mulai.year}"
