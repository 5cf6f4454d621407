"""Invented people: names that look invented, NIK of region 99, NIB and telephone numbers that nobody has."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dak_excel.indonesian import BULAN

_PEREMPUAN = (
    "Wulan", "Sari", "Rina", "Dewi", "Yuni", "Lastri", "Ratna", "Indah", "Endang", "Fitri", "Hesti",
    "Kartika", "Nining", "Retno", "Tuti", "Umi", "Murni", "Ning", "Asih", "Puji", "Titik", "Laras", "Siti",
    "Maya", "Ayu", "Ida", "Nur", "Tri", "Sulis", "Wiwik",
)  # fmt: skip
_LAKI = (
    "Budi", "Joko", "Agus", "Tono", "Eko", "Hadi", "Slamet", "Wahyu", "Bambang", "Galih", "Imam", "Mulyadi",
    "Parman", "Suryo", "Wawan", "Yanto", "Zaenal", "Darto", "Kusno", "Rudi", "Teguh", "Anton", "Bagus",
    "Dimas", "Fajar", "Gunadi", "Heru", "Marno", "Sugeng", "Untung",
)  # fmt: skip
_BELAKANG = {
    "P": ("Contohwati", "Umpamawati", "Rekaani", "Misalningsih", "Andaikawati", "Ilustrasiani"),
    "L": ("Contohadi", "Umpamawan", "Rekanto", "Misalkan", "Andaikata", "Ilustrasiawan"),
}
_PENDIDIKAN = ("SMA", "SMK", "SLTP", "SLTA", "SD", "D.III", "S1", "SMA/SMK", "D-3", "SMP")


@dataclass(frozen=True, slots=True)
class Orang:
    """A person; `nik` 16 and `nib` 13 digits, `nib` empty for who has none yet."""

    nama: str
    kelamin: str
    tempat: str
    lahir: date
    nik: str
    nib: str
    pendidikan: str
    telepon: str

    @property
    def perempuan(self) -> bool:
        """Whether the day in the NIK is raised by 40."""
        return self.kelamin == "P"

    def tanpa_nib(self) -> Orang:
        """The same person before getting a NIB."""
        return replace(self, nib="")

    def usia(self, pada: date) -> int:
        """Whole years on a day."""
        return pada.year - self.lahir.year - ((pada.month, pada.day) < (self.lahir.month, self.lahir.day))

    def lahir_pada(self, lahir: date) -> Orang:
        """The same person, born on another day; the NIK follows."""
        return replace(self, lahir=lahir, nik=nik(self.nik[:6], lahir, self.kelamin, self.nik[12:]))


def nik(wilayah: str, lahir: date, kelamin: str, urut: str) -> str:
    """Region, birth date (women: day + 40) and serial number."""
    hari = lahir.day + (40 if kelamin == "P" else 0)
    return f"{wilayah}{hari:02d}{lahir:%m%y}{urut}"


def penduduk(kabupaten: int, benih: int) -> Iterator[Orang]:
    """People of one kabupaten/kota, always the same ones in the same order; no name comes twice."""
    acak = random.Random(benih)
    nama = [
        (depan, belakang, kelamin)
        for kelamin, depanan in (("P", _PEREMPUAN), ("L", _LAKI))
        for depan in depanan
        for belakang in _BELAKANG[kelamin]
    ]
    acak.shuffle(nama)
    for urut, (depan, belakang, kelamin) in enumerate(nama, 1):
        lahir = date(acak.randint(1976, 2002), acak.randint(1, 12), acak.randint(1, 28))
        wilayah = f"99{kabupaten:02d}{acak.randint(1, 6):02d}"
        yield Orang(
            nama=f"{depan} {belakang}",
            kelamin=kelamin,
            tempat=acak.choice(("Kota Contoh", "Teladan", "Percontohan", "Rintisan", "Misalan")),
            lahir=lahir,
            nik=nik(wilayah, lahir, kelamin, f"{urut:04d}"),
            nib=f"99{kabupaten:02d}{acak.randint(10**5, 10**6 - 1)}{urut:03d}",
            pendidikan=acak.choice(_PENDIDIKAN),
            telepon=f"0800-000-{kabupaten:01d}{urut:03d}",
        )


def tulis_lahir(lahir: date, cara: int) -> str | date:
    """A birth date in one of the five spellings that one list holds side by side."""
    bulan = BULAN[lahir.month - 1]
    match cara % 5:
        case 0:
            return f"{lahir.day} {bulan} {lahir.year}"
        case 1:
            return f"{lahir:%d-%m-%Y}"
        case 2:
            return lahir
        case 3:
            return f"{lahir.day} {bulan[:3]} {lahir:%y}"
        case _:
            return f"{lahir:%d/%m/%Y}"


def tulis_nik(nomor: str, cara: int) -> str:
    """A NIK as text: bare, in groups, or with the apostrophe that keeps Excel from rounding it."""
    match cara % 7:
        case 3:
            return f"{nomor[:6]} {nomor[6:12]} {nomor[12:]}"
        case 5:
            return f"'{nomor}"
        case _:
            return nomor
