"""Faults of the program itself: the one place that decides what becomes of an exception that should not be.

It is caught around the smallest thing that can be left out: a cell, a table, a sheet, a file, a kind of
check, an annotated copy, a document, a page. That thing is named in the user's words, with the place in the
code for the log, and everything else comes out. What the user can mend (`UserError`) and a memory that is
full are no faults: they go on to where they are told of.

What takes more time or memory than one file may (`watchdog`) is left out in the same way, and says so.

`straight` does without: a reader or check that is tried on its own raises what it raises.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from dak_excel import errors
from dak_excel.watchdog import Limit, TooMuch, held

T = TypeVar("T")

CAUGHT: tuple[type[BaseException], ...] = (Exception,)
"""What is caught; the tests of everything else catch nothing, so that no fault hides there."""
NEVER_CAUGHT = (errors.UserError, MemoryError)
PROGRAM = "terjadi kesalahan di dalam program"
"""The reason of a fault that has no other."""
FRAMES = 6
"""Places in the code that the log gets of one fault, the innermost first."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What was left out (`part`, as the user calls it), why if the system said so, and where in the code."""

    part: str
    trace: str
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.part} dilewati karena {self.because}; yang lain tetap dikerjakan."

    @property
    def because(self) -> str:
        """Why, in words that stand behind «karena»."""
        return self.reason or PROGRAM


def attempt_held(part: str, make: Callable[[], T], limit: Limit | None = None) -> T | Fault:
    """`attempt` of a part that ends with its limits, its own or those around it: none of the many parts
    within may go on beyond them."""
    try:
        with held(limit) if limit else nullcontext():
            return attempt(part, make)
    except TooMuch as stop:
        return Fault(part, trace(stop), str(stop))


def attempt(part: str, make: Callable[[], T]) -> T | Fault:
    """What `make` gives, or the fault that kept it from it."""
    try:
        return make()
    except NEVER_CAUGHT:
        raise
    except CAUGHT as error:
        reason = errors.why(error) if isinstance(error, OSError) else ""
        return Fault(part, trace(error), reason)


def trace(error: BaseException) -> str:
    """Type of an exception and where in the code it came from: `ValueError di read.py:12 < run.py:80`.

    Never its message, which may quote a cell.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames)]
    return f"{type(error).__name__} di {' < '.join(places[:FRAMES])}"


@dataclass(slots=True)
class Faults:
    """The faults of one piece of work, in order, and the outputs that are missing because of them."""

    found: list[Fault] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    """Names of output files that could not be made: what an earlier run made of them stays."""
    limit: Limit | None = None
    """What one piece of the reading or checking may take."""

    def leave_out_held(self, part: str, make: Callable[[], T], otherwise: T, *files: str) -> T:
        """`leave_out` of what may also take too long or too much memory: then `otherwise`, and a note."""
        return self._noted(attempt_held(part, make, self.limit), otherwise, files)

    def leave_out(self, part: str, make: Callable[[], T], otherwise: T, *files: str) -> T:
        """What `make` gives; where it raises, `otherwise`, and a note. `files` are its outputs."""
        return self._noted(attempt_held(part, make), otherwise, files)

    def _noted(self, made: T | Fault, otherwise: T, files: tuple[str, ...]) -> T:
        if not isinstance(made, Fault):
            return made
        self.found.append(made)
        self.missing.update(files)
        return otherwise


def straight(part: str, make: Callable[[], T], otherwise: T, *files: str) -> T:
    """In the stead of `Faults.leave_out` where faults are to be seen: makes it, and raises what it raises."""
    return make()
