"""Texts, and the words and ticks that stand for yes, no, L and P."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time, timedelta
from decimal import Decimal

from dak_excel import memos
from dak_excel.sheets.grid import Value
from dak_excel.sheets.values.result import (
    GALAT,
    Bad,
    clean,
    date_text,
    is_blank,
    is_blank_text,
    is_error,
)

TAK_TERBACA = Bad("DATA-KOSONG", "tak_terbaca")
"""A cell of few possible words holds another one."""
AMBIGU = Bad("DATA-KOSONG", "ambigu")

_TICKS = frozenset(["√", "✓", "✔", "☑", "🗸", "✅", "v", "ü", "þ"])
_CROSSES = frozenset(["✗", "✘", "☒", "✖", "❌", "û"])
_X = frozenset({"x", "×"})
_YES = re.compile(
    r"(?:ya|y|iya|yes|ada|sudah|sdh|telah|bersedia|lulus|selesai|hadir|memenuhi|sehat|lengkap|punya"
    r"|memiliki|terakreditasi|akreditasi|terlampir|oke?|benar|betul|aktif|wajib|mengikuti|ikut|true"
    r"|terbit|siap|penuh|terlambat|h|t\.?lampir|dilampirkan|termasuk|rutin|berjalan|beroperasi|berproduksi|produksi)\b"
)
_NO = re.compile(
    r"(?:tidak|tdk|td|tak|no|n|belum|blm|bukan|tanpa|non|false|absen|izin|ijin|sakit|alpa|alpha"
    r"|mengundurkan|mundur|gugur|batal|kosong|vakum|berhenti|terhenti|mandek|tutup|nonaktif|rencana|direncanakan|akan|nanti"
    r"|menyusul)\b"
)
_UNDER_WAY = re.compile(
    r"(?:masih\s+|dalam\s+|sedang\s+|sdg\s+|tahap\s+|menunggu\s+)*"
    r"(?:di\s*)?(?:proses|pengajuan|ajukan|pendaftaran|daftarkan|audit|verifikasi|menunggu|tahap|draf)\b"
)
_YES_SHORT = frozenset({"1"})
_NO_SHORT = frozenset({"0", "t"})

_L = "l lk laki lakilaki pria cowok m male man lelaki laki2 lklk"
_P = "p pr perempuan wanita w cewek f female woman prp wnt"
_KELAMIN = {**dict.fromkeys(_L.split(), "L"), **dict.fromkeys(_P.split(), "P")}


def parse_text(value: Value) -> str | Bad | None:
    """A text on one line; a whole number without `.0`, a date as `2023-06-12`.

    A dash, `nihil` and dots left to be filled in say nothing (None).
    """
    if isinstance(value, str):
        text = clean(value)
        if is_blank_text(text):
            return None
        return GALAT if is_error(text) else text
    return None if value is None else _plain(value)


def parse_paragraphs(value: Value) -> str | Bad | None:
    """A text that keeps its line breaks, for narasi; blank lines at either end are dropped."""
    if not isinstance(value, str):
        return parse_text(value)
    text = re.sub(r"_x000[dD]_", "", value).replace("\r\n", "\n").replace("\r", "\n")
    lines = [clean(line) for line in text.split("\n")]
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if is_blank_text(joined):
        return None
    return GALAT if is_error(joined) else joined


def _plain(value: bool | float | date | time | timedelta) -> str:
    """How a stored value that is not a text reads in a column of texts."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | float):
        return str(int(value)) if abs(value) < 1e16 and value == int(value) else f"{Decimal(value):.15g}"
    if isinstance(value, date):
        return date_text(value)
    return value.strftime("%H:%M") if isinstance(value, time) else str(value)


def parse_gender(value: Value) -> str | Bad | None:
    """`L` or `P`, from L, Lk, Laki-laki, Pria, male, P, Pr, Perempuan, Wanita, female …"""
    if value in ("L", "P"):
        return str(value)
    if value is None:
        return None
    return _gender_text(value) if isinstance(value, str) else TAK_TERBACA


@memos.of_texts(512)
def _gender_text(value: str) -> str | Bad | None:
    text = clean(value)
    if is_blank_text(text):
        return None
    if is_error(text):
        return GALAT
    whole = _sex(re.sub(r"\(.*\)", "", text))
    told = {whole} if whole else {_sex(part) for part in re.split(r"[/,(]", text)}
    return told.pop() or TAK_TERBACA if len(told) == 1 else TAK_TERBACA


def _sex(text: str) -> str:
    """L or P as one word says it, also mistyped (`prempuan`); empty for another."""
    word = re.sub(r"[^a-z0-9]", "", text.lower())
    if len(word) > 5 and re.fullmatch(r"p\w*mp\w*|lak\w*ki\w*", word):
        return word[0].upper()
    return _KELAMIN.get(word, "")


def cross_means(values: Iterable[Value]) -> bool | None:
    """What an `x` means in a column of ticks; None where the column does not tell.

    Beside real ticks, `ya` or `v`, an x is a cross (False); with only x and blanks, it is the tick
    (True).
    """
    seen_x = False
    for value in values:
        if is_blank(value):
            continue
        if isinstance(value, str) and clean(value).lower() in _X:
            seen_x = True
            continue
        if parse_yes_no(value) is True:
            return False
        return None
    return True if seen_x else None


def parse_yes_no(value: Value, *, cross: bool | None = None) -> bool | Bad | None:
    """Yes or no: ya, ada, sudah, √, v, 1, lulus … against tidak, belum, 0, ✗ …

    `cross` says what an `x` means in this column (`cross_means`); without it an x is `Bad`, variant
    `ambigu`. Another text is `Bad`, variant `tak_terbaca`.
    """
    if isinstance(value, bool):
        return value
    if value is None:
        return None
    if isinstance(value, int | float):
        return bool(value) if value in (0, 1) else TAK_TERBACA
    return _yes_no_text(value, cross) if isinstance(value, str) else TAK_TERBACA


@memos.of_texts(2048)
def _yes_no_text(value: str, cross: bool | None) -> bool | Bad | None:
    text = clean(value)
    if is_blank_text(text):
        return False if text.lower() in ("nihil", "nil") else None
    if is_error(text):
        return GALAT
    word = text.lower().strip(" .()[]")
    if word in _X:
        return AMBIGU if cross is None else cross
    if word in _TICKS or word in _YES_SHORT:
        return True
    if word in _CROSSES or word in _NO_SHORT or _NO.match(word):
        return False
    if re.fullmatch(r"(?:ya|ada|sudah|y)\s*/\s*(?:tidak|tdk|belum|t)\b.*", word):
        return TAK_TERBACA
    return True if _YES.match(word) else TAK_TERBACA


def parse_present(value: Value, *, cross: bool | None = None) -> bool | Bad | None:
    """Whether there is something: a yes, or any text that is not a no, such as a letter's number.

    For columns such as `Surat Sehat`, where one dinas writes `ada` and another `440/12/RSUD/2023`. What is
    under way (`dalam proses`, `audit`) is not there yet.
    """
    if isinstance(value, str) and _UNDER_WAY.match(clean(value).lower()):
        return False
    answer = parse_yes_no(value, cross=cross)
    return True if answer == TAK_TERBACA else answer


_OUTSIDE = re.compile(r"(?:di\s+)?luar\b|(?:beda|lain)\s+(?:kab|kota|daerah)")
_INSIDE = re.compile(r"(?:di\s+)?dalam\b|setempat|lokal\b|daerah sendiri")


def parse_outside(value: Value, *, cross: bool | None = None) -> bool | Bad | None:
    """Whether something is outside the daerah: `Luar`, `luar daerah`, `Dalam`, or a plain yes or no."""
    if isinstance(value, str):
        text = clean(value).lower()
        if _OUTSIDE.match(text):
            return True
        if _INSIDE.match(text):
            return False
    return parse_yes_no(value, cross=cross)


def parse_attendance(value: Value, *, cross: bool | None = None) -> bool | float | Bad | None:
    """Attendance: yes or no, or days attended, or a share of 1 where the cell is a percentage.

    `√`, `Lulus`, `Hadir penuh` → True; `Izin`, `tidak selesai`, `A` → False; `5 hari`, 5 and `5/5`
    → 5.0; `80%` → 0.8. A stored 1 stays 1.0: only the column tells whether it is a day or a yes.
    """
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float):
        return float(value) if 0 <= value <= 400 else TAK_TERBACA
    return _attendance_text(value, cross) if isinstance(value, str) else TAK_TERBACA


_DAYS = re.compile(
    r"(\d{1,3})\s*(?:hari|hr|x|kali|hr\.|pertemuan)?\.?(?:\s*(?:/|dari)\s*\d{1,3}\s*(?:hari|hr)?)?"
)
_SHARE = re.compile(r"(\d{1,3})(?:[.,](\d+))?\s*%")


@memos.of_texts(1024)
def _attendance_text(value: str, cross: bool | None) -> bool | float | Bad | None:
    word = clean(value).lower()
    if word in ("s", "i", "a", "th", "tk"):
        return False
    if match := _SHARE.fullmatch(word):
        return float(f"{match[1]}.{match[2] or 0}") / 100
    word = re.sub(r"^hadir\s*:?\s+(?=\d)", "", word)
    if re.match(r"hadir\s+(?:se(?:bagian|tengah)|tidak penuh)", word):
        return TAK_TERBACA
    if (match := _DAYS.fullmatch(word)) and word not in ("0", "1"):
        return float(match[1])
    return parse_yes_no(value, cross=cross)
