"""Progress: how the findings to act on and the money paid went from run to run, and which daerah improve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from dak_excel.indonesian import number_text, persen
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.glance import Glance
from dak_excel.results.history import History, Moment, thinned
from dak_excel.results.temuan import TemuanResult
from dak_excel.summary.charts import Trend, trend

JANGKA = timedelta(days=30)
"""What a daerah is compared with: its state so long ago, or the first that is known."""
TERATAS = 5
"""Daerah that a list names at most."""
_TITIK = 60
"""Days that the line of all daerah shows at most."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A daerah then and now."""

    daerah: Glance
    dulu: Moment
    kini: Moment
    garis: Trend | None

    @property
    def selisih(self) -> int:
        """Findings to act on that came (or, below nought, went)."""
        return self.kini.terbuka - self.dulu.terbuka


@dataclass(frozen=True, slots=True)
class Progress:
    """What a page shows of the runs so far; lines only where there are two days to compare."""

    sejak: date
    proses: int
    dulu: Moment
    kini: Moment
    temuan: Trend | None
    serapan: Trend | None
    membaik: list[Standing] = field(default_factory=list)
    memburuk: list[Standing] = field(default_factory=list)
    terlama: list[Glance] = field(default_factory=list)
    """Daerah with the findings that have been open longest, longest first."""


def progress_of(hasil: DaerahResult) -> Progress | None:
    """The progress of one daerah; None where no history is kept."""
    told = hasil.riwayat
    if told is None:
        return None
    return Progress(told.sejak, told.proses, told.first, told.last, *_lines(told.titik))


def progress_of_all(daerah: Sequence[Glance], total: Sequence[Moment], per: date) -> Progress | None:
    """The progress of all daerah; `total` has their sums, a moment a day. None where no history is kept."""
    known = [(one, one.riwayat) for one in daerah if one.riwayat and not one.sebab]
    if not known or not total:
        return None
    standings = [_standing(one, told, per) for one, told in known]
    return Progress(
        sejak=min(told.sejak for _, told in known),
        proses=max(told.proses for _, told in known),
        dulu=total[0],
        kini=total[-1],
        **dict(zip(("temuan", "serapan"), _lines(thinned(total, _TITIK)), strict=True)),
        membaik=sorted((s for s in standings if s.selisih < 0), key=lambda s: s.selisih)[:TERATAS],
        memburuk=sorted((s for s in standings if s.selisih > 0), key=lambda s: -s.selisih)[:TERATAS],
        terlama=sorted(
            (one for one, _ in known if one.tertua and one.tertua < per), key=lambda d: d.tertua or per
        )[:TERATAS],
    )


def age(temuan: TemuanResult, hasil: DaerahResult) -> str:
    """How long a finding has been known: `34 hari`; empty where it is new or no history is kept.

    Where the history does not reach further back: `sekurangnya 34 hari`.
    """
    if temuan.sejak is None or hasil.riwayat is None or temuan.sejak >= hasil.per:
        return ""
    days = f"{number_text((hasil.per - temuan.sejak).days)} hari"
    return f"sekurangnya {days}" if temuan.sejak <= hasil.riwayat.umur_sejak else days


def _standing(daerah: Glance, told: History, per: date) -> Standing:
    then = told.first
    for moment in told.titik:
        if moment.per <= per - JANGKA:
            then = moment
    return Standing(daerah, then, told.last, trend([(m.per, m.terbuka) for m in told.titik], number_text))


def _lines(moments: Sequence[Moment]) -> tuple[Trend | None, Trend | None]:
    """Findings to act on, and money paid of what was granted."""
    paid = [(m.per, m.serapan) for m in moments if m.serapan is not None]
    return (
        trend([(m.per, m.terbuka) for m in moments], number_text),
        trend(paid, lambda value: persen(value, 1)),
    )
