"""Annotating against openpyxl's load and save: time, memory, and what each loses. Run from the repository:

python -m bench.annotate [--rows 10000 100000] [--findings 500]
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import xlsxwriter
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from dak_excel.annotate.info import RunInfo
from dak_excel.annotate.patch import annotate
from dak_excel.annotate.strip import strip
from dak_excel.findings import Temuan, Tingkat
from dak_excel.sheets.grid import CellRange, Grid
from dak_excel.sheets.records import ReadBook, ReadSheet
from dak_excel.sheets.tabel import Kind
from tests.annotate.handmade import WORKBOOKS

COLUMNS = 15
INFO = RunInfo(date(2023, 7, 12), "0", "Permenperin 7/2023", "Kabupaten Contoh", "0" * 64)
LEVELS = list(Tingkat)
FEATURES = {
    "komentar": r"<(?:x:)?comment ",
    "utas komentar": r"<threadedComment ",
    "format bersyarat": r"<(?:x:)?cfRule ",
    "format bersyarat x14": r"<x14:cfRule ",
    "bentuk dan kotak teks": r"<xdr:sp ",
    "gambar": r"<xdr:pic>",
    "gambar latar": r"<picture ",
    "gambar kop": r"<legacyDrawingHF ",
    "kontrol formulir": r"ObjectType=\"(?:Button|Checkbox)\"",
    "sparkline": r"<x14:sparkline>",
    "grafik": r"<c:chartSpace",
    "teks kaya": r"<si><r>|<si><t[^>]*>[^<]*</t><r>",
    "sandi lembar": r"<sheetProtection [^>]*password=",
    "struktur terkunci": r"lockStructure=\"1\"",
    "daftar pilihan": r"<(?:x:)?dataValidation ",
    "tabel": r"<table ",
    "tautan luar": r"<externalBook",
    "cache pivot": r"<pivotCacheDefinition",
    "sangat tersembunyi": r"state=\"veryHidden\"",
    "tanda tangan": r"<Signature",
    "rumus larik dinamis": r"cm=\"1\"",
}


def workbook(rows: int) -> bytes:
    """A participants workbook of rows × 15 columns."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Peserta A1")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for row in range(rows):
        sheet.write_number(row, 0, row + 1)
        sheet.write_string(row, 1, f"Peserta Contoh {row}")
        sheet.write_string(row, 2, f"99010101{row:08d}")
        sheet.write_datetime(row, 3, datetime(1980, 1, 1) + timedelta(days=row % 9000), day)
        sheet.write_number(row, 4, 20 + row % 40)
        for column in range(5, COLUMNS):
            sheet.write_string(row, column, f"Keterangan {column} {row % 97}")
    book.close()
    return out.getvalue()


def read(data: bytes) -> ReadBook:
    """The grids, as calamine gives them."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    name = book.sheet_names[0]
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return ReadBook("peserta.xlsx", "xlsx", [ReadSheet(Grid("peserta.xlsx", name, rows), Kind.PESERTA)])


def findings(rows: int, count: int) -> list[Temuan]:
    """Findings spread over the sheet."""
    step = max(1, rows // count)
    return [
        Temuan(
            "A1-USIA",
            LEVELS[n % len(LEVELS)],
            CellRange("peserta.xlsx", "Peserta A1", 1 + n * step, 1 + n % COLUMNS),
            f"Usia {n} tahun, di luar 17 sampai 50 tahun.",
            "Ganti peserta, atau betulkan tanggal lahirnya.",
            "Lampiran II.A.1.f",
            "berusia paling rendah 17 tahun dan paling tinggi 50 tahun",
            "A1",
            subjek=f"Peserta Contoh {n}",
            identitas=str(n),
        )
        for n in range(min(count, rows))
    ]


def ours(path: str, count: int) -> bytes:
    """Strip, read, annotate: what the program does with a file, less the checks."""
    data = strip(Path(path).read_bytes()).data
    hashlib.sha256(data).hexdigest()
    book = read(data)
    return annotate(data, book, findings(len(book.sheets[0].grid.rows), count), INFO)


def theirs(path: str, _: int) -> bytes:
    """openpyxl: load and save, without any check or mark."""
    out = io.BytesIO()
    load_workbook(path).save(out)
    return out.getvalue()


def floor(path: str, _: int) -> bytes:
    """What cannot be undercut: calamine reads, and the zip is written with a spliced rule."""
    data = Path(path).read_bytes()
    read(data)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(
                name, old.read(name).replace(b"<pageMargins", b"<conditionalFormatting/><pageMargins")
            )
    return out.getvalue()


RUNS: dict[str, Callable[[str, int], bytes]] = {"kita": ours, "openpyxl": theirs, "lantai": floor}


def timed(name: str, path: Path, count: int, times: int) -> dict[str, float]:
    """Median seconds and peak memory (MiB) of runs, each in a process of its own."""
    command = [sys.executable, "-m", "bench.annotate", "--one", name, str(path), "--findings", str(count)]
    results = [json.loads(subprocess.check_output(command)) for _ in range(times)]
    return {key: statistics.median(r[key] for r in results) for key in results[0]}


def one(name: str, path: str, count: int) -> None:
    """One run in this process; prints seconds, bytes and peak memory as JSON."""
    start = time.perf_counter()
    size = len(RUNS[name](path, count))
    seconds = time.perf_counter() - start
    try:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    except ImportError:  # Windows
        peak = float("nan")
    print(json.dumps({"detik": seconds, "byte": size, "MiB": peak}))


def speed(rows: list[int], count: int) -> None:
    """Print times, memory and their ratios."""
    print(f"{'baris':>8} {'temuan':>7} {'cara':>10} {'detik':>8} {'MiB':>7} {'KB':>8}")
    seen: dict[tuple[int, str], dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in rows:
            path = Path(folder) / f"{size}.xlsx"
            path.write_bytes(workbook(size))
            found = count * size // rows[0]
            for name in RUNS:
                result = seen[size, name] = timed(name, path, found, 3 if size <= 20_000 else 1)
                line = f"{size:>8} {found:>7} {name:>10} {result['detik']:>8.3f} {result['MiB']:>7.0f}"
                print(f"{line} {result['byte'] / 1024:>8.0f}")
    for size in rows:
        mine, other, least = (seen[size, n]["detik"] for n in ("kita", "openpyxl", "lantai"))
        print(f"{size} baris: kita / openpyxl = {mine / other:.3f}; kita / lantai = {mine / least:.2f}")
    first, last = (seen[n, "kita"]["detik"] / n for n in (rows[0], rows[-1]))
    print(f"per baris, {rows[-1]} terhadap {rows[0]}: {last / first:.2f}")


def counts(data: bytes) -> dict[str, int]:
    """How often each feature occurs in a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = "\n".join(archive.read(n).decode("utf-8", "replace") for n in archive.namelist())
    return {name: len(re.findall(pattern, text)) for name, pattern in FEATURES.items()}


def losses() -> None:
    """Print which features openpyxl and we lose, file by file."""
    warnings.simplefilter("ignore")
    print(f"\n{'berkas':<44} {'hilang di openpyxl':<52} hilang di sini")
    for name, make in WORKBOOKS.items():
        original = make()
        before = counts(original)
        book = read(original)
        mine = counts(
            annotate(original, book, [Temuan("X", LEVELS[0], book.sheets[0].grid.ref(4, 5), *"abc")], INFO)
        )
        try:
            out = io.BytesIO()
            load_workbook(io.BytesIO(original), keep_vba=name == "macros", rich_text=True).save(out)
            other: dict[str, int] | None = counts(out.getvalue())
        except Exception as error:  # whatever openpyxl raises is the result
            other, reason = None, type(error).__name__
        lost = [f for f, n in before.items() if other is not None and other[f] < n]
        gone = [f for f, n in before.items() if mine[f] < n]
        theirs_text = ", ".join(lost) or "–" if other is not None else f"tidak terbuka ({reason})"
        print(f"{name:<44} {theirs_text:<52} {', '.join(gone) or '–'}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", nargs="+", type=int, default=[10_000, 100_000])
    parser.add_argument("--findings", type=int, default=500)
    parser.add_argument("--one", nargs=2)
    options = parser.parse_args()
    if options.one:
        one(options.one[0], options.one[1], options.findings)
        return
    speed(options.rows, options.findings)
    losses()


if __name__ == "__main__":
    main()
