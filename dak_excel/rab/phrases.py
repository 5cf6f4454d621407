"""The phrases of the vocabulary and where their words stand in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dak_excel.rab.vocabulary import Vocabulary
from dak_excel.rab.words import Boundary, Token, split


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase and the terms that it stands for; none for a neutral one."""

    kata: tuple[str, ...]
    istilah: tuple[str, ...]


def make_phrases(kosakata: Vocabulary) -> list[Phrase]:
    """All phrases, each with every term that lists it."""
    terms: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for group in kosakata.frasa_netral:
        for text in group.kata:
            terms[phrase_words(text, kosakata)] = []
    for name, istilah in kosakata.istilah.items():
        for group in istilah.isi:
            for text in group.kata:
                terms[phrase_words(text, kosakata)].append(name)
    return [Phrase(words, tuple(names)) for words, names in terms.items() if words]


def phrase_words(text: str, kosakata: Vocabulary) -> tuple[str, ...]:
    """A phrase as the search sees it: connecting words left out, abbreviations written out."""
    tokens = split(text, frozenset(kosakata.penghubung), kosakata.singkatan)
    return tuple(token.kata for token in tokens)


def in_order(
    words: tuple[str, ...], places: Mapping[str, list[int]], tokens: list[Token]
) -> Iterator[tuple[int, ...]]:
    """The words one after the other."""
    for first in places.get(words[0], ()):
        spot = tuple(range(first, first + len(words)))
        if spot[-1] < len(tokens) and all(tokens[p].kata == w for p, w in zip(spot, words, strict=True)):
            yield spot


def near(
    words: tuple[str, ...], places: Mapping[str, list[int]], tokens: list[Token]
) -> Iterator[tuple[int, ...]]:
    """The words side by side in another order, or in their order with one other word between."""
    if any(word not in places for word in words):
        return
    size = len(words)
    for first in places[words[0]]:
        for start in range(max(0, first - size + 1), first + 1):
            window = tuple(range(start, min(start + size, len(tokens))))
            if sorted(tokens[p].kata for p in window) == sorted(words) and _together(window, tokens):
                yield window
        spot = _with_gap(words, first, tokens)
        if spot and _together(spot, tokens):
            yield spot


def _with_gap(words: tuple[str, ...], first: int, tokens: list[Token]) -> tuple[int, ...] | None:
    """The places of the words in their order from `first` on, with exactly one other word between."""
    for gap in range(1, len(words)):
        spot = (*range(first, first + gap), *range(first + gap + 1, first + len(words) + 1))
        if spot[-1] < len(tokens) and all(tokens[p].kata == w for p, w in zip(spot, words, strict=True)):
            return spot
    return None


def _together(spot: Sequence[int], tokens: list[Token]) -> bool:
    """Whether no limit of a list or part lies between the places."""
    inner = range(min(spot) + 1, max(spot) + 1)
    return all(tokens[p].batas in (Boundary.TIADA, Boundary.HUBUNG) for p in inner)
