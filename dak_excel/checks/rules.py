"""The juknis of a year with every kind of check known: what the rest of the program loads it by."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import dak_excel.checks  # noqa: F401  the import fills the registry
from dak_excel.checks.registry import CHECKS
from dak_excel.juknis import load
from dak_excel.juknis.model import Juknis
from dak_excel.kept import kept


def load_rules(tahun: int, folder: Path | None = None) -> Juknis:
    """The juknis of a fiscal year, from `folder` or from the program itself; read again when a file changed.

    Raises JuknisError when there is none, or when it does not fit.
    """
    return _load_rules(tahun, folder, load.stamps(folder))


@lru_cache(maxsize=8)
def _load_rules(tahun: int, folder: Path | None, _stamps: tuple[int, ...]) -> Juknis:
    def read() -> Juknis:
        return load.load_juknis(tahun, folder, CHECKS)

    if folder is not None:
        return read()
    own = sorted(load.BAWAAN.glob("*.yaml"))
    return kept(f"juknis-{tahun}", own, [load.BAWAAN, Path(__file__).parent], read)
