"""Names of outputs: taken by every system, short enough, and never two alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dak_excel.output.names import TERPANJANG, TERPANJANG_FOLDER, extended_form, safe_name, shorten


@pytest.mark.parametrize(
    ("given_name", "expected"),
    [
        ("Kabupaten Contoh", "Kabupaten Contoh"),
        ('Kota: "A/B"?', "Kota_ _A_B__"),
        ("CON", "_CON"),
        ("lpt1.lama", "_lpt1.lama"),
        ("titik. ", "titik"),
        ("..", "_"),
        (". .", "_"),
        (".tersembunyi", "_.tersembunyi"),
        ("..\\..\\etc", "_.._.._etc"),
        ("baris\nbaru", "baris_baru"),
        ("ꦧꦛꦶꦏ꧀", "ꦧꦛꦶꦏ꧀"),
    ],
)
def test_folder_names_suit_windows(given_name: str, expected: str) -> None:
    assert safe_name(given_name) == expected


@given(st.text(max_size=300))
def test_any_text_gives_one_plain_part_of_a_path(text: str) -> None:
    name = safe_name(text)
    assert name not in ("", ".", "..")
    assert not set(name) & set('/\\<>:"|?*')
    assert len(name.encode("utf-8", "replace")) <= TERPANJANG_FOLDER


def test_no_two_daerah_share_a_folder() -> None:
    used = {"kota a", "log"}
    assert safe_name("Kota A", used) == "Kota A_"
    assert safe_name("Log", used) == "Log_"


@given(st.text(min_size=1, max_size=300), st.text(min_size=1, max_size=300))
def test_long_names_are_cut_and_stay_apart(one: str, other: str) -> None:
    short = shorten(f"{one}.xlsx"), shorten(f"{other}.xlsx")
    assert all(len(name.encode("utf-8", "ignore")) <= TERPANJANG for name in short)
    assert (short[0] == short[1]) == (one == other)
    assert all(name.endswith(".xlsx") for name in short)


def test_long_windows_paths_get_their_extended_form() -> None:
    assert extended_form(r"D:\DAK\a.xlsx") == r"D:\DAK\a.xlsx"
    assert extended_form("D:\\" + "x" * 250) == "\\\\?\\D:\\" + "x" * 250
    assert extended_form("\\\\server\\" + "x" * 250) == "\\\\?\\UNC\\server\\" + "x" * 250
