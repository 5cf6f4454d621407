"""The records of a delimited text in which a quotation mark may never be closed.

By RFC 4180 such a mark takes all that follows, to the end or to the next mark, into one field; rows would be
lost without a word. Here the line that it stands in is divided as if it held no quotation marks, and what
follows is read afresh.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterator
from itertools import chain, islice

_END = "\ue000"  # a private character, alone on a line behind the text
_SURE_WIDTH, _SURE_WIDTH_OF_COMMAS = 3, 5
_MOST = 50  # lines with an odd mark; each costs a reading of what follows


class Records:
    """Iterates over the fields of each record. `odd` are the lines, from 1, whose marks were taken as text.

    Raises csv.Error for a field beyond `csv.field_size_limit`, or beyond 50 such lines.
    """

    def __init__(self, text: str, mark: str) -> None:
        self.lines = list(io.StringIO(text if text.endswith(("\r", "\n")) else f"{text}\n", newline=""))
        self.mark = mark
        self.odd: list[int] = []
        self.width = 2  # fields of the widest record so far

    def __iter__(self) -> Iterator[list[str]]:
        start = 0
        while True:
            stuck = yield from self._read(start)
            if stuck is None:
                return
            if len(self.odd) >= _MOST:
                raise csv.Error("quotation marks")
            self.odd.append(stuck + 1)
            yield from csv.reader(self.lines[stuck : stuck + 1], delimiter=self.mark, quoting=csv.QUOTE_NONE)
            start = stuck + 1

    def _read(self, start: int) -> Generator[list[str], None, int | None]:
        """Records from a line on, until one that a mark without end has made; returns where that begins."""
        reader = csv.reader(chain(islice(self.lines, start, None), [_END]), delimiter=self.mark)
        begins = start
        for fields in reader:
            if fields == [_END]:
                return None
            several = start + reader.line_num - begins > 1
            if several and (fields[-1].endswith(_END) or self._took_rows(fields)):
                return begins
            self.width = max(self.width, len(fields))
            yield fields
            begins = start + reader.line_num
        return None

    def _took_rows(self, fields: list[str]) -> bool:
        """Whether a field holds lines that are rows of the table; commas stand in prose as well."""
        if self.width < (_SURE_WIDTH_OF_COMMAS if self.mark == "," else _SURE_WIDTH):
            return False
        inner = [line for field in fields for line in field.splitlines()[1:-1]]
        return sum(line.count(self.mark) >= self.width - 1 for line in inner) * 2 > len(inner)
