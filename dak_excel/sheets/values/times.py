"""Times of day and their ranges."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from dak_excel import memos
from dak_excel.sheets.grid import Value
from dak_excel.sheets.values.result import GALAT, Bad, clean, is_blank_text, is_error

WAKTU = Bad("DATA-TANGGAL", "pukul")

_CLOCK = r"(\d{1,2})(?:\s?[.:,;]\s?(\d{2}))?(?:[.:]\d{2})?"
_TO = r"\s*(?:-|–|—|‐|s\.?\s?d\b\.?|s/d|sampai(?:\s+dengan)?|hingga|to|~)\s*"
_ONE = re.compile(_CLOCK)
_RANGE = re.compile(_CLOCK + _TO + _CLOCK)
_OPEN = re.compile(_CLOCK + _TO + r"(?:selesai|slesai|end)\b")
_ZONE = re.compile(r"\b(?:wib|wita|wit|pukul|pkl|jam)\b\.?|[()]")


def parse_time_range(value: Value) -> tuple[time | None, time | None] | Bad | None:
    """Start and end of a session: `08.00 - 10.00 WIB`, `08:00 s.d. selesai` → (08:00, None).

    A time cell, a fraction of a day and a number of hours (8.3 is 08.30) give a start only. Of
    several ranges in a cell, the first start and the last end. Unreadable: `DATA-TANGGAL`, `pukul`.
    """
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0), None
    if isinstance(value, datetime):
        return value.time().replace(second=0, microsecond=0), None
    if isinstance(value, timedelta):
        return _from_day_share(value.total_seconds() / 86400)
    if isinstance(value, bool | date):
        return WAKTU
    if isinstance(value, int | float):
        if not 0 <= value < 25:
            return WAKTU
        return _from_day_share(value) if value < 1 else _range_text(f"{value:.2f}")
    return None if value is None else _range_text(value)


def _from_day_share(share: float) -> tuple[time | None, time | None] | Bad:
    if not 0 <= share < 1:
        return WAKTU
    minutes = min(round(share * 1440), 1439)
    return time(minutes // 60, minutes % 60), None


@memos.of_texts(2048)
def _range_text(value: str) -> tuple[time | None, time | None] | Bad | None:
    cleaned = clean(value)
    if is_blank_text(cleaned):
        return None
    if is_error(cleaned):
        return GALAT
    text = " ".join(_ZONE.sub(" ", cleaned.lower()).split()).strip(" .,:")
    parts = [_one_range(part) for part in re.split(r"\s*(?:,\s|;|\bdan\b|&|\+)\s*", text)]
    if any(isinstance(part, Bad) for part in parts):
        return WAKTU
    good = [part for part in parts if not isinstance(part, Bad)]
    return good[0][0], good[-1][1]


def _one_range(text: str) -> tuple[time | None, time | None] | Bad:
    if match := _RANGE.fullmatch(text):
        start, end = _clock(match[1], match[2]), _clock(match[3], match[4])
        return WAKTU if start is None or end is None else (start, end)
    if match := _OPEN.fullmatch(text) or _ONE.fullmatch(text):
        start = _clock(match[1], match[2])
        return WAKTU if start is None else (start, None)
    return WAKTU


def _clock(hours: str, minutes: str | None) -> time | None:
    hour, minute = int(hours), int(minutes or 0)
    if (hour, minute) == (24, 0):
        return time(0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
