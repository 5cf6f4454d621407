"""Which reports there are, until which day each counts, and when each is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dak_excel.indonesian import date_range
from dak_excel.juknis.model import Juknis, Tenggat

Semester = Literal["1", "2", "akhir"]

_JUDUL = {"1": "Laporan Semester I", "2": "Laporan Semester II", "akhir": "Laporan Akhir"}


@dataclass(frozen=True, slots=True)
class Periode:
    """The reports of a fiscal year: semester 1 counts to 30 June, semester 2 and akhir to 31 December."""

    semester: Semester
    tahun: int

    @property
    def end(self) -> date:
        """Last day that counts."""
        return date(self.tahun, 6, 30) if self.semester == "1" else date(self.tahun, 12, 31)

    @property
    def start(self) -> date:
        """First day of what the report tells anew: 1 July for semester 2, else 1 January."""
        return date(self.tahun, 7, 1) if self.semester == "2" else date(self.tahun, 1, 1)

    @property
    def before(self) -> date | None:
        """Last day of the report before it, whose figures it repeats: of semester 2 alone."""
        return date(self.tahun, 6, 30) if self.semester == "2" else None

    @property
    def months(self) -> int:
        """Number of months that count, 6 or 12."""
        return self.end.month

    @property
    def judul(self) -> str:
        """`Laporan Semester I`."""
        return _JUDUL[self.semester]

    @property
    def roman(self) -> str:
        """`I`, `II`, or empty for the final report."""
        return {"1": "I", "2": "II", "akhir": ""}[self.semester]

    @property
    def span(self) -> str:
        """`1 Januari s.d. 30 Juni 2023`. The figures are cumulative, so it begins with the year."""
        return date_range(date(self.tahun, 1, 1), self.end)

    @property
    def surat(self) -> str:
        """Beginning of the identitas keys of its covering letter: `surat_semester1`."""
        return "surat_akhir" if self.semester == "akhir" else f"surat_semester{self.semester}"

    def tenggat(self, juknis: Juknis) -> Tenggat | None:
        """Until when and to whom, as the juknis has it."""
        kolom = f"{self.surat}_tanggal"
        return next((t for t in juknis.tenggat if t.kolom == kolom), None)


def due_periods(tahun: int, per: date, semester: Semester | None) -> list[Periode]:
    """The reports to be written on the day `per`: those whose period has ended, or the one asked for."""
    if semester is not None:
        return [Periode(semester, tahun)]
    every: tuple[Semester, ...] = ("1", "2", "akhir")
    return [p for p in (Periode(s, tahun) for s in every) if p.end < per]


def last_due(tahun: int, per: date, semester: Semester | None) -> Periode:
    """The last report that is due on the day; before any is, the one that is asked for."""
    due = due_periods(tahun, per, None)
    return due[-1] if due else Periode(semester or "1", tahun)
