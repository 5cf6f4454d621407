"""The log: JSON lines, rotated, without personal numbers or messages of exceptions, and never in the way."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from dak_excel import faults, log


def test_events_are_json_lines_with_masked_texts(tmp_path: Path) -> None:
    with log.open_log(tmp_path / "log"):
        log.note("berkas", nama="9901010101850001.xlsx", baris=3, telepon="0812-3456-7890")
    (line,) = (tmp_path / "log/dak_excel.jsonl").read_text(encoding="utf-8").splitlines()
    event = json.loads(line)
    assert event["peristiwa"] == "berkas"
    assert event["nama"] == "9901********0001.xlsx"
    assert event["baris"] == 3
    assert "3456" not in line


def test_the_log_is_rotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "UKURAN", 5_000)
    with log.open_log(tmp_path):
        for number in range(1_000):
            log.note("daerah", nomor=number)
    files = sorted(tmp_path.iterdir())
    assert len(files) == 1 + log.CADANGAN
    assert all(path.stat().st_size <= 5_000 for path in files)
    newest = (tmp_path / "dak_excel.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    assert json.loads(newest)["nomor"] == 999


def test_an_exception_leaves_its_places_and_not_its_words() -> None:
    def broken() -> None:
        raise ValueError("NIK 9901010101850001 tidak dapat dibaca")

    try:
        broken()
    except ValueError as error:
        trace = faults.trace(error)
    assert trace.startswith("ValueError di test_log.py:")
    assert "9901" not in trace


@pytest.mark.parametrize("obstacle", ["folder", "berkas"])
def test_a_log_that_cannot_be_written_is_no_reason_to_stop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], obstacle: str
) -> None:
    if obstacle == "folder":
        (tmp_path / "log").write_bytes(b"bukan folder")
    else:
        (tmp_path / "log/dak_excel.jsonl").mkdir(parents=True)
    with log.open_log(tmp_path / "log"):
        log.note("mulai")
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_no_reason_to_stop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "dak_excel.jsonl").symlink_to("/dev/full")
    with log.open_log(tmp_path):
        log.note("mulai")
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="on Windows the rights are those of the folder")
def test_the_folder_of_the_log_is_its_users_alone(tmp_path: Path) -> None:
    with log.open_log(tmp_path / "log"):
        log.note("mulai")
    assert (tmp_path / "log").stat().st_mode & 0o077 == 0
