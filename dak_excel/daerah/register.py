"""Which activity a name means: the activities of a daerah found so far, and the search among them."""

from __future__ import annotations

import re
from collections.abc import Collection

from rapidfuzz import fuzz

from dak_excel.daerah.model import Kegiatan
from dak_excel.sheets.tabel import Span

NAMA_SAMA = 88.0
"""Similarity of two activity names, per hundred, from which they are taken for the same one. Names of the
same rincian that differ in place or commodity score below 85 on the invented samples."""

_NUMBER = r"(?:[ivx]+|\d+|pertama|satu|dua|tiga|empat|lima)"
_WORD = r"(?:angkatan|angk\b\.?|akt\b\.?|batch|gelombang|gel\b\.?|tahap)"
_ANGKATAN = re.compile(rf"\b{_WORD}\s*(?:ke\s*[-.]?\s*)?({_NUMBER})\b", re.I)
_ANGKATAN_BANYAK = re.compile(
    rf"\b{_WORD}\s*(?:ke\s*[-.]?\s*)?"
    rf"({_NUMBER}(?:\s*(?:,|dan|&|/|-|–|s\.?/?d\.?|sampai(?: dengan)?)\s*(?:angkatan\s+)?{_NUMBER})*)\b",
    re.I,
)
_ROMAN = {name: n for n, name in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), 1)}
_ROMAN |= {"pertama": 1, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5}
_DAYS = re.compile(r"\s*\(\d{1,2}\b[^()]*\b20\d\d\)\s*$")
_CODE = re.compile(r"^\W*(?:[a-z]\s?[.-]?\s?\d\s*[.:)–-]*\s+|\d{1,2}\s*[.)]\s+)(?=[^\W\d])", re.I)
"""A code of a rincian, or a number, before a name: `A2. Pelatihan`, `(C.1) Pameran`, `2. Pelatihan`."""
_GENERAL = frozenset(
    re.findall(
        r"\w+",
        "pelatihan bimbingan bimtek workshop lokakarya sosialisasi pendampingan fasilitasi kegiatan teknis "
        "peserta pelaku ikm industri kecil menengah sentra produk produksi usaha peningkatan pengembangan "
        "penguatan bagi untuk dan di ke dari pada dalam yang oleh kab kabupaten kota kecamatan desa tahun",
    )
)
"""Words that two activities of one rincian may well share."""


def angkatan(text: str) -> str:
    """The batch that a name speaks of, `Angkatan II` → `2`; empty when it speaks of none."""
    found = _ANGKATAN.search(text)
    return batch_number(found.group(1)) if found else ""


def batches_in(text: str) -> frozenset[str]:
    """All batches that a text speaks of: `Angkatan I dan III` → 1, 3; `Angkatan 1-3` → 1, 2, 3."""
    found: set[str] = set()
    for match in _ANGKATAN_BANYAK.finditer(text):
        numbers = [batch_number(name) for name in re.findall(_NUMBER, match[1], re.I)]
        found.update(numbers)
        if re.search(r"[-–]|s\.?/?d|sampai", match[1], re.I) and all(n.isdecimal() for n in numbers):
            first, last = int(numbers[0]), int(numbers[-1])
            found.update(str(n) for n in range(first, min(last, first + 99) + 1))
    return frozenset(found)


def batch_number(number: str) -> str:
    """A batch number in Arabic digits: `II` and `2` are the same."""
    number = number.strip().casefold()
    return str(_ROMAN.get(number, number))


def base_name(text: str) -> str:
    """An activity's name without its code, batch, days in brackets, and punctuation, for comparison."""
    bare = _ANGKATAN_BANYAK.sub(" ", _DAYS.sub("", _CODE.sub("", text)))
    return " ".join(re.sub(r"[^\w]+", " ", bare).casefold().split())


def overlap(a: Span, b: Span) -> bool:
    """Whether two spans have a day in common."""
    return a.mulai <= b.selesai and b.mulai <= a.selesai


class Register:
    """The activities found so far, and the search for the one that a name means."""

    def __init__(self) -> None:
        self.all: list[Kegiatan] = []

    def find(
        self,
        rincian: str,
        nama: str,
        batch: str,
        waktu: object = None,
        but: Collection[int] = (),
    ) -> Kegiatan | None:
        """The one activity that rincian, name and batch mean; the days decide between several.

        `but` are the `id` of activities that it cannot be.
        """
        same = [k for k in self.all if not rincian or not k.rincian or k.rincian == rincian]
        same = [k for k in same if id(k) not in but]
        if batch and any(k.angkatan for k in same):
            same = [k for k in same if k.angkatan == batch]
        if nama:
            same = _best(nama, same)
        elif rincian:
            same = [k for k in same if k.rincian == rincian]
        else:
            return None
        if len(same) > 1 and isinstance(waktu, Span):
            same = [k for k in same if any(row.waktu == waktu for row in k.baris)] or [
                k for k in same if any(overlap(waktu, span) for span in _listed(k))
            ]
        return same[0] if len(same) == 1 else None

    def called_as(self, rincian: str, called: Collection[str]) -> Kegiatan | None:
        """The one activity of a rincian, where a sheet calls it as the juknis calls the rincian."""
        names = [base_name(name) for name in called]
        own = [k for k in self.all if rincian and k.rincian == rincian and k.baris]
        plain = bool(own) and any(fuzz.ratio(base_name(own[0].nama), name) >= NAMA_SAMA for name in names)
        return own[0] if plain and len(own) == 1 else None

    def on_the_same_days(
        self, rincian: str, nama: str, waktu: object, but: Collection[int] = ()
    ) -> Kegiatan | None:
        """The one activity of the rincian that a sheet puts on exactly these days, and whose name speaks of
        the same: it may well be worded otherwise."""
        if not rincian or not isinstance(waktu, Span):
            return None
        near = [k for k in self.all if k.rincian == rincian and id(k) not in but]
        near = [
            k for k in near if any(row.waktu == waktu for row in k.baris) and _of_one_subject(nama, k.nama)
        ]
        return near[0] if len(near) == 1 else None

    def get(self, rincian: str, nama: str, batch: str, waktu: object = None) -> Kegiatan:
        """That activity, made when it was not known."""
        found = self.find(rincian, nama, batch, waktu)
        if found is None:
            found = self.add(rincian, nama, batch)
        elif not found.rincian:
            found.rincian = rincian
        return found

    def add(self, rincian: str, nama: str, batch: str) -> Kegiatan:
        """A new activity."""
        if code := _CODE.match(nama):
            mark = re.sub(r"\W", "", code[0]).upper()
            nama = nama[code.end() :] if mark.isdecimal() or mark == rincian else nama
        kegiatan = Kegiatan(rincian=rincian, nama=nama, angkatan=batch)
        self.all.append(kegiatan)
        return kegiatan


def _listed(kegiatan: Kegiatan) -> list[Span]:
    """The days that its lists give."""
    spans = [tabel.facts.get("waktu") for tabel in kegiatan.tabel]
    return [span for span in spans if isinstance(span, Span)]


def _of_one_subject(a: str, b: str) -> bool:
    """Whether half of the telling words of the shorter name stand in the other, near misspellings too."""
    one, other = sorted(({*base_name(name).split()} - _GENERAL for name in (a, b)), key=len)
    shared = sum(any(fuzz.ratio(word, near) >= NAMA_SAMA for near in other) for word in one)
    return bool(one) and shared * 2 >= len(one)


def _best(nama: str, candidates: list[Kegiatan]) -> list[Kegiatan]:
    """The candidates whose name is nearest: the same words in any order, or all words of the shorter."""
    bare = base_name(nama)
    if exact := [k for k in candidates if base_name(k.nama) == bare]:
        return exact
    scored = [(fuzz.token_sort_ratio(bare, base_name(k.nama)), k) for k in candidates]
    top = max((score for score, _ in scored), default=0.0)
    if top >= NAMA_SAMA:
        return [k for score, k in scored if score == top]
    return [k for k in candidates if fuzz.token_set_ratio(bare, base_name(k.nama)) == 100]
