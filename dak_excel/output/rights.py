"""Who may read what a run writes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator


@contextlib.contextmanager
def hak_sendiri() -> Iterator[None]:
    """Files made while the block runs are for their user alone (on Windows the folder's own rights hold)."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
