"""Says of a budget line whether the juknis (end of Lampiran II) allows or forbids it, or a person must judge.

The rules and words stand in `kosakata_rab.yaml`. A line is judged by its own text, kode rekening, unit and
price first; where that is weak, once more together with the headings that it stands under.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, KeysView, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from dak_excel.rab.lines import kode_angka
from dak_excel.rab.terms import Makna, Pencari, Syarat, pencari
from dak_excel.rab.vocabulary import BOLEH, TELAAH, Aturan
from dak_excel.sheets.records import BarisRab

KUAT = 0.7
"""Certainty from which a line's own words are enough."""
TELAAH_ID = "RAB-TELAAH"

Faktor = tuple[tuple[Decimal, str], ...]


@dataclass(frozen=True, slots=True)
class Kelas:
    """The verdict on a line.

    `ketentuan` is the rule that it breaks (`RAB-1-OPERASIONAL` … `RAB-4-ASET`), `RAB-TELAAH`, or None when it
    is allowed. `alasan` says why, `kata` which words decided; for a RAB-TELAAH `mungkin` are the exclusions
    that it may fall under and `memutus` what would settle it. `yakin` is 0 … 1.
    """

    ketentuan: str | None
    alasan: str
    yakin: float
    mungkin: tuple[str, ...] = ()
    memutus: str = ""
    kata: tuple[str, ...] = ()
    aturan: str = ""
    mandiri: bool = False
    """The headings would add nothing."""


UMUM = Kelas(None, "tidak ada kata yang mengarah pada biaya yang dikecualikan", 0.5)


def kelas(baris: BarisRab) -> Kelas:
    """The verdict on a leaf line of a RAB, with the headings that it stands under."""
    texts = [text for text in (baris.uraian, baris.spesifikasi, baris.keterangan) if text]
    faktor = baris.faktor or _single(baris.volume, baris.satuan)
    judul = tuple(text for text in baris.kelompok if text)
    return kelas_teks("\n".join(texts), baris.kode or "", faktor, baris.harga, judul)


def _single(volume: Decimal | None, satuan: str | None) -> Faktor:
    return ((volume if volume is not None else Decimal(1), satuan or ""),)


@lru_cache(maxsize=4096)
def kelas_teks(
    text: str, kode: str = "", faktor: Faktor = (), harga: Decimal | None = None, judul: Sequence[str] = ()
) -> Kelas:
    """The verdict on a text with its kode rekening, volume factors, unit price (rupiah) and headings."""
    cari = pencari()
    makna = cari.cari(text)
    for name in (*_kode(cari, kode), *_satuan(cari, faktor)):
        makna.tambah(name, 10_000, kode if name.startswith("kode") else "satuan")
    for name, level in cari.kosakata.harga.items():
        if harga is not None and harga >= level.paling_sedikit:
            makna.tambah(name, 10_000, "harga satuan")
    own = _decide(cari, makna)
    if own.yakin >= KUAT or own.mandiri or not judul:
        return own
    return _with_headings(cari, makna, judul, own)


def _with_headings(cari: Pencari, makna: Makna, judul: Sequence[str], own: Kelas) -> Kelas:
    """The verdict with what the headings hand down, the nearest first; the line's own if they add nothing."""
    for text in reversed(judul):
        found = cari.cari(text, judul=True)
        if not found.istilah:
            continue
        for name, places in found.istilah.items():
            if "@" not in name:
                makna.tambah(name, 20_000 + places[0], found.kata[name])
        wider = _decide(cari, makna)
        if wider.yakin >= KUAT:
            return wider
    return own


def _decide(cari: Pencari, makna: Makna) -> Kelas:
    """The first rule whose terms are all there."""
    names = makna.istilah.keys()
    for syarat in cari.syarat:
        aturan = syarat.aturan
        if _fits(syarat, names) and all(_first(a, makna) < _first(b, makna) for a, b in aturan.urut):
            words = [_word(item, makna) for item in aturan.jika]
            return _verdict(aturan, tuple(dict.fromkeys(word for word in words if word)))
    return UMUM


def _fits(syarat: Syarat, names: KeysView[str]) -> bool:
    return all(not item.isdisjoint(names) for item in syarat.jika) and syarat.kecuali.isdisjoint(names)


def _first(item: str, makna: Makna) -> int:
    """Where the first of some terms stands; behind everything when none is there."""
    places: Iterable[int] = (min(makna.istilah[name]) for name in item.split("|") if name in makna)
    return min(places, default=30_000)


def _word(item: str, makna: Makna) -> str:
    return next((makna.kata[name] for name in item.split("|") if name in makna), "")


def _verdict(aturan: Aturan, words: tuple[str, ...]) -> Kelas:
    ketentuan = {BOLEH: None, TELAAH: TELAAH_ID}.get(aturan.hasil, aturan.hasil)
    yakin = min(aturan.yakin, 0.6) if aturan.hasil == TELAAH else aturan.yakin
    return Kelas(
        ketentuan,
        aturan.alasan,
        yakin,
        aturan.mungkin,
        aturan.memutus,
        words,
        aturan.nama,
        aturan.mandiri,
    )


def _kode(cari: Pencari, kode: str) -> list[str]:
    """The families that a kode rekening belongs to; components are compared as numbers."""
    parts = kode_angka(kode)
    return [
        name
        for name, family in cari.kosakata.kode.items()
        if any(parts[: len(head)] == head for head in map(kode_angka, family.awalan))
    ]


def _satuan(cari: Pencari, faktor: Faktor) -> list[str]:
    """The terms that the units give."""
    names = []
    for number, unit in faktor:
        words = " ".join(re.findall(r"[a-z]+", unit.lower()))
        words = " ".join(cari.kosakata.singkatan.get(word, word) for word in words.split())
        for name, satuan in cari.kosakata.satuan.items():
            if words in satuan.kata and number >= satuan.paling_sedikit:
                names.append(name)
    return names
