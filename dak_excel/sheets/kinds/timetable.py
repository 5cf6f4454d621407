"""A timetable drawn as a grid: hours down the side and days across the top, or the other way about."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from dak_excel.sheets.grid import CellRange, Value
from dak_excel.sheets.layout.titles import Judul, read_titles
from dak_excel.sheets.layout.view import View, filled
from dak_excel.sheets.records import Jadwal
from dak_excel.sheets.tabel import Kind, Kolom, Span, Tabel
from dak_excel.sheets.tables.extract import Context, with_batch
from dak_excel.sheets.values import Bad, is_blank, parse_period, parse_text, parse_time_range
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.values.months import WEEKDAYS

MOST_ROWS = 60
"""Rows at the top of a sheet in which the header of a timetable stands."""
LEAST = 2
"""Days, and rows, that a grid must have."""
WEEK = 7
_OF_HOURS = frozenset(
    {"waktu", "pukul", "jam", "jam / hari", "waktu / hari", "jam pelaksanaan", "pukul wib", "waktu wib"}
)
_OF_DAYS = frozenset({"hari / tanggal", "hari", "tanggal", "hari tanggal", "hari dan tanggal", "hari / jam"})
_NTH = re.compile(r"hari\s*(?:ke\s*)?[-.]?\s*(i{1,3}|iv|vi{0,3}|\d)\b", re.I)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7}

Jam = tuple[time | None, time | None]
Tell = Callable[[Value], object]


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a heading or the head of a row tells, a day or hours, and the cell that says so."""

    day: date | None
    hours: Jam | None
    cell: CellRange


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the marks stand: above the columns, and in the column `side` of the rows."""

    header: tuple[int, int]
    side: int
    across: dict[int, _Mark]
    down: dict[int, _Mark]
    judul: Judul


def read_timetable(view: View, context: Context) -> tuple[Tabel, list[Jadwal]] | None:
    """The sessions of the first grid on a sheet; None where none is plainly that of an activity."""
    found = _find(view, context)
    if found is None or not _of_an_activity(view, found, context):
        return None
    tabel = _tabel(view, found, context)
    records: list[Jadwal] = []
    for row, head in found.down.items():
        for column, top in found.across.items():
            place = _top_left(view, row, column)
            text = parse_text(view.grid.at(*place))
            day, hours = head.day or top.day, head.hours or top.hours
            if not isinstance(text, str) or day is None or hours is None:
                continue
            said, when = (head, top) if head.day else (top, head)
            cells = {"materi": view.grid.ref(*place), "waktu": said.cell}
            cells |= dict.fromkeys(("pukul_mulai", "pukul_selesai"), when.cell)
            session = Jadwal(tabel, row, tabel.rincian, tabel.kegiatan, None, cells, materi=text)
            session.waktu = Span(day, day)
            session.pukul_mulai, session.pukul_selesai = hours
            records.append(session)
    return (tabel, records) if records else None


def _find(view: View, context: Context) -> _Grid | None:
    """The header: beside a heading of hours the days, or beside one of days the hours."""
    kosakata = context.kosakata
    for row in range(1, min(view.height, MOST_ROWS) + 1):
        cells = view.cells(row)
        if len(cells) <= LEAST:
            continue
        words = {kosakata.standard(v): c for c, v in cells if isinstance(v, str)}
        for names, days_across in ((_OF_HOURS, True), (_OF_DAYS, False)):
            side = next((column for word, column in words.items() if word in names), 0)
            if side and (found := _grid_at(view, row, side, context, days_across=days_across)):
                return found
    return None


def _grid_at(view: View, row: int, side: int, context: Context, *, days_across: bool) -> _Grid | None:
    judul = read_titles(view, 1, row - 1, context.kosakata, context.setting)
    for last in (row, row + 1) if days_across else (row,):
        across: dict[int, _Mark] = {}
        for at in range(last, row - 1, -1):
            for column, value in view.cells(at, side + 1):
                if column not in across and (mark := _mark(view, at, column, value, judul, context.setting)):
                    across[column] = mark
        across = {c: m for c, m in sorted(across.items()) if (m.day is not None) is days_across}
        if len({(m.day, m.hours) for m in across.values()}) < max(LEAST, len(across)):
            continue
        down = _down(view, last + 1, side, judul, context.setting, days=not days_across)
        if len(down) >= LEAST:
            return _Grid((row, last), side, across, down, judul)
    return None


def _down(
    view: View, first: int, side: int, judul: Judul, setting: Setting, *, days: bool
) -> dict[int, _Mark]:
    """The rows with a day or hours at their head, down to the first that has something else there."""
    rows: dict[int, _Mark] = {}
    for row in range(first, view.height + 1):
        place = _top_left(view, row, side)
        value = view.grid.at(*place)
        if is_blank(value) and not view.cells(row):
            continue
        mark = _mark(view, *place, value, judul, setting)
        if mark is None or (mark.day is not None) is not days:
            break
        rows[row] = mark
    return rows


_IN_BRACKETS = re.compile(r"\(([^()]*\d[^()]*)\)\s*$")
"""The hours of a session behind its name: `Sesi I (08.00-10.00)`."""


def _mark(view: View, row: int, column: int, value: Value, judul: Judul, setting: Setting) -> _Mark | None:
    """The day or the hours that a cell tells."""
    ref, span = view.grid.ref(row, column), judul.facts.get("waktu")
    told = parse_period(value, setting.tahun)
    if isinstance(told, Span) and told.mulai == told.selesai:
        return _Mark(told.mulai, None, ref)
    if isinstance(value, str) and isinstance(span, Span) and (day := _within(value, span)):
        return _Mark(day, None, ref)
    beside = _IN_BRACKETS.search(value) if isinstance(value, str) else None
    hours = parse_time_range(beside[1] if beside else value)
    if hours is None or isinstance(hours, Bad) or hours[0] is None:
        return None
    return _Mark(None, hours, ref)


def _within(text: str, span: Span) -> date | None:
    """The day of a span, at most a week, that `Senin` or `Hari ke-2` means."""
    if span.days > WEEK:
        return None
    word = text.strip().casefold().replace("'", "").replace("’", "")
    days = [span.mulai + timedelta(days=n) for n in range(span.days)]
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
    title = f" {context.kosakata.standard(f'{found.judul.text} {view.grid.sheet}')} "
    if any(f" {phrase} " in title for phrase in words.lawan):
        return False
    named = any(f" {phrase} " in title for phrase in words.judul)
    return bool(found.judul.rincian or context.rincian or (named and found.judul.kegiatan))


def _top_left(view: View, row: int, column: int) -> tuple[int, int]:
    """The cell that holds the value of a cell that is blank within a merged range."""
    merge = view.merge_at(row, column)
    return (merge[0], merge[1]) if merge and not filled(view.grid.at(row, column)) else (row, column)


def _tabel(view: View, found: _Grid, context: Context) -> Tabel:
    judul, first = found.judul, min(found.across)
    hours_down = found.across[first].day is not None
    kolom = [
        Kolom(
            found.side,
            view.text(found.header[0], found.side),
            "pukul_mulai" if hours_down else "waktu",
            0.9,
        )
    ]
    kolom += [Kolom(column, view.text(found.header[0], column), "materi", 0.9) for column in found.across]
    return Tabel(
        kind=Kind.JADWAL,
        grid=view.grid,
        header=found.header,
        body=(min(found.down), max(found.down)),
        kolom=kolom,
        columns={"pukul_mulai" if hours_down else "waktu": found.side, "materi": first},
        fixed=dict(judul.fixed),
        judul=judul.text,
        rincian=judul.rincian or context.rincian,
        kegiatan=with_batch(judul.kegiatan, judul.facts.get("angkatan")),
        facts=dict(judul.facts),
    )
