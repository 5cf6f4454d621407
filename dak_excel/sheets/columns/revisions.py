"""Budgets before and after a change, side by side: only the later one counts."""

from __future__ import annotations

import re
from dataclasses import replace

from dak_excel.sheets.layout.headers import Header, HeaderColumn

_BEFORE = re.compile(r"\b(?:sebelum|semula|murni)\b(?:\s+(?:perubahan|pergeseran|revisi))?", re.I)
_AFTER = re.compile(
    r"\b(?:setelah|sesudah|menjadi)\b(?:\s+(?:perubahan|pergeseran|revisi))?"
    r"|\b(?:perubahan|pergeseran|revisi)\b(?:\s+(?:ke\W*)?(?:[ivx]+|\d)\b)?",
    re.I,
)
_CHANGE = re.compile(r"\bbertambah\b|\bberkurang\b|\bselisih\b", re.I)


def latest(header: Header) -> tuple[Header, set[int]]:
    """The header as it reads for the budget after the change, and the columns of before.

    `Sebelum Perubahan / Jumlah | Setelah Perubahan / Jumlah | Bertambah/(Berkurang)` → a header whose
    second column reads `Jumlah`, and the numbers of the first and third. Without both, nothing changes.
    """
    before = {c.column for c in header.columns if _says(_BEFORE, c)}
    after = [c for c in header.columns if c.column not in before and _says(_AFTER, c)]
    if not before or not after:
        return header, set()
    gone = before | {c.column for c in header.columns if _says(_CHANGE, c)}
    columns = [replace(c, parts=_without(c.parts)) if c in after else c for c in header.columns]
    return replace(header, columns=tuple(columns)), gone


def _says(pattern: re.Pattern[str], column: HeaderColumn) -> bool:
    return any(pattern.search(part) for part in column.parts)


def _without(parts: tuple[str, ...]) -> tuple[str, ...]:
    """A heading without the words that say after what."""
    kept = tuple(rest for part in parts if (rest := _AFTER.sub("", part).strip(" -/:()")))
    return kept or parts
