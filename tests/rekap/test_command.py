"""`proses` writes rekap.xlsx, and `dak-excel rekap` writes it again from what the run left."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from dak_excel.api import periksa
from dak_excel.api.export import export
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


def test_the_records_are_written_as_tables(keluaran: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = ["rekap", str(keluaran), "--masukan", str(keluaran.parent / "masukan")]
    assert run([*told, "--data", "csv"]) == 0
    assert "Data 13 tabel ditulis" in capsys.readouterr().out
    raw = (keluaran / "data/temuan.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    plain = pd.read_csv(keluaran / "data/temuan.csv")
    files = pd.read_csv(keluaran / "data/berkas.csv")
    assert list(files["berkas"]) == ["data umum.xlsx"]
    pytest.importorskip("pyarrow", reason="pyarrow is an extra")
    assert run([*told, "--data", "parquet"]) == 0
    kept = pd.read_parquet(keluaran / "data/temuan.parquet")
    assert kept["tingkat"].cat.ordered
    assert list(kept["pesan"]) == list(plain["pesan"])


def test_files_hold_no_whole_nik_and_no_formula(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["DAFTAR PESERTA A1"])
    sheet.append(["No", "Nama", "NIK", "Jenis Kelamin", "Alamat"])
    sheet.append([1, "=SUM(1)", "9999014101900001", "P", "Jalan Rekaan 7"])
    sheet["B3"].data_type = "s"
    (tmp_path / "masukan").mkdir()
    book.save(tmp_path / "masukan/peserta.xlsx")
    export(periksa(tmp_path / "masukan", per=date(2023, 6, 1)), tmp_path, "csv")
    text = (tmp_path / "data/peserta.csv").read_text("utf-8-sig")
    assert "9999********0001" in text
    assert "9999014101900001" not in text and "Jalan Rekaan" not in text
    assert "'=SUM(1)" in text
