"""The rows of a table of money: headings, lines, subtotals and a total."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from dak_excel.sheets.grid import Value
from dak_excel.sheets.records import Baris, Kind
from tests.sheets.layouts.model import Column, Row, Truth, Wanted, chance
from tests.sheets.layouts.words import RINCIAN, rupiah

LINES = [
    *("Honorarium Narasumber", "Konsumsi Peserta", "Snack Peserta", "Sewa Gedung", "Modul Pelatihan"),
    *("ATK Peserta", "Uang Harian Peserta", "Spanduk Kegiatan", "Bahan Praktik Batik"),
    *("Sewa Mesin Jahit", "Transportasi Peserta", "Cetak Sertifikat", "Seminar Kit"),
]
ACCOUNTS = {
    "5.1.02.01.01.0024": "Belanja Alat Tulis Kantor",
    "5.1.02.01.01.0052": "Belanja Makanan dan Minuman Rapat",
    "5.1.02.02.01.0003": "Honorarium Narasumber atau Pembahas",
    "5.1.02.02.04.0036": "Belanja Sewa Bangunan Gedung",
    "5.1.02.04.01.0003": "Belanja Perjalanan Dinas Dalam Kota",
}


def first_columns(rng: Random, *, with_code: bool) -> list[Column]:
    """The number of the line and its kode rekening; headings have them too."""
    columns = []
    if chance(rng, 0.6):
        heading = (rng.choice(["No", "No.", "Nomor"]),)
        columns.append(Column(heading, (), lambda t: t.get("nomor"), essential=True))
    if with_code:
        heading = (rng.choice(["Kode Rekening", "Kode Rek", "No. Rekening"]),)
        columns.append(Column(heading, ("kode",), lambda t: t.get("kode"), essential=True))
    return columns


def money_rows(
    rng: Random, columns: list[Column], make: Callable[[Random], Truth], kind: Kind, *, with_code: bool
) -> list[Row]:
    """Groups with their headings, lines, subtotals, and a total below."""
    rows: list[Row] = []
    headed, summed_above = chance(rng, 0.8), chance(rng, 0.5)
    by_code = with_code and chance(rng, 0.7)
    summed_below = not summed_above and chance(rng, 0.4)
    grand: dict[str, Decimal] = {}
    sums = [
        i
        for i, column in enumerate(columns)
        if column.fields[:1] in (("jumlah",), ("pagu",), ("realisasi",), ("sisa",))
    ]
    text_at = next(i for i, column in enumerate(columns) if column.fields[:1] == ("uraian",))
    groups = rng.sample(list(ACCOUNTS) if by_code else list(RINCIAN), rng.randrange(1, 4))
    for g, key in enumerate(groups):
        truths = [make(rng) for _ in range(rng.randrange(1, 6))]
        total: dict[str, Decimal] = {}
        for i in sums:
            field = columns[i].fields[0]
            total[field] = sum((truth[field] for truth in truths), Decimal(0))
            grand[field] = grand.get(field, Decimal(0)) + total[field]
        name = ACCOUNTS[key] if by_code else f"{key} {RINCIAN[key]}"
        if headed:
            heading = {"uraian": name, "kode": key if by_code else None, "nomor": "ABC"[g]} | (
                total if summed_above else {}
            )
            rows.append(_sum_row(columns, heading, text_at))
        for n, truth in enumerate(truths):
            truth |= {"nomor": float(n + 1), "kode": None}
            if with_code and not (by_code and headed):
                truth["kode"] = rng.choice(list(ACCOUNTS))
            cells = [column.write(truth) for column in columns]
            wanted = _wanted_line(columns, truth, kind)
            if headed and not by_code:
                wanted.rincian = key
            if with_code and by_code and headed:
                wanted.fields["kode"] = key
            rows.append(Row(cells, [wanted]))
        if summed_below and headed:
            word = rng.choice(["Jumlah", "Sub Total", f"Jumlah {'ABC'[g]}", "Subtotal"])
            rows.append(_sum_row(columns, {"uraian": word} | total, text_at))
        if chance(rng, 0.1):
            rows.append(Row([None] * len(columns)))
    if chance(rng, 0.8):
        word = rng.choice(["JUMLAH", "TOTAL", "Jumlah Total", "Total", "Jumlah Keseluruhan"])
        place = rng.choice([0, text_at])
        row = _sum_row(columns, {"uraian": word} | grand, place)
        if place < min(sums) - 1 and chance(rng, 0.6):
            row.merge = (place, min(sums) - 1)
        rows.append(row)
    if chance(rng, 0.15):
        rows.append(
            _sum_row(columns, {"uraian": f"Terbilang: seratus juta rupiah (Rp {rupiah(100_000_000)},-)"}, 0)
        )
    return rows


def _sum_row(columns: list[Column], truth: Truth, text_at: int) -> Row:
    """A heading, subtotal or total: the words in one cell, sums in the columns of money."""
    cells: list[Value] = [None] * len(columns)
    for i, here in enumerate(columns):
        name = here.fields[0] if here.fields else ""
        if (
            (name in ("jumlah", "pagu", "realisasi", "sisa") and name in truth)
            or (name == "kode" and truth.get("kode"))
            or (here.path[0].lower().startswith("no") and name == "" and truth.get("nomor"))
        ):
            cells[i] = here.write(truth)
    cells[text_at] = truth["uraian"]
    return Row(cells)


def _wanted_line(columns: list[Column], truth: Truth, kind: Kind) -> Wanted:
    fields: Truth = {"jenis": Baris.RINCI}
    for here in columns:
        blank = (
            here.fields in (("jumlah",), ("pagu",), ("realisasi",), ("sisa",)) and here.write(truth) is None
        )
        for name in here.fields:
            fields[name] = None if blank else truth[name]
    return Wanted(kind, fields)
