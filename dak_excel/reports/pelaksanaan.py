"""What was done until a day, as the reports tell it: the rincian of a daerah, each with target and output."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dak_excel.daerah.capaian import Capaian, Indikator, capaian, target
from dak_excel.daerah.facts import Answer, value_of
from dak_excel.daerah.model import Daerah, Kegiatan
from dak_excel.juknis.model import Juknis, Keluaran, Rincian


@dataclass(frozen=True, slots=True)
class Outcome:
    """Target of the year and output of the period for one output indicator."""

    keluaran: Keluaran
    target: Answer[Decimal]
    isi: Capaian

    @property
    def sasaran(self) -> Decimal | None:
        """The target; None when nothing tells."""
        return value_of(self.target)

    @property
    def capaian(self) -> Decimal | None:
        """The output; None when nothing tells, or not the whole."""
        return value_of(self.isi.jawaban)


def rincian_in_use(daerah: Daerah, juknis: Juknis) -> list[Rincian]:
    """The rincian that any sheet of the daerah speaks of, in the order of the juknis."""
    used = {k.rincian for k in daerah.kegiatan}
    used.update(row.rincian for rows in (daerah.rab, daerah.realisasi, daerah.peserta) for row in rows)
    return [rincian for kode, rincian in juknis.rincian.items() if kode in used]


def kegiatan_rincian(daerah: Daerah, kode: str) -> list[Kegiatan]:
    """The activities of a rincian by their first day; those without a date last, in the sheets' order."""
    rows = [k for k in daerah.kegiatan if k.rincian == kode]
    return sorted(rows, key=lambda k: k.when.nilai.mulai if k.when else date.max)


def outputs(daerah: Daerah, rincian: Rincian, sampai: date) -> list[Outcome]:
    """Target and output of a rincian, one for each of its output indicators."""
    found = []
    for keluaran in rincian.keluaran:
        one = Indikator(rincian.kode, keluaran.hitung, kedua=rincian.keluaran[0] != keluaran)
        found.append(Outcome(keluaran, target(daerah, one), capaian(daerah, one, sampai)))
    return found
