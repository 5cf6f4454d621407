"""Rows of `riwayat.csv`: one for each daerah and each run in which it was done."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import IO

from dak_excel.findings import Tingkat
from dak_excel.results.daerah import DaerahResult

Value = str | int | float | None
HistoryRow = dict[str, Value]

LEVELS = tuple(tingkat.value for tingkat in Tingkat)
_DAYS = ("per", "dihitung_sejak")
_WHOLE = (
    *("tahun", "berkas", "temuan", "terbuka", *LEVELS),
    *("baru", "selesai", "dijawab", "umur_tertua", "isian_kosong"),
)
_AMOUNTS = ("rupiah", "pagu", "realisasi", "serapan")
KOLOM_RIWAYAT = (
    *("saat", "per", "tahun", "daerah", "provinsi", "folder", "dihitung_sejak", "berkas", "temuan"),
    *("terbuka", *LEVELS, "baru", "selesai", "dijawab", "umur_tertua", "isian_kosong"),
    *("rupiah", "pagu", "realisasi", "serapan", "versi", "keterangan"),
)
"""Columns. `saat` is when the run was, `per` the day that it took for today. `terbuka` are the findings to
act on, in all and by level. `baru`, `selesai` and `dijawab` compare with the run before, `umur_tertua` is the
age in days of the oldest one to act on. `rupiah` is at stake; `serapan` per cent. Empty is unknown."""


def history_row(daerah: DaerahResult, tahun: int) -> HistoryRow:
    """What one run made of a daerah; of one that failed only who, when and why."""
    row: HistoryRow = dict.fromkeys(KOLOM_RIWAYAT)
    row |= {"saat": daerah.diperiksa.isoformat(timespec="milliseconds"), "per": daerah.per.isoformat()}
    row |= {"tahun": tahun, "daerah": daerah.nama, "provinsi": daerah.provinsi, "folder": daerah.folder}
    row |= {"versi": daerah.versi, "keterangan": daerah.sebab}
    if daerah.sebab:
        return row
    opened, now = daerah.terbuka, daerah.moment
    row |= {"berkas": sum(not b.sebab for b in daerah.berkas), "temuan": len(daerah.temuan)}
    row |= {"terbuka": now.terbuka} | {tingkat.value: opened[tingkat] for tingkat in Tingkat}
    row |= {"isian_kosong": daerah.lengkapi, "rupiah": float(daerah.dipertaruhkan)}
    row |= {"pagu": now.pagu, "realisasi": now.realisasi}
    row["serapan"] = None if now.serapan is None else round(now.serapan, 2)
    if daerah.perubahan:
        changes = daerah.perubahan
        row |= {"baru": changes.baru, "selesai": changes.selesai, "dijawab": changes.dijawab}
    if daerah.riwayat:
        row["dihitung_sejak"] = daerah.riwayat.sejak.isoformat()
    if daerah.tertua:
        row["umur_tertua"] = (daerah.per - daerah.tertua).days
    return row


def write_rows(rows: Iterable[HistoryRow], ke: IO[bytes]) -> None:
    """The rows as CSV: UTF-8 with BOM, RFC 4180, as `temuan.csv`."""
    text = io.TextIOWrapper(ke, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(KOLOM_RIWAYAT)
    writer.writerows([_cell(row[name]) for name in KOLOM_RIWAYAT] for row in rows)
    text.detach()


def _cell(value: Value) -> str:
    """A value as the table shows it; no text begins like a formula (OWASP, «CSV Injection»)."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def read_rows(file: Path) -> Iterator[HistoryRow]:
    """The rows of a table that a run wrote; none of one that is not there or that a person has rearranged.

    A row in which a figure or a day is none is left out.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if tuple(reader.fieldnames or ()) != KOLOM_RIWAYAT:
        return
    for told in reader:
        try:
            yield _row(told)
        except (ValueError, AttributeError, TypeError):
            continue


def _row(told: dict[str, str]) -> HistoryRow:
    row: HistoryRow = {name: told[name].removeprefix("'") for name in KOLOM_RIWAYAT}
    row |= {name: int(told[name]) if told[name] else None for name in _WHOLE}
    row |= {name: float(told[name]) if told[name] else None for name in _AMOUNTS}
    for name in _DAYS:
        row[name] = date.fromisoformat(told[name]).isoformat() if told[name] else None
    row["saat"] = datetime.fromisoformat(told["saat"]).isoformat(timespec="milliseconds")
    if row["per"] is None or not row["folder"] or row["tahun"] is None:
        raise ValueError(told["saat"])
    return row
