"""Dates, ranges of days, places of birth, times of day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dak_excel.sheets.grid import Value
from dak_excel.sheets.tabel import Span
from dak_excel.sheets.values import (
    BIRTH_PIVOT,
    Bad,
    date_order_evidence,
    is_ambiguous_date,
    order_by_nik,
    parse_birth,
    parse_date,
    parse_period,
    parse_time_range,
)

BULAN = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
]  # fmt: skip


@pytest.mark.parametrize(
    "written",
    [
        date(1985, 5, 12),
        datetime(1985, 5, 12),
        31179,
        31179.0,
        12051985,
        "12051985",
        "19850512",
        "12 Mei 1985",
        "12 mei 1985",
        "12Mei1985",
        "12-Mei-85",
        "12 Mei '85",
        "12 May 1985",
        "May 12, 1985",
        "12-05-85",
        "12/5/1985",
        "12.05.1985",
        "12 05 1985",
        "12 - 05 - 1985",
        "1985-05-12",
        "1985-05-12 00:00:00",
        "Bandung, 12 Mei 1985",
        "Minggu, 12 Mei 1985",
        "Minggu/12 Mei 1985",
        "tgl. 12 Mei 1985",
        "'12 Mei 1985",
        "\u00a012 Mei\u00a01985",
        "12 Mei 1985 pukul 08.00 WIB",
    ],
)
def test_one_day_in_its_many_spellings(written: Value) -> None:
    assert parse_date(written) == date(1985, 5, 12)


@pytest.mark.parametrize(
    ("month", "spellings"),
    [
        (2, "Februari Pebruari Feb Peb Febr. Febuari"),
        (3, "Maret Mar March Mareet"),
        (6, "Juni Jun June"),
        (7, "Juli Jul July"),
        (8, "Agustus Agust Agt. Ags Agu Aug Agusutus"),
        (9, "September Sept. Sep Setember"),
        (10, "Oktober Okt. Oct October"),
        (11, "November Nopember Nop Nov."),
        (12, "Desember Des. Dec December Desembar"),
    ],
)
def test_months_in_their_many_spellings(month: int, spellings: str) -> None:
    for word in spellings.split():
        assert parse_date(f"5 {word} 2023") == date(2023, month, 5), word


@pytest.mark.parametrize(
    ("written", "variant"),
    [
        ("31 Juni 2023", "mustahil"),
        ("30/02/1985", "mustahil"),
        ("1985", "tahun_saja"),
        (1985, "tahun_saja"),
        ("12 Juni", "tanpa_tahun"),
        ("menyusul", ""),
        ("s.d. 12 Mei 2023", ""),
        (5, ""),
        (datetime(1900, 1, 5), ""),
        (True, ""),
    ],
)
def test_what_is_no_date_is_said_to_be_none(written: Value, variant: str) -> None:
    assert parse_date(written) == Bad("DATA-TANGGAL", variant)


def test_two_digit_years_of_birth_lie_in_the_past() -> None:
    assert parse_date("12-05-85", pivot=BIRTH_PIVOT) == date(1985, 5, 12)
    assert parse_date("12-05-05", pivot=BIRTH_PIVOT) == date(2005, 5, 12)
    assert parse_date("12-05-10", pivot=BIRTH_PIVOT) == date(2010, 5, 12)
    assert parse_date("12-05-16", pivot=BIRTH_PIVOT) == date(1916, 5, 12)
    assert parse_date("12-06-23") == date(2023, 6, 12)


def test_an_ambiguous_date_is_settled_by_its_column() -> None:
    assert is_ambiguous_date("05/06/1985")
    assert is_ambiguous_date("Bandung, 05-06-1985")
    assert not is_ambiguous_date("05/05/1985")
    assert not is_ambiguous_date("13/06/1985")
    assert not is_ambiguous_date("5 Juni 1985")
    assert date_order_evidence(["05/06/1985", "13/06/1985"]) == "dmy"
    assert date_order_evidence(["05/06/1985", "06/13/1985"]) == "mdy"
    assert date_order_evidence(["13/06/1985", "06/13/1985"]) == "conflict"
    assert date_order_evidence(["05/06/1985", "12 Juni 1985", None, 5]) is None
    assert parse_date("05/06/1985") == date(1985, 6, 5)
    assert parse_date("05/06/1985", "mdy") == date(1985, 5, 6)
    assert parse_date("13/06/1985", "mdy") == date(1985, 6, 13)


def test_a_named_weekday_or_days_in_succession_settle_the_order_too() -> None:
    assert date_order_evidence(["Senin, 05/06/2023"]) == "dmy"
    assert date_order_evidence(["Sabtu, 05/06/2023"]) == "mdy"
    assert date_order_evidence(["01-04-2023", "02-04-2023", "02-04-2023", "03-04-2023"]) == "dmy"
    assert date_order_evidence(["04/01/2023", "04/02/2023", "04/03/2023"]) == "mdy"
    assert date_order_evidence(["01-04-2023", "02-04-2023"]) is None
    assert date_order_evidence(["01-04-1985", "02-07-1990", "03-04-1985"]) is None


FIVE_DAYS = Span(date(2023, 6, 12), date(2023, 6, 16))


@pytest.mark.parametrize(
    "written",
    [
        "12 s.d. 16 Juni 2023",
        "12 s.d 16 Juni 2023",
        "12 s/d 16 Juni 2023",
        "12 sd 16 Juni 2023",
        "12s/d16 Juni 2023",
        "12–16 Juni",
        "12-16 Juni 2023",
        "12 - 16 Juni 23",
        "12 Juni 2023 s/d 16 Juni 2023",
        "12 Juni s.d. 16 Juni 2023",
        "12 sampai dengan 16 Juni 2023",
        "Senin s.d. Jumat, 12 s.d. 16 Juni 2023",
        "Senin - Jum'at / 12 - 16 Juni 2023",
        "12-16 Juni 2023 (5 hari)",
        "12-16 Juni 2023, pukul 08.00 s.d. selesai",
        "12, 13, 14, 15 dan 16 Juni 2023",
        "12-16/06/2023",
        "12 Juni 2023 (Senin) s.d. 16 Juni 2023 (Jumat)",
        "Senin, 12-06-2023 s.d. Jumat, 16-06-2023",
        "12/06/2023 - 16/06/2023",
        "12-06-2023 s.d. 16-06-2023",
        "12-06-2023-16-06-2023",
        "2023-06-12 s/d 2023-06-16",
        "12/6 - 16/6/2023",
        "tanggal 12 s.d. 16 Juni tahun 2023",
    ],
)
def test_five_days_in_their_many_spellings(written: str) -> None:
    assert parse_period(written, 2023) == FIVE_DAYS


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("30 Mei - 2 Juni 2023", (2023, 5, 30), (2023, 6, 2)),
        ("28 Desember - 3 Januari 2024", (2023, 12, 28), (2024, 1, 3)),
        ("28 Desember - 3 Januari", (2023, 12, 28), (2024, 1, 3)),
        ("Juni 2023", (2023, 6, 1), (2023, 6, 30)),
        ("Bulan Mei", (2023, 5, 1), (2023, 5, 31)),
        ("Maret s.d. Agustus 2023", (2023, 3, 1), (2023, 8, 31)),
        ("Senin, 12 Juni 2023 / 08.00 - 16.00 WIB", (2023, 6, 12), (2023, 6, 12)),
        (datetime(2023, 6, 12), (2023, 6, 12), (2023, 6, 12)),
        ("16 s.d. 12 Juni 2023", (2023, 6, 16), (2023, 6, 12)),
    ],
)
def test_other_ranges(written: Value, start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    assert parse_period(written, 2023) == Span(date(*start), date(*end))


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("Minggu II Juni 2023", (2023, 6, 1), (2023, 6, 30)),
        ("Minggu 3 Juni 2023", (2023, 6, 1), (2023, 6, 30)),
        ("Minggu ke-3 Juni", (2023, 6, 1), (2023, 6, 30)),
        ("minggu ke II - III bulan Juli 2023", (2023, 7, 1), (2023, 7, 31)),
        ("Minggu IV Juni s.d. Minggu I Juli 2023", (2023, 6, 1), (2023, 7, 31)),
        ("Akhir Juni 2023", (2023, 6, 1), (2023, 6, 30)),
        ("Triwulan II", (2023, 4, 1), (2023, 6, 30)),
        ("TW III 2023", (2023, 7, 1), (2023, 9, 30)),
        ("Semester II", (2023, 7, 1), (2023, 12, 31)),
        ("Triwulan II - III", (2023, 4, 1), (2023, 9, 30)),
        ("Minggu, 11 Juni 2023", (2023, 6, 11), (2023, 6, 11)),
        ("Minggu 11 Juni 2023", (2023, 6, 11), (2023, 6, 11)),
    ],
)
def test_times_that_only_say_when_about(
    written: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    assert parse_period(written, 2023) == Span(date(*start), date(*end))


@pytest.mark.parametrize(
    "written",
    [
        "Triwulan V",
        "minggu depan",
        "akhir tahun",
        "Semester III",
        "menyusul",
        "31 Juni 2023",
        "2023",
    ],
)
def test_vague_times_are_not_guessed_at(written: str) -> None:
    result = parse_period(written, 2023)
    assert isinstance(result, Bad)
    assert result.ketentuan == "DATA-TANGGAL"


def test_a_range_without_a_year_needs_one() -> None:
    assert parse_period("12–16 Juni") == Bad("DATA-TANGGAL", "tanpa_tahun")


@pytest.mark.parametrize(
    ("written", "place", "day"),
    [
        ("Bandung, 12 Mei 1985", "Bandung", date(1985, 5, 12)),
        ("Bandung/12-05-1985", "Bandung", date(1985, 5, 12)),
        ("Bandung 12-05-85", "Bandung", date(1985, 5, 12)),
        ("Kab. Bandung, 12 Mei 1985", "Kab. Bandung", date(1985, 5, 12)),
        ("12 Mei 1985", None, date(1985, 5, 12)),
        (datetime(1985, 5, 12), None, date(1985, 5, 12)),
        ("Bandung", "Bandung", None),
    ],
)
def test_place_and_date_of_birth(written: Value, place: str | None, day: date | None) -> None:
    assert parse_birth(written) == (place, day)


def test_a_place_with_an_unreadable_date_is_unreadable() -> None:
    assert parse_birth("Bandung, 32-05-1985") == Bad("DATA-TANGGAL", "mustahil")


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("08.00 - 10.00", time(8), time(10)),
        ("08:00–10:00 WIB", time(8), time(10)),
        ("pukul 08.00 s.d. 10.15 WIB", time(8), time(10, 15)),
        ("08.00 s.d selesai", time(8), None),
        ("08.00-12.00, 13.00-16.00", time(8), time(16)),
        (time(8, 30), time(8, 30), None),
        (8.3, time(8, 30), None),
        (0.5, time(12), None),
        (timedelta(hours=8), time(8), None),
    ],
)
def test_times(written: Value, start: time, end: time | None) -> None:
    assert parse_time_range(written) == (start, end)


days = st.dates(date(1930, 1, 1), date(2049, 12, 31))


@given(days)
def test_a_date_comes_back_in_every_usual_spelling(day: date) -> None:
    d, m, y = day.day, day.month, day.year
    name = BULAN[m - 1]
    for written in (
        f"{d} {name} {y}",
        f"{d:02d} {name.upper()} {y}",
        f"{d}-{name[:3]}-{y}",
        f"{d:02d}/{m:02d}/{y}",
        f"{d}-{m}-{y}",
        f"{d:02d}.{m:02d}.{y}",
        f"{y}-{m:02d}-{d:02d}",
        f"{d:02d}{m:02d}{y}",
        f"Rabu, {d} {name} {y}",
        f"Contoh Kota, {d} {name} {y}",
        (day - date(1899, 12, 30)).days,
    ):
        assert parse_date(written) == day, written
    assert parse_date(f"{m}/{d}/{y}", "mdy") == day
    assert parse_birth(f"Contoh, {d} {name} {y}") == ("Contoh", day)
    assert parse_period(day) == parse_period(f"{d} {name} {y}") == Span(day, day)


@given(days, st.integers(0, 60), st.sampled_from([" s.d. ", " s/d ", " - ", "–", " sampai dengan ", " sd "]))
def test_a_range_comes_back(start: date, length: int, sign: str) -> None:
    end = start + timedelta(days=length)
    first, last = (f"{day.day} {BULAN[day.month - 1]} {day.year}" for day in (start, end))
    assert parse_period(f"{first}{sign}{last}") == Span(start, end)
    if start.year == end.year:
        first = first.rsplit(" ", 1)[0]
        assert parse_period(f"{first}{sign}{last}") == Span(start, end)
        assert parse_period(f"{first}{sign}{last.rsplit(' ', 1)[0]}", start.year) == Span(start, end)
    if (start.year, start.month) == (end.year, end.month):
        assert parse_period(f"{start.day}{sign}{last}") == Span(start, end)


@given(st.times(), st.times(), st.sampled_from([".", ":"]), st.sampled_from([" - ", "-", " s.d. ", "–"]))
def test_a_session_comes_back(start: time, end: time, dot: str, sign: str) -> None:
    start, end = (value.replace(second=0, microsecond=0) for value in (start, end))
    first, last = (f"{value.hour:02d}{dot}{value.minute:02d}" for value in (start, end))
    assert parse_time_range(f"{first}{sign}{last} WIB") == (start, end)


def test_one_date_with_its_nik_bears_out_the_usual_order_only() -> None:
    assert order_by_nik(["03-10-1983", "12 Mei 1985"], ["9901010310830007", "9901011205850008"]) == "dmy"
    assert order_by_nik(["10-03-1983", "12 Mei 1985"], ["9901010310830007", "9901011205850008"]) is None
