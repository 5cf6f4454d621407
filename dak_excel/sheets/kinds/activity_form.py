"""One activity told as a form: `Nama Kegiatan : …`, `Tempat : …`, `Jumlah JPL : …`, a sheet for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dak_excel.sheets.grid import CellRange, Grid
from dak_excel.sheets.layout.forms import Form
from dak_excel.sheets.records import BarisKegiatan, ReadSheet
from dak_excel.sheets.tabel import Kolom, Problem, Record

_TELLING = ("waktu", "tempat", "jpl", "jumlah_peserta", "target", "panitia", "lembaga", "koordinator")
ENOUGH = 2
"""Facts beside its name from which a form is that of an activity."""


def is_activity(part: ReadSheet) -> bool:
    """Whether what was read of a form is one activity."""
    if len(part.tables) != 1 or len(part.records) != 1 or not isinstance(part.records[0], BarisKegiatan):
        return False
    row = part.records[0]
    return bool(row.nama) and sum(getattr(row, name) is not None for name in _TELLING) >= ENOUGH


def at_its_place(part: ReadSheet, form: Form, grid: Grid) -> ReadSheet:
    """What was read of the made grid, with the addresses of the sheet itself."""
    (tabel,) = part.tables
    first, last = form.lines[0], form.lines[-1]
    placed = replace(
        tabel,
        grid=grid,
        header=(first.row, first.row),
        body=(first.row, last.row),
        kolom=[Kolom(first.column, first.text, certainty=1.0), Kolom(first.value_column, "", certainty=1.0)],
        columns={},
        fixed={name: _moved(cell, form) for name, cell in tabel.fixed.items()},
    )
    own = {name: form.cells[column - 1] for name, column in tabel.columns.items()}
    problems = [_placed(problem, form) for problem in part.problems]
    records = [_record(record, own, form) for record in part.records]
    for record in records:
        record.tabel = placed
    return ReadSheet(grid, tabel.kind, [placed], records, problems)


def _record(record: Record, own: dict[str, CellRange], form: Form) -> Record:
    elsewhere = {name: _moved(cell, form) for name, cell in (record.overrides or {}).items()}
    problems = {name: _placed(problem, form) for name, problem in (record.problems or {}).items()}
    return replace(record, row=own["nama"].row, overrides={**own, **elsewhere}, problems=problems or None)


def _placed(problem: Problem, form: Form) -> Problem:
    return replace(problem, cell=_moved(problem.cell, form))


def _moved(cell: CellRange, form: Form) -> CellRange:
    """A cell of the made grid in the sheet: one of the titles stays where it is."""
    values = len(form.grid.rows)
    return form.cells[cell.column - 1] if cell.row == values and _within(cell, form.cells) else cell


def _within(cell: CellRange, cells: Sequence[CellRange]) -> bool:
    return 0 < cell.column <= len(cells)
