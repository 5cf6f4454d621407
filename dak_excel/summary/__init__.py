"""Summary: what came in and what came out, as pages and tables."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from dak_excel.faults import Faults
from dak_excel.output.atomic import HeldOpen, discard, write_whole
from dak_excel.output.publish import Published, published_file
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.glance import Glance
from dak_excel.results.history import Moment
from dak_excel.results.outputs import TABEL_TEMUAN
from dak_excel.summary.stand_in import front_page, page_of

__all__ = ["page_of", "write_summary"]

INDEKS = "index.html"
INDEKS_BARU = "index (baru).html"
"""Where the front page stands while the old one cannot be replaced."""


def write_summary(
    daerah: Sequence[Glance],
    rows: Iterable[DaerahResult],
    keluaran: Path,
    per: date,
    faults: Faults,
    *,
    tetap: bool = False,
    ragu: Sequence[str] = (),
    perkembangan: Sequence[Moment] = (),
) -> Published:
    """Writes `index.html`, `temuan.csv` and `temuan.xlsx` of a run into the output folder, each on its own.

    `rows` gives the full results one at a time, so that memory does not grow with their number; with `tetap`
    they are as when the tables were last written, and tables that are still there stay. `ragu` are sentences
    on folders that may be no daerah, `perkembangan` the sums of earlier days and this. Returns which tables
    the user had edited and which are open in another program; the new ones stand beside them. What the
    program falls over is noted in `faults`, and the rest is written. Raises OSError when something cannot be
    written at all; the page is then tried all the same.
    """
    done = Published()
    try:
        if not tetap or not all((keluaran / name).is_file() for name in TABEL_TEMUAN):
            tables = " dan ".join(TABEL_TEMUAN)
            faults.leave_out(tables, lambda: _tables(rows, keluaran, per, done), None)
    finally:
        page = front_page(daerah, per, faults, ragu, perkembangan).encode()
        _page(keluaran, page, done)
    return done


def _page(keluaran: Path, page: bytes, done: Published) -> None:
    """The front page; where that of yesterday cannot be replaced now, beside it."""
    path = keluaran / INDEKS
    try:
        if not path.is_file() or path.read_bytes() != page:
            write_whole(path, page)
        discard(keluaran / INDEKS_BARU)
    except HeldOpen:
        write_whole(keluaran / INDEKS_BARU, page)
        done.tertahan[INDEKS] = INDEKS_BARU


def _tables(rows: Iterable[DaerahResult], keluaran: Path, per: date, done: Published) -> None:
    from dak_excel.summary.tables import write_tables  # late: openpyxl is slow to import

    with contextlib.ExitStack() as stack:
        csv, xlsx = (stack.enter_context(published_file(keluaran, name, done)) for name in TABEL_TEMUAN)
        write_tables(rows, csv, xlsx, per)
