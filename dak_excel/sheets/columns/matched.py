"""Which column of a header holds which field, and how certain that is."""

from __future__ import annotations

from dataclasses import dataclass, field

from dak_excel.sheets.layout.headers import HeaderColumn

GROUPS = "jumlah_kelompok"
"""Under which `more` has columns that hold only the sums of groups."""
OLD = "jumlah_sebelum"
"""Under which `more` has the amounts before a change."""


@dataclass(slots=True)
class Matched:
    """Columns of a header under one kind: the best field of each column, and how certain."""

    columns: dict[str, HeaderColumn] = field(default_factory=dict)
    more: dict[str, list[HeaderColumn]] = field(default_factory=dict)
    """All columns of the fields that may have several."""
    certainty: dict[int, float] = field(default_factory=dict)
    """By column number."""
    names: dict[int, str] = field(default_factory=dict)
    """Field by column number, also of columns too doubtful to be read."""
    spare: set[int] = field(default_factory=set)
    """Columns that are understood and not needed: volumes and running sums of the months."""
    halves: dict[str, int] = field(default_factory=dict)
    """Which part of its cells a field is, where one column holds two: 0 or 1."""
    heads: dict[int, str] = field(default_factory=dict)
    """Headings in standard spelling, by column number."""
