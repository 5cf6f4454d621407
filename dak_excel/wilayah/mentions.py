"""Mentions of a kabupaten or kota in running text: «Kec. Y, Kab.X», «KabupatenX», «X, KAB.», «Pemkab X».

A mention has its kind beside it. A bare name is none here: a village may bear the name of a kabupaten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dak_excel.wilayah.places import Kabkota, named

PALING_PANJANG = 6
"""Words that the longest name may have: «Siau Tagulandang Biaro», «Pangkajene dan Kepulauan»."""

_BOTH = r"(?:kab(?:upaten)?\.?\s*/\s*kota|kota\s*/\s*kab(?:upaten)?)"
_MENTION = re.compile(
    rf"(?<![^\W\d_])(?P<kind>{_BOTH}|(?:pem)?kabupaten|(?:pem)?kab|kotamadya|kodya|kota|pemkot)(?P<gap>[.\s:_-]*)"
    r"(?P<rest>(?:adm(?:inistrasi|inistratif)?\.?\s+)?"
    r"[^\W\d_][^\W\d_'’`]*\.?(?:[ \-]+[^\W\d_][^\W\d_'’`]*\.?)*)?",
    re.I,
)
_BEHIND = re.compile(
    r"(?P<name>[^\W\d_][^,;\n()]*?)\s*[,(]\s*(?P<kind>kab(?:upaten)?|kota)\b\.?\s*\)?\s*$", re.I
)
_END = 80
"""Characters at the end of a text in which «X, KAB.» is looked for."""
_ADMINISTRASI = re.compile(r"^adm(?:inistrasi|inistratif)?\.?\s+", re.I)


class Sebutan(NamedTuple):
    """`jenis` kabupaten or kota, empty where the text leaves it open; `kata` the words that follow it;
    `sebelum` the word before; `kabkota` the one of the list that the longest run of these words names."""

    jenis: str
    kata: tuple[str, ...]
    sebelum: str
    kabkota: Kabkota | None

    @property
    def as_written(self) -> str:
        """The mention for the user: the official name, or the kind and the words that may be its name."""
        if self.kabkota:
            return self.kabkota.nama
        return f"{self.jenis.capitalize() or 'Kabupaten/Kota'} {' '.join(self.kata[:3])}"


def mentions(text: str) -> list[Sebutan]:
    """Every mention in a text, in its order."""
    found = list(_mentions(text))
    if not found and (behind := _BEHIND.search(text[-_END:])):
        found.append(_mentions_of_kind(behind["kind"], behind["name"].split(), ""))
    return found


def _mentions(text: str) -> Iterator[Sebutan]:
    at = 0
    while match := _MENTION.search(text, at):
        at = max(match.end("gap"), match.start() + 1)
        rest = _ADMINISTRASI.sub("", match["rest"] or "")
        words = [word.strip(".'’`") for word in re.split(r"[\s\-]+", rest) if word.strip(".'’`")]
        if not words or (not match["gap"] and not _glued(match["kind"], words)):
            continue
        before = text[: match.start()].split()
        yield _mentions_of_kind(match["kind"], words, before[-1] if before else "")


def _glued(kind: str, words: list[str]) -> bool:
    """Whether a kind and a name are one word: «KabContoh», «KABUPATENCONTOH»; no «kabar», «Kotabaru»."""
    low = kind.casefold()
    if low.endswith("kabupaten"):
        return not re.fullmatch(r"(?:nya|mu|ku|an)", words[0], re.I)
    camel = words[0][:1].isupper() and kind[-1:].islower()
    if low == "kota" and named(kind + words[0]):
        return False
    return camel or bool(_longest(words, _kind(kind)))


def _mentions_of_kind(kind: str, words: list[str], before: str) -> Sebutan:
    jenis = _kind(kind)
    return Sebutan(jenis, tuple(words[:PALING_PANJANG]), before, _longest(words, jenis))


def _kind(kind: str) -> str:
    low = kind.casefold()
    if "/" in low:
        return ""
    return "kabupaten" if "kab" in low else "kota"


def _longest(words: list[str], jenis: str) -> Kabkota | None:
    """The one place that the longest run of words, from the first, names."""
    for count in range(min(PALING_PANJANG, len(words)), 0, -1):
        places = named(" ".join(words[:count]), jenis)
        if places:
            return places[0] if len(places) == 1 else None
    return None
