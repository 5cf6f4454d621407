"""The API: what a table holds, what it does not show, and what importing it does."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from dak_excel.api import Hasil, baca, periksa
from dak_excel.errors import UserError

NIK = "9901014505900001"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two daerah, one with a list of peserta and one with a file that is none."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Peserta A1"
    sheet.append(["DAFTAR PESERTA PELATIHAN MANAJEMEN USAHA"])
    sheet.append([])
    sheet.append(["No", "Nama", "NIK", "Jenis Kelamin", "Tanggal Lahir", "Alamat", "No HP", "Nama Usaha"])
    sheet.append([1, "Siti Contoh", NIK, "P", date(1990, 5, 5), "Jl. Mawar 1", "081200001111", "Batik Satu"])
    sheet.append(
        [
            2,
            "Budi Contoh",
            "9901010101850002",
            "L",
            date(1985, 1, 1),
            "Jl. Melati 2",
            "081200002222",
            "Kue Dua",
        ]
    )
    (tmp_path / "masukan/Kabupaten Satu").mkdir(parents=True)
    (tmp_path / "masukan/Kabupaten Dua").mkdir()
    book.save(tmp_path / "masukan/Kabupaten Satu/peserta.xlsx")
    (tmp_path / "masukan/Kabupaten Dua/rusak.xlsx").write_bytes(b"bukan excel")
    return tmp_path / "masukan"


def test_importing_it_loads_no_heavy_package() -> None:
    heavy = "'pandas', 'lxml', 'openpyxl', 'pydantic', 'yaml'"
    code = f"import sys, dak_excel.api; print(*[m for m in ({heavy}) if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_types_and_addresses(folder: Path) -> None:
    people = periksa(folder, 2023, date(2023, 7, 1)).peserta
    assert list(people["nama"]) == ["Siti Contoh", "Budi Contoh"]
    assert list(people["baris"]) == [4, 5]
    assert people.dtypes.map(str).loc[["baris", "tanggal_lahir", "kelamin", "hadir", "nama"]].tolist() == [
        "Int64",
        "datetime64[s]",
        "category",
        "boolean",
        "string",
    ]
    assert set(people["orang"]) == {1, 2}


def test_personal_data_is_masked_unless_asked_for(folder: Path) -> None:
    masked = periksa(folder, 2023, date(2023, 7, 1))
    for name in ("peserta", "temuan", "kegiatan", "berkas"):
        text = getattr(masked, name).to_csv()
        assert NIK not in text and "081200001111" not in text and "Mawar" not in text
    assert masked.peserta["nik"][0] == "9901********0001"
    whole = periksa(folder, 2023, date(2023, 7, 1), nik_penuh=True).peserta
    assert (whole["nik"][0], whole["alamat"][0]) == (NIK, "Jl. Mawar 1")
    assert "Siti" not in repr(masked)


def test_a_file_that_is_none_is_told(folder: Path) -> None:
    berkas = periksa(folder, 2023, date(2023, 7, 1)).berkas.set_index("berkas")
    assert berkas.loc["rusak.xlsx", "sebab"]
    assert berkas.loc["peserta.xlsx", "sebab"] == ""


def test_what_no_sheet_tells_is_na_and_empty_tables_keep_their_types(folder: Path) -> None:
    hasil = periksa(folder, 2023, date(2023, 7, 1))
    rekap = hasil.rekap(by=["daerah"]).set_index("daerah")
    assert rekap[["pagu", "realisasi", "serapan"]].isna().all(axis=None)
    assert len(hasil.rab) == 0
    assert str(hasil.rab["rupiah"].dtype) == "Float64"


def test_bytes_and_path_give_the_same(folder: Path) -> None:
    path = folder / "Kabupaten Satu/peserta.xlsx"
    day = date(2023, 7, 1)
    one: Hasil = baca(path, 2023, day)
    other = baca(path.read_bytes(), 2023, day, nama="peserta.xlsx")
    place = ["daerah", "folder"]
    pd.testing.assert_frame_equal(one.peserta.drop(columns=place), other.peserta.drop(columns=place))
    assert len(one.temuan) == len(other.temuan)


def test_nothing_is_written(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    periksa(folder, 2023, date(2023, 7, 1))
    assert sorted(folder.rglob("*")) == before


def test_wrong_use_is_said_in_a_sentence(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="tidak ditemukan"):
        periksa(tmp_path / "tidak ada", 2023)
    with pytest.raises(UserError, match="2099"):
        periksa(folder, 2099)
    with pytest.raises(KeyError, match="warna"):
        periksa(folder, 2023).rekap(by=["warna"])
