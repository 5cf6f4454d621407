"""What the user is told about the reading of a sheet: hidden parts, doubtful columns, rows left out."""

from __future__ import annotations

from collections.abc import Iterable

from dak_excel.sheets.budget.payments import of_weights
from dak_excel.sheets.budget.scale import scale_notes
from dak_excel.sheets.budget.uncounted import uncounted_notes
from dak_excel.sheets.columns.match import TERBACA
from dak_excel.sheets.grid import CellRange, column_letters
from dak_excel.sheets.layout.view import LONG, View
from dak_excel.sheets.readings.obey import told_of
from dak_excel.sheets.records import Layout, ReadSheet
from dak_excel.sheets.tabel import Kind, Kolom, Tabel
from dak_excel.sheets.tables.extract import column_as_read
from dak_excel.sheets.tables.find import Search
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.vocabulary import Vocabulary

SENTENCE = 60
"""Characters from which a text beside the keys of an identitas is a sentence, not a title."""
HEADINGS_ABOVE = 30
"""Rows in which the headings of an unknown sheet are looked for."""
LEAST_HEADINGS = 3
MOST = 12
"""Places that are named one by one in a note."""


def unread_cells(view: View, search: Search, sheet: ReadSheet) -> list[CellRange]:
    """Rows within tables that were left, columns with a heading that were left, headers of no kind."""
    unread: list[CellRange] = []
    for header, _ in search.near:
        unread.append(
            CellRange(
                view.grid.workbook, view.grid.sheet, header.first, header.left, header.last, header.right
            )
        )
    for tabel in sheet.tables:
        for kolom in tabel.kolom:
            if _doubtful(kolom):
                unread.append(view.grid.ref(tabel.header[1], kolom.column))
    for found in search.found:
        titled = {
            row for other in search.found for row in range(other.judul.rows[0], other.judul.rows[1] + 1)
        }
        for row in found.body.unread:
            if row not in titled or other_than_title(row, found.header.first, found.body.end):
                unread.append(view.grid.ref(row, found.header.left))
    unread += [view.grid.ref(row, view.cells(row)[0][0]) for row in _prose(view, sheet)]
    return list(dict.fromkeys(unread))


def _prose(view: View, sheet: ReadSheet) -> list[int]:
    """Rows of sentences beside the keys of an identitas, which nobody reads."""
    keys = [tabel for tabel in sheet.tables if tabel.kind is Kind.IDENTITAS]
    if not keys:
        return []
    read = {record.row for record in sheet.records}
    read |= {row for tabel in sheet.tables if tabel not in keys for row in _rows_of(tabel)}
    return [
        row
        for row in range(1, view.height + 1)
        if row not in read
        and any(isinstance(value, str) and len(value) >= SENTENCE for _, value in view.cells(row))
    ]


def _rows_of(tabel: Tabel) -> range:
    return range(tabel.header[0], tabel.body[1] + 1)


def other_than_title(row: int, first: int, end: int) -> bool:
    """Whether a row lies within the table."""
    return first <= row < end


def describe(view: View, sheet: ReadSheet, search: Search, kosakata: Vocabulary) -> list[str]:
    """The notes of a sheet, in Bahasa Indonesia."""
    notes: list[str] = []
    grid = view.grid
    if not any(view.cells(row) for row in range(1, view.height + 1)):
        return ["Lembar kosong."]
    if grid.hidden:
        notes.append("Lembar ini tersembunyi; isinya tetap dibaca.")
    if grid.hidden_rows:
        notes.append(f"{len(grid.hidden_rows)} baris tersembunyi tetap dibaca.")
    if grid.hidden_columns:
        letters = ", ".join(column_letters(c) for c in sorted(grid.hidden_columns)[:MOST])
        notes.append(f"Kolom tersembunyi ({letters}) tetap dibaca.")
    if sheet.kind is Kind.TIDAK_DIKENALI:
        notes.append(_unknown(search))
        return notes
    if any(t.kind is Kind.REALISASI and of_weights(grid.sheet, t.judul, kosakata) for t in sheet.tables):
        notes.append("Lembar ini berisi bobot, bukan rupiah; hanya pagunya yang dibaca.")
    for tabel in sheet.tables:
        notes += [*scale_notes(tabel.facts), *uncounted_notes(tabel.facts)]
        if tabel.kind is Kind.KUNJUNGAN and "tanggal" not in tabel.columns:
            notes.append(
                "Kunjungan di lembar ini dibaca tanpa tanggal: kolomnya hanya memuat hari. Tambahkan kolom "
                "Tanggal, atau tulis «Bulan : Juni 2023» di atas tabel bila kolomnya berisi angka tanggal."
            )
        if isinstance(passed := tabel.facts.get("bukan_belanja"), tuple):
            notes.append(
                f"{len(passed)} baris setoran pajak atau pemindahan kas tidak dihitung sebagai belanja."
            )
        left = [
            f"«{kolom.judul}» ({column_letters(kolom.column)})" for kolom in tabel.kolom if _doubtful(kolom)
        ]
        if left:
            notes.append(
                f"Kolom yang tidak dibaca karena artinya tidak pasti: {', '.join(left[:MOST])}{_more(left)}."
            )
    rows = [row for found in search.found for row in found.body.unread] + _prose(view, sheet)
    if rows:
        numbers = ", ".join(str(row) for row in rows[:MOST])
        notes.append(f"Baris di dalam atau di bawah tabel yang tidak dibaca: {numbers}{_more(rows)}.")
    for header, near in search.near:
        notes.append(f"Tabel di baris {header.first} tidak dikenali: {near}.")
    return notes


def layouts_of(
    view: View, search: Search, setting: Setting, kosakata: Vocabulary, *, unknown: bool
) -> list[Layout]:
    """What each header was taken for; of an unknown sheet, what looks most like a row of headings."""
    if not unknown:
        return [
            Layout(
                found.header.first,
                found.kind,
                _headed(column_as_read(column, found.matched) for column in found.header.columns),
                told_of(found.header, setting, kosakata),
            )
            for found in search.found
        ]
    if search.near:
        header = search.near[0][0]
        columns = _headed(Kolom(c.column, c.judul, "", 0.0) for c in header.columns)
        return [Layout(header.first, Kind.TIDAK_DIKENALI, columns, told_of(header, setting, kosakata))]
    for row in range(1, min(view.height, HEADINGS_ABOVE) + 1):
        cells = view.cells(row)
        if len(cells) >= LEAST_HEADINGS and all(isinstance(v, str) and len(v) <= LONG for _, v in cells):
            columns = _headed(Kolom(column, view.text(row, column), "", 0.0) for column, _ in cells)
            return [Layout(row, Kind.TIDAK_DIKENALI, columns)]
    return []


def _headed(kolom: Iterable[Kolom]) -> tuple[Kolom, ...]:
    return tuple(one for one in kolom if one.judul)


def _more(items: list[str] | list[int]) -> str:
    return f", dan {len(items) - MOST} lagi" if len(items) > MOST else ""


def _unknown(search: Search) -> str:
    if search.near:
        header, near = search.near[0]
        return f"Lembar tidak dikenali: tabel di baris {header.first} {near}."
    return "Lembar tidak dikenali: tidak ada judul tabel atau keterangan yang dikenal."


def _doubtful(kolom: Kolom) -> bool:
    """Whether a column has a heading and was not read for want of certainty."""
    return bool(kolom.judul) and not kolom.field and kolom.certainty < TERBACA
