"""Which rincian kegiatan (A1 … D4) a text speaks of: by its code, its form and subject, or its name.

An office calls an activity by what is done and on what («Bimtek pembukuan IKM batik»), seldom by the name
that the law gives it. The form (training, accompaniment, promotion …) decides which rincian can be meant; of
these the one whose subject is the most telling. A commodity tells least: it is said of every rincian.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from dak_excel.sheets.values import parse_rincian_code
from dak_excel.sheets.vocabulary import remember

CUKUP = 0.8
"""Share of a name's weighted words that a text must have."""
JARAK = 0.15
"""By how much the best rincian must lead the next."""
MIRIP = 86.0
"""Likeness of two words, per hundred, from which they are the same word misspelt."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = frozenset(
    {"dan", "atau", "untuk", "dalam", "yang", "serta", "pada", "ikm", "dari", "dengan", "kegiatan", "sentra"}
    | {"menu", "rincian", "kecil", "menengah", "industri", "melalui", "para"}
)


_PREFIX = re.compile(r"^(?:me|pe)(?:m|n|ng|ny)?(?=\w{5})")
"""Before what is done («membatik», «membordir»)."""
_PLACE = re.compile(r"\b(?:di(?!\s+luar\s+negeri)|bertempat|berlokasi|tempat)\b.*", re.I | re.S)
"""Where it is held says nothing of what is done, but that it is abroad does."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rincian is about, as words and phrases."""

    forms: tuple[str, ...] = ()
    """Words of what is done, one of which a text must have; none: the subject is enough."""
    telling: tuple[tuple[str, ...], ...] = ()
    """Phrases of the subject, in groups from the most to the least telling."""


class RincianFinder:
    """Finds the rincian in titles, group rows, sheet names and file names.

    `istilah` maps a code to the terms by which the rincian is called, the official name first; `subjects` to
    its subject. A word that few rincian use weighs more than one that many use; a text must have most of a
    term's weight and lead the next rincian clearly, or it is left without one.
    """

    def __init__(
        self, istilah: Mapping[str, Sequence[str]], subjects: Mapping[str, Subject] | None = None
    ) -> None:
        self._subjects = {
            code: (_each(subject.forms), [_each(phrases) for phrases in subject.telling])
            for code, subject in (subjects or {}).items()
        }
        self.codes = frozenset(istilah)
        self._names = {_all_words(name): code for code, names in istilah.items() for name in names}
        self._terms = [
            (code, words, at)
            for code, names in istilah.items()
            for at, name in enumerate(names)
            if (words := _words(name))
        ]
        holders: dict[str, set[str]] = {}
        for code, words, _ in self._terms:
            for word in words:
                holders.setdefault(word, set()).add(code)
        self._weight = {word: 1 / len(codes) for word, codes in holders.items()}
        self._memo: dict[str, str] = {}

    def find(self, text: str) -> str:
        """The code, or empty when the text names none, or several equally well."""
        if not text:
            return ""
        found = self._memo.get(text)
        if found is None:
            found = remember(self._memo, text, self._find(text) if len(text) < 400 else "")
        return found

    def _find(self, text: str) -> str:
        code = parse_rincian_code(text, self.codes) if self.codes else parse_rincian_code(text)
        if code:
            return code
        by_subject = self._by_subject(text)
        return self._by_name(text) if by_subject is None else by_subject

    def _by_subject(self, text: str) -> str | None:
        """By form and subject; empty where two are told that have nothing to do with another, None where
        none is."""
        words = _all_words(_PLACE.sub("", text)) or _all_words(text)
        if words in self._names:
            return self._names[words]
        told: dict[str, tuple[int, frozenset[str]]] = {}
        for code, (forms, telling) in self._subjects.items():
            if forms and not _any_held(words, forms):
                continue
            for rank, phrases in enumerate(telling):
                if found := frozenset().union(*(phrase for phrase in phrases if _holds(words, phrase))):
                    told[code] = rank, found
                    break
        if not told:
            return None
        first = min(rank for rank, _ in told.values())
        best = {code: found for code, (rank, found) in told.items() if rank == first}
        widest = [code for code, found in best.items() if all(found >= other for other in best.values())]
        return widest[0] if len(widest) == 1 else ""

    def _by_name(self, text: str) -> str:
        words = _words(text)
        if not words:
            return ""
        every = _all_words(text)
        best: dict[str, tuple[float, float]] = {}
        for code, term, _ in self._terms:
            forms = self._subjects.get(code, _NO_SUBJECT)[0]
            if _any_held(term, forms) and not _any_held(every, forms):
                continue
            total = sum(self._weight[word] for word in term)
            hit = sum(self._weight[word] for word in term if _has(words, word))
            score = (hit / total, hit)
            if score > best.get(code, (0.0, 0.0)):
                best[code] = score
        ranked = sorted(((score, code) for code, score in best.items()), reverse=True)
        full = [(hit, code) for (share, hit), code in ranked if share >= CUKUP]
        if not full:
            return ""
        if len(full) == 1:
            return full[0][1] if _leads(ranked) else ""
        full.sort(reverse=True)
        return full[0][1] if full[0][0] > full[1][0] * (1 + JARAK) else ""


def _leads(ranked: list[tuple[tuple[float, float], str]]) -> bool:
    return (
        len(ranked) < 2
        or ranked[0][0][0] - ranked[1][0][0] >= JARAK
        or ranked[0][0][1] > ranked[1][0][1] * (1 + JARAK)
    )


def _words(text: str) -> frozenset[str]:
    return _all_words(text) - _EMPTY


_NO_SUBJECT: tuple[list[frozenset[str]], list[list[frozenset[str]]]] = ([], [])


def _any_held(words: frozenset[str], phrases: Iterable[frozenset[str]]) -> bool:
    return any(_holds(words, phrase) for phrase in phrases)


def _each(phrases: Iterable[str]) -> list[frozenset[str]]:
    return [_all_words(phrase) for phrase in phrases]


def _all_words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _holds(words: frozenset[str], phrase: frozenset[str]) -> bool:
    """Whether a text has every word of a phrase, in any order."""
    return all(_has(words, word) for word in phrase)


def _has(words: frozenset[str], word: str) -> bool:
    if word in words:
        return True
    return len(word) >= 5 and any(_PREFIX.sub("", w) == word or _misspelt(word, w) for w in words)


def _misspelt(word: str, other: str) -> bool:
    return len(other) >= 5 and fuzz.ratio(word, other) >= MIRIP
