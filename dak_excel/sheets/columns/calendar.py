"""Columns that stand for months or quarters: amounts of a realisation, ticks in a plan."""

from __future__ import annotations

import re
from decimal import Decimal

from dak_excel.sheets.columns.likeness import names
from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.grid import Value
from dak_excel.sheets.kind_words import KindWords
from dak_excel.sheets.layout.headers import Header, HeaderColumn
from dak_excel.sheets.layout.month_headings import monthly
from dak_excel.sheets.values import parse_money
from dak_excel.sheets.vocabulary import Vocabulary

PASTI = 0.95
"""Likeness from which a heading is one of the field's own."""
NAMED_PAID = "realisasi menurut nama"
"""The stage of months where no title, only the name of the sheet or file, speaks of payments."""
LEAST_SPREAD = 3
"""Rows whose months must make their pagu before the months are called a plan."""
LEAST_TICKED = 3
"""Columns of months from which they are a calendar in which the months of an activity are ticked."""
_QUARTER = re.compile(
    r"\b(?:tw|triwulan|tri wulan|tribulan|kuartal|semester|smt)\s*(?:ke\s*)?(?:i{1,3}|iv|[1-4])\b"
)
_BUDGET = re.compile(r"\b(?:pagu|anggaran|dpa|dppa|alokasi|plafon)\b")
_SUM = frozenset({"total", "jumlah", "total realisasi", "jumlah realisasi", "jumlah total"})
_PHYSICAL = frozenset({"fisik", "persen", "volume", "output", "target"})


def months_of_payments(
    header: Header, words: KindWords, kosakata: Vocabulary, stage: str, matched: Matched, sample: Sample
) -> set[int]:
    """Places the columns of the months: fields `realisasi_bulan` and `rencana_bulan`, twelve each.

    `stage` is what columns that only name a month hold; where the title does not say, the sums may. All
    columns under a month are spoken for, read or not, so that a `Jumlah` under `Januari` is not taken for
    the pagu. Returns their numbers.
    """
    default = stage or _stage_by_sums(header, words, kosakata, sample)
    if default == NAMED_PAID:
        default = "rencana" if _spreads_the_budget(header, words, kosakata, sample) else "realisasi"
    taken: set[int] = set()
    to_date: dict[int, HeaderColumn] = {}
    chosen: dict[str, dict[int, HeaderColumn]] = {}
    unfit: dict[str, int] = {}
    for column in header.columns:
        found = monthly(column.parts, kosakata)
        if found is None:
            continue
        taken.add(column.column)
        matched.spare.add(column.column)
        tahap = found.tahap or default
        if not tahap or found.ukuran != "jumlah":
            continue
        if found.kumulatif:
            if tahap in ("realisasi", NAMED_PAID) and (sample.fit(column, "uang") or 0.0) >= 0.5:
                to_date[found.bulan] = column
            continue
        name, share = f"{tahap}_bulan", sample.fit(column, "uang")
        if share is not None and share < 0.5:
            unfit[name] = unfit.get(name, 0) + 1
        else:
            chosen.setdefault(name, {}).setdefault(found.bulan, column)
    for name, by_month in chosen.items():
        proved = sum(1 for column in by_month.values() if sample.fit(column, "uang") is not None)
        if unfit.get(name, 0) > proved:
            continue  # ticks or texts under the months, no amounts
        for column in by_month.values():
            matched.spare.discard(column.column)
            told = monthly(column.parts, kosakata)
            matched.names[column.column] = name
            matched.certainty[column.column] = 0.97 if told and told.tahap else 0.85
        matched.columns[name] = by_month[min(by_month)]
        matched.more[name] = [by_month[m] for m in sorted(by_month)]
    if to_date and "realisasi_bulan" not in matched.columns:
        _latest(to_date, matched, sample)
    return taken


def _latest(to_date: dict[int, HeaderColumn], matched: Matched, sample: Sample) -> None:
    """Of columns that each tell what was paid up to a month: that of the last month with an amount."""
    filled = [month for month, column in to_date.items() if any(map(_amount, sample.values(column)))]
    column = to_date[max(filled or to_date)]
    matched.spare.discard(column.column)
    matched.columns["sd_bulan_ini"] = column
    matched.names[column.column], matched.certainty[column.column] = "sd_bulan_ini", 0.9


def _amount(value: Value) -> bool:
    amount = parse_money(value)
    return isinstance(amount, Decimal) and bool(amount)


def _stage_by_sums(header: Header, words: KindWords, kosakata: Vocabulary, sample: Sample) -> str:
    """`realisasi` where columns that only name a month add up to the column of what was paid."""
    months, paid = [], None
    for column in header.columns:
        found = monthly(column.parts, kosakata)
        if found and found.ukuran == "jumlah" and not found.kumulatif and not found.tahap:
            months.append(sample.values(column))
        elif not found and names(column.parts, words, kosakata).get("realisasi", 0.0) >= PASTI:
            paid = paid or sample.values(column)
    if paid is None or len(months) < 3:
        return ""
    told = 0
    for at, value in enumerate(paid):
        total, parts = parse_money(value), [parse_money(month[at]) for month in months]
        amounts = [part for part in parts if isinstance(part, Decimal)]
        if isinstance(total, Decimal) and total and amounts:
            if sum(amounts) != total:
                return ""
            told += 1
    return "realisasi" if told else ""


def _spreads_the_budget(header: Header, words: KindWords, kosakata: Vocabulary, sample: Sample) -> bool:
    """Whether the months of every row make its pagu to the rupiah: a plan spreads all of it."""
    months, budget = [], None
    for column in header.columns:
        found = monthly(column.parts, kosakata)
        if found and found.ukuran == "jumlah" and not found.kumulatif and not found.tahap:
            months.append(sample.values(column))
            continue
        fits = names(column.parts, words, kosakata)
        if not found and fits.get("realisasi", 0.0) >= PASTI:
            return False
        told = " ".join(kosakata.standard(part) for part in column.parts)
        if budget is None and not found and _BUDGET.search(told):
            budget = sample.values(column)
    if budget is None or len(months) < 3:
        return False
    spread = 0
    for at, value in enumerate(budget):
        whole, parts = parse_money(value), [parse_money(month[at]) for month in months]
        if not isinstance(whole, Decimal) or not whole:
            continue
        if sum(part for part in parts if isinstance(part, Decimal)) != whole:
            return False
        spread += 1
    return spread >= LEAST_SPREAD


def quarters_of_payments(
    header: Header, kosakata: Vocabulary, stage: str, matched: Matched, sample: Sample
) -> set[int]:
    """Places amounts by quarter or half-year: field `realisasi_triwulan`, and the sum behind them.

    `Realisasi / TW I` is a part of what was paid, not all of it. Returns the numbers of all such columns.
    """
    quarters: list[HeaderColumn] = []
    to_date: dict[int, HeaderColumn] = {}
    taken: set[int] = set()
    for column in header.columns:
        told = " ".join(kosakata.standard(part) for part in column.parts)
        if not _QUARTER.search(told):
            continue
        taken.add(column.column)
        matched.spare.add(column.column)
        planned = "rencana" in told.split() or "target" in told.split() or "anggaran" in told.split()
        paid = "realisasi" in told.split() or (stage in ("realisasi", NAMED_PAID) and not planned)
        cumulative = "sd" in told.split() or "kumulatif" in told.split()
        if not paid or _PHYSICAL & set(told.split()):
            continue
        if cumulative and (sample.fit(column, "uang") or 0.0) >= 0.5:
            to_date[column.column] = column
        elif not cumulative:
            quarters.append(column)
    amounts = [column for column in quarters if (sample.fit(column, "uang") or 0.0) >= 0.5]
    if len(to_date) > 1 and not quarters and not {"realisasi_bulan", "sd_bulan_ini"} & matched.columns.keys():
        _latest(to_date, matched, sample)
    if not amounts or len(quarters) < 2:
        return taken
    for column in quarters:
        matched.spare.discard(column.column)
        matched.names[column.column], matched.certainty[column.column] = "realisasi_triwulan", 0.9
    matched.columns["realisasi_triwulan"] = quarters[0]
    matched.more["realisasi_triwulan"] = quarters
    at = header.columns.index(quarters[-1])
    behind = header.columns[at + 1] if at + 1 < len(header.columns) else None
    if behind and behind.parts and kosakata.standard(behind.parts[-1]) in _SUM:
        taken.add(behind.column)
        matched.columns["realisasi"] = behind
        matched.names[behind.column], matched.certainty[behind.column] = "realisasi", 0.9
    return taken


def months_ticked(header: Header, kosakata: Vocabulary, matched: Matched, sample: Sample) -> set[int]:
    """Places the months of a plan in which activities tick theirs: field `bulan_centang`."""
    columns = [c for c in header.columns if (found := monthly(c.parts, kosakata)) and not found.kumulatif]
    ticked = [c for c in columns if (sample.fit(c, "centang") or 0.0) >= 0.8]
    filled = [c for c in columns if sample.fit(c, "centang") is not None]
    if len(columns) < LEAST_TICKED or not ticked or len(ticked) < len(filled):
        return set()
    for column in columns:
        matched.names[column.column], matched.certainty[column.column] = "bulan_centang", 0.9
    matched.columns["bulan_centang"] = columns[0]
    matched.more["bulan_centang"] = columns
    return {column.column for column in columns}
