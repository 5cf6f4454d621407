"""Which sheets are ours, and what the user wrote into them, whatever program has saved the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dak_excel.annotate.layout_rows import read_corrections
from dak_excel.annotate.ringkasan_sheet import BEFORE_LABEL, DIGEST_LABEL, FILE_LABEL, TITLE
from dak_excel.annotate.temuan_sheet import ANSWERS, KEY_TITLE
from dak_excel.findings import TANGGAL_KELIRU, Reply
from dak_excel.sheets.grid import Unreadable, Value
from dak_excel.sheets.open import open_some
from dak_excel.sheets.readings.told import Correction
from dak_excel.sheets.values import parse_date

_TOP = 25  # rows in which our headings are looked for
_DIGEST = re.compile("[0-9a-f]{64}")
Rows = Sequence[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Own:
    """Names of our sheets, the answers by the key of their finding, and what Ringkasan says of the file:
    its name, and the digests of the user's files that it goes back to, the latest first."""

    sheets: tuple[str, ...]
    answers: Mapping[str, Reply]
    workbook: str = ""
    digests: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """What was told of the layouts of the sheets."""


def read_own(data: bytes) -> Own:
    """Our sheets and the answers in an xlsx or xlsm, read as the workbook itself is read."""
    try:
        found = own_sheets(open_some(data, _named_like_ours))
        if len(found.sheets) >= 2:
            return found
        return own_sheets(open_some(data, lambda _: True))  # a person has renamed them
    except Unreadable:
        return Own((), {})


def _named_like_ours(name: str) -> bool:
    return name.startswith(("Ringkasan", "Temuan"))


def own_sheets(sheets: Iterable[tuple[str, Rows]]) -> Own:
    """Our sheets among (name, rows), and the answers that stand in them: for files of any format."""
    names: list[str] = []
    answers: dict[str, Reply] = {}
    workbook = ""
    digests: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    for name, rows in sheets:
        kind = _kind(rows)
        if kind:
            names.append(name)
        if kind == KEY_TITLE:
            answers |= {k: v for k, v in _answers(rows) if k not in answers}
        elif kind == TITLE and not digests:
            workbook, digests = _origin(rows)
            corrections = tuple(read_corrections(rows))
    return Own(tuple(names), answers, workbook, digests, corrections)


def _origin(rows: Rows) -> tuple[str, tuple[str, ...]]:
    """The file that Ringkasan speaks of: its name and its digests."""
    facts: dict[str, list[str]] = {}
    for row in rows[:_TOP]:
        texts = [_plain(value) for value in row if value not in (None, "")]
        if len(texts) == 2:
            facts.setdefault(texts[0], []).append(texts[1])
    digests = [*facts.get(DIGEST_LABEL, ()), *facts.get(BEFORE_LABEL, ())]
    return next(iter(facts.get(FILE_LABEL, ())), ""), tuple(d for d in digests if _DIGEST.fullmatch(d))


def _kind(rows: Rows) -> str:
    top = [str(value) for row in rows[:_TOP] for value in row if value]
    if KEY_TITLE in top:
        return KEY_TITLE
    return TITLE if TITLE in top and DIGEST_LABEL in top else ""


def _answers(rows: Rows) -> Iterator[tuple[str, Reply]]:
    start = next((n for n, row in enumerate(rows) if KEY_TITLE in row), len(rows))
    if start == len(rows):
        return
    titles = [str(value).strip() for value in rows[start]]
    at = {title: titles.index(title) for title in (KEY_TITLE, *ANSWERS) if title in titles}
    for row in rows[start + 1 :]:
        key = _text(row, at.get(KEY_TITLE))
        answer = _answer(*(_cell(row, at.get(title)) for title in ANSWERS))
        if key and answer:
            yield key, answer


def _answer(reason: Value, number: Value, day: Value) -> Reply:
    """The three cells as an answer; a date that cannot be read is kept with the reason."""
    alasan, nomor = _plain(reason), _plain(number)
    read = _day(day)
    if read is None and _plain(day):
        alasan = f"{alasan}{TANGGAL_KELIRU.format(_plain(day))}".strip()
    return Reply(alasan, nomor, read)


def _day(value: Value) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    read = parse_date(value)
    return read if isinstance(read, date) else None


def _cell(row: Sequence[Value], column: int | None) -> Value:
    return row[column] if column is not None and column < len(row) else None


def _text(row: Sequence[Value], column: int | None) -> str:
    return _plain(_cell(row, column))


def _plain(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
