"""Formulas without a stored value: computed where they are plain sums, differences, products or quotients.

Files from export libraries carry formulas that no program has calculated yet. `SUM`, `PRODUCT`,
`SUBTOTAL(9; …)` and `+ - * / %` over cells of the same sheet are computed here, also through one another;
everything else is left unvalued, with its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dak_excel.sheets.formats.formulatext import (
    Area,
    Call,
    Constant,
    Factors,
    FormulaCell,
    Node,
    Place,
    Reference,
    Terms,
    Texts,
    Uncomputable,
    parse,
)
from dak_excel.sheets.formats.sheet import RawSheet, Rectangle, tidy_number
from dak_excel.sheets.grid import ERRORS, Value

WORK = 20_000_000
"""Cells looked at and characters read for all formulas of a workbook, a few seconds' worth; running totals
over 100,000 rows would look at billions of cells."""
_SUM, _SUM_VISIBLE = 9, 109  # functions of SUBTOTAL


class _CellError(Exception):
    """A formula's result is an error value, `#DIV/0!`."""


@dataclass(slots=True)
class Work:
    """What the formulas of a workbook may still cost."""

    left: int = field(default_factory=lambda: WORK)

    def take(self, units: int) -> None:
        """Takes some of it. Raises Uncomputable when none is left."""
        self.left -= units
        if self.left < 0:
            raise Uncomputable


def fill(
    sheet: RawSheet,
    cells: list[FormulaCell],
    work: Work,
    *,
    recalculated: bool = False,
    filtered: bool = False,
) -> None:
    """Puts results into the formula cells that have none; what cannot be computed goes to `unvalued`.

    `recalculated`: the writer left all results to be computed on opening, so that a stored 0 is no result
    (XlsxWriter). `filtered`: hidden rows are hidden by a filter, whose rows SUBTOTAL(9) leaves out.
    """
    pending = {
        (cell.row, cell.column)
        for cell in cells
        if not cell.valued or (recalculated and _is_zero(_at(sheet, cell.row, cell.column)))
    }
    if pending:
        _Computer(sheet, Texts(cells), pending, filtered, work).run()


def _is_zero(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value == 0


def _at(sheet: RawSheet, row: int, column: int) -> Value:
    cells = sheet.rows[row - 1] if row <= len(sheet.rows) else ()
    return cells[column - 1] if column <= len(cells) else None


class _Computer:
    """Computes the pending formulas of one sheet, each after those that it needs."""

    def __init__(
        self, sheet: RawSheet, texts: Texts, pending: set[Place], filtered: bool, work: Work
    ) -> None:
        self.sheet = sheet
        self.texts = texts
        self.pending = pending
        self.filtered = filtered
        self.last_row = max(pending)[0]
        self.last_row = max(self.last_row, len(sheet.rows))
        self.subtotals = texts.places("SUBTOTAL(")
        self.work = work
        self.done: set[Rectangle] = set()
        self.sums: dict[Rectangle, float] = {}

    def run(self) -> None:
        """Computes all."""
        for place in sorted(self.pending):
            self.settle(place)

    def settle(self, place: Place) -> None:
        """Computes a formula and, first, those that it needs; one that needs itself is left unvalued."""
        stack, waiting = [place], set[Place]()
        while stack:
            top = stack[-1]
            if top in self.pending:
                try:
                    node = self.parsed(top)
                    needed = list(self.needs(node))
                    if needed and top not in waiting:
                        waiting.add(top)
                        stack.extend(needed)
                        continue
                    self.store(top, self.circular() if needed else self.value(node))
                except _CellError as error:
                    self.store(top, str(error))
                except (Uncomputable, OverflowError):
                    self.store(top, None)
                    self.sheet.unvalued[top] = "=" + (
                        self.texts.of(top) if self.work.left > 0 else self.texts.source(top)
                    )
            stack.pop()

    def parsed(self, place: Place) -> Node:
        """A cell's formula as a tree. Raises Uncomputable beyond WORK."""
        self.work.take(len(self.texts.source(place)))
        return parse(self.texts.of(place))

    def circular(self) -> Value:
        """A formula needs its own result."""
        raise Uncomputable

    def store(self, place: Place, value: Value) -> None:
        """The result of a formula."""
        self.pending.discard(place)
        if isinstance(value, float):
            value = tidy_number(value) if value - value == 0 else "#NUM!"
        self.sheet.put(*place, value)

    def needs(self, node: Node) -> Iterator[Place]:
        """The cells of an expression whose own formulas are still to be computed."""
        if isinstance(node, Reference):
            if node.place in self.pending:
                yield node.place
        elif isinstance(node, Area):
            yield from self.pending_in(node.rectangle)
        elif isinstance(node, Call):
            for argument in node.arguments:
                yield from self.needs(argument)
        elif isinstance(node, Terms | Factors):
            for _, part in node.parts:
                yield from self.needs(part)

    def pending_in(self, rectangle: Rectangle) -> list[Place]:
        """The cells of a range that are still to be computed. Raises Uncomputable beyond WORK."""
        if rectangle in self.done:
            return []
        top, left, bottom, right = rectangle
        size = (min(bottom, self.last_row) - top + 1) * (right - left + 1)
        self.work.take(max(size, 0) + 1)
        if size > len(self.pending):
            found = [(r, c) for r, c in self.pending if top <= r <= bottom and left <= c <= right]
        else:
            places = ((r, c) for r in range(top, bottom + 1) for c in range(left, right + 1))
            found = [place for place in places if place in self.pending]
        if not found:
            self.done.add(rectangle)
        return found

    def value(self, node: Node) -> Value:
        """An expression's value; a bare reference gives the cell as it is, a blank one 0."""
        if isinstance(node, Reference):
            value = self.known(node.place)
            return 0 if value is None else value
        return self.number(node)

    def known(self, place: Place) -> Value:
        """A cell's value; its error is raised, and so is that it has none."""
        if place in self.sheet.unvalued:
            raise Uncomputable
        value = _at(self.sheet, *place)
        if isinstance(value, str) and value in ERRORS:
            raise _CellError(value)
        return value

    def number(self, node: Node) -> float:
        """An expression as a number; text and dates are left to Excel."""
        if isinstance(node, Constant):
            return node.value
        if isinstance(node, Reference):
            value = self.known(node.place)
            if value is None:
                return 0
            if isinstance(value, int | float):
                return value
            raise Uncomputable
        if isinstance(node, Terms):
            return sum(sign * self.number(part) for sign, part in node.parts)
        if isinstance(node, Factors):
            return self.product(node.parts)
        if isinstance(node, Call):
            return self.call(node)
        raise Uncomputable

    def product(self, factors: list[tuple[str, Node]]) -> float:
        """Factors multiplied and divided from left to right."""
        result: float = 1
        for sign, part in factors:
            number = self.number(part)
            if sign == "*":
                result *= number
            elif number == 0:
                raise _CellError("#DIV/0!")
            else:
                result /= number
        return result

    def call(self, call: Call) -> float:
        """SUM, PRODUCT or SUBTOTAL."""
        arguments = call.arguments
        if call.name == "SUM" and len(arguments) == 1 and isinstance(arguments[0], Area):
            return self.sum_of(arguments[0])
        skip: set[Place] = set()
        hidden: set[int] = set()
        if call.name == "SUBTOTAL":
            function, arguments = self.number(arguments[0]), arguments[1:]
            if function not in (_SUM, _SUM_VISIBLE):
                raise Uncomputable
            skip = self.subtotals
            if function == _SUM_VISIBLE or self.filtered:
                hidden = self.sheet.hidden_rows
        numbers = [n for argument in arguments for n in self.numbers(argument, skip, hidden)]
        if call.name != "PRODUCT":
            return sum(numbers)
        result: float = 1 if numbers else 0
        for number in numbers:
            result *= number
        return result

    def sum_of(self, area: Area) -> float:
        """The sum of one range; many formulas of a sheet may ask for the same one (shares of a total)."""
        if area.rectangle not in self.sums:
            total = sum(self.numbers(area, set(), set()))
            self.sums[area.rectangle] = total
        return self.sums[area.rectangle]

    def numbers(self, node: Node, skip: set[Place], hidden: set[int]) -> Iterator[float]:
        """The numbers of an argument; text and yes/no in cells are passed over, as Excel does."""
        if isinstance(node, Area):
            top, left, bottom, right = node.rectangle
        elif isinstance(node, Reference):
            top, left = bottom, right = node.place
        else:
            yield self.number(node)
            return
        for row, cells in enumerate(self.sheet.rows[top - 1 : bottom], top):
            if row in hidden:
                continue
            for column, value in enumerate(cells[left - 1 : right], left):
                if isinstance(value, bool):
                    continue
                if isinstance(value, int | float):
                    if (row, column) not in skip:
                        yield value
                elif value is not None or (row, column) in self.sheet.unvalued:
                    self.passed_over((row, column), skip)

    def passed_over(self, place: Place, skip: set[Place]) -> None:
        """Text in a range is passed over; an error, a date, or a cell without a value is not."""
        if place not in skip and not isinstance(self.known(place), str):
            raise Uncomputable
