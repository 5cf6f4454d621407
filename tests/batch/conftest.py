"""The batch without LibreOffice, which takes most of the time: what it adds to a report is tested there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dak_excel.reports import libreoffice


@pytest.fixture(autouse=True)
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A search path for programs on which LibreOffice is not, for this process and those that it starts."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    without = [f for f in folders if not any(Path(f).glob("*office*"))]
    monkeypatch.setenv("PATH", os.pathsep.join(without))
    libreoffice.cari.cache_clear()
    yield
    libreoffice.cari.cache_clear()
