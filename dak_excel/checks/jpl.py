"""Jam pelajaran of a training: `rentang_jpl`.

The stated JPL of the activity counts, else the sum of its jadwal. A studi banding has no JPL where the rule
says so (`kecuali_studi`: A2 limits it in days), a training of operators none where the rule is for pengelola.

A training of 44 JPL where 45–85 are general is a finding; one of 45 is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dak_excel.checks.activity_form import group_of_activity, is_study_only
from dak_excel.checks.missing import missing_column, missing_fact
from dak_excel.checks.registry import Scope, activity_finding, kind
from dak_excel.daerah.facts import Known
from dak_excel.daerah.jpl import jpl as jpl_kegiatan
from dak_excel.daerah.model import Kegiatan
from dak_excel.findings import Temuan, Tingkat
from dak_excel.indonesian import number_text
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.juknis.ranges import is_outside, range_words


class BatasJpl(Model):
    """`wajib` False: an activity that states no JPL is fine (B3, where a training is only a part);
    `tingkat_bawah`: level of too few, where it is another than that of too many."""

    min: Decimal | None = None
    max: Decimal | None = None
    kelompok: str = ""
    wajib: bool = True
    kecuali_studi: bool = False
    tingkat_bawah: Tingkat | None = None


@kind("rentang_jpl", BatasJpl, isi=("batas",), varian=("kurang",))
def rentang_jpl(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """An activity whose JPL lie outside min–max."""
    b = BatasJpl(**k.batas)
    for kegiatan in scope.kegiatan:
        if b.kecuali_studi and is_study_only(scope, kegiatan):
            continue
        if b.kelompok and group_of_activity(scope, kegiatan) not in ("", b.kelompok):
            continue
        jpl = jpl_kegiatan(kegiatan)
        if not isinstance(jpl, Known):
            if b.wajib:
                yield from _unknown(k, scope, kegiatan)
        elif is_outside(jpl.nilai, b.min, b.max):
            kurang = b.min is not None and jpl.nilai < b.min
            yield activity_finding(
                k,
                jpl.cell,
                kegiatan,
                nilai=number_text(jpl.nilai),
                varian="kurang" if kurang else "",
                tingkat=b.tingkat_bawah if kurang else None,
                batas=range_words(b.min, b.max),
            )


def _unknown(k: Ketentuan, scope: Scope, kegiatan: Kegiatan) -> Iterator[Temuan]:
    if kegiatan.baris:
        yield from missing_fact(scope, k, kegiatan, "jpl")
    elif kegiatan.jadwal and not kegiatan.jadwal[0].has("jpl"):
        yield from missing_column(scope, k, kegiatan.jadwal[0].tabel, "jpl", kegiatan.rincian)
