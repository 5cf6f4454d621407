"""Which kind of table a header belongs to: its words, its values, its title; or none."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from dak_excel.indonesian import listing
from dak_excel.sheets.columns.match import TERBACA, by_head, drop, insist, match
from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.kind_words import KindWords
from dak_excel.sheets.layout.headers import Header
from dak_excel.sheets.layout.titles import Judul
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.readings.obey import BY_WORD, impose, told_of
from dak_excel.sheets.readings.other_money import is_revenue
from dak_excel.sheets.readings.told import Correction
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.tables.names import Names, has, month_stage, names_of, speaks_of, titled
from dak_excel.sheets.tables.people_evidence import (
    ENOUGH_PERSONAL,
    is_directory,
    lists_firms,
    names_firms,
    personal,
)
from dak_excel.sheets.tables.points import BOBOT_JUDUL_LAIN, STAMPS, multiplies, of_cells, points_of
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.vocabulary import Vocabulary

HAMPIR = 0.1
"""What certainties just under 1 may cost before a kind has too little."""
KALAH = 2.5
"""Rank by which a kind that lacks a column may stay ahead before the sheet is left to a person."""
BOBOT_LAGI = 1.0
"""Weight of a table of the same kind above."""
SAMA_LAGI = 0.75
"""Share of its headings that the kind of the table above must explain."""
BOBOT_TERJELASKAN = 3.0
"""Weight of the share of headings that a kind explains; decides between kinds, admits none."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table's kind, what its columns mean under it, and the points that spoke for it."""

    kind: Kind
    matched: Matched
    points: float
    rank: float
    told: tuple[str, ...] = ()
    """Sentences on what a person has told of the layout, and what speaks against it."""
    direktori: bool = False
    """Whether it is a directory of IKM: kind sentra, one firm a row."""


@dataclass(slots=True)
class _Table:
    """A header with all that is asked of it, once for all kinds."""

    header: Header
    judul: Judul
    kosakata: Vocabulary
    sample: Sample
    names: Names
    headings: list[str]
    heads: dict[int, str] = field(default_factory=dict)

    def match(self, words: KindWords) -> Matched:
        """Its columns read as a table of one kind."""
        matched = match(self.header, words, self.kosakata, self.sample, month_stage(self.names))
        matched.heads = self.heads
        named = titled(words, self.names) or speaks_of(words, self.names, self.kosakata)
        if named or _plainly(words, matched):
            by_head(self.header, words, self.kosakata, matched, self.sample)
        _settle(matched)
        if words.kind is Kind.KEGIATAN and "nama" not in matched.columns and "bentuk" in matched.columns:
            _rename(matched, "bentuk", "nama")  # `Jenis Kegiatan` is all that names the activity
        return matched


def _rename(matched: Matched, old: str, new: str) -> None:
    column = matched.columns.pop(old)
    matched.columns[new], matched.names[column.column] = column, new


def _plainly(words: KindWords, matched: Matched) -> bool:
    """Whether cells show the kind, so that a heading's head noun is enough: a NIK, hours beside a speaker."""
    have = matched.columns.keys()
    if words.kind is Kind.PESERTA:
        return "nik" in have or any(head in STAMPS for head in matched.heads.values())
    held = have & {"pukul", "pukul_mulai", "waktu"}
    return words.kind is Kind.JADWAL and bool(held) and "narasumber" in have


@dataclass(slots=True)
class _Found:
    """The best kind so far, the best that only repeats the table above, and the nearest that will not do."""

    best: Recognised | None = None
    again: Recognised | None = None
    near: tuple[float, str] = (0.0, "")


def recognise(
    view: View,
    header: Header,
    judul: Judul,
    kosakata: Vocabulary,
    setting: Setting,
    before: Kind | None = None,
    leave: Collection[Kind] = (),
) -> tuple[Recognised | None, str]:
    """The kind that fits best but those to leave, or None and why the nearest one does not do.

    `before` is the kind of the table above on the same sheet: one that it explains as well is likely
    of the same kind, whether or not it says so again.
    """
    sample = Sample(view, header, setting, kosakata)
    heads = {c.column: kosakata.mend(kosakata.standard(c.judul)) for c in header.columns if c.parts}
    table = _Table(
        header, judul, kosakata, sample, names_of(view, judul, kosakata), list(heads.values()), heads
    )
    found = _Found()
    for words in kosakata.jenis.values():
        if words.kind not in (Kind.IDENTITAS, Kind.NARASI, *leave):
            _weigh(table, words, before, found)
    best = found.best or found.again or _directory(table)
    return _decide(table, best, found.near, told_of(header, setting, kosakata))


def _weigh(table: _Table, words: KindWords, before: Kind | None, found: _Found) -> None:
    """Reads a table as one kind and keeps the reading where it is better than those before."""
    names, headings = table.names, table.headings
    matched = table.match(words)
    points = points_of(matched, words, names, headings, table.kosakata)
    points += of_cells(matched, words, table.sample)
    explained = sum(1 for c in matched.certainty.values() if c >= TERBACA) / max(1, len(headings))
    rank = points + BOBOT_TERJELASKAN * explained + multiplies(matched, words, table.sample)
    told = DARI_JUDUL.get(words.kind, frozenset()) & table.judul.facts.keys()
    reason = _lacking(matched, words, names, headings, points, told=told)
    reason = reason or _another_list(matched, words, names, headings, explained)
    reason = reason or _other_money(matched, words, names, table.sample)
    if not reason:
        if found.best is None or rank > found.best.rank:
            found.best = Recognised(words.kind, matched, points, rank)
        return
    if words.kind is before and explained >= SAMA_LAGI:
        less = _lacking(matched, words, names, headings, points + BOBOT_LAGI, again=True)
        found.again = None if less else Recognised(words.kind, matched, points, rank)
    if rank > found.near[0]:
        found.near = rank, f"paling mirip {words.sebutan}, tetapi {reason}"


def _decide(
    table: _Table, best: Recognised | None, near: tuple[float, str], told: Correction | None
) -> tuple[Recognised | None, str]:
    """What counts of the best reading, the nearest that lacks something, and what a person has told."""
    confirmed = best is not None and best.direktori and told and told.jenis == best.kind
    if told and not confirmed and (told.jenis or (told.dasar and best is None)):
        return _as_told(told, table)
    if best is None:
        return None, near[1]
    if not best.direktori and near[0] > best.rank + KALAH:
        return None, near[1]  # another kind fits far better, and wants only what nobody wrote
    words = table.kosakata.direktori if best.direktori else table.kosakata.jenis[best.kind]
    insist(table.header, words, table.kosakata, best.matched, table.sample)
    _settle(best.matched)
    if told:
        best = replace(best, told=tuple(impose(best.matched, table.header, told, words, table.sample)))
    return best, near[1]


def _directory(table: _Table) -> Recognised | None:
    """A directory of IKM: a list of firms that is no other kind."""
    names, headings, words = table.names, table.headings, table.kosakata.direktori
    told = (*names.nearest, names.file, *headings)
    named = titled(words, names) or names_firms(names.lists)
    if any(has(phrase, text) for phrase in words.lawan for text in told) or not lists_firms(headings, named):
        return None
    matched = table.match(words)
    if _without(matched, words):
        return None
    points = points_of(matched, words, names, headings, table.kosakata)
    if named and not titled(words, names):
        points += BOBOT_JUDUL_LAIN  # a title that calls it a list of firms is none of another list
    if points < words.cukup - HAMPIR:
        return None
    return Recognised(words.kind, matched, points, points, direktori=True)


def _as_told(told: Correction, table: _Table) -> tuple[Recognised | None, str]:
    """A table of the kind that a person has told, whatever the words say."""
    kind = Kind(told.jenis or told.dasar)
    header, kosakata, sample = table.header, table.kosakata, table.sample
    if kind not in kosakata.jenis or kind in (Kind.IDENTITAS, Kind.NARASI):
        return None, f"tidak dibaca {BY_WORD}"
    words = kosakata.jenis[kind]
    matched = match(header, words, kosakata, sample, month_stage(table.names))
    insist(header, words, kosakata, matched, sample)
    _settle(matched)
    done = [f"Dibaca {BY_WORD} sebagai {words.sebutan}."] if told.jenis else []
    done += impose(matched, header, told, words, sample)
    missing = _without(matched, words)
    if missing:
        done.append(f"Petunjuk Anda diikuti, tetapi pada {words.sebutan} ini {missing}.")
    return Recognised(kind, matched, 0.0, 0.0, tuple(done)), ""


def _without(matched: Matched, words: KindWords, told: frozenset[str] = frozenset()) -> str:
    """Which column a kind must have and has not, in Bahasa Indonesia."""
    for group in words.wajib:
        if not any(name in matched.columns or name in told for name in group):
            wanted = [f"«{words.bidang[name].judul[0]}»" for name in group if name in words.bidang]
            return f"tidak ada kolom {listing(wanted, 'atau')}"
    return ""


def _settle(matched: Matched) -> None:
    """Fields that need or exclude each other."""
    have = matched.columns
    ticks = [name for name in ("kelamin_l", "kelamin_p") if name in have]
    if ticks and (len(ticks) == 1 or "kelamin" in have):
        for name in ticks:
            drop(matched, name)


def _another_list(
    matched: Matched, words: KindWords, names: Names, headings: list[str], explained: float
) -> str:
    """Why columns that would do for a kind are those of another list, in Bahasa Indonesia; else empty."""
    named = titled(words, names)
    if words.kind is Kind.PESERTA and not named and is_directory(list(matched.columns), headings):
        return "isinya keterangan usaha (investasi, produksi, tenaga kerja), seperti direktori IKM"
    if words.kind is Kind.DOKUMENTASI and not named and explained < SAMA_LAGI:
        return "kolom lainnya bukan keterangan foto"
    return ""


def _other_money(matched: Matched, words: KindWords, names: Names, sample: Sample) -> str:
    """Why a table of money is none of spending, in Bahasa Indonesia; else empty."""
    if words.kind not in (Kind.RAB, Kind.REALISASI):
        return ""
    columns = [matched.columns[name] for name in ("kode", "uraian") if name in matched.columns]
    texts = (value for c in columns for value in sample.values(c) if isinstance(value, str))
    return "isinya pendapatan, bukan belanja" if is_revenue(names.title, texts) else ""


DARI_JUDUL = {Kind.KUNJUNGAN: frozenset({"ikm", "pendamping"})}
"""Fields that a title line may give for the whole table instead of a column: a logbook of one IKM."""


def _lacking(
    matched: Matched,
    words: KindWords,
    names: Names,
    headings: list[str],
    points: float,
    again: bool = False,
    told: frozenset[str] = frozenset(),
) -> str:
    """What a kind still wants, in Bahasa Indonesia; empty when it has enough."""
    if not matched.columns:
        return "tidak satu pun kolomnya dikenal"
    if missing := _without(matched, words, told):
        return missing
    everything = (*headings, names.title, names.sheet, names.file)
    if (
        words.ciri
        and not again
        and not (words.kind is Kind.PESERTA and personal(list(matched.columns)) >= ENOUGH_PERSONAL)
        and not any(has(phrase, text) for phrase in (*words.ciri, *words.benda) for text in everything)
    ):
        return "tidak ada kata yang memastikannya di judul lembar maupun judul kolom"
    if points < words.cukup - HAMPIR:
        return "kolom yang cocok terlalu sedikit"
    return ""
