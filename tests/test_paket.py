"""What is shipped: every folder of the package that holds data is one that setuptools knows."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_every_folder_with_data_is_a_package_that_is_listed() -> None:
    listed = (ROOT / "setup.py").read_text("utf-8")
    data = {
        path.parent
        for path in (ROOT / "dak_excel").rglob("*")
        if path.is_file() and path.suffix in {".yaml", ".csv", ".j2", ".css", ".js", ".typed", ".docx"}
    }
    for folder in data:
        name = ".".join(folder.relative_to(ROOT).parts)
        assert (folder / "__init__.py").is_file() or f'"{name}"' in listed, name


def test_the_source_archive_takes_all_that_is_kept_in_git() -> None:
    """Each folder and file at the top is in MANIFEST.in or is taken by setuptools itself."""
    told = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if told.returncode or not told.stdout:
        pytest.skip("bukan salinan git")
    tops = {line.split("/")[0] for line in told.stdout.splitlines()}
    manifest = (ROOT / "MANIFEST.in").read_text("utf-8")
    grafted = set(re.findall(r"^graft (\S+)", manifest, re.M))
    included = {name for line in re.findall(r"^include (.+)", manifest, re.M) for name in line.split()}
    by_itself = {"dak_excel", "pyproject.toml", "setup.py", "MANIFEST.in"}
    not_wanted = {"output", ".ci", ".gitignore", ".github", ".gitattributes", ".editorconfig"}
    left = {
        t
        for t in tops
        if t not in grafted | included | by_itself | not_wanted and "*" + Path(t).suffix not in included
    }
    assert not left
