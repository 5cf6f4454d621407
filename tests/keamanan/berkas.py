"""Hostile workbooks for the tests of security: made here, harmless to whoever only reads the source."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import openpyxl

RAHASIA = "isi berkas yang bukan milik buku kerja ini"
"""What stands in a file that no workbook may reach."""

JAHAT = (
    '=HYPERLINK("http://jahat.example","klik")',
    '=cmd|" /C calc"!A0',
    "@SUM(1+1)*cmd",
    "+1+1",
    "-2+3",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
    "${7*7} #{7*7} %(nama)s {0.__class__}",
    "../../../../etc/passwd",
    "C:\\Windows\\System32",
    "\u202egnp.exe",
)
"""Texts that some program somewhere takes for a command."""


def buku(rows: list[tuple[object, ...]], judul: str = "Lembar") -> bytes:
    """A workbook of one sheet whose texts are texts, whatever they begin with."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = judul
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column, value)
            if isinstance(value, str):
                cell.data_type = "s"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def peserta_jahat() -> bytes:
    """A list of peserta with hostile names and trades, and with wrong ages, so that all of them are told."""
    head = ("No", "Nama", "NIK", "L/P", "Tanggal Lahir", "NIB", "Nama Usaha", "Sentra", "Status")
    rows: list[tuple[object, ...]] = [
        ("DAFTAR PESERTA PELATIHAN PENGELOLAAN BISNIS DAN MANAJEMEN WIRAUSAHA",),
        ("Kegiatan : A1 Pelatihan Pengelolaan Bisnis <b>{{ 7*7 }}</b>",),
        ("Waktu : 12 s.d. 16 Juni 2023",),
        (),
        head,
    ]
    for n, text in enumerate(JAHAT, start=1):
        nik = f"990101{n:02d}0660{n:04d}"
        rows.append((n, text, nik, "L", f"{n:02d}-06-1960", f"99{n:011d}", text, "Sentra Uji", "Pelaku IKM"))
    return buku(rows, "Peserta <i>{{1}}")


def identitas_jahat() -> bytes:
    """Identitas whose values are hostile: they go into the name of the daerah, reports and letters."""
    names = ("Kabupaten/Kota", "Nama Dinas", "Kepala Dinas", "NIP Kepala Dinas", "Alamat Dinas", "Provinsi")
    rows: list[tuple[object, ...]] = [("IDENTITAS DAERAH",), ()]
    rows += [(name, f"{text} {JAHAT[7]}") for name, text in zip(names, JAHAT[5:], strict=False)]
    return buku([*rows, ("Pagu DAK Nonfisik", 250_000_000)], "Identitas")


def ganti_bagian(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A package with some parts replaced or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return buffer.getvalue()


def _lembar(doctype: str, text: str) -> bytes:
    """Sheet XML with a document type of its own and a text that uses it."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE worksheet [{doctype}]>'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData></worksheet>'
    ).encode()


def entitas_luar(target: str) -> bytes:
    """A workbook whose sheet wants the content of another file in its first cell (XXE)."""
    part = _lembar(f'<!ENTITY rahasia SYSTEM "{target}">', "&rahasia;")
    return ganti_bagian(buku([("a",)]), {"xl/worksheets/sheet1.xml": part})


def entitas_berlipat() -> bytes:
    """A workbook whose sheet holds a few hundred bytes that would become gigabytes (billion laughs)."""
    levels = "".join(f'<!ENTITY t{n} "{f"&t{n - 1};" * 10}">' for n in range(1, 10))
    part = _lembar(f'<!ENTITY t0 "tertawa">{levels}', "&t9;")
    return ganti_bagian(buku([("a",)]), {"xl/worksheets/sheet1.xml": part})


def bom_zip() -> bytes:
    """A workbook of some kilobytes whose sheet unpacks to the thousandfold."""
    head = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    )
    return ganti_bagian(buku([("a",)]), {"xl/worksheets/sheet1.xml": head + b" " * (64 << 20)})


def naik_folder() -> bytes:
    """A workbook with parts whose names lead out of the folder that one would unpack it in."""
    return ganti_bagian(buku([("a",)]), {"../../keluar.xml": b"<x/>", "/mutlak.xml": b"<x/>"})


def gambar_bom() -> bytes:
    """A PNG of a few kilobytes that claims 60,000 × 60,000 points."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    body = zlib.compress(bytes(7_501) * 100)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
