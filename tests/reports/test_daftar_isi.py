"""The table of contents: right page numbers with LibreOffice, else Word is asked to fill them in."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from dak_excel.reports.word import libreoffice, page_numbers
from dak_excel.sheets.tabel import Kind
from tests.reports import builders
from tests.reports.baca import buka, dokumen_laporan, semua


def entri(isi: bytes) -> dict[str, str]:
    """Heading → page number of the table of contents."""
    rows = [p for p in buka(isi).paragraphs if p.style and p.style.name.lower().startswith("toc ")]
    texts = [
        "".join(t.text or ("\t" if t.tag == qn("w:tab") else "") for t in p._p.iter(qn("w:t"), qn("w:tab")))
        for p in rows
    ]
    return dict(text.split("\t") for text in texts if "\t" in text)  # type: ignore[misc]


def settings(isi: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(isi)) as package:
        return package.read("word/settings.xml").decode()


def test_without_libreoffice_the_entries_stand_and_word_fills_in_the_pages() -> None:
    document = dokumen_laporan(builders.contoh(), "1")
    pages = entri(document.isi)
    assert list(pages)[:3] == ["LEMBAR PENGESAHAN", "KATA PENGANTAR", "BAB I PENDAHULUAN"]
    assert len(pages) == 22
    assert set(pages.values()) == {""}
    assert "updateFields" in settings(document.isi)
    assert any("diisi Word" in note for note in document.catatan)


@pytest.mark.parametrize(("failures", "said"), [(1, "sudah terisi"), (2, "dua kali tidak berhasil")])
def test_what_libreoffice_did_not_lay_out_is_tried_once_more_and_then_said(
    monkeypatch: pytest.MonkeyPatch, failures: int, said: str
) -> None:
    tries: list[int] = []

    def convert(berkas: dict[str, bytes], ke: str, dari: str = "docx") -> dict[str, bytes]:
        tries.append(len(berkas))
        return {} if len(tries) <= failures else berkas

    def number(docx: bytes, pages: dict[str, str]) -> bytes:
        return docx

    monkeypatch.setattr(libreoffice, "find_soffice", lambda: Path("soffice"))
    monkeypatch.setattr(libreoffice, "convert", convert)
    monkeypatch.setattr(page_numbers, "_number", number)
    document = dokumen_laporan(builders.contoh(), "1", tata_letak=True)
    assert len(tries) == 2
    assert any(said in note for note in document.catatan)


def besar() -> builders.Daerah:
    """A report of many pages."""
    daerah = builders.contoh()
    more = builders.lembar(
        Kind.PESERTA, builders.peserta(200, 1001, rincian="A2", kegiatan="Pelatihan Teknis Membatik")
    )
    return builders.daerah(*(s for book in daerah.books for s in book.sheets), more)


@pytest.mark.libreoffice
def test_with_libreoffice_the_page_numbers_are_those_of_the_printed_pages(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext tidak ada di mesin ini")
    documents = semua(besar(), semester="akhir", pdf=True)
    report = documents["laporan/Laporan Akhir 2023.docx"]
    assert "updateFields" not in settings(report.isi)
    assert any("sudah terisi" in note for note in report.catatan)
    (tmp_path / "laporan.pdf").write_bytes(documents["laporan/Laporan Akhir 2023.pdf"].isi)
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "laporan.pdf"), "-"], capture_output=True, check=True
    ).stdout.decode()
    printed: dict[str, str] = {}
    for page in text.split("\f"):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        if lines and re.fullmatch(r"[ivx]+|\d+", lines[-1]):
            for title in (
                "BAB I",
                "BAB II",
                "BAB III",
                "BAB IV",
                "BAB V",
                "KATA PENGANTAR",
                *(f"LAMPIRAN {n}" for n in range(1, 6)),
            ):
                if title in lines:  # a short chapter follows another on its page
                    printed[title] = lines[-1]
    pages = entri(report.isi)
    assert len(printed) == 11
    for title, page in printed.items():
        assert next(v for k, v in pages.items() if k == title or k.startswith(f"{title} ")) == page
    assert pages["KATA PENGANTAR"] == "ii"
    contents = next(page for page in text.split("\f") if page.strip().startswith("DAFTAR ISI"))
    for title, page in pages.items():  # the numbers are seen on paper, not only in the file
        assert re.search(rf"{re.escape(title)}[. ]+{page}$", contents, re.MULTILINE), title
    assert int(pages["LAMPIRAN 5 JADWAL KEGIATAN"]) > 15


@pytest.mark.libreoffice
def test_every_document_becomes_a_pdf_beside_it() -> None:
    documents = semua(builders.contoh(), pdf=True)
    words = [n for n in documents if n.endswith(".docx")]
    assert len(words) == 6
    for nama in words:
        assert documents[f"{nama.removesuffix('.docx')}.pdf"].isi.startswith(b"%PDF")


@pytest.mark.skipif(sys.platform == "win32", reason="memakai skrip shell")
def test_a_libreoffice_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 600 & wait\n")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "find_soffice", lambda: program)
    monkeypatch.setattr(libreoffice, "BATAS_WAKTU", 0.2)
    assert libreoffice.convert({"a": b"x"}, "pdf") == {}


def test_what_killed_runs_left_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(libreoffice, "find_soffice", lambda: Path("tidak/ada/soffice"))
    libreoffice._profile.cache_clear()
    long_ago = time.time() - 8 * 86_400
    for name in ("dak-excel-lama", "dak-excel-baru", "milik-orang-lain"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "laporan.docx").write_bytes(b"x")
        if name != "dak-excel-baru":
            os.utime(tmp_path / name, (long_ago, long_ago))
    try:
        libreoffice.convert({"a": b"x"}, "pdf")
        assert not (tmp_path / "dak-excel-lama").exists()
        assert (tmp_path / "dak-excel-baru/laporan.docx").exists()
        assert (tmp_path / "milik-orang-lain/laporan.docx").exists()
    finally:
        libreoffice._profile.cache_clear()


def test_a_conversion_that_fails_leaves_the_documents_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*args: object, **kwargs: object) -> None:
        raise OSError("soffice tidak mau jalan")

    monkeypatch.setattr(libreoffice, "find_soffice", lambda: Path("soffice"))
    monkeypatch.setattr(subprocess, "Popen", hang)
    document = dokumen_laporan(builders.contoh(), "1", pdf=True)
    assert any("PDF tidak dibuat" in note for note in document.catatan)
    assert any("diisi Word" in note for note in document.catatan)
