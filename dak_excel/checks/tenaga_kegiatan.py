"""Which tenaga of the lists a rule is about: the teachers of an activity, the pendamping, the koordinator."""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.checks.notions import dictionary
from dak_excel.checks.registry import Lingkup
from dak_excel.daerah.model import Kegiatan
from dak_excel.sheets.records import Tenaga


def tenaga_rincian(lingkup: Lingkup) -> Iterator[tuple[Tenaga, Kegiatan | None]]:
    """The named tenaga of the rule's rincian, with the activity that each belongs to, if any."""
    seen: set[int] = set()
    for kegiatan in lingkup.kegiatan:
        for row in kegiatan.tenaga:
            if row.nama and id(row) not in seen:
                seen.add(id(row))
                yield row, kegiatan
    kode = lingkup.rincian.kode if lingkup.rincian else ""
    for row in lingkup.daerah.tenaga:
        if row.nama and row.rincian == kode and id(row) not in seen:
            yield row, None


def roles_of(lingkup: Lingkup, row: Tenaga) -> frozenset[str]:
    """What someone does: groups of istilah `peran`."""
    return dictionary(lingkup.juknis, "peran").golongan(row.peran)


def required_tenaga(lingkup: Lingkup, wanted: str = "") -> Iterator[tuple[Tenaga, Kegiatan | None]]:
    """The tenaga whom the rincian's requirements are about.

    A koordinator, moderator or panitia is none; where the requirements are for pendamping (A3, C3), a
    narasumber is none, nor is one who is only that where they are for instruktur and pengajar (B2, B4, D2). A
    row that states no role counts.
    """
    kinds = {"": {"pendamping", "pengajar", "narasumber"}, "pengajar": {"pendamping", "pengajar"}}.get(
        wanted, {wanted}
    )
    for row, kegiatan in tenaga_rincian(lingkup):
        roles = roles_of(lingkup, row) - {"pelaku_usaha"}
        if not roles or roles & kinds:
            yield row, kegiatan


def pendamping(lingkup: Lingkup, kegiatan: Kegiatan) -> list[Tenaga]:
    """The pendamping of one activity; those of the rincian whom no activity claims belong to its only one."""
    rows = [t for t in kegiatan.tenaga if t.nama]
    if not rows and len(lingkup.kegiatan) == 1:
        rows = [t for t, _ in tenaga_rincian(lingkup)]
    return [t for t in rows if "pendamping" in roles_of(lingkup, t) or not t.peran]
