"""The body of a table: row after row, to the signatures or to the header of another table."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import time

from dak_excel.sheets.layout.headers import header_at
from dak_excel.sheets.layout.rows import PAGE, RowLook, RowReader
from dak_excel.sheets.layout.view import filled, is_number

_CLOCK = re.compile(r"\s*\d{1,2}[.:]\d\d\b(?!\.\d)")
"""An hour of the clock, which no signature has: `08.00 - 08.30 | Pembukaan | Kepala Dinas`."""


@dataclass(slots=True)
class Body:
    """The rows of a table: those with data, the group rows among them, and the first row after it."""

    data: list[int] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    end: int = 0


def read_body(reader: RowReader, continued: Callable[[int], bool] | None = None) -> Body:
    """The rows of a table from below its header to its end.

    `continued` tells rows that only continue the row above (its key is merged over both).
    """
    view, body = reader.view, Body()
    waiting: list[int] = []
    row = reader.header.body
    while row <= view.height:
        values = view.rows[row - 1]
        if reader.plain(values):  # type: ignore[arg-type]
            _settle_texts(body, waiting, groups=True)
            body.data.append(row)
            row += 1
            continue
        looks = reader.look(row)
        if looks is RowLook.HEADER:
            waiting = [*_titles_taken_for_data(reader, body), *waiting]
            if waiting and not _page_break(reader, waiting):
                row = waiting[0]
                waiting = []
                break
            body.repeated += [*waiting, row]
            waiting = []
        elif looks is not RowLook.KOSONG and reader.other_header(row):
            row = _above_header(reader, body, row)
            row = min([row, *waiting, *_titles_taken_for_data(reader, body)])
            waiting = []
            break
        elif looks is not RowLook.KOSONG and reader.ends(row) and not _certain(reader, row, looks):
            break
        elif looks is RowLook.DATA:
            _settle_texts(body, waiting, groups=True)
            if continued is None or not continued(row):
                body.data.append(row)
        elif looks is RowLook.TEKS:
            waiting.append(row)
        elif looks is RowLook.JUMLAH:
            _settle_texts(body, waiting, groups=False)
            body.totals.append(row)
        elif looks is not RowLook.KOSONG:
            body.unread.append(row)
        row += 1
    if row > view.height or waiting:
        _settle_texts(body, waiting, groups=False)
    body.end = row
    return body


def _certain(reader: RowReader, row: int, looks: RowLook) -> bool:
    """Data that only happens to hold a closing word, such as a jabatan `Kepala Dinas`."""
    if looks is not RowLook.DATA:
        return False
    cells = reader.view.cells(row, reader.left, reader.right)
    if reader.nomor and any(
        c == reader.nomor and (is_number(v) or str(v).strip(" .)").isdigit()) for c, v in cells
    ):
        return True
    if not filled(reader.view.grid.at(row, reader.key)):
        return False
    return len(cells) >= 4 or (
        any(isinstance(v, time) or (isinstance(v, str) and _CLOCK.match(v)) for _, v in cells)
        and not reader.closing(reader.view.text(row, reader.key))
    )


def _above_header(reader: RowReader, body: Body, row: int) -> int:
    """The first row of another table's header, whose group headings may have passed for data."""
    first = header_at(reader.view, row, reader.kosakata).first
    for kept in (body.data, body.groups, body.totals, body.unread):
        while kept and kept[-1] >= first:
            kept.pop()
    return first


def _titles_taken_for_data(reader: RowReader, body: Body) -> list[int]:
    """The rows of one text above another table's header: its titles, not data of this table."""
    titles: list[int] = []
    while len(body.data) > 1:
        cells = reader.view.cells(body.data[-1], reader.left, reader.right)
        if len(cells) != 1 or not reader.names_a_table(str(cells[0][1])):
            break
        titles.insert(0, body.data.pop())
    return titles


def _page_break(reader: RowReader, waiting: list[int]) -> bool:
    """Whether texts before a repeated header are the page's own titles, or a page number."""
    for row in waiting:
        text = " ".join(reader.view.text(row, c) for c, _ in reader.view.cells(row))
        if text not in reader.texts and not PAGE.fullmatch(text):
            return False
    return True


def _settle_texts(body: Body, waiting: list[int], *, groups: bool) -> None:
    """Texts before data are group rows, texts before anything else are left unread."""
    (body.groups if groups else body.unread).extend(waiting)
    waiting.clear()
