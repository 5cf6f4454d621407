"""Grouping: the findings of a daerah by what is to be done about them, gravest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from dak_excel.findings import Tingkat
from dak_excel.todo.causes import Cause, cause_of

PALING_BANYAK = 4
"""Rincian that a sentence names; of more it names none."""


class FindingLike(Protocol):
    """What is needed of a finding."""

    berkas: str
    lembar: str
    sel: str
    rincian: str
    ketentuan: str
    tingkat: Tingkat
    rupiah: Decimal | None
    kunci: str


T = TypeVar("T", bound=FindingLike)


@dataclass(slots=True)
class ActGroup(Generic[T]):
    """Findings that one act mends, those to act on apart."""

    sebab: Cause
    terbuka: bool
    """Whether the rules leave open that anything is to be changed, and the act is said otherwise then."""
    temuan: list[T] = field(default_factory=list)
    perlu: list[T] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its name in links."""
        return f"sebab-{self.sebab.id}{'-telaah' if self.terbuka else ''}"

    @property
    def tingkat(self) -> Tingkat:
        """The gravest level of what is to be acted on, else of all."""
        return min((t.tingkat for t in self.perlu or self.temuan), key=lambda t: t.rank)

    @property
    def rupiah(self) -> Decimal:
        """What it puts at stake; a row of a sheet counts once."""
        return at_stake(self.perlu)

    @property
    def kalimat(self) -> str:
        """What is to be done; of what is answered, what was."""
        counted = self.perlu or self.temuan
        rincian = sorted({t.rincian for t in counted} - {""})
        named = ", ".join(rincian) if len(rincian) <= PALING_BANYAK else ""
        return self.sebab.sentence(len({row_of(t) for t in counted}), named, terbuka=self.terbuka)


def grouped(temuan: Iterable[T], to_act_on: Callable[[T], bool]) -> list[ActGroup[T]]:
    """The findings by what is to be done: what is to be acted on first, gravest and dearest first."""
    groups: dict[str, ActGroup[T]] = {}
    for one in temuan:
        sebab = cause_of(one.ketentuan, tercatat=one.tingkat is not Tingkat.DATA)
        terbuka = bool(sebab.telaah) and one.tingkat in (Tingkat.TELAAH, Tingkat.INFO)
        fresh = ActGroup[T](sebab, terbuka)
        group = groups.setdefault(fresh.id, fresh)
        group.temuan.append(one)
        if one.tingkat is not Tingkat.INFO and to_act_on(one):
            group.perlu.append(one)
    return sorted(groups.values(), key=lambda g: (not g.perlu, g.tingkat.rank, -g.rupiah, -len(g.perlu)))


def at_stake(temuan: Iterable[FindingLike]) -> Decimal:
    """Rupiah of findings. A row of a sheet counts once, however many findings it has."""
    return sum(stakes(temuan).values(), Decimal(0))


def stakes(temuan: Iterable[FindingLike]) -> dict[str, Decimal]:
    """The same by rincian: a row under that of its greatest finding, "" where none says."""
    most: dict[tuple[str, str, str], tuple[Decimal, str]] = {}
    for one in temuan:
        if one.rupiah is not None:
            row = row_of(one)
            most[row] = max(most.get(row, (Decimal(0), "")), (one.rupiah, one.rincian))
    sums: dict[str, Decimal] = {}
    for rupiah, rincian in most.values():
        sums[rincian] = sums.get(rincian, Decimal(0)) + rupiah
    return sums


def row_of(temuan: FindingLike) -> tuple[str, str, str]:
    """The row of a sheet that a finding is about; itself where it is about none."""
    return (temuan.berkas, temuan.lembar, temuan.sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or temuan.kunci)
