"""What the numbers of a table's columns are to each other, row by row: products, sums, running balance."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import prod

from dak_excel.sheets.readings.plane import UNIT, Numbers, Plane
from dak_excel.sheets.readings.thresholds import (
    LEAST_PRODUCTS,
    LEAST_RELATED,
    MONEY,
    PRODUCTS,
    RELATED,
    SAME,
    TAXES,
    WIDE,
)


@dataclass(frozen=True, slots=True)
class Product:
    """`factors` × `prices` (together) = `amount`, by place of the columns; `tax` in per cent of the price."""

    amount: int
    prices: tuple[int, ...]
    factors: tuple[int, ...]
    rows: int
    """Rows on which it holds."""
    tested: int
    """Rows that have all its cells."""
    telling: int
    """Rows on which it holds with a volume other than 1."""
    tax: int = 100


@dataclass(frozen=True, slots=True)
class Sum:
    """The columns `parts` add up to `total`."""

    total: int
    parts: tuple[int, ...]
    rows: int


def product_holds(volume: int, price: int, amount: int, tax: int = 100) -> bool:
    """Whether parts (`UNIT`) of a volume × cents of a price make an amount in cents, but for rounding."""
    made = volume * price * tax // 100
    return abs(made - amount * UNIT) <= UNIT * max(SAME, abs(amount) // 20_000)


def products(
    plane: Plane,
    numeric: Sequence[int],
    no_factors: Container[int] = (),
    no_prices: Container[int] = (),
    called_prices: Container[int] = (),
    blocks: Mapping[int, str] | None = None,
) -> list[Product]:
    """The products that hold, the best for each amount; most rows first.

    `no_factors` and `no_prices` are columns whose words say that they are none; `called_prices`
    those that are called so; `blocks` tell columns before a change from those after.
    """
    volumes = {at: plane.volumes(at) for at in range(len(plane.columns)) if at not in no_factors}
    small = [at for at, numbers in volumes.items() if sum(1 for n in numbers if n) >= LEAST_PRODUCTS]
    money = [at for at in numeric if plane.greatest(at) >= MONEY * 10 and at not in no_prices][:WIDE]
    money.sort(key=lambda at: (at not in called_prices, -plane.greatest(at)))
    amounts = [at for at in numeric if plane.greatest(at) >= MONEY][:WIDE]
    found: list[Product] = []
    for amount in amounts:
        best: Product | None = None
        for prices in _prices(money or [at for at in amounts if at not in no_prices], amount):
            if not all(_of_one_block(at, amount, blocks) for at in prices):
                continue
            factors = [
                at for at in small if at != amount and at not in prices and _of_one_block(at, amount, blocks)
            ]
            for candidate in _factored(plane, volumes, amount, prices, factors[:12]):
                if best is None or _better(candidate, best):
                    best = candidate
        if best is not None:
            found.append(best)
    return sorted(found, key=lambda one: -one.telling)


def _of_one_block(a: int, b: int, blocks: Mapping[int, str] | None) -> bool:
    """Whether two columns may belong together: no heading says that they stand in different blocks."""
    if not blocks:
        return True
    return not blocks.get(a) or not blocks.get(b) or blocks[a] == blocks[b]


def _better(one: Product, other: Product) -> bool:
    return _merits(one) > _merits(other)


def _merits(one: Product) -> tuple[int, int, int, int]:
    """More rows, fewer columns, and among equals (prices that did not change) those nearest to the amount."""
    parts = (*one.prices, *one.factors)
    return one.telling, one.rows, -len(parts), -sum(abs(one.amount - at) for at in parts)


def _prices(money: Sequence[int], amount: int) -> Iterator[tuple[int, ...]]:
    """The columns that may hold the price of an amount: one, or two beside each other that add up."""
    for at in money:
        if at != amount:
            yield (at,)
    for a, b in pairwise(sorted(money)):
        if b == a + 1 and b < amount:
            yield (a, b)


def _factored(
    plane: Plane,
    volumes: dict[int, Numbers],
    amount: int,
    prices: tuple[int, ...],
    factors: Sequence[int],
) -> Iterator[Product]:
    numbers = plane.numbers
    rows = [at for at, total in enumerate(numbers[amount]) if total and any(numbers[p][at] for p in prices)]
    if len(rows) < LEAST_PRODUCTS:
        return
    price = {at: sum(numbers[p][at] or 0 for p in prices) for at in rows}
    for size in (1, 2, 3):
        for chosen in combinations(factors, size):
            if size > 1 and any(f > amount for f in chosen) and any(f < amount for f in chosen):
                continue
            product = _tested(rows, price, [volumes[f] for f in chosen], numbers[amount])
            if product is not None:
                held, tested, telling, tax = product
                yield Product(amount, prices, chosen, held, tested, telling, tax)


def _tested(
    rows: Sequence[int], price: dict[int, int], factors: Sequence[Numbers], amounts: Numbers
) -> tuple[int, int, int, int] | None:
    """Of the rows with all cells: how many hold, how many there are, how many tell; the tax that fits."""
    tested = telling = held = 0
    taxed = dict.fromkeys(TAXES, 0)
    for place, at in enumerate(rows):
        if place == 12 and held == 0 and not any(taxed.values()):
            return None  # nothing so far: the rest is not looked at
        filled = [number for numbers in factors if (number := numbers[at])]
        if not filled or 0 in [numbers[at] for numbers in factors]:
            continue  # a factor that is left out counts as one
        tested += 1
        volume = prod(filled) // UNIT ** (len(filled) - 1)
        amount = amounts[at] or 0
        if product_holds(volume, price[at], amount):
            held += 1
            telling += volume != UNIT
        else:
            for tax in TAXES:
                if product_holds(volume, price[at], amount, tax):
                    taxed[tax] += 1
    tax = max(taxed, key=lambda one: taxed[one])
    if taxed[tax] > held:
        return (taxed[tax], tested, taxed[tax], tax) if _holds(taxed[tax], tested, taxed[tax]) else None
    return (held, tested, telling, 100) if _holds(held, tested, telling) else None


def _holds(held: int, tested: int, telling: int) -> bool:
    return held >= PRODUCTS * tested and telling >= min(LEAST_PRODUCTS, tested) and telling > 0


def sums(plane: Plane, numeric: Sequence[int]) -> list[Sum]:
    """Columns that are the sum of two, or of a run, of others."""
    found: list[Sum] = []
    chosen = list(numeric)[:WIDE]
    for total in chosen:
        others = [at for at in chosen if at != total]
        pairs = combinations(others, 2) if len(others) <= 12 else pairwise(others)
        for parts in pairs:
            if rows := _added(plane, total, parts):
                found.append(Sum(total, tuple(parts), rows))
        for run in _runs(others, total):
            if rows := _added(plane, total, run):
                found.append(Sum(total, run, rows))
                break
    return found


def alike(plane: Plane, groups: Sequence[Sequence[int]]) -> list[Sum]:
    """Columns that are the sum of all others of their group, wherever they stand: `Pagu` by source."""
    found = []
    for group in groups:
        for total in (group[-1], group[0]) if len(group) > 2 else ():
            parts = tuple(at for at in group if at != total)
            if rows := _added(plane, total, parts):
                found.append(Sum(total, parts, rows))
                break
    return found


def _runs(others: Sequence[int], total: int) -> Iterator[tuple[int, ...]]:
    """Runs of three columns and more that end just before a column, or begin just behind it."""
    before = [at for at in others if at < total]
    behind = [at for at in others if at > total]
    for size in range(3, len(before) + 1):
        yield tuple(before[-size:])
    for size in range(3, len(behind) + 1):
        yield tuple(behind[:size])


def _added(plane: Plane, total: int, parts: Sequence[int]) -> int:
    """Rows on which some columns add up to another with at least two of them filled; 0 when they do not."""
    held = tested = alone = untold = 0
    numbers = plane.numbers
    single: set[int] = set()
    for at, whole in enumerate(numbers[total]):
        values = [numbers[p][at] for p in parts]
        given = sum(1 for v in values if v)
        if not whole or not given:
            untold += bool(given)
            continue
        tested += 1
        if abs(sum(v or 0 for v in values) - whole) <= SAME:
            if given > 1 or len(parts) > 2:
                held += 1
            else:
                alone += 1
                single.add(next(n for n, v in enumerate(values) if v))
        elif tested >= 10 and held == 0:
            return 0
    if untold > (1 - RELATED) * (tested + untold):  # a sum is filled where its parts are
        return 0
    throughout = held + alone == tested
    if not untold and (len(single) == len(parts) or (held > 1 and throughout)):
        held += alone  # many rows have the amount of one kind: `GU` or `LS`
    return held if held >= LEAST_RELATED and held >= RELATED * tested else 0


def running_sums(plane: Plane, numeric: Sequence[int]) -> list[int]:
    """Columns that are the sum so far, from the top down, of another column."""
    return [
        total
        for total in numeric
        if any(_runs_on(plane.numbers[part], plane.numbers[total]) for part in numeric if part != total)
    ]


def _runs_on(parts: Numbers, totals: Numbers) -> bool:
    so_far = held = 0
    for part, total in zip(parts, totals, strict=True):
        if total is None:
            continue
        so_far += part or 0
        if abs(so_far - total) > SAME:
            return False
        held += bool(part)
    return held >= LEAST_RELATED


def balance(plane: Plane, numeric: Sequence[int]) -> tuple[int, int, int] | None:
    """A running balance: (what comes in, what goes out, balance), by place of the columns."""
    for saldo in numeric:
        for income, paid in combinations([at for at in numeric if at != saldo], 2):
            for a, b in ((income, paid), (paid, income)):
                if _balances(plane, a, b, saldo):
                    return a, b, saldo
    return None


def steps(plane: Plane, numeric: Sequence[int]) -> tuple[int, int] | None:
    """(amount, balance) of a book whose amounts stand in one column: the balance moves by each."""
    for saldo in numeric:
        for amount in numeric:
            if amount != saldo and _moves(plane.numbers[amount], plane.numbers[saldo]):
                return amount, saldo
    return None


def _moves(amounts: Numbers, balances: Numbers) -> bool:
    told = [(a, b) for a, b in zip(amounts, balances, strict=True) if b is not None]
    moves = [(now - before, amount) for (_, before), (amount, now) in pairwise(told) if amount]
    held = [step for step, amount in moves if abs(abs(step) - abs(amount or 0)) <= SAME]
    fallen = sum(1 for step in held if step < 0)
    return fallen >= LEAST_RELATED and len(held) == len(moves)


def _balances(plane: Plane, income: int, paid: int, saldo: int) -> bool:
    numbers, last = plane.numbers, None
    held = tested = 0
    for at, value in enumerate(numbers[saldo]):
        if value is None:
            continue
        if last is not None and (numbers[income][at] or numbers[paid][at]):
            step = (numbers[income][at] or 0) - (numbers[paid][at] or 0)
            if value == last and abs(step) > SAME:  # `Jumlah`, `Pindahan`: sums that leave it as it was
                continue
            tested += 1
            held += abs(last + step - value) <= SAME
            if tested >= 4 and held == 0:
                return False
        last = value
    return held >= 2 and held >= RELATED * tested
