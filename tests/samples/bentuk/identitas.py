"""Sheets that are no table: the daerah's own data as key : value lines, and the chapters of the report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tests.samples.bentuk.tabel import judul
from tests.samples.buku import Isi, Lembar, polos


def tulis_identitas(lembar: Lembar, judulnya: Sequence[str], isi: Sequence[tuple[str, Isi] | str]) -> None:
    """Key, colon, value, each in a cell; a text alone is a heading between them."""
    judul(lembar, 1, 4, judulnya)
    baris = len(judulnya) + 2
    nomor = 0
    for satu in isi:
        if isinstance(satu, str):
            lembar.tulis(baris + 1, 1, satu, "tebal")
            baris += 2
            continue
        nomor += 1
        lembar.tulis(baris, 1, nomor, "tengah")
        lembar.tulis(baris, 2, satu[0])
        lembar.tulis(baris, 3, ":")
        nilai = polos(satu[1])
        gaya = (
            "tanggal"
            if isinstance(nilai, date)
            else "rp"
            if isinstance(nilai, int) and nilai > 9999
            else "polos"
        )
        lembar.tulis(baris, 4, satu[1], gaya)
        baris += 1
    lembar.lebar.update({1: 5, 2: 44, 3: 2, 4: 62})
    lembar.tegak = True


def tulis_narasi(lembar: Lembar, judulnya: str, bab: Sequence[tuple[str, str]]) -> None:
    """A chapter's name in bold, below it its paragraphs in one wrapped cell."""
    lembar.tulis(1, 1, judulnya, "judul")
    baris = 3
    for nama, teks in bab:
        lembar.tulis(baris, 1, nama, "tebal")
        lembar.tulis(baris + 1, 1, teks, "lipat")
        lembar.tinggi[baris + 1] = 15.5 * (1 + sum(1 + len(p) // 105 for p in teks.split("\n")))
        baris += 3
    lembar.lebar[1] = 110
    lembar.tegak = True
