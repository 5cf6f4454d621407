"""Training taken before: `prasyarat_pelatihan` (must), `prioritas_pelatihan` (preferred).

People are matched across all sheets and files of the daerah by NIK, else by name and usaha; someone who did
not attend to the end of that training has not taken it. A column «pelatihan yang pernah diikuti» counts as
well.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dak_excel.checks.missing import kosong
from dak_excel.checks.notions import kamus, menyangkal
from dak_excel.checks.registry import Lingkup, jenis, temuan_baris
from dak_excel.daerah.orang import People, orang, orang_berbeda
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Peserta


class _Pernah:
    """Who took a training."""

    def __init__(self, lingkup: Lingkup, rincian: tuple[str, ...]) -> None:
        everyone = {id(p): p for p in lingkup.daerah.peserta if p.rincian in rincian}
        for kegiatan in lingkup.daerah.kegiatan:
            if kegiatan.rincian in rincian:
                everyone.update((id(p), p) for p in kegiatan.peserta)
        rows = list(orang(everyone.values()))
        self.ada = bool(rows)
        self._taken = People(p for p in rows if p.hadir is not False)

    def __contains__(self, p: Peserta) -> bool:
        return p in self._taken


class BatasPrasyarat(Model):
    """`dari`: the rincian of that training; `pelatihan`: its name."""

    dari: str
    pelatihan: str


@jenis("prasyarat_pelatihan", BatasPrasyarat, isi=(), varian=("belum",))
def prasyarat_pelatihan(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A peserta who did not take the training that the rule asks for.

    While no list of that training has been dropped nothing is said, until the fiscal year is over.
    """
    if not lingkup.kegiatan:
        return
    b = BatasPrasyarat(**k.batas)
    pernah = _Pernah(lingkup, (b.dari,))
    akhir = date(lingkup.juknis.tahun, 12, 31)
    words = kamus(lingkup.juknis, "pelatihan")
    for kegiatan in lingkup.kegiatan:
        for p in orang_berbeda(kegiatan.peserta):
            if p in pernah or b.dari in words.golongan(p.pelatihan_sebelumnya):
                continue
            if menyangkal(lingkup.juknis, p.pelatihan_sebelumnya):
                yield temuan_baris(k, p.cell("pelatihan_sebelumnya"), p, kegiatan, varian="belum")
            elif pernah.ada:
                yield temuan_baris(k, p.cell("nama"), p, kegiatan)
            elif not p.pelatihan_sebelumnya and (p.has("pelatihan_sebelumnya") or lingkup.per > akhir):
                yield from kosong(lingkup, k, p, "pelatihan_sebelumnya")


class BatasPrioritas(Model):
    """`setelah`: the rincian of those trainings; `pelatihan`: their name."""

    setelah: tuple[str, ...]
    pelatihan: str


@jenis("prioritas_pelatihan", BatasPrioritas, isi=(), varian=("belum",))
def prioritas_pelatihan(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A peserta who took none of the trainings that give preference; only where their lists were dropped."""
    if not lingkup.kegiatan:
        return
    b = BatasPrioritas(**k.batas)
    pernah = _Pernah(lingkup, b.setelah)
    for kegiatan in lingkup.kegiatan:
        for p in orang_berbeda(kegiatan.peserta):
            denied = menyangkal(lingkup.juknis, p.pelatihan_sebelumnya)
            stated = bool(p.pelatihan_sebelumnya) and not denied
            if p in pernah or stated or not (pernah.ada or denied):
                continue
            field = "pelatihan_sebelumnya" if denied else "nama"
            yield temuan_baris(k, p.cell(field), p, kegiatan, varian="belum" if denied else "")
