"""Which filled-in form each number is, by round."""

from __future__ import annotations

from collections.abc import Callable

from bench.layouts.chance import Chance
from bench.layouts.page import Page
from bench.offices import (
    accounts,
    budgets,
    costs,
    deviating,
    following,
    joint,
    monitoring,
    more,
    periodic,
    planning,
    proposals,
    rare,
    strangers,
    treasury,
)
from bench.reading.facts import SheetFacts

Form = Callable[[Chance], tuple[Page, SheetFacts]]
FORMS: tuple[Form, ...] = (
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

FOURTH = (*planning.FORMS, *proposals.FORMS, *treasury.FORMS, *monitoring.FORMS, *deviating.FORMS)
FIFTH = (*joint.FORMS, *periodic.FORMS, *strangers.FORMS)
SIXTH = (*costs.FORMS, *following.FORMS)
ROUNDS = (
    *(FORMS, more.FORMS, rare.FORMS, FOURTH, FIFTH, SIXTH),
    (*FORMS, *more.FORMS, *rare.FORMS, *FOURTH, *FIFTH, *SIXTH),
)
"""The forms of each round; those of the last are all."""


def drawn(chance: Chance, number: int) -> tuple[str, Form]:
    """The form of a number, for `layouts.make`: each of its round in turn."""
    known = ROUNDS[min(chance.round, len(ROUNDS)) - 1]
    form = known[number % len(known)]
    chance.drawn.append(form.__name__)
    return form.__name__, form
