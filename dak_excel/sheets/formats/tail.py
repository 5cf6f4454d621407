"""The blank end of a sheet: passed over while it streams by, so that it is never held.

Whoever formats whole columns down to row 1,048,576 saves hundreds of megabytes of rows without a value. A
first pass finds where the last value is, a second reads up to there.
"""

from __future__ import annotations

import re
from typing import IO

from dak_excel.sheets.formats.archive import Archive, check_xml
from dak_excel.sheets.formats.limits import STREAMED_FROM

_PIECE = 4 * 2**20
_OVERLAP = 64  # bytes: longer than any tag that is looked for
_VALUE = (b"v>", b"t>", b"f>", b"<f ", b":f ")  # ends of values and texts; formulas
_END = re.compile(rb"</(?:[\w.-]+:)?sheetData>")
_ROW_END = re.compile(rb"</(?:[\w.-]+:)?row>")
_ROW_REACH = 4 * 2**20  # bytes from a value to the end of its row, at most


def read_sheet_xml(archive: Archive, name: str) -> tuple[bytes, bool]:
    """A worksheet's XML as UTF-8, and whether blank rows at its end were left out.

    Raises Refusal when it is damaged or beyond the limits.
    """
    if archive.size(name) <= STREAMED_FROM:
        return archive.read_xml(name), False
    with archive.stream(name) as source:
        last, end = _last_value(source)
    if end - last <= STREAMED_FROM:
        return archive.read_xml(name), False
    with archive.stream(name) as source:
        head = source.read(last + _ROW_REACH)
        source.seek(end)
        rest = source.read(STREAMED_FROM)
    row = _ROW_END.search(head, last)
    if last and not row:
        return archive.read_xml(name), False
    start = head.find(b">", head.find(b"sheetData")) + 1
    kept = head[: row.end() if row else start] + rest
    archive.weigh(name, len(kept))
    return check_xml(kept), True


def _last_value(source: IO[bytes]) -> tuple[int, int]:
    """Where the last value begins, and where the rows end; both are 0 when there is no end of rows."""
    last = at = 0
    before = b""
    while piece := source.read(_PIECE):
        window = before + piece
        origin = at - len(before)
        end = _END.search(window)
        reach = end.start() if end else len(window)
        found = max(window.rfind(mark, 0, reach) for mark in _VALUE)
        if found >= 0:
            last = origin + found
        if end:
            while source.read(_PIECE):  # to the end, where the checksum is
                continue
            return last, origin + end.start()
        at += len(piece)
        before = window[-_OVERLAP:]
    return 0, 0
