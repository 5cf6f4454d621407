"""Which tenaga of the lists a rule is about: the teachers of an activity, the pendamping, the koordinator."""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.checks.notions import dictionary
from dak_excel.checks.registry import Scope
from dak_excel.daerah.model import Kegiatan
from dak_excel.sheets.records import Tenaga


def tenaga_rincian(scope: Scope) -> Iterator[tuple[Tenaga, Kegiatan | None]]:
    """The named tenaga of the rule's rincian, with the activity that each belongs to, if any."""
    seen: set[int] = set()
    for kegiatan in scope.kegiatan:
        for row in kegiatan.tenaga:
            if row.nama and id(row) not in seen:
                seen.add(id(row))
                yield row, kegiatan
    kode = scope.rincian.kode if scope.rincian else ""
    for row in scope.daerah.tenaga:
        if row.nama and row.rincian == kode and id(row) not in seen:
            yield row, None


def roles_of(scope: Scope, row: Tenaga) -> frozenset[str]:
    """What someone does: groups of istilah `peran`."""
    return dictionary(scope.juknis, "peran").groups(row.peran)


def required_tenaga(scope: Scope, wanted: str = "") -> Iterator[tuple[Tenaga, Kegiatan | None]]:
    """The tenaga whom the rincian's requirements are about.

    A koordinator, moderator or panitia is none; where the requirements are for pendamping (A3, C3), a
    narasumber is none, nor is one who is only that where they are for instruktur and pengajar (B2, B4, D2). A
    row that states no role counts.
    """
    kinds = {"": {"pendamping", "pengajar", "narasumber"}, "pengajar": {"pendamping", "pengajar"}}.get(
        wanted, {wanted}
    )
    for row, kegiatan in tenaga_rincian(scope):
        roles = roles_of(scope, row) - {"pelaku_usaha"}
        if not roles or roles & kinds:
            yield row, kegiatan


def pendamping(scope: Scope, kegiatan: Kegiatan) -> list[Tenaga]:
    """The pendamping of one activity; those of the rincian whom no activity claims belong to its only one."""
    rows = [t for t in kegiatan.tenaga if t.nama]
    if not rows and len(scope.kegiatan) == 1:
        rows = [t for t, _ in tenaga_rincian(scope)]
    return [t for t in rows if "pendamping" in roles_of(scope, t) or not t.peran]
