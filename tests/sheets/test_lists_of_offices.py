"""Lists as offices keep them: days without a month, sessions in one cell, a NIB that is only claimed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dak_excel.sheets.grid import Value
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.readings.memory import collect, load
from dak_excel.sheets.records import ReadSheet
from dak_excel.sheets.tabel import Kind, Record
from dak_excel.sheets.vocabulary import load_vocabulary
from tests.sheets.grids import sheet


def vars_of(row: Record, name: str) -> object:
    """The value of a field of a record."""
    value: object = getattr(row, name)
    return value


def read(*rows: list[Value]) -> ReadSheet:
    return read_grid(sheet(*rows, name="Sheet1", file="data.xlsx"), load_vocabulary(), {}, 2023)


def logbook(*lines: list[Value], days: str) -> ReadSheet:
    return read(
        ["LOGBOOK PENDAMPINGAN IKM"],
        *lines,
        ["No", days, "IKM yang Dikunjungi", "Kegiatan", "Hasil"],
        [1, 5 if days == "Tgl" else "Senin", "Usaha A", "Pendampingan kemasan", "Desain"],
        [2, 31 if days == "Tgl" else "Selasa", "Usaha B", "Pendampingan label", "Label"],
    )


def test_days_of_a_month_that_the_title_names_are_dates() -> None:
    visits = logbook(["Bulan : Juni 2023"], days="Tgl").records
    assert [vars_of(row, "tanggal") for row in visits] == [date(2023, 6, 5), None]  # June has no 31st


def test_visits_with_weekdays_alone_are_read_and_the_missing_dates_said() -> None:
    result = logbook(days="Hari")
    assert result.kind is Kind.KUNJUNGAN
    assert [vars_of(row, "tanggal") for row in result.records] == [None, None]
    assert any("tanpa tanggal" in note for note in result.notes)


def test_sessions_parted_by_semicolons_are_rows_of_their_own() -> None:
    result = read(
        ["JADWAL PELATIHAN"],
        ["Hari/Tanggal", "Pukul", "Materi", "Narasumber"],
        ["Senin, 5 Juni 2023", "08.00-10.00; 10.15-12.00", "1. Pemasaran; 2. Pembukuan", "Rina Misal"],
        ["Selasa, 6 Juni 2023", "08.00-10.00", "Pewarnaan; canting", "Rina Misal"],
    )
    assert [vars_of(row, "materi") for row in result.records] == [
        "Pemasaran",
        "Pembukuan",
        "Pewarnaan; canting",
    ]


def test_a_nib_that_is_only_claimed_is_reported_row_by_row() -> None:
    result = read(
        ["Timestamp", "Nama lengkap", "NIK", "Nama usaha", "Apakah Anda sudah memiliki NIB?"],
        *(
            [
                f"2023-05-02 08:0{n}",
                f"Siti Contoh {n}",
                f"99010145018500{n:02d}",
                f"Usaha {n}",
                "Belum" if n == 3 else "Sudah",
            ]
            for n in range(1, 6)
        ),
    )
    assert [p.cell.a1 for p in result.problems if p.ketentuan == "NIB-FORMAT"] == ["E2", "E3", "E5", "E6"]


RECEIPT: tuple[list[Value], ...] = (
    ["BUKTI SERAH TERIMA BAHAN PRAKTIK"],
    ["Urut", "Siapa", "Identitas", "Dagangan"],
    [1, "Siti Contoh", "9901014501850001", "Batik"],
    [2, "Rina Misal", "9901014501850002", "Batik"],
)


def told(tmp_path: Path, columns: str) -> ReadSheet:
    """The receipt as a hints file of these columns has it read."""
    hints = tmp_path / "dak-excel.tata-letak.yaml"
    text = f"- jenis: peserta\n  judul: [Urut, Siapa, Identitas, Dagangan]\n  kolom: {columns}\n"
    hints.write_text(text, encoding="utf-8")
    kosakata = load_vocabulary()
    grid = sheet(*RECEIPT, name="Sheet1", file="data.xlsx")
    return read_grid(grid, kosakata, {}, 2023, collect(load(hints), kosakata))


def test_a_field_is_known_however_a_person_writes_it(tmp_path: Path) -> None:
    result = told(tmp_path, "{Siapa: Nama, Identitas: NIK}")
    assert [vars_of(row, "nik") for row in result.records] == ["9901014501850001", "9901014501850002"]


def test_a_correction_that_names_no_field_is_said(tmp_path: Path) -> None:
    result = told(tmp_path, "{Siapa: nama, Identitas: nomor pegawai}")
    assert [vars_of(row, "nama") for row in result.records] == ["Siti Contoh", "Rina Misal"]
    assert any("tidak dapat diikuti" in note and "«Identitas»" in note for note in result.notes)
