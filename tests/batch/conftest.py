"""The batch without LibreOffice, which takes most of the time: what it adds to a report is tested there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dak_excel.reports.word import libreoffice
from tests.kecil import buku_identitas, buku_peserta


@pytest.fixture(scope="module", autouse=True)
def without_libreoffice() -> Iterator[None]:
    """A search path for programs on which LibreOffice is not, for this process and those that it starts."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    without = [f for f in folders if not any(Path(f).glob("*office*"))]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", os.pathsep.join(without))
        libreoffice.find_soffice.cache_clear()
        yield
    libreoffice.find_soffice.cache_clear()


def two_daerah(masukan: Path) -> Path:
    """An input folder of two daerah with two workbooks each."""
    for nama in ("Kabupaten A", "Kabupaten B"):
        folder = masukan / nama
        folder.mkdir(parents=True)
        (folder / "identitas.xlsx").write_bytes(buku_identitas(len(nama)))
        (folder / "peserta.xlsx").write_bytes(buku_peserta(len(nama)))
    return masukan


@pytest.fixture
def masukan(tmp_path: Path) -> Path:
    return two_daerah(tmp_path / "masukan")
