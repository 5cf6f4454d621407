"""What a generated sheet is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from dak_excel.sheets.grid import Grid, Value
from dak_excel.sheets.tabel import Kind

Truth = dict[str, Any]
"""The facts of one record under its field names."""

UNREADABLE = object()
"""In `Wanted.fields`: the cell holds nonsense, and the record must say that it does."""


@dataclass
class Column:
    """A column of a table: its heading (outermost first), and how it writes a record's facts."""

    path: tuple[str, ...]
    fields: tuple[str, ...]
    write: Callable[[Truth], Value]
    money: bool = False
    essential: bool = False  # never left blank
    ambiguous: bool = False  # numeric day and month: see `doubt`
    once: bool = False  # a value that repeats downwards is written once
    runs: bool = False  # cells that hold one value are merged
    gives: Truth = field(default_factory=dict)  # what the column says, where that is not the truth


@dataclass
class Wanted:
    """A record that must be found; `doubtful` fields may be a finding instead of a value."""

    kind: Kind
    fields: Truth
    doubtful: set[str] = field(default_factory=set)
    rincian: str | None = None  # None: not looked at
    kegiatan: str | None = None


@dataclass
class Row:
    """A row of a table body; `wanted` is empty for group rows, totals and blanks."""

    cells: list[Value]
    wanted: list[Wanted] = field(default_factory=list)
    merge: tuple[int, int] | None = None  # first and last column, from 0
    header: bool = False  # a place where the header is printed again


@dataclass
class Table:
    """A table of one kind with its records."""

    kind: Kind
    columns: list[Column]
    rows: list[Row]


@dataclass
class Layout:
    """A generated sheet."""

    kind: Kind
    seed: int
    grid: Grid
    wanted: list[Wanted]
    facts: Truth = field(default_factory=dict)
    choices: list[str] = field(default_factory=list)
    doubts_columns: bool = False
    """The reader says that it left columns unread for doubt."""

    @property
    def kinds(self) -> set[Kind]:
        return {self.kind, *(wanted.kind for wanted in self.wanted)}


def chance(rng: Random, share: float) -> bool:
    return rng.random() < share
