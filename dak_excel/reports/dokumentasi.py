"""Dokumentasi: the photos of `foto/` by rincian, two in a row, with their captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from dak_excel.daerah.model import Daerah, Foto, Kegiatan
from dak_excel.daerah.versions import day_in
from dak_excel.juknis.model import Juknis
from dak_excel.privacy import mask
from dak_excel.reports.content import BarisFoto, KelompokFoto
from dak_excel.reports.lampiran import rincian_title
from dak_excel.reports.pelaksanaan import kegiatan_rincian
from dak_excel.reports.periods import Periode
from dak_excel.reports.word.markers import marker
from dak_excel.reports.word.pictures import Gambar, day_of_photo, prepare_pictures
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


def prepare_photos(daerah: Daerah) -> tuple[Siap, list[str]]:
    """All photos of the daerah once, for every report; and what to say of those that cannot be used."""
    named = {_stem(row.berkas): row for row in daerah.dokumentasi if row.berkas}
    photos = sorted(daerah.foto, key=_in_order)
    rows = [(foto, *_caption(foto, named.get(_stem(foto.path.name)))) for foto in photos]
    pictures, notes = prepare_pictures([(foto.path, text) for foto, text, _ in rows], LEBAR, TINGGI)
    return [(*row, picture) for row, picture in zip(rows, pictures, strict=True) if picture], notes


def _in_order(foto: Foto) -> list[tuple[int, str]]:
    """Its place among the photos: by name, numbers by what they count («kelompok 2» before «kelompok 10»)."""
    parts = re.findall(r"\d+|\D+", foto.path.name.casefold())
    return [(int(part[:18]), "") if part.isdecimal() else (-1, part) for part in parts]


def _stem(name: str) -> str:
    return Path(name.replace("\\", "/")).stem.casefold().strip()


def _caption(foto: Foto, row: Dokumentasi | None) -> tuple[str, date | None]:
    """The caption and day that a sheet gives to the photo, else the caption of its file name and the day of
    its camera.

    A name that only a camera or telephone gave (`IMG 0042`) is no caption.
    """
    own = marker(f"keterangan foto {foto.path.name}") if _KAMERA.match(foto.keterangan) else foto.keterangan
    told = [row.tanggal, day_in(row.keterangan or "")] if row else []
    day = next(filter(None, [*told, day_of_photo(foto.path), day_in(foto.keterangan)]), None)
    return mask((row.keterangan if row else None) or own), day


def grouped_photos(
    siap: Siap, daerah: Daerah, juknis: Juknis, periode: Periode
) -> tuple[list[KelompokFoto], list[str]]:
    """Photos of the period by rincian, those without a code last; and what is to be asked.

    The day of a photo is told by a sheet, camera, its name, or the activities of its rincian (of all where
    it has no code) if all of them lie within or all outside the period. Else it is asked for, except in the
    report on the year.
    """
    order = {kode: n for n, kode in enumerate(juknis.rincian)}
    shown, asked = [], []
    for row in siap:
        kode = row[0].rincian
        inside = _inside(row[2], kegiatan_rincian(daerah, kode) if kode else daerah.kegiatan, periode)
        if inside:
            shown.append(row)
        elif inside is None:
            asked.append(marker(f"tanggal foto «{row[0].path.name}», yang belum dimuat dalam laporan ini"))
    codes = sorted({row[0].rincian for row in shown}, key=lambda kode: (order.get(kode, len(order)), kode))
    groups = [
        KelompokFoto(
            rincian_title(juknis, kode) if kode in order else "Dokumentasi lainnya",
            list(_pairs([(row[3], row[1]) for row in shown if row[0].rincian == kode])),
        )
        for kode in codes
    ]
    return groups, asked


def _inside(day: date | None, kegiatan: list[Kegiatan], periode: Periode) -> bool | None:
    """Whether a photo is of the period; None when nobody can tell."""
    if day is not None and day.year == periode.tahun:
        return periode.start <= day <= periode.end
    if periode.semester == "akhir":
        return True
    sides = {_overlaps(k, periode) for k in kegiatan}
    return sides.pop() if len(sides) == 1 else None


def _overlaps(kegiatan: Kegiatan, periode: Periode) -> bool | None:
    """Whether an activity has days in the period; None when its days are unknown."""
    waktu = kegiatan.when
    return (
        None if waktu is None else waktu.nilai.mulai <= periode.end and waktu.nilai.selesai >= periode.start
    )


def _pairs(items: list[tuple[Gambar, str]]) -> Iterator[BarisFoto]:
    for n in range(0, len(items), 2):
        picture, text = items[n]
        if n + 1 < len(items):
            yield BarisFoto(picture, text, *items[n + 1])
        else:
            yield BarisFoto(picture, text, "", "")
