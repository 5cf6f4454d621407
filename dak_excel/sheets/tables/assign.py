"""Which rincian and which activity each row belongs to, and what its group rows say of it."""

from __future__ import annotations

import re

from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.layout.group_rows import Group, after
from dak_excel.sheets.layout.view import filled
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.tables.extract import Context, Data, batch_of, with_batch
from dak_excel.sheets.tables.found import Found

_BATCH = re.compile(r"[\s,(]*\b(?:angkatan|batch|gelombang)\b.*$", re.I)


def belongs(data: Data, found: Found, context: Context) -> tuple[list[str], list[str]]:
    """Rincian and activity of every row: a column, a group row above, the title, sheet and file name."""
    judul = found.judul
    groups = _groups(data, found, context)
    rincian, kegiatan = [], []
    codes, names = data.columns.pop("rincian", None), data.columns.pop("kegiatan", None)
    data.bad.pop("rincian", None)
    own = data.columns.get("nama") if found.kind is Kind.KEGIATAN else None
    batches = data.columns.get("angkatan")
    if batches and not own:
        batches = data.columns["angkatan"] = [batch_of(value) for value in batches]
    last: dict[str, tuple[str, CellRange]] = {}
    for at, row in enumerate(data.rows):
        group = groups[at] if groups else None
        if found.kind is Kind.PERSETUJUAN:
            last.clear()  # there a blank means all of them
        before = last.get("rincian")
        code = _own(data, at, row, "rincian", codes, last, found)
        if before and last["rincian"][0] != before[0]:
            last.pop("kegiatan", None)
            last.pop("angkatan", None)
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
        name = name or judul.kegiatan
        if batches and (
            told := _own(data, at, row, "angkatan", batches, last, found) if not own else batches[at]
        ):
            batch = told
            name = _BATCH.sub("", name) if not own else name
            name = name or f"Angkatan {batch}"
        name = with_batch(name, batch or (judul.facts.get("angkatan") if name == judul.kegiatan else None))
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


def _groups(data: Data, found: Found, context: Context) -> list[Group] | None:
    """The group rows above each row of data; None when the table has none."""
    if not found.body.groups:
        return None
    out: list[Group] = []
    current = Group()
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


def _group_fields(data: Data, at: int, group: Group) -> None:
    """Gives a row the values of its group rows where it has none of its own."""
    for name, (value, ref) in group.isi.items():
        column = data.columns.get(name)
        if column is None:
            column = data.columns[name] = [None] * len(data.rows)
        raws = data.raws.get(name)
        if column[at] is None and (raws is None or not filled(raws[at])):
            column[at] = value
            data.place(at, name, ref)
