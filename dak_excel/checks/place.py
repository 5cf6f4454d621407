"""Where an activity takes place: `tempat_luar`, `tempat_pendampingan`, and for others `place_outside`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dak_excel.checks.activity_form import forms_of_days
from dak_excel.checks.missing import missing_fact
from dak_excel.checks.notions import dictionary
from dak_excel.checks.registry import Scope, activity_finding, kind, row_finding
from dak_excel.checks.wilayah import Wilayah
from dak_excel.daerah.model import Fact, Kegiatan
from dak_excel.findings import Reply, Temuan
from dak_excel.juknis.model import Ketentuan, Model

BEBAS = frozenset({"studi_banding", "kunjungan", "ojt", "pameran"})
"""Forms of activity that may be held anywhere (ketentuan.md, part 2), be it only on one day of it."""


def place_outside(wilayah: Wilayah, kegiatan: Kegiatan) -> Fact[str] | None:
    """The place outside the kabupaten/kota where an activity is held; None when it is not plainly so."""
    tempat = kegiatan.fact("tempat")
    stated = kegiatan.fact("luar_daerah")
    if stated is not None:
        if not stated.nilai:
            return None
        return Fact(str(tempat.nilai), tempat.cell) if tempat else Fact("luar daerah", stated.cell)
    if tempat is None or not wilayah.other(str(tempat.nilai)):
        return None
    return Fact(str(tempat.nilai), tempat.cell)


class BatasTempat(Model):
    """`wajib` False: an activity that states no place is fine (where its own daerah is only preferred).

    `substansi`: groups of istilah `tempat_substansi`, the places outside that the text itself gives as
    examples of what belongs to the substance of the activity.
    """

    wajib: bool = True
    substansi: tuple[str, ...] = ()


@kind("tempat_luar", BatasTempat, isi=())
def tempat_luar(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """An activity outside the kabupaten/kota that is no studi banding, visit or exhibition, nor held where
    the text itself places it.

    A reason that stands in the activity's own row is the answer to the finding.
    """
    own, b = Wilayah(scope), BatasTempat(**k.batas)
    for kegiatan in scope.kegiatan:
        if forms_of_days(scope, kegiatan) & BEBAS:
            continue
        if outside := place_outside(own, kegiatan):
            if _is_of_substance(scope, outside.nilai, b):
                continue
            found = activity_finding(k, outside.cell, kegiatan, nilai=outside.nilai)
            alasan = kegiatan.fact("alasan")
            yield replace(found, jawaban=Reply(alasan=str(alasan.nilai))) if alasan else found
        elif b.wajib and not kegiatan.fact("tempat") and not kegiatan.fact("luar_daerah"):
            yield from missing_fact(scope, k, kegiatan, "tempat")


def _is_of_substance(scope: Scope, tempat: str, b: BatasTempat) -> bool:
    """A business body or an industry by its name, and no hotel or hall."""
    named = dictionary(scope.juknis, "tempat_substansi").groups(tempat)
    return bool(named & set(b.substansi)) and "bukan_ikm" not in dictionary(scope.juknis, "tempat").groups(
        tempat
    )


class BatasTempatPendampingan(Model):
    """`boleh`: groups of istilah `tempat` where it may take place; `tempat_seharusnya`: the same in words."""

    boleh: tuple[str, ...]
    tempat_seharusnya: str


@kind("tempat_pendampingan", BatasTempatPendampingan, isi=())
def tempat_pendampingan(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A pendampingan, or a visit of the logbook, in a hotel, an office or a hall."""
    b = BatasTempatPendampingan(**k.batas)
    words = dictionary(scope.juknis, "tempat")
    for kegiatan in scope.kegiatan:
        tempat = kegiatan.fact("tempat")
        if tempat is None:
            if not any(row.tempat for row in kegiatan.kunjungan):
                yield from missing_fact(scope, k, kegiatan, "tempat")
        elif _is_wrong(words.groups(str(tempat.nilai)), b):
            yield activity_finding(k, tempat.cell, kegiatan, nilai=str(tempat.nilai))
        for row in kegiatan.kunjungan:
            if _is_wrong(words.groups(row.tempat), b):
                yield row_finding(
                    k, row.cell("tempat"), row, kegiatan, subjek=row.ikm or "", nilai=row.tempat or ""
                )


def _is_wrong(groups: frozenset[str], b: BatasTempatPendampingan) -> bool:
    """A place that is plainly none of the allowed ones."""
    return bool(groups) and not groups & set(b.boleh) and "bukan_ikm" in groups
