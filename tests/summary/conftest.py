"""One browser for the pages of a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import browser


@pytest.fixture(scope="module", autouse=True)
def _one_browser() -> Iterator[None]:
    with browser.shared():
        yield
