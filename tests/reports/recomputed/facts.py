"""What the workbooks of a daerah say (tests/reports/tekanan.py), read by pandas and not by the program."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pandas as pd

BULAN = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
HARI = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
DASH = "–"


def uang(value: Any) -> str:
    """`1.234.567,00`."""
    cents = Decimal(str(value)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return f"{cents:,.2f}".translate(str.maketrans(",.", ".,"))


def rp(value: Any) -> str:
    return f"Rp{uang(value)}"


def persen(part: Any, whole: Any) -> str:
    return uang(Decimal(int(part)) * 100 / Decimal(int(whole))) + "%"


def tanggal(day: pd.Timestamp) -> str:
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def rentang(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """`5 s.d. 9 Mei 2023`, `5 Juni s.d. 4 Agustus 2023`."""
    month = "" if first.month == last.month else f" {BULAN[first.month - 1]}"
    return f"{first.day}{month} s.d. {tanggal(last)}"


@dataclass
class Facts:
    """The sheets of a daerah, each as a frame."""

    identitas: dict[str, Any]
    kegiatan: pd.DataFrame
    """kode, nama, p1, p2 (plan), r1, r2 (held), tempat, jpl, target."""
    rab: pd.DataFrame
    """kode, rekening, uraian, jumlah, dari (the day of the budget)."""
    bayar: pd.DataFrame
    """kode, rekening, uraian, bulan, rupiah; of a register also tanggal and sp2d."""
    pagu: pd.DataFrame | None
    """The lines of the realisation sheet with their pagu: kode, rekening, uraian, jumlah."""
    penyaluran: pd.DataFrame | None
    peserta: pd.DataFrame
    """kegiatan, kode, and the columns of the list."""
    tenaga: pd.DataFrame
    jadwal: pd.DataFrame

    @property
    def alokasi(self) -> int | None:
        found = self.identitas.get("Pagu Alokasi")
        return None if found is None else int(found)


def read_facts(folder: Path) -> Facts:
    """All sheets of the workbooks of a folder."""
    sheets: dict[str, pd.DataFrame] = {}
    for book in sorted(folder.glob("*.xlsx")):
        sheets |= pd.read_excel(book, sheet_name=None, header=None, dtype=object, engine="openpyxl")
    identitas = sheets["Identitas"].iloc[1:].set_index(0)[1].to_dict() if "Identitas" in sheets else {}
    kegiatan = sheets["Kegiatan"].iloc[2:]
    kegiatan.columns = ["kode", "nama", "p1", "p2", "r1", "r2", "tempat", "jpl", "target"]
    for name in ("p1", "p2", "r1", "r2"):
        kegiatan[name] = pd.to_datetime(kegiatan[name])
    bayar, pagu = _payments(sheets)
    return Facts(
        identitas,
        kegiatan.reset_index(drop=True),
        pd.concat([_budget(sheets[name]) for name in ("RAB", "DPA", "DPPA") if name in sheets]),
        bayar,
        pagu,
        _tranches(sheets.get("Penyaluran")),
        _lists(sheets, "Peserta"),
        _table(sheets["Narasumber"], 1) if "Narasumber" in sheets else pd.DataFrame(),
        _lists(sheets, "Jadwal"),
    )


def _table(sheet: pd.DataFrame, head: int) -> pd.DataFrame:
    body = sheet.iloc[head + 1 :].copy()
    body.columns = [str(name) for name in sheet.iloc[head]]
    return body.reset_index(drop=True)


def _budget(sheet: pd.DataFrame) -> pd.DataFrame:
    body = _table(sheet, 1).iloc[:-1]
    day = re.search(r"tanggal (\d+) (\w+) (\d{4})", str(sheet.iloc[0, 0]))
    since = pd.Timestamp(int(day[3]), BULAN.index(day[2]) + 1, int(day[1])) if day else pd.Timestamp(0)
    return pd.DataFrame(
        {
            "kode": body["Rincian"],
            "rekening": body["Kode Rekening"],
            "uraian": body["Uraian"],
            "jumlah": (body["Volume"] * body["Harga Satuan"]).astype("int64"),
            "dari": since,
        }
    )


def _payments(sheets: dict[str, pd.DataFrame]) -> tuple[pd.DataFrame, pd.DataFrame | None]:
    if "Realisasi" in sheets:
        table = _table(sheets["Realisasi"], 1)
        lines = table[["Rincian", "Kode Rekening", "Uraian", "Pagu"]].copy()
        lines.columns = ["kode", "rekening", "uraian", "jumlah"]
        long = table.melt(
            id_vars=["Rincian", "Kode Rekening", "Uraian"],
            value_vars=BULAN,
            var_name="b",
            value_name="rupiah",
        ).dropna(subset=["rupiah"])
        long["bulan"] = [BULAN.index(month) + 1 for month in long["b"]]
        long = long.rename(columns={"Rincian": "kode", "Kode Rekening": "rekening", "Uraian": "uraian"})
        return long[["kode", "rekening", "uraian", "bulan", "rupiah"]], lines
    table = _table(sheets["Register SP2D"], 1)
    day = pd.to_datetime(table["Tanggal SP2D"])
    return pd.DataFrame(
        {
            "kode": table["Rincian"],
            "rekening": table["Kode Rekening"],
            "uraian": table["Uraian"].str.removeprefix("Pembayaran "),
            "bulan": day.dt.month,
            "rupiah": table["Nilai SP2D"],
            "tanggal": day,
            "sp2d": table["Nomor SP2D"],
        }
    ), None


def _tranches(sheet: pd.DataFrame | None) -> pd.DataFrame | None:
    if sheet is None:
        return None
    table = _table(sheet, 1).iloc[:-1]
    table.columns = ["tahap", "tanggal", "nomor", "rupiah"]
    table["tanggal"] = pd.to_datetime(table["tanggal"])
    return table


def _lists(sheets: dict[str, pd.DataFrame], kind: str) -> pd.DataFrame:
    found = []
    for name, sheet in sheets.items():
        if not name.startswith(kind):
            continue
        titles = {str(t).partition(": ")[0]: str(t).partition(": ")[2] for t in sheet.iloc[:5, 0].dropna()}
        heads = [n for n in range(len(sheet)) if sheet.iloc[n].notna().sum() > 4]
        table = _table(sheet, heads[0])
        table.insert(0, "kegiatan", titles["Kegiatan"])
        table.insert(0, "kode", titles["Rincian"])
        found.append(table)
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=["kode", "kegiatan"])
