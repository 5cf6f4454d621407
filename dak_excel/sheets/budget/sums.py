"""What the amounts of a budget say: which line is the sum of those below it, and what each total sums."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from rapidfuzz import fuzz

from dak_excel.sheets.budget.nodes import Names, Node, letter_of, number_of, segments
from dak_excel.sheets.records import Baris
from dak_excel.sheets.vocabulary import Vocabulary

LETTERED = ("A", "I")
"""Styles that head lines numbered otherwise."""


def headings(nodes: list[Node], names: Names) -> dict[int, int]:
    """Lines without a price or code of their own that head others, each with the last line it heads.

    A line heads those below it when its amount is their sum and its form agrees: its number, its emptier
    cells, or the activity that it names. Where the form says nothing, the closing total decides. A line
    whose form leaves no doubt heads what follows though its sum is wrong.
    """
    found = _tree(nodes, names, weak=False)
    total = _total(nodes)
    if total is not None and _top(nodes, found) != total:
        more = _tree(nodes, names, weak=True)
        if _top(nodes, more) == total:
            return more
    return found


def _candidate(node: Node) -> bool:
    line = node.line
    free = node.jenis is Baris.RINCI and not line.calculated and not line.kode and line.money
    return free and line.amount is not None


def _tree(nodes: list[Node], names: Names, *, weak: bool) -> dict[int, int]:
    """Headings from the bottom up: the lines of a heading further down count as that heading alone."""
    ends = list(range(len(nodes)))
    found: dict[int, int] = {}
    for at in reversed(range(len(nodes))):
        node = nodes[at]
        if node.jenis is Baris.SUBTOTAL and node.line.kode:
            ends[at] = _end_of_code(nodes, at)
        elif _candidate(node):
            end = _summed(nodes, at, ends, found, names, weak=weak)
            if end is None and _formed(nodes, at, names):
                end = at + 1
            if end is not None:
                ends[at] = found[at] = end
    return found


def _end_of_code(nodes: list[Node], at: int) -> int:
    """The last line below a code, by the depth of the codes that follow."""
    depth, end = segments(nodes[at].line.kode), at
    for later in range(at + 1, len(nodes)):
        other = nodes[later]
        if other.jenis is Baris.TOTAL or (other.line.kode and segments(other.line.kode) <= depth):
            break
        if not other.line.kode and other.line.money and not other.line.calculated and not other.line.bullet:
            break
        end = later
    return end


def _summed(
    nodes: list[Node], at: int, ends: list[int], found: dict[int, int], names: Names, *, weak: bool
) -> int | None:
    """The last of the lines below that an amount sums; None when it sums none."""
    own = nodes[at]
    total, children = Decimal(0), []
    later = at + 1
    while later < len(nodes) and nodes[later].jenis is not Baris.TOTAL:
        other = nodes[later]
        if other.style == own.style and own.style[0] in LETTERED:
            break
        if other.line.money or other.line.calculated:
            total += other.line.amount or 0
            children.append(later)
            later = ends[later] + 1
            if total == own.line.amount and own.line.amount:
                agrees = weak or _agrees(nodes, at, children, found, names)
                return _with_nil(nodes, later) if agrees else None
        else:
            later += 1
    return None


def _with_nil(nodes: list[Node], later: int) -> int:
    """The end of a block, with priced lines of no amount that follow."""
    while later < len(nodes) and nodes[later].line.calculated and not nodes[later].line.amount:
        later += 1
    return later - 1


def _agrees(nodes: list[Node], at: int, children: Sequence[int], found: dict[int, int], names: Names) -> bool:
    """Whether a line looks like the heading of lines that it is the sum of."""
    own, first = nodes[at], nodes[children[0]]
    if len(children) == 1 and _equal_lines(nodes, at, children[0]):
        return False
    if any(nodes[child].line.calculated or nodes[child].line.kode for child in children):
        return True
    if names(own.line.text) and not names(first.line.text):
        return True
    if len(children) == 1 and children[0] in found:
        return True
    if own.style[0] in LETTERED and first.style[0] not in LETTERED:
        return True
    if number_of(own.line.mark) is not None and _numbered_anew(nodes, children):
        return True
    return own.line.fill < min(
        nodes[child].line.fill for child in children if child not in found or len(children) > 1
    )


def _equal_lines(nodes: list[Node], at: int, child: int) -> bool:
    """Whether a line and the one of its amount below it run in one series: a table of equal amounts.

    Then one is not the sum of the other, whatever cells either has filled beside the amount.
    """
    own, below = nodes[at].line, nodes[child].line
    if own.kode or below.kode:
        return bool(own.kode and below.kode) and not below.kode.startswith(own.kode.rstrip(".") + ".")
    marks = number_of(own.mark), number_of(below.mark)
    if marks[0] is not None and marks[1] is not None:
        return marks[1] == marks[0] + 1
    beside = [n for n in (at - 1, child + 1) if 0 <= n < len(nodes)]
    unmarked = not own.mark and not below.mark
    return unmarked and any(nodes[n].line.amount == own.amount and not nodes[n].line.mark for n in beside)


def _numbered_anew(nodes: list[Node], children: Sequence[int]) -> bool:
    """Whether lines are numbered 1, 2, 3 or a, b, c from the first of them."""
    marks = [nodes[child].line.mark for child in children]
    wanted = list(range(1, len(children) + 1))
    return [number_of(mark) for mark in marks] == wanted or [letter_of(mark) for mark in marks] == wanted


def _formed(nodes: list[Node], at: int, names: Names) -> bool:
    """Whether a line is a heading by its form, whatever its amount."""
    if at + 1 >= len(nodes) or nodes[at + 1].jenis is Baris.TOTAL:
        return False
    own, following = nodes[at], nodes[at + 1]
    if names(own.line.text) and not names(following.line.text) and following.line.calculated:
        return True
    if own.style[0] in LETTERED:
        return following.style[0] not in LETTERED and (following.line.money or following.line.calculated)
    priced = sum(1 for node in nodes if node.line.calculated)
    return (
        priced >= 2
        and following.line.calculated
        and own.style[0] in ("teks", "[#]", "[-]")
        and following.style != own.style
    )


def _total(nodes: list[Node]) -> Decimal | None:
    """The amount of the last closing row."""
    return next((n.line.amount for n in reversed(nodes) if n.jenis is Baris.TOTAL), None)


def _top(nodes: list[Node], found: dict[int, int]) -> Decimal:
    """The sum of all lines that are no headings."""
    lines = (
        n.line.amount or Decimal(0)
        for at, n in enumerate(nodes)
        if n.jenis is Baris.RINCI and at not in found
    )
    return sum(lines, Decimal(0))


def cover(nodes: list[Node], kosakata: Vocabulary) -> None:
    """Sets what each heading and total sums."""
    for at, node in enumerate(nodes):
        if node.jenis is Baris.SUBTOTAL:
            end = _end_of_block(nodes, at)
            node.covers = (at + 1, end) if end > at else None
    closing = [at for at, node in enumerate(nodes) if node.jenis is Baris.TOTAL]
    previous = -1
    for at in closing:
        _close(nodes, at, previous, at == closing[-1], kosakata)
        previous = at


def _end_of_block(nodes: list[Node], at: int) -> int:
    """The last line that stands under a heading.

    A heading beside it without an amount of its own is counted in where the amount says so: dinas number
    a code wrongly and still sum it where it belongs.
    """
    node, end = nodes[at], at
    beside = False
    for later in range(at + 1, len(nodes)):
        other = nodes[later]
        if other.jenis is Baris.TOTAL:
            continue
        if at not in other.above and not beside:
            amount = node.line.amount
            if (
                other.jenis is Baris.RINCI
                or other.line.money
                or amount is None
                or _sum(nodes, at + 1, end) == amount
            ):
                break
            beside = True
        elif beside and other.jenis is Baris.SUBTOTAL and other.line.money and other.tingkat <= node.tingkat:
            return _end_without_beside(nodes, at)
        if other.jenis is Baris.RINCI:
            end = later
            if beside and _sum(nodes, at + 1, end) == node.line.amount:
                return end
    return _end_without_beside(nodes, at) if beside else end


def _end_without_beside(nodes: list[Node], at: int) -> int:
    lines = [i for i, n in enumerate(nodes) if at in n.above and n.jenis is Baris.RINCI]
    return lines[-1] if lines else at


def _sum(nodes: list[Node], first: int, last: int) -> Decimal:
    return sum(
        (n.line.amount or Decimal(0) for n in nodes[first : last + 1] if n.jenis is Baris.RINCI), Decimal(0)
    )


def _close(nodes: list[Node], at: int, previous: int, final: bool, kosakata: Vocabulary) -> None:
    """What a `Jumlah` row sums: the heading that it names, else what its amount fits, else its place."""
    node = nodes[at]
    amount = node.line.amount
    choices: list[int] = []
    named = _named(nodes, at, kosakata)
    if named is not None:
        choices.append(named + 1)
    whole = _sum(nodes, 0, at - 1)
    if named is None and final and (amount is None or amount == whole):
        node.covers = (0, at - 1)
        node.above = ()
        return
    choices.append(previous + 1)
    choices += [i + 1 for i in reversed(node.above)]
    choices.append(0)
    fitting = [
        first
        for first in choices
        if amount is not None and first < at and _sum(nodes, first, at - 1) == amount
    ]
    if fitting:
        first = fitting[0]
    elif named is not None:
        first = named + 1
    elif final:
        first = 0
    else:
        first = previous + 1
    node.covers = (first, at - 1) if first < at else None
    if final and _nothing_before(nodes, first):
        node.above = ()
        return
    node.jenis = Baris.SUBTOTAL
    node.above = tuple(i for i in node.above if i < first)
    node.tingkat = max(1, len(node.above))


def _nothing_before(nodes: list[Node], first: int) -> bool:
    return not any(n.jenis is Baris.RINCI for n in nodes[:first])


def _named(nodes: list[Node], at: int, kosakata: Vocabulary) -> int | None:
    """The heading that a closing row names: `Jumlah A`, `Sub Total Belanja Material`."""
    text = kosakata.standard(nodes[at].line.text or nodes[at].line.mark)
    rest = text
    for word in sorted(kosakata.jumlah, key=len, reverse=True):
        if text == word:
            return None
        if text.startswith(word + " "):
            rest = text[len(word) + 1 :]
            break
    if rest in ("total", "keseluruhan", "biaya", "anggaran", "seluruhnya", "jumlah", "belanja", "rab"):
        return None
    best: tuple[float, int] | None = None
    for place in reversed(range(at)):
        node = nodes[place]
        if node.jenis is not Baris.SUBTOTAL or (node.covers is None and not node.tingkat):
            continue
        mark = node.line.mark.strip(" .)(").casefold()
        if mark and rest == mark:
            return place
        name = kosakata.standard(node.line.text)
        score = fuzz.ratio(rest, name)
        if score >= 85 and (best is None or score > best[0]):
            best = (score, place)
    return best[1] if best else None
