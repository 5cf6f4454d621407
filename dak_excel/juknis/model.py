"""The juknis of one year: menu → rincian → ketentuan, each rule with its citation and its words.

Loaded once from `<tahun>.yaml` beside this module (see `load`); the numbers of the law stand there and
nowhere in the code. A file that does not fit is refused with the place in it and the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from dak_excel.findings import Tingkat

Term = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Section → group → the words that dinas use: `status` → `pelaku_ikm` → `("pelaku usaha", …)`."""

Hitung = Literal[
    "peserta_tuntas",
    "ikm_didampingi",
    "ikm_peserta",
    "ikm_bersertifikat",
    "ikm_dipromosikan",
    "sentra_berdokumen",
    "sentra_dipromosikan",
]
"""What an output indicator counts: people who attended to the end, IKM that were accompanied, took part, got
the certificate or were promoted, sentra whose document exists, sentra that were promoted."""


ISI_TETAP = frozenset({"nilai", "subjek", "kegiatan", "rincian", "rujukan", "judul"})
"""Placeholders that every message of a rule may use."""


KODE = r"(?!F4)[A-RT-Z][1-9]"
"""What a code of a rincian may look like: sheets show it beside S1 (education) and F4 (paper)."""


class Model(BaseModel):
    """Base of the juknis models: immutable, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Ketentuan(Model):
    """One rule. `jenis` names the kind of check that decides it (`checks.registry`).

    `pesan` and `saran` are the words for the user with `{nilai}` placeholders that the kind of check
    fills; `varian` holds other wordings of `pesan` by name. `batas` are the parameters of the kind
    (min, max, per cent, terms …), validated by the check kind's own model.
    """

    id: str
    jenis: str
    tingkat: Tingkat
    judul: str
    """What the rule asks, in a few words: `Jumlah peserta`."""
    rujukan: str
    """Citation: `Lampiran II.A.1.f`."""
    kutipan: str = ""
    """The sentence of the juknis itself."""
    pesan: str
    saran: str
    varian: Mapping[str, str] = Field(default_factory=dict)
    batas: Mapping[str, Any] = Field(default_factory=dict)
    gabung: Literal["", "sel", "kolom"] = ""
    """`sel`: the same fault in many cells of a column is told once; `kolom`: only where every row of the list
    has it with the same value (`checks.causes`)."""


class Keluaran(Model):
    """Output indicator of a rincian. `hitung` names what is counted of the records."""

    indikator: str
    satuan: str
    hitung: Hitung


class Pokok(Model):
    """Words and phrases by which a text speaks of a rincian, from the most to the least telling."""

    kuat: tuple[str, ...] = ()
    biasa: tuple[str, ...] = ()
    lemah: tuple[str, ...] = ()


class Rincian(Model):
    """One of the 17 rincian kegiatan."""

    kode: str
    nama: str
    sebutan: tuple[str, ...] = ()
    """Other names by which dinas call it."""
    bentuk: tuple[str, ...] = ()
    """Groups of `istilah.bentuk_rincian`, one of which a text must name; none: its subject is enough."""
    pokok: Pokok = Pokok()
    keluaran: tuple[Keluaran, ...]
    rujukan_keluaran: str
    ketentuan: Mapping[str, Ketentuan]
    """By the whole id, `A1-JPL`."""

    @field_validator("kode")
    @classmethod
    def _code_that_sheets_show(cls, kode: str) -> str:
        if not re.fullmatch(KODE, kode):
            raise ValueError(
                "kode rincian harus satu huruf (bukan S) dan satu angka, seperti A1, dan bukan F4"
            )
        return kode

    @model_validator(mode="after")
    def _ids_name_their_rincian(self) -> Self:
        if strange := [name for name in self.ketentuan if not name.startswith(f"{self.kode}-")]:
            raise ValueError(f"{strange[0]}: id ketentuan rincian {self.kode} harus diawali {self.kode}-")
        return self


class Menu(Model):
    """A menu of kegiatan: one of the four of the Sentra IKM."""

    kode: str
    nama: str
    tujuan: str = ""
    """What it is for, as the reports say: a sentence with its citation."""
    rincian: Mapping[str, Rincian]


class Tenggat(Model):
    """A deadline: a letter or report, until when, to whom."""

    id: str
    """Id of its ketentuan: WAKTU-RENCANA …"""
    nama: str
    tanggal: date
    kolom: str
    """Field of identitas that holds the letter's date: `surat_rencana_tanggal`."""
    kepada: tuple[str, ...]
    tembusan: tuple[str, ...] = ()
    rujukan: str
    uraian: str = ""
    """How the juknis puts it: `14 hari setelah semester yang bersangkutan berakhir`."""
    hari_ingat: int = 30
    """From how many days before the deadline the program speaks of it (ours, not the juknis's)."""


class Program(Model):
    """What the money is for and whose it is, as pages, reports and letters name it."""

    nama: str
    """`Penguatan Kapasitas Kelembagaan Sentra IKM`."""
    singkat: str
    """`DAK Nonfisik Sentra IKM`, in the headings of pages."""
    sasaran: str
    """What the activities are for: `Sentra IKM`."""
    kementerian: str
    urusan: str
    """The matter of government that dinas and ministry have: `perindustrian`."""
    pengertian: str = ""
    """What the juknis says that the programme is; `{peraturan}` stands for the regulation."""


@cache
def sentra_ikm() -> Program:
    """The programme of the built-in juknis."""
    import yaml  # late: only a file that names no programme needs it

    text = (Path(__file__).parent / "2023.yaml").read_text("utf-8")
    return Program.model_validate(yaml.safe_load(text)["program"])


class Unchecked(Model):
    """A sentence of the juknis with a word of obligation that no rule checks, and why."""

    kalimat: str
    """Words of the sentence as it stands in the text; it counts wherever they stand."""
    sebab: str


class Proposal(Model):
    """A value that was taken over from an earlier year and that no person has confirmed yet."""

    jalur: tuple[str | int, ...]
    """Where it stands in the data: `("tenggat", 0, "tanggal")`."""
    tempat: str
    """`2024.yaml baris 31`."""


class Juknis(Model):
    """The rules of one fiscal year."""

    tahun: int
    peraturan: str
    """`Permenperin 7/2023`."""
    judul: str
    diundangkan: date
    program: Program = Field(default_factory=sentra_ikm)
    """What it is the juknis of; where the file does not say so, the Sentra IKM."""
    menu: Mapping[str, Menu]
    umum: Mapping[str, Ketentuan]
    """Rules that stand outside the rincian: RAB-*, WAKTU-*, MONEV-*, SENTRA-*, DAERAH-*, and the data
    rules of the program itself (DATA-*, NIK-* …)."""
    tenggat: tuple[Tenggat, ...]
    tidak_diperiksa: tuple[Unchecked, ...] = ()
    disalin_dari: int | None = None
    """The year whose file this one was started from (`dak-excel juknis salin`)."""
    usulan: tuple[Proposal, ...] = ()
    """What is still to be confirmed; the loader finds it by its mark."""
    istilah: Term = Field(default_factory=dict)
    """Words and their meaning (status of a peserta, kinds of tenaga …) that the checks need."""

    @property
    def label(self) -> str:
        """What pages and reports say was applied: the regulation, or a file that is not confirmed yet."""
        if not self.usulan:
            return self.peraturan
        source = f"disalin dari {self.disalin_dari}, " if self.disalin_dari else ""
        return f"juknis {self.tahun} ({source}{len(self.usulan)} butir belum dikonfirmasi)"

    @property
    def rincian(self) -> Mapping[str, Rincian]:
        """All rincian by code, in the order of the juknis."""
        return {kode: r for menu in self.menu.values() for kode, r in menu.rincian.items()}

    def every_ketentuan(self) -> Iterator[tuple[Rincian | None, Ketentuan]]:
        """Every rule with the rincian that it belongs to."""
        for rincian in self.rincian.values():
            for ketentuan in rincian.ketentuan.values():
                yield rincian, ketentuan
        for ketentuan in self.umum.values():
            yield None, ketentuan

    @property
    def other_funds(self) -> tuple[str, ...]:
        """The names of sources of money that are not the DAK Nonfisik, lower case."""
        return self.istilah.get("sumber_dana", {}).get("bukan_dak", ())

    def form_words(self, rincian: Rincian) -> tuple[str, ...]:
        """Words of what is done in a rincian: pelatihan, bimtek, workshop …"""
        groups = self.istilah.get("bentuk_rincian", {})
        return tuple(word for name in rincian.bentuk for word in groups.get(name, ()))

    def sebutan(self) -> dict[str, tuple[str, ...]]:
        """Rincian code → its names, the official one first: what `sheets` needs to place a row."""
        return {kode: (r.nama, *r.sebutan) for kode, r in self.rincian.items()}
