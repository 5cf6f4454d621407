"""The tables of a sheet: header by header, each with its kind, its title lines and its rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dak_excel.sheets.layout.body import read_body
from dak_excel.sheets.layout.header_rows import candidates
from dak_excel.sheets.layout.headers import Header, header_at, narrow
from dak_excel.sheets.layout.recap import trailing_recaps
from dak_excel.sheets.layout.rows import RowReader
from dak_excel.sheets.layout.signatures import row_closes
from dak_excel.sheets.layout.titles import Judul, names_a_batch, read_titles
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.readings.obey import told_of
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.tables.budget_body import read_budget_body
from dak_excel.sheets.tables.classify import recognise
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.vocabulary import Vocabulary

HINTED_ROWS = 200
"""Rows in which a layout is looked for that a person has told of."""
ONE_ROW_EACH = (Kind.PESERTA, Kind.TENAGA, Kind.SENTRA)
"""Kinds in which a key merged over several rows is one row of data."""


@dataclass(slots=True)
class Search:
    """The tables of a sheet, and why headers that came near were not taken."""

    found: list[Found] = field(default_factory=list)
    near: list[tuple[Header, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a header: where its title lines begin, the sheet's first titles, the last kind."""

    row: int = 1
    judul: Judul | None = None
    kind: Kind | None = None


def find_tables(view: View, kosakata: Vocabulary, setting: Setting) -> Search:
    """All tables of a sheet, from top to bottom."""
    search = Search()
    above = Above()
    refused: set[tuple[tuple[str, ...], ...]] = set()
    row = 1
    while row <= view.height:
        place = _next_place(view, kosakata, row, setting)
        if place is None:
            break
        header = header_at(view, place, kosakata)
        words = tuple(column.parts for column in header.columns)
        if header.first < above.row or words in refused:
            row = place + 1
            continue
        taken = list(_recognised(view, header, above, kosakata, setting, search))
        if not taken:
            refused.add(words)
            row = max(place, header.last) + 1
            continue
        for found in taken:
            _read_rows(view, found, kosakata)
        search.found += taken
        row = max(header.body, *(found.body.end for found in taken))
        above = Above(row, above.judul or taken[0].judul, taken[-1].kind)
    return search


def _next_place(view: View, kosakata: Vocabulary, row: int, setting: Setting) -> int | None:
    """The next row that may head a table: by its words, or because a person has told of such a layout."""
    place = next(candidates(view, kosakata, row), None)
    if not setting.petunjuk:
        return place
    known = {heading for layout in setting.petunjuk for heading in layout}
    stop = min(view.height, row + HINTED_ROWS) if place is None else place - 1
    for at in range(row, stop + 1):
        texts = [kosakata.standard(value) for _, value in view.cells(at) if isinstance(value, str)]
        alike = len(texts) > 1 and 2 * sum(text in known for text in texts) > len(texts)
        if alike and told_of(header_at(view, at, kosakata), setting, kosakata):
            return at
    return place


def _recognised(
    view: View, header: Header, above: Above, kosakata: Vocabulary, setting: Setting, search: Search
) -> Iterator[Found]:
    """The table or, side by side, the tables of a header."""
    parts = [narrow(view, part, kosakata) for part in split(header, view, kosakata)]
    if len(parts) > 1:
        side: list[tuple[Found | None, str]] = []
        for part in parts:
            beside = next((found.judul for found, _ in side if found), None)
            side.append(_one(view, part, above, kosakata, setting, part=True, beside=beside))
        taken = [found for found, _ in side if found]
        if len(taken) > 1 or (taken and all(_numbered(part, kosakata) for part in parts)):
            search.near += [(part, near) for part, (_, near) in zip(parts, side, strict=True) if near]
            yield from taken
            return
    found, near = _one(view, header, above, kosakata, setting, part=False)
    if found:
        yield found
    elif near:
        search.near.append((header, near))


def _numbered(part: Header, kosakata: Vocabulary) -> bool:
    """Whether a part of a header has a column `No` of its own."""
    return any(kosakata.standard(column.judul) in _numbers(kosakata) for column in part.columns)


def _numbers(kosakata: Vocabulary) -> set[str]:
    return {kosakata.standard(word) for word in ("No", "No Urut", "Nomor Urut")}


def _one(
    view: View,
    header: Header,
    above: Above,
    kosakata: Vocabulary,
    setting: Setting,
    *,
    part: bool,
    beside: Judul | None = None,
) -> tuple[Found | None, str]:
    span = (header.left, header.right) if part else (1, 0)
    judul = read_titles(view, above.row, header.first - 1, kosakata, setting, span)
    if part and not judul.lines and not judul.facts:
        judul = read_titles(view, above.row, header.first - 1, kosakata, setting)
    if beside is not None and not (judul.kegiatan or judul.rincian):
        judul = _of_the_same_title(judul, beside)
    elif above.judul is not None and not judul.own:
        judul = _inherit(judul, above.judul)
    elif above.judul is not None and not (judul.kegiatan or judul.rincian):
        judul = _another_batch(judul, above.judul)
    taken, near = recognise(view, header, judul, kosakata, setting, above.kind)
    if taken is None:
        return None, near
    return Found(taken.kind, header, taken.matched, judul, told=taken.told, direktori=taken.direktori), ""


def as_activities(view: View, found: Found, kosakata: Vocabulary, setting: Setting) -> Found | None:
    """A table that words took for money, and that holds none, read as one of activities where it is one."""
    money = (Kind.RAB, Kind.REALISASI)
    taken, _ = recognise(view, found.header, found.judul, kosakata, setting, leave=money)
    if taken is None or taken.kind is not Kind.KEGIATAN:
        return None
    other = Found(taken.kind, found.header, taken.matched, found.judul, told=taken.told)
    _read_rows(view, other, kosakata)
    return other


def _inherit(judul: Judul, first: Judul) -> Judul:
    """A later table without an activity of its own belongs to the one at the top of the sheet."""
    return replace(
        judul,
        rincian=first.rincian,
        rincian_cell=first.rincian_cell,
        kegiatan=first.kegiatan,
        kegiatan_cell=first.kegiatan_cell,
        lines=judul.lines or first.lines,
        facts={**first.facts, **judul.facts},
        fixed={**first.fixed, **judul.fixed},
    )


def _of_the_same_title(judul: Judul, first: Judul) -> Judul:
    """A table beside another without a title of its own, but perhaps a batch, stands under the same title."""
    lines = [line for line in first.lines if not names_a_batch(line)]
    facts = {name: value for name, value in first.facts.items() if name != "angkatan"}
    kegiatan = first.kegiatan if not names_a_batch(first.kegiatan) or "angkatan" not in judul.facts else ""
    return replace(
        judul,
        rincian=first.rincian,
        rincian_cell=first.rincian_cell,
        kegiatan=kegiatan,
        kegiatan_cell=first.kegiatan_cell if kegiatan else None,
        lines=[*lines, *judul.lines],
        facts={**facts, **judul.facts},
        fixed={**first.fixed, **judul.fixed},
    )


def _another_batch(judul: Judul, first: Judul) -> Judul:
    """A later table that gives only its angkatan or its days is of the activity at the top of the sheet."""
    judul = replace(judul, rincian=first.rincian, rincian_cell=first.rincian_cell)
    if "angkatan" in first.kegiatan.casefold():
        return judul
    return replace(judul, kegiatan=first.kegiatan, kegiatan_cell=first.kegiatan_cell)


def split(header: Header, view: View, kosakata: Vocabulary) -> Iterator[Header]:
    """The parts of a header that may be tables of their own: at a second `No`, or at an empty column."""
    number = _numbers(kosakata)
    cuts = [0]
    for at, column in enumerate(header.columns):
        if at - cuts[-1] < 2:
            continue
        again = kosakata.standard(column.judul) in number
        gap = not header.columns[at - 1].parts and column.parts and _empty(view, header, at - 1, kosakata)
        if again or gap:
            cuts.append(at)
    for first, last in zip(cuts, [*cuts[1:], len(header.columns)], strict=True):
        columns = list(header.columns[first:last])
        while columns and not columns[-1].parts:
            columns.pop()
        while columns and not columns[0].parts:
            columns.pop(0)
        if len(columns) >= 2:
            yield replace(header, columns=tuple(columns))


def _empty(view: View, header: Header, at: int, kosakata: Vocabulary) -> bool:
    """Whether nothing stands in a column down to the signatures below the table."""
    column = header.columns[at]
    for row in range(header.body, min(view.height, header.body + 60) + 1):
        if row_closes(view, row, kosakata):
            break
        if view.cells(row, column.column, column.last):
            return False
    return True


def _read_rows(view: View, found: Found, kosakata: Vocabulary) -> None:
    """Finds the rows of a table; budgets and realisations have a reader of their own for what they mean."""
    have = found.matched.columns
    keys = kosakata.jenis[found.kind].kunci
    key = next((have[name] for name in keys if name in have), found.header.columns[0])
    found.key = key.column
    nomor = have.get("nomor") or have.get("nomor_urut")
    fields = [column for column, name in found.matched.names.items() if name]
    if found.kind in (Kind.RAB, Kind.REALISASI):
        found.body = read_budget_body(view, found, kosakata)
        return
    reader = RowReader(view, found.header, kosakata, key.column, nomor.column if nomor else 0, fields)
    continued = None
    if found.kind in ONE_ROW_EACH:
        tops = {row for m in view.merges if m[1] <= key.column <= m[3] for row in range(m[0] + 1, m[2] + 1)}
        continued = tops.__contains__
    found.body = read_body(reader, continued)
    if found.kind in ONE_ROW_EACH:
        _set_recaps_apart(view, found, nomor.column if nomor else 0)


def _set_recaps_apart(view: View, found: Found, nomor: int) -> None:
    """Rows below a list that only count it are none of its rows."""
    body = found.body
    count = trailing_recaps(view, body.data, found.header.left, found.header.right, found.key, nomor)
    if count:
        body.unread = sorted([*body.unread, *body.data[-count:]])
        del body.data[-count:]
