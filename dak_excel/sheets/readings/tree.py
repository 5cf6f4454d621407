"""What stands under what, told by the amounts alone: an amount that is the sum of those beside it heads them.

Bottom-up a row takes the shortest run of following open rows that makes its amount; top-down a total takes
the run before it. Codes and numbers bind in three strengths, tried in turn. Amounts are integer cents.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from dak_excel.sheets.readings.thresholds import SAME, SAME_SHARE, TWICE

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


def search(entries: Sequence[Entry]) -> Tree:
    """The best tree over some rows: the first that closes, else the one with the best score."""
    if flat := _flat(entries):
        return flat
    best: Tree | None = None
    bonds = list(Bond) if any(e.code or e.order is not None for e in entries) else [Bond.IGNORED]
    negations = (False, True) if any(e.label is Label.DISCOUNT for e in entries) else (False,)
    for negated in negations:
        for bond in bonds:
            for heads_first in (True, False):
                tree = _Search(entries, bond, heads_first, negated).run()
                if tree.closed:
                    return tree
                if best is None or tree.score > best.score:
                    best = tree
    for heads_first in (True, False):
        tree = _Search(entries, Bond.IGNORED, heads_first, negated=False, weak=True).run()
        if tree.closed:
            return tree
    assert best is not None
    return best


def _flat(entries: Sequence[Entry]) -> Tree | None:
    """A table whose last amount, or whose first, is the sum of all others."""
    counted = [
        at for at, e in enumerate(entries) if not e.nil and e.label not in (Label.CARRIED, Label.DERIVED)
    ]
    if len(counted) < 3 or any(e.label is Label.CARRIED for e in entries):
        return None
    for total in (counted[-1], counted[0]):
        rest = [at for at in counted if at != total]
        if entries[total].proved or any(entries[at].label is Label.SUM for at in rest):
            continue
        if _equals(entries[total].values, [entries[at].values for at in rest]):
            tree = Tree(entries, [None] * len(entries))
            tree.children[total] = [at for at in range(len(entries)) if at != total]
            for at in tree.children[total]:
                tree.parent[at] = total
            if total == counted[-1]:
                tree.below.add(total)
            _set_aside(tree)
            return tree
    return None


def _set_aside(tree: Tree) -> None:
    for at, entry in enumerate(tree.entries):
        if entry.label in (Label.DERIVED, Label.CARRIED):
            _leave(tree, at, "turunan")


def _leave(tree: Tree, at: int, why: str) -> None:
    """Takes a row out of the tree: it tells again what others tell."""
    up = tree.parent[at]
    if up is not None and at in tree.children.get(up, ()):
        tree.children[up].remove(at)
    tree.parent[at] = None
    tree.aside[at] = why


def _equals(total: Values, parts: Sequence[Values]) -> bool:
    """Whether some amounts add up to a total, in every column that the total fills."""
    told = False
    for column, value in enumerate(total):
        if value is None:
            continue
        if not same(value, sum(part[column] or 0 for part in parts)):
            return False
        told = told or value != 0
    return told


class _Search:
    """One way of searching: how far codes are believed, and whether headings or totals go first."""

    def __init__(
        self,
        entries: Sequence[Entry],
        bond: Bond,
        heads_first: bool,
        negated: bool,
        weak: bool = False,
    ) -> None:
        self.weak = weak
        self.entries = entries
        self.bond = bond
        self.heads_first = heads_first
        self.values: list[list[int]] = [
            [-(v or 0) if negated and e.label is Label.DISCOUNT else (v or 0) for v in e.values]
            for e in entries
        ]
        self.made = [list(row) for row in self.values]
        self.filled = [[v is not None for v in e.values] for e in entries]
        self.signed = negated or any(v < 0 for row in self.values for v in row)
        self.tree = Tree(entries, [None] * len(entries), bond=bond, negated=negated)
        first = next((at for at, e in enumerate(entries) if not e.nil), 0)
        self.first = first

    def run(self) -> Tree:
        """Passes until nothing more is taken; then what forms and labels tell, and passes again."""
        tree = self.tree
        for at, entry in enumerate(self.entries):
            if entry.label in (Label.DERIVED, Label.CARRIED):
                tree.aside[at] = "turunan" if entry.label is Label.DERIVED else "pindahan"
        self._passes()
        if tree.loose() and self._mark(headings=True):
            self._passes()
        if tree.loose() and self._mark(headings=False):
            self._passes()
        self._recapitulations()
        self._carried()
        return tree

    def _passes(self) -> None:
        order = (self._heads, self._totals) if self.heads_first else (self._totals, self._heads)
        taken = True
        rounds = 0
        while taken and rounds < 6:
            taken = order[0]()
            taken = order[1]() or taken
            rounds += 1

    def _open(self) -> list[int]:
        return self.tree.roots()

    def _heads(self) -> bool:
        """Bottom-up: a row takes the shortest run of following open rows that makes its amount."""
        open_rows: list[int] = []  # from the bottom to the top
        taken = False
        for at in reversed(self._open()):
            if self._may_head(at):
                size = self._run(at, open_rows)
                if size:
                    kids = open_rows[len(open_rows) - size :][::-1]
                    del open_rows[len(open_rows) - size :]
                    self._adopt(at, kids)
                    taken = True
                    while open_rows and self._trails(at, kids, open_rows[-1]):
                        extra = open_rows.pop()
                        kids.append(extra)
                        self._adopt(at, kids)
            open_rows.append(at)
        return taken

    def _trails(self, at: int, kids: list[int], other: int) -> bool:
        """Whether a row without an amount behind a run belongs to it: priced, or like the last of the run."""
        entry = self.entries[other]
        if not entry.nil or entry.label is not Label.NONE:
            return False
        if other in self.tree.children:
            return False
        own, last = self.entries[at], self.entries[kids[-1]]
        if entry.code and own.code:
            return _extends(own.code, entry.code)
        return entry.priced or entry.profile == last.profile

    def _may_head(self, at: int) -> bool:
        entry = self.entries[at]
        if entry.proved or entry.nil or at in self.tree.children:
            return False
        return entry.label is not Label.SUM or at == self.first

    def _run(self, at: int, open_rows: list[int]) -> int:
        """How many of the following open rows a row heads; 0 for none."""
        own, target, filled = self.entries[at], self.values[at], self.filled[at]
        total, made = [0] * len(target), [0] * len(target)
        for size in range(1, len(open_rows) + 1):
            other = open_rows[-size]
            entry = self.entries[other]
            if not self._under(own, entry):
                return 0
            if entry.label is Label.SUM and at != self.first and other in self.tree.below:
                return 0
            _add(total, self.values[other])
            _add(made, self.made[other])
            if entry.nil:
                continue
            if any(filled) and (_fits(total, target, filled) or _fits(made, target, filled)):
                kids = [open_rows[-k] for k in range(1, size + 1)]
                behind = open_rows[-size - 1] if size < len(open_rows) else None
                return size if self._believable(at, kids) and not self._cuts_off(kids[-1], behind) else 0
            if not self.signed and any(
                f and t > v + SAME for t, v, f in zip(total, target, filled, strict=True)
            ):
                return 0
        return 0

    def _under(self, own: Entry, other: Entry) -> bool:
        """Whether a row may stand under another by its code and number."""
        if self.bond is Bond.IGNORED:
            return True
        if own.code and other.code:
            if self.bond is Bond.EXTENDS:
                return _extends(own.code, other.code)
            if other.code == own.code:
                return not own.priced
            if (own.account and other.account) or _near(own.code, other.code):
                return _extends(own.code, other.code)
            return own.code[:-1] != other.code[:-1]
        if not own.code and not other.code and own.style == other.style and own.style[0] != "teks":
            return False
        return not (other.code and not own.code and own.style[0] in ("1", "a", "-"))

    def _believable(self, at: int, kids: list[int]) -> bool:
        own = self.entries[at]
        solid = [k for k in kids if not self.entries[k].nil]
        first = self.entries[solid[0]]
        follows = own.order is not None and own.style == first.style and first.order == own.order + 1
        if follows and not (self.weak and len(solid) > 1):
            return False
        if own.label is Label.SUM:
            return True
        if self.weak and not (own.code and first.code):
            return not own.priced
        if len(solid) > 1:
            return not self._alike(own, [self.entries[k] for k in solid])
        if own.code and first.code:
            if own.code == first.code:
                return own.fill < first.fill or solid[0] in self.tree.children
            lies = self.bond is not Bond.EXTENDS and solid[0] in self.tree.children
            lies = lies and (self.bond is Bond.IGNORED or not own.account)
            return _extends(own.code, first.code) or (lies and not _near(own.code, first.code))
        if first.proved or solid[0] in self.tree.children:
            return own.profile != first.profile or not own.priced
        return own.profile != first.profile and own.fill <= first.fill

    def _alike(self, own: Entry, kids: Sequence[Entry]) -> bool:
        """Whether a row is priced just as those that it would head: a chance sum of equal lines."""
        return own.priced and all(kid.priced and kid.profile == own.profile for kid in kids)

    def _totals(self) -> bool:
        """Top-down: a total takes the shortest run of open rows before it that makes its amount."""
        open_rows: list[int] = []
        taken = False
        for at in self._open():
            entry = self.entries[at]
            closing = entry.label is Label.SUM or not entry.name
            if closing and not entry.nil and not entry.proved and at not in self.tree.children:
                size = self._run_before(at, open_rows)
                if size:
                    kids = open_rows[len(open_rows) - size :]
                    del open_rows[len(open_rows) - size :]
                    self._adopt(at, list(kids))
                    self.tree.below.add(at)
                    taken = True
            open_rows.append(at)
        return taken

    def _run_before(self, at: int, open_rows: list[int]) -> int:
        target, filled = self.values[at], self.filled[at]
        total, made = [0] * len(target), [0] * len(target)
        if not any(filled):
            return 0
        for size in range(1, len(open_rows) + 1):
            other = open_rows[-size]
            _add(total, self.values[other])
            _add(made, self.made[other])
            if self.entries[other].nil:
                continue
            cut = size < len(open_rows) and self._cuts(open_rows[-size - 1], other)
            if not cut and (_fits(total, target, filled) or _fits(made, target, filled)):
                return size + self._nil_before(open_rows[: len(open_rows) - size])
            if not self.signed and any(
                f and t > v + SAME for t, v, f in zip(total, target, filled, strict=True)
            ):
                return 0
        return 0

    def _nil_before(self, open_rows: list[int]) -> int:
        """How many rows of nought stand at the end of some open rows."""
        count = 0
        while count < len(open_rows) and self.entries[open_rows[-count - 1]].nil:
            count += 1
        return count

    def _cuts(self, before: int, first: int) -> bool:
        """Whether a run that begins at a row would cut it off from the open heading just before it."""
        head, kid = self.entries[before], self.entries[first]
        if before in self.tree.children or head.label is not Label.NONE:
            return False
        leaf = first not in self.tree.children and kid.label is Label.NONE
        if leaf and (head.priced or head.profile == kid.profile) and not kid.begins and kid.order != 1:
            return True
        if head.proved or head.nil:
            return False
        if head.code and kid.code:
            return self.bond is not Bond.IGNORED and _extends(head.code, kid.code)
        lettered = head.style[0] in ("A", "I") and kid.style[0] not in ("A", "I", "teks")
        return lettered or (not head.priced and kid.priced)

    def _cuts_off(self, last: int, behind: int | None) -> bool:
        """Whether a run that ends at a row would leave out a line that goes on from it."""
        if behind is None or behind in self.tree.children or last in self.tree.children:
            return False
        kid, other = self.entries[last], self.entries[behind]
        if other.label is not Label.NONE or other.begins or other.nil or kid.style != other.style:
            return False
        if kid.order is not None and other.order is not None:
            return other.order == kid.order + 1
        return other.proved and other.profile == kid.profile

    def _adopt(self, at: int, kids: list[int]) -> None:
        self.tree.children[at] = kids
        for kid in kids:
            self.tree.parent[kid] = at

    def _mark(self, *, headings: bool) -> bool:
        """Rows whose form is that of headings, or of totals, take their rows though their sum is wrong."""
        tree = self.tree
        heads = Counter(self.entries[at].profile for at in tree.children if at not in tree.below)
        leaves = Counter(
            e.profile
            for at, e in enumerate(self.entries)
            if at not in tree.children and (tree.parent[at] is not None or e.proved)
        )
        marked = False
        loose = set(tree.loose())
        places = range(len(self.entries))
        for at in reversed(places) if headings else places:
            entry = self.entries[at]
            if entry.proved or entry.nil or at in tree.children or at in tree.aside:
                continue
            if at not in loose and at + 1 not in loose:
                continue  # it has its place, and nothing behind it wants one
            if entry.label is Label.SUM and (at not in loose or tree.parent[at] is not None):
                continue
            known = heads[entry.profile] >= TWICE and heads[entry.profile] >= TWICE * leaves[entry.profile]
            if entry.label is Label.SUM:
                marked = (not headings and self._force_total(at)) or marked
            elif not headings:
                continue
            elif known or self._formed(at):
                marked = self._force_heading(at) or marked
        return marked

    def _formed(self, at: int) -> bool:
        """A row without price before priced rows of another form: a heading, whatever its amount."""
        entry = self.entries[at]
        following = next((o for o in self._open() if o > at), None)
        if following is None or entry.priced:
            return False
        if self.tree.parent[at] is not None and following != at + 1:
            return False
        other = self.entries[following]
        if entry.code and other.code:
            return _extends(entry.code, other.code)
        if other.label is Label.SUM:
            return False
        if not other.priced and following not in self.tree.children:
            return entry.style[0] in ("A", "I") and other.style[0] not in ("A", "I", "teks")
        return entry.profile != other.profile and (
            other.priced or (_lettered(entry) and not _lettered(other))
        )

    def _force_heading(self, at: int) -> bool:
        entry, kids = self.entries[at], []
        for other in self._open():
            if other <= at:
                continue
            sibling = self.entries[other]
            if sibling.label is Label.SUM or sibling.profile == entry.profile:
                break
            if entry.code and sibling.code and not _extends(entry.code, sibling.code):
                break
            if not entry.code and sibling.style == entry.style and entry.style[0] != "teks":
                break
            kids.append(other)
        return self._force(at, kids)

    def _force_total(self, at: int) -> bool:
        """A row that calls itself a sum and is none: it should show the open rows before it, else behind."""
        open_rows = self._open()
        place = open_rows.index(at)
        before: list[int] = []
        for other in reversed(open_rows[:place]):
            closing = self.entries[other].label is Label.SUM
            if closing and not (before == [] or place == len(open_rows) - 1):
                break
            before.append(other)
        if before:
            self.tree.below.add(at)
            return self._force(at, before[::-1])
        return self._force(at, open_rows[place + 1 :]) if at == self.first else False

    def _force(self, at: int, kids: list[int]) -> bool:
        if not any(not self.entries[k].nil for k in kids):
            return False
        self._adopt(at, kids)
        should = [sum(self.made[k][c] for k in kids) for c in range(len(self.values[at]))]
        if _fits(should, self.values[at], self.filled[at]):
            return True
        self.tree.wrong[at] = tuple(should)
        self.made[at] = should
        return True

    def _recapitulations(self) -> None:
        """Rows behind the grand total that tell the amounts of headings again."""
        tree = self.tree
        roots = tree.roots()
        grand = [at for at in roots if at in tree.children and len(_descendants(tree, at)) * 2 >= at > 0]
        if not grand:
            return
        told = Counter(self.entries[at].values for at in tree.children)
        last = max([grand[0], *_descendants(tree, grand[0])])
        behind = [at for at in range(last + 1, len(self.entries)) if at not in tree.aside]
        if any(self.entries[at].proved for at in behind):
            return  # what multiplies is a line
        if behind and all(
            told[self.entries[at].values] or self.entries[at].nil or at in tree.children for at in behind
        ):
            for at in behind:
                for kid in tree.children.pop(at, []):
                    tree.parent[kid] = None
                tree.wrong.pop(at, None)
                tree.below.discard(at)
            for at in behind:
                tree.parent[at] = None
                tree.aside[at] = "rekapitulasi"

    def _carried(self) -> None:
        """`Pindahan`: the sum of all lines so far; what it should show where it shows another figure."""
        tree = self.tree
        so_far = [0] * (len(self.entries[0].values) if self.entries else 0)
        for at in range(len(self.entries)):
            if tree.aside.get(at) == "pindahan":
                shown = self.values[at]
                if not all(same(a, b) for a, b in zip(shown, so_far, strict=True)):
                    tree.wrong[at] = tuple(so_far)
            elif at not in tree.children and at not in tree.aside:
                so_far = [a + b for a, b in zip(so_far, self.values[at], strict=True)]


def _lettered(entry: Entry) -> bool:
    return entry.style[0] in ("A", "I")


def _add(total: list[int], values: Sequence[int]) -> None:
    for column, value in enumerate(values):
        total[column] += value


def _fits(total: Sequence[int], target: Sequence[int], filled: Sequence[bool]) -> bool:
    """Whether a sum is the target in every column that the target fills."""
    return all(same(t, v) or not f for t, v, f in zip(total, target, filled, strict=True))


def _descendants(tree: Tree, at: int) -> list[int]:
    out: list[int] = []
    stack = list(tree.children.get(at, ()))
    while stack:
        kid = stack.pop()
        out.append(kid)
        stack += tree.children.get(kid, ())
    return out


def _near(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two codes share so much that they are of one hierarchy, where codes do not lie."""
    common = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        common += 1
    return common >= 3 and common >= min(len(a), len(b)) - 2


def _extends(parent: tuple[str, ...], child: tuple[str, ...]) -> bool:
    """Whether a code goes on from another: `5.1` → `5.1.02`; zeros at the end of the first say nothing."""
    size = len(parent)
    while size > 1 and not parent[size - 1].strip("0"):
        size -= 1
    return len(child) > size and child[:size] == parent[:size] and child != parent
