"""Reading against calamine alone on the same file: time, side by side, and memory. Run from the repository:

python -m bench.baca [--rows 100000] [--rounds 5]

The target (docs): opening takes no more than 1.5 × calamine's own time, and the whole reading (open,
recognise, records) no more than that plus 3 µs a cell.
"""

from __future__ import annotations

import argparse
import io
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import xlsxwriter
from openpyxl import load_workbook
from python_calamine import load_workbook as calamine

from dak_excel.checks.rules import load_rules
from dak_excel.sheets.formats.limits import stop_worker
from dak_excel.sheets.open import open_book, open_safely
from dak_excel.sheets.read import read_book
from dak_excel.sheets.vocabulary import load_vocabulary

HEAD = (
    *("No", "Nama Peserta", "NIK", "L/P", "Tempat Lahir", "Tanggal Lahir", "Usia", "Pendidikan"),
    *("Nama Usaha", "Sentra IKM", "Komoditi", "NIB", "No HP", "Omzet (Rp)", "Jarak (km)"),
)
COLUMNS = len(HEAD)
SLACK = 3e-6
RATIO = 1.5


def participants(rows: int) -> bytes:
    """A participants sheet of 15 columns, as a dinas keeps it, all of it invented."""
    chance = random.Random(rows)
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = workbook.add_worksheet("Peserta")
    day = workbook.add_format({"num_format": "[$-421]dd mmmm yyyy;@", "border": 1})
    money = workbook.add_format({"num_format": '"Rp"#,##0', "border": 1})
    frame = workbook.add_format({"border": 1})
    sheet.write_row(0, 0, HEAD, frame)
    for n in range(1, rows + 1):
        town = f"Kota Contoh {chance.randrange(60)}"
        line = (n, f"Contoh Peserta {n}", f"99{n:014d}", "LP"[n % 2], town)
        sheet.write_row(n, 0, line, frame)
        sheet.write_datetime(n, 5, datetime(1975, 1, 1) + timedelta(days=chance.randrange(9000)), day)
        rest = (chance.randrange(18, 50), "SMA", f"Usaha Contoh {n}", "Sentra Contoh", "batik")
        sheet.write_row(n, 6, (*rest, f"99{n:011d}", f"0800{n:08d}"), frame)
        sheet.write_number(n, 13, chance.randrange(10, 9000) * 50_000, money)
        sheet.write_number(n, 14, chance.randrange(400) / 8, frame)
    workbook.close()
    return out.getvalue()


def by_calamine(data: bytes) -> object:
    """The floor: every value of every sheet, by calamine alone."""
    book = calamine(io.BytesIO(data))
    return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]


def by_openpyxl(data: bytes) -> object:
    """What a user would write instead."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return [[list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book]


def whole(data: bytes) -> object:
    """Open, recognise, records."""
    return read_book(open_book(data, "peserta.xlsx"), load_vocabulary(), load_rules(2023).sebutan(), 2023)


def opened(data: bytes) -> object:
    """Open alone."""
    return open_book(data, "peserta.xlsx")


def guarded(data: bytes) -> object:
    """Open in the guarded worker where the file calls for it, its start included."""
    try:
        return open_safely(data, "peserta.xlsx")
    finally:
        stop_worker()


READERS: dict[str, Callable[[bytes], object]] = {
    "calamine": by_calamine,
    "open_book": opened,
    "open_safely": guarded,
    "open_book + read_book": whole,
}


def side_by_side(data: bytes, rounds: int) -> dict[str, float]:
    """Median seconds of each reader; they take turns, so that a busy machine is busy for all."""
    taken: dict[str, list[float]] = {name: [] for name in READERS}
    for _ in range(rounds):
        for name, read in READERS.items():
            start = time.perf_counter()
            found = read(data)
            taken[name].append(time.perf_counter() - start)
            del found
    return {name: statistics.median(times) for name, times in taken.items()}


def peak(reader: str, path: Path) -> int:
    """Peak memory in bytes of a process that reads the file that way."""
    code = (
        "import re, sys, pathlib; from bench import baca;"
        "r = {**baca.READERS, 'openpyxl': baca.by_openpyxl}[sys.argv[1]];"
        "f = r(pathlib.Path(sys.argv[2]).read_bytes());"
        "print(re.search(r'VmHWM:\\s+(\\d+)', pathlib.Path('/proc/self/status').read_text())[1])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, reader, str(path)], capture_output=True, text=True, check=True
    )
    return int(done.stdout) * 1024


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory", action="store_true", help="also peak memory (Linux)")
    asked = parser.parse_args()
    for rows in asked.rows:
        data = participants(rows)
        cells = rows * COLUMNS
        print(f"\n{rows:,} rows × {COLUMNS} columns, {len(data) / 2**20:.1f} MiB")
        medians = side_by_side(data, asked.rounds)
        floor = medians["calamine"]
        for name, seconds in medians.items():
            over = (seconds - floor) / cells * 1e6
            print(f"  {name:24}{seconds:8.3f} s {seconds / floor:6.2f} × calamine, {over:+6.2f} µs a cell")
        allowed = RATIO * floor + SLACK * cells
        verdict = "within" if medians["open_book + read_book"] <= allowed else "BEYOND"
        print(f"  whole reading: {verdict} 1.5 × calamine + 3 µs a cell, {allowed:.3f} s")
        if asked.memory:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "peserta.xlsx"
                path.write_bytes(data)
                for name in ("calamine", "open_book", "openpyxl"):
                    print(f"  peak memory {name:12}{peak(name, path) / 2**20:8.0f} MiB")


if __name__ == "__main__":
    main()
