"""From tables to a sheet: headers with merges, pages, titles, signatures, offsets."""

from __future__ import annotations

from random import Random

from dak_excel.sheets.grid import Value
from dak_excel.sheets.tabel import Kind
from tests.sheets.layouts.extras import saying_more, slip
from tests.sheets.layouts.model import Column, Row, Table, chance
from tests.sheets.layouts.words import day_in, digits, long_date, noisy, person

Merge = tuple[int, int, int, int]


class Canvas:
    """A sheet under construction; rows and columns count from 0 here."""

    def __init__(self) -> None:
        self.rows: list[list[Value]] = []
        self.merges: list[Merge] = []
        self.hidden_rows: set[int] = set()

    def put(self, row: int, column: int, value: Value) -> None:
        while len(self.rows) <= row:
            self.rows.append([])
        cells = self.rows[row]
        cells.extend([None] * (column + 1 - len(cells)))
        cells[column] = value

    def merge(self, row: int, column: int, last_row: int, last_column: int) -> None:
        if (row, column) != (last_row, last_column):
            self.merges.append((row + 1, column + 1, last_row + 1, last_column + 1))

    @property
    def height(self) -> int:
        return len(self.rows)


class TableFrame:
    """How one table is drawn: header depth, merges, number row, widths of columns."""

    def __init__(self, rng: Random, table: Table) -> None:
        self.rng = rng
        self.table = table
        needed = max(len(column.path) for column in table.columns)
        self.depth = max(needed, rng.choice([1, 1, 1, 2, 2, 3, 4]) if needed > 1 or chance(rng, 0.25) else 1)
        self.merged = chance(rng, 0.85)
        if not self.merged:
            self.depth = needed
        self.numbers = rng.choice(["", "", "", "", "int", "int", "text", "brackets", "letters"])
        self.headings = [
            tuple(
                slip(
                    rng, noisy(rng, saying_more(rng, part), money=column.money and i == len(column.path) - 1)
                )
                for i, part in enumerate(column.path)
            )
            for column in table.columns
        ]
        for i in range(1, len(self.headings)):
            # Neighbours under one group share the group's heading to the letter.
            before, here = table.columns[i - 1].path, table.columns[i].path
            if len(here) > 1 and before[:-1] == here[:-1]:
                self.headings[i] = self.headings[i - 1][:-1] + self.headings[i][-1:]
        wide = chance(rng, 0.12) and self.merged
        self.indented = wide and table.kind in (Kind.RAB, Kind.REALISASI) and chance(rng, 0.5)
        self.widths = [
            2 if wide and column.fields[:1] in (("nama",), ("uraian",)) else 1 for column in table.columns
        ]

    @property
    def width(self) -> int:
        return sum(self.widths)

    def left(self, column: int) -> int:
        return sum(self.widths[:column])

    def draw(self, canvas: Canvas, row: int, column: int) -> int:
        """Draw the whole table from this cell on; gives the row below it."""
        row = self.draw_header(canvas, row, column)
        run: list[tuple[int, Row]] = []
        for body in self.table.rows:
            if body.header:
                row = self.draw_header(canvas, row, column)
            else:
                self.draw_row(canvas, row, column, body)
                if body.wanted:
                    run.append((row, body))
                row += 1
        self._merge_runs(canvas, column, run)
        return row

    def _merge_runs(self, canvas: Canvas, column: int, drawn: list[tuple[int, Row]]) -> None:
        """Merge the cells below one another that hold one value, in the columns that are kept so."""
        for i, kept in enumerate(self.table.columns):
            if not kept.runs or self.widths[i] > 1:
                continue
            at = 0
            while at < len(drawn):
                first, value = drawn[at][0], drawn[at][1].cells[i]
                last = at
                while (
                    last + 1 < len(drawn)
                    and drawn[last + 1][0] == drawn[last][0] + 1
                    and drawn[last + 1][1].cells[i] == value
                ):
                    last += 1
                if last > at and value not in (None, "", " ", "-"):
                    for row, _ in drawn[at + 1 : last + 1]:
                        canvas.put(row, column + self.left(i), None)
                    canvas.merge(first, column + self.left(i), drawn[last][0], column + self.left(i))
                at = last + 1

    def draw_header(self, canvas: Canvas, row: int, column: int) -> int:
        for i in range(len(self.headings)):
            self._draw_heading(canvas, row, column, i)
        row += self.depth
        if self.numbers:
            for i in range(len(self.headings)):
                canvas.put(row, column + self.left(i), self._number(i))
            row += 1
        return row

    def _draw_heading(self, canvas: Canvas, row: int, column: int, i: int) -> None:
        path, columns = self.headings[i], self.table.columns
        left, right = column + self.left(i), column + self.left(i) + self.widths[i] - 1
        levels = len(path)
        # Spare rows go to the outermost heading of a column without groups, else to the lowest.
        top = row
        for level, text in enumerate(path):
            bottom = row + self.depth - 1 if level == levels - 1 else top
            if level == levels - 1:
                canvas.put(top, left, text)
                if self.merged:
                    canvas.merge(top, left, bottom, right)
            elif (
                i == 0
                or columns[i - 1].path[: level + 1] != columns[i].path[: level + 1]
                or len(columns[i - 1].path) <= level + 1
            ):
                last = i
                while (
                    last + 1 < len(columns)
                    and len(columns[last + 1].path) > level + 1
                    and columns[last + 1].path[: level + 1] == columns[i].path[: level + 1]
                ):
                    last += 1
                canvas.put(top, left, text)
                if self.merged:
                    canvas.merge(top, left, top, column + self.left(last) + self.widths[last] - 1)
            top = bottom + 1

    def _number(self, i: int) -> Value:
        n = i + 1
        if self.table.columns[i].fields[:1] == ("jumlah",) and n > 4:
            return f"{n} = ({n - 3} x {n - 1})" if self.numbers == "text" else f"{n}=({n - 3}x{n - 1})"
        letter = "abcdefghijklmnopqrstuvwxyz"[i % 26]
        ways: dict[str, Value] = {"int": float(n), "text": str(n), "brackets": f"({n})", "letters": letter}
        return ways[self.numbers]

    def draw_row(self, canvas: Canvas, row: int, column: int, body: Row) -> None:
        canvas.put(row, column + self.width - 1, None)
        for i, value in enumerate(body.cells):
            left = column + self.left(i)
            if self.indented and self.widths[i] > 1 and body.wanted:
                canvas.put(row, left + 1, value)
                continue
            canvas.put(row, left, value)
            if self.widths[i] > 1 and body.merge is None and not self.indented:
                canvas.merge(row, left, row, left + self.widths[i] - 1)
        if body.merge and self.merged:
            first, last = body.merge
            canvas.merge(
                row, column + self.left(first), row, column + self.left(last) + self.widths[last] - 1
            )


def merge_repeats(
    canvas: Canvas, frame: TableFrame, row: int, column: int, i: int, spans: list[tuple[int, int]]
) -> None:
    """Merge the cells of a column that hold one value over several rows."""
    left = column + frame.left(i)
    for first, last in spans:
        canvas.merge(row + first, left, row + last, left)


def signature(rng: Random, canvas: Canvas, row: int, left: int, right: int) -> None:
    """Who signs, some rows below the table; sometimes two of them side by side."""
    row += rng.choice([1, 1, 2, 3])
    place = max(left, right - rng.choice([1, 2, 3]))
    day = day_in(rng, 2023)
    lines = [
        f"Kota Contoh, {rng.choice([long_date(rng, day), '          ' + str(day.year), '........ 2023'])}"
    ]
    lines += [
        rng.choice(
            ["KEPALA DINAS PERINDUSTRIAN", "Kepala Dinas,", "Kepala Bidang Perindustrian", "Ketua Panitia"]
        )
    ]
    if chance(rng, 0.4):
        lines.append("KABUPATEN CONTOH")
    lines += [""] * rng.choice([2, 3])
    lines += [person(rng).upper() + rng.choice(["", ", S.E., M.Si"])]
    if chance(rng, 0.7):
        lines += [rng.choice(["Pembina Utama Muda", "Pembina Tk. I", "Penata"])] if chance(rng, 0.6) else []
        lines += [rng.choice(["NIP. ", "NIP ", "NIP: "]) + digits(rng, "99", 18)]
    for i, line in enumerate(lines):
        if line:
            canvas.put(row + i, place, line)
    if chance(rng, 0.4) and place - left >= 2:
        for i, line in enumerate(
            [
                "Mengetahui,",
                "Pejabat Pelaksana Teknis Kegiatan",
                "",
                "",
                person(rng),
                "NIP. " + digits(rng, "99", 18),
            ]
        ):
            if line:
                canvas.put(row + i, left + rng.choice([0, 1]), line)


def blanks(columns: int) -> list[Value]:
    return [None] * columns


def group_row(columns: list[Column], text: str, place: int, *, merge: bool) -> Row:
    """A row that says what the rows below it have in common."""
    cells = blanks(len(columns))
    cells[place] = text
    return Row(cells, merge=(place, len(columns) - 1) if merge else None)
