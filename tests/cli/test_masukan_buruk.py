"""Bad input: one clear sentence each, the exit code of the contract, and the other files are processed."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from dak_excel.cli.app import run
from tests.sheets.foreign.binary import xlsx_password


def good() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Kabupaten/Kota", "Kabupaten Uji"),
        ("Nama Dinas", "Dinas Uji"),
        ("Kepala Dinas", "Uji Contohwan"),
    ):
        sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def protected() -> bytes:
    """A workbook with a password, as Excel saves it: an OLE container with `EncryptedPackage`."""
    return xlsx_password()


def truncated() -> bytes:
    return good()[:-400]


def empty_workbook() -> bytes:
    buffer = BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("teks.xlsx", b"bukan buku kerja, hanya teks biasa\n" * 9, "teks"),
        ("terkunci.xlsx", protected, "sandi"),
        ("terpotong.xlsx", truncated, "rusak"),
    ],
)
def test_a_bad_file_is_said_and_the_others_are_processed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: object, words: str
) -> None:
    folder = tmp_path / "masukan/Kabupaten Uji"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(data() if callable(data) else data)  # type: ignore[arg-type]
    (folder / "identitas.xlsx").write_bytes(good())
    code = run(["proses", str(tmp_path / "masukan"), "--keluaran", str(tmp_path / "keluar")])
    said = " ".join(capsys.readouterr().out.split())
    assert code == 3
    assert name in said
    assert words in said.casefold()
    assert "Traceback" not in said
    assert (tmp_path / "keluar/Kabupaten Uji/anotasi/identitas.xlsx").is_file()
    assert zipfile.is_zipfile(tmp_path / "keluar/Kabupaten Uji/anotasi/identitas.xlsx")
    assert name in (tmp_path / "keluar/Kabupaten Uji/ringkasan.html").read_text(encoding="utf-8")


def test_an_empty_workbook_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "masukan/Kabupaten Uji"
    folder.mkdir(parents=True)
    (folder / "kosong.xlsx").write_bytes(empty_workbook())
    code = run(["proses", str(tmp_path / "masukan"), "--keluaran", str(tmp_path / "keluar")])
    capsys.readouterr()
    page = (tmp_path / "keluar/Kabupaten Uji/ringkasan.html").read_text(encoding="utf-8")
    assert code == 0
    assert "kosong.xlsx" in page
    assert "tidak berisi apa pun" in page or "kosong" in page


def test_a_folder_that_does_not_exist(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["proses", str(tmp_path / "tiada"), "--keluaran", str(tmp_path / "keluar")])
    said = capsys.readouterr().err
    assert code == 2
    assert said.count("\n") == 1
    assert "tidak ditemukan" in said
    assert not (tmp_path / "keluar").exists()


@pytest.mark.parametrize(
    "arguments", [["hapus"], ["proses", "--per", "kemarin"], ["proses", "--semester", "3"]]
)
def test_wrong_usage_is_said_in_bahasa_indonesia(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    said = capsys.readouterr().err
    assert said.startswith("Perintah keliru:")
    assert "invalid" not in said
    assert "required" not in said


def test_periksa_of_a_damaged_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "terpotong.xlsx"
    path.write_bytes(truncated())
    assert run(["periksa", str(path)]) == 3
    assert "terpotong.xlsx" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == [path]
