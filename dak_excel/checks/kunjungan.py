"""Visits of a pendamping, from the logbook: `kunjungan_mingguan`, `kunjungan_jumlah`,
`pendampingan_bulanan`.

A logbook is judged only as far as it can be: weeks from the first day of the activity to its last, or,
while it runs, to the last visit written down. Weeks run from Monday to Sunday; those cut by either end do
not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from rapidfuzz import fuzz

from dak_excel.checks.missing import missing_fact, missing_value
from dak_excel.checks.notions import dictionary
from dak_excel.checks.registry import Scope, activity_finding, kind, row_finding
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import distinct_ikm, normal_name
from dak_excel.findings import Temuan
from dak_excel.indonesian import date_range, date_text, listing, number_text
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.records import Kunjungan

NAMA_SAMA = 90.0
"""Similarity, per hundred, from which a name in the logbook means an IKM of the list."""
CONTOH = 3
SEMINGGU = timedelta(days=7)


class _Ikm:
    """An IKM of the list or the logbook with its visits."""

    def __init__(self, nama: str, cell: CellRange, keys: list[str]) -> None:
        self.nama, self.cell, self.keys = nama, cell, [key for key in keys if key]
        self.visits: list[Kunjungan] = []

    def meant(self, key: str) -> bool:
        return key in self.keys or any(fuzz.token_set_ratio(key, own) >= NAMA_SAMA for own in self.keys)


def _per_ikm(kegiatan: Kegiatan) -> tuple[list[_Ikm], bool]:
    """Every IKM with its visits; and whether every name in the logbook was found in the list."""
    known = [
        _Ikm(
            p.usaha or p.subjek,
            p.cell("usaha" if p.usaha else "nama"),
            [normal_name(p.usaha), normal_name(p.nama)],
        )
        for p in distinct_ikm(kegiatan.peserta)
    ]
    strangers: dict[str, _Ikm] = {}
    exact = {key: ikm for ikm in reversed(known) for key in ikm.keys}
    for row in kegiatan.kunjungan:
        key = normal_name(row.ikm)
        if not key:
            continue
        if key not in exact and (alike := next((ikm for ikm in known if ikm.meant(key)), None)):
            exact[key] = alike
        ikm = exact.get(key) or strangers.setdefault(key, _Ikm(row.ikm or "", row.cell("ikm"), [key]))
        ikm.visits.append(row)
    return [*known, *strangers.values()], not strangers


class BatasMingguan(Model):
    """Visits per IKM and week, hours of each."""

    per_minggu: int
    jam: Decimal


@kind("kunjungan_mingguan", BatasMingguan, isi=("minggu", "contoh", "tanggal"), varian=("jam", "tiada"))
def kunjungan_mingguan(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """An IKM with weeks without a visit, or with none at all; a visit that was too short."""
    b = BatasMingguan(**k.batas)
    for kegiatan in scope.kegiatan:
        yield from _too_short(k, scope, kegiatan, b)
        if not any(row.tanggal for row in kegiatan.kunjungan):
            continue
        weeks = _weeks(kegiatan, scope.per)
        members, complete = _per_ikm(kegiatan)
        for ikm in members:
            if not ikm.visits:
                if complete and weeks:
                    yield activity_finding(k, ikm.cell, kegiatan, subjek=ikm.nama, varian="tiada")
                continue
            visited = [_monday(row.tanggal) for row in ikm.visits if row.tanggal]
            missed = [week for week in weeks if visited.count(week) < b.per_minggu]
            if missed:
                yield activity_finding(
                    k,
                    ikm.visits[0].cell("ikm"),
                    kegiatan,
                    subjek=ikm.nama,
                    nilai=str(len(missed)),
                    minggu=len(weeks),
                    contoh=_examples(missed),
                )


def _too_short(k: Ketentuan, scope: Scope, kegiatan: Kegiatan, b: BatasMingguan) -> Iterator[Temuan]:
    for row in kegiatan.kunjungan:
        if row.lama_jam is None:
            if row.ikm or row.tanggal:
                yield from missing_value(scope, k, row, "lama_jam")
        elif row.lama_jam < b.jam:
            hari = date_text(row.tanggal) if row.tanggal else "tanggal yang belum diisi"
            yield row_finding(
                k,
                row.cell("lama_jam"),
                row,
                kegiatan,
                subjek=row.ikm or row.subjek,
                nilai=number_text(row.lama_jam),
                varian="jam",
                tanggal=hari,
            )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weeks(kegiatan: Kegiatan, per: date) -> list[date]:
    """Mondays of the full weeks that the logbook has to cover.

    What was only planned may have begun later: then the visits themselves tell when it ran.
    """
    days = [row.tanggal for row in kegiatan.kunjungan if row.tanggal]
    mulai, selesai = min(days), max(days)
    if done := next((row.waktu for row in kegiatan.baris if row.waktu and row.tahap != "rencana"), None):
        mulai = done.mulai
        selesai = done.selesai if done.selesai < per else selesai
    week = _monday(mulai + timedelta(days=6))
    weeks = []
    while week + timedelta(days=6) <= selesai:
        weeks.append(week)
        week += SEMINGGU
    return weeks


def _examples(weeks: list[date]) -> str:
    """The first few weeks: `12 s.d. 18 Juni 2023, … dan 2 minggu lain`."""
    told = [date_range(week, week + timedelta(days=6)) for week in weeks[:CONTOH]]
    if len(weeks) > CONTOH:
        told.append(f"{len(weeks) - CONTOH} minggu lain")
    return listing(told)


class BatasJumlahKunjungan(Model):
    """Visits of an IKM in all."""

    kali: int


@kind("kunjungan_jumlah", BatasJumlahKunjungan, isi=())
def kunjungan_jumlah(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """An IKM with too few visits when the activity is over; visits in a hotel or an office do not count."""
    b = BatasJumlahKunjungan(**k.batas)
    places = dictionary(scope.juknis, "tempat")
    for kegiatan in scope.kegiatan:
        if not kegiatan.kunjungan or not _is_over(scope, kegiatan):
            continue
        members, complete = _per_ikm(kegiatan)
        for ikm in members:
            days = {
                row.tanggal or row.row
                for row in ikm.visits
                if (groups := places.groups(row.tempat)) is not None and (not groups or "ikm" in groups)
            }
            if len(days) < b.kali and (ikm.visits or complete):
                cell = ikm.visits[0].cell("ikm") if ikm.visits else ikm.cell
                yield activity_finding(k, cell, kegiatan, subjek=ikm.nama, nilai=str(len(days)))


def _is_over(scope: Scope, kegiatan: Kegiatan) -> bool:
    """The activity's last day is past; without a date, the fiscal year is."""
    waktu = kegiatan.fact("waktu")
    last = waktu.nilai.selesai if waktu else date(scope.juknis.tahun, 12, 31)
    return bool(last < scope.per)


class BatasBulanan(Model):
    """Months of pendampingan, visits in each."""

    bulan: int
    kunjungan: int


@kind("pendampingan_bulanan", BatasBulanan, isi=())
def pendampingan_bulanan(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A pendampingan planned otherwise, or with fewer visits in all when it is over."""
    b = BatasBulanan(**k.batas)
    for kegiatan in scope.kegiatan:
        bulan, kali = kegiatan.fact("bulan_pendampingan"), kegiatan.fact("kunjungan_per_bulan")
        told = []
        if bulan and bulan.nilai != b.bulan:
            told.append((f"selama {number_text(bulan.nilai)} bulan", bulan.cell))
        if kali and kali.nilai != b.kunjungan:
            told.append((f"dengan {number_text(kali.nilai)} kali kunjungan per bulan", kali.cell))
        visits = {row.tanggal for row in kegiatan.kunjungan if row.tanggal}
        if not told and visits and _is_over(scope, kegiatan) and len(visits) < b.bulan * b.kunjungan:
            told.append((f"tercatat {len(visits)} kali kunjungan", kegiatan.kunjungan[0].tabel.ref))
        for nilai, cell in told:
            yield activity_finding(k, cell, kegiatan, nilai=nilai)
        if not visits:
            for name, fact in (("bulan_pendampingan", bulan), ("kunjungan_per_bulan", kali)):
                if fact is None:
                    yield from missing_fact(scope, k, kegiatan, name)
