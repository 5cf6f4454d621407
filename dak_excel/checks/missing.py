"""DATA-KOSONG: a value that a rule needs and that is not there.

The rule itself is never the finding then (ketentuan.md, head). A blank cell is told of on that cell; a column
that the sheet has not, once for the sheet; a value that is there and cannot be read is the business of the
data rules (DATA-ANGKA, NIK-FORMAT …), so nothing is said here. An activity that no kegiatan row speaks of
gives nothing: in the middle of a year that sheet has not been dropped yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dak_excel.checks.persetujuan import unknown_rules
from dak_excel.checks.registry import Scope, kind, row_identity, temuan
from dak_excel.checks.unreadable import unreadable_values
from dak_excel.daerah.model import Kegiatan
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.tabel import Record, Tabel

ID = "DATA-KOSONG"


class BatasKosong(Model):
    """`sebutan`: field of a record → the name that the user knows it by."""

    sebutan: Mapping[str, str] = {}


@kind(
    "kosong",
    BatasKosong,
    isi=("kolom", "untuk", "contoh"),
    varian=("kolom", "daftar", "tak_terbaca", "ambigu", "ketentuan"),
)
def kosong_umum(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """The cells of few possible words that hold another (variants `tak_terbaca`, `ambigu`).

    Blank cells are told of by the rules that need them, through `missing_value`.
    """
    yield from unreadable_values(k, scope)
    yield from unknown_rules(k, scope)


def missing_value(scope: Scope, k: Ketentuan, record: Record, *fields: str) -> Iterator[Temuan]:
    """DATA-KOSONG for a row in which none of `fields` (any one would do) gives what rule `k` needs."""
    if any(record.problem(name) for name in fields):
        return
    here = [name for name in fields if record.has(name)]
    if not here:
        yield from missing_column(scope, k, record.tabel, fields[0], record.rincian)
        return
    name, row = here[0], record.row
    if here[0] not in record.tabel.columns and not (record.overrides and name in record.overrides):
        row = 0  # a title line stands for all rows
    key = (id(record.tabel), row, name)
    if key in scope.dikabarkan:
        return
    scope.dikabarkan.add(key)
    yield temuan(
        scope.juknis.umum[ID],
        record.cell(name),
        subjek=record.subjek,
        identitas=f"{name}|{row_identity(record) or row}",
        rincian=record.rincian or _code(scope),
        kegiatan=record.kegiatan,
        kolom=_heading(record.tabel, name) or name_of_field(scope, name),
        untuk=_wanted_for(k),
    )


def missing_column(
    scope: Scope, k: Ketentuan, tabel: Tabel, field_name: str, rincian: str = ""
) -> Iterator[Temuan]:
    """DATA-KOSONG for a table that has no column for what rule `k` needs; once a table and column."""
    key = (id(tabel), 0, field_name)
    if key in scope.dikabarkan:
        return
    scope.dikabarkan.add(key)
    yield temuan(
        scope.juknis.umum[ID],
        tabel.ref,
        identitas=f"kolom {field_name}",
        rincian=rincian or tabel.rincian or _code(scope),
        kegiatan=tabel.kegiatan,
        varian="kolom",
        kolom=name_of_field(scope, field_name),
        untuk=_wanted_for(k),
    )


def missing_fact(scope: Scope, k: Ketentuan, kegiatan: Kegiatan, *fields: str) -> Iterator[Temuan]:
    """DATA-KOSONG for a fact of an activity, in its row of the kegiatan sheet, the row as done first."""
    rows = sorted(kegiatan.baris, key=lambda row: row.tahap != "realisasi")
    if not rows or any(row.problem(name) for row in rows for name in fields):
        return
    best = next((row for row in rows if any(row.has(name) for name in fields)), rows[0])
    yield from missing_value(scope, k, best, *fields)


def name_of_field(scope: Scope, field_name: str) -> str:
    """A field's name for the user."""
    names: Mapping[str, str] = scope.juknis.umum[ID].batas["sebutan"]
    return names.get(field_name) or field_name.replace("_", " ")


def _heading(tabel: Tabel, field_name: str) -> str:
    """The heading of a field's column as the sheet has it, on one line."""
    column = tabel.columns.get(field_name)
    return next((" ".join(kolom.judul.split()) for kolom in tabel.kolom if kolom.column == column), "")


def _wanted_for(k: Ketentuan) -> str:
    words = k.judul if k.judul[1:2].isupper() else f"{k.judul[:1].lower()}{k.judul[1:]}"
    return f"{words} ({k.id})"


def _code(scope: Scope) -> str:
    return scope.rincian.kode if scope.rincian else ""
