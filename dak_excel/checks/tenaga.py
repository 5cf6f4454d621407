"""What the juknis asks of narasumber, instruktur, pengajar, tenaga ahli and pendamping, beside their
education.

`tenaga_sehat`, `tenaga_keahlian`: a blank is DATA-KOSONG, a dash or a no is the finding. `tenaga_bukti`: a
blank means that there is none. `tenaga_pengalaman`: years, where the rule sets some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dak_excel.checks.missing import missing_column, missing_value
from dak_excel.checks.notions import denies, dictionary
from dak_excel.checks.registry import Lingkup, kind, row_finding
from dak_excel.checks.tenaga_kegiatan import required_tenaga
from dak_excel.daerah.model import Kegiatan
from dak_excel.findings import Temuan, Tingkat
from dak_excel.indonesian import KurangDari, number_text
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Tenaga

_BIAYA = re.compile(r"\b(?:sumber|biaya|pembiayaan|dibiayai|pendanaan|lembaga lain)\b", re.I)
"""Headings of columns that may say who pays for a work that someone has elsewhere."""


class BatasTenaga(Model):
    """`peran`: pendamping or pengajar where the requirements are for them only (A3, C3; B2, B4, D2)."""

    peran: str = ""


def _is_dash(row: Tenaga, field: str) -> bool:
    """A dash stands in the cell: there is none, and someone said so."""
    return row.has(field) and not row.blank(field) and row.problem(field) is None


@kind("tenaga_sehat", BatasTenaga, isi=())
def tenaga_sehat(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """Someone without a letter of health."""
    for row, kegiatan in required_tenaga(lingkup, BatasTenaga(**k.batas).peran):
        if row.sehat:
            continue
        if row.sehat is False or _is_dash(row, "sehat"):
            yield row_finding(k, row.cell("sehat"), row, kegiatan)
        else:
            yield from missing_value(lingkup, k, row, "sehat")


@kind("tenaga_keahlian", BatasTenaga, isi=())
def tenaga_keahlian(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """Someone whose field of expertise is not stated."""
    for row, kegiatan in required_tenaga(lingkup, BatasTenaga(**k.batas).peran):
        if row.keahlian and not denies(lingkup.juknis, row.keahlian):
            continue
        if row.keahlian or _is_dash(row, "keahlian"):
            yield row_finding(k, row.cell("keahlian"), row, kegiatan)
        else:
            yield from missing_value(lingkup, k, row, "keahlian")


@kind("tenaga_bukti", BatasTenaga, isi=())
def tenaga_bukti(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """Someone with neither a certificate nor a letter."""
    for row, kegiatan in required_tenaga(lingkup, BatasTenaga(**k.batas).peran):
        if row.bukti and not denies(lingkup.juknis, row.bukti):
            continue
        if not row.has("bukti"):
            yield from missing_column(lingkup, k, row.tabel, "bukti", row.rincian)
        elif not row.problem("bukti"):
            yield row_finding(k, row.cell("bukti"), row, kegiatan)


@kind("tenaga_rangkap", BatasTenaga, isi=())
def tenaga_rangkap(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A pendamping of another institution at the same time, unless someone private pays for that."""
    for row, kegiatan in required_tenaga(lingkup, BatasTenaga(**k.batas).peran):
        if row.rangkap:
            if _payer(lingkup, row) != {"swasta"}:
                yield row_finding(k, row.cell("rangkap"), row, kegiatan)
        elif row.rangkap is None:
            yield from missing_value(lingkup, k, row, "rangkap")


def _payer(lingkup: Lingkup, row: Tenaga) -> frozenset[str]:
    """Who pays for the other work, in the cell itself or in one of the row that is headed so."""
    words = dictionary(lingkup.juknis, "sumber_biaya")
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


@kind("tenaga_pengalaman", BatasPengalaman, isi=("sebagai",), varian=("tiada", "belum_pasti"))
def tenaga_pengalaman(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """Someone with too few years, or with none at all."""
    b = BatasPengalaman(**k.batas)
    for row, kegiatan in required_tenaga(lingkup, b.peran):
        if b.pelaku and runs_a_business(lingkup, row):
            yield from _years(
                k, lingkup, row, kegiatan, "pengalaman", b.pelaku.tahun, " sebagai pelaku usaha"
            )
            yield from _years(
                k, lingkup, row, kegiatan, "pengalaman_pendamping", b.pelaku.pendamping, " sebagai pendamping"
            )
        elif b.sebagai_pendamping and row.pengalaman_pendamping is not None:
            yield from _years(
                k, lingkup, row, kegiatan, "pengalaman_pendamping", b.tahun, " sebagai pendamping"
            )
        else:
            sebagai = " sebagai pendamping" if b.sebagai_pendamping else ""
            yield from _years(k, lingkup, row, kegiatan, "pengalaman", b.tahun, sebagai)


def _years(
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
            yield from missing_value(lingkup, k, row, field)
    elif isinstance(years, KurangDari) and least is not None and years.batas > least:
        yield row_finding(
            k,
            row.cell(field),
            row,
            kegiatan,
            nilai=number_text(years),
            tahun=number_text(least),
            sebagai=sebagai,
            varian="belum_pasti",
            tingkat=Tingkat.TELAAH,
        )
    elif least is not None and years < least:
        yield row_finding(
            k,
            row.cell(field),
            row,
            kegiatan,
            nilai=number_text(years),
            tahun=number_text(least),
            sebagai=sebagai,
        )
    elif years <= 0:
        yield row_finding(k, row.cell(field), row, kegiatan, nilai=number_text(years), varian="tiada")


def runs_a_business(lingkup: Lingkup, row: Tenaga) -> bool:
    """Someone who runs a usaha: the column says so; where it does not, a NIB, the role or the institution."""
    if row.pelaku_usaha is not None or row.nib:
        return row.pelaku_usaha is not False
    words = dictionary(lingkup.juknis, "peran")
    return "pelaku_usaha" in words.golongan(row.peran) | words.golongan(row.instansi)
