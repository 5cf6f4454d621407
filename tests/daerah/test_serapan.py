"""What was paid, from sheets that repeat, sum up and overlap each other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dak_excel.checks import check_daerah
from dak_excel.checks.rules import load_rules
from dak_excel.daerah.data_month import month_of_text
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.serapan import Serapan, day_of_payments, serapan, without_repeats
from dak_excel.sheets.records import ReadSheet
from dak_excel.sheets.tabel import Kind
from tests.reports import builders


def lembar(*rows: dict[str, Any], judul: str = "") -> ReadSheet:
    sheet = builders.lembar(Kind.REALISASI, [{"rincian": "A1", "uraian": "ATK", **row} for row in rows])
    sheet.tables[0].judul = judul
    return sheet


def satu(daerah: Daerah, tahun: int | None = 2023) -> Serapan:
    (line,) = without_repeats(serapan(daerah, tahun))
    return line


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("Realisasi s.d. 30 Juni 2023", 6),
        ("REALISASI SAMPAI DENGAN BULAN SEPTEMBER", 9),
        ("Laporan realisasi keadaan akhir bulan Maret 2023", 3),
        ("realisasi sd juni.xlsx", 6),
        ("Realisasi Semester I", 6),
        ("Realisasi_semester_2", 12),
        ("Triwulan III", 9),
        ("Realisasi per bulan posisi 30 November 2023", 11),
        ("Realisasi fisik per kegiatan, keadaan 31 Mei", 5),
        ("Realisasi Anggaran Tahun 2023", None),
        ("Penyerapan per rincian", None),
    ],
)
def test_the_month_that_a_sheet_counts_to(text: str, month: int | None) -> None:
    assert month_of_text(text) == month


def test_a_figure_without_months_counts_from_the_month_of_its_title() -> None:
    half = lembar({"pagu": Decimal(100), "realisasi": Decimal(40)}, judul="Realisasi s.d. 30 Juni 2023")
    year = lembar({"pagu": Decimal(100), "realisasi": Decimal(90)}, judul="Realisasi s.d. 31 Desember 2023")
    line = satu(builders.daerah(half, year))
    assert (line.until(5), line.until(6), line.until(11), line.total) == (None, 40, 40, 90)


def test_a_payment_that_two_ledgers_repeat_is_one() -> None:
    first = {"tanggal": date(2023, 5, 2), "realisasi": Decimal(40)}
    second = {"tanggal": date(2023, 5, 9), "realisasi": Decimal(25)}
    line_sum = sum(
        line.total or 0 for line in serapan(builders.daerah(lembar(first), lembar(first, second)), 2023)
    )
    assert line_sum == 65


def test_a_payment_of_another_year_is_in_no_month() -> None:
    line = satu(builders.daerah(lembar({"tanggal": date(2024, 1, 5), "realisasi": Decimal(40)})))
    assert (line.total, line.luar_tahun) == (None, 40)


def test_the_same_money_by_kode_rekening_is_left_out_beside_the_lines() -> None:
    detail = lembar(
        {"kode": "5.1.02.01.01.0024", "pagu": Decimal(60), "realisasi": Decimal(30)},
        {"kode": "5.1.02.02.01.0003", "uraian": "Honor", "pagu": Decimal(40), "realisasi": Decimal(10)},
    )
    by_kode = lembar(
        {
            "rincian": "",
            "kode": "5.1.02.01",
            "uraian": "Barang",
            "pagu": Decimal(60),
            "realisasi": Decimal(30),
        },
        {"rincian": "", "kode": "5.1.02.02", "uraian": "Jasa", "pagu": Decimal(40), "realisasi": Decimal(10)},
    )
    lines = without_repeats(serapan(builders.daerah(detail, by_kode)))
    assert [line.kode for line in lines] == ["5.1.02.01.01.0024", "5.1.02.02.01.0003"]


def test_two_activities_of_a_rincian_in_sheets_of_their_own_add_up() -> None:
    batik = lembar({"kode": "5.1.02.01", "uraian": "Kain", "pagu": Decimal(60)})
    tenun = lembar({"kode": "5.1.02.01", "uraian": "Benang", "pagu": Decimal(60)})
    lines = without_repeats(serapan(builders.daerah(batik, tenun)))
    assert sum(line.pagu or 0 for line in lines) == 120


def total(*sheets: ReadSheet) -> Decimal:
    return sum(
        (line.total or Decimal(0) for line in without_repeats(serapan(builders.daerah(*sheets), 2023))),
        Decimal(0),
    )


def test_a_summary_by_rincian_counts_only_where_no_lines_tell_its_money() -> None:
    summary = lembar(
        {"uraian": "Pelatihan A1", "realisasi": Decimal(100)},
        {"rincian": "A2", "uraian": "Pelatihan A2", "realisasi": Decimal(50)},
    )
    lines = lembar({"realisasi": Decimal(60), "kode": "5.1.02"}, {"uraian": "Sewa", "realisasi": Decimal(40)})
    assert total(summary, lines) == 150


def test_lines_of_which_only_some_have_a_code_are_no_summary() -> None:
    first = lembar(
        {"realisasi": Decimal(100), "kode": "5.1.02"},
        {"rincian": "A2", "uraian": "Sewa", "realisasi": Decimal(50)},
    )
    second = lembar(
        {"uraian": "Konsumsi", "realisasi": Decimal(30)}, {"uraian": "Modul", "realisasi": Decimal(20)}
    )
    assert total(first, second) == 200


def rincian_paid(uraian: str, kode: str, until: dict[int, int]) -> dict[str, Any]:
    months = {f"b{month}": paid for month, paid in until.items()}
    return {"uraian": uraian, "kode": kode, "pagu": Decimal(60), "realisasi_bulan": builders.bulan(**months)}


@pytest.mark.parametrize(
    ("judul", "written", "differs"),
    [
        ("Rekap s.d. Juni 2023", 30, False),
        ("Rekap s.d. Juni 2023", 35, True),
        ("Rekap s.d. Juni 2023", 25, True),
        ("Rekap s.d. Maret 2023", 10, False),
        ("Rekap", 30, False),
        ("Rekap", 35, True),
        ("Rekap", 10, False),  # without a month it may be older
    ],
)
def test_a_summary_that_tells_another_sum_than_its_lines_is_said(
    judul: str, written: int, differs: bool
) -> None:
    lines = lembar(
        rincian_paid("ATK", "5.1.02.01.01.0024", {3: 10_000_000, 5: 5_000_000}),
        rincian_paid("Honor", "5.1.02.02.01.0003", {6: 15_000_000}),
    )
    rekap = lembar({"uraian": "Pelatihan", "realisasi": Decimal(written * 1_000_000)}, judul=judul)
    daerah = builders.daerah(lines, rekap)
    said = [
        t for t in check_daerah(daerah, load_rules(2023), date(2023, 12, 31)) if t.ketentuan == "BACA-JUMLAH"
    ]
    assert total(lines, rekap) == 30_000_000
    assert [t.tempat.sheet for t in said] == [rekap.tables[0].grid.sheet] * differs
    assert all(f"Rp{written}.000.000" in t.pesan for t in said)


@pytest.mark.parametrize(("second", "over"), [(40, None), (41, 1)])
def test_payments_in_two_sheets_that_exceed_the_pagu_together(second: int, over: int | None) -> None:
    months = ((date(2023, 6, 2), 60), (date(2023, 7, 5), second))
    sheets = [
        lembar({"pagu": Decimal(100), "tanggal": day, "realisasi": Decimal(paid)}) for day, paid in months
    ]
    daerah = builders.daerah(*sheets)
    found = [
        t
        for t in check_daerah(daerah, load_rules(2023), date(2023, 12, 31))
        if t.ketentuan == "REALISASI-LEBIH"
    ]
    assert [t.rupiah for t in found] == ([] if over is None else [over])


def test_a_dash_behind_the_month_to_which_a_sheet_counts_tells_nothing() -> None:
    months = builders.bulan(b5=10_000_000)[:5] + (Decimal(0),) * 7
    told = lembar(
        {"pagu": Decimal(60), "realisasi_bulan": months}, judul="Per bulan, posisi 30 September 2023"
    )
    open_ended = lembar({"pagu": Decimal(60), "realisasi_bulan": months})
    until = date(2023, 12, 31)
    assert day_of_payments(builders.daerah(told), until) == date(2023, 9, 30)
    assert satu(builders.daerah(told)).bulan[8:10] == [0, None]
    assert day_of_payments(builders.daerah(open_ended), until) == until
