"""For all tests: a fault of the program shows, instead of being told to a user who is not there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dak_excel import faults


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
