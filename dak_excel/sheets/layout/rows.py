"""The rows below a header: which are data, groups, totals, repeated headers, notes, and where it ends."""

from __future__ import annotations

import re
from enum import Enum, auto

from dak_excel.sheets.grid import Value
from dak_excel.sheets.layout.headers import Header
from dak_excel.sheets.layout.numbering import is_numbering
from dak_excel.sheets.layout.signatures import closes, row_closes
from dak_excel.sheets.layout.view import View, filled, heads_a_table, is_heading, is_number, known_headings
from dak_excel.sheets.values import clean
from dak_excel.sheets.vocabulary import Vocabulary

_SUMS = frozenset({"jum", "jml", "tot", "sub", "gra", "rat", "rek", "jlh"})
_ORDINAL = re.compile(r"\(?(?:[ivxlc]{1,6}|[a-z])[.)]*", re.I)


PAGE = re.compile(r"\s*(?:(?:hal(?:aman)?|page)\b[\s.:]*\d.{0,12}|-[-\d\s/]+|\d+\s*/\s*\d+|lanjutan.*)", re.I)
"""What a printed page ends or begins with: `Halaman 2 dari 3`, `- 2 -`, `Lanjutan …`."""


class RowLook(Enum):
    """What a row looks like by itself."""

    DATA = auto()
    TEKS = auto()
    JUMLAH = auto()
    KOSONG = auto()
    HEADER = auto()
    CATATAN = auto()
    LAIN = auto()


class RowReader:
    """Tells rows of one table apart. `key` is the column that a row of data fills (nama, uraian …)."""

    def __init__(
        self, view: View, header: Header, kosakata: Vocabulary, key: int, nomor: int, fields: list[int]
    ) -> None:
        self.view = view
        self.header = header
        self.kosakata = kosakata
        self.key = key
        self.nomor = nomor
        self.fields = [column for column in fields if column not in (key, nomor)]
        self.left, self.right = header.left, header.right
        self.words = {
            at: {kosakata.mend(kosakata.standard(part)) for part in column.parts}
            for column in header.columns
            for at in range(column.column, column.last + 1)
        }
        self.raw = {
            value
            for row in range(header.first, header.last + 1)
            for _, value in view.cells(row, self.left, self.right)
        }
        self.texts = frozenset(
            " ".join(view.text(r, c) for c, _ in view.cells(r)) for r in range(1, header.first)
        )

    def plain(self, row: list[Value] | tuple[Value, ...]) -> bool:
        """Whether a row is data without a doubt: a number, a key, and something else."""
        size = len(row)
        if self.key > size or self.nomor > size:
            return False
        key = row[self.key - 1]
        if not isinstance(key, str) or len(key) < 3 or key in self.raw:
            return False
        if not key.lstrip(" \t\n'(\u00a0")[:1].isalpha():
            return False  # blank, or a number: `(2)` in a row of column numbers
        wanted = 1
        if self.nomor:
            number = row[self.nomor - 1]
            if not (
                isinstance(number, float | int) or (isinstance(number, str) and number.strip(" .)").isdigit())
            ):
                return False
        elif key.lstrip()[:3].casefold() in _SUMS or is_heading(self.kosakata.standard(key), self.kosakata):
            return False
        else:
            wanted = 3
        for column in self.fields:
            if column <= size and row[column - 1] is not None and row[column - 1] != "":
                wanted -= 1
                if not wanted:
                    return True
        return False

    def ends(self, row: int) -> bool:
        """Whether the signature block begins here."""
        return row_closes(self.view, row, self.kosakata, self.left, self.right)

    def other_header(self, row: int) -> bool:
        """Whether the header of another table stands here."""
        known, texts, others = known_headings(self.view, row, self.kosakata, self.left, self.right)
        if others or not known or known * 2 < texts:
            return False
        if known >= 3 or heads_a_table(self.view, row, self.kosakata):
            return True
        whole = known_headings(self.view, row, self.kosakata)
        if self.nomor and self._heads(row, self.nomor):
            return whole[0] >= 2 and not whole[2]
        return 2 <= whole[0] == whole[1] and not whole[2] and len(self.view.cells(row - 1)) <= 1

    def _heads(self, row: int, column: int) -> bool:
        """Whether a heading stands in a cell."""
        text = self.view.text(row, column)
        return bool(text) and is_heading(self.kosakata.standard(text), self.kosakata)

    def names_a_table(self, text: str) -> bool:
        """Whether a text is the title of a table of some kind."""
        baku = f" {self.kosakata.standard(text)} "
        return any(f" {phrase} " in baku for words in self.kosakata.jenis.values() for phrase in words.judul)

    def closing(self, text: str) -> bool:
        """Whether a text opens a signature block: `Mengetahui`, `Cirebon, 16 Juni 2023`, `NIP. …`."""
        return closes(text, self.kosakata)

    def repeats_header(self, row: int) -> bool:
        """Whether the header stands here again, as on each printed page."""
        cells = self.view.cells(row, self.left, self.right)
        texts = [
            (column, self.kosakata.mend(self.kosakata.standard(v)))
            for column, v in cells
            if isinstance(v, str)
        ]
        if len(texts) < 2 or len(texts) * 2 < len(cells):
            return False
        other = [text for column, text in texts if text not in self.words.get(column, ())]
        if len(other) * 4 > len(texts) or any(is_heading(text, self.kosakata) for text in other):
            return False
        return not self._wider(row)

    def _wider(self, row: int) -> bool:
        """Whether a row of headings goes on where this table has no column."""
        beside = self.right + 1
        return not filled(self.view.grid.at(self.header.first, beside)) and self._heads(row, beside)

    def total(self, text: str) -> bool:
        """Whether a text opens a row of sums."""
        baku = self.kosakata.standard(text)
        return any(baku == word or baku.startswith(word + " ") for word in self.kosakata.jumlah)

    def note(self, text: str) -> bool:
        """Whether a text is a remark below the table."""
        baku = self.kosakata.standard(text)
        if text.lstrip().startswith("*") or PAGE.fullmatch(text):
            return True
        return any(
            baku == word or (baku.startswith(word + " ") and ":" in text) for word in self.kosakata.catatan
        )

    def derived(self, text: str) -> bool:
        """Whether a text opens a row of figures made from others: `Akumulasi`, `Dibulatkan`."""
        baku = self.kosakata.standard(text)
        return any(baku == word or baku.startswith(word + " ") for word in self.kosakata.turunan)

    def look(self, row: int) -> RowLook:
        """What a row is that is not plain data."""
        cells = self.view.cells(row, self.left, self.right)
        if not cells:
            return RowLook.KOSONG
        if self.repeats_header(row) or (
            is_numbering(self.view, row, self.left, self.right) and self._full(cells)
        ):
            return RowLook.HEADER
        first = next((clean(v) for _, v in cells if isinstance(v, str)), "")
        if first and self.total(first) and not self._numbered(cells):
            return RowLook.JUMLAH
        if first and self.note(first) and len(cells) <= 2:
            return RowLook.CATATAN
        if self._heading(cells, row):
            return RowLook.TEKS
        known = [c for c, _ in cells if c in (self.key, self.nomor) or c in self.fields]
        if any(c == self.key for c in known) or (len(known) >= 2 and any(c in self.fields for c in known)):
            return RowLook.DATA
        return RowLook.LAIN

    def _full(self, cells: list[tuple[int, Value]]) -> bool:
        return len(cells) * 2 >= len(self.header.columns)

    def _numbered(self, cells: list[tuple[int, Value]]) -> bool:
        return bool(self.nomor) and cells[0][0] == self.nomor and is_number(cells[0][1])

    def _heading(self, cells: list[tuple[int, Value]], row: int) -> bool:
        """A text alone, or behind a letter or a roman number: `B | Sentra Rotan Tegalwangi`."""
        column, value = cells[0]
        if len(cells) == 1:
            if not isinstance(value, str) or len(clean(value)) < 2:
                return False
            merge = self.view.merge_at(row, column)
            wide = merge is not None and merge[3] > merge[1]
            return wide or bool(self.nomor) or column != self.key or self._speaks(value)
        if len(cells) == 2 and isinstance(cells[1][1], str):
            if is_number(value) or (isinstance(value, str) and value.strip(" .)").isdigit()):
                return (
                    cells[1][0] == self.key
                    and self._speaks(cells[1][1])
                    and not self._in_sequence(row, column)
                )
            return isinstance(value, str) and _ORDINAL.fullmatch(value.strip()) is not None
        return False

    def _in_sequence(self, row: int, column: int) -> bool:
        """Whether a number goes on from the row above and to the row below, as rows of data do."""
        number = _whole(self.view.text(row, column))
        above, below = self._beside(row, column, -1), self._beside(row, column, 1)
        if number is None or (above is None and below is None):
            return False
        return above in (None, number - 1) and below in (None, number + 1)

    def _beside(self, row: int, column: int, step: int) -> int | None:
        """The number in the next filled row above or below, if there is one."""
        for other in range(row + step, row + 4 * step, step):
            if other > self.header.last and self.view.cells(other, self.left, self.right):
                return _whole(self.view.text(other, column))
        return None

    def _speaks(self, text: str) -> bool:
        """Whether a text names a group of rows by its first word."""
        return (
            re.match(
                r"\s*(?:sentra|kelompok|angkatan|gelombang|batch|desa|kecamatan|kegiatan|rincian|menu|[A-D]\s?[.-]?[1-6]\b|hari\s+(?:ke|[ivx\d])"
                r"|senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu)\b",
                text,
                re.I,
            )
            is not None
        )


def _whole(text: str) -> int | None:
    """The number of a row: `8`, `8.`, `8.0`."""
    match = re.fullmatch(r"(\d{1,6})(?:\.0?)?", text.strip(" )"))
    return int(match[1]) if match else None
