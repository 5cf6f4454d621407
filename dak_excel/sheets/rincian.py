"""Which rincian kegiatan (A1 … D4) a text speaks of: by its code, its form and subject, or its name.

An office calls an activity by what is done and on what («Bimtek pembukuan IKM batik»), seldom by the name
that the law gives it. The form (training, accompaniment, promotion …) decides which rincian can be meant; of
these the one whose subject is the most telling. A commodity tells least: it is said of every rincian.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from dak_excel.memos import of_texts
from dak_excel.sheets.values import parse_rincian_code

CUKUP = 0.8
"""Share of a name's weighted words that a text must have."""
JARAK = 0.15
"""By how much the best rincian must lead the next."""
MIRIP = 86.0
"""Likeness of two words, per hundred, from which they are the same word misspelt."""
_LONG = 5
"""Letters of a word that can be told when it is misspelt."""
_LONGEST = 400
"""Letters of a text that names an activity, and no more."""
_TEXTS = 4096

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
        terms = [
            (code, words) for code, names in istilah.items() for name in names if (words := _words(name))
        ]
        holders: dict[str, set[str]] = {}
        for code, words in terms:
            for word in words:
                holders.setdefault(word, set()).add(code)
        self._weight = {word: 1 / len(codes) for word, codes in holders.items()}
        self._terms: dict[str, list[tuple[bool, frozenset[str]]]] = {}
        """By code: the words of each term, and whether they tell the form of the rincian themselves."""
        for code, words in terms:
            forms = self._subjects.get(code, _NO_SUBJECT)[0]
            self._terms.setdefault(code, []).append((_any_held(_Words(words), forms), words))
        self.find: Callable[[str], str] = of_texts(_TEXTS)(self._find)
        """The code, or empty when the text names none, or several equally well."""

    def _find(self, text: str) -> str:
        if not text or len(text) >= _LONGEST:
            return ""
        code = parse_rincian_code(text, self.codes) if self.codes else parse_rincian_code(text)
        if code:
            return code
        by_subject = self._by_subject(text)
        return self._by_name(text) if by_subject is None else by_subject

    def _by_subject(self, text: str) -> str | None:
        """By form and subject; empty where two are told that have nothing to do with another, None where
        none is."""
        words = _Words(_all_words(_PLACE.sub("", text)) or _all_words(text))
        if words.words in self._names:
            return self._names[words.words]
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
        words = _Words(_words(text))
        if not words.words:
            return ""
        every = _Words(_all_words(text))
        best: dict[str, tuple[float, float]] = {}
        for code, terms in self._terms.items():
            told = _any_held(every, self._subjects.get(code, _NO_SUBJECT)[0])
            for of_form, term in terms:
                if of_form and not told:
                    continue
                total = sum(self._weight[word] for word in term)
                hit = sum(self._weight[word] for word in term if words.have(word))
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


class _Words:
    """The words of a text, asked for one by one whether they are among them, misspelt or prefixed too."""

    def __init__(self, words: frozenset[str]) -> None:
        self.words = words
        self._long = [word for word in words if len(word) >= _LONG]
        self._stems = {_PREFIX.sub("", word) for word in words}
        self._known: dict[str, bool] = dict.fromkeys(words, True)

    def have(self, word: str) -> bool:
        known = self._known.get(word)
        if known is None:
            known = len(word) >= _LONG and (
                word in self._stems or any(fuzz.ratio(word, own) >= MIRIP for own in self._long)
            )
            self._known[word] = known
        return known


def _any_held(words: _Words, phrases: Iterable[frozenset[str]]) -> bool:
    return any(_holds(words, phrase) for phrase in phrases)


def _each(phrases: Iterable[str]) -> list[frozenset[str]]:
    return [_all_words(phrase) for phrase in phrases]


def _all_words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _holds(words: _Words, phrase: frozenset[str]) -> bool:
    """Whether a text has every word of a phrase, in any order."""
    return all(words.have(word) for word in phrase)


def finder_of(
    istilah: Mapping[str, Sequence[str]], subjects: Mapping[str, Subject] | None = None
) -> RincianFinder:
    """The finder of these terms and subjects; all books of a run share that of their juknis."""
    terms = tuple((code, tuple(names)) for code, names in istilah.items())
    return _finder(terms, tuple((subjects or {}).items()))


@lru_cache(maxsize=4)
def _finder(
    terms: tuple[tuple[str, tuple[str, ...]], ...], subjects: tuple[tuple[str, Subject], ...]
) -> RincianFinder:
    return RincianFinder(dict(terms), dict(subjects))
