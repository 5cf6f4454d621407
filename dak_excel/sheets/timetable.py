"""A timetable drawn as a grid: hours down the side, days across the top, what is taught in the cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from dak_excel.sheets.cells import View, filled
from dak_excel.sheets.contents import Setting
from dak_excel.sheets.extract import Context, with_batch
from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.records import Jadwal, Kind, Kolom, Rentang, Tabel
from dak_excel.sheets.titles import Judul, read_titles
from dak_excel.sheets.values import Bad, is_blank, parse_period, parse_text, parse_time_range
from dak_excel.sheets.values.months import WEEKDAYS
from dak_excel.sheets.vocabulary import Kosakata

MOST_ROWS = 60
"""Rows at the top of a sheet in which the days of a timetable stand."""
LEAST_HOURS = 2
"""Rows with hours that a grid must have."""
WEEK = 7
_HOURS = frozenset(
    {"waktu", "pukul", "jam", "jam / hari", "waktu / hari", "jam pelaksanaan", "pukul wib", "waktu wib"}
)
_NTH = re.compile(r"hari\s*(?:ke\s*)?[-.]?\s*(i{1,3}|iv|vi{0,3}|\d)\b", re.I)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7}


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the days and hours stand: `days` maps a column to its day and the cell that says so."""

    header: tuple[int, int]
    hours: int
    days: dict[int, tuple[date, CellRange]]
    judul: Judul


def read_timetable(view: View, context: Context) -> tuple[Tabel, list[Jadwal]] | None:
    """The sessions of the first grid on a sheet; None where none is plainly that of an activity."""
    found = _find(view, context.kosakata, context.setting)
    if found is None or not _of_an_activity(view, found, context):
        return None
    rows = _rows(view, found)
    if len(rows) < LEAST_HOURS:
        return None
    tabel = _tabel(view, found, rows, context)
    records: list[Jadwal] = []
    for row, (start, end) in rows:
        for column, (day, said) in found.days.items():
            place = _top_left(view, row, column)
            text = parse_text(view.grid.at(*place))
            if not isinstance(text, str):
                continue
            ref = view.grid.ref(*place)
            records.append(
                Jadwal(
                    tabel,
                    row,
                    tabel.rincian,
                    tabel.kegiatan,
                    None,
                    {"materi": ref, "waktu": said, "tanggal": said},
                    waktu=Rentang(day, day),
                    pukul_mulai=start,
                    pukul_selesai=end,
                    materi=text,
                )
            )
    return (tabel, records) if records else None


def _find(view: View, kosakata: Kosakata, setting: Setting) -> _Grid | None:
    """The row of the days: beside a heading of hours at least two cells that are days."""
    for row in range(1, min(view.height, MOST_ROWS) + 1):
        cells = view.cells(row)
        hours = next((c for c, v in cells if isinstance(v, str) and kosakata.baku(v) in _HOURS), 0)
        if not hours or len(cells) < 3:
            continue
        judul = read_titles(view, 1, row - 1, kosakata, setting)
        for last in (row, row + 1):
            days = _days(view, row, last, hours, judul, setting)
            if len(days) >= 2 and len({day for day, _ in days.values()}) == len(days):
                return _Grid((row, last), hours, days, judul)
    return None


def _days(
    view: View, first: int, last: int, hours: int, judul: Judul, setting: Setting
) -> dict[int, tuple[date, CellRange]]:
    """The day over each column, from the lowest of the header's rows that tells one."""
    span = judul.facts.get("waktu")
    found: dict[int, tuple[date, CellRange]] = {}
    for row in range(last, first - 1, -1):
        for column, value in view.cells(row):
            if column <= hours or column in found:
                continue
            told = parse_period(value, setting.tahun)
            if isinstance(told, Rentang) and told.mulai == told.selesai:
                found[column] = told.mulai, view.grid.ref(row, column)
            elif isinstance(value, str) and isinstance(span, Rentang) and (day := _within(value, span)):
                found[column] = day, view.grid.ref(row, column)
    return dict(sorted(found.items()))


def _within(text: str, span: Rentang) -> date | None:
    """The day of a span, at most a week, that `Senin` or `Hari ke-2` means."""
    if span.hari > WEEK:
        return None
    word = text.strip().casefold().replace("'", "").replace("’", "")
    days = [span.mulai + timedelta(days=n) for n in range(span.hari)]
    if word in WEEKDAYS:
        return next((day for day in days if day.weekday() == WEEKDAYS[word]), None)
    match = _NTH.fullmatch(word)
    if match is None:
        return None
    number = _ROMAN.get(match[1]) or int(match[1])
    return days[number - 1] if 0 < number <= len(days) else None


def _of_an_activity(view: View, found: _Grid, context: Context) -> bool:
    """Whether the title or the sheet's name is that of a timetable of an activity, not of a school."""
    words = context.kosakata.jenis[Kind.JADWAL]
    title = f" {context.kosakata.baku(f'{found.judul.text} {view.grid.sheet}')} "
    if any(f" {phrase} " in title for phrase in words.lawan):
        return False
    named = any(f" {phrase} " in title for phrase in words.judul)
    return named or bool(found.judul.rincian or context.rincian)


def _rows(view: View, found: _Grid) -> list[tuple[int, tuple[time | None, time | None]]]:
    """The rows with hours, down to the first row that has something else in their column."""
    rows = []
    for row in range(found.header[1] + 1, view.height + 1):
        value = view.grid.at(*_top_left(view, row, found.hours))
        if is_blank(value):
            if not view.cells(row):
                continue
            break
        hours = parse_time_range(value)
        if hours is None or isinstance(hours, Bad) or hours[0] is None:
            break
        rows.append((row, hours))
    return rows


def _top_left(view: View, row: int, column: int) -> tuple[int, int]:
    """The cell that holds the value of a cell that is blank within a merged range."""
    merge = view.merge_at(row, column)
    return (merge[0], merge[1]) if merge and not filled(view.grid.at(row, column)) else (row, column)


def _tabel(
    view: View, found: _Grid, rows: list[tuple[int, tuple[time | None, time | None]]], context: Context
) -> Tabel:
    judul = found.judul
    first = min(found.days)
    kolom = [Kolom(found.hours, view.text(found.header[0], found.hours), "pukul_mulai", 0.9)]
    kolom += [Kolom(column, view.text(found.header[0], column), "materi", 0.9) for column in found.days]
    return Tabel(
        kind=Kind.JADWAL,
        grid=view.grid,
        header=found.header,
        body=(rows[0][0], rows[-1][0]),
        kolom=kolom,
        columns={"pukul_mulai": found.hours, "pukul_selesai": found.hours, "materi": first},
        fixed=dict(judul.fixed),
        judul=judul.text,
        rincian=judul.rincian or context.rincian,
        kegiatan=with_batch(judul.kegiatan, judul.facts.get("angkatan")),
        facts=dict(judul.facts),
    )
