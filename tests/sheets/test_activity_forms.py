"""One activity told as a form, a label to a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from dak_excel.sheets.grid import Value
from dak_excel.sheets.records import BarisKegiatan
from dak_excel.sheets.tabel import Kind, Span
from tests.sheets.grids import read

Rows = Sequence[Sequence[Value]]

COLONS: Rows = (
    ["LAPORAN PELAKSANAAN KEGIATAN"],
    [],
    ["Nama Kegiatan", ":", "Pelatihan Kewirausahaan IKM Rotan"],
    ["Menu / Rincian", ":", "A.1"],
    ["Waktu Pelaksanaan", ":", "12 s.d. 17 Juni 2023"],
    ["Tempat", ":", "Aula Dinas"],
    ["Jumlah Peserta", ":", "20 orang"],
    ["Jumlah JPL", ":", "50 JPL"],
)
NUMBERED: Rows = (
    ["DATA KEGIATAN"],
    ["1.", "Nama Pelatihan", "Pelatihan Kewirausahaan IKM Rotan"],
    ["2.", "Kode Rincian", "A1"],
    ["3.", "Tanggal Pelaksanaan", "12 - 17 Juni 2023"],
    ["4.", "Lokasi Kegiatan", "Aula Dinas"],
    ["5.", "Peserta", 20],
    ["6.", "JPL", 50],
)
ONE_CELL: Rows = (
    ["Nama Kegiatan: Pelatihan Kewirausahaan IKM Rotan"],
    ["Rincian Kegiatan: A1"],
    ["Hari/Tanggal: Senin-Sabtu, 12-17 Juni 2023"],
    ["Tempat Kegiatan: Aula Dinas"],
    ["Jumlah Peserta: 20 orang"],
    ["Jumlah JPL: 50"],
)
SPLIT_DAYS: Rows = (
    ["FORMULIR KEGIATAN DAK NONFISIK"],
    [],
    [None, "Judul Kegiatan", None, "Pelatihan Kewirausahaan IKM Rotan"],
    [None, "Kode", None, "A1"],
    [None, "Tanggal Mulai", None, date(2023, 6, 12)],
    [None, "Tanggal Selesai", None, date(2023, 6, 17)],
    [None, "Tempat Pelaksanaan", None, "Aula Dinas"],
    [None, "Jml Peserta", None, "20 org"],
    [None, "Total JP", None, 50],
)


@pytest.mark.parametrize("rows", [COLONS, NUMBERED, ONE_CELL, SPLIT_DAYS])
def test_a_form_tells_of_one_activity(rows: Rows) -> None:
    sheet = read(*rows)
    (row,) = sheet.records
    assert isinstance(row, BarisKegiatan) and sheet.kind is Kind.KEGIATAN
    assert (row.rincian, row.nama) == ("A1", "Pelatihan Kewirausahaan IKM Rotan")
    assert row.waktu == Span(date(2023, 6, 12), date(2023, 6, 17))
    assert (row.tempat, row.jumlah_peserta, row.jpl) == ("Aula Dinas", 20, 50)
    where = row.cell("jpl")
    assert "50" in str(sheet.grid.at(where.row, where.column))


@pytest.mark.parametrize(
    "rows",
    [
        (
            ["PROFIL SENTRA"],
            ["Nama Sentra", ":", "Sentra Rotan"],
            ["Alamat", ":", "Desa Contoh"],
            ["Komoditi", ":", "Rotan"],
            ["Jumlah Unit Usaha", ":", 20],
        ),
        (
            ["BIODATA"],
            ["Nama", ":", "Siti Contoh"],
            ["Tempat, Tanggal Lahir", ":", "Contoh, 1 Mei 1980"],
            ["Alamat", ":", "Desa Contoh"],
            ["Pendidikan", ":", "SMA"],
        ),
        (
            ["SURAT TUGAS"],
            ["Nama", ":", "Budi Contoh"],
            ["Jabatan", ":", "Kepala Seksi"],
            ["Untuk", ":", "Mengikuti rapat koordinasi"],
            ["Tempat", ":", "Jakarta"],
            ["Tanggal", ":", "5 Juni 2023"],
        ),
        (
            ["NOTULEN RAPAT"],
            ["Hari/Tanggal", ":", "Senin, 5 Juni 2023"],
            ["Tempat", ":", "Ruang Rapat"],
            ["Acara", ":", "Rapat persiapan"],
            ["Pimpinan Rapat", ":", "Sekretaris"],
        ),
    ],
)
def test_forms_of_other_things_are_no_activity(rows: Rows) -> None:
    assert not [record for record in read(*rows).records if isinstance(record, BarisKegiatan)]


def test_a_value_of_a_form_that_cannot_be_read_is_said_at_its_cell() -> None:
    rows = [list(row) for row in COLONS]
    rows[4][2] = "35 Juni 2023"
    sheet = read(*rows)
    assert [(problem.ketentuan, problem.cell.a1) for problem in sheet.problems] == [("DATA-TANGGAL", "C5")]
