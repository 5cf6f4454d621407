"""What a peserta's own cells say against each other: NIK and birth date, NIK and sex, age and birth date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dak_excel.checks.registry import Scope, kind, row_finding
from dak_excel.checks.unreadable import NoParameters
from dak_excel.daerah.orang import age_on
from dak_excel.findings import Temuan
from dak_excel.indonesian import date_text
from dak_excel.juknis.model import Ketentuan

PEREMPUAN = 40
"""Added to the day of birth in a woman's NIK (Perpres 96/2018 and its predecessors)."""
_KELAMIN = {"L": "laki-laki", "P": "perempuan"}


@kind("nik_lahir", NoParameters, isi=("nik_lahir", "tanggal"), varian=("mustahil",))
def nik_lahir(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """Digits 7–12 of the NIK are not the date of birth beside it."""
    for p in scope.daerah.peserta:
        nik, lahir = p.nik, p.tanggal_lahir
        if nik is None or lahir is None or not nik.isdecimal():
            continue
        day, month, year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
        day -= PEREMPUAN if day > PEREMPUAN else 0
        if (day, month, year) == (lahir.day, lahir.month, lahir.year % 100):
            continue
        real = 1 <= day <= 31 and 1 <= month <= 12
        yield row_finding(
            k,
            p.cell("nik"),
            p,
            varian="" if real else "mustahil",
            nik_lahir=f"{day:02d}-{month:02d}-{year:02d}",
            tanggal=date_text(lahir),
        )


@kind("nik_kelamin", NoParameters, isi=("menurut_nik",))
def nik_kelamin(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """The day of birth in the NIK is that of the other sex."""
    for p in scope.daerah.peserta:
        if p.kelamin not in _KELAMIN or p.nik is None or not p.nik.isdecimal():
            continue
        day = int(p.nik[6:8])
        said = "L" if 1 <= day <= 31 else "P" if PEREMPUAN < day <= PEREMPUAN + 31 else None
        if said is not None and said != p.kelamin:
            yield row_finding(k, p.cell("kelamin"), p, nilai=_KELAMIN[p.kelamin], menurut_nik=_KELAMIN[said])


@kind("usia_lahir", NoParameters, isi=("menurut_lahir", "tanggal"))
def usia_lahir(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """The age in the list is on no day of the fiscal year the one that the birth date gives."""
    year = scope.juknis.tahun
    first, last = date(year, 1, 1), date(year, 12, 31)
    for p in scope.daerah.peserta:
        if p.usia is None or p.tanggal_lahir is None:
            continue
        low, high = age_on(p.tanggal_lahir, first), age_on(p.tanggal_lahir, last)
        if low <= p.usia <= high:
            continue
        yield row_finding(
            k,
            p.cell("usia"),
            p,
            nilai=str(p.usia),
            menurut_lahir=str(high) if low == high else f"{low}–{high}",
            tanggal=date_text(p.tanggal_lahir),
        )
