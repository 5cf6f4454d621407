"""CSV and other delimited text: encoding and delimiter from the content, every value kept as text.

Nothing is taken for a number or a date here: a NIK keeps its digits, `1.500.000` its dots, and the parsers of
values decide with the whole column in view. Source: RFC 4180; Excel's `sep=` line.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from itertools import islice

from dak_excel.sheets.formats.refusal import Refusal, bukan_tabel, rusak, terlalu_besar
from dak_excel.sheets.formats.sheet import RawSheet, Row
from dak_excel.sheets.limits import CELLS, COLUMNS, ROWS, TEXT_CHARACTERS

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ";\t,|"
_SEP_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_EXCEL_TEXT = re.compile(r'="([^"]*)"')
_SAMPLE_CHARACTERS = 64 * 1024
_SAMPLE_LINES = 200


def decode(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-16 by its zero bytes, else UTF-8, else cp1252.

    Raises Refusal when it is no text.
    """
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _decoded(data, codec).removeprefix("\ufeff")
    sample = data[:4096]
    if sample[1::2].count(0) > len(sample) // 4:
        return _decoded(data, "utf-16-le")
    if sample[::2].count(0) > len(sample) // 4:
        return _decoded(data, "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _decoded(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeError as error:
        raise rusak() from error


def is_text(text: str) -> bool:
    """Whether a decoded file is text: it holds no control characters but those of lines and tabs."""
    return not _BINARY.search(text)


def delimiter(text: str) -> str:
    """The delimiter that gives most lines the same number of fields; empty when none does.

    A `sep=;` line, as Excel writes and reads it, settles it.
    """
    if match := _SEP_LINE.match(text):
        return match[1]
    sample = text[:_SAMPLE_CHARACTERS]
    best, best_score = "", 0.0
    for mark in _DELIMITERS:
        try:
            reader = csv.reader(io.StringIO(sample, newline=""), delimiter=mark)
            lines = [row for row in islice(reader, _SAMPLE_LINES) if any(row)]
        except csv.Error:
            continue
        widths = Counter(len(row) for row in lines)
        wide = sum(count for width, count in widths.items() if width > 1)
        if not wide:
            continue
        width, count = max(((w, c) for w, c in widths.items() if w > 1), key=lambda pair: (pair[1], pair[0]))
        if wide * 2 < len(lines):
            continue
        score = count / len(lines) + min(width, 50) / 1000
        if score > best_score:
            best, best_score = mark, score
    return best


def read_csv(text: str, name: str, one_column: bool) -> list[RawSheet]:
    """The one sheet of a delimited text. `one_column`: the file says of itself that it is CSV.

    Raises Refusal when it is no table, or beyond the limits.
    """
    mark = delimiter(text)
    if not mark and not one_column:
        raise bukan_tabel("teks biasa tanpa kolom")
    text = _SEP_LINE.sub("", text, count=1) if _SEP_LINE.match(text) else text
    rows: list[Row] = []
    cells = 0
    csv.field_size_limit(TEXT_CHARACTERS)
    try:
        for fields in csv.reader(io.StringIO(text, newline=""), delimiter=mark or ";"):
            cells += len(fields)
            if len(fields) > COLUMNS or len(rows) >= ROWS or cells > CELLS:
                raise terlalu_besar("jumlah baris atau kolom", "1.048.576 baris × 16.384 kolom, 6 juta sel")
            rows.append([_value(field) for field in fields])
    except csv.Error as error:
        raise Refusal(
            f"tanda kutipnya tidak berpasangan di sekitar baris {len(rows) + 1}",
            "bukalah di Excel atau LibreOffice, periksa baris itu, lalu simpan sebagai .xlsx",
        ) from error
    return [RawSheet(name, rows)]


def _value(field: str) -> str | None:
    """A field's text; Excel's `="0812"` loses its wrapping; None when it is empty."""
    if field.startswith('="') and (match := _EXCEL_TEXT.fullmatch(field)):
        return match[1] or None
    return field or None
