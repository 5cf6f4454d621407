"""The rows of a table: records, and what lies between them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import NamedTuple

from dak_excel.sheets.grid import Value
from dak_excel.sheets.tabel import Kind, Span
from tests.sheets.layouts import events, payments, people, rab, spell, spent, visits
from tests.sheets.layouts.extras import other_columns, page_footer
from tests.sheets.layouts.frame import group_row
from tests.sheets.layouts.model import UNREADABLE, Column, Row, Table, Truth, Wanted, chance
from tests.sheets.layouts.words import HARI, RINCIAN, long_date

TYPED: dict[str, Value] = {
    "nik": 9.90101010101e15,
    "nib": "99",
    "usia": "tua",
    "tanggal_lahir": "menyusul",
    "waktu": "menyusul",
    "tanggal": "segera",
}


class Plain(NamedTuple):
    """A kind whose rows do not depend on one another."""

    columns: Callable[[Random], list[Column]]
    truth: Callable[[Random, int], Truth]


PLAIN = {
    Kind.PESERTA: Plain(people.peserta_columns, people.peserta),
    Kind.TENAGA: Plain(people.tenaga_columns, people.tenaga),
    Kind.KEGIATAN: Plain(events.kegiatan_columns, events.kegiatan),
    Kind.SENTRA: Plain(visits.sentra_columns, visits.sentra),
    Kind.KUNJUNGAN: Plain(visits.kunjungan_columns, visits.kunjungan),
    Kind.DOKUMENTASI: Plain(visits.dokumentasi_columns, visits.dokumentasi),
}


def table(rng: Random, kind: Kind, code: str) -> Table:
    """A table of this kind with its records; `code` is the rincian that stands outside it."""
    if kind is Kind.RAB:
        return rab.rab(rng)
    if kind is Kind.REALISASI:
        if chance(rng, 0.15):
            paid = payments.payments(rng)
            _doubt(paid.rows, paid.columns)
            return paid
        return spent.realisasi(rng)
    if kind is Kind.JADWAL:
        return _jadwal(rng, code)
    if kind is Kind.KEGIATAN and chance(rng, 0.2):
        columns = events.two_stage_columns(rng)
        return Table(
            kind,
            columns,
            [_two_stage_row(columns, events.two_stages(rng, i + 1)) for i in range(rng.randrange(1, 8))],
        )
    columns = other_columns(rng, kind, PLAIN[kind].columns(rng))
    if kind is Kind.PESERTA and chance(rng, 0.12):
        for column in columns:
            column.runs = column.fields in (("sentra",), ("komoditi",))
    return Table(kind, columns, rows_of(rng, kind, columns, code))


def _two_stage_row(columns: list[Column], truth: Truth) -> Row:
    cells = [column.write(truth) for column in columns]
    wanted = []
    for stage in ("rencana", "realisasi"):
        fields: Truth = {"nama": truth["nama"], "tahap": stage}
        for column in columns:
            for name in column.fields:
                if name.startswith(stage):
                    fields[name.removeprefix(stage + ".")] = truth[name]
        wanted.append(Wanted(Kind.KEGIATAN, fields, rincian=truth["rincian"]))
    return Row(cells, wanted)


def rows_of(rng: Random, kind: Kind, columns: list[Column], code: str) -> list[Row]:
    """Records with the blanks, group rows, pages and totals that lie between them."""
    count = rng.choice([1, 3, 5, 8, 12, 20, 30])
    blank, broken = rng.choice([0.0, 0.0, 0.05]), rng.choice([0.0, 0.0, 0.0, 0.02])
    page = rng.choice([0, 0, 0, 0, 5, 10])
    grouped = kind is Kind.PESERTA and not code and chance(rng, 0.2)
    rows: list[Row] = []
    before: Truth = {}
    group = ""
    for n in range(count):
        if page and n and n % page == 0:
            if chance(rng, 0.2):
                rows.append(group_row(columns, page_footer(rng, n // page), rng.choice([0, 1]), merge=False))
            rows.append(Row([], header=True))
        if grouped and n % 5 == 0:
            group = rng.choice(list(RINCIAN))
            text = f"{group} {RINCIAN[group]}" if chance(rng, 0.7) else f"{group}. {RINCIAN[group].upper()}"
            rows.append(group_row(columns, text, rng.choice([0, 1]), merge=chance(rng, 0.5)))
        truth = PLAIN[kind].truth(rng, n + 1)
        if n % 4 and any(column.runs for column in columns):
            truth |= {"sentra": before["sentra"], "komoditi": before["komoditi"]}
        before = truth
        rows.append(_row(rng, kind, columns, truth, blank, broken))
        if code or group:
            rows[-1].wanted[0].rincian = code or group
        if chance(rng, 0.02):
            rows.append(Row([None] * len(columns)))
    _doubt(rows, columns)
    if chance(rng, 0.15) and kind in (Kind.PESERTA, Kind.SENTRA):
        rows.append(_count_row(rng, columns, count))
    return rows


def _row(rng: Random, kind: Kind, columns: list[Column], truth: Truth, blank: float, broken: float) -> Row:
    cells: list[Value] = []
    fields: Truth = {}
    for column in columns:
        written = column.write(truth)
        gives = {name: truth[name] for name in column.fields} | column.gives
        if not column.essential and chance(rng, blank):
            written = rng.choice([None, "", " ", "-"])
        elif not column.essential and chance(rng, broken):
            written = (
                TYPED.get(column.fields[-1], "#REF!")
                if len(column.fields) == 1 and chance(rng, 0.5)
                else "#REF!"
            )
            gives = dict.fromkeys(column.fields, UNREADABLE)
        if written is None or (isinstance(written, str) and written.strip() in ("", "-")):
            empty = column.fields == ("kelamin",) and column.essential  # the other of two tick columns
            gives = {} if empty else dict.fromkeys(column.fields)
        cells.append(written)
        fields |= gives
    rincian = fields.pop("rincian", None)
    return Row(cells, [Wanted(kind, fields, rincian=rincian)])


def _doubt(rows: list[Row], columns: list[Column]) -> None:
    """Where a column of numeric dates holds no day above 12, its dates may be a finding."""
    for i, column in enumerate(columns):
        if not column.ambiguous:
            continue
        field = next(name for name in column.fields if name in ("tanggal_lahir", "waktu", "tanggal"))
        held = [wanted for row in rows for wanted in row.wanted if isinstance(row.cells[i], str)]
        days = [_edge(wanted.fields.get(field), column, columns) for wanted in held]
        if not any(day.day > 12 for day in days if day):
            for wanted, day in zip(held, days, strict=True):
                if day and spell.ambiguous(day):
                    wanted.doubtful |= set(column.fields)


def _edge(value: object, column: Column, columns: list[Column]) -> date | None:
    if isinstance(value, Span):
        same = [other for other in columns if other.fields == column.fields]
        return value.selesai if same.index(column) else value.mulai
    return value if isinstance(value, date) else None


def _across(row: Row, columns: list[Column]) -> None:
    """A break runs over all columns right of its name."""
    at = next(i for i, column in enumerate(columns) if column.fields == ("materi",))
    for i in range(at + 1, len(columns)):
        row.cells[i] = None
        for name in columns[i].fields:
            row.wanted[0].fields[name] = None
    row.merge = (at, len(columns) - 1)


def _count_row(rng: Random, columns: list[Column], count: int) -> Row:
    cells: list[Value] = [None] * len(columns)
    cells[0] = rng.choice(["JUMLAH", "Jumlah", f"JUMLAH : {count} ORANG", "Total"])
    if len(columns) > 3:
        cells[rng.randrange(1, len(columns))] = float(count)
    return Row(cells, merge=None)


def _jadwal(rng: Random, code: str) -> Table:
    """Sessions, with the day in a column or in a row of its own above them."""
    by_day = chance(rng, 0.25)
    columns = events.jadwal_columns(rng, with_day=not by_day)
    truths = events.sessions(rng, rng.choice([3, 6, 10, 16]))
    rows: list[Row] = []
    day = None
    for truth in truths:
        new_day = truth["waktu"] != day
        day = truth["waktu"]
        if by_day and new_day:
            start = truth["waktu"].mulai
            text = rng.choice(["", "", "Hari I : "]) + f"{HARI[start.weekday()]}, {long_date(rng, start)}"
            rows.append(group_row(columns, text, 0, merge=chance(rng, 0.6)))
        row = _row(rng, Kind.JADWAL, columns, truth, 0.0, 0.0)
        if truth["materi"] in events.BREAKS and chance(rng, 0.5):
            _across(row, columns)
        row.wanted[0].fields["waktu"] = day
        row.wanted[0].rincian = code or None
        for i, column in enumerate(columns):
            if column.once and not new_day:
                row.cells[i] = None
        rows.append(row)
    _doubt(rows, columns)
    if any(column.ambiguous for column in columns) and any(
        wanted.doubtful for row in rows for wanted in row.wanted
    ):
        for row in rows:
            for wanted in row.wanted:
                wanted.doubtful.add("waktu")
    hours = next((i for i, column in enumerate(columns) if column.fields == ("jpl",)), 0)
    if hours > 1 and chance(rng, 0.4):
        cells: list[Value] = [None] * len(columns)
        cells[rng.choice([0, hours - 1])] = rng.choice(["Jumlah", "JUMLAH JPL", "Total"])
        cells[hours] = float(sum(truth["jpl"] or 0 for truth in truths))
        rows.append(Row(cells))
    return Table(Kind.JADWAL, columns, rows)
