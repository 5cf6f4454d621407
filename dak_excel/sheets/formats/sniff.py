"""What a file really is, told from its content; the name only breaks a tie."""

from __future__ import annotations

import re
import struct
from enum import StrEnum

from dak_excel.sheets.formats.archive import Archive
from dak_excel.sheets.formats.cfb import MAGIC as CFB
from dak_excel.sheets.formats.cfb import CompoundFile, Damaged
from dak_excel.sheets.formats.refusal import Refusal, damaged, encrypted, no_table


class Format(StrEnum):
    """A format that is read. Its value is the ending that files of it should have."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    FODS = "fods"
    HTML = "html"
    XML2003 = "xml"
    CSV = "csv"


_ZIP = b"PK\x03\x04"
_FOREIGN = (
    (b"%PDF", "dokumen PDF"),
    (b"\xff\xd8\xff", "gambar JPEG"),
    (b"\x89PNG", "gambar PNG"),
    (b"GIF8", "gambar GIF"),
    (b"BM", "gambar BMP"),
    (b"II*\x00", "gambar TIFF"),
    (b"MM\x00*", "gambar TIFF"),
    (b"{\\rtf", "dokumen RTF"),
    (b"7z\xbc\xaf\x27\x1c", "arsip 7-Zip"),
    (b"Rar!", "arsip RAR"),
    (b"\x1f\x8b", "arsip gzip"),
    (b"MZ", "program Windows"),
    (b"\x7fELF", "program Linux"),
    (b"SQLite format 3", "basis data SQLite"),
    (b"PAR1", "berkas Parquet"),
)
_OLD_EXCEL = (
    b"\x09\x00\x04\x00",
    b"\x09\x00\x06\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x08\x00",
)
_OLE = (
    ("worddocument", "dokumen Word (.doc)", ""),
    ("powerpoint document", "presentasi PowerPoint (.ppt)", ""),
    (
        "__properties_version1.0",
        "surel Outlook (.msg)",
        "simpan lampirannya dahulu, lalu masukkan lampiran itu",
    ),
)
"""Streams that tell what else a compound file is."""
_EXTRACT = "ekstrak arsipnya dahulu, lalu masukkan berkas di dalamnya"
_MACRO_TYPE = b"macroEnabled"
_HTML = re.compile(
    r"<\s*(?:!doctype\s+html|html|head|body|table|meta|style|div|tr|td|center)\b", re.IGNORECASE
)
_XML_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)([^>]*)")


def sniff_zip(archive: Archive) -> Format:
    """The format of a zip package. Raises Refusal when it is no workbook."""
    if "mimetype" in archive:
        kind = archive.read("mimetype").strip()
        if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return Format.ODS
        if kind.startswith(b"application/vnd.oasis.opendocument"):
            raise no_table("dokumen OpenDocument yang bukan lembar kerja")
    types = archive.read("[Content_Types].xml")
    names = archive.names
    if "xl/workbook.bin" in archive:
        return Format.XLSB
    if b"spreadsheetml" in types or any(n.startswith("xl/") for n in names):
        return Format.XLSM if _MACRO_TYPE in types else Format.XLSX
    if any(n.startswith("word/") for n in names):
        raise no_table("dokumen Word (.docx)")
    if any(n.startswith("ppt/") for n in names):
        raise no_table("presentasi PowerPoint (.pptx)")
    if any(n.endswith(".iwa") for n in names):
        raise no_table(
            "dokumen Apple Numbers", "di Numbers pilih File > Export To > Excel, lalu masukkan hasilnya"
        )
    if "content.xml" in archive and "meta-inf/manifest.xml" in archive:
        return Format.ODS
    raise no_table("arsip ZIP", _EXTRACT)


def sniff_ole(data: bytes) -> Format:
    """The format of a compound file, from its streams. Raises Refusal when it is no workbook."""
    try:
        names = CompoundFile(data).names
    except (Damaged, struct.error) as error:
        raise damaged() from error
    if names & {"workbook", "book"}:
        return Format.XLS
    for known, what, saran in _OLE:
        if known in names:
            raise no_table(what, saran)
    if names & {"encryptedpackage", "\x06dataspaces", "\tdrmcontent"}:
        raise encrypted()
    raise damaged()


def sniff_head(data: bytes) -> None:
    """Raises Refusal for what is empty or a well-known other format."""
    if not data:
        raise Refusal("berkas ini kosong (0 byte)", "salin ulang berkas aslinya")
    if not data.strip(b"\x00"):
        raise Refusal(
            "isinya hanya nol karena penyalinan atau sinkronisasi belum selesai", "salin ulang berkas aslinya"
        )
    for magic, name in _FOREIGN:
        if data.startswith(magic):
            raise no_table(name, _EXTRACT if name.startswith("arsip") else "")
    if data.startswith(_OLD_EXCEL):
        raise Refusal(
            "formatnya Excel lama sekali (sebelum Excel 95)",
            "bukalah di LibreOffice lalu simpan sebagai .xlsx",
        )


def is_zip(data: bytes) -> bool:
    """Whether a file begins as a zip archive does."""
    return data.startswith(_ZIP)


def is_ole(data: bytes) -> bool:
    """Whether a file is a compound file (OLE2)."""
    return data.startswith(CFB)


def sniff_text(text: str) -> Format:
    """The format of a text. Raises Refusal for what is neither table nor page."""
    head = text[:8192].lstrip("\ufeff \t\r\n")
    if head.startswith("{") and '"url"' in head and "docs.google.com" in head:
        raise no_table(
            "hanya pintasan ke Google Sheets",
            "di Google Sheets pilih File > Download > Microsoft Excel (.xlsx)",
        )
    if head[:13].upper().startswith("MIME-VERSION:"):
        raise no_table("halaman web satu berkas (MHTML)", "bukalah di Excel lalu simpan sebagai .xlsx")
    if head.startswith("ID;P"):
        raise no_table("tabel SYLK (.slk)", "bukalah di Excel lalu simpan sebagai .xlsx")
    if not head.startswith("<"):
        return Format.CSV
    root = _XML_ROOT.search(head)
    if root and not _HTML.match(head):
        name, attributes = root[1].lower(), root[2]
        if name == "workbook" or "urn:schemas-microsoft-com:office:spreadsheet" in attributes:
            if name != "html":
                return Format.XML2003
        elif name == "document" and "opendocument" in text[:20_000]:
            return Format.FODS
        elif name not in ("html", "table", "head", "body", "div", "meta", "style", "center", "tr", "td"):
            raise no_table("berkas XML yang bukan buku kerja")
    return Format.HTML
