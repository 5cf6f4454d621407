"""Log: what a run did, as JSON lines with rotation, for whoever has to find out what went wrong.

No personal number gets in: every text is masked, and of an exception only its type and the places in our own
code are kept, never its message (which may quote a cell).
"""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Iterator
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from dak_excel.privacy import mask

UKURAN = 1_000_000
"""Bytes of one log file."""
CADANGAN = 5
"""Older log files that are kept."""

_log = logging.getLogger("dak_excel")


def note(peristiwa: str, **isi: object) -> None:
    """Notes an event with its facts (numbers, or texts, which are masked)."""
    _log.info(peristiwa, extra={"isi": isi})


@contextlib.contextmanager
def open_log(folder: Path) -> Iterator[None]:
    """Writes events to `folder/dak_excel.jsonl` while the block runs; without a writable folder, nowhere."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = _Berkas(
        folder / "dak_excel.jsonl", maxBytes=UKURAN, backupCount=CADANGAN, encoding="utf-8", delay=True
    )
    handler.setFormatter(_Json())
    before = _log.level, _log.propagate
    _log.setLevel(logging.INFO)
    _log.propagate = False  # the console stays short
    _log.addHandler(handler)
    try:
        yield
    finally:
        _log.removeHandler(handler)
        with contextlib.suppress(OSError):  # what is still to be flushed may find the disk full
            handler.close()
        _log.level, _log.propagate = before


class _Berkas(RotatingFileHandler):
    """A log file that keeps quiet when it cannot be written: a full disk must not stop the run."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Drops the event."""


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """One JSON object: `waktu`, `peristiwa`, and the event's facts."""
        isi = {k: mask(v) if isinstance(v, str) else v for k, v in getattr(record, "isi", {}).items()}
        waktu = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="seconds")
        return json.dumps({"waktu": waktu, "peristiwa": record.getMessage(), **isi}, ensure_ascii=False)
