"""Limits and their words."""

from __future__ import annotations

from decimal import Decimal

from dak_excel.indonesian import number_text


def is_outside(nilai: Decimal | int, bawah: Decimal | int | None, atas: Decimal | int | None) -> bool:
    """Whether a value lies outside the limits, which belong to the range themselves."""
    return (bawah is not None and nilai < bawah) or (atas is not None and nilai > atas)


def range_words(bawah: Decimal | int | None, atas: Decimal | int | None) -> str:
    """`45–85`, `paling banyak 45`, `paling sedikit 5`; empty without limits."""
    if bawah is None:
        return "" if atas is None else f"paling banyak {number_text(atas)}"
    return (
        f"paling sedikit {number_text(bawah)}"
        if atas is None
        else f"{number_text(bawah)}–{number_text(atas)}"
    )
