"""The collector of cycles: what is loaded once stays, and looking through it again and again is waste."""

from __future__ import annotations

import gc

_COLLECT_AFTER = (100_000, 20, 20)
"""New objects before the collector looks for cycles: by its own measure it goes through all that was loaded
dozens of times while nothing has been let go. After each daerah it is called anyhow."""


def loading() -> None:
    """The program is being loaded: there is nothing to collect."""
    gc.disable()
    gc.set_threshold(*_COLLECT_AFTER)


def loaded() -> None:
    """The program is loaded: what there is stays, and the collector never looks at it."""
    gc.freeze()
    gc.enable()
