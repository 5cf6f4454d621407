"""Setting up: a fresh folder, the same again, a changed pyproject.toml, a moved folder, a folder of wheels.

The program that is set up is a small one with a build backend of its own, so that nothing is fetched.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest

import siapkan

BACKEND = """
import zipfile
from pathlib import Path
HEAD = "Metadata-Version: 2.1\\nName: dak-excel\\nVersion: 1.0\\n"
def get_requires_for_build_editable(config_settings=None): return []
def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "dak_excel-1.0-py3-none-any.whl"
    info = "dak_excel-1.0.dist-info"
    files = {
        "__editable__.pth": str(Path.cwd()),
        info + "/METADATA": HEAD + Path("butuh").read_text(),
        info + "/WHEEL": "Wheel-Version: 1.0\\nGenerator: uji\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
        info + "/entry_points.txt": "[console_scripts]\\ndak-excel = dak_excel.cli:main\\n",
    }
    with zipfile.ZipFile(Path(wheel_directory) / name, "w") as out:
        for path, text in files.items():
            out.writestr(path, text)
        out.writestr(info + "/RECORD", "".join(p + ",,\\n" for p in (*files, info + "/RECORD")))
    return name
"""
PYPROJECT = """[build-system]
requires = []
build-backend = "pembuat"
backend-path = ["."]
[project]
name = "dak-excel"
version = "1.0"
"""


@pytest.fixture(scope="module")
def proyek(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("siap") / "dak & excel"
    (folder / "dak_excel/cli").mkdir(parents=True)
    (folder / "dak_excel/__init__.py").touch()
    (folder / "dak_excel/cli/__init__.py").write_text("def main(): print('jalan dari', __file__)")
    (folder / "pembuat.py").write_text(BACKEND)
    (folder / "butuh").touch()
    (folder / "pyproject.toml").write_text(PYPROJECT)
    return folder


def said_by(proyek: Path, capsys: pytest.CaptureFixture[str]) -> str:
    siapkan.prepare(proyek)
    return capsys.readouterr().out


def main_of(proyek: Path) -> str:
    """What the command dak-excel of the environment prints, from another folder."""
    done = subprocess.run(
        [siapkan._python(proyek / ".venv").with_name("dak-excel")],
        capture_output=True,
        text=True,
        cwd=proyek.parent,
        check=True,
    )
    return done.stdout


def test_the_life_of_an_environment(
    proyek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "pertama kali" in said_by(proyek, capsys)
    assert str(proyek) in main_of(proyek)
    assert said_by(proyek, capsys) == ""  # nothing to do

    moved = proyek.rename(proyek.with_name("pindah"))
    said = said_by(moved, capsys)
    assert "berpindah" in said
    assert "Memasang" not in said  # nothing is fetched for that
    assert str(moved) in main_of(moved)
    assert said_by(moved, capsys) == ""

    wheels = moved / "paket"
    wheels.mkdir()
    (moved / "butuh").write_text("Requires-Dist: tak-ada-di-mana-pun\n")
    (wheels / "tak_ada_di_mana_pun-1.0-py3-none-any.whl").write_bytes(_wheel("tak_ada_di_mana_pun"))
    (moved / "pyproject.toml").write_text(PYPROJECT + 'description = "baru"\n')
    assert "Memasang paket" in said_by(moved, capsys)
    code = "import tak_ada_di_mana_pun"
    subprocess.run([siapkan._python(moved / ".venv"), "-c", code], check=True)

    (wheels / "tak_ada_di_mana_pun-1.0-py3-none-any.whl").unlink()
    (wheels / "lain-1.0-py3-none-any.whl").write_bytes(_wheel("lain"))
    (moved / "butuh").write_text("Requires-Dist: tak-ada-di-mana-pun>=2\n")
    monkeypatch.setenv("PIP_NO_INDEX", "1")  # no internet
    (moved / "pyproject.toml").write_text(PYPROJECT + 'description = "lagi"\n')
    with pytest.raises(siapkan.SetupError, match=r"folder paket tidak cocok(.|\n)*pemasangan\.log"):
        siapkan.prepare(moved)


def _wheel(name: str) -> bytes:
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": "",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: uji\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
        archive.writestr(f"{info}/RECORD", "".join(f"{p},,\n" for p in (*files, f"{info}/RECORD")))
    return out.getvalue()


def test_a_folder_without_the_program_is_said(tmp_path: Path) -> None:
    with pytest.raises(siapkan.SetupError, match="tidak lengkap"):
        siapkan.prepare(tmp_path)


def test_an_older_python_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(siapkan, "TERENDAH", (9, 0))
    assert siapkan.main([]) == 1
    assert "python.org" in capsys.readouterr().out
