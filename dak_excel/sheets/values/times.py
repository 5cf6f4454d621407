"""Times of day and their ranges."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from dak_excel import memos
from dak_excel.sheets.grid import Value
from dak_excel.sheets.values.months import DAY_NAME
from dak_excel.sheets.values.result import GALAT, Bad, clean, is_blank_text, is_error

WAKTU = Bad("DATA-TANGGAL", "pukul")

_CLOCK = r"(\d{1,2})(?:\s?[.:,;]\s?(\d{2}))?(?:[.:]\d{2})?(?:\s*(pagi|siang|sore|malam|[ap]\.?m\b\.?))?"
_TO = r"\s*(?:-|–|—|‐|s\.?\s?d\b\.?|s/d|sampai(?:\s+dengan)?|hingga|to|~)\s*"
_ONE = re.compile(_CLOCK)
_RANGE = re.compile(_CLOCK + _TO + _CLOCK)
_OPEN = re.compile(_CLOCK + _TO + r"(?:selesai|slesai|end)\b")
_ZONE = re.compile(r"\b(?:wib|wita|wit|pukul|pkl|pk|jam)\b\.?(?:\s*:)?|[()]")
_FULL = re.compile(r"\d{1,2}\s?[.:]\s?\d{2}(?!\d)")
_REMARK = re.compile(
    rf"\([^()]*\b(?:jp|jpl|menit|mnt|jam)\b[^()]*\)|\([^()\d]*\)|{DAY_NAME}\s*[,/]?"
    r"|^(?:pagi|siang|sore|malam)\s*(?=[:(])"
    r"|^(?:sesi|hari|kelas|angkatan)\s*(?:ke\s*-?\s*)?(?:[ivx]+|\d{1,2})\s*[:,(/–-]*\s*",
    re.IGNORECASE,
)
"""What stands beside the clock: `Sesi I: 08.00-10.00 (2 JP)`."""


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
    found = _ranges(cleaned.lower())
    if isinstance(found, Bad) and (bare := _REMARK.sub(" ", cleaned.lower())) != cleaned.lower():
        return _ranges(bare) if _FULL.search(bare) else WAKTU
    return found


def _ranges(lower: str) -> tuple[time | None, time | None] | Bad:
    """The first start and the last end of the ranges in a text; Bad where anything else stands there."""
    text = " ".join(_ZONE.sub(" ", re.sub(r"(?<=\d);(?=\d)", ":", lower)).split()).strip(" .,:")
    parts = [_one_range(part) for part in re.split(r"\s*(?:,\s|;|\bdan\b|&|\+)\s*", text)]
    if any(isinstance(part, Bad) for part in parts):
        return WAKTU
    good = [part for part in parts if not isinstance(part, Bad)]
    return good[0][0], good[-1][1]


def _one_range(text: str) -> tuple[time | None, time | None] | Bad:
    if match := _RANGE.fullmatch(text):
        start, end = _clock(match[1], match[2], match[3] or match[6]), _clock(match[4], match[5], match[6])
        if start and end and start > end and not match[3]:
            start = _clock(match[1], match[2])
        return WAKTU if start is None or end is None else (start, end)
    if match := _OPEN.fullmatch(text) or _ONE.fullmatch(text):
        start = _clock(match[1], match[2], match[3])
        return WAKTU if start is None else (start, None)
    return WAKTU


def _clock(hours: str, minutes: str | None, part: str | None = None) -> time | None:
    """A time of day; `part` is the part of the day behind it: `2 siang`, `7.30 pagi`, `2 pm`."""
    hour, minute = _in_part(int(hours), (part or "").replace(".", "")), int(minutes or 0)
    if (hour, minute) == (24, 0):
        return time(0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


AFTERNOON = {"siang": range(1, 6), "sore": range(1, 8), "malam": range(6, 12), "pm": range(1, 12)}
"""The hours that each part of the day has in its second half, as a clock of twelve hours tells them."""


def _in_part(hour: int, part: str) -> int:
    if hour == 12 and part in ("am", "malam"):
        return 0
    return hour + 12 if hour in AFTERNOON.get(part, ()) else hour
