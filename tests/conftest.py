"""For all tests: a fault of the program shows, instead of being told to a user who is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dak_excel import faults

TESTS = Path(__file__).parent


HEAVY = ("akhir", "reports", "batch", "annotate", "sheets", "api")
"""Packages whose modules take longest: they begin first, so that no worker waits for the other at the end."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of a module stay with one worker (`--dist loadgroup`), so that what they share is made once;
    those of `akhir`, which share one run over the samples, do so together."""
    for item in items:
        folder = item.path.parent.name
        item.add_marker(
            pytest.mark.xdist_group(folder if folder == "akhir" else f"{folder}/{item.path.stem}")
        )
    rank = {folder: number for number, folder in enumerate(HEAVY)}
    items.sort(key=lambda item: rank.get(item.path.relative_to(TESTS).parts[0], len(HEAVY)))


@pytest.fixture(scope="session", autouse=True)
def _faults_show(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing is caught in this process; tests of the catching ask for `faults_are_caught`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(faults, "CAUGHT", ())
        patch.setenv("DAK_EXCEL_RINGKASAN_PDF", "false")  # a browser's start each; its own tests ask for it
        patch.setenv("DAK_EXCEL_CADANGAN_RIWAYAT", str(tmp_path_factory.mktemp("riwayat")))
        yield


@pytest.fixture
def faults_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Faults are caught as in a user's run."""
    monkeypatch.setattr(faults, "CAUGHT", (Exception,))
