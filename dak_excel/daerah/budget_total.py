"""What the budgets that count sum to: known, disputed or unknown."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dak_excel.daerah.anggaran import Anggaran, BudgetVersion, budgets_of
from dak_excel.daerah.facts import Answer, Disputed, Known, Unknown
from dak_excel.daerah.model import Daerah
from dak_excel.indonesian import listing


def budget_sum(
    daerah: Daerah, rincian: str | None = None, budgets: Sequence[Anggaran] | None = None
) -> Answer[Decimal]:
    """Sum of the RAB, of one rincian or of all.

    Disputed where for one activity nothing tells which of several budgets counts: then each choice is a
    whole sum. `budgets` saves finding them anew.
    """
    every = budgets_of(daerah) if budgets is None else budgets
    mine = [one for one in every if rincian in (None, one.rincian)]
    sure = [versi.known for one in mine for versi in one.berlaku]
    total = sum((one.nilai for one in sure), Decimal(0))
    open_ones = [one for one in mine if one.sengketa]
    if not mine:
        return Unknown("jumlah RAB")
    if not open_ones:
        return Known(total, tuple(cell for one in sure for cell in one.cells), menurut="lembar RAB")
    return Disputed(tuple(_choice(total, chosen) for chosen in _choices(open_ones)))


def _choices(open_ones: Sequence[Anggaran]) -> list[list[BudgetVersion]]:
    """The ways to settle disputed budgets, one version of each: sheet by sheet where the same sheets tell
    them all, else the lowest and the highest of each."""
    told = [{v.sumber: v for v in one.sengketa} for one in open_ones]
    shared = [name for name in told[0] if all(name in one for one in told)]
    if len(shared) > 1:
        return [[one[name] for one in told] for name in shared]
    return [[pick(one.sengketa, key=lambda v: v.jumlah) for one in open_ones] for pick in (min, max)]


def _choice(settled: Decimal, chosen: Sequence[BudgetVersion]) -> Known[Decimal]:
    """The whole sum with some versions of the disputed budgets."""
    cells = tuple(cell for v in chosen for cell in v.known.cells)
    total = settled + sum((v.jumlah for v in chosen), Decimal(0))
    return Known(total, cells, menurut=listing(list(dict.fromkeys(v.sumber for v in chosen))))
