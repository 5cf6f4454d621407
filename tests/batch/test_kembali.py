"""Returned copies: corrected or answered in, dropped back under the same name or another."""

from __future__ import annotations

import os
import shutil
import time
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from dak_excel.batch.hasil import HasilDaerah
from dak_excel.batch.run import jalankan
from dak_excel.config import Pengaturan
from tests.kecil import buku_identitas, buku_peserta


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    folder = tmp_path / "masukan/Kabupaten Uji"
    folder.mkdir(parents=True)
    (folder / "identitas.xlsx").write_bytes(buku_identitas())
    (folder / "peserta.xlsx").write_bytes(buku_peserta(1, orang=33))
    for path in folder.iterdir():
        os.utime(path, (time.time() - 3600,) * 2)
    run(tmp_path)
    return tmp_path


def run(kantor: Path) -> HasilDaerah:
    settings = Pengaturan(
        masukan=kantor / "masukan", keluaran=kantor / "keluaran", per=date(2023, 7, 20), paksa=True
    )
    (daerah,) = jalankan(settings).rinci
    return daerah


def drop_back(kantor: Path, name: str) -> Path:
    """The annotated copy, dropped into the input folder under a name."""
    target = kantor / "masukan/Kabupaten Uji" / name
    shutil.copyfile(kantor / "keluaran/Kabupaten Uji/anotasi/peserta.xlsx", target)
    return target


def edit(path: Path, change: object) -> None:
    """Saves a workbook again after a change, as another program would."""
    book = openpyxl.load_workbook(path)
    change(book)  # type: ignore[operator]
    buffer = BytesIO()
    book.save(buffer)
    path.write_bytes(buffer.getvalue())


def answer(book: openpyxl.Workbook) -> None:
    """Writes a reason, a letter number and its date beside the finding A1-JUMLAH."""
    sheet = book["Temuan"]
    head = next(r for r in sheet.iter_rows() if "Alasan" in [c.value for c in r])
    columns = {cell.value: cell.column for cell in head if cell.value}
    row = next(r for r in sheet.iter_rows() if "A1-JUMLAH" in [c.value for c in r])[0].row
    sheet.cell(row, columns["Alasan"], "Peminat melebihi kuota dan ruang memadai")
    sheet.cell(row, columns["Nomor Surat"], "500/12/2023")
    sheet.cell(row, columns["Tanggal Surat"], date(2023, 5, 2))


def ids(daerah: HasilDaerah) -> list[str]:
    return sorted(t.ketentuan for t in daerah.temuan)


@pytest.mark.parametrize("name", ["peserta.xlsx", "peserta sudah dilihat.xlsx"])
def test_an_unchanged_copy_dropped_back_changes_nothing(kantor: Path, name: str) -> None:
    before = run(kantor)
    annotated = (kantor / "keluaran/Kabupaten Uji/anotasi/peserta.xlsx").read_bytes()
    drop_back(kantor, name)
    after = run(kantor)
    assert ids(after) == ids(before)
    assert (kantor / "keluaran/Kabupaten Uji/anotasi/peserta.xlsx").read_bytes() == annotated


@pytest.mark.parametrize("name", ["peserta.xlsx", "peserta (dijawab).xlsx"])
def test_an_answer_is_read_under_whatever_name_it_comes_back(kantor: Path, name: str) -> None:
    assert [t.status for t in run(kantor).temuan if t.ketentuan == "A1-JUMLAH"] == ["terbuka"]
    edit(drop_back(kantor, name), answer)
    after = run(kantor)
    assert [t.status for t in after.temuan if t.ketentuan == "A1-JUMLAH"] == ["disetujui"]
    assert "NIK-GANDA" not in ids(after)


def test_a_mended_copy_beside_its_original_replaces_it(kantor: Path) -> None:
    assert "A1-USIA" in ids(run(kantor))

    def mend(book: openpyxl.Workbook) -> None:
        for cells in book["Peserta"].iter_rows():
            for cell in cells:
                if isinstance(cell.value, str) and cell.value.endswith("-06-1960"):
                    cell.value = cell.value.replace("1960", "1985")

    edit(drop_back(kantor, "peserta diperbaiki.xlsx"), mend)
    after = run(kantor)
    assert "A1-USIA" not in ids(after)
    assert "NIK-GANDA" not in ids(after)
    (replaced,) = [b for b in after.berkas if b.nama == "peserta.xlsx"]
    assert replaced.digantikan == "peserta diperbaiki.xlsx"
    assert not (kantor / "keluaran/Kabupaten Uji/anotasi/peserta.xlsx").exists()
