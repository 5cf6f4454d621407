"""Several readings of a table of money, and the one that its own arithmetic bears out.

The reading by the words is taken at once where it closes. Otherwise the same columns arranged by their sums
are tried, then the columns that the arithmetic tells. Where none closes, the best is taken with its
contradictions; where they outweigh what holds, the table is doubtful (`BACA-RAGU`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from dak_excel.indonesian import listing, number_text
from dak_excel.sheets.budget.lines import Budget
from dak_excel.sheets.budget.nodes import Node
from dak_excel.sheets.columns.match import TERBACA
from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.grid import column_letters
from dak_excel.sheets.layout.body import Body
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.readings.arranged import Figures, arrange_by_sums, figures, label_of, revenue_of
from dak_excel.sheets.readings.beside import set_apart
from dak_excel.sheets.readings.columns import Understood, understand
from dak_excel.sheets.readings.evidence import Evidence, weigh
from dak_excel.sheets.readings.left_over import amounts_left_over
from dak_excel.sheets.readings.passing import PASSED, passed_on, retold, taxes_below
from dak_excel.sheets.readings.plane import cell, cents
from dak_excel.sheets.readings.rest import PAID, paid_by_rest
from dak_excel.sheets.readings.thresholds import MANY, MONEY, REACH
from dak_excel.sheets.readings.tree import Label
from dak_excel.sheets.readings.wide import apart
from dak_excel.sheets.readings.witness import columns_against, fields_lost
from dak_excel.sheets.readings.words import all_told, contradictions
from dak_excel.sheets.records import Baris
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.tables.budget_body import read_budget_body
from dak_excel.sheets.tables.extract import Context
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.tables.names import month_stage, names_of
from dak_excel.sheets.vocabulary import Vocabulary

BY_WORDS = "menurut judul kolom"
BY_SUMS = "judul kolom, susunan menurut jumlah"
BY_FIGURES = "kolom dan susunan menurut angka"
NAMED = ("uraian", "volume", "koefisien", "faktor", "harga", "jumlah", "pagu", "realisasi")
"""Columns that are told in the words of a verdict."""
PARTS = ("fisik", "persen", "sisa", "bulan_ini", "sd_bulan_ini", "sd_bulan_lalu", "tanggal")
"""Columns beside them in which two readings may differ."""


_MONEY_WORD = re.compile(
    r"\b(?:anggaran|keuangan|rupiah|rp|biaya|belanja|dana|kas|sp2d|spj|harga|serapan|rab|rka|dpa|uang)\b"
)


@dataclass(slots=True)
class Reading:
    """One complete reading of a table: its columns, its lines arranged, and the evidence."""

    name: str
    found: Found
    budget: Budget
    nodes: list[Node]
    numbers: Figures
    evidence: Evidence
    dropped: dict[int, str] = field(default_factory=dict)

    @property
    def amounts(self) -> str:
        """Which column was taken for what: `F untuk jumlah`."""
        have = self.found.matched.columns
        told = [f"{column_letters(have[n].column)} untuk {n}" for n in NAMED if n in have]
        return listing(told) if told else "tidak ada kolom"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided on a table. `ragu` is empty for a reading that can be believed."""

    reading: Reading
    ragu: str = ""
    lines: tuple[str, ...] = ()
    """The readings that were tried, each with what holds and what does not, in Bahasa Indonesia."""


def _aside(found: Found, nodes: list[Node], numbers: Figures, kosakata: Vocabulary) -> dict[int, str]:
    """Rows that are no lines though they have amounts: taxes and cash handed on, a tax below the total."""
    if found.kind is Kind.RAB:
        return taxes_below(nodes, numbers, kosakata)
    if "tanggal" in found.matched.columns:
        return passed_on(nodes, numbers, kosakata)
    return {}


def choose(view: View, found: Found, context: Context, known: Understood | None = None) -> Verdict:
    """The reading of a table of money that holds best; `known` where its columns come from the figures."""
    tried: list[Reading] = []
    set_apart(view, found, context.kosakata)
    readings = _candidates(view, found, context) if known is None else _discovered(view, found, context)
    for reading in readings:
        if tried:
            reading.evidence.witnesses += fields_lost(reading.found, tried[0].found)
        tried.append(reading)
        if reading.evidence.closed:
            break
    best = tried[-1] if tried[-1].evidence.closed else _best(tried)
    lines = tuple(describe(reading, reading is best) for reading in tried)
    best.dropped |= _aside(best.found, best.nodes, best.numbers, context.kosakata)
    best.budget.passed = {
        best.nodes[at].line.row: Decimal(best.numbers.values[at][0] or 0) / 100
        for at, why in best.dropped.items()
        if why == PASSED
    }
    left = amounts_left_over(view, best.found, best.nodes, best.numbers, best.dropped, context.kosakata)
    _settle(best)
    return Verdict(best, _doubt(best) or left or next(iter(best.evidence.witnesses), ""), lines)


def _settle(best: Reading) -> None:
    """Puts the arrangement of the best reading into its budget; sums that closed are not asked again."""
    if best.evidence.closed or best.name != BY_WORDS:
        for at, node in enumerate(best.nodes):
            if node.jenis is not Baris.RINCI and node.holds is None and best.evidence.closed:
                node.holds = at not in best.dropped
    best.budget.rearrange(best.nodes, best.dropped)


def _candidates(view: View, found: Found, context: Context) -> Iterator[Reading]:
    """Readings from the likeliest on; each costs more than the one before."""
    words = _by_words(view, found, context)
    yield words
    yield _by_sums(view, replace(found, body=_copy(found.body)), context, BY_SUMS)
    again = None if found.told else by_figures(view, found, context)  # columns that a person told stay
    if again is not None and not _same_columns(again, found):
        set_apart(view, again, context.kosakata)
        yield _by_sums(view, again, context, BY_FIGURES)


def _discovered(view: View, found: Found, context: Context) -> Iterator[Reading]:
    """Readings of a table whose columns are told by the figures."""
    yield _by_sums(view, replace(found, body=_copy(found.body)), context, BY_FIGURES)
    yield _by_words(view, found, context)


def _copy(body: Body) -> Body:
    return replace(body, data=list(body.data), unread=list(body.unread))


def _by_words(view: View, found: Found, context: Context) -> Reading:
    budget = Budget(view, replace(found, body=_copy(found.body)), context)
    numbers = figures(view, found.matched, budget.lines)
    dropped = retold(budget.nodes, numbers, context.kosakata)
    if found.kind is Kind.REALISASI:
        dropped |= dict.fromkeys(revenue_of(budget.lines, context.kosakata), "pendapatan")
    evidence = weigh(budget.nodes, numbers, dropped)
    if any(label_of(line, context.kosakata) in (Label.CARRIED, Label.DISCOUNT) for line in budget.lines):
        evidence.misnamed += 1
    evidence.unproved += _odd(budget.nodes, numbers)
    _look_at_columns(view, budget.found, evidence, context)
    return Reading(BY_WORDS, budget.found, budget, budget.nodes, numbers, evidence, dropped)


def _odd(nodes: list[Node], numbers: Figures) -> int:
    """Lines without volume and price among lines that have them, which may be headings."""
    lines = [
        at
        for at, n in enumerate(nodes)
        if n.jenis is Baris.RINCI and any(v is not None for v in numbers.values[at])
    ]
    bare = [at for at in lines if not nodes[at].line.calculated]
    return len(bare) if 0 < len(bare) <= len(lines) - len(bare) else 0


def _unread(view: View, found: Found) -> int:
    """Columns of money under a heading that the reading leaves out, and a missing column of texts."""
    matched = found.matched
    first = found.header.body
    rows = found.body.data[:REACH] or range(first, min(found.body.end, first + REACH))
    count = int("uraian" not in matched.columns and "kode" not in matched.columns)
    counted = any(name in matched.columns for name in ("volume", "koefisien", "faktor", "hitungan"))
    unmultiplied = found.kind is Kind.RAB and ("harga" in matched.columns) is not counted
    for column in found.header.columns:
        if matched.certainty.get(column.column, 0.0) >= TERBACA or not column.parts:
            continue
        if column.column in matched.spare:
            continue
        values = [value for row in rows if (value := cell(view, row, column)) is not None]
        numbers = [n for value in values if (n := cents(value)) is not None]
        least = 1 if unmultiplied else 100 * MONEY
        count += 2 * len(numbers) > len(values) and max(map(abs, numbers)) >= least
    return count


def _look_at_columns(view: View, found: Found, evidence: Evidence, context: Context) -> None:
    """What the columns say for themselves: money left unread, words that contradict."""
    evidence.unread = _unread(view, found)
    columns, have = found.header.columns, found.matched.columns
    evidence.misnamed += contradictions(have, columns, context.kosakata)
    evidence.witnesses = columns_against(view, found, context.kosakata)
    names = [name for name in PAID if name in have]
    several = any(len(found.matched.more.get(name, ())) > 1 for name in names)
    if found.kind is Kind.REALISASI and (names or "pagu" in have) and not several:
        told = dict(zip((c.column for c in columns), all_told(columns, context.kosakata), strict=True))
        whole = paid_by_rest(view, found.body.data, columns, told)
        evidence.misnamed += bool(whole) and not (names and {have[n].column for n in names} <= set(whole))


def _by_sums(view: View, found: Found, context: Context, name: str) -> Reading:
    budget = Budget(view, found, context)
    numbers = figures(view, found.matched, budget.lines)
    again = retold(budget.nodes, numbers, context.kosakata)
    arranged = arrange_by_sums(budget.lines, numbers, context.kosakata, budget.names_activity, again)
    dropped = {**arranged.dropped, **_receipts(view, found, budget, numbers)}
    evidence = weigh(arranged.nodes, numbers, dropped)
    evidence.unproved += not arranged.tree.whole and not evidence.unproved
    _look_at_columns(view, budget.found, evidence, context)
    return Reading(name, budget.found, budget, arranged.nodes, numbers, evidence, dropped)


def _receipts(view: View, found: Found, budget: Budget, numbers: Figures) -> dict[int, str]:
    """Rows of a cash book that pay nothing: receipts, opening balances."""
    if not found.matched.more.get("penerimaan"):
        return {}
    return {
        at: "penerimaan" for at, values in enumerate(numbers.values) if not any(values) or values[0] is None
    }


def by_figures(view: View, found: Found, context: Context) -> Found | None:
    """The same table with its columns understood by their figures."""
    kosakata = context.kosakata
    names = names_of(view, found.judul, kosakata)
    sample = Sample(view, found.header, context.setting, kosakata)
    rows = found.body.data or list(range(found.header.body, view.height + 1))
    header = apart(view, found.header, rows, kosakata) or found.header
    known = understand(view, header, rows, kosakata, sample, month_stage(names))
    if known is None or "uraian" not in known.matched.columns:
        return None
    again = Found(known.kind, header, known.matched, found.judul)
    again.key = known.matched.columns["uraian"].column
    again.certainty = found.certainty
    again.body = read_budget_body(view, again, kosakata)
    return again


def _same_columns(again: Found, found: Found) -> bool:
    def places(one: Found) -> dict[str, int]:
        return {n: c.column for n, c in one.matched.columns.items() if n in (*NAMED, *PARTS)}

    return again.kind is found.kind and places(again) == places(found)


def _best(tried: list[Reading]) -> Reading:
    """The best of readings of which none closes; the earlier where they are alike."""
    best = tried[0]
    for other in tried[1:]:
        if "harga" in best.found.matched.columns and "harga" not in other.found.matched.columns:
            continue  # what multiplies is not left out because it contradicts
        if other.evidence.score > best.evidence.score + 0.5:
            best = other
    return best


def holds_money(verdict: Verdict, context: Context) -> bool:
    """Whether a reading's amounts are rupiah, not counts: `Target, Realisasi` of a person's performance."""
    reading = verdict.reading
    told = all_told(reading.found.header.columns, context.kosakata)
    if any(t.is_("pagu", "sisa", "harga", "terima") or _MONEY_WORD.search(t.text) for t in told):
        return True
    around = names_of(reading.budget.view, reading.found.judul, context.kosakata)
    if any(_MONEY_WORD.search(text) for text in (around.title, around.sheet)):
        return True
    return max((abs(v) for row in reading.numbers.values for v in row if v), default=0) >= 100 * MONEY


def _doubt(best: Reading) -> str:
    """Why a reading is not to be believed, in Bahasa Indonesia; empty where it is."""
    evidence = best.evidence
    if evidence.against < MANY or evidence.against <= evidence.held:
        return ""
    parts = []
    if evidence.wrong_products:
        parts.append(f"{number_text(len(evidence.wrong_products))} baris tidak cocok dengan volume × harga")
    if evidence.wrong_sums:
        parts.append(f"{number_text(len(evidence.wrong_sums))} jumlah tidak cocok dengan baris di bawahnya")
    return f"Kolom {best.amounts}; {listing(parts)}"


def describe(reading: Reading, chosen: bool) -> str:
    """A reading and its evidence in one line, for `periksa --baca`."""
    evidence = reading.evidence
    products = evidence.products + len(evidence.wrong_products)
    sums = evidence.sums + len(evidence.wrong_sums)
    parts = [
        f"{number_text(evidence.products)} dari {number_text(products)} baris cocok dengan volume × harga",
        f"{number_text(evidence.sums)} dari {number_text(sums)} jumlah cocok",
        f"{number_text(evidence.unproved)} baris tanpa bukti",
    ]
    ending = " — dipakai" if chosen else ""
    return (
        f"Bacaan {reading.name} ({reading.found.kind.value}: {reading.amounts}): {', '.join(parts)}{ending}"
    )
