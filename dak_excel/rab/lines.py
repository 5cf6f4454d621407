"""Which rows of the RAB sheets are lines of the DAK Nonfisik, and how one line is told from another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dak_excel.sheets.records import Baris, BarisRab
from dak_excel.sheets.tabel import Tabel

Kode = tuple[int, ...]
_SUM = re.compile(r"(?:sub|grand)?(?:jumlah|jmlh|jml|jlh|total)")


@lru_cache(maxsize=4096)
def kode_angka(kode: str | None) -> Kode:
    """A kode rekening as numbers: `5.1.02.` → (5, 1, 2), as `5.1.2`; empty for none."""
    return tuple(int(part) for part in re.findall(r"\d+", kode or ""))


def per_tabel(rows: Iterable[BarisRab]) -> list[tuple[Tabel, list[BarisRab]]]:
    """The rows by their table, in the order of the sheets."""
    tables: dict[int, tuple[Tabel, list[BarisRab]]] = {}
    for row in rows:
        tables.setdefault(id(row.tabel), (row.tabel, []))[1].append(row)
    return list(tables.values())


def menutup(row: BarisRab) -> bool:
    """Whether a row calls itself the sum of what stands above it: `Jumlah A`, `SUB TOTAL`, `J U M L A H`."""
    letters = "".join(c for c in (row.uraian or "").casefold() if c.isalpha())
    return _SUM.match(letters) is not None


def jenis_baris(row: BarisRab) -> Baris:
    """What a row is; a line without any calculation that calls itself a sum is a total."""
    if row.jenis is Baris.RINCI and row.harga is None and not row.faktor and row.volume is None:
        return Baris.TOTAL if menutup(row) else Baris.RINCI
    return row.jenis


def baris_dak(rows: Iterable[BarisRab], bukan_dak: Sequence[str] = ()) -> Iterator[BarisRab]:
    """The leaf lines that have a text and are not said to be paid from another source."""
    for row in rows:
        if jenis_baris(row) is not Baris.RINCI or not (row.uraian or row.spesifikasi):
            continue
        source = " ".join((row.sumber_dana or "").casefold().replace("-", " ").split())
        if source not in bukan_dak:
            yield row


def identitas_baris_rab(rows: Iterable[BarisRab]) -> dict[int, str]:
    """`id(row)` → what tells a line from others of its table even after rows have moved."""
    seen: dict[tuple[int, str], int] = defaultdict(int)
    names = {}
    for row in rows:
        text = "|".join(part or "" for part in (row.uraian, row.spesifikasi, row.kode))
        seen[id(row.tabel), text] += 1
        names[id(row)] = f"{text}|{seen[id(row.tabel), text]}"
    return names
