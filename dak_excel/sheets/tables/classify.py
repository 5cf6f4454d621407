"""Which kind of table a header belongs to: its words, its values, its title; or none."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from dak_excel.indonesian import listing
from dak_excel.sheets.columns.calendar import NAMED_PAID
from dak_excel.sheets.columns.match import DAYS, TERBACA, by_head, drop, insist, match
from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.layout.headers import Header
from dak_excel.sheets.layout.titles import Judul
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.readings.obey import BY_WORD, impose, told_of
from dak_excel.sheets.readings.other_money import is_revenue
from dak_excel.sheets.readings.told import Correction
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.tables.people_evidence import (
    ENOUGH_PERSONAL,
    OWN_LISTS,
    OWNERS,
    is_directory,
    lists_firms,
    names_firms,
    personal,
)
from dak_excel.sheets.values.column_types import Setting
from dak_excel.sheets.vocabulary import KindWords, Vocabulary

BOBOT_JUDUL = 3.0
BOBOT_PARAF = 0.5
"""Weight of a column to sign in, for a list of peserta."""
BOBOT_RENTANG = 2.0
"""What it costs a timetable that its days are spans of several."""
_SPAN = re.compile(
    r"\d{1,2}(?:\s+[^\W\d]{3,9})?\s*(?:-|–|s\.?\s?/?d\.?|sampai)\s*\d{1,2}\s+[^\W\d]{3,9}", re.I
)
BOBOT_FORMULIR = 1.0
"""Weight of the time stamp of a web form: somebody has put his name down."""
BOBOT_HARI = 1.0
"""Weight of a column to tick for each day."""
BOBOT_BERKAS = 2.0
BOBOT_KEPALA = 1.0
"""Weight of a kind's word in the name of the file, and in a heading."""
BOBOT_JUDUL_LAIN = 3.0
"""Weight of a title that calls the list something else: `DATA UMKM` over what could be peserta."""
DAFTAR = frozenset(
    {"daftar", "data", "database", "rekap", "rekapitulasi", "laporan", "buku", "form", "formulir", "kartu"}
)
_OWN_REPORT = re.compile(
    r"^laporan (?:semester|akhir|bulanan|tahunan|triwulan|pelaksanaan|kegiatan|pertanggungjawaban)\b|\bdak\b"
)
"""Titles of the reports that the juknis asks for, which call no list by another name."""
STAMPS = frozenset({"timestamp", "cap waktu", "stempel waktu"})
LISTS = (Kind.PESERTA, Kind.TENAGA, Kind.JADWAL, Kind.KEGIATAN)
"""Kinds that `Daftar …` and `Rekap …` may name by any of their own words."""
BOBOT_LAWAN = 2.0
"""What a word costs that speaks against a kind."""
BOBOT_LAWAN_SATU = 1.0
"""The same for a single heading under a title that names the kind: one foreign word does not outvote it."""
LAWAN_PALING_BANYAK = 6.0
BOBOT_BULAN = 3.0
"""Weight of the twelve columns of the months."""
BOBOT_CENTANG = 1.0
"""Weight of months that are ticked: any calendar of work has them."""
BOBOT_KALI = 6.0
"""Weight of a volume, a price and an amount side by side; decides between kinds, admits none."""
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


@dataclass(frozen=True, slots=True)
class Names:
    """The words around a table, in standard spelling."""

    title: str
    sheet: str
    file: str
    lists: str = ""
    """What the title calls the sheet, `data umkm`; empty where it names a rincian kegiatan."""
    titled: bool = False
    """Whether the title says what the table is, so that the sheet's name may mean another one."""

    @property
    def nearest(self) -> tuple[str, ...]:
        """The title, and the sheet's name where the title leaves the question open."""
        return (self.title,) if self.titled else (self.title, self.sheet)


def names_of(view: View, judul: Judul, kosakata: Vocabulary) -> Names:
    """The title, sheet and file name of a table in standard spelling."""
    lines = [kosakata.standard(line) for line in judul.lines] if not judul.rincian else []
    lists = (line for line in lines if line.split(" ")[0] in DAFTAR and not _OWN_REPORT.search(line))
    called = next(lists, "")
    stem = view.grid.workbook.rpartition("/")[2].rpartition(".")[0].replace("_", " ")
    title = kosakata.standard(judul.text)
    titled = any(_has(phrase, title) for words in kosakata.jenis.values() for phrase in words.judul)
    return Names(
        title,
        kosakata.standard(view.grid.sheet.replace("_", " ")),
        kosakata.standard(stem),
        called,
        titled,
    )


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
    names = names_of(view, judul, kosakata)
    headings = [kosakata.mend(kosakata.standard(column.judul)) for column in header.columns if column.parts]
    best: Recognised | None = None
    again: Recognised | None = None
    near: tuple[float, str] = (0.0, "")
    for words in kosakata.jenis.values():
        if words.kind in (Kind.IDENTITAS, Kind.NARASI, *leave):
            continue
        matched = match(header, words, kosakata, sample, month_stage(names))
        if _titled(words, names):
            by_head(header, words, kosakata, matched, sample)
        matched.heads = {
            c.column: kosakata.mend(kosakata.standard(c.judul)) for c in header.columns if c.parts
        }
        _settle(matched)
        points = _points(matched, words, names, headings, kosakata)
        points += _of_cells(matched, words, sample)
        explained = sum(1 for c in matched.certainty.values() if c >= TERBACA) / max(1, len(headings))
        rank = points + BOBOT_TERJELASKAN * explained + _multiplies(matched, words, sample)
        told = DARI_JUDUL.get(words.kind, frozenset()) & judul.facts.keys()
        reason = _lacking(matched, words, names, headings, points, told=told)
        reason = reason or _another_list(matched, words, names, headings, explained)
        reason = reason or _other_money(matched, words, names, sample)
        if not reason:
            if best is None or rank > best.rank:
                best = Recognised(words.kind, matched, points, rank)
            continue
        if words.kind is before and explained >= SAMA_LAGI:
            less = _lacking(matched, words, names, headings, points + BOBOT_LAGI, again=True)
            again = None if less else Recognised(words.kind, matched, points, rank)
        if rank > near[0]:
            near = rank, f"paling mirip {words.sebutan}, tetapi {reason}"
    best = best or again or _directory(header, names, headings, kosakata, sample)
    told_layout = told_of(header, setting, kosakata)
    confirmed = best is not None and best.direktori and told_layout and told_layout.jenis == best.kind
    if told_layout and not confirmed and (told_layout.jenis or (told_layout.dasar and best is None)):
        return _as_told(told_layout, header, names, kosakata, sample)
    if best is not None and not best.direktori and near[0] > best.rank + KALAH:
        return None, near[1]  # another kind fits far better, and wants only what nobody wrote
    if best is not None:
        words = kosakata.direktori if best.direktori else kosakata.jenis[best.kind]
        insist(header, words, kosakata, best.matched, sample)
        _settle(best.matched)
        if told_layout:
            done = impose(best.matched, header, told_layout, words, sample)
            best = replace(best, told=tuple(done))
    return best, near[1]


def _multiplies(matched: Matched, words: KindWords, sample: Sample) -> float:
    """What a budget has over a plan of the same words: a volume, a price of money, an amount of money."""
    have = matched.columns
    counted = {"volume", "koefisien", "faktor"} & have.keys()
    if words.kind is not Kind.RAB or not counted or not {"harga", "jumlah"} <= have.keys():
        return 0.0
    money = all((sample.fit(have[name], "uang") or 0.0) >= TERBACA for name in ("harga", "jumlah"))
    return BOBOT_KALI if money else 0.0


def _directory(
    header: Header, names: Names, headings: list[str], kosakata: Vocabulary, sample: Sample
) -> Recognised | None:
    """A directory of IKM: a list of firms that is no other kind."""
    words = kosakata.direktori
    told = (*names.nearest, names.file, *headings)
    titled = any(_has(phrase, text) for phrase in words.judul for text in names.nearest)
    if any(_has(phrase, text) for phrase in words.lawan for text in told) or not lists_firms(
        headings, titled
    ):
        return None
    matched = match(header, words, kosakata, sample)
    if _without(matched, words):
        return None
    matched.heads = {c.column: kosakata.mend(kosakata.standard(c.judul)) for c in header.columns if c.parts}
    points = _points(matched, words, names, headings, kosakata)
    if points < words.cukup:
        return None
    return Recognised(words.kind, matched, points, points, direktori=True)


def _as_told(
    told: Correction, header: Header, names: Names, kosakata: Vocabulary, sample: Sample
) -> tuple[Recognised | None, str]:
    """A table of the kind that a person has told, whatever the words say."""
    kind = Kind(told.jenis or told.dasar)
    if kind not in kosakata.jenis or kind in (Kind.IDENTITAS, Kind.NARASI):
        return None, f"tidak dibaca {BY_WORD}"
    words = kosakata.jenis[kind]
    matched = match(header, words, kosakata, sample, month_stage(names))
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


def month_stage(names: Names) -> str:
    """What columns that only name a month hold: `rencana` or `realisasi`, as the title says.

    `NAMED_PAID` where only the name of the sheet or of the file speaks of payments.
    """
    for text in (names.title, names.sheet, names.file):
        tokens = set(text.split())
        paid = tokens & {"realisasi", "serapan", "penyerapan", "spj", "kemajuan"}
        planned = tokens & {"rencana", "rok", "penarikan", "target", "rak"} or "anggaran kas" in text
        if paid:
            return "realisasi" if text == names.title else NAMED_PAID
        if planned:
            return "rencana"
    return ""


def _settle(matched: Matched) -> None:
    """Fields that need or exclude each other."""
    have = matched.columns
    ticks = [name for name in ("kelamin_l", "kelamin_p") if name in have]
    if ticks and (len(ticks) == 1 or "kelamin" in have):
        for name in ticks:
            drop(matched, name)


def _has(phrase: str, text: str) -> bool:
    return f" {phrase} " in f" {text} "


def _points(
    matched: Matched, words: KindWords, names: Names, headings: list[str], kosakata: Vocabulary
) -> float:
    points = 0.0
    for name, column in matched.columns.items():
        bidang = words.bidang.get(name)
        weight = bidang.bobot if bidang else BOBOT_CENTANG if name == "bulan_centang" else BOBOT_BULAN
        points += weight * matched.certainty.get(column.column, 1.0)
    titled = _titled(words, names)
    if titled:
        points += BOBOT_JUDUL
    elif any(_has(phrase, names.file) for phrase in words.judul):
        points += BOBOT_BERKAS
    elif any(_has(phrase, text) for phrase in words.judul for text in headings):
        points += BOBOT_KEPALA
    elif names.lists and not _speaks_for_itself(matched, words, names):
        points -= BOBOT_JUDUL_LAIN
    if words.kind is Kind.PESERTA:
        points += _of_people(matched, names)
    return points - _against(matched, words, names, headings, titled=titled)


def _titled(words: KindWords, names: Names) -> bool:
    """Whether the title, or the sheet's name, calls the table this kind; `peserta vaksin` is another."""
    if any(_has(phrase, text) for phrase in words.lawan for text in names.nearest):
        return False
    return any(_has(phrase, text) for phrase in words.judul for text in names.nearest)


def _of_cells(matched: Matched, words: KindWords, sample: Sample) -> float:
    """Points for what the cells say of the kind: a session is held on a day, an activity over several."""
    waktu = matched.columns.get("waktu")
    if (
        words.kind is not Kind.JADWAL
        or waktu is None
        or matched.columns.keys() & {"pukul", "pukul_mulai", "jpl"}
    ):
        return 0.0
    texts = [value for value in sample.values(waktu) if isinstance(value, str)]
    spans = sum(1 for text in texts if _SPAN.search(text))
    return -BOBOT_RENTANG if 2 * spans > max(1, len(texts)) else 0.0


def _speaks_for_itself(matched: Matched, words: KindWords, names: Names) -> bool:
    """Whether the columns say what a list is, whatever its title calls it: persons, or a timetable."""
    have = matched.columns.keys()
    if names_firms(names.lists):
        return False
    if words.kind in LISTS and any(_has(phrase, names.lists) for phrase in words.ciri):
        return True
    if words.kind is Kind.PESERTA:
        return personal(list(have)) >= ENOUGH_PERSONAL
    return words.kind is Kind.JADWAL and {"materi", "waktu"} <= have and bool(have & {"pukul", "pukul_mulai"})


def _of_people(matched: Matched, names: Names) -> float:
    """Points for what only a list of persons has; none under a title that calls it one of firms."""
    have = matched.columns
    if names_firms(names.lists):
        return 0.0
    points = BOBOT_PARAF if "paraf" in have else 0.0
    if any(head in STAMPS for head in matched.heads.values()):
        points += BOBOT_FORMULIR
    if "hadir" not in have and DAYS in matched.more:
        points += BOBOT_HARI
    if "nama" in have and personal(list(have)) >= ENOUGH_PERSONAL:
        points += OWN_LISTS
    elif "nama" in have and "usaha" in have:
        points += OWNERS
    return points


def _against(matched: Matched, words: KindWords, names: Names, headings: list[str], *, titled: bool) -> float:
    """What the words cost that speak of another kind: in the title more than in headings that fit nowhere."""
    known = {column for column in matched.names if matched.certainty.get(column, 0.0) >= TERBACA}
    at = [c for c in matched.heads if c not in known and c not in matched.spare]
    foreign = [matched.heads[column] for column in at]
    in_headings = sum(1 for phrase in words.lawan for text in set(foreign) if _has(phrase, text))
    phrases = (*words.lawan, *words.lawan_judul)
    in_title = sum(1 for phrase in phrases for text in set(names.nearest) if _has(phrase, text))
    cost = BOBOT_LAWAN * (in_headings + in_title)
    if titled and in_headings == 1:
        cost -= BOBOT_LAWAN - BOBOT_LAWAN_SATU
    return min(LAWAN_PALING_BANYAK, cost)


def _another_list(
    matched: Matched, words: KindWords, names: Names, headings: list[str], explained: float
) -> str:
    """Why columns that would do for a kind are those of another list, in Bahasa Indonesia; else empty."""
    titled = _titled(words, names)
    if words.kind is Kind.PESERTA and not titled and is_directory(list(matched.columns), headings):
        return "isinya keterangan usaha (investasi, produksi, tenaga kerja), seperti direktori IKM"
    if words.kind is Kind.DOKUMENTASI and not titled and explained < SAMA_LAGI:
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
        and not any(_has(phrase, text) for phrase in words.ciri for text in everything)
    ):
        return "tidak ada kata yang memastikannya di judul lembar maupun judul kolom"
    if points < words.cukup - HAMPIR:
        return "kolom yang cocok terlalu sedikit"
    return ""
