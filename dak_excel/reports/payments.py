"""The register of SP2D, part of lampiran 1: payments by day, where a sheet gives the number of any SP2D."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from dak_excel.daerah.model import Daerah
from dak_excel.daerah.serapan import Serapan, paid_by_then
from dak_excel.indonesian import date_range, date_text, rupiah
from dak_excel.reports.content import BarisSp2d, RegisterSp2d
from dak_excel.reports.periods import Periode
from dak_excel.reports.word.markers import marker
from dak_excel.reports.wording import money, or_dash
from dak_excel.sheets.records import Baris, Realisasi


def register(daerah: Daerah, lines: Sequence[Serapan], periode: Periode) -> RegisterSp2d | None:
    """The payments of what the report tells anew; None where no sheet numbers any.

    `lines` are those that the report adds up: what differs from their sum is said.
    """
    rows = [row for row in _numbered(daerah) if row.tanggal and periode.start <= row.tanggal <= periode.end]
    if not rows:
        return None
    rows.sort(key=lambda row: (row.tanggal or date.max, row.bukti_bayar or ""))
    total = sum((row.realisasi or Decimal(0) for row in rows), Decimal(0))
    return RegisterSp2d(
        masa=date_range(periode.start, periode.end),
        baris=[_row(n, row) for n, row in enumerate(rows, 1)],
        jumlah=money(total),
        catatan=_beside(total, lines, periode),
    )


def _numbered(daerah: Daerah) -> list[Realisasi]:
    """The payments of the tables that number them; one that two sheets repeat is one."""
    tables = {id(row.tabel) for row in daerah.realisasi if row.tanggal and _of_sp2d(row)}
    found: dict[tuple[object, ...], Realisasi] = {}
    nth: dict[tuple[object, ...], int] = {}
    for row in daerah.realisasi:
        if id(row.tabel) not in tables or row.tabel.ragu or row.jenis is not Baris.RINCI or not row.realisasi:
            continue
        said = (row.bukti_bayar, row.tanggal, row.realisasi, row.rincian, (row.uraian or "").casefold())
        again = (id(row.tabel), *said)  # a table may well have two payments alike
        nth[again] = nth.get(again, 0) + 1
        found.setdefault((*said, nth[again]), row)
    return list(found.values())


def _of_sp2d(row: Realisasi) -> bool:
    """Whether a payment's number is that of an SP2D: its heading or itself says so. A receipt's is not."""
    titles = [column.judul for column in row.tabel.kolom if column.field == "bukti_bayar"]
    return bool(row.bukti_bayar) and any(
        "sp2d" in text.casefold() for text in (*titles, row.bukti_bayar or "")
    )


def _row(nomor: int, row: Realisasi) -> BarisSp2d:
    return BarisSp2d(
        nomor=str(nomor),
        sp2d=or_dash(row.bukti_bayar),
        tanggal=date_text(row.tanggal) if row.tanggal else "",
        rincian=or_dash(row.rincian),
        uraian=or_dash(row.uraian),
        jumlah=money(row.realisasi),
    )


def _beside(total: Decimal, lines: Sequence[Serapan], periode: Periode) -> str:
    """How the realisasi of these months differs from the register; empty where it does not."""
    before = paid_by_then(lines, periode.start.month - 1) if periode.start.month > 1 else Decimal(0)
    rest = paid_by_then(lines, periode.months) - before - total
    if abs(rest) < 1:
        return ""
    if rest > 0:
        return f"Realisasi masa ini {rupiah(rest)} lebih besar: selebihnya tercatat tanpa tanggal SP2D."
    why = marker("sebab selisih register SP2D dan realisasi")
    return f"Realisasi masa ini {rupiah(-rest)} lebih kecil daripada jumlah daftar ini: {why}."
