"""What may reach a screen: no personal numbers, and no characters that move its cursor or turn its text."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path

from dak_excel.privacy import mask

_GANTI = dict.fromkeys(
    (
        *(*range(9), *range(11, 32), *range(127, 160)),
        *(0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    ),
    "\N{REPLACEMENT CHARACTER}",
)
"""Control characters but tab and new line, and those that turn the direction of writing (names of files may
hold any of them)."""


def safe(text: str) -> str:
    """A text as it may be shown."""
    return mask(text.translate(_GANTI))


def prepare_console() -> None:
    """Makes the console take every text: what its encoding does not have becomes a question mark. Without a
    console, as under `pythonw`, what is said goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
