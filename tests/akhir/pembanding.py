"""Compares two output folders by meaning: what may differ between two runs on the same input is left out."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import openpyxl

INTERN = {".dak_excel", "log", ".dak_excel.json", "arsip"}
_SAAT = re.compile(r"\d{1,2} \w+ \d{4} pukul \d\d\.\d\d")
_SEJAK = re.compile(
    r'<p class="catatan sejak">.*?</p>|<td data-judul="Sejak sebelumnya".*?</td>|Sejak pemeriksaan [^<]*',
    re.DOTALL,
)
_BARU = re.compile(r'\s*<span class="baru">baru</span>|\s*<span class="status">[^<]*\d hari</span>')
_RIWAYAT = re.compile(r'<section aria-labelledby="perkembangan">.*?</section>', re.DOTALL)
_MENURUT_RIWAYAT = ("saat", "per", "dihitung_sejak", "baru", "selesai", "dijawab", "umur_tertua")
"""Columns of `riwayat.csv` that tell of when the runs were."""


def perbedaan(a: Path, b: Path) -> list[str]:
    """What differs: files on one side only, files with other content. Empty when the two mean the same."""
    left, right = _files(a), _files(b)
    found = [f"only on one side: {name}" for name in sorted(left.keys() ^ right.keys())]
    for name in sorted(left.keys() & right.keys()):
        if _meaning(left[name]) != _meaning(right[name]):
            found.append(f"differs: {name}")
    return found


def _files(folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file() and not INTERN & set(path.relative_to(folder).parts)
    }


def _meaning(path: Path) -> object:
    """Bytes, but for pages (when they were made), `temuan.xlsx` and `rekap.xlsx` (the day of their run),
    and `riwayat.csv` (what each run was).

    The archive of daerah that are gone from the input is no output of a run on the present input.
    """
    if path.suffix == ".html":
        text = path.read_text(encoding="utf-8")
        return _SAAT.sub("", _SEJAK.sub("", _BARU.sub("", _RIWAYAT.sub("", text)))).split()
    if path.name == "riwayat.csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            last = {row["folder"]: row for row in csv.DictReader(file)}
        last = {name: row for name, row in last.items() if (path.parent / name).is_dir()}  # none gone
        return {  # by folder: workers end in any order
            name: {k: v for k, v in row.items() if k not in _MENURUT_RIWAYAT} for name, row in last.items()
        }
    if path.name in ("temuan.xlsx", "rekap.xlsx"):
        sheets = openpyxl.load_workbook(path).worksheets
        return [[c.value for c in row] for sheet in sheets for row in sheet]
    return path.read_bytes()
