"""Where the peserta come from: `wilayah`, the same kabupaten/kota as the dinas."""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.checks.missing import missing_value
from dak_excel.checks.registry import Scope, kind, row_finding
from dak_excel.checks.wilayah import Wilayah
from dak_excel.daerah.orang import people_of
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan, Model


class BatasWilayah(Model):
    """Nothing to set."""


@kind("wilayah", BatasWilayah, isi=("daerah",))
def wilayah(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A peserta whose address plainly lies in another kabupaten or kota.

    An address that names no kabupaten/kota is taken for one of the daerah.
    """
    own = Wilayah(scope)
    for kegiatan in scope.kegiatan:
        for p in people_of(kegiatan.peserta):
            if p.kabkota:
                lain, field = own.names_another(p.kabkota), "kabkota"
            elif p.alamat:
                lain, field = own.other(p.alamat, alamat=True), "alamat"
            else:
                yield from missing_value(scope, k, p, "kabkota", "alamat")
                continue
            if lain:
                yield row_finding(k, p.cell(field), p, kegiatan, nilai=lain, daerah=own.nama)
