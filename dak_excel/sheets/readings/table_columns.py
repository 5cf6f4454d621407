"""The columns of one table on the way to being understood: words, numbers, what they were taken for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.layout.headers import Header, HeaderColumn
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.readings.codes import is_code, is_code_like
from dak_excel.sheets.readings.plane import Plane, calculated, is_amount
from dak_excel.sheets.readings.relations import Sum
from dak_excel.sheets.readings.thresholds import MONEY, REACH
from dak_excel.sheets.readings.words import Told, all_told
from dak_excel.sheets.vocabulary import Vocabulary

SURE = 0.9
"""Certainty of a column that arithmetic or a plain word tells."""


_SUM = re.compile(r"(?:sub )?(?:jumlah|total)(?: (?:semua|keseluruhan|seluruhnya|realisasi|sp2d|spm|bayar))?")


class Columns:
    """One table's columns on the way to being understood; columns by their place in the header."""

    def __init__(self, view: View, header: Header, rows: Sequence[int], kosakata: Vocabulary) -> None:
        self.header = header
        self.kosakata = kosakata
        self.columns = list(header.columns)
        self.told = all_told(self.columns, kosakata)
        self.plane = Plane(view, self.columns, rows[:REACH])
        self.codes = self._codes()
        self.numeric = [at for at in range(len(self.columns)) if self._numeric(at)]
        self.matched = Matched()

    def _codes(self) -> list[int]:
        """Columns that hold codes: texts of several dotted parts, or under the word."""
        found = []
        for at, cells in enumerate(self.plane.cells):
            texts = [str(v) for v in cells if v is not None]
            coded = sum(
                1 for v in cells if isinstance(v, str) and "." in v and is_code(v) and not is_amount(v)
            )
            named = self.told[at].is_("kode") and not self.told[at].is_("uraian", "jumlah", "pagu")
            few = sum(is_code(text) or is_code_like(text) for text in texts)
            mostly = coded * 2 >= len(texts) or (named and few * 2 >= len(texts))
            if self._spread(at) or (texts and mostly):
                found.append(at)
        return found

    def _spread(self, at: int) -> bool:
        """Whether a wide heading holds codes in parts, a cell each: `5 | 1 | 02 | 01`."""
        column, view = self.columns[at], self.plane.view
        if column.last - column.column < 2 or not self.told[at].is_("kode", "nomor"):
            return False
        cells = [[v for _, v in view.cells(row, column.column, column.last)] for row in self.plane.rows]
        parts = [own for own in cells if len(own) > 1 and all(str(v).strip().isdigit() for v in own)]
        return 2 * len(parts) > len([own for own in cells if own])

    def _numeric(self, at: int) -> bool:
        told, plane = self.told[at], self.plane
        if at in self.codes or told.is_("tanggal", "nomor", "bukti") or plane.counts[at] == 0:
            return False
        if plane.texts[at] > plane.counts[at] + 1:
            return False
        return not (told.text == "" and self._counts_up(at))

    def _counts_up(self, at: int) -> bool:
        """Whether a column only numbers its rows."""
        numbers = [n for n in self.plane.numbers[at] if n is not None]
        return len(numbers) > 1 and max(numbers) <= 100 * (len(self.plane.rows) + 1)

    def put(self, name: str, at: int, certainty: float = SURE) -> None:
        """Takes a column for a field."""
        column = self.columns[at]
        self.matched.columns[name] = column
        self.matched.names[column.column] = name
        self.matched.certainty[column.column] = certainty

    def put_all(self, name: str, places: Sequence[int]) -> None:
        """Takes several columns for a field."""
        for at in reversed(places):
            self.put(name, at)
        self.matched.more[name] = [self.columns[at] for at in places]

    def spare(self, at: int) -> None:
        """Leaves a column that is understood and not needed."""
        column = self.columns[at]
        if column.column not in self.matched.names:
            self.matched.spare.add(column.column)
            self.matched.certainty[column.column] = 1.0

    def called_whole(self, places: Sequence[int]) -> list[int]:
        """Those that are called just `Jumlah` and are in no row less than the others."""
        numbers, rows = self.plane.numbers, range(len(self.plane.rows))
        return [
            whole
            for whole in places
            if _SUM.fullmatch(self.told[whole].leaf)
            and all((numbers[whole][r] or 0) >= (numbers[at][r] or 0) for at in places for r in rows)
        ]

    def text_columns(self) -> None:
        """Places nomor, kode, uraian and keterangan."""
        uraian = self._uraian()
        if uraian is not None:
            self.put("uraian", uraian)
        codes = [at for at in self.codes if uraian is None or at < uraian or self.told[at].is_("kode")]
        beside = [at for at in codes if uraian is None or at < uraian] or codes
        if beside:
            first = last = beside[-1]
            while first - 1 in beside and not self.columns[first].parts:
                first -= 1
            wide = self.columns[first]
            self.matched.columns["kode"] = HeaderColumn(wide.column, self.columns[last].last, wide.parts)
            for at in range(first, last + 1):
                self.matched.names[self.columns[at].column] = "kode"
                self.matched.certainty[self.columns[at].column] = SURE
        for at, told in enumerate(self.told):
            if told.is_("nomor") and "nomor" not in self.matched.columns and at not in self.codes:
                self.put("nomor", at)
            elif told.text in ("keterangan", "catatan") and "keterangan" not in self.matched.columns:
                if at != uraian:
                    self.put("keterangan", at)
            elif told.text.startswith("spesifikasi") and "spesifikasi" not in self.matched.columns:
                if self.columns[at].column not in self.matched.names:
                    self.put("spesifikasi", at)
            elif told.text == "sumber dana":
                self.put("sumber_dana", at)

    def _uraian(self) -> int | None:
        """The column of the texts: by its words, its place, how much it is filled and says."""
        best: tuple[float, int] | None = None
        amounts = [at for at in self.numeric if self.plane.greatest(at) >= 100 * MONEY]
        first_amount = min(amounts, default=len(self.columns))
        size = max(1, len(self.plane.rows))
        for at, told in enumerate(self.told):
            texts = [v for v in self.plane.cells[at] if isinstance(v, str) and any(c.isalpha() for c in v)]
            if not texts or at in self.codes or at in self.numeric:
                continue
            if told.is_("satuan", "bukti", "tanggal", "nomor", "volume"):
                continue
            score = 2 * min(1.0, len(texts) / size) + min(2.0, sum(map(len, texts)) / len(texts) / 15)
            score += (
                2.5 * told.is_("uraian") + (told.leaf.startswith(("uraian", "nama"))) + (at < first_amount)
            )
            score += len(set(texts)) / len(texts)
            score -= 4 * calculated(texts)
            if told.text.startswith(
                (
                    "keterangan",
                    "catatan",
                    "penjelasan",
                    "spesifikasi",
                    "sumber",
                    "lokasi",
                    "penerima",
                    "rekanan",
                )
            ):
                score -= 4
            if best is None or score > best[0] + 0.01:
                best = score, at
        return best[1] if best and best[0] > -2.5 else None


def scaled(told: Told) -> bool:
    """Whether a heading says that its amounts are in thousands or millions."""
    return any(word in told.text for word in ("ribu", "juta", "rp.000", "000"))


def plain_amount(work: Columns, added: Sequence[Sum] = ()) -> int | None:
    """The column of the amounts where no product tells: the whole, not its parts; after a change, not before.

    `added` are the columns that are sums of others.
    """
    options = [
        at
        for at in work.numeric
        if not work.told[at].is_("persen", "fisik", "volume", "sisa", "harga_satuan", "ppn")
        and work.told[at].version != "selisih"
        and work.plane.greatest(at) >= MONEY
        and (work.plane.greatest(at) >= 100 * MONEY or scaled(work.told[at]))
    ]
    if not options:
        return None
    parts = {at for one in added if one.total in options for at in one.parts}
    options = [at for at in options if at not in parts] or options
    options = work.called_whole(options) or options
    return max(
        options,
        key=lambda at: (
            work.told[at].version == "baru",
            work.told[at].version != "lama",
            work.told[at].is_("jumlah", "pagu"),
            work.plane.counts[at] * 2 >= max(work.plane.counts[o] for o in options),
            -at,
        ),
    )


def understood_rest(work: Columns) -> None:
    """Columns of numbers that are understood enough not to be asked after."""
    for at in work.numeric:
        if work.columns[at].column not in work.matched.names:
            work.spare(at)
