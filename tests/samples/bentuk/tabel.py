"""Tables as staff draw them: title lines, headers over one or two rows, group rows, a signature block."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.samples.buku import Isi, Lembar, Sel


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: heading, how to get the cell from a row's object, style, width; `atas` joins neighbours
    under one heading of the row above."""

    judul: str
    isi: Callable[[Any], Isi]
    gaya: str = "k_teks"
    lebar: float = 14
    atas: str = ""


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A row that names the group of the rows below it; `isi` goes into the columns named by heading."""

    teks: str
    isi: tuple[tuple[str, Isi], ...] = ()


@dataclass(frozen=True, slots=True)
class Letak:
    """Where a table came to stand: rows from 1."""

    kepala: int
    awal: int
    akhir: int
    kolom: int


def judul(lembar: Lembar, baris: int, lebar: int, teks: Sequence[str], kolom: int = 1) -> int:
    """Centred title lines over the width of the table; returns the next free row."""
    for geser, isi in enumerate(teks):
        lembar.gabung(
            baris + geser, kolom, baris + geser, kolom + lebar - 1, isi, "judul" if not geser else "judul2"
        )
    return baris + len(teks)


def keterangan(lembar: Lembar, baris: int, isi: Sequence[tuple[str, Isi]], kolom: int = 1) -> int:
    """Lines `Kegiatan` `:` `…`, the colon in a cell of its own; returns the next free row."""
    for geser, (kunci, nilai) in enumerate(isi):
        lembar.tulis(baris + geser, kolom, kunci, "tebal")
        lembar.tulis(baris + geser, kolom + 2, ":")
        lembar.tulis(baris + geser, kolom + 3, nilai)
    return baris + len(isi)


def keterangan_sebaris(lembar: Lembar, baris: int, isi: Sequence[tuple[str, str]], kolom: int = 1) -> int:
    """The same lines with key, colon and value in one cell."""
    for geser, (kunci, nilai) in enumerate(isi):
        lembar.tulis(baris + geser, kolom, f"{kunci} : {nilai}", "tebal")
    return baris + len(isi)


def tabel(
    lembar: Lembar,
    baris: int,
    kolom: Sequence[Kolom],
    data: Sequence[Any],
    mulai: int = 1,
    *,
    nomor_kolom: bool = True,
    kepala: str = "kepala",
    gaya_kelompok: str = "kelompok",
) -> Letak:
    """Writes headers and rows; `data` holds row objects and `Kelompok` rows."""
    awal = _kepala(lembar, baris, kolom, mulai, kepala)
    if nomor_kolom:
        for geser in range(len(kolom)):
            lembar.tulis(awal, mulai + geser, geser + 1, "nomor_kolom")
        awal += 1
    for geser, satu in enumerate(kolom):
        lembar.lebar[mulai + geser] = satu.lebar
    for geser_baris, objek in enumerate(data):
        ini = awal + geser_baris
        if isinstance(objek, Kelompok):
            _kelompok(lembar, ini, kolom, mulai, objek, gaya_kelompok)
            continue
        for geser, satu in enumerate(kolom):
            lembar.tulis(ini, mulai + geser, satu.isi(objek), satu.gaya)
        _tinggi(lembar, ini, mulai, [k.lebar for k in kolom])
    return Letak(baris, awal, awal + len(data) - 1, mulai)


def _tinggi(lembar: Lembar, baris: int, mulai: int, lebar: Sequence[float]) -> None:
    """Makes a row as high as its longest wrapped text needs."""
    banyak = 1
    for geser, satu in enumerate(lebar):
        isi = lembar.sel[baris, mulai + geser].isi
        if isinstance(isi, str):
            banyak = max(banyak, sum(1 + int(len(bagian) * 1.1 // satu) for bagian in isi.split("\n")))
    if banyak > 1:
        lembar.tinggi[baris] = 15.0 * banyak


def _kepala(lembar: Lembar, baris: int, kolom: Sequence[Kolom], mulai: int, gaya: str) -> int:
    """The header, merged both ways when a column has a heading above it; returns the row below."""
    if not any(satu.atas for satu in kolom):
        lembar.deret(baris, mulai, [satu.judul for satu in kolom], gaya)
        _tinggi(lembar, baris, mulai, [satu.lebar for satu in kolom])
        return baris + 1
    lembar.tinggi[baris + 1] = 30
    geser = 0
    while geser < len(kolom):
        satu = kolom[geser]
        if not satu.atas:
            lembar.gabung(baris, mulai + geser, baris + 1, mulai + geser, satu.judul, gaya)
            geser += 1
            continue
        akhir = geser
        while akhir + 1 < len(kolom) and kolom[akhir + 1].atas == satu.atas:
            akhir += 1
        lembar.gabung(baris, mulai + geser, baris, mulai + akhir, satu.atas, gaya)
        lembar.deret(baris + 1, mulai + geser, [k.judul for k in kolom[geser : akhir + 1]], gaya)
        geser = akhir + 1
    return baris + 2


def _kelompok(
    lembar: Lembar, baris: int, kolom: Sequence[Kolom], mulai: int, kelompok: Kelompok, gaya: str
) -> None:
    if not kelompok.isi:
        lembar.gabung(baris, mulai, baris, mulai + len(kolom) - 1, kelompok.teks, gaya)
        return
    isi = dict(kelompok.isi)
    for geser, satu in enumerate(kolom):
        lembar.tulis(baris, mulai + geser, isi.get(satu.judul), gaya)
    lembar.tulis(baris, mulai, None, gaya)
    lembar.tulis(baris, mulai + 1, kelompok.teks, gaya)


def tanda_tangan(lembar: Lembar, baris: int, kolom: int, teks: Sequence[str], nama: str, nip: str) -> int:
    """Place and date, office, room for the signature, name and NIP; returns the next free row."""
    for isi in teks:
        lembar.tulis(baris, kolom, isi, "tengah")
        baris += 1
    baris += 3
    lembar.tulis(baris, kolom, nama, "nama_ttd")
    lembar.tulis(baris + 1, kolom, f"NIP. {nip}", "tengah")
    return baris + 2


def baris_kosong(lembar: Lembar, sampai: int, mulai: int, lebar: int, gaya: str = "k_teks") -> None:
    """Formatted rows without content, as a copied template leaves them."""
    awal = lembar.akhir + 3
    for baris in range(awal, sampai + 1):
        for kolom in range(mulai, mulai + lebar):
            lembar.sel[baris, kolom] = Sel(None, gaya)
