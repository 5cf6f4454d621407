"""Process: one daerah from its files to its outputs, in memory; nothing is written here.

This is the flow of the program: bytes → grids → records → findings → annotated copies, reports, letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from dak_excel.batch.copies import Marked, annotated_copy
from dak_excel.batch.intake import Intake
from dak_excel.batch.plain_result import plain_result
from dak_excel.batch.read_daerah import FilesRead, read_daerah
from dak_excel.batch.returned_copies import OpenedFile
from dak_excel.batch.sheet_facts import is_empty, remembered_sheet
from dak_excel.batch.validity import valid_until
from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.config import Settings
from dak_excel.daerah.model import Daerah
from dak_excel.faults import Faults
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Juknis
from dak_excel.reports.write import Options, WordDocument, write_documents
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.facts import DocumentResult
from dak_excel.results.files import BerkasResult, LembarResult
from dak_excel.results.temuan import FaultResult
from dak_excel.sheets.records import ReadBook
from dak_excel.sheets.tables.left_out import faults_of
from dak_excel.steps import step


@dataclass(slots=True)
class Job:
    """A finished daerah: its result and its output files by name below its folder."""

    hasil: DaerahResult
    files: dict[str, bytes] = field(repr=False)
    temuan: list[Temuan]
    daerah: Daerah
    missing: set[str] = field(default_factory=set)
    """Output files that a fault of the program kept from being made: the earlier ones are to stay."""


def process_daerah(masukan: Intake, pengaturan: Settings) -> Job:
    """Everything for one daerah. Raises `Unreadable` only for what stops the daerah as a whole."""
    juknis = load_rules(pengaturan.tahun, pengaturan.juknis)
    terbaca = read_daerah(masukan, pengaturan, juknis)
    daerah = terbaca.daerah
    faults = terbaca.faults
    step("memeriksa terhadap juknis")
    temuan = check_daerah(daerah, juknis, pengaturan.per, faults)
    files: dict[str, bytes] = {}
    hasil = plain_result(masukan, terbaca, temuan, juknis, pengaturan.per)
    hasil.berlaku_sampai = faults.leave_out(
        "masa berlaku hasil", lambda: valid_until(daerah, temuan, juknis, pengaturan), pengaturan.per
    )
    for book in daerah.books:
        step(f"menandai {book.workbook}")
        bertanda = annotated_copy(book, terbaca, temuan, pengaturan, juknis, files)
        if bertanda.isi:
            files[bertanda.nama] = bertanda.isi
        hasil.berkas.append(_file_result(book, terbaca.asli[book.workbook], bertanda, faults))
    hasil.berkas += terbaca.not_counted()
    step("menyusun laporan dan surat")
    for dokumen in _documents(terbaca, temuan, juknis, masukan, pengaturan):
        files[dokumen.nama] = dokumen.isi
        hasil.dokumen.append(
            DocumentResult(nama=dokumen.nama, lengkapi=list(dokumen.lengkapi), catatan=list(dokumen.catatan))
        )
    hasil.galat = [FaultResult.of(fault) for fault in (*faults_of(daerah.books), *faults.found)]
    return Job(hasil, files, temuan, daerah, faults.missing)


def _file_result(book: ReadBook, asli: OpenedFile, bertanda: Marked, faults: Faults) -> BerkasResult:
    """What the summary says of one workbook."""
    return BerkasResult(
        nama=book.workbook,
        ukuran=asli.berkas.ukuran,
        sha256=asli.sha256,
        masuk=asli.berkas.arrived,
        kosong=is_empty(asli.book),
        lembar=[
            faults.leave_out(
                f"keterangan lembar «{sheet.grid.sheet}» di {book.workbook}",
                partial(remembered_sheet, sheet),
                LembarResult(nama=sheet.grid.sheet, jenis=sheet.kind.value, baris=len(sheet.records)),
            )
            for sheet in book.sheets
        ],
        catatan=[*book.notes, *bertanda.catatan],
        anotasi=bertanda.nama if bertanda.isi else "",
    )


def _documents(
    terbaca: FilesRead,
    temuan: Sequence[Temuan],
    juknis: Juknis,
    masukan: Intake,
    pengaturan: Settings,
) -> list[WordDocument]:
    """Reports and letters; none for a daerah of which nothing was recognised."""
    daerah = terbaca.daerah
    if not (daerah.kegiatan or daerah.identitas or daerah.rab or daerah.realisasi):
        return []
    pilihan = Options(
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
