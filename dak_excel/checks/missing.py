"""DATA-KOSONG: a value that a rule needs and that is not there.

The rule itself is never the finding then (ketentuan.md, head). A blank cell is told of on that cell; a column
that the sheet has not, once for the sheet; a value that is there and cannot be read is the business of the
data rules (DATA-ANGKA, NIK-FORMAT …), so nothing is said here. An activity that no kegiatan row speaks of
gives nothing: in the middle of a year that sheet has not been dropped yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dak_excel.checks.persetujuan import tak_dikenal
from dak_excel.checks.registry import Lingkup, identitas_baris, jenis, temuan
from dak_excel.checks.unreadable import masalah
from dak_excel.daerah.model import Kegiatan
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.tabel import Record, Tabel

ID = "DATA-KOSONG"


class BatasKosong(Model):
    """`sebutan`: field of a record → the name that the user knows it by."""

    sebutan: Mapping[str, str] = {}


@jenis(
    "kosong",
    BatasKosong,
    isi=("kolom", "untuk", "contoh"),
    varian=("kolom", "daftar", "tak_terbaca", "ambigu", "ketentuan"),
)
def kosong_umum(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """The cells of few possible words that hold another (variants `tak_terbaca`, `ambigu`).

    Blank cells are told of by the rules that need them, through `kosong`.
    """
    yield from masalah(k, lingkup)
    yield from tak_dikenal(k, lingkup)


def kosong(lingkup: Lingkup, k: Ketentuan, record: Record, *fields: str) -> Iterator[Temuan]:
    """DATA-KOSONG for a row in which none of `fields` (any one would do) gives what rule `k` needs."""
    if any(record.problem(name) for name in fields):
        return
    here = [name for name in fields if record.has(name)]
    if not here:
        yield from kolom_tiada(lingkup, k, record.tabel, fields[0], record.rincian)
        return
    name, row = here[0], record.row
    if here[0] not in record.tabel.columns and not (record.overrides and name in record.overrides):
        row = 0  # a title line stands for all rows
    key = (id(record.tabel), row, name)
    if key in lingkup.dikabarkan:
        return
    lingkup.dikabarkan.add(key)
    yield temuan(
        lingkup.juknis.umum[ID],
        record.cell(name),
        subjek=record.subjek,
        identitas=f"{name}|{identitas_baris(record) or row}",
        rincian=record.rincian or _kode(lingkup),
        kegiatan=record.kegiatan,
        kolom=_judul(record.tabel, name) or sebutan(lingkup, name),
        untuk=_untuk(k),
    )


def kolom_tiada(
    lingkup: Lingkup, k: Ketentuan, tabel: Tabel, field_name: str, rincian: str = ""
) -> Iterator[Temuan]:
    """DATA-KOSONG for a table that has no column for what rule `k` needs; once a table and column."""
    key = (id(tabel), 0, field_name)
    if key in lingkup.dikabarkan:
        return
    lingkup.dikabarkan.add(key)
    yield temuan(
        lingkup.juknis.umum[ID],
        tabel.ref,
        identitas=f"kolom {field_name}",
        rincian=rincian or tabel.rincian or _kode(lingkup),
        kegiatan=tabel.kegiatan,
        varian="kolom",
        kolom=sebutan(lingkup, field_name),
        untuk=_untuk(k),
    )


def kosong_kegiatan(lingkup: Lingkup, k: Ketentuan, kegiatan: Kegiatan, *fields: str) -> Iterator[Temuan]:
    """DATA-KOSONG for a fact of an activity, in its row of the kegiatan sheet, the row as done first."""
    rows = sorted(kegiatan.baris, key=lambda row: row.tahap != "realisasi")
    if not rows or any(row.problem(name) for row in rows for name in fields):
        return
    best = next((row for row in rows if any(row.has(name) for name in fields)), rows[0])
    yield from kosong(lingkup, k, best, *fields)


def sebutan(lingkup: Lingkup, field_name: str) -> str:
    """A field's name for the user."""
    names: Mapping[str, str] = lingkup.juknis.umum[ID].batas["sebutan"]
    return names.get(field_name) or field_name.replace("_", " ")


def _judul(tabel: Tabel, field_name: str) -> str:
    """The heading of a field's column as the sheet has it, on one line."""
    column = tabel.columns.get(field_name)
    return next((" ".join(kolom.judul.split()) for kolom in tabel.kolom if kolom.column == column), "")


def _untuk(k: Ketentuan) -> str:
    words = k.judul if k.judul[1:2].isupper() else f"{k.judul[:1].lower()}{k.judul[1:]}"
    return f"{words} ({k.id})"


def _kode(lingkup: Lingkup) -> str:
    return lingkup.rincian.kode if lingkup.rincian else ""
