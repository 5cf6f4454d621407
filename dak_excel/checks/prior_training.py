"""Training taken before: `prasyarat_pelatihan` (must), `prioritas_pelatihan` (preferred).

People are matched across all sheets and files of the daerah by NIK, else by name and usaha; someone who did
not attend to the end of that training has not taken it. A column «pelatihan yang pernah diikuti» counts as
well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from rapidfuzz import fuzz

from dak_excel.checks.missing import missing_value
from dak_excel.checks.notions import affirms, denies, dictionary
from dak_excel.checks.registry import Scope, kind, row_finding
from dak_excel.daerah.orang import People, distinct_people, normal_name, people_of, person_name
from dak_excel.findings import Temuan, Tingkat
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Peserta

NAMA_MIRIP = 88.0
"""Likeness of two names, per hundred, from which a person must look."""
SALAH_KETIK = 1
"""Digits of a NIK that may be typed wrong."""


_ANGKA = re.compile(r"\d")


class _Taken:
    """Who took a training."""

    def __init__(self, scope: Scope, rincian: tuple[str, ...]) -> None:
        everyone = {id(p): p for p in scope.daerah.peserta if p.rincian in rincian}
        for kegiatan in scope.daerah.kegiatan:
            if kegiatan.rincian in rincian:
                everyone.update((id(p), p) for p in kegiatan.peserta)
        rows = list(people_of(everyone.values()))
        self.ada = bool(rows)
        self._taken = People(p for p in rows if p.hadir is not False)

    def __contains__(self, p: Peserta) -> bool:
        return p in self._taken

    def similar(self, p: Peserta) -> Peserta | None:
        """Someone on the list who may be the same: one name with another NIK or usaha, or nearly one name."""
        name, usaha = person_name(p.nama), normal_name(p.usaha)
        for members in self._taken.rows:
            other = members[0]
            likeness = fuzz.ratio(name, person_name(other.nama)) if name else 0.0
            if likeness >= NAMA_MIRIP and not _ANGKA.search(name) and _nearly(p.nik or "", other.nik or ""):
                return other
            same_usaha = usaha == normal_name(other.usaha) or not usaha or not other.usaha
            if likeness == 100 or (likeness >= NAMA_MIRIP and same_usaha and not _ANGKA.search(name)):
                return other
        return None


def _nearly(nik: str, other: str) -> bool:
    """Two NIK that differ in one digit, as when it was typed wrong."""
    return (
        bool(nik)
        and len(nik) == len(other)
        and sum(a != b for a, b in zip(nik, other, strict=True)) <= SALAH_KETIK
    )


class BatasPrasyarat(Model):
    """`dari`: the rincian of that training; `pelatihan`: its name."""

    dari: str
    pelatihan: str


@kind("prasyarat_pelatihan", BatasPrasyarat, isi=(), varian=("belum", "lain", "ragu"))
def prasyarat_pelatihan(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A peserta who did not take the training that the rule asks for.

    While no list of that training has been dropped nothing is said, until the fiscal year is over.
    """
    if not scope.kegiatan:
        return
    b = BatasPrasyarat(**k.batas)
    pernah = _Taken(scope, (b.dari,))
    akhir = date(scope.juknis.tahun, 12, 31)
    words = dictionary(scope.juknis, "pelatihan")
    for kegiatan in scope.kegiatan:
        for p in distinct_people(kegiatan.peserta):
            if p in pernah or b.dari in words.groups(p.pelatihan_sebelumnya):
                continue
            if denies(scope.juknis, p.pelatihan_sebelumnya):
                yield row_finding(k, p.cell("pelatihan_sebelumnya"), p, kegiatan, varian="belum")
            elif other := pernah.similar(p):
                yield row_finding(
                    k,
                    p.cell("nama"),
                    p,
                    kegiatan,
                    nilai=other.subjek,
                    varian="ragu",
                    tingkat=Tingkat.TELAAH,
                )
            elif p.pelatihan_sebelumnya and not pernah.ada and not affirms(p.pelatihan_sebelumnya):
                yield row_finding(
                    k,
                    p.cell("pelatihan_sebelumnya"),
                    p,
                    kegiatan,
                    nilai=f"«{p.pelatihan_sebelumnya}»",
                    varian="lain",
                    tingkat=Tingkat.TELAAH,
                )
            elif pernah.ada:
                yield row_finding(k, p.cell("nama"), p, kegiatan)
            elif not p.pelatihan_sebelumnya and (p.has("pelatihan_sebelumnya") or scope.per > akhir):
                yield from missing_value(scope, k, p, "pelatihan_sebelumnya")


class BatasPrioritas(Model):
    """`setelah`: the rincian of those trainings; `pelatihan`: their name."""

    setelah: tuple[str, ...]
    pelatihan: str


@kind("prioritas_pelatihan", BatasPrioritas, isi=(), varian=("belum",))
def prioritas_pelatihan(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A peserta who took none of the trainings that give preference; only where their lists were dropped."""
    if not scope.kegiatan:
        return
    b = BatasPrioritas(**k.batas)
    pernah = _Taken(scope, b.setelah)
    for kegiatan in scope.kegiatan:
        for p in distinct_people(kegiatan.peserta):
            denied = denies(scope.juknis, p.pelatihan_sebelumnya)
            stated = bool(p.pelatihan_sebelumnya) and not denied
            if p in pernah or stated or not (pernah.ada or denied):
                continue
            field = "pelatihan_sebelumnya" if denied else "nama"
            yield row_finding(k, p.cell(field), p, kegiatan, varian="belum" if denied else "")
