"""Certificates: who certifies (`lembaga_akreditasi`), how (`metode_tkdn`), which products first
(`prioritas_halal`)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dak_excel.checks.missing import missing_fact, missing_value
from dak_excel.checks.notions import dictionary
from dak_excel.checks.registry import Scope, activity_finding, kind, row_finding
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import normal_name, people_of
from dak_excel.findings import Temuan
from dak_excel.indonesian import number_text
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Peserta


class BatasKosongan(Model):
    """Nothing to set."""


@kind("lembaga_akreditasi", BatasKosongan, isi=("lembaga",))
def lembaga_akreditasi(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A certifying body that is not accredited, or of which that is not told; each body once an activity.

    While an activity is only planned its body need not be known.
    """
    for kegiatan in scope.kegiatan:
        stated, lembaga = kegiatan.fact("akreditasi"), kegiatan.fact("lembaga")
        if stated is not None:
            if not stated.nilai:
                name = str(lembaga.nilai) if lembaga else "Lembaga sertifikasi kegiatan ini"
                yield activity_finding(k, stated.cell, kegiatan, lembaga=name)
            continue
        rows = [p for p in people_of(kegiatan.peserta) if p.lembaga or p.akreditasi is not None]
        if rows:
            yield from _per_institution(k, scope, kegiatan, rows)
        elif lembaga is not None:
            yield from missing_fact(scope, k, kegiatan, "akreditasi")
        elif kegiatan.realisasi or any(p.sertifikat for p in kegiatan.peserta):
            yield from missing_fact(scope, k, kegiatan, "lembaga")


def _per_institution(k: Ketentuan, scope: Scope, kegiatan: Kegiatan, rows: list[Peserta]) -> Iterator[Temuan]:
    told: set[str] = set()
    for p in rows:
        key = normal_name(p.lembaga)
        if key in told:
            continue
        if p.akreditasi is False:
            told.add(key)
            name = p.lembaga or "Lembaga sertifikasi"
            yield row_finding(k, p.cell("akreditasi"), p, kegiatan, lembaga=name)
        elif p.akreditasi is None:
            yield from missing_value(scope, k, p, "akreditasi")


class BatasTkdn(Model):
    """Working days of a self assessment."""

    hari: Decimal


@kind("metode_tkdn", BatasTkdn, isi=(), varian=("menengah", "hari"))
def metode_tkdn(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """An IKM whose scale and way of certification do not go together, or a self assessment that took too
    long."""
    b = BatasTkdn(**k.batas)
    scales, ways = dictionary(scope.juknis, "skala"), dictionary(scope.juknis, "cara_tkdn")
    for kegiatan in scope.kegiatan:
        for p in people_of(kegiatan.peserta):
            scale, way = scales.groups(p.skala), ways.groups(p.metode)
            if not p.skala:
                yield from missing_value(scope, k, p, "skala")
            if not p.metode:
                yield from missing_value(scope, k, p, "metode")
            if scale == {"kecil"} and way == {"lvi"}:
                yield row_finding(k, p.cell("metode"), p, kegiatan, nilai=p.metode or "")
            elif scale == {"menengah"} and way == {"mandiri"}:
                cell = p.cell("metode")
                yield row_finding(k, cell, p, kegiatan, nilai=p.metode or "", varian="menengah")
            elif scale == {"kecil"} and way == {"mandiri"}:
                yield from _duration(k, scope, kegiatan, p, b)


def _duration(k: Ketentuan, scope: Scope, kegiatan: Kegiatan, p: Peserta, b: BatasTkdn) -> Iterator[Temuan]:
    if p.lama_hari is None:
        if p.sertifikat:
            yield from missing_value(scope, k, p, "lama_hari")
    elif p.lama_hari > b.hari:
        yield row_finding(k, p.cell("lama_hari"), p, kegiatan, nilai=number_text(p.lama_hari), varian="hari")


@kind("prioritas_halal", BatasKosongan, isi=())
def prioritas_halal(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A product that need not be halal. Without that column the rule is not judged: food and drink mostly
    must."""
    for kegiatan in scope.kegiatan:
        for p in people_of(kegiatan.peserta):
            if p.wajib_halal is False:
                yield row_finding(k, p.cell("wajib_halal"), p, kegiatan)
            elif p.wajib_halal is None and p.has("wajib_halal") and not _is_food(scope, p):
                yield from missing_value(scope, k, p, "wajib_halal")


def _is_food(scope: Scope, p: Peserta) -> bool:
    """Food, drink, cosmetics: what must be halal by its very kind."""
    return "wajib_halal" in dictionary(scope.juknis, "komoditi").groups(p.komoditi)
