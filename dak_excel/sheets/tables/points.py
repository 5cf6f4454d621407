"""What speaks for a kind of table, in points: its columns, its title, its cells; and what speaks against it.

The weights were set on the heading sets of `bench/judul_set`: each is the least that parts lists of one kind
from those of another there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dak_excel.sheets.columns.match import DAYS, TERBACA
from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.kind_words import KindWords
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.tables.names import Names, has, speaks_of, titled
from dak_excel.sheets.tables.people_evidence import (
    BESIDE,
    ENOUGH_PERSONAL,
    HALF_PERSONAL,
    OWN_LISTS,
    OWNERS,
    names_firms,
    personal,
)
from dak_excel.sheets.vocabulary import Vocabulary

BOBOT_JUDUL = 3.0
BOBOT_BENDA = 1.5
"""Weight of a title that speaks of what the kind lists, and of a key column that does: `Judul Pelatihan`."""
BOBOT_KUNCI = 2.5
"""The same for `Nama Peserta`, which says of each row that it is one."""
NAMED = frozenset({"nama", "judul", "tema"})
"""Words of a heading that names each row: anybody's work has an `Uraian Kegiatan`."""
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
STAMPS = frozenset({"timestamp", "cap waktu", "stempel waktu"})
LISTS = (Kind.PESERTA, Kind.TENAGA, Kind.JADWAL, Kind.KEGIATAN, Kind.KUNJUNGAN)
"""Kinds that `Daftar …` and `Rekap …` may name by any of their own words."""
ATTENDANCE = frozenset({"daftar hadir", "absensi", "presensi", "absen", "daftar kehadiran"})
BOBOT_KEDUA = 4.0
"""What it costs a list of speakers or a timetable that the title names the other first."""
BOBOT_LAWAN = 2.0
"""What a word costs that speaks against a kind."""
BOBOT_LAWAN_SATU = 1.0
"""The same for a single heading where the title names the kind or the list has owners beside their firms: one
foreign word does not outvote it."""
LAWAN_PALING_BANYAK = 6.0
BOBOT_BULAN = 3.0
"""Weight of the twelve columns of the months."""
BOBOT_CENTANG = 1.0
"""Weight of months that are ticked: any calendar of work has them."""

BOBOT_KALI = 6.0
"""Weight of a volume, a price and an amount side by side; decides between kinds, admits none."""


def points_of(
    matched: Matched, words: KindWords, names: Names, headings: list[str], kosakata: Vocabulary
) -> float:
    """The points of a table read as one kind, by its columns and the words around it."""
    points = 0.0
    for name, column in matched.columns.items():
        bidang = words.bidang.get(name)
        weight = bidang.bobot if bidang else BOBOT_CENTANG if name == "bulan_centang" else BOBOT_BULAN
        points += weight * matched.certainty.get(column.column, 1.0)
    named = titled(words, names)
    if named:
        points += BOBOT_JUDUL
    elif any(has(phrase, names.file) for phrase in words.judul):
        points += BOBOT_BERKAS
    elif any(has(phrase, text) for phrase in words.judul for text in headings):
        points += BOBOT_KEPALA
    elif speaks_of(words, names, kosakata):
        points += BOBOT_BENDA
    elif names.lists and not _speaks_for_itself(matched, words, names):
        points -= BOBOT_JUDUL_LAIN
    if named and _named_second(words, names, kosakata):
        points -= BOBOT_KEDUA
    by_name = _key_by_name(matched, words)
    if by_name and words.kind is Kind.PESERTA:
        points += BOBOT_KUNCI
    elif by_name and (named or words.kind is Kind.KEGIATAN):
        points += BOBOT_BENDA
    if words.kind is Kind.PESERTA:
        points += _of_people(matched, names)
    points -= against(matched, words, names, named=named)
    return max(points, words.cukup) if _plainly_of_peserta(matched, words, names, named=named) else points


def _plainly_of_peserta(matched: Matched, words: KindWords, names: Names, *, named: bool) -> bool:
    """Whether a title speaks of peserta over a column of names: shirts, rooms, travel money of theirs.

    One foreign heading (`PPh`) is borne with, a foreign word in the title is not.
    """
    if words.kind is not Kind.PESERTA or not named or "nama" not in matched.columns:
        return False
    if any(head.startswith("jumlah ") and head.split()[1] in words.benda for head in matched.heads.values()):
        return False  # who has `Jumlah Peserta` beside him is no peserta himself
    against_it = (*words.lawan, *words.lawan_judul)
    said = [text for text in names.nearest if any(has(noun, text) for noun in words.benda)]
    clear = not any(has(phrase, text) for phrase in against_it for text in names.nearest)
    return bool(said) and clear and _foreign(matched, words) <= 1


def _named_second(words: KindWords, names: Names, kosakata: Vocabulary) -> bool:
    """Whether `Daftar Narasumber dan Materi` names the speakers, of which it is, before the subjects."""
    pair = (Kind.TENAGA, Kind.JADWAL)
    if words.kind not in pair:
        return False
    other = kosakata.jenis[pair[words.kind is Kind.TENAGA]]
    own, theirs = (_first_place(kind.judul, names.title) for kind in (words, other))
    return 0 <= theirs < own


def _first_place(phrases: Sequence[str], title: str) -> int:
    """Where in a title the first of some phrases begins, -1 for nowhere."""
    places = [at for phrase in phrases if (at := f" {title} ".find(f" {phrase} ")) >= 0]
    return min(places, default=-1)


def _key_by_name(matched: Matched, words: KindWords) -> bool:
    """Whether the key column is headed by what the kind lists: `Nama Kegiatan`, not `Uraian` or `Judul`."""
    key = next((matched.columns[name] for name in words.kunci if name in matched.columns), None)
    tokens = matched.heads.get(key.column, "").split() if key else []
    return len(tokens) > 1 and tokens[0] in NAMED and any(noun in tokens[1:] for noun in words.benda)


def of_cells(matched: Matched, words: KindWords, sample: Sample) -> float:
    """Points for what the cells say of the kind: a session is held on a day, an activity over several."""
    waktu = matched.columns.get("waktu")
    hours = matched.columns.keys() & {"pukul", "pukul_mulai", "jpl"}
    if words.kind not in (Kind.JADWAL, Kind.KEGIATAN) or waktu is None or hours:
        return 0.0
    texts = [value for value in sample.values(waktu) if isinstance(value, str)]
    spans = sum(1 for text in texts if _SPAN.search(text))
    if 2 * spans <= max(1, len(texts)):
        return 0.0
    return BOBOT_BENDA if words.kind is Kind.KEGIATAN else -BOBOT_RENTANG


def multiplies(matched: Matched, words: KindWords, sample: Sample) -> float:
    """What a budget has over a plan of the same words: a volume, a price of money, an amount of money."""
    have = matched.columns
    counted = {"volume", "koefisien", "faktor"} & have.keys()
    if words.kind is not Kind.RAB or not counted or not {"harga", "jumlah"} <= have.keys():
        return 0.0
    money = all((sample.fit(have[name], "uang") or 0.0) >= TERBACA for name in ("harga", "jumlah"))
    return BOBOT_KALI if money else 0.0


def _speaks_for_itself(matched: Matched, words: KindWords, names: Names) -> bool:
    """Whether the columns say what a list is, whatever its title calls it: persons, or a timetable."""
    have = matched.columns.keys()
    if names_firms(names.lists):
        return False
    if words.kind in LISTS and any(has(phrase, names.lists) for phrase in words.ciri):
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
    if ("nama" in have and personal(list(have)) >= ENOUGH_PERSONAL) or (
        "nama" in have and have.keys() & BESIDE and personal(list(have)) >= HALF_PERSONAL
    ):
        points += OWN_LISTS
    elif "nama" in have and "usaha" in have:
        points += OWNERS
    return points


def _only_attendance(words: KindWords, names: Names) -> bool:
    """Whether a title says no more than that somebody attended: who it was, the columns must tell."""
    told = {phrase for phrase in words.judul for text in names.nearest if has(phrase, text)}
    return bool(told) and told <= ATTENDANCE


def _foreign(matched: Matched, words: KindWords) -> int:
    """How many words against the kind stand in the headings that fit nowhere."""
    known = {column for column in matched.names if matched.certainty.get(column, 0.0) >= TERBACA}
    foreign = {head for c, head in matched.heads.items() if c not in known and c not in matched.spare}
    return sum(1 for phrase in (*words.lawan, *words.lawan_kolom) for text in foreign if has(phrase, text))


def against(matched: Matched, words: KindWords, names: Names, *, named: bool) -> float:
    """What the words cost that speak of another kind: in the title more than in headings that fit nowhere.

    `named` is whether the title calls the table this kind.
    """
    in_headings = _foreign(matched, words)
    phrases = (*words.lawan, *words.lawan_judul)
    in_title = sum(1 for phrase in phrases for text in set(names.nearest) if has(phrase, text))
    cost = BOBOT_LAWAN * (in_headings + in_title)
    owners = words.kind is Kind.PESERTA and {"nama", "usaha"} <= matched.columns.keys()
    if ((named and not _only_attendance(words, names)) or owners) and in_headings == 1:
        cost -= BOBOT_LAWAN - BOBOT_LAWAN_SATU
    return min(LAWAN_PALING_BANYAK, cost)
