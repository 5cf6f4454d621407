"""The daerah and its sentra: `kriteria_daerah` (Pasal 3), `unit_usaha_sentra` (Pasal 1 angka 2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from dak_excel.checks.missing import missing_value
from dak_excel.checks.registry import Scope, kind, row_finding, temuan
from dak_excel.findings import Temuan
from dak_excel.indonesian import number_text
from dak_excel.juknis.model import Ketentuan, Model


class BatasKriteria(Model):
    """`kriteria`: key of identitas → the criterion in words."""

    kriteria: Mapping[str, str]


@kind("kriteria_daerah", BatasKriteria, isi=("kriteria_daerah",))
def kriteria_daerah(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A criterion that the daerah itself says it does not meet."""
    for key, words in BatasKriteria(**k.batas).kriteria.items():
        line = scope.daerah.identitas.get(key)
        if line is not None and line.isi is False:
            yield temuan(
                k,
                line.cell("isi"),
                subjek=line.judul,
                identitas=key,
                nilai="tidak",
                kriteria_daerah=words,
            )


class BatasUnitUsaha(Model):
    """A sentra has at least so many usaha."""

    min: Decimal


@kind("unit_usaha_sentra", BatasUnitUsaha, isi=())
def unit_usaha_sentra(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A sentra with too few usaha; a blank in the column of a sentra is none that is known."""
    least = BatasUnitUsaha(**k.batas).min
    for sentra in scope.daerah.sentra:
        if sentra.unit_usaha is not None and sentra.unit_usaha < least:
            yield row_finding(k, sentra.cell("unit_usaha"), sentra, nilai=number_text(sentra.unit_usaha))
        elif sentra.unit_usaha is None and sentra.has("unit_usaha") and not sentra.tabel.direktori:
            yield from missing_value(scope, k, sentra, "unit_usaha")
