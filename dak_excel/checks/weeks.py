"""How many days a training spans, against the weeks that the juknis puts behind its JPL: `minggu_pelatihan`.

The sessions of the jadwal count where there are some on several days, else the days of the activity; days of
studi banding, of visits and of travel are left out. A month that is only planned («Juni 2023») says no more
than when about, and gives nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from dak_excel.checks.activity_form import forms_of_days, is_study_only
from dak_excel.checks.notions import dictionary
from dak_excel.checks.registry import Scope, activity_finding, kind
from dak_excel.daerah.model import Fact, Kegiatan
from dak_excel.findings import Temuan
from dak_excel.indonesian import date_range
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Jadwal
from dak_excel.sheets.tabel import Span

_PALING_LAMA = 60
"""Days that one row of a jadwal can speak of."""
_PERJALANAN = re.compile(r"\b(?:perjalanan|keberangkatan|berangkat|kepulangan|libur)\b", re.I)
STUDI = frozenset({"studi_banding", "kunjungan", "ojt"})


class BatasMinggu(Model):
    """`hari`: most days that a training spans; `lama`: the same in the juknis's words; `studi`: days that a
    studi banding within it, of unknown length, may take beside them; `perjalanan`: days of travel beside its
    known working days."""

    hari: int
    lama: str
    studi: int = 9
    perjalanan: int = 4


@kind("minggu_pelatihan", BatasMinggu, isi=("waktu",))
def minggu_pelatihan(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A training that spans more days than its weeks have, once an activity."""
    b = BatasMinggu(**k.batas)
    for kegiatan in scope.kegiatan:
        if is_study_only(scope, kegiatan):
            continue
        span = _training_days(scope, kegiatan)
        if span is None or _within_a_month(span.nilai):
            continue
        away = _study_days(scope, kegiatan, span.nilai, b)
        if span.nilai.days - away > b.hari:
            yield activity_finding(
                k,
                span.cell,
                kegiatan,
                nilai=str(span.nilai.days - away),
                waktu=date_range(span.nilai.mulai, span.nilai.selesai),
            )


def _training_days(scope: Scope, kegiatan: Kegiatan) -> Fact[Span] | None:
    """From the first to the last day of training; None where no day is known or they are out of order."""
    days = _days_of_sessions(kegiatan)
    if len(days) > 1:
        training = [day for day, rows in days.items() if any(_sessions_of(scope, row) for row in rows)]
        if not training:
            return None
        return Fact(Span(min(training), max(training)), days[max(training)][0].cell("waktu"))
    waktu = kegiatan.when
    return waktu if waktu and waktu.nilai.selesai >= waktu.nilai.mulai else None


def _days_of_sessions(kegiatan: Kegiatan) -> dict[date, list[Jadwal]]:
    """The sessions by their day; those of several days count for each."""
    days: dict[date, list[Jadwal]] = defaultdict(list)
    for row in kegiatan.jadwal:
        if row.waktu:
            for n in range(min(max(row.waktu.days, 1), _PALING_LAMA)):
                days[row.waktu.mulai + timedelta(days=n)].append(row)
    return days


def _study_days(scope: Scope, kegiatan: Kegiatan, span: Span, b: BatasMinggu) -> int:
    """Days of the span that are none of training: by the jadwal, else what a studi banding may take."""
    days = _days_of_sessions(kegiatan)
    if len(days) > 1:
        inside = (rows for day, rows in days.items() if span.mulai <= day <= span.selesai)
        return sum(1 for rows in inside if not any(_sessions_of(scope, row) for row in rows))
    if not forms_of_days(scope, kegiatan) & STUDI:
        return 0
    stated = kegiatan.fact("hari_kerja")
    return int(stated.nilai) + b.perjalanan if stated else b.studi


def _sessions_of(scope: Scope, row: Jadwal) -> bool:
    """A session of the training itself, not of its studi banding, visits or travel."""
    text = " ".join(filter(None, (row.materi, row.metode, row.tempat)))
    if dictionary(scope.juknis, "bentuk").groups(text) & STUDI:
        return False
    return not _PERJALANAN.search(text)


def _within_a_month(waktu: Span) -> bool:
    """Whole months, from a first to a last day: a plan that says when about."""
    last = monthrange(waktu.selesai.year, waktu.selesai.month)[1]
    return waktu.mulai.day == 1 and waktu.selesai.day == last
