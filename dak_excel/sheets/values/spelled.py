"""Small numbers in words: `tiga`, `tiga puluh lima`, `dua setengah`."""

from __future__ import annotations

from decimal import Decimal

_ONES = {
    word: number
    for number, words in enumerate(
        ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
    )
    for word in words.split()
} | {"se": 1}
_HALF = Decimal("0.5")


def spelled_number(text: str) -> Decimal | None:
    """A number below a hundred in lower-case words; None for any other text."""
    words = text.split()
    if words == ["setengah"]:
        return _HALF
    half = words[-1:] == ["setengah"] and len(words) > 1
    whole = _whole(words[:-1] if half else words)
    return None if whole is None else Decimal(whole) + (_HALF if half else 0)


def _whole(words: list[str]) -> int | None:
    if len(words) == 1:
        word = words[0]
        return {"sepuluh": 10, "sebelas": 11}.get(word, _ONES.get(word))
    if len(words) == 2 and words[1] == "belas":
        return 10 + _ONES[words[0]] if _ONES.get(words[0], 0) > 1 else None
    if len(words) in (2, 3) and words[1] == "puluh" and _ONES.get(words[0], 0) > 1:
        rest = _ONES.get(words[2]) if len(words) == 3 else 0
        return None if rest is None else 10 * _ONES[words[0]] + rest
    return None
