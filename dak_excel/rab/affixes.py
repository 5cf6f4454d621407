"""The forms that a word takes with affixes: `hibah` as `dihibahkan`, `panitia` as `panitianya`.

Made from a short list of roots (`kata_dasar` of `kosakata_rab.yaml`) instead of taken off any word: a stemmer
that takes off at will makes `pelatih` of `pelatihan` and `ahli` of `keahlian`, who are not paid for the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

LULUH = "ptks"
"""First letters that melt into the nasal before them: `tulis` → `menulis`."""
NASAL = {"p": "m", "t": "n", "k": "ng", "s": "ny"}
AKHIRAN = ("", "kan", "i", "an", "nya", "kannya", "inya", "annya")
MILIK = "nya"


def forms(root: str) -> Iterator[str]:
    """The verbs and nouns made of a root (`mengecat`, `pengecatan`), but no one who does it (`pengecat`)."""
    actives = set(_with_nasal(root))
    for stem in (root, *actives, f"di{root}", f"ter{root}", f"ber{root}", f"nge{root}", f"ng{root}"):
        yield from (stem + ending for ending in AKHIRAN)
    for stem in actives:
        yield from (f"pe{stem[2:]}{ending}" for ending in ("an", "annya"))


def _with_nasal(root: str) -> Iterator[str]:
    """A root behind `me-`, in each spelling that is met."""
    first = root[0]
    if sum(letter in "aeiou" for letter in root) == 1:
        yield f"menge{root}"
    if first in LULUH:
        yield f"me{NASAL[first]}{root[1:]}"
    if first in "bfvp":
        yield f"mem{root}"
    elif first in "djczts":
        yield f"men{root}"
    elif first in "aeioughk":
        yield f"meng{root}"
    else:
        yield f"me{root}"


class Affixes:
    """Brings a word with affixes back to the word of the vocabulary that it is a form of."""

    def __init__(self, roots: Mapping[str, str], known: frozenset[str]) -> None:
        self._known = known
        self._forms: dict[str, str] = {}
        for root, word in roots.items():
            for form in forms(root):
                self._forms.setdefault(form, word)

    def bare(self, word: str) -> str:
        """The word itself, or the known one that it is a form of."""
        if word in self._known:
            return word
        if word in self._forms:
            return self._forms[word]
        owned = word.removesuffix(MILIK)
        return owned if len(owned) > 3 and owned in self._known else word
