"""The text of formulas: shared ones spelled out for each cell, plain arithmetic parsed to a tree.

Source: ECMA-376 part 1, 18.17.2 (syntax) and 18.3.1.40 (shared formulas).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dak_excel.sheets.formats.limits import COLUMNS, ROWS
from dak_excel.sheets.formats.sheet import Rectangle, cell_address, column_number
from dak_excel.sheets.grid import column_letters

LONGEST = 8_192
"""Characters of a formula: Excel's own most."""
DEEPEST = 64
"""Brackets inside one another: Excel's own most."""

Place = tuple[int, int]
"""(row, column), from 1."""


class Uncomputable(Exception):
    """A formula is more than plain arithmetic, or refers to something that is."""


@dataclass(frozen=True, slots=True)
class FormulaCell:
    """A cell with a formula. `kind` is `shared`, `array`, `dataTable` or empty.

    `valued`: a result is stored.
    """

    row: int
    column: int
    text: str
    kind: str = ""
    shared: str = ""
    valued: bool = True


@dataclass(frozen=True, slots=True)
class Constant:
    """A number."""

    value: float


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell, `$B$7`."""

    place: Place


@dataclass(frozen=True, slots=True)
class Area:
    """A range, `B7:B20`."""

    rectangle: Rectangle


@dataclass(frozen=True, slots=True)
class Terms:
    """Sum of parts, each with its sign."""

    parts: list[tuple[int, Node]]


@dataclass(frozen=True, slots=True)
class Factors:
    """Parts multiplied (`*`) and divided (`/`) from left to right."""

    parts: list[tuple[str, Node]]


@dataclass(frozen=True, slots=True)
class Call:
    """SUM, PRODUCT or SUBTOTAL with its arguments."""

    name: str
    arguments: list[Node]


Node = Constant | Reference | Area | Terms | Factors | Call

_SHIFT = re.compile(r"""("[^"]*"|'[^']*')|(?<![\w.$!])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(!])""")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|(?P<ref>\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\w.(!]))"
    r"|(?P<call>(?:SUM|SUBTOTAL|PRODUCT)\()|(?P<sign>[-+*/(),;:%]))",
    re.IGNORECASE,
)


def shifted(text: str, rows: int, columns: int) -> str:
    """A formula as it reads when copied that many rows down and columns to the right."""

    def move(match: re.Match[str]) -> str:
        if match[1]:
            return match[0]
        column = column_number(match[3]) + (0 if match[2] else columns)
        row = int(match[5]) + (0 if match[4] else rows)
        if not (0 < column <= COLUMNS and 0 < row <= ROWS):
            return "#REF!"
        return f"{match[2]}{column_letters(column)}{match[4]}{row}"

    return _SHIFT.sub(move, text)


class Texts:
    """The formula of each cell, without `=`; cells that share one get it shifted from the first."""

    def __init__(self, cells: Iterable[FormulaCell]) -> None:
        self._cells: dict[Place, FormulaCell] = {}
        self._masters: dict[str, FormulaCell] = {}
        for cell in cells:
            self._cells[cell.row, cell.column] = cell
            if cell.kind == "shared" and cell.text:
                self._masters[cell.shared] = cell

    def source(self, place: Place) -> str:
        """The formula as it stands in the file, for the first of the cells that share it."""
        cell = self._cells[place]
        if cell.kind == "shared" and not cell.text and cell.shared in self._masters:
            cell = self._masters[cell.shared]
        text = cell.text.strip().removeprefix("=")
        return text if cell.kind in ("", "shared", "normal") else f"{{{text}}}"  # as Excel shows an array's

    def of(self, place: Place) -> str:
        """The formula as it reads in that cell."""
        cell = self._cells[place]
        text = self.source(place)
        master = self._masters.get(cell.shared) if cell.kind == "shared" and not cell.text else None
        return shifted(text, cell.row - master.row, cell.column - master.column) if master else text

    def places(self, word: str) -> set[Place]:
        """The cells whose formula contains a word, in whatever case."""
        return {place for place in self._cells if word in self.source(place).upper()}


def parse(text: str) -> Node:
    """A formula (without `=`) as a tree. Raises Uncomputable when it is more than plain arithmetic."""
    if len(text) > LONGEST:
        raise Uncomputable
    tokens: list[tuple[str, str]] = []
    at, text = 0, text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match or not match.lastgroup:
            raise Uncomputable
        tokens.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    parser = _Parser(tokens)
    node = parser.expression(0)
    if parser.at < len(tokens):
        raise Uncomputable
    return node


class _Parser:
    """Recursive descent over the tokens of one formula."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0

    def take(self, *texts: str) -> str:
        """The next token when it is one of these, else empty."""
        if self.at < len(self.tokens) and self.tokens[self.at][1] in texts:
            self.at += 1
            return self.tokens[self.at - 1][1]
        return ""

    def expression(self, depth: int) -> Node:
        """Terms added and subtracted."""
        if depth > DEEPEST:
            raise Uncomputable
        terms = [(1, self.term(depth))]
        while sign := self.take("+", "-"):
            terms.append((1 if sign == "+" else -1, self.term(depth)))
        return terms[0][1] if len(terms) == 1 else Terms(terms)

    def term(self, depth: int) -> Node:
        """Factors multiplied and divided."""
        factors = [("*", self.factor(depth))]
        while sign := self.take("*", "/"):
            factors.append((sign, self.factor(depth)))
        return factors[0][1] if len(factors) == 1 else Factors(factors)

    def factor(self, depth: int) -> Node:
        """An atom with signs before it and per cent behind it; `+` before it changes nothing."""
        sign = 1
        while given := self.take("+", "-"):
            sign = -sign if given == "-" else sign
        node = self.atom(depth)
        while self.take("%"):
            node = Factors([("*", node), ("/", Constant(100))])
        return Terms([(-1, node)]) if sign < 0 else node

    def atom(self, depth: int) -> Node:
        """A number, reference, call or bracket."""
        if self.at >= len(self.tokens):
            raise Uncomputable
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == "number":
            return Constant(float(text))
        if kind == "ref":
            return Reference(_place(text))
        if kind == "call":
            return Call(text[:-1].upper(), self.arguments(depth + 1))
        if text != "(":
            raise Uncomputable
        node = self.expression(depth + 1)
        if not self.take(")"):
            raise Uncomputable
        return node

    def arguments(self, depth: int) -> list[Node]:
        """What stands between a call's brackets."""
        found = [self.argument(depth)]
        while self.take(",", ";"):
            found.append(self.argument(depth))
        if not self.take(")"):
            raise Uncomputable
        return found

    def argument(self, depth: int) -> Node:
        """`A1:B9`, else an expression."""
        here = self.tokens[self.at : self.at + 3]
        if [kind for kind, _ in here] == ["ref", "sign", "ref"] and here[1][1] == ":":
            self.at += 3
            (top, left), (bottom, right) = _place(here[0][1]), _place(here[2][1])
            return Area((min(top, bottom), min(left, right), max(top, bottom), max(left, right)))
        return self.expression(depth)


def _place(text: str) -> Place:
    place = cell_address(text)
    if not place:
        raise Uncomputable
    return place
