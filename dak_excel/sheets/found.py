"""A table as found on a sheet, before its rows are read."""

from __future__ import annotations

from dataclasses import dataclass, field

from dak_excel.sheets.bodies import Body
from dak_excel.sheets.headers import Header
from dak_excel.sheets.matched import Matched
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.titles import Judul


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
