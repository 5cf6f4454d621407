"""Identitas: the daerah's own data, key : value."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal

from dak_excel.sheets.grid import CellRange, Value
from dak_excel.sheets.kind_words import KindWords
from dak_excel.sheets.layout.key_values import Pair, across, pairs
from dak_excel.sheets.layout.view import View, filled
from dak_excel.sheets.records import Identitas
from dak_excel.sheets.tabel import Kind, Kolom, Problem, Tabel
from dak_excel.sheets.values import Bad, clean, is_error, parse_date, parse_text
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.values.column_types import ISI
from dak_excel.sheets.vocabulary import Vocabulary

CUKUP_BERSAMA_TABEL = 7.0
"""Weight of keys that a sheet with tables needs to be identitas as well."""

ACROSS_ROWS = 20
"""Rows in which a form laid out horizontally is looked for."""
LETTERHEAD = 6
"""Rows at the top of a sheet in which a letterhead stands."""
_GOVERNMENT = re.compile(r"PEMERINTAH(?:AN)?(?: DAERAH)? ((?:KABUPATEN|KOTA) [^\W\d][\w' -]+)", re.I)
_DINAS = re.compile(r"(?:DINAS|BADAN) [^\W\d][\w', -]{5,80}", re.I)
_NIP = re.compile(r"[\s,;(]*\bNIP\b\.?\s*:?\s*(\d[\d ]{14,24}\d)\s*\)?", re.I)
_RANK = re.compile(r"\b(?:Pembina|Penata|Pengatur|Juru)\b[^;\n]*", re.I)
_PLACE = ("kabkota", "provinsi")
"""Keys that are enough where a sheet has nothing else."""
TITLES = 2
"""Rows of a title that may stand above them."""
_NEEDED = ("kabkota", "dinas", "kepala_dinas", "pagu")
_DATE = re.compile(
    r"(?:tanggal|tgl\.?|,|/|;|\n|\btgl\b)?\s*"
    r"(\d{1,2}\s*[-/. ]\s*(?:\d{1,2}|[^\W\d]{3,})\s*[-/. ]\s*\d{2,4})\s*\)?\s*$",
    re.I,
)


LISTED = 4
"""How often a key stands in a sheet that is a list and no form."""


def find_identity(view: View, kosakata: Vocabulary, taken: set[int]) -> list[Pair]:
    """The key : value lines of a sheet, when they are those of an identitas; else nothing.

    `taken` are rows that belong to tables.
    """
    words = kosakata.jenis[Kind.IDENTITAS]
    found: list[Pair] = []
    for row in range(1, min(view.height, 400) + 1):
        if row not in taken:
            cells = view.cells(row)
            if len(cells) <= 8:
                found += pairs(view, row, words, kosakata, bare=True)
    names = {pair.field for pair in found}
    if any(count >= LISTED for count in Counter(pair.field for pair in found).values()):
        return []  # a list of officials says `Kepala Dinas` again and again
    weight = sum(words.bidang[name].bobot for name in names)
    needed = CUKUP_BERSAMA_TABEL if taken else words.cukup
    if weight < needed or len(names) < 3 or not names & set(_NEEDED) or _too_scattered(found):
        if taken:
            return []
        if _nothing_else(view, found) or _called_identity(view, words, found):
            return found
        return _across(view, words, kosakata)
    return found


def _called_identity(view: View, words: KindWords, found: list[Pair]) -> bool:
    """Whether a sheet of a few keys is one by its name or its first line: `Identitas`, `DATA UMUM`."""
    first = view.cells(1)
    title = clean(first[0][1]) if len(first) == 1 and isinstance(first[0][1], str) else ""
    called = any(text in name.casefold() for text in words.judul for name in (view.grid.sheet, title))
    return called and {"kabkota"} < {pair.field for pair in found if filled(pair.raw)}


def _nothing_else(view: View, found: list[Pair]) -> bool:
    """Whether a sheet says where the daerah is, and nothing beside it but a title."""
    names = {pair.field for pair in found if filled(pair.raw)}
    if not names >= set(_PLACE):
        return False
    rows = {pair.row for pair in found}
    others = [row for row in range(1, view.height + 1) if row not in rows and view.cells(row)]
    return len(others) <= TITLES and all(row < min(rows) and len(view.cells(row)) == 1 for row in others)


def _across(view: View, words: KindWords, kosakata: Vocabulary) -> list[Pair]:
    """The pairs of a form whose keys stand beside each other, each over its value."""
    for row in range(1, min(view.height, ACROSS_ROWS) + 1):
        found = across(view, row, words, kosakata)
        names = {pair.field for pair in found}
        listed = len(view.cells(row + 2)) >= len(view.cells(row + 1)) > 1  # a form has one row of values
        if len(names) >= 3 and names & set(_NEEDED) and not listed:
            return found
    return _across_alone(view, words, kosakata)


def _across_alone(view: View, words: KindWords, kosakata: Vocabulary) -> list[Pair]:
    """Kabupaten/Kota and Provinsi side by side, their values below, and nothing else but a title."""
    rows = [row for row in range(1, view.height + 1) if view.cells(row)]
    if len(rows) < 2 or len(rows) > 2 + TITLES or any(len(view.cells(row)) > 1 for row in rows[:-2]):
        return []
    found = across(view, rows[-2], words, kosakata, least=2) if rows[-1] == rows[-2] + 1 else []
    complete = len(found) == len(view.cells(rows[-2]))
    return found if complete and {pair.field for pair in found} >= set(_PLACE) else []
    return []


def _letterhead(view: View) -> list[Pair]:
    """The daerah and the dinas that a letterhead above the keys names: `PEMERINTAH KABUPATEN CONTOH`."""
    found: list[Pair] = []
    for row in range(1, min(view.height, LETTERHEAD) + 1):
        for column, value in view.cells(row)[:2]:
            text = clean(value) if isinstance(value, str) else ""
            if match := _GOVERNMENT.fullmatch(text):
                found.append(
                    Pair("Kabupaten/Kota", "kabkota", _as_name(match[1]), row, column, column, False)
                )
            elif found and len(found) == 1 and _DINAS.fullmatch(text):
                found.append(Pair("Dinas", "dinas", _as_name(text), row, column, column, False))
    return found


def _as_name(text: str) -> str:
    """Capitals of a letterhead as a name is written: `DINAS PERINDUSTRIAN DAN PERDAGANGAN`."""
    if not text.isupper():
        return text
    return re.sub(r"\b(?:Dan|Serta)\b", lambda match: match[0].lower(), text.title())


def _beside_the_name(found: list[Pair]) -> list[Pair]:
    """NIP and rank that stand in the cell of the head's name: `Drs. Contoh (NIP 1970…), Pembina (IV/a)`.

    The name is left by itself in its own pair.
    """
    more: list[Pair] = []
    for at, pair in enumerate(found):
        if pair.field != "kepala_dinas" or not isinstance(pair.raw, str):
            continue
        match = _NIP.search(pair.raw)
        if match is None:
            continue
        found[at] = replace(pair, raw=pair.raw[: match.start()].strip(" ,;(\n"))
        more.append(replace(pair, key="NIP", field="nip", raw=clean(match[1])))
        if rank := _RANK.search(pair.raw[match.end() :]):
            more.append(replace(pair, key="Pangkat", field="pangkat", raw=clean(rank[0]).rstrip(" .;,")))
    return more


def _too_scattered(found: list[Pair]) -> bool:
    """Whether the keys do not stand in columns, as the words of a signature block or a letter do."""
    columns: dict[int, int] = {}
    for pair in found:
        columns[pair.key_column] = columns.get(pair.key_column, 0) + 1
    return max(columns.values(), default=0) * 2 < len(found)


def read_identity(
    view: View, found: list[Pair], kosakata: Vocabulary, setting: Setting
) -> tuple[Tabel, list[Identitas], list[Problem]]:
    """The lines as records, values parsed by their key's type; a letter's number and date become two."""
    words = kosakata.jenis[Kind.IDENTITAS]
    own = list(found)
    more = _beside_the_name(own)
    found = [*own, *more, *_letterhead(view)]
    first = min(pair.key_column for pair in found)
    last = max(pair.column for pair in found)
    tabel = Tabel(
        kind=Kind.IDENTITAS,
        grid=view.grid,
        header=(own[0].row, own[0].row),
        body=(min(pair.row for pair in found), max(pair.row for pair in found)),
        kolom=[Kolom(first, "kunci", "kunci", 1.0), Kolom(last, "isi", "isi", 1.0)],
    )
    records: list[Identitas] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for pair in found:
        if pair.field in seen:
            continue
        seen.add(pair.field)
        ref = view.grid.ref(pair.row, pair.column)
        isi = words.bidang[pair.field].isi
        if isi == "surat":
            for name, value in zip(("nomor", "tanggal"), letter(pair.raw), strict=True):
                records.append(_record(tabel, pair, f"{pair.field}_{name}", value, ref, problems))
        else:
            records.append(_record(tabel, pair, pair.field, _parse(pair.raw, isi, setting), ref, problems))
    return tabel, records, problems


def _parse(raw: Value, isi: str, setting: Setting) -> object:
    if isi == "tanggal":
        return parse_date(raw)
    return ISI[isi].reader((raw,), setting)(raw)


def _record(
    tabel: Tabel, pair: Pair, key: str, value: object, ref: CellRange, problems: list[Problem]
) -> Identitas:
    """One line; its `isi` stands at `ref`."""
    record = Identitas(tabel, pair.row, overrides={"isi": ref, key: ref}, kunci=key, judul=pair.key)
    if isinstance(value, Bad):
        problem = Problem(
            value.ketentuan, ref, pair.raw, key, judul=pair.key, varian=value.varian, subjek=pair.key
        )
        record.problems = {"isi": problem, key: problem}
        problems.append(problem)
    else:
        record.isi = _whole(value) if key == "tahun" else value
    return record


def _whole(value: object) -> object:
    return int(value) if isinstance(value, Decimal) else value


def letter(raw: Value) -> tuple[object, object]:
    """`530/123/Disperin/2023 tanggal 14 Maret 2023` as number and date; either may be None."""
    text = parse_text(raw)
    if not isinstance(text, str):
        return text, (text if isinstance(text, Bad) else None)
    if is_error(text):
        return None, None
    if not isinstance(raw, str):
        day = parse_date(raw)
        return (None, day) if not isinstance(day, Bad) and day is not None else (text, None)
    match = _DATE.search(text)
    if match is None:
        return text, None
    day = parse_date(match[1].strip())
    if isinstance(day, Bad) or day is None:
        return text, None
    number = re.sub(r"[\s,;/(]*(?:tanggal|tgl\.?)?\s*[:.]?\s*$", "", text[: match.start()], flags=re.I)
    number = re.sub(r"^(?:nomor|no\.?)\s*:?\s*", "", number, flags=re.I)
    return number.strip(" ,;/(") or None, day
