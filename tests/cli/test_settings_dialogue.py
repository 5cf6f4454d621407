"""`dak-excel atur`: what is answered is what the program then reads."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from dak_excel.cli.app import run
from dak_excel.config import load_settings


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("platformdirs.user_config_dir", lambda _: str(tmp_path / "tiada"))


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return run(["atur"])


def test_enter_takes_what_is_proposed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answer(monkeypatch, *[""] * 6) == 0
    settings = load_settings()
    assert (settings.masukan, settings.keluaran) == (tmp_path / "masukan", tmp_path / "keluaran")
    assert settings.masukan.is_dir()
    assert settings.surel is None


def test_answers_are_asked_again_until_they_do_and_the_rest_of_the_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("dak-excel.yaml").write_text("# catatan\nnik_penuh: true\ntahun: 2023\n", encoding="utf-8")
    mail = [
        "smtp.dinas.example",
        "enam",
        "25",
        "tidak",
        "-",
        "dak@dinas.example",
        "kepala",
        "a@b.example; c@d.example",
    ]
    assert answer(monkeypatch, "masuk & baru", "", "dua", "2023", "a4", "y", "ya", *mail) == 0
    settings = load_settings()
    assert settings.nik_penuh
    assert (settings.kertas, settings.pdf, settings.masukan.name) == ("A4", True, "masuk & baru")
    assert settings.surel is not None
    assert (settings.surel.port, settings.surel.tls) == (25, False)
    assert settings.surel.kepada == ("a@b.example", "c@d.example")
    assert "# catatan" in Path("dak-excel.yaml.lama").read_text(encoding="utf-8")
    said = capsys.readouterr().out
    for text in ("«dua» bukan tahun", "«enam» bukan nomor port", "«kepala» bukan alamat surel"):
        assert text in said


def test_answers_that_end_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("dak-excel.yaml").write_text("tahun: 2023\n", encoding="utf-8")
    assert answer(monkeypatch, "masuk", "keluar") == 2
    assert Path("dak-excel.yaml").read_text(encoding="utf-8") == "tahun: 2023\n"
