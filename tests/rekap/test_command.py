"""`proses` writes rekap.xlsx, and `dak-excel rekap` writes it again from what the run left."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from dak_excel.cli.app import run


@pytest.fixture
def keluaran(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Kabupaten/Kota", "Kabupaten Bandung"])
    book.worksheets[0].append(["Pagu", 1_000_000])
    (tmp_path / "masukan/Kabupaten Bandung").mkdir(parents=True)
    book.save(tmp_path / "masukan/Kabupaten Bandung/data umum.xlsx")
    where = [str(tmp_path / "masukan"), "--keluaran", str(tmp_path / "keluaran")]
    done = run(["proses", *where, "--per", "2023-06-01", "--tanpa-tata-letak"])
    assert done == 0
    return tmp_path / "keluaran"


def test_a_run_writes_it_and_the_command_writes_the_same(
    keluaran: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = keluaran / "rekap.xlsx"
    first = file.read_bytes()
    rows = list(openpyxl.load_workbook(io.BytesIO(first))["Data"].iter_rows(values_only=True))
    told = dict(zip(rows[0], rows[-1], strict=True))
    assert (told["Provinsi"], told["Daerah"]) == ("Jawa Barat", "Kabupaten Bandung")
    file.unlink()
    assert run(["rekap", str(keluaran)]) == 0
    assert "1 daerah" in capsys.readouterr().out
    assert file.read_bytes() == first


def test_a_folder_without_results_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rekap", str(tmp_path)]) == 2
    assert "belum ada hasil" in capsys.readouterr().err
