"""Files of another year than the juknis: `tahun_berkas`, said once, before anything else."""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.checks.registry import Scope, kind, temuan
from dak_excel.checks.unreadable import NoParameters
from dak_excel.daerah.years import other_year
from dak_excel.findings import Temuan
from dak_excel.indonesian import listing
from dak_excel.juknis.model import Ketentuan

DISEBUT = 3
"""Sheets that are named."""


@kind("tahun_berkas", NoParameters, isi=("tahun", "diperiksa", "di"), varian=("folder",))
def tahun_berkas(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """All that the files tell of a year is another one than the juknis in use; or those of one folder."""
    for past in scope.daerah.lain_tahun:
        yield temuan(
            k,
            past.cell,
            varian="folder",
            subjek=past.folder,
            identitas=f"tahun {past.folder}",
            tahun=str(past.year),
            diperiksa=str(scope.juknis.tahun),
            di=f"«{past.folder}» ({len(past.workbooks)} berkas)",
        )
    found = other_year(scope.daerah, scope.juknis.tahun)
    if found is None:
        return
    year, places = found
    sheets = {(place.workbook, place.sheet): place for place in reversed(places)}
    first = list(reversed(sheets.values()))
    named = [f"«{p.sheet}»{f' sel {p.a1}' if p.a1 else ''} ({p.workbook})" for p in first[:DISEBUT]]
    rest = len(first) - len(named)
    more = [f"{rest} lembar lain"] if rest > 0 else []
    yield temuan(
        k,
        None,
        subjek=scope.daerah.official_name,
        identitas="tahun",
        tahun=str(year),
        diperiksa=str(scope.juknis.tahun),
        di=listing([*named, *more]),
    )
