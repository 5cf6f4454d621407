"""Summary: what came in and what came out, as pages and tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from dak_excel.batch.hasil import HasilDaerah
from dak_excel.batch.publish import tulis_utuh
from dak_excel.summary.pages import halaman_daerah, halaman_utama
from dak_excel.summary.tables import temuan_csv, temuan_xlsx

__all__ = ["halaman_daerah", "ringkas"]


def ringkas(daerah: Sequence[HasilDaerah], keluaran: Path, per: date) -> None:
    """Writes `index.html`, `temuan.csv` and `temuan.xlsx` of a run into the output folder."""
    csv = temuan_csv(daerah)
    if _write(keluaran / "temuan.csv", csv) or not (keluaran / "temuan.xlsx").is_file():
        _write(keluaran / "temuan.xlsx", temuan_xlsx(daerah))  # its bytes change with each save
    _write(keluaran / "index.html", halaman_utama(daerah, per).encode())


def _write(path: Path, data: bytes) -> bool:
    """Writes a file when it would change; whether it did."""
    if path.is_file() and path.read_bytes() == data:
        return False
    tulis_utuh(path, data)
    return True
