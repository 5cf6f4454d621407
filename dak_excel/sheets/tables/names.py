"""The words around a table: what its title, its sheet and its file are called, and what they say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dak_excel.sheets.columns.calendar import NAMED_PAID
from dak_excel.sheets.kind_words import KindWords
from dak_excel.sheets.layout.titles import Judul
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import Vocabulary

DAFTAR = frozenset(
    {"daftar", "data", "database", "rekap", "rekapitulasi", "laporan", "buku", "form", "formulir", "kartu"}
)
_OWN_REPORT = re.compile(
    r"^laporan (?:semester|akhir|bulanan|tahunan|triwulan|pelaksanaan|kegiatan|pertanggungjawaban)\b|\bdak\b"
)
"""Titles of the reports that the juknis asks for, which call no list by another name."""


@dataclass(frozen=True, slots=True)
class Names:
    """The words around a table, in standard spelling."""

    title: str
    sheet: str
    file: str
    lists: str = ""
    """What the title calls the sheet, `data umkm`; empty where it names a rincian kegiatan."""
    titled: bool = False
    """Whether the title says what the table is, so that the sheet's name may mean another one."""

    @property
    def nearest(self) -> tuple[str, ...]:
        """The title, and the sheet's name where the title leaves the question open."""
        return (self.title,) if self.titled else (self.title, self.sheet)


def names_of(view: View, judul: Judul, kosakata: Vocabulary) -> Names:
    """The title, sheet and file name of a table in standard spelling."""
    lines = [kosakata.standard(line) for line in judul.lines] if not judul.rincian else []
    lists = (line for line in lines if line.split(" ")[0] in DAFTAR and not _OWN_REPORT.search(line))
    called = next(lists, "")
    stem = view.grid.workbook.rpartition("/")[2].rpartition(".")[0].replace("_", " ")
    title = kosakata.standard(judul.text)
    titled = any(has(phrase, title) for words in kosakata.jenis.values() for phrase in words.judul)
    return Names(
        title,
        kosakata.standard(view.grid.sheet.replace("_", " ")),
        kosakata.standard(stem),
        called,
        titled,
    )


def has(phrase: str, text: str) -> bool:
    """Whether a text holds a phrase as whole words; both in standard spelling."""
    return f" {phrase} " in f" {text} "


def titled(words: KindWords, names: Names) -> bool:
    """Whether the title, or the sheet's name, calls the table this kind; `peserta vaksin` is another."""
    if any(has(phrase, text) for phrase in words.lawan for text in names.nearest):
        return False
    return any(has(phrase, text) for phrase in words.judul for text in names.nearest)


def speaks_of(words: KindWords, names: Names, kosakata: Vocabulary) -> bool:
    """Whether the title tells what the kind lists without calling the table anything: `Linimasa Kegiatan`.

    Not where it says which kind the table is: `Daftar Peserta Pelatihan` is none of activities.
    """
    if words.kind is not Kind.KEGIATAN or names.titled:
        return False
    against = (*words.lawan, *words.lawan_judul)
    if any(has(phrase, text) for phrase in against for text in names.nearest):
        return False
    others = (k for k in kosakata.jenis.values() if k.kind is not words.kind)
    if any(has(phrase, names.sheet) for other in others for phrase in other.judul):
        return False
    return any(has(noun, text) for noun in words.benda for text in names.nearest)


def month_stage(names: Names) -> str:
    """What columns that only name a month hold: `rencana` or `realisasi`, as the title says.

    `NAMED_PAID` where only the name of the sheet or of the file speaks of payments.
    """
    for text in (names.title, names.sheet, names.file):
        tokens = set(text.split())
        paid = tokens & {"realisasi", "serapan", "penyerapan", "spj", "kemajuan"}
        planned = tokens & {"rencana", "rok", "penarikan", "target", "rak"} or "anggaran kas" in text
        if paid:
            return "realisasi" if text == names.title else NAMED_PAID
        if planned:
            return "rencana"
    return ""
