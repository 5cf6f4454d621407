"""Invented people, places and things, and the noise that headings have."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random

FIRST = [
    *("Siti", "Budi", "Ani", "Joko", "Rina", "Agus", "Dewi", "Eko", "Wati", "Bayu"),
    *("Lina", "Tono", "Maya", "Hadi", "Yuni", "Rudi", "Nina", "Adi", "Sri", "Ujang"),
]
MIDDLE = ["", "", "", " Nur", " Tri", " Dwi", " Putra"]
LAST = ["Contoh", "Rekaan", "Misal", "Umpama", "Andai", "Karangan"]
PLACES = ["Kota Contoh", "Rekaan", "Kab. Misal", "Umpama", "Desa Andai", "Karangan"]
CRAFTS = [
    *("Batik", "Anyaman Bambu", "Tahu", "Gerabah"),
    *("Tenun", "Keripik Singkong", "Kopi", "Meubel Kayu"),
]
STREETS = [
    *("Jl. Melati No. 5", "Kp. Contoh RT 01 RW 02", "Dusun Misal"),
    *("Jl. Anggrek 12, Ds. Andai", "Gg. Mawar II"),
]
BULAN = [
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
]
BULAN_LAIN = [
    *("Jan", "Pebruari", "Mar", "Apr", "Mei", "Jun"),
    *("Jul", "Agust", "Sept", "Okt", "Nopember", "Des"),
]
HARI = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
RINCIAN = {
    "A1": "Pelatihan Pengelolaan Bisnis dan Manajemen Wirausaha",
    "A2": "Pelatihan Teknis Produksi dan/atau Standardisasi Produk",
    "A3": "Pendampingan Pengembangan dan Diversifikasi Produk",
    "A4": "Penerapan Sertifikasi Produk dan Sistem Mutu",
    "B1": "Pelatihan Manajemen Mutu dan Pengelolaan Sentra IKM",
    "B2": "Pelatihan Pengelola dan Operator UPT/Rumah Kemasan",
    "C1": "Pengembangan Promosi Produk IKM",
    "D2": "Pelatihan Prosedur dan Dokumentasi Perdagangan Luar Negeri",
}
ISTILAH = {code: (name,) for code, name in RINCIAN.items()} | {
    "A5": ("Fasilitasi Sertifikat Tingkat Komponen Dalam Negeri (TKDN)",),
    "A6": ("Fasilitasi Sertifikat Halal",),
    "B3": ("Layanan Proses Bisnis Sentra IKM",),
    "B4": ("Pelatihan Komunikasi Publik dalam Mendukung Pariwisata",),
    "C2": ("Penyusunan Informasi Pasar dan Potensi Kemitraan",),
    "C3": ("Pendampingan Produksi dan Akses Bahan Baku untuk Memenuhi Standar Kemitraan",),
    "D1": ("Penyusunan Informasi dan Analisis Pasar IKM Ekspor",),
    "D3": ("Pendampingan Kemitraan yang Berorientasi Ekspor",),
    "D4": ("Promosi Ekspor IKM",),
}
"""What the reader is told of the rincian: code → names."""


def person(rng: Random) -> str:
    return rng.choice(FIRST) + rng.choice(MIDDLE) + " " + rng.choice(LAST)


def scholar(rng: Random) -> str:
    before = rng.choice(["", "", "Dr. ", "Ir. ", "Dra. "])
    return before + person(rng) + rng.choice(["", ", S.E.", ", M.Si", ", S.T., M.T.", ", S.Kom"])


def digits(rng: Random, start: str, length: int) -> str:
    return start + "".join(rng.choice("0123456789") for _ in range(length - len(start)))


def day_in(rng: Random, year: int) -> date:
    return date(year, 1, 1) + timedelta(days=rng.randrange(365))


def long_date(rng: Random, day: date, *, year: bool = True) -> str:
    names = rng.choice([BULAN, BULAN, BULAN_LAIN])
    text = f"{day.day} {names[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def rupiah(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def noisy(rng: Random, heading: str, *, money: bool = False) -> str:
    """A heading with the case, dots, breaks and marks that mean nothing."""
    text = heading
    match rng.randrange(8):
        case 0 | 1:
            text = text.upper()
        case 2:
            text = text.title() if "/" not in text else text
        case 3:
            text = text.lower() if len(text) > 3 else text
    if money and "rp" not in text.lower() and rng.random() < 0.4:
        text += rng.choice([" (Rp)", " (Rp.)", "\n(Rp)"])
    match rng.randrange(14):
        case 0:
            text += " *"
        case 1:
            text += "*)"
        case 2:
            text += " :"
        case 3:
            text = f" {text} "
        case 4:
            text = text.replace(" ", "  ")
        case 5 | 6:
            text = text.replace(" ", "\n", 1)
        case 7:
            text = re.sub(r"\b(No|Tgl|Jml|Ket|Pend|Telp)\b(?!\.)", r"\1.", text)
    return text
