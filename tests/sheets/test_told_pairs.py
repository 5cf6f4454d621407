"""Identitas and narasi read as a person has told them; undone, and said where the sheet speaks against it."""

from __future__ import annotations

from decimal import Decimal

from dak_excel.sheets.grid import Grid, Value
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.readings.memory import collect
from dak_excel.sheets.readings.told import Correction
from dak_excel.sheets.records import Identitas, Narasi, ReadSheet
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_vocabulary

FORM: list[list[Value]] = [
    ["Lembaga pengampu", "Dinas Contoh"],
    ["Nilai alokasi yang diterima", 250_000_000],
]
LABELS = ("Lembaga pengampu", "Nilai alokasi yang diterima")


def read(rows: list[list[Value]], *told: Correction) -> ReadSheet:
    kosakata = load_vocabulary()
    return read_grid(Grid("u.xlsx", "Lembar", rows), kosakata, {}, 2023, collect(told, kosakata))


def facts(sheet: ReadSheet) -> dict[str, object]:
    return {record.kunci: record.isi for record in sheet.records if isinstance(record, Identitas)}


def test_what_nobody_knows_shows_its_labels_to_be_told() -> None:
    sheet = read(FORM)
    assert sheet.kind is Kind.TIDAK_DIKENALI
    assert [kolom.judul for kolom in sheet.layouts[0].kolom] == list(LABELS)
    assert sheet.layouts[0].baris == (1, 2)


def test_a_form_is_read_as_told_and_no_longer_when_taken_back() -> None:
    told = Correction(LABELS, "identitas", {0: "dinas", 1: "pagu"})
    sheet = read(FORM, told)
    assert sheet.kind is Kind.IDENTITAS
    assert facts(sheet) == {"dinas": "Dinas Contoh", "pagu": Decimal(250_000_000)}
    assert sheet.unaided is not None and sheet.unaided.kind is Kind.TIDAK_DIKENALI
    assert any("menurut petunjuk Anda" in note for note in sheet.notes)
    assert read(FORM, told, Correction(LABELS)).kind is Kind.TIDAK_DIKENALI


def test_what_the_sheet_contradicts_is_obeyed_and_said() -> None:
    sheet = read(FORM, Correction(LABELS, "identitas", {0: "pagu"}))
    assert [problem.cell.a1 for problem in sheet.problems] == ["B1"]
    assert any("Petunjuk Anda diikuti, tetapi isi B1" in note for note in sheet.notes)
    empty = read(FORM, Correction(LABELS, "identitas"))
    assert empty.kind is Kind.IDENTITAS and not empty.records
    assert any("tidak satu pun barisnya" in note for note in empty.notes)


def test_labels_beside_each_other() -> None:
    heads: list[Value] = ["OPD pengampu", "Alokasi", "Pimpinan"]
    sheet = read(
        [["DATA"], heads, ["Dinas Contoh", 5_000_000, "Siti Contoh"]],
        Correction(tuple(map(str, heads)), "identitas", {0: "dinas", 1: "pagu", 2: "kepala_dinas"}),
    )
    assert facts(sheet) == {
        "dinas": "Dinas Contoh",
        "pagu": Decimal(5_000_000),
        "kepala_dinas": "Siti Contoh",
    }


def test_a_narrative_beside_its_labels_and_below_them() -> None:
    labels = ("Gambaran awal", "Kendala yang ditemui")
    told = Correction(labels, "narasi", {0: "latar_belakang", 1: "permasalahan"})
    beside = read([["Gambaran awal", "Tiga sentra."], ["Kendala yang ditemui", "Terlambat."]], told)
    long = "Pencairan tahap pertama terlambat dua minggu sehingga pelatihan diundur ke bulan berikutnya. " * 2
    below = read([["Gambaran awal"], [long], ["Kendala yang ditemui"], [long]], told)
    for sheet in (beside, below):
        chapters = [record.bagian for record in sheet.records if isinstance(record, Narasi) and record.teks]
        assert chapters == ["latar_belakang", "permasalahan"]


def test_a_form_that_is_none_is_left_when_told_so() -> None:
    rows: list[list[Value]] = [
        ["Kabupaten/Kota", "Kabupaten Contoh"],
        ["Nama Dinas", "Dinas Contoh"],
        ["Kepala Dinas", "Siti Contoh"],
        ["Pagu DAK Nonfisik", 250_000_000],
    ]
    labels = tuple(str(row[0]) for row in rows)
    assert read(rows).kind is Kind.IDENTITAS
    assert [kolom.field for kolom in read(rows).layouts[0].kolom] == [
        "kabkota",
        "dinas",
        "kepala_dinas",
        "pagu",
    ]
    assert read(rows, Correction(labels, "tidak dikenali")).kind is Kind.TIDAK_DIKENALI
