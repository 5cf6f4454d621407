"""A budget that is being laid out: its columns and the office's habits."""

from __future__ import annotations

from dataclasses import dataclass, field

from bench.layouts.amounts import Money
from bench.layouts.chance import Chance
from bench.layouts.numbering import Numbering
from bench.layouts.page import Column, Page


@dataclass(slots=True)
class Budget:
    """One table that is being laid out."""

    page: Page
    chance: Chance
    money: Money
    columns: list[Column]
    volume: str
    """`simple`, `text` (koefisien), `factors` (two columns), `joined` (`30 OK` in one cell)."""
    change: str
    """Empty, `blocks` (all twice), `amounts` (only the amount twice)."""
    sums: str
    """Where a heading's sum stands: `row`, `below`, `below unlabelled`, `own column`, `nil`, `none`."""
    code: str
    """`none`, `column`, `joined` (with the text), `each line`."""
    numbering: Numbering
    tax: bool = False
    """The amount of each line is with its PPN, which has a column of its own."""
    quarters: tuple[tuple[str, str], ...] = ()
    """Columns of when the money is wanted: word and number."""
    carried: bool = False
    """Whether a page ends among the lines: the sum so far is carried over below a repeated heading."""
    header: tuple[int, int] = (0, 0)
    so_far: int = 0
    whole: int = 0
    """Rupiah of the whole budget."""
    faults: dict[str, int] = field(default_factory=dict)
    """Findings that this office's mistakes call for."""
    lump: str = ""
    """How a lump sum is written: `1 LS`, `LS`, `amount only`; empty where there are none."""

    def first(self, role: str) -> int:
        """The place of a column; 0 where there is none."""
        return next((column.at for column in self.columns if column.role == role), 0)
