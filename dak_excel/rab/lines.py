"""How one line of a budget is told from another, and its kode rekening as numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from dak_excel import memos
from dak_excel.sheets.records import BarisRab

Kode = tuple[int, ...]


@memos.of_texts(4096)
def code_numbers(kode: str | None) -> Kode:
    """A kode rekening as numbers: `5.1.02.` → (5, 1, 2), as `5.1.2`; empty for none."""
    return tuple(int(part) for part in re.findall(r"\d+", kode or ""))


def line_identities(rows: Iterable[BarisRab]) -> dict[int, str]:
    """`id(row)` → what tells a line from others of its table even after rows have moved."""
    seen: dict[tuple[int, str], int] = defaultdict(int)
    names = {}
    for row in rows:
        text = "|".join(part or "" for part in (row.uraian, row.spesifikasi, row.kode))
        seen[id(row.tabel), text] += 1
        names[id(row)] = f"{text}|{seen[id(row.tabel), text]}"
    return names
