"""The kinds of sheet that are tables: for each the record of a row, and how columns become its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dak_excel.sheets import records
from dak_excel.sheets.kinds.activities import finish_jadwal, finish_kegiatan, finish_kunjungan
from dak_excel.sheets.kinds.people import finish_peserta, finish_sentra, finish_tenaga
from dak_excel.sheets.kinds.sessions import split_sessions
from dak_excel.sheets.tabel import Kind, Record
from dak_excel.sheets.tables.extract import Data, Finish


@dataclass(frozen=True, slots=True)
class TableKind:
    """What a row of the kind becomes."""

    record: type[Record]
    finish: Finish | None = None
    """Makes the record's fields of columns that say them otherwise; None where each column is a field.
    Budgets and realisations have a reader of their own (`sheets.budget`)."""
    prepare: Callable[[Data], None] | None = None
    """Parts rows before their cells are read."""
    never_empty: bool = False
    """Whether a list without a single row says so."""


KINDS: Mapping[Kind, TableKind] = {
    Kind.PESERTA: TableKind(records.Peserta, finish_peserta, never_empty=True),
    Kind.TENAGA: TableKind(records.Tenaga, finish_tenaga, never_empty=True),
    Kind.JADWAL: TableKind(records.Jadwal, finish_jadwal, split_sessions),
    Kind.RAB: TableKind(records.BarisRab, never_empty=True),
    Kind.REALISASI: TableKind(records.Realisasi),
    Kind.KEGIATAN: TableKind(records.BarisKegiatan, finish_kegiatan),
    Kind.SENTRA: TableKind(records.Sentra, finish_sentra),
    Kind.KUNJUNGAN: TableKind(records.Kunjungan, finish_kunjungan),
    Kind.DOKUMENTASI: TableKind(records.Dokumentasi),
    Kind.PERSETUJUAN: TableKind(records.Persetujuan),
    Kind.PENYALURAN: TableKind(records.Penyaluran),
}
