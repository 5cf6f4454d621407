"""Attendance over several columns: a tick for each day under `Kehadiran`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dak_excel.sheets.grid import Value
from dak_excel.sheets.layout.headers import Header, HeaderColumn
from dak_excel.sheets.layout.view import filled
from dak_excel.sheets.values import parse_attendance
from dak_excel.sheets.vocabulary import Vocabulary

_PRESENT = re.compile(
    r"(?:kehadiran|daftar hadir|absensi|presensi|hadir|absen|tanda tangan|paraf|ttd)\b"
    r"|(?:(?:hari|pertemuan|sesi)(?:\W*ke)?|tanggal|tgl)\W*$"
)
_DAY = re.compile(r"\d|^[ivx]+$|\bhari\b|\btanggal\b|^(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|ahad)\b")

_MARK = re.compile(r"[*+#@•●■]{1,2}")
_DATE = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}\s+(?:jan|feb|peb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des)\w*"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?$|(?:tgl|tanggal|hari)\b\W*(?:ke\W*)?(?:\d{1,2}|[ivx]{1,4})$",
    re.I,
)
"""A heading that is a day itself."""


def day_columns(header: Header, kosakata: Vocabulary) -> list[HeaderColumn]:
    """The columns of the days; empty when there are not at least two."""
    days = [column for column in header.columns if len(column.parts) > 1 and _is_day(column, kosakata)]
    if len(days) > 1:
        return days
    dates = [c for c in header.columns if len(c.parts) == 1 and _DATE.match(c.parts[0])]
    return dates if len(dates) > 1 else []


def _is_day(column: HeaderColumn, kosakata: Vocabulary) -> bool:
    group, leaf = kosakata.standard(column.parts[0]), kosakata.standard(column.parts[-1].replace("'", ""))
    return _PRESENT.match(group) is not None and _DAY.search(leaf) is not None


def days_present(cells: Sequence[Value]) -> float | None:
    """The number of days ticked; None for a row that nobody filled in."""
    if not any(filled(cell) for cell in cells):
        return None
    answers = [_is_mark(cell) or parse_attendance(cell) for cell in cells if filled(cell)]
    return float(sum(1 for a in answers if a is True or (isinstance(a, float) and a > 0)))


def _is_mark(cell: Value) -> bool:
    """Whether a cell holds a sign of any kind where others have left it blank: `*`."""
    return isinstance(cell, str) and _MARK.fullmatch(cell.strip()) is not None
