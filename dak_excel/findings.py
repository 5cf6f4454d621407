"""Temuan: what a check found, where, and what the user is told about it.

The levels and states are those of the contract; their juknis wording stands beside each.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from dak_excel.sheets.grid import CellRange


class Tingkat(StrEnum):
    """Level of a finding, gravest first."""

    PELANGGARAN = "pelanggaran"
    """Contravenes a provision that has no way out (harus, wajib, dikecualikan, paling …)."""
    PERSETUJUAN = "persetujuan"
    """Outside a general limit: reasons and the ministry's approval are needed."""
    PERNYATAAN = "pernyataan"
    """A minimum is not reached: a signed statement is needed."""
    TELAAH = "telaah"
    """A person must look: the text or the row is ambiguous."""
    DATA = "data"
    """The cell is missing, unreadable, inconsistent or duplicated."""
    INFO = "info"
    """A preference is not met, or worth knowing."""

    @property
    def rank(self) -> int:
        """0 for the gravest level."""
        return list(Tingkat).index(self)


class Status(StrEnum):
    """What the dinas has answered to a finding."""

    TERBUKA = "terbuka"
    DITANGGAPI = "ditanggapi"
    DISETUJUI = "disetujui"


TANGGAL_KELIRU = " [Tanggal Surat: {}]"
"""How a date that is none is kept with the reason."""
_TANGGAL_KELIRU = re.compile(r"\s*\[Tanggal Surat: (.*?)\]")
_KATA = re.compile(r"[^\W\d_]{2,}")
_BUKAN_ALASAN = re.compile(
    r"(?:no|nomor|nomer|tgl|tanggal|th|thn|tahun|surat|januari|februari|maret|april|"
    r"mei|juni|juli|agustus|september|oktober|november|desember|jan|feb|peb|mar|apr|"
    r"jun|jul|agu|agt|ags|sep|sept|okt|nov|nop|des)"
)
"""Words of a number or a date."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the user wrote back beside a finding."""

    alasan: str = ""
    nomor_surat: str = ""
    tanggal_surat: date | None = None

    def __repr__(self) -> str:
        """Whether it is complete: never the reason, which may tell of a person."""
        return f"Jawaban({'lengkap' if self.complete else 'tidak lengkap' if self else 'kosong'})"

    def __bool__(self) -> bool:
        return bool(self.alasan or self.nomor_surat or self.tanggal_surat)

    @property
    def gives_reason(self) -> bool:
        """A reason is given in words; a number or a date alone is none."""
        text = _TANGGAL_KELIRU.sub(" ", self.alasan).casefold()
        return any(not _BUKAN_ALASAN.fullmatch(word) for word in _KATA.findall(text))

    @property
    def complete(self) -> bool:
        """Reason, letter number and date are all there."""
        return bool(self.gives_reason and self.nomor_surat and self.tanggal_surat)

    @property
    def misdated(self) -> str:
        """What stands for the letter's date and is none, as the way back kept it with the reason."""
        found = _TANGGAL_KELIRU.search(self.alasan)
        return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding.

    `tempat` is where it is shown: a cell, a range, a whole sheet (rows and columns 0), a whole file
    (sheet empty), or None for the daerah. `subjek` says who or what, in the user's words: a name, a
    budget line, an activity. `identitas` tells this finding from others of its rule even after rows
    have moved (a NIK, a name, a budget line); it is never shown. `nilai` is the value as found. `rupiah` is
    the amount at stake (a line's jumlah, what exceeds the pagu); None where it is unknown or there is none.
    `varian` is the rule's wording that tells it. Where one cause lies in many cells, `sel` names them all and
    `tempat` is the range that they span.
    """

    ketentuan: str
    tingkat: Tingkat
    tempat: CellRange | None
    pesan: str
    saran: str
    rujukan: str
    kutipan: str = ""
    rincian: str = ""
    kegiatan: str = ""
    subjek: str = ""
    identitas: str = ""
    nilai: str = ""
    rupiah: Decimal | None = None
    jawaban: Reply = Reply()
    varian: str = ""
    sel: tuple[CellRange, ...] = ()

    def __repr__(self) -> str:
        """The rule and the place: never the words, which name a person."""
        return (
            f"Temuan({self.ketentuan}, {self.tingkat.value}, {self.tempat or 'daerah'}, {self.status.value})"
        )

    @property
    def status(self) -> Status:
        """State that follows from the answer; only two levels can be approved."""
        bisa_disetujui = self.tingkat in (Tingkat.PERSETUJUAN, Tingkat.PERNYATAAN)
        if self.jawaban.complete and bisa_disetujui:
            return Status.DISETUJUI
        return Status.DITANGGAPI if self.jawaban.gives_reason else Status.TERBUKA

    @property
    def key(self) -> str:
        """Stable key of the finding, independent of its row: 16 hexadecimal digits."""
        lembar = (self.tempat.workbook, self.tempat.sheet) if self.tempat else ("", "")
        parts = (
            self.ketentuan,
            self.rincian,
            self.kegiatan,
            *lembar,
            self.identitas or self.subjek,
            self.nilai,
        )
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]

    def answered(self, jawaban: Reply) -> Temuan:
        """The same finding with the user's answer."""
        return replace(self, jawaban=jawaban)


def in_reading_order(temuan: list[Temuan]) -> list[Temuan]:
    """Findings in reading order: workbook, sheet, row, column, then level and rule."""

    def kunci(t: Temuan) -> tuple[object, ...]:
        tempat = t.tempat
        where = (tempat.workbook, tempat.sheet, tempat.row, tempat.column) if tempat else ("", "", 0, 0)
        return (*where, t.tingkat.rank, t.ketentuan, t.subjek, t.pesan)

    return sorted(temuan, key=kunci)
