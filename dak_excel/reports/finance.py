"""Realisasi keuangan as the reports print it: per rincian, per jenis belanja, per month, per budget line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from dak_excel.daerah.anggaran import anggaran as susun_anggaran
from dak_excel.daerah.anggaran import baris_anggaran, jumlah_anggaran
from dak_excel.daerah.facts import Unknown, value_of
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.serapan import Serapan, serapan, tanpa_ulangan
from dak_excel.indonesian import BULAN
from dak_excel.juknis.model import Juknis
from dak_excel.reports import wording
from dak_excel.reports.capaian import Anggaran, jumlah
from dak_excel.reports.content import (
    BarisBulan,
    BarisKeuangan,
    KelompokKeuangan,
    Keuangan,
    RincianBulanan,
    TabelBulanan,
)
from dak_excel.reports.finance_charts import grafik_kumulatif, grafik_rincian
from dak_excel.reports.finance_sentences import catatan, dibayar, kalimat, realisasi
from dak_excel.reports.periods import Periode
from dak_excel.reports.wording import uang
from dak_excel.sheets.records import Baris, BarisRab, Realisasi

JENIS = {
    "5.1.01": "Belanja Pegawai",
    "5.1.02.01": "Belanja Barang",
    "5.1.02.02": "Belanja Jasa",
    "5.1.02.03": "Belanja Pemeliharaan",
    "5.1.02.04": "Belanja Perjalanan Dinas",
    "5.1.02.05": "Belanja Uang dan/atau Jasa untuk Diberikan kepada Pihak Ketiga/Pihak Lain/Masyarakat",
    "5.2": "Belanja Modal",
}
"""Kinds of expenditure by the beginning of their kode rekening (Permendagri 90/2019, Lampiran I.F)."""

TANPA = "Tanpa kode rincian"


def anggaran(daerah: Daerah, lines: Sequence[Serapan], kodes: Iterable[str]) -> Anggaran:
    """Budget by rincian: that of the RAB, else the pagu of the realisation sheets."""
    budgets = susun_anggaran(daerah)
    return {
        kode: value_of(budget)
        if not isinstance(budget := jumlah_anggaran(daerah, kode, budgets), Unknown)
        else jumlah([x.pagu for x in lines if x.rincian == kode])
        for kode in kodes
    }


def baris_rinci(daerah: Daerah, tahun: int) -> list[Serapan]:
    """The lines that add up to the whole, each payment once.

    A rincian for which no realisation sheet gives a pagu (only payments, or nothing yet) takes the lines of
    its RAB beside them.
    """
    lines = tanpa_ulangan(serapan(daerah, tahun))
    budgeted = {line.rincian for line in lines if line.pagu is not None}
    if not lines or "" in budgeted:
        return lines
    return lines + [
        Serapan(row.rincian, row.kode or "", row.uraian or "", pagu=row.jumlah)
        for row in baris_anggaran(daerah)
        if row.rincian and row.rincian not in budgeted
    ]


def keuangan(daerah: Daerah, juknis: Juknis, periode: Periode) -> Keuangan:
    """Everything on money, to the end of the period."""
    lines = baris_rinci(daerah, periode.tahun)
    groups = _by_rincian(lines, juknis)
    month = periode.bulan
    return Keuangan(
        ada=bool(lines),
        kalimat=kalimat(daerah, lines, periode),
        realisasi=realisasi(daerah, lines, periode),
        rincian=[_row(kode, _nama(juknis, kode), rows, month) for kode, rows in groups.items()],
        jenis=_jenis(daerah, lines, month),
        jumlah=_row("", "Jumlah", lines, month),
        bulan=_months(lines, month),
        ada_rencana=any(value is not None for line in lines for value in line.rencana),
        bulanan=[_monthly(juknis, groups, half, periode.tahun) for half in range(0, month, 6)],
        kelompok=[_group(juknis, kode, rows, month) for kode, rows in groups.items()],
        catatan=catatan(daerah, lines, periode),
        grafik_rincian=grafik_rincian(
            [(kode, jumlah([x.pagu for x in rows]), dibayar(rows, month)) for kode, rows in groups.items()]
        ),
        grafik_kumulatif=grafik_kumulatif(lines, month),
    )


def _by_rincian(lines: Sequence[Serapan], juknis: Juknis) -> dict[str, list[Serapan]]:
    """Lines by rincian in the order of the juknis; those without one last, under an empty code."""
    groups: dict[str, list[Serapan]] = defaultdict(list)
    for line in lines:
        groups[line.rincian].append(line)
    order = [kode for kode in juknis.rincian if kode in groups]
    return {kode: groups[kode] for kode in (*order, *(k for k in groups if k not in juknis.rincian))}


def _nama(juknis: Juknis, kode: str) -> str:
    rincian = juknis.rincian.get(kode)
    return rincian.nama if rincian else TANPA


def _row(kode: str, uraian: str, lines: Sequence[Serapan], month: int) -> BarisKeuangan:
    """A row over some lines."""
    pagu = jumlah([line.pagu for line in lines])
    paid = dibayar(lines, month)
    rest = None if pagu is None or paid is None else pagu - paid
    return BarisKeuangan(kode, uraian, uang(pagu), uang(paid), wording.bagian(paid, pagu), uang(rest))


def _group(juknis: Juknis, kode: str, lines: Sequence[Serapan], month: int) -> KelompokKeuangan:
    rows = [_row(line.kode, line.uraian, [line], month) for line in lines]
    nama = _nama(juknis, kode)
    return KelompokKeuangan(kode, nama, rows, _row("", f"Jumlah {kode or nama}", lines, month))


def _jenis(daerah: Daerah, lines: Sequence[Serapan], month: int) -> list[BarisKeuangan]:
    """Rows by kind of expenditure; none where no line has a kode rekening."""
    groups: dict[str, list[Serapan]] = defaultdict(list)
    for line in lines:
        groups[_family(line.kode)].append(line)
    if set(groups) <= {""}:
        return []
    names = _own_names(daerah)
    rows = []
    for family in sorted(groups, key=lambda f: (not f, f)):
        nama = (
            JENIS.get(family)
            or names.get(family)
            or (f"Kelompok {family}" if family else "Tanpa kode rekening")
        )
        rows.append(_row(family, nama, groups[family], month))
    return rows


def _family(kode: str) -> str:
    """The kind of expenditure that a kode rekening belongs to, `5.1.02.02`."""
    digits = ".".join(part.zfill(2) if n > 1 else part for n, part in enumerate(kode.strip(". ").split(".")))
    for family in JENIS:
        if digits == family or digits.startswith(f"{family}."):
            return family
    return ".".join(digits.split(".")[:4]) if digits[:1].isdigit() else ""


def _own_names(daerah: Daerah) -> dict[str, str]:
    """Names that the sheets' own heading rows give to a kode rekening."""
    rows: tuple[Realisasi | BarisRab, ...] = (*daerah.realisasi, *daerah.rab)
    return {
        _family(row.kode): row.uraian
        for row in reversed(rows)
        if row.jenis is Baris.SUBTOTAL
        and row.kode
        and row.uraian
        and _family(row.kode) == row.kode.strip(". ")
    }


def _months(lines: Sequence[Serapan], month: int) -> list[BarisBulan]:
    """One row a month to the end of the period; none where no sheet gives months."""
    if not any(value is not None for line in lines for value in line.bulan):
        return []
    rows, running, pagu = [], Decimal(0), jumlah([line.pagu for line in lines])
    for m in range(month):
        paid = jumlah([line.bulan[m] for line in lines])
        running += paid or 0
        plan = jumlah([line.rencana[m] for line in lines])
        rows.append(
            BarisBulan(BULAN[m], uang(plan), uang(paid), uang(running), wording.bagian(running, pagu))
        )
    return rows


def _monthly(juknis: Juknis, groups: dict[str, list[Serapan]], first: int, tahun: int) -> TabelBulanan:
    months = range(first, first + 6)

    def row(kode: str, uraian: str, lines: Sequence[Serapan]) -> RincianBulanan:
        values = [jumlah([line.bulan[m] for line in lines]) for m in months]
        return RincianBulanan(kode, uraian, [uang(v) for v in values], uang(jumlah(values)))

    every = [line for lines in groups.values() for line in lines]
    return TabelBulanan(
        judul=f"{BULAN[first]} s.d. {BULAN[first + 5]} {tahun}",
        bulan=[BULAN[m] for m in months],
        baris=[row(kode, _nama(juknis, kode), lines) for kode, lines in groups.items()],
        jumlah=row("", "Jumlah", every),
    )
