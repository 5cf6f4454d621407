"""What a check costs beside its peers, as whole processes: `make bench`, or

python -m bench.kinerja [--rows 30 10000 100000] [--runs 5] [--daerah 500]

Each round runs every work once, one after the other, so that a busy machine slows all of them; what counts is
the ratio of processor time to openpyxl's load and save of the same file in the same round, never a time. It
ends with exit code 1 when a goal is missed by more than half of what the ratio itself spread over the rounds.
Frictionless is measured where it is installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import xlsxwriter

from bench.batch import make as make_daerah
from bench.batch import run as run_daerah
from bench.process import Cost, cost

HEAD = (
    *("No", "Nama", "NIK", "L/P", "Tanggal Lahir", "Tempat Lahir", "NIB", "Nama Usaha", "Sentra", "Status"),
    *("Alamat", "Desa", "Kecamatan", "Kabupaten", "No HP", "Pendidikan", "Produk", "Jumlah Karyawan"),
    *("Lama Usaha", "Keterangan"),
)
FILE, OUT = "{file}", "{out}"
OPENPYXL = "openpyxl load + save"
FLOOR = "calamine + raw zip"
CLEAN, FAULTS = "periksa --keluaran", "the same, every row with a finding"
PYTHON = {
    OPENPYXL: "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])",
    FLOOR: """
import sys, zipfile
from python_calamine import load_workbook
book = load_workbook(sys.argv[1])
[book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
with zipfile.ZipFile(sys.argv[1]) as old, zipfile.ZipFile(sys.argv[2], "w", zipfile.ZIP_DEFLATED) as new:
    for name in old.namelist():
        new.writestr(name, old.read(name))
""",
    "pandas read_excel": "import sys, pandas; pandas.read_excel(sys.argv[1], header=5, engine='calamine')",
    "frictionless validate": "import sys, frictionless; frictionless.validate(sys.argv[1])",
}
OURS = {
    "periksa": [sys.executable, "-m", "dak_excel", "periksa", FILE],
    CLEAN: [sys.executable, "-m", "dak_excel", "periksa", FILE, "--keluaran", OUT],
}


@dataclass(frozen=True, slots=True)
class Goal:
    """At most so many times openpyxl's time, and so many MiB; `of` another work instead of openpyxl."""

    times: float
    mib: float | None = None
    of: str = OPENPYXL


GOALS = {
    (30, "periksa"): Goal(2.3),  # 0.35 s where the start of 0.1.0 took 1.1 s, which is 7.3 x here
    (10_000, CLEAN): Goal(0.2),
    (100_000, CLEAN): Goal(0.15, 250),
    (10_000, FAULTS): Goal(2, of=CLEAN),
    (100_000, FAULTS): Goal(2, 400, of=CLEAN),
}
REPEATED = 0.005
"""An unchanged re-run of all daerah, as a share of the first run."""
GROWTH = 1.15
"""From 10,000 rows to 100,000: ten times the cost, and no more than this beyond it."""


def participants(path: Path, rows: int, *, faults: bool = False) -> Path:
    """A list of peserta of 20 columns, all of it invented; with faults, everybody is a child."""
    first = datetime(2010 if faults else 1985, 1, 1)
    workbook = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = workbook.add_worksheet("Peserta")
    day = workbook.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write(0, 0, "DAFTAR PESERTA PELATIHAN PENGELOLAAN BISNIS DAN MANAJEMEN WIRAUSAHA")
    sheet.write(1, 0, "Kegiatan : A1 Pelatihan Pengelolaan Bisnis Angkatan 1")
    sheet.write(2, 0, "Waktu : 12 s.d. 16 Juni 2023")
    sheet.write_row(5, 0, HEAD)
    for n in range(1, rows + 1):
        born = first + timedelta(days=n % 300)
        nik = f"99{n // 10_000:02d}01{born:%d%m%y}{n % 10_000:04d}"
        sheet.write_row(5 + n, 0, (n, f"Peserta Contoh {n}", nik, "L"))
        sheet.write_datetime(5 + n, 4, born, day)
        home = (f"Jl. Contoh {n}", "Desa Uji", "Kecamatan Uji", "Kabupaten Uji", f"0800{n:08d}")
        usaha = (f"99{n:011d}", f"Usaha Contoh {n}", "Sentra Uji", "Pelaku IKM")
        rest = ("SMA", "Batik", n % 9 + 1, f"{n % 9 + 1} tahun")
        sheet.write_row(5 + n, 5, ("Contoh", *usaha, *home, *rest))
    workbook.close()
    return path


def works(rows: int, folder: Path) -> dict[str, list[str]]:
    """Each work's command over so many rows."""
    clean = participants(folder / f"{rows}.xlsx", rows)
    wrong = participants(folder / f"{rows} salah.xlsx", rows, faults=True)
    out = folder / "keluaran"
    found = {
        name: [sys.executable, "-c", text, str(clean), str(folder / "tersimpan.xlsx")]
        for name, text in PYTHON.items()
        if name != "frictionless validate" or importlib.util.find_spec("frictionless")
    }
    given = {FILE: str(clean), OUT: str(out)}
    found |= {name: [given.get(word, word) for word in words] for name, words in OURS.items()}
    found[FAULTS] = [{FILE: str(wrong)}.get(word, given.get(word, word)) for word in OURS[CLEAN]]
    return found


def measure(commands: dict[str, list[str]], runs: int) -> dict[str, list[Cost]]:
    """The costs of each work, round by round."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            costs[name].append(cost(command, (0, 1)))
    return costs


def ratios(costs: dict[str, list[Cost]], work: str, of: str) -> list[float]:
    """Processor time of one work over that of another, round by round."""
    return [mine.cpu / theirs.cpu for mine, theirs in zip(costs[work], costs[of], strict=True)]


def missed(found: Sequence[float], goal: float) -> bool:
    """Whether the median lies above the goal by more than half the spread of the rounds."""
    return statistics.median(found) > goal + (max(found) - min(found)) / 2


def report(rows: int, costs: dict[str, list[Cost]]) -> bool:
    """Prints the table of one size; whether a goal was missed."""
    print(f"\n{rows:,} rows x {len(HEAD)} columns")
    bad = False
    for work, own_costs in costs.items():
        found = ratios(costs, work, OPENPYXL)
        mib = statistics.median(one.mib for one in own_costs)
        spread = f"({min(found):.2f}-{max(found):.2f})"
        line = f"  {work:<36}{statistics.median(found):7.2f} x {spread} {mib:6.0f} MiB"
        if goal := GOALS.get((rows, work)):
            own = ratios(costs, work, goal.of)
            over = missed(own, goal.times) or (goal.mib is not None and mib > goal.mib)
            bad |= over
            room = f", {goal.mib:.0f} MiB" if goal.mib else ""
            line += f"   goal {goal.times} x {goal.of}{room}: {'MISSED' if over else 'held'}"
            if goal.of != OPENPYXL:
                line += f" ({statistics.median(own):.2f} x)"
        print(line)
    return bad


def growth(sizes: dict[int, dict[str, list[Cost]]]) -> bool:
    """Prints how the cost of a check grows from one size to the next; whether more than linear allows."""
    bad = False
    for small, large in zip(sorted(sizes), sorted(sizes)[1:], strict=False):
        if small < 10_000:
            continue  # there the start of the program is most of it
        for work in (CLEAN, FAULTS):
            pairs = zip(sizes[large][work], sizes[small][work], strict=True)
            found = [big.cpu / one.cpu / (large / small) for big, one in pairs]
            over = missed(found, GROWTH)
            bad |= over
            print(f"  {work}: {statistics.median(found):.2f} of linear from {small:,} to {large:,}", end="")
            print(f"   goal {GROWTH}: {'MISSED' if over else 'held'}")
    return bad


def repeated(number: int, folder: Path) -> bool:
    """Prints what an unchanged re-run of so many daerah costs; whether that is too much."""
    make_daerah(folder / "masukan", number)
    first, again = (run_daerah(folder / "masukan", folder / "lagi", "--tanpa-tata-letak") for _ in range(2))
    share = again.cpu / first.cpu
    print(
        f"\n{number} daerah: the unchanged re-run is {share:.2%} of the first   goal {REPEATED:.1%}: ", end=""
    )
    print("MISSED" if share > REPEATED else "held")
    return share > REPEATED


def main() -> int:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[30, 10_000, 100_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--daerah", type=int, default=500, help="0: none")
    options = parser.parse_args()
    load = f", load {os.getloadavg()[0]:.1f} before it began" if hasattr(os, "getloadavg") else ""
    print(
        f"{options.runs} rounds, {os.cpu_count()} cores{load}; medians, lowest and highest of processor time"
    )
    if importlib.util.find_spec("frictionless") is None:
        print("frictionless is not installed and left out")
    sizes: dict[int, dict[str, list[Cost]]] = {}
    bad = False
    with tempfile.TemporaryDirectory() as name:
        for rows in options.rows:
            sizes[rows] = measure(works(rows, Path(name)), options.runs)
            bad |= report(rows, sizes[rows])
        bad |= growth(sizes)
        if options.daerah:
            bad |= repeated(options.daerah, Path(name))
    return int(bad)


if __name__ == "__main__":
    raise SystemExit(main())
