"""A per-person volume of the RAB against the peserta and days planned: `rab_volume`.

Only lines that are for the peserta alone, of an activity whose number of peserta is known, are looked at. A
volume is consistent when it is the number of peserta once, or once for each of some of the days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dak_excel.checks.rab_words import bukan_dak
from dak_excel.checks.registry import Lingkup, jenis, temuan_baris
from dak_excel.daerah.anggaran import baris_dak, jumlah_baris
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import nama_baku, orang_berbeda
from dak_excel.findings import Temuan
from dak_excel.indonesian import angka, daftar
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.rab.lines import identitas_baris_rab
from dak_excel.sheets.records import BarisRab

_WORD = re.compile(r"[a-z]+")
_JOINS = frozenset({"x", "per", "keg", "kegiatan", "angkatan"})
"""Words that make no other unit of `orang x hari x kegiatan`."""


class BatasVolume(Model):
    """`peserta`: words of a line for the peserta; `lain`: words of others who share in it.

    `satuan_orang_hari`, `satuan_orang`, `satuan_porsi`: units of a person on a day, a person, a meal (of
    which, and of what `kudapan` names, there are up to `porsi_sehari` a day).
    """

    peserta: tuple[str, ...]
    lain: tuple[str, ...]
    satuan_orang_hari: tuple[str, ...]
    satuan_orang: tuple[str, ...]
    satuan_porsi: tuple[str, ...]
    kudapan: tuple[str, ...] = ()
    porsi_sehari: int


@jenis("rab_volume", BatasVolume, isi=("peserta_hari", "paling_banyak"))
def rab_volume(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A volume that the peserta and days of its activity do not give."""
    b = BatasVolume(**k.batas)
    names: dict[int, str] | None = None
    for kegiatan in lingkup.kegiatan:
        counts, days = _counts(kegiatan), _days(kegiatan)
        if not counts or not days:
            continue
        for row in baris_dak(kegiatan.rab, bukan_dak(lingkup.juknis)):
            share = _per_day(row, b)
            if share is None or row.volume is None or _consistent(row.volume, counts, max(days) * share):
                continue
            names = names or identitas_baris_rab(lingkup.daerah.rab)
            yield temuan_baris(
                k,
                row.cell("volume"),
                row,
                kegiatan,
                identitas=names[id(row)],
                nilai=f"{angka(row.volume)} {row.satuan or ''}".strip(),
                rupiah=jumlah_baris(row),
                peserta_hari=_told(counts, days),
                paling_banyak=angka(max(counts) * max(days) * share),
            )


def _per_day(row: BarisRab, b: BatasVolume) -> int | None:
    """How often a day a peserta may have what a line pays for; None for a line that is not looked at."""
    words = set(_WORD.findall(f"{row.uraian} {row.spesifikasi or ''}".casefold()))
    if words.isdisjoint(b.peserta) or not words.isdisjoint(b.lain):
        return None
    unit = " ".join(word for word in nama_baku(row.satuan).split() if word not in _JOINS)
    if unit in b.satuan_orang_hari or unit in b.satuan_orang:
        return b.porsi_sehari if not words.isdisjoint(b.kudapan) else 1
    return b.porsi_sehari if unit in b.satuan_porsi else None


def _consistent(volume: Decimal, counts: set[Decimal], times: int) -> bool:
    """Whether a volume is a known number of peserta, up to so many times."""
    return any(volume % count == 0 and 1 <= volume / count <= times for count in counts)


def _counts(kegiatan: Kegiatan) -> set[Decimal]:
    """The numbers of peserta that are told for an activity: planned, as done, and listed."""
    said = (
        getattr(row, name)
        for row in kegiatan.baris
        for name in ("jumlah_peserta", "target", "capaian")
        if name == "jumlah_peserta" or nama_baku(row.satuan) in ("", "orang", "org", "peserta", "ikm")
    )
    counts = {value for value in said if value is not None and value > 0}
    if kegiatan.peserta:
        counts.add(Decimal(len(orang_berbeda(kegiatan.peserta))))
    return counts


def _days(kegiatan: Kegiatan) -> set[int]:
    """The numbers of days that are told for it: as planned, as done, and of its sessions."""
    days = {row.waktu.hari for row in kegiatan.baris if row.waktu is not None}
    if not days and (waktu := kegiatan.waktu) is not None:
        days.add(waktu.nilai.hari)
    if sessions := {row.waktu.mulai for row in kegiatan.jadwal if row.waktu is not None}:
        days.add(len(sessions))
    return {number for number in days if number > 0}


def _told(counts: set[Decimal], days: set[int]) -> str:
    """`32 peserta dan 5 hari`; several numbers as `20 atau 22 peserta dan 5 hari`."""
    people = daftar([angka(count) for count in sorted(counts)], "atau")
    return f"{people} peserta dan {daftar([str(number) for number in sorted(days)], 'atau')} hari"
