"""Looks for what no sheet explains in a report: each table made anew, each paragraph with a figure known."""

from __future__ import annotations

import re

from docx.document import Document
from docx.text.paragraph import Paragraph

from tests.reports.baca import isi_badan, sel
from tests.reports.recomputed import sentences
from tests.reports.recomputed.period import Period
from tests.reports.recomputed.tables import TABLES


def plain(text: str) -> str:
    return " ".join(text.replace("\xa0", " ").split())


def unexplained(document: Document, period: Period) -> tuple[list[str], int]:
    """What does not follow from the sheets, and the number of tables that were made anew."""
    said, allowed = sentences.sentences(period), sentences.allowed(period)
    wrong: list[str] = []
    tables = caption = 0
    title = ""
    for item in isi_badan(document):
        if isinstance(item, Paragraph):
            style = item.style.name if item.style else ""
            text = plain(item.text)
            if (style or "").casefold().startswith("toc") or not re.search(r"\d", text):
                continue
            if found := re.match(r"(Tabel|Gambar) (\d+) (.*)", text):
                if found[1] == "Tabel":
                    caption += 1
                    title = found[3]
                    wrong += [text] * (int(found[2]) != caption)
                named = re.match(r"Peserta |Jadwal ", found[3])
                wrong += [] if named or sentences.caption(period, found[3]) else [text]
            elif not _explained(text, said, allowed):
                wrong.append(text)
            continue
        rows = [[plain(cell) for cell in sel(row)] for row in item.rows]
        if title:
            expected = next((make for words, make in TABLES.items() if re.match(words, title)), None)
            tables += expected is not None
            if expected is None:
                wrong += _loose(rows, said, allowed)
            elif rows != (due := [[plain(c) for c in row] for row in expected(period, title)]):
                wrong += [f"{title}: {a} ≠ {b}" for a, b in zip(rows, due, strict=False) if a != b]
                wrong += [f"{title}: {len(rows)} rows, {len(due)} expected"] * (len(rows) != len(due))
            title = ""
        else:
            wrong += _loose(rows, said, allowed)
    return wrong, tables


def _explained(text: str, said: set[str], allowed: list[str]) -> bool:
    bare = re.sub(r"^(?:\d+\.|–)\s*", "", text)
    if {text, bare, re.sub(sentences.LIMIT, "", text)} & said:
        return True
    for pattern in allowed:
        bare = re.sub(pattern, "", bare)
    return not re.search(r"\d", bare)


def _loose(rows: list[list[str]], said: set[str], allowed: list[str]) -> list[str]:
    """The cells with a figure, of tables without a caption of their own, that nothing explains."""
    numbered = said | {str(n) for n in range(1, 10)}
    return [cell for row in rows for cell in row if not _explained(cell, numbered, allowed)]
