"""The nightly batch over many generated daerah: `python -m bench.batch --daerah 500`.

Prints, measured in one go on the same input: the first run with one worker and with two (ratio), the re-run
over the unchanged folder (share of the first run), and the peak memory for a tenth of the daerah and for all
of them. Five small workbooks a daerah; without LibreOffice, whose page numbers cost the same for each.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.kecil import LIMA

PER = "2023-07-20"
_MEASURE = (
    "import sys; from dak_excel.cli.app import run; code = run(sys.argv[1:]);"
    "import resource; print('PEAK', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss); sys.exit(code)"
)


def make(folder: Path, count: int) -> Path:
    """An input folder of `count` daerah with five workbooks each."""
    for number in range(1, count + 1):
        daerah = folder / f"Kabupaten {number:03d}"
        daerah.mkdir(parents=True)
        for maker in LIMA:
            (daerah / f"{maker.__name__.removeprefix('buku_')}.xlsx").write_bytes(maker(number))
    return folder


def timed(masukan: Path, keluaran: Path, *options: str) -> tuple[float, float]:
    """Seconds and peak MiB of the main process of one run."""
    command = [sys.executable, "-c", _MEASURE, "proses", str(masukan), "--keluaran", str(keluaran)]
    start = time.perf_counter()
    done = subprocess.run(
        [*command, "--per", PER, "--tanpa-tata-letak", *options], capture_output=True, text=True, check=True
    )
    seconds = time.perf_counter() - start
    peak = re.search(r"PEAK (\d+)", done.stdout)
    return seconds, int(peak.group(1)) / 1024 if peak else 0.0


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--daerah", type=int, default=60)
    count = parser.parse_args().daerah
    root = Path(tempfile.mkdtemp(prefix="bench-batch-"))
    try:
        masukan = make(root / "masukan", count)
        tenth = make(root / "sepersepuluh", max(1, count // 10))
        _, small_peak = timed(tenth, root / "k0")
        one, peak = timed(masukan, root / "k1")
        two, _ = timed(masukan, root / "k2", "--pekerja", "2")
        again, _ = timed(masukan, root / "k1")
    finally:
        shutil.rmtree(root, ignore_errors=True)
    print(f"{count} daerah, 5 workbooks each")
    print(f"first run, 1 worker   {one:8.1f} s   ({one / count:.2f} s a daerah)")
    print(f"first run, 2 workers  {two:8.1f} s   (1 worker takes {one / two:.2f} times as long)")
    print(f"unchanged re-run      {again:8.2f} s   ({100 * again / one:.2f} % of the first run)")
    print(f"peak memory           {peak:8.0f} MiB ({small_peak:.0f} MiB for a tenth of the daerah)")


if __name__ == "__main__":
    main()
