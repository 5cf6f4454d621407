"""The report tests run without LibreOffice, but for those that are marked to need it."""

from __future__ import annotations

import pytest

from dak_excel.reports.word import libreoffice


@pytest.fixture(autouse=True)
def _libreoffice_only_where_marked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.get_closest_marker("libreoffice"):
        if libreoffice.find_soffice() is None:
            pytest.skip("LibreOffice tidak ada di mesin ini")
    else:
        monkeypatch.setattr(libreoffice, "find_soffice", lambda: None)
