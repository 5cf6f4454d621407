"""A per-person volume of the RAB against the peserta and days planned: `rab_volume`.

Only lines that are for the peserta alone, of an activity whose number of peserta is known, are looked at. Not
all need to be paid: eight of 22 may travel. What is told is more people, days, or both than there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dak_excel.checks.rab_words import other_sources
from dak_excel.checks.registry import Scope, kind, row_finding
from dak_excel.daerah.budget_rows import dak_lines, line_amount
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import distinct_people, normal_name
from dak_excel.findings import Temuan
from dak_excel.indonesian import listing, number_text
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.rab.lines import line_identities
from dak_excel.sheets.records import BarisRab

_WORD = re.compile(r"[a-z]+")
_JOINS = frozenset({"x", "per", "keg", "kegiatan", "angkatan"})
"""Words that make no other unit of `orang x hari x kegiatan`."""


class BatasVolume(Model):
    """`peserta`: words of a line for the peserta; `lain`: words of others who share in it.

    `satuan_orang_hari`, `satuan_orang`, `satuan_hari`, `satuan_porsi`: units of a person on a day, a person,
    a day, a meal (of which, and of what `kudapan` names, there are up to `porsi_sehari` a day).
    """

    peserta: tuple[str, ...]
    lain: tuple[str, ...]
    satuan_orang_hari: tuple[str, ...]
    satuan_orang: tuple[str, ...]
    satuan_hari: tuple[str, ...]
    satuan_porsi: tuple[str, ...]
    kudapan: tuple[str, ...] = ()
    porsi_sehari: int


@kind("rab_volume", BatasVolume, isi=("peserta_hari", "paling_banyak"), varian=("orang", "hari"))
def rab_volume(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A volume of more people, days or meals than its activity has; fewer than all is no fault."""
    b = BatasVolume(**k.batas)
    names: dict[int, str] | None = None
    for kegiatan in scope.kegiatan:
        if not kegiatan.rab:
            continue
        counts, days = _counts(kegiatan), _days(kegiatan)
        if not counts or not days:
            continue
        for row in dak_lines(kegiatan.rab, other_sources(scope.juknis)):
            if not _for_peserta(row, b) or not (found := _too_much(row, b, max(counts), max(days))):
                continue
            names = names or line_identities(scope.daerah.rab)
            varian, most = found
            yield row_finding(
                k,
                row.cell("volume"),
                row,
                kegiatan,
                identitas=names[id(row)],
                nilai=_volume_told(row),
                rupiah=line_amount(row),
                varian=varian,
                peserta_hari=_told(counts, days),
                paling_banyak=number_text(most),
            )


def _for_peserta(row: BarisRab, b: BatasVolume) -> bool:
    """Whether a line is for the peserta, and for nobody else."""
    words = _words(row)
    return not words.isdisjoint(b.peserta) and words.isdisjoint(b.lain)


def _too_much(row: BarisRab, b: BatasVolume, people: Decimal, days: int) -> tuple[str, Decimal] | None:
    """What of a line is more than its activity has (`orang`, `hari`, or empty for the product), and how much
    there may be; None for a line that fits or cannot be compared."""
    own_people = _factor(row, b.satuan_orang)
    own_days = _factor(row, b.satuan_hari)
    if own_people is not None and own_people > people and own_people % people:
        return "orang", people
    if len(row.faktor) > 1 and own_people is not None:
        most_days = Decimal(days * _times_a_day(row, b))
        return ("hari", most_days) if own_days is not None and own_days > most_days else None
    share = _per_day(row, b)
    most = people * days * share if share is not None else None
    return ("", most) if most is not None and row.volume is not None and row.volume > most else None


def _factor(row: BarisRab, units: tuple[str, ...]) -> Decimal | None:
    """The number that a line counts in some unit: a factor of its own, or its only volume."""
    factors = row.faktor if len(row.faktor) > 1 else ((row.volume, row.satuan or ""),)
    return next((number for number, unit in factors if number is not None and _unit(unit) in units), None)


def _unit(text: str) -> str:
    return " ".join(word for word in normal_name(text).split() if word not in _JOINS)


def _words(row: BarisRab) -> set[str]:
    return set(_WORD.findall(f"{row.uraian} {row.spesifikasi or ''}".casefold()))


def _per_day(row: BarisRab, b: BatasVolume) -> int | None:
    """How often a day a peserta may have what a line pays for; None for a unit that is not compared."""
    unit = _unit(row.satuan or "")
    if unit in b.satuan_orang_hari or unit in b.satuan_orang:
        return _times_a_day(row, b)
    return b.porsi_sehari if unit in b.satuan_porsi else None


def _times_a_day(row: BarisRab, b: BatasVolume) -> int:
    """How often a day what a line names may come: a snack more than once, a journey not."""
    return 1 if _words(row).isdisjoint(b.kudapan) else b.porsi_sehari


def _volume_told(row: BarisRab) -> str:
    """`25 Orang`, or the factors: `25 orang × 6 hari`."""
    factors = row.faktor if len(row.faktor) > 1 else ((row.volume or Decimal(0), row.satuan or ""),)
    return " × ".join(f"{number_text(number)} {unit}".strip() for number, unit in factors)


def _counts(kegiatan: Kegiatan) -> set[Decimal]:
    """The numbers of peserta that are told for an activity: planned, as done, and listed."""
    said = (
        getattr(row, name)
        for row in kegiatan.baris
        for name in ("jumlah_peserta", "target", "capaian")
        if name == "jumlah_peserta" or normal_name(row.satuan) in ("", "orang", "org", "peserta", "ikm")
    )
    counts = {value for value in said if value is not None and value > 0}
    if kegiatan.peserta:
        counts.add(Decimal(len(distinct_people(kegiatan.peserta))))
    return counts


def _days(kegiatan: Kegiatan) -> set[int]:
    """The numbers of days that are told for it: as planned, as done, and of its sessions."""
    days = {row.waktu.days for row in kegiatan.baris if row.waktu is not None}
    if not days and (waktu := kegiatan.when) is not None:
        days.add(waktu.nilai.days)
    if sessions := {row.waktu.mulai for row in kegiatan.jadwal if row.waktu is not None}:
        days.add(len(sessions))
    return {number for number in days if number > 0}


def _told(counts: set[Decimal], days: set[int]) -> str:
    """`32 peserta dan 5 hari`; several numbers as `20 atau 22 peserta dan 5 hari`."""
    people = listing([number_text(count) for count in sorted(counts)], "atau")
    return f"{people} peserta dan {listing([str(number) for number in sorted(days)], 'atau')} hari"
