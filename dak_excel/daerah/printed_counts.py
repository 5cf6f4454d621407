"""How many people a list says that it has: «Jumlah peserta: 30», «Jumlah narasumber: 4» above or below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dak_excel.sheets.grid import CellRange, Grid
from dak_excel.sheets.records import Peserta, Tenaga
from dak_excel.sheets.tabel import Kind, Tabel

BAWAH = 12
"""Rows below a list in which its count may stand."""

_TENAGA = (
    r"narasumber|instruktur|pengajar|fasilitator|pelatih|moderator|widyaiswara|asesor|pemateri"
    r"|(?:tenaga\s+)?pendamping|tenaga(?:\s+ahli)?"
)
_WHO = {"peserta": "peserta|orang", "tenaga": f"{_TENAGA}|orang"}


def _count(who: str) -> re.Pattern[str]:
    return re.compile(
        r"^\W*(?:jumlah|jml|total|banyak(?:nya)?)\.?(?:\s+(?:seluruh|semua))?"
        rf"(?P<who>\s+(?:{who}))?(?P<rest>.*)$",
        re.I | re.S,
    )


_COUNT = {kind: _count(who) for kind, who in _WHO.items()}
"""By kind of list. With nobody named in the label, the number itself must be of people."""
_NUMBER = re.compile(
    r"^[\s:=]*(\d{1,4})(?:[.,]0+)?\s*(?:\([^)]*\)\s*)?(?P<unit>orang|org|peserta|ikm)?\W*$", re.I
)
_LIST = re.compile(r"\b(?:daftar|data|nama|absen\w*|presensi|biodata|rekap\w*)\b", re.I)
_BEHIND = re.compile(
    r"(?:\(|\bsebanyak|\bsejumlah|[-–:,])\s*(\d{1,4})\s*(?:\([^)]*\)\s*)?(?:orang|org|peserta)\b", re.I
)
_OTHER = re.compile(r"\b(?:target|rencana|kuota|laki|perempuan|pria|wanita|hadir|lulus|per\b)", re.I)


@dataclass(frozen=True, slots=True)
class Counted:
    """A printed count and how many people were read."""

    cell: CellRange
    written: int
    read: int


def list_counts(
    tabel: Tabel, rows: Sequence[Peserta] | Sequence[Tenaga], others: set[int]
) -> Iterator[Counted]:
    """The counts of a list that are neither its own number of people nor one of `others` (all of the
    activity, of the file)."""
    people = {row.nik or (row.nama or "").casefold() for row in rows if row.nama or row.nik}
    if not people:
        return
    fits = {len(people), len(rows), *others}
    for cell, written, who in _printed(tabel):
        own = {sum(1 for row in rows if who and who in (getattr(row, "peran", "") or "").casefold())}
        if written and written not in fits | own:
            yield Counted(cell, written, len(people))
            return


def _printed(tabel: Tabel) -> Iterator[tuple[CellRange, int, str]]:
    """The counts in the title lines and in the rows right below the list, each with who is counted.

    Above a list of tenaga `Jumlah: 30 orang` may be of the peserta; there somebody must be named.
    """
    grid, pattern = tabel.grid, _COUNT[tabel.kind.value]
    end = max(tabel.body[1], tabel.header[1])
    for number in range(max(1, tabel.header[0] - BAWAH), tabel.header[0]):
        for cell, written, who in _in_row(grid, number, pattern):
            if tabel.kind is Kind.PESERTA or who not in ("", "orang"):
                yield cell, written, who
        yield from _in_brackets(grid, number)
    for number in range(end, end + BAWAH + 1):
        yield from _in_row(grid, number, pattern)


def _in_brackets(grid: Grid, number: int) -> Iterator[tuple[CellRange, int, str]]:
    """A count behind the name of the list: `DAFTAR PESERTA PELATIHAN BATIK (30 ORANG)`."""
    cells = grid.rows[number - 1] if 0 < number <= len(grid.rows) else ()
    for at, value in enumerate(cells, 1):
        named = isinstance(value, str) and _LIST.search(value) and not _OTHER.search(value)
        if named and (found := _BEHIND.search(str(value))):
            yield grid.ref(number, at), int(found[1]), ""


def _in_row(grid: Grid, number: int, pattern: re.Pattern[str]) -> Iterator[tuple[CellRange, int, str]]:
    cells = grid.rows[number - 1] if 0 < number <= len(grid.rows) else ()
    for at, value in enumerate(cells, 1):
        found = pattern.match(value) if isinstance(value, str) else None
        if found is None or _OTHER.search(str(value)):
            continue
        rest, who = found["rest"], (found["who"] or "").strip().casefold()
        if inside := _people(rest, found["who"]):
            yield grid.ref(number, at), inside, who
        elif not rest.strip(" :=."):
            for column in range(at + 1, min(at + 6, len(cells) + 1)):
                beside = cells[column - 1]
                if beside in (None, "", ":"):
                    continue
                text = f"{beside:g}" if isinstance(beside, float) else str(beside)
                if right := _people(text, found["who"]):
                    yield grid.ref(number, column), right, who
                break


def _people(text: str, said: str | None) -> int | None:
    """The number of people that a text is; None where it is of something else."""
    found = _NUMBER.match(text)
    return int(found[1]) if found and (said or found["unit"]) else None
