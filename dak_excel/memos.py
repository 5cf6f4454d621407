"""Memos of what texts mean: words recur by the thousand within a daerah, so that each is read once.

The texts come from cells and some are of people: none outlives its daerah. What is the same for every daerah
(the juknis, the vocabulary, the list of regions) is kept by `lru_cache` or `cache` where it is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, ParamSpec, TypeVar, cast
from weakref import WeakSet

P = ParamSpec("P")
T = TypeVar("T")

_all: WeakSet[Any] = WeakSet()


def of_texts(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Decorator: keeps the last `most` results of a function (hashable arguments) till the daerah is done."""

    def kept(function: Callable[P, T]) -> Callable[P, T]:
        memo = lru_cache(maxsize=most)(function)
        _all.add(memo)
        return cast("Callable[P, T]", memo)

    return kept


def forget() -> None:
    """Empties every memo of texts: a daerah is done."""
    for memo in _all:
        memo.cache_clear()
