"""Where the shared material (juknis text, corpus, labelled lines) is, when it is here at all."""

from __future__ import annotations

import os
from pathlib import Path


def _find() -> Path | None:
    given = os.environ.get("DAK_EXCEL_SHARED")
    path = Path(given) if given else Path(__file__).resolve().parents[2] / "shared"
    return path if path.is_dir() else None


SHARED = _find()
"""The folder, or None: tests that need it are then skipped, and say so."""
