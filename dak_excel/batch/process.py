"""Process: one daerah from its files to its outputs, in memory; nothing is written here.

This is the flow of the program: bytes → grids → records → findings → annotated copies, reports, letters.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath

from dak_excel import __version__
from dak_excel.annotate import InfoRun, TidakBisaDitandai, annotate, copy_of
from dak_excel.batch.figures import absorption, deadline_results
from dak_excel.batch.intake import Masukan
from dak_excel.batch.read_daerah import Terbaca, read_daerah
from dak_excel.batch.returned_copies import Terbuka
from dak_excel.batch.sheet_facts import is_empty, sheet_results
from dak_excel.batch.validity import valid_until
from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.config import Pengaturan
from dak_excel.daerah.model import Daerah
from dak_excel.faults import Faults
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Juknis
from dak_excel.output.names import shorten
from dak_excel.reports.write import Dokumen, Pilihan, write_documents
from dak_excel.results import (
    HasilBerkas,
    HasilDaerah,
    HasilDokumen,
    HasilGalat,
    HasilLembar,
    HasilPetunjuk,
    HasilTemuan,
    HasilTenggat,
    Serap,
)
from dak_excel.sheets.records import ReadBook
from dak_excel.sheets.tables.left_out import faults_of

_BUKAN_ASLINYA = (
    "Salinan bertandanya memuat isi lembar saja, karena terjadi kesalahan di dalam program; berkas Anda utuh."
)
_TANPA_SALINAN = (
    "Salinan bertandanya tidak dapat dibuat karena terjadi kesalahan di dalam program; temuannya ada di "
    "halaman ringkasan."
)
BERTANDA = frozenset({"xlsx", "xlsm"})
"""Formats whose package is patched; others get a new workbook."""


@dataclass(slots=True)
class Pekerjaan:
    """A finished daerah: its result and its output files by name below its folder."""

    hasil: HasilDaerah
    files: dict[str, bytes] = field(repr=False)
    temuan: list[Temuan]
    daerah: Daerah
    missing: set[str] = field(default_factory=set)
    """Output files that a fault of the program kept from being made: the earlier ones are to stay."""


def process_daerah(masukan: Masukan, pengaturan: Pengaturan) -> Pekerjaan:
    """Everything for one daerah. Raises `TidakTerbaca` only for what stops the daerah as a whole."""
    juknis = load_rules(pengaturan.tahun, pengaturan.juknis)
    terbaca = read_daerah(masukan, pengaturan, juknis)
    daerah = terbaca.daerah
    faults = terbaca.faults
    temuan = check_daerah(daerah, juknis, pengaturan.per, faults)
    no_deadlines: list[HasilTenggat] = []
    deadlines = faults.leave_out("daftar tenggat", lambda: deadline_results(daerah, juknis), no_deadlines)
    unknown: list[Serap] = []
    spent = faults.leave_out(
        "angka serapan dan capaian", lambda: absorption(daerah, juknis, pengaturan.per), unknown
    )
    files: dict[str, bytes] = {}
    hasil = HasilDaerah(
        nama=daerah.nama_resmi,
        folder="",
        diperiksa=datetime.now().astimezone(),
        per=pengaturan.per,
        berlaku_sampai=faults.leave_out(
            "masa berlaku hasil", lambda: valid_until(daerah, temuan, juknis, pengaturan), pengaturan.per
        ),
        versi=__version__,
        juknis=juknis.peraturan,
        lain=masukan.lain,
        temuan=[HasilTemuan.dari(t) for t in temuan],
        tenggat=deadlines,
        serap=spent,
        pagu=float(daerah.pagu) if daerah.pagu is not None else None,
        petunjuk=[HasilPetunjuk.dari(told) for told in terbaca.koreksi],
    )
    for book in daerah.books:
        bertanda = annotated_copy(book, terbaca, temuan, pengaturan, juknis, files)
        if bertanda.isi:
            files[bertanda.nama] = bertanda.isi
        hasil.berkas.append(_file_result(book, terbaca.asli[book.workbook], bertanda, faults))
    hasil.berkas += terbaca.tidak_dihitung()
    for dokumen in _documents(terbaca, temuan, juknis, masukan, pengaturan):
        files[dokumen.nama] = dokumen.isi
        hasil.dokumen.append(
            HasilDokumen(nama=dokumen.nama, lengkapi=list(dokumen.lengkapi), catatan=list(dokumen.catatan))
        )
    hasil.galat = [HasilGalat.dari(fault) for fault in (*faults_of(daerah.books), *faults.found)]
    return Pekerjaan(hasil, files, temuan, daerah, faults.missing)


@dataclass(frozen=True, slots=True)
class Bertanda:
    """The annotated copy of a workbook: name below the daerah's output folder, bytes, what to know of it.

    No bytes: it could not be made.
    """

    nama: str
    isi: bytes = field(repr=False)
    catatan: tuple[str, ...] = ()


def annotated_copy(
    book: ReadBook,
    terbaca: Terbaca,
    temuan: Sequence[Temuan],
    pengaturan: Pengaturan,
    juknis: Juknis,
    terpakai: Collection[str] = (),
) -> Bertanda:
    """Makes the annotated copy: the user's own package where it can be patched, else a new workbook.

    A fault of the program in the first is as if it could not be patched; in both, there is no copy.
    """
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
    faults = terbaca.faults
    suffix = PurePosixPath(book.workbook).suffix.lower().removeprefix(".")
    if book.ending in BERTANDA:
        try:
            part = f"tanda di {book.workbook} (diganti salinan isinya)"
            if data := faults.leave_out(part, lambda: annotate(asli.stripped.data, book, own, info), b""):
                ending = "" if suffix in BERTANDA else f".{book.ending}"
                return Bertanda(_copy_name(book.workbook, ending, terpakai), data)
            catatan = (_BUKAN_ASLINYA,)
        except TidakBisaDitandai as reason:
            catatan = (str(reason),)
    ending = "" if suffix == "xlsx" else ".xlsx"
    nama = _copy_name(book.workbook, ending, terpakai)
    part = f"salinan bertanda dari {book.workbook}"
    data = faults.leave_out(part, lambda: copy_of(book, own, info), b"", nama)
    return Bertanda(nama, data, catatan if data else (_TANPA_SALINAN,))


def _copy_name(workbook: str, ending: str, terpakai: Collection[str]) -> str:
    """Name of an annotated copy: the file's own and what goes behind it, short and unlike the others."""
    folder, _, last = f"anotasi/{workbook}".rpartition("/")
    last = shorten(f"{last}{ending}")
    nama, number = f"{folder}/{last}", 2
    path = PurePosixPath(nama)
    while nama in terpakai:
        nama = f"{folder}/{path.stem} ({number}){path.suffix}"
        number += 1
    return nama


def _file_result(book: ReadBook, asli: Terbuka, bertanda: Bertanda, faults: Faults) -> HasilBerkas:
    """What the summary says of one workbook."""
    return HasilBerkas(
        nama=book.workbook,
        ukuran=asli.berkas.ukuran,
        sha256=asli.sha256,
        masuk=asli.berkas.masuk,
        kosong=is_empty(asli.book),
        lembar=[
            faults.leave_out(
                f"keterangan lembar «{sheet.grid.sheet}» di {book.workbook}",
                partial(sheet_results, sheet),
                HasilLembar(nama=sheet.grid.sheet, jenis=sheet.kind.value, baris=len(sheet.records)),
            )
            for sheet in book.sheets
        ],
        catatan=[*book.notes, *bertanda.catatan],
        anotasi=bertanda.nama if bertanda.isi else "",
    )


def _documents(
    terbaca: Terbaca,
    temuan: Sequence[Temuan],
    juknis: Juknis,
    masukan: Masukan,
    pengaturan: Pengaturan,
) -> list[Dokumen]:
    """Reports and letters; none for a daerah of which nothing was recognised."""
    daerah = terbaca.daerah
    if not (daerah.kegiatan or daerah.identitas or daerah.rab or daerah.realisasi):
        return []
    pilihan = Pilihan(
        per=pengaturan.per,
        semester=pengaturan.semester,
        kertas=pengaturan.kertas,
        nik_penuh=pengaturan.nik_penuh,
        templat=pengaturan.templat,
        pdf=pengaturan.pdf,
        daftar_tabel=pengaturan.daftar_tabel,
        penanda_bpkad=pengaturan.penanda_bpkad,
        surat_tanggung_jawab=pengaturan.surat_tanggung_jawab,
        tata_letak=pengaturan.tata_letak,
        folder=masukan.folder,
        periksa=lambda known, hari: check_daerah(known, juknis, min(hari, pengaturan.per)),
    )
    return write_documents(daerah, temuan, juknis, pilihan, terbaca.faults)
