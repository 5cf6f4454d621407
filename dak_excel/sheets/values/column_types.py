"""What the cells of a column hold: how each `isi` of `kolom.yaml` is read, and how it looks.

A reader is made for a whole column, because a column settles what a single cell leaves open: the order
of 05/06/1985, what an `x` among ticks means, whether 0.45 is a share or a percentage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from dak_excel.faults import Fault, attempt
from dak_excel.sheets.grid import Value
from dak_excel.sheets.values import (
    Bad,
    cross_means,
    is_blank,
    is_error,
    parse_age,
    parse_attendance,
    parse_calculation,
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
from dak_excel.sheets.values.column_readers import (
    TANPA_NOMOR,
    Parse,
    Setting,
    birth_reader,
    claims_nib,
    date_reader,
    period_reader,
    place_reader,
    read_code,
    read_hours,
    read_lines,
    read_money_or_share,
    read_readiness,
    same,
)

_KODE = re.compile(r"\d(?:[\d.\s-]*\d)?\.?")
_TICK = re.compile(r"[vx√✓✔✗✘1•*/yo]|ya|ada", re.I)


class ContentType(NamedTuple):
    """A content type: `looks` tells whether a cell may be one, `reader` makes the parser of a column."""

    looks: Callable[[Value], bool]
    reader: Callable[[Sequence[Value], Setting], Parse]


ISI: Mapping[str, ContentType] = {
    "teks": ContentType(like.anything, same(parse_text)),
    "daftar": ContentType(like.anything, same(read_lines)),
    "nama": ContentType(like.named, same(parse_text)),
    "paragraf": ContentType(like.text, same(parse_paragraphs)),
    "nomor": ContentType(like.ordinal, same(parse_text)),
    "kode": ContentType(
        lambda v: like.number(v) or (isinstance(v, str) and _KODE.fullmatch(v.strip()) is not None),
        same(read_code),
    ),
    "nik": ContentType(like.digits(8, 20), same(parse_nik)),
    "nib": ContentType(
        lambda v: like.digits(9, 16)(v) or (isinstance(v, str) and like.parses(parse_nib)(v)),
        same(parse_nib),
    ),
    "telepon": ContentType(like.digits(6, 30), same(parse_phone)),
    "kelamin": ContentType(like.parses(parse_gender), same(parse_gender)),
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
    "kesediaan": ContentType(
        like.anything, lambda values, _: partial(read_readiness, cross=cross_means(values))
    ),
    "hadir": ContentType(
        lambda v: not isinstance(parse_attendance(v, cross=True), Bad),
        lambda values, _: partial(parse_attendance, cross=cross_means(values)),
    ),
    "tanggal": ContentType(like.dateish, date_reader),
    "tanggal_lahir": ContentType(like.dateish, partial(date_reader, born=True)),
    "lahir": ContentType(lambda v: isinstance(v, date) or like.text(v) or like.dateish(v), birth_reader),
    "periode": ContentType(like.dateish, period_reader),
    "nama_hari": ContentType(
        lambda v: not (like.dateish(v) and like.FIGURE.search(str(v))), same(parse_text)
    ),
    "pukul": ContentType(like.clock, same(parse_time_range)),
    "jam": ContentType(lambda v: like.quantity(v) or like.clock(v), same(read_hours)),
    "usia": ContentType(like.age, same(parse_age)),
    "kedudukan": ContentType(like.standing, same(parse_text)),
    "keadaan": ContentType(like.state, same(parse_text)),
    "sk": ContentType(like.decree, same(parse_text)),
    "tahun": ContentType(
        lambda v: not isinstance(years := parse_years(v), Bad) or years.varian == "sejak",
        lambda _, s: partial(parse_years, year=s.tahun),
    ),
    "pendidikan": ContentType(like.parses(parse_education), same(parse_education)),
    "jam_pelajaran": ContentType(lambda v: like.quantity(v) and not like.from_to(v), same(parse_lessons)),
    "angka": ContentType(like.quantity, same(parse_number)),
    "hari_bulan": ContentType(like.day_of_month, same(parse_number)),
    "uang": ContentType(like.money, same(parse_money)),
    "uang_atau_persen": ContentType(
        lambda v: like.money(v) or (isinstance(v, str) and "%" in v), same(read_money_or_share)
    ),
    "persen": ContentType(
        lambda v: like.money(v) or (isinstance(v, str) and "%" in v),
        lambda values, _: partial(parse_percent, share=percent_is_share(values)),
    ),
    "volume": ContentType(like.quantity, same(parse_volumes)),
    "hitungan": ContentType(like.parses(parse_calculation), same(parse_calculation)),
    "rincian": ContentType(like.anything, lambda _, setting: place_reader(setting)),
    "surat": ContentType(like.anything, same(parse_text)),
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
    if isi not in ("usia", "sk", "kedudukan", "keadaan", "nama"):
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
        alike += TANPA_NOMOR * sum(1 for value in seen if isinstance(value, str) and claims_nib(value))
    return alike / len(seen)
