"""Columns of an account of spending that are of a part of the year: last month, this month, up to now.

Each has money, its percentage and the physical progress, the levels in any order: `s.d. Bulan Ini / Rp`,
`Keuangan / s.d. Bulan Ini`. What is reported is the figure up to now.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.layout.headers import Header, HeaderColumn
from dak_excel.sheets.readings.words import Told, told
from dak_excel.sheets.vocabulary import Vocabulary

MONEY = {"lalu": "sd_bulan_lalu", "ini": "bulan_ini", "sd": "sd_bulan_ini"}
PASTI = 0.95

_PHYSICAL = re.compile(r"\b(?:fisik|fsk)\b(?! dan)")
_SHARE = re.compile(r"^(?:%|persen\w*|prosentase|.*%)$")
_PLAN = re.compile(r"\b(?:target|rencana|sisa|deviasi|bobot)\b")


def periods_of_payments(
    header: Header, kosakata: Vocabulary, matched: Matched, taken: Collection[int]
) -> set[int]:
    """Takes the columns that say of which part of the year they are; their numbers."""
    parts = [(c, told(c, kosakata)) for c in header.columns if c.parts and c.column not in taken]
    periodic = [(c, t) for c, t in parts if t.period and not _PLAN.search(t.text)]
    if not any(t.period == "sd" for _, t in periodic):
        return set()
    for column, said in periodic:
        name = _field(said)
        if name and name not in matched.columns:
            _put(matched, name, column)
        else:
            matched.spare.add(column.column)
            matched.certainty[column.column] = PASTI
    return {column.column for column, _ in periodic}


def _field(said: Told) -> str:
    """The field that a column holds; empty where nothing asks for it."""
    if _PHYSICAL.search(said.text):
        return "fisik" if said.period == "sd" else ""
    if _SHARE.match(said.text.rpartition(" / ")[2]):
        return "persen" if said.period == "sd" else ""
    return MONEY[said.period]


def _put(matched: Matched, name: str, column: HeaderColumn) -> None:
    matched.columns[name] = column
    matched.names[column.column], matched.certainty[column.column] = name, PASTI
