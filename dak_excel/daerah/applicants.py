"""Lists beside the list of peserta of an activity: of those who applied, and old copies on hidden sheets.

They count only where there is no other list.
"""

from __future__ import annotations

import re

from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import People
from dak_excel.sheets.tabel import Tabel

_APPLYING = r"calon\s+peserta|pendaftar(?:an)?|cadangan|seleksi"
_APPLICANTS = re.compile(
    rf"\b(?:{_APPLYING}|form(?:ulir)?\s+responses?|jawaban\s+formulir|responses)\b", re.I
)
_APPLIED = re.compile(rf"\b(?:{_APPLYING})\b", re.I)
"""Words of a list of those who applied; the answers to a web form may well be of those who came."""
SALINAN = 0.9
"""Share of its people who stand in another list, from which a list on a hidden sheet is a copy."""


def without_applicants(kegiatan: Kegiatan) -> None:
    """Leaves the lists that do not count out of an activity that has one that does."""
    tables = {id(row.tabel): row.tabel for row in kegiatan.peserta}
    if len(tables) < 2:
        return
    left = {key for key, tabel in tables.items() if _of_applicants(tabel)}
    if len(left) == len(tables):
        left = set()
    seen = [key for key in tables if key not in left and not tables[key].grid.hidden]
    shown = People(row for row in kegiatan.peserta if id(row.tabel) in seen)
    for key in tables.keys() - left - set(seen):
        people = [row for row in kegiatan.peserta if id(row.tabel) == key]
        if sum(row in shown for row in people) >= SALINAN * len(people):
            left.add(key)
    if left:
        kegiatan.peserta = [row for row in kegiatan.peserta if id(row.tabel) not in left]
        kegiatan.tabel = [tabel for tabel in kegiatan.tabel if id(tabel) not in left]


def only_applied(kegiatan: Kegiatan) -> bool:
    """Whether every list of an activity is of those who applied, and none says who came."""
    tables = {id(row.tabel): row.tabel for row in kegiatan.peserta}
    told = any(row.hadir is not None for row in kegiatan.peserta)
    return bool(tables) and not told and all(_named(tabel, _APPLIED) for tabel in tables.values())


def _of_applicants(tabel: Tabel) -> bool:
    return _named(tabel, _APPLICANTS)


def _named(tabel: Tabel, words: re.Pattern[str]) -> bool:
    stem = tabel.grid.workbook.rpartition("/")[2].rpartition(".")[0]
    return any(words.search(text.replace("_", " ")) for text in (tabel.judul, tabel.grid.sheet, stem))
