"""What a peserta has or has not: a NIB (`kepemilikan_nib`), the Kepala Daerah's decision (`sk`).

A blank in a column that is there means «has none» and is the finding itself; only a column that is not there
is DATA-KOSONG. A NIB that cannot be read is told of by NIB-FORMAT, not here.
"""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.checks.activity_form import kelompok_peserta
from dak_excel.checks.missing import kolom_tiada
from dak_excel.checks.notions import menyangkal
from dak_excel.checks.registry import Lingkup, jenis, temuan_baris
from dak_excel.daerah.orang import orang
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Peserta


class BatasNib(Model):
    """Nothing to set."""


@jenis("kepemilikan_nib", BatasNib, isi=())
def kepemilikan_nib(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A peserta with neither a NIB nor the readiness to make one."""
    for kegiatan in lingkup.kegiatan:
        for p in orang(kegiatan.peserta):
            if p.nib or p.kesediaan_nib:
                continue
            if not (p.has("nib") or p.has("kesediaan_nib")):
                yield from kolom_tiada(lingkup, k, p.tabel, "nib", kegiatan.rincian)
            elif not _ditulis(lingkup, p):
                cell = p.cell("nib" if p.has("nib") else "kesediaan_nib")
                yield temuan_baris(k, cell, p, kegiatan)


def _ditulis(lingkup: Lingkup, p: Peserta) -> bool:
    """Something stands there that may be a NIB or a readiness, and only the reader could not tell."""
    for name in ("nib", "kesediaan_nib"):
        if p.problem(name) and not menyangkal(lingkup.juknis, str(p.raw(name))):
            return True
    return False


class BatasSk(Model):
    """`kelompok`: only these peserta need it (B2, B3: pengelola)."""

    kelompok: str = ""


@jenis("sk", BatasSk, isi=())
def sk(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A peserta whom no decision of the Kepala Daerah appoints."""
    b = BatasSk(**k.batas)
    for kegiatan in lingkup.kegiatan:
        people, _ = kelompok_peserta(lingkup, kegiatan, b.kelompok)
        if kegiatan.fakta("sk"):
            continue  # one decision, in the title lines, for all of them
        for p in people:
            if not p.has("sk"):
                yield from kolom_tiada(lingkup, k, p.tabel, "sk", kegiatan.rincian)
            elif not p.problem("sk") and (not p.sk or menyangkal(lingkup.juknis, p.sk)):
                yield temuan_baris(k, p.cell("sk"), p, kegiatan)
