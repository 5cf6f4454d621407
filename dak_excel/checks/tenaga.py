"""What the juknis asks of narasumber, instruktur, pengajar, tenaga ahli and pendamping, beside their
education.

`tenaga_sehat`, `tenaga_keahlian`: a blank is DATA-KOSONG, a dash or a no is the finding. `tenaga_bukti`: a
blank means that there is none. `tenaga_pengalaman`: years, where the rule sets some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dak_excel.checks.missing import kolom_tiada, kosong
from dak_excel.checks.notions import kamus, menyangkal
from dak_excel.checks.registry import Lingkup, jenis, temuan_baris
from dak_excel.checks.tenaga_kegiatan import disyaratkan
from dak_excel.daerah.model import Kegiatan
from dak_excel.findings import Temuan
from dak_excel.indonesian import angka
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Tenaga

_BIAYA = re.compile(r"\b(?:sumber|biaya|pembiayaan|dibiayai|pendanaan|lembaga lain)\b", re.I)
"""Headings of columns that may say who pays for a work that someone has elsewhere."""


class BatasTenaga(Model):
    """`peran`: pendamping or pengajar where the requirements are for them only (A3, C3; B2, B4, D2)."""

    peran: str = ""


def _garis(row: Tenaga, field: str) -> bool:
    """A dash stands in the cell: there is none, and someone said so."""
    return row.has(field) and not row.blank(field) and row.problem(field) is None


@jenis("tenaga_sehat", BatasTenaga, isi=())
def tenaga_sehat(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """Someone without a letter of health."""
    for row, kegiatan in disyaratkan(lingkup, BatasTenaga(**k.batas).peran):
        if row.sehat:
            continue
        if row.sehat is False or _garis(row, "sehat"):
            yield temuan_baris(k, row.cell("sehat"), row, kegiatan)
        else:
            yield from kosong(lingkup, k, row, "sehat")


@jenis("tenaga_keahlian", BatasTenaga, isi=())
def tenaga_keahlian(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """Someone whose field of expertise is not stated."""
    for row, kegiatan in disyaratkan(lingkup, BatasTenaga(**k.batas).peran):
        if row.keahlian and not menyangkal(lingkup.juknis, row.keahlian):
            continue
        if row.keahlian or _garis(row, "keahlian"):
            yield temuan_baris(k, row.cell("keahlian"), row, kegiatan)
        else:
            yield from kosong(lingkup, k, row, "keahlian")


@jenis("tenaga_bukti", BatasTenaga, isi=())
def tenaga_bukti(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """Someone with neither a certificate nor a letter."""
    for row, kegiatan in disyaratkan(lingkup, BatasTenaga(**k.batas).peran):
        if row.bukti and not menyangkal(lingkup.juknis, row.bukti):
            continue
        if not row.has("bukti"):
            yield from kolom_tiada(lingkup, k, row.tabel, "bukti", row.rincian)
        elif not row.problem("bukti"):
            yield temuan_baris(k, row.cell("bukti"), row, kegiatan)


@jenis("tenaga_rangkap", BatasTenaga, isi=())
def tenaga_rangkap(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A pendamping of another institution at the same time, unless someone private pays for that."""
    for row, kegiatan in disyaratkan(lingkup, BatasTenaga(**k.batas).peran):
        if row.rangkap:
            if _pembayar(lingkup, row) != {"swasta"}:
                yield temuan_baris(k, row.cell("rangkap"), row, kegiatan)
        elif row.rangkap is None:
            yield from kosong(lingkup, k, row, "rangkap")


def _pembayar(lingkup: Lingkup, row: Tenaga) -> frozenset[str]:
    """Who pays for the other work, in the cell itself or in one of the row that is headed so."""
    words = kamus(lingkup.juknis, "sumber_biaya")
    texts = [str(row.raw("rangkap") or "")]
    grid = row.tabel.grid
    texts += [str(grid.at(row.row, c.column) or "") for c in row.tabel.kolom if _BIAYA.search(c.judul)]
    return frozenset().union(*(words.golongan(text) for text in texts))


class SyaratPelaku(Model):
    """Years that a pelaku IKM needs: as pelaku, and as pendamping."""

    tahun: Decimal
    pendamping: Decimal


class BatasPengalaman(Model):
    """`tahun` None: experienced, no years set; `sebagai_pendamping`: years of that work alone; `pelaku`:
    other years for pelaku IKM (A3)."""

    peran: str = ""
    tahun: Decimal | None = None
    sebagai_pendamping: bool = False
    pelaku: SyaratPelaku | None = None


@jenis("tenaga_pengalaman", BatasPengalaman, isi=("sebagai",), varian=("tiada",))
def tenaga_pengalaman(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """Someone with too few years, or with none at all."""
    b = BatasPengalaman(**k.batas)
    for row, kegiatan in disyaratkan(lingkup, b.peran):
        if b.pelaku and pelaku_usaha(lingkup, row):
            yield from _tahun(
                k, lingkup, row, kegiatan, "pengalaman", b.pelaku.tahun, " sebagai pelaku usaha"
            )
            yield from _tahun(
                k, lingkup, row, kegiatan, "pengalaman_pendamping", b.pelaku.pendamping, " sebagai pendamping"
            )
        elif b.sebagai_pendamping and row.pengalaman_pendamping is not None:
            yield from _tahun(
                k, lingkup, row, kegiatan, "pengalaman_pendamping", b.tahun, " sebagai pendamping"
            )
        else:
            sebagai = " sebagai pendamping" if b.sebagai_pendamping else ""
            yield from _tahun(k, lingkup, row, kegiatan, "pengalaman", b.tahun, sebagai)


def _tahun(
    k: Ketentuan,
    lingkup: Lingkup,
    row: Tenaga,
    kegiatan: Kegiatan | None,
    field: str,
    least: Decimal | None,
    sebagai: str,
) -> Iterator[Temuan]:
    years: Decimal | None = getattr(row, field)
    if years is None:
        if not (field == "pengalaman" and least is None and row.pengalaman_pendamping):
            yield from kosong(lingkup, k, row, field)
    elif least is not None and years < least:
        yield temuan_baris(
            k, row.cell(field), row, kegiatan, nilai=angka(years), tahun=angka(least), sebagai=sebagai
        )
    elif years <= 0:
        yield temuan_baris(k, row.cell(field), row, kegiatan, nilai=angka(years), varian="tiada")


def pelaku_usaha(lingkup: Lingkup, row: Tenaga) -> bool:
    """Someone who runs a usaha: the column says so; where it does not, a NIB, the role or the institution."""
    if row.pelaku_usaha is not None or row.nib:
        return row.pelaku_usaha is not False
    words = kamus(lingkup.juknis, "peran")
    return "pelaku_usaha" in words.golongan(row.peran) | words.golongan(row.instansi)
