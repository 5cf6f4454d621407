"""Charts for the pages: geometry and words only; the page templates draw them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from dak_excel.indonesian import BULAN, number_text, short_rupiah
from dak_excel.results.facts import Absorption
from dak_excel.results.glance import Glance
from dak_excel.results.history import Moment


class Bar(NamedTuple):
    """A horizontal bar: what it is of, its share of the whole (per hundred), and the figures in words."""

    label: str
    keterangan: str
    persen: float
    nilai: str

    @property
    def width(self) -> float:
        """Its length, per hundred of the full width."""
        return round(max(0.0, min(self.persen, 100.0)), 1)


class Point(NamedTuple):
    """A point of the cumulative line, in the drawing's units."""

    x: float
    y: float
    bulan: str
    nilai: float


LEBAR, TINGGI = 640.0, 200.0
"""Drawing area of the cumulative line, in SVG units."""
PALING_BANYAK = 40
"""Daerah that the chart shows at most; more say nothing."""


def serapan(rows: Sequence[Absorption], now: Moment) -> list[Bar]:
    """Paid against pagu: a bar for all together, and one a rincian; none without any pagu."""
    whole = [Bar("Seluruhnya", "", now.serapan or 0, _money(now.realisasi, now.pagu))] if now.pagu else []
    return whole + [
        Bar(r.rincian, r.nama, 100 * (r.realisasi or 0) / r.pagu, _money(r.realisasi, r.pagu))
        for r in rows
        if r.pagu and r.rincian
    ]


def capaian(rows: Sequence[Absorption]) -> list[Bar]:
    """Output reached against target, a bar a rincian."""
    return [
        Bar(
            r.rincian,
            r.nama,
            100 * (r.capaian or 0) / r.target,
            f"{_recorded(r.capaian)} dari {number_text(r.target)} {r.satuan}",
        )
        for r in rows
        if r.target
    ]


def serapan_daerah(daerah: Sequence[Glance]) -> list[Bar]:
    """Paid against pagu, a bar a daerah; of too many to compare those that have paid least of it."""
    bars = [
        Bar(d.nama, "", d.serapan, _money(d.realisasi, d.pagu or 0)) for d in daerah if d.serapan is not None
    ]
    return bars if len(bars) <= PALING_BANYAK else sorted(bars, key=lambda b: b.persen)[:PALING_BANYAK]


def cumulative(rows: Sequence[Absorption], pagu: float | None) -> list[Point]:
    """Cumulative payments by month, up to the last month that has any; empty when no month is known."""
    months = [sum(row.bulan[m] for row in rows if row.bulan) for m in range(12)]
    last = max((m for m in range(12) if months[m]), default=-1)
    top = max(pagu or 0, sum(months)) or 1
    points, total = [], 0.0
    for month in range(last + 1):
        total += months[month]
        x = LEBAR * (month + 0.5) / 12
        points.append(Point(round(x, 1), round(TINGGI * (1 - total / top), 1), BULAN[month], total))
    return points


def _recorded(value: float | None) -> str:
    return "belum tercatat" if value is None else number_text(value)


def _money(part: float | None, whole: float) -> str:
    said = "belum tercatat" if part is None else short_rupiah(part)
    return f"{said} dari {short_rupiah(whole)}"


class Trend(NamedTuple):
    """A line over days, in the drawing's units: left is the first day, the bottom is nought."""

    titik: list[tuple[float, float]]
    mulai: date
    akhir: date
    dari: str
    ke: str
    naik: bool
    turun: bool


LEBAR_TREN, TINGGI_TREN = 300.0, 60.0
"""Drawing area of a trend, in SVG units."""


def trend(values: Sequence[tuple[date, float]], words: Callable[[float], str]) -> Trend | None:
    """The line of a figure from day to day; None of fewer than two days."""
    if len(values) < 2:
        return None
    (first, begin), (last, end) = values[0], values[-1]
    days, top = (last - first).days or 1, max(value for _, value in values) or 1
    points = [
        (round(LEBAR_TREN * (day - first).days / days, 1), round(TINGGI_TREN * (1 - value / top), 1))
        for day, value in values
    ]
    return Trend(points, first, last, words(begin), words(end), end > begin, end < begin)
