"""How many months an activity takes: `durasi_bulan`.

Months are counted from date to date. An activity of n months that begins on the 15th may end on the 14th or
on the 15th n months later: both ways of writing it are in use, and neither is short or long. Where the
month has no such day (31 August + 6 months) its last day takes the place. So 1 March – 31 August and 15
March – 15 September are 6 months, 1 March – 2 September is more; 1 March – 31 May is 3 months, 1 March – 30
May is less.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from dak_excel.checks.missing import missing_fact
from dak_excel.checks.registry import Scope, activity_finding, kind
from dak_excel.daerah.model import Kegiatan
from dak_excel.findings import Temuan
from dak_excel.indonesian import date_range
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.juknis.ranges import range_words
from dak_excel.sheets.tabel import Span

SATU_ACARA = 14
"""Days that one training or meeting within an activity may take."""


class BatasDurasi(Model):
    """Months, both belonging to the range."""

    min: int | None = None
    max: int | None = None


@kind("durasi_bulan", BatasDurasi, isi=("batas", "waktu"))
def durasi_bulan(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """An activity that takes fewer or more months than the rule gives.

    Sessions of a jadwal, and a fortnight or less in the title lines of a list, may be only a part of the
    activity: they say nothing of the lower limit.
    """
    b = BatasDurasi(**k.batas)
    for kegiatan in scope.kegiatan:
        waktu = kegiatan.when
        if waktu is None:
            yield from missing_fact(scope, k, kegiatan, "waktu")
            continue
        lama: Span = waktu.nilai
        if lama.selesai < lama.mulai:
            continue  # JADWAL-URUT tells of it
        whole = _covers_all(kegiatan, lama) and not kegiatan.akhir_terbuka
        kurang = b.min is not None and whole and shorter_than(lama, b.min)
        lebih = b.max is not None and longer_than(lama, b.max)
        if kurang or lebih:
            yield activity_finding(
                k,
                waktu.cell,
                kegiatan,
                nilai=duration_words(lama),
                waktu=date_range(lama.mulai, lama.selesai),
                batas=range_words(b.min, b.max),
            )


def _covers_all(kegiatan: Kegiatan, lama: Span) -> bool:
    """Whether the span is that of the whole activity, not perhaps of one meeting in it."""
    if any(row.waktu for row in kegiatan.baris):
        return True
    return kegiatan.fact("waktu") is not None and lama.days > SATU_ACARA


def shorter_than(lama: Span, bulan: int) -> bool:
    """Whether a span ends before the last day of so many months."""
    return lama.selesai < _last_day(lama.mulai, bulan)


def longer_than(lama: Span, bulan: int) -> bool:
    """Whether a span goes on after the day with the same number so many months later."""
    return lama.selesai > _months_later(lama.mulai, bulan)


def _months_later(mulai: date, bulan: int) -> date:
    """The same day so many months later, or the last day of that month where it has no such day."""
    year, month = divmod(mulai.year * 12 + mulai.month - 1 + bulan, 12)
    return date(year, month + 1, min(mulai.day, monthrange(year, month + 1)[1]))


def _last_day(mulai: date, bulan: int) -> date:
    """The last day of a span of so many full months."""
    same = _months_later(mulai, bulan)
    return same if same.day < mulai.day else same - timedelta(days=1)


def duration_words(lama: Span) -> str:
    """`6 bulan`, `2 bulan 30 hari`, `5 hari`: full months and the days beyond them."""
    bulan = 0
    while _last_day(lama.mulai, bulan + 1) <= lama.selesai:
        bulan += 1
    if not bulan:
        return f"{lama.days} hari"
    sisa = (lama.selesai - _last_day(lama.mulai, bulan)).days
    return f"{bulan} bulan {sisa} hari" if sisa else f"{bulan} bulan"
