"""Amounts that a reading leaves over: rows that are no lines and no sums of lines, and columns unread.

A row between the data and the signatures that holds an amount must be a line, or a sum of lines; what is
neither would be missing in every figure without a word.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, islice

from dak_excel.indonesian import listing, number_text, short_rupiah
from dak_excel.sheets.budget.nodes import Node
from dak_excel.sheets.columns.match import TERBACA
from dak_excel.sheets.grid import column_letters
from dak_excel.sheets.layout.headers import HeaderColumn
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.readings.arranged import AMOUNTS, Figures
from dak_excel.sheets.readings.plane import cents, volume
from dak_excel.sheets.readings.relations import product_holds
from dak_excel.sheets.readings.thresholds import MONEY, REACH, SHOWN, TAXES
from dak_excel.sheets.readings.tree import Values, same
from dak_excel.sheets.records import Baris
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.values import clean
from dak_excel.sheets.vocabulary import Vocabulary


def amounts_left_over(
    view: View,
    found: Found,
    nodes: Sequence[Node],
    numbers: Figures,
    dropped: Container[int],
    kosakata: Vocabulary,
) -> str:
    """Which amounts the reading leaves over, in Bahasa Indonesia; empty where there are none."""
    have = found.matched.columns
    name = next((n for n in AMOUNTS if n in have), "")
    told = name and any(values and values[0] is not None for values in numbers.values)
    if not told:
        return _no_amounts(view, found)
    known = _Sums(nodes, numbers.values, dropped)
    aside = {nodes[at].line.row for at in range(len(nodes)) if at in dropped}
    left = []
    for row in found.body.unread:
        amount = cents(have[name].value(view, row))
        if amount is None or abs(amount) < 100 * MONEY or row in aside:
            continue
        if not _told_by_label(view, found, row, kosakata) and not known.explain(row, amount):
            left.append((row, amount))
        known.unread.append(amount)
    return _worded(left, have[name]) if left else ""


def lines_below(view: View, found: Found, limit: int) -> str:
    """Lines with a volume, a price and an amount below the end of a table and above row `limit`."""
    have = found.matched.columns
    amount, price = have.get("jumlah"), have.get("harga")
    number = have.get("volume") or have.get("koefisien")
    if amount is None or price is None or number is None:
        return ""
    left = []
    for row in range(found.body.end, min(limit, view.height + 1)):
        made, each = cents(amount.value(view, row)), cents(price.value(view, row))
        count = volume(number.value(view, row))
        if made and each and count and abs(made) >= 100 * MONEY and product_holds(count, each, made):
            left.append((row, made))
    return _worded(left, amount) if left else ""


def _worded(left: Sequence[tuple[int, int]], column: HeaderColumn) -> str:
    letters = column_letters(column.column)
    cells = [f"{letters}{row} ({short_rupiah(Decimal(amount) / 100)})" for row, amount in islice(left, SHOWN)]
    more = f" dan {number_text(len(left) - SHOWN)} sel lain" if len(left) > SHOWN else ""
    return f"{listing(cells)}{more} tidak terbaca sebagai rincian, dan bukan jumlah dari baris lain"


def _told_by_label(view: View, found: Found, row: int, kosakata: Vocabulary) -> bool:
    """Whether a row's text says that its figure is made from others: `Dibulatkan`, `PPN`, `Rata-rata`."""
    cells = view.cells(row, found.header.left, found.header.right)
    first = next((clean(value) for _, value in cells if isinstance(value, str)), "")
    baku = kosakata.standard(first)
    return any(baku == word or baku.startswith(word + " ") for word in kosakata.turunan)


def _no_amounts(view: View, found: Found) -> str:
    """What is said of a table none of whose amounts was read though a column of it holds money."""
    for other in found.header.columns:
        if not other.parts or other.column in found.matched.spare:
            continue
        if found.matched.certainty.get(other.column, 0.0) >= TERBACA:
            continue
        rows = range(found.header.body, min(found.body.end, found.header.body + REACH))
        values = [cents(other.value(view, row)) for row in rows]
        money = [value for value in values if value is not None and abs(value) >= 100 * MONEY]
        if len(money) > 1 and 2 * len(money) >= len([value for value in values if value is not None]):
            return f"Kolom {column_letters(other.column)} berisi uang, tetapi tidak jelas uang apa"
    return ""


class _Sums:
    """The amounts that the lines of a reading make."""

    def __init__(self, nodes: Sequence[Node], values: Sequence[Values], dropped: Container[int]) -> None:
        self.rows: list[int] = []
        lines: list[int] = []
        self.shown: list[int] = []
        """What headings and totals show."""
        for at, node in enumerate(nodes):
            amount = values[at][0]
            if at in dropped or amount is None:
                continue
            if node.jenis is Baris.RINCI:
                self.rows.append(node.line.row)
                lines.append(-amount if node.negated else amount)
            else:
                self.shown.append(amount)
        self.up_to = [0, *accumulate(lines)]
        self.unread: list[int] = []

    def explain(self, row: int, amount: int) -> bool:
        """Whether an amount of a row is a sum of lines just before or behind it, or tells one again."""
        return any(same(amount, one) for one in self._made(row)) or any(
            same(amount, one) for one in self.shown
        )

    def _made(self, row: int) -> Iterator[int]:
        """The sums that an amount in a row may show: runs of lines to it, from it, taxes and all."""
        before = sum(1 for line in self.rows if line < row)
        here, whole = self.up_to[before], self.up_to[-1]
        yield from (here - start for start in self.up_to[:before])
        yield from (end - here for end in self.up_to[before + 1 :])
        yield from _taxed(whole)
        yield sum(self.unread)


def _taxed(whole: int) -> Iterable[int]:
    """The tax of a sum, and the sum with it."""
    for tax in TAXES:
        yield whole * (tax - 100) // 100
        yield whole * tax // 100
