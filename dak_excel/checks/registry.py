"""Kinds of check, and how a finding is worded.

A kind is a small function registered under the name that `jenis:` in the juknis YAML uses:

    class BatasJpl(Model):
        min: Decimal | None = None

    @kind("rentang_jpl", BatasJpl, isi=("jpl",), varian=("kurang", "lebih"))
    def rentang_jpl(k: Ketentuan, scope: Scope) -> Iterator[Temuan]: ...

It is called once for each ketentuan of its kind, with the daerah, the rincian that the rule belongs to (None
for general rules) and the day that the run takes for today. It never holds a number of the law. The
model gives the shape of `batas:`; `isi` names the placeholders that the function fills in `pesan` and `saran`
beside those of `batas` and the standing ones, `varian` the wordings that it asks for. The loader refuses a
YAML file that does not fit them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from dak_excel.daerah.model import Daerah, Kegiatan
from dak_excel.findings import Temuan, Tingkat
from dak_excel.juknis.model import Juknis, Ketentuan, Model, Rincian
from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.records import Kunjungan, Peserta, Tenaga
from dak_excel.sheets.tabel import Record


@dataclass(frozen=True, slots=True)
class Scope:
    """What a check may look at."""

    daerah: Daerah
    juknis: Juknis
    per: date
    rincian: Rincian | None = None
    dikabarkan: set[tuple[int, int, str]] = field(default_factory=set)
    """Missing values already told of: (table, row or 0 for the column, field); one set for the whole run."""

    @property
    def kegiatan(self) -> list[Kegiatan]:
        """The activities of the rule's rincian; all of them for a general rule."""
        if self.rincian is None:
            return self.daerah.kegiatan
        return [k for k in self.daerah.kegiatan if k.rincian == self.rincian.kode]


class Check(Protocol):
    """The function of a kind."""

    def __call__(self, k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
        """Findings of one rule."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of check with what a rule of the kind may say in the YAML.

    `batas` None: any parameters; `isi` None: placeholders are not checked when the file is loaded.
    """

    name: str
    check: Check
    batas: type[Model] | None = None
    isi: frozenset[str] | None = None
    varian: frozenset[str] = frozenset()

    def __call__(self, k: Ketentuan, scope: Scope) -> Iterator[Temuan]:
        """Findings of one rule."""
        return self.check(k, scope)


CHECKS: dict[str, Kind] = {}
"""Every kind by its name in the YAML; filled when `dak_excel.checks` is imported."""


def kind(
    name: str,
    batas: type[Model] | None = None,
    *,
    isi: tuple[str, ...] | None = None,
    varian: tuple[str, ...] = (),
) -> Callable[[Check], Check]:
    """Register a kind of check under the name that the YAML uses."""

    def register(check: Check) -> Check:
        if name in CHECKS:
            raise ValueError(f"check kind {name!r} is registered twice")
        fields = None if isi is None else frozenset(isi)
        CHECKS[name] = Kind(name, check, batas, fields, frozenset(varian))
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
    rupiah: Decimal | None = None,
    varian: str = "",
    tingkat: Tingkat | None = None,
    **isi: object,
) -> Temuan:
    """A finding of a rule at a place, with the rule's words filled in.

    `nilai` (the value as found, already in Indonesian form), `subjek` and `isi` fill the placeholders of
    `pesan` and `saran`, beside the rule's own `batas`. A placeholder without a value raises KeyError; the
    loader refuses a YAML file that has one. `tingkat` replaces the rule's level where
    ketentuan.md gives one id several (a letter that is late, missing, or still due).
    """
    words = {
        **k.batas,
        "nilai": nilai,
        "subjek": subjek,
        "kegiatan": kegiatan,
        "rincian": rincian,
        "rujukan": k.rujukan,
        "judul": k.judul,
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
        varian=varian,
        rupiah=rupiah,
    )


def activity_finding(
    k: Ketentuan, tempat: CellRange | None, kegiatan: Kegiatan, *, subjek: str = "", **isi: Any
) -> Temuan:
    """A finding on an activity as a whole, or on something in it that `subjek` names."""
    return temuan(
        k,
        tempat,
        subjek=subjek or kegiatan.judul,
        rincian=kegiatan.rincian,
        kegiatan=kegiatan.judul,
        **isi,
    )


def row_finding(
    k: Ketentuan,
    tempat: CellRange,
    baris: Record,
    kegiatan: Kegiatan | None = None,
    *,
    subjek: str = "",
    identitas: str = "",
    **isi: Any,
) -> Temuan:
    """A finding on a row: a person of a list, a visit, a budget line."""
    return temuan(
        k,
        tempat,
        subjek=subjek or baris.subjek,
        identitas=identitas or row_identity(baris),
        rincian=kegiatan.rincian if kegiatan else baris.rincian,
        kegiatan=kegiatan.judul if kegiatan else baris.kegiatan,
        **isi,
    )


def row_identity(baris: Record) -> str:
    """What tells a row from others of its sheet even after rows have moved; never shown."""
    match baris:
        case Peserta(nik=str(nik)) | Tenaga(nik=str(nik)):
            return nik
        case Peserta():
            return f"{baris.subjek}|{baris.usaha or ''}"
        case Kunjungan():
            return f"{baris.tanggal}|{baris.ikm or ''}"
    return baris.subjek
