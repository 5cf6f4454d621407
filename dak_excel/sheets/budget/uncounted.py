"""Lines with a volume and a price whose amount is blank: whether the sheet's own sums count them.

Volume × price is what such a line would cost. Where a printed sum over it holds without it, the office has
not taken it up, and neither does the program: that is told on the sheet, never counted without a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

from dak_excel.indonesian import listing
from dak_excel.sheets.budget.nodes import Node
from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.records import Baris
from dak_excel.sheets.tables.extract import Data
from dak_excel.sheets.values import parse_money

SAME = Decimal(1)
"""Rupiah below which two sums are the same (the tolerance of RAB-SUBTOTAL)."""


def mark_uncounted(data: Data, nodes: Sequence[Node], unread: Sequence[int]) -> None:
    """Sets `di_luar_jumlah` of the lines that the printed sums leave out, and a fact that tells it."""
    blank = {at: made for at in range(len(nodes)) if (made := _made(data, nodes, at))}
    if not blank:
        return
    amounts = data.columns.get("jumlah") or [None] * len(nodes)
    lines = [_number(amounts[at]) if n.jenis is Baris.RINCI else Decimal(0) for at, n in enumerate(nodes)]
    stated = [Decimal(0), *accumulate(lines)]
    added = [Decimal(0), *accumulate(blank.get(at, Decimal(0)) for at in range(len(nodes)))]
    counted: set[int] = set()
    left: set[int] = set()
    for written, first, last in _witnesses(data, nodes, amounts, unread):
        inside = [one for one in blank if first <= one <= last]
        without = stated[last + 1] - stated[first]
        if abs(written - without) < SAME:
            left.update(inside)
        elif abs(written - without - (added[last + 1] - added[first])) < SAME:
            counted.update(inside)
    out = left - counted
    if not out:
        return
    data.columns["di_luar_jumlah"] = [True if at in out else None for at in range(len(nodes))]
    data.tabel.facts["di_luar_jumlah"] = tuple(
        data.view.grid.ref(data.rows[at], data.tabel.columns["jumlah"]) for at in sorted(out)
    )


def _witnesses(
    data: Data, nodes: Sequence[Node], amounts: Sequence[object], unread: Sequence[int]
) -> Iterator[tuple[Decimal, int, int]]:
    """The printed sums: the amount, and the first and last position that it is of.

    A row of nought that calls itself a sum is of the lines just above it, one without a name of the whole.
    """
    for at, node in enumerate(nodes):
        written = amounts[at]
        if node.jenis is Baris.RINCI or not isinstance(written, Decimal):
            continue
        if node.covers is not None:
            yield written, *node.covers
        elif not written and node.jenis is Baris.TOTAL:
            first = at
            while first and nodes[first - 1].jenis is Baris.RINCI:
                first -= 1
            if first < at:
                yield written, first, at - 1
    column = data.tabel.columns["jumlah"]
    for row in unread:
        amount = parse_money(data.view.grid.at(row, column))
        if isinstance(amount, Decimal) and amount:
            yield amount, 0, len(nodes) - 1


def uncounted_notes(facts: Mapping[str, object]) -> Iterator[str]:
    """What the user is told of lines that the sheet's sums leave out."""
    cells = facts.get("di_luar_jumlah")
    if isinstance(cells, tuple):
        names = listing([cell.a1 for cell in cells if isinstance(cell, CellRange)])
        yield (
            f"Jumlah di {names} kosong padahal volume dan harganya terisi; jumlah tertulis di lembar ini "
            "tidak memuatnya, jadi baris itu tidak dihitung."
        )


def _made(data: Data, nodes: Sequence[Node], at: int) -> Decimal | None:
    """What a line without an amount would cost; None for any other row."""
    if nodes[at].jenis is not Baris.RINCI or "jumlah" not in data.tabel.columns:
        return None
    jumlah, volume, harga = (data.columns[name][at] if name in data.columns else None for name in _NAMES)
    if jumlah is not None or at in data.bad.get("jumlah", {}):
        return None
    return volume * harga if isinstance(volume, Decimal) and isinstance(harga, Decimal) else None


_NAMES = ("jumlah", "volume", "harga")


def _number(value: object) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(0)
