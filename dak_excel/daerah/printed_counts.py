"""How many people a list says that it has: «Jumlah peserta: 30» above or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dak_excel.sheets.grid import CellRange, Grid
from dak_excel.sheets.records import Peserta
from dak_excel.sheets.tabel import Tabel

BAWAH = 12
"""Rows below a list in which its count may stand."""

_COUNT = re.compile(
    r"^\W*(?:jumlah|jml|total|banyak(?:nya)?)\.?(?:\s+(?:seluruh|semua))?(?P<who>\s+(?:peserta|orang))?(?P<rest>.*)$",
    re.I | re.S,
)
"""With neither «peserta» nor «orang» in the label, the number itself must be of people."""
_NUMBER = re.compile(
    r"^[\s:=]*(\d{1,4})(?:[.,]0+)?\s*(?:\([^)]*\)\s*)?(?P<unit>orang|org|peserta|ikm)?\W*$", re.I
)
_OTHER = re.compile(r"\b(?:target|rencana|kuota|laki|perempuan|pria|wanita|hadir|lulus|per\b)", re.I)


@dataclass(frozen=True, slots=True)
class Counted:
    """A printed count and how many people were read."""

    cell: CellRange
    written: int
    read: int


def list_counts(tabel: Tabel, rows: Sequence[Peserta], others: set[int]) -> Iterator[Counted]:
    """The counts of a list that are neither its own number of people nor one of `others` (all of the
    activity, of the file)."""
    people = {row.nik or (row.nama or "").casefold() for row in rows if row.nama or row.nik}
    if not people:
        return
    fits = {len(people), len(rows), *others}
    for cell, written in _printed(tabel):
        if written and written not in fits:
            yield Counted(cell, written, len(people))
            return


def _printed(tabel: Tabel) -> Iterator[tuple[CellRange, int]]:
    """The counts in the title lines and in the rows right below the list."""
    grid = tabel.grid
    end = max(tabel.body[1], tabel.header[1])
    for number in (*range(max(1, tabel.header[0] - BAWAH), tabel.header[0]), *range(end, end + BAWAH + 1)):
        yield from _in_row(grid, number)


def _in_row(grid: Grid, number: int) -> Iterator[tuple[CellRange, int]]:
    cells = grid.rows[number - 1] if 0 < number <= len(grid.rows) else ()
    for at, value in enumerate(cells, 1):
        found = _COUNT.match(value) if isinstance(value, str) else None
        if found is None or _OTHER.search(str(value)):
            continue
        rest = found["rest"]
        if inside := _people(rest, found["who"]):
            yield grid.ref(number, at), inside
        elif not rest.strip(" :=."):
            for column in range(at + 1, min(at + 6, len(cells) + 1)):
                beside = cells[column - 1]
                if beside in (None, "", ":"):
                    continue
                text = f"{beside:g}" if isinstance(beside, float) else str(beside)
                if right := _people(text, found["who"]):
                    yield grid.ref(number, column), right
                break


def _people(text: str, said: str | None) -> int | None:
    """The number of people that a text is; None where it is of something else."""
    found = _NUMBER.match(text)
    return int(found[1]) if found and (said or found["unit"]) else None
