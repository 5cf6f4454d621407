"""Realisasi keuangan as the reports print it: per rincian, per jenis belanja, per month, per budget line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dak_excel.daerah.anggaran import Anggaran as Budget
from dak_excel.daerah.budget_total import budget_sum
from dak_excel.daerah.facts import Known, Unknown, known_sum, value_of
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.serapan import Serapan, day_of_payments, month_end, paid_by_then
from dak_excel.daerah.spending import SISA_PAGU, unallocated, without_pagu
from dak_excel.indonesian import BULAN, date_text
from dak_excel.juknis.model import Juknis
from dak_excel.reports import wording
from dak_excel.reports.capaian import Anggaran
from dak_excel.reports.content import (
    BarisBulan,
    BarisKeuangan,
    BarisSemester,
    KelompokKeuangan,
    Keuangan,
    RincianBulanan,
    TabelBulanan,
)
from dak_excel.reports.disbursement import disbursement
from dak_excel.reports.finance_charts import cumulative_chart, rincian_chart
from dak_excel.reports.finance_sentences import (
    month_of_tables,
    notes,
    other_budgets,
    pagu_marker,
    paid_sum,
    realisasi,
    sentence,
)
from dak_excel.reports.payments import register
from dak_excel.reports.periods import Periode
from dak_excel.reports.wording import money
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


def budget_by_rincian(
    daerah: Daerah, lines: Sequence[Serapan], kodes: Iterable[str], budgets: Sequence[Budget]
) -> Anggaran:
    """Budget by rincian: that of the RAB, else the pagu of the realisation sheets; None where two disagree.

    A rincian for which no sheet gives any is left out.
    """
    found: Anggaran = {}
    for kode in kodes:
        answer = budget_sum(daerah, kode, budgets)
        if isinstance(answer, Unknown):
            pagu = known_sum([x.pagu for x in lines if x.rincian == kode])
            if pagu is not None:
                found[kode] = pagu
        else:
            found[kode] = value_of(answer)
    return found


def finance(
    daerah: Daerah, juknis: Juknis, periode: Periode, lines: Sequence[Serapan], budget: Anggaran
) -> Keuangan:
    """Everything on money, to the end of the period; `lines` are those of `spending_lines`, `budget`
    that of `budget_by_rincian`."""
    groups = _by_rincian(lines, juknis)
    paid = paid_sum(daerah, lines, periode)
    apart = _told_apart(lines, periode) and isinstance(paid, Known)
    budgeted = any(line.pagu is not None for line in lines)
    month = month_of_tables(daerah, lines, periode)
    lacking = frozenset(without_pagu(lines))
    table = _Table(
        month or periode.months, month is not None, budgeted, apart, lacking, daerah.pagu is not None
    )
    rest = unallocated(daerah, lines)
    beyond = [table.row("", SISA_PAGU, rest)] if rest else []
    whole = [*lines, *rest]
    halves = _semesters(juknis, groups, table)
    if halves and rest:
        halves.append(_semester("", SISA_PAGU, rest, table))
    return Keuangan(
        ada=bool(lines),
        judul="Realisasi" if table.known else "Pagu",
        sampai=f" sampai dengan {date_text(month_end(periode.tahun, month))}" if month else "",
        kalimat=sentence(daerah, lines, periode),
        realisasi=realisasi(daerah, lines, periode),
        rincian=[*(table.row(kode, _name(juknis, kode), rows) for kode, rows in groups.items()), *beyond],
        jenis=_expenditure_kinds(daerah, lines, table, beyond),
        jumlah=table.row("", "Jumlah", whole, total=True),
        bulan=_months(whole, table),
        ada_rencana=any(value is not None for line in lines for value in line.rencana),
        bulanan=[_monthly(juknis, groups, half, periode.tahun) for half in _halves(daerah, lines, periode)],
        semester=halves,
        jumlah_semester=_semester("", "Jumlah", whole, table, total=True) if halves else None,
        kelompok=[
            *(_group(juknis, kode, rows, table) for kode, rows in groups.items()),
            *(KelompokKeuangan("", SISA_PAGU, [], row) for row in beyond),
        ],
        catatan=[*other_budgets(lines, budget), *notes(daerah, lines, periode)],
        penyaluran=disbursement(daerah, paid, periode),
        sp2d=register(daerah, lines, periode) if isinstance(paid, Known) else None,
        grafik_rincian=rincian_chart(
            [(kode, known_sum([x.pagu for x in rows]), table.paid(rows)) for kode, rows in groups.items()]
        )
        if table.known and budgeted
        else "",
        grafik_kumulatif=cumulative_chart(lines, table.month) if table.known else "",
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """How the rows of one report are reckoned: to the end of which month, and whether payments are known."""

    month: int
    known: bool
    budgeted: bool
    """Whether any line has a pagu; where none has, there is nothing to set payments against."""
    halves: bool = False
    """Whether the semester before and this one are told apart."""
    lacking: frozenset[str] = frozenset()
    """The rincian of which no sheet tells the pagu."""
    allocated: bool = False
    """Whether the allocation of the daerah is known, so that the sum of all is too."""

    def pagu(self, lines: Sequence[Serapan], total: bool = False) -> tuple[Decimal | None, str]:
        """The pagu of some lines and how it is printed; unknown where it is that of a whole rincian."""
        unknown = [] if total and self.allocated else sorted({line.rincian for line in lines} & self.lacking)
        if unknown:
            return None, pagu_marker(unknown)
        value = (known_sum(line.pagu for line in lines) or Decimal(0)) if self.budgeted else None
        return value, money(value)

    def paid(self, lines: Sequence[Serapan]) -> Decimal | None:
        """Paid on some lines: 0 where nothing was, None where nobody can tell of any line."""
        return paid_by_then(lines, self.month) if self.known else None

    def row(self, kode: str, uraian: str, lines: Sequence[Serapan], total: bool = False) -> BarisKeuangan:
        """A row over some lines; a line without a pagu has none."""
        pagu, granted = self.pagu(lines, total)
        paid = self.paid(lines)
        rest = None if paid is None or pagu is None else pagu - paid
        last = paid_by_then(lines, 6) if self.halves else None
        this = None if last is None or paid is None else paid - last
        share = wording.share(paid, pagu)
        return BarisKeuangan(kode, uraian, granted, money(paid), share, money(rest), money(last), money(this))


def _by_rincian(lines: Sequence[Serapan], juknis: Juknis) -> dict[str, list[Serapan]]:
    """Lines by rincian in the order of the juknis; those without one last, under an empty code."""
    groups: dict[str, list[Serapan]] = defaultdict(list)
    for line in lines:
        groups[line.rincian].append(line)
    order = [kode for kode in juknis.rincian if kode in groups]
    return {kode: groups[kode] for kode in (*order, *(k for k in groups if k not in juknis.rincian))}


def _name(juknis: Juknis, kode: str) -> str:
    rincian = juknis.rincian.get(kode)
    return rincian.nama if rincian else TANPA


def _group(juknis: Juknis, kode: str, lines: Sequence[Serapan], table: _Table) -> KelompokKeuangan:
    rows = [table.row(line.kode, line.uraian, [line]) for line in lines]
    nama = _name(juknis, kode)
    return KelompokKeuangan(kode, nama, rows, table.row("", f"Jumlah {kode or nama}", lines))


def _expenditure_kinds(
    daerah: Daerah, lines: Sequence[Serapan], table: _Table, beyond: list[BarisKeuangan]
) -> list[BarisKeuangan]:
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
        rows.append(table.row(family, nama, groups[family]))
    return [*rows, *beyond]


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


def _months(lines: Sequence[Serapan], table: _Table) -> list[BarisBulan]:
    """One row a month to the end of the period; none where no sheet gives months, or nobody can tell."""
    if not table.known or not any(value is not None for line in lines for value in line.bulan):
        return []
    rows, running, pagu = [], Decimal(0), table.pagu(lines, total=True)[0]
    planned = any(value is not None for line in lines for value in line.rencana)
    for m in range(table.month):
        paid = known_sum([line.bulan[m] for line in lines]) or Decimal(0)
        running += paid
        plan = (known_sum([line.rencana[m] for line in lines]) or Decimal(0)) if planned else None
        rows.append(
            BarisBulan(BULAN[m], money(plan), money(paid), money(running), wording.share(running, pagu))
        )
    return rows


def _halves(daerah: Daerah, lines: Sequence[Serapan], periode: Periode) -> list[int]:
    """The first month, from 0, of each half-year with a table of months: of what the report tells anew, as
    far as the data reach."""
    until = day_of_payments(daerah, periode.end)
    if until is None or not any(value is not None for line in lines for value in line.bulan):
        return []
    return [half for half in range(0, until.month, 6) if half + 1 >= periode.start.month]


def _told_apart(lines: Sequence[Serapan], periode: Periode) -> bool:
    """Whether each payment tells its semester, in the report that sets one beside the other."""
    return periode.before is not None and all(
        line.until(6) is not None or not line.until(12) for line in lines
    )


def _semesters(juknis: Juknis, groups: dict[str, list[Serapan]], table: _Table) -> list[BarisSemester]:
    """The semester before, this one and their sum by rincian; only in the report of semester II, and only
    where each payment tells its semester."""
    if not table.halves:
        return []
    return [_semester(kode, _name(juknis, kode), rows, table) for kode, rows in groups.items()]


def _semester(
    kode: str, uraian: str, lines: Sequence[Serapan], table: _Table, total: bool = False
) -> BarisSemester:
    pagu, granted = table.pagu(lines, total)
    last, whole = paid_by_then(lines, 6), paid_by_then(lines, 12)
    share = wording.share(whole, pagu)
    return BarisSemester(kode, uraian, granted, money(last), money(whole - last), money(whole), share)


def _monthly(juknis: Juknis, groups: dict[str, list[Serapan]], first: int, tahun: int) -> TabelBulanan:
    months = range(first, first + 6)

    def row(kode: str, uraian: str, lines: Sequence[Serapan]) -> RincianBulanan:
        values = [known_sum([line.bulan[m] for line in lines]) or Decimal(0) for m in months]
        return RincianBulanan(kode, uraian, [money(v) for v in values], money(sum(values, Decimal(0))))

    every = [line for lines in groups.values() for line in lines]
    return TabelBulanan(
        judul=f"{BULAN[first]} s.d. {BULAN[first + 5]} {tahun}",
        bulan=[BULAN[m] for m in months],
        baris=[row(kode, _name(juknis, kode), lines) for kode, lines in groups.items()],
        jumlah=row("", "Jumlah", every),
    )
