"""Rows that count a list below it: `Laki-laki | 12 orang`, `Sudah NIB | 20`. They are nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dak_excel.sheets.grid import Value
from dak_excel.sheets.layout.view import View, is_number
from dak_excel.sheets.values import clean

MOST_CELLS = 4
_COUNT = re.compile(
    r"[:=\s]*\d{1,4}(?:[.,]\d{1,2})?\s*(?:orang|org|peserta|ikm|umkm|unit|jiwa|usaha|%|persen|hari|l|p)?\.?",
    re.I,
)
_UNIT = re.compile(r"\d\s*(?:orang|org|peserta|ikm|umkm|unit|jiwa|usaha|%|persen)", re.I)
_WORD = re.compile(
    r"(?:\W*(?:peserta|jumlah|jml|total|ikm|yang)\s+)*(?:laki|lk\b|perempuan|pria\b|wanita|l\b|p\b|jumlah|jml\b|total|hadir"
    r"|tidak\b|tdk\b|sudah|belum|blm\b|usia|umur|rata|sd\b|smp\b|sma\b|smk\b|slta|sltp|d[1-4i]+\b|s[1-3i]+\b|diploma"
    r"|sarjana|pelaku|calon|mikro|kecil|menengah|punya|memiliki|peserta|ikm|nib\b|lulus|angkatan|kecamatan|sentra)",
    re.I,
)


def trailing_recaps(view: View, rows: Sequence[int], left: int, right: int, key: int, nomor: int) -> int:
    """How many of the last rows of a list only count it."""
    count = 0
    while count < len(rows):
        row = rows[len(rows) - 1 - count]
        apart = row > 1 and not view.cells(row - 1, left, right)
        if not _recap(view.cells(row, left, right), key, nomor, apart=apart or count > 0):
            break
        count += 1
    return count


def _recap(cells: Sequence[tuple[int, Value]], key: int, nomor: int, *, apart: bool) -> bool:
    """Whether a row is a label and a count; `apart` from the list by a blank row or by another such row."""
    if not 2 <= len(cells) <= MOST_CELLS or (nomor and cells[0][0] == nomor and _digits(cells[0][1])):
        return False
    texts = [(c, clean(v)) for c, v in cells if isinstance(v, str) and clean(v).strip(" :=")]
    labels = [(c, text) for c, text in texts if not _COUNT.fullmatch(text)]
    counts = [text for _, text in texts if _COUNT.fullmatch(text)]
    figures = [v for _, v in cells if is_number(v)]
    if len(labels) != 1 or len(counts) + len(figures) != 1 or any(v >= 10_000 for v in figures):
        return False
    counted = bool(counts and _UNIT.search(counts[0])) or key in (c for c, text in texts if text in counts)
    return _WORD.match(labels[0][1]) is not None or (counted and apart)


def _digits(value: Value) -> bool:
    return is_number(value) or (isinstance(value, str) and value.strip(" .)").isdigit())
