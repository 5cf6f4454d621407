"""The tree of sums over the rows of a table of money: the first that closes, else the best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dak_excel.sheets.readings.thresholds import TWICE
from dak_excel.sheets.readings.tree import (
    Bond,
    Entry,
    Label,
    Tree,
    adds_up,
    descendants,
    extends,
    fits,
    leave,
    lettered,
    same,
)
from dak_excel.sheets.readings.tree_passes import Passes


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
        if adds_up(entries[total].values, [entries[at].values for at in rest]):
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
            leave(tree, at, "turunan")


class _Search(Passes):
    """A search: passes, then what forms and labels of rows tell, and passes again."""

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
            return extends(entry.code, other.code)
        if other.label is Label.SUM:
            return False
        if not other.priced and following not in self.tree.children:
            return entry.style[0] in ("A", "I") and other.style[0] not in ("A", "I", "teks")
        return entry.profile != other.profile and (other.priced or (lettered(entry) and not lettered(other)))

    def _force_heading(self, at: int) -> bool:
        entry, kids = self.entries[at], []
        for other in self._open():
            if other <= at:
                continue
            sibling = self.entries[other]
            if sibling.label is Label.SUM or sibling.profile == entry.profile:
                break
            if entry.code and sibling.code and not extends(entry.code, sibling.code):
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
        if fits(should, self.values[at], self.filled[at]):
            return True
        self.tree.wrong[at] = tuple(should)
        self.made[at] = should
        return True

    def _recapitulations(self) -> None:
        """Rows behind the grand total that tell the amounts of headings again."""
        tree = self.tree
        roots = tree.roots()
        grand = [at for at in roots if at in tree.children and len(descendants(tree, at)) * 2 >= at > 0]
        if not grand:
            return
        told = Counter(self.entries[at].values for at in tree.children)
        last = max([grand[0], *descendants(tree, grand[0])])
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
