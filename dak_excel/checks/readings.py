"""How sure the reading of a sheet is: `baca_ragu`, one finding a table that its arithmetic contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.checks.registry import Scope, kind, temuan
from dak_excel.checks.unreadable import NoParameters
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan


@kind("baca_ragu", NoParameters, isi=("alasan", "lembar"))
def baca_ragu(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A table of money that no reading explains; no figure of a report rests on it."""
    for sheet in scope.daerah.sheets():
        for tabel in sheet.tables:
            if tabel.ragu:
                yield temuan(
                    k,
                    tabel.ref,
                    subjek=tabel.grid.sheet,
                    identitas=f"{tabel.grid.sheet}|{tabel.header[0]}",
                    rincian=tabel.rincian,
                    kegiatan=tabel.kegiatan,
                    lembar=tabel.grid.sheet,
                    alasan=tabel.ragu,
                )
