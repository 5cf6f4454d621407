"""Changes: which rows of the data are new, gone or changed since the run before, told by their hashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

WIDTH = 8
"""Hexadecimal figures that stand for a row: two of 100,000 rows share them once in a hundred times."""

NAMA = {
    "kegiatan": "kegiatan",
    "rab": "baris RAB",
    "realisasi": "baris realisasi",
    "peserta": "peserta",
    "tenaga": "narasumber atau tenaga lain",
    "jadwal": "sesi jadwal",
    "sentra": "sentra atau IKM",
    "kunjungan": "kunjungan",
}
"""Kinds of sheet of which changes are told, and what a row of each is."""


class RowChange(NamedTuple):
    """Rows of one kind: how many came, how many went, how many say something else."""

    jenis: str
    tambah: int
    hapus: int
    ubah: int

    def __str__(self) -> str:
        said = ((self.tambah, "ditambah"), (self.hapus, "dihapus"), (self.ubah, "diubah"))
        return f"{NAMA[self.jenis]}: " + ", ".join(f"{n} {word}" for n, word in said if n)


def row_changes(then: Iterable[tuple[str, str]], now: Iterable[tuple[str, str]]) -> list[RowChange]:
    """What changed between two readings, each given as (kind, hashes of its rows one behind the other)."""
    before, after = _counted(then), _counted(now)
    found = []
    for kind in NAMA:
        came = (after.get(kind, Counter()) - before.get(kind, Counter())).total()
        went = (before.get(kind, Counter()) - after.get(kind, Counter())).total()
        if came or went:
            changed = min(came, went)
            found.append(RowChange(kind, came - changed, went - changed, changed))
    return found


def _counted(sheets: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for kind, rows in sheets:
        counts.setdefault(kind, Counter()).update(
            rows[start : start + WIDTH] for start in range(0, len(rows), WIDTH)
        )
    return counts
