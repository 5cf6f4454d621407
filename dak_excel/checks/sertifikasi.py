"""Certificates: who certifies (`lembaga_akreditasi`), how (`metode_tkdn`), which products first
(`prioritas_halal`)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from dak_excel.checks.missing import kosong, kosong_kegiatan
from dak_excel.checks.notions import kamus
from dak_excel.checks.registry import Lingkup, jenis, temuan_baris, temuan_kegiatan
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.orang import nama_baku, orang
from dak_excel.findings import Temuan
from dak_excel.indonesian import angka
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Peserta


class BatasKosongan(Model):
    """Nothing to set."""


@jenis("lembaga_akreditasi", BatasKosongan, isi=("lembaga",))
def lembaga_akreditasi(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A certifying body that is not accredited, or of which that is not told; each body once an activity.

    While an activity is only planned its body need not be known.
    """
    for kegiatan in lingkup.kegiatan:
        stated, lembaga = kegiatan.fakta("akreditasi"), kegiatan.fakta("lembaga")
        if stated is not None:
            if not stated.nilai:
                name = str(lembaga.nilai) if lembaga else "Lembaga sertifikasi kegiatan ini"
                yield temuan_kegiatan(k, stated.cell, kegiatan, lembaga=name)
            continue
        rows = [p for p in orang(kegiatan.peserta) if p.lembaga or p.akreditasi is not None]
        if rows:
            yield from _per_lembaga(k, lingkup, kegiatan, rows)
        elif lembaga is not None:
            yield from kosong_kegiatan(lingkup, k, kegiatan, "akreditasi")
        elif kegiatan.realisasi or any(p.sertifikat for p in kegiatan.peserta):
            yield from kosong_kegiatan(lingkup, k, kegiatan, "lembaga")


def _per_lembaga(k: Ketentuan, lingkup: Lingkup, kegiatan: Kegiatan, rows: list[Peserta]) -> Iterator[Temuan]:
    told: set[str] = set()
    for p in rows:
        key = nama_baku(p.lembaga)
        if key in told:
            continue
        if p.akreditasi is False:
            told.add(key)
            name = p.lembaga or "Lembaga sertifikasi"
            yield temuan_baris(k, p.cell("akreditasi"), p, kegiatan, lembaga=name)
        elif p.akreditasi is None:
            yield from kosong(lingkup, k, p, "akreditasi")


class BatasTkdn(Model):
    """Working days of a self assessment."""

    hari: Decimal


@jenis("metode_tkdn", BatasTkdn, isi=(), varian=("menengah", "hari"))
def metode_tkdn(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """An IKM whose scale and way of certification do not go together, or a self assessment that took too
    long."""
    b = BatasTkdn(**k.batas)
    scales, ways = kamus(lingkup.juknis, "skala"), kamus(lingkup.juknis, "cara_tkdn")
    for kegiatan in lingkup.kegiatan:
        for p in orang(kegiatan.peserta):
            scale, way = scales.golongan(p.skala), ways.golongan(p.metode)
            if not p.skala:
                yield from kosong(lingkup, k, p, "skala")
            if not p.metode:
                yield from kosong(lingkup, k, p, "metode")
            if scale == {"kecil"} and way == {"lvi"}:
                yield temuan_baris(k, p.cell("metode"), p, kegiatan, nilai=p.metode or "")
            elif scale == {"menengah"} and way == {"mandiri"}:
                cell = p.cell("metode")
                yield temuan_baris(k, cell, p, kegiatan, nilai=p.metode or "", varian="menengah")
            elif scale == {"kecil"} and way == {"mandiri"}:
                yield from _lama(k, lingkup, kegiatan, p, b)


def _lama(k: Ketentuan, lingkup: Lingkup, kegiatan: Kegiatan, p: Peserta, b: BatasTkdn) -> Iterator[Temuan]:
    if p.lama_hari is None:
        if p.sertifikat:
            yield from kosong(lingkup, k, p, "lama_hari")
    elif p.lama_hari > b.hari:
        yield temuan_baris(k, p.cell("lama_hari"), p, kegiatan, nilai=angka(p.lama_hari), varian="hari")


@jenis("prioritas_halal", BatasKosongan, isi=())
def prioritas_halal(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A product that need not be halal. Without that column the rule is not judged: food and drink mostly
    must."""
    for kegiatan in lingkup.kegiatan:
        for p in orang(kegiatan.peserta):
            if p.wajib_halal is False:
                yield temuan_baris(k, p.cell("wajib_halal"), p, kegiatan)
            elif p.wajib_halal is None and p.has("wajib_halal") and not _pangan(lingkup, p):
                yield from kosong(lingkup, k, p, "wajib_halal")


def _pangan(lingkup: Lingkup, p: Peserta) -> bool:
    """Food, drink, cosmetics: what must be halal by its very kind."""
    return "wajib_halal" in kamus(lingkup.juknis, "komoditi").golongan(p.komoditi)
