"""Record: what is scheduled, and what came of the last night, in one small file of the user's own.

Schedulers tell of a run in ways of their own, cron not at all; this file says the same for each.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import platformdirs
from pydantic import BaseModel, ValidationError

from dak_excel.indonesian import date_text

_NAMA = "malam.json"


class Record(BaseModel):
    """The nightly run: where it works, and how the last one ended. Times are local, with their zone."""

    pukul: str = ""
    masukan: str = ""
    keluaran: str = ""
    mulai: datetime | None = None
    selesai: datetime | None = None
    kode: int | None = None
    """Exit code of the last run (contract)."""
    kalimat: str = ""
    """What kept it from its work."""

    @property
    def last_run(self) -> str:
        """The last run and its result, in a sentence; empty when there was none."""
        if self.mulai is None:
            return ""
        when = moment(self.mulai)
        if self.selesai is None:
            return f"Terakhir mulai {when} dan belum selesai, atau dihentikan sebelum selesai."
        minutes = round((self.selesai - self.mulai).total_seconds() / 60)
        long = f"selama {minutes} menit" if minutes else "kurang dari semenit"
        return f"Terakhir berjalan {when}, {long}: {self._result()}."

    def _result(self) -> str:
        if self.kode == 0:
            return "semua berkas terolah"
        if self.kode == 3:
            return "selesai, tetapi ada berkas yang tidak dapat diolah; lihat halamannya"
        return f"gagal. {self.kalimat}".rstrip(". ") if self.kalimat else f"gagal (kode {self.kode})"


def moment(when: datetime) -> str:
    """`29 November 2026 pukul 01:30`."""
    return f"{date_text(when.date())} pukul {when:%H:%M}"


def file() -> Path:
    """Where the record is kept."""
    return Path(platformdirs.user_state_dir("dak-excel", appauthor=False)) / _NAMA


def load() -> Record:
    """The record; an empty one where there is none, or none that can be read."""
    try:
        return Record.model_validate_json(file().read_bytes())
    except (OSError, ValidationError):
        return Record()


def save(record: Record) -> None:
    """Keeps it; where that cannot be written, nothing is kept."""
    with contextlib.suppress(OSError):
        file().parent.mkdir(parents=True, exist_ok=True)
        file().write_text(json.dumps(record.model_dump(mode="json"), ensure_ascii=False), encoding="utf-8")


@contextlib.contextmanager
def night() -> Iterator[Record]:
    """Notes beginning and end of a nightly run; the block fills in `kode` and `kalimat`."""
    record = load()
    record.mulai, record.selesai = datetime.now().astimezone(), None
    record.kode, record.kalimat = None, ""
    save(record)
    yield record
    record.selesai = datetime.now().astimezone()
    save(record)
