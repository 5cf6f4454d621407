"""A table as found on a sheet, before its rows are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.layout.body import Body
from dak_excel.sheets.layout.headers import Header
from dak_excel.sheets.layout.titles import Judul
from dak_excel.sheets.tabel import Kind


@dataclass(slots=True)
class Found:
    """A table as found, before its rows are read."""

    kind: Kind
    header: Header
    matched: Matched
    judul: Judul
    body: Body = field(default_factory=Body)
    key: int = 0
    certainty: float = 0.0
    told: tuple[str, ...] = ()
    """See `Recognised.told`."""
    direktori: bool = False
    """Whether it is a directory of IKM: kind sentra, one firm a row."""
