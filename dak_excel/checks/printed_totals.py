"""What a sheet prints of itself against what was read of it: `jumlah_tertulis`.

Sums within a RAB are the business of `rab_subtotal`; a table whose reading is doubtful has its own finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from dak_excel.checks.registry import Scope, kind, temuan
from dak_excel.checks.unreadable import NoParameters
from dak_excel.daerah.budget_rows import line_amount, per_tabel, row_type
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.orang import distinct_people
from dak_excel.daerah.printed import Printed, payment_totals, title_total
from dak_excel.daerah.printed_counts import Counted, list_counts
from dak_excel.daerah.serapan import serapan
from dak_excel.daerah.summaries import Apart, summaries_apart
from dak_excel.findings import Temuan
from dak_excel.indonesian import number_text, short_rupiah
from dak_excel.juknis.model import Ketentuan
from dak_excel.sheets.records import Baris, Peserta, Realisasi, Tenaga
from dak_excel.sheets.tabel import Tabel


@kind("jumlah_tertulis", NoParameters, isi=("terbaca", "baris", "lain"), varian=("orang", "rekap", "tabel"))
def jumlah_tertulis(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """A total or count that a sheet prints and that what was read does not make."""
    daerah = scope.daerah
    for tabel, rows in _payments(daerah):
        for printed in payment_totals(rows):
            yield _money(k, printed, tabel)
    for printed, tabel in _titles(daerah):
        yield _money(k, printed, tabel)
    for apart in summaries_apart(serapan(daerah, scope.juknis.tahun)):
        yield _summary(k, apart)
    yield from _people(k, daerah)


def _summary(k: Ketentuan, apart: Apart) -> Temuan:
    """On the cell of the summary: the lines that count are in other sheets."""
    row, other = apart.summary[0].baris[0], apart.lines[0].baris[0].tabel.grid
    name = row.rincian or row.kode or ""
    return temuan(
        k,
        row.cell("realisasi"),
        subjek=f"Realisasi {name}",
        identitas=f"{row.tabel.grid.sheet}|{name}",
        rincian=row.rincian,
        nilai=short_rupiah(apart.told),
        rupiah=abs(apart.told - apart.read),
        varian="rekap",
        lain="",
        terbaca=short_rupiah(apart.read),
        baris=f"lembar «{other.sheet}»",
    )


def _money(k: Ketentuan, printed: Printed, tabel: Tabel) -> Temuan:
    first, last = printed.rows
    return temuan(
        k,
        printed.cell,
        subjek=printed.label or "JUMLAH",
        identitas=f"{tabel.grid.sheet}|{printed.label}|{printed.cell.column}",
        rincian=tabel.rincian,
        kegiatan=tabel.kegiatan,
        nilai=short_rupiah(printed.written),
        rupiah=abs(printed.apart),
        varian="tabel" if printed.more else "",
        lain=str(printed.more),
        terbaca=short_rupiah(printed.read),
        baris=f"baris {first}–{last}" if first != last else f"baris {first}",
    )


def _payments(daerah: Daerah) -> list[tuple[Tabel, list[Realisasi]]]:
    tables: dict[int, tuple[Tabel, list[Realisasi]]] = {}
    for row in daerah.realisasi:
        tables.setdefault(id(row.tabel), (row.tabel, []))[1].append(row)
    return [(tabel, rows) for tabel, rows in tables.values() if not _doubtful(tabel)]


def _titles(daerah: Daerah) -> Iterator[tuple[Printed, Tabel]]:
    """Totals in the titles of budgets and of accounts of spending."""
    sums: dict[int, Decimal] = {}
    tables: list[Tabel] = []
    for tabel, budget in per_tabel(daerah.rab):
        lines = [row for row in budget if row_type(row) is Baris.RINCI]
        sums[id(tabel)] = sum((line_amount(row) or Decimal(0) for row in lines), Decimal(0))
        tables.append(tabel)
    for tabel, rows in _payments(daerah):
        pagu = [row.pagu for row in rows if row.jenis is Baris.RINCI and row.pagu is not None]
        sums[id(tabel)] = sum(pagu, Decimal(0))
        tables.append(tabel)
    books: dict[str, Decimal] = defaultdict(Decimal)
    for tabel in tables:
        books[tabel.grid.workbook] += sums[id(tabel)]
    for tabel in tables:
        whole = (sums[id(tabel)], books[tabel.grid.workbook], sum(sums.values()), daerah.pagu or Decimal(0))
        if not _doubtful(tabel) and (printed := title_total(tabel, map(Decimal, whole))):
            yield printed, tabel


def _people(k: Ketentuan, daerah: Daerah) -> Iterator[Temuan]:
    """Counts above and below lists of peserta and of tenaga."""
    of_activity: dict[int, set[int]] = defaultdict(set)
    for kegiatan in daerah.kegiatan:
        counts = {len(distinct_people(kegiatan.peserta)), len(kegiatan.peserta)}
        for tabel_id in {id(row.tabel) for row in kegiatan.peserta}:
            of_activity[tabel_id] |= counts
    lists: dict[int, list[Peserta]] = {}
    for person in daerah.peserta:
        lists.setdefault(id(person.tabel), []).append(person)
    of_book = _of_books(lists.values())
    for rows in lists.values():
        others = of_activity[id(rows[0].tabel)] | of_book[rows[0].tabel.grid.workbook]
        for found in list_counts(rows[0].tabel, rows, others):
            yield _miscounted(k, rows[0].tabel, found, "Jumlah peserta")
    yield from _tenaga(k, daerah)


def _tenaga(k: Ketentuan, daerah: Daerah) -> Iterator[Temuan]:
    """Counts above and below lists of tenaga; the lists of one file may be counted together."""
    lists: dict[int, list[Tenaga]] = {}
    for person in daerah.tenaga:
        lists.setdefault(id(person.tabel), []).append(person)
    of_book: dict[str, set[str]] = defaultdict(set)
    for person in daerah.tenaga:
        of_book[person.tabel.grid.workbook].add(person.nik or (person.nama or "").casefold())
    for rows in lists.values():
        tabel = rows[0].tabel
        for found in list_counts(tabel, rows, {len(of_book[tabel.grid.workbook])}):
            yield _miscounted(k, tabel, found, "Jumlah tenaga")


def _miscounted(k: Ketentuan, tabel: Tabel, found: Counted, subjek: str) -> Temuan:
    return temuan(
        k,
        found.cell,
        subjek=subjek,
        identitas=f"{tabel.grid.sheet}|orang",
        rincian=tabel.rincian,
        kegiatan=tabel.kegiatan,
        nilai=f"{number_text(found.written)} orang",
        varian="orang",
        lain="",
        terbaca=f"{number_text(found.read)} orang",
        baris=f"baris {tabel.body[0]}–{tabel.body[1]}",
    )


def _of_books(lists: Iterable[list[Peserta]]) -> dict[str, set[int]]:
    """For each file how many people each of its lists has, and all of them together."""
    books: dict[str, list[list[Peserta]]] = defaultdict(list)
    for rows in lists:
        books[rows[0].tabel.grid.workbook].append(rows)
    counts: dict[str, set[int]] = {}
    for book, own in books.items():
        every = [row for rows in own for row in rows]
        counts[book] = {len(every), len(distinct_people(every)), *map(len, own)}
    return counts


def _doubtful(tabel: Tabel) -> bool:
    return bool(getattr(tabel, "ragu", ""))
