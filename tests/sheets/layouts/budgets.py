"""The rows of a table of money: headings, lines, subtotals and a total."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random

from dak_excel.sheets.grid import Value
from dak_excel.sheets.records import Baris
from dak_excel.sheets.tabel import Kind
from tests.sheets.layouts.model import Column, Row, Truth, Wanted, chance
from tests.sheets.layouts.words import RINCIAN, rupiah

LINES = [
    *("Honorarium Narasumber", "Konsumsi Peserta", "Snack Peserta", "Sewa Gedung", "Modul Pelatihan"),
    *("ATK Peserta", "Uang Harian Peserta", "Spanduk Kegiatan", "Bahan Praktik Batik"),
    *("Sewa Mesin Jahit", "Transportasi Peserta", "Cetak Sertifikat", "Seminar Kit"),
]
ACCOUNTS = {
    "5.1.02.01.01.0024": "Belanja Alat Tulis Kantor",
    "5.1.02.01.01.0052": "Belanja Makanan dan Minuman Rapat",
    "5.1.02.02.01.0003": "Honorarium Narasumber atau Pembahas",
    "5.1.02.02.04.0036": "Belanja Sewa Bangunan Gedung",
    "5.1.02.04.01.0003": "Belanja Perjalanan Dinas Dalam Kota",
}


def first_columns(rng: Random, *, with_code: bool) -> list[Column]:
    """The number of the line and its kode rekening; headings have them too."""
    columns = []
    if chance(rng, 0.6):
        heading = (rng.choice(["No", "No.", "Nomor"]),)
        columns.append(Column(heading, (), lambda t: t.get("nomor"), essential=True))
    if with_code:
        heading = (rng.choice(["Kode Rekening", "Kode Rek", "No. Rekening"]),)
        columns.append(Column(heading, ("kode",), lambda t: t.get("kode"), essential=True))
    return columns


GROUPS = ["Belanja Bahan", "Honorarium", "Konsumsi", "Perjalanan", "Sewa", "Cetak dan Penggandaan"]
PARENTS = {
    "5": "BELANJA DAERAH",
    "5.1": "BELANJA OPERASI",
    "5.1.02": "Belanja Barang dan Jasa",
}
SUMMED = ("jumlah", "pagu", "realisasi", "sisa")


def money_rows(
    rng: Random, columns: list[Column], make: Callable[[Random], Truth], kind: Kind, *, with_code: bool
) -> list[Row]:
    """Groups with their headings, lines, subtotals, and a total below."""
    return Ledger(rng, columns, make, kind, with_code=with_code).write()


class Ledger:
    """The rows of one table of money under construction."""

    def __init__(
        self,
        rng: Random,
        columns: list[Column],
        make: Callable[[Random], Truth],
        kind: Kind,
        *,
        with_code: bool,
    ) -> None:
        self.rng, self.columns, self.make, self.kind = rng, columns, make, kind
        self.with_code = with_code
        self.headed, self.above = chance(rng, 0.8), chance(rng, 0.5)
        self.by_code = with_code and chance(rng, 0.7)
        self.below = not self.above and chance(rng, 0.4)
        self.parents = self.by_code and self.headed and chance(rng, 0.4)
        self.subgroups = self.headed and not self.by_code and chance(rng, 0.3)
        self.mark = rng.choice(
            ["{n}", "{n}", "{n}", "-", "{letter}", "{letter}."] if self.subgroups else ["{n}"]
        )
        self.sums = [
            i for i, column in enumerate(columns) if column.fields[:1] in [(name,) for name in SUMMED]
        ]
        self.text_at = next(i for i, column in enumerate(columns) if column.fields[:1] == ("uraian",))
        self.rows: list[Row] = []
        self.spaced = chance(rng, 0.1)

    def write(self) -> list[Row]:
        rng = self.rng
        keys = rng.sample(list(ACCOUNTS) if self.by_code else list(RINCIAN), rng.randrange(1, 4))
        groups = [(key, self._lines()) for key in keys]
        everything = [truth for _, parts in groups for _, truths in parts for truth in truths]
        if self.parents:
            for code, name in PARENTS.items():
                self._sum_row({"uraian": name, "kode": code}, everything if self.above else None)
        for g, (key, parts) in enumerate(groups):
            self._group(g, key, parts)
        if chance(rng, 0.8):
            self._total(everything)
        if chance(rng, 0.15):
            words = f"Terbilang: seratus juta rupiah (Rp {rupiah(100_000_000)},-)"
            self._sum_row({"uraian": words}, None, 0)
        return self.rows

    def _lines(self) -> list[tuple[str, list[Truth]]]:
        """The lines of a group, by subgroup where there are any."""
        rng = self.rng
        names = rng.sample(GROUPS, rng.randrange(1, 4)) if self.subgroups else [""]
        return [(name, [self.make(rng) for _ in range(rng.randrange(1, 6))]) for name in names]

    def _group(self, g: int, key: str, parts: list[tuple[str, list[Truth]]]) -> None:
        truths = [truth for _, part in parts for truth in part]
        name = ACCOUNTS[key] if self.by_code else f"{key} {RINCIAN[key]}"
        if self.headed:
            heading = {"uraian": name, "kode": key if self.by_code else None, "nomor": "ABC"[g]}
            self._sum_row(heading, truths if self.above else None)
        for s, (subgroup, lines) in enumerate(parts):
            if subgroup:
                self._sum_row({"uraian": subgroup, "nomor": float(s + 1)}, lines if self.above else None)
            for n, truth in enumerate(lines):
                self._line(n, key, truth)
        if self.below and self.headed:
            word = self.rng.choice(["Jumlah", "Sub Total", f"Jumlah {'ABC'[g]}", "Subtotal"])
            self._sum_row({"uraian": word}, truths)
        if self.spaced:
            self.rows.append(Row([None] * len(self.columns)))

    def _line(self, n: int, key: str, truth: Truth) -> None:
        letter = "abcdefghij"[n]
        mark: Value = float(n + 1) if self.mark == "{n}" else self.mark.format(letter=letter)
        truth |= {"nomor": mark, "kode": None}
        under_code = self.by_code and self.headed
        if self.with_code and not under_code:
            truth["kode"] = self.rng.choice(list(ACCOUNTS))
        cells = [column.write(truth) for column in self.columns]
        wanted = _wanted_line(self.columns, truth, self.kind)
        if self.headed and not self.by_code:
            wanted.rincian = key
        if under_code:
            wanted.fields["kode"] = key
        self.rows.append(Row(cells, [wanted]))

    def _total(self, truths: list[Truth]) -> None:
        rng = self.rng
        word = rng.choice(["JUMLAH", "TOTAL", "Jumlah Total", "Total", "Jumlah Keseluruhan"])
        place = rng.choice([0, self.text_at])
        self._sum_row({"uraian": word}, truths, place)
        if place < min(self.sums) - 1 and chance(rng, 0.6):
            self.rows[-1].merge = (place, min(self.sums) - 1)

    def _sum_row(self, words: Truth, truths: list[Truth] | None, place: int | None = None) -> None:
        """A heading, subtotal or total: the words in one cell, sums in the columns of money."""
        cells: list[Value] = [None] * len(self.columns)
        for i, column in enumerate(self.columns):
            name = column.fields[0] if column.fields else ""
            numbered = name == "" and column.path[0].lower().startswith("no")
            if i in self.sums and truths is not None:
                cells[i] = column.write({name: sum((truth[name] for truth in truths), Decimal(0))})
            elif (name == "kode" and words.get("kode")) or (numbered and words.get("nomor")):
                cells[i] = column.write(words)
        cells[self.text_at if place is None else place] = words["uraian"]
        self.rows.append(Row(cells))


def _wanted_line(columns: list[Column], truth: Truth, kind: Kind) -> Wanted:
    fields: Truth = {"jenis": Baris.RINCI}
    for here in columns:
        blank = here.fields in [(name,) for name in SUMMED] and here.write(truth) is None
        for name in here.fields:
            fields[name] = None if blank else truth[name]
        fields |= here.gives
    return Wanted(kind, fields)
