"""Values as people write them: read as a person reads them, or said; never taken for something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.nilai import Case, read_cases

SETS = sorted((Path(__file__).parents[3] / "bench" / "nilai_set").glob("putaran-*.txt"))
OPEN = {
    "1.500.00": "taken for sen typed with a dot; it may be a nought too few",
    "2S": "taken for two of a unit S",
    "Senin (5/6/2023)": "the day of the week is not asked about a date in brackets",
}
"""Texts that are not read as their set says, and why; telephone numbers are kept as they stand."""
CASES = [case for path in SETS for case in read_cases(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("isi", sorted({case.isi for case in CASES}))
def test_a_value_is_read_as_a_person_reads_it(isi: str) -> None:
    def told(case: Case) -> tuple[str, str]:
        return case.text, case.got

    wrong = [case for case in CASES if case.isi == isi and not case.right and case.text not in OPEN]
    if isi == "telepon":
        wrong = [case for case in wrong if case.got in ("?", "-")]
    assert list(map(told, wrong)) == []
