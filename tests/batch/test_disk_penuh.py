"""A disk that fills at any moment: every file is the old or the new one, and a rerun makes all good."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from dak_excel.cli.app import run as cli
from dak_excel.config import Settings
from dak_excel.nightly.run import RunResult, run_nightly
from dak_excel.output import publish
from tests.akhir.pembanding import perbedaan
from tests.batch.conftest import two_daerah
from tests.kecil import buku_peserta, buku_rab

MOUNT, UMOUNT = shutil.which("mount"), shutil.which("umount")
PER = date(2023, 7, 20)


def run(masukan: Path, keluaran: Path) -> RunResult:
    return run_nightly(Settings(masukan=masukan, keluaran=keluaran, per=PER))


def whole(folder: Path) -> bool:
    packages = [p for p in folder.rglob("*") if p.suffix in (".xlsx", ".docx")]
    pages = list(folder.rglob("*.html"))
    return all(zipfile.is_zipfile(p) for p in packages) and all(
        p.read_text(encoding="utf-8").rstrip().endswith("</html>") for p in pages
    )


@dataclass(frozen=True)
class Nights:
    """An input folder, the outputs of the night before its files changed, and those that it should give."""

    masukan: Path
    before: Path
    after: Path


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Nights:
    base = tmp_path_factory.mktemp("malam")
    nights = Nights(base / "masukan", base / "sebelum", base / "sesudah")
    two_daerah(nights.masukan)
    run(nights.masukan, nights.before)
    (nights.masukan / "Kabupaten A/peserta.xlsx").write_bytes(buku_peserta(99))
    (nights.masukan / "Kabupaten B/rab.xlsx").write_bytes(buku_rab(7))
    run(nights.masukan, nights.after)
    return nights


@pytest.mark.parametrize("after", [0, 1, 2, 5, 9, 14, 18, 22])
def test_full_at_any_moment(
    nights: Nights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    out = tmp_path / "k"
    shutil.copytree(nights.before, out)
    left = [after]
    real = os.fsync

    def fills(handle: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(publish.os, "fsync", fills)
    hasil = run(nights.masukan, out)
    monkeypatch.undo()
    assert hasil.failed
    assert "disk penuh" in hasil.ringkasan + "".join(d.sebab for d in hasil.daerah)
    assert whole(out)
    assert not list(out.rglob(f"{publish.SEMENTARA}*"))
    assert not run(nights.masukan, out).failed
    assert perbedaan(out, nights.after) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 400 KiB."""
    folder = tmp_path / "kecil"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0 or not (MOUNT and UMOUNT):
        pytest.skip("only root on Linux can mount a small file system")
    mount = [MOUNT, "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("this system lets nobody mount a file system")
    yield folder
    subprocess.run([UMOUNT, str(folder)], check=False)


def test_a_disk_that_is_really_full(
    masukan: Path, small_disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = small_disk / "k"
    out.mkdir()
    words = ["proses", str(masukan), "--keluaran", str(out), "--per", PER.isoformat()]
    for free in (0, 5_000, 60_000, 150_000):
        filler = small_disk / "penuh"
        filler.write_bytes(b"x" * max(0, 400 * 1024 - free - 20_000))
        code = cli(words)
        said = capsys.readouterr()
        assert code in (2, 3)
        assert "penuh" in said.out + said.err
        assert "Traceback" not in said.out + said.err
        assert whole(out)
        filler.unlink()
    assert MOUNT
    subprocess.run([MOUNT, "-o", "remount,size=20m", str(small_disk)], check=True)
    assert cli(words) == 0
    run(masukan, tmp_path / "bersih")
    assert perbedaan(out, tmp_path / "bersih") == []
