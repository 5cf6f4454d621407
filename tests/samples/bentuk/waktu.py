"""Days as sheets write them."""

from __future__ import annotations

from datetime import date

from dak_excel.bahasa import BULAN, HARI


def tanggal(hari: date) -> str:
    """`12 Juni 2023`."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def rentang(mulai: date, selesai: date) -> str:
    """`12 s.d. 16 Juni 2023`, with the month and year of the first day where they differ."""
    if (mulai.year, mulai.month) == (selesai.year, selesai.month):
        return f"{mulai.day} s.d. {tanggal(selesai)}"
    if mulai.year == selesai.year:
        return f"{mulai.day} {BULAN[mulai.month - 1]} s.d. {tanggal(selesai)}"
    return f"{tanggal(mulai)} s.d. {tanggal(selesai)}"


def hari_tanggal(hari: date) -> str:
    """`Senin, 12 Juni 2023`."""
    return f"{HARI[hari.weekday()]}, {tanggal(hari)}"
