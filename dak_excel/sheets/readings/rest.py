"""What was paid, told by what is left: pagu − sisa is all that was paid, whatever the columns are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dak_excel.sheets.layout.headers import HeaderColumn
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.readings.plane import cents
from dak_excel.sheets.readings.thresholds import LEAST_REST, REACH, SAME
from dak_excel.sheets.readings.words import Told

PAID = ("sd_bulan_ini", "realisasi")
"""Fields that hold all that was paid, the first that a table has."""


def paid_by_rest(
    view: View, rows: Iterable[int], columns: Sequence[HeaderColumn], told: Mapping[int, Told]
) -> list[int]:
    """The columns that are pagu − sisa on every row, twice not nought; `told` is by column number."""
    kept = list(rows)[:REACH]
    money = {c.column: [cents(c.value(view, row)) for row in kept] for c in columns if c.parts}
    money = {column: values for column, values in money.items() if any(values)}
    plans = [
        c for c in money if told[c].is_("pagu", "jumlah") and not told[c].is_("realisasi", "sisa", "persen")
    ]
    rests = [c for c in money if told[c].is_("sisa") and not told[c].is_("persen") and not told[c].version]
    found: list[int] = []
    for rest in rests:
        for plan in plans:
            found += [
                other
                for other in money
                if other not in (rest, plan) and _is_rest(money[plan], money[other], money[rest])
            ]
    return sorted(set(found))


def _is_rest(plan: Sequence[int | None], paid: Sequence[int | None], rest: Sequence[int | None]) -> bool:
    """Whether plan − paid = rest wherever plan and rest are told."""
    telling = 0
    for whole, part, left in zip(plan, paid, rest, strict=True):
        if not whole or (left is None and part is None):
            continue
        if abs(whole - (part or 0) - (left or 0)) > SAME:
            return False
        telling += bool(part)
    return telling >= LEAST_REST


def planned_by_rest(
    view: View,
    rows: Iterable[int],
    columns: Sequence[HeaderColumn],
    paid: Sequence[int],
    rest: HeaderColumn | None,
) -> list[int]:
    """The columns that are what was paid and what is left together; `paid` are column numbers."""
    if rest is None or not paid:
        return []
    kept = list(rows)[:REACH]
    money = {c.column: [cents(c.value(view, row)) for row in kept] for c in columns if c.parts}
    left = [cents(rest.value(view, row)) for row in kept]
    return [
        plan
        for plan, whole in money.items()
        if plan not in (*paid, rest.column)
        and any(_is_rest(whole, money[one], left) for one in paid if one in money)
    ]
