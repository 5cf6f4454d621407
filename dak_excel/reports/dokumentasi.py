"""Dokumentasi: the photos of `foto/` by rincian, two in a row, with their captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dak_excel.daerah.model import Daerah, Foto, Kegiatan
from dak_excel.juknis.model import Juknis
from dak_excel.privacy import samarkan
from dak_excel.reports.content import BarisFoto, KelompokFoto
from dak_excel.reports.lampiran import judul_rincian
from dak_excel.reports.pelaksanaan import kegiatan_rincian
from dak_excel.reports.word.markers import lengkapi
from dak_excel.reports.word.pictures import Gambar, siapkan_semua
from dak_excel.sheets.records import Dokumentasi

LEBAR, TINGGI = 78.0, 58.0
"""Box of a photo in mm: two beside each other on upright paper, four rows on a page."""

_KAMERA = re.compile(
    r"(?:img|dscn?|dscf|dcim|pxl|mvimg|photo|foto|image|gambar|screenshot|whatsapp image)?[\s\d._()-]*"
    r"(?:(?:wa|at|pukul)[\s\d._()-]*)?$",
    re.I,
)

Siap = list[tuple[Foto, str, date | None, Gambar]]
"""Photos ready to print: caption, day where a sheet gives it."""


def siapkan(daerah: Daerah) -> tuple[Siap, list[str]]:
    """All photos of the daerah once, for every report; and what to say of those that cannot be used."""
    named = {_stem(row.berkas): row for row in daerah.dokumentasi if row.berkas}
    rows = [(foto, *_caption(foto, named.get(_stem(foto.path.name)))) for foto in daerah.foto]
    pictures, notes = siapkan_semua([(foto.path, text) for foto, text, _ in rows], LEBAR, TINGGI)
    return [(*row, picture) for row, picture in zip(rows, pictures, strict=True) if picture], notes


def _stem(name: str) -> str:
    return Path(name.replace("\\", "/")).stem.casefold().strip()


def _caption(foto: Foto, row: Dokumentasi | None) -> tuple[str, date | None]:
    """The caption and day that a sheet gives to the photo, else the caption of its file name.

    A name that only a camera or telephone gave (`IMG 0042`) is no caption.
    """
    own = lengkapi(f"keterangan foto {foto.path.name}") if _KAMERA.match(foto.keterangan) else foto.keterangan
    return (samarkan(own), None) if row is None else (samarkan(row.keterangan or own), row.tanggal)


def kelompok(siap: Siap, daerah: Daerah, juknis: Juknis, sampai: date) -> list[KelompokFoto]:
    """Photos by rincian, those without a code last.

    Left out is a photo dated after the period, and an undated one of a rincian that had not begun by then.
    """
    order = {kode: n for n, kode in enumerate(juknis.rincian)}
    later = {kode for kode in order if _later(kegiatan_rincian(daerah, kode), sampai)}
    shown = [row for row in siap if (row[2] <= sampai if row[2] else row[0].rincian not in later)]
    codes = sorted({row[0].rincian for row in shown}, key=lambda kode: (order.get(kode, len(order)), kode))
    return [
        KelompokFoto(
            judul_rincian(juknis, kode) if kode in order else "Dokumentasi lainnya",
            list(_pairs([(row[3], row[1]) for row in shown if row[0].rincian == kode])),
        )
        for kode in codes
    ]


def _later(kegiatan: list[Kegiatan], sampai: date) -> bool:
    """Whether all activities of a rincian have a date, and it lies after the period."""
    return bool(kegiatan) and all(k.waktu and k.waktu.nilai.mulai > sampai for k in kegiatan)


def _pairs(items: list[tuple[Gambar, str]]) -> Iterator[BarisFoto]:
    for n in range(0, len(items), 2):
        picture, text = items[n]
        if n + 1 < len(items):
            yield BarisFoto(picture, text, *items[n + 1])
        else:
            yield BarisFoto(picture, text, "", "")
