"""JPL: how many jam pelajaran an activity has: what its row or its title lines state, else its timetable."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dak_excel.daerah.facts import Answer, Known, Unknown
from dak_excel.daerah.model import Kegiatan
from dak_excel.sheets.records import Jadwal


def jpl(kegiatan: Kegiatan) -> Answer[Decimal]:
    """The JPL of an activity; a timetable that adds up to something else stands in `lain`."""
    stated, summed = kegiatan.fact("jpl"), jpl_jadwal(kegiatan)
    if stated is None or not isinstance(stated.nilai, Decimal):
        return summed
    apart = (
        (summed,)
        if isinstance(summed, Known)
        and summed.nilai != stated.nilai
        and not _each_table_tells_all(kegiatan, stated.nilai)
        else ()
    )
    return Known(stated.nilai, (stated.cell,), menurut="yang tertulis untuk kegiatan", lain=apart)


def jpl_jadwal(kegiatan: Kegiatan) -> Answer[Decimal]:
    """Sum of the JPL of all sessions, a session that two sheets give once; unknown when one is unreadable."""
    rows = distinct_sessions(kegiatan.jadwal)
    total = jpl_of_sessions(rows)
    if total is None:
        return Unknown("JPL")
    first = next(row for row in rows if row.jpl is not None)
    return Known(total, (first.tabel.header_ref("jpl"),), menurut="jadwal")


def distinct_sessions(rows: Sequence[Jadwal]) -> list[Jadwal]:
    """The sessions, each once: one that another sheet repeats is left out."""
    seen: dict[tuple[object, ...], int] = {}
    kept = []
    for row in rows:
        key = (row.waktu, row.pukul_mulai, row.pukul_selesai, (row.materi or "").casefold().strip(), row.jpl)
        if seen.setdefault(key, id(row.tabel)) == id(row.tabel) or row.waktu is None:
            kept.append(row)
    return kept


def jpl_of_sessions(rows: Sequence[Jadwal]) -> Decimal | None:
    """The JPL of some sessions; None when none is given or one cannot be read."""
    if any(row.problem("jpl") for row in rows):
        return None
    given = [row.jpl for row in rows if row.jpl is not None]
    return sum(given, Decimal(0)) if given else None


def _each_table_tells_all(kegiatan: Kegiatan, stated: Decimal) -> bool:
    """Whether a timetable that was dropped in two versions adds up in each."""
    tables = {id(row.tabel): row.tabel for row in kegiatan.jadwal}
    if len(tables) < 2:
        return False
    return all(
        jpl_of_sessions([r for r in kegiatan.jadwal if r.tabel is tabel]) == stated
        for tabel in tables.values()
    )
