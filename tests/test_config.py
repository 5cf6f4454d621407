"""Settings that are wrong: said by name, never with a password."""

from __future__ import annotations

from pathlib import Path

import pytest

from dak_excel.config import BadSettings, load_settings


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("surel", "named"),
    [
        ("{server: x, sandi: Rahasia}", "«surel.dari» (belum diisi)"),
        (
            "{server: x, dari: a, kepada: [b], sandii: Rahasia}",
            "«surel.sandii» (tidak dikenal; mungkin «sandi»)",
        ),
        ("{server: x, dari: a, kepada: [b], sandi: [Rahasia]}", "«surel.sandi» (tulis di antara"),
        ("{server: x, dari: a, kepada: Rahasia}", "«surel.kepada»"),
        ("{server: {sandi: Rahasia}, dari: a, kepada: [b]}", "«surel.server»"),
        ("Rahasia", "«surel»"),
    ],
)
def test_a_password_is_never_shown(here: Path, surel: str, named: str) -> None:
    (here / "dak-excel.yaml").write_text(f"surel: {surel}", encoding="utf-8")
    with pytest.raises(BadSettings) as wrong:
        load_settings()
    assert named in str(wrong.value)
    assert "Rahasia" not in str(wrong.value)


def test_a_setting_that_is_no_secret_is_shown_with_its_value(here: Path) -> None:
    (here / "dak-excel.yaml").write_text("kertas: A5", encoding="utf-8")
    with pytest.raises(BadSettings, match="«kertas» \\('A5'; yang dapat dipakai: F4 atau A4\\)"):
        load_settings()


def test_a_password_of_digits_is_a_password(here: Path) -> None:
    text = "surel: {server: x, dari: a, kepada: [b], sandi: 12345678}"
    (here / "dak-excel.yaml").write_text(text, encoding="utf-8")
    settings = load_settings()
    assert settings.surel
    assert settings.surel.sandi.get_secret_value() == "12345678"


def test_a_password_alone_in_the_environment_asks_for_no_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAK_EXCEL_SUREL__SANDI", "Rahasia")
    assert load_settings().surel is None


@pytest.mark.parametrize("name", ["DAK_EXCEL_SUREL", "DAK_EXCEL_SUREL__KEPADA"])
def test_what_the_environment_says_in_a_wrong_form_is_not_shown(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "Rahasia")
    with pytest.raises(BadSettings) as wrong:
        load_settings()
    assert "Rahasia" not in str(wrong.value)
    assert "surel" in str(wrong.value).casefold()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('kertas: A4\nmasukan: "D:\\DAK\\masukan"\n', "baris 2, kolom"),
        ('masukan: "D:\\DAK"\n', "garis miring terbalik"),
        ("surel:\n\tserver: x\n", "baris 2, kolom 1: ada tanda Tab"),
        ("kertas:A4\npekerja: 2\n", "tidak ada spasi sesudah titik dua"),
        ("kertas: 'A4\n", "dak-excel.yaml, baris"),
    ],
)
def test_yaml_that_is_none_is_said_with_its_place_and_usual_cause(here: Path, text: str, said: str) -> None:
    (here / "dak-excel.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadSettings) as wrong:
        load_settings()
    assert said in str(wrong.value)


def test_a_password_in_a_broken_line_is_not_shown(here: Path) -> None:
    (here / "dak-excel.yaml").write_text('surel:\n  sandi: "Raha\\sia\n', encoding="utf-8")
    with pytest.raises(BadSettings) as wrong:
        load_settings()
    assert "Raha" not in str(wrong.value)


def test_a_semester_may_be_a_number_and_paper_in_small_letters(here: Path) -> None:
    (here / "dak-excel.yaml").write_text("semester: 1\nkertas: a4\n", encoding="utf-8")
    settings = load_settings()
    assert (settings.semester, settings.kertas) == ("1", "A4")


def test_an_unknown_setting_is_told_with_the_nearest_right_one(here: Path) -> None:
    (here / "dak-excel.yaml").write_text("kosa-kata: x\n", encoding="utf-8")
    with pytest.raises(BadSettings, match="«kosa-kata» \\(tidak dikenal; mungkin «kosakata»\\)"):
        load_settings()


@pytest.mark.parametrize("name", ["dak-excel.yml", "dak_excel.yaml", "dak-excel.yaml.txt"])
def test_a_settings_file_of_a_wrong_name_is_pointed_at(here: Path, name: str) -> None:
    (here / name).write_text("kertas: A4\n", encoding="utf-8")
    with pytest.raises(BadSettings, match=r"Ganti namanya menjadi dak-excel\.yaml"):
        load_settings()
    (here / "dak-excel.yaml").write_text("kertas: A4\n", encoding="utf-8")
    assert load_settings().kertas == "A4"
