"""BIFF12: the records of xlsb's binary parts, and cells in the forms that only some writers use.

Source: [MS-XLSB] 2.1.4 (records), 2.4.712 to 2.4.719 (BrtShort…: a cell without its column, which stands
beside the one before it), 2.4.316 (BrtCellRString: a text with its own formats). Excel reads them all and
writes few of them; calamine skips them, so that their cells were blank.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_LENGTH_BYTES = 4
_MORE = 0x80


def records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a binary part: (type, body); stops where it is cut off."""
    at, end = 0, len(part)
    while at < end:
        kind = part[at]
        at += 1
        if kind & _MORE and at < end:
            kind = (kind & 0x7F) | (part[at] << 7)
            at += 1
        size = 0
        for shift in range(_LENGTH_BYTES):
            if at >= end:
                return
            byte = part[at]
            at += 1
            size |= (byte & 0x7F) << (7 * shift)
            if not byte & _MORE:
                break
        if at + size > end:
            return
        yield kind, part[at : at + size]
        at += size


_SHORT = {12: 1, 13: 2, 14: 3, 15: 4, 16: 5, 17: 6, 18: 7}
"""Each short record, and the one of the same content with its column."""
_RICH, _TEXT = 62, 6
_FIRST_CELL, _LAST_CELL, _ROW = 1, 11, 0


def full_cells(part: bytes) -> bytes | None:
    """A sheet's part with a column in each cell and every text plain; None where it is so already."""
    if not any(kind in _SHORT or kind == _RICH for kind, _ in records(part)):
        return None
    out = bytearray()
    column = -1
    for kind, body in records(part):
        if kind in _SHORT and len(body) >= 4:
            column += 1
            out += record(_SHORT[kind], struct.pack("<i", column) + body)
            continue
        if kind == _ROW:
            column = -1
        elif (_FIRST_CELL <= kind <= _LAST_CELL or kind == _RICH) and len(body) >= 8:
            column = struct.unpack_from("<i", body)[0]
        if kind == _RICH and len(body) >= 13:
            length = struct.unpack_from("<I", body, 9)[0]
            out += record(_TEXT, body[:8] + body[9 : 13 + 2 * length])
        else:
            out += record(kind, body)
    return bytes(out)


def record(kind: int, body: bytes) -> bytes:
    """A record: type and length in groups of seven bits, then its content."""
    head = bytearray((kind,) if kind < _MORE else ((kind & 0x7F) | _MORE, kind >> 7))
    size = len(body)
    while True:
        head.append((size & 0x7F) | (_MORE if size > 0x7F else 0))
        size >>= 7
        if not size:
            return bytes(head) + body
