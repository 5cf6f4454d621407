"""Makes layouts: each from its own seed, so that one that was misread can be made again alone."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.layouts.budgets import budget
from bench.layouts.chance import Chance
from bench.layouts.decoys import decoy
from bench.layouts.page import Page
from bench.layouts.payments import account
from bench.layouts.registers import register
from bench.reading.facts import SheetFacts, save_facts

MAKERS: tuple[tuple[str, int, Callable[[Chance], tuple[Page, SheetFacts]]], ...] = (
    ("rab", 5, budget),
    ("realisasi", 4, account),
    ("register", 1, register),
    ("lain", 1, decoy),
)
"""Each kind's name, how many of eleven sheets are of it, and what makes it."""


Draw = Callable[[Chance, int], tuple[str, Callable[[Chance], tuple[Page, SheetFacts]]]]
"""The name of a layout, and what makes it, by chance and its number."""


def make(
    folder: Path, seed: str, numbers: Iterable[int], round_: int, draw: Draw | None = None
) -> list[SheetFacts]:
    """Writes the layouts of these numbers into the folder, with `fakta.yaml` beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    facts = [one(folder, seed, number, round_, draw or _drawn) for number in numbers]
    save_facts(folder / "fakta.yaml", facts)
    return facts


def one(folder: Path, seed: str, number: int, round_: int, draw: Draw) -> SheetFacts:
    """Writes one layout and gives what is true of it."""
    chance = Chance(random.Random(f"{seed}-{number}"), round_)
    name, maker = draw(chance, number)
    page, facts = maker(chance)
    file = f"{number:04d}-{name}.xlsx"
    page.save(folder / file)
    return facts.model_copy(update={"file": file})


def _drawn(chance: Chance, number: int) -> tuple[str, Callable[[Chance], tuple[Page, SheetFacts]]]:
    name = chance.one([name for name, share, _ in MAKERS for _ in range(share)])
    return name, next(maker for known, _, maker in MAKERS if known == name)
