"""From the rows of a table to records: columns parsed, groups and titles applied, problems noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from dak_excel.sheets.columns import ditto
from dak_excel.sheets.columns.birth_parts import joined_date
from dak_excel.sheets.columns.match import TERBACA
from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.columns.paired import half_of
from dak_excel.sheets.grid import CellRange, Value
from dak_excel.sheets.layout.headers import HeaderColumn
from dak_excel.sheets.layout.view import View, filled
from dak_excel.sheets.tabel import Kind, Kolom, Problem, Record, Span, Tabel
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.values import (
    Bad,
    order_by_nik,
    parse_ordinal,
    parse_text,
)
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.values.column_types import read_column
from dak_excel.sheets.values.months import month_number
from dak_excel.sheets.vocabulary import Vocabulary

PASANGAN = {"mulai": "selesai", "selesai": "mulai"}
"""Columns that settle each other's order of day and month."""
PEOPLE = (Kind.PESERTA, Kind.TENAGA)
BIRTHS = frozenset({"tanggal_lahir", "lahir"})
DATES = BIRTHS | {"tanggal", "periode"}
"""Types whose plain numbers are serials of days."""
DAYS_TO_1904 = 1462
BIRTH_PARTS = ("tanggal", "bulan", "tahun")
UNSAID = frozenset({"nomor", "nomor_urut", "hari"})
"""Fields whose unreadable cells matter to nobody; so does a remark, but for a photo's caption."""


@dataclass(slots=True)
class Data:
    """The columns of a table under way to records; all lists run along `rows`."""

    view: View
    tabel: Tabel
    rows: list[int]
    setting: Setting
    columns: dict[str, list[object]] = field(default_factory=dict)
    raws: dict[str, list[Value]] = field(default_factory=dict)
    bad: dict[str, dict[int, Bad]] = field(default_factory=dict)
    places: dict[int, dict[str, CellRange]] = field(default_factory=dict)
    """By position: cells of values that stand elsewhere than in the row's own column."""

    def place(self, at: int, name: str, ref: CellRange) -> None:
        """Says where the value of a field of one row stands."""
        self.places.setdefault(at, {})[name] = ref

    def rename(self, old: str, new: str) -> None:
        """Moves a column to another field, with its unreadable cells."""
        self.columns[new] = self.columns.pop(old)
        self.raws[new] = self.raws.pop(old)
        self.bad[new] = self.bad.pop(old, {})

    def constant(self, name: str, value: object) -> None:
        """Gives a field the same value in every row."""
        self.columns[name] = [value] * len(self.rows)


@dataclass(frozen=True, slots=True)
class Context:
    """What reading a table needs beside the sheet itself."""

    kosakata: Vocabulary
    setting: Setting
    rincian: str = ""
    """Rincian that the sheet name, else the file name, gives."""


Finish = Callable[[Data, Found, Context], None]
"""Turns the columns as read into the fields of the record."""


def make_tabel(view: View, found: Found, context: Context) -> Tabel:
    """The table as the records refer to it."""
    judul = found.judul
    kolom = [column_as_read(column, found.matched) for column in found.header.columns]
    data = found.body.data
    body = (data[0], data[-1]) if data else (found.header.body, found.header.body - 1)
    return Tabel(
        kind=found.kind,
        grid=view.grid,
        header=(found.header.first, found.header.last),
        body=body,
        kolom=kolom,
        columns={name: column.column for name, column in found.matched.columns.items()},
        fixed=dict(judul.fixed),
        judul=judul.text,
        rincian=judul.rincian or context.rincian,
        kegiatan=with_batch(judul.kegiatan, judul.facts.get("angkatan")),
        facts=dict(judul.facts),
        direktori=found.direktori,
    )


def column_as_read(column: HeaderColumn, matched: Matched) -> Kolom:
    """A column as understood; one that is known and not needed has no field and full certainty."""
    name = matched.names.get(column.column, "")
    certainty = matched.certainty.get(column.column, 0.0)
    if not name and column.column in matched.spare:
        return Kolom(column.column, column.judul, "", 1.0)
    return Kolom(column.column, column.judul, name if certainty >= TERBACA else "", certainty)


def with_batch(name: str, batch: object) -> str:
    """An activity's name with its angkatan, unless it says so already."""
    if not name or not batch or "angkatan" in name.casefold() or "batch" in name.casefold():
        return name
    return f"{name} Angkatan {batch}"


def batch_of(value: object) -> str | None:
    """`II`, `Angkatan 2`, `ke-2` → `2`."""
    if value is None:
        return None
    number = parse_ordinal(str(value))
    return str(number) if isinstance(number, int) else str(value)


def read_data(
    view: View,
    found: Found,
    tabel: Tabel,
    context: Context,
    skip: Sequence[str] = (),
    prepare: Callable[[Data], None] | None = None,
) -> Data:
    """Every recognised column of a table, parsed; `prepare` may part rows before that."""
    data = Data(view, tabel, found.body.data, context.setting)
    words = context.kosakata.jenis[found.kind]
    tops = merged_from_above(view, found)
    fields = {n: words.bidang[n].isi for n in found.matched.columns if n in words.bidang and n not in skip}
    for name, isi in fields.items():
        data.raws[name] = gather(data, name, found.matched.columns[name], tops)
        if isi not in ditto.OWN and not (found.kind in PEOPLE and name in ditto.NAMES):
            _repeat(data, name, found.matched.columns[name].column)
        if name in found.matched.halves:
            data.raws[name] = list(half_of(data.raws[name], found.matched.halves[name]))
    three = found.matched.more.get("tanggal_lahir", ())
    if len(three) == len(BIRTH_PARTS):
        data.raws["tanggal_lahir"] = [
            joined_date([view.grid.at(row, column.column) for column in three]) for row in data.rows
        ]
    if prepare:
        prepare(data)
    for name, isi in fields.items():
        raws = data.raws[name]
        if view.grid.date1904 and isi in DATES:
            raws = data.raws[name] = [_since_1900(value) for value in raws]
        setting = context.setting
        if isi in BIRTHS and "nik" in data.raws and (order := order_by_nik(raws, data.raws["nik"])):
            setting = replace(setting, order=order)
        elif isi in DATES - BIRTHS:
            setting = replace(setting, months=_months_of(found))
        beside = data.raws.get(PASANGAN.get(name, ""), ())
        data.columns[name], data.bad[name] = read_column(raws, isi, setting, beside)
    return data


def _months_of(found: Found) -> set[int]:
    """The months that the title lines name, with those between the first and the last of a span."""
    words = [re.findall(r"[^\W\d]+", line.casefold()) for line in found.judul.lines]
    named = {month for line in words for word in line if (month := month_number(word))}
    bulan, waktu = found.judul.facts.get("bulan"), found.judul.facts.get("waktu")
    if isinstance(bulan, int):
        named.add(bulan)
    if isinstance(waktu, Span):
        named |= {waktu.mulai.month, waktu.selesai.month}
    return set(range(min(named), max(named) + 1)) if named else set()


def _repeat(data: Data, name: str, column: int) -> None:
    """Gives the cells of a column that say «as above» what stands there."""
    for at, source in ditto.repeated(data.raws[name]):
        data.raws[name][at] = data.raws[name][source]
        data.place(at, name, data.view.grid.ref(data.rows[source], column))


def _since_1900(value: Value) -> Value:
    """The serial of a day of a workbook that counts from 1904, in a cell that is not formatted as a date."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 5000 < value < 60000:
        return value + DAYS_TO_1904
    return value


def merged_from_above(view: View, found: Found) -> dict[int, dict[int, int]]:
    """Cells in the body that belong to a cell merged over several rows: column → row → its top row."""
    tops: dict[int, dict[int, int]] = {}
    first, end = found.header.body, found.body.end
    for top, left, bottom, _right in view.merges:
        if bottom > top and top >= first and top < end and filled(view.grid.at(top, left)):
            column = tops.setdefault(left, {})
            for row in range(top + 1, bottom + 1):
                column[row] = top
    return tops


def gather(data: Data, name: str, column: HeaderColumn, tops: Mapping[int, Mapping[int, int]]) -> list[Value]:
    """The raw cells of a column along the rows; a merged cell counts for all its rows."""
    rows, at = data.view.rows, column.column
    raws: list[Value] = []
    if column.last == at:
        for row in data.rows:
            values = rows[row - 1]
            value = values[at - 1] if at <= len(values) else None
            raws.append(None if value == "" else value)
    else:
        for place, row in enumerate(data.rows):
            hit = column.filled_at(data.view, row)
            raws.append(rows[row - 1][hit - 1] if hit else None)
            if hit > at:
                data.place(place, name, data.view.grid.ref(row, hit))
    if merged := tops.get(at):
        for place, row in enumerate(data.rows):
            if raws[place] is None and row in merged:
                raws[place] = data.view.grid.at(merged[row], at)
                data.place(place, name, data.view.grid.ref(merged[row], at))
    return raws


def from_titles(data: Data, names: Sequence[str]) -> None:
    """Fields that a title line gives for every row, where the table has no column for them."""
    for name in names:
        value = data.tabel.facts.get(name)
        if value is not None and name not in data.tabel.columns and name not in data.columns:
            data.constant(name, value)


def make_records(
    data: Data, kind: type[Record], rincian: Sequence[str], kegiatan: Sequence[str]
) -> list[Record]:
    """The records, built once all columns are ready."""
    own = {f.name for f in fields(kind)} - {f.name for f in fields(Record)}
    names = [name for name in data.columns if name in own]
    lists = [data.columns[name] for name in names]
    tabel, places = data.tabel, data.places
    records: list[Record] = []
    for at, row in enumerate(data.rows):
        values = {name: column[at] for name, column in zip(names, lists, strict=True)}
        records.append(kind(tabel, row, rincian[at], kegiatan[at], None, places.get(at), **values))
    return records


def note_problems(data: Data, records: Sequence[Record]) -> list[Problem]:
    """The unreadable cells of the table, filed with their records."""
    problems: list[Problem] = []
    titles = {k.column: k.judul for k in data.tabel.kolom}
    for name, cells in data.bad.items():
        if not _matters(name, data):
            continue
        for at, bad in cells.items():
            record = records[at]
            _add(record, problems, name, bad, titles)
    if data.view.grid.unvalued:
        by_column = {column: name for name, column in data.tabel.columns.items() if _matters(name, data)}
        positions = {row: at for at, row in enumerate(data.rows)}
        for row, column in data.view.grid.unvalued:
            if column in by_column and row in positions:
                bad = Bad("DATA-RUMUS")
                _add(records[positions[row]], problems, by_column[column], bad, titles)
    problems.sort(key=lambda problem: problem.cell)
    return problems


def _matters(name: str, data: Data) -> bool:
    return name not in UNSAID and (name != "keterangan" or data.tabel.kind is Kind.DOKUMENTASI)


def _add(record: Record, problems: list[Problem], name: str, bad: Bad, titles: Mapping[int, str]) -> None:
    cell = record.cell(name)
    problem = Problem(
        ketentuan=bad.ketentuan,
        cell=cell,
        raw=record.tabel.grid.at(cell.row, cell.column),
        field=name,
        judul=titles.get(cell.column, "") or titles.get(record.tabel.columns.get(name, 0), ""),
        varian=bad.varian,
        rincian=record.rincian,
        subjek=record.subjek,
        trace=bad.trace,
    )
    record.problems = {**(record.problems or {}), name: problem}
    problems.append(problem)


def text_of(value: Value) -> str:
    """A cell as text, empty when it is blank or an error."""
    text = parse_text(value)
    return text if isinstance(text, str) else ""
