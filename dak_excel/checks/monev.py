"""What was done against what was planned: `monev_waktu`, `monev_teks` (place, target group).

A place or group that is only spelled otherwise is the same: all words of the shorter in the longer, or
almost the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from dak_excel.checks.registry import Scope, activity_finding, kind
from dak_excel.checks.unreadable import NoParameters
from dak_excel.findings import Temuan
from dak_excel.indonesian import date_range
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.tabel import Span

_NOISE = re.compile(r"[\W\d_]+")


@kind("monev_waktu", NoParameters, isi=("rencana",))
def monev_waktu(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """Days that lie outside those planned; a month planned and some of its days held is no difference."""
    for kegiatan in scope.kegiatan:
        done, plan = kegiatan.fact("waktu", "realisasi"), kegiatan.fact("waktu", "rencana")
        if done is None or plan is None or _within(done.nilai, plan.nilai):
            continue
        yield activity_finding(
            k,
            done.cell,
            kegiatan,
            nilai=date_range(done.nilai.mulai, done.nilai.selesai),
            rencana=date_range(plan.nilai.mulai, plan.nilai.selesai),
        )


def _within(done: Span, plan: Span) -> bool:
    """Inside the plan; a plan of a month or more only says when about."""
    if (done.mulai, done.selesai) == (plan.mulai, plan.selesai):
        return True
    whole_months = plan.mulai.day == 1 and plan.days >= 28
    return whole_months and plan.mulai <= done.mulai and done.selesai <= plan.selesai


class BatasMonevTeks(Model):
    """`isian`: the field that is compared; `mirip`: likeness per hundred from which two texts are the same.

    `singkatan` writes abbreviations out; `abaikan` are words that make no difference.
    """

    isian: str
    mirip: float
    singkatan: Mapping[str, str] = {}
    abaikan: tuple[str, ...] = ()


@kind("monev_teks", BatasMonevTeks, isi=("rencana",))
def monev_teks(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A place or target group other than planned."""
    b = BatasMonevTeks(**k.batas)
    for kegiatan in scope.kegiatan:
        done, plan = kegiatan.fact(b.isian, "realisasi"), kegiatan.fact(b.isian, "rencana")
        if done is None or plan is None or _alike(str(done.nilai), str(plan.nilai), b):
            continue
        yield activity_finding(
            k, done.cell, kegiatan, nilai=_line(str(done.nilai)), rencana=_line(str(plan.nilai))
        )


def _alike(done: str, plan: str, b: BatasMonevTeks) -> bool:
    one, other = _words(done, b), _words(plan, b)
    if not one or not other:
        return True
    return float(fuzz.token_set_ratio(" ".join(one), " ".join(other))) >= b.mirip


def _words(text: str, b: BatasMonevTeks) -> list[str]:
    words = (b.singkatan.get(word, word) for word in _NOISE.sub(" ", text.casefold()).split())
    return [word for word in words if word not in b.abaikan]


def _line(text: str) -> str:
    return " ".join(text.split())
