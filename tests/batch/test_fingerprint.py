"""A setting that changes the outputs is in the fingerprint, so that the daerah is done again."""

from __future__ import annotations

import os
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dak_excel.batch import fingerprint
from dak_excel.batch.fingerprint import fingerprints, shared_state
from dak_excel.batch.intake import Intake
from dak_excel.batch.journal import Journal, open_journal
from dak_excel.batch.readiness import InputFile
from dak_excel.config import Settings


def settings(**more: Any) -> Settings:
    return Settings(tahun=2023, per=date(2023, 9, 1), **more)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("nik_penuh", True),
        ("pdf", True),
        ("kertas", "A4"),
        ("semester", "1"),
        ("tata_letak", False),
        ("batas_detik", 7),
        ("batas_memori_mib", 700),
    ],
)
def test_a_setting_that_changes_the_outputs_changes_the_fingerprint(name: str, value: Any) -> None:
    assert shared_state(settings(**{name: value})) != shared_state(settings())


def test_what_changes_nothing_in_the_outputs_does_not() -> None:
    assert shared_state(settings(pekerja=3)) == shared_state(settings())


def test_with_libreoffice_the_reports_are_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    without = shared_state(settings())
    monkeypatch.setattr(fingerprint, "find_soffice", lambda: Path("soffice"))
    assert shared_state(settings()) != without


def drop(folder: Path, content: bytes, age: float = 3600) -> InputFile:
    """A workbook that was changed `age` seconds ago."""
    path = folder / "peserta.xlsx"
    path.write_bytes(content)
    os.utime(path, (time.time() - age, time.time() - age))
    stat = path.stat()
    return InputFile(path, path.name, stat.st_size, stat.st_mtime_ns, 1)


def print_of(jurnal: Journal, berkas: InputFile, **more: Any) -> str:
    [sidik] = fingerprints([Intake("Kabupaten A", berkas.path.parent, [berkas], **more)], settings(), jurnal)
    return sidik


def test_other_bytes_names_and_neighbours_are_another_fingerprint(tmp_path: Path) -> None:
    with open_journal(tmp_path / "jurnal") as jurnal:
        first = print_of(jurnal, drop(tmp_path, b"satu"))
        assert print_of(jurnal, drop(tmp_path, b"satu")) == first
        assert print_of(jurnal, drop(tmp_path, b"dua2", age=1800)) != first
        assert print_of(jurnal, drop(tmp_path, b"satu"), lain=["surat.pdf"]) != first


def test_a_file_whose_size_and_times_stay_is_not_read_again(tmp_path: Path) -> None:
    with open_journal(tmp_path / "jurnal") as jurnal:
        before = drop(tmp_path, b"satu")
        first = print_of(jurnal, before)
        assert list(jurnal.file_fingerprints()) == [str(before.path)]
        before.path.unlink()
        assert print_of(jurnal, before) == first
        fingerprints([], settings(), jurnal)
        assert not jurnal.file_fingerprints()  # a file that is gone is forgotten
        assert print_of(jurnal, before) != first


@pytest.mark.parametrize("age", [0.0, -3600.0])
def test_the_hash_of_a_file_that_may_still_change_within_its_second_is_not_kept(
    tmp_path: Path, age: float
) -> None:
    with open_journal(tmp_path / "jurnal") as jurnal:
        print_of(jurnal, drop(tmp_path, b"satu", age=age))
        assert bool(jurnal.file_fingerprints()) == (age < 0)
