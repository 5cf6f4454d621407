"""A ministry's run: over two workers of this computer, over a Dask cluster, and as tables through the API.

`python -m bench.skala --daerah 500` makes that many invented daerah and prints what to hold: both ways give
the same rekap, the API takes at most 1.5 times the run with one worker, and its memory grows by no more than
what the tables themselves take. Times are of whole processes; the cluster (dak-excel[klaster]) is one of this
computer.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

import openpyxl

from bench.batch import PER, make, run, say
from bench.process import Cost, cost

_TABLES = """
import sys
from datetime import date
from dak_excel.api import periksa
periksa(sys.argv[1], per=date.fromisoformat(sys.argv[2]))
"""


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--daerah", type=int, default=40)
    options = parser.parse_args()
    many, few = options.daerah, max(1, options.daerah // 10)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        for number in (few, many):
            make(root / f"masukan {number}", number)
        source, plain = root / f"masukan {many}", ("--tanpa-tata-letak",)
        one = run(source, root / "satu", *plain)
        two = run(source, root / "dua", "--pekerja", "2", *plain)
        spread = _over_cluster(source, root / "klaster", *plain)
        small, whole = _tables(root / f"masukan {few}"), _tables(source)
        same = _rekap(root / "dua") == _rekap(root / "klaster") == _rekap(root / "satu")
    say(f"{many} daerah, one worker", one, f"{one.seconds / many:.3f} s each")
    say("two workers", two, f"{one.seconds / two.seconds:.2f} times as fast")
    say("Dask cluster of two", spread, f"{one.seconds / spread.seconds:.2f} times as fast")
    say("API", whole, f"{whole.cpu / one.cpu:.2f} times the processor time of the run (hold: 1.5)")
    say(f"API, {few} daerah", small, f"{1024 * (whole.mib - small.mib) / (many - few):.0f} KiB more a daerah")
    print("the same rekap:", "yes" if same else "NO")
    sys.exit(not same)


def _over_cluster(source: Path, target: Path, *options: str) -> Cost:
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        return run(source, target, "--klaster", str(cluster.scheduler_address), *options)


def _tables(source: Path) -> Cost:
    return cost([sys.executable, "-c", _TABLES, str(source), PER])


def _rekap(folder: Path) -> list[list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(folder / "rekap.xlsx")
    return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


if __name__ == "__main__":
    main()
