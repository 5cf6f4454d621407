"""Several readings of a table of money, and the one that its own arithmetic bears out.

The reading by the words is taken at once where it closes. Otherwise the same columns arranged by their sums
are tried, then the columns that the arithmetic tells. Where none closes, the best is taken with its
contradictions; where they outweigh what holds, the table is doubtful (`BACA-RAGU`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dak_excel.sheets.budget.lines import Budget
from dak_excel.sheets.budget.nodes import Node
from dak_excel.sheets.columns.match import TERBACA
from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.layout.body import Body
from dak_excel.sheets.layout.headers import HeaderColumn
from dak_excel.sheets.layout.view import View, is_number
from dak_excel.sheets.readings.arranged import Figures, arrange_by_sums, figures, label_of, revenue_of
from dak_excel.sheets.readings.beside import set_apart
from dak_excel.sheets.readings.columns import Understood, understand
from dak_excel.sheets.readings.evidence import Evidence, weigh
from dak_excel.sheets.readings.left_over import amounts_left_over
from dak_excel.sheets.readings.passing import PASSED, passed_on, retold, taxes_below
from dak_excel.sheets.readings.plane import calculated, cents
from dak_excel.sheets.readings.reading import (
    BY_FIGURES,
    BY_SUMS,
    BY_WORDS,
    NAMED,
    PARTS,
    Reading,
    Verdict,
    describe,
    doubt,
    tied,
)
from dak_excel.sheets.readings.rest import PAID, paid_by_rest
from dak_excel.sheets.readings.thresholds import LEAST_RELATED, MONEY, NEAR, REACH
from dak_excel.sheets.readings.tree import Label
from dak_excel.sheets.readings.wide import apart
from dak_excel.sheets.readings.witness import columns_against, fields_lost, rows_against
from dak_excel.sheets.readings.words import all_told, contradictions
from dak_excel.sheets.records import Baris
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.tables.budget_body import read_budget_body
from dak_excel.sheets.tables.extract import Context
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.tables.names import month_stage, names_of
from dak_excel.sheets.vocabulary import Vocabulary

_MONEY_WORD = re.compile(
    r"\b(?:anggaran|keuangan|rupiah|rp|biaya|belanja|dana|kas|sp2d|spj|harga|serapan|rab|rka|dpa|uang)\b"
)


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
    _no_counts(view, best.found)
    said = next(iter(best.evidence.witnesses), "") or rows_against(
        best.nodes, best.numbers, best.dropped, closed=best.evidence.closed
    )
    return Verdict(best, doubt(best) or left or said or tied(best, tried), lines)


def _no_counts(view: View, found: Found) -> None:
    """A target that is money is no count of people or goods: `Triwulan I / Target` in rupiah."""
    column = found.matched.columns.get("target") if found.kind is Kind.REALISASI else None
    if column is None:
        return
    amounts = [abs(n) for row in found.body.data[:REACH] if (n := cents(column.value(view, row))) is not None]
    if max(amounts, default=0) >= 100 * MONEY:
        found.matched.columns.pop("target")
        found.matched.names.pop(column.column, None)
        found.matched.spare.add(column.column)


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
        dropped |= _incoming(view, found, budget, numbers, context.kosakata)
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
        values = [value for row in rows if (value := column.value(view, row)) is not None]
        numbers = [n for value in values if (n := cents(value)) is not None]
        least = 1 if unmultiplied else 100 * MONEY
        count += 2 * len(numbers) > len(values) and max(map(abs, numbers)) >= least
    return count


def _look_at_columns(view: View, found: Found, evidence: Evidence, context: Context) -> None:
    """What the columns say for themselves: money left unread, words that contradict."""
    evidence.unread = _unread(view, found)
    columns, have = found.header.columns, found.matched.columns
    evidence.misnamed += contradictions(have, columns, context.kosakata) + _numbers_as_texts(view, found)
    evidence.witnesses = columns_against(view, found, context.kosakata)
    names = [name for name in PAID if name in have]
    several = any(len(found.matched.more.get(name, ())) > 1 for name in names)
    if found.kind is Kind.REALISASI and (names or "pagu" in have) and not several:
        told = dict(zip((c.column for c in columns), all_told(columns, context.kosakata), strict=True))
        whole = paid_by_rest(view, found.body.data, columns, told)
        evidence.misnamed += bool(whole) and not (names and {have[n].column for n in names} <= set(whole))


def _numbers_as_texts(view: View, found: Found) -> int:
    """1 where the column of the texts holds numbers or calculations: `Kebutuhan` was how much is needed."""
    column = found.matched.columns.get("uraian")
    values = [column.value(view, row) for row in found.body.data[:REACH]] if column else []
    filled_ = [value for value in values if value is not None]
    if len(filled_) < LEAST_RELATED - 1:
        return 0
    beside = any(len(c.parts) and c.column not in found.matched.names for c in found.header.columns)
    numbers = 2 * sum(is_number(value) for value in filled_) > len(filled_)
    return int(numbers or (beside and calculated(filled_)))


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


def _incoming(
    view: View, found: Found, budget: Budget, numbers: Figures, kosakata: Vocabulary
) -> dict[int, str]:
    """Rows of a dated account with an amount only where receipts stand."""
    if "tanggal" not in found.matched.columns:
        return {}
    columns = found.header.columns
    income = [c for c, t in zip(columns, all_told(columns, kosakata), strict=True) if t.is_("terima")]
    return {
        at: "penerimaan"
        for at, line in enumerate(budget.lines)
        if not any(numbers.values[at]) and any(cents(c.value(view, line.row)) for c in income)
    }


def _receipts(view: View, found: Found, budget: Budget, numbers: Figures) -> dict[int, str]:
    """Rows of a cash book that pay nothing: receipts, opening balances."""
    income, have = found.matched.more.get("penerimaan"), found.matched.columns
    if not income:
        return {}
    if "realisasi" in have and "sisa" in have and income[0].column == have["realisasi"].column:
        return _risen(view, budget, have["sisa"])
    return {
        at: "penerimaan" for at, values in enumerate(numbers.values) if not any(values) or values[0] is None
    }


def _risen(view: View, budget: Budget, saldo: HeaderColumn) -> dict[int, str]:
    """Rows after which the balance of a book is higher than before: what came in."""
    out, before = {}, 0
    for at, line in enumerate(budget.lines):
        now = cents(saldo.value(view, line.row))
        if now is None:
            continue
        if now >= before:
            out[at] = "penerimaan"
        before = now
    return out


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
    def places(one: Found) -> dict[str, list[int]]:
        have, more = one.matched.columns, one.matched.more
        return {
            n: sorted(c.column for c in (more.get(n, [column]) if n == "faktor" else [column]))
            for n, column in have.items()
            if n in (*NAMED, *PARTS)
        }

    return again.kind is found.kind and places(again) == places(found)


def _best(tried: list[Reading]) -> Reading:
    """The best of readings of which none closes; the earlier where they are alike."""
    best = tried[0]
    for other in tried[1:]:
        if "harga" in best.found.matched.columns and "harga" not in other.found.matched.columns:
            continue  # what multiplies is not left out because it contradicts
        if other.evidence.score > best.evidence.score + NEAR:
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
