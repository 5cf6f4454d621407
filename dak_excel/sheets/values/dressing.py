"""What people write around a value: «about», «in all», the number again in words, a remark in brackets.

A parser asks here only for a text that it cannot read as it stands, so that nothing plain changes.
"""

from __future__ import annotations

import re
from decimal import Decimal

from dak_excel.sheets.values.spelled import spelled_number

_ABOUT = re.compile(
    r"^(?:±|\+\s?/?\s?[-−–]|kurang lebih|lebih kurang|sekitar|kira-kira|kisaran|sebanyak|sejumlah"
    r"|(?:total|jumlah|jml)(?=\W|\d)|[:=])\s*[:=]?\s*(?=\S)",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(r"\(\s*[a-z ,/-]+\)", re.IGNORECASE)
_WORDS_FIRST = re.compile(r"([a-z ]+?)\s*\(\s*(\d{1,3})\s*\)\s*(.*)", re.IGNORECASE)
_CLOSING_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_COUNTED = re.compile(
    r"(?:orang|org|peserta|pelaku|ikm|usaha|jam|jpl?|pelajaran|hari|tahun|thn?|bulan|kali|angkatan|sesi"
    r"|paket|unit|buah)\.?",
    re.IGNORECASE,
)
_LOOKALIKE = re.compile(r"(?<![^\W\d_])(?:\d[oO](?![^\W\d_])|[oOlI]\d)")


def undressed(text: str) -> str:
    """The text without what stands around its value: `±20 (dua puluh) org.` → `20 org`; one half as `,5`."""
    bare = _ABOUT.sub("", text.strip())
    match = _WORDS_FIRST.fullmatch(bare)
    if match and spelled_number(match[1].strip().lower()) == Decimal(match[2]):
        bare = f"{match[2]} {match[3]}"
    bare = _IN_WORDS.sub(" ", bare)
    bare = re.sub(r"(\d)\s*½", r"\1,5", bare).replace("½", "0,5")
    return " ".join(bare.split()).rstrip(" .,;:*")


def without_remark(text: str) -> str:
    """The text without a bracket at its end: `16 JP (2 hari)` → `16 JP`."""
    return _CLOSING_REMARK.sub("", text)


def spelled_count(text: str) -> Decimal | None:
    """A number in words, with what is counted behind it or not: `dua puluh orang`; None for another text."""
    words = text.lower().split()
    while words:
        if (number := spelled_number(" ".join(words))) is not None:
            return number
        if not _COUNTED.fullmatch(words.pop()):
            return None
    return None


def looks_mistyped(text: str) -> bool:
    """Whether a letter stands for a figure in a number: `2O`, `l0`."""
    return _LOOKALIKE.search(text) is not None
