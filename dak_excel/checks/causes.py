"""One finding a cause: the same fault in many cells of one column is told once, with the range and the count.

Which rules are told so, their YAML says (`gabung: sel`). Cells have one cause when rule, level and wording
are the same, and the column of the sheet; from `SEDIKITNYA` cells on, or where every row of the list has the
fault. All the cells stay marked. `hidden_said` adds that a finding lies where the user does not see it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from dak_excel.daerah.model import Daerah
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Juknis, Ketentuan
from dak_excel.sheets.grid import CellRange, Grid
from dak_excel.sheets.tabel import Tabel

SEDIKITNYA = 5
"""Cells from which one fault is told once."""
SELURUHNYA = 3
"""Rows that a list has at least where one fault in each of them is told once."""

Tempat = tuple[str, str]
"""Workbook and sheet."""


def per_cause(found: Iterable[Temuan], daerah: Daerah, juknis: Juknis) -> list[Temuan]:
    """The findings, with those of one cause as one."""
    rules = {k.id: k for _, k in juknis.every_ketentuan() if k.gabung}
    groups: dict[tuple[object, ...], list[Temuan]] = defaultdict(list)
    for t in found:
        groups[_cause(t, rules.get(t.ketentuan))].append(t)
    kept: list[Temuan] = []
    tables = _tables(daerah) if any(len(members) >= SELURUHNYA for members in groups.values()) else {}
    for members in groups.values():
        first = members[0]
        here = _table(first, tables)
        many = len(members) >= SEDIKITNYA and rules[first.ketentuan].gabung == "sel"
        if many or (len(members) >= SELURUHNYA and _all_rows(members, here)):
            kept.append(_as_one(rules[first.ketentuan], members, here[0] if here else None))
        else:
            kept += members
    return kept


def _cause(t: Temuan, k: Ketentuan | None) -> tuple[object, ...]:
    """What findings of one cause have in common; only those on single cells can have any."""
    place = t.tempat
    if k is None or place is None or not place.row or place.last_row not in (0, place.row):
        return (id(t),)
    value = t.nilai if k.gabung == "kolom" else ""
    return (t.ketentuan, t.varian, t.tingkat, place.workbook, place.sheet, place.column, value)


def _as_one(k: Ketentuan, members: list[Temuan], tabel: Tabel | None) -> Temuan:
    """One finding on the range that the cells span."""
    cells = sorted({t.tempat for t in members if t.tempat})
    first, last = cells[0], cells[-1]
    told = min(members, key=lambda t: t.tempat or first)
    span = replace(first, last_row=last.row, last_column=last.column)
    words = {
        "banyak": len(cells),
        "rentang": span.a1,
        "kolom": _heading(tabel, first.column) or "kolom ini",
        "contoh": told.pesan,
    }
    name = f"{told.varian}_banyak".removeprefix("_")
    text = (
        k.varian.get(name) or "{banyak} sel ({rentang}) keliru dengan cara yang sama. Yang pertama: {contoh}"
    )
    saran = k.varian.get(f"{name}_saran")
    rupiah = [t.rupiah for t in members if t.rupiah is not None]
    return replace(
        told,
        tempat=span,
        sel=tuple(cells),
        pesan=text.format_map(words),
        saran=saran.format_map(words) if saran else told.saran,
        subjek=f"{len(cells)} sel",
        identitas=f"{told.varian}|{words['kolom']}",
        nilai="",
        kegiatan=told.kegiatan if len({t.kegiatan for t in members}) == 1 else "",
        rincian=told.rincian if len({t.rincian for t in members}) == 1 else "",
        rupiah=sum(rupiah, Decimal(0)) if rupiah else None,
    )


def _heading(tabel: Tabel | None, column: int) -> str:
    if tabel is None:
        return ""
    return next((" ".join(k.judul.split()) for k in tabel.kolom if k.column == column), "")


def _tables(daerah: Daerah) -> dict[Tempat, list[tuple[Tabel, int]]]:
    """The tables of each sheet with the number of their records."""
    found: dict[Tempat, list[tuple[Tabel, int]]] = {}
    for sheet in daerah.sheets():
        rows = Counter(id(record.tabel) for record in sheet.records)
        found[sheet.grid.workbook, sheet.grid.sheet] = [(t, rows[id(t)]) for t in sheet.tables]
    return found


def _table(t: Temuan, tables: Mapping[Tempat, list[tuple[Tabel, int]]]) -> tuple[Tabel, int] | None:
    """The table that a finding's cell is in, and its number of rows."""
    place = t.tempat
    if place is None:
        return None
    here = tables.get((place.workbook, place.sheet), [])
    return next((item for item in here if item[0].body[0] <= place.row <= item[0].body[1]), None)


def _all_rows(members: list[Temuan], here: tuple[Tabel, int] | None) -> bool:
    return here is not None and len({t.tempat for t in members}) == here[1]


def hidden_said(found: Iterable[Temuan], daerah: Daerah) -> list[Temuan]:
    """The findings, those in hidden rows, columns and sheets with a word on it."""
    grids = {(s.grid.workbook, s.grid.sheet): s.grid for s in daerah.sheets()}
    concealing = {key: g for key, g in grids.items() if g.hidden or g.hidden_rows or g.hidden_columns}
    if not concealing:
        return list(found)
    return [_with_word(t, concealing) for t in found]


def _with_word(t: Temuan, grids: Mapping[Tempat, Grid]) -> Temuan:
    grid = grids.get((t.tempat.workbook, t.tempat.sheet)) if t.tempat else None
    word = _hidden(t.sel or ((t.tempat,) if t.tempat else ()), grid) if grid else ""
    return replace(t, pesan=f"{t.pesan} {word}") if word else t


def _hidden(cells: tuple[CellRange, ...], grid: Grid) -> str:
    """What of a finding's place is hidden, for the user."""
    if grid.hidden:
        return f"Lembar «{grid.sheet}» tersembunyi."
    rows = {cell.row for cell in cells if cell.row}
    if rows and rows <= grid.hidden_rows:
        return "Barisnya tersembunyi." if len(rows) > 1 else f"Baris {min(rows)} tersembunyi."
    columns = {cell.column for cell in cells if cell.row}
    return "Kolomnya tersembunyi." if columns and columns <= grid.hidden_columns else ""
