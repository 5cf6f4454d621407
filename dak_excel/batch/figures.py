"""Ukuran: the figures of a daerah that the morning page shows, and where the day stands in the year."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal

from dak_excel.daerah.anggaran import budgets_of
from dak_excel.daerah.budget_total import budget_sum
from dak_excel.daerah.facts import value_of
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.serapan import Serapan
from dak_excel.daerah.spending import spending_lines
from dak_excel.juknis.model import Juknis, Rincian, Tenggat
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
    """Money (rupiah) and first output indicator of each rincian that the daerah takes part in."""
    lines = defaultdict(list)
    until = min(per, date(juknis.tahun, 12, 31))
    budgets = budgets_of(daerah)
    for line in spending_lines(daerah, juknis.tahun, budgets):
        lines[line.rincian].append(line)
    return [
        _absorption(
            rincian,
            lines[rincian.kode],
            outputs(daerah, rincian, until)[0],
            value_of(budget_sum(daerah, rincian.kode, budgets)),
        )
        for rincian in rincian_in_use(daerah, juknis)
    ]


def _absorption(rincian: Rincian, lines: list[Serapan], keluaran: Outcome, rab: Decimal | None) -> Absorption:
    """Of a rincian: what is known of it; where no sheet tells what was paid, that is unknown, not nought."""
    paid = [line.total for line in lines if line.total is not None]
    recorded = keluaran.isi.tercatat
    return Absorption(
        rincian=rincian.kode,
        nama=rincian.nama,
        pagu=float(sum(line.pagu or 0 for line in lines)),
        rab=float(rab) if rab is not None else None,
        realisasi=float(sum(paid)) if paid else None,
        bulan=[float(sum(line.bulan[month] or 0 for line in lines)) for month in range(12)],
        target=float(keluaran.sasaran) if keluaran.sasaran is not None else None,
        capaian=float(recorded) if recorded is not None else None,
        satuan=keluaran.keluaran.satuan,
    )
