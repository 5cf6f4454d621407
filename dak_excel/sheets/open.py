"""From any spreadsheet file, safely, to grids: xlsx, xlsm, xls, xlsb, ods, csv, and what only claims to be.

What a file is, its content tells, never its name. Nothing in it is executed, followed or fetched.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from lxml import etree

from dak_excel.sheets.formats.archive import Archive
from dak_excel.sheets.formats.calamine import CalamineFailed
from dak_excel.sheets.formats.cfb import Damaged
from dak_excel.sheets.formats.csvtext import decode, plain_text, read_csv
from dak_excel.sheets.formats.htmltable import read_html
from dak_excel.sheets.formats.limits import FILE_BYTES, MEMORY, SECONDS, guarded
from dak_excel.sheets.formats.notes import other_content
from dak_excel.sheets.formats.ods import read_fods, read_ods
from dak_excel.sheets.formats.password import is_locked, unlocked
from dak_excel.sheets.formats.refusal import Refusal, Unsupported, damaged, no_table, over_limit
from dak_excel.sheets.formats.sheet import RawSheet, Row
from dak_excel.sheets.formats.sniff import (
    Format,
    is_ole,
    is_zip,
    sniff_head,
    sniff_ole,
    sniff_text,
    sniff_zip,
)
from dak_excel.sheets.formats.xls import read_xls
from dak_excel.sheets.formats.xlsb import read_xlsb
from dak_excel.sheets.formats.xlsx import LEAN, read_named, read_xlsx
from dak_excel.sheets.formats.xml2003 import read_xml2003
from dak_excel.sheets.grid import Book, Unreadable

_DAMAGE = (
    ArithmeticError,
    AssertionError,
    CalamineFailed,
    Damaged,
    EOFError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    etree.LxmlError,
    struct.error,
)
"""What a reader may raise on a file that is damaged in a way that nobody foresaw."""
_NAMES = {
    Format.HTML: "halaman web (HTML)",
    Format.XML2003: "XML Excel 2003",
    Format.CSV: "teks CSV",
    Format.FODS: "OpenDocument satu berkas",
}
_ENDINGS = frozenset(("xlsx", "xlsm", "xlsb", "xls", "ods", "csv"))
_SMALL = 2 * 2**20
"""Bytes of a file up to which a plain workbook is read without the guarded worker."""


def open_some(data: bytes, wanted: Callable[[str], bool]) -> Iterator[tuple[str, list[Row]]]:
    """The worksheets of an xlsx or xlsm with these names, each with its rows, one after another.

    Raises Unreadable when it cannot be read.
    """
    try:
        for sheet in read_named(Archive(data), wanted):
            yield sheet.name, sheet.rows
    except Refusal as refusal:
        raise Unreadable(refusal.sentence("")) from refusal
    except _DAMAGE as error:
        raise Unreadable(damaged().sentence("")) from error


class NeedsOtherProgram(Unreadable):
    """No reader of this program takes a file that seems whole; LibreOffice may convert it."""


def open_book(data: bytes, workbook: str) -> Book:
    """Reads a file's bytes; `workbook` is its name as the user knows it, relative, with `/`.

    Raises Unreadable with one sentence for the user when the file cannot or must not be read.
    """
    check_size(len(data), workbook)
    try:
        kind, sheets, notes = _read(data, workbook)
    except Unsupported as refusal:
        raise NeedsOtherProgram(refusal.sentence(workbook)) from refusal
    except Refusal as refusal:
        raise Unreadable(refusal.sentence(workbook)) from refusal
    except _DAMAGE as error:
        raise Unreadable(damaged().sentence(workbook)) from error
    return Book(workbook, kind.value, [sheet.grid(workbook) for sheet in sheets], notes)


def check_size(ukuran: int, workbook: str) -> None:
    """Raises Unreadable for a file of so many bytes that it must not be taken into memory."""
    if ukuran > FILE_BYTES:
        too_large = over_limit("ukuran berkas", f"{FILE_BYTES // 2**20} MiB")
        raise Unreadable(too_large.sentence(workbook))


def _read(data: bytes, workbook: str) -> tuple[Format, list[RawSheet], list[str]]:
    """The format, the sheets with cells, and the notes of a file. Raises Refusal."""
    sniff_head(data)
    if is_locked(data):
        data = unlocked(data, workbook)
    if is_zip(data):
        kind, sheets, notes = _read_zip(data)
    elif is_ole(data):
        kind = sniff_ole(data)
        sheets, notes = read_xls(data)
    else:
        kind, sheets, notes = _read_text(data, PurePosixPath(workbook))
    given = PurePosixPath(workbook).suffix.lower().removeprefix(".")
    if given in _ENDINGS and given != kind.value and {given, kind.value} != {"xlsx", "xlsm"}:
        notes.insert(0, other_content(given, _NAMES.get(kind, kind.value)))
    return kind, sheets, notes


def _read_zip(data: bytes) -> tuple[Format, list[RawSheet], list[str]]:
    archive = Archive(data)
    kind = sniff_zip(archive)
    if kind is Format.XLSB:
        return kind, *read_xlsb(data, archive)
    if kind is Format.ODS:
        return kind, *read_ods(archive)
    return kind, *read_xlsx(data, archive)


def _read_text(data: bytes, name: PurePosixPath) -> tuple[Format, list[RawSheet], list[str]]:
    text = plain_text(decode(data))
    if text is None:
        raise no_table("data yang tidak dikenali")
    kind = sniff_text(text)
    if kind is Format.XML2003:
        return kind, *read_xml2003(data)
    if kind is Format.FODS:
        return kind, *read_fods(data)
    if kind is Format.HTML:
        return kind, read_html(text, name.stem), []
    return kind, *read_csv(text, name.stem, named_csv=name.suffix.lower() == ".csv")


def open_safely(data: bytes, workbook: str, seconds: float = SECONDS, memory: int = MEMORY) -> Book:
    """`open_book` held to its time and memory: in the guarded worker, unless the file is small and plain.

    For a small xlsx the limits of this package bound the cost (its unpacked size is verified, and
    calamine sees only a copy made of verified parts), so that the worker's start is saved.
    """
    if is_small(data):
        return open_book(data, workbook)
    return guarded(open_book, data, workbook, seconds=seconds, memory=memory)


def is_small(data: bytes) -> bool:
    """Whether a file is an xlsx or xlsm so small that its cost is bounded without the guarded worker."""
    return len(data) <= _SMALL and is_zip(data) and _plain(data)


def open_lock(data: bytes, workbook: str, seconds: float = SECONDS, memory: int = MEMORY) -> bytes:
    """A file without the password that Excel itself tries first; any other file as it is.

    Raises Unreadable when it is locked with a password of its own.
    """
    if not is_locked(data):
        return data
    try:
        return guarded(unlocked, data, workbook, seconds=seconds, memory=memory)
    except Refusal as refusal:
        raise Unreadable(refusal.sentence(workbook)) from refusal


def _plain(data: bytes) -> bool:
    """Whether a zip is an xlsx or xlsm so small when unpacked that reading it cannot overrun."""
    try:
        archive = Archive(data)
        kind = sniff_zip(archive)
    except Refusal:
        return False
    return kind in (Format.XLSX, Format.XLSM) and sum(map(archive.size, archive.names)) <= LEAN
