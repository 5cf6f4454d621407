"""Budgets before and after a change, side by side: only the later one counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dak_excel.sheets.layout.headers import Header, HeaderColumn

_BEFORE = re.compile(
    r"\b(?:sebelum|semula|murni|awal|induk|lama|asal|dpa|rka)\b(?:\s+(?:perubahan|pergeseran|revisi|reviu|review))?",
    re.I,
)
_AFTER = re.compile(
    r"\b(?:setelah|sesudah|menjadi|akhir|baru|hasil)\b(?:\s+(?:perubahan|pergeseran|revisi|reviu|review|apip))*"
    r"|\b(?:dppa|drka|rkap|dpa-?p|p-?dpa)\b(?:-?p)?"
    r"|\b(?:dpa|rka)?\s*(?:perubahan|pergeseran|revisi|reviu|review|p-?apbd|apbd-?p)\b"
    r"(?:\s+(?:ke\W*)?(?:[ivx]+|\d)\b)?",
    re.I,
)
_FIRST = re.compile(r"\b(?:sebelum|semula|murni)\b", re.I)
_CHANGE = re.compile(r"\bbertambah\b|\bberkurang\b|\bselisih\b|^\s*\+\s*/\s*-\s*$|^\s*±\s*$", re.I)


def latest(header: Header) -> tuple[Header, set[int]]:
    """The header as it reads for the budget after the change, and the columns of before.

    `RunBefore Perubahan / Jumlah | Setelah Perubahan / Jumlah | Bertambah/(Berkurang)` → a header whose
    second column reads `Jumlah`, and the numbers of the first and third. Without both, nothing changes.
    """
    told = versions(header.columns)
    before = {column for column, version in told.items() if version == BEFORE}
    after = {column for column, version in told.items() if version == AFTER}
    if not before or not after:
        return header, set()
    gone = before | {c.column for c in header.columns if _says(_CHANGE, c)}
    columns = [replace(c, parts=without(c.parts)) if c.column in after else c for c in header.columns]
    return replace(header, columns=tuple(columns)), gone


BEFORE, AFTER, CHANGE = "lama", "baru", "selisih"


def versions(columns: Sequence[HeaderColumn]) -> dict[int, str]:
    """Of columns that stand before, after or for a change: which, by column number.

    Words such as `awal` and `akhir` count only where the same heading stands under both.
    """
    told: dict[int, str] = {}
    bare: dict[str, dict[str, str]] = {BEFORE: {}, AFTER: {}}
    for c in columns:
        if _says(_CHANGE, c):
            told[c.column] = CHANGE
        elif _says(_AFTER, c) and not _before_a_change(c):
            told[c.column] = AFTER
        elif _says(_BEFORE, c):
            told[c.column] = BEFORE
        if (version := told.get(c.column)) in bare:
            rest = " / ".join(_strip(part) for part in c.parts if _strip(part))
            bare[version][rest] = version
    if bare[BEFORE].keys() & bare[AFTER].keys():
        return told
    changes = {column: version for column, version in told.items() if version == CHANGE}
    return changes | _twins(columns) if changes else {}


_STAGE = re.compile(
    r"\b(?:realisasi|target|rencana|pagu|fisik|keuangan|capaian|bulan|triwulan|tahun|20\d\d)\b", re.I
)


def _twins(columns: Sequence[HeaderColumn]) -> dict[int, str]:
    """Two blocks of the same headings beside a column of the change, whatever they are called: the first is
    of before, the second of after it (`APBD | APBD-P | Bertambah/(Berkurang)`)."""
    blocks: dict[str, list[HeaderColumn]] = {}
    for c in columns:
        if len(c.parts) > 1 and not _says(_CHANGE, c):
            blocks.setdefault(c.parts[0], []).append(c)
    several = [(name, block) for name, block in blocks.items() if len(block) > 1]
    if len(several) != 2 or any(_STAGE.search(name) for name, _ in several):
        return {}
    (_, first), (_, second) = several
    if [c.parts[1:] for c in first] != [c.parts[1:] for c in second]:
        return {}
    return {c.column: BEFORE for c in first} | {c.column: AFTER for c in second}


def _before_a_change(column: HeaderColumn) -> bool:
    """`RunBefore Perubahan`: the words of a change with those of before it."""
    return any(_FIRST.search(part) for part in column.parts)


def _strip(part: str) -> str:
    rest = _AFTER.sub("", _BEFORE.sub("", part))
    return " ".join(re.sub(r"[^\w%]+", " ", rest).casefold().split())


def _says(pattern: re.Pattern[str], column: HeaderColumn) -> bool:
    return any(pattern.search(part) for part in column.parts)


def without(parts: tuple[str, ...]) -> tuple[str, ...]:
    """A heading without the words that say after what, or without the name of its block."""
    if len(parts) > 1 and not any(_AFTER.search(part) for part in parts):
        return parts[1:]
    kept = tuple(rest for part in parts if (rest := _AFTER.sub("", part).strip(" -/:()")))
    return kept or parts
