"""Deadlines of the year over one daerah or all: the days left, and who has recorded the letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dak_excel.results.facts import TenggatResult

DEKAT = 30
"""Days before a deadline from which it is shown as near."""


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A deadline on a day: the days left, and how many of how many daerah have recorded the letter."""

    tenggat: TenggatResult
    sisa: int
    sudah: int
    semua: int
    terlambat: int
    """How many of the letters came after the deadline."""

    @property
    def terbuka(self) -> int:
        """Daerah that have still to send it, or to record that they have."""
        return self.semua - self.sudah

    @property
    def state(self) -> str:
        """`beres`, `lewat`, `dekat` or `jauh`."""
        if self.sudah == self.semua:
            return "lewat" if self.terlambat else "beres" if self.semua else "jauh"
        return "lewat" if self.sisa < 0 else "dekat" if self.sisa <= DEKAT else "jauh"

    @property
    def time_left(self) -> str:
        """The days left in words, or that there is nothing left to send."""
        if not self.semua:
            return "tidak ada yang perlu disampaikan"
        if self.sudah == self.semua:
            return "sudah disampaikan" + (", terlambat" if self.terlambat else "")
        return days_left(self.sisa)

    @property
    def nama(self) -> str:
        """What is to be sent, as it stands within a sentence."""
        return self.tenggat.nama[:1].lower() + self.tenggat.nama[1:]


def days_left(sisa: int) -> str:
    """`hari ini`, `12 hari lagi`; long past days are not counted: `terlambat`."""
    if sisa == 0:
        return "hari ini"
    return f"{sisa} hari lagi" if sisa > 0 else f"terlambat {-sisa} hari" if sisa >= -DEKAT else "terlambat"


def deadlines(tenggat: Sequence[Sequence[TenggatResult]], per: date) -> list[DeadlineRow]:
    """Each deadline of the year once, in order, over all daerah."""
    found: dict[tuple[date, str], list[TenggatResult]] = {}
    for daerah in tenggat:
        for one in daerah:
            found.setdefault((one.tanggal, one.nama), []).append(one)
    return [_one(group, (day - per).days) for (day, _), group in sorted(found.items())]


def _one(group: Sequence[TenggatResult], sisa: int) -> DeadlineRow:
    letters = [t.surat for t in group if t.surat]
    late = sum(letter > group[0].tanggal for letter in letters)
    return DeadlineRow(group[0], sisa, len(letters), sum(t.perlu for t in group), late)
