"""The sessions of an activity: `jadwal_urut` (ends before it starts), `jadwal_jpl` (they do not add up)."""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.checks.registry import Scope, activity_finding, kind, row_finding, temuan
from dak_excel.checks.unreadable import NoParameters
from dak_excel.daerah.facts import Known
from dak_excel.daerah.jpl import jpl
from dak_excel.daerah.model import Kegiatan
from dak_excel.findings import Temuan
from dak_excel.indonesian import date_text, number_text
from dak_excel.juknis.model import Ketentuan
from dak_excel.sheets.tabel import Kind, Record, Span


@kind("jadwal_urut", NoParameters, isi=("mulai", "selesai"))
def jadwal_urut(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A session whose hours, or a row whose days, end before they start."""
    for row in scope.daerah.jadwal:
        start, end = row.pukul_mulai, row.pukul_selesai
        if start is not None and end is not None and end < start:
            yield row_finding(
                k, row.cell("pukul_selesai"), row, mulai=f"pukul {start:%H.%M}", selesai=f"pukul {end:%H.%M}"
            )
        elif row.waktu is not None and row.waktu.selesai < row.waktu.mulai:
            yield _is_reversed(k, row, row.waktu)
    for kegiatan in scope.kegiatan:
        for plan in kegiatan.baris:
            if plan.waktu is not None and plan.waktu.selesai < plan.waktu.mulai:
                yield _is_reversed(k, plan, plan.waktu, kegiatan)


def _is_reversed(k: Ketentuan, row: Record, waktu: Span, kegiatan: Kegiatan | None = None) -> Temuan:
    return row_finding(
        k,
        row.cell("waktu"),
        row,
        kegiatan,
        mulai=date_text(waktu.mulai),
        selesai=date_text(waktu.selesai),
    )


@kind("jadwal_jpl", NoParameters, isi=("tertulis",))
def jadwal_jpl(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """The JPL of the sessions of an activity are together other than its stated JPL."""
    for kegiatan in scope.kegiatan:
        stated = jpl(kegiatan)
        if not isinstance(stated, Known) or not stated.lain:
            continue
        total = stated.lain[0]
        yield activity_finding(
            k, total.cell, kegiatan, nilai=number_text(total.nilai), tertulis=number_text(stated.nilai)
        )


@kind("lembar_kembar", NoParameters, isi=("lembar", "pertama"))
def lembar_kembar(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A sheet that was dropped twice; only the first counts.

    Sheets of realisation of one workbook are left out: months without payments are alike.
    """
    kinds = {s.grid.ref(): s.kind for book in scope.daerah.books for s in book.sheets}
    for copy, first in scope.daerah.kembar:
        if copy.workbook == first.workbook and kinds.get(copy) is Kind.REALISASI:
            continue
        yield temuan(
            k,
            copy,
            subjek=copy.sheet,
            identitas=str(first),
            lembar=copy.sheet,
            pertama=f"«{first.sheet}» pada {first.workbook}",
        )
