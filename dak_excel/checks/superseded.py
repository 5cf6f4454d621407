"""Older versions of a budget: nothing in them is accused; the page of the sheet says which version counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from dak_excel.daerah.anggaran import budgets_of
from dak_excel.daerah.budget_rows import dak_lines, line_amount, per_tabel
from dak_excel.daerah.model import Daerah
from dak_excel.findings import Temuan

Baris = dict[tuple[str, str], set[int]]
"""Workbook and sheet → rows."""


def without_superseded(found: Iterable[Temuan], daerah: Daerah) -> list[Temuan]:
    """The findings, without those in a budget that a newer one has taken the place of."""
    old = _superseded_rows(daerah)
    return [t for t in found if not _lies_in(t, old)] if old else list(found)


def _superseded_rows(daerah: Daerah) -> Baris:
    """The rows of older versions; of a table that is old as a whole also its headings and sums."""
    rows: Baris = defaultdict(set)
    older = {id(row) for one in budgets_of(daerah) for versi in one.lama for row in versi.baris}
    if not older:
        return rows
    for tabel, lines in per_tabel(daerah.rab):
        place = (tabel.grid.workbook, tabel.grid.sheet)
        counted = [row for row in dak_lines(lines, daerah.dana_lain) if line_amount(row) is not None]
        if counted and all(id(row) in older for row in counted):
            spans = chain((tabel.header, tabel.body), ((row.row, row.row) for row in lines))
            rows[place].update(n for first, last in spans for n in range(first, last + 1))
        else:
            rows[place].update(row.row for row in counted if id(row) in older)
    return rows


def _lies_in(t: Temuan, old: Baris) -> bool:
    place = t.tempat
    return place is not None and place.row in old.get((place.workbook, place.sheet), ())
