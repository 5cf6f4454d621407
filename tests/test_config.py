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
        ("{server: x, dari: a, kepada: [b], sandii: Rahasia}", "«surel.sandii» (tidak dikenal)"),
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
    with pytest.raises(BadSettings, match="«kertas» \\('A5'\\)"):
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
