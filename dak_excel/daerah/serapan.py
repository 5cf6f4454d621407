"""Serapan: what was paid, per budget line and month, from however many sheets report it.

A dinas keeps the same realisation in several sheets: one per month, a yearly one, a summary. A line that
several sheets repeat counts once. Months come from the columns of the months; a yearly figure without months
is kept beside them.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from dak_excel.daerah.data_month import data_month
from dak_excel.daerah.facts import known_sum
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.progress import SEBULAN, is_recorded, is_under_way, took_place
from dak_excel.sheets.records import Baris, Realisasi


@dataclass(slots=True)
class Serapan:
    """Payments of one budget line, kode rekening or rincian; rupiah."""

    rincian: str
    kode: str
    uraian: str
    pagu: Decimal | None = None
    rencana: list[Decimal | None] = field(default_factory=lambda: [None] * 12)
    bulan: list[Decimal | None] = field(default_factory=lambda: [None] * 12)
    tanpa_bulan: Decimal | None = None
    """Realisation that its sheet gives without months; of several, the greatest."""
    posisi: dict[int, Decimal] = field(default_factory=dict)
    """The same by the month to whose end its sheet counts, where a title or name tells (`posisi.py`)."""
    luar_tahun: Decimal = Decimal(0)
    """Payments dated outside the fiscal year; in no month and no sum."""
    baris: list[Realisasi] = field(default_factory=list)

    def until(self, bulan: int) -> Decimal | None:
        """Paid from January to the end of a month (1 … 12); None when nothing tells.

        A figure without months counts from the month that its sheet speaks of, else at the year's end.
        """
        if any(value is not None for value in self.bulan):
            return sum((v for v in self.bulan[:bulan] if v is not None), Decimal(0))
        known = [month for month in self.posisi if month <= bulan]
        if known:
            return self.posisi[max(known)]
        return self.tanpa_bulan if bulan == 12 else None

    @property
    def total(self) -> Decimal | None:
        """Paid in the year: the months when there are any, else the figure without months."""
        return self.until(12)


def paid_by_then(lines: Iterable[Serapan], month: int) -> Decimal:
    """Paid on some lines to the end of a month; a line that says nothing has no payment yet.

    To be asked only where a sheet of the daerah tells payments at all: else it is unknown.
    """
    return known_sum(line.until(month) for line in lines) or Decimal(0)


def serapan(daerah: Daerah, tahun: int | None = None) -> list[Serapan]:
    """All lines with what was paid, in the order of their first sheet.

    With `tahun`, payments dated outside that year are kept apart (`luar_tahun`).
    """
    lines: dict[tuple[str, str, str, int], Serapan] = {}
    for tabel_rows in _by_table(daerah).values():
        nth: dict[tuple[str, str, str], int] = defaultdict(int)
        for row in tabel_rows:
            name = (row.rincian, row.kode or "", " ".join((row.uraian or "").casefold().split()))
            nth[name] += 1
            key = (*name, nth[name])
            line = lines.get(key)
            if line is None:
                line = lines[key] = Serapan(row.rincian, row.kode or "", row.uraian or "")
            _add(line, row, tahun)
    return list(lines.values())


def _by_table(daerah: Daerah) -> dict[int, list[Realisasi]]:
    """The leaf rows of each realisation table."""
    tables: dict[int, list[Realisasi]] = defaultdict(list)
    for row in daerah.realisasi:
        if row.jenis is Baris.RINCI and not row.tabel.ragu:
            tables[id(row.tabel)].append(row)
    return tables


def _add(line: Serapan, row: Realisasi, tahun: int | None) -> None:
    """Adds what one row says; the first sheet that gives a figure is believed."""
    told = any((row.tanggal, row.realisasi) == (other.tanggal, other.realisasi) for other in line.baris)
    line.baris.append(row)
    if line.pagu is None:
        line.pagu = row.pagu
    for month in range(12):
        if line.rencana[month] is None and month < len(row.rencana_bulan):
            line.rencana[month] = row.rencana_bulan[month]
    for month, paid in enumerate(_months_told(row)):
        if paid is not None and not line.bulan[month]:
            line.bulan[month] = paid
    if row.tanggal is not None and row.realisasi is not None:
        if not told:  # the same payment in two sheets is one
            _pay(line, row.tanggal, row.realisasi, tahun)
    elif row.realisasi is not None and not any(row.realisasi_bulan):
        line.tanpa_bulan = max(line.tanpa_bulan or row.realisasi, row.realisasi)
        if until := data_month(row.tabel):
            line.posisi[until] = max(line.posisi.get(until, row.realisasi), row.realisasi)


def _months_told(row: Realisasi) -> tuple[Decimal | None, ...]:
    """What a row tells of each month: nothing of those after the month to which its sheet counts, though
    a dash or 0 stands there."""
    known = data_month(row.tabel) or 12
    return tuple(paid if paid or n < known else None for n, paid in enumerate(row.realisasi_bulan))


def _pay(line: Serapan, tanggal: date, rupiah: Decimal, tahun: int | None) -> None:
    if tahun is not None and tanggal.year != tahun:
        line.luar_tahun += rupiah
        return
    line.bulan[tanggal.month - 1] = (line.bulan[tanggal.month - 1] or Decimal(0)) + rupiah


def day_of_data(daerah: Daerah, hingga: date) -> date | None:
    """The day of the last data: the latest day up to `hingga` of which a sheet tells what was done or paid.

    None where no sheet tells any.
    """
    days: list[date] = []
    for row in daerah.realisasi:
        if row.tanggal is not None:
            days.append(row.tanggal)
        months = [n for n, paid in enumerate(_months_told(row), 1) if paid is not None]
        told = [max(months)] if months else []
        if (until := data_month(row.tabel)) and (row.realisasi is not None or row.capaian is not None):
            told.append(until)
        days += [month_end(hingga.year, month) for month in told]
    days += [row.tanggal for row in daerah.kunjungan if row.tanggal]
    for kegiatan in daerah.kegiatan:
        if (waktu := kegiatan.when) and is_recorded(kegiatan):
            done = [row for row in kegiatan.baris if took_place(row)]
            ended = (done and not any(map(is_under_way, done))) or waktu.nilai.days <= SEBULAN
            days.append(waktu.nilai.selesai if ended else waktu.nilai.mulai)
    return max((day for day in days if day <= hingga), default=None)


def day_of_payments(daerah: Daerah, hingga: date) -> date | None:
    """The same of payments alone; the end of their month where only that is known."""
    days: list[date] = []
    for row in daerah.realisasi:
        if row.tanggal is not None:
            days.append(month_end(row.tanggal.year, row.tanggal.month))
        days += [month_end(hingga.year, n) for n, paid in enumerate(_months_told(row), 1) if paid is not None]
        if row.realisasi is not None and row.tanggal is None and not any(row.realisasi_bulan):
            days.append(month_end(hingga.year, data_month(row.tabel) or 12))
    return max((day for day in days if day <= hingga), default=None)


def month_end(year: int, month: int) -> date:
    """The last day of a month (1 … 12)."""
    return date(year, month, monthrange(year, month)[1])


def without_repeats(lines: list[Serapan]) -> list[Serapan]:
    """The lines that may be added up: without those that tell the same money once more.

    A dinas keeps, beside the lines of its budget, a summary with one line a rincian, or the same money by
    kode rekening without rincian. Where both are there, the detailed view that has payments counts.
    """
    again = {id(line) for line, _ in repeats(lines)}
    return [line for line in lines if id(line) not in again]


def repeats(lines: list[Serapan]) -> list[tuple[Serapan, list[Serapan]]]:
    """Each line of a summary with the more detailed lines that tell its money once more."""
    views = _views(lines)
    detailed = [view for view in views if not _is_summary(view)]
    found = []
    for view in filter(_is_summary, views):
        others = [line for other in detailed if other is not view for line in other]
        told = [(line, _same_money(line, others)) for line in view]
        found += [(line, same) for line, same in told if same]
    return found


def _views(lines: list[Serapan]) -> list[list[Serapan]]:
    """The lines by the sheets that they share: lines that stand in one table belong together."""
    views: list[tuple[set[int], list[Serapan]]] = []
    for line in lines:
        tables = {id(row.tabel) for row in line.baris}
        near = [view for view in views if view[0] & tables]
        merged = (tables.union(*(t for t, _ in near)), [x for _, old in near for x in old] + [line])
        views = [view for view in views if view not in near] + [merged]
    return [members for _, members in views]


def _is_summary(view: list[Serapan]) -> bool:
    """One line a rincian, none with a kode rekening; or lines of no rincian at all."""
    codes = [line.rincian for line in view]
    return not any(codes) or (len(set(codes)) == len(codes) and not any(line.kode for line in view))


def _same_money(line: Serapan, others: list[Serapan]) -> list[Serapan]:
    """The more detailed lines that tell the money of a line of a summary; none where they tell less."""
    if line.rincian:
        same = [other for other in others if other.rincian == line.rincian]
    elif line.kode:
        same = [other for other in others if other.kode.startswith(line.kode)]
    else:
        same = others
    paid = any(other.total is not None for other in same)
    return same if paid or line.total is None else []
