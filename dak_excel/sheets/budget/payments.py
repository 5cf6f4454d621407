"""Rows of a realisation table: by month, of one month, to date, or payment by payment."""

from __future__ import annotations

import re
from decimal import Decimal

from dak_excel.sheets.budget.lines import Budget
from dak_excel.sheets.budget.scale import scale_amounts
from dak_excel.sheets.grid import Value
from dak_excel.sheets.layout.month_headings import month_of, monthly
from dak_excel.sheets.records import Baris
from dak_excel.sheets.tables.extract import Context, Data
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.values.column_types import read_column
from dak_excel.sheets.vocabulary import Vocabulary


def finish_realisasi(data: Data, budget: Budget, found: Found, context: Context) -> None:
    """Columns of a realisation table into the fields of a Realisasi."""
    _added(data, found)
    budget.fill(data)
    size = len(data.rows)
    months: dict[str, list[list[Decimal | None]]] = {}
    for name in ("rencana_bulan", "realisasi_bulan"):
        months[name] = [[None] * 12 for _ in range(size)]
        for column in found.matched.more.get(name, []):
            place = monthly(column.parts, context.kosakata)
            if place:
                _month(data, name, column.column, place.bulan, months[name], budget)
    _quarters(data, found)
    this_month = data.columns.pop("bulan_ini", None)
    to_date = data.columns.pop("sd_bulan_ini", None)
    data.columns.pop("sd_bulan_lalu", None)
    data.bad.pop("sd_bulan_lalu", None)
    month = sheet_month(data, found, context)
    if month:
        data.tabel.facts.setdefault("bulan", month)
        _one_month(data, month, this_month, to_date, months["realisasi_bulan"])
    elif this_month and "realisasi" not in data.columns and to_date is None:
        _take(data, "bulan_ini", "realisasi", this_month)
    if to_date is not None:
        _take(data, "sd_bulan_ini", "realisasi", to_date)
    weights = of_weights(data.view.grid.sheet, found.judul.text, context.kosakata)
    for name, rows in months.items():
        given = name in found.matched.columns or (name == "realisasi_bulan" and month and this_month)
        if weights:
            data.columns[name] = [()] * size
            data.columns.pop("realisasi", None)
            continue
        data.columns[name] = [tuple(row) if given or any(row) else () for row in rows]
    columns = data.tabel.columns
    data.tabel.columns = {
        k: v for k, v in columns.items() if k not in ("bulan_ini", "sd_bulan_ini", "sd_bulan_lalu")
    }
    _only_lines(data, budget)
    if budget.passed:
        data.tabel.facts["bukan_belanja"] = tuple(budget.passed.items())
    scale_amounts(data, found)


def _added(data: Data, found: Found) -> None:
    """Amounts that stand in several columns under groups of their own: Operasi, Modal, Transfer."""
    for name in ("pagu", "realisasi", "bulan_ini", "sd_bulan_ini"):
        columns = found.matched.more.get(name, [])
        if len(columns) < 2 or name not in data.columns:
            continue
        total: list[object] = list(data.columns[name])
        for column in columns[1:]:
            raws: list[Value] = [column.value(data.view, row) for row in data.rows]
            values, bad = read_column([None if v == "" else v for v in raws], "uang", data.setting)
            for at, value in enumerate(values):
                so_far = total[at]
                if isinstance(value, Decimal):
                    total[at] = value + (so_far if isinstance(so_far, Decimal) else 0)
                    if so_far is None:
                        data.place(at, name, data.view.grid.ref(data.rows[at], column.column))
            for at, problem in bad.items():
                data.bad.setdefault(name, {}).setdefault(at, problem)
                data.place(at, name, data.view.grid.ref(data.rows[at], column.column))
        for at in data.bad.get(name, {}):
            total[at] = None
        data.columns[name] = total


def _quarters(data: Data, found: Found) -> None:
    """What was paid in all, from the columns of the quarters where the table has no sum of them."""
    columns = found.matched.more.get("realisasi_triwulan", [])
    data.bad.pop("realisasi_triwulan", None)
    if not columns or "realisasi" in data.columns:
        return
    paid: list[object] = [None] * len(data.rows)
    data.bad["realisasi"] = {}
    for column in columns:
        raws: list[Value] = [column.value(data.view, row) for row in data.rows]
        values, bad = read_column([None if v == "" else v for v in raws], "uang", data.setting)
        for at, value in enumerate(values):
            if isinstance(value, Decimal):
                so_far = paid[at]
                paid[at] = value + (so_far if isinstance(so_far, Decimal) else 0)
                data.place(at, "realisasi", data.view.grid.ref(data.rows[at], column.column))
        for at, problem in bad.items():
            data.bad["realisasi"].setdefault(at, problem)
            data.place(at, "realisasi", data.view.grid.ref(data.rows[at], column.column))
    for at in data.bad["realisasi"]:
        paid[at] = None
    data.columns["realisasi"] = paid
    data.tabel.columns = {**data.tabel.columns, "realisasi": columns[-1].column}


def of_weights(sheet: str, title: str, kosakata: Vocabulary) -> bool:
    """Whether a sheet holds weights (bobot) under the headings of amounts, as beside a PLGK."""
    return "bobot" in f"{kosakata.standard(sheet)} {kosakata.standard(title)}".split()


def _month(
    data: Data, name: str, column: int, month: int, rows: list[list[Decimal | None]], budget: Budget
) -> None:
    """Reads the column of one month."""
    raws: list[Value] = [data.view.grid.at(row, column) for row in data.rows]
    values, bad = read_column([None if v == "" else v for v in raws], "uang", data.setting)
    for at, value in enumerate(values):
        if isinstance(value, Decimal):
            rows[at][month - 1] = value
    for at, problem in bad.items():
        if budget.nodes[at].jenis is Baris.RINCI and at not in data.bad.setdefault(name, {}):
            data.bad[name][at] = problem
            data.place(at, name, data.view.grid.ref(data.rows[at], column))


_TO_DATE = re.compile(r"\b(?:s\s*[./]\s*d\b|sd\b|sampai\s+(?:dengan|bulan)|kumulatif\b)", re.I)
"""Words of a sheet that counts from January on: the month that it names is the last one."""


def sheet_month(data: Data, found: Found, context: Context) -> int | None:
    """The one month that a sheet is of, from its title lines or its name; None for a sheet of the year."""
    if found.matched.more.get("realisasi_bulan") or found.matched.more.get("rencana_bulan"):
        return None
    if any(_TO_DATE.search(line) for line in (data.view.grid.sheet, *found.judul.lines)):
        return None
    fact = found.judul.facts.get("bulan")
    if isinstance(fact, int):
        return fact
    for text in (data.view.grid.sheet, *found.judul.lines):
        words = context.kosakata.standard(text).split()
        if len(words) <= 3 or "bulan" in words:
            after = words[words.index("bulan") + 1 :] if "bulan" in words else words
            if "sd" not in words and (month := month_of(" ".join(after[:2]))):
                return month
    return None


def _one_month(
    data: Data,
    month: int,
    this_month: list[object] | None,
    to_date: list[object] | None,
    rows: list[list[Decimal | None]],
) -> None:
    """Figures of a sheet that is of one month: `Bulan Ini`, or the realisation where that is all."""
    values = this_month
    if values is None and to_date is None and "realisasi" in data.columns and "tanggal" not in data.columns:
        values = data.columns.pop("realisasi")
        data.bad["realisasi_bulan"] = data.bad.pop("realisasi", {})
        source = "realisasi"
        columns = dict(data.tabel.columns)
        columns["realisasi_bulan"] = columns.pop("realisasi")
        data.tabel.columns = columns
        for places in data.places.values():
            if ref := places.pop(source, None):
                places["realisasi_bulan"] = ref
    elif values is not None:
        data.tabel.columns = {**data.tabel.columns, "realisasi_bulan": data.tabel.columns["bulan_ini"]}
        data.bad["realisasi_bulan"] = data.bad.pop("bulan_ini", {})
    if values is None:
        return
    for at, value in enumerate(values):
        if isinstance(value, Decimal):
            rows[at][month - 1] = value


def _take(data: Data, old: str, new: str, values: list[object]) -> None:
    """Lets a column stand for another field that the table has not."""
    if new in data.columns:
        return
    data.columns[new] = values
    data.bad[new] = data.bad.pop(old, {})
    data.tabel.columns = {**data.tabel.columns, new: data.tabel.columns[old]}
    for places in data.places.values():
        if ref := places.pop(old, None):
            places[new] = ref


def _only_lines(data: Data, budget: Budget) -> None:
    """Unreadable cells count in lines; a heading's formula error is told once, by its lines."""
    for bad in data.bad.values():
        for at in [
            at
            for at in bad
            if budget.nodes[at].jenis is not Baris.RINCI and bad[at].ketentuan != "DATA-GALAT"
        ]:
            del bad[at]
