"""Leaf, heading or total: what each line of a budget is, what it stands under and what it sums.

The kode rekening decides where there are codes, the numbering (A, 1, a) where there are none, and the
amounts themselves where neither tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from rapidfuzz import fuzz

from dak_excel.sheets.budget_rows import BULLETS, Line
from dak_excel.sheets.records import Baris
from dak_excel.sheets.vocabulary import Kosakata

Style = tuple[str, int]

_ROMAN = re.compile(r"\(?[IVX]{1,5}[.)]*")
_UPPER = re.compile(r"\(?[A-Z][.)]*")
_LOWER = re.compile(r"\(?[a-z][.)]*")
_ARABIC = re.compile(r"\(?(\d{1,3}(?:\.\d{1,3})*)\.?(\)?)")
_RINCIAN = re.compile(r"[A-D]\s?[.-]?\s?[1-6]\b\.?")


@dataclass(slots=True)
class Node:
    """A line with its place: `covers` are the positions (first, last) of the lines that it sums."""

    line: Line
    jenis: Baris = Baris.RINCI
    tingkat: int = 0
    above: tuple[int, ...] = ()
    """Positions of the headings that it stands under, outermost first."""
    covers: tuple[int, int] | None = None
    style: Style = ("", 0)
    activity: str = ""
    """Text of a heading that names a rincian or an activity."""


@dataclass(slots=True)
class _Walk:
    stack: list[int] = field(default_factory=list)
    leaf_since: bool = False


def arrange(lines: list[Line], kosakata: Kosakata, names_activity: Callable[[str], bool]) -> list[Node]:
    """The lines as nodes, in their order."""
    nodes = [Node(line) for line in lines]
    _classify(nodes, kosakata, names_activity)
    _stack(nodes)
    _cover(nodes, kosakata)
    return nodes


def segments(kode: str) -> int:
    """Depth of a kode rekening: `5.1.02.` → 3."""
    return len([part for part in re.split(r"[.\s]+", kode) if part])


def style_of(line: Line) -> Style:
    """How a heading is numbered; headings of one style are of one level."""
    return ("kode", segments(line.kode)) if line.kode else mark_style(line.mark)


def mark_style(mark: str) -> Style:
    """The style of a number or letter: `A`, `IV.`, `1.2`, `a)`; `teks` for none."""
    mark = mark.strip()
    if not mark:
        return "teks", 0
    if mark.startswith("["):
        return mark, 0
    if _RINCIAN.fullmatch(mark):
        return "rincian", 0
    if _ROMAN.fullmatch(mark) and mark.strip("().") not in ("C", "D"):
        return "I", 0
    if _UPPER.fullmatch(mark):
        return "A", 0
    if match := _ARABIC.fullmatch(mark):
        closing = ")" if match[2] else ""
        return f"1{closing}", match[1].count(".")
    if _LOWER.fullmatch(mark):
        return ("a)" if mark.endswith(")") else "a"), 0
    return "teks", 0


def is_total(line: Line, kosakata: Kosakata) -> bool:
    """Whether a line closes what stands above it: `Jumlah`, `Sub Total A`."""
    text = kosakata.baku(line.text or line.mark)
    return (
        any(text == word or text.startswith(word + " ") for word in kosakata.jumlah) and not line.calculated
    )


def _classify(nodes: list[Node], kosakata: Kosakata, names_activity: Callable[[str], bool]) -> None:
    for node in nodes:
        node.style = style_of(node.line)
        if is_total(node.line, kosakata):
            node.jenis = Baris.TOTAL
    codes_head = _codes_head(nodes)
    for at, node in enumerate(nodes):
        line = node.line
        if node.jenis is Baris.TOTAL or line.calculated:
            continue
        if line.kode:
            node.jenis = _coded(nodes, at) if codes_head else Baris.RINCI
        elif line.mark in BULLETS and line.mark:
            continue
        elif not line.money or (
            _sums(nodes, at, names_activity) if codes_head or not _any_code(nodes) else True
        ):
            node.jenis = Baris.SUBTOTAL
            if names_activity(line.text):
                node.activity, node.style = line.text, ("kegiatan", 0)


def _any_code(nodes: list[Node]) -> bool:
    return any(node.line.kode for node in nodes)


def _codes_head(nodes: list[Node]) -> bool:
    """Whether lines with a code head the lines below them; else each line of the budget has a code.

    Codes of several depths are a hierarchy. Where all are of one depth, the sums decide between
    codes that head lines without a code, and texts that head lines with one.
    """
    coded = [n for n in nodes if n.line.kode and n.jenis is not Baris.TOTAL]
    if len({segments(n.line.kode) for n in coded}) > 1:
        return True
    bare = [n for n in nodes if not n.line.kode and n.jenis is not Baris.TOTAL]
    if any(n.line.calculated or (n.line.mark in BULLETS and n.line.mark) for n in bare):
        return True
    if any(n.line.calculated for n in coded) or not any(n.line.money for n in bare):
        return False
    if not any(n.line.money for n in coded):
        return True
    heads, leaves = _sums_of_blocks(nodes, coded=True), _sums_of_blocks(nodes, coded=False)
    if heads != leaves:
        return heads > leaves
    return bool(coded) and mark_style(coded[0].line.mark)[0] in ("A", "I")


def _sums_of_blocks(nodes: list[Node], *, coded: bool) -> int:
    """How many lines with a code (or without) are the sum of the other lines up to the next of theirs."""
    matches = 0
    head: Decimal | None = None
    total, count = Decimal(0), 0
    for node in [*nodes, None]:
        ends = node is None or node.jenis is Baris.TOTAL or bool(node.line.kode) is coded
        if ends:
            matches += head is not None and count > 0 and total == head
            head = node.line.amount if node and node.jenis is not Baris.TOTAL else None
            total, count = Decimal(0), 0
        elif node:
            total += node.line.amount or 0
            count += 1
    return matches


def _names_below(nodes: list[Node], at: int, names_activity: Callable[[str], bool]) -> bool:
    """Whether a line names an activity, and the line below it does not: it may head that one line."""
    return names_activity(nodes[at].line.text) and not names_activity(nodes[at + 1].line.text)


def _coded(nodes: list[Node], at: int) -> Baris:
    """In a hierarchy of codes: a line is a heading when lines of its own stand below it."""
    line = nodes[at].line
    following = nodes[at + 1] if at + 1 < len(nodes) else None
    if not line.money:
        return Baris.SUBTOTAL
    if following is None or following.jenis is Baris.TOTAL:
        return Baris.RINCI
    other = following.line
    if other.kode:
        deeper = segments(other.kode) > segments(line.kode)
        again = any(n.line.kode == line.kode and n.line.text == line.text for n in nodes[at + 1 :])
        return Baris.SUBTOTAL if deeper or again else Baris.RINCI
    return Baris.SUBTOTAL


def _sums(nodes: list[Node], at: int, names_activity: Callable[[str], bool]) -> bool:
    """Whether an amount without a calculation is the sum of the lines below it."""
    line, own = nodes[at].line, nodes[at].style
    if line.amount is None:
        return False
    if _sums_priced(nodes, at) or _sums_numbered(nodes, at):
        return True
    total, count = Decimal(0), 0
    for node in nodes[at + 1 :]:
        other = node.line
        if node.jenis is Baris.TOTAL or (node.style == own and not other.calculated and own[0] != "teks"):
            break
        if other.calculated or (other.money and (node.style != own or own[0] == "teks")):
            total += other.amount or 0
            count += 1
            if total == line.amount and (
                count > 1 or other.calculated or _names_below(nodes, at, names_activity)
            ):
                return True
    if not count:
        return False
    following = nodes[at + 1]
    if sum(1 for n in nodes if n.line.calculated) >= 2 and following.line.calculated:
        return own[0] in ("A", "I", "teks", "[#]", "[-]") and following.style != own
    return own[0] in ("A", "I") and following.style[0] not in ("A", "I")


def _sums_priced(nodes: list[Node], at: int) -> bool:
    """Whether an amount is the sum of the priced lines below it, whatever headings lie between them."""
    amount, total = nodes[at].line.amount, Decimal(0)
    for node in nodes[at + 1 :]:
        if node.jenis is Baris.TOTAL:
            return False
        if node.line.calculated and node.line.amount:
            total += node.line.amount
            if total == amount:
                return True
    return False


def _sums_numbered(nodes: list[Node], at: int) -> bool:
    """Whether an amount is the sum of lines below it that are numbered anew: 1, then 1, 2, 3 under it."""
    line = nodes[at].line
    if _number(line.mark) is None:
        return False
    total = Decimal(0)
    for wanted, node in enumerate(nodes[at + 1 :], 1):
        if node.jenis is Baris.TOTAL or _number(node.line.mark) != wanted:
            return False
        total += node.line.amount or 0
        if total == line.amount:
            return True
    return False


def _number(mark: str) -> int | None:
    """The number of a line that is numbered plainly: `3`, `3.`, `(3)`."""
    match = re.fullmatch(r"\(?(\d{1,3})[.)]*", mark.strip())
    return int(match[1]) if match else None


def _stack(nodes: list[Node]) -> None:
    """Gives each line the headings above it."""
    walk = _Walk()
    for at, node in enumerate(nodes):
        if node.jenis is Baris.RINCI:
            node.above = tuple(walk.stack)
            walk.leaf_since = True
        elif node.jenis is Baris.TOTAL:
            node.above = tuple(walk.stack)  # until `_close` knows what it sums
        else:
            _pop(walk, nodes, at)
            node.above = tuple(walk.stack)
            walk.stack.append(at)
            node.tingkat = len(walk.stack)
            walk.leaf_since = False


def _pop(walk: _Walk, nodes: list[Node], at: int) -> None:
    """Closes the headings that a new one does not stand under."""
    name, depth = nodes[at].style
    for place, i in enumerate(walk.stack):
        style = nodes[i].style
        closes = {
            "kegiatan": True,
            "kode": style[0] == "kode" and style[1] >= depth,
            "teks": style[0] == "teks" and walk.leaf_since and not _inside_code(walk, nodes, place, at),
        }.get(name, style[0] == name and style[1] >= depth)
        if closes:
            del walk.stack[place:]
            return


def _inside_code(walk: _Walk, nodes: list[Node], place: int, at: int) -> bool:
    """Whether a text heading only divides the lines of the code that it stands under."""
    codes = any(nodes[i].style[0] == "kode" for i in walk.stack[place:])
    return codes and at + 1 < len(nodes) and nodes[at + 1].jenis is Baris.RINCI


def _cover(nodes: list[Node], kosakata: Kosakata) -> None:
    """What each heading and total sums."""
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


def _close(nodes: list[Node], at: int, previous: int, final: bool, kosakata: Kosakata) -> None:
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


def _named(nodes: list[Node], at: int, kosakata: Kosakata) -> int | None:
    """The heading that a closing row names: `Jumlah A`, `Sub Total Belanja Bahan`."""
    text = kosakata.baku(nodes[at].line.text or nodes[at].line.mark)
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
        name = kosakata.baku(node.line.text)
        score = fuzz.ratio(rest, name)
        if score >= 85 and (best is None or score > best[0]):
            best = (score, place)
    return best[1] if best else None
