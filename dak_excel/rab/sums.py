"""Sums of a budget: for each heading and total, the sums that it may rightly show.

A heading covers the lines whose kode rekening lies under its own (components compared as numbers:
`5.1.02.02.001.0003` is under `5.1.02.02.01`), or those that stand under it. Where the code of a heading and
those below it do not fit together, any run of lines that follows and ends at a heading may be what it covers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dak_excel.daerah.budget_rows import calls_itself_sum, is_carried, line_amount, row_type
from dak_excel.rab.lines import Kode, code_numbers
from dak_excel.sheets.records import Baris, BarisRab

TOLERANSI = Decimal(1)
"""Rupiah below which two sums are the same: sheets round."""


@dataclass(slots=True)
class BadSum:
    """A heading or total whose amount is none of the sums that it may show."""

    baris: BarisRab
    seharusnya: Decimal
    """The sum of the lines that stand under it."""
    dua_kali: bool = False
    """It is too much by just what a row above it carries over the page: that was counted twice."""


@dataclass(slots=True)
class _Branch:
    """A row with its place in the tree."""

    baris: BarisRab
    jenis: Baris
    kode: Kode
    penutup: bool
    """A total, or the sum of a group that stands below its lines."""
    anak: list[int] = field(default_factory=list)
    """Positions of the rows directly below a heading."""
    akhir: int = 0
    """Position behind the last row below it."""
    pindahan: bool = False
    """An amount carried to the next page, or from the page before: it adds nothing."""


def wrong_sums(rows: Sequence[BarisRab]) -> list[BadSum]:
    """The headings and totals of one table that show a wrong sum; those without an amount show none.

    Where the reading of the table has looked at its sums (`cocok`), it is not asked again.
    """
    if any(row.cocok is not None for row in rows):
        wrong = [
            BadSum(row, row.seharusnya)
            for row in rows
            if row.cocok is False
            and row.seharusnya is not None
            and row.jumlah is not None
            and "bulat" not in (row.uraian or "").casefold()
        ]
        return wrong + _followed(rows, wrong)
    nodes = _tree(rows)
    wrong = []
    for at, node in enumerate(nodes):
        amount = node.baris.jumlah
        if node.jenis is Baris.RINCI or amount is None or _rounded(node):
            continue
        sums = _covered(nodes, at)
        if sums and not any(abs(amount - total) < TOLERANSI for total in sums):
            carried = [n.baris.jumlah for n in nodes[:at] if n.pindahan and not node.pindahan]
            wrong.append(BadSum(node.baris, sums[0], dua_kali=amount - sums[0] in carried))
    return wrong + _followed(rows, wrong)


def _followed(rows: Sequence[BarisRab], wrong: Sequence[BadSum]) -> list[BadSum]:
    """The last total where it adds up wrong sums of groups: it is off by just what those are off."""
    told = {id(one.baris) for one in wrong}
    total = next((row for row in reversed(rows) if row_type(row) is Baris.TOTAL), None)
    if not wrong or total is None or total.jumlah is None or id(total) in told:
        return []
    amounts = [line_amount(row) for row in rows if row_type(row) is Baris.RINCI]
    whole = sum((amount for amount in amounts if amount is not None), Decimal(0))
    gap = sum(((one.baris.jumlah or whole) - one.seharusnya for one in wrong), Decimal(0))
    follows = abs(gap) >= TOLERANSI and abs(total.jumlah - whole - gap) < TOLERANSI
    return [BadSum(total, whole)] if follows and None not in amounts else []


def _covered(nodes: Sequence[_Branch], at: int) -> list[Decimal]:
    """The sums that a heading, total or carried amount may show, the likeliest first."""
    if nodes[at].pindahan:
        return _carried(nodes, at)
    if not nodes[at].penutup:
        return _heading(nodes, at)
    return _closing(nodes, at) or _on_top(nodes, at)


def _tree(rows: Sequence[BarisRab]) -> list[_Branch]:
    """The rows with what stands below each heading: down to the next heading of its depth, or a total."""
    nodes = []
    for row in rows:
        jenis = row_type(row)
        closes = jenis is Baris.TOTAL or (jenis is Baris.SUBTOTAL and not row.kode and calls_itself_sum(row))
        if is_carried(row):
            nodes.append(_Branch(row, Baris.SUBTOTAL, (), penutup=True, pindahan=True))
        else:
            nodes.append(_Branch(row, jenis, code_numbers(row.kode), closes))
    stack: list[int] = []
    for at, node in enumerate(nodes):
        if node.pindahan:
            continue
        if node.jenis is Baris.TOTAL:
            stack = []
        elif node.jenis is Baris.SUBTOTAL:
            stack = [up for up in stack if nodes[up].baris.tingkat < node.baris.tingkat]
        if node.penutup:
            continue
        for up in stack:
            nodes[up].akhir = at + 1
        if stack:
            nodes[stack[-1]].anak.append(at)
        if node.jenis is Baris.SUBTOTAL:
            stack.append(at)
    return nodes


def _rounded(node: _Branch) -> bool:
    """`Dibulatkan`: a total that says itself that it is not exact."""
    return "bulat" in (node.baris.uraian or "").casefold()


def _heading(nodes: Sequence[_Branch], at: int) -> list[Decimal]:
    """The sums that a heading may show, the likeliest first; none where a line has no amount."""
    node = nodes[at]
    below = _leaves(nodes[at + 1 : node.akhir])
    sums = [_sum(below)] if below else []
    if node.anak:
        sums.append(_shown(nodes, node.anak))
    reliable = _fits(nodes, at)
    if reliable:
        own = [n for n in _section(nodes, at) if n.kode[: len(node.kode)] == node.kode]
        if own:
            sums.append(_sum(own))
    if not below or not reliable:
        sums += _runs(nodes, at)
    return [total for total in sums if total is not None]


def _fits(nodes: Sequence[_Branch], at: int) -> bool:
    """Whether the code of a heading and that of the next row with a code belong together."""
    node = nodes[at]
    if not node.kode:
        return bool(node.anak)
    following = next((n.kode for n in nodes[at + 1 :] if n.kode and n.jenis is not Baris.TOTAL), ())
    return following[: len(node.kode)] == node.kode


def _section(nodes: Sequence[_Branch], at: int) -> list[_Branch]:
    """The lines after a heading down to a heading without a code, one of the same code, or a total."""
    node, found = nodes[at], []
    if not node.kode:
        return []
    for other in nodes[at + 1 :]:
        if other.jenis is Baris.TOTAL:
            break
        if (
            other.jenis is Baris.SUBTOTAL
            and not other.penutup
            and (not other.kode or other.kode == node.kode)
        ):
            break
        if other.jenis is Baris.RINCI:
            found.append(other)
    return found


def _runs(nodes: Sequence[_Branch], at: int) -> list[Decimal | None]:
    """The sums of all runs of lines that begin below a heading and end at a heading or the end."""
    sums: list[Decimal | None] = []
    total, lines = Decimal(0), 0
    for other in nodes[at + 1 :]:
        if other.jenis is not Baris.RINCI:
            if lines:
                sums.append(total)
            continue
        amount = line_amount(other.baris)
        if amount is None:
            return sums
        total, lines = total + amount, lines + 1
    if lines:
        sums.append(total)
    return sums


def _closing(nodes: Sequence[_Branch], at: int) -> list[Decimal]:
    """The sums that a closing row may show, the likeliest first.

    What stands above it since the last closing row; the group that it closes, with the sums of its parts; all
    lines since the last total, or all; the totals above it together, or the last with a tax that follows.
    """
    above = nodes[:at]
    last = max((i + 1 for i, n in enumerate(above) if n.penutup), default=0)
    total = max((i + 1 for i, n in enumerate(above) if n.jenis is Baris.TOTAL), default=0)
    lines = _leaves(above[last:])
    sums: list[Decimal | None] = []
    if any(node.pindahan for node in above[total:]):
        sums.append(_sum(_leaves(above[total:])))
    if lines:
        sums.append(_sum(lines))
        sums.append(_shown(nodes, [i for i in range(last, at) if _topmost(nodes, i, last)]))
    if _leaves(above[total:]):
        sums.append(_sum(_leaves(above[total:])))
    if nodes[at].jenis is Baris.SUBTOTAL:
        sums += _tail_runs(above[total:])
    parts = _parts(above[total:])
    if parts:
        sums.append(_plus(sum((p for p in parts if p is not None), Decimal(0)), _sum(lines)))
    if total:
        sums.append(_sum(_leaves(above)))
        totals = [n.baris.jumlah for n in above if n.jenis is Baris.TOTAL]
        sums.append(sum((t for t in totals if t is not None), Decimal(0)))
        sums.append(_plus(_sum(lines), totals[-1]))
    return [amount for amount in sums if amount is not None]


def _parts(above: Sequence[_Branch]) -> list[Decimal | None]:
    """The amounts of the closing rows that a total adds up. A carried one already holds those before it."""
    parts: list[Decimal | None] = []
    for node in above:
        if node.pindahan:
            parts = [node.baris.jumlah]
        elif node.penutup:
            parts.append(node.baris.jumlah)
    return parts


def _carried(nodes: Sequence[_Branch], at: int) -> list[Decimal]:
    """What a carried amount may show: all lines above it since the last total, those of its page, or the
    closing row above it."""
    above = nodes[:at]
    total = max((i + 1 for i, n in enumerate(above) if n.jenis is Baris.TOTAL), default=0)
    last = max((i + 1 for i, n in enumerate(above) if n.penutup), default=0)
    runs = [_leaves(above[total:]), _leaves(above), _leaves(above[last:])]
    sums = [_sum(lines) for lines in runs if lines]
    sums += [n.baris.jumlah for n in above[last - 1 : last] if last]
    return [amount for amount in sums if amount is not None]


def _on_top(nodes: Sequence[_Branch], at: int) -> list[Decimal]:
    """The sums that a total may show which stands above its lines: down to the next total, or all."""
    if _leaves(nodes[:at]):
        return []
    below = nodes[at + 1 :]
    end = next((i for i, n in enumerate(below) if n.jenis is Baris.TOTAL), len(below))
    sums = [_sum(lines) for lines in (_leaves(below[:end]), _leaves(below)) if lines]
    return [amount for amount in sums if amount is not None]


def _tail_runs(parts: Sequence[_Branch]) -> Iterator[Decimal | None]:
    """Sums from each heading down to the end: `Jumlah A` closes one group of several."""
    for start, node in enumerate(parts):
        if node.jenis is Baris.SUBTOTAL and not node.penutup:
            lines = _leaves(parts[start:])
            if lines:
                yield _sum(lines)


def _topmost(nodes: Sequence[_Branch], at: int, since: int) -> bool:
    """Whether a row stands below no heading since the last total."""
    return not any(at in nodes[up].anak for up in range(since, at))


def _shown(nodes: Sequence[_Branch], positions: Iterable[int]) -> Decimal | None:
    """The sum of rows as they show it; a heading without an amount counts with what stands below it."""
    total = Decimal(0)
    for at in positions:
        node = nodes[at]
        amount = line_amount(node.baris) if node.jenis is Baris.RINCI else node.baris.jumlah
        if amount is None and node.jenis is Baris.SUBTOTAL:
            amount = _shown(nodes, node.anak)
        if amount is None and not _silent(node):
            return None
        total += amount or Decimal(0)
    return total


def _leaves(nodes: Iterable[_Branch]) -> list[_Branch]:
    return [node for node in nodes if node.jenis is Baris.RINCI]


def _sum(lines: Iterable[_Branch]) -> Decimal | None:
    """The sum of some lines; None when one has an amount that nobody can read."""
    total = Decimal(0)
    for node in lines:
        amount = line_amount(node.baris)
        if amount is None and not _silent(node):
            return None
        total += amount or Decimal(0)
    return total


def _silent(node: _Branch) -> bool:
    """Whether a line without an amount really has none: nothing in the cell, nothing to compute."""
    row = node.baris
    return not row.problem("jumlah") and row.harga is None


def _plus(a: Decimal | None, b: Decimal | None) -> Decimal | None:
    return None if a is None or b is None else a + b
