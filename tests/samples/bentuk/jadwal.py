"""Schedules: sessions of 45-minute lessons over the days of a training, with breaks and an opening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dak_excel.indonesian import weekday_and_date
from tests.samples.bentuk.tabel import (
    Kelompok,
    Kolom,
    judul,
    keterangan,
    keterangan_sebaris,
    tabel,
    tanda_tangan,
)
from tests.samples.buku import Isi, Lembar


@dataclass(frozen=True, slots=True)
class Sesi:
    """A row of a schedule; breaks and the opening have no lessons."""

    hari: date
    pukul: Isi
    materi: str
    pengajar: str = ""
    jpl: int = 0
    metode: str = ""


SLOT = {
    10: (
        ("08.00 - 09.30", 2),
        ("09.45 - 11.15", 2),
        ("11.15 - 12.00", 1),
        ("13.00 - 15.15", 3),
        ("15.30 - 17.00", 2),
    ),
    9: (
        ("08.00 - 09.30", 2),
        ("09.45 - 11.15", 2),
        ("11.15 - 12.00", 1),
        ("13.00 - 14.30", 2),
        ("15.00 - 16.30", 2),
    ),
    8: (("08.00 - 09.30", 2), ("10.00 - 11.30", 2), ("13.00 - 14.30", 2), ("15.00 - 16.30", 2)),
}
"""Lessons of a day: hours and number of JPL."""


def hari_kerja(mulai: date, banyak: int) -> list[date]:
    """So many days from the first one, Sundays left out."""
    hari: list[date] = []
    while len(hari) < banyak:
        if mulai.weekday() != 6:
            hari.append(mulai)
        mulai += timedelta(days=1)
    return hari


def sesi(
    hari: Sequence[date], per_hari: int, metode: str, materi: Sequence[str], pengajar: Sequence[str]
) -> list[Sesi]:
    """All rows of a training; `metode` has a letter (T, D, P) for each slot of the day."""
    hasil: list[Sesi] = []
    giliran = 0
    for ke, satu in enumerate(hari):
        if not ke:
            hasil.append(Sesi(satu, "07.30 - 08.00", "Registrasi dan pembukaan", "Dinas"))
        for (pukul, jpl), cara in zip(SLOT[per_hari], metode, strict=True):
            if pukul.startswith("13"):
                hasil.append(Sesi(satu, "12.00 - 13.00", "Ishoma"))
            nomor = giliran * len(materi) // (len(hari) * len(metode))
            nama = f"{_AWALAN[cara]}{materi[nomor]}"
            hasil.append(Sesi(satu, pukul, nama, pengajar[nomor % len(pengajar)], jpl, cara))
            giliran += 1
    return hasil


_AWALAN = {"T": "", "D": "Diskusi kelompok: ", "P": "Praktik: "}
_METODE = {"T": "Teori", "D": "Diskusi", "P": "Praktik", "": None}


def tulis_bersambung(
    lembar: Lembar,
    judulnya: list[str],
    info: Sequence[tuple[str, Isi]],
    sesi_: list[Sesi],
    ttd: tuple[list[str], str, str],
) -> None:
    """One table; the day in a merged cell over its sessions, the method in a column."""
    baris = judul(lembar, 1, 7, judulnya) + 1
    baris = keterangan(lembar, baris, info) + 1
    kolom = [
        Kolom("No", lambda s: None, "k_tengah", 5),
        Kolom("Hari/Tanggal", lambda s: None, "k_tengah", 22),
        Kolom("Pukul (WIB)", lambda s: s.pukul, "k_tengah", 15),
        Kolom("Materi", lambda s: s.materi, "k_teks", 52),
        Kolom("Narasumber", lambda s: s.pengajar or None, "k_teks", 26),
        Kolom("JPL", lambda s: s.jpl or None, "k_angka", 7),
        Kolom("Metode", lambda s: _METODE[s.metode], "k_tengah", 12),
    ]
    letak = tabel(lembar, baris, kolom, sesi_, nomor_kolom=False, kepala="kepala_hijau")
    awal = letak.awal
    for nomor, hari in enumerate(sorted({s.hari for s in sesi_}), 1):
        banyak = sum(s.hari == hari for s in sesi_)
        lembar.gabung(awal, 1, awal + banyak - 1, 1, nomor, "k_tengah")
        lembar.gabung(awal, 2, awal + banyak - 1, 2, weekday_and_date(hari), "k_tengah")
        awal += banyak
    lembar.gabung(awal, 1, awal, 5, "Jumlah JPL", "kepala_hijau")
    lembar.tulis(awal, 6, sum(s.jpl for s in sesi_), "kepala_hijau")
    lembar.tulis(awal, 7, None, "kepala_hijau")
    tanda_tangan(lembar, awal + 2, 5, *ttd)


def tulis_per_metode(
    lembar: Lembar, judulnya: list[str], info: list[tuple[str, str]], sesi_: list[Sesi]
) -> None:
    """A group row per day, and a column of lessons for each method under the heading `JPL`."""
    baris = judul(lembar, 1, 9, judulnya) + 1
    baris = keterangan_sebaris(lembar, baris, info) + 1
    kolom = [
        Kolom("No.", lambda s: s[0], "k_tengah", 5),
        Kolom("Tanggal", lambda s: s[1].hari, "k_tanggal", 13),
        Kolom("Waktu", lambda s: s[1].pukul, "k_tengah", 15),
        Kolom("Materi / Acara", lambda s: s[1].materi, "k_teks", 52),
        *(_kolom_metode(cara) for cara in "TDP"),
        Kolom("Jumlah", lambda s: s[1].jpl or None, "k_angka", 9, "JPL"),
        Kolom("Pengajar", lambda s: s[1].pengajar or None, "k_teks", 28),
    ]
    data: list[tuple[int, Sesi] | Kelompok] = []
    for ke, hari in enumerate(sorted({s.hari for s in sesi_}), 1):
        data.append(Kelompok(f"Hari ke-{ke}, {weekday_and_date(hari)}"))
        data += enumerate((s for s in sesi_ if s.hari == hari), 1)
    akhir = tabel(lembar, baris, kolom, data).akhir + 1
    lembar.gabung(akhir, 1, akhir, 4, "JUMLAH", "kepala")
    jumlah = [sum(s.jpl for s in sesi_ if s.metode == cara) for cara in "TDP"]
    lembar.deret(akhir, 5, [*jumlah, sum(s.jpl for s in sesi_), None], "kepala")


def _kolom_metode(cara: str) -> Kolom:
    def isi(baris: tuple[int, Sesi]) -> Isi:
        satu = baris[1]
        return satu.jpl if satu.jpl and satu.metode == cara else None

    return Kolom(_METODE[cara] or "", isi, "k_angka", 9, "JPL")
