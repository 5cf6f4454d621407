"""Which kabupaten/kota a text speaks of, and whether that is the daerah's own.

Names are known, not guessed: what stands beside «Kab.» or «Kota» is looked up in the list of kabupaten/kota
(`dak_excel.wilayah`), the longest name first, so that Bandung Barat is not Bandung. Conservative all the
same: only a text that plainly names another kabupaten or kota, the big cities at the end of an address,
another province, or the words «luar daerah» say so. A village or kecamatan alone decides nothing. Where the
daerah's own name is not known nothing is concluded from names.
"""

from __future__ import annotations

import re
from functools import cached_property

from rapidfuzz import fuzz

from dak_excel.checks.registry import Scope
from dak_excel.wilayah import Kabkota, Sebutan, find_kabkota, mentions, named
from dak_excel.wilayah.places import name_key, near_names

NAMA_SAMA = 85.0
"""Similarity, per hundred, from which two names of a daerah are one name misspelt."""

_KIND = re.compile(r"^(?:.*\b)?(?:pem)?(?:kabupaten|kab|kota|kot)\b[.:\s]*", re.I)
_PROVINCE = re.compile(r"\bprov(?:insi|\b\.?)\s+(?P<name>[^\W\d]\w*(?:\s+[^\W\d]\w*){0,2})", re.I)
_NOT_A_PLACE = re.compile(
    r"(?:jl|jalan|hotel|kelurahan|kel|desa|ds|dusun|dsn|kec|kecamatan|kampung|kp|mall?|rm|toko|alun-alun|taman|"
    r"perum|perumahan|perumnas|komplek|kompleks|griya|graha|cluster|villa|puri|bumi|pasar|apartemen|blok)\.?$",
    re.I,
)
_LAST = re.compile(r"(?:,|\bdi\b)\s*([^,]+?)\W*$", re.I)
_SMALLER = re.compile(
    r"^\s*(?:desa|ds|kel(?:urahan)?|kec(?:amatan)?|dusun|dsn|kp|kampung|nagari|rt|rw|jl|jalan|gampong|"
    r"lingkungan|banjar|distrik|kapanewon|kalurahan|dukuh)\b",
    re.I,
)
_EXTENDING = frozenset(
    [
        "utara",
        "selatan",
        "barat",
        "timur",
        "tengah",
        "tenggara",
        "daya",
        "laut",
        "raya",
        "kepulauan",
        "hulu",
        "hilir",
        "ulu",
        "ilir",
        "dalam",
        "jaya",
        "besar",
    ]
)
"""Words that make another name of a name: «Contoh Utara» is not «Contoh»."""
_PROVINCE_WORDS = frozenset(
    ["jawa", "sumatera", "sumatra", "kalimantan", "sulawesi", "nusa", "papua", "maluku", "prov", "provinsi"]
)


class Wilayah:
    """The daerah's own name, against which texts are held."""

    def __init__(self, scope: Scope) -> None:
        given = str(scope.daerah.told("kabkota") or "")
        self.nama = given or scope.daerah.nama
        self.provinsi = str(scope.daerah.told("provinsi") or "").casefold().removeprefix("provinsi").strip()
        named = next((s for text in (given, scope.daerah.nama) for s in mentions(text)), None)
        self.kind = named.jenis if named else ""
        if named and not given:
            self._words = [word.casefold() for word in named.kata]
        else:
            self._words = _KIND.sub("", given).casefold().split()
        self.kabkota: Kabkota | None = (
            named.kabkota
            if named and named.kabkota
            else find_kabkota(given, self.provinsi)
            if given
            else None
        )
        if self.kabkota:
            self.kind, self._words = self.kabkota.jenis, self.kabkota.bare_name.casefold().split()
        self.name = " ".join(self._words)
        self._istilah = scope.juknis.istilah.get("luar_daerah", {})

    @cached_property
    def _cities(self) -> re.Pattern[str]:
        words = self._istilah.get("kota_besar", ())
        names = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        return re.compile(rf"(?:,|\bdi)\s*({names or '(?!)'})\W*$", re.I)

    def other(self, text: str, *, alamat: bool = False) -> str:
        """The other kabupaten, kota or province that a text names; empty when it names none plainly.

        In the `alamat` of a person a bare `Bandung` may be a village: only what is named with its kind
        counts.
        """
        low = text.casefold()
        if not alamat and any(word in low for word in self._istilah.get("luar", ())):
            return text
        if not self.name:
            return ""
        other = ""
        for mention in mentions(text):
            if not self._is_place(mention):
                continue
            if self._own(mention):
                return ""
            other = other or mention.as_written
        if other or alamat:
            return other
        return self._city(text) or self._province(text)

    def names_another(self, text: str) -> str:
        """For the text of a kabupaten/kota column, where a bare name is enough; empty: it is the own one."""
        if not self.name or mentions(text):
            return self.other(text, alamat=True) and text
        if any(word in text.casefold() for word in self._istilah.get("luar", ())):
            return text
        parts = [part.strip() for part in re.split(r"[,;/\n(]", text) if part.strip(" .)")]
        verdicts = [self._bare(part) for part in parts]
        return "" if "" in verdicts or not any(verdicts) else text

    def _bare(self, part: str) -> str | None:
        """A bare name: empty for the own one, the name of another, None where it decides nothing."""
        words = part.casefold().split()
        if places := named(part):
            return "" if self.kabkota in places else part
        if self._starts_own(words):
            return "" if not self._extended(words) else part
        if _SMALLER.match(part) or self.kabkota or not name_key(part) or _abbreviated(words[0]):
            return None
        return part if name_key(part) not in self._unnamed else None

    @cached_property
    def _unnamed(self) -> frozenset[str]:
        """Words of a kabupaten/kota column that name none."""
        return frozenset(name_key(word) for word in self._istilah.get("bukan_nama", ()))

    def _is_place(self, mention: Sebutan) -> bool:
        if mention.kabkota is None:
            if mention.kata[0].casefold() in self._istilah.get("bukan_nama", ()):
                return False
            words = [word.casefold() for word in mention.kata]
            if (
                self.kabkota
                and not self._starts_own(words)
                and not near_names(" ".join(mention.kata), mention.jenis)
            ):
                return False  # no kabupaten or kota of that name, nor one misspelt
        return not _NOT_A_PLACE.search(mention.sebelum)

    def _own(self, mention: Sebutan) -> bool:
        """Whether a mention is of the own daerah; kabupaten and kota of one name are two where both exist."""
        if self.kabkota and mention.kabkota:
            return mention.kabkota == self.kabkota
        if mention.kabkota and not self._starts_own([w.casefold() for w in mention.kata]):
            return False
        words = [word.casefold() for word in mention.kata]
        if not self._starts_own(words):
            return _abbreviated(words[0])
        if self._extended(words):
            return False
        if self.kabkota and mention.jenis and mention.jenis != self.kabkota.jenis:
            return not named(
                self.kabkota.bare_name, mention.jenis
            )  # «Kota Garut»: the town of that kabupaten
        return True

    def _starts_own(self, words: list[str]) -> bool:
        """The words begin with the own name, or with it misspelt; its first word alone is no other name."""
        head = "".join(words[: len(self._words)])
        if fuzz.ratio(name_key(head), name_key(self.name)) >= NAMA_SAMA:
            return True
        return (
            len(self._words) > 1
            and name_key(" ".join(words)) == name_key(self._words[0])
            and not named(words[0])
        )

    def _extended(self, words: list[str]) -> bool:
        """Whether more follows that makes another name of it; where the list knows the own one, none does."""
        more = words[len(self._words) :]
        if self.kabkota or not more:
            return False
        return more[0] in _EXTENDING and not (set(more) & _PROVINCE_WORDS)

    def _city(self, text: str) -> str:
        """A big city, or a kabupaten or kota of the list, bare at the end of an address."""
        city = self._cities.search(text)
        if city and city[1].casefold() not in self.name:
            return city[1]
        last = _LAST.search(text)
        places = named(last[1]) if last else ()
        return last[1] if last and places and self.kabkota not in places and self._bare(last[1]) else ""

    def _province(self, text: str) -> str:
        match = _PROVINCE.search(text)
        if not match or not self.provinsi:
            return ""
        name = match["name"].casefold()
        own = fuzz.ratio(name, self.provinsi) >= NAMA_SAMA or name in self.provinsi or self.provinsi in name
        return "" if own else match[0]


def _abbreviated(word: str) -> bool:
    """`Bdg`, `Tsm`: letters that stand for a name which no one can be sure of."""
    return len(word) <= 4 and not re.search(r"[aiueo]", word)
