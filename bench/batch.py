"""The nightly batch over many daerah: first run, unchanged re-run, two workers, memory.

`python -m bench.batch --daerah 500` makes that many invented daerah of five small workbooks each and prints
what to hold: the re-run under 1 % of the first run, two workers at least 1.7 times as fast as one on two
cores, and no more memory for all daerah than for a tenth of them. Times are of whole processes. Without
`--tata-letak` LibreOffice is left out, which would otherwise take most of the time.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from bench.process import Cost, cost
from tests.kecil import LIMA

PER = "2023-07-20"


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--daerah", type=int, default=40)
    parser.add_argument("--tata-letak", action="store_true", help="with LibreOffice for the page numbers")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        few, many = max(1, options.daerah // 10), options.daerah
        for number in (few, many):
            make(root / f"masukan {number}", number)
        extra = () if options.tata_letak else ("--tanpa-tata-letak",)
        small = run(root / f"masukan {few}", root / "sepersepuluh", *extra)
        first = run(root / f"masukan {many}", root / "satu", *extra)
        again = run(root / f"masukan {many}", root / "satu", *extra)
        two = run(root / f"masukan {many}", root / "dua", "--pekerja", "2", *extra)
    print(f"{many} daerah, {len(LIMA)} workbooks each; {os.cpu_count()} cores")
    say("first run, one worker", first, f"{first.seconds / many:.3f} s each")
    say("unchanged re-run", again, f"{100 * again.seconds / first.seconds:.2f} % of the first (hold: 1 %)")
    say("first run, two workers", two, f"{first.seconds / two.seconds:.2f} times as fast (hold: 1.7)")
    say(f"first run of {few}", small, f"{first.mib / small.mib:.2f} times its memory for {many}")


def make(folder: Path, number: int) -> None:
    """So many daerah with their workbooks, an hour old."""
    hour_ago = time.time() - 3600
    for one in range(1, number + 1):
        daerah = folder / f"Kabupaten {one:04d}"
        daerah.mkdir(parents=True)
        for maker in LIMA:
            path = daerah / f"{maker.__name__}.xlsx"
            path.write_bytes(maker(one))
            os.utime(path, (hour_ago, hour_ago))


def run(masukan: Path, keluaran: Path, *options: str) -> Cost:
    """One run of `proses` as a process of its own."""
    command = [sys.executable, "-m", "dak_excel", "proses", str(masukan), "--keluaran", str(keluaran)]
    return cost([*command, "--per", PER, *options])


def say(what: str, used: Cost, note: str) -> None:
    """One line of the result."""
    print(f"{what:<24}{used.seconds:8.2f} s {used.cpu:8.2f} s cpu {used.mib:6.0f} MiB   {note}")


if __name__ == "__main__":
    main()
