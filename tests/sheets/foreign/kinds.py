"""The list of kinds: each a function that makes the bytes of one file, under its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dak_excel.sheets.grid import Value

TABEL: list[list[Value]] = [
    ["No", "Nama", "NIK", "Jumlah", "Tanggal"],
    [1, "Contoh Satu", "9901010101010001", 1500000, date(2023, 6, 12)],
    [2, "Contoh Dua & Tiga", "9901010101010002", 2500000.5, date(2023, 12, 31)],
]
"""What most readable kinds hold, whatever their format."""
TEKS: list[list[Value]] = [
    ["No", "Nama", "NIK", "Jumlah", "Tanggal"],
    ["1", "Contoh Satu", "9901010101010001", "1500000", "12 Juni 2023"],
    ["2", "Contoh Dua & Tiga", "9901010101010002", "2500000,5", "31 Desember 2023"],
]
"""The same in formats that have nothing but text."""


@dataclass(frozen=True)
class Readable:
    """A file that is read, and what its first sheet then holds."""

    nama: str
    make: Callable[[], bytes]
    rows: list[list[Value]]


@dataclass(frozen=True)
class Broken:
    """A file that is refused, and what the user is told of it."""

    nama: str
    make: Callable[[], bytes]
    says: str


READABLE: list[Readable] = []
BROKEN: list[Broken] = []

Maker = Callable[[], bytes]


def readable(nama: str, rows: list[list[Value]] | None = None) -> Callable[[Maker], Maker]:
    """Enters a maker in the list of readable kinds."""

    def enter(make: Maker) -> Maker:
        READABLE.append(Readable(nama, make, TABEL if rows is None else rows))
        return make

    return enter


def broken(nama: str, says: str) -> Callable[[Maker], Maker]:
    """Enters a maker in the list of broken kinds."""

    def enter(make: Maker) -> Maker:
        BROKEN.append(Broken(nama, make, says))
        return make

    return enter


from tests.sheets.foreign import (  # noqa: E402, F401 - they enter themselves
    binary,
    damaged,
    libraries,
    ooxml,
    opendocument,
    strangers,
    text,
)
