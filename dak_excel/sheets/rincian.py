"""Which rincian kegiatan (A1 … D4) a text speaks of: by its code, else by the name of the rincian."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

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


class RincianFinder:
    """Finds the rincian in titles, group rows, sheet names and file names.

    `istilah` maps a code to the terms by which the rincian is called, the official name first. A word
    that few rincian use weighs more than one that many use; a text must have most of a term's weight
    and lead the next rincian clearly, or it is left without one.
    """

    def __init__(self, istilah: Mapping[str, Sequence[str]]) -> None:
        self.codes = frozenset(istilah)
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
        return self._by_name(text)

    def _by_name(self, text: str) -> str:
        words = _words(text)
        if not words:
            return ""
        best: dict[str, tuple[float, float]] = {}
        for code, term, _ in self._terms:
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
    return frozenset(word for word in _WORD.findall(text.casefold()) if word not in _EMPTY)


def _has(words: frozenset[str], word: str) -> bool:
    if word in words:
        return True
    return len(word) >= 5 and any(len(w) >= 5 and fuzz.ratio(word, w) >= MIRIP for w in words)
