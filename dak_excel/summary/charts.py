"""Charts for the pages: geometry only; the page templates draw it as inline SVG."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dak_excel.bahasa import BULAN
from dak_excel.batch.hasil import HasilDaerah, Serap


class Batang(NamedTuple):
    """A horizontal bar: label, share 0 … 1 of its full width (capped), what is written beside it."""

    label: str
    keterangan: str
    bagian: float
    persen: float


class Titik(NamedTuple):
    """A point of the cumulative line, in the drawing's units."""

    x: float
    y: float
    bulan: str
    nilai: float


LEBAR, TINGGI = 640.0, 200.0
"""Drawing area of the cumulative line, in SVG units."""


def serapan(rows: Sequence[Serap]) -> list[Batang]:
    """Paid against pagu, a bar a rincian."""
    return [_bar(row.rincian, row.nama, row.realisasi, row.pagu) for row in rows if row.pagu]


def capaian(rows: Sequence[Serap]) -> list[Batang]:
    """Output reached against target, a bar a rincian."""
    return [_bar(r.rincian, r.nama, r.capaian or 0, r.target) for r in rows if r.target]


def serapan_daerah(daerah: Sequence[HasilDaerah]) -> list[Batang]:
    """Paid against pagu, a bar a daerah."""
    totals = ((d, sum(r.realisasi for r in d.serap), d.pagu or sum(r.pagu for r in d.serap)) for d in daerah)
    return [_bar(d.nama, d.nama, paid, pagu) for d, paid, pagu in totals if pagu]


def kumulatif(rows: Sequence[Serap], pagu: float | None) -> list[Titik]:
    """Cumulative payments by month, up to the last month that has any; empty when no month is known."""
    months = [sum(row.bulan[m] for row in rows if row.bulan) for m in range(12)]
    last = max((m for m in range(12) if months[m]), default=-1)
    top = max(pagu or 0, sum(months)) or 1
    points, total = [], 0.0
    for month in range(last + 1):
        total += months[month]
        x = LEBAR * (month + 0.5) / 12
        points.append(Titik(round(x, 1), round(TINGGI * (1 - total / top), 1), BULAN[month], total))
    return points


def _bar(label: str, text: str, part: float, whole: float) -> Batang:
    share = part / whole
    return Batang(label, text, max(0.0, min(share, 1.0)), share * 100)
