"""Tests that let LibreOffice compute the formulas are skipped, and say so, where it is absent."""

from __future__ import annotations

import pytest

from dak_excel.reports.word import libreoffice


@pytest.fixture(autouse=True)
def _skip_without_libreoffice(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("libreoffice") and libreoffice.find_soffice() is None:
        pytest.skip("LibreOffice tidak ada di mesin ini")
