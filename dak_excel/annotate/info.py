"""What annotating needs to know of the run, and the one error that it raises."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What `Ringkasan` says of the run. Equal values give equal bytes.

    `sha256` is the hex digest of the user's file as it is without our marks; `langkah` are sentences
    on what to do next (standing advice stands before them); `catatan` are notes on this file.
    `pendahulu` are the digests of the user's files that this one goes back to, when it is itself a
    returned copy.
    """

    per: date
    versi: str
    juknis: str
    daerah: str = ""
    sha256: str = ""
    langkah: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()
    pendahulu: tuple[str, ...] = ()


class Unmarkable(Exception):
    """The package cannot be patched; a copy (`copy_of`) can still be made.

    The message is for the user: Bahasa Indonesia, what and why.
    """
