"""Reads a finished document back as a person would: its text, its headings, its tables by caption."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from dak_excel.daerah.model import Daerah
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Juknis
from dak_excel.reports import write
from dak_excel.reports.word import libreoffice
from dak_excel.reports.write import Options, WordDocument, write_documents
from tests.reports import builders

PER = date(2024, 2, 1)


def semua(
    daerah: Daerah, temuan: Sequence[Temuan] = (), juknis: Juknis | None = None, **pilihan: Any
) -> dict[str, WordDocument]:
    """All documents by name, on 1 February 2024."""
    chosen = Options(**{"per": PER, **pilihan})
    return {d.nama: d for d in write_documents(daerah, temuan, juknis or builders.juknis(), chosen)}


def laporan(daerah: Daerah, semester: str, temuan: Sequence[Temuan] = (), **pilihan: Any) -> Document:
    """The report of a semester (`1`, `2`, `akhir`)."""
    return buka(dokumen_laporan(daerah, semester, temuan, **pilihan).isi)


def tiga_laporan(daerah: Daerah) -> dict[str, Document]:
    """The reports of a daerah by semester, laid out by nobody: for tests that only read them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(libreoffice, "find_soffice", lambda: None)
        return {semester: laporan(daerah, semester) for semester in ("1", "2", "akhir")}


def dokumen_laporan(
    daerah: Daerah, semester: str, temuan: Sequence[Temuan] = (), **pilihan: Any
) -> WordDocument:
    with pytest.MonkeyPatch.context() as patch:  # nobody looks at its letters
        patch.setattr(write, "_letters", lambda *_: [])
        documents = semua(daerah, temuan, semester=semester, **pilihan)
    return next(d for nama, d in documents.items() if nama.startswith("laporan/") and nama.endswith(".docx"))


def buka(isi: bytes) -> Document:
    return docx.Document(io.BytesIO(isi))


def isi_badan(document: Document) -> Iterator[Paragraph | Table]:
    yield from document.iter_inner_content()


def teks(document: Document) -> str:
    """All text, tables included, one line a paragraph or row."""
    lines = []
    for item in isi_badan(document):
        if isinstance(item, Paragraph):
            lines.append(item.text)
        else:
            lines += [" | ".join(sel(row)) for row in item.rows]
    return "\n".join(lines)


def sel(row: Any) -> list[str]:
    """The texts of a row's cells, merged ones once."""
    return [cell.text for n, cell in enumerate(row.cells) if n == 0 or cell._tc is not row.cells[n - 1]._tc]


def judul(document: Document, tingkat: int) -> list[str]:
    return [
        " ".join(p.text.split())
        for p in document.paragraphs
        if p.style and p.style.name == f"Heading {tingkat}"
    ]


def tabel(document: Document, keterangan: str) -> list[list[str]]:
    """The rows of the first table whose caption holds some words."""
    return tabel_semua(document, keterangan)[0]


def tabel_semua(document: Document, keterangan: str) -> list[list[list[str]]]:
    found, last = [], ""
    for item in isi_badan(document):
        if isinstance(item, Paragraph):
            last = item.text or last
        elif keterangan in last:
            found.append([sel(row) for row in item.rows])
    return found


def gambar_contoh(folder: Path, nama: str, ukuran: tuple[int, int] = (640, 480)) -> Path:
    """An invented picture."""
    from PIL import Image

    path = folder / nama
    Image.new("RGB", ukuran, (40, 90, 160)).save(path)
    return path
