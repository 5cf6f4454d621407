"""Says of a budget line whether the juknis (end of Lampiran II) allows or forbids it, or a person must judge.

The rules and words stand in `kosakata_rab.yaml`. A line is read by its own text, specification, kode
rekening, unit and price, and once more with each heading above it; `evidence` adds the readings up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from dak_excel import memos
from dak_excel.rab.accounts import account_numbers
from dak_excel.rab.evidence import Clue, add_up
from dak_excel.rab.lines import code_numbers
from dak_excel.rab.terms import Meaning, TermFinder, make_search
from dak_excel.rab.verdict import TELAAH_ID, UMUM, LineVerdict
from dak_excel.rab.vocabulary import BOLEH, TELAAH, Rule
from dak_excel.sheets.records import BarisRab

KUAT = 0.7
"""Certainty from which a reading tells something."""
LEMAH = 0.3
"""Weight of a line whose own words settle nothing."""

Faktor = tuple[tuple[Decimal, str], ...]


def classify_line(baris: BarisRab) -> LineVerdict:
    """The verdict on a leaf line of a RAB, with the headings that it stands under."""
    told = "\n".join(text for text in (baris.spesifikasi, baris.keterangan) if text)
    faktor = baris.faktor or _single(baris.volume, baris.satuan)
    judul = tuple(text for text in baris.kelompok if text)
    return classify_text(baris.uraian or "", baris.kode or "", faktor, baris.harga, judul, told)


def _single(volume: Decimal | None, satuan: str | None) -> Faktor:
    return ((volume if volume is not None else Decimal(1), satuan or ""),)


@memos.of_texts(4096)
def classify_text(
    text: str,
    kode: str = "",
    faktor: Faktor = (),
    harga: Decimal | None = None,
    judul: Sequence[str] = (),
    spesifikasi: str = "",
) -> LineVerdict:
    """The verdict on a text with its kode rekening, volume factors, unit price (rupiah), headings and
    specification."""
    cari = make_search()
    makna = _own_words(cari, text, spesifikasi)
    for name in (*_code_families(cari, kode), *_unit_terms(cari, faktor)):
        makna.add(name, 10_000, kode if name.startswith("kode") else "satuan")
    for name, level in cari.kosakata.harga.items():
        if harga is not None and level.fits(harga):
            makna.add(name, 10_000, "harga satuan")
    for name, words in cari.forms(f"{text}\n{spesifikasi}"):
        makna.add(name, 10_000, words)
    for derived, syarat in cari.turunan:
        if syarat.fits(makna.istilah.keys()):
            makna.add(derived.istilah, 10_000, _word(derived.jika[0], makna))
    own = _decide(cari, makna)
    line = Clue("uraian", own, _weight(cari, makna, own))
    return add_up([line, *_with_headings(cari, makna, judul, own)])


def names_cost(judul: str) -> bool:
    """Whether a heading says what kind of cost stands below it: `B. Sewa Peralatan`."""
    cari = make_search()
    return any(name in cari.kosakata.jenis_biaya for name in cari.find(judul, judul=True).istilah)


def _own_words(cari: TermFinder, text: str, spesifikasi: str) -> Meaning:
    """The terms of a line. A specification says what for, not what: none of its words names the thing
    itself, unless the line has no word of its own."""
    makna = cari.find(text)
    if not spesifikasi:
        return makna
    if _names_nothing(cari, makna, text):
        return cari.find(f"{text}\n{spesifikasi}")
    told = cari.find(spesifikasi)
    for name, places in told.istilah.items():
        if name.partition("@")[2] in ("", "asal", "untuk", "milik"):
            makna.add(name, 5_000 + places[0], told.kata[name])
    return makna


def _names_nothing(cari: TermFinder, makna: Meaning, text: str) -> bool:
    """Whether a text does not name the thing: `Belanja barang`, or a brand and its model (`Epson L3210`)."""
    if not makna.istilah:
        return cari.says_nothing(text)
    return {name.partition("@")[0] for name in makna.istilah} <= set(cari.kosakata.istilah_pengantar)


def _weight(cari: TermFinder, makna: Meaning, own: LineVerdict) -> float:
    """What a line's own words count: most where they name the kind of cost themselves."""
    if own.yakin < KUAT:
        return LEMAH
    bobot = cari.kosakata.bobot
    return max((amount for name, amount in bobot.uraian.items() if name in makna), default=bobot.biasa)


def _with_headings(
    cari: TermFinder, makna: Meaning, judul: Sequence[str], own: LineVerdict
) -> Iterator[Clue]:
    """The line read with its headings, the nearest first; each adds what it hands down.

    A heading that names a kind of cost (`Sewa`, `Honor Panitia`) says what stands below it. One that only
    says what for (`Pelatihan …`) is asked where the line's own words are weak.
    """
    bobot = cari.kosakata.bobot
    foreign = {
        name for own_term, terms in cari.kosakata.judul_bukan.items() if own_term in makna for name in terms
    }
    kinds = 0
    for text in reversed(judul):
        account = text.casefold().startswith(cari.kosakata.awal_akun)
        found = cari.find(text, judul=True)
        names = [name for name in found.istilah if _handed_down(cari, found, name, account=account)]
        names = [name for name in names if name not in foreign]
        kind = [name for name in names if name in cari.kosakata.jenis_biaya]
        if own.yakin >= KUAT or own.mandiri:
            names = kind
        if not names:
            continue
        for name in names:
            place = 20_000 + found.istilah[name][0]
            for mark in ("", "@kepala", "@inti") if name in cari.kosakata.judul_kepala else ("",):
                makna.add(f"{name}{mark}", place, found.kata[name])
        wider = _decide(cari, makna)
        if wider is UMUM or (not kind and wider.yakin < KUAT):
            continue
        plain = bobot.akun if account else bobot.judul if kinds == 0 else bobot.judul_luar
        amount = max([plain, *(bobot.judul_istilah.get(name, 0) for name in kind)])
        kinds += bool(kind) and not account
        yield Clue(f"{'akun' if account else 'judul'} «{text}»", wider, amount if kind else bobot.tujuan)


def _handed_down(cari: TermFinder, found: Meaning, name: str, *, account: bool) -> bool:
    """Whether a heading hands a term down: not a place mark, no word too common, no office in an account."""
    if "@" in name or found.kata[name] in cari.kosakata.judul_hampa:
        return False
    return not (account and name == "kantor")


def _decide(cari: TermFinder, makna: Meaning) -> LineVerdict:
    """The first rule whose terms are all there."""
    names = makna.istilah.keys()
    for aturan, syarat in cari.aturan:
        if syarat.fits(names) and all(_first(a, makna) < _first(b, makna) for a, b in aturan.urut):
            words = [_word(item, makna) for item in aturan.jika]
            return _verdict(aturan, tuple(dict.fromkeys(word for word in words if word)))
    return UMUM


def _first(item: str, makna: Meaning) -> int:
    """Where the first of some terms stands; behind everything when none is there."""
    places: Iterable[int] = (min(makna.istilah[name]) for name in item.split("|") if name in makna)
    return min(places, default=30_000)


def _word(item: str, makna: Meaning) -> str:
    return next((makna.kata[name] for name in item.split("|") if name in makna), "")


def _verdict(aturan: Rule, words: tuple[str, ...]) -> LineVerdict:
    ketentuan = {BOLEH: None, TELAAH: TELAAH_ID}.get(aturan.hasil, aturan.hasil)
    yakin = min(aturan.yakin, 0.6) if aturan.hasil == TELAAH else aturan.yakin
    return LineVerdict(
        ketentuan,
        aturan.alasan,
        yakin,
        aturan.mungkin,
        aturan.memutus,
        words,
        aturan.nama,
        aturan.mandiri,
    )


def _code_families(cari: TermFinder, kode: str) -> list[str]:
    """The families that a kode rekening belongs to; components are compared as numbers."""
    parts = account_numbers(kode, cari.kosakata.kode_lama)
    return [
        name
        for name, family in cari.kosakata.kode.items()
        if any(parts[: len(head)] == head for head in map(code_numbers, family.awalan))
    ]


def _unit_terms(cari: TermFinder, faktor: Faktor) -> list[str]:
    """The terms that the units give."""
    names = []
    for number, unit in faktor:
        words = " ".join(re.findall(r"[a-z]+", unit.lower()))
        words = " ".join(cari.kosakata.singkatan.get(word, word) for word in words.split())
        for name, satuan in cari.kosakata.satuan.items():
            if words in satuan.kata and number >= satuan.paling_sedikit:
                names.append(name)
    return names
