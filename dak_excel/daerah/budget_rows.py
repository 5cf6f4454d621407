"""The rows of a budget by themselves: what a row is, whether it counts for the DAK, and its amount."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from dak_excel.sheets.records import Baris, BarisRab
from dak_excel.sheets.tabel import Tabel

_SUM = re.compile(r"(?:sub|grand)?(?:jumlah|jmlh|jml|jlh|total)")
_CARRIED = re.compile(
    r"(?:(?:jumlah|jml|saldo|sub ?total|total)\s+)?(?:di|ter)?pindah(?:an|kan)?\b", re.IGNORECASE
)
_OFF = re.compile(
    r"(?:dikurangi\s+|pengurangan\s+)?(?:diskon|discount|rabat|potongan(?:\s+(?:harga|pembelian|tunai))?)"
    r"|(?:dikurangi|pengurangan)(?:\s.*)?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"[\s(]*\d[\d.,]*\s*(?:%|persen)[\s)]*|[:.\s]+$")


def per_tabel(rows: Iterable[BarisRab]) -> list[tuple[Tabel, list[BarisRab]]]:
    """The rows by their table, in the order of the sheets."""
    tables: dict[int, tuple[Tabel, list[BarisRab]]] = {}
    for row in rows:
        tables.setdefault(id(row.tabel), (row.tabel, []))[1].append(row)
    return list(tables.values())


def calls_itself_sum(row: BarisRab) -> bool:
    """Whether a row calls itself the sum of what stands above it: `Jumlah A`, `SUB TOTAL`, `J U M L A H`."""
    letters = "".join(c for c in (row.uraian or "").casefold() if c.isalpha())
    return _SUM.match(letters) is not None


def is_carried(row: BarisRab) -> bool:
    """Whether a row only carries a sum over the page: `Pindahan`, `Jumlah dipindahkan`."""
    return row.harga is None and row.volume is None and _CARRIED.match((row.uraian or "").strip()) is not None


def is_deduction(row: BarisRab) -> bool:
    """Whether a row takes its amount off: `Diskon 5%`, `Potongan harga`; a thing with a price is none."""
    return (
        row.harga is None
        and row.volume is None
        and _OFF.fullmatch(_PERCENT.sub("", (row.uraian or "").strip())) is not None
    )


def row_type(row: BarisRab) -> Baris:
    """What a row is; a line without any calculation that calls itself a sum is a total, a carried amount is
    no line."""
    if is_carried(row):
        return Baris.SUBTOTAL
    if row.jenis is Baris.RINCI and row.harga is None and not row.faktor and row.volume is None:
        return Baris.TOTAL if calls_itself_sum(row) else Baris.RINCI
    return row.jenis


def dak_lines(rows: Iterable[BarisRab], bukan_dak: Sequence[str] = ()) -> Iterator[BarisRab]:
    """The leaf lines that have a text and are not said to be paid from another source."""
    for row in rows:
        if row_type(row) is not Baris.RINCI or not (row.uraian or row.spesifikasi):
            continue
        source = " ".join((row.sumber_dana or "").casefold().replace("-", " ").split())
        if source not in bukan_dak:
            yield row


def line_amount(row: BarisRab) -> Decimal | None:
    """The amount of a line: as written, else volume × price; a discount takes off, however it is typed.

    None for a line without an amount that the sheet's own sums leave out.
    """
    if row.jumlah is not None:
        return -abs(row.jumlah) if is_deduction(row) else row.jumlah
    if row.di_luar_jumlah:
        return None
    if row.volume is not None and row.harga is not None and not row.problem("jumlah"):
        return row.volume * row.harga
    return None
