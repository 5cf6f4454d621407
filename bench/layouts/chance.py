"""Chance with a memory: which habit was drawn, and from which round of the measure on it exists."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Chance:
    """Random choices for one layout; `drawn` names those that were not the usual one."""

    random: random.Random
    round: int
    drawn: list[str] = field(default_factory=list)

    def habit(
        self, name: str, usual: str, *others: str, later: Mapping[int, Sequence[str]] | None = None
    ) -> str:
        """One way of doing a thing: the usual one half of the time, else one that this round knows."""
        new = [one for since, more in (later or {}).items() if since <= self.round for one in more]
        options = [*others, *new]
        if not options or self.random.random() < 0.5:
            return usual
        taken = self.random.choice(options)
        self.drawn.append(f"{name}: {taken}")
        return taken

    def maybe(self, name: str, share: float, since: int = 1) -> bool:
        """Whether a thing is done, in a share of the layouts."""
        happens = self.random.random() < share and since <= self.round
        if happens:
            self.drawn.append(name)
        return happens

    def word(self, *words: str) -> str:
        """Any of the words; one is as usual as the other."""
        return self.random.choice(words)

    def one(self, of: Sequence[T]) -> T:
        """Any of them."""
        return self.random.choice(of)

    def number(self, low: int, high: int) -> int:
        """A number, both ends included."""
        return self.random.randint(low, high)
