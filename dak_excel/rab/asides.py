"""Places in the text of a budget line that do not say what is paid for: denied, counted, or a subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dak_excel.rab.phrases import Phrase
from dak_excel.rab.vocabulary import Vocabulary
from dak_excel.rab.words import Boundary, Token

JANGKAUAN_SANGKAL = 4
"""Words that a denial reaches: `bukan untuk kantor dinas`."""
BUKAN_OBJEK = frozenset(
    {"kegiatan", "pembukaan", "pejabat", "peserta", "penyelenggara_dinas", "pameran", "kunjungan"}
)
"""Terms whose words may follow `pembukaan`, which stays a ceremony: `pembukaan pelatihan`."""
Uses = Iterable[tuple[Phrase, tuple[int, ...]]]


class Asides:
    """Finds the places of a text that are beside the point."""

    def __init__(self, kosakata: Vocabulary, frasa: Iterable[Phrase]) -> None:
        self.kosakata = kosakata
        self._penyangkal = frozenset(kosakata.penyangkal)
        self._pembuka = frozenset(kosakata.pembuka_topik)
        self._hitungan = frozenset(kosakata.hitungan)
        self._kegiatan = frozenset(kosakata.judul_kegiatan)
        self._tanpa_objek = frozenset(kosakata.tanpa_objek)
        self._bukan_objek = self._tanpa_objek | set(kosakata.bukan_objek) | _words_of(frasa, BUKAN_OBJEK)

    def silent(self, tokens: list[Token], single: set[int]) -> set[int]:
        """Places whose words mean nothing; `single` are those of phrases of one word."""
        beside = self._denied(tokens) | self._subjects(tokens) | self._counted(tokens)
        return beside | self._with_object(tokens, single)

    def taught(self, tokens: list[Token]) -> frozenset[int]:
        """Places of a heading behind the name of an activity: below `Pelatihan kopi` nothing is a drink."""
        return frozenset(
            place
            for start, token in enumerate(tokens)
            if token.kata in self._kegiatan
            for place in _until(
                tokens, start, {Boundary.PISAH} if start == 0 else {Boundary.PISAH, Boundary.DERET}
            )
        )

    def _denied(self, tokens: list[Token]) -> set[int]:
        """Places that a denial before them takes the meaning from."""
        silent: set[int] = set()
        for index, token in enumerate(tokens):
            if token.kata in self._penyangkal:
                for place in range(index + 1, min(index + 1 + JANGKAUAN_SANGKAL, len(tokens))):
                    if tokens[place].batas is Boundary.PISAH or tokens[place].batas is Boundary.DERET:
                        break
                    silent.add(place)
        return silent

    def _counted(self, tokens: list[Token]) -> set[int]:
        """Places of words that are the unit of a number: `2 org x 1 keg`."""
        return {
            place
            for place in range(1, len(tokens))
            if tokens[place].kata in self._hitungan and tokens[place - 1].kata[0].isdigit()
        }

    def _with_object(self, tokens: list[Token], single: set[int]) -> set[int]:
        """Places of words that mean a ceremony only without an object, and have one: `pembukaan toko`."""
        return {
            place
            for place in single
            if place + 1 < len(tokens)
            and tokens[place].kata in self._tanpa_objek
            and tokens[place + 1].batas is Boundary.TIADA
            and tokens[place + 1].kata not in self._bukan_objek
            and not tokens[place + 1].kata[0].isdigit()
        }

    def _subjects(self, tokens: list[Token]) -> set[int]:
        """Places where an announced subject stands (`materi …`): nothing there is paid for."""
        return {
            place
            for start, token in enumerate(tokens)
            if token.kata in self._pembuka
            for place in _until(tokens, start, {Boundary.PISAH, Boundary.HUBUNG})
        }

    def topics(self, tokens: list[Token], uses: Uses) -> set[int]:
        """Places right behind a teacher or a book, where its subject stands."""
        openers = {
            max(places)
            for frasa, places in uses
            if any(self.kosakata.istilah[name].membuka_topik for name in frasa.istilah)
        }
        stop = {Boundary.PISAH, Boundary.DERET, Boundary.HUBUNG}
        return {place for start in openers for place in _until(tokens, start, stop)}


def _until(tokens: list[Token], start: int, stop: set[Boundary]) -> Iterator[int]:
    """Places behind `start` up to a limit; a colon right behind it is none, and opens the whole rest."""
    opened = start + 1 < len(tokens) and tokens[start + 1].titik_dua
    for place in range(start + 1, len(tokens)):
        if not opened and tokens[place].batas in stop:
            return
        yield place


def _words_of(frasa: Iterable[Phrase], names: frozenset[str]) -> set[str]:
    """The first words of the phrases that stand for some terms."""
    return {f.kata[0] for f in frasa if not names.isdisjoint(f.istilah)}
