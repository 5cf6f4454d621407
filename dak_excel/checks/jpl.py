"""Jam pelajaran of a training: `rentang_jpl`.

The stated JPL of the activity counts, else the sum of its jadwal. A studi banding has no JPL where the rule
says so (`kecuali_studi`: A2 limits it in days), a training of operators none where the rule is for pengelola.

A training of 44 JPL where 45–85 are general is a finding; one of 45 is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dak_excel.checks.activity_form import hanya_studi, kelompok_kegiatan
from dak_excel.checks.missing import kolom_tiada, kosong_kegiatan
from dak_excel.checks.registry import Lingkup, jenis, temuan_kegiatan
from dak_excel.daerah.facts import Known
from dak_excel.daerah.jpl import jpl as jpl_kegiatan
from dak_excel.daerah.model import Kegiatan
from dak_excel.findings import Temuan, Tingkat
from dak_excel.indonesian import angka
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.juknis.ranges import di_luar, kata_rentang


class BatasJpl(Model):
    """`wajib` False: an activity that states no JPL is fine (B3, where a training is only a part);
    `tingkat_bawah`: level of too few, where it is another than that of too many."""

    min: Decimal | None = None
    max: Decimal | None = None
    kelompok: str = ""
    wajib: bool = True
    kecuali_studi: bool = False
    tingkat_bawah: Tingkat | None = None


@jenis("rentang_jpl", BatasJpl, isi=("batas",), varian=("kurang",))
def rentang_jpl(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """An activity whose JPL lie outside min–max."""
    b = BatasJpl(**k.batas)
    for kegiatan in lingkup.kegiatan:
        if b.kecuali_studi and hanya_studi(lingkup, kegiatan):
            continue
        if b.kelompok and kelompok_kegiatan(lingkup, kegiatan) not in ("", b.kelompok):
            continue
        jpl = jpl_kegiatan(kegiatan)
        if not isinstance(jpl, Known):
            if b.wajib:
                yield from _tidak_diketahui(k, lingkup, kegiatan)
        elif di_luar(jpl.nilai, b.min, b.max):
            kurang = b.min is not None and jpl.nilai < b.min
            yield temuan_kegiatan(
                k,
                jpl.cell,
                kegiatan,
                nilai=angka(jpl.nilai),
                varian="kurang" if kurang else "",
                tingkat=b.tingkat_bawah if kurang else None,
                batas=kata_rentang(b.min, b.max),
            )


def _tidak_diketahui(k: Ketentuan, lingkup: Lingkup, kegiatan: Kegiatan) -> Iterator[Temuan]:
    if kegiatan.baris:
        yield from kosong_kegiatan(lingkup, k, kegiatan, "jpl")
    elif kegiatan.jadwal and not kegiatan.jadwal[0].has("jpl"):
        yield from kolom_tiada(lingkup, k, kegiatan.jadwal[0].tabel, "jpl", kegiatan.rincian)
