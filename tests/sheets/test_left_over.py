"""No amount of a budget is left over without a word, and none is counted that the sheet leaves out."""

from __future__ import annotations

from decimal import Decimal

from dak_excel.daerah.budget_rows import line_amount
from dak_excel.sheets.open import open_book
from dak_excel.sheets.records import Baris, BarisRab
from dak_excel.sheets.tabel import Kind
from tests.sheets.test_readings import lines, read

HEAD = ("No", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah")
HONOR = (1, "Honor narasumber", 24, "OJ", 900000, 21600000)
BAHAN = (2, "Bahan praktik", 30, "Paket", 200000, 6000000)


def test_an_amount_without_a_text_that_is_no_sum_is_told_with_its_cell() -> None:
    sheet = read(["RENCANA ANGGARAN BIAYA"], HEAD, HONOR, BAHAN, (None, None, None, None, None, 4500000))
    assert "F5 (Rp4.500.000)" in sheet.tables[0].ragu


def test_an_amount_without_a_text_that_is_the_sum_is_no_matter() -> None:
    sheet = read(["RENCANA ANGGARAN BIAYA"], HEAD, HONOR, BAHAN, (None, None, None, None, None, 27600000))
    assert not sheet.tables[0].ragu
    assert len(lines(sheet)) == 2


def test_a_volume_and_a_price_make_a_line_of_a_row_without_a_text() -> None:
    sheet = read(["RENCANA ANGGARAN BIAYA"], HEAD, HONOR, (None, None, 3, None, 500000, 1500000), BAHAN)
    assert [row.row for row in lines(sheet)] == [3, 4, 5]


def test_lines_below_a_signature_are_told() -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA"],
        HEAD,
        HONOR,
        BAHAN,
        (None, "JUMLAH", None, None, None, 27600000),
        (None, "Mengetahui,"),
        (None, "Kepala Dinas"),
        (3, "Seminar kit", 30, "Paket", 85000, 2550000),
    )
    read_rows = [row.row for row in lines(sheet)]
    assert "F8" in sheet.tables[0].ragu or 8 in read_rows


def test_a_line_without_an_amount_that_the_total_leaves_out_is_not_counted_and_that_is_said() -> None:
    blank = (2, "Bahan praktik", 30, "Paket", 200000, None)
    seminar = (3, "Seminar kit", 30, "Paket", 85000, 2550000)
    rows = (["RENCANA ANGGARAN BIAYA"], HEAD, HONOR, blank, seminar)
    out = read(*rows, (None, "JUMLAH", None, None, None, 24150000))
    counted = read(*rows, (None, "JUMLAH", None, None, None, 30150000))
    sums = [
        sum(line_amount(row) or Decimal(0) for row in lines(s) if isinstance(row, BarisRab))
        for s in (out, counted)
    ]
    assert sums == [24150000, 30150000]
    assert any("F4" in note and "tidak dihitung" in note for note in out.notes)
    assert not any("tidak dihitung" in note for note in counted.notes)


def test_two_blocks_of_the_same_headings_beside_a_change_are_before_and_after() -> None:
    block = ("Volume", "Satuan", "Harga", "Jumlah")
    sheet = read(
        ["RINCIAN BIAYA"],
        ("No", "Uraian", "Usulan", None, None, None, "Disetujui", None, None, None, "Bertambah/(Berkurang)"),
        (None, None, *block, *block, None),
        (1, "Honor narasumber", 10, "OJ", 900000, 9000000, 8, "OJ", 900000, 7200000, -1800000),
        (2, "Bahan praktik", 30, "Paket", 200000, 6000000, 30, "Paket", 200000, 6000000, 0),
        (3, "Spanduk", 4, "Lembar", 150000, 600000, 2, "Lembar", 150000, 300000, -300000),
        (None, "JUMLAH", None, None, None, 15600000, None, None, None, 13500000, -2100000),
    )
    assert sheet.kind is Kind.RAB
    assert sheet.tables[0].columns["jumlah"] == 10
    total = next(r for r in sheet.records if isinstance(r, BarisRab) and r.jenis is Baris.TOTAL)
    assert total.jumlah == 13500000


def test_commas_behind_every_line_of_a_list_of_semicolons_are_no_content() -> None:
    data = "No;Uraian;Jumlah,,,\r\n1;Honor, dua orang;6000000,,,\r\n2;Bahan;27000000,,,\r\n"
    rows = open_book(data.encode(), "rab.csv").grids[0].rows
    assert [row[-1] for row in rows] == ["Jumlah", "6000000", "27000000"]
    assert rows[1][1] == "Honor, dua orang"
