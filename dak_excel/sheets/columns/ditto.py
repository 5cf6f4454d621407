"""Cells that say «as above»: `idem`, `s.d.a.`, a pair of strokes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dak_excel.sheets.grid import Value

_DITTO = re.compile(
    r"[-–—\s]*(?:[\"”“„〃]|''|’’|,,)[-–—\s]*|(?:idem|ditto|s\.?\s?d\.?\s?a|(?:sama\s+)?(?:seperti|dengan|dgn|sda)\s+(?:di\s*)?atas)\.?",
    re.IGNORECASE,
)
OWN = frozenset({"nik", "nib", "nomor", "kode", "uang", "uang_atau_persen", "volume", "hitungan"})
"""Content types of which every row has its own: there a mark of repetition is no value."""
NAMES = frozenset({"nama", "ikm_pemilik"})
"""Fields of which every person has an own one."""


def repeated(values: Sequence[Value]) -> Iterator[tuple[int, int]]:
    """The positions of cells that repeat one above, each with the position of that one."""
    source: int | None = None
    for at, value in enumerate(values):
        if not isinstance(value, str) or not _DITTO.fullmatch(value.strip()):
            source = at if value is not None else None
        elif source is not None:
            yield at, source
