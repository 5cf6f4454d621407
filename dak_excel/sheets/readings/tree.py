"""What stands under what, told by the amounts alone: an amount that is the sum of those beside it heads them.

Bottom-up a row takes the shortest run of following open rows that makes its amount; top-down a total takes
the run before it. Codes and numbers bind in three strengths, tried in turn. Amounts are integer cents.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from dak_excel.sheets.readings.thresholds import SAME, SAME_SHARE

Values = tuple[int | None, ...]


class Label(Enum):
    """What a row calls itself."""

    NONE = auto()
    SUM = auto()
    CARRIED = auto()
    """`Pindahan`, `Jumlah dipindahkan`: the sum so far, told again."""
    DISCOUNT = auto()
    DERIVED = auto()
    """`Dibulatkan`, `Surplus/Defisit`, `Persentase`: follows from others, is none of them."""


class Bond(Enum):
    """How far the codes of rows are believed."""

    EXTENDS = auto()
    """A child's code extends that of its parent."""
    SIBLINGS = auto()
    """Rows whose codes are equally deep do not stand under each other."""
    IGNORED = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row with an amount as the tree sees it. `values` are its amounts by column, blanks None."""

    values: Values
    proved: bool = False
    """Its product holds: it is a detail, never a sum."""
    code: tuple[str, ...] = ()
    """The parts of its code; that of an account goes on from the program's above it."""
    account: bool = False
    style: tuple[str, int] = ("teks", 0)
    order: int | None = None
    """Its place in its own numbering: `B` → 2."""
    label: Label = Label.NONE
    fill: int = 0
    """How many of the table's columns it fills."""
    profile: Hashable = None
    priced: bool = False
    """It has a volume or price of its own."""
    begins: bool = False
    """A row without an amount, a heading, stands just above it."""
    name: str = ""

    @property
    def nil(self) -> bool:
        """Whether all its amounts are nought or blank: it proves nothing."""
        return not any(self.values)


@dataclass(slots=True)
class Tree:
    """Parents and children by position; `wrong` are sums that show another figure: what they should show."""

    entries: Sequence[Entry]
    parent: list[int | None]
    children: dict[int, list[int]] = field(default_factory=dict)
    below: set[int] = field(default_factory=set)
    """Parents that stand below their children."""
    wrong: dict[int, Values] = field(default_factory=dict)
    aside: dict[int, str] = field(default_factory=dict)
    """Rows that tell again what others tell: `pindahan`, `rekapitulasi`, `turunan`, `nol`."""
    bond: Bond = Bond.EXTENDS
    negated: bool = False
    """Discounts count as negative."""

    def roots(self) -> list[int]:
        """Positions that stand under nothing and are not aside."""
        return [at for at, up in enumerate(self.parent) if up is None and at not in self.aside]

    def loose(self) -> list[int]:
        """Rows with an amount that no sum tells of: neither parents nor children."""
        return [at for at in self.roots() if at not in self.children and not self.entries[at].nil]

    def leaves(self) -> list[int]:
        """Positions of the rows that head nothing and tell nothing again."""
        return [at for at in range(len(self.entries)) if at not in self.children and at not in self.aside]

    @property
    def closed(self) -> bool:
        """Whether every row with an amount stands in the tree and no sum is wrong."""
        return bool(self.children) and not self.wrong and not self.loose() and self.whole

    @property
    def whole(self) -> bool:
        """Whether a total that ends the table leaves out nothing but other totals."""
        roots = [at for at in self.roots() if not self.entries[at].nil]
        if not roots or roots[-1] not in self.below or self.entries[roots[-1]].label is not Label.SUM:
            return True
        return all(at in self.below for at in roots)

    @property
    def score(self) -> float:
        """Parents of two or more and their children, lowered by rows left open and sums that are wrong."""
        several = [kids for at, kids in self.children.items() if at not in self.wrong]
        parents = sum(1 for kids in several if len(kids) > 1)
        children = sum(min(20, len(kids)) for kids in several)
        return parents + 0.3 * children - 0.5 * len(self.loose()) - 1.5 * len(self.wrong)


def same(a: int, b: int) -> bool:
    """Whether two sums are the same but for rounding."""
    return abs(a - b) < max(1, min(SAME, max(abs(a), abs(b)) // SAME_SHARE))


def adds_up(total: Values, parts: Sequence[Values]) -> bool:
    """Whether some amounts add up to a total, in every column that the total fills."""
    told = False
    for column, value in enumerate(total):
        if value is None:
            continue
        if not same(value, sum(part[column] or 0 for part in parts)):
            return False
        told = told or value != 0
    return told


def leave(tree: Tree, at: int, why: str) -> None:
    """Takes a row out of the tree: it tells again what others tell."""
    up = tree.parent[at]
    if up is not None and at in tree.children.get(up, ()):
        tree.children[up].remove(at)
    tree.parent[at] = None
    tree.aside[at] = why


def lettered(entry: Entry) -> bool:
    """Whether a row is numbered by a letter or a Roman number."""
    return entry.style[0] in ("A", "I")


def add_to(total: list[int], values: Sequence[int]) -> None:
    """Adds the amounts of a row to a sum, column by column."""
    for column, value in enumerate(values):
        total[column] += value


def fits(total: Sequence[int], target: Sequence[int], filled: Sequence[bool]) -> bool:
    """Whether a sum is the target in every column that the target fills."""
    return all(same(t, v) or not f for t, v, f in zip(total, target, filled, strict=True))


def descendants(tree: Tree, at: int) -> list[int]:
    """All rows below a row, near and far."""
    out: list[int] = []
    stack = list(tree.children.get(at, ()))
    while stack:
        kid = stack.pop()
        out.append(kid)
        stack += tree.children.get(kid, ())
    return out


def near_codes(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two codes share so much that they are of one hierarchy, where codes do not lie."""
    common = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        common += 1
    return common >= 3 and common >= min(len(a), len(b)) - 2


def extends(parent: tuple[str, ...], child: tuple[str, ...]) -> bool:
    """Whether a code goes on from another: `5.1` → `5.1.02`; zeros at the end of the first say nothing."""
    size = len(parent)
    while size > 1 and not parent[size - 1].strip("0"):
        size -= 1
    return len(child) > size and child[:size] == parent[:size] and child != parent
