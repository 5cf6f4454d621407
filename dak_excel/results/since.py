"""The run before, and what changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel, Field


@dataclass(frozen=True, slots=True)
class RunBefore:
    """The run before: when it was, the files that it read, and its findings as (file, key)."""

    saat: datetime
    menunggu: datetime | None
    """Since when it waits for files in use; None when it does not."""
    terbaca: frozenset[str]
    temuan: tuple[tuple[str, str], ...]
    terjawab: frozenset[str] = frozenset()
    """Keys of the findings that were answered."""
    versi: str = ""
    jejak: tuple[tuple[str, str, str], ...] = ()
    """Of each sheet: file, kind, and its rows as `LembarResult.jejak`."""


class Changes(BaseModel):
    """What came, went and was answered since the run before, and which rows of the data changed."""

    sejak: datetime
    baru: int
    selesai: int
    dijawab: int = 0
    isi: list[str] = Field(default_factory=list)
    """Of the data: «3 peserta ditambah», «2 baris RAB diubah»."""

    def __str__(self) -> str:
        if not self.baru and not self.selesai and not self.dijawab:
            return "temuannya sama"
        answered = f", {self.dijawab} dijawab" if self.dijawab else ""
        return f"{self.baru} temuan baru, {self.selesai} selesai{answered}"
