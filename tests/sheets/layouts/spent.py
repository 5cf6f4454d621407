"""The columns of a realisasi: months, percentages, what is left."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from dak_excel.sheets.grid import Value
from dak_excel.sheets.tabel import Kind
from tests.sheets.layouts import spell
from tests.sheets.layouts.budgets import LINES, first_columns, money_rows
from tests.sheets.layouts.model import Column, Table, Truth, chance
from tests.sheets.layouts.people import column, head
from tests.sheets.layouts.words import BULAN


def spending(rng: Random) -> Truth:
    """A budget line, and what was paid of it in each month."""
    months = tuple(Decimal(rng.choice([0, 0, rng.randrange(1, 900) * 10_000])) for _ in range(12))
    spent = sum(months, Decimal(0))
    pagu = spent + Decimal(rng.choice([0, rng.randrange(1, 500) * 10_000])) or Decimal(1_000_000)
    last = rng.choice([0, rng.randrange(1, 90)]) * spent // 100
    return {
        "uraian": rng.choice(LINES),
        "pagu": pagu,
        "realisasi_bulan": months,
        "realisasi": spent,
        "_lalu": last,
        "_ini": spent - last,
        "persen": round(spent / pagu * 100, 2),
        "sisa": pagu - spent,
        "fisik": Decimal(rng.choice([0, 25, 50, 75, 100])),
    }


def realisasi(rng: Random) -> Table:
    """A table of spending with its columns in the usual order."""
    money, share = spell.money(rng), _percentages(rng)
    with_code = chance(rng, 0.6)
    columns = first_columns(rng, with_code=with_code)
    columns.append(column(rng, "uraian", "Uraian;Uraian Belanja;Uraian Kegiatan", essential=True))
    names = "Pagu;Anggaran;Pagu Anggaran;DPA"
    columns.append(column(rng, "pagu", names, money, money=True, essential=True))
    columns += rng.choice([_plain, _plain, _grouped, _deep, _to_date, _months])(rng, money, share)
    if chance(rng, 0.6):
        names = "Sisa;Sisa Anggaran;Saldo"
        columns.append(column(rng, "sisa", names, money, money=True, essential=True))
    if chance(rng, 0.3):
        columns.append(Column(head(rng, "Ket.", "Keterangan"), (), lambda t: None))
    rows = money_rows(rng, columns, spending, Kind.REALISASI, with_code=with_code)
    return Table(Kind.REALISASI, columns, rows)


def _percentages(rng: Random) -> spell.Writer:
    way = rng.choice(["share", "number", "sign"])

    def write(value: Decimal) -> Value:
        if way == "share":
            return float(value / 100)
        return float(value) if way == "number" else f"{str(value).replace('.', ',')}%"

    return write


def _plain(rng: Random, money: spell.Writer, share: spell.Writer) -> list[Column]:
    names = "Realisasi;Realisasi Keuangan;Jumlah Realisasi"
    columns = [column(rng, "realisasi", names, money, money=True, essential=True)]
    if chance(rng, 0.6):
        columns.append(column(rng, "persen", "%;Persen;% Realisasi", share, essential=True))
    if chance(rng, 0.3):
        names = "Realisasi Fisik (%);Fisik (%)"
        columns.append(column(rng, "fisik", names, share, essential=True))
    return columns


def _grouped(rng: Random, money: spell.Writer, share: spell.Writer) -> list[Column]:
    names = "Realisasi // Keuangan;Realisasi // Rp;Realisasi // Keuangan (Rp)"
    return [
        column(rng, "realisasi", names, money, essential=True),
        column(rng, "persen", "Realisasi // %", share, essential=True),
        column(rng, "fisik", "Realisasi // Fisik (%)", share, essential=True),
    ]


def _deep(rng: Random, money: spell.Writer, share: spell.Writer) -> list[Column]:
    """Three levels of heading."""
    return [
        column(rng, "realisasi", "Realisasi // Keuangan // Rp", money, essential=True),
        column(rng, "persen", "Realisasi // Keuangan // %", share, essential=True),
        column(rng, "fisik", "Realisasi // Fisik // %", share, essential=True),
    ]


def _to_date(rng: Random, money: spell.Writer, share: spell.Writer) -> list[Column]:
    """Up to last month, this month, up to now: only the last is what was paid in all."""
    names = [
        rng.choice(["s.d. Bulan Lalu", "s/d Bln Lalu"]),
        rng.choice(["Bulan Ini", "Bln Ini"]),
        rng.choice(["s.d. Bulan Ini", "s/d Bulan Ini"]),
    ]
    columns = []
    for name, key in zip(names, ("_lalu", "_ini", "realisasi"), strict=True):
        made = column(rng, key, f"Realisasi // {name}", money, essential=True)
        made.fields = ("realisasi",) if key == "realisasi" else ()
        columns.append(made)
    if chance(rng, 0.5):
        columns.append(column(rng, "persen", "%;Persen", share, essential=True))
    return columns


def _months(rng: Random, money: spell.Writer, share: spell.Writer) -> list[Column]:
    """Twelve months, and what they come to."""
    short, upper = chance(rng, 0.4), chance(rng, 0.4)
    group = rng.choice(["Realisasi", "Realisasi Bulan", "Bulan", ""])

    def month(i: int) -> Callable[[Truth], Value]:
        return lambda t: money(t["realisasi_bulan"][i])

    columns = []
    for i, name in enumerate(BULAN):
        text = name[:3] if short else name
        text = text.upper() if upper else text
        path = (group, text) if group else (text,)
        columns.append(Column(path, ("realisasi_bulan",), month(i), essential=True))
    return columns + _plain(rng, money, share)
