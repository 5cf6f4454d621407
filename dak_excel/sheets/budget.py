"""Rows of a RAB: leaves with their volume and price, headings, totals; and of which activity they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import reduce

from dak_excel.sheets.budget_rows import Line, lines_of, spec_only
from dak_excel.sheets.cells import View, filled
from dak_excel.sheets.extract import Context, Data
from dak_excel.sheets.grid import CellRange, Value
from dak_excel.sheets.headers import HeaderColumn
from dak_excel.sheets.hierarchy import arrange
from dak_excel.sheets.nodes import Node
from dak_excel.sheets.records import Baris
from dak_excel.sheets.tables import Found
from dak_excel.sheets.titles import activity_name
from dak_excel.sheets.values import Bad, Calculation, clean, parse_calculation, parse_volumes

_SPEC = re.compile(r"^\s*(?:spesifikasi|spek\.?|spec)\s*[:.]?\s*", re.I)
_CODE_FIRST = re.compile(r"^\W*(?:rincian|kegiatan)?\W*(?:II\.)?[A-D]\s?[.-]?\s?[1-6]\b[\s.:)–-]*", re.I)

Faktor = tuple[tuple[Decimal, str], ...]


class Budget:
    """The lines of a budget table and where each stands; shared by RAB and realisasi."""

    def __init__(self, view: View, found: Found, context: Context) -> None:
        self.context = context
        self.found = found
        lines = lines_of(view, found, found.body.data)
        self.specs: dict[int, list[str]] = {}
        kept: list[Line] = []
        for line in lines:
            if kept and spec_only(line):
                self.specs.setdefault(len(kept) - 1, []).append(clean(_SPEC.sub("", line.text)))
            else:
                kept.append(line)
        self.nodes = arrange(kept, context.kosakata, self._names_activity)
        found.body.data = [line.row for line in kept]

    def _names_activity(self, text: str) -> bool:
        """Whether a heading names a rincian or an activity, not a section `A.1 Honorarium`."""
        return bool(self._code(text)) or bool(re.match(r"\s*(?:nama\s+)?kegiatan\s*:", text, re.I))

    def _code(self, text: str) -> str:
        code = self.context.setting.rincian(text)
        if not code:
            return ""
        rest = _CODE_FIRST.sub("", text)
        if rest == text:
            return code if activity_name(text) else ""
        if not rest or activity_name(rest) or self.context.setting.rincian(rest) == code:
            return code
        return ""

    def placing(self, data: Data) -> tuple[list[str], list[str]]:
        """Rincian and activity of every line: its own columns, the heading above, the title."""
        judul = self.found.judul
        codes, names = data.columns.pop("rincian", None), data.columns.pop("kegiatan", None)
        rincian, kegiatan = [], []
        for at, node in enumerate(self.nodes):
            own = codes[at] if codes else None
            name = names[at] if names else None
            code = own if isinstance(own, str) else ""
            text = name if isinstance(name, str) else ""
            for place in reversed((*node.above, at) if node.jenis is Baris.SUBTOTAL else node.above):
                heading = self.nodes[place]
                if heading.style[0] != "kegiatan":
                    continue
                ref = data.view.grid.ref(heading.line.row, heading.line.column)
                label = clean(re.sub(r"^\s*(?:nama\s+)?kegiatan\s*:\s*", "", heading.activity, flags=re.I))
                if not code:
                    code = self._code(f"{heading.line.mark} {label}") or self._code(label)
                    data.place(at, "rincian", ref)
                if not text:
                    text = activity_name(label) or _CODE_FIRST.sub("", label) or label
                    data.place(at, "kegiatan", ref)
                break
            rincian.append(code or data.tabel.rincian)
            kegiatan.append(text or data.tabel.kegiatan)
        if judul.rincian_cell:
            data.tabel.fixed = {"rincian": judul.rincian_cell, **data.tabel.fixed}
        return rincian, kegiatan

    def fill(self, data: Data) -> None:
        """Sets the columns that every budget has: jenis, kode, uraian, kelompok, tingkat, cakupan."""
        nodes = self.nodes
        data.columns["jenis"] = [node.jenis for node in nodes]
        data.columns["tingkat"] = [node.tingkat for node in nodes]
        data.columns["cakupan"] = [self._covered(node) for node in nodes]
        data.columns["kelompok"] = [tuple(_label(nodes[i].line) for i in node.above) for node in nodes]
        data.columns["kode"] = [self._kode(data, at, node) for at, node in enumerate(nodes)]
        data.columns["uraian"] = [_label(node.line) or None for node in nodes]
        own = data.tabel.columns.get("uraian", 0)
        for at, node in enumerate(nodes):
            if node.line.column and node.line.column != own:
                data.place(at, "uraian", data.view.grid.ref(node.line.row, node.line.column))

    def _covered(self, node: Node) -> tuple[int, int] | None:
        """First and last line that a heading or total sums, as rows of the sheet."""
        if node.covers is None:
            return None
        block = self.nodes[node.covers[0] : node.covers[1] + 1]
        rows = [one.line.row for one in block if one.jenis is Baris.RINCI]
        return (rows[0], rows[-1]) if rows else None

    def _kode(self, data: Data, at: int, node: Node) -> str | None:
        """A line's own code, else that of the heading it stands under."""
        if node.line.kode:
            return node.line.kode
        for place in reversed(node.above):
            if code := self.nodes[place].line.kode:
                if (column := data.tabel.columns.get("kode")) and node.jenis is Baris.RINCI:
                    data.place(at, "kode", data.view.grid.ref(self.nodes[place].line.row, column))
                return code if node.jenis is Baris.RINCI else None
        return None


def _label(line: Line) -> str:
    """The text of a line without its specification, on one line."""
    return clean(_parts(line.text)[0])


def _parts(text: str) -> tuple[str, str | None]:
    """`Kertas HVS\\nSpesifikasi: A4 70 gr` → (`Kertas HVS`, `A4 70 gr`)."""
    match = re.search(r"(?:^|\n|\r|\s{2,}|[;,(]\s*)\s*(?:spesifikasi|spek)\s*[:.]\s*", text, re.I)
    if match is None:
        match = re.search(r"\s+spesifikasi\s*:\s*", text, re.I)
    if match is None or not text[: match.start()].strip():
        return text, None
    return text[: match.start()], clean(text[match.end() :]) or None


def finish_rab(data: Data, budget: Budget, found: Found) -> None:
    """Columns of a RAB into the fields of a BarisRab."""
    budget.fill(data)
    own = data.columns.get("spesifikasi") or [None] * len(data.rows)
    data.columns["spesifikasi"] = [
        value or _parts(node.line.text)[1] or "; ".join(budget.specs.get(at, ())) or None
        for at, (value, node) in enumerate(zip(own, budget.nodes, strict=True))
    ]
    _factors(data, found, budget)
    for name in ("harga", "jumlah", "ppn", "volume", "satuan"):
        _only_lines(data, name, budget.nodes)


def _only_lines(data: Data, name: str, nodes: Sequence[Node]) -> None:
    """Unreadable cells count in lines only; in a heading they are somebody's remark."""
    bad = data.bad.get(name)
    if bad:
        for at in [
            at for at in bad if nodes[at].jenis is not Baris.RINCI and bad[at].ketentuan != "DATA-GALAT"
        ]:
            del bad[at]


def _factors(data: Data, found: Found, budget: Budget) -> None:
    """Volume factors from one column, several, or a calculation in one cell; their product and unit."""
    size = len(data.rows)
    units = data.columns.get("satuan") or [None] * size
    faktor: list[Faktor] = [()] * size
    columns = dict(data.tabel.columns)
    calculations = _calculations(data, columns, budget)
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
        volumes[at] = reduce(lambda a, b: a * b[0], own, Decimal(1)) if own else None
        if own and unit is None:
            units[at] = " x ".join(name for _, name in own if name) or None
    data.columns["faktor"] = list(faktor)
    data.columns["volume"] = volumes
    data.columns["satuan"] = list(units)
    if calculations:
        _amounts(data, calculations, columns)
    data.tabel.columns = columns


def _calculations(data: Data, columns: dict[str, int], budget: Budget) -> list[Calculation | None] | None:
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
    for at, node in enumerate(budget.nodes):
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
    return [_row_factors(data, row, chosen, sorted(unit_columns), at) for at, row in enumerate(data.rows)]


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
