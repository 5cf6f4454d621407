"""Rows of money that are no spending: taxes handed on, cash moved, taxes and sections told below a budget."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dak_excel.sheets.budget.nodes import Node
from dak_excel.sheets.readings.arranged import Figures, label_of
from dak_excel.sheets.readings.thresholds import TAXES
from dak_excel.sheets.readings.tree import Label, same
from dak_excel.sheets.records import Baris
from dak_excel.sheets.vocabulary import Vocabulary

PASSED = "bukan belanja"
TAXED = "pajak di bawah jumlah"
RETOLD = "rekapitulasi"

_TAX_PASSED = re.compile(
    r"^(?:di|pe|me)?n?y?(?:setor|etor|pungut|mungut|potong|motong|terima|bayar)\w*\b.{0,40}"
    r"\b(?:pph|ppn|pajak (?:penghasilan|pertambahan|pusat|daerah|restoran|makan)|pasal \d\d)\b"
)
_MOVED = re.compile(
    r"\b(?:pergeseran|pemindahan|pindah) (?:uang|kas|dana|saldo)\b|\bpergeseran\b.*\b(?:kas|bank|tunai)\b"
    r"|\b(?:tarik|penarikan|pengambilan|ambil) (?:uang |kas |dana )?(?:tunai|kas|dari bank|bank)\b"
    r"|\bdari (?:kas di )?bank ke (?:kas )?(?:tunai|bendahara)\b|\bpelimpahan (?:uang|up|gu|tu|kas)\b"
    r"|^(?:setor\w*|penyetoran|pengembalian|disetor) (?:kembali )?(?:sisa|kelebihan)\b"
)
_TAX = re.compile(r"^(?:pajak|ppn|p p n|pajak pertambahan nilai)\b(?! (?:kendaraan|bumi|reklame|parkir))")
_RECAP = re.compile(r"\b(?:rekapitulasi|rekap|resume)\b")
LEAST_RETOLD = 2


def passed_on(nodes: Sequence[Node], numbers: Figures, kosakata: Vocabulary) -> dict[int, str]:
    """Rows of a book of payments that hand on what was kept back, or move cash: positions and why."""
    out = {}
    for at, node in enumerate(nodes):
        if node.jenis is not Baris.RINCI or not any(numbers.values[at]):
            continue
        text = kosakata.standard(node.line.text)
        if _TAX_PASSED.search(text) or _MOVED.search(text):
            out[at] = PASSED
    return out


def taxes_below(nodes: Sequence[Node], numbers: Figures, kosakata: Vocabulary) -> dict[int, str]:
    """The value-added tax of the whole, below the total of the lines: 10 to 12 per cent of them."""
    lines = 0
    summed = False
    for at, node in enumerate(nodes):
        amount = numbers.values[at][0] if numbers.values[at] else None
        if node.jenis is not Baris.RINCI:
            summed = summed or (bool(lines) and amount is not None and same(amount, lines))
        elif amount and summed and not node.line.calculated and not node.line.kode:
            if _TAX.match(kosakata.standard(node.line.text)) and any(
                abs(amount - lines * (tax - 100) // 100) <= max(100, lines // 100_000) for tax in TAXES
            ):
                return {at: TAXED}
            return {}
        elif amount:
            lines += -amount if node.negated else amount
    return {}


def retold(nodes: Sequence[Node], numbers: Figures, kosakata: Vocabulary) -> dict[int, str]:
    """Rows behind the last priced line that tell the headings again, each with the sum below it."""
    texts = [kosakata.standard(node.line.text) for node in nodes]
    priced = [at for at, node in enumerate(nodes) if node.line.calculated]
    if not priced:
        return {}
    last = priced[-1]
    if above := _summed_above(nodes, numbers, priced):
        return dict.fromkeys(above, RETOLD)
    heads = {texts[at] for at in range(last) if texts[at] and not nodes[at].line.calculated}
    sums = {
        numbers.values[at][0] for at in range(last + 2) if at < len(nodes) and not nodes[at].line.calculated
    }
    behind = range(last + 1, len(nodes))
    called = any(_RECAP.search(texts[at]) for at in behind)
    again = [
        at
        for at in behind
        if texts[at] in heads and any(numbers.values[at]) and (called or numbers.values[at][0] in sums)
    ]
    if len(again) < LEAST_RETOLD:
        again = _shares(nodes, numbers, last, kosakata)
    return dict.fromkeys(again, RETOLD) if len(again) >= LEAST_RETOLD else {}


def _summed_above(nodes: Sequence[Node], numbers: Figures, priced: Sequence[int]) -> list[int]:
    """Rows above the first priced line that together make all priced lines: a recapitulation at the top.

    A heading above its lines is not one of them: one that shows the whole leaves the others short.
    """
    amounts = {at: numbers.values[at][0] for at in range(len(nodes)) if numbers.values[at]}
    whole = sum(amounts.get(at) or 0 for at in priced)
    told = [at for at in range(priced[0]) if amounts.get(at)]
    parts = [at for at in told if not same(amounts[at] or 0, whole)]
    if len(parts) < LEAST_RETOLD or not same(sum(amounts[at] or 0 for at in parts), whole):
        return []
    return told


def _shares(nodes: Sequence[Node], numbers: Figures, last: int, kosakata: Vocabulary) -> list[int]:
    """Rows behind the sum at the end that part it: `DAK (80%)`, `APBD (20%)`, without a product."""
    told = [at for at in range(last + 1, len(nodes)) if numbers.values[at] and numbers.values[at][0]]
    if not told or label_of(nodes[told[0]].line, kosakata) is not Label.SUM:
        return []
    total, parts = numbers.values[told[0]][0], told[1:]
    plain = all(label_of(nodes[at].line, kosakata) is Label.NONE and not nodes[at].line.kode for at in parts)
    return parts if plain and sum(numbers.values[at][0] or 0 for at in parts) == total else []
