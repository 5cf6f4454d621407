"""Some rows below a header, to confirm its headings by their values."""

from __future__ import annotations

from dak_excel.sheets.grid import Value
from dak_excel.sheets.layout.headers import Header, HeaderColumn
from dak_excel.sheets.layout.signatures import row_closes
from dak_excel.sheets.layout.view import LONG, View, filled, heads_a_table, known_headings
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.values.column_types import fit
from dak_excel.sheets.vocabulary import Vocabulary

BARIS = 60
"""Rows looked at to confirm a heading."""


class Sample:
    """Some rows below a header, by column, and how they fit the content types."""

    def __init__(self, view: View, header: Header, setting: Setting, kosakata: Vocabulary) -> None:
        self.setting = setting
        self._view = view
        width = sum(1 for column in header.columns if column.parts)
        least = min(4, max(2, round(width * 0.25)))
        rows: list[int] = []
        for row in range(header.body, min(view.height, header.body + 400) + 1):
            if _same_header(view, row, header):
                continue
            if _other_header(view, row, header, kosakata):
                break
            if row_closes(view, row, kosakata, header.left, header.right) and len(rows) > 0:
                break
            cells = view.cells(row, header.left, header.right)
            if len(cells) >= min(least, width) and not _sums(cells, kosakata):
                rows.append(row)
                if len(rows) >= BARIS:
                    break
        self.rows = rows
        self._fits: dict[tuple[int, str], float | None] = {}

    def values(self, column: HeaderColumn) -> list[Value]:
        """The sampled values under a heading; under a wide one the first filled cell of each row."""
        out: list[Value] = []
        for row in self.rows:
            cells = self._view.rows[row - 1][column.column - 1 : column.last]
            out.append(next((v for v in cells if filled(v) and v != "-"), None))
        return out

    def fit(self, column: HeaderColumn, isi: str) -> float | None:
        """See `contents.fit`."""
        key = (column.column, isi)
        if key not in self._fits:
            self._fits[key] = fit(self.values(column), isi, self.setting)
        return self._fits[key]


def _sums(cells: list[tuple[int, Value]], kosakata: Vocabulary) -> bool:
    """Whether a row is one of sums: `Jumlah` stands first in it."""
    first = next((value for _, value in cells if isinstance(value, str)), "")
    baku = kosakata.standard(first) if len(first) < LONG else ""
    return any(baku == word or baku.startswith(word + " ") for word in kosakata.jumlah)


def _other_header(view: View, row: int, header: Header, kosakata: Vocabulary) -> bool:
    """Whether the header of another table stands in a row, perhaps a wider one."""
    if heads_a_table(view, row, kosakata, header.left, header.right):
        return True
    own = known_headings(view, row, kosakata, header.left, header.right)
    return own[0] * 2 >= max(1, own[1]) and own[2] == 0 and heads_a_table(view, row, kosakata)


def _same_header(view: View, row: int, header: Header) -> bool:
    own = {part for column in header.columns for part in column.parts}
    texts = {view.text(row, column) for column, _ in view.cells(row, header.left, header.right)}
    return len(texts & own) * 2 > len(texts)
