"""Columns that belong to a month: which month, planned or paid, and what they measure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dak_excel.sheets.layout.view import NUMBERED_MONTH, is_month
from dak_excel.sheets.values import month_number
from dak_excel.sheets.vocabulary import Vocabulary


class MonthColumn(NamedTuple):
    """A month's column. `tahap` is `rencana`, `realisasi` or empty; `ukuran` is `jumlah` for rupiah."""

    bulan: int
    tahap: str
    ukuran: str
    kumulatif: bool


_PHYSICAL = frozenset({"volume", "fisik", "persen", "bobot", "target", "harga", "satuan"})
_PLANNED = frozenset({"rencana", "target", "anggaran", "rok"})
_PAID = frozenset({"realisasi", "spj", "sp2d", "penyerapan", "serapan"})


def monthly(parts: Sequence[str], kosakata: Vocabulary) -> MonthColumn | None:
    """What a heading with a month in it says: `Bulan Januari / Realisasi / Bulan Ini / Jumlah`."""
    month = 0
    words: set[str] = set()
    cumulative = False
    for part in parts:
        text = kosakata.mend(kosakata.standard(part))
        if is_month(text):
            month = month_of(text) or month
            cumulative = cumulative or "sd" in text.split()
            continue
        if number := _named(text):
            month = month or number
        words |= set(text.split())
        cumulative = cumulative or "sd" in text.split() or "kumulatif" in text.split()
    if not month:
        return None
    tahap = "realisasi" if words & _PAID else "rencana" if words & _PLANNED else ""
    leaf = set(kosakata.standard(parts[-1]).split())
    ukuran = "lain" if leaf & (_PHYSICAL - {"target"}) and "keuangan" not in leaf else "jumlah"
    if ukuran == "jumlah" and words & {"fisik", "volume"} and not leaf & {"jumlah", "keuangan"}:
        ukuran = "lain"
    return MonthColumn(month, tahap, ukuran, cumulative)


def month_of(text: str) -> int | None:
    """The month that a text in standard spelling names, `bulan agust 2023` → 8; None for another."""
    if numbered := NUMBERED_MONTH.fullmatch(text):
        return int(numbered[1])
    for token in text.split():
        if len(token) >= 3 and token != "bulan" and (number := month_number(token)):
            return number
    return None


def _named(text: str) -> int | None:
    """A month inside a longer heading: `realisasi januari`."""
    tokens = text.split()
    if len(tokens) > 4:
        return None
    numbers = [n for token in tokens if len(token) >= 3 and token.isalpha() and (n := month_number(token))]
    return numbers[0] if len(numbers) == 1 else None
