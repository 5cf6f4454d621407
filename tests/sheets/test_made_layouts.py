"""Sheets made by chance, from a fixed seed: those that are read right stay right, and none ends in an error.

`python -m bench.tata_letak` makes others, and measures how many of them are read right the first time.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.layouts.make import make
from bench.reading.score import SheetScore, score_folder

SEED, ROUND = "suite", 3
RIGHT = (
    *range(0, 2), *range(3, 19), 20, *range(22, 26), 28, *range(33, 36), 39,
)  # fmt: skip
"""Numbers of the layouts of this seed that are read right in all; one that is mended is added."""


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> list[SheetScore]:
    folder = tmp_path_factory.mktemp("layouts")
    return score_folder(folder, make(folder, SEED, RIGHT, ROUND), 2023)


def test_layouts_that_were_read_right_stay_right(scores: list[SheetScore]) -> None:
    wrong = [f"{score.facts.name}: {'; '.join(score.told)}" for score in scores if not score.right]
    assert not wrong, "\n".join(wrong)


def test_a_layout_is_the_same_whenever_it_is_made(tmp_path: Path) -> None:
    first, second = (make(tmp_path / name, SEED, (0, 1), ROUND) for name in ("a", "b"))
    assert first == second


def test_a_wrong_total_of_which_nothing_speaks_is_seen(scores: list[SheetScore]) -> None:
    """The measure itself: a total that the facts tell otherwise counts as silent."""
    claimed = next(score for score in scores if score.claimed and score.facts.totals and not score.spoken)
    assert not claimed.silent
    claimed.totals = dict.fromkeys(claimed.totals, False)
    assert claimed.silent


def test_a_code_before_the_text_places_the_row(tmp_path: Path) -> None:
    """`3.31.02 PROGRAM …`, `5.1.02.01 Belanja Barang`: headings are not counted beside their lines."""
    facts = make(tmp_path, "putaran-tiga", [37], ROUND)
    (score,) = score_folder(tmp_path, facts, 2023)
    assert score.rows and all(score.totals.values()), score.told
