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
