"""What a daerah looked like at earlier runs, and since when each of its findings is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pydantic import BaseModel, Field

TERBANYAK = 24
"""Moments that a daerah's page shows: more cannot be told apart in its drawing."""


def percent_paid(paid: float | None, granted: float | None) -> float | None:
    """Paid of what was granted, per cent; None where either is unknown."""
    return 100 * paid / granted if granted and paid is not None else None


def sums_told(money: Iterable[tuple[float | None, float | None]]) -> tuple[float | None, float | None]:
    """The sums of paid and granted over those of which both are told; None where there is none."""
    told = [(paid, granted) for paid, granted in money if paid is not None and granted]
    return (sum(paid for paid, _ in told), sum(granted for _, granted in told)) if told else (None, None)


@dataclass(slots=True)  # as `TenggatResult`: the front page holds these of every daerah
class Moment:
    """One day: findings to act on, and rupiah paid and granted (None where no sheet tells)."""

    per: date
    terbuka: int
    realisasi: float | None = None
    pagu: float | None = None
    daerah: int = 1
    """How many daerah the figures are of."""

    @property
    def serapan(self) -> float | None:
        """As `percent_paid`."""
        return percent_paid(self.realisasi, self.pagu)


@dataclass(frozen=True, slots=True)
class PastRuns:
    """What is remembered of a daerah's earlier runs under the same juknis, up to the day of this one."""

    sejak: date | None = None
    """The first day that is counted; None where this is the first run."""
    proses: int = 0
    """How many runs are counted."""
    titik: tuple[Moment, ...] = ()
    """Its last state on each day, oldest first."""
    umur: Mapping[str, date] = field(default_factory=dict)
    """Key of each finding of the last run → the first day on which it was found without a break."""
    umur_sejak: date | None = None
    """The day from which ages are counted; later than `sejak` where only the table of runs was left."""


class History(BaseModel):
    """The same with this run, as the pages show it."""

    sejak: date
    proses: int
    umur_sejak: date
    titik: list[Moment] = Field(default_factory=list)

    @classmethod
    def of(cls, past: PastRuns, now: Moment) -> History:
        """Earlier runs and this one; of a day that both tell, this one counts."""
        titik = [*(one for one in past.titik if one.per < now.per), now]
        return cls(
            sejak=min(past.sejak or now.per, now.per),
            proses=past.proses + 1,
            umur_sejak=min(past.umur_sejak or now.per, now.per),
            titik=thinned(titik),
        )

    @property
    def first(self) -> Moment:
        """The state that the last is compared with."""
        return self.titik[0]

    @property
    def last(self) -> Moment:
        """The state of this run."""
        return self.titik[-1]


def thinned(moments: Sequence[Moment], most: int = TERBANYAK) -> list[Moment]:
    """At most so many moments, evenly taken; always the first and the last."""
    if len(moments) <= most:
        return list(moments)
    step = (len(moments) - 1) / (most - 1)
    return [moments[round(number * step)] for number in range(most)]
