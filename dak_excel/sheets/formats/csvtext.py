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
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise

from dak_excel.sheets.formats.csvquotes import Records
from dak_excel.sheets.formats.limits import CELLS, COLUMNS, ROWS, TEXT_CHARACTERS
from dak_excel.sheets.formats.notes import odd_quote
from dak_excel.sheets.formats.refusal import Refusal, damaged, no_table, over_limit
from dak_excel.sheets.formats.sheet import RawSheet, Row

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ";\t,|"
_SEP_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_BINARY = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_EXCEL_TEXT = re.compile(r'="([^"]*)"')
_SAMPLE_CHARACTERS = 1024 * 1024
_SAMPLE_LINES = 200
_SURE_WIDTH = 3
_TAILED = 3  # lines that end with the same commas before these are taken for no content
_END_OF_FILE = "\x1a"  # Ctrl-Z, which DOS programs write
_STRAY = 2  # control characters that even a short text may hold


def decode(data: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-32 or UTF-16 by its zero bytes, else each line
    UTF-8 or else cp1252 (a list that two programs have added to holds both).

    Raises Refusal when it is no text.
    """
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _decoded(data, codec).removeprefix("\ufeff")
    sample = data[:4096]
    quarter = len(sample) // 4
    if quarter and len(data) % 4 == 0:  # a character of UTF-32 is below 0x110000: one byte is always zero
        for zero, second, codec in ((3, 2, "utf-32-le"), (0, 1, "utf-32-be")):
            if not any(sample[zero::4]) and sample[second::4].count(0) * 2 > quarter:
                return _decoded(data, codec)
    if sample[1::2].count(0) > len(sample) // 4:
        return _decoded(data, "utf-16-le")
    if sample[::2].count(0) > len(sample) // 4:
        return _decoded(data, "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(map(_line, data.splitlines(keepends=True)))


def _line(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _decoded(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeError as error:
        raise damaged() from error


def plain_text(text: str) -> str | None:
    """A decoded file without stray control characters; None when it is no text but binary data, in which
    about every tenth character is one."""
    clean, stray = _BINARY.subn("", text)
    return clean if stray <= max(_STRAY, len(text) // 200) else None


@dataclass(frozen=True, slots=True)
class Delimiter:
    """A delimiter, and whether the text it divides is a table for sure."""

    mark: str
    sure: bool


def delimiter(text: str) -> Delimiter:
    """The delimiter that gives most lines the same number of fields.

    A `sep=;` line, as Excel writes and reads it, settles it. It is sure when two lines one after another
    have the same three fields or more, or half of all lines the same two or more (commas stand in prose
    as well: two fields say nothing then). A delimiter by which every quotation mark stands where it belongs
    goes before one that leaves texts behind closing ones.
    """
    if match := _SEP_LINE.match(text):
        return Delimiter(match[1], sure=True)
    sample = text[:_SAMPLE_CHARACTERS]
    best, score = _best(sample, strict=True)
    return best if score else _best(sample, strict=False)[0]


def _best(sample: str, strict: bool) -> tuple[Delimiter, float]:
    """The best delimiter and its score, 0 where none divides the text."""
    best, best_score = Delimiter(";", sure=False), 0.0
    for mark in _DELIMITERS:
        widths = list(_widths(sample, mark, strict))
        common, count = max(Counter(w for w in widths if w > 1).items(), key=_often_and_wide, default=(1, 0))
        score = count / max(len(widths), 1) + min(common, 50) / 1000
        if count and score > best_score:
            pairs = any(a == b >= _SURE_WIDTH for a, b in pairwise(widths))
            most = mark != "," and count > 1 and count * 2 >= len(widths)
            best = Delimiter(mark, sure=pairs or most)
            best_score = score
    return best, best_score


def _widths(sample: str, mark: str, strict: bool) -> Iterator[int]:
    """The number of fields of each line that is not blank, as far as the text can be divided."""
    try:
        lines = csv.reader(io.StringIO(sample, newline=""), delimiter=mark, strict=strict)
        for row in islice(lines, _SAMPLE_LINES):
            if any(row):
                yield len(row)
    except csv.Error:
        return


def _often_and_wide(pair: tuple[int, int]) -> tuple[int, int]:
    return pair[1], pair[0]


def read_csv(text: str, name: str, named_csv: bool) -> tuple[list[RawSheet], list[str]]:
    """The one sheet of a delimited text, and notes. `named_csv`: its name says so, and settles a doubt.

    Raises Refusal when it is no table, or beyond the limits.
    """
    found = delimiter(text)
    if not found.sure and not named_csv:
        raise no_table("teks biasa tanpa kolom")
    text = _SEP_LINE.sub("", text, count=1) if _SEP_LINE.match(text) else text
    text = text.rstrip(_END_OF_FILE)
    rows: list[Row] = []
    cells = 0
    if found.mark != ",":
        text = _without_tails(text)
    records = Records(text, found.mark)
    # a quotation mark without end is seen by what it took; the limit is the whole process's
    before = csv.field_size_limit(len(text) + 1)
    try:
        for fields in records:
            cells += len(fields)
            if len(fields) > COLUMNS or len(rows) >= ROWS or cells > CELLS:
                raise over_limit("jumlah baris atau kolom", "1.048.576 baris × 16.384 kolom, 6 juta sel")
            if max(map(len, fields), default=0) > TEXT_CHARACTERS:
                raise over_limit(f"panjang teks satu sel di baris {len(rows) + 1}", "131.072 karakter")
            rows.append([_value(field) for field in fields])
    except csv.Error as error:
        raise Refusal(
            f"tanda kutipnya tidak berpasangan di sekitar baris {len(rows) + 1}",
            "bukalah di Excel atau LibreOffice, periksa baris itu, lalu simpan sebagai .xlsx",
        ) from error
    finally:
        csv.field_size_limit(before)
    return [RawSheet(name, rows)], [odd_quote(records.odd)] if records.odd else []


def _without_tails(text: str) -> str:
    """A text without the commas that every line ends with alike: `6000000,,,,`.

    A list separated by semicolons that was opened and saved where the comma divides gets them.
    """
    lines = [line for line in text.splitlines() if line]
    tails = {len(line) - len(line.rstrip(",")) for line in lines}
    if len(lines) < _TAILED or len(tails) != 1 or 0 in tails:
        return text
    return re.sub(rf",{{{tails.pop()}}}(?=\r?\n|\r|$)", "", text)


def _value(field: str) -> str | None:
    """A field's text; Excel's `="0812"` loses its wrapping; None when it is empty."""
    if field.startswith('="') and (match := _EXCEL_TEXT.fullmatch(field)):
        return match[1] or None
    return field or None
