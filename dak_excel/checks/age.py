"""Age of a peserta: `usia`.

Whole years on the first day of the activity; where that day is unknown, on 1 January of the fiscal year,
and the message says so. Someone born on 29 February is a year older on 1 March in other years. Where only
an age is written, that age counts. 17 and 50 are allowed, 16 and 51 (from the 51st birthday on) are
findings.
"""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.checks.missing import missing_value
from dak_excel.checks.registry import Scope, kind, row_finding
from dak_excel.daerah.facts import Known
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import age_at, people_of
from dak_excel.findings import Temuan
from dak_excel.indonesian import date_text
from dak_excel.juknis.model import Ketentuan, Model


class BatasUsia(Model):
    """Years, both belonging to the range."""

    min: int
    max: int


@kind("usia", BatasUsia, isi=("tanggal",), varian=("awal_tahun", "tertulis"))
def usia(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A peserta who is too young or too old on the first day."""
    b = BatasUsia(**k.batas)
    for kegiatan in scope.kegiatan:
        yield from _kegiatan(k, scope, kegiatan, b)


def _kegiatan(k: Ketentuan, scope: Scope, kegiatan: Kegiatan, b: BatasUsia) -> Iterator[Temuan]:
    first = kegiatan.first_day
    of_year = "" if first else "awal_tahun"
    for p in people_of(kegiatan.peserta):
        years = age_at(p, first, scope.juknis.tahun)
        if not isinstance(years, Known):
            yield from missing_value(scope, k, p, "tanggal_lahir", "usia")
        elif not b.min <= years.nilai <= b.max:
            day = {"tanggal": date_text(years.hari)} if years.hari else {}
            yield row_finding(
                k,
                years.cells[0],
                p,
                kegiatan,
                nilai=str(years.nilai),
                varian=of_year if years.hari else "tertulis",
                **day,
            )
