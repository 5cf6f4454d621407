"""Names of output files and folders that Windows, Linux and macOS all take."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Collection
from pathlib import Path, PurePosixPath

TERPANJANG = 240
"""Bytes of a name: file systems take 255, and `(baru)` may have to go behind."""
TERPANJANG_FOLDER = 120
"""Bytes of a folder's name; Windows counts the whole path."""
TERPANJANG_JALUR = 247
"""Characters of a path from which Windows wants it in its extended form."""

_ILLEGAL = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def safe_name(nama: str, terpakai: Collection[str] = ()) -> str:
    """A folder name as near to `nama` as can be, and none of `terpakai` (compared without case)."""
    safe = _ILLEGAL.sub("_", nama).strip().rstrip(" .") or "_"
    safe = f"_{safe}" if safe.startswith(".") or _RESERVED.match(safe) else safe
    safe = shorten(safe, TERPANJANG_FOLDER)
    while safe.casefold() in terpakai:
        safe += "_"
    return safe


def shorten(nama: str, terpanjang: int = TERPANJANG) -> str:
    """A name of at most so many bytes: the middle goes, an end that tells it from others stays."""
    if len(nama.encode()) <= terpanjang:
        return nama
    suffix = PurePosixPath(nama).suffix[:12]
    tail = f"~{hashlib.sha256(nama.encode()).hexdigest()[:8]}{suffix}"
    return nama.encode()[: terpanjang - len(tail.encode())].decode("utf-8", "ignore").rstrip() + tail


def long_path(path: Path) -> Path:
    """A path that Windows takes although it is longer than 247 characters; elsewhere the path itself."""
    if sys.platform != "win32":
        return path
    return Path(extended_form(str(path.absolute())))


def extended_form(path: str) -> str:
    """The extended form of a long absolute Windows path (Microsoft, «Maximum Path Length Limitation»)."""
    if len(path) <= TERPANJANG_JALUR or path.startswith("\\\\?\\"):
        return path
    if path.startswith("\\\\"):
        return "\\\\?\\UNC\\" + path[2:]
    return "\\\\?\\" + path
