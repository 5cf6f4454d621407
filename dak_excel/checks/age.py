"""Age of a peserta: `usia`.

Whole years on the first day of the activity; where that day is unknown, on 1 January of the fiscal year,
and the message says so. Someone born on 29 February is a year older on 1 March in other years. Where only
an age is written, that age counts. 17 and 50 are allowed, 16 and 51 (from the 51st birthday on) are
findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dak_excel.checks.missing import kosong
from dak_excel.checks.registry import Lingkup, jenis, temuan_baris
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import orang
from dak_excel.findings import Temuan
from dak_excel.indonesian import tanggal
from dak_excel.juknis.model import Ketentuan, Model


class BatasUsia(Model):
    """Years, both belonging to the range."""

    min: int
    max: int


@jenis("usia", BatasUsia, isi=("tanggal",), varian=("awal_tahun", "tertulis"))
def usia(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A peserta who is too young or too old on the first day."""
    b = BatasUsia(**k.batas)
    for kegiatan in lingkup.kegiatan:
        yield from _kegiatan(k, lingkup, kegiatan, b)


def _kegiatan(k: Ketentuan, lingkup: Lingkup, kegiatan: Kegiatan, b: BatasUsia) -> Iterator[Temuan]:
    first = kegiatan.hari_pertama
    hari = first.nilai if first else date(lingkup.juknis.tahun, 1, 1)
    varian = "" if first else "awal_tahun"
    for p in orang(kegiatan.peserta):
        if p.tanggal_lahir is not None:
            years = umur(p.tanggal_lahir, hari)
            if not b.min <= years <= b.max:
                yield temuan_baris(
                    k,
                    p.cell("tanggal_lahir"),
                    p,
                    kegiatan,
                    nilai=str(years),
                    varian=varian,
                    tanggal=tanggal(hari),
                )
        elif p.usia is not None:
            if not b.min <= p.usia <= b.max:
                cell = p.cell("usia")
                yield temuan_baris(k, cell, p, kegiatan, nilai=str(p.usia), varian="tertulis")
        else:
            yield from kosong(lingkup, k, p, "tanggal_lahir", "usia")


def umur(lahir: date, hari: date) -> int:
    """Age in whole years on a day."""
    return hari.year - lahir.year - ((hari.month, hari.day) < (lahir.month, lahir.day))
