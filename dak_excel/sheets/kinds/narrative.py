"""Narasi: chapters of the report as paragraphs, beside their title or below it.

The report that a text is written for is told by a column `Laporan`, by its own title (`Kesimpulan Semester
I`), by a heading above it (`LAPORAN AKHIR`), by one column a report (`Semester I | Semester II | Akhir`), or
by the name of the sheet; it may be none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dak_excel.sheets.layout.numbering import is_numbering
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.records import Narasi
from dak_excel.sheets.tabel import Kind, Kolom, Tabel
from dak_excel.sheets.values import clean, parse_paragraphs
from dak_excel.sheets.vocabulary import Vocabulary

PARAGRAPH = 60
"""Characters from which a text is a paragraph, not a label."""

_REPORT = re.compile(
    r"\b(?:laporan\s+)?(?:semester|smt|sem)\.?\s*(?:ke\s*-?\s*)?(i{1,2}|[12]|satu|dua|pertama|kedua)\b"
    r"|\blaporan\s+(akhir)\b|^\s*(akhir)(?:\s+tahun)?\s*$|\s(akhir)\s*$",
    re.I,
)
_ROUND = re.compile(
    r"\b(?:narasi|bahan|uraian|untuk|laporan|isi|tahun|ta|dak|non\s*fisik|nonfisik|pada|anggaran)\b|20\d\d|[\W_]",
    re.I,
)
_SEMESTER = {"i": "1", "1": "1", "satu": "1", "pertama": "1", "ii": "2", "2": "2", "dua": "2", "kedua": "2"}
_EVERY = re.compile(r"\s*(?:untuk\s+)?(?:semua|setiap|tiap|umum)\b(?:\s+laporan)?\s*$", re.I)
_NUMBER = re.compile(r"^\s*(?:bab\s+)?\(?(?:[ivx]{1,5}|[a-z]|\d{1,2}(?:\.\d{1,2})*)[.):]*\s+(?=\S)", re.I)


def read_narrative(
    view: View, kosakata: Vocabulary, told: Mapping[str, str] | None = None
) -> tuple[Tabel, list[Narasi]] | None:
    """The chapters of a sheet of narasi; None when it is none.

    `told` is which chapter each label is, in standard spelling, where a person has said so.
    """
    words = kosakata.jenis[Kind.NARASI]
    if view.width > 30 or view.height > 600:
        return None
    beside = _report_column(view, kosakata)
    across, by_column = _report_columns(view)
    heads = _heads(view, kosakata, beside, across, told or {})
    titles = " ".join(view.text(row, c) for row in range(1, 6) for c, _ in view.cells(row)[:2])
    around = f" {kosakata.standard(view.grid.sheet)} {kosakata.standard(titles)} "
    named = told is not None or any(f" {phrase} " in around for phrase in words.judul)
    if not heads or (len({h.bagian for h in heads}) < 2 and not named):
        return None
    if told is None and any(f" {phrase} " in around for phrase in words.lawan):
        return None
    tabel = Tabel(
        kind=Kind.NARASI,
        grid=view.grid,
        header=(heads[0].row, heads[0].row),
        body=(heads[0].row, view.height),
        kolom=[Kolom(heads[0].column, "bagian", "bagian", 1.0)],
    )
    ends = _ends(view, heads)
    records = [
        _chapter(view, tabel, replace(head, laporan=named), end, beside, column)
        for head, end in zip(heads, ends, strict=True)
        for column, named in (by_column or {0: head.laporan}).items()
    ]
    written = {record.bagian for record in records if record.teks}
    records = [record for record in records if record.teks or record.bagian not in written]
    texts = [record for record in records if record.teks]
    longest = max((len(record.teks or "") for record in texts), default=0)
    if not named and longest < PARAGRAPH:
        return None
    if texts:
        cell = texts[0].cell("teks")
        tabel.kolom.append(Kolom(cell.column, "teks", "teks", 1.0))
    return tabel, records


@dataclass(frozen=True, slots=True)
class _Head:
    """A chapter title: where it stands, which chapter it is, the report that it is for."""

    row: int
    column: int
    bagian: str
    judul: str
    laporan: str


def report_of(text: str) -> str:
    """The report that a text names: `Semester I` → `1`, `Laporan Akhir` → `akhir`; empty for none or both."""
    told = {_SEMESTER.get((found[1] or "").casefold(), "akhir") for found in _REPORT.finditer(text)}
    return told.pop() if len(told) == 1 else ""


def _only_a_report(text: str) -> bool:
    """Whether a line says nothing but which report what follows is for: `NARASI LAPORAN SEMESTER I`."""
    return bool(report_of(text)) and not _ROUND.sub("", _REPORT.sub("", text))


def _report_column(view: View, kosakata: Vocabulary) -> int:
    """The column headed `Laporan`, whose cells name reports; 0 where there is none."""
    for row in range(1, min(view.height, 12) + 1):
        for column, value in view.cells(row):
            if not isinstance(value, str) or kosakata.standard(value) not in _HEADED:
                continue
            below = [view.grid.at(at, column) for at in range(row + 1, view.height + 1)]
            said = [text for text in below if isinstance(text, str) and text.strip()]
            if said and all(report_of(text) for text in said):
                return column
    return 0


def _report_columns(view: View) -> tuple[int, dict[int, str]]:
    """The heading row of which several cells name a report each, and those reports by column (empty for a
    column of every report); 0 for none."""
    for row in range(1, min(view.height, 12) + 1):
        texts = {c: v for c, v in view.cells(row) if isinstance(v, str)}
        told = {c: report_of(text) for c, text in texts.items() if _only_a_report(text)}
        if len(told) > 1 and len(set(told.values())) == len(told):
            return row, {**told, **{c: "" for c, text in texts.items() if _EVERY.match(text)}}
    return 0, {}


_HEADED = frozenset({"laporan", "untuk laporan", "jenis laporan", "periode laporan", "semester"})


def _heads(
    view: View, kosakata: Vocabulary, beside: int, across: int, told: Mapping[str, str]
) -> list[_Head]:
    """Chapter titles in their order; `across` is the row that heads one column a report."""
    words = kosakata.jenis[Kind.NARASI]
    heads: list[_Head] = []
    above = report_of(view.grid.sheet)
    for row in range(1, view.height + 1):
        for column, value in view.cells(row)[:2]:
            if row == across or not isinstance(value, str) or len(value) > 90:
                continue
            if column != beside and _only_a_report(value):
                above = report_of(value)
                break
            title = _NUMBER.sub("", clean(value)).rstrip(" :.")
            bare = _REPORT.sub("", title).strip(" -–:.()")
            known = words.index.get(kosakata.standard(title)) or words.index.get(kosakata.standard(bare))
            name = told.get(kosakata.standard(title), known[0] if known else "")
            if name:
                cell = view.grid.at(row, beside) if beside else None
                named = report_of(cell) if isinstance(cell, str) else ""
                heads.append(_Head(row, column, name, title, named or report_of(title) or above))
                break
    return heads


def _ends(view: View, heads: list[_Head]) -> list[int]:
    """The row behind each chapter: that of the next title, or of a heading that names another report."""
    breaks = sorted(
        {head.row for head in heads}
        | {
            row
            for row in range(1, view.height + 1)
            if any(isinstance(v, str) and len(v) <= 90 and _only_a_report(v) for _, v in view.cells(row)[:1])
        }
    )
    return [next((row for row in breaks if row > head.row), view.height + 1) for head in heads]


def _chapter(view: View, tabel: Tabel, head: _Head, end: int, beside: int, only: int = 0) -> Narasi:
    """One chapter: the text right of its title, and the paragraphs below up to the next title; of one column
    where there is one for each report (`only`)."""
    parts: list[str] = []
    place = None
    for at in range(head.row, end):
        cells = [(c, v) for c, v in view.cells(at) if (at > head.row or c > head.column) and c != beside]
        cells = [(c, v) for c, v in cells if only in (0, c)]
        if at > head.row and is_numbering(view, at, 1, view.width):
            continue
        line = [text for _, v in cells if isinstance(text := parse_paragraphs(v), str) and text.strip(" :")]
        if line and place is None:
            place = view.grid.ref(at, next(c for c, v in cells if isinstance(v, str) or v is not None))
        if line:
            parts.append(" ".join(line).lstrip(": "))
    overrides = {
        "teks": place or view.grid.ref(head.row, only or head.column + 1),
        "judul": view.grid.ref(head.row, head.column),
    }
    return Narasi(
        tabel,
        head.row,
        overrides=overrides,
        bagian=head.bagian,
        judul=head.judul,
        teks="\n".join(parts) or None,
        laporan=head.laporan,
    )
