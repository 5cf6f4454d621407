"""Who coordinates a pendampingan, and its logbook: `koordinator`.

A3: a coordinator is named and the logbook exists, once the activity has begun (level data). C3, D3: one
koordinator and one wakil koordinator; more than one of either is the finding, so is a list of tenaga that
names the one and not the other. A blank is DATA-KOSONG there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dak_excel.checks.missing import kosong_kegiatan, sebutan
from dak_excel.checks.notions import menyangkal
from dak_excel.checks.registry import Lingkup, jenis, temuan_kegiatan
from dak_excel.checks.tenaga_kegiatan import peran, tenaga_rincian
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import nama_orang
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.grid import CellRange

_NEXT_NAME = re.compile(r"\s*(?:[;\n\r/&]|\bdan\b|\bserta\b|(?<!\w)\d{1,2}[.)](?!\d))\s*", re.I)
"""What stands between two names in a cell, their numbers among it; a comma may as well lead to a degree."""

Orang = list[tuple[str, CellRange]]


class BatasKoordinator(Model):
    """`wakil`: a wakil koordinator is needed too; `logbook`: so is the logbook."""

    wakil: bool = False
    logbook: bool = False


@jenis("koordinator", BatasKoordinator, isi=("jabatan",), varian=("jumlah", "tiada", "logbook"))
def koordinator(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """An activity without a coordinator or logbook, or with too many coordinators."""
    b = BatasKoordinator(**k.batas)
    for kegiatan in lingkup.kegiatan:
        if not _sudah_mulai(lingkup, kegiatan):
            continue
        if b.wakil:
            yield from _dua_orang(k, lingkup, kegiatan)
        elif (kegiatan.baris or kegiatan.tenaga) and not _orang(lingkup, kegiatan, "koordinator"):
            yield temuan_kegiatan(k, _tempat(kegiatan, "koordinator"), kegiatan)
        if b.logbook and _tanpa_logbook(lingkup, kegiatan):
            yield temuan_kegiatan(k, _tempat(kegiatan, "logbook"), kegiatan, varian="logbook")


def _tanpa_logbook(lingkup: Lingkup, kegiatan: Kegiatan) -> bool:
    """The row says that there is none, or nothing speaks of one when the activity is done."""
    stated = kegiatan.fakta("logbook")
    if kegiatan.kunjungan or (stated and stated.nilai):
        return False
    waktu = kegiatan.waktu
    over = waktu is not None and waktu.nilai.selesai < lingkup.per
    return stated is not None or kegiatan.realisasi is not None or over


def _sudah_mulai(lingkup: Lingkup, kegiatan: Kegiatan) -> bool:
    """It is reported as done, has visits, or its first day is past."""
    if kegiatan.realisasi or kegiatan.kunjungan:
        return True
    first = kegiatan.hari_pertama
    return first is not None and first.nilai < lingkup.per


def _dua_orang(k: Ketentuan, lingkup: Lingkup, kegiatan: Kegiatan) -> Iterator[Temuan]:
    named = {field: _orang(lingkup, kegiatan, field) for field in ("koordinator", "wakil_koordinator")}
    listed = any(peran(lingkup, t) & set(named) for t, _ in tenaga_rincian(lingkup))
    for field, people in named.items():
        jabatan = sebutan(lingkup, field).removeprefix("nama ")
        stated, dash = kegiatan.fakta(field), _garis(kegiatan, field)
        if len(people) > 1:
            yield temuan_kegiatan(
                k, people[1][1], kegiatan, nilai=str(len(people)), varian="jumlah", jabatan=jabatan
            )
        elif not people and (listed or stated or dash):
            place = stated.cell if stated else dash or _tempat(kegiatan, field)
            yield temuan_kegiatan(k, place, kegiatan, varian="tiada", jabatan=jabatan)
        elif not people:
            yield from kosong_kegiatan(lingkup, k, kegiatan, field)


def _garis(kegiatan: Kegiatan, field: str) -> CellRange | None:
    """The cell in which a dash says that there is none."""
    rows = (row for row in kegiatan.baris if row.has(field) and not row.blank(field))
    return next((row.cell(field) for row in rows if row.problem(field) is None), None)


def _orang(lingkup: Lingkup, kegiatan: Kegiatan, field: str) -> Orang:
    """The distinct people who hold an office, from the activity's row and the list of tenaga."""
    people: dict[str, tuple[str, CellRange]] = {}
    stated = kegiatan.fakta(field)
    if stated and not menyangkal(lingkup.juknis, str(stated.nilai)):
        for name in _NEXT_NAME.split(_tertulis(kegiatan, field) or str(stated.nilai)):
            if key := nama_orang(name):
                people.setdefault(key, (name, stated.cell))
    for row, own in tenaga_rincian(lingkup):
        if field in peran(lingkup, row) and (own is kegiatan or own is None):
            people.setdefault(nama_orang(row.nama), (row.nama or "", row.cell("nama")))
    return list(people.values())


def _tertulis(kegiatan: Kegiatan, field: str) -> str:
    """The cell that names them as it stands there, with its lines."""
    rows = sorted(kegiatan.baris, key=lambda row: row.tahap != "realisasi")
    row = next((row for row in rows if getattr(row, field)), None)
    raw = row.raw(field) if row else None
    return raw if isinstance(raw, str) else ""


def _tempat(kegiatan: Kegiatan, field: str) -> CellRange | None:
    """The cell of the activity's row where it would stand, else where the activity is shown."""
    row = next((row for row in kegiatan.baris if row.has(field)), None)
    return row.cell(field) if row else kegiatan.tempat_temuan
