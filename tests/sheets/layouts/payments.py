"""Realisasi payment by payment: a day, what for, how much."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from dak_excel.sheets.grid import Value
from dak_excel.sheets.records import Baris
from dak_excel.sheets.tabel import Kind
from tests.sheets.layouts import spell
from tests.sheets.layouts.budgets import ACCOUNTS, LINES
from tests.sheets.layouts.model import Column, Row, Table, Truth, Wanted, chance
from tests.sheets.layouts.people import column
from tests.sheets.layouts.words import day_in


def payment(rng: Random, i: int) -> Truth:
    return {
        "nomor": float(i),
        "tanggal": day_in(rng, 2023),
        "kode": rng.choice(list(ACCOUNTS)),
        "uraian": f"Pembayaran {rng.choice(LINES).lower()}",
        "realisasi": Decimal(rng.randrange(1, 900) * 25_000),
        "bukti_bayar": f"{rng.randrange(1, 400):05d}/SP2D/2023",
    }


def payments(rng: Random) -> Table:
    """A list of payments with its total."""
    money = spell.money(rng)
    day, numeric = spell.day(rng)
    columns = [column(rng, "tanggal", "Tanggal;Tgl SP2D;Tgl Bayar", day, essential=True, ambiguous=numeric)]
    columns.append(column(rng, "uraian", "Uraian;Uraian Pembayaran;Keperluan", essential=True))
    amount = "Realisasi;Nilai SP2D;Jumlah Realisasi;Nilai Pembayaran"
    columns.append(column(rng, "realisasi", amount, money, money=True, essential=True))
    if chance(rng, 0.5):
        columns.insert(1, column(rng, "kode", "Kode Rekening;Kode Rek", essential=True))
    if chance(rng, 0.5):
        columns.insert(1, Column(("No. SP2D",), ("bukti_bayar",), lambda t: t["bukti_bayar"], essential=True))
    if chance(rng, 0.8):
        columns.insert(0, Column(("No",), (), lambda t: t["nomor"], essential=True))
    truths = [payment(rng, i + 1) for i in range(rng.choice([2, 5, 9, 20]))]
    rows = [_row(columns, truth) for truth in truths]
    if chance(rng, 0.7):
        cells: list[Value] = [None] * len(columns)
        at = next(i for i, c in enumerate(columns) if c.fields == ("realisasi",))
        cells[0], cells[at] = (
            rng.choice(["Jumlah", "TOTAL"]),
            money(sum(truth["realisasi"] for truth in truths)),
        )
        rows.append(Row(cells))
    return Table(Kind.REALISASI, columns, rows)


def _row(columns: list[Column], truth: Truth) -> Row:
    fields: Truth = {"jenis": Baris.RINCI}
    fields |= {name: truth[name] for column in columns for name in column.fields}
    return Row([column.write(truth) for column in columns], [Wanted(Kind.REALISASI, fields)])
