"""A form that is being filled in: title block, headings, rows by role, foot; and what is true of it."""

from __future__ import annotations

from collections.abc import Sequence

from bench.layouts.chance import Chance
from bench.layouts.page import Cell, Column, Page
from bench.reading.facts import SheetFacts

LETTERHEAD = (
    (
        "PEMERINTAH KABUPATEN CONTOH",
        "DINAS PERINDUSTRIAN DAN PERDAGANGAN",
        "Jalan Merdeka No. 1 Telp. (0274) 555000",
    ),
    ("PEMERINTAH KOTA CONTOH", "DINAS KOPERASI, UKM DAN PERINDUSTRIAN"),
    ("BADAN PENGELOLAAN KEUANGAN DAN ASET DAERAH",),
)
UNIT_ROW = ("(Rp)", "(Rp.)", "Rp")
SIGNERS = (
    "Kuasa Pengguna Anggaran",
    "Pejabat Pelaksana Teknis Kegiatan",
    "Bendahara Pengeluaran",
    "Kepala Dinas",
)
WRITTEN = {"text": "{}", "text Rp": "Rp {}", "text ,-": "{},-", "text ,00": "{},00", "Rp. ,00": "Rp. {},00"}
"""How an office writes an amount as text."""


def columns(chance: Chance, *told: str) -> list[tuple[str, tuple[str, ...]]]:
    """Headings for `Form.head`, each told as `role=Upper>Lower`; one of those between `|` is taken."""
    made = []
    for one in told:
        role, _, heading = one.partition("=")
        made.append((role, tuple(chance.one(heading.split("|")).split(">"))))
    return made


class Form:
    """One sheet; amounts are written the office's way, some with the currency in a cell of its own."""

    def __init__(self, chance: Chance, sheet: str, kind: str) -> None:
        self.chance = chance
        self.page = Page(chance, sheet)
        self.kind = kind
        self.columns: dict[str, Column] = {}
        self.header = (0, 0)
        self.rows: list[int] = []
        self.money = chance.habit(
            "amounts", "number", "text", "text Rp", "text ,-", "number", later={4: ["text ,00", "Rp. ,00"]}
        )
        self.zero = chance.word("0", "-", "")
        self.marked: set[str] = set()
        """Roles with `Rp` in a cell before the amount."""

    def titles(self, *lines: str, facts: Sequence[tuple[str, str]] = ()) -> None:
        """The title block: letterhead, titles, and facts by label."""
        page, chance = self.page, self.chance
        at = chance.one([1, 1, 2, 3])
        if chance.maybe("letterhead", 0.3):
            for line in chance.one(LETTERHEAD):
                page.line({at: line})
            page.row += 1
        for line in lines:
            page.line({at: line})
        page.row += chance.number(0, 1)
        apart = chance.maybe("colon apart", 0.4)
        for label, value in facts:
            page.line({1: label, 3: ":", 4: value} if apart else {1: label, 3: f": {value}"})
        page.row += chance.number(0, 1)

    def head(self, columns: Sequence[tuple[str, tuple[str, ...]]], money: Sequence[str] = ()) -> None:
        """The headings; `money` are roles that may have their currency in a column before."""
        chance, page = self.chance, self.page
        flat = all(len(heading) == 1 for _, heading in columns)
        split = flat and bool(money) and self.money == "number" and chance.maybe("Rp in its own cell", 0.15)
        made: list[Column] = []
        for role, heading in columns:
            made.append(Column(role, heading))
            self.columns[role] = made[-1]
            if split and role in money:
                self.marked.add(role)
                made.append(Column(f"{role}+", (*heading[:-1], "")))
        at = chance.one([1, 1, 1, 2])
        for n, column in enumerate(made):
            column.at = at + n
        self.header = page.headings(made)
        if chance.maybe("row of units", 0.15) and money:
            page.line({self.columns[role].at: chance.word(*UNIT_ROW) for role in money})
            self.header = (self.header[0], page.row - 1)
        if chance.maybe("column numbers", 0.35):
            style = chance.one(["{}", "{}", "({})", "kol {}"])
            values: dict[int, Cell] = {}
            for n, column in enumerate(made, 1):
                values[column.at] = n if style == "{}" and chance.random.random() < 2 else style.format(n)
            page.line(values)
        self.blank_rows = chance.maybe("blank rows between", 0.12)

    def cash(self, amount: int | None) -> Cell:
        """An amount as this office writes it."""
        if amount is None:
            return None
        if not amount:
            return 0 if self.zero == "0" else self.zero
        if self.money == "number":
            return amount
        plain = f"{abs(amount):,}".replace(",", ".")
        text = WRITTEN[self.money].format(plain)
        return f"({text})" if amount < 0 else text

    def row(self, line: bool = False, **values: Cell) -> int:
        """Writes a row by roles; `line` for a detail. Amounts are handed in by `cash`."""
        cells: dict[int, Cell] = {}
        for role, value in values.items():
            column = self.columns.get(role)
            if column is None or value is None:
                continue
            if role in self.marked and value != "":
                cells[column.at], cells[column.at + 1] = "Rp", value
            else:
                cells[column.at] = value
        row = self.page.line(cells)
        if line:
            self.rows.append(row)
        if self.blank_rows and not line:
            self.page.row += 1
        return row

    def head_again(self) -> None:
        """The headings once more, as at the top of a printed page."""
        page = self.page
        for row in range(self.header[0], self.header[1] + 1):
            page.line({column: value for (at, column), value in page.cells.items() if at == row})

    def sign(self) -> None:
        """The foot: words, notes, place and date, two signatures."""
        page, chance = self.page, self.chance
        left, right = 2, max(4, len(self.columns) - 1)
        if chance.maybe("note below", 0.2):
            page.row += 1
            page.line({1: chance.word("Catatan :", "Keterangan:", "*) belum termasuk pajak")})
        if chance.maybe("signatures", 0.7):
            page.row += chance.number(1, 2)
            page.line({right: "Contoh, 5 Juli 2023"})
            page.line({left: "Mengetahui,", right: chance.word("Disusun oleh,", "Yang membuat,")})
            page.line({left: chance.one(SIGNERS), right: chance.one(SIGNERS)})
            page.row += 3
            page.line({left: "Sutarjo Wibisono, S.E.", right: "Rr. Endah Pratiwi, A.Md."})
            page.line({left: "NIP. 19700101 199003 1 001", right: "NIP. 19850505 201001 2 002"})

    def facts(self, columns: Sequence[str], totals: dict[str, int | tuple[int, ...]]) -> SheetFacts:
        """What is true; `columns` as `field` or `field=role`."""
        known = {}
        for name in columns:
            field, _, role = name.partition("=")
            known[field] = self.columns[role or field].letters
        return SheetFacts(
            file="",
            sheet=self.page.sheet,
            kind=tuple(self.kind.split("/")),
            header=self.header,
            columns=known,
            rows=tuple(self.rows),
            totals=totals,
            findings={},
            habits=tuple(self.chance.drawn),
        )

    def done(
        self, columns: Sequence[str], totals: dict[str, int | tuple[int, ...]]
    ) -> tuple[Page, SheetFacts]:
        """The form with its foot, and what is true of it; see `facts`."""
        self.sign()
        return self.page, self.facts(columns, totals)
