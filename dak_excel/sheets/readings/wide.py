"""A heading over several columns of figures, none with a heading of its own: `2 | org | x | 3 | hari`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dak_excel.sheets.layout.headers import Header, HeaderColumn
from dak_excel.sheets.layout.view import View, is_number
from dak_excel.sheets.readings.thresholds import LEAST_PRODUCTS
from dak_excel.sheets.readings.words import all_told
from dak_excel.sheets.vocabulary import Vocabulary


def apart(view: View, header: Header, rows: Sequence[int], kosakata: Vocabulary) -> Header | None:
    """The header with each column of such a heading on its own, the first with its words; else None."""
    columns: list[HeaderColumn] = []
    for column, told in zip(header.columns, all_told(header.columns, kosakata), strict=True):
        if (
            column.last == column.column
            or told.is_("kode", "uraian", "nomor")
            or not _figures(view, column, rows)
        ):
            columns.append(column)
            continue
        columns.append(replace(column, last=column.column))
        columns += [HeaderColumn(at, at, ()) for at in range(column.column + 1, column.last + 1)]
    return None if len(columns) == len(header.columns) else replace(header, columns=tuple(columns))


def _figures(view: View, column: HeaderColumn, rows: Sequence[int]) -> bool:
    """Whether some rows have two figures and more under one heading."""
    cells = (view.cells(row, column.column, column.last) for row in rows)
    return sum(1 for own in cells if sum(is_number(v) for _, v in own) > 1) >= LEAST_PRODUCTS
