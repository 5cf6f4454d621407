"""What was made of a file, as plain data for `periksa --baca`: Bahasa Indonesia, no figures from cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from dak_excel.sheets.columns.match import TERBACA
from dak_excel.sheets.grid import CellRange, column_letters
from dak_excel.sheets.records import Baris, ReadBook, ReadSheet
from dak_excel.sheets.tabel import Kolom, Record, Tabel

MOST = 12
"""Addresses that are named one by one."""


@dataclass(frozen=True, slots=True)
class ExplainedColumn:
    """A column: its letters, heading, meaning (empty: left unread) and certainty, 0 … 100 per cent."""

    huruf: str
    judul: str
    arti: str
    keyakinan: int
    perlu: bool = True
    """False: known, and nothing asks for it."""


@dataclass(frozen=True, slots=True)
class ExplainedTable:
    """A table: its kind, header and body rows as people write them, its columns, what its titles say."""

    jenis: str
    baris_judul: str
    baris_isi: str
    kolom: tuple[ExplainedColumn, ...]
    jumlah_baris: int
    rincian: str = ""
    kegiatan: str = ""
    keterangan: tuple[str, ...] = ()
    """Which facts the title lines give, and where: `waktu di B4`."""
    bacaan: tuple[str, ...] = ()
    """Of a budget: the readings that were tried, each with what holds and what does not."""

    def __str__(self) -> str:
        """The table in lines of text."""
        lines = [f"Tabel {self.jenis}: judul di baris {self.baris_judul}, {self.jumlah_baris} baris terbaca"]
        if self.baris_isi:
            lines[0] += f" (baris {self.baris_isi})"
        if self.rincian or self.kegiatan:
            lines.append(f"  Kegiatan: {' '.join(part for part in (self.rincian, self.kegiatan) if part)}")
        if self.keterangan:
            lines.append(f"  Dari judul lembar: {', '.join(self.keterangan)}")
        for kolom in self.kolom:
            if kolom.perlu:
                meaning = f"{kolom.arti} ({kolom.keyakinan}%)" if kolom.arti else "tidak dibaca"
                lines.append(f"  {kolom.huruf:>3}  {kolom.judul} → {meaning}")
        if spare := sum(not kolom.perlu for kolom in self.kolom):
            lines.append(f"  {spare} kolom lain dikenal dan tidak diperlukan")
        lines += [f"  {text}" for text in self.bacaan]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class ExplainedSheet:
    """A sheet: its kind, its tables, what was left unread, and notes."""

    lembar: str
    jenis: str
    tabel: tuple[ExplainedTable, ...] = ()
    tidak_dibaca: tuple[str, ...] = ()
    """Addresses of headings and rows that were left."""
    catatan: tuple[str, ...] = field(default=())
    sel_bermasalah: int = 0
    """Cells with something in them that cannot be read as what their column holds."""

    def __str__(self) -> str:
        """The sheet in lines of text."""
        lines = [f"Lembar «{self.lembar}»: {self.jenis}"]
        for tabel in self.tabel:
            lines += [f"  {line}" for line in str(tabel).splitlines()]
        if self.sel_bermasalah:
            lines.append(f"  {self.sel_bermasalah} sel berisi sesuatu yang tidak dapat dibaca.")
        if self.tidak_dibaca:
            shown = ", ".join(self.tidak_dibaca[:MOST])
            rest = len(self.tidak_dibaca) - MOST
            lines.append(f"  Tidak dibaca: {shown}" + (f", dan {rest} lagi" if rest > 0 else ""))
        return "\n".join([*lines, *(f"  {note}" for note in self.catatan)])


def explain(book: ReadBook) -> list[ExplainedSheet]:
    """The sheets of a file in their order, as they were understood."""
    return [_sheet(sheet) for sheet in book.sheets]


def _sheet(sheet: ReadSheet) -> ExplainedSheet:
    return ExplainedSheet(
        lembar=sheet.grid.sheet,
        jenis=sheet.kind.value,
        tabel=tuple(_table(sheet, tabel) for tabel in sheet.tables),
        tidak_dibaca=tuple(_place(ref) for ref in sheet.unread),
        catatan=tuple(sheet.notes),
        sel_bermasalah=len(sheet.problems),
    )


def _place(ref: CellRange) -> str:
    return ref.a1


def _table(sheet: ReadSheet, tabel: Tabel) -> ExplainedTable:
    records = [record for record in sheet.records if record.tabel is tabel]
    return ExplainedTable(
        jenis=tabel.kind.value,
        baris_judul=_span(*tabel.header),
        baris_isi=_span(*tabel.body),
        kolom=tuple(_column(kolom) for kolom in tabel.kolom if kolom.judul or kolom.field),
        jumlah_baris=sum(1 for record in records if _is_line(record)),
        rincian=tabel.rincian,
        kegiatan=tabel.kegiatan,
        keterangan=tuple(
            f"{_name(name)} di {ref.a1}" for name, ref in sorted(tabel.fixed.items()) if name in tabel.facts
        ),
        bacaan=tabel.bacaan,
    )


def _is_line(record: Record) -> bool:
    """Headings and sums of a budget are no rows of their own to the user."""
    return getattr(record, "jenis", Baris.RINCI) is Baris.RINCI


def _span(first: int, last: int) -> str:
    """`7`, `7–8`, or empty for no rows."""
    if last < first:
        return ""
    return str(first) if first == last else f"{first}–{last}"


def _column(kolom: Kolom) -> ExplainedColumn:
    return ExplainedColumn(
        huruf=column_letters(kolom.column),
        judul=" ".join(kolom.judul.split()),
        arti=_name(kolom.field),
        keyakinan=round(100 * kolom.certainty),
        perlu=bool(kolom.field) or kolom.certainty < TERBACA,
    )


def _name(field_name: str) -> str:
    """A field's name as words: `tanggal_lahir` → `tanggal lahir`, `nik` → `NIK`."""
    words = field_name.replace("_", " ")
    return words.upper() if words in ("nik", "nib", "jpl", "sk", "ppn") else words
