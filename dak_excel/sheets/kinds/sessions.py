"""Several sessions written in the cells of one row, one below the other: they become rows of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dak_excel.sheets.grid import Value
from dak_excel.sheets.tables.extract import Data

_CLOCK = re.compile(r"\d{1,2}\s?[.:]\s?\d{2}")
_POINT = re.compile(r"^\d{1,2}\s*[.)]\s+(?=[^\W\d])")
"""The number of a point in a list within a cell: `2. Pembukuan`."""
CLOCKS = ("pukul", "pukul_mulai")


def split_sessions(data: Data) -> None:
    """Parts rows whose hours and materi stand in as many lines; a cell with fewer lines holds for all.

    One figure of JPL for several sessions stays with the first: it is their sum.
    """
    clock = next((name for name in CLOCKS if name in data.raws), "")
    if not clock or "materi" not in data.raws:
        return
    parts = [_sessions(a, b) for a, b in zip(data.raws[clock], data.raws["materi"], strict=True)]
    if all(count == 1 for count in parts):
        return
    origin = [at for at, count in enumerate(parts) for _ in range(count)]
    nth = [n for count in parts for n in range(count)]
    for name, raws in data.raws.items():
        data.raws[name] = [
            _line(raws[at], n, parts[at], once=name == "jpl") for at, n in zip(origin, nth, strict=True)
        ]
    data.places = {new: dict(data.places[at]) for new, at in enumerate(origin) if at in data.places}
    data.rows = [data.rows[at] for at in origin]


def _sessions(clock: Value, materi: Value) -> int:
    hours, topics = _lines(clock), _lines(materi)
    told = len(hours) > 1 and all(_CLOCK.search(line) for line in hours)
    return len(hours) if told and len(topics) == len(hours) else 1


def _lines(value: Value) -> Sequence[str]:
    if not isinstance(value, str):
        return ()
    lines = [line.strip() for line in value.splitlines() if line.strip()]
    return lines if len(lines) > 1 else [part.strip() for part in value.split(";") if part.strip()]


def _line(value: Value, n: int, count: int, *, once: bool) -> Value:
    if count == 1:
        return value
    lines = _lines(value)
    if len(lines) == count:
        return _POINT.sub("", lines[n])
    return value if n == 0 or not once else None
