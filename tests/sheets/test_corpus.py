"""The real workbooks: every leaf, every subtotal, every month, against the sums that the files hold."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from dak_excel.sheets.grid import Book, Grid
from dak_excel.sheets.read import read_book
from dak_excel.sheets.records import Baris, BarisRab, ReadBook, ReadSheet, Realisasi
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_vocabulary
from tests.shared import SHARED
from tests.sheets.grids import ISTILAH

pytestmark = pytest.mark.skipif(SHARED is None, reason="the corpus is not here")

TOTAL = {1: Decimal(104571400), 2: Decimal(53683500)}
LEAVES = {1: 12, 2: 13}
MONTHS = (
    "Jan",
    "Peb",
    "Mar",
    "Apr",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


@pytest.fixture(scope="module", params=[1, 2])
def number(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture(scope="module")
def book(number: int) -> ReadBook:
    assert SHARED is not None
    workbook = CalamineWorkbook.from_path(SHARED / "corpus" / f"rka-dpa-sipd-nyata-{number}.xlsx")
    grids = []
    for name in workbook.sheet_names:
        data = workbook.get_sheet_by_name(name)
        rows = [[None if v == "" else v for v in row] for row in data.to_python(skip_empty_area=False)]
        merges = [(a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in data.merged_cell_ranges or []]
        grids.append(Grid("dpa.xlsx", name, rows, merges))
    return read_book(Book("dpa.xlsx", "xlsx", grids), load_vocabulary(), ISTILAH, 2026)


def sheet(book: ReadBook, name: str) -> ReadSheet:
    return next(s for s in book.sheets if s.grid.sheet == name)


def leaves(records: Iterable[object]) -> list[BarisRab]:
    return [r for r in records if isinstance(r, BarisRab) and r.jenis is Baris.RINCI]


def test_every_leaf_of_the_dpa_adds_up_to_its_total(book: ReadBook, number: int) -> None:
    dpa = sheet(book, "DPA")
    lines = leaves(dpa.records)
    assert dpa.kind is Kind.RAB
    assert len(lines) == LEAVES[number]
    assert sum(line.jumlah or 0 for line in lines) == TOTAL[number]
    assert all(line.volume is not None and line.volume * (line.harga or 0) == line.jumlah for line in lines)
    assert all(line.kode and line.uraian and line.spesifikasi and line.satuan for line in lines)
    assert not dpa.problems


def test_every_subtotal_of_the_dpa_is_the_sum_of_its_rows(book: ReadBook, number: int) -> None:
    records = [r for r in sheet(book, "DPA").records if isinstance(r, BarisRab)]
    sums = 0
    for record in records:
        if record.jenis is Baris.RINCI or record.jumlah is None:
            continue
        assert record.cakupan is not None
        first, last = record.cakupan
        below = sum(line.jumlah or 0 for line in leaves(records) if first <= line.row <= last)
        assert below == record.jumlah, f"row {record.row}"
        sums += 1
    assert sums >= 12
    totals = [r for r in records if r.jenis is Baris.TOTAL]
    assert [t.jumlah for t in totals] == [TOTAL[number]]


def test_a_leaf_knows_its_code_and_its_text_stands_in_the_neighbour_column(
    book: ReadBook, number: int
) -> None:
    line = leaves(sheet(book, "DPA").records)[0]
    assert line.cell("uraian").a1 == "E39"
    assert line.cell("kode").a1 == "B38"
    assert line.kode == ("5.1.02.01.01.0025" if number == 1 else "5.1.02.01.01.0024")
    assert line.kelompok[0] == "BELANJA DAERAH"
    assert "Spesifikasi" not in (line.uraian or "")


def test_the_yearly_realisation_gives_pagu_and_twelve_months(book: ReadBook, number: int) -> None:
    plgk = sheet(book, "PLGK")
    rows = [r for r in plgk.records if isinstance(r, Realisasi)]
    lines = [r for r in rows if r.jenis is Baris.RINCI]
    assert plgk.kind is Kind.REALISASI
    # In the second file the sheet's own formulas leave out two lines of the DPA and still show its total.
    missing = Decimal(0) if number == 1 else Decimal(9786000)
    assert sum(line.pagu or 0 for line in lines) == TOTAL[number] - missing
    assert all(len(line.rencana_bulan) == 12 and len(line.realisasi_bulan) == 12 for line in lines)
    table = plgk.tables[0]
    assert table.columns["rencana_bulan"] == 12  # L: Bulan Januari / Rencana / Jumlah
    assert table.columns["realisasi_bulan"] == 15  # O
    assert not plgk.problems  # the stray #REF! cells stand outside every line


def test_a_month_has_the_column_of_its_own_amounts(book: ReadBook) -> None:
    grid = sheet(book, "PLGK").grid
    changed = [list(row) for row in grid.rows]
    width = max(map(len, changed))
    changed = [row + [None] * (width - len(row)) for row in changed]
    for month in range(12):  # rencana under L, Q, Z …; realisasi under O, V, AE …
        changed[17][11 if month == 0 else 7 + 9 * month] = None
        plan = 12 if month == 0 else 17 + 9 * (month - 1)
        paid = 15 if month == 0 else 22 + 9 * (month - 1)
        changed[17][plan - 1] = 1000.0 + month
        changed[17][paid - 1] = 2000.0 + month
    again = Book("dpa.xlsx", "xlsx", [Grid("dpa.xlsx", "PLGK", changed, grid.merges)])
    read = read_book(again, load_vocabulary(), ISTILAH, 2026).sheets[0]
    line = next(r for r in read.records if isinstance(r, Realisasi) and r.row == 18)
    assert [int(v or 0) for v in line.rencana_bulan] == [1000 + m for m in range(12)]
    assert [int(v or 0) for v in line.realisasi_bulan] == [2000 + m for m in range(12)]


def test_the_monthly_plan_is_a_plan(book: ReadBook, number: int) -> None:
    rok = sheet(book, "ROK OP")
    rows = [r for r in rok.records if isinstance(r, Realisasi)]
    lines = [r for r in rows if r.jenis is Baris.RINCI]
    assert rok.kind is Kind.REALISASI
    assert len(lines) == 5
    assert all(len(line.rencana_bulan) == 12 and line.realisasi_bulan == () for line in lines)
    assert [r.pagu for r in rows if r.jenis is Baris.TOTAL] == [TOTAL[number]]
    assert not rok.problems


@pytest.mark.parametrize("name", MONTHS)
def test_a_sheet_of_one_month_says_which(book: ReadBook, number: int, name: str) -> None:
    month = sheet(book, name)
    assert month.kind is Kind.REALISASI
    assert month.tables[0].facts["bulan"] == MONTHS.index(name) + 1
    lines = [r for r in month.records if isinstance(r, Realisasi) and r.jenis is Baris.RINCI]
    assert sum(line.pagu or 0 for line in lines) == TOTAL[number]


def test_the_sheet_of_weights_gives_no_amounts(book: ReadBook) -> None:
    bobot = sheet(book, "Bobot")
    assert all(r.realisasi_bulan == () for r in bobot.records if isinstance(r, Realisasi))
    assert any("bobot" in note for note in bobot.notes)


def test_every_other_sheet_says_what_was_made_of_it(book: ReadBook) -> None:
    for one in book.sheets:
        assert one.kind is not Kind.TIDAK_DIKENALI or one.notes
