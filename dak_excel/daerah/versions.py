"""Which of two budgets is the newer one, as their titles, sheets, files and folders tell it.

`DPPA`, `perubahan`, `revisi 2` come after the plain one, `awal`, `murni`, `draf` before it; `(1)` behind a
file's name is a later download; a hidden sheet is an old one. Dates count only where both have one. The
time at which a file was saved tells nothing: copying changes it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dak_excel.sheets.tabel import Tabel
from dak_excel.sheets.values.months import month_number

_LATER = re.compile(
    r"\b(?:perubahan|revisi|rev|pergeseran|dppa|dpppa|rkap|rkpa|papbd|p\s+apbd|apbd\s*p|perbaikan|final|fix|"
    r"terbaru|terakhir|update[d]?|refo[ck]using|realokasi|efisiensi|penyesuaian|menjadi|setelah|sesudah)(?=\b|\d)"
)
_EARLIER = re.compile(
    r"\b(?:awal|murni|induk|semula|sebelum|lama|old|usang|backup|bak|draf|draft|konsep|rancangan|usulan)\b"
)
_BEFORE_CHANGE = re.compile(r"\b(?:sebelum|semula)\s+(?:perubahan|revisi|pergeseran)\b")
_SEMULA = re.compile(r"\b(?:semula|sebelum|dpa|awal|murni)\b")
_MENJADI = re.compile(r"\b(?:menjadi|setelah|sesudah|dppa|akhir)\b")
_CORRECTED = re.compile(
    r"\b(?:perbaikan|final|fix|terbaru|terakhir|update[d]?|draf|draft|konsep|rancangan|usulan|lama|old|usang|"
    r"backup|bak)\b"
)
"""Words of one budget on its way to being right; the others tell of a budget that was changed in the year."""
_NUMBER = re.compile(
    r"\b(?:perubahan|revisi|rev|pergeseran|versi|ver|v|dppa)\s*(?:ke\b)?\s*"
    r"(\d{1,2}|i{1,3}|iv|v|pertama|kedua|ketiga|keempat)\b"
)
_COPY = re.compile(r"\((\d{1,2})\)\s*$")
_DAY = re.compile(r"\b(\d{1,2})[ ._-]+([a-z]{3,})[ ._-]+(20\d\d)\b")
_ISO = re.compile(r"\b(20\d\d)[-_.](\d{2})[-_.](\d{2})\b")
_NUMERIC = re.compile(r"\b(\d{1,2})[-_.](\d{1,2})[-_.](20\d\d)\b")
_COUNT = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}


@dataclass(frozen=True, slots=True)
class Edition:
    """What the names of a budget tell of its place among its versions."""

    shown: bool
    stage: int
    """-1 before the plain one, 0, 1 changed."""
    number: int
    day: date | None
    copy: int
    corrected: bool = False
    """Whether the names speak of a draft and its final form, not of a change in the year."""

    def changes(self, other: Edition) -> bool:
        """Whether it is a later change of another, of which nothing tells the day."""
        if self.day is not None or self.corrected or other.corrected or self.shown != other.shown:
            return False
        return (self.stage, self.number) > (other.stage, other.number)

    def after(self, other: Edition) -> bool | None:
        """Whether it is newer than another; None when nothing tells."""
        for mine, theirs in (
            (self.shown, other.shown),
            (self.stage, other.stage),
            (self.number, other.number),
        ):
            if mine != theirs:
                return mine > theirs
        if self.day and other.day and self.day != other.day:
            return self.day > other.day
        return None if self.copy == other.copy else self.copy > other.copy


def edition(tabel: Tabel) -> Edition:
    """What the title, the sheet, the file and its folder tell of a table."""
    folders, _, name = tabel.grid.workbook.rpartition("/")
    stem = name.rpartition(".")[0]
    named = (tabel.judul, tabel.grid.sheet, stem, folders.rpartition("/")[2])
    texts = [_words(text) for text in named]
    stages = [stage for text in texts if (stage := _stage(text))]
    numbers = [number for text in texts if (number := _number(text))]
    days = [day for text in named if (day := day_in(text))]
    copy = _COPY.search(stem)
    return Edition(
        shown=not tabel.grid.hidden,
        stage=stages[0] if stages else 0,
        number=numbers[0] if numbers else 0,
        day=days[0] if days else None,
        copy=int(copy[1]) if copy else 0,
        corrected=any(_CORRECTED.search(text) for text in texts),
    )


def told_before_and_after(tabel: Tabel) -> bool:
    """Whether its columns give the budget before a change beside the one after it: `Semula | Menjadi`."""
    heads = [_words(column.judul) for column in tabel.kolom]
    return any(map(_SEMULA.search, heads)) and any(map(_MENJADI.search, heads))


def newest(groups: Sequence[Sequence[Edition]]) -> int | None:
    """Position of the group that has an edition newer than all of the other groups; None when none has."""
    for at, group in enumerate(groups):
        others = [other for n, more in enumerate(groups) if n != at for other in more]
        if any(all(one.after(other) for other in others) for one in group):
            return at
    return None


def bare_words(text: str) -> set[str]:
    """The words of a name without those that tell a version, a date or a number."""
    words = _words(text)
    for pattern in (_BEFORE_CHANGE, _NUMBER, _LATER, _EARLIER):
        words = pattern.sub(" ", words)
    return {word for word in re.findall(r"[a-z]{2,}", words) if not month_number(word)}


def _words(text: str) -> str:
    return " ".join(re.sub(r"[^\w()]+|_", " ", text.casefold()).split())


def _stage(text: str) -> int:
    if _BEFORE_CHANGE.search(text):
        return -1
    if _LATER.search(text):
        return 1
    return -1 if _EARLIER.search(text) else 0


def _number(text: str) -> int:
    found = _NUMBER.search(text)
    return 0 if found is None else _COUNT.get(found[1]) or int(found[1])


def day_in(text: str) -> date | None:
    """The day that a name or title speaks of: `12 Juli 2023`, `2023-07-12`, `12-07-2023`; None for none."""
    folded = text.casefold()
    try:
        if found := _ISO.search(folded):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMERIC.search(folded):
            return date(int(found[3]), int(found[2]), int(found[1]))
        for found in _DAY.finditer(folded):
            if month := month_number(found[2]):
                return date(int(found[3]), month, int(found[1]))
    except ValueError:
        return None
    return None
