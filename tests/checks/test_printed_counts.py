"""Counts above and below a list of peserta are compared with the people read; other numbers are let be."""

from __future__ import annotations

import pytest

from dak_excel.daerah.printed_counts import list_counts
from dak_excel.sheets.grid import Grid
from dak_excel.sheets.records import Peserta, Tenaga
from dak_excel.sheets.tabel import Kind, Tabel


def written(above: list[object], below: list[object], people: int = 3) -> list[int]:
    """The counts that a list of so many people does not bear out."""
    rows: list[list[object]] = [above, ["No", "Nama"], *([n, f"Orang {n}"] for n in range(people)), below]
    grid = Grid("p.xlsx", "Peserta", rows)  # type: ignore[arg-type]
    tabel = Tabel(Kind.PESERTA, grid, header=(2, 2), body=(3, 2 + people), kolom=[])
    records = [Peserta(tabel, 3 + n, nama=f"Orang {n}") for n in range(people)]
    return [found.written for found in list_counts(tabel, records, set())]


@pytest.mark.parametrize(
    "line",
    [
        ["Jumlah peserta : 5 orang"],
        ["Jumlah Peserta", ":", 5.0],
        ["", "JUMLAH", "5 orang"],
        ["Total peserta: 5 (lima) orang"],
    ],
)
def test_a_count_that_differs_is_found_above_and_below(line: list[object]) -> None:
    assert written(line, []) == [5]
    assert written([], line) == [5]


@pytest.mark.parametrize(
    "line",
    [
        ["Jumlah peserta : 3 orang"],
        ["Target peserta : 30 orang"],
        ["Jumlah peserta perempuan", 2],
        ["Jumlah", 5_000_000],
        ["Jumlah", 5],
        ["Jumlah peserta yang direncanakan : 30"],
        ["Peserta : 30 orang"],
    ],
)
def test_what_is_no_count_of_the_list_is_let_be(line: list[object]) -> None:
    assert written(line, []) == []
    assert written([], line) == []


def tenaga(above: list[object], below: list[object]) -> list[int]:
    """The counts that a list of two narasumber and a moderator does not bear out."""
    roles = ("narasumber", "narasumber", "moderator")
    body = [[n, f"Orang {n}", role] for n, role in enumerate(roles)]
    rows: list[list[object]] = [above, ["No", "Nama", "Peran"], *body, below]
    grid = Grid("t.xlsx", "Narasumber", rows)  # type: ignore[arg-type]
    tabel = Tabel(Kind.TENAGA, grid, header=(2, 2), body=(3, 5), kolom=[])
    records = [Tenaga(tabel, 3 + n, nama=f"Orang {n}", peran=role) for n, role in enumerate(roles)]
    return [found.written for found in list_counts(tabel, records, set())]


def test_a_list_of_tenaga_has_counts_too() -> None:
    assert tenaga(["Jumlah narasumber : 4 orang"], []) == [4]
    assert tenaga([], ["Jumlah", None, "5 orang"]) == [5]
    assert tenaga([], ["Jumlah Tenaga Ahli", 5]) == [5]


def test_a_role_counts_its_own_and_a_title_may_count_the_peserta() -> None:
    assert tenaga(["Jumlah narasumber : 2 orang"], ["Jumlah", None, "3 orang"]) == []
    assert tenaga(["Jumlah peserta : 30 orang"], []) == []
    assert tenaga(["Jumlah : 30 orang"], []) == []
