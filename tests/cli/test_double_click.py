"""A double click on the two .bat files, and what is dropped on them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from dak_excel.cli import double_click
from dak_excel.cli.asking import Misanswer, as_clock, as_folder, as_yes
from dak_excel.cli.double_click import dropped

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (r'C:\WINDOWS\system32\cmd.exe /c ""D:\dak & excel\jalankan.bat" "', []),
        (r'cmd /c ""D:\dak\jalankan.bat" D:\A&B"', [r"D:\A&B"]),
        (r'cmd /c ""D:\dak\jalankan.bat" "D:\Kab A" D:\R&D "\\srv\dak & x\Kota B""', None),
        (r'cmd /c ""D:\dak\Pasang-Malam.bat" D:\50%!^(1),x;y=z"', [r"D:\50%!^(1),x;y=z"]),
        (r'C:\WINDOWS\system32\cmd.exe /c D:\dak\jalankan.bat', []),
    ],
)  # fmt: skip
def test_what_was_dropped_is_read_from_the_whole_line(line: str, names: list[str] | None) -> None:
    expected = [r"D:\Kab A", r"D:\R&D", r"\\srv\dak & x\Kota B"] if names is None else names
    assert dropped(line, ["cut at &"]) == [Path(name) for name in expected]


def test_at_a_prompt_the_words_count() -> None:
    assert dropped("C:\\WINDOWS\\system32\\cmd.exe", ["a & b", "c"]) == [Path("a & b"), Path("c")]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """The commands that were run, instead of running them; in a folder of its own."""
    commands: list[list[str]] = []

    def run(words: Sequence[str]) -> int:
        commands.append(list(words))
        return 1 if words[0] == "periksa" else 3 if words[1].endswith("rusak") else 0

    monkeypatch.setattr(double_click, "run", run)
    monkeypatch.chdir(tmp_path)
    return commands


def test_nothing_dropped_runs_what_the_settings_say(ran: list[list[str]]) -> None:
    assert double_click.process([]) == 0
    assert ran == [["proses", "--buka"]]


def test_several_folders_get_outputs_of_their_own(ran: list[list[str]], tmp_path: Path) -> None:
    folders = [tmp_path / "a/Kab X", tmp_path / "b/Kab X", tmp_path / "rusak"]
    assert double_click.process(folders) == 3
    assert [words[3] for words in ran] == [
        str(tmp_path / name) for name in ("output Kab X", "output Kab X_", "output rusak")
    ]


def test_a_dropped_workbook_is_checked_and_findings_are_no_failure(
    ran: list[list[str]], tmp_path: Path
) -> None:
    book = tmp_path / "RAB.xlsx"
    book.touch()
    assert double_click.process([book]) == 0
    assert ran == [["periksa", str(book)]]


def answer(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_the_nightly_run_is_asked_for_scheduled_and_run_once(
    ran: list[list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, out = tmp_path / "DAK & IKM/masuk", tmp_path / "hasil"
    answer(monkeypatch, f'"{inside}"', "ya", str(out), "jam satu", "pukul 2.15")
    assert double_click.main(["malam"]) == 0
    assert inside.is_dir()
    folders = ["--masukan", str(inside), "--keluaran", str(out)]
    assert ran == [
        ["jadwal", "pasang", "--pukul", "02:15", *folders],
        ["proses", str(inside), "--keluaran", str(out), "--buka"],
    ]
    kept = yaml.safe_load(Path("dak-excel.yaml").read_text(encoding="utf-8"))
    assert kept == {"masukan": str(inside), "keluaran": str(out)}


def test_no_more_answers_changes_nothing(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(monkeypatch)
    assert double_click.main(["malam"]) == 2
    assert not ran
    assert "tidak ada yang diubah" in capsys.readouterr().out


def test_answers_as_people_type_them(tmp_path: Path) -> None:
    assert [as_clock(text) for text in ("1.30", "01:30", "22", "pukul 5")] == [
        "01:30",
        "01:30",
        "22:00",
        "05:00",
    ]
    assert as_folder(f'  "{tmp_path}" ') == tmp_path
    assert as_yes("Y")
    assert not as_yes("tidak")
    for read, text in ((as_clock, "25:00"), (as_clock, ""), (as_folder, ' "" '), (as_yes, "mungkin")):
        with pytest.raises(Misanswer):
            read(text)


@pytest.mark.parametrize("name", ["jalankan.bat", "pasang-malam.bat"])
def test_the_bat_files_are_windows_files_and_go_by_the_module(name: str) -> None:
    data = (ROOT / name).read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert data.isascii()  # cmd reads it before chcp
    text = data.decode()
    assert 'pushd "%~dp0"' in text
    assert "-m dak_excel.cli.double_click" in text
    assert "dak-excel.exe" not in text  # names the place of its installation
