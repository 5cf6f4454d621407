"""One person in two activities on the same day: `orang_bentrok`.

The days of an activity are those of its sessions, else every day of its span; a span longer than
`paling_lama` days is that of a pendampingan or a process, whose days nobody wrote down.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from dak_excel.checks.registry import Scope, kind, row_finding
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import People, people_of
from dak_excel.findings import Temuan
from dak_excel.indonesian import date_range, date_text
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.tabel import Span


class BatasBentrok(Model):
    """`paling_lama`: days up to which someone is taken to be present on each day of a span."""

    paling_lama: int


@kind("orang_bentrok", BatasBentrok, isi=("lain", "waktu"))
def orang_bentrok(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """Someone listed in two activities that share a day; shown in the later one."""
    limit = BatasBentrok(**k.batas).paling_lama
    dated = [(days, kegiatan) for kegiatan in scope.kegiatan if (days := _days(kegiatan, limit))]
    clashing = [
        (first, second, shared)
        for number, (days, first) in enumerate(dated)
        for other, second in dated[number + 1 :]
        if (shared := days & other)
    ]
    if not clashing:
        return
    people = {id(kegiatan): _people(kegiatan) for _, kegiatan in dated}
    for one, two, shared in clashing:
        first, second = sorted((one, two), key=lambda item: min(_days(item, limit)))
        known = people[id(first)]
        for p in people[id(second)].chosen():
            if p in known:
                yield row_finding(
                    k,
                    p.cell("nik") if p.nik else p.cell("nama"),
                    p,
                    second,
                    lain=first.judul,
                    waktu=_span(shared),
                )


def _days(kegiatan: Kegiatan, limit: int) -> frozenset[date]:
    sessions = [row.waktu for row in kegiatan.jadwal if row.waktu is not None]
    if sessions:
        return frozenset(day for span in sessions if span.days <= limit for day in _each(span))
    waktu = kegiatan.when
    if waktu is None or not 1 <= waktu.nilai.days <= limit:
        return frozenset()
    return frozenset(_each(waktu.nilai))


def _each(span: Span) -> Iterator[date]:
    return (span.mulai + timedelta(days=n) for n in range(max(span.days, 0)))


def _people(kegiatan: Kegiatan) -> People:
    """The people; a name alone is too little to say that someone was in two places."""
    return People(p for p in people_of(kegiatan.peserta) if p.nik or p.usaha)


def _span(days: frozenset[date]) -> str:
    """`10 s.d. 14 Juli 2023`, or the first of days that do not follow each other with their number."""
    first, last = min(days), max(days)
    if len(days) == (last - first).days + 1:
        return date_range(first, last)
    return f"{len(days)} hari mulai {date_text(first)}"
