"""What one daerah's files say together: activities with their people, budget, realisation.

A `Kegiatan` here is one activity (one kegiatan or angkatan) with everything that belongs to it, whichever
sheet or file that came from. Facts keep the cell that gave them (`Fact`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from dak_excel.findings import Reply
from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.records import (
    BarisKegiatan,
    BarisRab,
    Dokumentasi,
    Identitas,
    Jadwal,
    Kunjungan,
    Narasi,
    Penyaluran,
    Persetujuan,
    Peserta,
    ReadBook,
    ReadSheet,
    Realisasi,
    Sentra,
    Tenaga,
)
from dak_excel.sheets.tabel import Kind, Problem, Record, Span, Tabel
from dak_excel.wilayah import full_name

T = TypeVar("T")
R = TypeVar("R", bound=Record)

SATU_BULAN = range(28, 32)
"""Days of a span that says a month, not the days in it."""
SETAHUN = 330
"""Days from which a title line speaks of the fiscal year, not of an activity."""
_ANGKATAN = re.compile(r"\b(?:angkatan|angk|akt|batch|gelombang|gel|tahap)\b", re.I)


class Fact(NamedTuple, Generic[T]):
    """A value and the cell that says so."""

    nilai: T
    cell: CellRange


@dataclass(slots=True)
class Foto:
    """A picture of the folder `foto/`: its caption is the file name without a leading rincian code."""

    path: Path
    keterangan: str
    rincian: str = ""


@dataclass(slots=True)
class Failed:
    """A file that could not be read, and why, in Bahasa Indonesia."""

    workbook: str
    sebab: str
    tunda: bool = False
    """True: left for the next run (still being copied, open in Excel, empty), not a fault of the file."""
    sementara: bool = False
    """Of one that is left: whether it is merely in use right now, so that what it said before still holds."""
    sha256: str = ""
    """Of its bytes, where they could be read."""
    masuk: datetime | None = None
    """When it came."""


@dataclass(slots=True)
class Kegiatan:
    """One activity: rows that plan and report it, its people, sessions, visits and budget lines."""

    rincian: str
    nama: str
    angkatan: str = ""
    rencana: BarisKegiatan | None = None
    realisasi: BarisKegiatan | None = None
    baris: list[BarisKegiatan] = field(default_factory=list)
    """All kegiatan rows of this activity, those without a stage included."""
    tabel: list[Tabel] = field(default_factory=list)
    """Tables (of peserta, jadwal …) whose title lines speak of this activity."""
    peserta: list[Peserta] = field(default_factory=list)
    tenaga: list[Tenaga] = field(default_factory=list)
    jadwal: list[Jadwal] = field(default_factory=list)
    kunjungan: list[Kunjungan] = field(default_factory=list)
    rab: list[BarisRab] = field(default_factory=list)
    batas: Span | None = None
    """Its days where only a part of its sessions is here (`hingga`)."""
    akhir_terbuka: bool = False
    """Under way on the day of a report (`as_of`), and no plan tells its last day: that of `when` is none."""

    def __repr__(self) -> str:
        """Which activity, and how much is known of it: never who took part."""
        counts = f"{len(self.peserta)} peserta, {len(self.tenaga)} tenaga, {len(self.rab)} baris RAB"
        return f"Kegiatan({self.rincian}, {self.judul}, {counts})"

    @property
    def judul(self) -> str:
        """Name for the user, with the angkatan where the name does not speak of it itself."""
        if not self.angkatan or _ANGKATAN.search(self.nama):
            return self.nama
        word = "" if _ANGKATAN.search(self.angkatan) else "Angkatan "
        return f"{self.nama} {word}{self.angkatan}".strip()

    def fact(self, field_name: str, tahap: str = "") -> Fact[Any] | None:
        """A fact of the activity, from the best source that has it.

        With `tahap` (`rencana`, `realisasi`) only rows of that stage count. Without, what was done goes
        before what was planned, rows of kegiatan sheets before title lines of other sheets.
        """
        rows = [r for r in self.baris if not tahap or r.tahap == tahap]
        rows.sort(key=lambda r: {"realisasi": 0, "": 1, "rencana": 2}.get(r.tahap, 1))
        for row in rows:
            value = getattr(row, field_name, None)
            if value is None:
                continue
            about = field_name == "waktu" and row.tahap == "rencana" and not tahap
            return (self._days_within(value) if about else None) or Fact(value, row.cell(field_name))
        if tahap:
            return None
        for tabel in self.tabel:
            value = tabel.facts.get(field_name)
            if value is None or (isinstance(value, Span) and value.days > SETAHUN):
                continue  # «Waktu Pelaksanaan : Januari s.d. Desember» of a DPA is that of the budget
            return Fact(value, tabel.fixed.get(field_name, tabel.ref))
        return None

    def _days_within(self, plan: Span) -> Fact[Span] | None:
        """The days that the lists give, where the plan only says in which month."""
        if plan.days not in SATU_BULAN:
            return None
        lists = [tabel for tabel in self.tabel if tabel.kind in (Kind.PESERTA, Kind.JADWAL)]
        told = [
            Fact(span, tabel.fixed.get("waktu", tabel.ref))
            for tabel in lists
            if isinstance(span := tabel.facts.get("waktu"), Span)
        ]
        told += [one for one in (self._session_days(),) if one]
        inside = (f for f in told if plan.mulai <= f.nilai.mulai and f.nilai.selesai <= plan.selesai)
        return next((one for one in inside if one.nilai.days < plan.days), None)

    @property
    def when(self) -> Fact[Span] | None:
        """When it takes place: as done, as planned, as a title line says, else the span of its sessions."""
        return self.fact("waktu") or self._session_days()

    def _session_days(self) -> Fact[Span] | None:
        days = [row for row in self.jadwal if row.waktu]
        if not days:
            return None
        first = min(days, key=lambda row: row.waktu.mulai)  # type: ignore[union-attr]
        if self.batas:
            return Fact(self.batas, first.cell("waktu"))
        mulai = min(row.waktu.mulai for row in days if row.waktu)
        selesai = max(row.waktu.selesai for row in days if row.waktu)
        return Fact(Span(mulai, selesai), first.cell("waktu"))

    @property
    def first_day(self) -> Fact[date] | None:
        """First day: that of the jadwal, else of the activity (ketentuan.md, part 1, on age)."""
        days = [row for row in self.jadwal if row.waktu]
        if days:
            first = min(days, key=lambda row: row.waktu.mulai)  # type: ignore[union-attr]
            assert first.waktu is not None
            return Fact(first.waktu.mulai, first.cell("waktu"))
        waktu = self.when
        return Fact(waktu.nilai.mulai, waktu.cell) if waktu else None

    @property
    def tempat_temuan(self) -> CellRange | None:
        """Where a finding on the whole activity is shown: its peserta table, else its kegiatan row."""
        if self.peserta:
            return self.peserta[0].tabel.ref
        if self.baris:
            return self.baris[0].cell("nama")
        for tabel in self.tabel:
            return tabel.ref
        return None


@dataclass(frozen=True, slots=True)
class FolderYear:
    """A folder of another year: its files are not counted, and that is said."""

    folder: str
    year: int
    cell: CellRange
    """A place that tells the year."""
    workbooks: tuple[str, ...]


@dataclass(slots=True)
class Daerah:
    """All that one kabupaten/kota has dropped."""

    nama: str
    books: list[ReadBook] = field(default_factory=list)
    gagal: list[Failed] = field(default_factory=list)
    identitas: dict[str, Identitas] = field(default_factory=dict)
    """By key (`kabkota`, `pagu`, `surat_rencana_tanggal` …); the first line that gives a value."""
    kegiatan: list[Kegiatan] = field(default_factory=list)
    peserta: list[Peserta] = field(default_factory=list)
    tenaga: list[Tenaga] = field(default_factory=list)
    jadwal: list[Jadwal] = field(default_factory=list)
    kunjungan: list[Kunjungan] = field(default_factory=list)
    rab: list[BarisRab] = field(default_factory=list)
    realisasi: list[Realisasi] = field(default_factory=list)
    sentra: list[Sentra] = field(default_factory=list)
    narasi: list[Narasi] = field(default_factory=list)
    dokumentasi: list[Dokumentasi] = field(default_factory=list)
    persetujuan: list[Persetujuan] = field(default_factory=list)
    penyaluran: list[Penyaluran] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    foto: list[Foto] = field(default_factory=list)
    dana_lain: tuple[str, ...] = ()
    """Sources of money other than the DAK Nonfisik, lower case: a budget line of one is in no sum."""
    jawaban: dict[str, Reply] = field(default_factory=dict)
    """Answers found in returned copies, by `Temuan.kunci`."""
    nama_lama: dict[str, str] = field(default_factory=dict)
    """Of a returned copy that was renamed: workbook → its name when it was annotated, which the keys of
    the answers in it go by."""
    hari: date | None = None
    """The day within the year that it is known as of (`as_of`); None: with all that the sheets tell."""
    kembar: list[tuple[CellRange, CellRange]] = field(default_factory=list)
    """Sheets dropped twice: (the copy that was left out, the one that counts)."""

    lain_tahun: list[FolderYear] = field(default_factory=list)
    """Folders of other years beside those of the year in hand; their files count nowhere."""

    def __repr__(self) -> str:
        """Which daerah, and how much was dropped: never who is in it."""
        return f"Daerah({self.nama}, {len(self.books)} berkas, {len(self.kegiatan)} kegiatan)"

    def sheets(self, kind: Kind | None = None) -> Iterator[ReadSheet]:
        """The sheets of all files that count (no twins), of one kind or all."""
        left_out = {copy for copy, _ in self.kembar}
        past = {workbook for one in self.lain_tahun for workbook in one.workbooks}
        for book in self.books:
            if book.workbook in past:
                continue
            for sheet in book.sheets:
                if sheet.grid.ref() in left_out:
                    continue
                if kind is None or any(t.kind is kind for t in sheet.tables) or sheet.kind is kind:
                    yield sheet

    def has(self, kind: Kind) -> bool:
        """Whether any sheet of this kind was dropped."""
        return next(self.sheets(kind), None) is not None

    def told(self, kunci: str) -> Any:
        """The value of an identitas key; None when it is not given."""
        line = self.identitas.get(kunci)
        return line.isi if line else None

    @property
    def official_name(self) -> str:
        """Name on pages and tables: the kabupaten/kota of identitas, else the folder's name.

        Reports take `daerah.nama.nama_tertulis`: a folder's name is no source for them.
        """
        return full_name(str(self.told("kabkota") or self.nama))

    @property
    def pagu(self) -> Decimal | None:
        """Allocation of DAK Nonfisik, rupiah, from identitas."""
        value = self.told("pagu")
        return value if isinstance(value, Decimal) else None
