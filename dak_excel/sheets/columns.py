"""What each column of a table means: its heading against the vocabulary, confirmed by its values."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dak_excel.sheets.attendance import day_columns
from dak_excel.sheets.calendar_columns import (
    PASTI,
    months_of_payments,
    months_ticked,
    quarters_of_payments,
)
from dak_excel.sheets.cells import LONG, View, filled, heads_a_table, known_headings
from dak_excel.sheets.contents import Setting, fit
from dak_excel.sheets.endings import row_closes
from dak_excel.sheets.grid import Value
from dak_excel.sheets.headers import Header, HeaderColumn
from dak_excel.sheets.likeness import names
from dak_excel.sheets.records import Kind
from dak_excel.sheets.revisions import latest
from dak_excel.sheets.values import clean
from dak_excel.sheets.vocabulary import KataJenis, Kosakata

TERBACA = 0.6
"""Certainty from which a column is read; below, it is left and said."""
TYPIS = 0.5
"""Weight from which a field is read by its heading alone."""
KOSONG = 0.97
"""Factor for a heading over an empty column: a filled one of the same name goes before it."""
SAMPLE = 60
"""Rows looked at to confirm a heading."""


_WHOLE_VOLUME = frozenset({"total volume", "jumlah volume", "volume total", "volume jumlah"})
_LONG_CODE = re.compile(r"\d(?:\.\d{1,6}){1,8}\.\d{2,4}\.?|\d\.\d{1,2}\.\d{2}\.?")
"""A kode rekening, or that of a program: `3.31.02`, not `1.2.3`."""
BANYAK = frozenset({"faktor", "faktor_satuan", "alamat"})
"""Fields that several columns may hold together."""


@dataclass(slots=True)
class Matched:
    """Columns of a header under one kind: the best field of each column, and how certain."""

    columns: dict[str, HeaderColumn] = field(default_factory=dict)
    more: dict[str, list[HeaderColumn]] = field(default_factory=dict)
    """All columns of the fields that may have several."""
    certainty: dict[int, float] = field(default_factory=dict)
    """By column number."""
    names: dict[int, str] = field(default_factory=dict)
    """Field by column number, also of columns too doubtful to be read."""
    spare: set[int] = field(default_factory=set)
    """Columns that are understood and not needed: volumes and running sums of the months."""


class Sample:
    """Some rows below a header, by column, and how they fit the content types."""

    def __init__(self, view: View, header: Header, setting: Setting, kosakata: Kosakata) -> None:
        self.setting = setting
        self._view = view
        width = sum(1 for column in header.columns if column.parts)
        least = min(4, max(2, round(width * 0.25)))
        rows: list[int] = []
        for row in range(header.body, min(view.height, header.body + 400) + 1):
            if _same_header(view, row, header):
                continue
            if _other_header(view, row, header, kosakata):
                break
            if row_closes(view, row, kosakata, header.left, header.right) and len(rows) > 0:
                break
            cells = view.cells(row, header.left, header.right)
            if len(cells) >= min(least, width) and not _sums(cells, kosakata):
                rows.append(row)
                if len(rows) >= SAMPLE:
                    break
        self.rows = rows
        self._fits: dict[tuple[int, str], float | None] = {}

    def values(self, column: HeaderColumn) -> list[Value]:
        """The sampled values under a heading; under a wide one the first filled cell of each row."""
        out: list[Value] = []
        for row in self.rows:
            cells = self._view.rows[row - 1][column.column - 1 : column.last]
            out.append(next((v for v in cells if filled(v) and v != "-"), None))
        return out

    def fit(self, column: HeaderColumn, isi: str) -> float | None:
        """See `contents.fit`."""
        key = (column.column, isi)
        if key not in self._fits:
            self._fits[key] = fit(self.values(column), isi, self.setting)
        return self._fits[key]


def _sums(cells: list[tuple[int, Value]], kosakata: Kosakata) -> bool:
    """Whether a row is one of sums: `Jumlah` stands first in it."""
    first = next((value for _, value in cells if isinstance(value, str)), "")
    baku = kosakata.baku(first) if len(first) < LONG else ""
    return any(baku == word or baku.startswith(word + " ") for word in kosakata.jumlah)


def _other_header(view: View, row: int, header: Header, kosakata: Kosakata) -> bool:
    """Whether the header of another table stands in a row, perhaps a wider one."""
    if heads_a_table(view, row, kosakata, header.left, header.right):
        return True
    own = known_headings(view, row, kosakata, header.left, header.right)
    return own[0] * 2 >= max(1, own[1]) and own[2] == 0 and heads_a_table(view, row, kosakata)


def _same_header(view: View, row: int, header: Header) -> bool:
    own = {part for column in header.columns for part in column.parts}
    texts = {view.text(row, column) for column, _ in view.cells(row, header.left, header.right)}
    return len(texts & own) * 2 > len(texts)


def match(header: Header, words: KataJenis, kosakata: Kosakata, sample: Sample, months: str = "") -> Matched:
    """The columns of a header read as a table of one kind.

    `months` is what columns that only name a month hold in this table: `rencana`, `realisasi` or
    empty for unknown; it matters to kind realisasi alone.
    """
    options: list[tuple[float, int, str, HeaderColumn]] = []
    taken: set[int] = set()
    matched = Matched()
    if words.kind in (Kind.RAB, Kind.REALISASI):
        header, taken = latest(header)
        matched.spare |= taken
    if words.kind is Kind.REALISASI:
        taken |= months_of_payments(header, words, kosakata, months, matched, sample)
        taken |= quarters_of_payments(header, kosakata, months, matched, sample)
    if words.kind is Kind.KEGIATAN:
        taken |= months_ticked(header, kosakata, matched, sample)
    if words.kind is Kind.PESERTA:
        taken |= {column.column for column in day_columns(header, kosakata)}
        matched.spare |= taken
    for at, column in enumerate(header.columns):
        if column.column in taken:
            continue
        for name, likeness in names(column.parts, words, kosakata).items():
            share = sample.fit(column, words.bidang[name].isi)
            certainty = likeness * (KOSONG if share is None else 0.3 + 0.7 * share)
            options.append((certainty, -at, name, column))
    options.sort(key=lambda option: option[:2], reverse=True)
    for certainty, _, name, column in options:
        if name in matched.columns and not words.bidang[name].bobot and certainty >= TERBACA:
            if matched.certainty.get(column.column, 0.0) < TERBACA:
                matched.spare.add(column.column)  # another column that is known and not needed
                matched.names.pop(column.column, None)
                matched.certainty[column.column] = certainty
            continue
        _take(matched, name, column, certainty)
    _neighbours(header, words, kosakata, matched)
    if words.kind in (Kind.RAB, Kind.REALISASI):
        _codes_as_numbers(header, kosakata, matched, sample)
    if words.kind is Kind.RAB:
        _repeated_volumes(header, kosakata, matched)
        _calculated_texts(matched, sample)
    return matched


def _codes_as_numbers(header: Header, kosakata: Kosakata, matched: Matched, sample: Sample) -> None:
    """A column `No` that holds kode rekening, or codes of programs, is the column of the codes."""
    if "kode" in matched.columns:
        return
    for column in header.columns:
        if kosakata.baku(column.judul) != "nomor":
            continue
        values = [clean(str(value)) for value in sample.values(column) if value is not None]
        if 3 * sum(1 for value in values if _LONG_CODE.fullmatch(value)) >= max(1, len(values)):
            matched.columns.pop("nomor", None)
            matched.columns["kode"] = column
            matched.names[column.column], matched.certainty[column.column] = "kode", 0.9
        return


def _repeated_volumes(header: Header, kosakata: Kosakata, matched: Matched) -> None:
    """`Vol | Sat | Vol | Sat | Total Vol`: columns that are all called volume are its factors."""
    volume = matched.columns.get("volume")
    if volume is None:
        return
    told = {c.column: kosakata.baku(c.parts[-1]) for c in header.columns if c.parts}
    same = [c for c in header.columns if told.get(c.column) == told.get(volume.column)]
    if len(same) < 2 or "faktor" in matched.columns:
        return
    for column in same:
        name = matched.names.get(column.column)
        if name in ("koefisien", "jumlah") and matched.columns.get(name) is column:
            del matched.columns[name]
    whole = next((c for c in header.columns if told.get(c.column) in _WHOLE_VOLUME), None)
    factors = same if whole else [c for c in same if c is not volume]
    for column in factors:
        matched.names[column.column], matched.certainty[column.column] = "faktor", 0.9
    matched.columns["faktor"], matched.more["faktor"] = factors[0], factors
    if whole:
        matched.columns["volume"] = whole
        matched.names[whole.column], matched.certainty[whole.column] = "volume", 0.9


def _calculated_texts(matched: Matched, sample: Sample) -> None:
    """A budget whose texts hold volume and price: `Kudapan 30 org x 5 hr x Rp 35.000,-`."""
    uraian = matched.columns.get("uraian")
    apart = {"harga", "volume", "koefisien", "faktor", "hitungan"} & matched.columns.keys()
    if uraian and not apart and (sample.fit(uraian, "hitungan") or 0.0) >= 0.5:
        matched.columns["hitungan"] = uraian


def _take(matched: Matched, name: str, column: HeaderColumn, certainty: float) -> None:
    number = column.column
    if matched.certainty.get(number, 0.0) >= TERBACA:
        return
    if certainty < TERBACA:
        if certainty > matched.certainty.get(number, 0.0):
            matched.names[number], matched.certainty[number] = name, certainty
        return
    if name in matched.columns and name not in BANYAK:
        return
    if name in BANYAK:
        matched.more.setdefault(name, []).append(column)
        matched.more[name].sort(key=lambda one: one.column)
        matched.columns[name] = matched.more[name][0]
    else:
        matched.columns[name] = column
    matched.names[number], matched.certainty[number] = name, certainty


def insist(header: Header, words: KataJenis, kosakata: Kosakata, matched: Matched) -> None:
    """Takes columns by their heading alone where it leaves no doubt, though their cells do not fit.

    A column `NIK` full of something else is read, so that its cells are reported one by one.
    """
    for column in header.columns:
        if not column.parts or matched.certainty.get(column.column, 0.0) >= TERBACA:
            continue
        meant = [n for n, score in names(column.parts, words, kosakata).items() if score >= PASTI]
        if len(meant) != 1 or meant[0] in matched.columns:
            continue
        bidang = words.bidang[meant[0]]
        if bidang.bobot >= TYPIS and kosakata.baku(column.judul) not in (bidang.lemah or ()):
            _take(matched, meant[0], column, TERBACA)


def _neighbours(header: Header, words: KataJenis, kosakata: Kosakata, matched: Matched) -> None:
    """Takes back a column whose weak heading stands alone: `Tempat` far from `Tgl Lahir`."""
    order = [column.column for column in header.columns]
    for name in list(matched.columns):
        bidang, column = words.bidang.get(name), matched.columns[name]
        if bidang is None or not bidang.lemah or kosakata.baku(column.judul) not in bidang.lemah:
            continue
        at = order.index(column.column)
        beside = {matched.names.get(number) for number in order[max(0, at - 1) : at + 2]}
        if not beside & set(bidang.dekat):
            drop(matched, name)


def drop(matched: Matched, name: str) -> None:
    """Leaves a field's column unread after all."""
    column = matched.columns.pop(name)
    matched.names.pop(column.column, None)
    matched.certainty.pop(column.column, None)
