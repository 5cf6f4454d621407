"""Where a NIK was given out, against the address beside it: `nik_wilayah`, worth knowing and no more.

A NIK keeps the code of the province in which its bearer was first registered, so someone who has moved bears
another one rightly. Only an address that names a kabupaten or kota of the list is compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.checks.registry import Scope, kind, row_finding
from dak_excel.checks.unreadable import NoParameters
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan
from dak_excel.sheets.records import Peserta
from dak_excel.wilayah import Kabkota, find_kabkota, mentions, provinces_of_nik


@kind("nik_wilayah", NoParameters, isi=("menurut_nik", "alamat"))
def nik_wilayah(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """The NIK is of another province than the address."""
    for p in scope.daerah.peserta:
        provinces = provinces_of_nik(p.nik) if p.nik else frozenset()
        if not p.nik or not provinces or not (here := _address(p)):
            continue
        if here.provinsi not in provinces:
            yield row_finding(
                k,
                p.cell("nik"),
                p,
                nilai=p.nik[:2],
                menurut_nik=" atau ".join(sorted(provinces)),
                alamat=f"{here.nama}, {here.provinsi}",
            )


def _address(p: Peserta) -> Kabkota | None:
    """The one kabupaten or kota that the row names; None when it names none or several."""
    for text in (p.kabkota, p.alamat):
        named = {s.kabkota for s in mentions(text or "")}
        if len(named) == 1:
            return named.pop()
    return find_kabkota(p.kabkota) if p.kabkota else None
