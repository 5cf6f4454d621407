"""Soak: random events in an office against the batch, and at the end the outputs of one undisturbed run.

Run with `make soak`, or `python -m tests.soak --kejadian 300 --benih 7`. It takes ten minutes at most (more
with `--detik`, on a busy machine) and ends with a line that counts what passed. As root on Linux the output
lies on a small file system of its own, so that the disk really fills; elsewhere that event does nothing.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl

from tests.akhir.pembanding import perbedaan
from tests.kecil import buku_identitas, buku_peserta
from tests.kekal import immutable

PER = "2023-07-20"
BATAS_DETIK = 570
"""The whole soak ends before ten minutes are over, unless `--detik` gives it more or less."""


class Kantor:
    """An input folder that people work in, and an output folder that the batch writes to."""

    def __init__(self, root: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.masukan = root / "masukan"
        self.keluaran = root / "keluaran"
        self.small_disk = _mount(self.keluaran)
        self.serial = 0
        self.held: set[Path] = set()
        for _ in range(3):
            self.drop()

    # what people do

    def drop(self) -> None:
        """A new workbook, sometimes for a new daerah."""
        daerah = self.masukan / f"Kabupaten {self.random.choice('ABC')}"
        daerah.mkdir(parents=True, exist_ok=True)
        self.serial += 1
        make = self.random.choice((buku_identitas, buku_peserta))
        (daerah / f"buku {self.serial}.xlsx").write_bytes(make(self.serial))

    def replace(self) -> None:
        """A workbook saved again with other content."""
        if path := self._some():
            self.serial += 1
            path.write_bytes(buku_peserta(self.serial))

    def delete(self) -> None:
        """A workbook taken away."""
        if path := self._some():
            path.unlink()

    def corrupt(self) -> None:
        """A workbook cut off in the middle."""
        if path := self._some():
            data = path.read_bytes()
            path.write_bytes(data[: max(1, len(data) // 2)])

    def lock(self) -> None:
        """Somebody opens a workbook in Excel, or closes it."""
        if path := self._some():
            mark = path.with_name("~$" + path.name)
            mark.unlink() if mark.exists() else mark.write_bytes(b"pemakai")

    def return_copy(self) -> None:
        """An annotated copy dropped back over its original."""
        copies = sorted(self.keluaran.rglob("anotasi/*.xlsx"))
        if copies:
            copy = self.random.choice(copies)
            target = self.masukan / copy.parents[1].name / copy.name
            if target.parent.is_dir():
                shutil.copyfile(copy, target)

    def return_beside(self) -> None:
        """An annotated copy that somebody has mended, dropped beside its original under another name."""
        copies = sorted(self.keluaran.rglob("anotasi/*.xlsx"))
        if not copies:
            return
        copy = self.random.choice(copies)
        folder = self.masukan / copy.parents[1].name
        if folder.is_dir():
            book = openpyxl.load_workbook(copy)
            book.worksheets[-1]["Z90"] = f"diperbaiki {self.serial}"
            self.serial += 1
            book.save(folder / f"{copy.stem} diperbaiki {self.serial}.xlsx")

    def open_outputs(self) -> None:
        """Somebody opens some outputs in Excel, Word or a browser that does not let go of them."""
        found = [p for p in self.keluaran.rglob("*") if p.suffix in (".docx", ".xlsx", ".html", ".csv")]
        for path in self.random.sample(found, min(len(found), self.random.randint(1, 4))):
            with contextlib.suppress(OSError):
                immutable(path, True)
                self.held.add(path)

    def close_outputs(self) -> None:
        """All of these are closed again."""
        while self.held:
            with contextlib.suppress(OSError):
                immutable(self.held.pop(), False)

    # what happens to the batch

    def run(self) -> None:
        """An undisturbed run."""
        self._expect(_start(self.masukan, self.keluaran).wait(), {0, 3})

    def kill(self) -> None:
        """A run killed at a random moment, as by a power cut."""
        process = _start(self.masukan, self.keluaran)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(self.random.uniform(0.2, 2.5))
        process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        process.wait()

    def two_runs(self) -> None:
        """Two runs at once: one of them may leave, saying who has the lock."""
        runs = [_start(self.masukan, self.keluaran) for _ in range(2)]
        for process in runs:
            self._expect(process.wait(), {0, 2, 3})

    def disk_full(self) -> None:
        """A run on a disk that is full."""
        if not self.small_disk:
            return
        filler = self.keluaran / ".penuh"
        free = shutil.disk_usage(self.keluaran).free
        filler.write_bytes(b"x" * max(0, free - self.random.choice((0, 4096, 60_000))))
        self._expect(_start(self.masukan, self.keluaran).wait(), {0, 2, 3})
        filler.unlink()

    def delete_outputs(self) -> None:
        """Somebody cleans up: a daerah's outputs, or the journal."""
        self.close_outputs()
        internal = self.keluaran / ".dak_excel"
        victims = [*self.keluaran.glob("Kabupaten*"), internal]
        shutil.rmtree(self.random.choice(victims), ignore_errors=True)

    def _some(self) -> Path | None:
        found = sorted(p for p in self.masukan.rglob("*.xlsx") if not p.name.startswith("~$"))
        return self.random.choice(found) if found else None

    @staticmethod
    def _expect(code: int, allowed: set[int]) -> None:
        if code not in allowed:
            raise AssertionError(f"the run ended with exit code {code}")


def _start(masukan: Path, keluaran: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dak_excel", "proses", str(masukan), "--keluaran", str(keluaran)]
    options = ["--per", PER, "--tanpa-tata-letak"]
    return subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _mount(folder: Path) -> bool:
    """A file system of 48 MiB for the outputs, where that can be had."""
    folder.mkdir(parents=True)
    if sys.platform != "linux" or os.geteuid() != 0:
        return False
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(folder)], check=False, capture_output=True
    )
    return done.returncode == 0


@contextlib.contextmanager
def _room() -> Iterator[Path]:
    root = Path(tempfile.mkdtemp(prefix="soak-"))
    try:
        yield root
    finally:
        for path in (root / "keluaran").rglob("*"):
            with contextlib.suppress(OSError):
                immutable(path, False)
        if sys.platform == "linux":
            subprocess.run(["umount", str(root / "keluaran")], check=False, capture_output=True)
        shutil.rmtree(root, ignore_errors=True)


def _content(folder: Path) -> dict[str, str]:
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }


def _whole(folder: Path) -> list[str]:
    """Outputs that are not whole."""
    broken = []
    for path in folder.rglob("*"):
        zipped = path.suffix in (".xlsx", ".docx")
        page = path.suffix == ".html"
        if (zipped and not zipfile.is_zipfile(path)) or (page and not _ends(path, "</html>")):
            broken.append(str(path))
    return broken


def _ends(path: Path, ending: str) -> bool:
    return path.read_text(encoding="utf-8").rstrip().endswith(ending)


EVENTS: tuple[tuple[int, str], ...] = (
    (8, "drop"),
    (8, "replace"),
    (5, "delete"),
    (4, "corrupt"),
    (4, "lock"),
    (4, "return_copy"),
    (3, "return_beside"),
    (6, "open_outputs"),
    (4, "close_outputs"),
    (6, "run"),
    (6, "kill"),
    (2, "two_runs"),
    (3, "disk_full"),
    (3, "delete_outputs"),
)
"""How often each event comes, and its name."""
PROGRAM = {"run", "kill", "two_runs", "disk_full"}


def soak(events: int, seed: int, seconds: int = BATAS_DETIK) -> tuple[Counter[str], list[str]]:
    """Plays the events; returns how many there were of each, and what went wrong."""
    counts: Counter[str] = Counter()
    faults: list[str] = []
    start = time.monotonic()
    with _room() as root:
        office = Kantor(root, seed)
        names = [name for weight, name in EVENTS for _ in range(weight)]
        for _ in range(events):
            if time.monotonic() - start > seconds - 60:
                break
            name = office.random.choice(names)
            counts[name] += 1
            action: Callable[[], None] = getattr(office, name)
            before = _content(office.masukan)
            try:
                action()
            except AssertionError as error:
                faults.append(f"{name}: {error}")
            if name in PROGRAM and _content(office.masukan) != before:
                faults.append(f"{name}: the input folder was changed")
            faults += [f"{name}: not whole: {path}" for path in _whole(office.keluaran)]
        for mark in office.masukan.rglob("~$*"):
            mark.unlink()
        office.close_outputs()
        office.drop()  # an empty folder moves no outputs
        office.run()
        clean = root / "bersih"
        clean.mkdir()
        Kantor._expect(_start(office.masukan, clean).wait(), {0, 3})
        faults += [f"not as after one clean run: {what}" for what in perbedaan(office.keluaran, clean)]
    return counts, faults


def main() -> None:
    """Command line of the soak."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kejadian", type=int, default=300)
    parser.add_argument("--benih", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--detik", type=int, default=BATAS_DETIK)
    options = parser.parse_args()
    counts, faults = soak(options.kejadian, options.benih, options.detik)
    out = sys.stdout
    out.write(f"seed {options.benih}: {sum(counts.values())} events, {dict(counts)}\n")
    for fault in faults:
        out.write(f"FAULT {re.sub(r'/[^ ]*soak-[^/]*/', '', fault)}\n")
    out.write(f"{sum(counts.values()) - len(faults)} passed, {len(faults)} failed\n")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
