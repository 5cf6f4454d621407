"""Keadaan: how far an activity is on a day, as the sheets tell it.

An activity took place where a row or a list shows it. One whose planned days are over and of which nothing
more is told has neither taken place nor been left out: nobody knows.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from dak_excel.daerah.model import Kegiatan
from dak_excel.sheets.records import BarisKegiatan

_DONE = re.compile(r"\b(?:selesai|terlaksana|sudah|telah|tuntas|rampung)\b", re.I)
_UNDER_WAY = re.compile(r"\b(?:berjalan|berlangsung|proses|on\s*going|sedang)\b", re.I)
_NOT = re.compile(r"\b(?:belum|blm|tidak|batal|dibatalkan|ditunda|dijadwalkan|direncanakan)\b", re.I)


_OFF = re.compile(r"\b(?:batal|dibatalkan|tidak\s+(?:jadi|dilaksanakan|terlaksana))\b", re.I)
"""What will not take place any more, whatever the day of the data."""


class State(StrEnum):
    """State of an activity on a day."""

    SELESAI = "selesai"
    BERJALAN = "berjalan"
    BELUM = "belum"
    """Its days lie after the day, or a row says that it has not taken place."""
    TIDAK_TERCATAT = "tidak tercatat"
    """Its days are over, or unknown, and no sheet tells whether it took place by then."""


SEBULAN = 31
"""Days from which an activity may have begun and not have ended: its list alone does not show that it did."""


def progress_on(kegiatan: Kegiatan, sampai: date, data: date | None = None) -> State:
    """How far an activity is on the day `sampai`.

    Without any date, what took place did so in the fiscal year: that counts at its end, not before. `data` is
    the day of the last data (`serapan.day_of_data`): a long activity that ends after it, and of which no row
    says that it is done, has not been told of to its end.
    """
    waktu = kegiatan.when
    if is_recorded(kegiatan):
        if waktu is None:
            return State.SELESAI if (sampai.month, sampai.day) == (12, 31) else State.TIDAK_TERCATAT
        if waktu.nilai.mulai > sampai:
            return State.BELUM
        if waktu.nilai.selesai > sampai:
            return State.BERJALAN
        done = any(_shows(row) and not is_under_way(row) for row in kegiatan.baris)
        open_end = waktu.nilai.days > SEBULAN and not done
        if open_end and data is not None and data < waktu.nilai.selesai:
            return State.TIDAK_TERCATAT
        return State.SELESAI
    if waktu is not None and waktu.nilai.mulai > sampai:
        return State.BELUM
    said = [row.status for row in kegiatan.baris if row.status and _NOT.search(row.status)]
    if not said or (_is_old(data, sampai) and not any(map(_OFF.search, said))):
        return State.TIDAK_TERCATAT
    return State.BELUM


def _is_old(data: date | None, sampai: date) -> bool:
    """Whether the data end before the half-year of a day begins: what had not been done then may be since."""
    return data is not None and data < date(sampai.year, 7 if sampai.month > 6 else 1, 1)


def is_recorded(kegiatan: Kegiatan) -> bool:
    """Whether a row or a list shows that it took place or is under way."""
    return bool(kegiatan.peserta or kegiatan.kunjungan or any(_shows(row) for row in kegiatan.baris))


def is_called_off(kegiatan: Kegiatan) -> bool:
    """Whether a row says that it will not take place any more."""
    return any(row.status and _OFF.search(row.status) for row in kegiatan.baris)


def took_place(row: BarisKegiatan) -> bool:
    """Whether a row speaks of what was done: by its stage, or by a status that says so."""
    status = row.status or ""
    if _NOT.search(status):
        return False
    return row.tahap == "realisasi" or bool(_DONE.search(status) or _UNDER_WAY.search(status))


def is_under_way(row: BarisKegiatan) -> bool:
    """Whether its status says that it goes on: its last day is still a plan."""
    status = row.status or ""
    return bool(_UNDER_WAY.search(status)) and not _DONE.search(status)


def _shows(row: BarisKegiatan) -> bool:
    return took_place(row) or (row.capaian is not None and not _NOT.search(row.status or ""))
