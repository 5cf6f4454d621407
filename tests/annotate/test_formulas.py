"""The condition of a mark: true for the value as found and for no other, as LibreOffice computes it."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from dak_excel.annotate.formulas import serial, unchanged
from dak_excel.sheets.grid import Value
from tests.annotate.office import convert, needs_libreoffice
from tests.annotate.workbooks import reworked

VALUES: list[Value] = [
    "Peserta",
    'Nama "samaran" & <alias>',
    "  tepi  dan   tengah ",
    "baris satu\nbaris dua",
    "a\r\nb\tc",
    "=1+1",
    "x" * 250,
    "kata " * 120,
    "ü" * 600,
    "😀" * 200,
    "99010112345678",
    "",
    0,
    -5,
    43,
    0.1 + 0.2,
    1e-7,
    1.5e20,
    123456789.125,
    9901010112345678,
    True,
    False,
    date(2023, 6, 12),
    datetime(2023, 6, 12, 13, 45, 30),
    time(8, 30),
    timedelta(hours=30, minutes=15),
]
_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1"
OTHERS: list[Value] = ["Lain", 7, None]


@pytest.mark.libreoffice
@needs_libreoffice
def test_formulas_hold_for_the_value_and_for_no_other(tmp_path: Path) -> None:
    values = [v for v in VALUES if not isinstance(v, bool)]  # LibreOffice looks at those less closely
    books: dict[str, bytes] = {}
    expected: dict[str, list[bool]] = {}
    for year_1904 in (False, True):
        first = _book(values, [None] * len(values), year_1904)
        grid = CalamineWorkbook.from_filelike(io.BytesIO(first)).get_sheet_by_index(0).to_python()
        read: list[Value] = [row[0] if row[0] != "" else None for row in grid]
        formulas = [unchanged(f"A{n}", value, year_1904=year_1904) for n, value in enumerate(read, 1)]
        books[f"rumus {year_1904}"] = _book(values, formulas, year_1904)
        expected[f"rumus {year_1904}"] = [True] * len(values)
        for n, other in enumerate(OTHERS):
            books[f"lain{n} {year_1904}"] = _book([other] * len(values), formulas, year_1904)
            expected[f"lain{n} {year_1904}"] = [v == other for v in read]
    assert _computed(books, tmp_path) == expected


def _book(values: list[Value], formulas: list[str | None], year_1904: bool) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "date_1904": year_1904, "strings_to_formulas": False})
    sheet = book.add_worksheet()
    formats = {date: "yyyy-mm-dd", datetime: "yyyy-mm-dd hh:mm:ss", time: "hh:mm", timedelta: "[h]:mm"}
    for row, (value, formula) in enumerate(zip(values, formulas, strict=True)):
        number_format = formats.get(type(value))
        style = book.add_format({"num_format": number_format}) if number_format else None
        if isinstance(value, str):
            sheet.write_string(row, 0, value)
        else:
            sheet.write(row, 0, value, style)
        if formula:
            sheet.write_formula(row, 1, f"={formula}", None, "?")
    book.close()
    return reworked(out.getvalue(), lambda _, part: _without(part, b' t="str"', b"<v>?</v>"))


def _without(part: bytes, *pieces: bytes) -> bytes:
    for piece in pieces:
        part = part.replace(piece, b"")
    return part


def _computed(books: dict[str, bytes], folder: Path) -> dict[str, list[bool]]:
    """Whether each formula holds, by the name of its workbook; all in one start of LibreOffice."""
    sources = [folder / f"{name}.xlsx" for name in books]
    for source, data in zip(sources, books.values(), strict=True):
        source.write_bytes(data)
    found = {}
    for table in convert(sources, _CSV, folder):
        with table.open(encoding="utf-8", newline="") as lines:
            found[table.stem] = [row[1] == "TRUE" for row in csv.reader(lines)]
    return found


def test_no_string_in_a_formula_is_longer_than_excel_takes() -> None:
    for value in VALUES:
        pieces = unchanged("XFD1048576", value).split('"')
        assert all(len(piece.encode("utf-16-le")) // 2 <= 255 for piece in pieces)


@given(st.text(max_size=2000))
def test_formulas_for_any_text_are_short_and_quoted(text: str) -> None:
    formula = unchanged("B7", text)
    assert len(formula) < 4000
    assert formula.count('"') % 2 == 0
    assert "\n" not in formula


@given(st.datetimes(min_value=datetime(1904, 1, 2), max_value=datetime(9999, 12, 31)))
def test_serials_agree_with_excels_calendar(moment: datetime) -> None:
    days = serial(moment)
    assert abs(days - serial(moment, year_1904=True) - 1462) < 1e-6 or days < 61
    if days > 61:
        assert abs((datetime(1899, 12, 30) + timedelta(days=days)) - moment) < timedelta(seconds=0.01)


def test_the_leap_day_that_excel_invented() -> None:
    assert serial(date(1900, 2, 28)) == 59
    assert serial(date(1900, 3, 1)) == 61
    assert serial(time(12)) == 0.5
    assert serial(timedelta(days=1, hours=6)) == 1.25
