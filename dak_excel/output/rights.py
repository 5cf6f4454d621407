"""Who may read what a run writes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator


@contextlib.contextmanager
def owner_only(pribadi: bool) -> Iterator[None]:
    """With `pribadi`, files made while the block runs are for their user alone.

    Else, and on Windows, they get what the system gives to new files of their folder (umask, access control
    list), so that colleagues who may read the folder may read them.
    """
    if not pribadi:
        yield
        return
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
