"""Chromium (Chrome, Edge), where it is found: prints a page. Nothing depends on it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

BATAS_WAKTU = 60
"""Seconds that printing one page may take before it is given up."""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
_WINDOWS = (
    "Microsoft/Edge/Application/msedge.exe",
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
)
_DATE = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")


@cache
def find_chromium() -> Path | None:
    """A program of the Chromium family: on the path, else where its installer puts it; None without one."""
    for name in _NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next((place for place in _places() if place.is_file()), None)


def _places() -> list[Path]:
    if sys.platform == "win32":
        roots = [os.environ.get(v) for v in ("PROGRAMFILES(X86)", "PROGRAMFILES", "LOCALAPPDATA")]
        return [Path(root) / name for root in roots if root for name in _WINDOWS]
    return [
        Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        Path("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
    ]


def printed(page: bytes) -> bytes:
    """The page as PDF, in the paper that it asks for; no bytes where that fails. A browser that the user has
    open is not disturbed: this one has a profile of its own, no window and no network."""
    program = find_chromium()
    if program is None:
        return b""
    with tempfile.TemporaryDirectory(prefix="dak-excel-", ignore_cleanup_errors=True) as folder:
        source, made = Path(folder) / "halaman.html", Path(folder) / "halaman.pdf"
        source.write_bytes(page)
        command = [
            str(program),
            "--headless",
            *_no_sandbox(),
            "--disable-gpu",
            "--disable-extensions",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={Path(folder) / 'profil'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={made}",
            source.as_uri(),
        ]
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW
        try:
            subprocess.run(command, capture_output=True, timeout=BATAS_WAKTU, check=True, creationflags=flags)
            return made.read_bytes()
        except (OSError, subprocess.SubprocessError):
            return b""


def _no_sandbox() -> list[str]:
    """The sandbox does not work for root, as in containers; the page is our own and has no script."""
    root = sys.platform != "win32" and os.geteuid() == 0
    return ["--no-sandbox"] if root else []


def undated_pdf(pdf: bytes, per: date) -> bytes:
    """The PDF with the day that it speaks of instead of the moment it was made: one page, one file."""
    return _DATE.sub(rb"\g<1>" + f"{per:%Y%m%d}000000".encode(), pdf)
