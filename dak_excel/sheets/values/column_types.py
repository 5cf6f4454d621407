"""What the cells of a column hold: how each `isi` of `kolom.yaml` is read, and how it looks.

A reader is made for a whole column, because a column settles what a single cell leaves open: the order
of 05/06/1985, what an `x` among ticks means, whether 0.45 is a share or a percentage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

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
from dak_excel.sheets.values import looks as like

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
_KODE = re.compile(r"\d(?:[\d.\s-]*\d)?\.?")
_TICK = re.compile(r"[vx√✓✔✗✘1•*/yo]|ya|ada", re.I)
_CLOCKLIKE = re.compile(r"\d{1,2}\s?[.:]\s?\d{2}|\d{1,2}\s*-\s*\d{1,2}\b(?!\s*[-/])")


def _same(parse: Parse) -> Callable[[Sequence[Value], Setting], Parse]:
    """A reader for types that need nothing of their column."""
    return lambda _values, _setting: parse


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


TANPA_NOMOR = 0.6
"""What a `Sudah` is worth in a column of NIB: enough to be read, less than the number in another column."""


def _claims_nib(value: str) -> bool:
    """Whether a cell says that there is a NIB without giving it: `Sudah`."""
    told = parse_nib(value)
    return isinstance(told, Bad) and told.varian == "tanpa_nomor"


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
    "teks": ContentType(like.anything, _same(parse_text)),
    "daftar": ContentType(like.anything, _same(_lines)),
    "nama": ContentType(like.text, _same(parse_text)),
    "paragraf": ContentType(like.text, _same(parse_paragraphs)),
    "nomor": ContentType(like.ordinal, _same(parse_text)),
    "kode": ContentType(
        lambda v: like.number(v) or (isinstance(v, str) and _KODE.fullmatch(v.strip()) is not None),
        _same(_code),
    ),
    "nik": ContentType(like.digits(8, 20), _same(parse_nik)),
    "nib": ContentType(
        lambda v: like.digits(9, 16)(v) or (isinstance(v, str) and like.parses(parse_nib)(v)),
        _same(parse_nib),
    ),
    "telepon": ContentType(like.digits(6, 30), _same(parse_phone)),
    "kelamin": ContentType(like.parses(parse_gender), _same(parse_gender)),
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
    "ada": ContentType(like.anything, lambda values, _: partial(parse_present, cross=cross_means(values))),
    "kesediaan": ContentType(like.anything, lambda values, _: partial(_readiness, cross=cross_means(values))),
    "hadir": ContentType(
        lambda v: not isinstance(parse_attendance(v, cross=True), Bad),
        lambda values, _: partial(parse_attendance, cross=cross_means(values)),
    ),
    "tanggal": ContentType(like.dateish, _date_reader),
    "tanggal_lahir": ContentType(like.dateish, partial(_date_reader, born=True)),
    "lahir": ContentType(lambda v: isinstance(v, date) or like.text(v) or like.dateish(v), _birth_reader),
    "periode": ContentType(like.dateish, _period_reader),
    "pukul": ContentType(like.clock, _same(parse_time_range)),
    "jam": ContentType(lambda v: like.quantity(v) or like.clock(v), _same(_hours)),
    "usia": ContentType(like.age, _same(parse_age)),
    "kedudukan": ContentType(like.standing, _same(parse_text)),
    "keadaan": ContentType(like.state, _same(parse_text)),
    "sk": ContentType(like.decree, _same(parse_text)),
    "tahun": ContentType(
        lambda v: not isinstance(years := parse_years(v), Bad) or years.varian == "sejak",
        lambda _, s: partial(parse_years, year=s.tahun),
    ),
    "pendidikan": ContentType(like.parses(parse_education), _same(parse_education)),
    "jam_pelajaran": ContentType(like.quantity, _same(parse_lessons)),
    "angka": ContentType(like.quantity, _same(parse_number)),
    "hari_bulan": ContentType(like.day_of_month, _same(parse_number)),
    "uang": ContentType(like.money, _same(parse_money)),
    "uang_atau_persen": ContentType(
        lambda v: like.money(v) or (isinstance(v, str) and "%" in v), _same(_money_or_share)
    ),
    "persen": ContentType(
        lambda v: like.money(v) or (isinstance(v, str) and "%" in v),
        lambda values, _: partial(parse_percent, share=percent_is_share(values)),
    ),
    "volume": ContentType(like.quantity, _same(parse_volumes)),
    "hitungan": ContentType(like.parses(parse_calculation), _same(parse_calculation)),
    "rincian": ContentType(like.anything, lambda _, setting: _place(setting)),
    "surat": ContentType(like.anything, _same(parse_text)),
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
        odd = [v for v in seen if like.parses(parse_age)(v) and not like.age(v)]
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
    alike: float | Fault = attempt("kolom", lambda: float(sum(1 for value in seen if looks(value))))
    if isinstance(alike, Fault):
        alike = float(sum(1 for value in seen if attempt("sel", partial(looks, value)) is True))
    if isi == "nib":
        alike += TANPA_NOMOR * sum(1 for value in seen if isinstance(value, str) and _claims_nib(value))
    return alike / len(seen)
