"""The list of kabupaten/kota, and how their names are found in what people write."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dak_excel.wilayah import (
    Kabkota,
    all_kabkota,
    find_kabkota,
    full_name,
    mentions,
    provinces,
    provinces_of_nik,
)
from dak_excel.working_days import working_days


def test_the_list_has_every_kabupaten_and_kota_once() -> None:
    places = all_kabkota()
    assert len(places) == 514
    assert len({p.kode for p in places}) == len({p.nama for p in places}) == 514
    assert len(provinces()) == 38
    assert sum(p.jenis == "kota" for p in places) == 98


@pytest.mark.parametrize("place", all_kabkota(), ids=lambda p: p.kode)
def test_each_is_found_by_its_own_name_as_people_write_it(place: Kabkota) -> None:
    assert find_kabkota(place.nama) == find_kabkota(place.nama.upper()) == place
    short = place.nama.replace("Kabupaten ", "Kab.").replace("Kota ", "KOTA  ")
    assert find_kabkota(short) == place
    assert [s.kabkota for s in mentions(f"Jl. Anu No. 3, Kec. Umpama, {short}")] == [place]


@pytest.mark.parametrize(
    ("text", "nama"),
    [
        ("KAB.CONTOH", "KABUPATEN CONTOH"),
        ("Kab. Contoh", "Kabupaten Contoh"),
        ("kab.bandung barat", "Kabupaten Bandung Barat"),
        ("Contoh", "Contoh"),
        ("Pemkot Solo", "Kota Surakarta"),
    ],
)
def test_a_daerah_is_called_by_its_whole_name(text: str, nama: str) -> None:
    assert full_name(text) == nama


def test_a_nik_may_be_of_the_province_that_another_was_taken_out_of() -> None:
    assert provinces_of_nik("3299017105900001") == {"Jawa Barat", "Banten"}
    assert provinces_of_nik("3599017105900001") == {"Jawa Timur"}
    assert not provinces_of_nik("9901017105900001")


@given(st.text(max_size=80))
def test_any_text_can_be_asked(text: str) -> None:
    find_kabkota(text)
    full_name(text)
    for mention in mentions(text):
        assert mention.kata
        assert mention.as_written


def test_working_days_leave_out_weekends_holidays_and_cuti_bersama() -> None:
    assert working_days(date(2023, 7, 17), date(2023, 7, 21)) == 4  # 19 July: 1 Muharram
    assert working_days(date(2023, 4, 17), date(2023, 4, 28)) == 5  # Idulfitri
    assert working_days(date(2023, 7, 3), date(2023, 7, 2)) == 0
