"""Rencana and realisasi side by side: two header groups in one table of activities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.layout.headers import Header, HeaderColumn
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.records import BarisKegiatan
from dak_excel.sheets.tabel import Record
from dak_excel.sheets.tables.names import Names
from dak_excel.sheets.values import is_blank
from dak_excel.sheets.vocabulary import Vocabulary

_NOT_YET = re.compile(
    r"\s*(?:belum|blm|tidak\s+(?:jadi|dilaksanakan|terlaksana)|batal|dibatalkan)\b\D*$", re.I
)
"""What stands in the columns of what was done while it is not."""
_DONE_BY = ("waktu", "jpl", "jumlah_peserta", "capaian", "sertifikat", "hari_kerja", "usaha_dikunjungi")
"""Fields that something done fills; its name, place and target may be copied from the plan."""
_PLANNED = re.compile(r"\b(?:rencana|direncanakan|perencanaan|target)\b\s*", re.I)
_DONE = re.compile(r"\b(?:realisasi|terealisasi|capaian)\b\s*", re.I)
_PEOPLE = re.compile(r"\b(?:peserta|hadir|orang|org)\b", re.I)
_REACHED = re.compile(r"\b(?:realisasi|terealisasi|capaian|hadir|aktual|terlaksana)\b", re.I)
_AIMED = re.compile(r"\b(?:target|rencana|sasaran|undangan|diundang|terdaftar|mendaftar)\b", re.I)
_NUMBER_OF_PEOPLE = re.compile(r"(?:jumlah|jml|jlh|banyak)?\.?\s*peserta(?:\s*\(?(?:orang|org)\)?)?", re.I)
_PLAN_WORDS = frozenset({"rencana", "usulan", "rok", "target"})
_DONE_WORDS = frozenset({"realisasi", "capaian", "terealisasi", "laporan"})


def split_stages(header: Header, kosakata: Vocabulary) -> dict[str, Header]:
    """The header as it reads for each stage; empty when its headings tell no stages apart."""
    stages: dict[str, list[HeaderColumn]] = {"rencana": [], "realisasi": []}
    found = {"rencana": 0, "realisasi": 0}
    mended = [tuple(_mended(part, kosakata) for part in column.parts) for column in header.columns]
    paired = _people_pair(mended)
    for column, words in zip(header.columns, mended, strict=True):
        stage, parts = paired.get(words) or _stage(words)
        if stage and any(kosakata.standard(part) for part in parts):
            found[stage] += 1
            stages[stage].append(replace(column, parts=parts))
        else:
            for columns in stages.values():
                columns.append(column)
    if not found["realisasi"] or not found["rencana"]:
        return {}
    return {stage: replace(header, columns=tuple(columns)) for stage, columns in stages.items()}


def _people_pair(headings: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, tuple[str, ...]]]:
    """`Target Peserta` beside `Realisasi Peserta` or `Peserta Hadir`: the same number, planned and reached.

    Gives each of such headings its stage and reads it as the number of peserta; one of them alone is none.
    """
    stages: dict[str, list[tuple[str, ...]]] = {"rencana": [], "realisasi": []}
    for parts in headings:
        text = " ".join(parts)
        if not _PEOPLE.search(text):
            continue
        if _REACHED.search(text):
            stages["realisasi"].append(parts)
        elif _AIMED.search(text):
            stages["rencana"].append(parts)
    if not stages["realisasi"]:
        return {}
    if not stages["rencana"]:
        plain = [parts for parts in headings if _NUMBER_OF_PEOPLE.fullmatch(" ".join(parts).strip())]
        stages["rencana"] = plain[:1]
    if not stages["rencana"]:
        return {}
    return {parts: (stage, ("Jumlah Peserta",)) for stage, found in stages.items() for parts in found[:1]}


def _mended(part: str, kosakata: Vocabulary) -> str:
    """A heading as it stands, or without its slip: `Realisai` → `realisasi`."""
    baku = kosakata.standard(part)
    mended = kosakata.mend(baku)
    return part if mended == baku else mended


def _stage(parts: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The stage that a heading belongs to, and the heading without that word."""
    if len(parts) > 1:
        for stage, pattern in (("realisasi", _DONE), ("rencana", _PLANNED)):
            if pattern.fullmatch(parts[0].strip() + " "):
                return stage, parts[1:]
    for stage, word in (("realisasi", "realisasi"), ("rencana", "rencana")):
        pattern = re.compile(rf"\(?\b{word}\b\)?\s*", re.I)
        if any(pattern.search(part) for part in parts):
            return stage, tuple(rest for part in parts if (rest := pattern.sub("", part).strip(" -/:")))
    return "", parts


def reached(matched: Matched, kosakata: Vocabulary) -> None:
    """Under what was done a plain `Volume` is what was reached, not the target."""
    column = matched.columns.get("target")
    if column is None or "capaian" in matched.columns:
        return
    words = kosakata.standard(column.parts[-1] if column.parts else "").split()
    if "target" not in words:
        matched.columns["capaian"] = matched.columns.pop("target")
        matched.names[column.column] = "capaian"


def tells(view: View, row: int, columns: Iterable[int]) -> bool:
    """Whether a row says anything in some columns; `belum dilaksanakan` says that there is nothing yet."""
    values = [view.grid.at(row, column) for column in columns]
    told = [value for value in values if not is_blank(value) and value != 0]
    return any(not (isinstance(value, str) and _NOT_YET.match(value)) for value in told)


def only_done(view: View, records: Iterable[Record]) -> None:
    """Takes the stage from rows of a list of what was done in which nothing is filled in yet."""
    for record in records:
        if isinstance(record, BarisKegiatan) and record.tahap == "realisasi":
            columns = [c for name in _DONE_BY if (c := record.tabel.columns.get(name))]
            if columns and not tells(view, record.row, columns):
                record.tahap = ""


def stage_of(names: Names) -> str:
    """The stage that a title, sheet or file name gives to a whole table; empty when it says both or none."""
    for text in (names.title, names.sheet, names.file):
        tokens = set(text.split())
        planned, done = bool(tokens & _PLAN_WORDS), bool(tokens & _DONE_WORDS)
        if planned != done:
            return "rencana" if planned else "realisasi"
        if planned:
            return ""
    return ""
