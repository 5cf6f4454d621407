"""Tables of money that are no spending, and plans that are no payments."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dak_excel.sheets.grid import Grid, Value
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.records import ReadSheet, Realisasi
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_vocabulary

MONTHS = ["Januari", "Februari", "Maret", "April"]


def read(rows: Sequence[Sequence[Value]], name: str = "Lembar1") -> ReadSheet:
    """A sheet as read."""
    cells = [[None if v == "" else v for v in row] for row in rows]
    grid = Grid("b.xlsx", name, cells)
    return read_grid(grid, load_vocabulary(), {}, 2023)


@pytest.mark.parametrize("title", ["REALISASI PENDAPATAN ASLI DAERAH", "REALISASI TAHUN ANGGARAN 2023"])
def test_accounts_of_revenue_are_no_spending(title: str) -> None:
    rows = [
        ["4.1.02.01", "Retribusi pasar", 50_000_000, 20_000_000],
        ["4.1.01.03", "Pajak reklame", 30_000_000, 10_000_000],
        ["4.1.02.04", "Retribusi parkir", 20_000_000, 10_000_000],
    ]
    sheet = read([[title], [], ["Kode Rekening", "Uraian", "Target", "Realisasi"], *rows])
    assert sheet.kind is Kind.TIDAK_DIKENALI


def months(*paid: list[int], sheet: str) -> list[Realisasi]:
    rows = [[f"Belanja {n}", *amounts] for n, amounts in enumerate(paid)]
    return [r for r in read([["Uraian", "Pagu", *MONTHS], *rows], sheet).records if isinstance(r, Realisasi)]


def test_months_that_make_the_whole_budget_are_a_plan_where_no_title_says_otherwise() -> None:
    records = months(
        [4_000_000, 1_000_000, 0, 0, 3_000_000],
        [6_000_000, 0, 2_000_000, 4_000_000, 0],
        [9_000_000, 0, 0, 0, 9_000_000],
        sheet="Realisasi",
    )
    assert len(records) == 3
    assert all(r.realisasi is None and not any(r.realisasi_bulan) for r in records)


def test_months_that_leave_a_rest_are_payments() -> None:
    records = months(
        [4_000_000, 1_000_000, 0, 0, 3_000_000],
        [6_000_000, 0, 2_000_000, 3_500_000, 0],
        [9_000_000, 0, 0, 0, 8_000_000],
        sheet="Realisasi",
    )
    assert sum(sum(v for v in r.realisasi_bulan if v) for r in records) == 17_500_000


def test_a_schedule_of_payments_beside_a_budget_is_no_realisation() -> None:
    head = [
        ["RENCANA ANGGARAN BIAYA"],
        ["Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah", "Jadwal Pencairan", ""],
        ["", "", "", "", "", "Triwulan I", "Triwulan II"],
    ]
    rows = [
        ["Konsumsi peserta", 20, "OK", 50_000, 1_000_000, 500_000, 500_000],
        ["Seminar kit", 10, "paket", 75_000, 750_000, 375_000, 375_000],
        ["Jumlah", "", "", "", 1_750_000, 875_000, 875_000],
    ]
    assert read([*head, *rows]).kind is Kind.RAB
