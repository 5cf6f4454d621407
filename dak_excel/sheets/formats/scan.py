"""A sheet's XML searched as bytes for what calamine does not tell: hidden rows and columns, merges, errors.

A full parse would cost as much as reading the values; a search for a literal costs a few milliseconds for
each 10 MB. Anything that these searches cannot settle makes the sheet `odd`, and an odd sheet is read by
`sheetxml`, which parses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from dak_excel.sheets.formats.limits import CELLS, COLUMNS, ROWS
from dak_excel.sheets.formats.refusal import damaged, over_limit
from dak_excel.sheets.formats.sheet import Rectangle, column_number, rectangle, spans

_ROOT = re.compile(rb"<(?![?!])([\w.-]+:)?([\w.-]+)")
_DENSE = 3_200_000  # cells: up to here (about 100 MB in calamine) a sheet may be as sparse as it likes
_TAIL = 64 * 1024  # bytes: a shorter blank tail is not worth cutting
_COLUMN = re.compile(rb'r="([A-Za-z]+)\d')
_ROW = re.compile(rb'r="[A-Za-z]+(\d+)"')
_FAR = re.compile(rb'r="[A-Za-z](?:[A-Za-z]|(?:1[2-9]|[2-9]\d)\d{4}|\d{7})')
"""An address beyond column Z or row 119,999; without one a sheet has at most _DENSE cells."""
_DISGUISED = re.compile(rb'r(?:\s+=|=[^"])')
"""An address written so that the searches miss it; looked for where nothing else guards the memory."""
_UNGUARDED = 16 * 2**20  # bytes: from here on the file is read in the guarded worker


@dataclass(slots=True)
class Scan:
    """What a search of the sheet's XML found."""

    xml: bytes
    """The XML, without blank rows after the last value."""
    cut: bool = False
    """Whether blank rows were cut off."""
    odd: bool = False
    """Calamine may fail on it or waste memory: cells without address, or far apart."""
    merges: list[Rectangle] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    negatives: dict[tuple[int, int], float] = field(default_factory=dict)
    """Negative numbers: in a date's format calamine makes times of them, Excel shows none."""
    formulas: bool = False
    filtered: bool = False
    """An automatic filter has a condition: hidden rows are those that it hides."""
    prefix: bytes = b""
    """Namespace prefix of the elements, with its colon."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The searches, for one namespace prefix."""

    hidden_row: re.Pattern[bytes]
    column_tag: re.Pattern[bytes]
    unaddressed: re.Pattern[bytes]
    error: re.Pattern[bytes]
    negative: re.Pattern[bytes]
    formula: re.Pattern[bytes]
    merge: re.Pattern[bytes]


@lru_cache(maxsize=8)
def _patterns(prefix: bytes) -> _Patterns:
    p = re.escape(prefix)

    def compiled(pattern: bytes) -> re.Pattern[bytes]:
        return re.compile(pattern.replace(b"<P", b"<" + p).replace(b"/P", b"/" + p))

    return _Patterns(
        hidden_row=compiled(rb'<Prow\s([^>]*?\bhidden="(?:1|true)"[^>]*)>'),
        column_tag=compiled(rb"<Pcol\s([^>]*)>"),
        unaddressed=compiled(rb'<Pc(?:>|/>|\s(?!r="[A-Za-z]))'),
        error=compiled(
            rb'<Pc r="([A-Za-z]+)(\d+)"[^>]*?\st="e"[^>]*>\s*'
            rb"(?:<Pf[^>]*/>|<Pf[^>]*>[^<]*</Pf>)?\s*<Pv>([^<]*)<"
        ),
        negative=compiled(
            rb'<Pc r="([A-Za-z]+)(\d+)"([^>]*)>\s*(?:<Pf[^>]*/>|<Pf[^>]*>[^<]*</Pf>)?\s*<Pv>(-[0-9.eE+-]+)<'
        ),
        formula=compiled(rb"<Pf[\s/>]"),
        merge=compiled(rb'<PmergeCell\s[^>]*?\bref="([^"]*)"'),
    )


def scan(xml: bytes) -> Scan:
    """Searches a worksheet's XML (UTF-8)."""
    root = _ROOT.search(xml)
    prefix = (root[1] or b"") if root else b""
    found = Scan(xml, prefix=prefix)
    start = xml.find(b"<" + prefix + b"sheetData")
    end = xml.rfind(b"</" + prefix + b"sheetData>")
    if start < 0 or end < 0:  # no cells at all, or too strange for a search
        found.odd = b"sheetData" in xml
        return found
    patterns = _patterns(prefix)
    found.merges = [r for m in patterns.merge.finditer(xml, end) if (r := rectangle(m[1].decode("latin-1")))]
    found.filtered = xml.find(b"filterColumn", end) > 0
    found.hidden_columns = _hidden_columns(xml[:start], patterns)
    data_end = _cut_blank_rows(found, start, end)
    xml = found.xml
    found.hidden_rows = _hidden_rows(xml, patterns)
    found.formulas = bool(patterns.formula.search(xml, start, data_end))
    if b't="e"' in xml:
        found.errors = {
            (int(m[2]), column_number(m[1].decode())): m[3].decode("utf-8", "replace")
            for m in patterns.error.finditer(xml, start, data_end)
        }
    if b"<" + prefix + b"v>-" in xml:
        found.negatives = dict(_negatives(xml, patterns, start, data_end))
    unaddressed = bool(patterns.unaddressed.search(xml, start, data_end))
    disguised = len(xml) <= _UNGUARDED and bool(_DISGUISED.search(xml, start, data_end))
    found.odd = unaddressed or disguised or b't="d"' in xml or _sparse(xml, prefix, start, data_end)
    return found


def _negatives(
    xml: bytes, patterns: _Patterns, start: int, end: int
) -> Iterator[tuple[tuple[int, int], float]]:
    """The negative numbers with a format of their own, each with its place."""
    for match in patterns.negative.finditer(xml, start, end):
        if b's="' in match[3] and b't="' not in match[3]:
            try:
                yield (int(match[2]), column_number(match[1].decode())), float(match[4])
            except ValueError:
                continue


def _cut_blank_rows(found: Scan, start: int, end: int) -> int:
    """Cuts the rows after the last value off; the new end of the rows."""
    xml, prefix = found.xml, found.prefix
    marks = (b"</" + prefix + b"v>", b"</" + prefix + b"t>", b"<" + prefix + b"f")
    if end - start < _TAIL or any(xml.find(mark, end - _TAIL, end) >= 0 for mark in marks):
        return end
    last = max(xml.rfind(mark, start, end) for mark in marks)
    row_end = b"</" + prefix + b"row>"
    keep = xml.find(b">", start) + 1 if last < 0 else xml.find(row_end, last, end) + len(row_end)
    if keep < max(last, start):
        return end
    found.xml = xml[:keep] + xml[end:]
    found.cut = True
    return keep


def _hidden_columns(head: bytes, patterns: _Patterns) -> set[int]:
    """The columns that `cols` hides; a range to the last column of the sheet stands for unused ones too."""
    pairs = []
    for match in patterns.column_tag.finditer(head):
        if _attribute(match[1], b"hidden") in (b"1", b"true"):
            first, last = _attribute(match[1], b"min"), _attribute(match[1], b"max")
            if first.isdigit() and last.isdigit():
                pairs.append((int(first[:6]), int(last[:6])))
    return spans(pairs)


def _hidden_rows(xml: bytes, patterns: _Patterns) -> set[int]:
    """The rows marked hidden; LibreOffice marks the others too, as `hidden="false"`."""
    if b' hidden="' not in xml:
        return set()
    numbers = (_attribute(m[1], b"r") for m in patterns.hidden_row.finditer(xml))
    return {int(n[:8]) for n in numbers if n.isdigit()}


def _attribute(attributes: bytes, name: bytes) -> bytes:
    """An attribute's value within a tag; empty when absent."""
    match = re.search(rb"(?:^|\s)" + name + rb"""=["']([^"']*)""", attributes)
    return match[1] if match else b""


def _sparse(xml: bytes, prefix: bytes, start: int, end: int) -> bool:
    """Whether a rectangle around all cells would be large and mostly blank.

    Raises Refusal when there are more than CELLS values, or one beyond the sheet's edge.
    """
    if not _FAR.search(xml, start, end):
        return False
    values = xml.count(b"</" + prefix + b"v>") + xml.count(b"</" + prefix + b"t>")
    if values > CELLS:
        raise over_limit("jumlah sel terisi", f"{CELLS // 1_000_000} juta")
    width = max(column_number(letters.decode()) for letters in set(_COLUMN.findall(xml, start, end)))
    height = max(map(int, set(_ROW.findall(xml, start, end))), default=0)
    if width > COLUMNS or height > ROWS:
        raise damaged()
    return height * width > max(_DENSE, 4 * values)
