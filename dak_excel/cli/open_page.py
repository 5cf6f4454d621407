"""Opens a page in the browser, where there is a person with a screen to look at it."""

from __future__ import annotations

import os
import sys
import webbrowser
from pathlib import Path


def open_page(page: Path) -> bool:
    """Opens it; whether that was tried: it is there, and this is a desk, not a server or a script."""
    if not page.is_file() or not _has_screen():
        return False
    if sys.platform == "win32":
        os.startfile(page)
        return True
    return webbrowser.open(page.resolve().as_uri())


def _has_screen() -> bool:
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
