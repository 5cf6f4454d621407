"""Steps: what the program is doing this moment, for whoever looks on (the bar on the console).

Kept apart from the work: whoever does something says so in a few words, and nobody has to listen. A worker in
another process says it to nobody.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

Listener = Callable[[str], None]

_listeners: list[Listener] = []


def step(text: str) -> None:
    """Says what is being done now, in a few words of Bahasa Indonesia: `membaca RAB.xlsx`."""
    if _listeners:
        _listeners[-1](text)


@contextlib.contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Tells `listener` of every step while the block runs."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)
