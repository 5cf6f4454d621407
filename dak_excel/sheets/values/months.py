"""Month and day names in every spelling that sheets have."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from dak_excel import memos

_SPELLINGS = {
    1: "januari january jan",
    2: "februari pebruari february feb peb febr pebr",
    3: "maret march mar mrt",
    4: "april apr aprl",
    5: "mei may mey",
    6: "juni june jun",
    7: "juli july jul",
    8: "agustus august agust agus agt agts ags agu aug agst",
    9: "september sept sep",
    10: "oktober october okt oct",
    11: "november nopember nov nop nopemb",
    12: "desember december des dec desemb",
}
MONTHS = {name: number for number, names in _SPELLINGS.items() for name in names.split()}
"""Lower-case name → number of the month."""

_LONG = tuple(name for name in MONTHS if len(name) >= 5)

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("senin", "selasa", "rabu", "kamis", "jumat jumaat", "sabtu saptu", "minggu ahad")
    )
    for name in names.split()
}
"""Lower-case name of a day, without apostrophe → 0 for Monday … 6 for Sunday."""

DAY_NAME = (
    r"\b(?:senin|selasa|rabu|kamis|jum[’'`]?[ae]?t|sabtu|saptu|minggu|ahad"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|sen|sel|rab|kam|jum|sab|min)\b"
)
"""A day of the week, as a regular expression over lower-case text."""


@memos.of_texts(1024)
def month_number(word: str) -> int | None:
    """The month that a lower-case word names; one slip of the pen is forgiven in a long name.

    `juni`/`juli` and the other short names are one letter apart, so that they must be exact.
    """
    word = word.strip(".")
    if found := MONTHS.get(word):
        return found
    if len(word) < 5 or re.search(r"\d", word):
        return None
    near = {MONTHS[name] for name in _LONG if OSA.distance(word, name, score_cutoff=1) <= 1}
    return near.pop() if len(near) == 1 else None
