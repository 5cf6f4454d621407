"""Markets: IKM that sell at home already (`pasar_domestik`), exhibitions of national level (`pameran`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dak_excel.checks.activity_form import forms
from dak_excel.checks.missing import missing_fact, missing_value
from dak_excel.checks.notions import dictionary
from dak_excel.checks.registry import Scope, activity_finding, kind, row_finding
from dak_excel.daerah.orang import people_of
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan, Model

_LEVEL = re.compile(
    r"\b(?:(?:se)?tingkat|skala|lingkup|se)[\s-]*(?:kabupaten/kota|kabupaten|kota|provinsi|propinsi|kecamatan|desa|"
    r"daerah|regional|lokal)\b|\bpameran (?:lokal|daerah|regional)\b",
    re.I,
)
"""How the name of an exhibition states a level below the national one."""


class BatasPasar(Model):
    """`produksi`: they must be producing as well."""

    produksi: bool = False


@kind("pasar_domestik", BatasPasar, isi=(), varian=("produksi",))
def pasar_domestik(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """An IKM without a domestic market, or one that does not produce."""
    b = BatasPasar(**k.batas)
    needed = [("pasar_domestik", "")] + [("produksi_aktif", "produksi")] * b.produksi
    for kegiatan in scope.kegiatan:
        for p in people_of(kegiatan.peserta):
            for name, varian in needed:
                value = getattr(p, name)
                if value is None:
                    yield from missing_value(scope, k, p, name)
                elif not value:
                    yield row_finding(k, p.cell(name), p, kegiatan, nilai="tidak", varian=varian)


class BatasPameran(Model):
    """Nothing to set: istilah `pameran` tells which words mean national level and which mean less."""


@kind("pameran", BatasPameran, isi=())
def pameran(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """An exhibition below national level. A «pameran mini» beside a temu bisnis is none."""
    levels = dictionary(scope.juknis, "pameran")
    for kegiatan in scope.kegiatan:
        level = kegiatan.fact("tingkat_pameran")
        by_name = levels.groups(kegiatan.judul)
        if level is None:
            if "pameran" not in forms(scope, kegiatan) or "nasional" in by_name:
                continue
            if said := _LEVEL.search(kegiatan.judul):
                cell = next((row.cell("nama") for row in kegiatan.baris), kegiatan.tempat_temuan)
                yield activity_finding(k, cell, kegiatan, nilai=f"«{said[0]}»")
            else:
                yield from missing_fact(scope, k, kegiatan, "tingkat_pameran")
        elif levels.groups(str(level.nilai)) == {"di_bawah"}:
            yield activity_finding(k, level.cell, kegiatan, nilai=f"«{level.nilai}»")
