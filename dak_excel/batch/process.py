"""Process: one daerah from its files to its outputs, in memory; nothing is written here.

This is the flow of the program: bytes → grids → records → findings → annotated copies, reports, letters.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from dak_excel import __version__
from dak_excel.annotate import InfoRun, TidakBisaDitandai, annotate, copy_of
from dak_excel.batch.figures import serap, tenggat
from dak_excel.batch.intake import Masukan
from dak_excel.batch.read_daerah import Terbaca, baca_daerah
from dak_excel.batch.returned_copies import Terbuka
from dak_excel.batch.sheet_facts import hasil_lembar, kosong
from dak_excel.batch.validity import berlaku_sampai
from dak_excel.checks import periksa
from dak_excel.checks.rules import muat
from dak_excel.config import Pengaturan
from dak_excel.daerah.model import Daerah
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Juknis
from dak_excel.output.names import pendekkan
from dak_excel.reports.write import Dokumen, Pilihan, tulis
from dak_excel.results import HasilBerkas, HasilDaerah, HasilDokumen, HasilPetunjuk, HasilTemuan
from dak_excel.sheets.records import ReadBook

BERTANDA = frozenset({"xlsx", "xlsm"})
"""Formats whose package is patched; others get a new workbook."""


@dataclass(slots=True)
class Pekerjaan:
    """A finished daerah: its result and its output files by name below its folder."""

    hasil: HasilDaerah
    files: dict[str, bytes]
    temuan: list[Temuan]
    daerah: Daerah


def kerjakan(masukan: Masukan, pengaturan: Pengaturan) -> Pekerjaan:
    """Everything for one daerah. Raises `TidakTerbaca` only for what stops the daerah as a whole."""
    juknis = muat(pengaturan.tahun, pengaturan.juknis)
    terbaca = baca_daerah(masukan, pengaturan, juknis)
    daerah = terbaca.daerah
    temuan = periksa(daerah, juknis, pengaturan.per)
    files: dict[str, bytes] = {}
    hasil = HasilDaerah(
        nama=daerah.nama_resmi,
        folder="",
        diperiksa=datetime.now().astimezone(),
        per=pengaturan.per,
        berlaku_sampai=berlaku_sampai(daerah, temuan, juknis, pengaturan),
        versi=__version__,
        juknis=juknis.peraturan,
        lain=masukan.lain,
        temuan=[HasilTemuan.dari(t) for t in temuan],
        tenggat=tenggat(daerah, juknis),
        serap=serap(daerah, juknis, pengaturan.per),
        pagu=float(daerah.pagu) if daerah.pagu is not None else None,
        petunjuk=[HasilPetunjuk.dari(told) for told in terbaca.koreksi],
    )
    for book in daerah.books:
        bertanda = tandai(book, terbaca, temuan, pengaturan, juknis, files)
        files[bertanda.nama] = bertanda.isi
        hasil.berkas.append(_hasil_berkas(book, terbaca.asli[book.workbook], bertanda))
    hasil.berkas += terbaca.tidak_dihitung()
    for dokumen in _dokumen(daerah, temuan, juknis, masukan, pengaturan):
        files[dokumen.nama] = dokumen.isi
        hasil.dokumen.append(
            HasilDokumen(nama=dokumen.nama, lengkapi=list(dokumen.lengkapi), catatan=list(dokumen.catatan))
        )
    return Pekerjaan(hasil, files, temuan, daerah)


@dataclass(frozen=True, slots=True)
class Bertanda:
    """The annotated copy of a workbook: name below the daerah's output folder, bytes, what to know of it."""

    nama: str
    isi: bytes
    catatan: tuple[str, ...] = ()


def tandai(
    book: ReadBook,
    terbaca: Terbaca,
    temuan: Sequence[Temuan],
    pengaturan: Pengaturan,
    juknis: Juknis,
    terpakai: Collection[str] = (),
) -> Bertanda:
    """Makes the annotated copy: the user's own package where it can be patched, else a new workbook."""
    asli = terbaca.asli[book.workbook]
    own = [t for t in temuan if t.tempat and t.tempat.workbook == book.workbook]
    info = InfoRun(
        per=pengaturan.per,
        versi=__version__,
        juknis=juknis.peraturan,
        daerah=terbaca.daerah.nama_resmi,
        sha256=asli.sha256,
        pendahulu=tuple(d for d in asli.stripped.asal if d != asli.sha256),
    )
    catatan: tuple[str, ...] = ()
    suffix = PurePosixPath(book.workbook).suffix.lower().removeprefix(".")
    if book.ending in BERTANDA:
        try:
            data = annotate(asli.stripped.data, book, own, info)
            ending = "" if suffix in BERTANDA else f".{book.ending}"
            return Bertanda(_nama(book.workbook, ending, terpakai), data)
        except TidakBisaDitandai as reason:
            catatan = (str(reason),)
    ending = "" if suffix == "xlsx" else ".xlsx"
    return Bertanda(_nama(book.workbook, ending, terpakai), copy_of(book, own, info), catatan)


def _nama(workbook: str, ending: str, terpakai: Collection[str]) -> str:
    """Name of an annotated copy: the file's own and what goes behind it, short and unlike the others."""
    folder, _, last = f"anotasi/{workbook}".rpartition("/")
    last = pendekkan(f"{last}{ending}")
    nama, number = f"{folder}/{last}", 2
    path = PurePosixPath(nama)
    while nama in terpakai:
        nama = f"{folder}/{path.stem} ({number}){path.suffix}"
        number += 1
    return nama


def _hasil_berkas(book: ReadBook, asli: Terbuka, bertanda: Bertanda) -> HasilBerkas:
    """What the summary says of one workbook."""
    return HasilBerkas(
        nama=book.workbook,
        ukuran=asli.berkas.ukuran,
        sha256=asli.sha256,
        masuk=asli.berkas.masuk,
        kosong=kosong(asli.book),
        lembar=[hasil_lembar(sheet) for sheet in book.sheets],
        catatan=[*book.notes, *bertanda.catatan],
        anotasi=bertanda.nama,
    )


def _dokumen(
    daerah: Daerah,
    temuan: Sequence[Temuan],
    juknis: Juknis,
    masukan: Masukan,
    pengaturan: Pengaturan,
) -> list[Dokumen]:
    """Reports and letters; none for a daerah of which nothing was recognised."""
    if not (daerah.kegiatan or daerah.identitas or daerah.rab or daerah.realisasi):
        return []
    pilihan = Pilihan(
        per=pengaturan.per,
        semester=pengaturan.semester,
        kertas=pengaturan.kertas,
        nik_penuh=pengaturan.nik_penuh,
        templat=pengaturan.templat,
        pdf=pengaturan.pdf,
        tata_letak=pengaturan.tata_letak,
        folder=masukan.folder,
    )
    return tulis(daerah, temuan, juknis, pilihan)
