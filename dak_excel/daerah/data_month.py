"""Posisi: to the end of which month a realisation sheet counts, from its title lines and names.

`Realisasi s.d. 30 Juni 2023`, `State bulan Juni`, `Semester I`, `Triwulan II` → 6.
"""

from __future__ import annotations

import re

from dak_excel.sheets.tabel import Tabel
from dak_excel.sheets.values.months import month_number

_AKHIR = re.compile(
    r"\b(?:s\s*[./]?\s*d\b\.?|sampai(?:\s+dengan)?|keadaan|posisi|per|bulan)\s*:?\s*"
    r"(?:(?:akhir|tanggal|tgl|bulan|bln)\.?\s*:?\s*)*(?:\d{1,2}\s*[-/ ]\s*)?(?=([a-z]{3,}))"
)
_BAGIAN = re.compile(r"\b(semester|smt|triwulan|tw)\.?\s*(?:ke\s*[- ]?\s*)?(iv|iii|ii|i|[1-4])\b")
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def data_month(tabel: Tabel) -> int | None:
    """The month, 1 … 12, from the title, the sheet's name, or the file's; None when nothing says."""
    for text in (tabel.judul, tabel.grid.sheet, tabel.grid.workbook):
        if month := month_of_text(text):
            return month
    return None


def month_of_text(text: str) -> int | None:
    """The month that a text speaks of as the end of what it counts."""
    words = " ".join(re.sub(r"[_()]", " ", text.casefold()).split())
    for found in _AKHIR.finditer(words):
        if month := month_number(found.group(1)):
            return month
    if part := _BAGIAN.search(words):
        number = _ROMAWI.get(part.group(2)) or int(part.group(2))
        month = number * (6 if part.group(1) in ("semester", "smt") else 3)
        return month if month <= 12 else None
    return None
