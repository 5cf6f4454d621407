"""Sums of a budget: right ones pass in whatever form, a wrong one is found where it is wrong."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dak_excel.rab.lines import code_numbers
from dak_excel.rab.sums import wrong_sums
from dak_excel.sheets.grid import Grid
from dak_excel.sheets.records import Baris, BarisRab
from dak_excel.sheets.tabel import Kind, Tabel

TABEL = Tabel(Kind.RAB, Grid("rab.xlsx", "RAB", []), (1, 1), (2, 99), [])
LEAF = st.integers(1, 10**9)
GROUPS = st.lists(st.tuples(st.booleans(), st.lists(LEAF, min_size=1, max_size=4)), min_size=1, max_size=5)


def baris(jumlah: int | None, jenis: Baris = Baris.RINCI, tingkat: int = 0, kode: str = "") -> BarisRab:
    return BarisRab(
        TABEL, 2, jenis=jenis, tingkat=tingkat, kode=kode, uraian="x",
        jumlah=None if jumlah is None else Decimal(jumlah),
    )  # fmt: skip


def anggaran(groups: list[tuple[bool, list[int]]], *, coded: bool) -> list[BarisRab]:
    """A budget with a heading over all, groups with or without their sum, and a closing total."""
    total = sum(sum(lines) for _, lines in groups)
    rows = [baris(total, Baris.SUBTOTAL, 1, "5.1" if coded else "")]
    for number, (shown, lines) in enumerate(groups, 1):
        kode = f"5.1.{number:02d}" if coded else ""
        rows.append(baris(sum(lines) if shown else None, Baris.SUBTOTAL, 2, kode))
        rows += [baris(line, kode=kode) for line in lines]
    return [*rows, baris(total, Baris.TOTAL)]


@given(GROUPS, st.booleans())
def test_a_budget_that_adds_up_is_left_alone(groups: list[tuple[bool, list[int]]], coded: bool) -> None:
    assert wrong_sums(anggaran(groups, coded=coded)) == []


@given(GROUPS, st.booleans(), st.integers(1, 10**6))
def test_a_closing_total_that_is_off_is_found(
    groups: list[tuple[bool, list[int]]], coded: bool, gap: int
) -> None:
    rows = anggaran(groups, coded=coded)
    right = rows[-1].jumlah or Decimal(0)
    rows[-1].jumlah = right + gap + sum(sum(lines) for _, lines in groups)
    wrong = wrong_sums(rows)
    assert [item.baris for item in wrong] == [rows[-1]]
    assert wrong[0].seharusnya == right


def test_a_group_that_is_off_is_found_and_its_parents_are_not() -> None:
    rows = anggaran([(True, [100, 200]), (True, [300])], coded=True)
    rows[1].jumlah = Decimal(250)
    assert [item.baris for item in wrong_sums(rows)] == [rows[1]]


def test_a_total_per_group_and_a_grand_total() -> None:
    rows = [
        baris(100), baris(200), baris(300, Baris.TOTAL),
        baris(50), baris(50, Baris.TOTAL),
        baris(350, Baris.TOTAL),
    ]  # fmt: skip
    assert wrong_sums(rows) == []


def test_rounding_below_a_rupiah_is_no_fault() -> None:
    rows = [baris(100, Baris.SUBTOTAL, 1), baris(0)]
    rows[1].jumlah = Decimal("99.6")
    assert wrong_sums(rows) == []


def test_a_heading_without_lines_below_it_cannot_be_judged() -> None:
    assert wrong_sums([baris(100, Baris.SUBTOTAL, 1)]) == []


def test_kode_rekening_as_numbers() -> None:
    assert code_numbers("5.1.02.02.001.00003") == code_numbers("5.1.2.2.1.3")
    assert code_numbers(" 5.1.02. ") == (5, 1, 2)
    assert code_numbers(None) == ()
