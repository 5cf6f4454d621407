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
from dak_excel.checks.registry import Scope, kind, row_finding
from dak_excel.checks.tenaga_kegiatan import required_tenaga
from dak_excel.daerah.model import Kegiatan
from dak_excel.findings import Temuan, Tingkat
from dak_excel.indonesian import LessThan, number_text
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Tenaga
from dak_excel.sheets.values import parse_yes_no

_BIAYA = re.compile(r"\b(?:sumber|biaya|pembiayaan|dibiayai|pendanaan|lembaga lain)\b", re.I)
"""Headings of columns that may say who pays for a work that someone has elsewhere."""


class BatasTenaga(Model):
    """`peran`: pendamping or pengajar where the requirements are for them only (A3, C3; B2, B4, D2)."""

    peran: str = ""


def _is_dash(row: Tenaga, field: str) -> bool:
    """A dash stands in the cell: there is none, and someone said so."""
    return row.has(field) and not row.blank(field) and row.problem(field) is None


@kind("tenaga_sehat", BatasTenaga, isi=())
def tenaga_sehat(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """Someone without a letter of health."""
    for row, kegiatan in required_tenaga(scope, BatasTenaga(**k.batas).peran):
        if row.sehat:
            continue
        if row.sehat is False or _is_dash(row, "sehat"):
            yield row_finding(k, row.cell("sehat"), row, kegiatan)
        else:
            yield from missing_value(scope, k, row, "sehat")


@kind("tenaga_keahlian", BatasTenaga, isi=())
def tenaga_keahlian(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """Someone whose field of expertise is not stated."""
    for row, kegiatan in required_tenaga(scope, BatasTenaga(**k.batas).peran):
        if row.keahlian and not denies(scope.juknis, row.keahlian):
            continue
        if row.keahlian or _is_dash(row, "keahlian"):
            yield row_finding(k, row.cell("keahlian"), row, kegiatan)
        else:
            yield from missing_value(scope, k, row, "keahlian")


@kind("tenaga_bukti", BatasTenaga, isi=())
def tenaga_bukti(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """Someone with neither a certificate nor a letter."""
    for row, kegiatan in required_tenaga(scope, BatasTenaga(**k.batas).peran):
        if row.bukti and not denies(scope.juknis, row.bukti):
            continue
        if not row.has("bukti"):
            yield from missing_column(scope, k, row.tabel, "bukti", row.rincian)
        elif not row.problem("bukti"):
            yield row_finding(k, row.cell("bukti"), row, kegiatan)


@kind("tenaga_rangkap", BatasTenaga, isi=())
def tenaga_rangkap(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A pendamping of another institution at the same time, unless someone private pays for that."""
    for row, kegiatan in required_tenaga(scope, BatasTenaga(**k.batas).peran):
        payer = _payer(scope, row)
        if row.rangkap and (payer or parse_yes_no(row.raw("rangkap")) is True):
            if payer != {"swasta"}:
                yield row_finding(k, row.cell("rangkap"), row, kegiatan)
        elif row.rangkap is not False:
            # blank, or a text that says neither yes nor whom they work for
            yield from missing_value(scope, k, row, "rangkap")


def _payer(scope: Scope, row: Tenaga) -> frozenset[str]:
    """Who pays for the other work, in the cell itself or in one of the row that is headed so."""
    words = dictionary(scope.juknis, "sumber_biaya")
    texts = [str(row.raw("rangkap") or "")]
    grid = row.tabel.grid
    texts += [str(grid.at(row.row, c.column) or "") for c in row.tabel.kolom if _BIAYA.search(c.judul)]
    return frozenset().union(*(words.groups(text) for text in texts))


class PelakuYears(Model):
    """Years that a pelaku IKM needs: as pelaku, and as pendamping."""

    tahun: Decimal
    pendamping: Decimal


class BatasPengalaman(Model):
    """`tahun` None: experienced, no years set; `sebagai_pendamping`: years of that work alone; `pelaku`:
    other years for pelaku IKM (A3)."""

    peran: str = ""
    tahun: Decimal | None = None
    sebagai_pendamping: bool = False
    pelaku: PelakuYears | None = None


@kind("tenaga_pengalaman", BatasPengalaman, isi=("sebagai",), varian=("tiada", "belum_pasti"))
def tenaga_pengalaman(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """Someone with too few years, or with none at all."""
    b = BatasPengalaman(**k.batas)
    for row, kegiatan in required_tenaga(scope, b.peran):
        if b.pelaku and runs_a_business(scope, row):
            yield from _years(k, scope, row, kegiatan, "pengalaman", b.pelaku.tahun, " sebagai pelaku usaha")
            yield from _years(
                k, scope, row, kegiatan, "pengalaman_pendamping", b.pelaku.pendamping, " sebagai pendamping"
            )
        elif b.sebagai_pendamping and row.pengalaman_pendamping is not None:
            yield from _years(
                k, scope, row, kegiatan, "pengalaman_pendamping", b.tahun, " sebagai pendamping"
            )
        else:
            sebagai = " sebagai pendamping" if b.sebagai_pendamping else ""
            yield from _years(k, scope, row, kegiatan, "pengalaman", b.tahun, sebagai)


def _years(
    k: Ketentuan,
    scope: Scope,
    row: Tenaga,
    kegiatan: Kegiatan | None,
    field: str,
    least: Decimal | None,
    sebagai: str,
) -> Iterator[Temuan]:
    years: Decimal | None = getattr(row, field)
    if years is None:
        if not (field == "pengalaman" and least is None and row.pengalaman_pendamping):
            yield from missing_value(scope, k, row, field)
    elif isinstance(years, LessThan) and least is not None and years.batas > least:
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


def runs_a_business(scope: Scope, row: Tenaga) -> bool:
    """Someone who runs a usaha: the column says so; where it does not, a NIB, the role or the institution."""
    if row.pelaku_usaha is not None or row.nib:
        return row.pelaku_usaha is not False
    words = dictionary(scope.juknis, "peran")
    return "pelaku_usaha" in words.groups(row.peran) | words.groups(row.instansi)
