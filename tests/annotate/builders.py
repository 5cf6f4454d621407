"""Findings and read books for the tests of annotating."""

from __future__ import annotations

import io
import zipfile
from datetime import date

from python_calamine import CalamineWorkbook

from dak_excel.annotate.info import RunInfo
from dak_excel.findings import Reply, Temuan, Tingkat
from dak_excel.sheets.grid import CellRange, Grid
from dak_excel.sheets.records import ReadBook, ReadSheet
from dak_excel.sheets.tabel import Kind
from tests.annotate.workbooks import SHEET

NAME = "peserta.xlsx"
DISETUJUI = Reply("Sudah disetujui", "B-12/2023", date(2023, 6, 12))
INFO = RunInfo(
    date(2023, 7, 12), "0.1.0", "Permenperin 7/2023", "Kabupaten Contoh", "3f5a" * 16, ("Kirim laporan.",)
)


def read(data: bytes, name: str = NAME) -> ReadBook:
    """The grids of a workbook, without knowledge of what they mean."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for sheet in book.sheet_names:
        try:
            table = book.get_sheet_by_name(sheet)
        except Exception:  # a chart sheet
            continue
        rows = [[None if v == "" else v for v in row] for row in table.to_python(skip_empty_area=False)]
        merges = [(a[0] + 1, a[1] + 1, b[0] + 1, b[1] + 1) for a, b in table.merged_cell_ranges or []]
        sheets.append(ReadSheet(Grid(name, sheet, rows, merges), Kind.PESERTA))
    return ReadBook(name, name.rpartition(".")[2], sheets, ["Catatan pembaca."])


def at(
    row: int = 0, column: int = 0, last_row: int = 0, last_column: int = 0, sheet: str = SHEET
) -> CellRange:
    """A place in the workbook under test."""
    return CellRange(NAME, sheet, row, column, last_row, last_column)


def finding(tempat: CellRange | None, tingkat: Tingkat = Tingkat.PELANGGARAN, **more: object) -> Temuan:
    """A finding with words enough to recognise it."""
    fields: dict[str, object] = {
        "ketentuan": "A1-USIA",
        "tingkat": tingkat,
        "tempat": tempat,
        "pesan": "Usia 52 tahun, lebih dari 50 tahun.",
        "saran": "Ganti peserta, atau betulkan tanggal lahirnya.",
        "rujukan": "Lampiran II.A.1.f",
        "kutipan": "paling tinggi 50 (lima puluh) tahun",
        "rincian": "A1",
        "subjek": "Peserta Contoh 1",
        "identitas": str(tempat),
        **more,
    }
    return Temuan(**fields)  # type: ignore[arg-type]


def findings(book: ReadBook) -> list[Temuan]:
    """One of each kind and level: cell, range, sheet, file, daerah, and every sheet of the book."""
    some = [
        finding(at(4, 5), subjek="Peserta Contoh 1", nilai="43"),
        finding(at(4, 5), Tingkat.DATA, ketentuan="USIA-LAHIR", pesan='Usia tidak "cocok" & <salah>.'),
        finding(
            at(5, 4), Tingkat.PERSETUJUAN, jawaban=Reply("Sudah disetujui", "B-12/2023", date(2023, 6, 12))
        ),
        finding(at(6, 2), Tingkat.TELAAH),
        finding(at(8, 1, 8, 5), Tingkat.PERNYATAAN),
        finding(at(30, 3), Tingkat.DATA, pesan="Sel kosong."),
        finding(at(), Tingkat.INFO),
        finding(CellRange(NAME), Tingkat.DATA, ketentuan="RAB-APIP", jawaban=Reply("=1+1")),
        finding(None, Tingkat.INFO, ketentuan="WAKTU-RENCANA"),
    ]
    for sheet in book.sheets:
        if sheet.grid.sheet != SHEET:
            some += [finding(at(1, 1, sheet=sheet.grid.sheet)), finding(at(3, 1, sheet=sheet.grid.sheet))]
    return some


def parts(data: bytes) -> dict[str, bytes]:
    """Name → content of every part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name.replace("\\", "/"): archive.read(name) for name in archive.namelist()}


def raw(data: bytes) -> dict[str, bytes]:
    """Name → compressed bytes of every part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {}
        for info in archive.infolist():
            name, extra = (int.from_bytes(data[info.header_offset + n :][:2], "little") for n in (26, 28))
            start = info.header_offset + 30 + name + extra
            found[info.filename.replace("\\", "/")] = data[start : start + info.compress_size]
        return found
