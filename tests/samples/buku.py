"""Workbooks in memory: sheets of styled cells, before any file format, with the faults planted in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from dak_excel.sheets.grid import column_letters

Polos = str | int | float | bool | date | datetime | time | None


@dataclass(frozen=True, slots=True)
class Rumus:
    """A formula with the value that Excel would have stored; `nilai` is an error text for `#REF!`."""

    teks: str
    nilai: float | int | str


@dataclass(frozen=True, slots=True)
class Harapan:
    """A finding that a run must give. `sel` empty: the whole sheet; None: no cell is prescribed."""

    ketentuan: str
    tingkat: str
    catatan: str
    berkas: str = ""
    lembar: str = ""
    sel: str | None = None


@dataclass(frozen=True, slots=True)
class Tanam:
    """A value with the faults planted in it: (ketentuan, tingkat, what is wrong) each."""

    nilai: Polos | Rumus
    salah: tuple[tuple[str, str, str], ...]


Isi = Polos | Rumus | Tanam


def tanam(nilai: Polos | Rumus, ketentuan: str, tingkat: str, catatan: str) -> Tanam:
    """A value with one fault."""
    return Tanam(nilai, ((ketentuan, tingkat, catatan),))


def polos(isi: Isi) -> Polos | Rumus:
    """The value without the faults."""
    return isi.nilai if isinstance(isi, Tanam) else isi


def ubah(isi: Isi, teks: Callable[[str], str]) -> Isi:
    """The cell with its text changed, the planted faults kept."""
    if isinstance(isi, Tanam):
        return replace(isi, nilai=polos(ubah(isi.nilai, teks)))
    return teks(isi) if isinstance(isi, str) else isi


def angka(isi: Isi) -> float | int:
    """The number that a cell shows; blank counts as zero."""
    nilai = polos(isi)
    if isinstance(nilai, Rumus):
        nilai = nilai.nilai
    return nilai if isinstance(nilai, int | float) else 0


@dataclass(slots=True)
class Sel:
    """A cell: its value and the name of its style (`gaya.GAYA`)."""

    isi: Polos | Rumus
    gaya: str = "polos"


@dataclass(slots=True)
class Lembar:
    """A sheet. Rows and columns count from 1."""

    nama: str
    berkas: str
    sel: dict[tuple[int, int], Sel] = field(default_factory=dict)
    gabungan: list[tuple[int, int, int, int]] = field(default_factory=list)
    lebar: dict[int, float] = field(default_factory=dict)
    tinggi: dict[int, float] = field(default_factory=dict)
    gambar: list[tuple[int, int, bytes, float]] = field(default_factory=list)
    tersembunyi_kolom: list[int] = field(default_factory=list)
    tersembunyi: bool = False
    tegak: bool = False
    beku: tuple[int, int] | None = None
    harapan: list[Harapan] = field(default_factory=list)

    def tulis(self, baris: int, kolom: int, isi: Isi, gaya: str = "polos") -> str:
        """Puts a value into a cell and returns its address."""
        alamat = f"{column_letters(kolom)}{baris}"
        if isinstance(isi, Tanam):
            for ketentuan, tingkat, catatan in isi.salah:
                self.harapan.append(Harapan(ketentuan, tingkat, catatan, self.berkas, self.nama, alamat))
            isi = isi.nilai
        self.sel[baris, kolom] = Sel(isi, gaya)
        return alamat

    def harap(self, sel: str | None, ketentuan: str, tingkat: str, catatan: str) -> None:
        """A finding to be expected in a cell that was written without it, or (`""`) on the sheet."""
        self.harapan.append(Harapan(ketentuan, tingkat, catatan, self.berkas, self.nama, sel))

    def gabung(self, b1: int, k1: int, b2: int, k2: int, isi: Isi, gaya: str = "polos") -> str:
        """Merges a rectangle and puts a value into it."""
        for baris in range(b1, b2 + 1):
            for kolom in range(k1, k2 + 1):
                self.sel[baris, kolom] = Sel(None, gaya)
        if (b1, k1) != (b2, k2):
            self.gabungan.append((b1, k1, b2, k2))
        return self.tulis(b1, k1, isi, gaya)

    def deret(self, baris: int, kolom: int, isi: Sequence[Isi], gaya: str = "polos") -> None:
        """Puts values side by side."""
        for geser, nilai in enumerate(isi):
            self.tulis(baris, kolom + geser, nilai, gaya)

    @property
    def akhir(self) -> int:
        """The last row that has a cell."""
        return max((baris for baris, _ in self.sel), default=0)


@dataclass(slots=True)
class Buku:
    """A workbook; `penulis` is the program that seems to have saved it: `excel` or `pustaka` (an export
    library: no stored results of formulas)."""

    nama: str
    penulis: str = "excel"
    huruf: str = "Calibri"
    ukuran: float = 11
    lembar: list[Lembar] = field(default_factory=list)

    def tambah(self, nama: str) -> Lembar:
        """A new sheet at the end."""
        lembar = Lembar(nama, self.nama)
        self.lembar.append(lembar)
        return lembar
