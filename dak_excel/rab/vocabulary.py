"""The vocabulary of budget lines, as a dinas or the ministry reads and corrects it (`kosakata_rab.yaml`).

The file holds abbreviations, terms (groups of words with the reason why they stand there) and rules that say
which terms together make a line allowed, forbidden, or one that a person must look at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from pydantic import Field, field_validator, model_validator

import dak_excel
from dak_excel.juknis.model import Model
from dak_excel.kept import kept

BAWAAN = Path(dak_excel.__file__).parent / "juknis" / "kosakata_rab.yaml"

BOLEH = "boleh"
TELAAH = "telaah"
OPERASIONAL = "RAB-1-OPERASIONAL"
HONOR_PENYELENGGARA = "RAB-2A-HONOR-PENYELENGGARA"
HONOR_PANITIA = "RAB-2B-HONOR-PANITIA"
PERJALANAN = "RAB-3-PERJALANAN"
ASET = "RAB-4-ASET"
LARANGAN = (OPERASIONAL, HONOR_PENYELENGGARA, HONOR_PANITIA, PERJALANAN, ASET)
"""The excluded costs (end of Lampiran II), by the ids of their rules."""
TANDA = ("", "kepala", "inti", "asal", "untuk", "milik")
"""What a rule may ask of the place of a term, behind `@`."""


class WordList(Model):
    """Some words or phrases and the reason for having them."""

    kata: tuple[str, ...]
    alasan: str


class Term(Model):
    """A term: words of the same meaning for the rules.

    `membuka_topik`: what follows such a word is its subject (`narasumber manajemen keuangan`), not what is
    paid for. `bisa_topik`: such words mean nothing where they are a subject.
    """

    arti: str
    isi: tuple[WordList, ...]
    membuka_topik: bool = False
    bisa_topik: bool = False


class Kode(Model):
    """A family of kode rekening; a line under it has this term."""

    awalan: tuple[str, ...]
    alasan: str


class Satuan(Model):
    """A term that the unit of the volume gives, from `paling_sedikit` of them on."""

    kata: tuple[str, ...]
    paling_sedikit: float = 0
    alasan: str


class Harga(Model):
    """A term that the unit price gives, from `paling_sedikit` rupiah on or below `kurang_dari`."""

    paling_sedikit: int = 0
    kurang_dari: int | None = None
    alasan: str

    def fits(self, harga: Decimal) -> bool:
        """Whether a unit price in rupiah gives the term; one of nought is none."""
        below = self.kurang_dari is None or harga < self.kurang_dari
        return harga > 0 and self.paling_sedikit <= harga and below


class Derived(Model):
    """A term that other terms of the line make likely: who attends a meeting per person and day travels."""

    istilah: str
    jika: tuple[str, ...]
    kecuali: tuple[str, ...] = ()
    alasan: str


class Pattern(Model):
    """A term that a line has where its text fits a regular expression: `L3210`, `5 PK`, `pengering`."""

    pola: tuple[str, ...]
    kecuali: tuple[str, ...] = ()
    """Words that fit and mean something else."""
    awal: bool = False
    """Only the first word that names something is asked."""
    alasan: str

    @field_validator("pola")
    @classmethod
    def _readable(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for text in value:
            try:
                re.compile(text)
            except re.error as error:
                raise ValueError(f"pola «{text}» tidak dapat dibaca: {error}") from error
        return value


class Rule(Model):
    """One rule: the first whose terms are all there (and none of `kecuali`) decides.

    A term is written plain, `a|b` for either, `a@kepala` for one that names the thing itself (`mesin jahit`,
    not `operator mesin jahit`), `a@inti` for one in the first part of the text, before any `untuk`, `di` …,
    `a@asal` for one right behind `dari` (`petugas dari dinas`), `a@untuk` behind `untuk`, `bagi`, `buat`,
    `a@milik` behind `milik`.
    `urut` asks that the first term stands before the second.
    """

    nama: str
    jika: tuple[str, ...]
    kecuali: tuple[str, ...] = ()
    urut: tuple[tuple[str, str], ...] = ()
    hasil: str
    mungkin: tuple[str, ...] = ()
    memutus: str = ""
    alasan: str
    yakin: float = Field(default=0.9, ge=0, le=1)
    mandiri: bool = False
    """The line's own words are enough, however weak: its headings are not asked."""

    @model_validator(mode="after")
    def _complete(self) -> Rule:
        if self.hasil not in (BOLEH, TELAAH, *LARANGAN):
            raise ValueError(f"hasil «{self.hasil}» tidak dikenal")
        if self.hasil == TELAAH and not (self.mungkin and self.memutus):
            raise ValueError("aturan telaah wajib menyebut `mungkin` dan `memutus`")
        if not set(self.mungkin) <= set(LARANGAN):
            raise ValueError("`mungkin` hanya boleh berisi pengecualian RAB")
        return self


class Weights(Model):
    """What each reading of a line counts, before its certainty.

    `biasa`: the line's own words; `uraian`: the same where they hold such a term; `judul`: with the nearest
    heading that names a kind of cost (more where it holds a term of `judul_istilah`), `judul_luar` with those
    above it; `akun`: with the name of an account; `tujuan`: with a heading that only says what for.
    """

    biasa: float = Field(gt=0)
    uraian: Mapping[str, float]
    judul: float = Field(gt=0)
    judul_istilah: Mapping[str, float] = {}
    judul_luar: float = Field(gt=0)
    akun: float = Field(gt=0)
    tujuan: float = Field(gt=0)


class Vocabulary(Model):
    """The whole file."""

    singkatan: Mapping[str, str]
    singkatan_awal: Mapping[str, str] = {}
    """Abbreviations that have this meaning only as the first word: `hr` is also `hari`."""
    singkatan_kecuali: Mapping[str, tuple[str, ...]] = {}
    """Abbreviation → words beside which it is none: `pel` with `sapu` is a mop."""
    kata_lain: tuple[str, ...] = ()
    """Words that look like a typing slip of a term and are not."""
    salah_ketik: tuple[str, ...] = ()
    """Words that decide much: an unknown word that is almost one of these is read as a slip for it."""
    kata_dasar: Mapping[str, str] = {}
    """Roots → the word that their forms with affixes stand for: `hibah` for `dihibahkan`."""
    penghubung: tuple[str, ...]
    """Words after which what follows describes: untuk, dari, di …"""
    pembuka_topik: tuple[str, ...]
    """Words after which a subject follows: materi, tentang …"""
    penyangkal: tuple[str, ...]
    """Words that deny what follows: bukan, tanpa …"""
    hitungan: tuple[str, ...] = ()
    """Words that only count where a number stands before them: `1 keg`."""
    pengantar: tuple[str, ...]
    """Words that stand before the thing itself and say nothing of it: belanja, paket, biaya …"""
    tanpa_objek: tuple[str, ...] = ()
    """Words that mean a ceremony only where no object follows: `pembukaan toko` is none."""
    bukan_objek: tuple[str, ...] = ()
    """Words that are no such object, beside those of activities and people."""
    istilah_pengantar: tuple[str, ...] = ()
    """Terms whose words stand before the thing itself too: the brand in `Panasonic AC`."""
    istilah_dalam: tuple[str, ...] = ()
    """Terms of who and where, which hold inside a longer phrase too: the office in `rapat kantor`."""
    istilah_penutup: tuple[str, ...] = ()
    """Terms inside whose phrases they do not hold: the `auditor internal` is no staff."""
    frasa_tertutup: tuple[str, ...] = ()
    """Phrases inside which they do not: `alat tulis kantor` belongs to no office."""
    frasa_netral: tuple[WordList, ...]
    istilah: Mapping[str, Term]
    istilah_judul: tuple[str, ...]
    """Terms that a heading hands down to the lines below it."""
    hanya_judul: tuple[str, ...] = ()
    """Terms whose phrases are looked for in headings alone."""
    judul_hampa: tuple[str, ...] = ()
    """Words too common in a heading to say what stands below it."""
    judul_kegiatan: tuple[str, ...] = ()
    """Words of a heading behind which the subject of the activity stands: the drink in `Pelatihan kopi`."""
    judul_pokok: tuple[str, ...] = ()
    """Kinds of cost that a heading hands down there too."""
    judul_kepala: tuple[str, ...] = ()
    """Terms of a heading under which each line is that very thing."""
    judul_bukan: Mapping[str, tuple[str, ...]] = {}
    """Terms of a heading that say nothing of a line with the term before them: no honor is paid to a unit."""
    jenis_biaya: tuple[str, ...]
    """Terms of a heading that say what stands below it: `Sewa`, `Konsumsi`, `Honor Panitia`."""
    awal_akun: tuple[str, ...]
    """How the name of an account begins; it stands above the lines like a heading, and says less."""
    bobot: Weights
    kode_lama: Mapping[str, str] = {}
    """Old kode rekening (Permendagri 13/2006) → what they are called today."""
    kode: Mapping[str, Kode]
    satuan: Mapping[str, Satuan]
    harga: Mapping[str, Harga]
    pola: Mapping[str, Pattern] = {}
    turunan: tuple[Derived, ...] = ()
    aturan: tuple[Rule, ...]

    @model_validator(mode="after")
    def _terms_exist(self) -> Vocabulary:
        known = {*self.istilah, *self.kode, *self.satuan, *self.harga, *self.pola}
        asked = [
            (a.nama, [*a.jika, *a.kecuali, *(name for pair in a.urut for name in pair)]) for a in self.aturan
        ]
        asked += [(one.istilah, [one.istilah, *one.jika, *one.kecuali]) for one in self.turunan]
        for nama, used in asked:
            for item in (name for text in used for name in text.split("|")):
                if item.partition("@")[0] not in known or item.partition("@")[2] not in TANDA:
                    raise ValueError(f"aturan «{nama}» memakai istilah «{item}» yang tidak ada")
        lists = (self.istilah_judul, self.jenis_biaya, self.istilah_pengantar, self.istilah_dalam)
        if missing := {name for names in (*lists, self.istilah_penutup) for name in names} - known:
            raise ValueError(f"daftar istilah memuat istilah yang tidak ada: {sorted(missing)}")
        if missing := {name.partition("@")[0] for name in self.bobot.uraian} - known:
            raise ValueError(f"bobot memuat istilah yang tidak ada: {sorted(missing)}")
        return self


@lru_cache(maxsize=4)
def load_vocabulary(path: Path = BAWAAN) -> Vocabulary:
    """The vocabulary. Raises JuknisError (not YAML) or pydantic's ValidationError (does not fit)."""

    def read() -> Vocabulary:
        from dak_excel.juknis.yaml_file import read_yaml  # late: the words are kept

        return Vocabulary.model_validate(read_yaml(path).isi)

    code = [Path(__file__).parent, BAWAAN.parent]
    return kept("kosakata-rab", [path], code, read) if path == BAWAAN else read()
