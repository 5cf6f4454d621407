"""Ukuran: the figures of a daerah that the morning page shows, and where the day stands in the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from dak_excel.daerah.anggaran import budgets_of
from dak_excel.daerah.budget_total import budget_sum
from dak_excel.daerah.facts import known_sum, value_of
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.serapan import Serapan, paid_by_then
from dak_excel.daerah.spending import SISA_PAGU, spending_lines, unallocated
from dak_excel.juknis.model import Juknis, Tenggat
from dak_excel.reports.pelaksanaan import Outcome, outputs, rincian_in_use
from dak_excel.results.facts import Absorption, TenggatResult


def deadline_results(daerah: Daerah, juknis: Juknis) -> list[TenggatResult]:
    """The deadlines of the year with the date of the letter that identitas records for each."""
    return [
        TenggatResult(
            id=t.id,
            nama=t.nama,
            tanggal=t.tanggal,
            surat=value if isinstance(value := daerah.told(t.kolom), date) else None,
            perlu=_is_due(t, daerah, juknis),
        )
        for t in juknis.tenggat
    ]


def _is_due(tenggat: Tenggat, daerah: Daerah, juknis: Juknis) -> bool:
    """Whether the occasion for a letter is there; most are always due."""
    rule = juknis.umum.get(tenggat.id)
    occasion = str(rule.batas.get("bila_ada") or "") if rule else ""
    return not occasion or daerah.told(occasion) is True or daerah.told(tenggat.kolom) is not None


def absorption(daerah: Daerah, juknis: Juknis, per: date) -> list[Absorption]:
    """Money (rupiah) and first output indicator of each rincian that the daerah takes part in.

    A last row without a rincian holds the money that belongs to none, where there is any, so that the
    rows add up to what the reports tell. Where no sheet tells any payment, that is unknown in every row,
    not nought.
    """
    until = min(per, date(juknis.tahun, 12, 31))
    budgets = budgets_of(daerah)
    lines = spending_lines(daerah, juknis.tahun, budgets)
    known = any(line.total is not None for line in lines)
    used = rincian_in_use(daerah, juknis)
    by_rincian: dict[str, list[Serapan]] = {rincian.kode: [] for rincian in used}
    rest = unallocated(daerah, lines)
    for line in lines:
        by_rincian.get(line.rincian, rest).append(line)
    rows = [
        Absorption(
            rincian=rincian.kode,
            nama=rincian.nama,
            rab=_number(value_of(budget_sum(daerah, rincian.kode, budgets))),
            **_output(outputs(daerah, rincian, until)[0]),
            **_money(by_rincian[rincian.kode], known),
        )
        for rincian in used
    ]
    return [*rows, Absorption(rincian="", nama=SISA_PAGU, **_money(rest, known))] if rest else rows


def _money(lines: Sequence[Serapan], known: bool) -> dict[str, Any]:
    """Pagu and payments of some lines; `known` is whether any sheet of the daerah tells payments."""
    return {
        "pagu": _number(known_sum(line.pagu for line in lines)),
        "realisasi": float(paid_by_then(lines, 12)) if known and lines else None,
        "bulan": [float(sum(line.bulan[month] or 0 for line in lines)) for month in range(12)],
    }


def _output(keluaran: Outcome) -> dict[str, Any]:
    return {
        "target": _number(keluaran.sasaran),
        "capaian": _number(keluaran.isi.tercatat),
        "satuan": keluaran.keluaran.satuan,
    }


def _number(value: Decimal | int | None) -> float | None:
    return None if value is None else float(value)
