"""What columns that a reading leaves out say against it: the whole of which it took a part, money not read.

A reading may close on the wrong column: the sum of `GU` is right in itself, and the sum of all kinds stands
unread beside it. Each column that is left out is a witness; what it says is judged as evidence when readings
are compared, and told to the user where the best reading still has it against itself.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from dak_excel.sheets.budget.nodes import Node
from dak_excel.sheets.columns.match import TERBACA
from dak_excel.sheets.columns.revisions import AFTER, BEFORE, CHANGE
from dak_excel.sheets.grid import column_letters
from dak_excel.sheets.layout.view import View
from dak_excel.sheets.readings.arranged import Figures
from dak_excel.sheets.readings.plane import Plane
from dak_excel.sheets.readings.relations import Sum, alike, sums
from dak_excel.sheets.readings.rest import PAID, planned_by_rest
from dak_excel.sheets.readings.thresholds import LEAST_RELATED, MONEY, REACH, TRAILING
from dak_excel.sheets.readings.tree import same
from dak_excel.sheets.readings.words import Told, all_told, is_planned_money, same_headings
from dak_excel.sheets.records import Baris
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.tables.found import Found
from dak_excel.sheets.vocabulary import Vocabulary

WHOLES = ("jumlah", "pagu", "realisasi", "sd_bulan_ini")
"""Fields that hold all of an amount: a part of another column is none."""
_PAID_FIELDS = (*PAID, "bulan_ini", "realisasi_bulan", "realisasi_triwulan")
_NOT_MONEY = ("persen", "fisik", "volume", "harga_satuan", "nomor", "tanggal", "bukti", "ppn")


def columns_against(view: View, found: Found, kosakata: Vocabulary) -> list[str]:
    """What the columns left out say against a reading, each in Bahasa Indonesia."""
    columns = [c for c in found.header.columns if c.parts]
    told = all_told(columns, kosakata)
    plane = Plane(view, columns, found.body.data[:REACH])
    great = [at for at in range(len(columns)) if plane.greatest(at) >= 100 * MONEY]
    money = [at for at in great if _money(told[at])]
    changes = [at for at in great if told[at].version == CHANGE and not told[at].is_("persen")]
    return [
        *_parts(found, plane, sorted([*money, *changes]), told),
        *_missing(view, found, plane, money, told),
        *_by_turns(view, found),
    ]


def _money(told: Told) -> bool:
    return told.version != CHANGE and (not told.is_(*_NOT_MONEY) or "keuangan" in told.leaf)


def _places(found: Found, plane: Plane, *names: str) -> dict[int, str]:
    """Fields by place of their columns."""
    by_column = {c.column: at for at, c in enumerate(plane.columns)}
    have = found.matched
    return {
        by_column[column.column]: name
        for name in names
        if name in have.columns
        for column in have.more.get(name, [have.columns[name]])
        if column.column in by_column
    }


def _parts(found: Found, plane: Plane, money: Sequence[int], told: Sequence[Told]) -> Iterator[str]:
    """An amount that is read from one of the parts of a column that is not read."""
    read = _places(found, plane, *WHOLES)
    several = {at for at, name in read.items() if len(found.matched.more.get(name, ())) > 1}
    used = {at for at in range(len(plane.columns)) if plane.columns[at].column in found.matched.names}
    found_sums = [*sums(plane, money), *alike(plane, same_headings(money, told))]
    for at, name in read.items():
        if at in several:
            continue
        wholes = [one for one in found_sums if at in one.parts and _is_whole(one, used, told)]
        if wholes and not _part_of_plan(name, wholes[0], told):
            letters = column_letters(plane.columns[wholes[0].total].column)
            own = column_letters(plane.columns[at].column)
            yield f"Kolom {own} dibaca sebagai {name}, padahal hanya sebagian dari kolom {letters}"


def _is_whole(one: Sum, used: set[int], told: Sequence[Told]) -> bool:
    whole = told[one.total]
    return one.total not in used and not whole.is_("sisa", "terima") and whole.version not in (BEFORE, CHANGE)


def _part_of_plan(name: str, one: Sum, told: Sequence[Told]) -> bool:
    """Whether the parts are what was paid and what is left: the whole is the plan, no greater payment."""
    rests = any(told[at].is_("sisa") for at in one.parts)
    return rests and name in PAID


def _missing(
    view: View, found: Found, plane: Plane, money: Sequence[int], told: Sequence[Told]
) -> Iterator[str]:
    """A field of money without a column, where a column left out says that it is this."""
    if found.kind is not Kind.REALISASI:
        return
    have = found.matched.columns
    names = found.matched.names
    filled = [at for at in money if sum(1 for n in plane.numbers[at] if n) >= LEAST_RELATED - 1]
    left = [at for at in filled if plane.columns[at].column not in names]
    read = [at for at, name in _places(found, plane, *_PAID_FIELDS).items() if plane.greatest(at)]
    if not read:
        paid = [at for at in left if told[at].is_("realisasi") and not told[at].is_("sisa")]
        if paid:
            yield _unclear(plane, paid, "realisasi")
    if "pagu" in have or "rencana_bulan" in have:
        return
    plans = [at for at in left if told[at].version in (BEFORE, AFTER) or _named_plan(told[at])]
    paid_at = [c.column for name in PAID if (c := have.get(name))]
    rest = planned_by_rest(view, found.body.data, plane.columns, paid_at, have.get("sisa"))
    plans += [
        at
        for at in left
        if plane.columns[at].column in rest and at not in plans and not told[at].is_("terima")
    ]
    if plans:
        yield _unclear(plane, plans, "pagu")


def _by_turns(view: View, found: Found) -> Iterator[str]:
    """Rows that are by turns what is planned and what was paid: their amounts do not add up to anything."""
    rows = range(found.header.body, min(found.body.end, found.header.body + REACH))
    for column in found.header.columns:
        cells = [column.value(view, row) for row in rows]
        texts = [v.strip().casefold().rstrip(":") for v in cells if isinstance(v, str) and v.strip()]
        turns = sum(1 for a, b in pairwise(texts) if a in _PLAN_ROW and b in _PAID_ROW)
        if turns > 1 and turns * 2 >= len(texts) - 2:
            letters = column_letters(column.column)
            yield (
                f"Kolom {letters} membagi barisnya menjadi rencana dan realisasi bergantian; "
                "jumlah keduanya tercampur"
            )


_PLAN_ROW = frozenset({"rencana", "target", "t", "renc", "anggaran", "pagu", "rencana (rp)", "target (rp)"})
_PAID_ROW = frozenset({"realisasi", "r", "real", "realisasi (rp)", "capaian"})


def _named_plan(told: Told) -> bool:
    if is_planned_money(told):
        return True
    return told.is_("pagu") and not told.is_("realisasi", "sisa", "terima") and not told.period


def told_twice(nodes: Sequence[Node], numbers: Figures, dropped: Container[int]) -> str:
    """Whether lines without volume and price make what the lines with them make: one tells the other."""
    lines = [at for at, n in enumerate(nodes) if n.jenis is Baris.RINCI and at not in dropped]
    amounts = {at: numbers.values[at][0] or 0 for at in lines if numbers.values[at]}
    bare = [at for at, amount in amounts.items() if amount and not nodes[at].line.calculated]
    priced = [amount for at, amount in amounts.items() if at not in bare]
    if len(bare) < LEAST_RELATED - 1 or len(priced) < LEAST_RELATED - 1:
        return ""
    if not same(sum(amounts[at] for at in bare), sum(priced)):
        return ""
    first, last = nodes[bare[0]].line.row, nodes[bare[-1]].line.row
    told = f"Baris {first} sampai {last} tanpa volume berjumlah sama dengan semua baris lain"
    return f"{told}; mungkin rekapitulasinya"


def heading_as_line(nodes: Sequence[Node], numbers: Figures, dropped: Container[int]) -> str:
    """Whether a line shows in both columns of amounts just what the lines below it make: it heads them."""
    values = numbers.values
    lines = [
        at
        for at, node in enumerate(nodes)
        if node.jenis is Baris.RINCI and at not in dropped and values[at] and any(values[at])
    ]
    for place, at in enumerate(lines):
        own = [value or 0 for value in values[at]]
        if len(set(own)) < len(("pagu", "realisasi")) or not all(own) or numbers.tested[at]:
            continue  # pagu and realisasi alike are one statement, not two
        made = [0] * len(own)
        for count, below in enumerate(lines[place + 1 : place + 1 + REACH], 1):
            made = [one + (value or 0) for one, value in zip(made, values[below], strict=True)]
            if made[0] > own[0]:
                break
            if count > 1 and made == own:
                row = nodes[at].line.row
                return f"Baris {row} sama dengan jumlah {count} baris di bawahnya; mungkin judulnya"
    return ""


def below_total(nodes: Sequence[Node], numbers: Figures, dropped: Container[int]) -> str:
    """Whether a line or two stand below the total of all others, neither proved nor summed."""
    values = numbers.values
    told = [at for at in range(len(nodes)) if values[at] and values[at][0] and at not in dropped]
    lines = [at for at in told if nodes[at].jenis is Baris.RINCI]
    sums = [at for at in told if nodes[at].jenis is not Baris.RINCI]
    below = [at for at in lines if sums and at > sums[-1]]
    above = [at for at in lines if at not in below]
    if not 0 < len(below) <= TRAILING or len(above) < LEAST_RELATED - 1:
        return ""
    whole = sum(values[at][0] or 0 for at in above)
    if any(numbers.proved[at] for at in below) or not same(values[sums[-1]][0] or 0, whole):
        return ""
    row = nodes[below[0]].line.row
    return f"Baris {row} berada di bawah jumlah semua baris lain; mungkin bukan rincian"


def fields_lost(found: Found, by_words: Found) -> list[str]:
    """Fields of money that the headings tell and a reading by the figures has in no column."""
    have = found.matched.columns
    if found.kind is not by_words.kind:
        return []
    lost = []
    for names in (("pagu",), (*_PAID_FIELDS,), ("jumlah",)):
        if any(name in have for name in names):
            continue
        for name in names:
            column = by_words.matched.columns.get(name)
            if column and by_words.matched.certainty.get(column.column, 0.0) >= TERBACA:
                lost.append(
                    f"Kolom {column_letters(column.column)} menurut judulnya {name}, tetapi tidak terbaca"
                )
                break
    return lost


def _unclear(plane: Plane, places: Sequence[int], name: str) -> str:
    letters = " dan ".join(column_letters(plane.columns[at].column) for at in places[:3])
    return f"Kolom {letters} berisi uang dan mungkin {name}, tetapi tidak terbaca"


def left_out(nodes: Sequence[Node], numbers: Figures, dropped: Container[int]) -> str:
    """A row that is left out though its volume and price make its amount: it is a line."""
    rows = [nodes[at].line.row for at in range(len(nodes)) if at in dropped and numbers.proved[at]]
    return (
        f"Baris {rows[0]} cocok dengan volume × harga, tetapi tidak dihitung sebagai rincian" if rows else ""
    )


def rows_against(nodes: Sequence[Node], numbers: Figures, dropped: Container[int], *, closed: bool) -> str:
    """What the rows of a reading say against it, in Bahasa Indonesia; empty for nothing."""
    said = left_out(nodes, numbers, dropped) or told_twice(nodes, numbers, dropped)
    said = said or below_total(nodes, numbers, dropped)
    return said or ("" if closed else heading_as_line(nodes, numbers, dropped))
