"""Tables: a daerah that was read and checked, as lists of plain rows under the names of `Hasil`.

The facts beside the records (who is one person, age, JPL, state, what a line adds to the RAB) are asked of
`daerah`; none is computed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dak_excel.api.frames import DAY, Schema
from dak_excel.api.records import WHERE, row, schema
from dak_excel.daerah.anggaran import budget_lines
from dak_excel.daerah.budget_rows import line_amount
from dak_excel.daerah.capaian import Indikator, capaian_kegiatan
from dak_excel.daerah.facts import value_of
from dak_excel.daerah.jpl import jpl
from dak_excel.daerah.keluaran import completed
from dak_excel.daerah.model import Daerah, Kegiatan
from dak_excel.daerah.orang import People, age_at_activity, distinct_people, people_of, rows_of_ikm
from dak_excel.daerah.progress import State, progress_on
from dak_excel.daerah.serapan import day_of_data
from dak_excel.findings import Status, Tingkat
from dak_excel.juknis.model import Juknis
from dak_excel.privacy import mask
from dak_excel.results.daerah import DaerahResult
from dak_excel.sheets.records import BarisRab, Jadwal, Kunjungan, Peserta, Realisasi, Sentra, Tenaga

Row = dict[str, Any]

_TEMUAN: Schema = {
    "daerah": "string",
    "provinsi": "string",
    "folder": "string",
    "berkas": "string",
    "lembar": "string",
    "sel": "string",
    "rincian": "string",
    "ketentuan": "string",
    "tingkat": " < ".join(tingkat.value for tingkat in reversed(Tingkat)),
    "status": " < ".join(status.value for status in Status),
    "pesan": "string",
    "saran": "string",
    "rujukan": "string",
    "kutipan": "string",
    "subjek": "string",
    "rupiah": "Float64",
}
_KEGIATAN: Schema = {
    **WHERE,
    "angkatan": "string",
    "mulai": DAY,
    "selesai": DAY,
    "tempat": "string",
    "sentra": "string",
    "komoditi": "string",
    "jpl": "Float64",
    "keadaan": " < ".join(
        state.value for state in (State.BELUM, State.TIDAK_TERCATAT, State.BERJALAN, State.SELESAI)
    ),
    "target": "Float64",
    "capaian": "Float64",
    "peserta": "Int64",
    "tuntas": "Int64",
}
_OF_PESERTA = {"orang": "Int64", "ikm": "Int64", "umur": "Int64", "tuntas": "boolean"}

SCHEMAS: Mapping[str, Schema] = {
    "temuan": _TEMUAN,
    "kegiatan": _KEGIATAN,
    "peserta": schema(Peserta) | _OF_PESERTA,
    "tenaga": schema(Tenaga),
    "rab": schema(BarisRab) | {"rupiah": "Float64"},
    "realisasi": schema(Realisasi),
    "jadwal": schema(Jadwal),
    "sentra": schema(Sentra),
    "kunjungan": schema(Kunjungan),
    "serapan": {
        "daerah": "string",
        "folder": "string",
        "rincian": "string",
        "bulan": "Int64",
        "realisasi": "Float64",
    },
    "tenggat": {
        "daerah": "string",
        "folder": "string",
        "ketentuan": "string",
        "nama": "string",
        "tanggal": DAY,
        "surat": DAY,
        "perlu": "boolean",
        "terlambat": "Int64",
    },
    "berkas": {
        "daerah": "string",
        "folder": "string",
        "berkas": "string",
        "lembar": "Int64",
        "sebab": "string",
    },
}
"""Columns and dtypes of each table."""


def tables_of(
    daerah: Daerah, hasil: DaerahResult, juknis: Juknis, *, whole: bool = False
) -> Iterator[tuple[str, list[Row]]]:
    """Each table of a daerah by its name. `whole`: personal numbers and home addresses as they stand."""
    home = {"daerah": hasil.nama, "folder": hasil.folder}
    made: Mapping[str, Iterator[Row]] = {
        "temuan": _temuan(hasil),
        "kegiatan": (_kegiatan(k, daerah, juknis, hasil.per) for k in daerah.kegiatan),
        "peserta": _peserta(daerah, juknis.tahun, whole),
        "rab": _rab(daerah, whole),
        "serapan": _serapan(hasil),
        "tenggat": _tenggat(hasil),
        "berkas": _berkas(daerah),
        **{
            name: (row(record, whole=whole) for record in getattr(daerah, name))
            for name in ("tenaga", "realisasi", "jadwal", "sentra", "kunjungan")
        },
    }
    for name, rows in made.items():
        yield name, [home | one for one in rows]


def _temuan(hasil: DaerahResult) -> Iterator[Row]:
    for temuan in hasil.temuan:
        yield {"provinsi": hasil.provinsi, **temuan.model_dump(include=set(_TEMUAN))} | {
            "tingkat": temuan.tingkat.value
        }


def _kegiatan(kegiatan: Kegiatan, daerah: Daerah, juknis: Juknis, per: date) -> Row:
    place = kegiatan.tempat_temuan
    until = min(per, date(juknis.tahun, 12, 31))
    when, rincian = kegiatan.when, juknis.rincian.get(kegiatan.rincian)
    stated = None
    if rincian:
        stated = capaian_kegiatan(daerah, kegiatan, Indikator(rincian.kode, rincian.keluaran[0].hitung))
    found: Row = {
        "rincian": kegiatan.rincian,
        "kegiatan": mask(kegiatan.judul),
        "angkatan": kegiatan.angkatan,
        "mulai": when.nilai.mulai if when else None,
        "selesai": when.nilai.selesai if when else None,
        "jpl": value_of(jpl(kegiatan)),
        "keadaan": progress_on(kegiatan, until, day_of_data(daerah, until)).value,
        "capaian": stated.nilai if stated else None,
        "peserta": len(distinct_people(kegiatan.peserta)) if kegiatan.peserta else None,
        "tuntas": len(completed(kegiatan)) if kegiatan.peserta else None,
    }
    for name in ("tempat", "sentra", "komoditi"):
        fact = kegiatan.fact(name)
        found[name] = mask(str(fact.nilai)) if fact else None
    target = kegiatan.fact("target", "rencana") or kegiatan.fact("target")
    found["target"] = target.nilai if target else None
    if place:
        found |= {
            "berkas": place.workbook,
            "lembar": place.sheet,
            "baris": place.row or None,
            "sel": place.a1,
        }
    return found


def _peserta(daerah: Daerah, tahun: int, whole: bool) -> Iterator[Row]:
    rows = daerah.peserta
    person = {id(p): at for at, own in enumerate(People(people_of(rows)).rows, start=1) for p in own}
    ikm = {id(p): at for at, own in enumerate(rows_of_ikm(rows), start=1) for p in own}
    home = {id(p): k for k in daerah.kegiatan for p in k.peserta}
    stayed = {id(p) for k in daerah.kegiatan if k.peserta for p in completed(k)}
    for p in rows:
        kegiatan = home.get(id(p))
        facts: Row = {"orang": person.get(id(p)), "ikm": ikm.get(id(p))}
        if kegiatan:
            facts |= {"kegiatan": mask(kegiatan.judul), "rincian": kegiatan.rincian}
            facts |= {"umur": value_of(age_at_activity(p, kegiatan, tahun)), "tuntas": id(p) in stayed}
        yield row(p, whole=whole) | facts


def _rab(daerah: Daerah, whole: bool) -> Iterator[Row]:
    counted = {id(line) for line in budget_lines(daerah)}
    for line in daerah.rab:
        rupiah = line_amount(line) if id(line) in counted else None
        yield row(line, whole=whole) | {"rupiah": rupiah}


def _serapan(hasil: DaerahResult) -> Iterator[Row]:
    for spent in hasil.serap:
        if spent.realisasi is not None and any(spent.bulan):
            for month, paid in enumerate(spent.bulan, start=1):
                yield {"rincian": spent.rincian, "bulan": month, "realisasi": paid}


def _tenggat(hasil: DaerahResult) -> Iterator[Row]:
    for one in hasil.tenggat:
        sent = one.surat or (hasil.per if one.tanggal < hasil.per else None)
        late = max((sent - one.tanggal).days, 0) if sent and one.perlu else None
        yield {
            "ketentuan": one.id,
            "nama": one.nama,
            "tanggal": one.tanggal,
            "surat": one.surat,
            "perlu": one.perlu,
            "terlambat": late,
        }


def _berkas(daerah: Daerah) -> Iterator[Row]:
    for book in daerah.books:
        yield {"berkas": book.workbook, "lembar": len(book.sheets), "sebab": ""}
    for failed in daerah.gagal:
        yield {"berkas": failed.workbook, "lembar": 0, "sebab": failed.sebab}
