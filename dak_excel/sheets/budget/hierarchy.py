"""Leaf, heading or total: what each line of a budget is, and what it stands under.

The kode rekening decides where there are codes, the numbering (A, 1, a) where there are none, and the
amounts themselves (`sums`) where neither tells.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from dak_excel.sheets.budget.nodes import Node, is_account, is_total, mark_style, order_of, segments, style_of
from dak_excel.sheets.budget.sums import cover, headings
from dak_excel.sheets.records import Baris
from dak_excel.sheets.tables.budget_body import Line
from dak_excel.sheets.vocabulary import Vocabulary


@dataclass(slots=True)
class _Walk:
    stack: list[int] = field(default_factory=list)
    leaf_since: bool = False


def arrange(lines: list[Line], kosakata: Vocabulary, names_activity: Callable[[str], bool]) -> list[Node]:
    """The lines as nodes, in their order."""
    nodes = [Node(line) for line in lines]
    _classify(nodes, kosakata, names_activity)
    place(nodes)
    cover(nodes, kosakata)
    return nodes


def _classify(nodes: list[Node], kosakata: Vocabulary, names_activity: Callable[[str], bool]) -> None:
    for node in nodes:
        node.style = style_of(node.line)
        if node.line.closes or is_total(node.line, kosakata):
            node.jenis = Baris.TOTAL
    codes_head = _codes_head(nodes)
    flat = not codes_head and any(node.line.kode for node in nodes)
    for at, node in enumerate(nodes):
        line = node.line
        if node.jenis is Baris.TOTAL or line.calculated:
            continue
        if line.kode:
            node.jenis = _coded(nodes, at) if codes_head else Baris.RINCI
        elif not line.bullet and (flat or not line.money):
            node.jenis = Baris.SUBTOTAL
    for at, end in ({} if flat else headings(nodes, names_activity)).items():
        nodes[at].jenis = Baris.SUBTOTAL
        if nodes[at].style[0] == "teks":
            nodes[at].until = end
    for node in nodes:
        if node.jenis is Baris.SUBTOTAL and not node.line.kode and names_activity(node.line.text):
            node.activity, node.style = node.line.text, ("kegiatan", 0)


def _codes_head(nodes: list[Node]) -> bool:
    """Whether lines with a code head the lines below them; else each line of the budget has a code.

    Codes of several depths are a hierarchy. Where all are of one depth, the sums decide between
    codes that head lines without a code, and texts that head lines with one.
    """
    coded = [n for n in nodes if n.line.kode and n.jenis is not Baris.TOTAL]
    if len({segments(n.line.kode) for n in coded}) > 1:
        return True
    bare = [n for n in nodes if not n.line.kode and n.jenis is not Baris.TOTAL]
    if any(n.line.calculated or n.line.bullet for n in bare):
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


def place(nodes: list[Node]) -> None:
    """Gives each line the headings above it."""
    walk = _Walk()
    for at, node in enumerate(nodes):
        _end_summed(walk, nodes, at)
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


def _end_summed(walk: _Walk, nodes: list[Node], at: int) -> None:
    """Closes the headings whose amount ends above a line."""
    for place, i in enumerate(walk.stack):
        until = nodes[i].until
        if until is not None and at > until and nodes[at].jenis is not Baris.TOTAL:
            del walk.stack[place:]
            return


def _pop(walk: _Walk, nodes: list[Node], at: int) -> None:
    """Closes the headings that a new one does not stand under."""
    for place in range(len(walk.stack)):
        if _closes(walk, nodes, place, at):
            del walk.stack[place:]
            return


def _closes(walk: _Walk, nodes: list[Node], place: int, at: int) -> bool:
    """Whether a new heading closes one that is open, and with it all that stand under that."""
    new, earlier = nodes[at], nodes[walk.stack[place]]
    name, depth = new.style
    if earlier.until is not None and at <= earlier.until:
        return False
    match name:
        case "kegiatan":
            return _activity_closes(walk, nodes, place, at)
        case "kode" if earlier.style[0] == "kode":
            return _code_closes(earlier, new)
        case "kode":
            return _divides_a_code(walk, nodes, place)
        case "teks":
            return _text_closes(walk, nodes, place, at)
    if earlier.style[0] == "kegiatan":
        return _next_in_order(walk, nodes, place, at)
    return earlier.style[0] == name and earlier.style[1] >= depth


def _activity_closes(walk: _Walk, nodes: list[Node], place: int, at: int) -> bool:
    """An activity closes the one before it; the first one after lines closes all but the code it divides."""
    styles = [nodes[i].style[0] for i in walk.stack]
    if "kegiatan" in styles:
        return styles[place] == "kegiatan"
    if not walk.leaf_since:
        return False
    return "kode" not in styles[place:] if nodes[at].line.mark.startswith("[") else True


def _code_closes(earlier: Node, new: Node) -> bool:
    """A code closes those as deep as itself; a kode rekening stands under the code of any program."""
    if is_account(new.line.kode) is not is_account(earlier.line.kode):
        return is_account(earlier.line.kode)
    return earlier.style[1] >= new.style[1]


def _divides_a_code(walk: _Walk, nodes: list[Node], place: int) -> bool:
    """Whether a heading without a code has only divided the lines of the code that it stands under."""
    coded = [nodes[i].style[0] == "kode" for i in walk.stack]
    return walk.leaf_since and any(coded[:place]) and not any(coded[place:])


def _next_in_order(walk: _Walk, nodes: list[Node], place: int, at: int) -> bool:
    """Whether a numbered heading is the next after an activity, and of no heading under it."""
    activity, new = nodes[walk.stack[place]].line.mark, nodes[at]
    if mark_style(activity) != new.style or any(nodes[i].style == new.style for i in walk.stack[place + 1 :]):
        return False
    before, own = order_of(activity), order_of(new.line.mark)
    return before is not None and own == before + 1


def _text_closes(walk: _Walk, nodes: list[Node], place: int, at: int) -> bool:
    """Whether a text heading closes an earlier one; one whose amount tells its end stays until then."""
    earlier = nodes[walk.stack[place]]
    if earlier.style[0] != "teks" or earlier.until is not None or not walk.leaf_since:
        return False
    return not _inside_code(walk, nodes, place, at)


def _inside_code(walk: _Walk, nodes: list[Node], place: int, at: int) -> bool:
    """Whether a text heading only divides the lines of the code that it stands under."""
    codes = any(nodes[i].style[0] == "kode" for i in walk.stack[place:])
    return codes and at + 1 < len(nodes) and nodes[at + 1].jenis is Baris.RINCI
