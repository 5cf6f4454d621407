"""Puts the view over all daerah into the output folder."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from dak_excel.output.publish import Published, published_file
from dak_excel.rekap import REKAP
from dak_excel.results.daerah import DaerahResult


def write_rekap(daerah: Iterable[DaerahResult], keluaran: Path, per: date, done: Published) -> None:
    """Writes `rekap.xlsx`; one that is open or was edited stays, the new one beside it is noted in `done`."""
    from dak_excel.rekap.book import write_book  # late: openpyxl is slow to import

    with published_file(keluaran, REKAP, done) as file:
        write_book(daerah, file, per)
