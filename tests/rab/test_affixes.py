"""Words with affixes, and old kode rekening."""

from __future__ import annotations

import pytest

from dak_excel.rab.accounts import account, account_numbers
from dak_excel.rab.affixes import Affixes, forms
from dak_excel.rab.classify import classify_text
from dak_excel.rab.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("root", "made"),
    [
        ("hibah", ["menghibahkan", "dihibahkan", "hibahnya", "penghibahan"]),
        ("cat", ["mengecat", "dicat", "ngecat", "pengecatan"]),
        ("pelihara", ["memelihara", "pemeliharaan", "dipelihara"]),
        ("sewa", ["menyewa", "disewakan", "penyewaan"]),
        ("tagih", ["menagih", "ditagihkan"]),
        ("rehab", ["merehab", "direhab"]),
    ],
)
def test_the_forms_of_a_root(root: str, made: list[str]) -> None:
    assert set(made) <= set(forms(root))


def test_who_does_it_is_no_form_of_the_deed() -> None:
    assert "pengecat" not in set(forms("cat"))
    assert "pelatih" not in set(forms("latih"))


def test_a_known_word_stays_and_nya_comes_off() -> None:
    affixes = Affixes({"hibah": "hibah"}, frozenset({"panitia", "menghibahkan"}))
    assert affixes.bare("menghibahkan") == "menghibahkan"
    assert affixes.bare("dihibahkan") == "hibah"
    assert affixes.bare("panitianya") == "panitia"
    assert affixes.bare("punya") == "punya"


def test_the_account_stands_at_the_end_of_a_long_code() -> None:
    assert account("3.31.02.2.01.0001.5.2.02.05.01.0001") == "5.2.02.05.01.0001"
    assert account("5.1.02.") == "5.1.02"
    assert account("A1") == "A1"


def test_an_old_code_is_read_as_what_it_was() -> None:
    old = load_vocabulary().kode_lama
    assert account_numbers("5.2.3.26.01", old) == (5, 2, 2)
    assert account_numbers("5.2.2.15.01", old) == (5, 1, 2, 4)
    assert account_numbers("5.2.2.11.02", old) == ()
    assert account_numbers("5.2.02.05", old) == (5, 2, 2, 5)


@pytest.mark.parametrize("kode", ["5.2.2.11.02", "1.20.15.02.5.2.2.11.02"])
def test_food_under_the_old_code_of_goods_is_no_asset(kode: str) -> None:
    assert classify_text("Belanja makanan dan minuman peserta", kode).ketentuan is None


def test_each_thing_under_belanja_modal_is_an_asset_but_not_under_practice() -> None:
    assert classify_text("Meja", judul=("Belanja Modal",)).ketentuan == "RAB-4-ASET"
    assert classify_text("Jarum mesin", judul=("Pengadaan Alat dan Bahan Praktik",)).ketentuan is None


def test_who_comes_from_outside_is_no_committee() -> None:
    assert classify_text("Honor pembina teknis dari Balai Besar").ketentuan is None
    assert classify_text("Honor pembina teknis dari dinas").ketentuan == "RAB-2B-HONOR-PANITIA"
