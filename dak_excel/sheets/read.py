"""From the grids of a file to records: what each sheet is, its tables, its rows, and what was left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from dak_excel.faults import Fault, attempt_held
from dak_excel.sheets.budget.lines import finish_rab
from dak_excel.sheets.budget.payments import finish_realisasi
from dak_excel.sheets.columns.match import by_head, match
from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.grid import Book, CellRange, Grid
from dak_excel.sheets.kinds.activity_form import at_its_place, is_activity
from dak_excel.sheets.kinds.catalogue import KINDS
from dak_excel.sheets.kinds.identity import find_identity, read_identity
from dak_excel.sheets.kinds.narrative import read_narrative
from dak_excel.sheets.kinds.stages import only_done, reached, split_stages, stage_of, tells
from dak_excel.sheets.kinds.timetable import read_timetable
from dak_excel.sheets.kinds.told_pairs import KINDS as LABELLED
from dak_excel.sheets.kinds.told_pairs import find_told, layout_of, read_told
from dak_excel.sheets.layout.forms import form_of
from dak_excel.sheets.layout.key_lines import key_lines
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.notes import describe, layouts_of, unread_cells
from dak_excel.sheets.readings.discover import discover
from dak_excel.sheets.readings.left_over import lines_below
from dak_excel.sheets.readings.memory import Petunjuk
from dak_excel.sheets.readings.obey import BY_WORD, impose, told_of
from dak_excel.sheets.readings.reading import Verdict
from dak_excel.sheets.readings.verdict import choose, holds_money
from dak_excel.sheets.records import ReadBook, ReadSheet
from dak_excel.sheets.rincian import Subject, finder_of
from dak_excel.sheets.tabel import Kind, Problem, Record, Tabel
from dak_excel.sheets.tables.assign import belongs
from dak_excel.sheets.tables.extract import (
    Context,
    Data,
    make_records,
    make_tabel,
    note_problems,
    read_data,
)
from dak_excel.sheets.tables.find import Search, as_activities, find_tables
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.tables.left_out import leave_out
from dak_excel.sheets.tables.names import names_of
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.vocabulary import Vocabulary


def read_book(
    book: Book,
    kosakata: Vocabulary,
    istilah: Mapping[str, Sequence[str]],
    tahun: int,
    petunjuk: Petunjuk | None = None,
    subjects: Mapping[str, Subject] | None = None,
) -> ReadBook:
    """What all sheets of a file say.

    `istilah` maps a rincian code to the terms by which the rincian is called, the official name first;
    `tahun` is the fiscal year, for dates that leave theirs out; `petunjuk` what people have told of layouts,
    `subjects` what each rincian is about.
    """
    setting = Setting(tahun, finder_of(istilah, subjects).find, petunjuk=petunjuk or {})
    sheets = [_read_or_leave(grid, kosakata, setting) for grid in book.grids]
    return ReadBook(book.workbook, book.ending, sheets, list(book.notes))


def read_grid(
    grid: Grid,
    kosakata: Vocabulary,
    istilah: Mapping[str, Sequence[str]],
    tahun: int,
    petunjuk: Petunjuk | None = None,
    subjects: Mapping[str, Subject] | None = None,
) -> ReadSheet:
    """What one sheet says; see `read_book`."""
    finder = finder_of(istilah, subjects)
    return _read(grid, kosakata, Setting(tahun, finder.find, petunjuk=petunjuk or {}))


def _read_or_leave(grid: Grid, kosakata: Vocabulary, setting: Setting) -> ReadSheet:
    """A sheet as read; one that the program falls over is left out, and says so."""
    sheet = attempt_held("lembar", lambda: _read(grid, kosakata, setting))
    if isinstance(sheet, Fault):
        fault, sheet = sheet, ReadSheet(grid, Kind.TIDAK_DIKENALI)
        leave_out(sheet, grid.ref(), "lembar", fault)
    return sheet


def _read(grid: Grid, kosakata: Vocabulary, setting: Setting) -> ReadSheet:
    view = View(grid)
    sheet = ReadSheet(grid, Kind.TIDAK_DIKENALI)
    stem = grid.workbook.rpartition("/")[2].rpartition(".")[0]
    context = Context(kosakata, setting, setting.rincian(grid.sheet) or setting.rincian(stem))
    if by_person := find_told(view, kosakata, setting):
        read_told(sheet, view, by_person, kosakata, setting)
        sheet.unaided = _read(grid, kosakata, replace(setting, petunjuk={}))
        return sheet
    search = find_tables(view, kosakata, setting)
    for found in list(search.found):
        place = grid.ref(found.header.first, found.header.left)
        add = partial(_add_table, view=view, found=found, context=context, search=search)
        _add_or_leave(sheet, place, add)
    by_word = any(BY_WORD in near for _, near in search.near)
    if not sheet.tables and not by_word:
        _add_or_leave(sheet, grid.ref(), partial(_discover, view=view, search=search, context=context))
    taken = {row for found in search.found for row in range(found.header.first, found.body.end)}
    _add_or_leave(sheet, grid.ref(), partial(_add_identity, view=view, context=context, taken=taken))
    if not sheet.tables:
        _add_or_leave(sheet, grid.ref(), partial(_add_freer, view=view, context=context))
    if not sheet.tables:
        _add_or_leave(sheet, grid.ref(), partial(_add_form, view=view, context=context))
    if sheet.tables:
        sheet.kind = _main_kind(sheet)
    sheet.unread = unread_cells(view, search, sheet)
    told = [sentence for found in search.found for sentence in found.told]
    sheet.notes += [*told, *describe(view, sheet, search, kosakata)]
    unknown = sheet.kind is Kind.TIDAK_DIKENALI
    sheet.layouts = layouts_of(view, search, setting, kosakata, unknown=unknown)
    labels = key_lines(view) if not search.found and not search.near else []
    if labels and (unknown or sheet.kind in LABELLED):
        sheet.layouts = [layout_of(labels, sheet.kind, sheet.records)]
    if setting.petunjuk and (told or by_word):
        sheet.unaided = _read(grid, kosakata, replace(setting, petunjuk={}))
    return sheet


def _discover(sheet: ReadSheet, view: View, search: Search, context: Context) -> None:
    """Adds the table of money that no vocabulary knows, on a sheet that has no other table."""
    start = 1
    claimed: list[tuple[Found, Verdict]] = []
    while start <= view.height:
        one = next(discover(view, [header for header, _ in search.near], context, start), None)
        if one is None:
            break
        claimed.append(one)
        found = one[0]
        search.found.append(found)
        search.near = [(h, why) for h, why in search.near if h.first != found.header.first]
        start = max(start, found.body.end, found.header.last) + 1
    for found, verdict in claimed:
        _add_money(sheet, view, found, context, verdict, search)


def _add_freer(sheet: ReadSheet, view: View, context: Context) -> None:
    """Reads what is no table with a header row: a timetable as a grid, else a narrative."""
    if read := read_timetable(view, context) or read_narrative(view, context.kosakata):
        sheet.tables.append(read[0])
        sheet.records += read[1]


def _add_form(sheet: ReadSheet, view: View, context: Context) -> None:
    """Reads the one activity of which a form tells, a label to a line."""
    form = form_of(view)
    if form is None:
        return
    made, part = View(form.grid), ReadSheet(form.grid, Kind.TIDAK_DIKENALI)
    search = find_tables(made, context.kosakata, context.setting)
    if [found.kind for found in search.found] != [Kind.KEGIATAN]:
        return
    _add_table(part, made, search.found[0], context, search)
    if is_activity(part):
        placed = at_its_place(part, form, view.grid)
        sheet.tables += placed.tables
        sheet.records += placed.records
        sheet.problems += placed.problems


def _main_kind(sheet: ReadSheet) -> Kind:
    """The kind of most rows."""
    rows: dict[Kind, int] = {tabel.kind: 0 for tabel in sheet.tables}
    for record in sheet.records:
        rows[record.kind] = rows.get(record.kind, 0) + 1
    return max(rows, key=lambda kind: rows[kind])


def _add_identity(sheet: ReadSheet, view: View, context: Context, taken: set[int]) -> None:
    lines = find_identity(view, context.kosakata, taken)
    if lines:
        tabel, records, problems = read_identity(view, lines, context.kosakata, context.setting)
        sheet.tables.append(tabel)
        sheet.records += records
        sheet.problems += problems


def _add_or_leave(sheet: ReadSheet, place: CellRange, add: Callable[[ReadSheet], None]) -> None:
    """Adds what `add` reads to the sheet; of what the program falls over only the place is kept, and told."""
    part = ReadSheet(sheet.grid, Kind.TIDAK_DIKENALI)
    fault = attempt_held("tabel", lambda: add(part))
    if isinstance(fault, Fault):
        leave_out(sheet, place, "tabel" if place.row else "lembar", fault)
        return
    sheet.tables += part.tables
    sheet.records += part.records
    sheet.problems += part.problems


def _add_table(sheet: ReadSheet, view: View, found: Found, context: Context, search: Search) -> None:
    """Reads a table into the sheet; one of activities with two stages is read once for each.

    One that words alone took for money, and that holds none, is left.
    """
    if found.kind in (Kind.RAB, Kind.REALISASI):
        verdict = choose(view, found, context)
        if found.told or holds_money(verdict, context):
            _add_money(sheet, view, found, context, verdict, search)
        else:
            search.found.remove(found)
            if other := as_activities(view, found, context.kosakata, context.setting):
                search.found.append(other)
                _add_table(sheet, view, other, context, search)
                return
            search.near.append((found.header, f"paling mirip {found.kind.value}, tetapi isinya bukan rupiah"))
        return
    if found.kind is Kind.KEGIATAN:
        names = names_of(view, found.judul, context.kosakata)
        stages = split_stages(found.header, context.kosakata)
        sample = Sample(view, found.header, context.setting, context.kosakata)
        start = len(sheet.records)
        for stage, header in stages.items():
            words = context.kosakata.jenis[found.kind]
            matched = match(header, words, context.kosakata, sample)
            if found.matched.columns.keys() - matched.columns.keys():  # its title told more than its headings
                by_head(header, words, context.kosakata, matched, sample)
            if told := told_of(found.header, context.setting, context.kosakata):
                impose(matched, found.header, told, words, sample, {c.column for c in header.columns})
            if stage == "realisasi":
                reached(matched, context.kosakata)
            before = len(sheet.records)
            _add_rows(sheet, view, replace(found, header=header, matched=matched), context, stage)
            if stage == "realisasi":
                own = {c.column for c in header.columns if c not in found.header.columns}
                done = [record for record in sheet.records[before:] if tells(view, record.row, own)]
                sheet.records[before:] = done
        sheet.records[start:] = sorted(sheet.records[start:], key=lambda record: record.row)
        if not stages:
            if stage_of(names) == "realisasi":
                reached(found.matched, context.kosakata)
            _add_rows(sheet, view, found, context, stage_of(names))
            only_done(view, sheet.records[start:])
        return
    _add_rows(sheet, view, found, context, "")


def _add_money(
    sheet: ReadSheet, view: View, found: Found, context: Context, verdict: Verdict, search: Search
) -> None:
    """Reads a budget or a realisation in the reading that was chosen; `found` becomes that reading's."""
    limit = min(
        (f.header.first for f in search.found if f.header.first > found.header.last), default=view.height + 1
    )
    budget = verdict.reading.budget
    chosen = budget.found
    found.kind, found.header, found.matched, found.body = (
        chosen.kind,
        chosen.header,
        chosen.matched,
        chosen.body,
    )
    tabel = make_tabel(view, found, context)
    tabel.ragu = verdict.ragu or lines_below(view, found, limit)
    tabel.bacaan = verdict.lines
    data = read_data(view, found, tabel, context, ("uraian", "kode"), KINDS[found.kind].prepare)
    rincian, kegiatan = budget.placing(data)
    finish = finish_rab if found.kind is Kind.RAB else partial(finish_realisasi, context=context)
    finish(data, budget, found)
    _add_records(sheet, tabel, data, found, rincian, kegiatan)


def _add_rows(sheet: ReadSheet, view: View, found: Found, context: Context, stage: str) -> None:
    tabel = make_tabel(view, found, context)
    data = read_data(view, found, tabel, context, (), KINDS[found.kind].prepare)
    if finish_rows := KINDS[found.kind].finish:
        finish_rows(data, found, context)
    rincian, kegiatan = belongs(data, found, context)
    if found.kind is Kind.KEGIATAN:
        data.constant("tahap", stage)
    _add_records(sheet, tabel, data, found, rincian, kegiatan)


def _add_records(
    sheet: ReadSheet,
    tabel: Tabel,
    data: Data,
    found: Found,
    rincian: Sequence[str],
    kegiatan: Sequence[str],
) -> None:
    record = KINDS[found.kind].record
    _tidy_columns(tabel, data, record)
    records = make_records(data, record, rincian, kegiatan)
    sheet.problems += [*found.judul.problems, *note_problems(data, records)]
    if not records and KINDS[found.kind].never_empty:
        sheet.problems.append(_empty(tabel, found))
    sheet.tables.append(tabel)
    sheet.records += records


def _empty(tabel: Tabel, found: Found) -> Problem:
    """What is told of a list with headings and no rows."""
    ref = tabel.grid.ref(found.header.last, found.header.left)
    ref = replace(ref, last_row=found.header.last, last_column=found.header.right)
    return Problem("DATA-KOSONG", ref, None, str(found.kind), judul=str(found.kind), varian="daftar")


def _tidy_columns(tabel: Tabel, data: Data, kind: type[Record]) -> None:
    """Leaves in `Tabel.columns` only what a record can be asked for."""
    known = set(kind.__dataclass_fields__)
    tabel.columns = {name: column for name, column in tabel.columns.items() if name in known}
