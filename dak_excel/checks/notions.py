"""Finds the juknis's own notions in what people write, by the words of `istilah:` in the juknis YAML."""

from __future__ import annotations

import re
from functools import lru_cache

from dak_excel.juknis.model import Juknis
from dak_excel.sheets.values import parse_yes_no

BEBERAPA = 4
"""Words that a denial has at most (`belum punya sertifikat kompetensi`); a longer text says more."""
_SEPARATORS = re.compile(r"[\s_.\-]+")


def normalised(text: str) -> str:
    """A text for comparison: lower case, dots, dashes and runs of space as one space."""
    return _SEPARATORS.sub(" ", text.casefold()).strip()


class Dictionary:
    """The groups of one section of `istilah`. The longest words win: «calon pengusaha» is no «pengusaha»."""

    def __init__(self, groups: tuple[tuple[str, tuple[str, ...]], ...]) -> None:
        self._group = {normalised(word): name for name, words in groups for word in words}
        longest_first = sorted(self._group, key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)")
        self._known: dict[str, frozenset[str]] = {}
        self._whole: dict[str, str] = {}

    def groups(self, text: str | None) -> frozenset[str]:
        """The groups that a text speaks of."""
        if not text:
            return frozenset()
        found = self._known.get(text)
        if found is None:
            words = self._pattern.findall(normalised(text))
            found = self._known[text] = frozenset(self._group[word] for word in words)
        return found

    def exact(self, text: str | None) -> str:
        """The group of which the whole text is a word; empty when there is none."""
        if not text:
            return ""
        found = self._whole.get(text)
        if found is None:
            found = self._whole[text] = self._group.get(normalised(text), "")
        return found


@lru_cache(maxsize=64)
def _dictionary(groups: tuple[tuple[str, tuple[str, ...]], ...]) -> Dictionary:
    return Dictionary(groups)


def dictionary(juknis: Juknis, bagian: str) -> Dictionary:
    """The words of a section of `istilah`; a section that the file has not is empty."""
    return _dictionary(tuple(juknis.istilah.get(bagian, {}).items()))


def denies(juknis: Juknis, text: str | None) -> bool:
    """Whether a text says that there is none: `belum ada`, `tidak`, `-`, `belum memiliki sertifikat`."""
    answers = dictionary(juknis, "jawaban")
    if not text or answers.exact(text) == "tiada":
        return bool(text)
    words = normalised(text).split()
    if not 1 < len(words) <= BEBERAPA:
        return False
    return answers.exact(words[0]) == "tiada" and answers.exact(words[1]) == "punya"


def affirms(text: str | None) -> bool:
    """Whether a text answers a question with yes, whatever follows: `ya`, `sudah (2022)`, `ya, 2023`."""
    first = re.match(r"\W*([^\W_]+|[√✓✔])", text or "")
    return first is not None and parse_yes_no(first[1]) is True
