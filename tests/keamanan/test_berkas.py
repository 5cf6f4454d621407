"""Hostile files are refused within their limits, said in a sentence, and the others are processed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from dak_excel.cli.app import run
from tests.keamanan.berkas import (
    RAHASIA,
    bom_zip,
    entitas_berlipat,
    entitas_luar,
    gambar_bom,
    naik_folder,
)
from tests.kecil import buku_identitas


@pytest.fixture
def daerah(tmp_path: Path) -> Path:
    folder = tmp_path / "masukan/Kabupaten Uji"
    folder.mkdir(parents=True)
    (folder / "identitas.xlsx").write_bytes(buku_identitas())
    return folder


def proses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    words = ["proses", str(tmp_path / "masukan"), "--keluaran", str(tmp_path / "keluaran")]
    code = run([*words, "--per", "2023-07-20", "--tanpa-tata-letak"])
    return code, " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("make", [entitas_berlipat, bom_zip], ids=lambda m: m.__name__)
def test_a_bomb_is_refused_and_the_others_are_processed(
    daerah: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Callable[[], bytes]
) -> None:
    (daerah / "bom.xlsx").write_bytes(make())
    code, said = proses(tmp_path, capsys)
    assert code == 3
    assert "Tidak terbaca: Kabupaten Uji, bom.xlsx" in said
    out = tmp_path / "keluaran/Kabupaten Uji"
    assert (out / "anotasi/identitas.xlsx").is_file()
    assert not (out / "anotasi/bom.xlsx").exists()


def test_a_workbook_cannot_fetch_another_file(
    daerah: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text(RAHASIA, encoding="utf-8")
    (daerah / "curi.xlsx").write_bytes(entitas_luar(secret.as_uri()))
    code, said = proses(tmp_path, capsys)
    assert code == 3
    assert "curi.xlsx" in said
    for path in (tmp_path / "keluaran").rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert RAHASIA.encode() not in data
            if zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as package:
                    assert not [n for n in package.namelist() if RAHASIA.encode() in package.read(n)]


def test_parts_that_lead_out_of_the_package_are_never_unpacked(
    daerah: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (daerah / "naik.xlsx").write_bytes(naik_folder())
    before = set(tmp_path.parent.rglob("keluar.xml"))
    proses(tmp_path, capsys)
    assert set(tmp_path.parent.rglob("keluar.xml")) == before
    assert not Path("/mutlak.xml").exists()


def test_a_picture_that_would_fill_the_memory_is_left_out(
    daerah: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (daerah / "foto").mkdir()
    (daerah / "foto/A1 bom.png").write_bytes(gambar_bom())
    (daerah / "foto/A1 rusak.jpg").write_bytes(b"bukan gambar")
    code, said = proses(tmp_path, capsys)
    assert code == 0, said
    assert (tmp_path / "keluaran/Kabupaten Uji/laporan/Laporan Semester I 2023.docx").is_file()
