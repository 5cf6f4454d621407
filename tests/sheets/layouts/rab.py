"""The columns of a rab: one volume, several, volumes with units inside, all in one cell."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from math import prod
from random import Random

from dak_excel.sheets.grid import Value
from dak_excel.sheets.tabel import Kind
from tests.sheets.layouts import spell
from tests.sheets.layouts.budgets import LINES, first_columns, money_rows
from tests.sheets.layouts.model import Column, Table, Truth, chance
from tests.sheets.layouts.people import column, head
from tests.sheets.layouts.words import rupiah

UNITS = ["org", "hr", "OJ", "Keg", "paket", "OB", "bh", "set", "lbr"]
STYLES = ["one", "one", "one", "inside", "koefisien", "split", "pairs", "hitungan"]


def line(style: str, rng: Random) -> Truth:
    """One budget line; how many factors its volume has depends on the style of the table."""
    count = 2 if style == "split" else rng.choice([1, 2] if style == "pairs" else [1, 1, 2, 2, 3])
    units = rng.sample(UNITS, count)
    factors = tuple((Decimal(rng.choice([1, 2, 3, 5, 10, 20, 30])), unit) for unit in units)
    volume = Decimal(prod(number for number, _ in factors))
    price = Decimal(rng.randrange(1, 2000) * 500)
    return {
        "uraian": rng.choice(LINES),
        "spesifikasi": rng.choice(["Ukuran standar", "80 gram", "Kualitas baik"]),
        "faktor": factors,
        "volume": volume,
        "satuan": rng.choice(["paket", "OJ", "OH", "orang"]),
        "harga": price,
        "jumlah": volume * price,
        "sumber_dana": "DAK Nonfisik",
    }


def rab(rng: Random) -> Table:
    """A budget with its columns in the usual order."""
    style, with_code = rng.choice(STYLES), chance(rng, 0.5)
    money = spell.money(rng)
    columns = first_columns(rng, with_code=with_code)
    names = "Uraian;Uraian Kegiatan;Rincian;Komponen;Uraian Belanja"
    columns.append(column(rng, "uraian", names, essential=True))
    if chance(rng, 0.2):
        columns.append(column(rng, "spesifikasi", "Spesifikasi;Spek"))
    columns += _volume(rng, style)
    if style != "hitungan":
        names = "Harga;Harga Satuan;Tarif;Biaya Satuan;Harga Sat."
        columns.append(column(rng, "harga", names, money, money=True, essential=True))
    names = "Jumlah;Total;Total Biaya;Jml Harga;Jumlah Biaya"
    columns.append(column(rng, "jumlah", names, money, money=True, essential=True))
    if style == "koefisien" and chance(rng, 0.4):
        _group_calculation(columns)
    if chance(rng, 0.2):
        columns.append(column(rng, "sumber_dana", "Sumber Dana"))
    if chance(rng, 0.3):
        columns.append(Column(head(rng, "Ket.", "Keterangan"), (), lambda t: None))
    rows = money_rows(rng, columns, partial(line, style), Kind.RAB, with_code=with_code)
    return Table(Kind.RAB, columns, rows)


def _group_calculation(columns: list[Column]) -> None:
    """`Rincian Perhitungan` over Koefisien, Satuan, Harga Satuan and PPN, as SIPD prints it."""
    group = "Rincian Perhitungan"
    koefisien, harga, jumlah = columns[-3:]
    koefisien.path, harga.path, jumlah.path = (group, "Koefisien"), (group, "Harga"), (group, "Jumlah")
    satuan = Column((group, "Satuan"), (), lambda t: t["faktor"][0][1], essential=True)
    ppn = Column((group, "PPN"), (), lambda t: 0.0, essential=True, gives={"ppn": Decimal(0)})
    columns[-3:] = [koefisien, satuan, harga, ppn, jumlah]


def _volume(rng: Random, style: str) -> list[Column]:
    """The columns that say how many."""
    match style:
        case "one":
            names = "Volume;Vol;Vol.;Banyaknya;Kuantitas;Qty"
            return [
                column(rng, "volume", names, spell.count(rng)),
                column(rng, "satuan", "Satuan;Sat;Sat."),
            ]
        case "inside":
            path = head(rng, "Volume", "Vol")
            return [Column(path, ("volume", "satuan"), lambda t: f"{t['volume']} {t['satuan']}")]
        case "koefisien":
            write = spell.factors(rng)
            path = head(rng, "Koefisien", "Koef.", "Volume")
            return [Column(path, ("faktor", "volume"), lambda t: write(t["faktor"]))]
        case "hitungan":
            return [_in_one_cell(rng)]
    return _several(rng, with_units=style == "pairs")


def _in_one_cell(rng: Random) -> Column:
    write, sign = spell.factors(rng), rng.choice([" x Rp ", " x Rp. ", " @ Rp ", " x @ Rp"])
    tail = rng.choice(["", ",-"])
    path = head(rng, "Perhitungan", "Rincian Perhitungan", "Perincian")
    fields = ("faktor", "volume", "harga")

    def cell(truth: Truth) -> str:
        return f"{write(truth['faktor'])}{sign}{rupiah(int(truth['harga']))}{tail}"

    return Column(path, fields, cell, essential=True)


def _several(rng: Random, *, with_units: bool) -> list[Column]:
    """Factors in columns of their own: Orang, Hari; or Vol 1, Sat 1, Vol 2, Sat 2."""

    def number(i: int) -> Callable[[Truth], Value]:
        return lambda t: float(t["faktor"][i][0]) if len(t["faktor"]) > i else None

    def unit(i: int) -> Callable[[Truth], Value]:
        return lambda t: t["faktor"][i][1] if len(t["faktor"]) > i else None

    if with_units:
        names = rng.choice([("Vol {}", "Sat {}"), ("Volume {}", "Satuan {}")])
        columns = []
        for i in range(2):
            first, second = (name.format(i + 1) for name in names)
            columns.append(Column((first,), ("volume", "faktor"), number(i), essential=True))
            columns.append(Column((second,), (), unit(i), essential=True))
        return columns
    group = rng.choice(["Volume", ""])
    pair = rng.choice([("Orang", "Hari"), ("Org", "Hari"), ("Orang", "Kali")])
    paths = [(group, name) if group else (name,) for name in pair]
    return [Column(path, ("volume",), number(i), essential=True) for i, path in enumerate(paths)]
