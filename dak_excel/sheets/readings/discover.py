"""Budgets and payments that no vocabulary knows: a table of money is claimed by its arithmetic and a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.layout.headers import Header, columns_of
from dak_excel.sheets.layout.numbering import MOST_ROWS, is_numbering, numbering_below
from dak_excel.sheets.layout.signatures import row_closes
from dak_excel.sheets.layout.titles import read_titles
from dak_excel.sheets.layout.view import LONG, View, is_number
from dak_excel.sheets.readings.columns import Understood, understand
from dak_excel.sheets.readings.other_money import is_payroll, is_revenue, is_tax_book, of_spending
from dak_excel.sheets.readings.plane import cents
from dak_excel.sheets.readings.reading import Verdict
from dak_excel.sheets.readings.thresholds import DEEP, LEAST_PRODUCTS, MONEY, WORDS_ALONE
from dak_excel.sheets.readings.verdict import choose
from dak_excel.sheets.readings.wide import apart
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.tables.budget_body import read_budget_body
from dak_excel.sheets.tables.extract import Context
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.tables.names import Names, month_stage, names_of

_WORD = re.compile(
    r"\b(?:anggaran|biaya|rab|rka|rkas|rkpd|dpa|dppa|belanja|pagu|realisasi|apbd|apbdes|apbn|rekening|rak|"
    r"serapan|penyerapan|sp2d|spj|penarikan|hps|boq|rfk|lra|bku|buku kas|kas umum|alokasi dana|dana|"
    r"sisa anggaran|"
    r"sub kegiatan|akun|skpd|opd|urusan|"
    r"harga satuan|jumlah harga|total harga|koefisien)\b"
)
_BUDGET = re.compile(
    r"\b(?:anggaran|biaya|rab|rka|rkas|dpa|dppa|belanja|pagu|realisasi|apbd|apbdes|apbn|rak|serapan|penyerapan|sp2d|spj|"
    r"penarikan|hps|harga perkiraan|boq|bill of quantity|kuantitas dan harga|petunjuk operasional|pok|"
    r"kertas kerja|pengeluaran|bukti kas|kuitansi|rfk|lra|bku|buku kas|kas umum|alokasi dana|bahan praktik|"
    r"kebutuhan|rencana|(?:owner|engineer|cost|budget) (?:s )?(?:estimate|plan)|estimasi|perkiraan)\b"
)
_BOOK = re.compile(r"\b(?:buku|kas|bank|rekening koran|kas kegiatan|kas tunai)\b")
"""Titles of a book whose running balance holds."""
_AGENCY = re.compile(r"\bkeuangan(?: dan)? (?:aset|barang milik|kekayaan)(?: daerah)?\b")
"""`Badan Pengelolaan Keuangan dan Aset Daerah` above a budget: the office, not what the sheet is of."""


def discover(view: View, near: list[Header], context: Context, start: int) -> Iterator[tuple[Found, Verdict]]:
    """Tables of money from row `start` on that may be claimed, at most one of them.

    `near` are headers that the vocabulary came across and did not take.
    """
    if not _has_money(view, start):
        return
    for header in [*(h for h in near if h.first >= start), *_above_figures(view, start)]:
        claimed = claim(view, header, context)
        if claimed is not None:
            yield claimed
            return


def _has_money(view: View, start: int) -> bool:
    """Whether at least two rows hold an amount."""
    rows = 0
    for row in range(start, min(view.height, start + DEEP) + 1):
        amounts = (cents(v) for _, v in view.cells(row) if is_number(v) or isinstance(v, str))
        rows += any(n is not None and abs(n) >= 100 * MONEY for n in amounts)
        if rows >= 2:
            return True
    return False


def _above_figures(view: View, start: int) -> Iterator[Header]:
    """The rows of texts just above the first rows of figures."""
    for row in range(start + 1, min(view.height, start + 60) + 1):
        cells = view.cells(row)
        if len(cells) < 2 or is_numbering(view, row, cells[0][0], cells[-1][0]):
            continue
        if not any((n := cents(v)) is not None and n >= 100 * MONEY for _, v in cells):
            continue
        last = row - 1
        while last >= start and view.cells(last) and is_numbering(view, last, 1, view.width):
            last -= 1
        if not _texts(view, last):
            continue
        first, above = last, last
        while above - 1 >= start and last - above + 1 < MOST_ROWS and _texts(view, above - 1):
            above -= 1
            if len(view.cells(above)) >= 3:
                first = above
        columns = columns_of(view, first, last, 1, view.width)
        if len([c for c in columns if c.parts]) >= 2:
            yield Header(
                first, last, columns, numbering_below(view, last, columns[0].column, columns[-1].last)
            )
        return


def _texts(view: View, row: int) -> bool:
    """Whether a row may be one of headings: short texts, no figures, no `Lokasi : Kota`."""
    cells = view.cells(row)
    return bool(cells) and all(
        isinstance(v, str) and len(v) <= LONG and not v.lstrip().startswith(":") for _, v in cells
    )


def claim(view: View, header: Header, context: Context) -> tuple[Found, Verdict] | None:
    """The table of a header, if it is one of money by arithmetic and words together."""
    kosakata = context.kosakata
    judul = read_titles(view, 1, header.first - 1, kosakata, context.setting)
    names = names_of(view, judul, kosakata)
    sample = Sample(view, header, context.setting, kosakata)
    below = takewhile(lambda row: not row_closes(view, row, kosakata), range(header.body, view.height + 1))
    rows = [row for row in below if view.cells(row, header.left, header.right)]
    header = apart(view, header, rows, kosakata) or header
    known = understand(view, header, rows, kosakata, sample, month_stage(names))
    if known is None or "uraian" not in known.matched.columns:
        return None
    found = Found(known.kind, header, known.matched, judul)
    found.key = known.matched.columns["uraian"].column
    found.body = read_budget_body(view, found, kosakata)
    if not found.body.data:
        return None
    verdict = choose(view, replace(found), context, known)
    if not believable(known, verdict, names, header, context):
        return None
    return found, verdict


def _row_texts(verdict: Verdict) -> Iterator[str]:
    """The codes and texts of the rows of a reading."""
    for line in verdict.reading.budget.lines:
        yield line.kode
        yield line.text


def believable(known: Understood, verdict: Verdict, names: Names, header: Header, context: Context) -> bool:
    """Whether arithmetic and words together make a budget or a realisation of a table."""
    kosakata = context.kosakata
    headings = [t.text for t in known.told]
    around = tuple(_AGENCY.sub(" ", text) for text in (names.title, names.sheet, names.file))
    against = kosakata.jenis[known.kind].lawan
    own = kosakata.jenis[Kind.RAB].judul + kosakata.jenis[Kind.REALISASI].judul
    named = any(f" {word} " in f" {text} " for word in own for text in (names.title, names.sheet))
    multiplied = verdict.reading.evidence.closed and verdict.reading.evidence.products >= LEAST_PRODUCTS
    named = named or (multiplied and any(_BUDGET.search(text) for text in (names.title, names.sheet)))
    named = named or of_spending([line.kode for line in verdict.reading.budget.lines])
    if not named and any(
        f" {word} " in f" {text} "
        for word in against
        if word not in ("realisasi", "sp2d", "spj", "gaji")
        for text in (*headings, *around)
    ):
        return False
    if is_revenue(names.title, _row_texts(verdict)):
        return False
    if is_payroll(headings) and not verdict.reading.evidence.products and not known.register:
        return False
    told = {word for text in (*headings, *around) for word in _WORD.findall(text)}
    evidence = verdict.reading.evidence
    products = evidence.products >= 2 and evidence.products * 2 >= evidence.lines
    coded = evidence.sums >= 2 and len(evidence.wrong_sums) * 2 <= evidence.sums
    both = {"pagu", "realisasi"} <= verdict.reading.found.matched.columns.keys() and evidence.closed
    firm = products or coded or both or known.balance or known.register or bool(known.sums)
    budget = any(_BUDGET.search(text) for text in (*headings, *around))
    book = known.balance and any(_BOOK.search(text) for text in around)
    if is_tax_book(names.title):
        return False
    return (firm and budget) or book or len(told) >= WORDS_ALONE
