"""Columns beside the amounts of a budget: sums of groups in their own column, amounts before a change."""

from __future__ import annotations

from dak_excel.sheets.columns.matched import GROUPS, OLD
from dak_excel.sheets.columns.revisions import BEFORE, CHANGE, versions
from dak_excel.sheets.layout.headers import HeaderColumn
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.readings.plane import cents
from dak_excel.sheets.readings.thresholds import REACH
from dak_excel.sheets.readings.words import Told, all_told
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.vocabulary import Vocabulary


def set_apart(view: View, found: Found, kosakata: Vocabulary) -> None:
    """Notes both in `matched.more`, under `GROUPS` and `OLD`, where the table has them."""
    amount = found.matched.columns.get("jumlah")
    if amount is None:
        return
    columns = found.header.columns
    told = dict(zip((c.column for c in columns), all_told(columns, kosakata), strict=True))
    free = [c for c in columns if c.column != amount.column and c.parts and _free(found, c)]
    if groups := [c for c in free if _sums_groups(view, found, amount, c, told[c.column])]:
        found.matched.more[GROUPS] = groups
        for column in groups:
            found.matched.certainty[column.column] = 1.0
            found.matched.spare.add(column.column)
    if (old := _before(found, amount, told)) is not None:
        found.matched.more[OLD] = [old]


def _free(found: Found, column: HeaderColumn) -> bool:
    """Whether no field has a column."""
    used = found.matched.names.get(column.column)
    return not used or all(have.column != column.column for have in found.matched.columns.values())


def _sums_groups(view: View, found: Found, amount: HeaderColumn, other: HeaderColumn, said: Told) -> bool:
    """Whether a column holds amounts only where the lines' own column has none."""
    if not said.is_("jumlah") or said.is_("persen", "harga_satuan") or said.version in (BEFORE, CHANGE):
        return False
    rows = range(found.header.body, min(found.body.end, found.header.body + REACH))
    alone = both = 0
    for row in rows:
        if cents(other.value(view, row)):
            line = bool(cents(amount.value(view, row)))
            both, alone = both + line, alone + (not line)
    return alone > 0 and not both


def _before(found: Found, amount: HeaderColumn, told: dict[int, Told]) -> HeaderColumn | None:
    """The amount before a change, where volume and price are told once for before and after.

    Such a volume may be that of before: volume × price then makes the earlier amount.
    """
    known = versions(found.header.columns)
    have = found.matched.columns
    if any(name in have and have[name].column in known for name in ("volume", "koefisien", "harga")):
        return None
    if "harga" not in have or known.get(amount.column) in (None, BEFORE):
        return None
    old = [
        c
        for c in found.header.columns
        if known.get(c.column) == BEFORE and not told[c.column].is_("persen", "volume", "harga_satuan")
    ]
    return old[0] if len(old) == 1 else None
