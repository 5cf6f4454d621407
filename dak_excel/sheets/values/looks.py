"""How the cells of a content type look, before they are read: a figure, a date, a clock, a decree."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TypeGuard

from dak_excel.sheets.grid import Value
from dak_excel.sheets.values.result import Bad
from dak_excel.sheets.values.years import parse_age

FIGURE = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_ORDINAL = re.compile(r"\(?(?:\d{1,5}|[ivxlc]{1,6}|[a-z])[.)]*", re.I)
_MONEY = re.compile(
    r"[-(]*\s*(?:rp\.?|idr)?\s*[-(]?[\d.,\s]+(?:juta|jt|ribu|rb|m|miliar|milyar|triliun)?[\s)=,.–-]*", re.I
)
_CLOCKLIKE = re.compile(r"\d{1,2}\s?[.:]\s?\d{2}|\d{1,2}\s*-\s*\d{1,2}\b(?!\s*[-/])")
_FROM_TO = re.compile(r"\d{1,2}[.:]\d{2}\s*(?:-|–|s\.?\s?/?d\.?|sampai)\s*\d{1,2}[.:]\d{2}", re.I)
LEAST_AGE = 10
"""Years from which a figure under `Usia` may be a participant's; a column below is of firms or children."""
_ZONE = re.compile(r"\b(?:wib|wita|wit)\b", re.I)
_DATELIKE = re.compile(
    r"\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,4}|\d{1,2}\D{0,12}[a-z]{3,}|[a-z]{3,9}\s+(?:19|20)\d\d|^\s*(?:jan|peb|feb|mar|apr|mei"
    r"|jun|jul|agu|sep|okt|nov|des|senin|selasa|rabu|kamis|jum|sabtu|minggu)",
    re.I,
)


def number(value: Value) -> TypeGuard[int | float]:
    """A figure, not a yes or no."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def digits(least: int, most: int) -> Callable[[Value], bool]:
    """A test for figures of so many digits, hardly with letters."""

    def looks(value: Value) -> bool:
        if number(value):
            return bool(10.0 ** (least - 1) <= value < 10.0**most)
        if not isinstance(value, str):
            return False
        figures = sum(map(str.isdigit, value))
        return least <= figures <= most and sum(map(str.isalpha, value)) <= 4

    return looks


def text(value: Value) -> bool:
    """Words."""
    return isinstance(value, str) and _LETTERS.search(value) is not None


_ANSWER = re.compile(
    r"(?:ya|tidak|tdk|y|t|ada|sudah|belum|sdh|blm|sesuai|valid|v|x|√|✓|✔|lengkap)(?:\s+(?:ada|sesuai|valid))?[.!]?",
    re.I,
)


def named(value: Value) -> bool:
    """Words that can be the name of something: not a bare figure, tick, yes or no."""
    return text(value) and _ANSWER.fullmatch(str(value).strip()) is None


def anything(value: Value) -> bool:
    """Any cell."""
    return True


def ordinal(value: Value) -> bool:
    """The number of a row: `1`, `iv.`, `(a)`."""
    return number(value) or (isinstance(value, str) and _ORDINAL.fullmatch(value.strip()) is not None)


def money(value: Value) -> bool:
    """An amount of rupiah."""
    if isinstance(value, str):
        amount = value.strip()
        return _MONEY.fullmatch(amount) is not None and (FIGURE.search(amount) is not None or "-" in amount)
    return number(value)


def quantity(value: Value) -> bool:
    """A quantity: a figure, or a short text that begins with one."""
    return number(value) or (isinstance(value, str) and value[:12].strip()[:1].isdigit() and len(value) <= 60)


def day_of_month(value: Value) -> bool:
    """A day of which the month stands elsewhere: 1 to 31."""
    if isinstance(value, str):
        return value.strip(" .").isdecimal() and 1 <= int(value.strip(" .")[:4]) <= 31
    return number(value) and value in range(1, 32)


def dateish(value: Value) -> bool:
    """A date or a span of dates, not a clock time."""
    if isinstance(value, str):
        value = _ZONE.sub("", value)
        if _CLOCKLIKE.match(value.strip()) and not re.search(r"[a-z]{3,}|\d{4}|\d[-/]\d+[-/]\d", value, re.I):
            return False
        return _DATELIKE.search(value) is not None and len(value) <= 80
    return isinstance(value, date) or (number(value) and 7000 < value < 60000)


def from_to(value: Value) -> bool:
    """Two clock times with a sign between them."""
    return isinstance(value, str) and _FROM_TO.search(value) is not None


def clock(value: Value) -> bool:
    """A clock time."""
    if isinstance(value, str):
        return _CLOCKLIKE.search(value) is not None and not re.search(r"\d{4}", value)
    return isinstance(value, time | timedelta | datetime) or (number(value) and 0 <= value < 25)


_PROCESS = re.compile(
    r"(?:(?:ter|di)?(?:verifikasi|setujui|tolak|terima|proses|kirim)|approved?|pending|reject(?:ed)?"
    r"|draft|menunggu.*|submitted|valid|belum.*|sudah.*|selesai|(?:tidak |non\s?-?)?aktif|aktip|lulus"
    r"|(?:belum |tidak )?kawin|menikah|cerai.*|lajang|active|inactive|ok|baru|lama|open|closed?|done|true"
    r"|false|ya|tidak|y|n|\d+|(?:tidak )?hadir|terlambat|absen|alpa|(?:tidak |belum )?lengkap)",
    re.I,
)
"""What a form's own handling, a marriage or an attendance is called under a heading `Status`."""


_STATES = re.compile(
    r"selesai|laksana|jalan|proses|batal|tunda|belum|sudah|rencana|siap|tuntas|dilakukan|ongoing|done|100\s*%",
    re.I,
)
"""Words for how far an activity is."""


_ROLES = re.compile(
    r"\b(?:pelaku|ikm|umkm|wira\s?usaha\w*|wira\s?swasta|wub|calon|pengusaha|peng(?:elola|urus)|operator|ketua|wakil"
    r"|sekretaris|bendahara|anggota|pemilik|owner|pimpinan|direktur|manaj\w*|kepala|pe(?:ng)?rajin|pekerja|karyawan|staf|penjahit"
    r"|(?:nara)?sumber|narsum|instruktur|pengajar|pelatih|fasilitator|moderator|mentor|tutor|asisten|ahli|pendamping"
    r"|penyuluh|konsultan|pembicara|pemateri|penyaji|praktisi|akademisi|dosen|widyaiswara|asesor|koordinator|tpl|trainer"
    r"|speaker|juri|kurator|mc|pemula|rintisan|umum|binaan|mitra|masyarakat|pencari kerja|pedagang|petani|irt"
    r"|ibu rumah|seksi|humas|pembina|penasi?hat|pengawas|teknisi|admin\w*|kasir|divisi|bagian|bidang"
    r"|pelaksana|penanggung jawab|tenaga|petugas|produksi|pemasaran|keuangan)\b",
    re.I,
)


def standing(value: Value) -> bool:
    """Whether a cell tells what someone is: pelaku IKM, calon wirausaha, pengelola; instruktur, moderator."""
    if not text(value) or _PROCESS.fullmatch(str(value).strip()):
        return False
    return _ROLES.search(str(value)) is not None


def state(value: Value) -> bool:
    """Whether a cell tells how far an activity is: done, under way, called off."""
    return isinstance(value, str) and _STATES.search(value) is not None


def decree(value: Value) -> bool:
    """Whether a cell may name a decree: not the digits of a KTP or a family card."""
    return not number(value) and not (
        isinstance(value, str) and re.fullmatch(r"[\d\s.'-]{12,}", value.strip())
    )


def age(value: Value) -> bool:
    """Whether a cell may be the age of somebody who takes part: from 10 on."""
    if not (parses(parse_age)(value) or quantity(value)):
        return False
    if number(value):
        return value >= LEAST_AGE
    figure = re.search(r"\d{1,9}", value) if isinstance(value, str) else None
    return figure is None or int(figure[0]) >= LEAST_AGE


def parses(parse: Callable[[Value], object]) -> Callable[[Value], bool]:
    """A test for cells that a parser reads."""
    return lambda value: not isinstance(parse(value), Bad)
