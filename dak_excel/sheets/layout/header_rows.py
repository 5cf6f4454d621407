"""Rows that may head a table: by their known headings, or by where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.sheets.layout.view import LONG, View, known_headings
from dak_excel.sheets.vocabulary import Vocabulary

TITLE_ROWS = 8
"""Rows above a header in which its title is looked for."""
NUMBERS = frozenset({"nomor", "nomor urut", "#", "urut"})
LIST = 3
"""Texts from which a row that begins with `No` over a 1 may head a list."""
FORM = 3
"""Known headings from which a row of twice as many texts may head the answers to a web form."""
DEEP = 1500
"""Rows of a sheet that are searched thoroughly; below, only rows that begin like a header."""


def candidates(view: View, kosakata: Vocabulary, start: int, stop: int | None = None) -> Iterator[int]:
    """Rows from `start` on in which at least two known headings stand and little else."""
    for row in range(start, (stop or view.height) + 1):
        if row - start > DEEP and not _begins_like_header(view, row, kosakata):
            continue
        known, texts, others = known_headings(view, row, kosakata)
        headed = known >= 2 and known * 5 >= texts * 2 and others <= max(1, known // 3)
        asked = known >= FORM and texts >= 2 * FORM and known * 5 >= texts and others == 0
        numbered = known >= 1 and texts >= LIST and others == 0 and _numbered_below(view, row, kosakata)
        titled = known >= 2 and texts >= LIST and others == 0 and _first_below_title(view, row, kosakata)
        if headed or asked or numbered or titled:
            yield row


def _first_below_title(view: View, row: int, kosakata: Vocabulary) -> bool:
    """Whether a row is the first of several cells below a title that names a kind of table."""
    for above in range(row - 1, max(0, row - TITLE_ROWS) - 1, -1):
        cells = view.cells(above)
        if len(cells) > 1:
            return False
        title = kosakata.standard(view.text(above, cells[0][0])) if cells else ""
        if any(f" {phrase} " in f" {title} " for kind in kosakata.jenis.values() for phrase in kind.judul):
            return True
    return False


def _numbered_below(view: View, row: int, kosakata: Vocabulary) -> bool:
    """Whether a row begins with `No` and the one below with 1: a list, whatever its other headings."""
    cells, below = view.cells(row), view.cells(row + 1)
    if not cells or not below or not isinstance(cells[0][1], str) or cells[0][0] != below[0][0]:
        return False
    return kosakata.standard(cells[0][1]) in NUMBERS and str(below[0][1]).strip(" .)") in ("1", "1.0")


def _begins_like_header(view: View, row: int, kosakata: Vocabulary) -> bool:
    for _, value in view.cells(row)[:2]:
        if isinstance(value, str) and len(value) <= LONG and kosakata.standard(value) in kosakata.headings:
            return True
    return False
