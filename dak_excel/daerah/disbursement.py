"""Penyaluran: what came into the daerah's treasury account (RKUD), tranche by tranche.

Told by a small table (`Kind.PENYALURAN`), or by lines of identitas («Penyaluran Tahap I»). A tranche that
several sheets tell of is one: the first that says something of it is believed, what another says otherwise is
kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from dak_excel.daerah.model import Daerah

_STAGE = re.compile(
    r"\b(?:(?P<roman>iii|ii|iv|i)|(?P<digit>[1-9])|ke-?\s?(?P<nth>[1-9])|(?P<word>pertama|kedua|ketiga))\b"
)
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "pertama": 1, "kedua": 2, "ketiga": 3}
_TOTAL = re.compile(r"\s*(?:jumlah|total|jml)\b", re.I)
STAGES = (1, 2, 3)
"""Tranches that identitas has lines for."""


@dataclass(frozen=True, slots=True)
class Tahap:
    """A tranche: its number where its name tells one, its name, day, SP2D and rupiah; None is not known."""

    ke: int | None
    nama: str
    tanggal: date | None = None
    nomor: str | None = None
    jumlah: Decimal | None = None
    lain: tuple[Decimal, ...] = ()
    """Other amounts that sheets give for it."""


def tranches(daerah: Daerah) -> list[Tahap]:
    """The tranches of which a sheet tells that they came, by day."""
    found: list[Tahap] = []
    for one in _told(daerah):
        known = next((n for n, other in enumerate(found) if _same(one, other)), None)
        if known is None:
            found.append(one)
        else:
            found[known] = _joined(found[known], one)
    return sorted(found, key=lambda one: (one.tanggal or date.max, one.ke or 9))


def _told(daerah: Daerah) -> Iterator[Tahap]:
    for row in daerah.penyaluran:
        nama = " ".join((row.tahap or "").split())
        if _TOTAL.match(nama) or not (row.jumlah or row.tanggal):
            continue
        yield Tahap(_number(nama), nama, row.tanggal, row.nomor, row.jumlah)
    for n in STAGES:
        jumlah, tanggal = daerah.told(f"salur_{n}"), daerah.told(f"salur_{n}_tanggal")
        if jumlah or tanggal:
            yield Tahap(
                n,
                f"Tahap {'I' * n}",
                tanggal if isinstance(tanggal, date) else None,
                None,
                jumlah if isinstance(jumlah, Decimal) else None,
            )


def _number(nama: str) -> int | None:
    found = _STAGE.search(nama.casefold())
    if found is None:
        return None
    told = found["roman"] or found["word"]
    return _NUMBERS[told] if told else int(found["digit"] or found["nth"])


def _same(one: Tahap, other: Tahap) -> bool:
    """Whether two sheets tell of one tranche. A stage may come in two parts, on two days."""
    if one.tanggal and other.tanggal and one.tanggal != other.tanggal:
        return False
    if one.ke is not None and other.ke is not None:
        return one.ke == other.ke
    return one.nama.casefold() == other.nama.casefold()


def _joined(first: Tahap, second: Tahap) -> Tahap:
    more = () if second.jumlah in (None, first.jumlah) or first.jumlah is None else (second.jumlah,)
    return replace(
        first,
        tanggal=first.tanggal or second.tanggal,
        nomor=first.nomor or second.nomor,
        jumlah=second.jumlah if first.jumlah is None else first.jumlah,
        lain=(*first.lain, *(value for value in more if value is not None)),
    )
