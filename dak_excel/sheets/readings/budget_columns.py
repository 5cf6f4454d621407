"""The columns of a budget: the product whose amount counts, its price, its volume or factors, its tax."""

from __future__ import annotations

from collections.abc import Sequence

from dak_excel.sheets.readings.relations import Product, Sum
from dak_excel.sheets.readings.table_columns import Columns, plain_amount, understood_rest
from dak_excel.sheets.readings.words import Told


def as_rab(work: Columns, found: Sequence[Product], added: Sequence[Sum]) -> bool:
    """Places the columns of a budget; False where no column holds its amounts."""
    product = _counted(work, found, added)
    amount = product.amount if product else plain_amount(work, added)
    if amount is None:
        return False
    if product:
        _price_and_volume(work, product)
        _tax(work, product, added)
        amount = _whole(work, product, found, added)
    work.put("jumlah", amount)
    understood_rest(work)
    return True


def _counted(work: Columns, found: Sequence[Product], added: Sequence[Sum]) -> Product | None:
    """The product whose amount counts: after a change, not before; of two unnamed ones the later."""
    if not found:
        return None
    most = max(p.telling for p in found)
    strong = [p for p in found if p.telling * 2 >= most]
    versions = {p.amount: work.told[p.amount].version for p in strong}
    if len(strong) > 1:
        newer = [p for p in strong if versions[p.amount] == "baru"] or [
            p for p in strong if versions[p.amount] != "lama"
        ]
        strong = newer or strong
    planned = [p for p in strong if work.told[p.amount].stage != "realisasi"]
    strong = planned or strong
    apart = [p for p in strong if not _of_one(p, strong[0])]
    if apart and not any(s.total not in {p.amount for p in strong} for s in added if len(s.parts) == 2):
        return max(strong, key=lambda p: p.amount)
    return max(strong, key=lambda p: (p.telling, _amount_words(work.told[p.amount]), p.amount))


def _of_one(a: Product, b: Product) -> bool:
    """Whether two products share a price or a factor."""
    return bool(set(a.prices) & set(b.prices) or set(a.factors) & set(b.factors)) or a is b


def _amount_words(told: Told) -> int:
    return told.is_("jumlah", "pagu") + (told.version == "baru")


def _whole(work: Columns, product: Product, found: Sequence[Product], added: Sequence[Sum]) -> int:
    """The amount of a line: what material and wage make together, or with its tax, where a column has it."""
    amounts = {p.amount for p in found}
    for one in added:
        if product.amount in one.parts and one.total not in one.parts and one.total > max(one.parts):
            others = [at for at in one.parts if at != product.amount]
            taxed = all(work.told[at].is_("ppn") for at in others)
            shared = all(at in amounts for at in others)
            if work.told[one.total].version == "selisih" or not (taxed or shared):
                continue
            if shared and not taxed:
                for name in ("harga",):
                    if column := work.matched.columns.pop(name, None):
                        work.matched.names.pop(column.column, None)
                        work.matched.spare.add(column.column)
            return one.total
    return product.amount


def _price_and_volume(work: Columns, product: Product) -> None:
    if len(product.prices) == 1:
        work.put("harga", product.prices[0])
    factors = sorted(product.factors)
    units = [
        at
        for at, told in enumerate(work.told)
        if told.is_("satuan") and at not in work.numeric and at not in factors
    ]
    if len(factors) == 1:
        at = factors[0]
        texts = any(isinstance(v, str) and any(c.isalpha() for c in v) for v in work.plane.cells[at])
        work.put("koefisien" if texts else "volume", at)
        if units:
            work.put("satuan", min(units, key=lambda unit: (abs(unit - at), unit < at)))
        return
    work.put_all("faktor", factors)
    between = [at for at in units if at > factors[0]]
    if between:
        work.matched.more["faktor_satuan"] = [work.columns[at] for at in between]
        for at in between:
            work.spare(at)
    elif units:
        work.put("satuan", units[0])


def _tax(work: Columns, product: Product, added: Sequence[Sum]) -> None:
    for at, told in enumerate(work.told):
        if told.is_("ppn") and at in work.numeric and work.columns[at].column not in work.matched.names:
            work.put("ppn", at)
            return
