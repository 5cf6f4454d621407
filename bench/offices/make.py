"""Makes filled-in forms: each from its own seed, so that one that was misread can be made again alone."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.layouts.chance import Chance
from bench.layouts.page import Page
from bench.offices import accounts, budgets, more, rare
from bench.reading.facts import SheetFacts, save_facts

FORMS: tuple[Callable[[Chance], tuple[Page, SheetFacts]], ...] = (
    *(
        budgets.village,
        budgets.ministry,
        budgets.works,
        budgets.estimate,
        budgets.school,
        budgets.factors,
        budgets.changed,
    ),
    *(
        accounts.by_quarter,
        accounts.control_card,
        accounts.functional,
        accounts.cash_book,
        accounts.transfers,
    ),
    *(accounts.cash_plan, accounts.progress, accounts.half_year),
)

ROUNDS = (FORMS, more.FORMS, rare.FORMS, (*FORMS, *more.FORMS, *rare.FORMS))
"""The forms of each round; those of the last are all."""


def make(folder: Path, seed: str, numbers: Iterable[int], round_: int) -> list[SheetFacts]:
    """Writes the forms of these numbers into the folder, with `fakta.yaml` beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    facts = [one(folder, seed, number, round_) for number in numbers]
    save_facts(folder / "fakta.yaml", facts)
    return facts


def one(folder: Path, seed: str, number: int, round_: int) -> SheetFacts:
    """Writes one form and gives what is true of it."""
    chance = Chance(random.Random(f"{seed}-{number}"), round_)
    known = ROUNDS[min(round_, len(ROUNDS)) - 1]
    form = known[number % len(known)]
    chance.drawn.append(form.__name__)
    page, facts = form(chance)
    file = f"{number:04d}-{form.__name__}.xlsx"
    page.save(folder / file)
    return facts.model_copy(update={"file": file})
