"""How to get the user's very bytes back out of an annotated file that nobody has changed.

The annotated archive holds most of the user's archive as it was; the rest (the records of the
parts that we changed, and the central directory) is kept in one more part. That part also holds the
digests of both, so that it is followed only when it still fits.
"""

from __future__ import annotations

import hashlib
import struct

from dak_excel.annotate.zipraw import Entry, Rewritten, close, stored

PART = "dak_excel/asal.dat"
CONTENT_TYPE = "application/vnd.dak-excel.asal"
_MAGIC = b"dak_excel asal 1\n"
_PIECE = struct.Struct("<BQQ")  # kind, start (of a kept piece), length
_KEPT, _GIVEN = 0, 1
_DIGEST = 32


def seal(original: bytes, new: Rewritten) -> bytes:
    """The whole annotated archive, with the recipe as its last part."""
    pieces = [_MAGIC, hashlib.sha256(original).digest(), hashlib.sha256(new.records).digest()]
    at = 0
    for start, end, place in sorted(new.kept):
        pieces += _given(original[at:start])
        pieces.append(_PIECE.pack(_KEPT, place, end - start))
        at = end
    pieces += _given(original[at:])
    records, central = stored(new.records, PART, b"".join(pieces))
    return close(records, (*new.central, central))


def unseal(data: bytes, entry: Entry, recipe: bytes) -> bytes | None:
    """The user's bytes; None when the file has been changed since, or the recipe is not whole."""
    head = len(_MAGIC) + 2 * _DIGEST
    if not recipe.startswith(_MAGIC) or len(recipe) < head:
        return None
    digest = recipe[len(_MAGIC) : len(_MAGIC) + _DIGEST]
    if hashlib.sha256(data[: entry.start]).digest() != recipe[len(_MAGIC) + _DIGEST : head]:
        return None
    out: list[bytes] = []
    at = head
    while at + _PIECE.size <= len(recipe):
        kind, start, length = _PIECE.unpack_from(recipe, at)
        at += _PIECE.size
        if kind == _KEPT:
            out.append(data[start : start + length])
        else:
            out.append(recipe[at : at + length])
            at += length
    original = b"".join(out)
    return original if hashlib.sha256(original).digest() == digest else None


def _given(content: bytes) -> list[bytes]:
    return [_PIECE.pack(_GIVEN, 0, len(content)), content] if content else []
