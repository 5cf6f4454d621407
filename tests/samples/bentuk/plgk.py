"""Realisation per kode rekening and month in the form of the PLGK sheet: four header rows, columns B … DL,
for each month what was planned and what was paid, in the month and up to it; stored values, no formulas."""

from __future__ import annotations

from dak_excel.indonesian import BULAN
from tests.samples.anggaran import Anggaran, Belanja, Cabang, pohon
from tests.samples.buku import Isi, Lembar, polos

_EJAAN = {2: "Pebruari", 11: "Nopember"}
B, C, D, E, G, J, K = 2, 3, 4, 5, 7, 10, 11
SISA = 115  # DK


def _awal(bulan: int) -> int:
    """First column of a month: January takes 5 columns, the others 9."""
    return K if bulan == 1 else 16 + (bulan - 2) * 9


def tulis_plgk(lembar: Lembar, anggaran: Anggaran, nilai_bulan_salah: Isi = None) -> None:
    """The sheet of one activity."""
    lembar.tulis(1, B, "RENCANA FISIK DAN KEUANGAN", "tebal")
    lembar.tulis(2, B, f"{anggaran.rincian} {anggaran.nama}", "tebal")
    lembar.tulis(3, 35, 0, "uang")
    _kepala(lembar)
    baris = _cabang(lembar, 10, pohon(anggaran.belanja), 0)
    lembar.gabung(baris + 1, B, baris + 1, 9, "Jumlah", "kepala_polos")
    _angka(lembar, baris + 1, anggaran.belanja, "k_uang_tebal")
    lembar.lebar.update({1: 2.5, B: 17, C: 2, D: 2, E: 42, 6: 2, G: 8, 8: 12, 9: 14, J: 17})
    lembar.lebar.update(dict.fromkeys(range(K, SISA + 2), 13))
    lembar.tulis(baris + 4, 34, polos(nilai_bulan_salah), "polos")
    lembar.beku = (9, 10)


def _kepala(lembar: Lembar) -> None:
    gaya = "kepala_polos"
    lembar.gabung(5, B, 8, B, "Kode Rekening", gaya)
    lembar.gabung(5, C, 8, 6, "Uraian", gaya)
    lembar.gabung(5, G, 6, J, "Rincian Perhitungan", gaya)
    for kolom, teks in ((G, "Volume"), (9, "Harga Satuan"), (J, "Jumlah")):
        lembar.gabung(7, kolom, 8, kolom, teks, gaya)
    lembar.tulis(7, 8, None, gaya)
    lembar.tulis(8, 8, "Satuan", gaya)
    for bulan in range(1, 13):
        _kepala_bulan(lembar, bulan, _awal(bulan))
    lembar.gabung(5, SISA, 6, SISA + 1, "SISA", gaya)
    for kolom, teks in ((SISA, "Volume"), (SISA + 1, "Jumlah")):
        lembar.gabung(7, kolom, 8, kolom, teks, gaya)
    nomor = 1
    for kolom in range(B, SISA + 2):
        lembar.tulis(9, kolom, None if kolom in (D, E, 6) else nomor, gaya)
        nomor += kolom not in (D, E, 6)


def _kepala_bulan(lembar: Lembar, bulan: int, k: int) -> None:
    gaya = "kepala_polos"
    nama = _EJAAN.get(bulan, BULAN[bulan - 1])
    if bulan == 1:
        lembar.gabung(5, k, 5, k + 4, f"Bulan {nama}", gaya)
        lembar.gabung(6, k, 7, k + 1, "Rencana", gaya)
        lembar.gabung(6, k + 2, 7, k + 4, "Realisasi", gaya)
        lembar.deret(8, k, ["Volume", "Jumlah", "Volume", "Harga Satuan", "Jumlah"], gaya)
        return
    lembar.gabung(5, k, 5, k + 8, f"Bulan {nama}", gaya)
    lembar.gabung(6, k, 6, k + 3, "Rencana", gaya)
    lembar.gabung(6, k + 4, 6, k + 8, "Realisasi", gaya)
    for dari, sampai, teks in (
        (0, 1, "Bulan Ini"),
        (2, 3, "s/d Bulan Ini"),
        (4, 6, "Bulan Ini"),
        (7, 8, "s/d Bulan Ini"),
    ):
        lembar.gabung(7, k + dari, 7, k + sampai, teks, gaya)
    lembar.deret(
        8, k, ["Volume", "Jumlah"] * 2 + ["Volume", "Harga Satuan", "Jumlah", "Volume", "Jumlah"], gaya
    )


def _cabang(lembar: Lembar, baris: int, cabang: Cabang, dalam: int) -> int:
    """Writes a heading and all below it; returns the next free row."""
    kode: Isi = int(cabang.kode) if "." not in cabang.kode else (" " if dalam in (2, 3) else "") + cabang.kode
    lembar.tulis(baris, B, f"{kode}." if dalam == 2 else kode, "tebal")
    lembar.tulis(baris, C, cabang.nama, "tebal")
    _angka(lembar, baris, cabang.semua, "uang_tebal")
    baris += 2 if dalam in (1, 2, 3) and cabang.cabang else 1
    for daun in cabang.daun:
        _daun(lembar, baris, daun)
        baris += 1
    for bawah in cabang.cabang:
        baris = _cabang(lembar, baris, bawah, dalam + 1)
    return baris + 1 if cabang.daun else baris


def _daun(lembar: Lembar, baris: int, b: Belanja) -> None:
    lembar.tulis(baris, D, "-")
    spesifikasi = f"\nSpesifikasi : {b.spesifikasi}" if b.spesifikasi else ""
    lembar.tulis(baris, E, f"{polos(b.uraian)}{spesifikasi}", "lipat")
    lembar.deret(baris, G, [b.banyak, b.satuan, b.harga], "uang")
    _angka(lembar, baris, [b], "uang", rinci=b)
    lembar.tinggi[baris] = 31


def _angka(lembar: Lembar, baris: int, isi: list[Belanja], gaya: str, rinci: Belanja | None = None) -> None:
    """The money of a row: of one line, or of all lines below a heading; empty months stay blank."""
    lembar.tulis(baris, J, sum(b.total for b in isi), gaya)
    vol_rencana = vol_nyata = rencana = nyata = 0
    for bulan in range(1, 13):
        k = _awal(bulan)
        vr = sum((b.rencana or b.bulan).get(bulan, 0) for b in isi)
        vn = sum(b.bulan.get(bulan, 0) for b in isi)
        r = sum((b.rencana or b.bulan).get(bulan, 0) * b.harga for b in isi)
        n = sum(b.nyata(bulan) for b in isi)
        vol_rencana, vol_nyata, rencana, nyata = vol_rencana + vr, vol_nyata + vn, rencana + r, nyata + n
        if bulan == 1:
            continue
        if r:
            lembar.tulis(baris, k + 1, r, gaya)
            if rinci:
                lembar.tulis(baris, k, vr, gaya)
        if rencana:
            lembar.tulis(baris, k + 3, rencana, gaya)
            if rinci:
                lembar.tulis(baris, k + 2, vol_rencana, gaya)
        if n:
            lembar.tulis(baris, k + 6, n, gaya)
            if rinci:
                lembar.deret(baris, k + 4, [vn, rinci.harga_nyata or rinci.harga], gaya)
        if nyata:
            lembar.tulis(baris, k + 8, nyata, gaya)
            if rinci:
                lembar.tulis(baris, k + 7, vol_nyata, gaya)
    lembar.tulis(baris, SISA + 1, sum(b.total for b in isi) - nyata, gaya)
    if rinci:
        lembar.tulis(baris, SISA, rinci.banyak - vol_nyata, gaya)
