"""Widths of table columns by what stands in them, so that a number or a heading's word does not break.

Only tables with a heading row and fixed widths: one that Word fits itself is left alone. Tables with the same
headings get the same widths. How wide a text is follows from the advance widths of Helvetica, which Arial
shares (Adobe Core 14 AFM), with a little to spare for another font.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from dak_excel.reports.word.columns import cells, heads

SPARE = 1.06
"""For a font that is a little wider than Arial."""
LONGEST_WORD = 0.3
"""Of the table's width: a longer word breaks."""
POWER = 4
"""How much more a long text counts than a short one: widths that keep the sum of (length ÷ width) to this
power least are as the (POWER + 1)th root of the sum of the lengths to it."""
_PADDING = 108
"""Twips left and right of a cell's text where the table does not say."""
_BORDER = 20

_THIN = frozenset("ijl.,:;'|!()[]ftrI/- \xa0")
_WIDE = frozenset("mwMW@%—…")
_THOUSANDTHS = {"thin": 315, "upper": 705, "wide": 900, "other": 560}
"""Of the font's size; bold is a twentieth wider."""

Column = tuple[float, float, float]
"""Of a column in twips: the widest word, the widest line, and how much width all its texts ask for."""


def by_content(document: Document) -> None:
    """Sets the widths of all such tables of a document."""
    sizes = _sizes(document)
    groups: dict[tuple[str, ...], list[Any]] = defaultdict(list)
    for table in document.element.body.iter(qn("w:tbl")):
        if _fitted(table):
            groups[_headings(table)].append(table)
    for tables in groups.values():
        count = len(tables[0].tblGrid)
        measured = [_measure(table, sizes) for table in tables]
        columns = [_together([m[n] for m in measured]) for n in range(count)]
        for table in tables:
            _set(table, _share(columns, sum(_grid(table))))


def _together(same: list[Column]) -> Column:
    """One column of several tables."""
    asked: float = sum(one[2] ** (POWER + 1) for one in same) ** (1 / (POWER + 1))
    return max(one[0] for one in same), max(one[1] for one in same), asked


def _fitted(table: Any) -> bool:
    """Whether the widths of a table are fixed and its first row is a heading."""
    rows = table.findall(qn("w:tr"))
    layout = table.find(f"{qn('w:tblPr')}/{qn('w:tblLayout')}")
    fixed = layout is not None and layout.get(qn("w:type")) == "fixed"
    return bool(fixed and rows and heads(rows[0]) and all(_grid(table)))


def _headings(table: Any) -> tuple[str, ...]:
    first = table.find(qn("w:tr"))
    return tuple(_text(cell) for _, _, cell in cells(first))


def _text(element: Any) -> str:
    return "".join(t.text or "" for t in element.iter(qn("w:t")))


def _grid(table: Any) -> list[int]:
    return [int(column.get(qn("w:w")) or 0) for column in table.tblGrid]


def _sizes(document: Document) -> dict[str, float]:
    """The font size of each paragraph style in points."""
    found = {}
    for style in document.styles:
        at: Any = style
        while at is not None and getattr(at, "font", None) is not None and at.font.size is None:
            at = at.base_style
        size = getattr(getattr(at, "font", None), "size", None)
        found[style.style_id] = float(size.pt) if size is not None else 12.0
    return found


def _measure(table: Any, sizes: dict[str, float]) -> list[Column]:
    """What each column needs; a cell over several columns says nothing of them."""
    words, lines, sums = ([0.0] * len(table.tblGrid) for _ in range(3))
    padding = _padding(table)
    for row in table.findall(qn("w:tr")):
        for at, span, cell in cells(row):
            if span != 1 or at >= len(words):
                continue
            for text, size in _paragraphs(cell, sizes):
                line = _wide(text, size) + padding
                lines[at] = max(lines[at], line)
                sums[at] += line**POWER
                longest = max((_wide(word, size) for word in text.split(" ")), default=0.0)
                words[at] = max(words[at], longest + padding)
    asked = [float(total ** (1 / (POWER + 1))) for total in sums]
    return list(zip(words, lines, asked, strict=True))


def _padding(table: Any) -> float:
    total = float(_BORDER)
    for side in ("left", "right"):
        told = table.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}/{qn(f'w:{side}')}")
        total += float(told.get(qn("w:w"))) if told is not None else _PADDING
    return total


def _paragraphs(cell: Any, sizes: dict[str, float]) -> Iterator[tuple[str, float]]:
    """The texts of a cell with their size in points, a twentieth more where they are bold."""
    for paragraph in cell.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        size = sizes.get(style.get(qn("w:val")) if style is not None else "Normal", 12.0)
        bold = paragraph.find(f"{qn('w:r')}/{qn('w:rPr')}/{qn('w:b')}") is not None
        yield _text(paragraph), size * (1.05 if bold else 1.0)


def _wide(text: str, size: float) -> float:
    """Twips that a text takes on one line."""
    return sum(map(_advance, text)) / 1000 * size * 20 * SPARE


def _advance(letter: str) -> int:
    kind = (
        "thin" if letter in _THIN else "wide" if letter in _WIDE else "upper" if letter.isupper() else "other"
    )
    return _THOUSANDTHS[kind]


def _share(columns: list[Column], total: int) -> list[int]:
    """The width of each column: at least its widest word, at most its widest line, between them as its texts
    ask for, so that the rows of all are as low as can be."""
    least = [min(word, total * LONGEST_WORD) for word, _, _ in columns]
    if sum(least) >= total:
        return _whole([width * total / sum(least) for width in least], total)
    most = [max(line, low) for (_, line, _), low in zip(columns, least, strict=True)]
    if sum(most) <= total:  # all on one line: the rest goes to all alike
        return _whole([width * total / sum(most) for width in most], total)
    fixed: dict[int, float] = {}
    while True:
        free = [n for n in range(len(columns)) if n not in fixed]
        left, asked = total - sum(fixed.values()), sum(columns[n][2] for n in free) or 1.0
        share = {n: left * columns[n][2] / asked for n in free}
        narrow = {n: least[n] for n in free if share[n] < least[n]}
        bound = narrow or {n: most[n] for n in free if share[n] > most[n]}
        if not bound or len(bound) == len(free):
            widths = [{**share, **fixed}[n] for n in range(len(columns))]
            return _whole([width * total / sum(widths) for width in widths], total)
        fixed |= bound


def _whole(widths: list[float], total: int) -> list[int]:
    rounded = [max(1, int(width)) for width in widths]
    rounded[rounded.index(max(rounded))] += total - sum(rounded)
    return rounded


def _set(table: Any, widths: list[int]) -> None:
    for column, width in zip(table.tblGrid, widths, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table.findall(qn("w:tr")):
        for at, span, cell in cells(row):
            told = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
            if told is not None:
                told.set(qn("w:w"), str(sum(widths[at : at + span])))
                told.set(qn("w:type"), "dxa")
