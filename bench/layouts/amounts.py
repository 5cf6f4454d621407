"""How an office writes rupiah: as a number, as text, in thousands."""

from __future__ import annotations

from dataclasses import dataclass

from bench.layouts.chance import Chance
from bench.layouts.page import Cell

SCALES = {"rupiah": 1, "thousands": 1000}
SAID = {"thousands": ("(dalam ribuan rupiah)", "(Rp. 000,-)", "dalam ribuan", "(x Rp1.000)")}


@dataclass(frozen=True, slots=True)
class Money:
    """One way of writing amounts, for a whole sheet."""

    form: str
    scale: str

    def cell(self, rupiah: int) -> Cell:
        """An amount as the cell holds it."""
        if not rupiah and self.form.startswith("text"):
            return "-" if self.form == "text Rp" else "0,00"
        value = rupiah / SCALES[self.scale]
        if self.form == "number":
            return int(value) if value == int(value) else value
        plain = f"{value:,.2f}".translate(str.maketrans(",.", ".,"))
        if self.form == "text Rp":
            return f"Rp {plain.removesuffix(',00')},-" if plain.endswith(",00") else f"Rp {plain}"
        return plain


def money(chance: Chance) -> Money:
    """How this office writes them."""
    form = chance.habit("amounts", "number", "number", "number", "text", "text Rp")
    scale = chance.habit("scale", "rupiah", "rupiah", "rupiah", "thousands") if form == "number" else "rupiah"
    return Money(form, scale)
