"""Finds the terms of the vocabulary in the words of a budget line."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, KeysView, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from dak_excel.rab.affixes import Affixes
from dak_excel.rab.asides import Asides
from dak_excel.rab.phrases import Phrase, in_order, make_phrases, near, phrase_words
from dak_excel.rab.vocabulary import Vocabulary, load_vocabulary
from dak_excel.rab.words import Boundary, Spelling, Token, split

HUBUNGAN = {
    "dari": "asal",
    "untuk": "untuk",
    "bagi": "untuk",
    "buat": "untuk",
    "guna": "untuk",
    "milik": "milik",
}
"""The mark that a connecting word gives to what follows: `petugas dari dinas`, `map untuk dinas`."""
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Condition:
    """What a rule asks for, made ready: of each set of `jika` one term must be there, none of `kecuali`."""

    jika: tuple[frozenset[str], ...]
    kecuali: frozenset[str]

    @classmethod
    def of(cls, jika: Iterable[str], kecuali: Iterable[str]) -> Condition:
        """Made from the lists of a rule: `a|b` is either."""
        return cls(tuple(frozenset(item.split("|")) for item in jika), frozenset(kecuali))

    def fits(self, names: KeysView[str]) -> bool:
        """Whether it holds for the terms of a line."""
        return all(not item.isdisjoint(names) for item in self.jika) and self.kecuali.isdisjoint(names)


@dataclass(slots=True)
class Meaning:
    """The terms found in a text: term → positions of its words, with the words themselves."""

    istilah: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    kata: dict[str, str] = field(default_factory=dict)
    """Term → the phrase that gave it, for the user."""

    def __contains__(self, name: str) -> bool:
        return name in self.istilah

    def add(self, name: str, position: int, words: str) -> None:
        """Notes a term at a position."""
        self.istilah[name].append(position)
        self.kata.setdefault(name, words)


class TermFinder:
    """The vocabulary made ready for the search."""

    def __init__(self, kosakata: Vocabulary) -> None:
        self.kosakata = kosakata
        self._penghubung = frozenset(kosakata.penghubung)
        brands = (kosakata.istilah[name] for name in kosakata.istilah_pengantar)
        self._pengantar = frozenset(kosakata.pengantar).union(
            word for term in brands for group in term.isi for word in group.kata
        )
        self._penyangkal = frozenset(kosakata.penyangkal)
        self._frasa = make_phrases(kosakata)
        self._hanya_judul = frozenset(kosakata.hanya_judul)
        self._biaya = frozenset(kosakata.jenis_biaya) - set(kosakata.judul_pokok)
        self._asides = Asides(kosakata, self._frasa)
        self._tertutup = {" ".join(phrase_words(text, kosakata)) for text in kosakata.frasa_tertutup}
        self._dalam = {
            frasa.kata: tuple(name for name in frasa.istilah if name in kosakata.istilah_dalam)
            for frasa in self._frasa
            if len(frasa.kata) < 3
        }
        self._by_word: dict[str, list[Phrase]] = defaultdict(list)
        for frasa in self._frasa:
            self._by_word[max(frasa.kata, key=len)].append(frasa)
        self.aturan = [(rule, Condition.of(rule.jika, rule.kecuali)) for rule in kosakata.aturan]
        self.turunan = [(one, Condition.of(one.jika, one.kecuali)) for one in kosakata.turunan]
        words = {word for frasa in self._frasa for word in frasa.kata}
        words |= self._pengantar | self._penyangkal | set(kosakata.pembuka_topik)
        words |= set(kosakata.kata_lain)
        words |= {word for text in kosakata.singkatan.values() for word in text.split()}
        self._pola = [
            (name, [re.compile(text) for text in pola.pola], pola) for name, pola in kosakata.pola.items()
        ]
        known = frozenset(words | self._penghubung)
        self._ejaan = Spelling(known, frozenset(kosakata.salah_ketik))
        self._imbuhan = Affixes(kosakata.kata_dasar, known)

    def find(self, text: str, *, judul: bool = False) -> Meaning:
        """The terms of a text; of a heading (`judul`) only those that it hands down."""
        tokens = self._tokens(text)
        uses = self._match(tokens, judul=judul)
        silent = self._asides.silent(tokens, {places[0] for _, places in uses if len(places) == 1})
        topics = self._asides.topics(tokens, uses)
        taught = self._asides.taught(tokens) if judul else frozenset()
        makna = Meaning()
        for frasa, places in [*uses, *self._inner(tokens, uses)]:
            first = min(places)
            if first in silent:
                continue
            for name in frasa.istilah:
                if first in topics and self.kosakata.istilah[name].bisa_topik:
                    continue
                if judul and (
                    name not in self.kosakata.istilah_judul or (first in taught and name in self._biaya)
                ):
                    continue
                makna.add(name, first, " ".join(frasa.kata))
                if self._is_head(tokens, first, uses):
                    makna.add(f"{name}@kepala", first, " ".join(frasa.kata))
                if all(token.batas < Boundary.HUBUNG for token in tokens[1 : first + 1]):
                    makna.add(f"{name}@inti", first, " ".join(frasa.kata))
                if mark := HUBUNGAN.get(tokens[first].hubung):
                    makna.add(f"{name}@{mark}", first, " ".join(frasa.kata))
        return makna

    def forms(self, text: str) -> Iterator[tuple[str, str]]:
        """The terms that the form of the words gives, each with the words: `L3210`, `5 PK`, `pengering`."""
        plain = text.lower()
        head = self._first_word(plain)
        for name, patterns, pola in self._pola:
            for pattern in patterns:
                found = pattern.search(head if pola.awal else plain)
                if found and not set(_WORD.findall(found.group())) & set(pola.kecuali):
                    yield name, found.group().strip()
                    break

    def _first_word(self, plain: str) -> str:
        """The first word that is no introductory one."""
        return next((word for word in _WORD.findall(plain) if word not in self._pengantar), "")

    def _tokens(self, text: str) -> list[Token]:
        tokens = split(text, self._penghubung, self._abbreviations(text))
        mended = []
        for index, token in enumerate(tokens):
            word = self._ejaan.mend(self._imbuhan.bare(token.kata))
            if index == 0:
                word = self.kosakata.singkatan_awal.get(token.kata, word)
            first, *rest = (
                word.split() if word == token.kata else self.kosakata.singkatan.get(word, word).split()
            )
            mended.append(Token(first, token.batas, token.titik_dua, token.hubung))
            mended += [Token(other) for other in rest]
        return self._opened(mended)

    def _abbreviations(self, text: str) -> Mapping[str, str]:
        """The abbreviations that hold beside the other words of a text."""
        words = set(_WORD.findall(text.lower()))
        wrong = {
            short
            for short, beside in self.kosakata.singkatan_kecuali.items()
            if short in words and not words.isdisjoint(beside)
        }
        every = self.kosakata.singkatan
        return {short: full for short, full in every.items() if short not in wrong} if wrong else every

    def says_nothing(self, text: str) -> bool:
        """Whether a text names nothing at all: `Belanja barang`, or empty."""
        tokens = self._tokens(text)
        neutral = {place for frasa, places in self._match(tokens) if not frasa.istilah for place in places}
        return all(
            token.kata in self._pengantar or token.kata[0].isdigit() or place in neutral
            for place, token in enumerate(tokens)
        )

    def _opened(self, tokens: list[Token]) -> list[Token]:
        """`Biaya untuk pembelian laptop` as `Biaya pembelian laptop`: nothing is named before the link."""
        for place, token in enumerate(tokens):
            if token.kata not in self._pengantar:
                if place and token.batas is Boundary.HUBUNG:
                    tokens[place] = Token(token.kata, Boundary.TIADA, token.titik_dua, token.hubung)
                break
            if place and token.batas is Boundary.HUBUNG:
                tokens[place] = Token(token.kata, Boundary.TIADA, token.titik_dua, token.hubung)
        return tokens

    def _match(self, tokens: list[Token], *, judul: bool = False) -> list[tuple[Phrase, tuple[int, ...]]]:
        """Phrases with the places of their words: long ones first, each word used once.

        First the phrases as they are written, then those whose words stand in another order or with one
        word between them.
        """
        places: dict[str, list[int]] = defaultdict(list)
        for index, token in enumerate(tokens):
            places[token.kata].append(index)
        candidates = list({id(f): f for word in places for f in self._by_word.get(word, ())}.values())
        if not judul:
            candidates = [
                f for f in candidates if not f.istilah or not self._hanya_judul.issuperset(f.istilah)
            ]
        used: set[int] = set()
        found = []
        for finder in (in_order, near):
            spots = [
                (frasa, spot)
                for frasa in candidates
                if finder is in_order or len(frasa.kata) > 1
                for spot in finder(frasa.kata, places, tokens)
            ]
            for frasa, spot in sorted(spots, key=self._rank):
                if used.isdisjoint(spot):
                    used.update(spot)
                    found.append((frasa, spot))
        return found

    def _inner(
        self, tokens: list[Token], uses: Iterable[tuple[Phrase, tuple[int, ...]]]
    ) -> Iterator[tuple[Phrase, tuple[int, ...]]]:
        """Who and where inside the longer phrases: `kantor` in `lampu kantor`. A neutral phrase has none."""
        for frasa, places in uses:
            if not frasa.istilah or len(places) < 2 or not self._opens(frasa):
                continue
            inside = tuple(sorted(places))
            for size in range(1, len(inside)):
                for start in range(len(inside) - size + 1):
                    spot = inside[start : start + size]
                    terms = self._dalam.get(tuple(tokens[place].kata for place in spot), ())
                    if terms:
                        yield Phrase(tuple(tokens[place].kata for place in spot), terms), spot

    def _opens(self, frasa: Phrase) -> bool:
        """Whether words inside a phrase keep their meaning: not in one of who or where, nor in a denial."""
        if " ".join(frasa.kata) in self._tertutup or not self._penyangkal.isdisjoint(frasa.kata):
            return False
        closed = {*self.kosakata.istilah_dalam, *self.kosakata.istilah_penutup}
        return closed.isdisjoint(frasa.istilah)

    def _rank(self, found: tuple[Phrase, tuple[int, ...]]) -> tuple[int, bool, int, tuple[str, ...]]:
        """Long phrases first; of equally long ones those with a denial of their own (`non asn`)."""
        frasa, spot = found
        return -len(frasa.kata), frasa.kata[0] not in self._penyangkal, spot[0], frasa.kata

    def _is_head(
        self, tokens: list[Token], place: int, uses: Iterable[tuple[Phrase, tuple[int, ...]]]
    ) -> bool:
        """Whether a word names the thing itself: nothing but introductory words before it in its part."""
        neutral = {p for frasa, places in uses if not frasa.istilah for p in places}
        while True:
            token = tokens[place]
            if token.batas is not Boundary.TIADA or place == 0:
                return token.batas is not Boundary.HUBUNG or place == 0
            place -= 1
            before = tokens[place]
            if not (before.kata in self._pengantar or before.kata[0].isdigit() or place in neutral):
                return False


@lru_cache(maxsize=2)
def make_search(kosakata: Vocabulary | None = None) -> TermFinder:
    """The search over a vocabulary, made once."""
    return TermFinder(kosakata or load_vocabulary())
