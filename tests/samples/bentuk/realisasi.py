"""Realisation in simple forms: kode rekening by month, or a list of payments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.samples.anggaran import REKENING, Anggaran
from tests.samples.bentuk.tabel import Kolom, judul, tabel
from tests.samples.buku import Isi, Lembar, Rumus, angka

BULAN_PENDEK = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des")


def tulis_bulanan(
    lembar: Lembar, judulnya: Sequence[str], anggaran: Sequence[Anggaran], sampai: int = 12
) -> dict[tuple[str, str], int]:
    """No | Kode Rekening | Uraian | Pagu | Jan … | Realisasi | Sisa | %, a group row with sums per activity.

    Returns the row of each (activity, kode), for faults to be planted there.
    """
    akhir = 4 + sampai
    baris = judul(lembar, 1, akhir + 3, judulnya) + 1
    for kolom, teks in enumerate(("No", "Kode Rekening", "Uraian", "Pagu (Rp)"), 1):
        lembar.gabung(baris, kolom, baris + 1, kolom, teks, "kepala")
    lembar.gabung(baris, 5, baris, akhir, "Realisasi per Bulan (Rp)", "kepala")
    lembar.deret(baris + 1, 5, BULAN_PENDEK[:sampai], "kepala")
    for kolom, teks in enumerate(("Jumlah Realisasi", "Sisa Anggaran", "%"), akhir + 1):
        lembar.gabung(baris, kolom, baris + 1, kolom, teks, "kepala")
    letak: dict[tuple[str, str], int] = {}
    kelompok: list[tuple[int, list[int]]] = []
    baris += 2
    for nomor, satu in enumerate(anggaran, 1):
        kepala = baris
        lembar.deret(kepala, 1, [nomor, None, f"{satu.rincian} {satu.nama}"], "kelompok")
        for kode in sorted({b.kode for b in satu.belanja}):
            baris += 1
            letak[satu.nama, kode] = baris
            _rekening(lembar, baris, kode, satu, sampai)
        jumlah = [satu.total, *(sum(b.nyata(m) for b in satu.belanja) for m in range(1, sampai + 1))]
        kelompok.append((kepala, jumlah))
        _jumlah(lembar, kepala, jumlah, f"=SUM({{0}}{kepala + 1}:{{0}}{baris})", sampai, "kelompok_uang")
        baris += 1
    lembar.gabung(baris, 1, baris, 3, "JUMLAH", "kepala")
    semua = [sum(j[i] for _, j in kelompok) for i in range(sampai + 1)]
    _jumlah(lembar, baris, semua, "=" + "+".join(f"{{0}}{k}" for k, _ in kelompok), sampai, "k_uang_tebal")
    for kolom, lebar in {1: 5, 2: 20, 3: 52, 4: 16, akhir + 1: 16, akhir + 2: 16, akhir + 3: 8}.items():
        lembar.lebar[kolom] = lebar
    lembar.lebar |= dict.fromkeys(range(5, akhir + 1), 13)
    return letak


def _rekening(lembar: Lembar, baris: int, kode: str, anggaran: Anggaran, sampai: int) -> None:
    isi = [b for b in anggaran.belanja if b.kode == kode]
    pagu = sum(b.total for b in isi)
    bulan = [sum(b.nyata(m) for b in isi) for m in range(1, sampai + 1)]
    lembar.deret(baris, 1, [None, kode, REKENING[kode]], "k_teks")
    lembar.tulis(baris, 4, pagu, "k_uang")
    lembar.deret(baris, 5, [nilai or None for nilai in bulan], "k_uang")
    _ujung(lembar, baris, pagu, sum(bulan), sampai, "k_uang")


def _jumlah(lembar: Lembar, baris: int, nilai: list[int], rumus: str, sampai: int, gaya: str) -> None:
    """A row of sums; `rumus` has the column's letter as `{0}`."""
    for geser, satu in enumerate(nilai):
        lembar.tulis(baris, 4 + geser, Rumus(rumus.format(chr(68 + geser)), satu), gaya)
    _ujung(lembar, baris, nilai[0], sum(nilai[1:]), sampai, gaya)


def _ujung(lembar: Lembar, baris: int, pagu: int, nyata: int, sampai: int, gaya: str) -> None:
    terakhir, jumlah = chr(68 + sampai), chr(69 + sampai)
    lembar.tulis(baris, 5 + sampai, Rumus(f"=SUM(E{baris}:{terakhir}{baris})", nyata), gaya)
    lembar.tulis(baris, 6 + sampai, Rumus(f"=D{baris}-{jumlah}{baris}", pagu - nyata), gaya)
    persen: Isi = Rumus(f"={jumlah}{baris}/D{baris}", nyata / pagu) if pagu else None
    lembar.tulis(baris, 7 + sampai, persen, "k_persen")


@dataclass(frozen=True, slots=True)
class Bayar:
    """A payment."""

    tanggal: Isi
    bukti: str
    uraian: str
    nilai: Isi
    rincian: str = ""


def tulis_pembayaran(lembar: Lembar, judulnya: Sequence[str], bayar: Sequence[Bayar], rincian: bool) -> None:
    """No | Tgl SP2D | No. Bukti | Uraian Pembayaran | Nilai SP2D, and a total; `rincian` adds that column."""
    kolom = [
        Kolom("No", lambda b: bayar.index(b) + 1, "k_tengah", 5),
        Kolom("Tgl SP2D", lambda b: b.tanggal, "k_tanggal", 13),
        Kolom("No. Bukti", lambda b: b.bukti, "k_teks", 22),
        *([Kolom("Rincian", lambda b: b.rincian, "k_tengah", 9)] if rincian else []),
        Kolom("Uraian Pembayaran", lambda b: b.uraian, "k_teks", 56),
        Kolom("Nilai SP2D (Rp)", lambda b: b.nilai, "k_uang", 18),
    ]
    letak = tabel(lembar, judul(lembar, 1, len(kolom), judulnya) + 1, kolom, bayar, nomor_kolom=False)
    akhir, huruf = letak.akhir + 1, chr(64 + len(kolom))
    lembar.gabung(akhir, 1, akhir, len(kolom) - 1, "JUMLAH", "kepala")
    total = int(sum(angka(b.nilai) for b in bayar))
    lembar.tulis(
        akhir, len(kolom), Rumus(f"=SUM({huruf}{letak.awal}:{huruf}{letak.akhir})", total), "k_uang_tebal"
    )
