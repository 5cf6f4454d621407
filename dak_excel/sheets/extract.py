"""From the rows of a table to records: columns parsed, groups and titles applied, problems noted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields

from dak_excel.sheets.cells import View, filled
from dak_excel.sheets.columns import TERBACA, Matched
from dak_excel.sheets.contents import Setting, read_column
from dak_excel.sheets.grid import CellRange, Value
from dak_excel.sheets.groups import Kelompok, after
from dak_excel.sheets.headers import HeaderColumn
from dak_excel.sheets.records import Kind, Kolom, Problem, Record, Tabel
from dak_excel.sheets.tables import Found
from dak_excel.sheets.values import Bad, parse_text
from dak_excel.sheets.vocabulary import Kosakata

PASANGAN = {"mulai": "selesai", "selesai": "mulai"}
"""Columns that settle each other's order of day and month."""
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

    kosakata: Kosakata
    setting: Setting
    rincian: str = ""
    """Rincian that the sheet name, else the file name, gives."""


Finish = Callable[[Data, Found, Context], None]
"""Turns the columns as read into the fields of the record."""


def make_tabel(view: View, found: Found, context: Context) -> Tabel:
    """The table as the records refer to it."""
    judul = found.judul
    kolom = [_kolom(column, found.matched) for column in found.header.columns]
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
    )


def _kolom(column: HeaderColumn, matched: Matched) -> Kolom:
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


def read_data(view: View, found: Found, tabel: Tabel, context: Context, skip: Sequence[str] = ()) -> Data:
    """Every recognised column of a table, parsed."""
    data = Data(view, tabel, found.body.data, context.setting)
    words = context.kosakata.jenis[found.kind]
    tops = merged_from_above(view, found)
    fields = {n: words.bidang[n].isi for n in found.matched.columns if n in words.bidang and n not in skip}
    for name in fields:
        data.raws[name] = gather(data, name, found.matched.columns[name], tops)
    for name, isi in fields.items():
        beside = data.raws.get(PASANGAN.get(name, ""), ())
        data.columns[name], data.bad[name] = read_column(data.raws[name], isi, context.setting, beside)
    return data


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
            cells = rows[row - 1][at - 1 : column.last]
            hit = next((i for i, value in enumerate(cells) if filled(value)), None)
            raws.append(None if hit is None else cells[hit])
            if hit:
                data.place(place, name, data.view.grid.ref(row, at + hit))
    if merged := tops.get(at):
        for place, row in enumerate(data.rows):
            if raws[place] is None and row in merged:
                raws[place] = data.view.grid.at(merged[row], at)
                data.place(place, name, data.view.grid.ref(merged[row], at))
    return raws


def belongs(data: Data, found: Found, context: Context) -> tuple[list[str], list[str]]:
    """Rincian and activity of every row: a column, a group row above, the title, sheet and file name."""
    judul = found.judul
    groups = _groups(data, found, context)
    rincian, kegiatan = [], []
    codes, names = data.columns.pop("rincian", None), data.columns.pop("kegiatan", None)
    data.bad.pop("rincian", None)
    own = data.columns.get("nama") if found.kind is Kind.KEGIATAN else None
    batches = data.columns.get("angkatan") if own else None
    last: dict[str, tuple[str, CellRange]] = {}
    for at, row in enumerate(data.rows):
        group = groups[at] if groups else None
        code = _own(data, at, row, "rincian", codes, last, found)
        name = str(own[at] or "") if own else _own(data, at, row, "kegiatan", names, last, found)
        if name and not code:
            code = context.setting.rincian(name)
        if group:
            if not code and group.rincian_cell:
                code = group.rincian
                data.place(at, "rincian", group.rincian_cell)
            if not name and group.kegiatan_cell:
                name = group.kegiatan
                data.place(at, "kegiatan", group.kegiatan_cell)
            batch = group.isi.get("angkatan", (None,))[0]
            _group_fields(data, at, group)
        else:
            batch = None
        if batches:
            batch = batches[at] or batch
        name = with_batch(
            name or judul.kegiatan, batch or (judul.facts.get("angkatan") if not name else None)
        )
        rincian.append(code or data.tabel.rincian)
        kegiatan.append(name)
    if judul.rincian_cell:
        data.tabel.fixed = {"rincian": judul.rincian_cell, **data.tabel.fixed}
    return rincian, kegiatan


def _own(
    data: Data,
    at: int,
    row: int,
    name: str,
    column: list[object] | None,
    last: dict[str, tuple[str, CellRange]],
    found: Found,
) -> str:
    """What the row's own column says; a blank takes what the last filled cell above says."""
    if column is None:
        return ""
    value = column[at]
    place = data.places.get(at, {}).get(name) or data.view.grid.ref(row, found.matched.columns[name].column)
    if isinstance(value, str) and value:
        last[name] = (value, place)
        return value
    raw = data.raws.get(name)
    if name in last and (raw is None or not filled(raw[at])):
        data.place(at, name, last[name][1])
        return last[name][0]
    return ""


def _groups(data: Data, found: Found, context: Context) -> list[Kelompok] | None:
    """The group rows above each row of data; None when the table has none."""
    if not found.body.groups:
        return None
    out: list[Kelompok] = []
    current = Kelompok()
    marks = sorted(found.body.groups)
    next_mark = 0
    for row in data.rows:
        while next_mark < len(marks) and marks[next_mark] < row:
            current = after(
                current,
                data.view,
                marks[next_mark],
                found.header.left,
                found.header.right,
                context.kosakata,
                context.setting,
            )
            next_mark += 1
        out.append(current)
    return out


def _group_fields(data: Data, at: int, group: Kelompok) -> None:
    """Gives a row the values of its group rows where it has none of its own."""
    for name, (value, ref) in group.isi.items():
        column = data.columns.get(name)
        if column is None:
            column = data.columns[name] = [None] * len(data.rows)
        raws = data.raws.get(name)
        if column[at] is None and (raws is None or not filled(raws[at])):
            column[at] = value
            data.place(at, name, ref)


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
    )
    record.problems = {**(record.problems or {}), name: problem}
    problems.append(problem)


def text_of(value: Value) -> str:
    """A cell as text, empty when it is blank or an error."""
    text = parse_text(value)
    return text if isinstance(text, str) else ""
