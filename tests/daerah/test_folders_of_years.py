"""A folder of another year beside those of the year in hand: left out and said, not flagged row by row."""

from __future__ import annotations

from dak_excel.daerah.join import join_daerah
from dak_excel.daerah.model import Daerah
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.records import ReadBook
from dak_excel.sheets.vocabulary import load_vocabulary
from tests.sheets.grids import ISTILAH, sheet


def plan(file: str, year: int) -> ReadBook:
    grid = sheet(
        [f"RENCANA KEGIATAN TAHUN {year}"],
        ("No", "Nama Kegiatan", "Tanggal Mulai", "Tanggal Selesai", "Tempat", "Jumlah Peserta"),
        (1, f"Pelatihan membatik {year}", f"{year}-06-05", f"{year}-06-09", "Aula", 20),
        file=file,
    )
    return ReadBook(file, "xlsx", [read_grid(grid, load_vocabulary(), ISTILAH, 2023)])


def joined(*books: ReadBook) -> Daerah:
    return join_daerah("Kabupaten Contoh", books, sebutan=ISTILAH, tahun=2023)


def test_a_folder_of_another_year_counts_nowhere() -> None:
    daerah = joined(plan("TA 2022/rencana.xlsx", 2022), plan("2023/rencana.xlsx", 2023))
    assert [(one.folder, one.year) for one in daerah.lain_tahun] == [("TA 2022", 2022)]
    assert [k.judul for k in daerah.kegiatan] == ["Pelatihan membatik 2023"]


def test_a_folder_of_another_year_with_files_of_this_one_counts() -> None:
    daerah = joined(plan("2022/rencana.xlsx", 2023), plan("2023/rencana b.xlsx", 2023))
    assert daerah.lain_tahun == []
    assert len(daerah.kegiatan) > 0


def test_where_all_files_are_in_it_none_is_left_out() -> None:
    daerah = joined(plan("2022/rencana.xlsx", 2022), plan("2022/rencana 2.xlsx", 2022))
    assert daerah.lain_tahun == []
