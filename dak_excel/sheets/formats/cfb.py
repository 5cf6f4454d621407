"""Compound files (OLE2): the container of `.xls` and of encrypted workbooks; one stream is taken out.

What a file is, the streams of its root storage tell: those of an object embedded in a sheet bear the same
names, in a storage of their own.

Source: [MS-CFB] 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.6 (directory).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # from here on sector numbers are marks: end of chain, free, FAT
_ENTRY = 128
_STREAM, _ROOT = 2, 5
_NONE = 0xFFFFFFFF


class Damaged(Exception):
    """The container is cut off, or its chains go astray."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A stream or storage: its name, kind, first sector and size in bytes; and its place in the tree:
    the entries beside it (`left`, `right`) and the first below it (`child`), by their numbers."""

    name: str
    kind: int
    start: int
    size: int
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE


class CompoundFile:
    """The streams of a compound file by name. Raises Damaged."""

    def __init__(self, data: bytes) -> None:
        if len(data) < 512 or not data.startswith(MAGIC):
            raise Damaged
        self._data = data
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini_shift > shift:
            raise Damaged
        self._size, self._mini_size = 1 << shift, 1 << mini_shift
        directory, self._cutoff, mini_fat = struct.unpack_from("<I4xII", data, 48)
        difat_next, difat_count = struct.unpack_from("<II", data, 68)
        self._fat = self._read_fat(difat_next, difat_count)
        numbered = self._read_directory(directory)
        self.entries = list(numbered.values())
        root = next((e for e in self.entries if e.kind == _ROOT), None)
        self.top = _beside(numbered, root.child) if root else []
        self._mini = self._chain(root.start) if root and root.start < _END else b""
        self._mini_fat = _numbers(self._chain(mini_fat)) if mini_fat < _END else ()

    @property
    def names(self) -> set[str]:
        """Names in the root storage, in lower case; all names where the tree does not hang together."""
        return {entry.name.lower() for entry in self.top or self.entries}

    def stream(self, *names: str) -> bytes:
        """The first stream with one of these names, whatever their case; those of the root storage first."""
        for entries in (self.top, self.entries):
            for name in names:
                for entry in entries:
                    if entry.kind == _STREAM and entry.name.lower() == name.lower():
                        return self._content(entry)
        raise Damaged

    def _content(self, entry: Entry) -> bytes:
        if entry.size >= self._cutoff:
            return self._chain(entry.start)[: entry.size]
        found: list[bytes] = []
        at, size = entry.start, self._mini_size
        while at < _END:
            if at >= len(self._mini_fat) or len(found) * size > entry.size:
                raise Damaged
            found.append(self._mini[at * size : (at + 1) * size])
            at = self._mini_fat[at]
        return b"".join(found)[: entry.size]

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise Damaged
        return self._data[start : start + self._size]

    def _chain(self, start: int) -> bytes:
        found: list[bytes] = []
        at = start
        while at < _END:
            if at >= len(self._fat) or len(found) > len(self._fat):
                raise Damaged
            found.append(self._sector(at))
            at = self._fat[at]
        return b"".join(found)

    def _read_fat(self, following: int, count: int) -> tuple[int, ...]:
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        for _ in range(min(count, len(self._data) // self._size)):
            if following >= _END:
                break
            more = _numbers(self._sector(following))
            if not more:
                raise Damaged
            sectors += more[:-1]
            following = more[-1]
        return _numbers(b"".join(self._sector(n) for n in sectors if n < _END))

    def _read_directory(self, start: int) -> dict[int, Entry]:
        raw = self._chain(start)
        found = {}
        for at in range(0, len(raw) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", raw, at + 64)
            if kind and 2 <= length <= 64:
                name = raw[at : at + length - 2].decode("utf-16-le", "replace")
                first, size = struct.unpack_from("<II", raw, at + 116)
                found[at // _ENTRY] = Entry(
                    name, kind, first, size, *struct.unpack_from("<III", raw, at + 68)
                )
        return found


def _beside(entries: dict[int, Entry], first: int) -> list[Entry]:
    """The entries of one storage, given the number of the uppermost in its tree."""
    found: list[Entry] = []
    waiting, seen = [first], {_NONE}
    while waiting:
        number = waiting.pop()
        if number in seen or number not in entries:
            continue
        seen.add(number)
        found.append(entries[number])
        waiting += (entries[number].left, entries[number].right)
    return found


def _numbers(raw: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])
