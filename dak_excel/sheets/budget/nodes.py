"""A line of a budget with its place, and what its numbering says of its level."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from dak_excel.sheets.records import Baris
from dak_excel.sheets.tables.budget_body import Line
from dak_excel.sheets.values import parse_ordinal
from dak_excel.sheets.vocabulary import Vocabulary

Style = tuple[str, int]
Names = Callable[[str], bool]
"""Whether a text names a rincian or an activity."""

_ROMAN = re.compile(r"\(?[IVX]{1,5}[.)]*")
_UPPER = re.compile(r"\(?[A-Z][.)]*")
_LOWER = re.compile(r"\(?[a-z][.)]*")
_ARABIC = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3})*)\.?(\)?)")
_RINCIAN = re.compile(r"[A-D]\s?[.-]?\s?[1-6]\b\.?")
_ACCOUNT = re.compile(r"[4-6](?:\.\d(?!\d)|\.?$)")
_PLAIN = re.compile(r"\(?(\d{1,3})[.)]*")


@dataclass(slots=True)
class Node:
    """A line with its place: `covers` are the positions (first, last) of the lines that it sums."""

    line: Line
    jenis: Baris = Baris.RINCI
    tingkat: int = 0
    above: tuple[int, ...] = ()
    """Positions of the headings that it stands under, outermost first."""
    covers: tuple[int, int] | None = None
    style: Style = ("", 0)
    until: int | None = None
    """Position of the last line that its amount sums, where only the amounts tell."""
    activity: str = ""
    """Text of a heading that names a rincian or an activity."""
    holds: bool | None = None
    """Whether its amount is the sum of what it covers; None where nobody has looked."""
    should: Decimal | None = None
    """What a sum that does not hold should show."""
    negated: bool = False
    """A discount written as a positive amount."""


def segments(kode: str) -> int:
    """Depth of a kode rekening: `5.1.02.` → 3."""
    return len([part for part in re.split(r"[.\s]+", kode) if part])


def is_account(kode: str) -> bool:
    """Whether a code is a kode rekening (`5.1.02`), not that of a program or kegiatan (`3.31.02`)."""
    return _ACCOUNT.match("".join(kode.split())) is not None


def style_of(line: Line) -> Style:
    """How a heading is numbered; headings of one style are of one level."""
    return ("kode", segments(line.kode)) if line.kode else mark_style(line.mark)


def mark_style(mark: str) -> Style:
    """The style of a number or letter: `A`, `IV.`, `1.2`, `a)`; `teks` for none."""
    mark = mark.strip()
    if not mark:
        return "teks", 0
    if mark.startswith("["):
        return mark, 0
    if _RINCIAN.fullmatch(mark):
        return "rincian", 0
    if _ROMAN.fullmatch(mark) and mark.strip("().") not in ("C", "D"):
        return "I", 0
    if _UPPER.fullmatch(mark):
        return "A", 0
    if match := _ARABIC.fullmatch(mark):
        closing = ")" if match[2] else ""
        return f"1{closing}", match[1].count(".")
    if _LOWER.fullmatch(mark):
        return ("a)" if mark.endswith(")") else "a"), 0
    return "teks", 0


def is_total(line: Line, kosakata: Vocabulary) -> bool:
    """Whether a line closes what stands above it: `Jumlah`, `Sub Total A`."""
    text = kosakata.standard(line.text or line.mark)
    return (
        any(text == word or text.startswith(word + " ") for word in kosakata.jumlah) and not line.calculated
    )


def number_of(mark: str) -> int | None:
    """The number of a line that is numbered plainly: `3`, `3.`, `(3)`."""
    match = _PLAIN.fullmatch(mark.strip())
    return int(match[1]) if match else None


def letter_of(mark: str) -> int | None:
    """The place in the alphabet of a line's small letter: `c`, `c.`, `c)` → 3."""
    bare = mark.strip(" .()")
    return ord(bare) - 96 if len(bare) == 1 and "a" <= bare <= "z" else None


def order_of(mark: str) -> int | None:
    """The place of a line in its numbering: `3.`, `c)`, `C`, `III` → 3."""
    if mark_style(mark)[0] == "I":
        ordinal = parse_ordinal(mark.strip(" .()"))
        return ordinal if isinstance(ordinal, int) else None
    number = number_of(mark)
    return number if number is not None else letter_of(mark.casefold())
