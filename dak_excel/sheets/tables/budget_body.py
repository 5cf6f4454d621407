"""The rows of a budget or realisation table as lines: code, mark, text, amounts; and where they end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dak_excel.sheets.columns.matched import GROUPS
from dak_excel.sheets.grid import Value
from dak_excel.sheets.layout.body import Body
from dak_excel.sheets.layout.headers import HeaderColumn
from dak_excel.sheets.layout.key_values import pairs
from dak_excel.sheets.layout.numbering import is_numbering
from dak_excel.sheets.layout.rows import RowLook, RowReader
from dak_excel.sheets.layout.view import LONG, View, filled, is_currency, is_number
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.values import clean, is_error, parse_money
from dak_excel.sheets.vocabulary import Vocabulary

BULLETS = frozenset("-–—•*·▪►>+o")
_CODE_FIRST = re.compile(r"\s*(\d{1,2}(?:\.\d{1,6})+)\.?\s+(\S.*)", re.S)
_MARK = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivxlc]{1,6}|[a-z])[.)]?|\[[#\-–+]\]", re.I)
_LEADING_MARK = re.compile(
    r"^(\[[#\-–+]\]|\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]|\d{1,3}\.\d{1,3}|[ivxlc]{1,6}[.)]|[a-z][.)])|[-–•*])\s+(?=\S)",
    re.I,
)
_KODE = re.compile(r"\d(?:\s?\.\s?\d{1,6}){1,16}\.?|\d\.?")
_IN_TEXT = re.compile(r"(?:[:=]|\brp)\s*((?:rp\s*\.?\s*)?\d[\d.,]{3,}(?:\s*,?-+)?)\s*$", re.I)
"""An amount at the end of a label: `JUMLAH TOTAL : Rp. 52.501.000,-`."""
_SPEC = re.compile(r"^\s*(?:spesifikasi|spek|spec)\b\s*[:.]?\s*", re.I)

UNTOLD = ("nomor", "kode", "keterangan")
"""Columns that say nothing of whether a line heads others."""
AMOUNT = 3000
"""A number that is an amount, not a column's number or a year."""
CALCULATION = ("volume", "koefisien", "harga", "hitungan", "faktor")
"""Fields that only a line with a price of its own fills."""


@dataclass(slots=True)
class Line:
    """One row of a budget table, before it is known what it is."""

    row: int
    kode: str = ""
    path: str = ""
    """Its code with those of the columns before it, where codes are spread over several columns."""
    mark: str = ""
    text: str = ""
    column: int = 0
    """Column of the text."""
    calculated: bool = False
    amount: Decimal | None = None
    money: bool = False
    """Whether any of its amount columns is filled."""
    fill: int = 0
    """How many of the table's recognised columns are filled."""
    amount_column: int = 0
    """Column of the amount where it stands elsewhere than in the table's own: beside it, or in a text."""

    closes: bool = False
    """Whether its amount is that of all priced lines, below the last of them."""

    @property
    def bullet(self) -> bool:
        """Whether a dash or a dot marks it as a line of its own."""
        return bool(self.mark) and self.mark in BULLETS


def text_span(found: Found) -> tuple[int, int]:
    """First and last column of the texts of a budget: `uraian` and empty headings beside it."""
    columns = found.header.columns
    have = found.matched.columns
    own = have.get("uraian") or have.get("rincian") or have.get("kegiatan")
    if own is None:
        return 0, -1
    at = next(i for i, column in enumerate(columns) if column.column == own.column)
    last, first = own.last, own.column
    for column in columns[at + 1 :]:
        if column.parts:
            break
        last = column.last
    for column in reversed(columns[:at]):
        if column.parts:
            break
        first = column.column
    return first, last


def lines_of(view: View, found: Found, rows: list[int], kosakata: Vocabulary) -> list[Line]:
    """The rows as lines."""
    have = found.matched.columns
    name = next((n for n in ("jumlah", "pagu", "realisasi") if n in have), "")
    totals = [have[name], *found.matched.more.get(name, [])[1:]] if name else []
    calculation = [
        column
        for name in CALCULATION
        if name in have
        for column in found.matched.more.get(name, [have[name]])
    ]
    money = [*totals, *_amounts(found)]
    known = [column for column, name in found.matched.names.items() if name not in UNTOLD]
    span = text_span(found)
    lines: list[Line] = []
    for row in rows:
        line = Line(row)
        _names(line, view, found, span)
        line.calculated = any(_counts(c.value(view, row)) for c in calculation)
        if not line.text and not line.kode and not line.calculated:
            _label_elsewhere(line, view, found, kosakata)
        told = [part for c in totals if (part := _money(c.value(view, row))) is not None]
        line.amount = sum(told, Decimal(0)) if told else None
        line.money = any(_counts(c.value(view, row)) for c in money)
        if totals and not line.money:
            _amount_elsewhere(line, view, found, kosakata)
        line.fill = sum(1 for column in known if filled(view.grid.at(row, column)))
        lines.append(line)
    if "kode" not in have:
        _codes_in_texts(lines)
    _mark_closing(lines)
    return lines


def _mark_closing(lines: list[Line]) -> None:
    """`REAL COST` behind the last priced line, with the sum of them all: a total, whatever it is called."""
    priced = [at for at, line in enumerate(lines) if line.calculated and line.amount]
    if len(priced) < 2:
        return
    whole = sum((lines[at].amount or Decimal(0) for at in priced), Decimal(0))
    for line in lines[priced[-1] + 1 :]:
        line.closes = not line.calculated and not line.kode and line.amount == whole


def _names(line: Line, view: View, found: Found, span: tuple[int, int]) -> None:
    """The code, the number and the text of a line."""
    have = found.matched.columns
    kode, nomor = have.get("kode"), have.get("nomor")
    in_code_column = ""
    if kode:
        texts = [t for c in range(kode.column, kode.last + 1) if (t := view.text(line.row, c))]
        text = texts[-1] if texts else ""
        if len(texts) > 1 and all(t.strip().isdigit() for t in texts):
            line.kode = line.path = ".".join(t.strip() for t in texts)
        elif _KODE.fullmatch(text.strip()):
            line.kode, line.path = text.strip(), ".".join(texts)
        elif text:
            in_code_column = text
    if nomor:
        line.mark = view.text(line.row, nomor.column)
    _text(line, view, *span)
    if in_code_column and line.text:
        line.mark = line.mark or in_code_column
    elif in_code_column and kode:
        line.text, line.column = in_code_column, kode.column
    if nomor and not line.text and not _MARK.fullmatch(line.mark):
        line.text, line.column, line.mark = line.mark, nomor.column, ""


def _codes_in_texts(lines: list[Line]) -> None:
    """`5.1.02.01 Belanja Barang`: where most texts that have an amount begin with a code, it is the row's."""
    begun = [(line, found) for line in lines if (found := _CODE_FIRST.match(line.text))]
    priced = sum(1 for line in lines if line.money)
    if len(begun) * 3 < priced or not any(found[1].count(".") >= 2 for _, found in begun):
        return
    for line, found in begun:
        line.kode, line.path, line.text = found[1], found[1], found[2]
    for line in lines:
        if not line.kode and "." in line.mark and _KODE.fullmatch(line.mark):
            line.kode = line.path = line.mark


def _says_sum(text: str, kosakata: Vocabulary) -> bool:
    baku = kosakata.standard(text) if len(text) <= LONG else ""
    return any(baku == word or baku.startswith(word + " ") for word in kosakata.jumlah)


def _label_elsewhere(line: Line, view: View, found: Found, kosakata: Vocabulary) -> None:
    """`Sub Total A` in the column of the prices, because the cells before it are merged or empty."""
    for column, value in view.cells(line.row, found.header.left, found.header.right):
        if isinstance(value, str) and _says_sum(clean(value), kosakata):
            line.text, line.column = clean(value), column
            return


def _amount_elsewhere(line: Line, view: View, found: Found, kosakata: Vocabulary) -> None:
    """An amount beside the column of amounts: the sums of groups, a total's in any column or in its text."""
    for group in found.matched.more.get(GROUPS, []):
        if (amount := _money(group.value(view, line.row))) is not None:
            line.amount, line.amount_column, line.money = amount, group.filled_at(view, line.row), True
            return
    if line.calculated and line.fill > 3:
        return
    label = line.text or line.mark
    if not _says_sum(label, kosakata):
        return
    cells = view.cells(line.row, found.header.left, found.header.right)
    for column, value in reversed(cells):
        amount = _money(value)
        if amount is not None and (is_number(value) or "rp" in str(value).casefold()) and amount >= AMOUNT:
            line.amount, line.amount_column, line.money = amount, column, True
            line.calculated = False
            return
    told = _IN_TEXT.search(label)
    if told and (amount := _money(told[1])) is not None and amount >= AMOUNT:
        line.amount, line.amount_column, line.money = amount, line.column, True
        line.text = label[: told.start()].strip(" :=") or label


def _amounts(found: Found) -> list[HeaderColumn]:
    out: list[HeaderColumn] = []
    for name in (
        "realisasi",
        "sisa",
        "bulan_ini",
        "sd_bulan_ini",
        "sd_bulan_lalu",
        "realisasi_bulan",
        "rencana_bulan",
    ):
        if name in found.matched.columns:
            out += found.matched.more.get(name, [found.matched.columns[name]])
    return out


def _text(line: Line, view: View, first: int, last: int) -> None:
    """The text of a line and the mark before it: `-` in a cell of its own, `1.` before the text."""
    for column, value in view.cells(line.row, first, last) if first else ():
        text = view.text(line.row, column)
        if not isinstance(value, str) or (_MARK.fullmatch(text) or text in BULLETS):
            line.mark = line.mark or text
            continue
        if line.text:
            break
        line.text, line.column = value.strip(), column
    if line.text and (match := _LEADING_MARK.match(line.text)):
        line.mark = line.mark or match[1]
        line.text = line.text[match.end() :]


def _counts(value: Value) -> bool:
    """Whether a cell holds an amount, be it wrong; dashes and blanks do not count."""
    if not filled(value):
        return False
    if isinstance(value, str):
        text = clean(value)
        return any(c.isdigit() for c in text) or is_error(text)
    return True


def _money(value: Value) -> Decimal | None:
    amount = parse_money(value)
    return amount if isinstance(amount, Decimal) else None


def spec_only(line: Line) -> bool:
    """Whether a line only carries the specification of the line above it."""
    return not line.kode and not line.money and not line.calculated and bool(_SPEC.match(line.text))


def read_budget_body(view: View, found: Found, kosakata: Vocabulary) -> Body:
    """The rows of a budget table: every row with a text, a code or an amount, to the signature block."""
    header, body = found.header, Body()
    reader = RowReader(view, header, kosakata, found.key, 0, list(found.matched.names))
    pending: list[int] = []
    row = header.body
    while row <= view.height:
        cells = [(c, v) for c, v in view.cells(row, header.left, header.right) if not is_currency(v)]
        if not cells:
            row += 1
            continue
        looks = _looks(reader, found, row, cells)
        if looks is RowLook.HEADER:
            if _new_titles(view, pending, kosakata, reader):
                row = pending[0]
                break
            body.repeated.append(row)
        elif looks is RowLook.LAIN:
            if pending and reader.other_header(row):
                row = pending[0]
            break
        elif looks is RowLook.CATATAN:
            body.unread.append(row)
        else:
            body.data.append(row)
            if any(is_number(v) or _money(v) is not None for c, v in cells if c != header.left):
                pending = []
            else:
                pending.append(row)
        row += 1
    while body.data and body.data[-1] >= row:
        body.data.pop()
    _trailing(view, found, body, kosakata)
    body.end = row
    return body


def _looks(reader: RowReader, found: Found, row: int, cells: list[tuple[int, Value]]) -> RowLook:
    """A line of the budget (DATA), a repeated header, a note, or the end (LAIN)."""
    if cells[-1][0] > reader.key and any(is_number(value) and value >= AMOUNT for _, value in cells):
        first = next((value for _, value in cells if isinstance(value, str)), "")
        unnamed = not first and not _multiplied(found, cells)
        return RowLook.CATATAN if unnamed or reader.derived(clean(first)) else RowLook.DATA
    if reader.repeats_header(row):
        return RowLook.HEADER
    numbers = [value for _, value in cells if is_number(value)]
    texts = [clean(v) for _, v in cells if isinstance(v, str)]
    if len(cells) >= 3 and _column_numbers(reader, row, cells):
        return RowLook.HEADER
    if len(numbers) <= 1 and any(reader.closing(text) for text in texts) and not _priced(cells, reader):
        return RowLook.LAIN
    if not numbers and (reader.other_header(row) or (reader.ends(row) and len(cells) >= 3)):
        return RowLook.LAIN
    if not texts or (reader.note(texts[0]) and len(cells) <= 2 and not numbers) or reader.derived(texts[0]):
        return RowLook.CATATAN
    return RowLook.DATA


def _priced(cells: list[tuple[int, Value]], reader: RowReader) -> bool:
    """Whether a row that names an official is a budget line all the same: a column of amounts is filled."""
    return any(
        column in reader.fields and _counts(value) and column != reader.key for column, value in cells[1:]
    ) and any(is_number(value) or (isinstance(value, str) and "rp" in value.casefold()) for _, value in cells)


def _multiplied(found: Found, cells: list[tuple[int, Value]]) -> bool:
    """Whether a row without a text has a price and a volume: a line whose text stands merged above it."""
    have, counted = found.matched.columns, {column for column, value in cells if _counts(value)}
    volumes = [have[name].column for name in ("volume", "koefisien") if name in have]
    return "harga" in have and have["harga"].column in counted and not counted.isdisjoint(volumes)


def _column_numbers(reader: RowReader, row: int, cells: list[tuple[int, Value]]) -> bool:
    return len(cells) * 2 >= len(reader.header.columns) and is_numbering(
        reader.view, row, reader.left, reader.right
    )


def _new_titles(view: View, pending: list[int], kosakata: Vocabulary, reader: RowReader) -> bool:
    """Whether the texts before a repeated header are the titles of another table."""
    for row in pending:
        text = " ".join(view.text(row, c) for c, _ in view.cells(row))
        if text in reader.texts:
            continue
        if pairs(view, row, kosakata.keterangan, kosakata) or any(
            f" {word} " in f" {kosakata.standard(text)} "
            for word in ("rencana anggaran biaya", "rab", "anggaran biaya")
        ):
            return True
    return False


def _trailing(view: View, found: Found, body: Body, kosakata: Vocabulary) -> None:
    """Texts without amounts below the last amount are no part of the table."""
    lines = lines_of(view, found, body.data, kosakata)
    nameless = {line.row for line in lines if not line.text and not line.kode and not line.calculated}
    body.unread += sorted(nameless)
    body.data = [row for row in body.data if row not in nameless]
    lines = [line for line in lines if line.row not in nameless]
    while lines and not lines[-1].money and not lines[-1].calculated and not lines[-1].kode:
        if lines[-1].mark in BULLETS and lines[-1].mark:
            break
        if spec_only(lines[-1]):
            break
        body.unread.append(lines.pop().row)
        body.data.pop()
    body.unread.sort()
