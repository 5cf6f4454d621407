"""The name of the kabupaten/kota that the title lines of its sheets tell, where identitas gives none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dak_excel.daerah.model import Daerah
from dak_excel.sheets.grid import Value
from dak_excel.wilayah import find_kabkota, find_province, without_government

_NAMED = re.compile(r"\b(kabupaten|kab\.|kota)\s+([^\W\d][^\W\d' -]*(?:[ '-][^\W\d][^\W\d'-]*)*)", re.I)
_STOP = frozenset(
    {"tahun", "ta", "anggaran", "provinsi", "prov", "dinas", "dak", "dana", "periode", "semester", "bulan"}
    | {
        "kecamatan",
        "kec",
        "desa",
        "jalan",
        "jl",
        "yang",
        "di",
        "dan",
        "untuk",
        "dari",
        "per",
        "sampai",
        "dengan",
    }
    | {"angkatan", "kegiatan", "pelatihan", "sumber", "tanggal", "no", "nomor", "i", "ii", "iii", "iv"}
)


def stated_name(daerah: Daerah) -> str | None:
    """The kabupaten/kota of identitas, else the one that titles tell: the only one, or that of most sheets.

    None where none does. A folder's name is no source.
    """
    if given := daerah.told("kabkota"):
        return without_government(str(given))
    count: dict[str, int] = {}
    names: dict[str, str] = {}
    for sheet in daerah.sheets():
        told = {
            name.casefold(): name
            for tabel in sheet.tables
            for name in _titles(tabel.grid.rows, tabel.header[0])
        }
        for key, name in told.items():
            count[key] = count.get(key, 0) + 1
            names.setdefault(key, name)
    best = sorted(count, key=lambda key: -count[key])
    if not best or (len(best) > 1 and count[best[0]] == count[best[1]]):
        return None
    return names[best[0]]


def province_of(daerah: Daerah) -> str:
    """The province: as identitas gives it, in the spelling of the list, else that of the kabupaten/kota.

    Empty where neither tells (a name that two provinces have, a folder that is named otherwise).
    """
    if given := str(daerah.told("provinsi") or "").strip():
        return find_province(given) or given
    place = find_kabkota(daerah.official_name)
    return place.provinsi if place else ""


def _titles(rows: Sequence[Sequence[Value]], header: int) -> list[str]:
    """The names in the rows above a table's header."""
    found = []
    for row in rows[: header - 1]:
        for value in row:
            if isinstance(value, str):
                found += names_in(value)
    return found


def names_in(line: str) -> list[str]:
    """The names of kabupaten and kota in a line: `REKAP KAB. CONTOH TA 2023` → `Kabupaten Contoh`."""
    found = []
    for kind, rest in _NAMED.findall(line):
        words: list[str] = []
        for word in rest.split():
            if word.casefold() in _STOP:
                break
            words.append(word.title() if word.isupper() or word.islower() else word)
        if words:
            found.append(f"{'Kota' if kind.casefold() == 'kota' else 'Kabupaten'} {' '.join(words)}")
    return found
