"""Passes over the rows of a table of money: headings take the rows below them, totals those above."""

from __future__ import annotations

from collections.abc import Sequence

from dak_excel.sheets.readings.thresholds import SAME
from dak_excel.sheets.readings.tree import (
    Bond,
    Entry,
    Label,
    Tree,
    add_to,
    extends,
    fits,
    near_codes,
)


class Passes:
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
            return extends(own.code, entry.code)
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
            add_to(total, self.values[other])
            add_to(made, self.made[other])
            if entry.nil:
                continue
            if any(filled) and (fits(total, target, filled) or fits(made, target, filled)):
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
                return extends(own.code, other.code)
            if other.code == own.code:
                return not own.priced
            if (own.account and other.account) or near_codes(own.code, other.code):
                return extends(own.code, other.code)
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
            return extends(own.code, first.code) or (lies and not near_codes(own.code, first.code))
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
            add_to(total, self.values[other])
            add_to(made, self.made[other])
            if self.entries[other].nil:
                continue
            cut = size < len(open_rows) and self._cuts(open_rows[-size - 1], other)
            if not cut and (fits(total, target, filled) or fits(made, target, filled)):
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
            return self.bond is not Bond.IGNORED and extends(head.code, kid.code)
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
