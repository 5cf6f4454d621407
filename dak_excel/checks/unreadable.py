"""What the reader could not take at its word: DATA-ANGKA, DATA-TANGGAL, DATA-GALAT, DATA-RUMUS, NIK-FORMAT,
NIB-FORMAT, one finding a cell. The wording follows the reader's `varian` where the rule has one.
"""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.checks.registry import Scope, kind, temuan
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.tabel import Problem

PANJANG = 60
"""Characters of a cell's text that a message repeats."""
RAHASIA = frozenset({"nik", "telepon", "alamat"})
"""Fields whose content no message repeats (contract, «Personal data»)."""
ISI = ("kolom", "banyak", "siapa", "contoh")
CONTOH = {
    "kelamin": "L atau P",
    "pendidikan": "misalnya SMA, D III, atau S1",
    "hadir": "ya, tidak, atau jumlah harinya",
}
"""What may stand in a cell of few possible words, by field; a yes or no in the others."""


class NoParameters(Model):
    """A rule without parameters."""


def unreadable_values(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A finding for each problem of the rule that the reader met."""
    for problem in scope.daerah.problems:
        if problem.ketentuan == k.id:
            yield problem_finding(k, problem)


def problem_finding(k: Ketentuan, problem: Problem) -> Temuan:
    """A problem in its rule's words; `banyak` is the number of digits in the cell, `siapa` whose it is."""
    kolom = " ".join(problem.judul.split()) or problem.field.replace("_", " ")
    shown = "" if problem.field in RAHASIA else _short(problem.raw)
    return temuan(
        k,
        problem.cell,
        subjek=problem.subjek,
        identitas=f"{problem.field}|{problem.subjek or problem.cell.a1}",
        rincian=problem.rincian,
        nilai=shown,
        varian=problem.varian if problem.varian in k.varian else "",
        kolom=kolom,
        contoh=CONTOH.get(problem.field, "ya atau tidak"),
        siapa=problem.subjek or f"di {problem.cell.a1}",
        untuk="ketentuan yang berlaku",
        banyak=sum(c.isdigit() for c in _digits(problem.raw)),
    )


def unchecked(k: Ketentuan, scope: Scope, because: str) -> Temuan | None:
    """That a rule could not be asked to the end, and why, told in the words of DATA-GALAT."""
    rule = scope.juknis.umum.get("DATA-GALAT")
    if rule is None:
        return None
    kode = scope.rincian.kode if scope.rincian else ""
    return temuan(
        rule,
        None,
        subjek=k.judul,
        identitas=k.id,
        rincian=kode,
        varian="ketentuan",
        nilai=because,
        kolom=f"{k.id} ({k.judul})",
    )


def _digits(raw: object) -> str:
    """The digits that a person sees in the cell: a NIK stored as a number has no `.0`."""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    return str(raw)


def _short(raw: object) -> str:
    text = " ".join(str(raw).split())
    return text if len(text) <= PANJANG else f"{text[: PANJANG - 1]}…"


kind("sel_rusak", NoParameters, isi=ISI)(unreadable_values)
kind("sel_galat", NoParameters, isi=ISI, varian=("program", "tabel", "lembar", "ketentuan"))(
    unreadable_values
)
kind("sel_angka", NoParameters, isi=ISI, varian=("volume", "ambigu", "sejak", "lama", "besar"))(
    unreadable_values
)
kind(
    "sel_tanggal",
    NoParameters,
    isi=ISI,
    varian=("pukul", "mustahil", "belum_tiba", "tanpa_tahun", "tahun_saja", "ambigu"),
)(unreadable_values)
kind("sel_nik", NoParameters, isi=ISI, varian=("jumlah", "bulat15"))(unreadable_values)
kind("sel_nib", NoParameters, isi=ISI, varian=("jumlah", "tanpa_nomor"))(unreadable_values)
