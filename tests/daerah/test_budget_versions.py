"""Two budgets of one activity: the newer one counts and the page says so; that nothing tells is said too."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from dak_excel.batch.check import CheckResult, check_files
from dak_excel.config import Settings


def rab(path: Path, amount: int) -> Path:
    """A workbook with the RAB of one activity, of two lines."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "RAB"
    for row in (
        ["RENCANA ANGGARAN BIAYA"],
        ["Rincian Kegiatan : A1. Pelatihan Pengelolaan Bisnis dan Manajemen Wirausaha"],
        [],
        ["No", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"],
        [1, "Konsumsi peserta", 100, "OH", amount // 100, amount],
        [2, "Sewa ruang", 2, "hari", 500_000, 1_000_000],
        ["", "Jumlah", "", "", "", amount + 1_000_000],
    ):
        sheet.append(row)
    path.parent.mkdir(exist_ok=True)
    book.save(path)
    return path


def check(*paths: Path) -> CheckResult:
    return check_files(list(paths), Settings(tahun=2023), None)


def notes(seen: CheckResult) -> dict[str, str]:
    return {b.workbook: " ".join(b.sheets[0].notes) for b in seen.terbaca.daerah.books}


@pytest.mark.parametrize(
    "newer", ["RAB A1 perubahan.xlsx", "RAB A1 revisi 2.xlsx", "RAB A1 (1).xlsx", "Revisi/RAB A1.xlsx"]
)
def test_the_newer_file_counts_and_both_pages_say_so(tmp_path: Path, newer: str) -> None:
    seen = check(rab(tmp_path / "RAB A1.xlsx", 2_000_000), rab(tmp_path / newer, 2_500_000))
    said = notes(seen)
    assert "yang berlaku; versi lamanya" in said[newer]
    assert "versi lama, tidak dihitung" in said["RAB A1.xlsx"]
    assert newer in said["RAB A1.xlsx"]
    assert not [t for t in seen.temuan if t.ketentuan == "RAB-VERSI"]


def test_two_that_nothing_tells_apart_are_said_once_with_both_sums(tmp_path: Path) -> None:
    seen = check(rab(tmp_path / "RAB Pak Ali.xlsx", 2_000_000), rab(tmp_path / "RAB Bu Ani.xlsx", 2_500_000))
    (found,) = [t for t in seen.temuan if t.ketentuan == "RAB-VERSI"]
    assert "Rp3.000.000" in found.pesan and "Rp3.500.000" in found.pesan
    assert all("Belum jelas" in text for text in notes(seen).values())


def test_one_budget_alone_has_nothing_said_of_it(tmp_path: Path) -> None:
    seen = check(rab(tmp_path / "RAB A1.xlsx", 2_000_000))
    assert not [t for t in seen.temuan if t.ketentuan == "RAB-VERSI"]
    assert "berlaku" not in notes(seen)["RAB A1.xlsx"]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("RAB A1 perubahan ke-2.xlsx", "RAB A1 perubahan ke-3.xlsx"),
        ("RAB A1 revisi II.xlsx", "RAB A1 revisi III.xlsx"),
        ("RAB A1 revisi kedua.xlsx", "RAB A1 revisi keempat.xlsx"),
        ("RAB A1 3 Maret 2023.xlsx", "RAB A1 12 Februari 2024.xlsx"),
        ("RAB A1 2023-07-02.xlsx", "RAB A1 2023-07-12.xlsx"),
        ("RAB A1 30-06-2023.xlsx", "RAB A1 01-07-2023.xlsx"),
        ("RAB A1 (1).xlsx", "RAB A1 (2).xlsx"),
        ("RAB A1 sebelum perubahan.xlsx", "RAB A1.xlsx"),
    ],
)
def test_numbers_dates_and_copies_in_the_names_tell_the_newer(tmp_path: Path, older: str, newer: str) -> None:
    seen = check(rab(tmp_path / newer, 2_000_000), rab(tmp_path / older, 2_500_000))
    said = notes(seen)
    assert "yang berlaku; versi lamanya" in said[newer]
    assert "versi lama, tidak dihitung" in said[older]
    assert not [t for t in seen.temuan if t.ketentuan == "RAB-VERSI"]


def test_of_three_versions_one_counts_and_two_are_old(tmp_path: Path) -> None:
    names = ("RAB A1.xlsx", "RAB A1 revisi 1.xlsx", "RAB A1 revisi 2.xlsx")
    seen = check(*(rab(tmp_path / name, 2_000_000 + n * 500_000) for n, name in enumerate(names)))
    said = notes(seen)
    assert [("versi lama, tidak dihitung" in said[name]) for name in names] == [True, True, False]
    assert names[2] in said[names[0]] and names[2] in said[names[1]]


def test_sheets_of_one_file_are_its_parts_only_when_none_repeats_another(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(rab(tmp_path / "RAB A1.xlsx", 2_000_000))
    first = book.active
    assert first is not None
    again = book.copy_worksheet(first)
    again.title = "Hitungan Bu Ani"
    again["F5"], again["E5"], again["F7"] = 2_500_000, 25_000, 3_500_000
    other = book.copy_worksheet(first)
    other.title = "Lain-lain"
    other["B5"], other["B6"] = "Cetak modul", "Transport narasumber"
    other["E6"], other["F6"], other["F7"] = 600_000, 1_200_000, 3_200_000
    book.save(tmp_path / "RAB A1.xlsx")
    assert [t.ketentuan for t in check(tmp_path / "RAB A1.xlsx").temuan].count("RAB-VERSI") == 1


def with_laptop(path: Path, amount: int) -> Path:
    """A budget with a laptop and a sum that is wrong."""
    book = openpyxl.load_workbook(rab(path, amount))
    sheet = book.active
    assert sheet is not None
    sheet.insert_rows(7)
    for column, value in enumerate([3, "Pembelian laptop", 1, "unit", 9_000_000, 9_500_000], 1):
        sheet.cell(7, column, value)
    book.save(path)
    return path


def test_an_older_version_is_not_accused(tmp_path: Path) -> None:
    old, new = with_laptop(tmp_path / "RAB A1.xlsx", 2_000_000), tmp_path / "RAB A1 perubahan.xlsx"
    alone = {t.ketentuan for t in check(old).temuan}
    assert {"RAB-4-ASET", "RAB-HITUNG", "RAB-SUBTOTAL"} <= alone
    found = check(old, rab(new, 2_500_000)).temuan
    assert not [t for t in found if t.tempat and t.tempat.workbook == "RAB A1.xlsx"]
    # what stands in the version that counts is told
    found = check(rab(tmp_path / "RAB A1.xlsx", 2_000_000), with_laptop(new, 2_500_000)).temuan
    assert "RAB-4-ASET" in {t.ketentuan for t in found if t.tempat and t.tempat.workbook == new.name}


def test_where_nothing_tells_which_counts_both_are_checked(tmp_path: Path) -> None:
    found = check(with_laptop(tmp_path / "RAB Pak Ali.xlsx", 2_000_000), rab(tmp_path / "RAB Bu Ani.xlsx", 1))
    assert "RAB-4-ASET" in {t.ketentuan for t in found.temuan}


def test_a_second_copy_of_the_older_version_is_old_too(tmp_path: Path) -> None:
    copy = with_laptop(tmp_path / "RKA A1.xlsx", 2_000_000)
    book = openpyxl.load_workbook(copy)
    book["RAB"]["A1"] = "RENCANA KERJA DAN ANGGARAN"
    book.save(copy)
    seen = check(
        with_laptop(tmp_path / "RAB A1.xlsx", 2_000_000),
        copy,
        rab(tmp_path / "RAB A1 perubahan.xlsx", 2_500_000),
    )
    assert "versi lama" in notes(seen)["RKA A1.xlsx"]
    assert "RAB-4-ASET" not in {t.ketentuan for t in seen.temuan}
