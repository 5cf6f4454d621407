"""Ranges of days, and the place and date of birth that share a cell."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime

from dak_excel import memos
from dak_excel.sheets.grid import Value
from dak_excel.sheets.tabel import Span
from dak_excel.sheets.values.dates import (
    BIRTH_PIVOT,
    MUSTAHIL,
    TAHUN_SAJA,
    TANGGAL,
    TANPA_TAHUN,
    WEEK_OR_SUNDAY,
    Order,
    full_year,
    make_date,
    parse_date,
)
from dak_excel.sheets.values.months import DAY_NAME, month_number
from dak_excel.sheets.values.result import GALAT, Bad, clean, is_blank_text, is_error
from dak_excel.sheets.values.vague import months_meant, part_of_year

_NOT_HELD = re.compile(
    r"(?:belum|blm)(?:\s+(?:di|ter)?(?:laksana(?:kan)?|selenggara(?:kan)?|mulai|jadwal(?:kan)?|ada|tentu))?"
    r"|(?:tidak|tdk)\s+(?:jadi|(?:di|ter)laksana(?:kan)?)|batal|dibatalkan"
)
_NOISE = re.compile(
    r"^(?:angkatan|angk|batch|tahap)\b\.?\s*[ivx\d]{1,4}\s*[:=,-]\s*"
    r"|\b(?:(?:sudah|telah|akan|rencana(?:nya)?|realisasi)\b\s*:?|(?:di|ter)laksanakan\b|dilaksanakan\b|pelaksanaan\b)"
    r"|\b\d{1,2}\s*hari(?:\s+kerja)?\s*(?=[(,])"
    r"|\((?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\)(?=\s*hari)"
    r"|\((?:[^()]*\bhari\b[^()]*|\s*)\)|\bselama\s+\d+\s*(?:\([a-z ]+\)\s*)?hari(?:\s+kerja)?"
    r"|\b(?:pukul|pkl|jam)\b\.?.*$"
    r"|(?<![\d./\-])\d{1,2}[.:]\d{2}\s*(?:-|–|s\.?\s?d\.?|s/d)\s*(?:\d{1,2}[.:]\d{2}|selesai)(?![./\-]?\d)"
    r"|(?<![\d./\-])\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?![./\-]?\d)|\b(?:wib|wita|wit|selesai)\b"
    r"|\b(?:hari|tanggal|tgl|bulan|bln|tahun|thn|pada|mulai|dari|ta)\b\.?"
)
_TOKEN = re.compile(
    r"(?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))"
    r"|(?P<full>\d{1,2}(?P<sign>[-/.])\d{1,2}(?P=sign)(?:\d{4}(?!\d)|\d{2}(?!\d)(?!\s*(?P=sign)\d)))"
    r"|(?P<short>\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<year>[’'`]?(?<!\d)(?:19|20)\d{2}(?!\d)|[’'`]\d{2}(?!\d))"
    r"|(?P<day>\d{1,2}(?!\d))"
    r"|(?P<to>s\.?\s?/?\s?d(?![a-z])\.?|sampai\s+dengan|sampai|hingga|to\b|[-–—‐−~])"
    rf"|(?P<name>{DAY_NAME})"
    r"|(?P<join>dan\b|&|,|;|\+|/|\.|:|\(|\)|dengan\b)"
    r"|(?P<word>[a-z]{3,}\.?)"
    r"|(?P<space>\s+)"
)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A day as far as the text gives it; without a day it is a whole month."""

    day: int | None = None
    month: int | None = None
    year: int | None = None


def parse_period(value: Value, year: int | None = None, order: Order = "dmy") -> Span | Bad | None:
    """The days from the first to the last one that a cell names; a single day is a range too.

    `12 s.d. 16 Juni 2023`, `12–16 Juni` (with `year`), `30 Mei - 2 Juni 2023`, `12, 13 dan 14 Juni
    2023`, `Senin s.d. Jumat, 12 - 16 Juni 2023`, `12-16/06/2023`, `Juni 2023`, `Maret s.d. Agustus
    2023`; `Minggu II Juni 2023` and `Triwulan II` are their months. What one end leaves out it takes
    from the other. A range that ends before it starts is given as it stands; a text with words that are
    no part of a date is `Bad`.
    """
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return Span(day, day) if day.year > 1904 else TANGGAL
    if value is None:
        return None
    if isinstance(value, str):
        return _period_text(value, year, order)
    single = parse_date(value)
    return Span(single, single) if isinstance(single, date) else single


@memos.of_texts(4096)
def _period_text(value: str, year: int | None, order: Order) -> Span | Bad | None:
    cleaned = clean(value)
    if is_blank_text(cleaned):
        return None
    if is_error(cleaned):
        return GALAT
    text = cleaned.lower()
    if _NOT_HELD.fullmatch(text):
        return None
    if "rencana" in text and "realisasi" in text:
        return TANGGAL  # two facts, and no telling which is asked for
    if whole := part_of_year(text, year):
        return whole
    if not re.search(r"[-–—]|s\.?\s?/?d\b|,|\bdan\b|&", text):
        single = parse_date(text, order, year=year)
        if isinstance(single, date):
            return Span(single, single)
        if single is TAHUN_SAJA and text.isdecimal():
            return single
    if months := months_meant(text):
        return _period_text(months, year, order)
    if WEEK_OR_SUNDAY.match(text):
        return TANGGAL
    mentions = _mentions(_NOISE.sub(" ", text), order)
    return mentions if isinstance(mentions, Bad) else _range(mentions, year)


def _mentions(text: str, order: Order) -> list[_Mention] | Bad:
    """The days and months that a text names, in its order."""
    found: list[_Mention] = []
    place, joined = 0, False
    while place < len(text):
        token = _TOKEN.match(text, place)
        if token is None:
            return TANGGAL
        place = token.end()
        kind, word = token.lastgroup, token[0]
        if kind in ("iso", "full", "sign"):
            day = parse_date(word, order)
            if not isinstance(day, date):
                return day or TANGGAL
            found.append(_Mention(day.day, day.month, day.year))
        elif kind == "short":
            first, second = (int(part) for part in word.split("/"))
            found.append(_Mention(first, second) if order == "dmy" else _Mention(second, first))
        elif kind in ("year", "day", "word") and not _add(found, kind, word, text[place:], joined=joined):
            return TANGGAL
        if kind != "space":
            more = text[place:].strip()
            joined = kind == "join" and (word in ("dan", "&", ";", "+") or (word == "," and len(more) > 2))
    return found or TANGGAL


def _add(found: list[_Mention], kind: str, word: str, rest: str, *, joined: bool) -> bool:
    """Put a year, a day number or a month name where it belongs; False where it fits nowhere.

    `joined`: an «and» stands before it, so that it begins another day.
    """
    last = found[-1] if found else None
    if kind == "year":
        if last is None or last.year is not None:
            return last is not None and last.year == full_year(word.strip("’'`"))
        found[-1] = replace(last, year=full_year(word.strip("’'`")))
    elif kind == "day":
        if last and last.month and last.day is None and re.match(r"\s*,\s*\d{4}", rest):
            found[-1] = replace(last, day=int(word))
        elif not joined and last and last.month and last.year is None and len(word) == 2 and _ends(rest):
            found[-1] = replace(last, year=full_year(word))
        else:
            found.append(_Mention(day=int(word)))
    else:
        month = month_number(word)
        if month is None:
            return False
        if last and last.day and last.month is None:
            found[-1] = replace(last, month=month)
        else:
            found.append(_Mention(month=month))
    return True


def _ends(rest: str) -> bool:
    """Whether nothing, or the sign of a range, follows: `16 Juni 23`, but not `12 Juni, 23 Juni`."""
    return re.match(r"\s*(?:$|(?:s\.?\s?/?d\b|-|–|sampai)(?=.*[a-z]{3}))", rest) is not None


def _range(mentions: list[_Mention], default_year: int | None) -> Span | Bad:
    """Fill in what each mention leaves out, and span from the first to the last."""
    guessed = mentions[0].year is None
    if mentions[-1].year is None and (stated := [m.year for m in mentions if m.year]):
        mentions[-1] = replace(mentions[-1], year=stated[-1])
    for i in range(len(mentions) - 2, -1, -1):
        after = mentions[i + 1]
        month = mentions[i].month or after.month
        mentions[i] = replace(mentions[i], month=month, year=mentions[i].year or after.year)
    for i in range(1, len(mentions)):
        if mentions[i].month is None:
            mentions[i] = replace(mentions[i], month=mentions[i - 1].month)
    first, last = (replace(m, year=m.year or default_year) for m in (mentions[0], mentions[-1]))
    if first.month is None or last.month is None:
        return TANGGAL
    if first.year is None or last.year is None:
        return TANPA_TAHUN
    first_year, last_year = first.year, last.year
    if guessed and first.month > last.month and first_year == last_year:
        # Over New Year: a stated year is that of the last day, the default one that of the first.
        stated_last = mentions[-1].year is not None
        first_year, last_year = (first_year - 1, last_year) if stated_last else (first_year, last_year + 1)
    end_day = monthrange(last_year, last.month)[1] if last.day is None else last.day
    start = make_date(first_year, first.month, 1 if first.day is None else first.day)
    end = make_date(last_year, last.month, end_day)
    if isinstance(start, Bad) or isinstance(end, Bad):
        return MUSTAHIL
    return Span(start, end)


def parse_birth(
    value: Value, order: Order = "dmy", *, pivot: int = BIRTH_PIVOT
) -> tuple[str | None, date | None] | Bad | None:
    """Place and date of birth: `Bandung, 12 Mei 1985`, `Bandung/12-05-85`, `12 Mei 1985`, `Bandung`.

    `Bad` where something that looks like a date cannot be read.
    """
    if not isinstance(value, str):
        day = parse_date(value, order, pivot=pivot)
        return (None, day) if isinstance(day, date) else day
    text = clean(value)
    if is_blank_text(text):
        return None
    if is_error(text):
        return GALAT
    start = re.search(r"\d", text)
    if start is None:
        return text.strip(" ,/;:-"), None
    place = re.sub(rf"[\s,/]+{DAY_NAME}\s*[,/]?\s*$", "", text[: start.start()], flags=re.I)
    place = re.sub(r"[\s,/;:.]*\b(?:tgl|tanggal)\b\.?\s*$", "", place, flags=re.I)
    place = place.strip(" ,/;:.-–(")
    english = place.rpartition(" ")[2].lower()
    if place and month_number(english):
        text, place = text[text.lower().rindex(english) :], place[: -len(english)].strip(" ,/;:.-")
        day = parse_date(text, order, pivot=pivot)
    else:
        day = parse_date(text[start.start() :].rstrip(") "), order, pivot=pivot)
    if isinstance(day, Bad):
        return day
    return place or None, day
