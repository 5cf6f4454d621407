"""Tabel: a table that was found on a sheet, and what every record of it knows of its cells.

None in a record means blank, unreadable or no such column; `Record.has`, `.raw` and `.problem` tell which:

- `not record.has("nib")`: the table has no NIB column and no title line gives one;
- `record.has("nib") and record.blank("nib")`: the column is there, the cell is empty;
- `record.problem("nib")`: there is something in the cell, and it cannot be read as a NIB.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar

from dak_excel.sheets.grid import CellRange, Grid, Value


class Kind(StrEnum):
    """Kinds of sheet (contract, «Input folder»)."""

    IDENTITAS = "identitas"
    KEGIATAN = "kegiatan"
    RAB = "rab"
    PESERTA = "peserta"
    TENAGA = "tenaga"
    JADWAL = "jadwal"
    REALISASI = "realisasi"
    SENTRA = "sentra"
    KUNJUNGAN = "kunjungan"
    NARASI = "narasi"
    DOKUMENTASI = "dokumentasi"
    PERSETUJUAN = "persetujuan"
    PENYALURAN = "penyaluran"
    TIDAK_DIKENALI = "tidak dikenali"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `mulai` to `selesai`, both included."""

    mulai: date
    selesai: date

    @property
    def days(self) -> int:
        """Number of calendar days, at least 1 for a range in order."""
        return (self.selesai - self.mulai).days + 1


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that cannot be taken at its word.

    `ketentuan` is the data rule it breaks (DATA-ANGKA, DATA-TANGGAL, DATA-GALAT, DATA-RUMUS,
    NIK-FORMAT, NIB-FORMAT …); `varian` picks the wording (`bulat15`: Excel has rounded the NIK).
    `judul` is the column's heading as it stands in the sheet.
    """

    ketentuan: str
    cell: CellRange
    raw: Value
    field: str
    judul: str = ""
    varian: str = ""
    rincian: str = ""
    subjek: str = ""
    """Name or budget line of the row, for the user to recognise it."""
    trace: str = ""
    """Where in the code it went wrong, of what the program itself fell over; for the log."""

    def __repr__(self) -> str:
        """The rule and the cell: never what stands in it."""
        return f"Problem({self.ketentuan} {self.varian}, {self.cell}, {self.field})"


@dataclass(slots=True)
class Kolom:
    """One column of a table as understood: `field` empty when nothing fits, certainty 0 … 1.

    A column that is known and not needed (the volumes of a month) has no field and certainty 1.
    """

    column: int
    judul: str
    field: str = ""
    certainty: float = 0.0


@dataclass(slots=True)
class Tabel:
    """One table found on a sheet.

    `columns` maps a field to its column (of several, the first); `fixed` maps a field to the cell
    outside the table (title line, group row is per record) that gives its value for every row.
    `header` and `body` are (first row, last row); an empty body is (n, n - 1).
    """

    kind: Kind
    grid: Grid
    header: tuple[int, int]
    body: tuple[int, int]
    kolom: list[Kolom]
    columns: Mapping[str, int] = field(default_factory=dict)
    fixed: Mapping[str, CellRange] = field(default_factory=dict)
    judul: str = ""
    """The title lines above the table, joined."""
    rincian: str = ""
    """Rincian of the whole table, when it is one."""
    kegiatan: str = ""
    """Name of the activity that the title lines give."""
    facts: dict[str, object] = field(default_factory=dict)
    """Parsed facts of the title lines: `waktu` (Rentang), `tempat`, `jpl`, `panitia`, `angkatan`,
    `target`, `komoditi`, `sentra`, `sk`, `total`, … under the field names of kind kegiatan."""
    direktori: bool = False
    """Whether it is a directory of IKM, whose rows are firms and no sentra."""
    ragu: str = ""
    """Why this reading of a budget is not to be believed; no figure of a report may rest on it."""
    bacaan: tuple[str, ...] = ()
    """The readings that were tried, each with its evidence, for `periksa --baca`."""

    def __repr__(self) -> str:
        """What it is and where it stands: never its title, which may name a person."""
        return f"Tabel({self.kind.value}, {self.ref}, baris {self.body[0]}–{self.body[1]})"

    @property
    def ref(self) -> CellRange:
        """Where a finding on the table as a whole is shown: its title, else its first header cell."""
        first = min((k.column for k in self.kolom), default=1)
        return self.grid.ref(self.header[0], first)

    def header_ref(self, field_name: str) -> CellRange:
        """The heading cell of a field's column; the table's own place when it has no such column."""
        column = self.columns.get(field_name)
        return self.grid.ref(self.header[1], column) if column else self.ref


@dataclass(slots=True)
class Record:
    """A row of a table.

    `overrides` places values that stand elsewhere than in the row's own column: in a group row above, in
    the first row of a merged cell, in a neighbour column.
    """

    kind: ClassVar[Kind]

    tabel: Tabel
    row: int
    rincian: str = ""
    """`A1` … `D4`, or empty when nothing says."""
    kegiatan: str = ""
    """Name of the activity, with its angkatan, as the sheet gives it."""
    problems: dict[str, Problem] | None = None
    overrides: Mapping[str, CellRange] | None = None

    def __repr__(self) -> str:
        """What it is and where it stands: never what it says of a person."""
        return f"{type(self).__name__}({self.tabel.grid.ref(self.row)}, {self.rincian or '–'})"

    def has(self, field_name: str) -> bool:
        """Whether the sheet has a place for this field at all."""
        return (
            field_name in self.tabel.columns
            or field_name in self.tabel.fixed
            or bool(self.overrides and field_name in self.overrides)
        )

    def cell(self, field_name: str) -> CellRange:
        """The cell of a field; the row's first cell when there is none."""
        if self.overrides and field_name in self.overrides:
            return self.overrides[field_name]
        if column := self.tabel.columns.get(field_name):
            return self.tabel.grid.ref(self.row, column)
        return self.tabel.fixed.get(field_name) or self.place

    def raw(self, field_name: str) -> Value:
        """The value as it stands in the cell."""
        if not self.has(field_name):
            return None
        ref = self.cell(field_name)
        return self.tabel.grid.at(ref.row, ref.column)

    def blank(self, field_name: str) -> bool:
        """The cell is empty, or there is no such cell."""
        raw = self.raw(field_name)
        return raw is None or (isinstance(raw, str) and not raw.strip())

    def problem(self, field_name: str) -> Problem | None:
        """Why the field could not be read, if so."""
        return self.problems.get(field_name) if self.problems else None

    @property
    def place(self) -> CellRange:
        """The first cell of the row that has something in it."""
        grid = self.tabel.grid
        for kolom in self.tabel.kolom:
            if grid.at(self.row, kolom.column) not in (None, ""):
                return grid.ref(self.row, kolom.column)
        return grid.ref(self.row, self.tabel.kolom[0].column if self.tabel.kolom else 1)

    @property
    def subjek(self) -> str:
        """Who or what the row is about, as the user would call it."""
        for name in ("nama", "uraian", "materi", "ikm", "usaha", "teks", "keterangan"):
            if value := getattr(self, name, None):
                return " ".join(str(value).split())
        return ""
