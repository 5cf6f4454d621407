"""Who coordinates a pendampingan, and its logbook: `koordinator`.

A3: a coordinator is named and the logbook exists, once the activity has begun (level data). C3, D3: one
koordinator and one wakil koordinator; more than one of either is the finding, so is a list of tenaga that
names the one and not the other. A blank is DATA-KOSONG there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dak_excel.checks.missing import missing_fact, name_of_field
from dak_excel.checks.notions import denies
from dak_excel.checks.registry import Scope, activity_finding, kind
from dak_excel.checks.tenaga_kegiatan import roles_of, tenaga_rincian
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import person_name
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


@kind("koordinator", BatasKoordinator, isi=("jabatan",), varian=("jumlah", "tiada", "logbook"))
def koordinator(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """An activity without a coordinator or logbook, or with too many coordinators."""
    b = BatasKoordinator(**k.batas)
    for kegiatan in scope.kegiatan:
        if not _has_begun(scope, kegiatan):
            continue
        if b.wakil:
            yield from _two_people(k, scope, kegiatan)
        elif (kegiatan.baris or kegiatan.tenaga) and not _people(scope, kegiatan, "koordinator"):
            yield activity_finding(k, _place_cell(kegiatan, "koordinator"), kegiatan)
        if b.logbook and _without_logbook(scope, kegiatan):
            yield activity_finding(k, _place_cell(kegiatan, "logbook"), kegiatan, varian="logbook")


def _without_logbook(scope: Scope, kegiatan: Kegiatan) -> bool:
    """The row says that there is none, or nothing speaks of one when the activity is done."""
    stated = kegiatan.fact("logbook")
    if kegiatan.kunjungan or (stated and stated.nilai):
        return False
    waktu = kegiatan.when
    over = waktu is not None and waktu.nilai.selesai < scope.per
    return stated is not None or kegiatan.realisasi is not None or over


def _has_begun(scope: Scope, kegiatan: Kegiatan) -> bool:
    """It is reported as done, has visits, or its first day is past."""
    if kegiatan.realisasi or kegiatan.kunjungan:
        return True
    first = kegiatan.first_day
    return first is not None and first.nilai < scope.per


def _two_people(k: Ketentuan, scope: Scope, kegiatan: Kegiatan) -> Iterator[Temuan]:
    named = {field: _people(scope, kegiatan, field) for field in ("koordinator", "wakil_koordinator")}
    listed = any(roles_of(scope, t) & set(named) for t, _ in tenaga_rincian(scope))
    for field, people in named.items():
        jabatan = name_of_field(scope, field).removeprefix("nama ")
        stated, dash = kegiatan.fact(field), _dash_cell(kegiatan, field)
        if len(people) > 1:
            yield activity_finding(
                k, people[1][1], kegiatan, nilai=str(len(people)), varian="jumlah", jabatan=jabatan
            )
        elif not people and (listed or stated or dash):
            place = stated.cell if stated else dash or _place_cell(kegiatan, field)
            yield activity_finding(k, place, kegiatan, varian="tiada", jabatan=jabatan)
        elif not people:
            yield from missing_fact(scope, k, kegiatan, field)


def _dash_cell(kegiatan: Kegiatan, field: str) -> CellRange | None:
    """The cell in which a dash says that there is none."""
    rows = (row for row in kegiatan.baris if row.has(field) and not row.blank(field))
    return next((row.cell(field) for row in rows if row.problem(field) is None), None)


def _people(scope: Scope, kegiatan: Kegiatan, field: str) -> Orang:
    """The distinct people who hold an office, from the activity's row and the list of tenaga."""
    people: dict[str, tuple[str, CellRange]] = {}
    stated = kegiatan.fact(field)
    if stated and not denies(scope.juknis, str(stated.nilai)):
        for name in _NEXT_NAME.split(_written(kegiatan, field) or str(stated.nilai)):
            if key := person_name(name):
                people.setdefault(key, (name, stated.cell))
    for row, own in tenaga_rincian(scope):
        if field in roles_of(scope, row) and (own is kegiatan or own is None):
            people.setdefault(person_name(row.nama), (row.nama or "", row.cell("nama")))
    return list(people.values())


def _written(kegiatan: Kegiatan, field: str) -> str:
    """The cell that names them as it stands there, with its lines."""
    rows = sorted(kegiatan.baris, key=lambda row: row.tahap != "realisasi")
    row = next((row for row in rows if getattr(row, field)), None)
    raw = row.raw(field) if row else None
    return raw if isinstance(raw, str) else ""


def _place_cell(kegiatan: Kegiatan, field: str) -> CellRange | None:
    """The cell of the activity's row where it would stand, else where the activity is shown."""
    row = next((row for row in kegiatan.baris if row.has(field)), None)
    return row.cell(field) if row else kegiatan.tempat_temuan
