"""A birth date over three columns: day, month and year, each under a heading of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dak_excel.indonesian import BULAN
from dak_excel.sheets.grid import Value
from dak_excel.sheets.layout.headers import Header, HeaderColumn
from dak_excel.sheets.values import is_blank, month_number
from dak_excel.sheets.vocabulary import Vocabulary

_PARTS = (
    re.compile(r"(?:tanggal|hari|dd)(?: lahir)?"),
    re.compile(r"(?:bulan|mm)(?: lahir)?"),
    re.compile(r"(?:tahun|yyyy|tttt)(?: lahir)?"),
)


def birth_parts(header: Header, kosakata: Vocabulary) -> tuple[HeaderColumn, ...]:
    """The three columns, side by side; empty where there are none."""
    for at in range(len(header.columns) - 2):
        three = header.columns[at : at + 3]
        leaves = [kosakata.standard(column.parts[-1]) if column.parts else "" for column in three]
        if all(part.fullmatch(leaf) for part, leaf in zip(_PARTS, leaves, strict=True)):
            told = " ".join(kosakata.standard(column.judul) for column in three)
            groups = {column.parts[0] for column in three if len(column.parts) > 1}
            if "lahir" in told.split() or not groups:
                return three
    return ()


def joined_date(cells: Sequence[Value]) -> Value:
    """`12 | 6 | 1985` as `12 Juni 1985`; what cannot be a date as its cells in a row."""
    if all(is_blank(cell) for cell in cells):
        return None
    texts = [str(int(c)) if isinstance(c, float) and c.is_integer() else str(c or "").strip() for c in cells]
    month = int(texts[1]) if texts[1].isdecimal() else month_number(texts[1].lower()) or 0
    if texts[0].isdecimal() and texts[2].isdecimal() and 1 <= month <= 12 and len(texts[2]) in (2, 4):
        return f"{int(texts[0])} {BULAN[month - 1]} {texts[2]}"
    return " ".join(texts)
