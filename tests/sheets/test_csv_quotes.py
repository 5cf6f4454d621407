"""A quotation mark that is never closed takes no rows away, and the line is named."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dak_excel.sheets.formats.csvquotes import Records
from dak_excel.sheets.formats.csvtext import read_csv
from dak_excel.sheets.grid import Book, Unreadable
from dak_excel.sheets.open import open_book


def book(text: str | bytes) -> Book:
    return open_book(text.encode() if isinstance(text, str) else text, "daftar.csv")


def rows(text: str | bytes) -> list[list[object]]:
    return [list(row) for row in book(text).grids[0].rows]


def test_a_mark_without_end_takes_no_rows() -> None:
    text = 'No,Nama,Alamat\n1,Ana,"Jl. Contoh\n2,Budi,Desa\n3,Cici,Desa\n'
    assert rows(text)[1:] == [["1", "Ana", '"Jl. Contoh'], ["2", "Budi", "Desa"], ["3", "Cici", "Desa"]]
    assert "di baris 2" in book(text).notes[0]


def test_rows_between_an_open_mark_and_the_next_one_stay() -> None:
    text = 'No;Nama;Alamat\n1;Ana;"Jl. Contoh\n2;Budi;Desa\n3;Cici;"Jl. A; B"\n4;Dedi;"dua\nbaris"\n'
    assert [row[1] for row in rows(text)] == ["Nama", "Ana", "Budi", "Cici", "Dedi"]
    assert rows(text)[4] == ["4", "Dedi", "dua\nbaris"]


def test_an_address_of_many_lines_is_one_cell() -> None:
    text = 'No,Nama,Alamat\n1,Ana,"RT 1, RW 2, x\nDesa, Kecamatan, Kabupaten\nProvinsi"\n'
    assert len(rows(text)) == 2
    assert not book(text).notes


def test_a_mark_without_end_is_found_in_a_long_file_too() -> None:
    lines = ["No;Nama;Alamat", '1;Ana;"Jl. Contoh', *(f"{n};Budi {n};Desa Contoh" for n in range(2, 9_000))]
    assert len(rows("\n".join(lines))) == 9_000


def test_a_text_longer_than_any_cell_is_refused_for_its_length() -> None:
    with pytest.raises(Unreadable, match=r"panjang teks satu sel di baris 2 .*131\.072 karakter"):
        book(f"No;Nama;Alamat\n1;Ana;{'x' * 140_000}\n2;Budi;Desa\n")


@given(st.lists(st.lists(st.text("ab;,\"'\n ", max_size=6), min_size=1, max_size=4), max_size=6))
def test_what_a_program_has_written_is_read_as_the_library_reads_it(table: list[list[str]]) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";").writerows(table)
    records = Records(out.getvalue(), ";")
    found = list(records)
    if not records.odd:
        assert found == (list(csv.reader(io.StringIO(out.getvalue(), newline=""), delimiter=";")) or [[]])


@given(st.text('a;"\n', max_size=40))
def test_no_line_is_lost_whatever_stands_in_it(text: str) -> None:
    assert sum("a" in field for row in Records(text, ";") for field in row) >= bool("a" in text)


def test_lines_of_two_encodings_are_each_read_by_their_own() -> None:
    assert rows("No;Nama\n1;Café\n".encode() + "2;Café\n".encode("cp1252"))[1:] == [
        ["1", "Café"],
        ["2", "Café"],
    ]


def test_the_end_mark_of_old_programs_is_no_row() -> None:
    assert rows("No;Nama\n1;Ana\n\x1a") == [["No", "Nama"], ["1", "Ana"]]


def test_sylk_is_refused_by_its_name() -> None:
    with pytest.raises(Unreadable, match="SYLK"):
        book('ID;PWXL;N;E\r\nC;Y1;X1;K"No"\r\nE\r\n')


def test_reading_a_csv_leaves_the_limit_of_the_process_alone() -> None:
    before = csv.field_size_limit()
    read_csv('a;b\n1;"tanpa akhir\n', "buku", named_csv=True)
    assert csv.field_size_limit() == before
