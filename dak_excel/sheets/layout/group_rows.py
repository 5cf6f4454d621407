"""Group rows: a text row among the data that says what the rows below it belong to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.layout.key_values import pairs
from dak_excel.sheets.layout.titles import activity_name
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.tabel import Span
from dak_excel.sheets.values import parse_ordinal, parse_period
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.vocabulary import Vocabulary

_SENTRA = re.compile(
    r"^(?:[ivx\d]+[.)]\s*|[a-z][.)]\s*)?(?:nama\s+)?((?:sentra|kelompok|kub|ikm\s+sentra)\b.*)$", re.I
)
_ANGKATAN = re.compile(r"\b(?:angkatan|batch|gelombang)\s*(?:ke\s*[-.]?\s*)?([ivx]+|\d+)\b", re.I)
_LEAD = re.compile(r"^(?:hari\s*(?:ke\s*-?\s*)?(?:[ivx]+|\d+)?\s*[:,-]?\s*(?=\w+,?\s*\d|\d))", re.I)
_PEOPLE = re.compile(r"\b(?:sentra|kelompok)\s*:\s*", re.I)


@dataclass(frozen=True, slots=True)
class Group:
    """What the group rows above a row say. `isi` are fields with value and cell."""

    rincian: str = ""
    rincian_cell: CellRange | None = None
    kegiatan: str = ""
    kegiatan_cell: CellRange | None = None
    isi: dict[str, tuple[object, CellRange]] = field(default_factory=dict)


def after(
    current: Group, view: View, row: int, left: int, right: int, kosakata: Vocabulary, setting: Setting
) -> Group:
    """The groups below a further group row: a rincian or activity starts anew, a sentra adds to it."""
    cells = view.cells(row, left, right)
    column = next((c for c, v in cells if isinstance(v, str) and len(v.strip(" .)")) > 2), cells[0][0])
    text = view.text(row, column)
    ref = view.grid.ref(row, column)
    found = pairs(view, row, kosakata.keterangan, kosakata)
    for pair in found:
        current = _pair(
            current, pair.field, str(pair.raw or ""), view.grid.ref(pair.row, pair.column), setting
        )
    return current if found else _text(current, text, ref, setting)


def _pair(current: Group, name: str, text: str, ref: CellRange, setting: Setting) -> Group:
    text = " ".join(text.split())
    if not text:
        return current
    if name in ("rincian", "kegiatan"):
        return _activity(current, text, ref, setting, named=name == "kegiatan")
    if name == "waktu":
        span = parse_period(text, setting.tahun)
        return replace(current, isi={**current.isi, name: (span, ref)}) if isinstance(span, Span) else current
    if name in ("sentra", "komoditi", "angkatan", "pendamping", "ikm", "tempat", "sk"):
        return replace(current, isi={**current.isi, name: (text, ref)})
    return current


def _activity(current: Group, text: str, ref: CellRange, setting: Setting, *, named: bool) -> Group:
    code = setting.rincian(text)
    name = activity_name(text) or (text if named else "")
    if not code and not name:
        return current
    if not code:
        code, cell = current.rincian, current.rincian_cell
    else:
        cell = ref
    return Group(code, cell, name, ref if name else None, _angkatan(text, ref))


def _angkatan(text: str, ref: CellRange) -> dict[str, tuple[object, CellRange]]:
    match = _ANGKATAN.search(text)
    if not match:
        return {}
    number = parse_ordinal(match[1])
    return {"angkatan": (str(number) if isinstance(number, int) else match[1], ref)}


def _text(current: Group, text: str, ref: CellRange, setting: Setting) -> Group:
    if match := _SENTRA.match(text):
        name = _PEOPLE.sub("", match[1]).strip() or match[1]
        return replace(current, isi={**current.isi, "sentra": (name, ref)})
    if (found := _activity(current, text, ref, setting, named=False)) is not current:
        return found
    if batch := _angkatan(text, ref):
        return replace(current, isi={**current.isi, **batch})
    span = parse_period(_LEAD.sub("", text), setting.tahun)
    if isinstance(span, Span):
        return replace(current, isi={**current.isi, "waktu": (span, ref)})
    return current
