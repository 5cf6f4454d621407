"""Scores any folder of foreign files: what is opened, refused, read right, marked whole, and taken back.

Run with `make corpus DIR=folder`, or `python -m bench.corpus folder [--buat 1000] [--detik 600]`. Each file
is handled as a run would handle it, and what a peer reads in it (openpyxl, xlrd, odfpy) is set beside what
this program reads. `--buat` makes so many workbooks first, in all formats that it can write, with the
peculiarities of many writers. It ends with one line of figures, and with code 1 where something was lost,
hung or fell.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import random
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bench.corpus_peers import Cells, cells_of, peer_cells
from dak_excel.annotate.info import RunInfo, Unmarkable
from dak_excel.annotate.patch import annotate
from dak_excel.annotate.plain_copy import copy_of
from dak_excel.annotate.strip import strip
from dak_excel.findings import Temuan, Tingkat
from dak_excel.reports.word import libreoffice
from dak_excel.sheets.grid import Book, CellRange, Grid, Unreadable
from dak_excel.sheets.open import NeedsOtherProgram, open_lock, open_safely
from dak_excel.sheets.records import ReadBook, ReadSheet
from dak_excel.sheets.tabel import Kind

ENDINGS = frozenset(
    {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".fods", ".csv", ".xltx", ".xltm", ".xlt", ".ots"}
)
INFO = RunInfo(per=date(2023, 7, 12), versi="korpus", juknis="korpus", sha256="0" * 64)
_BY_OFFICE, _MOST_BY_OFFICE = "disimpan LibreOffice", 10  # it takes seconds for each
_MARKED = 12  # cells that get a finding in each sheet


@dataclass(slots=True)
class Score:
    """What came of the files so far: how often each outcome was met."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: str, name: str = "", detail: object = "") -> None:
        """Counts an outcome; with a name, the file is told."""
        self.counts[outcome] += 1
        if name:
            print(f"{outcome}: {name}: {detail}", flush=True)

    @property
    def bad(self) -> int:
        """How many files were lost, hung, or made the program fall."""
        return sum(self.counts[o] for o in ("jatuh", "terlalu lama", "hilang", "tidak utuh"))


def score(path: Path, name: str, scored: Score, resave: bool) -> None:
    """One file, from its bytes to the way back."""
    data = path.read_bytes()
    started = time.monotonic()
    try:
        data = open_lock(data, name)
        book = open_safely(data, name)
    except NeedsOtherProgram as refusal:
        scored.add("perlu LibreOffice", name, refusal)
        return
    except Unreadable as refusal:
        outcome = "terlalu lama" if "detik" in str(refusal) else "ditolak"
        scored.add(outcome, name, refusal)
        theirs = peer_cells(data)
        if theirs and any(theirs.values()) and "sandi" not in str(refusal):
            scored.add("ditolak, sejawat membaca", name, refusal)
        return
    scored.add("terbaca")
    _compare(book, data, name, scored)
    _there_and_back(book, data, name, scored, resave)
    if time.monotonic() - started > 60:
        scored.add("lambat", name, f"{time.monotonic() - started:.0f} s")


def _compare(book: Book, data: bytes, name: str, scored: Score) -> None:
    theirs = peer_cells(data)
    if theirs is None:
        scored.add("tanpa sejawat")
        return
    ours = {grid.sheet: cells_of(grid) for grid in book.grids}
    unvalued = {grid.sheet: grid.unvalued for grid in book.grids}  # what is stored for these is no result
    wrong = [
        d
        for sheet in ours.keys() & theirs.keys()
        for d in _differences(sheet, ours[sheet], theirs[sheet], unvalued[sheet])
    ]
    if wrong:
        scored.add("nilai lain", name, f"{len(wrong)} sel, misalnya {wrong[:3]}")
    else:
        scored.add("nilai sama")


def _differences(
    sheet: str, ours: Cells, theirs: Cells, unvalued: Container[tuple[int, int]]
) -> Iterator[str]:
    for place in ours.keys() | theirs.keys():
        mine, other = ours.get(place), theirs.get(place)
        if mine != other and place not in unvalued:
            yield f"{sheet}!{place}: {mine!r} / {other!r}"


def _there_and_back(book: Book, data: bytes, name: str, scored: Score, resave: bool) -> None:
    read = ReadBook(name, book.ending, [ReadSheet(grid, Kind.TIDAK_DIKENALI) for grid in book.grids], [])
    found = [t for grid in book.grids for t in _findings(grid)]
    marked = None
    if book.ending in ("xlsx", "xlsm"):
        try:
            marked = annotate(data, read, found, INFO)
            scored.add("ditandai")
        except Unmarkable as reason:
            scored.add("salinan nilai", name, reason)
    if marked is None:
        copy = copy_of(read, found, INFO)
        if not _opens(copy):
            scored.add("tidak utuh", name, "salinan nilai")
        scored.add("disalin")
        return
    if not _opens(marked) and _opens(data):
        scored.add("tidak utuh", name, "salinan bertanda")
    if strip(marked).data != data:
        scored.add("hilang", name, "tidak kembali")
    else:
        scored.add("kembali")
    if resave:
        _resaved(marked, data, name, scored)


def _resaved(marked: bytes, data: bytes, name: str, scored: Score) -> None:
    """After openpyxl or LibreOffice has saved the copy, stripping gives the cells that the same program gives
    of the user's own file: what the writer itself changes (formulas without values) is none of ours."""
    both = {"bertanda": marked, "asli": data}
    writers = {"openpyxl": {key: _by_openpyxl(content) for key, content in both.items()}}
    if libreoffice.find_soffice() and scored.counts[_BY_OFFICE] < _MOST_BY_OFFICE:
        scored.add(_BY_OFFICE)
        writers["libreoffice"] = libreoffice.convert(both, "xlsx", dari="xlsx")
    for writer, saved in writers.items():
        ours, theirs = saved.get("bertanda"), saved.get("asli")
        if not ours or not theirs:  # a peer may fall over a file
            if theirs:
                scored.add("tidak utuh", name, f"{writer} tidak membuka salinannya")
            continue
        before = {g.sheet: cells_of(g) for g in open_safely(theirs, name).grids}
        back = strip(ours)
        after = {g.sheet: cells_of(g) for g in open_safely(back.data, name).grids}
        other = sum(after.get(sheet) != cells for sheet, cells in before.items())
        if not back.ours or after.keys() - before.keys():
            scored.add("hilang", name, f"setelah {writer}: {sorted(after.keys() ^ before.keys())[:4]}")
        elif b"dak_excel" in back.data:
            scored.add("sisa tanda", name, writer)
        elif other:
            scored.add(f"nilai lain setelah {writer}", name, f"{other} lembar")
        else:
            scored.add(f"kembali setelah {writer}")


def _by_openpyxl(data: bytes) -> bytes:
    """The workbook as openpyxl saves it; nothing where it cannot."""
    import openpyxl

    with contextlib.suppress(Exception):  # a peer may fall over a file
        out = io.BytesIO()
        openpyxl.load_workbook(io.BytesIO(data)).save(out)
        return out.getvalue()
    return b""


def _findings(grid: Grid) -> Iterator[Temuan]:
    filled = (
        (r, c) for r, row in enumerate(grid.rows, 1) for c, v in enumerate(row, 1) if v not in (None, "")
    )
    levels = list(Tingkat)
    for number, (row, column) in zip(range(_MARKED), filled, strict=False):
        yield Temuan(
            ketentuan="KORPUS",
            tingkat=levels[number % len(levels)],
            tempat=CellRange(grid.workbook, grid.sheet, row, column),
            pesan="Contoh temuan.",
            saran="Betulkan.",
            rujukan="Korpus",
            identitas=f"{grid.sheet}{row}{column}",
        )


def _opens(data: bytes) -> bool:
    import openpyxl

    try:
        openpyxl.load_workbook(io.BytesIO(data))
    except Exception:
        return False
    return True


def run(folder: Path, seconds: float, resave: int) -> Score:
    """Scores all files below a folder, for so many seconds at most; every so many of them is saved anew."""
    scored = Score()
    until = time.monotonic() + seconds
    paths = sorted(p for p in folder.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())
    random.Random(7).shuffle(paths)  # when time is short, some of each kind
    for number, path in enumerate(paths):
        if time.monotonic() > until:
            scored.add("waktu habis", "sisanya", f"{len(paths) - number} berkas tidak dinilai")
            break
        name = path.name
        try:
            score(path, name, scored, bool(resave) and number % resave == 0)
        except KeyboardInterrupt:  # what was found so far is worth something
            scored.add("waktu habis", "sisanya", f"{len(paths) - number} berkas tidak dinilai")
            break
        except Exception as error:
            scored.add("jatuh", str(path), "".join(traceback.format_exception(error)[-3:]))
    return scored


def main() -> int:
    """Scores the folder named, and prints what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument(
        "--buat", type=int, default=0, help="make so many workbooks first, and score them too"
    )
    parser.add_argument("--detik", type=float, default=600, help="seconds for all files together")
    parser.add_argument(
        "--simpan-ulang", type=int, default=20, help="save every so many of them anew; 0 none"
    )
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as made:
        folder = args.folder or Path(made)
        if args.buat:
            from bench.corpus_make import make

            folder = Path(made)
            make(folder, args.buat)
            print(f"{args.buat} berkas dibuat", flush=True)
            if args.folder:
                print("--buat: folder yang disebut tidak ikut dinilai")
        scored = run(folder, args.detik, args.simpan_ulang)
    print(", ".join(f"{outcome} {number}" for outcome, number in sorted(scored.counts.items())))
    return 1 if scored.bad else 0


if __name__ == "__main__":
    sys.exit(main())
