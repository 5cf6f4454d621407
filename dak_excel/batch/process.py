"""Process: one daerah from its files to its outputs, in memory; nothing is written here.

This is the flow of the program: bytes → grids → records → findings → annotated copies, reports, letters.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from dak_excel import __version__
from dak_excel.annotate import InfoRun, TidakBisaDitandai, annotate, copy_of, strip
from dak_excel.batch.hasil import HasilBerkas, HasilDaerah, HasilDokumen, HasilLembar, HasilTemuan
from dak_excel.batch.intake import Berkas, Masukan, Tertunda, baca, baru_saja
from dak_excel.batch.ukuran import serap, tenggat
from dak_excel.checks import periksa
from dak_excel.config import Pengaturan
from dak_excel.daerah.join import susun
from dak_excel.daerah.model import Daerah, Foto, Gagal
from dak_excel.findings import Jawaban, Temuan
from dak_excel.juknis.load import muat
from dak_excel.juknis.model import Juknis
from dak_excel.reports import Dokumen, Pilihan, tulis
from dak_excel.sheets.grid import Book, TidakTerbaca
from dak_excel.sheets.open import open_safely
from dak_excel.sheets.read import read_book
from dak_excel.sheets.records import ReadBook
from dak_excel.sheets.values import parse_rincian_code
from dak_excel.sheets.vocabulary import load_kosakata

BERTANDA = frozenset({"xlsx", "xlsm"})
"""Formats whose package is patched; others get a new workbook."""


@dataclass(slots=True)
class Asli:
    """A file as it came: its bytes without our marks, and what is known of them."""

    berkas: Berkas
    data: bytes
    sha256: str


@dataclass(slots=True)
class Terbaca:
    """The files of a daerah after reading."""

    daerah: Daerah
    asli: dict[str, Asli] = field(default_factory=dict)


@dataclass(slots=True)
class Pekerjaan:
    """A finished daerah: its result and its output files by name below its folder."""

    hasil: HasilDaerah
    files: dict[str, bytes]
    temuan: list[Temuan]
    daerah: Daerah


def baca_daerah(masukan: Masukan, pengaturan: Pengaturan, juknis: Juknis) -> Terbaca:
    """Reads all files of a daerah and joins them. A file that cannot be read is listed, not raised."""
    asli: dict[str, Asli] = {}
    books: list[ReadBook] = []
    gagal: list[Gagal] = list(masukan.tunda)
    jawaban: dict[str, Jawaban] = {}
    kosakata = load_kosakata(pengaturan.kosakata)
    for berkas in masukan.buku:
        try:
            stripped = strip(baca(berkas))
            book = _open(stripped.data, berkas.nama, pengaturan)
        except Tertunda as reason:
            gagal.append(Gagal(berkas.nama, f"{reason}; dibiarkan untuk proses berikutnya", tunda=True))
            continue
        except TidakTerbaca as reason:
            gagal.append(Gagal(berkas.nama, str(reason), tunda=baru_saja(berkas) and "rusak" in str(reason)))
            continue
        jawaban |= {k: v for k, v in stripped.answers.items() if v}
        asli[berkas.nama] = Asli(berkas, stripped.data, hashlib.sha256(stripped.data).hexdigest())
        books.append(read_book(book, kosakata, juknis.sebutan(), juknis.tahun))
    foto = [_foto(g) for g in masukan.gambar if "foto/" in g.nama.casefold()]
    return Terbaca(susun(masukan.nama, books, gagal, foto, jawaban, juknis.sebutan()), asli)


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
        versi=__version__,
        juknis=juknis.peraturan,
        temuan=[HasilTemuan.dari(t) for t in temuan],
        tenggat=tenggat(daerah, juknis),
        serap=serap(daerah, juknis, pengaturan.per),
        pagu=float(daerah.pagu) if daerah.pagu is not None else None,
    )
    for book in daerah.books:
        bertanda = tandai(book, terbaca, temuan, pengaturan, juknis)
        files[bertanda.nama] = bertanda.isi
        hasil.berkas.append(_hasil_berkas(book, terbaca.asli[book.workbook], bertanda))
    hasil.berkas += [HasilBerkas(nama=g.workbook, sebab=g.sebab, tunda=g.tunda) for g in daerah.gagal]
    for dokumen in _dokumen(daerah, temuan, juknis, masukan, pengaturan):
        files[dokumen.nama] = dokumen.isi
        hasil.dokumen.append(
            HasilDokumen(nama=dokumen.nama, lengkapi=list(dokumen.lengkapi), catatan=list(dokumen.catatan))
        )
    return Pekerjaan(hasil, files, temuan, daerah)


def _open(data: bytes, nama: str, pengaturan: Pengaturan) -> Book:
    """Opens a workbook within the limits of time (s) and memory (bytes)."""
    return open_safely(data, nama, pengaturan.batas_detik, pengaturan.batas_memori_mib * 2**20)


def _foto(gambar: Berkas) -> Foto:
    """A photo with the caption that its file name gives."""
    words = gambar.path.stem.replace("_", " ").strip()
    rincian = parse_rincian_code(words) or ""
    caption = words[len(rincian) :].lstrip(" .-") if rincian and words.upper().startswith(rincian) else words
    return Foto(gambar.path, caption[:1].upper() + caption[1:], rincian)


@dataclass(frozen=True, slots=True)
class Bertanda:
    """The annotated copy of a workbook: name below the daerah's output folder, bytes, what to know of it."""

    nama: str
    isi: bytes
    catatan: tuple[str, ...] = ()


def tandai(
    book: ReadBook, terbaca: Terbaca, temuan: Sequence[Temuan], pengaturan: Pengaturan, juknis: Juknis
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
    )
    nama = f"anotasi/{book.workbook}"
    catatan: tuple[str, ...] = ()
    if book.ending in BERTANDA:
        try:
            return Bertanda(nama, annotate(asli.data, book, own, info))
        except TidakBisaDitandai as reason:
            catatan = (str(reason),)
    nama = nama if nama.endswith(".xlsx") else f"{nama}.xlsx"
    return Bertanda(nama, copy_of(book, own, info), catatan)


def _hasil_berkas(book: ReadBook, asli: Asli, bertanda: Bertanda) -> HasilBerkas:
    """What the summary says of one workbook."""
    return HasilBerkas(
        nama=book.workbook,
        ukuran=asli.berkas.ukuran,
        sha256=asli.sha256,
        masuk=datetime.fromtimestamp(asli.berkas.mtime_ns / 1e9).astimezone(),
        lembar=[
            HasilLembar(nama=s.grid.sheet, jenis=s.kind.value, baris=len(s.records)) for s in book.sheets
        ],
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
        folder=masukan.folder,
    )
    return tulis(daerah, temuan, juknis, pilihan)
