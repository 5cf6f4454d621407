"""Rows on activities: kegiatan (as planned, as done, or both), jadwal and kunjungan."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time
from decimal import Decimal

from dak_excel.sheets.layout.month_headings import monthly
from dak_excel.sheets.layout.view import filled
from dak_excel.sheets.tabel import Span
from dak_excel.sheets.tables.extract import Context, Data, batch_of, from_titles
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.values import Bad, parse_time_range
from dak_excel.sheets.values.column_types import read_column

_CLOCKS = re.compile(
    r"\d{1,2}\s?[.:]\s?\d{2}\s*(?:-|–|s\.?\s?/?d\.?|sampai)\s*(?:\d{1,2}\s?[.:]\s?\d{2}|selesai)", re.I
)


def finish_jadwal(data: Data, found: Found, context: Context) -> None:
    """Columns of a timetable into the fields of a Jadwal."""
    _times(data)
    if "waktu" in data.columns:
        _clock_beside_date(data)
        _carry_down(data, "waktu")
    from_titles(data, ("tempat", "narasumber"))
    span = data.tabel.facts.get("waktu")
    if "waktu" not in data.columns and isinstance(span, Span) and span.mulai == span.selesai:
        data.constant("waktu", span)


def _times(data: Data) -> None:
    """`Pukul` gives start and end; two columns give one each."""
    columns = dict(data.tabel.columns)
    starts = data.columns.pop("pukul_mulai", None)
    ends = data.columns.pop("pukul_selesai", None)
    both = data.columns.pop("pukul", None)
    if both is not None:
        column = columns.pop("pukul")
        columns.setdefault("pukul_mulai", column)
        columns.setdefault("pukul_selesai", column)
        data.columns["pukul_mulai"] = [p[0] if isinstance(p, tuple) else None for p in both]
        data.columns["pukul_selesai"] = [p[1] if isinstance(p, tuple) else None for p in both]
        data.bad["pukul_mulai"] = data.bad.pop("pukul", {})
        for places in data.places.values():
            if ref := places.pop("pukul", None):
                places["pukul_mulai"] = places["pukul_selesai"] = ref
    for name, values in (("pukul_mulai", starts), ("pukul_selesai", ends)):
        if values is not None:
            data.columns[name] = [p[0] if isinstance(p, tuple) else None for p in values]
    data.tabel.columns = columns


def _clock_beside_date(data: Data) -> None:
    """`Senin, 12 Juni 2023 / 08.00 - 10.00` in one cell: the hours too."""
    if "pukul_mulai" in data.columns:
        return
    starts: list[time | None] = []
    ends: list[time | None] = []
    for raw in data.raws["waktu"]:
        match = _CLOCKS.search(raw) if isinstance(raw, str) else None
        span = parse_time_range(match[0]) if match else None
        hours = None if span is None or isinstance(span, Bad) else span
        starts.append(hours[0] if hours else None)
        ends.append(hours[1] if hours else None)
    if any(starts):
        data.columns["pukul_mulai"], data.columns["pukul_selesai"] = list(starts), list(ends)
        column = data.tabel.columns["waktu"]
        data.tabel.columns = {**data.tabel.columns, "pukul_mulai": column, "pukul_selesai": column}


def _carry_down(data: Data, name: str) -> None:
    """A blank cell takes the value above it, as in a timetable that names the day once."""
    values, raws = data.columns[name], data.raws.get(name, [])
    column = data.tabel.columns[name]
    last: tuple[object, int] | None = None
    for at, value in enumerate(values):
        if value is not None:
            last = value, at
        elif at < len(raws) and filled(raws[at]):
            last = None  # unreadable: what stands below it is not the day before
        elif last:
            values[at] = last[0]
            place = data.places.get(last[1], {}).get(name)
            data.place(at, name, place or data.view.grid.ref(data.rows[last[1]], column))


def finish_kegiatan(data: Data, found: Found, context: Context) -> None:
    """Columns of a list of activities into the fields of a BarisKegiatan."""
    _span(data)
    _ticked(data, found, context)
    _amounts(data)
    if "angkatan" in data.columns:
        data.columns["angkatan"] = [batch_of(value) for value in data.columns["angkatan"]]
    if "nama" not in data.columns and "rincian" in data.raws:
        data.columns["nama"] = [
            " ".join(str(raw).split()) if filled(raw) else None for raw in data.raws["rincian"]
        ]
        data.tabel.columns = {**data.tabel.columns, "nama": data.tabel.columns["rincian"]}


def _span(data: Data) -> None:
    """Columns `Mulai` and `Selesai` become the period."""
    if "mulai" not in data.columns:
        return
    starts, ends = data.columns.pop("mulai"), data.columns.pop("selesai", None)
    columns = dict(data.tabel.columns)
    start_column, end_column = columns.pop("mulai"), columns.pop("selesai", None)
    if "waktu" in data.columns:
        return
    spans: list[object] = []
    for at, start in enumerate(starts):
        end = ends[at] if ends else None
        first, last = _day(start), _day(end)
        spans.append(Span(first, last or first) if first else None)
    data.columns["waktu"] = spans
    columns["waktu"] = start_column
    data.tabel.columns = columns
    data.bad["waktu"] = data.bad.pop("mulai", {})
    data.raws["waktu"] = data.raws.pop("mulai")
    for at, bad in data.bad.pop("selesai", {}).items():
        if at not in data.bad["waktu"] and end_column:
            data.bad["waktu"][at] = bad
            data.place(at, "waktu", data.view.grid.ref(data.rows[at], end_column))
    for at in data.bad["waktu"]:
        spans[at] = None


def _ticked(data: Data, found: Found, context: Context) -> None:
    """Months ticked in a calendar become the period, from the first ticked to the last."""
    columns = found.matched.more.get("bulan_centang", [])
    if not columns or "waktu" in data.columns:
        return
    year = context.setting.tahun
    spans: list[Span | None] = [None] * len(data.rows)
    for column in columns:
        told = monthly(column.parts, context.kosakata)
        raws = [data.view.grid.at(row, column.column) for row in data.rows]
        ticks, _ = read_column([None if v == "" else v for v in raws], "centang", data.setting)
        for at, tick in enumerate(ticks):
            if told is None or tick is not True:
                continue
            before = spans[at]
            last = date(year, told.bulan, monthrange(year, told.bulan)[1])
            spans[at] = Span(before.mulai if before else last.replace(day=1), last)
            if before is None:
                data.place(at, "waktu", data.view.grid.ref(data.rows[at], column.column))
    data.columns["waktu"] = list(spans)
    data.tabel.columns = {**data.tabel.columns, "waktu": columns[0].column}


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else None


def _amounts(data: Data) -> None:
    """`20 orang` is an amount and its unit."""
    for name in ("target", "capaian"):
        if name not in data.columns:
            continue
        factors = data.columns[name]
        data.columns[name] = [value[0][0] if isinstance(value, tuple) else None for value in factors]
        if "satuan" in data.columns:
            continue
        units = [value[0][1] or None if isinstance(value, tuple) else None for value in factors]
        if any(units):
            data.columns["satuan"] = list(units)
            data.tabel.columns = {**data.tabel.columns, "satuan": data.tabel.columns[name]}


def finish_kunjungan(data: Data, found: Found, context: Context) -> None:
    """Columns of a logbook into the fields of a Kunjungan."""
    _dates_of_days(data, context)
    if "tanggal" in data.columns:
        _carry_down(data, "tanggal")
    _hours_of_visits(data)
    from_titles(data, ("pendamping", "ikm", "tempat"))


def _hours_of_visits(data: Data) -> None:
    """How long a visit was, where only its clock is told: `08.00–12.00`, or start and end in columns."""
    clocks = data.columns.pop("pukul", None)
    starts, ends = (data.columns.pop(f"pukul_{name}", None) for name in ("mulai", "selesai"))
    columns = dict(data.tabel.columns)
    places = [columns.pop(name, None) for name in ("pukul", "pukul_selesai", "pukul_mulai")]
    for name in ("pukul", "pukul_mulai", "pukul_selesai"):
        data.bad.pop(name, None)
    if starts is not None and ends is not None:
        clocks = [(_first(start), _first(end)) for start, end in zip(starts, ends, strict=True)]
    place = next((column for column in places if column is not None), None)
    if clocks is not None and place is not None and "lama_jam" not in data.columns:
        data.columns["lama_jam"] = [_length(value) for value in clocks]
        columns["lama_jam"] = place
    data.tabel.columns = columns


def _first(value: object) -> object:
    """The start of a range of hours."""
    return value[0] if isinstance(value, tuple) else None


def _dates_of_days(data: Data, context: Context) -> None:
    """Days of a month that only the title names, `Bulan : Juni 2023` above `Tgl | 5`, as dates.

    Without the month, and of weekdays alone, no date is known: the visits stand without one.
    """
    data.columns.pop("hari", None)
    numbers = data.columns.pop("tanggal_saja", None)
    columns = dict(data.tabel.columns)
    columns.pop("hari", None)
    place = columns.pop("tanggal_saja", None)
    month, year = data.tabel.facts.get("bulan"), data.tabel.facts.get("tahun", context.setting.tahun)
    if numbers is not None and place is not None and "tanggal" not in data.columns and isinstance(month, int):
        dates = [_day_of_month(int(str(year)), month, value) for value in numbers]
        wrong = [n for n, day in enumerate(dates) if day is None and numbers[n] is not None]
        data.columns["tanggal"] = [*dates]
        data.raws["tanggal"] = data.raws["tanggal_saja"]
        data.bad["tanggal"] = {n: Bad("DATA-TANGGAL") for n in wrong}
        columns["tanggal"] = place
    data.tabel.columns = columns


def _day_of_month(year: int, month: int, value: object) -> date | None:
    """A day of a month as a date; None where there is none such."""
    try:
        return date(year, month, int(value)) if isinstance(value, Decimal) else None
    except ValueError:
        return None


def _length(value: object) -> Decimal | None:
    """Hours from start to end."""
    if not isinstance(value, tuple) or value[0] is None or value[1] is None:
        return None
    minutes = (value[1].hour - value[0].hour) * 60 + value[1].minute - value[0].minute
    return Decimal(minutes) / 60 if minutes > 0 else None
