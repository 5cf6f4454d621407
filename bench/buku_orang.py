"""Small sheets of people and lists, with what they say known, against the reader. Run from the repository:

python -m bench.buku_orang bench/buku_set/putaran-1.yaml [--hanya o07] [--baca]

An entry of the file is a sheet: `isi` is its rows, cells parted by `|` (`'` before a text of digits, ISO
dates, `<br>` a new line in a cell, empty is empty), `jenis` its kind, `baris` the number of records, `nilai`
what single cells say (`7.usia`: record of row 7; of several records in a row, joined by `; `), `masalah` the
cells that cannot be read. A cell that is called unreadable and is not in `masalah` is a fault too. A value of
`–` is nothing at all. For `identitas` and `narasi` the keys of `nilai` are fields.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import IntEnum
from pathlib import Path
from typing import Any

import yaml

from dak_excel.sheets.grid import Grid, Value
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.records import Identitas, ReadSheet, Span
from dak_excel.sheets.vocabulary import load_vocabulary

NOTHING = "–"
_CELL = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Buku:
    """A sheet and what is true of it."""

    nama: str
    grid: Grid
    jenis: tuple[str, ...]
    baris: int | None
    nilai: Mapping[str, str]
    masalah: frozenset[str]


def load_books(text: str) -> list[Buku]:
    """The sheets of a file of facts."""
    return [_book(entry) for entry in yaml.load(text, Loader=yaml.BaseLoader)]


def _book(entry: Mapping[str, Any]) -> Buku:
    rows = [_row(line) for line in str(entry["isi"]).rstrip("\n").split("\n")]
    width = max(map(len, rows))
    rows = [[*row, *[None] * (width - len(row))] for row in rows]
    merges = [_merge(text) for text in entry.get("gabung", ())]
    name = str(entry.get("berkas", "data.xlsx"))
    baris = entry.get("baris")
    return Buku(
        nama=str(entry["nama"]),
        grid=Grid(name, str(entry.get("lembar", "Sheet1")), rows, merges),
        jenis=tuple(kind.strip() for kind in str(entry["jenis"]).split(" / ")),
        baris=None if baris is None else int(baris),
        nilai={str(key): str(value) for key, value in entry.get("nilai", {}).items()},
        masalah=frozenset(entry.get("masalah", ())),
    )


def _row(line: str) -> list[Value]:
    return [_cell(text.strip()) for text in line.split("|")] if line.strip() else [None]


def _cell(text: str) -> Value:
    if not text:
        return None
    if text.startswith("'"):
        return text[1:]
    if _ISO.fullmatch(text):
        return date.fromisoformat(text)
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text.replace("<br>", "\n")


def _merge(text: str) -> tuple[int, int, int, int]:
    match = _CELL.fullmatch(text)
    if match is None:
        raise ValueError(f"bukan rentang sel: {text}")
    return int(match[2]), _column(match[1]), int(match[4]), _column(match[3])


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def faults(buku: Buku, sheet: ReadSheet) -> Iterator[str]:
    """What of a sheet was not read as it stands, in words."""
    if str(sheet.kind) not in buku.jenis:
        yield f"jenis {sheet.kind} ≠ {' / '.join(buku.jenis)}: {' · '.join(sheet.notes)[:300]}"
        return
    if buku.baris is not None and len(sheet.records) != buku.baris:
        rows = [record.row for record in sheet.records]
        yield f"baris {len(sheet.records)} ≠ {buku.baris}: {rows}"
    for key, wanted in buku.nilai.items():
        told = _told(sheet, key)
        if told != wanted:
            yield f"nilai {key}: «{told}» ≠ «{wanted}»"
    bad = {problem.cell.a1 for problem in sheet.problems}
    for cell in sorted(bad - buku.masalah):
        yield f"alarm palsu di {cell}: " + ", ".join(
            f"{p.ketentuan} {p.varian} {p.field}" for p in sheet.problems if p.cell.a1 == cell
        )
    for cell in sorted(buku.masalah - bad):
        yield f"{cell} tidak dikatakan bermasalah"


def _told(sheet: ReadSheet, key: str) -> str:
    row, _, field = key.rpartition(".")
    if not row:
        found = [r.isi for r in sheet.records if isinstance(r, Identitas) and r.kunci == field]
        found += [
            getattr(r, "teks", None) for r in sheet.records if field in (getattr(r, "bagian", None), "teks")
        ]
        return "; ".join(map(_text, found)) or NOTHING
    return (
        "; ".join(_text(getattr(r, field, None)) for r in sheet.records if r.row == int(row)) or "tidak ada"
    )


def _text(value: object) -> str:
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, IntEnum):
        return value.name
    if isinstance(value, Span):
        return value.mulai.isoformat() + (
            f"..{value.selesai.isoformat()}" if value.selesai != value.mulai else ""
        )
    if isinstance(value, time):
        return f"{value:%H.%M}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal | float):
        return f"{value:g}" if isinstance(value, float) else f"{value.normalize():f}"
    return " ".join(str(value).split())


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints what was misread, and how many sheets were read right."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--hanya", nargs="*")
    parser.add_argument("--baca", action="store_true", help="juga apa yang dikatakan pembacaannya")
    options = parser.parse_args(arguments)
    kosakata = load_vocabulary()
    for path in options.sets:
        books = [
            b
            for b in load_books(path.read_text(encoding="utf-8"))
            if not options.hanya or b.nama in options.hanya
        ]
        right = kinds = 0
        for buku in books:
            sheet = read_grid(buku.grid, kosakata, {}, 2023)
            told = list(faults(buku, sheet))
            kinds += str(sheet.kind) in buku.jenis
            right += not told
            if told or options.baca:
                print(f"{buku.nama} ({sheet.kind})", *told, sep="\n    ")
            if options.baca:
                print("    ", *sheet.notes, sep="\n    ")
        print(f"{path.name}: jenis benar {kinds} dari {len(books)}, seluruhnya benar {right}")


if __name__ == "__main__":
    main()
