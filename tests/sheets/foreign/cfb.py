"""A compound file (OLE2) with given streams, as small as the format allows."""

from __future__ import annotations

import struct

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512


def compound(streams: dict[str, bytes], embedded: dict[str, bytes] | None = None) -> bytes:
    """The bytes of the file; streams are padded to 4,096 bytes so that none needs the mini FAT.

    `embedded` are the streams of an object in a storage of its own, which comes first in the directory.
    """
    if embedded:
        return _with_object(streams, embedded)
    contents = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    sectors: list[bytes] = []
    fat: list[int] = []

    def chain(data: bytes) -> int:
        start = len(sectors)
        pieces = [data[i : i + SECTOR].ljust(SECTOR, b"\0") for i in range(0, len(data), SECTOR)]
        sectors.extend(pieces)
        fat.extend([*range(start + 1, start + len(pieces)), END])
        return start

    starts = {name: chain(data) for name, data in contents.items()}
    entries = [_entry("Root Entry", 5, END, 0, 1 if contents else FREE)]
    names = list(contents)
    for at, name in enumerate(names):
        right = at + 2 if at + 1 < len(names) else FREE
        entries.append(_entry(name, 2, starts[name], len(contents[name]), FREE, right))
    directory = chain(b"".join(entries))
    fat_count = (len(sectors) + 1 + 127) // 128
    fat_start = len(sectors)
    fat.extend([FAT] * fat_count)
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(fat_count * SECTOR, b"\xff")
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\0" * 16,
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        fat_count,
        directory,
        0,
        4096,
        END,
        0,
        END,
        0,
    )
    difat = struct.pack("<109I", *([*range(fat_start, fat_start + fat_count)] + [FREE] * 109)[:109])
    return header + difat + b"".join(sectors) + table


def _with_object(streams: dict[str, bytes], embedded: dict[str, bytes]) -> bytes:
    """A flat file whose directory is then made a tree: root → object → its streams, root → the others."""
    inner = {f"{name}\0": data for name, data in embedded.items()}
    flat = bytearray(compound({"MBD00A1B2C3": b"", **inner, **streams}))
    base = 512 * (struct.unpack_from("<I", flat, 48)[0] + 1)
    first_outer = 2 + len(embedded)

    def point(entry: int, kind: int, right: int, child: int) -> None:
        at = base + 128 * entry
        flat[at + 66] = kind
        struct.pack_into("<II", flat, at + 72, right, child)

    point(1, 1, first_outer, 2)
    last = 1 + len(embedded)
    for number, name in enumerate(embedded, 2):
        raw = (name + "\0").encode("utf-16-le")
        struct.pack_into("<64sH", flat, base + 128 * number, raw, len(raw))
        point(number, 2, FREE if number == last else number + 1, FREE)
    return bytes(flat)


def _entry(name: str, kind: int, start: int, size: int, child: int = FREE, right: int = FREE) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", raw, len(raw), kind, 1, FREE, right, child, b"\0" * 16, 0, 0, 0, start, size
    )
