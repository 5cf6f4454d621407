"""What the cells of a column hold: how each `isi` of `kolom.yaml` is read, and how it looks.

A reader is made for a whole column, because a column settles what a single cell leaves open: the order
of 05/06/1985, what an `x` among ticks means, whether 0.45 is a share or a percentage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple, TypeGuard

from dak_excel.faults import Fault, attempt
from dak_excel.sheets.grid import Value
from dak_excel.sheets.values import (
    BIRTH_PIVOT,
    PIVOT,
    Bad,
    Order,
    cross_means,
    date_order_evidence,
    is_ambiguous_date,
    is_blank,
    is_error,
    nib_readiness,
    parse_age,
    parse_attendance,
    parse_birth,
    parse_calculation,
    parse_date,
    parse_education,
    parse_gender,
    parse_lessons,
    parse_money,
    parse_nib,
    parse_nik,
    parse_number,
    parse_outside,
    parse_paragraphs,
    parse_percent,
    parse_period,
    parse_phone,
    parse_present,
    parse_text,
    parse_time_range,
    parse_volumes,
    parse_years,
    parse_yes_no,
    percent_is_share,
)

Parse = Callable[[Value], object]
"""From a cell to its value, None or Bad."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the readers need to know: the fiscal year, and how a text is placed under a rincian."""

    tahun: int
    rincian: Callable[[str], str]
    order: Order | None = None
    """Order of day and month in the column, where the NIK beside it tells."""
    petunjuk: Mapping[tuple[str, ...], Any] = field(default_factory=dict)
    """What people have told of layouts (`readings.memory.Petunjuk`)."""


class ContentType(NamedTuple):
    """A content type: `looks` tells whether a cell may be one, `reader` makes the parser of a column."""

    looks: Callable[[Value], bool]
    reader: Callable[[Sequence[Value], Setting], Parse]


AMBIGU = Bad("DATA-TANGGAL", "ambigu")
_FIGURE = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_ORDINAL = re.compile(r"\(?(?:\d{1,5}|[ivxlc]{1,6}|[a-z])[.)]*", re.I)
_KODE = re.compile(r"\d(?:[\d.\s-]*\d)?\.?")
_MONEY = re.compile(
    r"[-(]*\s*(?:rp\.?|idr)?\s*[-(]?[\d.,\s]+(?:juta|jt|ribu|rb|m|miliar|milyar|triliun)?[\s)=,.–-]*", re.I
)
_TICK = re.compile(r"[vx√✓✔✗✘1•*/yo]|ya|ada", re.I)
_CLOCKLIKE = re.compile(r"\d{1,2}\s?[.:]\s?\d{2}|\d{1,2}\s*-\s*\d{1,2}\b(?!\s*[-/])")
LEAST_AGE = 10
"""Years from which a figure under `Usia` may be a participant's; a column below is of firms or children."""
_ZONE = re.compile(r"\b(?:wib|wita|wit)\b", re.I)
_DATELIKE = re.compile(
    r"\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,4}|\d{1,2}\D{0,12}[a-z]{3,}|[a-z]{3,9}\s+(?:19|20)\d\d|^\s*(?:jan|peb|feb|mar|apr|mei"
    r"|jun|jul|agu|sep|okt|nov|des|senin|selasa|rabu|kamis|jum|sabtu|minggu)",
    re.I,
)


def _same(parse: Parse) -> Callable[[Sequence[Value], Setting], Parse]:
    """A reader for types that need nothing of their column."""
    return lambda _values, _setting: parse


def _number(value: Value) -> TypeGuard[int | float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _digits(least: int, most: int) -> Callable[[Value], bool]:
    def looks(value: Value) -> bool:
        if _number(value):
            return bool(10.0 ** (least - 1) <= value < 10.0**most)
        if not isinstance(value, str):
            return False
        figures = sum(map(str.isdigit, value))
        return least <= figures <= most and sum(map(str.isalpha, value)) <= 4

    return looks


def _text(value: Value) -> bool:
    return isinstance(value, str) and _LETTERS.search(value) is not None


def _any(value: Value) -> bool:
    return True


def _ordinal(value: Value) -> bool:
    return _number(value) or (isinstance(value, str) and _ORDINAL.fullmatch(value.strip()) is not None)


def _money(value: Value) -> bool:
    if isinstance(value, str):
        text = value.strip()
        return _MONEY.fullmatch(text) is not None and (_FIGURE.search(text) is not None or "-" in text)
    return _number(value)


def _quantity(value: Value) -> bool:
    return _number(value) or (
        isinstance(value, str) and value[:12].strip()[:1].isdigit() and len(value) <= 60
    )


def _dateish(value: Value) -> bool:
    if isinstance(value, str):
        value = _ZONE.sub("", value)
        if _CLOCKLIKE.match(value.strip()) and not re.search(r"[a-z]{3,}|\d{4}|\d[-/]\d+[-/]\d", value, re.I):
            return False
        return _DATELIKE.search(value) is not None and len(value) <= 80
    return isinstance(value, date) or (_number(value) and 7000 < value < 60000)


def _clock(value: Value) -> bool:
    if isinstance(value, str):
        return _CLOCKLIKE.search(value) is not None and not re.search(r"\d{4}", value)
    return isinstance(value, time | timedelta | datetime) or (_number(value) and 0 <= value < 25)


_PROCESS = re.compile(
    r"(?:(?:ter|di)?(?:verifikasi|setujui|tolak|terima|proses|kirim)|approved?|pending|reject(?:ed)?"
    r"|draft|menunggu.*|submitted|valid|belum.*|sudah.*|selesai|(?:tidak |non\s?-?)?aktif|aktip|lulus"
    r"|(?:belum |tidak )?kawin|menikah|cerai.*|lajang|active|inactive|ok|baru|lama|open|closed?|done|true"
    r"|false|ya|tidak|y|n|\d+|(?:tidak )?hadir|absen|alpa|(?:tidak |belum )?lengkap)",
    re.I,
)
"""What a form's own handling, a marriage or an attendance is called under a heading `Status`."""


_STATES = re.compile(
    r"selesai|laksana|jalan|proses|batal|tunda|belum|sudah|rencana|siap|tuntas|dilakukan|ongoing|done|100\s*%",
    re.I,
)
"""Words for how far an activity is."""


def _standing(value: Value) -> bool:
    """Whether a cell may tell what someone is: pelaku IKM, calon wirausaha, pengelola."""
    return _text(value) and _PROCESS.fullmatch(str(value).strip()) is None


def _state(value: Value) -> bool:
    """Whether a cell tells how far an activity is: done, under way, called off."""
    return isinstance(value, str) and _STATES.search(value) is not None


def _decree(value: Value) -> bool:
    """Whether a cell may name a decree: not the digits of a KTP or a family card."""
    return not _number(value) and not (
        isinstance(value, str) and re.fullmatch(r"[\d\s.'-]{12,}", value.strip())
    )


def _age(value: Value) -> bool:
    """Whether a cell may be the age of somebody who takes part: from 10 on."""
    if not (_parses(parse_age)(value) or _quantity(value)):
        return False
    if _number(value):
        return value >= LEAST_AGE
    figure = re.search(r"\d{1,9}", value) if isinstance(value, str) else None
    return figure is None or int(figure[0]) >= LEAST_AGE


def _parses(parse: Parse) -> Callable[[Value], bool]:
    return lambda value: not isinstance(parse(value), Bad)


def _date_reader(values: Sequence[Value], setting: Setting, *, born: bool = False) -> Parse:
    order = setting.order or date_order_evidence(values)
    pivot = BIRTH_PIVOT if born else PIVOT
    if order == "dmy" or order == "mdy":  # noqa: PLR1714 (mypy narrows only this)
        return partial(parse_date, order=order, pivot=pivot)
    return lambda value: AMBIGU if is_ambiguous_date(value) else parse_date(value, pivot=pivot)


def _birth_reader(values: Sequence[Value], setting: Setting) -> Parse:
    order = setting.order or date_order_evidence(values)
    if order in ("dmy", "mdy"):
        return partial(parse_birth, order=order)
    return lambda value: AMBIGU if is_ambiguous_date(value) else parse_birth(value)


def _period_reader(values: Sequence[Value], setting: Setting) -> Parse:
    order = date_order_evidence(values)
    if order in ("dmy", "mdy"):
        return partial(parse_period, year=setting.tahun, order=order)
    year = setting.tahun
    return lambda value: AMBIGU if is_ambiguous_date(value) else parse_period(value, year)


def _hours(value: Value) -> object:
    """Hours as a number: `4`, `4 jam`, or the length of `08.00 - 12.00`."""
    if isinstance(value, str) and _CLOCKLIKE.search(value):
        span = parse_time_range(value)
        if isinstance(span, tuple) and not isinstance(span, Bad) and span[0] and span[1]:
            minutes = (span[1].hour - span[0].hour) * 60 + span[1].minute - span[0].minute
            return Decimal(minutes) / 60 if minutes > 0 else Bad("DATA-ANGKA")
    if isinstance(value, time):
        return Decimal(value.hour) + Decimal(value.minute) / 60
    if isinstance(value, timedelta):
        return Decimal(round(value.total_seconds() / 60)) / 60
    return parse_number(value)


def _readiness(value: Value, cross: bool | None) -> object:
    ready = nib_readiness(value)
    return parse_present(value, cross=cross) if ready is None else ready


def _lines(value: Value) -> object:
    """A text whose lines are told apart: one name below the other → `Batik A; Batik B`."""
    if not isinstance(value, str) or "\n" not in value:
        return parse_text(value)
    lines = [text for line in value.splitlines() if isinstance(text := parse_text(line), str)]
    return "; ".join(lines) or None


def _code(value: Value) -> object:
    """A kode rekening as written; a stored 5.1 stays `5.1`, a stored 5 becomes `5`."""
    text = parse_text(value)
    return text.strip(" ") if isinstance(text, str) else text


def _money_or_share(value: Value) -> object:
    if isinstance(value, str) and "%" in value:
        percent = parse_percent(value)
        return percent / 100 if isinstance(percent, Decimal) else percent
    return parse_money(value)


def _place(setting: Setting) -> Parse:
    def parse(value: Value) -> object:
        text = parse_text(value)
        return (setting.rincian(text) or None) if isinstance(text, str) else text

    return parse


ISI: Mapping[str, ContentType] = {
    "teks": ContentType(_any, _same(parse_text)),
    "daftar": ContentType(_any, _same(_lines)),
    "nama": ContentType(_text, _same(parse_text)),
    "paragraf": ContentType(_text, _same(parse_paragraphs)),
    "nomor": ContentType(_ordinal, _same(parse_text)),
    "kode": ContentType(
        lambda v: _number(v) or (isinstance(v, str) and _KODE.fullmatch(v.strip()) is not None), _same(_code)
    ),
    "nik": ContentType(_digits(8, 20), _same(parse_nik)),
    "nib": ContentType(
        lambda v: _digits(9, 16)(v) or (isinstance(v, str) and _parses(parse_nib)(v)), _same(parse_nib)
    ),
    "telepon": ContentType(_digits(6, 30), _same(parse_phone)),
    "kelamin": ContentType(_parses(parse_gender), _same(parse_gender)),
    "centang": ContentType(
        lambda v: (
            isinstance(v, bool) or v == 1 or (isinstance(v, str) and _TICK.fullmatch(v.strip()) is not None)
        ),
        lambda values, _: partial(parse_yes_no, cross=cross_means(values)),
    ),
    "ya_tidak": ContentType(
        lambda v: not isinstance(parse_yes_no(v, cross=True), Bad),
        lambda values, _: partial(parse_yes_no, cross=cross_means(values)),
    ),
    "luar": ContentType(
        lambda v: not isinstance(parse_outside(v, cross=True), Bad),
        lambda values, _: partial(parse_outside, cross=cross_means(values)),
    ),
    "ada": ContentType(_any, lambda values, _: partial(parse_present, cross=cross_means(values))),
    "kesediaan": ContentType(_any, lambda values, _: partial(_readiness, cross=cross_means(values))),
    "hadir": ContentType(
        lambda v: not isinstance(parse_attendance(v, cross=True), Bad),
        lambda values, _: partial(parse_attendance, cross=cross_means(values)),
    ),
    "tanggal": ContentType(_dateish, _date_reader),
    "tanggal_lahir": ContentType(_dateish, partial(_date_reader, born=True)),
    "lahir": ContentType(lambda v: isinstance(v, date) or _text(v) or _dateish(v), _birth_reader),
    "periode": ContentType(_dateish, _period_reader),
    "pukul": ContentType(_clock, _same(parse_time_range)),
    "jam": ContentType(lambda v: _quantity(v) or _clock(v), _same(_hours)),
    "usia": ContentType(_age, _same(parse_age)),
    "kedudukan": ContentType(_standing, _same(parse_text)),
    "keadaan": ContentType(_state, _same(parse_text)),
    "sk": ContentType(_decree, _same(parse_text)),
    "tahun": ContentType(
        lambda v: not isinstance(years := parse_years(v), Bad) or years.varian == "sejak",
        lambda _, s: partial(parse_years, year=s.tahun),
    ),
    "pendidikan": ContentType(_parses(parse_education), _same(parse_education)),
    "jam_pelajaran": ContentType(_quantity, _same(parse_lessons)),
    "angka": ContentType(_quantity, _same(parse_number)),
    "uang": ContentType(_money, _same(parse_money)),
    "uang_atau_persen": ContentType(
        lambda v: _money(v) or (isinstance(v, str) and "%" in v), _same(_money_or_share)
    ),
    "persen": ContentType(
        lambda v: _money(v) or (isinstance(v, str) and "%" in v),
        lambda values, _: partial(parse_percent, share=percent_is_share(values)),
    ),
    "volume": ContentType(_quantity, _same(parse_volumes)),
    "hitungan": ContentType(_parses(parse_calculation), _same(parse_calculation)),
    "rincian": ContentType(_any, lambda _, setting: _place(setting)),
    "surat": ContentType(_any, _same(parse_text)),
}
"""Content types by their name in `kolom.yaml`."""


def read_column(
    values: Sequence[Value], isi: str, setting: Setting, beside: Sequence[Value] = ()
) -> tuple[list[object], dict[int, Bad]]:
    """The parsed values of a column, and by position the cells that cannot be read.

    `beside` are the cells of a column that is written in the same way, such as `Selesai` to `Mulai`.

    Texts are parsed once each: columns repeat themselves.
    """
    parse = _reader(isi, [*values, *beside] if beside else values, setting)
    read = attempt("kolom", lambda: _read_cells(values, parse))
    return _read_cells(values, partial(_one_cell, parse)) if isinstance(read, Fault) else read


def _reader(isi: str, values: Sequence[Value], setting: Setting) -> Parse:
    """The parser of a column; where the column itself cannot be judged, each of its cells is a fault."""
    reader = attempt("kolom", lambda: ISI[isi].reader(values, setting))
    if not isinstance(reader, Fault):
        return reader
    bad = _fell_over(reader)
    return lambda _value: bad


def _one_cell(parse: Parse, value: Value) -> object:
    """A cell on its own, for a column in which one makes the program fall over."""
    read = attempt("sel", lambda: parse(value))
    return _fell_over(read) if isinstance(read, Fault) else read


def _fell_over(fault: Fault) -> Bad:
    return Bad("DATA-GALAT", "program", fault.trace)


def _read_cells(values: Sequence[Value], parse: Parse) -> tuple[list[object], dict[int, Bad]]:
    known: dict[str, object] = {}
    out: list[object] = []
    bad: dict[int, Bad] = {}
    for at, value in enumerate(values):
        if value is None:
            out.append(None)
            continue
        if isinstance(value, str):
            result = known.get(value, known)
            if result is known:
                result = known[value] = parse(value)
        else:
            result = parse(value)
        if isinstance(result, Bad):
            bad[at] = result
            result = None
        out.append(result)
    return out, bad


def means_another(values: Sequence[Value], isi: str) -> bool:
    """Whether most cells under a heading are plainly of another thing than its words say.

    Ages of two to seven, sixteen digits for a decree, `terverifikasi` for what somebody is.
    """
    if isi not in ("usia", "sk", "kedudukan", "keadaan"):
        return False
    seen = [v for v in values if not is_blank(v)]
    if isi == "usia":
        odd = [v for v in seen if _parses(parse_age)(v) and not _age(v)]
    else:
        odd = [v for v in seen if not ISI[isi].looks(v)]
    return 2 * len(odd) > len(seen)


def fit(values: Sequence[Value], isi: str, setting: Setting) -> float | None:
    """Share of the filled cells that look like the type, 0 … 1; None when there is nothing to see."""
    seen = [v for v in values if not is_blank(v) and not (isinstance(v, str) and is_error(v.strip()))]
    if not seen:
        return None
    if isi == "rincian":
        return sum(1 for v in seen if isinstance(v, str) and setting.rincian(v)) / len(seen)
    looks = ISI[isi].looks
    alike = attempt("kolom", lambda: sum(1 for value in seen if looks(value)))
    if isinstance(alike, Fault):
        alike = sum(1 for value in seen if attempt("sel", partial(looks, value)) is True)
    return alike / len(seen)
