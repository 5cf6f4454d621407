"""Rows of a RAB: leaves with their volume and price, headings, totals; and of which activity they are."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from decimal import Decimal
from functools import lru_cache

from dak_excel.sheets.budget.factors import read_factors
from dak_excel.sheets.budget.hierarchy import arrange
from dak_excel.sheets.budget.nodes import Node
from dak_excel.sheets.budget.scale import scale_amounts
from dak_excel.sheets.budget.uncounted import mark_uncounted
from dak_excel.sheets.columns.matched import OLD
from dak_excel.sheets.layout.titles import activity_name
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.records import Baris
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.tables.budget_body import Line, lines_of, spec_only
from dak_excel.sheets.tables.extract import Context, Data
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.values import clean, parse_money

_SPEC = re.compile(r"^\s*(?:spesifikasi|spek\.?|spec)\s*[:.]?\s*", re.I)

_LABEL = re.compile(
    r"^\W*(?:(?:nama|uraian|kode|sub|rincian|menu|paket)\s*[./]?\s*)*(?:kegiatan|rincian|menu|pekerjaan)\s*:\s*",
    re.I,
)
"""What a heading calls the activity that it names: `Sub Kegiatan :`, `Rincian Menu :`."""
_MENTION = re.compile(r"(?<![\w.])([A-Z])\s?[.-]?\s?([1-9])(?![\w.]*\w)")
_PAPER = re.compile(
    r"\b(?:kertas|hvs|ukuran|uk|size|folio|plano|amplop|fotocopy|fotokopi|cetak\w*|lulusan|pendidikan)\W*$",
    re.I,
)

Faktor = tuple[tuple[Decimal, str], ...]


@lru_cache(maxsize=64)
def _code_first(menu: str, number: str) -> re.Pattern[str]:
    """A code of a rincian at the beginning of a text, with the word before and the signs behind it."""
    return re.compile(
        rf"^\W*(?:rincian|kegiatan)?\W*(?:II\.)?{menu}\s?[.-]?\s?{number}\b[\s.:)–-]*", re.IGNORECASE
    )


class Budget:
    """The lines of a budget table and where each stands; shared by RAB and realisasi."""

    def __init__(self, view: View, found: Found, context: Context) -> None:
        self.view = view
        self.context = context
        self.found = found
        lines = lines_of(view, found, found.body.data, context.kosakata)
        self.passed: dict[int, Decimal] = {}
        """By row: amounts of a book of payments that are no spending, which its sums count all the same."""
        self.specs: dict[int, list[str]] = {}
        kept: list[Line] = []
        for line in lines:
            if kept and spec_only(line):
                self.specs.setdefault(len(kept) - 1, []).append(clean(_SPEC.sub("", line.text)))
            else:
                kept.append(line)
        self.lines = kept
        self.nodes = arrange(kept, context.kosakata, self.names_activity)
        found.body.data = [line.row for line in kept]

    def rearrange(self, nodes: Sequence[Node], dropped: Container[int]) -> None:
        """Takes the places that another way of arranging gives the lines; `dropped` are no lines."""
        kept = [at for at in range(len(nodes)) if at not in dropped]
        again = {at: place for place, at in enumerate(kept)}
        for at in kept:
            node = nodes[at]
            node.above = tuple(again[i] for i in node.above if i in again)
            if node.covers:
                inside = [again[i] for i in range(node.covers[0], node.covers[1] + 1) if i in again]
                node.covers = (inside[0], inside[-1]) if inside else None
        self.specs = {again[at]: texts for at, texts in self.specs.items() if at in again}
        self.nodes = [nodes[at] for at in kept]
        self.lines = [node.line for node in self.nodes]
        self.found.body.unread = sorted(
            {*self.found.body.unread, *(n.line.row for at, n in enumerate(nodes) if at in dropped)}
        )
        self.found.body.data = [line.row for line in self.lines]

    def names_activity(self, text: str) -> bool:
        """Whether a heading names a rincian or an activity, not a section `A.1 Honorarium`."""
        return bool(self._code(text)) or bool(_LABEL.match(text))

    def _code(self, text: str, coded: bool = False) -> str:
        """The rincian whose code a text begins with; `coded` is whether the lines of the table have codes,
        so that `A3 Pendampingan` and `A6 Halal` are no sections and no sizes of paper."""
        text = _LABEL.sub("", text)
        code = self.context.setting.rincian(text)
        if not code:
            return ""
        rest = _code_first(code[0], code[1:]).sub("", text)
        if rest == text:
            return code if activity_name(text) else ""
        if coded and rest[:1].isalpha():
            return code
        if not rest or activity_name(rest) or self.context.setting.rincian(rest) == code:
            return code
        return ""

    def _code_of_line(self, line: Line, coded: bool = False) -> str:
        return self._code(f"{line.mark} {line.text}", coded) or self._code(line.text, coded)

    def _mentions(self, coded: bool) -> dict[int, str]:
        """The one rincian whose code each payment mentions, `Byr konsumsi peserta A1`, by the line's row.

        None where fewer than half of the payments mention any, for then it may well be a size of paper.
        """
        if coded or self.found.kind is not Kind.REALISASI:
            return {}
        leaves = [node.line for node in self.nodes if node.jenis is Baris.RINCI]
        found = {line.row: self._mentioned(line.text) for line in leaves}
        told = {row: code for row, code in found.items() if code}
        return told if len(told) > 1 and len(told) * 2 >= len(leaves) else {}

    def _mentioned(self, text: str) -> str:
        """The one code that stands anywhere in a text; empty where there are several or none."""
        marks = [m for m in _MENTION.finditer(text) if not _PAPER.search(text[: m.start()])]
        codes = {m[1] + m[2] for m in marks} & {self.context.setting.rincian(m[1] + m[2]) for m in marks}
        return codes.pop() if len(codes) == 1 else ""

    def placing(self, data: Data) -> tuple[list[str], list[str]]:
        """Rincian and activity of every line: its own columns, the heading above, the title."""
        judul = self.found.judul
        codes, names = data.columns.pop("rincian", None), data.columns.pop("kegiatan", None)
        rincian, kegiatan = [], []
        paid = self.found.kind is Kind.REALISASI
        coded = paid and sum(bool(self._code_of_line(node.line)) for node in self.nodes) > 1
        mentions = self._mentions(coded)
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
                label = clean(_LABEL.sub("", heading.activity))
                if not code:
                    code = self._code(f"{heading.line.mark} {label}") or self._code(label)
                    data.place(at, "rincian", ref)
                if not text:
                    bare = _code_first(code[0], code[1:]).sub("", label) if code else label
                    text = activity_name(label) or bare or label
                    data.place(at, "kegiatan", ref)
                break
            if paid and not code and node.jenis is Baris.RINCI:
                code = self._code_of_line(node.line, coded) or mentions.get(node.line.row, "")
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
        data.columns["kode"] = [self._read_kode(data, at, node) for at, node in enumerate(nodes)]
        data.columns["uraian"] = [_label(node.line) or None for node in nodes]
        data.columns["cocok"] = [node.holds for node in nodes]
        data.columns["seharusnya"] = [node.should for node in nodes]
        self._amounts(data)
        own = data.tabel.columns.get("uraian", 0)
        for at, node in enumerate(nodes):
            if node.line.column and node.line.column != own:
                data.place(at, "uraian", data.view.grid.ref(node.line.row, node.line.column))

    def _amounts(self, data: Data) -> None:
        """Amounts that stand elsewhere than in their column, and discounts, which take away."""
        name = next((n for n in ("jumlah", "pagu", "realisasi") if n in data.columns), "")
        if not name:
            return
        column = data.columns[name] = list(data.columns[name])
        for at, node in enumerate(self.nodes):
            if node.line.amount_column and node.line.amount is not None and column[at] is None:
                column[at] = node.line.amount
                data.bad.get(name, {}).pop(at, None)
                data.place(at, name, data.view.grid.ref(node.line.row, node.line.amount_column))
            value = column[at]
            if node.negated and isinstance(value, Decimal):
                column[at] = -value

    def _covered(self, node: Node) -> tuple[int, int] | None:
        """First and last line that a heading or total sums, as rows of the sheet."""
        if node.covers is None:
            return None
        block = self.nodes[node.covers[0] : node.covers[1] + 1]
        rows = [one.line.row for one in block if one.jenis is Baris.RINCI]
        return (rows[0], rows[-1]) if rows else None

    def _read_kode(self, data: Data, at: int, node: Node) -> str | None:
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
    read_factors(data, found, budget.nodes)
    for name in ("harga", "jumlah", "ppn", "volume", "satuan"):
        _only_lines(data, name, budget.nodes)
    _before_change(data, found)
    scale_amounts(data, found)
    mark_uncounted(data, budget.nodes, found.body.unread)


def _before_change(data: Data, found: Found) -> None:
    """The amounts before a change: volume and price may still be those of before."""
    for column in found.matched.more.get(OLD, ()):
        amounts = [parse_money(column.value(data.view, row)) for row in data.rows]
        data.columns[OLD] = [one if isinstance(one, Decimal) else None for one in amounts]


def _only_lines(data: Data, name: str, nodes: Sequence[Node]) -> None:
    """Unreadable cells count in lines only; in a heading they are somebody's remark."""
    bad = data.bad.get(name)
    if bad:
        for at in [
            at for at in bad if nodes[at].jenis is not Baris.RINCI and bad[at].ketentuan != "DATA-GALAT"
        ]:
            del bad[at]
