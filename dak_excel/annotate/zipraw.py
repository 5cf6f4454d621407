"""A zip archive rewritten without touching the entries that stay: their bytes are copied as they are.

`zipfile` finds the entries; local records (header, compressed data, data descriptor) are copied whole, and
only the offset in their central directory record changes. Entries that are new or changed are deflated
with a fixed date, so that the same input gives the same bytes.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from dak_excel.annotate.info import Unmarkable

_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_END = struct.Struct("<4s4H2LH")
_DOS_DATE = 0x0021  # 1 January 1980, the earliest that the format knows
_UTF8_NAME = 0x800
_BIG = 0xFFFFFFFF
_FAST_FROM = 4 << 20  # bytes: above this, speed is worth more than the last 10 % of size


@dataclass(frozen=True, slots=True)
class Entry:
    """One archive member: where its local record lies, and its central directory record.

    `name` has slashes, also where the archive has backslashes (old .NET); the new archive gets them so.
    """

    name: str
    start: int
    end: int
    central: bytes
    offset: int
    """The local header's offset as the central record has it (before any prefix is added)."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A new archive up to its central directory, and what of the old one it holds where.

    `kept` are (start in the old archive, end in the old archive, start in the new one).
    """

    records: bytes
    central: tuple[bytes, ...]
    kept: tuple[tuple[int, int, int], ...]


def read_entries(data: bytes) -> list[Entry]:
    """The members in the order of the central directory.

    Raises Unmarkable for an archive whose records cannot be told apart.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            directory = archive.start_dir
    except (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError) as error:
        raise Unmarkable("Berkas ini bukan arsip zip yang utuh.") from error
    starts = sorted({info.header_offset for info in infos if info.header_offset < directory})
    ends = dict(zip(starts, [*starts[1:], directory], strict=True))
    entries: list[Entry] = []
    at = directory
    for info in infos:
        fields = _CENTRAL.unpack_from(data, at)
        size = _CENTRAL.size + fields[12] + fields[13] + fields[14]
        record = data[at : at + size]
        at += size
        start = info.header_offset
        if start not in ends:
            raise Unmarkable("Daftar isi arsip zip ini tidak cocok dengan isinya.")
        entries.append(Entry(slashed(info.filename), start, ends[start], record, fields[18]))
    if sum(entry.end - entry.start for entry in entries) > 2 * len(data):
        raise Unmarkable("Banyak bagian berkas ini menempati tempat yang sama.")
    return entries


def slashed(name: str) -> str:
    """A member's name as it should be."""
    return name.replace("\\", "/")


def rewrite(
    data: bytes,
    entries: list[Entry],
    changed: Mapping[str, bytes],
    removed: frozenset[str] = frozenset(),
) -> Rewritten:
    """The archive with some members changed (by name), some removed, and new ones at the end."""
    out = io.BytesIO()
    central: list[bytes] = []
    kept: list[tuple[int, int, int]] = []
    known: set[str] = set()
    for entry in entries:
        if entry.name in removed:
            continue
        if entry.name not in changed:
            start = out.tell()
            begin = entry.start + _renamed(out, data, entry)
            kept.append((begin, entry.end, out.tell()))
            out.write(memoryview(data)[begin : entry.end])
            central.append(_moved(entry, start))
        elif entry.name not in known:  # of two members of one name, one is left
            central.append(_write(out, entry.name, changed[entry.name]))
        known.add(entry.name)
    for name, content in changed.items():
        if name not in known:
            central.append(_write(out, name, content))
    return Rewritten(out.getvalue(), tuple(central), tuple(kept))


def _renamed(out: io.BytesIO, data: bytes, entry: Entry) -> int:
    """Writes the head of a local record whose name has backslashes; how many bytes that were, else 0."""
    end = entry.start + _LOCAL.size
    if b"\\" not in _name_in(entry.central, _CENTRAL.size, 28) or end > entry.end:
        return 0
    name = _name_in(data[entry.start : entry.end], _LOCAL.size, 26)
    out.write(data[entry.start : end] + name.replace(b"\\", b"/"))
    return _LOCAL.size + len(name)


def _name_in(record: bytes, at: int, length_at: int) -> bytes:
    """The name in a record, given where it begins and where its length stands."""
    return record[at : at + int.from_bytes(record[length_at : length_at + 2], "little")]


def close(records: bytes, central: tuple[bytes, ...]) -> bytes:
    """Records plus their central directory: a whole archive."""
    directory = b"".join(central)
    if len(central) >= 0xFFFF or len(records) + len(directory) >= _BIG:
        raise Unmarkable("Berkas ini terlalu besar untuk ditandai.")
    count = len(central)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(records), 0)
    return records + directory + end


def stored(records: bytes, name: str, content: bytes) -> tuple[bytes, bytes]:
    """Append one uncompressed member: the grown records, and its central directory record."""
    local, central = _headers(name, content, content, 0, len(records))
    return records + local + content, central


def _write(out: io.BytesIO, name: str, content: bytes) -> bytes:
    level = 3 if len(content) > _FAST_FROM else 6
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    local, central = _headers(name, content, packed, zipfile.ZIP_DEFLATED, out.tell())
    out.write(local)
    out.write(packed)
    return central


def _headers(name: str, content: bytes, packed: bytes, method: int, offset: int) -> tuple[bytes, bytes]:
    raw = name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    crc = zlib.crc32(content)
    local = _LOCAL.pack(
        b"PK\x03\x04", 20, flags, method, 0, _DOS_DATE, crc, len(packed), len(content), len(raw), 0
    )
    sizes = (crc, len(packed), len(content), len(raw), 0, 0, 0, 0, 0, offset)
    central = _CENTRAL.pack(b"PK\x01\x02", 20, 0, 20, 0, flags, method, 0, _DOS_DATE, *sizes)
    return local + raw, central + raw


def _moved(entry: Entry, offset: int) -> bytes:
    """The central record with the local record's new place."""
    record = bytearray(entry.central)
    name = _name_in(entry.central, _CENTRAL.size, 28)
    record[_CENTRAL.size : _CENTRAL.size + len(name)] = name.replace(b"\\", b"/")
    if entry.offset != _BIG:
        struct.pack_into("<L", record, 42, offset)
        return bytes(record)
    fields = _CENTRAL.unpack_from(entry.central)
    at = _CENTRAL.size + fields[12]
    stop = at + fields[13]
    while at + 4 <= stop:
        kind, size = struct.unpack_from("<HH", entry.central, at)
        if kind == 1:  # zip64: uncompressed and compressed size where needed, then the offset
            skip = 8 * ((fields[11] == _BIG) + (fields[10] == _BIG))
            struct.pack_into("<Q", record, at + 4 + skip, offset)
            return bytes(record)
        at += 4 + size
    raise Unmarkable("Daftar isi arsip zip ini tidak cocok dengan isinya.")
