"""Panitia who travel with the peserta: `panitia_luar_daerah`, at most so many per cent of them.

Only for an activity outside the kabupaten/kota. Of 25 peserta 10 % are 2.5 people: 2 may travel, 3 are too
many. Travel of panitia in the RAB is held to the same limit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from dak_excel.checks.missing import missing_fact
from dak_excel.checks.place import place_outside
from dak_excel.checks.registry import Scope, activity_finding, kind, row_finding
from dak_excel.checks.wilayah import Wilayah
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import distinct_people, stated_headcount
from dak_excel.findings import Temuan
from dak_excel.indonesian import number_text
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Baris, BarisRab

_TRAVEL = re.compile(r"\b(?:perjalanan|transpor\w*|uang harian|penginapan|tiket|akomodasi|sppd)\b", re.I)
_PANITIA = re.compile(r"\bpanitia\b", re.I)
_PEOPLE = re.compile(r"(?:org|orang|pax|ok|oh)\b", re.I)


class BatasPanitia(Model):
    """Per cent of the peserta."""

    persen: Decimal


@kind("panitia_luar_daerah", BatasPanitia, isi=("peserta", "terbanyak"))
def panitia_luar_daerah(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """More panitia than the share of the peserta that the rule allows."""
    b = BatasPanitia(**k.batas)
    own = Wilayah(scope)
    for kegiatan in scope.kegiatan:
        if not place_outside(own, kegiatan):
            continue
        peserta = _peserta(kegiatan)
        if peserta is None:
            yield from missing_fact(scope, k, kegiatan, "jumlah_peserta")
            continue
        words: dict[str, Any] = {"peserta": number_text(peserta), "terbanyak": int(peserta * b.persen / 100)}
        panitia = kegiatan.fact("panitia")
        if panitia is None:
            yield from missing_fact(scope, k, kegiatan, "panitia")
        elif panitia.nilai * 100 > peserta * b.persen:
            yield activity_finding(k, panitia.cell, kegiatan, nilai=number_text(panitia.nilai), **words)
        for row in kegiatan.rab:
            orang = _travellers(row)
            if orang is not None and orang * 100 > peserta * b.persen:
                yield row_finding(k, row.cell("volume"), row, kegiatan, nilai=number_text(orang), **words)


def _peserta(kegiatan: Kegiatan) -> Decimal | None:
    """People on the list, else the number that the activity's row states."""
    if people := distinct_people(kegiatan.peserta):
        return Decimal(len(people))
    stated = stated_headcount(kegiatan)
    return stated.nilai if stated else None


def _travellers(row: BarisRab) -> Decimal | None:
    """How many panitia a budget line of travel is for; None for any other line."""
    if row.jenis is not Baris.RINCI:
        return None
    text = f"{row.uraian or ''} {row.spesifikasi or ''}"
    if not _PANITIA.search(text) or not _TRAVEL.search(" ".join((text, *row.kelompok[-1:]))):
        return None
    return next((number for number, unit in row.faktor if _PEOPLE.match(unit)), None)
