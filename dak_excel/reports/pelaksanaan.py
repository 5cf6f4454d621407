"""What was done until a day: state of each activity, target and output of each rincian, in numbers.

The dates of the data decide: an activity counts when its last day is not after the end of the period and
a row or a list shows that it took place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from dak_excel.daerah.keluaran import hitung_keluaran
from dak_excel.daerah.model import Daerah, Kegiatan
from dak_excel.juknis.model import Juknis, Keluaran, Rincian
from dak_excel.sheets.records import Baris


class Keadaan(StrEnum):
    """State of an activity on the last day of a period."""

    SELESAI = "selesai"
    BERJALAN = "berjalan"
    BELUM = "belum"


@dataclass(frozen=True, slots=True)
class Hasil:
    """Target of the year and output of the period for one output indicator; None when nothing tells."""

    keluaran: Keluaran
    target: Decimal | None
    capaian: Decimal | None


def keadaan(kegiatan: Kegiatan, sampai: date) -> Keadaan:
    """How far an activity is on the day `sampai`."""
    shown = (
        kegiatan.peserta
        or kegiatan.kunjungan
        or any(row.tahap == "realisasi" or row.capaian is not None for row in kegiatan.baris)
    )
    waktu = kegiatan.waktu
    if not shown or waktu is None or waktu.nilai.mulai > sampai:
        return Keadaan.BELUM
    return Keadaan.SELESAI if waktu.nilai.selesai <= sampai else Keadaan.BERJALAN


def rincian_dipakai(daerah: Daerah, juknis: Juknis) -> list[Rincian]:
    """The rincian that any sheet of the daerah speaks of, in the order of the juknis."""
    used = {k.rincian for k in daerah.kegiatan}
    used.update(row.rincian for rows in (daerah.rab, daerah.realisasi, daerah.peserta) for row in rows)
    return [rincian for kode, rincian in juknis.rincian.items() if kode in used]


def kegiatan_rincian(daerah: Daerah, kode: str) -> list[Kegiatan]:
    """The activities of a rincian by their first day; those without a date last, in the sheets' order."""
    rows = [k for k in daerah.kegiatan if k.rincian == kode]
    return sorted(rows, key=lambda k: k.waktu.nilai.mulai if k.waktu else date.max)


def hasil(daerah: Daerah, rincian: Rincian, sampai: date) -> list[Hasil]:
    """Target and output of a rincian, one for each of its output indicators."""
    kegiatan = kegiatan_rincian(daerah, rincian.kode)
    done = [k for k in kegiatan if keadaan(k, sampai) is Keadaan.SELESAI]
    return [
        Hasil(k, _target(daerah, rincian, k, kegiatan), _capaian(daerah, rincian, k, done))
        for k in rincian.keluaran
    ]


def _target(
    daerah: Daerah, rincian: Rincian, keluaran: Keluaran, kegiatan: Sequence[Kegiatan]
) -> Decimal | None:
    """The sum of the activities' targets as planned, else the one that a realisation sheet repeats."""
    second = _second(rincian, keluaran)
    fields = ("sertifikat",) if second else ("target", "jumlah_peserta")
    found = [value for k in kegiatan if (value := _planned(k, fields)) is not None]
    if found:
        return sum(found, Decimal(0))
    return None if second else _from_realisasi(daerah, rincian.kode, "target")


def _second(rincian: Rincian, keluaran: Keluaran) -> bool:
    """Whether it is not the first indicator of its rincian: a sheet's one target column means the first."""
    return rincian.keluaran[0] != keluaran


def _planned(kegiatan: Kegiatan, fields: Sequence[str]) -> Decimal | None:
    for name in fields:
        fakta = kegiatan.fakta(name, "rencana") or kegiatan.fakta(name, "")
        if fakta is not None and isinstance(fakta.nilai, Decimal):
            return fakta.nilai
    return None


def _capaian(
    daerah: Daerah, rincian: Rincian, keluaran: Keluaran, done: Sequence[Kegiatan]
) -> Decimal | None:
    """What the dinas reports for the finished activities; for those without a report, what the lists show."""
    if not done:
        return Decimal(0) if any(k.rincian == rincian.kode for k in daerah.kegiatan) else None
    field = "sertifikat" if _second(rincian, keluaran) else "capaian"
    reported, silent = Decimal(0), []
    for kegiatan in done:
        fakta = kegiatan.fakta(field, "realisasi") or kegiatan.fakta(field, "")
        if fakta is not None and isinstance(fakta.nilai, Decimal):
            reported += fakta.nilai
        else:
            silent.append(kegiatan)
    if not silent:
        return reported
    counted = hitung_keluaran(keluaran.hitung, silent, daerah, rincian.kode)
    if counted is None and len(silent) == len(done):
        return None
    return reported + (counted or 0)


def _from_realisasi(daerah: Daerah, kode: str, field: str) -> Decimal | None:
    """A rincian's target in the first realisation table that has it: on its heading, else on its lines."""
    tables = {id(row.tabel): row.tabel for row in daerah.realisasi}
    for tabel in tables:
        rows = [
            row
            for row in daerah.realisasi
            if id(row.tabel) == tabel and row.rincian == kode and getattr(row, field) is not None
        ]
        heads = [row for row in rows if row.jenis is Baris.SUBTOTAL]
        if rows:
            chosen = heads[:1] or rows
            return sum((getattr(row, field) for row in chosen), Decimal(0))
    return None
