"""Narasi: chapters of the report as paragraphs, beside their title or below it."""

from __future__ import annotations

import re

from dak_excel.sheets.layout.numbering import is_numbering
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.records import Narasi
from dak_excel.sheets.tabel import Kind, Kolom, Tabel
from dak_excel.sheets.values import clean, parse_paragraphs
from dak_excel.sheets.vocabulary import Kosakata

PARAGRAPH = 60
"""Characters from which a text is a paragraph, not a label."""

_NUMBER = re.compile(r"^\s*(?:bab\s+)?\(?(?:[ivx]{1,5}|[a-z]|\d{1,2}(?:\.\d{1,2})*)[.):]*\s+(?=\S)", re.I)


def read_narrative(view: View, kosakata: Kosakata) -> tuple[Tabel, list[Narasi]] | None:
    """The chapters of a sheet of narasi; None when it is none."""
    words = kosakata.jenis[Kind.NARASI]
    if view.width > 30 or view.height > 600:
        return None
    heads = _heads(view, kosakata)
    titles = " ".join(view.text(row, c) for row in range(1, 6) for c, _ in view.cells(row)[:2])
    around = f" {kosakata.baku(view.grid.sheet)} {kosakata.baku(titles)} "
    named = any(f" {phrase} " in around for phrase in words.judul)
    if not heads or (len({h[2] for h in heads}) < 2 and not named):
        return None
    if any(f" {phrase} " in around for phrase in words.lawan):
        return None
    tabel = Tabel(
        kind=Kind.NARASI,
        grid=view.grid,
        header=(heads[0][0], heads[0][0]),
        body=(heads[0][0], view.height),
        kolom=[Kolom(heads[0][1], "bagian", "bagian", 1.0)],
    )
    records = [
        _chapter(view, tabel, head, heads[at + 1][0] if at + 1 < len(heads) else view.height + 1)
        for at, head in enumerate(heads)
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


def _heads(view: View, kosakata: Kosakata) -> list[tuple[int, int, str, str]]:
    """Chapter titles in their order: (row, column, bagian, title)."""
    words = kosakata.jenis[Kind.NARASI]
    heads: list[tuple[int, int, str, str]] = []
    for row in range(1, view.height + 1):
        for column, value in view.cells(row)[:2]:
            if not isinstance(value, str) or len(value) > 90:
                continue
            title = _NUMBER.sub("", clean(value)).rstrip(" :.")
            names = words.index.get(kosakata.baku(title))
            if names:
                heads.append((row, column, names[0], title))
                break
    return heads


def _chapter(view: View, tabel: Tabel, head: tuple[int, int, str, str], end: int) -> Narasi:
    """One chapter: the text right of its title, and the paragraphs below up to the next title."""
    row, column, bagian, title = head
    parts: list[str] = []
    place = None
    for at in range(row, end):
        cells = [(c, v) for c, v in view.cells(at) if at > row or c > column]
        if at > row and is_numbering(view, at, 1, view.width):
            continue
        line = [text for _, v in cells if isinstance(text := parse_paragraphs(v), str) and text.strip(" :")]
        if line and place is None:
            place = view.grid.ref(at, next(c for c, v in cells if isinstance(v, str) or v is not None))
        if line:
            parts.append(" ".join(line).lstrip(": "))
    overrides = {"teks": place or view.grid.ref(row, column + 1), "judul": view.grid.ref(row, column)}
    return Narasi(tabel, row, overrides=overrides, bagian=bagian, judul=title, teks="\n".join(parts) or None)
