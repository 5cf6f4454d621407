"""Sheets of every layout that the generator knows are read as they were meant."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from dak_excel.sheets.read import read_grid
from dak_excel.sheets.records import ReadSheet
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_vocabulary
from tests.sheets.layouts import KINDS, Layout, Verdict, judge, make
from tests.sheets.layouts.words import ISTILAH

SEEDS = range(120)


def read(layout: Layout) -> ReadSheet:
    return read_grid(layout.grid, load_vocabulary(), ISTILAH, 2023)


@cache
def verdicts(kind: Kind) -> dict[int, Verdict]:
    layouts = [make(kind, seed) for seed in SEEDS]
    return {layout.seed: judge(layout, read(layout)) for layout in layouts}


def faults(kind: Kind, *, silent: bool) -> Iterator[str]:
    for seed, verdict in verdicts(kind).items():
        for text in verdict.silent if silent else verdict.errors:
            yield f"{kind} {seed}: {text}"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_read_right_is_said_and_never_guessed(kind: Kind) -> None:
    assert list(faults(kind, silent=True)) == []


def test_99_of_100_sheets_are_read_to_the_last_cell() -> None:
    perfect = sum(verdict.perfect for kind in KINDS for verdict in verdicts(kind).values())
    assert perfect >= 0.99 * len(KINDS) * len(SEEDS), [
        f for kind in KINDS for f in faults(kind, silent=False)
    ]


def test_the_same_seed_gives_the_same_sheet() -> None:
    first, second = make(Kind.PESERTA, 7), make(Kind.PESERTA, 7)
    assert first.grid.rows == second.grid.rows
    assert first.grid.merges == second.grid.merges
