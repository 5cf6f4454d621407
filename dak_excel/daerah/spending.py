"""Belanja: each budget line of a daerah with what was paid on it, as one line.

The pagu of a line comes from a realisation sheet, else from its RAB. A payment finds its budget line by
rincian, kode rekening and text, also where a register words it a little otherwise («Pembayaran honor
narasumber» for «Honorarium narasumber»).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from rapidfuzz import fuzz

from dak_excel.daerah.anggaran import Anggaran, budget_lines
from dak_excel.daerah.budget_rows import line_amount
from dak_excel.daerah.facts import known_sum
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.serapan import Serapan, serapan, without_repeats
from dak_excel.sheets.records import BarisRab

SISA_PAGU = "Pagu alokasi di luar baris di atas"
MIRIP = 82.0
"""Likeness of two texts per hundred from which a payment is that of a budget line."""
FEW = 4
"""Budget lines that one payment is made on at most."""
JARAK = 6.0
"""How much the likest must be ahead of the second, where no kode rekening tells."""

_NOISE = re.compile(
    r"\b(?:pembayaran|bayar|belanja|biaya|pengadaan|pembelian|termin|tahap|ke|untuk|atas|an|kegiatan|dalam|rangka|"
    r"gu|ls|tup?|spm|sp2d|lunas)\b|\W|_|\d"
)
_SHORT = ((re.compile(r"\bhonorarium\b"), "honor"), (re.compile(r"\batk\b"), "alat tulis kantor"))


def spending_lines(daerah: Daerah, tahun: int, budgets: Sequence[Anggaran] | None = None) -> list[Serapan]:
    """The lines that add up to the whole, each budget line and each payment in one of them."""
    lines = without_repeats(serapan(daerah, tahun))
    budgeted = {line.rincian for line in lines if line.pagu is not None}
    if "" in budgeted:
        return lines
    own = [
        Serapan(row.rincian, row.kode or "", _name(row), pagu=line_amount(row))
        for row in budget_lines(daerah, budgets)
        if row.rincian and row.rincian not in budgeted
    ]
    alone: list[Serapan] = []
    for line in lines:
        home = None if line.rincian in budgeted else _home(line, own)
        if line.rincian not in budgeted and (together := _several(line, home, own)):
            home = _as_one(together, own)
        if home is None:
            alone.append(line)
        else:
            _join(home, line)
    return _in_order(alone, own)


def without_pagu(lines: Sequence[Serapan]) -> list[str]:
    """The rincian of which no line has a pagu, where lines of others have: that of theirs is unknown."""
    known = {line.rincian for line in lines if line.pagu is not None}
    found = dict.fromkeys(line.rincian for line in lines if line.rincian and line.rincian not in known)
    return list(found) if known else []


def unallocated(daerah: Daerah, lines: Sequence[Serapan]) -> list[Serapan]:
    """The part of the allocation that no line takes up, as a line of its own."""
    own = known_sum(line.pagu for line in lines)
    if daerah.pagu is None or own is None or daerah.pagu - own < 1:
        return []
    return [Serapan("", "", SISA_PAGU, pagu=daerah.pagu - own)]


def _name(row: BarisRab) -> str:
    return row.uraian or row.spesifikasi or ""


def _home(payment: Serapan, budget: Sequence[Serapan]) -> Serapan | None:
    """The budget line that a payment is made on; None where none or several may be it."""
    near = [line for line in budget if line.rincian == payment.rincian]
    coded = [line for line in near if payment.kode and _code(line.kode) == _code(payment.kode)]
    if len(coded) == 1 and _like(payment.uraian, coded[0].uraian) >= MIRIP / 2:
        return coded[0]
    if payment.kode and not coded and any(line.kode for line in near):
        return None
    among = coded or near
    scored = sorted(((_like(payment.uraian, x.uraian), n) for n, x in enumerate(among)), reverse=True)
    if not scored or scored[0][0] < MIRIP:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < JARAK and scored[0][0] < 100:
        return None
    return among[scored[0][1]]


def _several(payment: Serapan, home: Serapan | None, budget: Sequence[Serapan]) -> list[Serapan]:
    """The budget lines that one payment is made on: `Makan siang dan kudapan peserta` is that of two.

    Each has a word of the payment that no other line of its rincian has, and together they have all such
    words, or add up to just what was paid. None where the one line `home` can bear it.
    """
    paid = payment.total
    near = [line for line in budget if line.rincian == payment.rincian and line.pagu is not None]
    if paid is None or (home is not None and home.pagu is not None and paid <= home.pagu):
        return []
    words = [set(_bare(line.uraian).split()) for line in near]
    own = {word for word in _bare(payment.uraian).split() if sum(word in w for w in words) == 1}
    named = [line for line, w in zip(near, words, strict=True) if w & own]
    if not 2 <= len(named) <= FEW or len({_code(line.kode) for line in named}) > 1:
        return []
    told = set(_bare(payment.uraian).split()) <= set().union(*words)
    return named if told or sum((line.pagu or Decimal(0) for line in named), Decimal(0)) == paid else []


def _as_one(lines: Sequence[Serapan], budget: list[Serapan]) -> Serapan:
    """Some budget lines as one in the place of the first, with what was paid on each of them."""
    first, *others = lines
    for line in others:
        first.uraian = f"{first.uraian}; {line.uraian}"
        first.pagu = (first.pagu or Decimal(0)) + (line.pagu or Decimal(0))
        _join(first, line)
        budget[:] = [one for one in budget if one is not line]
    return first


def _code(kode: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", kode))


def _like(a: str, b: str) -> float:
    one, other = _bare(a), _bare(b)
    if not one or not other:
        return 0.0
    return float(max(fuzz.token_sort_ratio(one, other), min(fuzz.token_set_ratio(one, other), 99.0)))


def _bare(text: str) -> str:
    words = text.casefold()
    for pattern, word in _SHORT:
        words = pattern.sub(word, words)
    return " ".join(_NOISE.sub(" ", words).split())


def _join(home: Serapan, payment: Serapan) -> None:
    """Adds what a payment line tells to its budget line."""
    home.kode = home.kode or payment.kode
    for month in range(12):
        for mine, theirs in ((home.bulan, payment.bulan), (home.rencana, payment.rencana)):
            if theirs[month] is not None:
                mine[month] = (mine[month] or Decimal(0)) + (theirs[month] or Decimal(0))
    if payment.tanpa_bulan is not None:
        home.tanpa_bulan = (home.tanpa_bulan or Decimal(0)) + payment.tanpa_bulan
    for month, amount in payment.posisi.items():
        home.posisi[month] = home.posisi.get(month, Decimal(0)) + amount
    home.luar_tahun += payment.luar_tahun
    home.baris += payment.baris


def _in_order(alone: list[Serapan], own: list[Serapan]) -> list[Serapan]:
    """Payments without a budget line behind the lines of their rincian."""
    return [*own, *alone]
