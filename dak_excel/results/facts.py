"""What reports and pages tell of a daerah besides findings: documents, deadlines, money, taught layouts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, Field

from dak_excel.sheets.readings.told import Correction


class DocumentResult(BaseModel):
    """One Word document: where it is, what is still to be filled in, what to know of it."""

    nama: str
    lengkapi: list[str] = Field(default_factory=list)
    catatan: list[str] = Field(default_factory=list)


@dataclass(slots=True)  # a tenth of a model's memory: the front page holds five of every daerah
class TenggatResult:
    """A deadline and the date of the letter that meets it, when one is recorded."""

    id: str
    nama: str
    tanggal: date
    surat: date | None = None
    perlu: bool = True
    """Whether the daerah has to send it at all: a letter on changes only where there are any."""


class Absorption(BaseModel):
    """Money and output of one rincian: rupiah, per month January … December; output in its unit."""

    rincian: str
    nama: str
    pagu: float | None = None
    """None where no line tells it."""
    rab: float | None = None
    """Sum of the budget lines that count; None where there are none, or nothing tells which count."""
    realisasi: float | None = None
    """None where no sheet tells."""
    bulan: list[float] = Field(default_factory=list)
    target: float | None = None
    capaian: float | None = None
    satuan: str = ""


class HintResult(BaseModel):
    """What a returned copy tells of a layout (`sheets.readings.memory.Correction`)."""

    judul: tuple[str, ...]
    jenis: str = ""
    kolom: dict[int, str] = Field(default_factory=dict)
    dasar: str = ""

    @classmethod
    def of(cls, told: Correction) -> HintResult:
        """From what was read."""
        return cls(judul=told.judul, jenis=told.jenis, kolom=dict(told.kolom), dasar=told.dasar)

    @property
    def told(self) -> Correction:
        """As the reader takes it."""
        return Correction(self.judul, self.jenis, self.kolom, self.dasar)
