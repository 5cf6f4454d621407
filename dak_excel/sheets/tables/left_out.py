"""What a fault of the program costs a sheet: the place is told as a problem, and the rest is read.

The checks word the problem (DATA-GALAT, variants `program`, `tabel`, `lembar`); `Problem.trace` is for
the log.
"""

from __future__ import annotations

from collections.abc import Iterable

from dak_excel.faults import PROGRAM, Fault
from dak_excel.sheets.grid import CellRange
from dak_excel.sheets.records import ReadBook, ReadSheet
from dak_excel.sheets.tabel import Problem

RULE = "DATA-GALAT"
_PART = {"tabel": "Satu tabel", "lembar": "Lembar ini"}


def leave_out(sheet: ReadSheet, place: CellRange, variant: str, fault: Fault) -> None:
    """Notes on a sheet that what stands at `place` was not read; `variant` is `tabel` or `lembar`."""
    sheet.problems.append(Problem(RULE, place, fault.because, "", varian=variant, trace=fault.trace))
    where = f" (mulai {place.a1})" if place.a1 else ""
    what = f"tidak dapat dibaca karena {fault.because}; isinya tidak diperiksa"
    sheet.notes.append(f"{_PART[variant]}{where} {what}.")


def faults_of(books: Iterable[ReadBook]) -> list[Fault]:
    """What could not be read in the books because of a fault of the program."""
    return [
        Fault(_named(problem), problem.trace, _reason(problem))
        for book in books
        for sheet in book.sheets
        for problem in sheet.problems
        if problem.trace
    ]


def _reason(problem: Problem) -> str:
    """Why a table or sheet was left out; of a cell, `raw` is what stands in it."""
    return str(problem.raw) if problem.varian in _PART and problem.raw != PROGRAM else ""


def _named(problem: Problem) -> str:
    cell = problem.cell
    what = problem.varian if problem.varian in _PART else "sel"
    if not cell.row:
        return f"{what} «{cell.sheet}» di {cell.workbook}"
    return f"{what} {cell.a1} di lembar «{cell.sheet}», {cell.workbook}"
