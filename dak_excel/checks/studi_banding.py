"""Studi banding: how long (`studi_hari`) and to whom (`studi_kunjungan`)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dak_excel.checks.activity_form import forms, is_study_only
from dak_excel.checks.missing import missing_fact
from dak_excel.checks.registry import Scope, activity_finding, kind
from dak_excel.daerah.model import Kegiatan
from dak_excel.findings import Temuan
from dak_excel.indonesian import number_text
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.working_days import working_days


def _studi_banding(scope: Scope) -> list[Kegiatan]:
    return [kegiatan for kegiatan in scope.kegiatan if "studi_banding" in forms(scope, kegiatan)]


class BatasStudiHari(Model):
    """Working days; `perjalanan`: days that a span of dates may hold beside them for the way there and
    back."""

    max: Decimal
    perjalanan: int = 0


@kind("studi_hari", BatasStudiHari, isi=())
def studi_hari(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A studi banding of too many working days.

    Where only its dates are known, the working days among them count, with or without the days of travel:
    between the two no one can tell, and the number of working days is asked for.
    """
    b = BatasStudiHari(**k.batas)
    for kegiatan in _studi_banding(scope):
        hari = kegiatan.fact("hari_kerja")
        waktu = kegiatan.fact("waktu") if is_study_only(scope, kegiatan) else None
        if hari is not None:
            if hari.nilai > b.max:
                yield activity_finding(k, hari.cell, kegiatan, nilai=number_text(hari.nilai))
        elif waktu is None:
            yield from missing_fact(scope, k, kegiatan, "hari_kerja")
        elif (days := working_days(waktu.nilai.mulai, waktu.nilai.selesai)) > b.max + b.perjalanan:
            yield activity_finding(k, waktu.cell, kegiatan, nilai=number_text(days))
        elif days > b.max:
            yield from missing_fact(scope, k, kegiatan, "hari_kerja")


class BatasStudiKunjungan(Model):
    """At least so many usaha industri and lembaga litbang or inovasi."""

    usaha: Decimal
    litbang: Decimal


@kind("studi_kunjungan", BatasStudiKunjungan, isi=(), varian=("litbang",))
def studi_kunjungan(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A studi banding that visits too few."""
    b = BatasStudiKunjungan(**k.batas)
    for kegiatan in _studi_banding(scope):
        for name, least, varian in (
            ("usaha_dikunjungi", b.usaha, ""),
            ("litbang_dikunjungi", b.litbang, "litbang"),
        ):
            visited = kegiatan.fact(name)
            if visited is None:
                yield from missing_fact(scope, k, kegiatan, name)
            elif visited.nilai < least:
                yield activity_finding(
                    k, visited.cell, kegiatan, nilai=number_text(visited.nilai), varian=varian
                )
