"""Memo: what was made of a text is remembered, for no more texts than one workbook needs."""

from __future__ import annotations

PALING_BANYAK = 4096
"""Texts that a memo holds; a full one is begun anew, so that it does not grow with every daerah."""


def ingat(memo: dict[str, str], text: str, known: str) -> str:
    """Remembers `known` for a text, and returns it."""
    if len(memo) >= PALING_BANYAK:
        memo.clear()
    memo[text] = known
    return known
