"""The register of SP2D, part of lampiran 1: payments by day, where a sheet gives the number of any SP2D."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from dak_excel.daerah.serapan import Serapan
from dak_excel.indonesian import date_range, date_text, rupiah
from dak_excel.reports.content import BarisSp2d, RegisterSp2d
from dak_excel.reports.finance_sentences import paid_by_then
from dak_excel.reports.periods import Periode
from dak_excel.reports.wording import money, or_dash
from dak_excel.sheets.records import Realisasi


def register(lines: Sequence[Serapan], periode: Periode) -> RegisterSp2d | None:
    """The payments of what the report tells anew; None where no sheet numbers any.

    A payment that two sheets repeat is one, as in `serapan`.
    """
    found: list[tuple[Realisasi, Serapan]] = []
    for line in lines:
        seen: set[tuple[date | None, Decimal | None]] = set()
        for row in line.baris:
            told = row.tanggal, row.realisasi
            if row.tanggal and row.realisasi is not None and told not in seen and _within(row, periode):
                seen.add(told)
                found.append((row, line))
    if not any(row.bukti_bayar for row, _ in found):
        return None
    found.sort(key=lambda pair: (pair[0].tanggal or date.max, pair[0].bukti_bayar or ""))
    total = sum((row.realisasi or Decimal(0) for row, _ in found), Decimal(0))
    return RegisterSp2d(
        masa=date_range(periode.sejak, periode.sampai),
        baris=[_row(n, row, line) for n, (row, line) in enumerate(found, 1)],
        jumlah=money(total),
        catatan=_beside(total, lines, periode),
    )


def _within(row: Realisasi, periode: Periode) -> bool:
    return row.tanggal is not None and periode.sejak <= row.tanggal <= periode.sampai


def _row(nomor: int, row: Realisasi, line: Serapan) -> BarisSp2d:
    return BarisSp2d(
        nomor=str(nomor),
        sp2d=or_dash(row.bukti_bayar),
        tanggal=date_text(row.tanggal) if row.tanggal else "",
        rincian=or_dash(line.rincian),
        uraian=or_dash(row.uraian),
        jumlah=money(row.realisasi),
    )


def _beside(total: Decimal, lines: Sequence[Serapan], periode: Periode) -> str:
    """What of the realisasi of these months stands in no line of the register; empty where nothing does."""
    before = paid_by_then(lines, periode.sejak.month - 1) if periode.sejak.month > 1 else Decimal(0)
    rest = paid_by_then(lines, periode.bulan) - before - total
    if abs(rest) < 1:
        return ""
    return (
        f"Realisasi masa ini berbeda {rupiah(abs(rest))} dari jumlah daftar: "
        "pembayaran itu tercatat tanpa tanggal SP2D."
    )
