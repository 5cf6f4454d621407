"""The lines of a budget arranged by their sums: details, headings, totals, and what is told again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from dak_excel.sheets.budget.hierarchy import place
from dak_excel.sheets.budget.nodes import Names, Node, order_of, style_of
from dak_excel.sheets.columns.matched import OLD, Matched
from dak_excel.sheets.layout.headers import HeaderColumn
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.readings.codes import vectors
from dak_excel.sheets.readings.plane import UNIT, cents, volume
from dak_excel.sheets.readings.relations import product_holds
from dak_excel.sheets.readings.thresholds import TAXES
from dak_excel.sheets.readings.tree import Entry, Label, Tree, Values
from dak_excel.sheets.readings.tree_search import search
from dak_excel.sheets.records import Baris
from dak_excel.sheets.tables.budget_body import Line
from dak_excel.sheets.vocabulary import Vocabulary

_SUM = re.compile(r"^(?:[a-z0-9]{1,4} )?(?:sub ?|grand ?)?(?:jumlah|total|subtotal|j u m l a h|t o t a l)\b")
_CARRIED = re.compile(r"\b(?:pindahan|dipindahkan|pemindahan|saldo pindah)\b")
_DISCOUNT = re.compile(r"^(?:diskon|discount|potongan|dikurangi|pengurangan|rabat)\b")
_DERIVED = re.compile(
    r"^(?:di ?bulatkan|pembulatan|surplus|defisit|silpa|persentase|terbilang|rata rata|selisih)\b"
)
_REVENUE = re.compile(r"^(?:pendapatan|penerimaan pembiayaan|pembiayaan daerah|penerimaan daerah)\b")
_REVENUE_SUM = re.compile(
    r"^(?:jumlah|total)\b(?! belanja).*\b(?:pendapatan|penerimaan pembiayaan|pembiayaan|defisit|surplus)\b"
    r"|^(?:surplus|defisit)\b"
)
_SECTION = re.compile(r"(?:[a-z0-9]{1,3} )?(pendapatan|belanja|pembiayaan)(?: (?:daerah|desa|negara))?")
_SPENDING = re.compile(r"\bbelanja\b")

AMOUNTS = ("jumlah", "pagu", "realisasi", "sd_bulan_ini", "bulan_ini")
"""Fields whose amounts add up along the tree; the first two that a table has are searched together."""


@dataclass(slots=True)
class Figures:
    """The numbers of the lines: amounts of one or two columns, and whether a line's product holds."""

    names: tuple[str, ...]
    values: list[Values]
    proved: list[bool]
    tested: list[bool]
    """The line has volume, price and amount."""


@dataclass(slots=True)
class Arranged:
    """Lines arranged: nodes in their order, and rows that tell again what others tell."""

    nodes: list[Node]
    tree: Tree
    dropped: dict[int, str] = field(default_factory=dict)
    """Rows that are no lines: `rekapitulasi`, `turunan`, `pendapatan`."""


def figures(view: View, matched: Matched, lines: Sequence[Line]) -> Figures:
    """The numbers of the lines under one reading of the columns."""
    have = matched.columns
    names = tuple(name for name in AMOUNTS if name in have)[:2]
    columns = [[have[n], *matched.more.get(n, [])[1:]] for n in names]
    factors = _factors(matched)
    price = have.get("harga")
    old = next(iter(matched.more.get(OLD, ())), None)
    values: list[Values] = []
    proved, tested = [], []
    for line in lines:
        row: list[int | None] = [_total(view, line.row, group) for group in columns]
        if line.amount is not None and row and row[0] is None:
            row[0] = round(line.amount * 100)
        values.append(tuple(row))
        amounts = [row[0] if row else None]
        if old is not None and amounts[0] is not None:
            amounts.append(cents(old.value(view, line.row)))
        told, whole = _product(view, line.row, price, factors, amounts)
        proved.append(told)
        tested.append(whole)
    return Figures(names, values, proved, tested)


def _factors(matched: Matched) -> list[HeaderColumn]:
    """The columns whose product is the volume: the whole where it stands behind its factors."""
    have, parts = matched.columns, matched.more.get("faktor", [])
    if "koefisien" in have:
        return [have["koefisien"]]
    whole = have.get("volume")
    if whole is None:
        return parts
    return [whole] if not parts or whole.column > parts[-1].column else [whole, *parts]


def _total(view: View, row: int, columns: Sequence[HeaderColumn]) -> int | None:
    numbers = [n for c in columns if (n := cents(c.value(view, row))) is not None]
    return sum(numbers) if numbers else None


def _product(
    view: View,
    row: int,
    price: HeaderColumn | None,
    factors: Sequence[HeaderColumn],
    amounts: Sequence[int | None],
) -> tuple[bool, bool]:
    """Whether volume × price is one of the amounts; and whether there are a volume, a price, the first."""
    if price is None or not factors or not amounts[0]:
        return False, False
    each = cents(price.value(view, row))
    made, found = 1, 0
    for column in factors:
        number = volume(column.value(view, row))
        if number:
            made, found = made * number, found + 1
    if not each or not found:
        return False, False
    made //= UNIT ** (found - 1)
    rates = (100, *TAXES)
    return any(
        product_holds(made, each, amount, rate) for amount in amounts if amount for rate in rates
    ), True


def label_of(line: Line, kosakata: Vocabulary) -> Label:
    """What a line calls itself."""
    text = kosakata.standard(line.text or line.mark)
    if _CARRIED.search(text):
        return Label.CARRIED
    if line.calculated:
        return Label.NONE
    if line.closes and not _DERIVED.match(text):
        return Label.SUM
    if _SUM.match(text) or any(text == w or text.startswith(w + " ") for w in kosakata.jumlah):
        return Label.SUM
    if _DISCOUNT.match(text):
        return Label.DISCOUNT
    if _DERIVED.match(text) and not line.kode:
        return Label.DERIVED
    return Label.NONE


def arrange_by_sums(
    lines: Sequence[Line],
    numbers: Figures,
    kosakata: Vocabulary,
    names_activity: Names,
    retold: Mapping[int, str],
) -> Arranged:
    """The lines with their places told by what adds up; `retold` are positions that tell others again."""
    nodes = [Node(line) for line in lines]
    for node in nodes:
        node.style = style_of(node.line)
    revenue = revenue_of(lines, kosakata)
    codes = vectors([line.path or line.kode for line in lines])
    at_entry = [
        at
        for at, values in enumerate(numbers.values)
        if at not in revenue and at not in retold and any(v is not None for v in values)
    ]
    told = set(at_entry)
    entries = [
        _entry(nodes[at], numbers, at, codes[at], kosakata, begins=at == 0 or at - 1 not in told)
        for at in at_entry
    ]
    tree = _search(entries) if entries else Tree([], [])
    arranged = Arranged(nodes, tree, {**dict.fromkeys(revenue, "pendapatan"), **retold})
    _structure(nodes, numbers)
    _from_tree(arranged, at_entry, codes)
    _name_activities(nodes, names_activity)
    place(nodes)
    _covers(arranged, at_entry)
    return arranged


def _search(entries: Sequence[Entry]) -> Tree:
    """The tree over both columns of amounts; where one contradicts, over the first, which is believed."""
    tree = search(entries)
    if tree.closed or len(entries[0].values) < 2:
        return tree
    first = search([replace(entry, values=entry.values[:1]) for entry in entries])
    return first if first.closed or first.score > tree.score else tree


def _entry(
    node: Node,
    numbers: Figures,
    at: int,
    code: tuple[tuple[str, ...], bool],
    kosakata: Vocabulary,
    *,
    begins: bool,
) -> Entry:
    line = node.line
    label = label_of(line, kosakata)
    depth = len([p for p in line.kode.split(".") if p])
    profile = (
        depth,
        node.style[0],
        line.column,
        line.calculated,
        label,
        tuple(v is not None for v in numbers.values[at]),
    )
    return Entry(
        values=numbers.values[at],
        proved=numbers.proved[at],
        code=code[0],
        account=code[1],
        style=node.style,
        order=order_of(line.mark) if not line.kode else None,
        label=label,
        fill=line.fill,
        profile=profile,
        priced=line.calculated,
        begins=begins,
        name=line.text or line.kode or line.mark,
    )


def revenue_of(lines: Sequence[Line], kosakata: Vocabulary) -> set[int]:
    """Positions of revenue and financing beside spending: no lines of a budget of spending."""
    texts = [kosakata.standard(line.text) for line in lines]
    if not any(_SPENDING.search(text) for text in texts):
        return set()
    out = _sections(texts)
    head = ""
    for at, line in enumerate(lines):
        kode = line.kode.rstrip(". ")
        if kode and not (head and _goes_on(head, kode)):
            head = kode if _REVENUE.match(texts[at]) else ""
        revenue = bool(_REVENUE_SUM.match(texts[at]) or (head and _REVENUE.match(texts[at])))
        if head if kode else revenue:
            out.add(at)
    return out


def _sections(texts: Sequence[str]) -> set[int]:
    """Positions under `PENDAPATAN` or `PEMBIAYAAN` where `BELANJA` heads a part of its own beside them."""
    heads = {at: match[1] for at, text in enumerate(texts) if (match := _SECTION.fullmatch(text))}
    if "belanja" not in heads.values():
        return set()
    out, section = set(), ""
    for at in range(len(texts)):
        section = heads.get(at, section)
        if section in ("pendapatan", "pembiayaan"):
            out.add(at)
    return out


def _goes_on(head: str, kode: str) -> bool:
    return kode == head or kode.startswith(f"{head}.")


def _structure(nodes: list[Node], numbers: Figures) -> None:
    """Lines without an amount: priced ones are lines, others head what follows."""
    for at, node in enumerate(nodes):
        blank = all(v is None for v in numbers.values[at])
        if blank and not node.line.calculated and not node.line.bullet:
            node.jenis = Baris.SUBTOTAL


def _name_activities(nodes: list[Node], names_activity: Names) -> None:
    """Headings that name a rincian or an activity, with an amount of their own or without."""
    for node in nodes:
        if node.jenis is Baris.SUBTOTAL and not node.line.kode and names_activity(node.line.text):
            node.activity, node.style = node.line.text, ("kegiatan", 0)


def _from_tree(
    arranged: Arranged, at_entry: Sequence[int], codes: Sequence[tuple[tuple[str, ...], bool]]
) -> None:
    """Sets what each line is from the tree."""
    nodes, tree = arranged.nodes, arranged.tree
    for at in arranged.dropped:
        nodes[at].jenis = Baris.TOTAL
    told = [nodes[at_entry[i]].line for i, entry in enumerate(tree.entries) if not entry.nil]
    priced = 2 * sum(line.calculated for line in told) >= len(told) > 0
    for place_, entry in enumerate(tree.entries):
        at = at_entry[place_]
        node = nodes[at]
        if why := tree.aside.get(place_):
            if why == "pindahan":
                node.jenis = Baris.TOTAL
            else:
                arranged.dropped[at] = why
                node.jenis = Baris.TOTAL
        elif place_ in tree.children:
            node.jenis = Baris.TOTAL if place_ in tree.below else Baris.SUBTOTAL
            if place_ not in tree.below:
                node.until = max(at, *(at_entry[k] for k in _all_below(tree, place_)))
        elif entry.label is Label.SUM and not entry.priced:
            node.jenis = Baris.TOTAL
        elif entry.nil and not entry.priced and (priced or _heads_nothing_told(nodes, at, codes)):
            node.jenis = Baris.SUBTOTAL
        if tree.negated and entry.label is Label.DISCOUNT and node.jenis is Baris.RINCI:
            node.negated = True


def _heads_nothing_told(
    nodes: Sequence[Node], at: int, codes: Sequence[tuple[tuple[str, ...], bool]]
) -> bool:
    """Whether a row of nought heads the next: a formula dragged along, or a code with nothing below it."""
    node = nodes[at]
    if node.line.calculated or at + 1 >= len(nodes):
        return False
    following = nodes[at + 1].line
    own, other = codes[at][0], codes[at + 1][0]
    if own and other:
        return len(other) > len(own) and other[: len(own)] == own
    return following.calculated or (following.fill > node.line.fill and following.amount is not None)


def _all_below(tree: Tree, at: int) -> list[int]:
    out, stack = [], list(tree.children.get(at, ()))
    while stack:
        kid = stack.pop()
        out.append(kid)
        stack += tree.children.get(kid, ())
    return out


def _covers(arranged: Arranged, at_entry: Sequence[int]) -> None:
    """What each heading and total sums, whether it does, and what it should show."""
    nodes, tree = arranged.nodes, arranged.tree
    lines = [at for at, node in enumerate(nodes) if node.jenis is Baris.RINCI and at not in arranged.dropped]
    for place_ in range(len(tree.entries)):
        at, node = at_entry[place_], nodes[at_entry[place_]]
        if tree.aside.get(place_) == "pindahan":
            node.jenis, node.covers = Baris.SUBTOTAL, (0, at - 1) if at else None
            node.above, node.tingkat = (), 1
            node.holds = place_ not in tree.wrong
        elif place_ in tree.children:
            below = [at_entry[k] for k in _all_below(tree, place_)]
            node.covers = (min(below), max(below))
            node.holds = place_ not in tree.wrong
            if place_ in tree.below:
                whole = not any(line < node.covers[0] or line > at for line in lines)
                node.jenis = Baris.TOTAL if whole else Baris.SUBTOTAL
                node.above = () if whole else tuple(i for i in node.above if i < node.covers[0])
                node.tingkat = 0 if whole else max(1, len(node.above))
        if place_ in tree.wrong:
            should = tree.wrong[place_]
            node.should = Decimal(should[0] or 0) / 100 if should else None
