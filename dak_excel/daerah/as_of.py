"""A daerah as it was known on a day: what a report on a period may know.

Left out is what tells of a later day: activities held later (of those only the plan stays), lists, sessions,
visits and payments of later days, letters and approvals of later date, budgets of later date. What carries no
date and no activity stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeVar

from dak_excel.daerah.anggaran import undated_changes
from dak_excel.daerah.data_month import data_month
from dak_excel.daerah.model import SETAHUN, Daerah, Kegiatan
from dak_excel.daerah.progress import took_place
from dak_excel.daerah.versions import edition
from dak_excel.findings import Reply, Temuan
from dak_excel.sheets.records import BarisKegiatan, Identitas, Realisasi
from dak_excel.sheets.tabel import Record, Span, Tabel

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class AsOf:
    """The daerah on that day, and the rows that were left out."""

    daerah: Daerah
    hari: date
    hilang: frozenset[tuple[str, str, int]] = frozenset()
    """Workbook, sheet and row of each row that tells of a later day."""
    lembar_hilang: frozenset[tuple[str, str]] = frozenset()
    """Sheets of which no row is left."""
    rencana: frozenset[tuple[str, str, int]] = frozenset()
    """Rows of activities of which only the plan is known."""
    hanya_rencana: frozenset[tuple[str, str]] = frozenset()
    """Rincian and name of those activities, and of those that are not known at all."""
    kurang: bool = False
    """Whether the sheets tell more of activities, people and letters than was known on the day."""

    def temuan(self, every: Sequence[Temuan]) -> list[Temuan]:
        """The findings that rest on nothing later; an approval of later date has not been given yet."""
        return [self._answered(one) for one in every if self._known(one)]

    def _known(self, one: Temuan) -> bool:
        place = one.tempat
        if place is None:
            return True
        where = (place.workbook, place.sheet, place.row)
        if where in self.hilang or where[:2] in self.lembar_hilang:
            return False
        if (one.rincian, one.kegiatan) in self.hanya_rencana:
            return where in self.rencana
        return True

    def _answered(self, one: Temuan) -> Temuan:
        day = one.jawaban.tanggal_surat
        return one.answered(Reply()) if day and day > self.hari else one


@dataclass(slots=True)
class _Cut:
    hari: date
    gone: list[Record] = field(default_factory=list)

    def keep(self, rows: Iterable[R], later: Iterable[int]) -> list[R]:
        """The rows that are not among the later ones (by `id`)."""
        marked, kept = set(later), []
        for row in rows:
            if id(row) in marked:
                self.gone.append(row)
            else:
                kept.append(row)
        return kept


def daerah_until(daerah: Daerah, hari: date, milik: str = "") -> AsOf:
    """The daerah on the day `hari`. `milik` begins the identitas keys of the report's own covering letter,
    which is later than the period by nature."""
    cut = _Cut(hari)
    later: set[int] = set()
    activities: list[Kegiatan] = []
    plans: list[BarisKegiatan] = []
    unknown: set[tuple[str, str]] = set()
    changed = False
    for one in daerah.kegiatan:
        known = _activity(one, hari, later)
        changed = changed or list(map(id, known.baris)) != list(map(id, one.baris))
        if known.baris or not _held_later(one, hari):
            activities.append(known)
        if _held_later(one, hari):
            unknown |= {(one.rincian, one.judul), (one.rincian, one.nama)}
            plans += known.baris
    for rows in (daerah.peserta, daerah.tenaga, daerah.jadwal, daerah.rab):
        later |= {id(row) for row in rows if _of_later(row.tabel, hari)}
    later |= {id(row) for row in daerah.jadwal if row.waktu and row.waktu.mulai > hari}
    later |= {id(row) for row in daerah.kunjungan if row.tanggal and row.tanggal > hari}
    later |= {id(row) for row in daerah.dokumentasi if row.tanggal and row.tanggal > hari}
    later |= {id(row) for row in daerah.penyaluran if row.tanggal and row.tanggal > hari}
    later |= {id(row) for row in daerah.persetujuan if row.tanggal and row.tanggal > hari}
    later |= _later_budgets(daerah, hari)
    seen = replace(
        daerah,
        hari=None if _ends_year(hari) else hari,
        kegiatan=activities,
        identitas=_identity(daerah, hari, milik),
        peserta=cut.keep(daerah.peserta, later),
        tenaga=cut.keep(daerah.tenaga, later),
        jadwal=cut.keep(daerah.jadwal, later),
        kunjungan=cut.keep(daerah.kunjungan, later),
        rab=cut.keep(daerah.rab, later),
        dokumentasi=cut.keep(daerah.dokumentasi, later),
        persetujuan=cut.keep(daerah.persetujuan, later),
        penyaluran=cut.keep(daerah.penyaluran, later),
        realisasi=_payments(daerah.realisasi, hari, cut),
    )
    for one in activities:
        one.rab = [row for row in one.rab if id(row) not in later]
    gone = frozenset(map(_where, cut.gone))
    kept = {
        _where(row)[:2]
        for rows in (seen.peserta, seen.tenaga, seen.jadwal, seen.kunjungan, seen.rab, seen.realisasi)
        for row in rows
    }
    return AsOf(
        seen,
        hari,
        gone,
        frozenset(where[:2] for where in gone if where[:2] not in kept),
        frozenset([*map(_where, plans), *map(_where, seen.rab)]),
        frozenset(unknown),
        bool(gone or unknown or changed) or len(seen.identitas) < len(daerah.identitas),
    )


def _where(row: Record) -> tuple[str, str, int]:
    return row.tabel.grid.workbook, row.tabel.grid.sheet, row.row


def _of_later(tabel: Tabel, hari: date) -> bool:
    """Whether its title lines give days that lie after the day; a year is that of the budget."""
    waktu = tabel.facts.get("waktu")
    return isinstance(waktu, Span) and waktu.days <= SETAHUN and waktu.mulai > hari


def _later_budgets(daerah: Daerah, hari: date) -> set[int]:
    """The lines (`id`) of budgets of later date; a change without a date came with the letter on it."""
    later = {id(row) for row in daerah.rab if (day := edition(row.tabel).day) and day > hari}
    letter = daerah.told("surat_perubahan_tanggal")
    if isinstance(letter, date) and letter > hari:
        later |= {id(row) for versi in undated_changes(daerah) for row in versi.baris}
    return later


def _held_later(one: Kegiatan, hari: date) -> bool:
    held = _held(one)
    return held is not None and held.mulai > hari


def _activity(one: Kegiatan, hari: date, later: set[int]) -> Kegiatan:
    """The activity as known on the day, its later rows marked; without rows where only they tell of it."""
    held = _held(one)
    if held is not None and held.mulai > hari:
        rows = [plan for row in one.baris if (plan := _as_planned(row, hari)) is not None]
        for members in (one.peserta, one.tenaga, one.jadwal, one.kunjungan):
            later.update(map(id, members))
        later.update(id(row) for row in one.baris if row.tahap == "realisasi")
        known = replace(one, baris=rows, tabel=[], peserta=[], tenaga=[], jadwal=[], kunjungan=[])
        return _staged(known)
    under_way = held is not None and held.selesai > hari
    rows = [_unfinished(_ends_as_planned(row, one, hari)) if under_way else row for row in one.baris]
    if held is None:
        rows = [row for row in rows if row.tahap != "realisasi" or _ends_year(hari)]
    known = replace(
        one,
        baris=rows,
        tabel=[tabel for tabel in one.tabel if not _of_later(tabel, hari)],
        peserta=[row for row in one.peserta if not _of_later(row.tabel, hari)],
        tenaga=[row for row in one.tenaga if not _of_later(row.tabel, hari)],
        jadwal=[row for row in one.jadwal if not (row.waktu and row.waktu.mulai > hari)],
        kunjungan=[row for row in one.kunjungan if not (row.tanggal and row.tanggal > hari)],
    )
    known.akhir_terbuka = under_way and _planned_end(one) is None and _told_as_done(one)
    if under_way and known.fact("waktu") is None and held is not None:
        known.batas = held  # its timetable goes on
    return _staged(known)


def _ends_year(hari: date) -> bool:
    return (hari.month, hari.day) == (12, 31)


def _held(one: Kegiatan) -> Span | None:
    """When it was held, as far as anything tells: the row as done, a list, the plan, the sessions."""
    done = next((row.waktu for row in one.baris if row.tahap == "realisasi" and row.waktu), None)
    if done is not None:
        return done
    spans = [tabel.facts.get("waktu") for tabel in one.tabel]
    listed = [span for span in spans if isinstance(span, Span) and span.days <= SETAHUN]
    if listed:
        return Span(min(span.mulai for span in listed), max(span.selesai for span in listed))
    waktu = one.when
    return waktu.nilai if waktu else None


def _as_planned(row: BarisKegiatan, hari: date) -> BarisKegiatan | None:
    """What a row on an activity that is held later tells of the plan."""
    if row.tahap == "realisasi":
        return None
    if row.tahap == "rencana":
        return replace(row, status=None)
    bare = _unfinished(row)
    # the days of a row that reports the activity as done are not those of the plan
    days = None if took_place(row) or row.capaian is not None else row.waktu
    people = None if took_place(row) else row.jumlah_peserta
    return replace(bare, tahap="rencana", waktu=days, jumlah_peserta=people)


def _ends_as_planned(row: BarisKegiatan, one: Kegiatan, hari: date) -> BarisKegiatan:
    """A row on an activity under way: of the last day as done only the plan is known."""
    if row.tahap != "realisasi" or row.waktu is None:
        return row
    plan = _planned_end(one) or hari
    return replace(row, waktu=Span(row.waktu.mulai, max(plan, hari + timedelta(1))))


def _told_as_done(one: Kegiatan) -> bool:
    return any(row.tahap == "realisasi" and row.waktu for row in one.baris)


def _planned_end(one: Kegiatan) -> date | None:
    return next((r.waktu.selesai for r in one.baris if r.tahap == "rencana" and r.waktu), None)


def _unfinished(row: BarisKegiatan) -> BarisKegiatan:
    """A row without what is only known when the activity is over."""
    if row.tahap == "rencana":
        return row
    return replace(row, capaian=None, sertifikat=None, status=None, keterangan=None, alasan=None)


def _staged(known: Kegiatan) -> Kegiatan:
    known.rencana = next((row for row in known.baris if row.tahap == "rencana"), None)
    known.realisasi = next((row for row in known.baris if row.tahap == "realisasi"), None)
    return known


def _payments(rows: Sequence[Realisasi], hari: date, cut: _Cut) -> list[Realisasi]:
    """The rows of realisation with what was paid by the day; a payment of a later day is no row."""
    kept = []
    for row in rows:
        if row.tanggal is not None and row.tanggal > hari:
            cut.gone.append(row)
            if row.pagu is None:
                continue
            kept.append(replace(row, tanggal=None, realisasi=None, keterangan=None))
        else:
            kept.append(_paid_by(row, hari))
    return kept


def _paid_by(row: Realisasi, hari: date) -> Realisasi:
    month = hari.month
    months = tuple(None if n >= month else paid for n, paid in enumerate(row.realisasi_bulan))
    if _ends_year(hari) or row.tanggal is not None:
        return replace(row, realisasi_bulan=months) if months != row.realisasi_bulan else row
    until = data_month(row.tabel)
    known = until is not None and until <= month
    seen = replace(row, realisasi_bulan=months, capaian=row.capaian if known else None)
    if known or (until is None and not any(row.realisasi_bulan)):
        return seen
    # the sum of a later month, or that of the year beside its months
    return replace(seen, realisasi=None, persen=None, sisa=None, fisik=None)


def _identity(daerah: Daerah, hari: date, milik: str) -> dict[str, Identitas]:
    """The lines of identitas without the letters and tranches of later date and what they tell."""
    later = {
        kunci.removesuffix("_tanggal")
        for kunci, line in daerah.identitas.items()
        if kunci.endswith("_tanggal") and isinstance(line.isi, date) and line.isi > hari
    }
    if milik:
        later.discard(milik)
    changed = "surat_perubahan" in later
    return {
        kunci: line
        for kunci, line in daerah.identitas.items()
        if not any(kunci in (letter, f"{letter}_tanggal", f"{letter}_nomor") for letter in later)
        and not (changed and kunci == "ada_perubahan")
    }
