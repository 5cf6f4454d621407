"""Who is who in the lists: people by NIK, else by name and usaha; IKM by the name of the usaha.

A row without name and NIK is nobody (ruled lines below a list, a stray remark).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from dak_excel.daerah.model import Fakta, Kegiatan
from dak_excel.sheets.records import Peserta

_PEOPLE = re.compile(r"(?:org|orang|peserta)\b")
_SIGNS = re.compile(r"[\W_]+")


def nama_baku(text: str | None) -> str:
    """A name for comparison: lower case, without punctuation and doubled spaces."""
    return _SIGNS.sub(" ", text.casefold()).strip() if text else ""


def orang(peserta: Iterable[Peserta]) -> Iterator[Peserta]:
    """The rows that are people."""
    return (p for p in peserta if p.nama or p.nik)


def nama_usaha(p: Peserta) -> str:
    """Name and usaha as one key."""
    return f"{nama_baku(p.nama)}|{nama_baku(p.usaha)}"


def orang_berbeda(peserta: Iterable[Peserta]) -> list[Peserta]:
    """The first row of each distinct person. Someone with a NIK in one row and none in another is one."""
    rows = list(orang(peserta))
    seen = {p.nik: p for p in reversed(rows) if p.nik}
    others = [p for p in rows if not p.nik]
    if not others:
        return list(reversed(seen.values()))
    named = {nama_usaha(p) for p in seen.values()}
    rest = {nama_usaha(p): p for p in reversed(others)}
    chosen = {id(p) for p in seen.values()} | {id(p) for key, p in rest.items() if key not in named}
    return [p for p in rows if id(p) in chosen]


def jumlah_tertulis(kegiatan: Kegiatan) -> Fakta[Decimal] | None:
    """The number of people that an activity's own row states: its peserta, else its output in people."""
    if stated := kegiatan.fakta("jumlah_peserta"):
        return stated
    for field in ("capaian", "target"):
        for row in kegiatan.baris:
            value = getattr(row, field)
            if value is not None and _PEOPLE.match((row.satuan or "").casefold()):
                return Fakta(value, row.cell(field))
    return None


def ikm_berbeda(peserta: Iterable[Peserta]) -> list[Peserta]:
    """The first row of each distinct IKM: by the name of the usaha, else by person."""
    rows = list(orang(peserta))
    usaha = {nama_baku(p.usaha): p for p in reversed(rows) if p.usaha}
    tanpa = orang_berbeda(p for p in rows if not p.usaha)
    chosen = {id(p) for p in usaha.values()} | {id(p) for p in tanpa}
    return [p for p in rows if id(p) in chosen]
