"""What a daerah's sheets answer: a value with its cells and its day, or that it is unknown, or disputed.

Checks, reports, pages and tables ask for these and print them; none of them computes one again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Generic, TypeAlias, TypeVar

from dak_excel.sheets.grid import CellRange

T_co = TypeVar("T_co", covariant=True)
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Known(Generic[T_co]):
    """A value and what it rests on."""

    nilai: T_co
    cells: tuple[CellRange, ...] = ()
    hari: date | None = None
    """The day that it holds for; None where it does not change with the days."""
    menurut: str = ""
    """The source in the user's words: `lembar kegiatan`, `daftar peserta`."""
    lain: tuple[Known[T_co], ...] = ()
    """What sources of less weight say otherwise; whoever prints the value says so in a note."""

    @property
    def cell(self) -> CellRange | None:
        """Where a finding on it is shown."""
        return self.cells[0] if self.cells else None


@dataclass(frozen=True, slots=True)
class Unknown:
    """No sheet tells; never the same as nought."""

    apa: str = ""
    hari: date | None = None
    """The day of the last data, where that is the reason."""


@dataclass(frozen=True, slots=True)
class Disputed(Generic[T_co]):
    """Two or more sources of one weight that say different things."""

    pilihan: tuple[Known[T_co], ...]


Answer: TypeAlias = Known[T_co] | Unknown | Disputed[T_co]


def value_of(answer: Answer[V]) -> V | None:
    """The value that counts; None when it is unknown or disputed."""
    return answer.nilai if isinstance(answer, Known) else None


def known_sum(values: Iterable[Decimal | None]) -> Decimal | None:
    """Sum of what is known; None when nothing is."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None
