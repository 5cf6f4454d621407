"""The documentation: its commands parse, its links and pictures are there, its help is the program's."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from dak_excel.cli.parser import parser

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("input_samples/*.md")])
COMMAND = re.compile(r"(?:^\s*|`)(dak-excel [^`\n|]*)", re.MULTILINE)


def commands(page: Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    found = (match.group(1).strip() for match in COMMAND.finditer(text))
    return [c for c in found if not re.search(r"[|…\[\]]|^dak-excel \w+$", c)]


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs/panduan.md"], ids=lambda p: p.name)
def test_every_command_of_the_documentation_parses(page: Path) -> None:
    found = commands(page)
    assert len(found) >= 4
    for command in found:
        words = shlex.split(command.replace("\\", "/"))
        parser().parse_args(words[1:])


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_and_picture_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    headings = {_anchor(h) for h in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        if target.startswith("#"):
            assert target[1:] in headings, target
        elif "://" not in target:
            assert (page.parent / target.split("#")[0]).exists(), target


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().casefold()).replace(" ", "-")


def test_every_command_is_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = parser()._subparsers._group_actions[0].choices  # type: ignore[union-attr]
    for name in listed or ():
        assert f"`dak-excel {name}" in text, name


@pytest.mark.parametrize("arguments", [["--help"], ["proses", "--help"], ["jadwal", "--help"]])
def test_help_is_in_bahasa_indonesia(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(arguments)
    said = capsys.readouterr().out
    assert said.startswith("cara pakai: dak-excel")
    assert not re.search(r"usage|options:|positional|show this", said)
