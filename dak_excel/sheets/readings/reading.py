"""One complete reading of a table of money, the verdict on several, and how both are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dak_excel.indonesian import listing, number_text, short_rupiah
from dak_excel.sheets.budget.lines import Budget
from dak_excel.sheets.budget.nodes import Node
from dak_excel.sheets.grid import column_letters
from dak_excel.sheets.readings.arranged import Figures
from dak_excel.sheets.readings.evidence import Evidence
from dak_excel.sheets.readings.thresholds import MANY, NEAR
from dak_excel.sheets.tables.found import Found

BY_WORDS = "menurut judul kolom"
BY_SUMS = "judul kolom, susunan menurut jumlah"
BY_FIGURES = "kolom dan susunan menurut angka"
NAMED = ("uraian", "volume", "koefisien", "faktor", "harga", "jumlah", "pagu", "realisasi")
"""Columns that are told in the words of a verdict."""
PARTS = ("fisik", "persen", "sisa", "bulan_ini", "sd_bulan_ini", "sd_bulan_lalu", "tanggal")
"""Columns beside them in which two readings may differ."""


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


def doubt(best: Reading) -> str:
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


def tied(best: Reading, tried: Sequence[Reading]) -> str:
    """Another reading that is borne out as well and makes another sum; empty without one."""
    if best.evidence.closed:
        return ""
    for other in tried:
        near = abs(other.evidence.score - best.evidence.score) <= NEAR
        if other is best or not near or not other.evidence.held or other.amounts == best.amounts:
            continue
        if abs(other.evidence.total - best.evidence.total) > 1:
            return (
                f"Dua cara membaca sama kuatnya: {best.amounts} ({short_rupiah(best.evidence.total)}), "
                f"atau {other.amounts} ({short_rupiah(other.evidence.total)})"
            )
    return ""


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
