"""What each column of a table means: its heading against the vocabulary, confirmed by its values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from rapidfuzz import fuzz, process

from dak_excel.sheets.attendance import day_columns
from dak_excel.sheets.cells import LONG, View, filled, heads_a_table, known_headings
from dak_excel.sheets.contents import Setting, fit
from dak_excel.sheets.endings import row_closes
from dak_excel.sheets.grid import Value
from dak_excel.sheets.headers import Header, HeaderColumn
from dak_excel.sheets.months import bulanan
from dak_excel.sheets.records import Kind
from dak_excel.sheets.values import parse_money
from dak_excel.sheets.vocabulary import KataJenis, Kosakata

TERBACA = 0.6
"""Certainty from which a column is read; below, it is left and said."""
MIRIP = 87.0
"""Likeness of two headings, per hundred, from which one is a misspelling of the other."""
PASTI = 0.95
"""Likeness from which a heading is one of the field's own."""
TYPIS = 0.5
"""Weight from which a field is read by its heading alone."""
UJUNG = 75.0
"""The same for the lowest level of a heading that has several."""
KOSONG = 0.97
"""Factor for a heading over an empty column: a filled one of the same name goes before it."""
SAMPLE = 60
"""Rows looked at to confirm a heading."""

_BRACKETS = re.compile(r"\s*\([^()]*\)?(?:\s*[*:)]+)?\s*$")
"""What a heading explains at its end: `NIK (sesuai KTP)`, `Umur (per 1 Januari 2023) :`."""

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


def names(parts: Sequence[str], words: KataJenis, kosakata: Kosakata) -> dict[str, float]:
    """The fields that a heading may mean, each with its likeness 0 … 1."""
    levels = [baku for part in parts if (baku := kosakata.baku(part))]
    if not levels:
        return {}
    forms = [(" / ".join(levels), 1.0)]
    if bare := " / ".join(baku for part in parts if (baku := kosakata.baku(_BRACKETS.sub("", part)))):
        forms.append((bare, 0.96))
    if len(levels) > 1:
        forms += [(" ".join(levels), 1.0), (levels[-1], 0.95)]
    if len(levels) > 2:
        forms.append((" / ".join(levels[-2:]), 0.98))
    found: dict[str, float] = {}
    for text, weight in forms:
        for name, score in _likeness(text, words, kosakata):
            found[name] = max(found.get(name, 0.0), score * weight)
    return found


def _likeness(text: str, words: KataJenis, kosakata: Kosakata) -> list[tuple[str, float]]:
    key = (words.kind, text)
    known = kosakata.likeness.get(key)
    if known is None:
        known = kosakata.likeness[key] = _compare(text, words, kosakata)
        if len(kosakata.likeness) > 100_000:
            kosakata.likeness.clear()
    return known


def _compare(text: str, words: KataJenis, kosakata: Kosakata) -> list[tuple[str, float]]:
    if hits := words.index.get(text):
        return [(name, 1.0 - 0.0005 * _position(words, name, text)) for name in hits]
    bare = kosakata.tanpa_hampa(text)
    if bare and (hits := words.index.get(bare)):
        return [(name, 0.95) for name in hits]
    if (mended := kosakata.luruskan(text)) != text and (hits := words.index.get(mended)):
        return [(name, 0.95) for name in hits]
    out: dict[str, float] = {}
    if len(text) >= 5:
        for heading, score, _ in process.extract(
            text, words.index.keys(), scorer=fuzz.ratio, score_cutoff=MIRIP, limit=3
        ):
            if len(heading) >= 5 and _same_end(text, heading):
                for name in words.index[heading]:
                    out[name] = max(out.get(name, 0.0), score / 100 * 0.95)
    for heading, hits in words.index.items():
        if len(heading) >= 2 and heading not in kosakata.umum and (share := _contained(heading, text)):
            for name in hits:
                out[name] = max(out.get(name, 0.0), share)
    return list(out.items())


def _same_end(text: str, heading: str) -> bool:
    """Whether two headings of several levels are alike in the last too, not only in the group above."""
    if " / " not in text:
        return True
    return fuzz.ratio(text.rpartition(" / ")[2], heading.rpartition(" / ")[2]) >= UJUNG


def _position(words: KataJenis, name: str, heading: str) -> int:
    judul = words.bidang[name].judul
    return judul.index(heading) if heading in judul else len(judul)


def _contained(heading: str, text: str) -> float:
    """Likeness of a text that holds a heading and says more: `nib wajib diisi peserta` … `nib`."""
    if f" {heading} " not in f" {text} ":
        return 0.0
    share = len(heading) / len(text)
    return 0.5 + 0.4 * share if share >= 0.3 else 0.0


def match(header: Header, words: KataJenis, kosakata: Kosakata, sample: Sample, months: str = "") -> Matched:
    """The columns of a header read as a table of one kind.

    `months` is what columns that only name a month hold in this table: `rencana`, `realisasi` or
    empty for unknown; it matters to kind realisasi alone.
    """
    options: list[tuple[float, int, str, HeaderColumn]] = []
    taken: set[int] = set()
    matched = Matched()
    if words.kind is Kind.REALISASI:
        months = months or _stage_by_sums(header, words, kosakata, sample)
        taken = _months(header, kosakata, months, matched, sample)
    if words.kind is Kind.PESERTA:
        taken = {column.column for column in day_columns(header, kosakata)}
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
        _take(matched, name, column, certainty)
    _neighbours(header, words, kosakata, matched)
    if words.kind is Kind.RAB:
        _calculated_texts(matched, sample)
    return matched


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


def _stage_by_sums(header: Header, words: KataJenis, kosakata: Kosakata, sample: Sample) -> str:
    """`realisasi` where columns that only name a month add up to the column of what was paid."""
    months, paid = [], None
    for column in header.columns:
        found = bulanan(column.parts, kosakata)
        if found and found.ukuran == "jumlah" and not found.kumulatif and not found.tahap:
            months.append(sample.values(column))
        elif not found and names(column.parts, words, kosakata).get("realisasi", 0.0) >= PASTI:
            paid = paid or sample.values(column)
    if paid is None or len(months) < 3:
        return ""
    told = 0
    for at, value in enumerate(paid):
        total, parts = parse_money(value), [parse_money(month[at]) for month in months]
        amounts = [part for part in parts if isinstance(part, Decimal)]
        if isinstance(total, Decimal) and total and amounts:
            if sum(amounts) != total:
                return ""
            told += 1
    return "realisasi" if told else ""


def _months(header: Header, kosakata: Kosakata, default: str, matched: Matched, sample: Sample) -> set[int]:
    """Places the columns of the months: fields `realisasi_bulan` and `rencana_bulan`, twelve each.

    All columns under a month are spoken for, read or not, so that a `Jumlah` under `Januari` is not
    taken for the pagu.
    """
    taken: set[int] = set()
    chosen: dict[str, dict[int, HeaderColumn]] = {}
    for column in header.columns:
        found = bulanan(column.parts, kosakata)
        if found is None:
            continue
        taken.add(column.column)
        matched.spare.add(column.column)
        tahap = found.tahap or default
        share = sample.fit(column, "uang")
        if not tahap or found.ukuran != "jumlah" or found.kumulatif or (share is not None and share < 0.5):
            continue
        name = f"{tahap}_bulan"
        if found.bulan in chosen.setdefault(name, {}):
            continue
        chosen[name][found.bulan] = column
        matched.spare.discard(column.column)
        matched.names[column.column] = name
        matched.certainty[column.column] = 0.97 if found.tahap else 0.85
    for name, by_month in chosen.items():
        matched.columns[name] = by_month[min(by_month)]
        matched.more[name] = [by_month[m] for m in sorted(by_month)]
    return taken
