"""Kinds of check, and how a finding is worded.

A kind is a small function registered under the name that `jenis:` in the juknis YAML uses:

    @jenis("rentang_jpl")
    def rentang_jpl(k: Ketentuan, lingkup: Lingkup) -> Iterator[Temuan]: ...

It is called once for each ketentuan of its kind, with the daerah, the rincian that the rule belongs to (None
for general rules) and the day that the run takes for today. It never holds a number of the law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from dak_excel.daerah.model import Daerah, Kegiatan
from dak_excel.findings import Temuan, Tingkat
from dak_excel.juknis.model import Juknis, Ketentuan, Rincian
from dak_excel.sheets.grid import CellRange


@dataclass(frozen=True, slots=True)
class Lingkup:
    """What a check may look at."""

    daerah: Daerah
    juknis: Juknis
    per: date
    rincian: Rincian | None = None

    @property
    def kegiatan(self) -> list[Kegiatan]:
        """The activities of the rule's rincian; all of them for a general rule."""
        if self.rincian is None:
            return self.daerah.kegiatan
        return [k for k in self.daerah.kegiatan if k.rincian == self.rincian.kode]


Check = Callable[[Ketentuan, Lingkup], Iterator[Temuan]]

CHECKS: dict[str, Check] = {}


def jenis(name: str) -> Callable[[Check], Check]:
    """Register a kind of check under the name that the YAML uses."""

    def register(check: Check) -> Check:
        if name in CHECKS:
            raise ValueError(f"check kind {name!r} is registered twice")
        CHECKS[name] = check
        return check

    return register


def temuan(
    k: Ketentuan,
    tempat: CellRange | None,
    *,
    subjek: str = "",
    identitas: str = "",
    rincian: str = "",
    kegiatan: str = "",
    nilai: str = "",
    varian: str = "",
    tingkat: Tingkat | None = None,
    **isi: object,
) -> Temuan:
    """A finding of a rule at a place, with the rule's words filled in.

    `nilai` (the value as found, already in Indonesian form), `subjek` and `isi` fill the placeholders of
    `pesan` and `saran`, beside the rule's own `batas`. A placeholder without a value is an error of
    the YAML and raises KeyError; a test sees to it that none is. `tingkat` replaces the rule's level where
    ketentuan.md gives one id several (a letter that is late, missing, or still due).
    """
    words = {
        **k.batas,
        "nilai": nilai,
        "subjek": subjek,
        "kegiatan": kegiatan,
        "rujukan": k.rujukan,
        **isi,
    }
    pesan = k.varian[varian] if varian else k.pesan
    saran = k.varian.get(f"{varian}_saran", k.saran) if varian else k.saran
    return Temuan(
        ketentuan=k.id,
        tingkat=tingkat or k.tingkat,
        tempat=tempat,
        pesan=pesan.format_map(words),
        saran=saran.format_map(words),
        rujukan=k.rujukan,
        kutipan=k.kutipan,
        rincian=rincian,
        kegiatan=kegiatan,
        subjek=subjek,
        identitas=identitas,
        nilai=nilai,
    )
