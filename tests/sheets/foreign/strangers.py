"""Files that are no workbooks at all, whatever they are called."""

from __future__ import annotations

import random

from tests.sheets.foreign.kinds import TABEL, broken
from tests.sheets.foreign.package import book, pack

for _nama, _head, _says in (
    ("pdf", b"%PDF-1.7\n", "PDF"),
    ("jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
    ("png", b"\x89PNG\r\n\x1a\n", "PNG"),
    ("rtf", b"{\\rtf1\\ansi Laporan}", "RTF"),
    ("seven-zip", b"7z\xbc\xaf\x27\x1c\0\4", "7-Zip"),
    ("rar", b"Rar!\x1a\x07\0", "RAR"),
    ("gzip", b"\x1f\x8b\x08\0", "gzip"),
    ("program", b"MZ\x90\0\3\0\0\0", "program"),
    ("sqlite", b"SQLite format 3\0", "SQLite"),
    ("excel-4", b"\x09\x04\x06\x00\x00\x00\x10\x00", "lama"),
):
    broken(_nama, _says)(lambda head=_head: head + b"\x01\x02" * 500)

for _nama, _text, _says in (
    ("prose", "Laporan kegiatan kami lampirkan.\nTerima kasih, salam.\n", "teks biasa"),
    ("one-word", "halo", "teks biasa"),
    ("google-shortcut", '{"url": "https://docs.google.com/open?id=contoh", "doc_id": "x"}', "Google Sheets"),
    ("xml-of-something", '<?xml version="1.0"?><pesanan><barang/></pesanan>', "XML"),
    ("svg", '<svg xmlns="http://www.w3.org/2000/svg"/>', "XML"),
    ("html-without-table", "<!DOCTYPE html><html><body><p>Tidak ada data</p></body></html>", "tanpa tabel"),
    ("login-page", "<html><body><form><input type='password'></form></body></html>", "login"),
    ("mhtml", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--x\r\n<table>", "MHTML"),
):
    broken(_nama, _says)(lambda text=_text: text.encode())

for _nama, _parts, _says in (
    ("docx", {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}, "Word"),
    ("pptx", {"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"}, "PowerPoint"),
    ("apple-numbers", {"Index/Document.iwa": b"\0"}, "Numbers"),
    ("zip", {"foto/a.jpg": b"\xff\xd8"}, "ZIP"),
    ("empty-zip", {}, ""),
):
    broken(_nama, _says)(lambda parts=_parts: pack(parts))


@broken("zip-around-a-workbook", "ZIP")
def wrapped() -> bytes:
    return pack({"data peserta.xlsx": book(TABEL)})


@broken("zero-bytes", "kosong")
def empty() -> bytes:
    return b""


@broken("nothing-but-zeros", "nol")
def zeros() -> bytes:
    return b"\0" * 20_000


@broken("noise", "tidak dikenali")
def noise() -> bytes:
    return b"\x02" + random.Random(1).randbytes(5000)
