"""From the text of a budget line to words: abbreviations written out, typing slips mended, limits kept."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dak_excel import memos

_PART = re.compile(r"[a-z]+|\d+(?:[.,]\d+)*|[^\w\s]|\n|_", re.ASCII)
_CODE = re.compile(r"\b\d(?:\.\d+){3,}\b")
_NUMBER = re.compile(r"^\s*(?:[a-d]\d\b[.):]?|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?!\d))\s*(?=\w)")


class Boundary(IntEnum):
    """What stands before a word."""

    TIADA = 0
    DERET = 1
    """A comma, a slash, `dan`: an item of a list follows."""
    HUBUNG = 2
    """`untuk`, `di`, `dari` …: what follows describes."""
    PISAH = 3
    """A bracket, a colon, a new line: another part of the text follows."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, what stands before it, and whether that was a colon."""

    kata: str
    batas: Boundary = Boundary.TIADA
    titik_dua: bool = False
    hubung: str = ""
    """The connecting word before it, if any."""


LONG = 11
"""Letters from which a word may have two slips."""
ENDINGS = ("an", "i", "kan", "nya", "mu", "ku")
_DERET = frozenset({",", "/", "&", "+", "dan", "serta", "atau", "dn"})
_PISAH = frozenset({"(", ")", ":", ";", "\n", "-", "–", "—", "[", "]", "|", "."})


def split(text: str, penghubung: frozenset[str], singkatan: Mapping[str, str]) -> list[Token]:
    """The words of a text in lower case, each with the limit before it.

    Kode rekening and the number or letter that a text begins with (`A1.`, `3)`) are left out.
    """
    plain = unicodedata.normalize("NFKD", text.replace("–", " - ").replace("—", " - ")).lower()
    plain = _CODE.sub(" ", plain).replace("s.d.", " sampai ").replace("s/d", " sampai ")
    plain = _NUMBER.sub("", plain)
    tokens: list[Token] = []
    batas, colon, link = Boundary.PISAH, False, ""
    for part in _PART.findall(plain):
        if part in _DERET:
            batas = max(batas, Boundary.DERET)
        elif part in _PISAH:
            # a dot ends an abbreviation more often than a sentence
            batas = max(batas, Boundary.TIADA if part == "." else Boundary.PISAH)
            colon = colon or part == ":"
        elif part[0].isalnum():
            for word in singkatan.get(part, part).split():
                if word in penghubung:
                    batas, link = max(batas, Boundary.HUBUNG), word
                elif word in _DERET:
                    batas = max(batas, Boundary.DERET)
                else:
                    tokens.append(Token(word, batas, colon, link))
                    batas, colon, link = Boundary.TIADA, False, ""
    return tokens


class Spelling:
    """Mends typing slips: a word that is none of the vocabulary and almost one of `targets`."""

    def __init__(self, vocabulary: frozenset[str], targets: frozenset[str]) -> None:
        self._known = vocabulary | targets
        self._targets = sorted(targets)
        self._frames: dict[str, list[str]] = defaultdict(list)
        for target in self._targets:
            self._frames[_frame(target)].append(target)
        self.mend = memos.of_texts(8192)(self._mend)

    def _mend(self, word: str) -> str:
        if word in self._known or len(word) < 4 or word[0].isdigit():
            return word
        limit = 2 if len(word) >= LONG else 1
        found = process.extract(word, self._targets, scorer=OSA.distance, score_cutoff=limit, limit=3)
        good = [(dist, target) for target, dist, _ in found if _likely(word, target)]
        best = min((dist for dist, _ in good), default=None)
        nearest = [target for dist, target in good if dist == best] or self._without_vowels(word)
        return nearest[0] if len(nearest) == 1 else word

    def _without_vowels(self, word: str) -> list[str]:
        """The words that this one is short for, vowels left out: `pngadaan`, `lstrik`, `Hdiah`."""
        frame = _frame(word)
        if len(frame) < 3:
            return []
        return [target for target in self._frames.get(frame, ()) if _is_within(word, target)]


def _frame(word: str) -> str:
    """A word without its vowels, but for the first letter."""
    return word[:1] + re.sub("[aeiou]", "", word[1:])


def _is_within(word: str, target: str) -> bool:
    """Whether the letters of a word stand in another in their order."""
    rest = iter(target)
    return all(letter in rest for letter in word)


def _likely(word: str, target: str) -> bool:
    """Whether a near word is a slip, not another form: the first letter stands, no ending is added."""
    if word[0] != target[0]:
        return False
    if any(word == target + ending or target == word + ending for ending in ENDINGS):
        return False
    if len(target) < 5:
        return sorted(set(word)) == sorted(set(target))
    return True
