"""What speaks for a reading of a budget and what against it: products, sums, lines that no sum tells of."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dak_excel.sheets.budget.nodes import Node
from dak_excel.sheets.readings.arranged import Figures
from dak_excel.sheets.readings.tree import Values, same
from dak_excel.sheets.records import Baris


@dataclass(slots=True)
class Evidence:
    """Of one reading: products and sums that hold and that do not (rows), and lines left unproved."""

    products: int = 0
    wrong_products: list[int] = field(default_factory=list)
    sums: int = 0
    wrong_sums: list[int] = field(default_factory=list)
    unproved: int = 0
    """Lines with an amount that no sum covers and no product proves."""
    lines: int = 0
    """Lines with an amount."""
    total: Decimal = Decimal(0)
    """What the lines make."""
    unread: int = 0
    """Columns of money, or of texts, that the reading leaves out."""
    misnamed: int = 0
    """Fields in columns that their words call something else."""
    witnesses: list[str] = field(default_factory=list)
    """What columns that are left out say against it, in words."""

    @property
    def closed(self) -> bool:
        """Whether everything is proved and nothing contradicts."""
        proved = self.sums > 0 or 0 < self.products == self.lines
        doubts = self.unproved or self.unread or self.misnamed or self._bad_products or self.witnesses
        return proved and not self.wrong_sums and not doubts

    @property
    def _bad_products(self) -> bool:
        return len(self.wrong_products) > max(1, (self.products + len(self.wrong_products)) // 4)

    @property
    def held(self) -> int:
        """How many statements of the sheet bear the reading out."""
        return self.products + self.sums

    @property
    def against(self) -> int:
        """How many contradict it."""
        return len(self.wrong_products) + len(self.wrong_sums)

    @property
    def score(self) -> float:
        """To choose between readings of which none is closed."""
        return (
            self.held
            - 2 * len(self.wrong_sums)
            - len(self.wrong_products)
            - 0.5 * self.unproved
            - 3 * self.unread
            - 3 * (self.misnamed + len(self.witnesses))
        )


def weigh(nodes: Sequence[Node], figures: Figures, dropped: Container[int] = ()) -> Evidence:  # noqa: PLR0912
    """The evidence of one arrangement of lines."""
    out = Evidence()
    covered: set[int] = set()
    values = figures.values
    lines = [at for at, node in enumerate(nodes) if node.jenis is Baris.RINCI and at not in dropped]
    signs = {at: -1 if nodes[at].negated else 1 for at in lines}
    for at, node in enumerate(nodes):
        if node.jenis is Baris.RINCI or at in dropped or not values[at] or not any(values[at]):
            continue
        if node.holds is None:
            below = _below(nodes, at, lines)
            if not below:
                out.unproved += node.jenis is Baris.TOTAL
                continue
            holds = all(_adds_up(values, signs, at, below, column) for column in range(len(values[at])))
        else:
            holds = node.holds
            below = _below(nodes, at, lines)
            if holds and len(values[at]) > 1 and not _adds_up(values, signs, at, below, 1):
                out.wrong_sums.append(node.line.row)
                covered.update(below)
                continue
        if holds:
            out.sums += 1
            covered.update(below)
        else:
            out.wrong_sums.append(node.line.row)
    for at in lines:
        if not values[at] or not any(values[at]):
            continue
        out.lines += 1
        out.total += Decimal(signs[at] * (values[at][0] or 0)) / 100
        if figures.tested[at]:
            if figures.proved[at]:
                out.products += 1
            else:
                out.wrong_products.append(nodes[at].line.row)
        if at not in covered and not figures.proved[at]:
            out.unproved += 1
    return out


def _adds_up(
    values: Sequence[Values], signs: Mapping[int, int], at: int, below: Sequence[int], column: int
) -> bool:
    """Whether the amount of a row in one column is that of the lines below it; a blank says nothing."""
    own = values[at][column]
    return own is None or same(own, sum(signs[i] * (values[i][column] or 0) for i in below))


def _below(nodes: Sequence[Node], at: int, lines: Sequence[int]) -> list[int]:
    covers = nodes[at].covers
    if covers is None:
        return []
    return [i for i in lines if covers[0] <= i <= covers[1]]
