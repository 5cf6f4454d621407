"""The nightly batch over many daerah: first run, unchanged re-run, two workers, memory.

`python -m bench.batch --daerah 500` makes that many invented daerah of five small workbooks each and prints
what to hold: the re-run under 1 % of the first run, two workers at least 1.7 times as fast as one on two
cores, and no more memory for all daerah than for a tenth of them. Times are of whole processes. Without
`--tata-letak` LibreOffice is left out, which would otherwise take most of the time.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.kecil import LIMA

PER = "2023-07-20"
RUN = """
import json, resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"code": code, "cpu": used.ru_utime + used.ru_stime, "mib": used.ru_maxrss / 1024}))
"""


@dataclass(frozen=True, slots=True)
class Angka:
    """One run: seconds on the clock, seconds of processor time, MiB of its largest process."""

    detik: float
    prosesor: float
    mib: float


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
    say("first run, one worker", first, f"{first.detik / many:.3f} s each")
    say("unchanged re-run", again, f"{100 * again.detik / first.detik:.2f} % of the first (hold: 1 %)")
    say("first run, two workers", two, f"{first.detik / two.detik:.2f} times as fast (hold: 1.7)")
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


def run(masukan: Path, keluaran: Path, *options: str) -> Angka:
    """One run of `proses` as a process of its own."""
    command = [sys.executable, "-m", "dak_excel", "proses", str(masukan), "--keluaran", str(keluaran)]
    words = [sys.executable, "-c", RUN, *command, "--per", PER, *options]
    start = time.perf_counter()
    said = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    seconds = time.perf_counter() - start
    if said["code"] != 0:
        raise SystemExit(f"the run ended with exit code {said['code']}")
    return Angka(seconds, said["cpu"], said["mib"])


def say(what: str, angka: Angka, note: str) -> None:
    """One line of the result."""
    print(f"{what:<24}{angka.detik:8.2f} s {angka.prosesor:8.2f} s cpu {angka.mib:6.0f} MiB   {note}")


if __name__ == "__main__":
    main()
