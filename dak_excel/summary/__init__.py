"""Summary: what came in and what came out, as pages and tables."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from dak_excel.faults import Faults
from dak_excel.output.publish import berkas_terbit, tulis_utuh
from dak_excel.results import TABEL_TEMUAN, HasilDaerah, Sekilas
from dak_excel.summary.stand_in import front_page, page_of

__all__ = ["page_of", "ringkas"]


def ringkas(
    daerah: Sequence[Sekilas],
    rows: Iterable[HasilDaerah],
    keluaran: Path,
    per: date,
    faults: Faults,
    *,
    tetap: bool = False,
    ragu: Sequence[str] = (),
) -> list[str]:
    """Writes `index.html`, `temuan.csv` and `temuan.xlsx` of a run into the output folder.

    `rows` gives the full results one at a time, so that memory does not grow with their number; with `tetap`
    they are as when the tables were last written, and tables that are still there stay. `ragu` are sentences
    on folders that may be no daerah. Returns the names of tables that the user had edited; the new ones
    stand beside them. What the program falls over is noted in `faults`, and the rest is written.
    """
    disisihkan: list[str] = []
    if not tetap or not all((keluaran / name).is_file() for name in TABEL_TEMUAN):
        tables = " dan ".join(TABEL_TEMUAN)
        faults.leave_out(tables, lambda: _tables(rows, keluaran, disisihkan), None)
    page = front_page(daerah, per, faults, ragu).encode()
    path = keluaran / "index.html"
    if not path.is_file() or path.read_bytes() != page:
        tulis_utuh(path, page)
    return disisihkan


def _tables(rows: Iterable[HasilDaerah], keluaran: Path, disisihkan: list[str]) -> None:
    from dak_excel.summary.tables import tulis_tabel  # late: openpyxl is slow to import

    with contextlib.ExitStack() as stack:
        csv, xlsx = (stack.enter_context(berkas_terbit(keluaran, name, disisihkan)) for name in TABEL_TEMUAN)
        tulis_tabel(rows, csv, xlsx)
