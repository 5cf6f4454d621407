"""Volume and price of budget lines: in one column, over several, or as a calculation in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import reduce

from dak_excel.sheets.budget.nodes import Node
from dak_excel.sheets.grid import CellRange, Value
from dak_excel.sheets.layout.headers import HeaderColumn
from dak_excel.sheets.layout.view import filled
from dak_excel.sheets.records import Baris
from dak_excel.sheets.tables.extract import Data
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.values import Bad, Calculation, parse_calculation, parse_volumes

Faktor = tuple[tuple[Decimal, str], ...]


def read_factors(data: Data, found: Found, nodes: Sequence[Node]) -> None:
    """Volume factors from one column, several, or a calculation in one cell; their product and unit."""
    size = len(data.rows)
    units = data.columns.get("satuan") or [None] * size
    faktor: list[Faktor] = [()] * size
    columns = dict(data.tabel.columns)
    calculations = _calculations(data, columns, nodes)
    several = _several(data, found, columns)
    stated = data.columns.pop("koefisien", None) or data.columns.get("volume")
    if "koefisien" in columns:
        columns.setdefault("volume", columns["koefisien"])
        data.bad.setdefault("volume", {}).update(data.bad.pop("koefisien", {}))
        for places in data.places.values():
            if ref := places.pop("koefisien", None):
                places["volume"] = ref
    volumes: list[object] = [None] * size
    for at in range(size):
        value = stated[at] if stated else None
        own: Faktor = value if isinstance(value, tuple) else ()
        if several and several[at]:
            own = several[at]
        elif not own and calculations and (found_one := calculations[at]):
            own = found_one.faktor
        given = units[at]
        unit = given if isinstance(given, str) else None
        if len(own) == 1 and not own[0][1] and unit:
            own = ((own[0][0], unit),)
        faktor[at] = own
        volumes[at] = _product(own) if own else None
        if own and unit is None:
            units[at] = " x ".join(name for _, name in own if name) or None
    data.columns["faktor"] = list(faktor)
    data.columns["volume"] = volumes
    data.columns["satuan"] = list(units)
    if calculations:
        _amounts(data, calculations, columns)
    data.tabel.columns = columns


def _calculations(
    data: Data, columns: dict[str, int], nodes: Sequence[Node]
) -> list[Calculation | None] | None:
    """Calculations such as `30 org x 5 hr x Rp 35.000`, from their own column or out of the uraian."""
    own = data.columns.pop("hitungan", None)
    data.bad.pop("hitungan", None)
    in_text = columns.get("hitungan") == columns.get("uraian")
    if own is not None and not in_text:
        column = columns.pop("hitungan")
        for name in ("volume", "harga"):
            columns.setdefault(name, column)
        for places in data.places.values():
            if ref := places.pop("hitungan", None):
                places.setdefault("volume", ref)
                places.setdefault("harga", ref)
        return [value if isinstance(value, Calculation) else None for value in own]
    columns.pop("hitungan", None)
    if "volume" in columns or "koefisien" in columns or "faktor" in columns:
        return None
    out: list[Calculation | None] = []
    for at, node in enumerate(nodes):
        value = parse_calculation(node.line.text) if node.jenis is Baris.RINCI else None
        out.append(value if isinstance(value, Calculation) else None)
        if isinstance(value, Calculation) and value.uraian:
            data.columns["uraian"][at] = value.uraian
    if not any(out):
        return None
    for name in ("volume", "harga"):
        columns.setdefault(name, columns["uraian"])
    return out


def _amounts(data: Data, calculations: Sequence[Calculation | None], columns: dict[str, int]) -> None:
    """Price, and sum where the table has no column of sums, from the calculations."""
    size = len(data.rows)
    prices = data.columns.get("harga") or [None] * size
    sums = data.columns.get("jumlah") or [None] * size
    for at, calculation in enumerate(calculations):
        if calculation is None:
            continue
        if prices[at] is None:
            prices[at] = calculation.harga
        if sums[at] is None and "jumlah" not in columns:
            sums[at] = calculation.jumlah
    data.columns["harga"], data.columns["jumlah"] = list(prices), list(sums)


def _several(data: Data, found: Found, columns: dict[str, int]) -> list[Faktor] | None:
    """Volumes over several columns: `Orang | Hari`, or number and unit in turn."""
    parts = found.matched.more.get("faktor", [])
    data.columns.pop("faktor", None)
    data.bad.pop("faktor", None)
    data.columns.pop("faktor_satuan", None)
    columns.pop("faktor", None)
    columns.pop("faktor_satuan", None)
    if not parts:
        return None
    columns.setdefault("volume", parts[0].column)
    unit_columns = [column.column for column in found.matched.more.get("faktor_satuan", [])]
    for name in ("volume", "satuan"):
        if name in found.matched.columns and name == "satuan":
            unit_columns.append(found.matched.columns[name].column)
    first_volume = found.matched.columns.get("volume")
    total_after = first_volume is not None and first_volume.column > parts[-1].column
    chosen = parts if first_volume is None or total_after else [first_volume, *parts]
    rows = [_row_factors(data, row, chosen, sorted(unit_columns), at) for at, row in enumerate(data.rows)]
    if first_volume is None or not total_after:
        return rows
    return [
        own if _makes(own, first_volume.value(data.view, data.rows[at])) else ()
        for at, own in enumerate(rows)
    ]


def _makes(factors: Faktor, volume: Value) -> bool:
    """Whether factors make the volume that stands behind them; if not, one of them was not read."""
    told = parse_volumes(volume)
    if isinstance(told, Bad) or not told or not factors:
        return True
    return _product(factors) == _product(told)


def _product(factors: Faktor) -> Decimal:
    return reduce(lambda made, factor: made * factor[0], factors, Decimal(1))


def _row_factors(
    data: Data, row: int, parts: Sequence[HeaderColumn], units: Sequence[int], at: int
) -> Faktor:
    """The factors of one row; a unit stands in the column behind its number, else in the heading.

    One unit behind all numbers (`4 | 2 | OB`) is that of their product, and of a number that is alone.
    """
    out: list[tuple[Decimal, str]] = []
    shared = len(units) == 1 and len(parts) > 1 and units[0] > parts[-1].column
    if shared and sum(filled(data.view.grid.at(row, column.column)) for column in parts) > 1:
        units = ()
    for place, column in enumerate(parts):
        value: Value = data.view.grid.at(row, column.column)
        if not filled(value):
            continue
        factors = parse_volumes(value)
        if isinstance(factors, Bad):
            data.bad.setdefault("volume", {})[at] = factors
            data.place(at, "volume", _ref(data, row, column))
            return ()
        if factors is None:
            continue
        limit = parts[place + 1].column if place + 1 < len(parts) and not shared else column.column + 4
        behind = next((u for u in units if column.column < u < limit), 0)
        named = data.view.text(row, behind) if behind else ""
        for number, unit in factors:
            out.append((number, unit or named or _unit_of(column)))
    return tuple(out)


def _ref(data: Data, row: int, column: HeaderColumn) -> CellRange:
    return data.view.grid.ref(row, column.column)


_HEAD_UNITS = {
    **{"orang": "orang", "org": "orang", "peserta": "orang", "hari": "hari", "hr": "hari", "kali": "kali"},
    **{"bulan": "bulan", "jam": "jam", "keg": "kegiatan", "kegiatan": "kegiatan", "angkatan": "angkatan"},
    **{"frekuensi": "kali", "frek": "kali", "oh": "OH", "oj": "OJ", "paket": "paket", "jpl": "JPL"},
}


def _unit_of(column: HeaderColumn) -> str:
    """The unit that a heading names: `Volume / Orang` → `orang`."""
    words = re.findall(r"[a-z]+", column.parts[-1].casefold()) if column.parts else []
    return next((_HEAD_UNITS[word] for word in words if word in _HEAD_UNITS), "")
