"""Which kabupaten/kota a text speaks of, and whether that is the daerah's own.

Conservative: only a text that plainly names another kabupaten or kota (`Kota Bandung` for Kabupaten
Contoh), the big cities at the end of an address, another province, or the words «luar daerah». Where the
daerah's own name is not known nothing is concluded from names.
"""

from __future__ import annotations

import re
from functools import cached_property

from rapidfuzz import fuzz

from dak_excel.checks.registry import Lingkup

NAMA_SAMA = 85.0
"""Similarity, per hundred, from which two names of a daerah are one name misspelt."""

_NAMED = re.compile(
    r"(?P<before>[\w.]+[\s,]+)?\b(?P<kind>kabupaten|kab\b\.?|kota)\s+(?:administrasi\s+)?"
    r"(?P<name>[^\W\d][\w'’]*(?:[ -][^\W\d][\w'’]*){0,3})",
    re.I,
)
_OWN = re.compile(r"^\s*(?:pemerintah\s+)?(?P<kind>kabupaten|kab\b\.?|kota)\s+(?P<name>.+)$", re.I)
_PROVINCE = re.compile(r"\bprov(?:insi|\b\.?)\s+(?P<name>[^\W\d]\w*(?:\s+[^\W\d]\w*){0,2})", re.I)
_NOT_A_PLACE = re.compile(
    r"(?:jl|jalan|hotel|kelurahan|kel|desa|kec|kecamatan|kampung|kp|mall?|rm|toko)\.?\s*$", re.I
)


def _kind(word: str) -> str:
    return "kota" if word.casefold().startswith("kota") else "kabupaten"


class Wilayah:
    """The daerah's own name, against which texts are held."""

    def __init__(self, lingkup: Lingkup) -> None:
        given = str(lingkup.daerah.isi("kabkota") or "")
        named = _OWN.match(given) or _OWN.match(lingkup.daerah.nama)
        self.kind = _kind(named["kind"]) if named else ""
        self.name = (named["name"] if named else given).strip().casefold()
        self.nama = given or lingkup.daerah.nama
        self.provinsi = str(lingkup.daerah.isi("provinsi") or "").casefold().removeprefix("provinsi").strip()
        self._words = lingkup.juknis.istilah.get("luar_daerah", {})

    @cached_property
    def _cities(self) -> re.Pattern[str]:
        names = "|".join(map(re.escape, sorted(self._words.get("kota_besar", ()), key=len, reverse=True)))
        return re.compile(rf"(?:,|\bdi)\s*({names or '(?!)'})\W*$", re.I)

    def lain(self, text: str, *, alamat: bool = False) -> str:
        """The other kabupaten, kota or province that a text names; empty when it names none plainly.

        In the `alamat` of a person a bare `Bandung` may be a village: only what is named with its kind
        counts.
        """
        low = text.casefold()
        if not alamat and any(word in low for word in self._words.get("luar", ())):
            return text
        if not self.name:
            return ""
        other = ""
        if "kota" in low or "kab" in low:
            for match in _NAMED.finditer(text):
                if self._is_place(match):
                    if self._own(_kind(match["kind"]), match["name"]):
                        return ""
                    other = other or f"{match['kind']} {match['name']}".strip()
        if other or alamat:
            return other
        city = self._cities.search(text)
        if city and city[1].casefold() not in self.name:
            return city[1]
        return self._province(text)

    def bernama_lain(self, kabkota: str) -> str:
        """For the text of a kabupaten/kota column, where a bare name is enough; empty: it is the own one."""
        named = _OWN.match(kabkota)
        if not self.name or self._own(
            _kind(named["kind"]) if named else "", named["name"] if named else kabkota
        ):
            return ""
        return kabkota

    def _is_place(self, match: re.Match[str]) -> bool:
        first = match["name"].split()[0].casefold()
        if first in self._words.get("bukan_nama", ()):
            return False
        return not (match["before"] and _NOT_A_PLACE.match(match["before"]))

    def _own(self, kind: str, name: str) -> bool:
        """Whether a name is the daerah's own; kabupaten and kota of one name are two where both exist."""
        low = name.strip().casefold()
        # More may follow the name («Kab. Contoh RT 2»): as many words count as the own name has.
        head = " ".join(low.split()[: len(self.name.split())])
        same = fuzz.ratio(head, self.name) >= NAMA_SAMA or self.name.startswith(f"{low} ")
        if not same or not kind or not self.kind or kind == self.kind:
            return same
        return self.name not in self._words.get("nama_kembar", ())

    def _province(self, text: str) -> str:
        match = _PROVINCE.search(text)
        if not match or not self.provinsi:
            return ""
        name = match["name"].casefold()
        own = fuzz.ratio(name, self.provinsi) >= NAMA_SAMA or name in self.provinsi or self.provinsi in name
        return "" if own else match[0]
