"""Cells that repeat the one above, and headings in English."""

from __future__ import annotations

import pytest

from dak_excel.sheets.records import Jadwal, Peserta
from dak_excel.sheets.tabel import Kind
from tests.sheets.grids import read


@pytest.mark.parametrize("mark", ["idem", "s.d.a", "sda.", '"', "- ” -", "sama dengan di atas"])
def test_a_cell_that_says_as_above_holds_what_stands_there(mark: str) -> None:
    sheet = read(
        ["JADWAL PELATIHAN"],
        ("Hari/Tanggal", "Pukul", "Materi", "Narasumber", "JPL"),
        ("5 Juni 2023", "08.00-10.00", "Pengantar", "Siti Contoh", 2),
        (mark, "10.00-12.00", "Pembukuan", mark, mark),
        (mark, "13.00-15.00", "Praktik", "Budi Misal", 2),
    )
    rows = [row for row in sheet.records if isinstance(row, Jadwal)]
    assert [row.narasumber for row in rows] == ["Siti Contoh", "Siti Contoh", "Budi Misal"]
    assert [row.jpl for row in rows] == [2, 2, 2]
    assert len({row.waktu for row in rows}) == 1
    assert sheet.problems == []
    assert rows[1].cell("narasumber").a1 == "D3"


def test_nobody_shares_a_nik_by_a_mark_of_repetition() -> None:
    sheet = read(
        ["DAFTAR PESERTA"],
        ("No", "Nama", "NIK", "Nama Usaha"),
        (1, "Siti Contoh", "9901010101900001", "Batik Contoh"),
        (2, "Budi Misal", "idem", "idem"),
    )
    siti, budi = (row for row in sheet.records if isinstance(row, Peserta))
    assert budi.nik is None
    assert budi.problem("nik")
    assert budi.usaha == siti.usaha


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (("Full Name", "Gender", "Date of Birth", "Business Name", "Phone Number"), Kind.PESERTA),
        (("Session Date", "Start Time", "Topic", "Speaker Name", "Room"), Kind.JADWAL),
        (("Event Name", "Start Date", "End Date", "Location", "Capacity"), Kind.KEGIATAN),
    ],
)
def test_english_headings_are_those_of_a_program(headings: tuple[str, ...], kind: Kind) -> None:
    values = {
        "Date": "2023-06-05",
        "Time": "08:00",
        "Capacity": 20,
        "Gender": "Female",
        "Date of Birth": "1990-05-25",
        "Phone Number": "080012345678",
    }

    def value(heading: str, n: int) -> str | int:
        return values.get(heading, values.get(heading.rsplit(maxsplit=1)[-1], f"Contoh {n}"))

    rows = [tuple(value(heading, n) for heading in headings) for n in range(3)]
    assert read(headings, *rows).kind is kind
