"""What is kept of the program's own files: taken when whole and of the same files and code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dak_excel import kept as module
from dak_excel.kept import kept


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "simpanan"
    monkeypatch.setattr(module.platformdirs, "user_cache_dir", lambda *_, **__: str(folder))
    return folder


@pytest.fixture
def sources(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "kode").mkdir()
    (tmp_path / "kode/modul.py").write_text("x = 1\n")
    (tmp_path / "data.yaml").write_text("a: 1\n")
    yield tmp_path


def ask(sources: Path, made: list[int]) -> list[str]:
    def make() -> list[str]:
        made.append(1)
        return (sources / "data.yaml").read_text().split()

    return kept("data", [sources / "data.yaml"], [sources / "kode"], make)


def test_it_is_made_once_and_taken_then(sources: Path, cache: Path) -> None:
    made: list[int] = []
    assert ask(sources, made) == ask(sources, made) == ["a:", "1"]
    assert len(made) == 1 and len(list(cache.iterdir())) == 1


def test_other_content_or_other_code_makes_it_anew_and_leaves_no_old_one(sources: Path, cache: Path) -> None:
    made: list[int] = []
    ask(sources, made)
    (sources / "data.yaml").write_text("b: 2\n")
    assert ask(sources, made) == ["b:", "2"]
    (sources / "kode/modul.py").write_text("x = 12\n")
    ask(sources, made)
    assert len(made) == 3 and len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("damage", [b"", b"\x00" * 100, b"cos\nsystem\n(S'x'\ntR."])
def test_a_damaged_one_is_never_taken(sources: Path, cache: Path, damage: bytes) -> None:
    made: list[int] = []
    ask(sources, made)
    (one,) = cache.iterdir()
    one.write_bytes(damage)
    assert ask(sources, made) == ["a:", "1"]
    assert ask(sources, made) == ["a:", "1"]
    assert len(made) == 2


def test_where_nothing_can_be_kept_it_is_made_each_time(sources: Path, cache: Path) -> None:
    cache.write_text("sebuah berkas, bukan folder")
    made: list[int] = []
    assert ask(sources, made) == ask(sources, made) == ["a:", "1"]
    assert len(made) == 2


def test_what_goes_wrong_in_making_is_told(sources: Path) -> None:
    def fail() -> int:
        raise ValueError("berkas keliru")

    with pytest.raises(ValueError, match="keliru"):
        kept("data", [sources / "data.yaml"], [sources / "kode"], fail)
