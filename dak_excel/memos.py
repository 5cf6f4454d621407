"""Memos of what texts mean: words recur by the thousand within a daerah, so that each is read once.

The texts come from cells and some are of people: none outlives its daerah. What is the same for every daerah
(the juknis, the vocabulary, the list of regions) is kept by `lru_cache` or `cache` where it is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, Generic, ParamSpec, TypeVar, cast
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


class RowsMemo(Generic[T]):
    """The last results of a function of rows, known by the very objects, which no check changes."""

    def __init__(self, function: Callable[[Sequence[Any]], T], most: int) -> None:
        self._function = function
        self._most = most
        self._kept: dict[tuple[int, ...], tuple[Sequence[Any], T]] = {}

    def __call__(self, rows: Iterable[Any]) -> T:
        """The result for these rows, which are kept so that no other object takes their place."""
        own = list(rows)
        key = tuple(map(id, own))
        if key not in self._kept:
            while len(self._kept) >= self._most:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = (own, self._function(own))
        return self._kept[key][1]

    def cache_clear(self) -> None:
        """Forgets them."""
        self._kept.clear()


def of_rows(most: int) -> Callable[[Callable[[Sequence[Any]], T]], RowsMemo[T]]:
    """Decorator: keeps the last `most` results of a function of rows till the daerah is done."""

    def kept(function: Callable[[Sequence[Any]], T]) -> RowsMemo[T]:
        memo = RowsMemo(function, most)
        _all.add(memo)
        return memo

    return kept


def forget() -> None:
    """Empties every memo of texts and rows: a daerah is done."""
    for memo in _all:
        memo.cache_clear()
