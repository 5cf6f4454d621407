"""Amounts in thousands or millions: where the sheet says so, they are read as rupiah.

`(dalam ribuan rupiah)` in a title line speaks of the whole table, `Jumlah (Rp.000)` of its column. Offices
leave such a line standing over whole rupiah; amounts that cannot be thousands are then left as they are, and
that is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from dak_excel.sheets.tables.extract import Data
from dak_excel.sheets.tables.found import Found

UANG = ("harga", "jumlah", "jumlah_sebelum", "pagu", "realisasi", "sisa", "seharusnya", "total")
BULANAN = ("realisasi_bulan", "rencana_bulan")
JUDUL = 12
"""Rows above the headings in which a title line may say it."""
UTUH = Decimal(100_000)
"""Amounts that are nearly all at least this, and whole hundreds, are no thousands: each would be more than
a hundred million rupiah."""
SEBAGIAN_BESAR = 0.8

_TIMES = {"ribu": 1000, "juta": 1_000_000}
_WORD = re.compile(
    r"\b(?:dalam|dlm)\s+(?:rp\.?\s*|rupiah\s+)?(ribu|juta)(?:an)?\b"
    r"|\b(ribu|juta)an\s+(?:rp\b|rupiah)"
    r"|(?:^|\()\s*(?:rp\.?\s*)?(ribu|juta)(?:an)?\s*(?:rp\.?|rupiah)?\s*(?:\)|$)",
    re.I,
)
_ZEROS = re.compile(
    r"(?:^|\()\s*(?:rp\.?\s*)?[x×]\s*(?:rp\.?\s*)?1[.,]?(000(?:[.,]000)?)[,-]*\s*(?:\)|$)"
    r"|\brp[\s.,]*(?<!\d)(000(?:[.,]000)?)(?![\d.,]*\d)"
    r"|\(\s*(000(?:[.,]000)?)\s*(?:rp\.?|rupiah)?\s*\)",
    re.I,
)


def scale_amounts(data: Data, found: Found) -> None:
    """Multiplies the amounts of a table that says that they are thousands or millions."""
    whole = said(_titles(data, found))
    columns = {name: _of_column(found, name) or whole for name in (*UANG, *BULANAN)}
    if max(columns.values()) == 1:
        return
    if not _may_be(data, columns):
        data.tabel.facts["skala_ragu"] = max(columns.values())
        return
    for name, times in columns.items():
        if times > 1 and name in data.columns:
            data.columns[name] = [_times(value, times) for value in data.columns[name]]
    data.tabel.facts["skala"] = max(columns.values())


def scale_notes(facts: Mapping[str, object]) -> Iterator[str]:
    """What the user is told of a table whose amounts are no plain rupiah."""
    words = {1000: "ribuan", 1_000_000: "jutaan"}
    if isinstance(times := facts.get("skala"), int):
        yield f"Lembar ini menulis dalam {words[times]} rupiah; angkanya dibaca sebagai rupiah penuh."
    if isinstance(times := facts.get("skala_ragu"), int):
        yield f"Lembar ini menyebut {words[times]} rupiah, tetapi angkanya rupiah penuh; dibaca apa adanya."


def said(texts: Iterable[str]) -> int:
    """By how much amounts are to be multiplied: 1,000 or 1,000,000 where a text says so, else 1."""
    for text in texts:
        if word := _WORD.search(text):
            return _TIMES[(word[1] or word[2] or word[3]).casefold()]
        if zeros := _ZEROS.search(text):
            return int(10 ** (zeros[1] or zeros[2] or zeros[3]).count("0"))
    return 1


def _titles(data: Data, found: Found) -> list[str]:
    first = found.header.first
    rows = data.view.rows[max(0, first - 1 - JUDUL) : first - 1]
    return [str(value) for row in rows for value in row if isinstance(value, str) and len(value) < 120]


def _of_column(found: Found, name: str) -> int:
    """What the heading of a column says; 0 where it says nothing."""
    column = found.matched.columns.get(name)
    times = said(column.parts) if column is not None else 1
    return times if times > 1 else 0


def _may_be(data: Data, columns: dict[str, int]) -> bool:
    """Whether the amounts may be thousands at all."""
    amounts = [
        value
        for name, times in columns.items()
        if times > 1 and name in ("harga", "jumlah", "pagu", "realisasi")
        for value in data.columns.get(name, ())
        if isinstance(value, Decimal) and value
    ]
    whole = sum(abs(value) >= UTUH and value % 100 == 0 for value in amounts)
    return not amounts or whole < SEBAGIAN_BESAR * len(amounts)


def _times(value: object, times: int) -> object:
    if isinstance(value, Decimal):
        return value * times
    if isinstance(value, tuple):
        return tuple(_times(one, times) for one in value)
    return value
