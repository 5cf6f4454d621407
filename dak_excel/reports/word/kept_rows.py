"""Rows of a table that stay on one page: the first ones with the heading, the last ones with each other, the
heading of a group with its first row, a sum with the row above it.

Word and LibreOffice keep a row with the next where its paragraphs are kept with the next.
"""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from dak_excel.reports.word.columns import cells, heads

TOGETHER = 3
"""Rows that a page begins or ends a table with at least."""
SHORT = 6
"""Body rows up to which a table is not divided at all."""


def keep_rows(body: Any) -> None:
    """Keeps those rows together in each table of a document that has a heading row."""
    for table in body.iter(qn("w:tbl")):
        rows = table.findall(qn("w:tr"))
        heading = sum(1 for row in rows if heads(row))
        if not heading:
            continue
        for n in kept(rows, heading):
            for paragraph in rows[n].iter(qn("w:p")):
                paragraph.get_or_add_pPr().get_or_add_keepNext()


def kept(rows: list[Any], heading: int) -> set[int]:
    """The rows, by number, that stay with the one after them."""
    last = len(rows) - 1
    if len(rows) - heading <= SHORT:
        return set(range(last))
    held = set(range(heading + TOGETHER - 1)) | set(range(max(last - TOGETHER + 1, 0), last))
    for n in range(heading, last):
        if _merged(rows[n]):
            held.add(n)
        elif _is_sum(rows[n]):
            held.add(n - 1)
    return held - {last}


def _merged(row: Any) -> bool:
    """Whether it is one cell over the whole width: the name of a group."""
    return len(row.findall(qn("w:tc"))) == 1


def _is_sum(row: Any) -> bool:
    """Whether it adds up rows: its first cell spans columns and others follow."""
    first = next(iter(cells(row)), None)
    return first is not None and first[1] > 1 and len(row.findall(qn("w:tc"))) > 1
