"""A real headless Chromium for tests of pages; None where it is not installed."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class _Shared:
    """The browser of all pages within `shared`, started with the first of them."""

    def __init__(self) -> None:
        self.wanted = False
        self.stack = contextlib.ExitStack()
        self.browser: Browser | None = None


_SHARED = _Shared()


@contextlib.contextmanager
def shared() -> Iterator[None]:
    """All pages within are of one browser: its start costs more than most pages."""
    _SHARED.wanted = True
    try:
        with _SHARED.stack:
            yield
    finally:
        _SHARED.wanted, _SHARED.browser = False, None


@contextlib.contextmanager
def _browser() -> Iterator[Browser]:
    with contextlib.ExitStack() as own:
        if _SHARED.browser is not None:
            yield _SHARED.browser
            return
        stack = _SHARED.stack if _SHARED.wanted else own
        browser = stack.enter_context(_started())
        _SHARED.browser = browser if _SHARED.wanted else None
        yield browser


@contextlib.contextmanager
def _started() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_ARGUMENTS))
        yield browser
        browser.close()


@contextlib.contextmanager
def page(width: int = 1200, height: int = 900, *, dark: bool = False) -> Iterator[Page]:
    """A page without network; the test fails when it logs an error or asks for anything but a file."""
    faults: list[str] = []
    with _browser() as browser:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            offline=True,
            color_scheme="dark" if dark else "light",
        )
        opened = context.new_page()
        opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.on(
            "request", lambda request: None if request.url.startswith("file:") else faults.append(request.url)
        )
        try:
            yield opened
        finally:
            context.close()
    assert faults == []
