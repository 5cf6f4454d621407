"""Masks personal numbers wherever a text leaves its workbook (contract, «Personal data»)."""

from __future__ import annotations

import re

_NIK = re.compile(r"(?<!\d)(\d(?:[ .\-]?\d){14,16})(?!\d)")
_TELEPON = re.compile(r"(?<!\d)(?:\+?62|0)8\d(?:[ .\-]?\d){7,10}(?!\d)")


def mask_nik(nik: str) -> str:
    """`9901010101900001` → `9901********0001`."""
    return f"{nik[:4]}{'*' * max(0, len(nik) - 8)}{nik[-4:]}" if len(nik) > 8 else "*" * len(nik)


def mask(teks: str) -> str:
    """A text with every NIK (15–17 digits, however spaced) and mobile phone number masked."""
    masked = _NIK.sub(lambda m: mask_nik(re.sub(r"\D", "", m.group(1))), teks)
    return _TELEPON.sub(lambda m: m.group()[:4] + "****" + m.group()[-2:], masked)
