"""What each column of a table means: its heading against the vocabulary, confirmed by its values."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dak_excel.sheets.columns.attendance import day_columns
from dak_excel.sheets.columns.birth_parts import birth_parts
from dak_excel.sheets.columns.calendar import (
    PASTI,
    months_of_payments,
    months_ticked,
    quarters_of_payments,
)
from dak_excel.sheets.columns.likeness import names
from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.columns.paired import take_pairs
from dak_excel.sheets.columns.periods import periods_of_payments
from dak_excel.sheets.columns.qualifiers import BY_HEAD, told_by_head
from dak_excel.sheets.columns.revisions import latest
from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.kind_words import KindWords
from dak_excel.sheets.layout.headers import Header, HeaderColumn
from dak_excel.sheets.layout.questions import thing_asked
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.values import clean
from dak_excel.sheets.values.column_types import means_another
from dak_excel.sheets.vocabulary import Vocabulary

DAYS = "hari_hadir"
"""Key of `Matched.more` for the columns of the days of attendance."""
WORDY = 0.7
"""Share of cells with words from which a column can hold names or subjects."""
WORDS = frozenset({"nama", "teks", "kedudukan"})
"""Types whose cells are words."""
TERBACA = 0.6
"""Certainty from which a column is read; below, it is left and said."""
TYPIS = 0.5
"""Weight from which a field is read by its heading alone."""
KOSONG = 0.97
"""Factor for a heading over an empty column: a filled one of the same name goes before it."""

_WHOLE_VOLUME = frozenset({"total volume", "jumlah volume", "volume total", "volume jumlah"})
_LONG_CODE = re.compile(r"\d(?:\.\d{1,6}){1,8}\.\d{2,4}\.?|\d\.\d{1,2}\.\d{2}\.?")
"""A kode rekening, or that of a program: `3.31.02`, not `1.2.3`."""
BANYAK = frozenset({"faktor", "faktor_satuan", "alamat"})
"""Fields that several columns may hold together."""


def match(
    header: Header, words: KindWords, kosakata: Vocabulary, sample: Sample, months: str = ""
) -> Matched:
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
        taken |= periods_of_payments(header, kosakata, matched, taken)
    if words.kind is Kind.KEGIATAN:
        taken |= months_ticked(header, kosakata, matched, sample)
    if words.kind is Kind.PESERTA:
        taken |= _days_and_birth(header, kosakata, matched)
    taken |= take_pairs(header, words, kosakata, matched, sample)
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
        _repeated_volumes(header, kosakata, matched, taken)
        _calculated_texts(matched, sample)
    return matched


def _days_and_birth(header: Header, kosakata: Vocabulary, matched: Matched) -> set[int]:
    """Takes what a list of peserta spreads over columns: the days of attendance, and a birth date."""
    days = day_columns(header, kosakata)
    if days:
        matched.more[DAYS] = days
    matched.spare |= {column.column for column in days}
    three = birth_parts(header, kosakata)
    if three:
        matched.columns["tanggal_lahir"], matched.more["tanggal_lahir"] = three[0], list(three)
    for column in three:
        matched.names[column.column], matched.certainty[column.column] = "tanggal_lahir", 0.95
    return {column.column for column in (*days, *three)}


def _codes_as_numbers(header: Header, kosakata: Vocabulary, matched: Matched, sample: Sample) -> None:
    """A column `No` that holds kode rekening, or codes of programs, is the column of the codes."""
    if "kode" in matched.columns:
        return
    for column in header.columns:
        if kosakata.standard(column.judul) != "nomor":
            continue
        values = [clean(str(value)) for value in sample.values(column) if value is not None]
        if 3 * sum(1 for value in values if _LONG_CODE.fullmatch(value)) >= max(1, len(values)):
            matched.columns.pop("nomor", None)
            matched.columns["kode"] = column
            matched.names[column.column], matched.certainty[column.column] = "kode", 0.9
        return


def _repeated_volumes(header: Header, kosakata: Vocabulary, matched: Matched, taken: set[int]) -> None:
    """`Vol | Sat | Vol | Sat | Total Vol`: columns that are all called volume are its factors.

    A volume behind a price or an amount belongs to another block, and one before a change (`taken`) to the
    old budget.
    """
    volume = matched.columns.get("volume")
    if volume is None:
        return
    told = {c.column: kosakata.standard(c.parts[-1]) for c in header.columns if c.parts}
    same = [
        c
        for c in header.columns
        if told.get(c.column) == told.get(volume.column)
        and c.column not in taken
        and not _apart(c.column, volume.column, told)
    ]
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


def _apart(a: int, b: int, told: Mapping[int, str]) -> bool:
    """Whether a price or an amount stands between two columns."""
    between = [text for column, text in told.items() if min(a, b) < column < max(a, b)]
    return any(word in text.split() for text in between for word in ("harga", "tarif", "biaya", "jumlah"))


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


def insist(header: Header, words: KindWords, kosakata: Vocabulary, matched: Matched, sample: Sample) -> None:
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
        if means_another(sample.values(column), bidang.isi):
            continue
        if bidang.isi == "rincian" and kosakata.standard(column.judul) in kosakata.umum:
            continue  # `Kode` of anything
        if bidang.bobot >= TYPIS and kosakata.standard(column.judul) not in (bidang.lemah or ()):
            _take(matched, meant[0], column, TERBACA)


def by_head(header: Header, words: KindWords, kosakata: Vocabulary, matched: Matched, sample: Sample) -> None:
    """Takes columns by the head noun of their heading, for fields that no column has yet, or a lesser one."""
    for name, bidang in words.bidang.items():
        taken = matched.columns.get(name)
        if not bidang.pokok or (taken and kosakata.standard(taken.judul) not in bidang.cadangan):
            continue
        for column in header.columns:
            if matched.certainty.get(column.column, 0.0) >= TERBACA or column.column in matched.spare:
                continue
            asked = thing_asked(column.parts[-1]) or column.parts[-1] if column.parts else ""
            text = kosakata.mend(kosakata.standard(asked))
            isi = "paragraf" if bidang.isi == "teks" else bidang.isi
            share = sample.fit(column, isi)
            if (share is None or share > WORDY) and told_by_head(text, bidang.pokok, kosakata):
                if taken:
                    drop(matched, name)
                    matched.spare.add(taken.column)
                _take(matched, name, column, BY_HEAD)
                break


def _neighbours(header: Header, words: KindWords, kosakata: Vocabulary, matched: Matched) -> None:
    """Takes back a column whose weak heading stands alone: `Tempat` far from `Tgl Lahir`."""
    order = [column.column for column in header.columns]
    for name in list(matched.columns):
        bidang, column = words.bidang.get(name), matched.columns[name]
        if (
            bidang is None
            or not bidang.lemah
            or name in matched.more
            or kosakata.standard(column.judul) not in bidang.lemah
        ):
            continue
        at = order.index(column.column)
        beside = {matched.names.get(number) for number in order[max(0, at - 1) : at + 2]}
        if not beside & set(bidang.dekat):
            drop(matched, name)


def drop(matched: Matched, name: str) -> None:
    """Leaves a field's column unread after all."""
    column = matched.columns.pop(name)
    matched.halves.pop(name, None)
    matched.names.pop(column.column, None)
    matched.certainty.pop(column.column, None)
