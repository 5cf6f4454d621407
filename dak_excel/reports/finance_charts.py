"""The two charts of the reports: pagu and realisasi per rincian, and the cumulative line against the plan."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from dak_excel.daerah.serapan import Serapan
from dak_excel.indonesian import BULAN
from dak_excel.reports.word.charts import Grafik

_JUTA = Decimal(1_000_000)
LEBAR = 160.0


def _millions(value: Decimal | None) -> Decimal | None:
    return None if value is None else value / _JUTA


def rincian_chart(rows: Sequence[tuple[str, Decimal | None, Decimal | None]]) -> Grafik | str:
    """Bars of pagu and realisasi for (rincian, pagu, realisasi); empty when there is nothing to draw."""
    rows = [row for row in rows if row[1] or row[2]]
    if not rows:
        return ""
    return Grafik(
        jenis="batang",
        kategori=tuple(kode or "Lainnya" for kode, _, _ in rows),
        seri=(
            ("Pagu", tuple(_millions(pagu) for _, pagu, _ in rows)),
            ("Realisasi", tuple(_millions(paid) for _, _, paid in rows)),
        ),
        lebar=LEBAR,
        tinggi=min(200.0, 38.0 + 11.0 * len(rows)),
        alt="Grafik batang pagu dan realisasi setiap rincian kegiatan, dalam juta rupiah.",
    )


def cumulative_chart(lines: Sequence[Serapan], month: int) -> Grafik | str:
    """Lines of what was paid and planned since January; empty when no month is known."""
    paid = _running(lines, month, "bulan")
    plan = _running(lines, month, "rencana")
    if paid is None:
        return ""
    seri = [("Realisasi kumulatif", paid)]
    if plan is not None:
        seri.append(("Rencana kumulatif", plan))
    return Grafik(
        jenis="garis",
        kategori=tuple(nama[:3] for nama in BULAN[:month]),
        seri=tuple(seri),
        lebar=LEBAR,
        tinggi=80.0,
        alt="Grafik garis realisasi kumulatif per bulan dibanding rencananya, dalam juta rupiah.",
    )


def _running(lines: Sequence[Serapan], month: int, field: str) -> tuple[Decimal | None, ...] | None:
    values = [getattr(line, field)[:month] for line in lines]
    if not any(v is not None for row in values for v in row):
        return None
    total, running = Decimal(0), []
    for m in range(month):
        total += sum((row[m] or Decimal(0) for row in values), Decimal(0))
        running.append(_millions(total))
    return tuple(running)
