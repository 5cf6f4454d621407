"""Records as plain rows: each field under its own name, with the address that it came from.

Personal numbers are masked and home addresses left out unless they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date, time
from enum import Enum
from typing import Any

from dak_excel.api.frames import DAY, Schema
from dak_excel.privacy import mask, mask_nik
from dak_excel.sheets.records import Pendidikan
from dak_excel.sheets.tabel import Record, Span

WHERE: Schema = {
    "daerah": "string",
    "folder": "string",
    "berkas": "string",
    "lembar": "string",
    "baris": "Int64",
    "sel": "string",
    "rincian": "string",
    "kegiatan": "string",
}
"""What every record has: whose, in which file, sheet, row, cell, of which activity."""

_PLAIN: Mapping[str, Schema] = {
    "str": {"": "string"},
    "Decimal": {"": "Float64"},
    "int": {"": "Int64"},
    "bool": {"": "boolean"},
    "date": {"": DAY},
    "time": {"": "string"},
    "Pendidikan": {"": " < ".join(level.name for level in Pendidikan)},
    "Baris": {"": "category"},
    "tuple[str, ...]": {"": "string"},
    "tuple[Decimal | None, ...]": {f"_{month:02d}": "Float64" for month in range(1, 13)},
}
"""Type of a field → the ends of the names of its columns, with their dtypes; other types have no column."""
_OWN: Mapping[str, Schema] = {
    "waktu": {"mulai": DAY, "selesai": DAY},
    "hadir": {"hadir": "boolean", "hari_hadir": "Float64"},
    "tahap": {"tahap": "category"},
    "kelamin": {"kelamin": "category"},
}
"""Fields with columns of their own."""
_HOME = ("alamat",)
_HEADINGS = " › "


def schema(kind: type[Record]) -> dict[str, str]:
    """Columns of a class of record, with their dtypes, the address first."""
    found = dict(WHERE)
    for name, written in _own_fields(kind):
        if name in _OWN:
            found |= _OWN[name]
        else:
            found |= {f"{name}{end}": dtype for end, dtype in _PLAIN.get(written, {}).items()}
    return found


def row(record: Record, *, whole: bool) -> dict[str, Any]:
    """A record as a row; with `whole` personal numbers and home addresses as they stand."""
    place = record.place
    found: dict[str, Any] = {
        "berkas": place.workbook,
        "lembar": place.sheet,
        "baris": record.row,
        "sel": place.a1,
        "rincian": record.rincian,
        "kegiatan": mask(record.kegiatan),
    }
    for name, _ in _own_fields(type(record)):
        value = getattr(record, name)
        if value is not None and (whole or name not in _HOME):
            found |= _cells(name, value, whole)
    return found


def _own_fields(kind: type[Record]) -> Iterator[tuple[str, str]]:
    """Name and written type of the fields that a class adds to those of every record."""
    every = {f.name for f in fields(Record)}
    for one in fields(kind):
        if one.name not in every:
            yield one.name, str(one.type).removesuffix(" | None")


def _cells(name: str, value: Any, whole: bool) -> dict[str, Any]:
    """The columns that one value fills."""
    match value:
        case Span():
            return {"mulai": value.mulai, "selesai": value.selesai}
        case bool() | date():
            return {name: value}
        case float() if name == "hadir":
            return {"hari_hadir": value}
        case Pendidikan():
            return {name: value.name}
        case time():
            return {name: f"{value:%H:%M}"}
        case Enum():
            return {name: value.value}
        case tuple() if name == "kelompok":
            return {name: mask(_HEADINGS.join(value))}
        case tuple():
            return {f"{name}_{number:02d}": month for number, month in enumerate(value, start=1)}
        case str() if name == "nik" and not whole:
            return {name: mask_nik(value)}
        case str() if name == "telepon" and not whole:
            return {name: f"{'*' * max(len(value) - 3, 0)}{value[-3:]}"}
        case str() if not whole:
            return {name: mask(value)}
        case _:
            return {name: value}
