"""The RAB in the form of the RKA/DPA printouts: narrow columns B … S, banner, key : value head, indicator
table, header over two rows, a row of column numbers, the tree of kode rekening, `-` lines whose second line
in the cell is the specification, gaps, the quarterly block and the signature beside it, a stray #REF!."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.samples.anggaran import Anggaran, Belanja, Cabang, pohon
from tests.samples.buku import Isi, Lembar, Rumus, ubah

B, C, D, E, F, G, H, K, N, P, Q, R, S = 2, 3, 4, 5, 6, 7, 8, 11, 14, 16, 17, 18, 19
_LEBAR = {1: 2.9, 2: 17, 3: 1.9, 4: 1.9, 5: 9, 6: 2, 7: 6, 8: 4, 9: 7, 10: 3, 11: 5.7, 12: 4, 13: 4, 14: 17.9}
_LEBAR |= {15: 4, 16: 11, 17: 15, 18: 17, 19: 20, 20: 4, 22: 10}


@dataclass(frozen=True, slots=True)
class Kepala:
    """What stands above the table. `baris` are the key : value lines, `indikator` rows are (indicator,
    measure, target)."""

    pemda: str
    tahun: int
    baris: tuple[tuple[str, str], ...]
    indikator: tuple[tuple[str, str, str], ...]
    tempat: str
    kepala_dinas: str
    nip: str
    dinas: str
    triwulan: tuple[int, ...] = ()
    logo: bytes = b""


@dataclass(slots=True)
class _Tulis:
    """The rows that a subtotal covers are known only after they are written."""

    lembar: Lembar
    baris: int
    jumlah: dict[str, int] = field(default_factory=dict)


def tulis_dpa(lembar: Lembar, kepala: Kepala, anggaran: list[Anggaran]) -> None:
    """One sheet with the budget of one activity, or of several under one another."""
    for kolom, lebar in _LEBAR.items():
        lembar.lebar[kolom] = lebar
    lembar.tegak = True
    awal = _kepala(lembar, kepala, sum(a.total for a in anggaran))
    letak = _Tulis(lembar, _kepala_tabel(lembar, awal))
    totals = []
    for satu in anggaran:
        if len(anggaran) > 1:
            lembar.tulis(letak.baris, B, satu.rincian, "tebal")
            lembar.tulis(letak.baris, C, f"{satu.rincian} {satu.nama}", "tebal")
            totals.append((letak.baris, satu.total))
            letak.baris += 1
        akar = letak.baris
        _cabang(letak, pohon(satu.belanja), 0)
        if len(anggaran) > 1:
            lembar.tulis(totals[-1][0], S, Rumus(f"=S{akar}", satu.total), "uang_tebal")
        else:
            totals.append((akar, satu.total))
        letak.baris += 1
    _kaki(letak, kepala, totals)


def _kepala(lembar: Lembar, kepala: Kepala, total: int) -> int:
    lembar.gabung(2, B, 5, E, None, "judul2")
    lembar.gabung(2, F, 2, R, "RENCANA KERJA DAN ANGGARAN ", "judul2")
    lembar.gabung(3, F, 3, R, "SATUAN KERJA PERANGKAT DAERAH", "judul2")
    lembar.gabung(4, F, 4, R, f"PEMERINTAH {kepala.pemda.upper()}", "judul2")
    lembar.gabung(5, F, 5, R, f"TAHUN ANGGARAN {kepala.tahun}", "judul2")
    lembar.gabung(2, S, 5, S, "Formulir\nRKA - SKPD\n2.2.1", "judul2")
    lembar.tulis(2, 21, "rupiah", "miring")
    if kepala.logo:
        lembar.gambar.append((2, B, kepala.logo, 0.26))
    baris = 6
    for kunci, nilai in kepala.baris:
        lembar.tulis(baris, B, f" {kunci}")
        lembar.tulis(baris, F, ":")
        lembar.tulis(baris, G, nilai)
        baris += 1
    for kunci, isi in (("Jumlah Tahun n-1", 0), ("Jumlah Tahun n ", total), ("Jumlah Tahun n + 1 ", 0)):
        lembar.tulis(baris, B, kunci)
        lembar.tulis(baris, F, ":")
        lembar.tulis(baris, G, _rupiah(isi))
        baris += 1
    lembar.gabung(baris, B, baris, S, "Indikator & Tolok Ukur Kinerja Belanja Langsung", "kepala_polos")
    baris += 1
    lembar.gabung(baris, B, baris, E, "Indikator ", "kepala_polos")
    lembar.gabung(baris, F, baris, Q, "Tolok Ukur Kegiatan", "kepala_polos")
    lembar.gabung(baris, R, baris, S, "Target Kinerja", "kepala_polos")
    for indikator, ukuran, target in kepala.indikator:
        baris += 1
        lembar.gabung(baris, B, baris, E, f" {indikator}" if indikator else None, "k_teks")
        lembar.gabung(baris, F, baris, Q, ukuran, "k_teks")
        lembar.gabung(baris, R, baris, S, target, "k_teks")
    return baris + 1


def _rupiah(isi: int) -> str:
    return f"Rp{isi:,.2f}".translate(str.maketrans(",.", ".,"))


def _kepala_tabel(lembar: Lembar, baris: int) -> int:
    lembar.gabung(baris, B, baris, S, "Rincian Anggaran Belanja Langsung", "judul2")
    baris += 1
    teks = "Menurut Program dan Per Kegiatan Satuan Kerja Perangkat Daerah"
    lembar.gabung(baris, B, baris, S, teks, "judul2")
    baris += 1
    gaya = "kepala_polos"
    lembar.tulis(baris, B, "Kode", gaya)
    lembar.tulis(baris + 1, B, "Rekening", gaya)
    lembar.gabung(baris, C, baris + 1, 15, "Uraian", gaya)
    lembar.gabung(baris, P, baris, R, "Rincian Perhitungan", gaya)
    lembar.deret(baris + 1, P, ["Volume", "Satuan", "Harga Satuan"], gaya)
    lembar.gabung(baris, S, baris + 1, S, "Jumlah", gaya)
    baris += 2
    lembar.tulis(baris, B, 1, gaya)
    lembar.gabung(baris, C, baris, 15, 2, gaya)
    lembar.deret(baris, P, [3, 4, 5, "6 = ( 3 x 5 )"], gaya)
    return baris + 1


def _cabang(letak: _Tulis, cabang: Cabang, dalam: int) -> int:
    """Writes a heading and all below it; returns the heading's row."""
    lembar, ini = letak.lembar, letak.baris
    kode: Isi = int(cabang.kode) if "." not in cabang.kode else (" " if dalam in (2, 3) else "") + cabang.kode
    lembar.tulis(ini, B, f"{kode}." if dalam == 2 else kode, "tebal")
    lembar.tulis(ini, C, cabang.nama if dalam != 2 else f" {cabang.nama}", "tebal")
    letak.baris += 2 if dalam in (1, 2, 3) and cabang.cabang else 1
    anak = []
    for daun in cabang.daun:
        anak.append(letak.baris)
        _daun(letak, daun)
    for bawah in cabang.cabang:
        anak.append(_cabang(letak, bawah, dalam + 1))
    if cabang.daun:
        letak.baris += 1
    lembar.tulis(
        ini, S, Rumus(_jumlah(anak, bool(cabang.daun)), sum(b.total for b in cabang.semua)), "uang_tebal"
    )
    return ini


def _jumlah(anak: list[int], daun: bool) -> str:
    if daun and len(anak) > 1:
        return f"=SUM(S{anak[0]}:S{anak[-1]})"
    return "=" + "+".join(f"S{baris}" for baris in anak)


def _daun(letak: _Tulis, belanja: Belanja) -> None:
    lembar, baris = letak.lembar, letak.baris
    lembar.tulis(baris, D, "-")
    spesifikasi = f"\nSpesifikasi : {belanja.spesifikasi}" if belanja.spesifikasi else ""
    teks = ubah(belanja.uraian, lambda uraian: uraian + spesifikasi)
    lembar.gabung(baris, E, baris, 15, teks, "lipat")
    lembar.tulis(baris, P, belanja.banyak if belanja.volume is None else belanja.volume, "uang")
    lembar.tulis(baris, Q, belanja.satuan, "tengah")
    lembar.tulis(baris, R, belanja.harga, "uang2")
    rumus = Rumus(f"=P{baris}*R{baris}", belanja.banyak * belanja.harga)
    lembar.tulis(baris, S, rumus if belanja.jumlah is None else belanja.jumlah, "uang2")
    lembar.tinggi[baris] = 31
    letak.baris += 1


def _kaki(letak: _Tulis, kepala: Kepala, totals: list[tuple[int, int]]) -> None:
    lembar, baris = letak.lembar, letak.baris + 1
    jumlah = sum(total for _, total in totals)
    lembar.gabung(baris, B, baris, R, "Jumlah", "kepala_polos")
    rumus = "=" + "+".join(f"S{satu}" for satu, _ in totals)
    lembar.tulis(baris, S, Rumus(rumus, jumlah), "k_uang_tebal")
    lembar.tulis(baris + 1, B, "Rencana Penarikan Dana per Triwulan")
    kanan = [f"{kepala.tempat}, ", "Mengesahkan,", f"Kepala {kepala.dinas}", f" {kepala.pemda}"]
    for geser, teks in enumerate(kanan):
        lembar.gabung(baris + 2 + geser, P, baris + 2 + geser, S, teks, "tengah")
    for geser, nama in enumerate(("I", "II", "III", "IV")):
        lembar.tulis(baris + 3 + geser, C, f"Triwulan {nama}")
        lembar.tulis(baris + 3 + geser, K, "Rp.")
        if kepala.triwulan:
            lembar.tulis(baris + 3 + geser, N, kepala.triwulan[geser], "uang2")
    lembar.tulis(baris + 7, C, "Jumlah")
    rumus_tw = Rumus(f"=SUM(N{baris + 3}:N{baris + 6})", sum(kepala.triwulan))
    lembar.tulis(baris + 7, N, rumus_tw, "uang2")
    lembar.gabung(baris + 9, P, baris + 9, S, kepala.kepala_dinas, "nama_ttd")
    lembar.gabung(baris + 10, P, baris + 10, S, "Pembina Utama Muda", "tengah")
    lembar.gabung(baris + 11, P, baris + 11, S, f"NIP. {kepala.nip}", "tengah")
    lembar.tulis(baris - 8, 22, Rumus("=S20-#REF!", "#REF!"), "uang")
