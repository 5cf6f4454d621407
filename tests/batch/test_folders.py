"""Folders that only sort one dinas's files are no daerah; folders of daerah are."""

from __future__ import annotations

from pathlib import Path

import pytest

from dak_excel.batch.folders import Sense, sense
from dak_excel.batch.intake import find_daerah
from tests.batch.test_intake import put


def found(tmp_path: Path, *files: str) -> dict[str, list[str]]:
    """What each daerah holds when these files lie in the input folder."""
    for name in files:
        put(tmp_path / "masukan" / name)
    return {m.nama: [b.nama for b in m.buku] for m in find_daerah(tmp_path / "masukan", tmp_path / "keluar")}


@pytest.mark.parametrize(
    "name",
    [
        "RAB",
        "Peserta",
        "3. Narasumber",
        "2023",
        "A2",
        "01_Jadwal",
        "Semester I",
        "TW2",
        "SP2D Juni",
        "B3 - Pendampingan Tenaga Ahli",
    ],
)
def test_folders_named_for_what_is_in_them_sort(name: str) -> None:
    assert sense(name) is Sense.SORTING


@pytest.mark.parametrize(
    "name", ["Kabupaten Contoh", "Kab. Contoh", "KOTA UMPAMA", "Dinas Industri", "kab_contoh"]
)
def test_folders_that_say_so_are_daerah(name: str) -> None:
    assert sense(name) is Sense.DAERAH


def test_files_in_sorting_folders_belong_to_the_folder_above(tmp_path: Path) -> None:
    got = found(tmp_path, "identitas.xlsx", "RAB/a.xlsx", "Peserta/b.xlsx", "3. Narasumber/c.xlsx")
    assert got == {"masukan": ["identitas.xlsx", "3. Narasumber/c.xlsx", "Peserta/b.xlsx", "RAB/a.xlsx"]}


def test_sorting_folders_of_a_dinas_are_said_of_nobody(tmp_path: Path) -> None:
    put(tmp_path / "RAB/a.xlsx")
    put(tmp_path / "Peserta/b.xlsx")
    (masukan,) = find_daerah(tmp_path, tmp_path / "keluar")
    assert masukan.ragu == []


def test_a_year_with_folders_of_daerah_is_gone_into(tmp_path: Path) -> None:
    got = found(tmp_path, "2023/Kabupaten A/a.xlsx", "2023/Kota B/b.xlsx")
    assert got == {"Kabupaten A": ["a.xlsx"], "Kota B": ["b.xlsx"]}


def test_what_lies_beside_daerah_in_a_folder_gone_into_is_not_lost(tmp_path: Path) -> None:
    got = found(tmp_path, "Jawa Contoh/Kab A/a.xlsx", "Jawa Contoh/Kab B/b.xlsx", "Jawa Contoh/rekap.xlsx")
    assert got == {"masukan": ["Jawa Contoh/rekap.xlsx"], "Kab A": ["a.xlsx"], "Kab B": ["b.xlsx"]}


def test_folders_that_repeat_one_daerah_and_sort_are_one(tmp_path: Path) -> None:
    got = found(tmp_path, "RAB Kab. Contoh/a.xlsx", "Peserta Kab. Contoh/b.xlsx")
    assert got == {"masukan": ["Peserta Kab. Contoh/b.xlsx", "RAB Kab. Contoh/a.xlsx"]}


def test_two_folders_of_one_daerah_stay_two(tmp_path: Path) -> None:
    got = found(tmp_path, "Kab Contoh/a.xlsx", "Kab Contoh lama/b.xlsx")
    assert list(got) == ["Kab Contoh", "Kab Contoh lama"]


@pytest.mark.parametrize(
    "name", ["Pelatihan Batik Giriloyo", "Sentra Bambu Brajan", "Studi Banding ke Jepara"]
)
def test_folders_of_an_activity_or_a_sentra_sort(name: str) -> None:
    assert sense(name) is Sense.SORTING


def test_bare_names_of_places_stay_daerah_and_nothing_is_said(tmp_path: Path) -> None:
    for name in ("Contoh", "Umpama Utara"):
        put(tmp_path / name / "a.xlsx")
    masukan = find_daerah(tmp_path, tmp_path / "keluar")
    assert [m.nama for m in masukan] == ["Contoh", "Umpama Utara"]
    assert all(not m.ragu for m in masukan)


def test_what_is_not_sure_is_said_with_what_to_do(tmp_path: Path) -> None:
    for name in ("Kabupaten A/a.xlsx", "RAB/b.xlsx", "Pak Budi/c.xlsx"):
        put(tmp_path / name)
    masukan = find_daerah(tmp_path, tmp_path / "keluar")
    assert [m.nama for m in masukan] == [tmp_path.name, "Kabupaten A", "Pak Budi"]
    said = " ".join(masukan[0].ragu)
    assert "«RAB»" in said and "«Pak Budi»" in said and "awali" in said
