"""Writes the documents that a daerah needs on a day: the reports that are due, and the letters called for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from dak_excel.daerah.model import Daerah
from dak_excel.faults import Faults, straight
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Juknis
from dak_excel.reports import dokumentasi, letters, office
from dak_excel.reports.content import Isi
from dak_excel.reports.context import GambarBersama, build_content
from dak_excel.reports.periods import Periode, Semester, due_periods, last_due
from dak_excel.reports.render import BrokenTemplate, fill
from dak_excel.reports.template import files
from dak_excel.reports.word import libreoffice, page_numbers
from dak_excel.reports.word.paper import Kertas
from dak_excel.steps import step

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Options:
    """How the documents are wanted.

    `per` is the day on which the run is made; `semester` asks for one report, None for all whose period has
    ended by then. `folder` is the daerah's input folder, where the logo is. `templat` is the dinas's own
    templates; a template that is not in it is taken from the built-in ones.
    """

    per: date
    semester: Semester | None = None
    kertas: Kertas = "F4"
    nik_penuh: bool = False
    templat: Path | None = None
    daftar_tabel: bool = False
    penanda_bpkad: bool = False
    surat_tanggung_jawab: bool = False
    pdf: bool = False
    folder: Path | None = None
    tata_letak: bool = True
    """Let LibreOffice, where it is found, lay the reports out for the page numbers of their contents page."""
    periksa: Callable[[Daerah, date], Sequence[Temuan]] | None = None
    """The checks, for a report whose day is before that of the data: what they find in the data of that day.
    Without it, the findings that rest on later rows are left out."""


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A finished document, its name below the daerah's output folder with `/`.

    `lengkapi` are the distinct `[LENGKAPI: …]` markers in it, `catatan` what the user should know of it.
    """

    nama: str
    isi: bytes = field(repr=False)
    lengkapi: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()


class LeaveOut(Protocol):
    """`Faults.leave_out`, or `faults.straight`."""

    def __call__(self, part: str, make: Callable[[], T], otherwise: T, *files: str) -> T:
        """What `make` gives, or `otherwise`."""


@dataclass(frozen=True, slots=True)
class Material:
    """What every document of a daerah is made of."""

    daerah: Daerah
    temuan: Sequence[Temuan]
    juknis: Juknis
    pilihan: Options
    gambar: GambarBersama
    catatan: tuple[str, ...]

    def content(self, periode: Periode) -> Isi:
        """The content for a period."""
        wanted = self.pilihan
        last = last_due(self.juknis.tahun, wanted.per, wanted.semester)
        content = build_content(
            self.daerah,
            self.temuan,
            self.juknis,
            periode,
            self.gambar,
            wanted.nik_penuh,
            periode == last,
            wanted.periksa,
        )
        signs = office.treasurer(self.daerah) if wanted.penanda_bpkad else None
        return replace(content, bpkad=signs, daftar_tabel=wanted.daftar_tabel)


def write_documents(
    daerah: Daerah,
    temuan: Sequence[Temuan],
    juknis: Juknis,
    pilihan: Options,
    faults: Faults | None = None,
) -> list[WordDocument]:
    """The reports and letters of a daerah, reports first; then, if wanted, a PDF of each.

    With `faults` a document that the program falls over is noted there and left out; without, it raises.
    """
    leave_out: LeaveOut = faults.leave_out if faults is not None else straight
    pictures = partial(_pictures, daerah, pilihan.folder)
    bare: tuple[GambarBersama, tuple[str, ...]] = (GambarBersama("", "", []), ())
    gambar, notes = leave_out("logo dan foto", pictures, bare)
    bahan = Material(daerah, temuan, juknis, pilihan, gambar, notes)
    reports = _reports(bahan, leave_out)
    step("mengisi nomor halaman laporan")
    numbered = partial(_with_page_numbers, reports, pilihan.tata_letak)
    reports = leave_out("nomor halaman daftar isi", numbered, reports)
    documents = [*reports, *_letters(bahan, leave_out)]
    if not pilihan.pdf:
        return documents
    none: list[WordDocument] = []
    step("membuat PDF")
    expected = [name for one in documents for name in _files(one.nama)]
    if made := leave_out("PDF", partial(_pdf, documents), none, *expected):
        return [*documents, *made]
    said = "PDF tidak dibuat: LibreOffice tidak ditemukan atau tidak berhasil mengubahnya."
    return [replace(one, catatan=(*one.catatan, said)) for one in documents]


def _files(nama: str) -> tuple[str, str]:
    """The output files of a document."""
    stem = nama.removesuffix(".docx")
    return f"{stem}.docx", f"{stem}.pdf"


def _reports(bahan: Material, leave_out: LeaveOut) -> list[WordDocument]:
    """The reports whose period has ended."""
    documents = []
    for periode in due_periods(bahan.juknis.tahun, bahan.pilihan.per, bahan.pilihan.semester):
        nama = f"laporan/{periode.judul} {bahan.juknis.tahun}.docx"
        title = f"{periode.judul} {bahan.juknis.tahun}"
        step(f"menyusun {title}")
        made = leave_out(title, partial(_report, bahan, periode, nama), None, *_files(nama))
        documents += [made] if made else []
    return documents


def _report(bahan: Material, periode: Periode, nama: str) -> WordDocument | None:
    name = "laporan_akhir.docx" if periode.semester == "akhir" else "laporan_semester.docx"
    return _fill(nama, name, bahan.content(periode), bahan.pilihan, bahan.catatan)


def _fill(nama: str, name: str, isi: Isi, pilihan: Options, catatan: tuple[str, ...] = ()) -> WordDocument:
    """A document from the dinas's own template, or, when that cannot be filled, from the built-in one."""
    own, built_in = files.find(name, pilihan.templat), files.find(name)
    try:
        filled = fill(own, isi, pilihan.kertas, pilihan.per)
    except BrokenTemplate as exc:
        if own == built_in:
            raise
        filled = fill(built_in, isi, pilihan.kertas, pilihan.per)
        catatan = (*catatan, f"{_faults(own) or exc} Templat bawaan dipakai.")
    return WordDocument(nama, filled.isi, filled.lengkapi, catatan)


def _faults(path: Path) -> str:
    """What is wrong with a template, as `templat periksa` says it; empty when it finds nothing."""
    faults = files.faults(path)
    more = f" (dan {len(faults) - 1} kesalahan lain)" if len(faults) > 1 else ""
    return f"Templat {faults[0]}{more}" if faults else ""


def _pictures(daerah: Daerah, folder: Path | None) -> tuple[GambarBersama, tuple[str, ...]]:
    small, notes = office.logo(daerah, folder, 22)
    large, _ = office.logo(daerah, folder, 40)
    photos, photo_notes = dokumentasi.prepare_photos(daerah)
    return GambarBersama(small, large, photos), (*notes, *photo_notes)


def _with_page_numbers(reports: list[WordDocument], tata_letak: bool) -> list[WordDocument]:
    """The reports with the page numbers of their table of contents where LibreOffice can tell them."""
    numbered = page_numbers.with_page_numbers({d.nama: d.isi for d in reports}) if tata_letak else {}
    tried = tata_letak and libreoffice.find_soffice() is not None
    done = []
    for one in reports:
        if isi := numbered.get(one.nama):
            said = "Nomor halaman daftar isi sudah terisi (tata letak LibreOffice)."
            done.append(replace(one, isi=isi, catatan=(*one.catatan, said)))
        else:
            why = "LibreOffice dua kali tidak berhasil menatanya. " if tried else ""
            said = "Nomor halaman daftar isi diisi Word saat dokumen dibuka: jawab Ya bila Word bertanya."
            done.append(replace(one, catatan=(*one.catatan, why + said)))
    return done


def _letters(bahan: Material, leave_out: LeaveOut) -> list[WordDocument]:
    """The letters that the findings and deadlines call for."""
    periods = due_periods(bahan.juknis.tahun, bahan.pilihan.per, bahan.pilihan.semester)
    latest = periods[-1] if periods else Periode("1", bahan.juknis.tahun)
    wanted = partial(
        letters.needed_letters, bahan.daerah, bahan.temuan, bahan.juknis, periods, bahan.pilihan.per
    )
    stated = letters.of_responsibility(periods, bahan.juknis) if bahan.pilihan.surat_tanggung_jawab else []
    none: list[letters.Surat] = []
    documents = []
    for letter in [*leave_out("surat", wanted, none), *stated]:
        nama = f"surat/{letter.nama}.docx"
        made = leave_out(letter.nama, partial(_letter, bahan, letter, latest, nama), None, *_files(nama))
        documents += [made] if made else []
    return documents


def _letter(bahan: Material, letter: letters.Surat, latest: Periode, nama: str) -> WordDocument | None:
    isi = letter.complete(bahan.content(letter.periode or latest))
    return _fill(nama, letter.templat, isi, bahan.pilihan)


def _pdf(documents: Sequence[WordDocument]) -> list[WordDocument]:
    """A PDF beside each document; none where LibreOffice is not found."""
    made = libreoffice.convert({d.nama: d.isi for d in documents}, "pdf")
    return [WordDocument(f"{nama.removesuffix('.docx')}.pdf", isi) for nama, isi in made.items()]
