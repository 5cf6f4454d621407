"""The bundle for Windows: what it asks for there is followed, not what this system would ask for."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from rilis import bundel_windows
from rilis.bundel_windows import MissingWheel, collect, pack, unmet


def wheel(folder: Path, file: str, *needs: str) -> None:
    name, version = file.split("-")[:2]
    with zipfile.ZipFile(folder / file, "w") as archive:
        lines = [f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {one}" for one in needs)]
        archive.writestr(f"{name}-{version}.dist-info/METADATA", "\n".join(lines) + "\n\n")


def missing(folder: Path, python: str = "3.12", *wanted: str) -> list[str]:
    return sorted(str(one) for one in unmet(wanted or ["induk"], folder, python))


def test_conditions_are_those_of_windows(tmp_path: Path) -> None:
    wheel(
        tmp_path,
        "induk-1.0-py3-none-any.whl",
        'hanya-win; sys_platform == "win32"',
        'hanya-linux; sys_platform == "linux"',
        'lama; python_version < "3.12"',
        'uji; extra == "test"',
    )
    assert missing(tmp_path) == ['hanya-win; sys_platform == "win32"']
    assert [one.split(";")[0] for one in missing(tmp_path, "3.11")] == ["hanya-win", "lama"]
    assert 'uji; extra == "test"' in missing(tmp_path, "3.12", "induk[test]")


def test_a_wheel_counts_only_where_it_can_be_installed(tmp_path: Path) -> None:
    wheel(tmp_path, "biner-1.0-cp311-cp311-win_amd64.whl")
    wheel(tmp_path, "linux-1.0-cp312-cp312-manylinux_2_28_x86_64.whl")
    wheel(tmp_path, "stabil-1.0-cp39-abi3-win_amd64.whl", "dalam>=2")
    wheel(tmp_path, "dalam-1.5-py2.py3-none-any.whl")
    assert missing(tmp_path, "3.12", "biner", "linux", "stabil") == ["biner", "dalam>=2", "linux"]
    assert missing(tmp_path, "3.11", "biner", "stabil") == ["dalam>=2"]


def test_what_is_given_away_as_source_is_built_and_what_is_nowhere_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel(tmp_path, "induk-1.0-py3-none-any.whl", "tua", "biasa")

    def fetch(wanted: list[str], folder: Path, python: str) -> bool:
        if wanted == ["biasa"]:
            wheel(folder, "biasa-1.0-py3-none-any.whl")
        return wanted == ["biasa"]

    monkeypatch.setattr(bundel_windows, "_fetch", fetch)
    monkeypatch.setattr(
        bundel_windows, "_build", lambda one, folder: wheel(folder, f"{one}-1.0-py3-none-any.whl")
    )
    collect(["induk"], tmp_path, "3.13")
    assert missing(tmp_path, "3.13") == []
    monkeypatch.setattr(bundel_windows, "_build", lambda one, folder: None)
    with pytest.raises(MissingWheel, match=r"tiada \(Python 3.13\)"):
        collect(["induk", "tiada"], tmp_path, "3.13")


def test_the_zip_holds_what_a_double_click_needs(tmp_path: Path) -> None:
    wheel(tmp_path, "induk-1.0-py3-none-any.whl")
    pack(tmp_path, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        names = set(archive.namelist())
        assert b"\r\n" in archive.read("dak_excel/jalankan.bat")
    needed = ("jalankan.bat", "pasang-malam.bat", "siapkan.py", "pyproject.toml", "setup.py", "README.md")
    assert {f"dak_excel/{name}" for name in needed} <= names
    assert "dak_excel/paket/induk-1.0-py3-none-any.whl" in names
    assert "dak_excel/templates/laporan_akhir.docx" in names
    assert not any("__pycache__" in name for name in names)
