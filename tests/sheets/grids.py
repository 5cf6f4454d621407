"""Small sheets for the tests of the reader: rows as lists, merges as `C3:D3`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dak_excel.sheets.grid import Grid, Value
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.records import ReadSheet
from dak_excel.sheets.vocabulary import load_vocabulary

ISTILAH: Mapping[str, Sequence[str]] = {
    "A1": ("Pelatihan pengelolaan bisnis dan manajemen wirausaha", "pelatihan wirausaha"),
    "A2": ("Pelatihan teknis produksi dan/atau standardisasi produk", "pelatihan teknis produksi"),
    "A3": ("Pendampingan pengembangan dan diversifikasi produk",),
    "A4": ("Penerapan sertifikasi produk dan/atau sistem mutu",),
    "B1": ("Pelatihan manajemen mutu dan pengelolaan Sentra IKM",),
    "B3": ("Layanan proses bisnis Sentra IKM",),
    "C2": ("Penyusunan informasi pasar dan potensi kemitraan",),
    "C3": ("Pendampingan produksi dan akses bahan baku untuk memenuhi standar kemitraan",),
    "D1": ("Penyusunan informasi dan analisis pasar IKM ekspor",),
    "D2": ("Pelatihan prosedur dan dokumentasi perdagangan luar negeri",),
}


def sheet(
    *rows: Sequence[Value], name: str = "Sheet1", file: str = "buku.xlsx", merges: str = "", **more: Any
) -> Grid:
    """A grid of these rows; `merges` as `A1:D1 B3:B4`."""
    ranges = [_range(text) for text in merges.split()]
    return Grid(file, name, [list(row) for row in rows], ranges, **more)


def _range(text: str) -> tuple[int, int, int, int]:
    match = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", text)
    assert match
    return int(match[2]), _column(match[1]), int(match[4]), _column(match[3])


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def read(*rows: Sequence[Value], tahun: int = 2023, own_words: Path | None = None, **more: Any) -> ReadSheet:
    """What the reader makes of a sheet."""
    return read_grid(sheet(*rows, **more), load_vocabulary(own_words), ISTILAH, tahun)


PESERTA = ("No", "Nama Peserta", "NIK", "L/P", "Usia", "Nama Usaha", "NIB")
SITI = (1, "Siti Contoh", "9901015206850001", "P", 38, "Batik Contoh", "1234567890123")
BUDI = (2, "Budi Misal", "9901011205800002", "L", 43, "Batik Misal", "1234567890124")
