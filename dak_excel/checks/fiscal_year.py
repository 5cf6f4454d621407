"""Everything within the fiscal year: `tahun_anggaran`, for activities, visits and payments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dak_excel.checks.registry import Scope, activity_finding, kind, row_finding
from dak_excel.checks.unreadable import NoParameters
from dak_excel.daerah.model import Kegiatan
from dak_excel.daerah.years import other_year
from dak_excel.findings import Temuan
from dak_excel.indonesian import date_range, date_text
from dak_excel.juknis.model import Ketentuan
from dak_excel.sheets.tabel import Span


@kind("tahun_anggaran", NoParameters, isi=("tahun",), varian=("bayar",))
def tahun_anggaran(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """An activity, a visit or a payment outside the fiscal year.

    Where all files are of another year, that is said once (`tahun_berkas`), and not of every row.
    """
    tahun = scope.juknis.tahun
    if other_year(scope.daerah, tahun):
        return
    for kegiatan in scope.kegiatan:
        yield from _kegiatan(k, kegiatan, tahun)
    for visit in scope.daerah.kunjungan:
        if visit.tanggal is not None and visit.tanggal.year != tahun:
            yield row_finding(
                k, visit.cell("tanggal"), visit, nilai=date_text(visit.tanggal), tahun=str(tahun)
            )
    for paid in scope.daerah.realisasi:
        if paid.tanggal is not None and paid.tanggal.year != tahun:
            yield row_finding(
                k,
                paid.cell("tanggal"),
                paid,
                nilai=date_text(paid.tanggal),
                rupiah=paid.realisasi,
                varian="bayar",
                tahun=str(tahun),
            )


def _kegiatan(k: Ketentuan, kegiatan: Kegiatan, tahun: int) -> Iterator[Temuan]:
    """The span that is written for an activity; else the first of its sessions that lies outside."""
    told = False
    for row in kegiatan.baris:
        if row.waktu is not None and _outside(row.waktu, tahun):
            told = True
            yield row_finding(k, row.cell("waktu"), row, kegiatan, nilai=_span(row.waktu), tahun=str(tahun))
    waktu = kegiatan.fact("waktu")
    if not kegiatan.baris and waktu is not None and _outside(waktu.nilai, tahun):
        told = True
        yield activity_finding(k, waktu.cell, kegiatan, nilai=_span(waktu.nilai), tahun=str(tahun))
    if told:
        return
    for session in kegiatan.jadwal:
        if session.waktu is not None and _outside(session.waktu, tahun):
            yield row_finding(
                k, session.cell("waktu"), session, kegiatan, nilai=_span(session.waktu), tahun=str(tahun)
            )
            return


def _outside(waktu: Span, tahun: int) -> bool:
    return waktu.mulai < date(tahun, 1, 1) or waktu.selesai > date(tahun, 12, 31)


def _span(waktu: Span) -> str:
    return date_range(waktu.mulai, waktu.selesai)
