"""The list of kabupaten/kota, by name and by code."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dak_excel import memos

SUMBER = Path(__file__).parent / "kode_wilayah.csv"

MIRIP = 85.0
"""Likeness, per hundred, from which a name is one of the list misspelt."""
PENDEK = 4
"""Letters below which likeness says nothing."""
NAMA_LAIN = {
    "sitaro": "71.09",
    "siautagulandangbiaro": "71.09",
    "pangkep": "73.10",
    "pangkajenekepulauan": "73.10",
    "mamujuutara": "76.01",
    "malukutenggarabarat": "81.03",
    "fakfak": "92.03",
    "oki": "16.02",
    "oku": "16.01",
    "okutimur": "16.08",
    "okuselatan": "16.09",
    "muba": "16.06",
    "yogya": "34.71",
    "jogja": "34.71",
    "jogjakarta": "34.71",
    "solo": "33.72",
    "ambonkota": "81.71",
    "labuhanbatuselatan": "12.22",
    "labuhanbatuutara": "12.23",
}
"""Names in use that the list spells otherwise, without spaces."""

INDUK: Mapping[str, frozenset[str]] = {
    "19": frozenset({"16"}),
    "21": frozenset({"14"}),
    "36": frozenset({"32"}),
    "65": frozenset({"64"}),
    "75": frozenset({"71"}),
    "76": frozenset({"73"}),
    "82": frozenset({"81"}),
    **dict.fromkeys(("91", "92", "93", "94", "95", "96"), frozenset({"91", "92", "94"})),
}
"""Provinces that another was taken out of: an older NIK bears the code of that one."""

_KIND = re.compile(r"^\s*(?:pemerintah\s+|pem(?=kab|kot))?(?:kabupaten|kab|kota|kot)\b[.:\s]*", re.I)
_ADMINISTRASI = re.compile(r"^adm(?:inistrasi|inistratif)?\b\.?\s*", re.I)
_ABBREVIATED = {
    "brt": "barat",
    "tmr": "timur",
    "tim": "timur",
    "sel": "selatan",
    "slt": "selatan",
    "utr": "utara",
    "ut": "utara",
    "tgh": "tengah",
    "teng": "tengah",
    "kep": "kepulauan",
    "tj": "tanjung",
    "tjg": "tanjung",
    "tg": "tanjung",
    "bdr": "bandar",
    "pd": "padang",
}
_LETTERS = re.compile(r"[^a-z]+")


@dataclass(frozen=True, slots=True)
class Kabkota:
    """A kabupaten or kota: `kode` «32.04», `nama` «Kabupaten Bandung», `provinsi` «Jawa Barat»."""

    kode: str
    nama: str
    provinsi: str

    @property
    def jenis(self) -> str:
        """`kabupaten` or `kota`."""
        return "kota" if self.nama.startswith("Kota ") else "kabupaten"

    @property
    def bare_name(self) -> str:
        """The name without its kind: «Bandung»."""
        return _ADMINISTRASI.sub("", self.nama.partition(" ")[2])


def name_key(nama: str) -> str:
    """A name for comparison: letters only, abbreviations written out; «Gunung Kidul» is «Gunungkidul»."""
    words = (_ABBREVIATED.get(word, word) for word in re.split(r"[\s.\-]+", nama.casefold()))
    return _LETTERS.sub("", "".join(words))


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[str, str], ...]:
    """(kode, nama) of every line of the list."""
    lines = SUMBER.read_text("utf-8").splitlines()
    pairs = (line.partition(",") for line in lines if line[:1].isdigit())
    return tuple((kode, nama) for kode, _, nama in pairs)


@lru_cache(maxsize=1)
def provinces() -> Mapping[str, str]:
    """Names of the provinces by their two digits."""
    return {kode: nama for kode, nama in _lines() if "." not in kode}


@lru_cache(maxsize=1)
def all_kabkota() -> tuple[Kabkota, ...]:
    """All kabupaten and kota, in the order of their codes."""
    return tuple(Kabkota(kode, nama, provinces()[kode[:2]]) for kode, nama in _lines() if "." in kode)


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, tuple[Kabkota, ...]]:
    found: dict[str, list[Kabkota]] = defaultdict(list)
    for place in all_kabkota():
        found[name_key(place.bare_name)].append(place)
    by_code = {place.kode: place for place in all_kabkota()}
    for name, kode in NAMA_LAIN.items():
        if kode in by_code and by_code[kode] not in found[name]:
            found[name].append(by_code[kode])
    return {name: tuple(places) for name, places in found.items() if places}


def named(dasar: str, jenis: str = "") -> tuple[Kabkota, ...]:
    """Those of a bare name («Bandung»), of one kind or both."""
    places = _by_name().get(name_key(dasar), ())
    return tuple(place for place in places if not jenis or place.jenis == jenis)


def find_kabkota(text: str, di_provinsi: str = "") -> Kabkota | None:
    """The one kabupaten or kota that a text names and nothing else; None when none or several fit.

    `di_provinsi` decides between those of one name where it is given.
    """
    kind = _KIND.match(text)
    bare = _ADMINISTRASI.sub("", text[kind.end() :] if kind else text)
    jenis = "" if not kind else "kota" if "kot" in kind[0].casefold() else "kabupaten"
    places = named(bare, jenis)
    if len(places) > 1 and di_provinsi:
        places = tuple(p for p in places if name_key(p.provinsi) == name_key(di_provinsi))
    return places[0] if len(places) == 1 else None


_PROVINSI = re.compile(r"^\s*(?:pemerintah\s+)?(?:provinsi|propinsi|prov\b\.?|prop\b\.?)\s*", re.I)


def find_province(text: str) -> str:
    """The province that a text names («PROV. JAWA BARAT» → «Jawa Barat»); empty when there is none."""
    key = name_key(_PROVINSI.sub("", text))
    return next((nama for nama in provinces().values() if name_key(nama) == key), "")


@lru_cache(maxsize=3)
def _name_keys(jenis: str) -> tuple[str, ...]:
    """The names of one kind or both, for comparison."""
    return tuple(name for name in _by_name() if named(name, jenis))


@memos.of_texts(4096)
def near_names(nama: str, jenis: str = "") -> bool:
    """Whether the first words of a text are a name of the list, or one of it misspelt."""
    from rapidfuzz import process  # late: only for names that the list has not

    words = nama.split()
    heads = {name_key(" ".join(words[:count])) for count in range(1, min(len(words), 4) + 1)}
    return any(
        process.extractOne(head, _name_keys(jenis), score_cutoff=MIRIP)
        for head in heads
        if len(head) >= PENDEK
    )


_GOVERNMENT = re.compile(r"^(?:pemerintah(?:an)?\s+(?:daerah\s+)?|pemda\s+|pem(?=kab|kot))(kab|kot)", re.I)


def without_government(text: str) -> str:
    """The daerah that a government is of: «Pemerintah Kabupaten Contoh» → «Kabupaten Contoh»."""
    return _GOVERNMENT.sub(lambda match: match[1], text.strip())


def full_name(text: str) -> str:
    """A daerah's name as people read it: «KAB.BANDUNG» → «Kabupaten Bandung».

    One that the list has not keeps its own letters; only its kind is written out.
    """
    text = without_government(text)
    if place := find_kabkota(text):
        return place.nama
    kind = _KIND.match(text)
    rest = text[kind.end() :].strip() if kind else ""
    if not kind or not rest:
        return text
    word = "Kota" if "kot" in kind[0].casefold() else "Kabupaten"
    return f"{word.upper() if rest.isupper() else word} {rest}"


def provinces_of_nik(nik: str) -> frozenset[str]:
    """The provinces that the first two digits of a NIK may mean today; empty when there is no such code."""
    kode = nik[:2]
    if kode not in provinces():
        return frozenset()
    codes = {kode} | {young for young, parents in INDUK.items() if kode in parents}
    return frozenset(provinces()[c] for c in codes)
