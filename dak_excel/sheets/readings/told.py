"""A correction: what a person has told of one layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Correction:
    """What was told of one layout. `jenis` is empty where the kind was right; `kolom` maps the position of a
    heading (from 0) to a field, or to nothing for a column to be left. One that tells nothing takes back what
    was told before."""

    judul: tuple[str, ...]
    jenis: str = ""
    kolom: Mapping[int, str] = field(default_factory=dict)
    dasar: str = ""
    """The kind under which the columns were told; read so where nothing else tells the kind."""

    def __bool__(self) -> bool:
        return bool(self.jenis or self.kolom)


def field_told(text: str) -> str:
    """The field that a person has named, as the vocabulary calls it: `Tanggal  Lahir` → `tanggal_lahir`."""
    return "_".join(text.casefold().replace("_", " ").split())
