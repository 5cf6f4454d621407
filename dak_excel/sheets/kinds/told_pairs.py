"""Identitas and narasi as a person has told them: which label of a sheet means what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dak_excel.sheets.kinds.identity import read_identity
from dak_excel.sheets.kinds.narrative import read_narrative
from dak_excel.sheets.layout.key_lines import KeyLine, key_lines
from dak_excel.sheets.layout.key_values import Pair, field_of_key
from dak_excel.sheets.layout.view import View, filled
from dak_excel.sheets.readings.memory import signature
from dak_excel.sheets.readings.obey import BY_WORD
from dak_excel.sheets.readings.told import Correction
from dak_excel.sheets.records import Layout, Narasi, ReadSheet
from dak_excel.sheets.tabel import Kind, Kolom, Record, Tabel
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.vocabulary import Vocabulary

KINDS = (Kind.IDENTITAS, Kind.NARASI)
"""Kinds that are labels with values, not tables."""
ROWS = 30
"""Rows in which labels that stand beside each other are looked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of the labels of a sheet."""

    koreksi: Correction
    kind: Kind
    lines: tuple[KeyLine, ...]


def find_told(view: View, kosakata: Vocabulary, setting: Setting) -> Told | None:
    """What a person has told of the labels of a sheet: below each other, or beside each other."""
    if not setting.petunjuk:
        return None
    for lines in (key_lines(view), *_beside(view)):
        koreksi = setting.petunjuk.get(signature((line.text for line in lines), kosakata)) if lines else None
        if koreksi is None:
            continue
        kind = Kind(koreksi.jenis or koreksi.dasar or Kind.TIDAK_DIKENALI)
        down = len({line.row for line in lines}) > 1
        if kind in KINDS or (down and koreksi.jenis == Kind.TIDAK_DIKENALI):
            return Told(koreksi, kind, tuple(lines))
    return None


def _beside(view: View) -> Iterator[list[KeyLine]]:
    """Rows of labels, each with what stands below it."""
    for row in range(1, min(view.height, ROWS) + 1):
        cells = view.cells(row)
        if len(cells) > 1 and all(isinstance(value, str) for _, value in cells):
            yield [
                KeyLine(row, c, str(v).strip(), view.grid.at(row + 1, c), c) for c, v in cells if filled(v)
            ]


def read_told(sheet: ReadSheet, view: View, told: Told, kosakata: Vocabulary, setting: Setting) -> None:
    """Reads a sheet as it was told into `sheet`, and says so; what speaks against it is said too."""
    words = kosakata.jenis.get(told.kind)
    if words is not None:
        fields = _fields(told, kosakata)
        if told.kind is Kind.IDENTITAS:
            _identity(sheet, view, told, fields, kosakata, setting)
        else:
            _narrative(sheet, view, told, fields, kosakata)
        sheet.notes.append(f"Dibaca {BY_WORD} sebagai {words.sebutan}.")
        if not sheet.records:
            sheet.notes.append(
                f"Petunjuk Anda diikuti, tetapi tidak satu pun barisnya dikenal sebagai {words.sebutan}; "
                "pilih arti tiap baris di lembar Ringkasan."
            )
        sheet.kind = told.kind
    else:
        sheet.notes.append(f"Tidak dibaca {BY_WORD}.")
    sheet.layouts = [layout_of(told.lines, told.kind, sheet.records, told.koreksi)]


def _fields(told: Told, kosakata: Vocabulary) -> list[str]:
    """The field of each label: as told, else as the words know it."""
    words = kosakata.jenis[told.kind]
    own = (field_of_key(line.text, words, kosakata) for line in told.lines)
    named = [told.koreksi.kolom.get(at, name) for at, name in enumerate(own)]
    return [name if name in words.bidang else "" for name in named]


def _identity(
    sheet: ReadSheet, view: View, told: Told, fields: Sequence[str], kosakata: Vocabulary, setting: Setting
) -> None:
    across = len({line.row for line in told.lines}) == 1
    found = [
        Pair(
            line.text, name, line.raw, line.row + (1 if across else 0), line.value_column, line.column, False
        )
        for line, name in zip(told.lines, fields, strict=True)
        if name
    ]
    if found:
        tabel, records, problems = read_identity(view, found, kosakata, setting)
        sheet.tables.append(tabel)
        sheet.records += records
        sheet.problems += problems
        at_odds = [f"isi {p.cell.a1} tidak cocok dengan {p.field.replace('_', ' ')}" for p in problems]
        sheet.notes += [f"Petunjuk Anda diikuti, tetapi {text}." for text in at_odds]


def _narrative(sheet: ReadSheet, view: View, told: Told, fields: Sequence[str], kosakata: Vocabulary) -> None:
    if len({line.row for line in told.lines}) == 1:
        _chapters_beside(sheet, view, told, fields)
        return
    labels = {kosakata.standard(line.text): name for line, name in zip(told.lines, fields, strict=True)}
    if read := read_narrative(view, kosakata, labels):
        sheet.tables.append(read[0])
        sheet.records += read[1]


def _chapters_beside(sheet: ReadSheet, view: View, told: Told, fields: Sequence[str]) -> None:
    """Chapters whose titles stand beside each other, the text of each below it."""
    row = told.lines[0].row
    kolom = [Kolom(line.column, line.text, name, 1.0) for line, name in zip(told.lines, fields, strict=True)]
    tabel = Tabel(Kind.NARASI, view.grid, (row, row), (row + 1, view.height), kolom)
    for line, name in zip(told.lines, fields, strict=True):
        below = [view.text(at, line.column) for at in range(row + 1, view.height + 1)]
        if name and (text := "\n".join(filter(None, below))):
            places = {"teks": view.grid.ref(row + 1, line.column), "judul": view.grid.ref(row, line.column)}
            sheet.records.append(
                Narasi(tabel, row + 1, overrides=places, bagian=name, judul=line.text, teks=text)
            )
    if sheet.records:
        sheet.tables.append(tabel)


def layout_of(
    lines: Sequence[KeyLine], kind: Kind, records: Sequence[Record], told: Correction | None = None
) -> Layout:
    """The labels as columns of a layout: what each was taken for."""
    read: dict[tuple[int, int], str] = {}
    for record in records:
        name = getattr(record, "kunci", "") or getattr(record, "bagian", "")
        value = record.cell("isi" if kind is Kind.IDENTITAS else "judul")
        read.setdefault((value.row or 0, value.column or 0), name)
    across = len({line.row for line in lines}) == 1
    kolom = []
    for line in lines:
        place = (line.row + (1 if across else 0), line.value_column)
        name = read.get(place if kind is Kind.IDENTITAS else (line.row, line.column), "")
        kolom.append(Kolom(line.column, line.text, name, 1.0 if name else 0.0))
    return Layout(lines[0].row, kind, tuple(kolom), told, tuple(line.row for line in lines))
