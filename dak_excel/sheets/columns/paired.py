"""Two fields in one column: `Nama/NIK` over cells of two lines, `Umur / Pendidikan` over `35 / SMA`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.grid import Value
from dak_excel.sheets.kind_words import KindWords
from dak_excel.sheets.layout.headers import Header, HeaderColumn
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.values import is_blank
from dak_excel.sheets.values.column_types import fit
from dak_excel.sheets.vocabulary import Vocabulary

KINDS = frozenset({Kind.PESERTA, Kind.TENAGA, Kind.KEGIATAN, Kind.SENTRA, Kind.KUNJUNGAN})
"""Kinds whose rows put two facts in a cell; two lines in a cell of a timetable are two sessions."""
SPLIT = 0.6
"""Share of filled cells that must hold two parts, and of the parts that must fit their field."""
CERTAIN = 0.9
_BETWEEN = re.compile(r"\s*\n\s*|\s+/\s*|\s*/\s+|\s*[;|]\s*")
_TIGHT = re.compile(r"/")


def take_pairs(
    header: Header, words: KindWords, kosakata: Vocabulary, matched: Matched, sample: Sample
) -> set[int]:
    """Takes the columns that hold two fields; their numbers are returned."""
    if words.kind not in KINDS:
        return set()
    alone = {kosakata.standard(column.judul) for column in header.columns}
    taken = set()
    for column in header.columns:
        names = _two_fields(column, words, kosakata)
        if not names or any(set(words.bidang[name].judul) & alone for name in names):
            continue
        if not _cells_agree(column, names, words, sample):
            continue
        for at, name in enumerate(names):
            if name not in matched.columns:
                matched.columns[name], matched.halves[name] = column, at
        matched.names[column.column], matched.certainty[column.column] = names[0], CERTAIN
        taken.add(column.column)
    return taken


def _two_fields(column: HeaderColumn, words: KindWords, kosakata: Vocabulary) -> tuple[str, ...]:
    text = kosakata.standard(column.parts[-1]) if column.parts else ""
    sides = text.split(" / ")
    if len(sides) != 2 or text in words.index or len(column.parts) > 1:
        return ()
    found = [words.index.get(side.strip(), ("",))[0] for side in sides]
    return tuple(found) if all(found) and found[0] != found[1] else ()


def _cells_agree(column: HeaderColumn, names: tuple[str, ...], words: KindWords, sample: Sample) -> bool:
    values = [value for value in sample.values(column) if not is_blank(value)]
    parts = [part for value in values if (part := halves(value))]
    if not values or len(parts) < SPLIT * len(values):
        return False
    return all(
        (fit([part[at] for part in parts], words.bidang[name].isi, sample.setting) or 0.0) >= SPLIT
        for at, name in enumerate(names)
    )


def halves(value: Value) -> tuple[str, str] | None:
    """The two parts of a cell; None where it does not hold two."""
    if not isinstance(value, str):
        return None
    for pattern in (_BETWEEN, _TIGHT):
        parts = [part.strip() for part in pattern.split(value.strip())]
        if len(parts) == 2 and all(parts):
            return parts[0], parts[1]
    return None


def half_of(raws: list[Value], at: int) -> Iterator[Value]:
    """One field of such cells; a cell of a single part is the first field's."""
    for raw in raws:
        part = halves(raw)
        yield part[at] if part else raw if at == 0 else None
