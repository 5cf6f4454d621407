"""How rows are numbered and told apart to the eye."""

from __future__ import annotations

from bench.layouts.chance import Chance

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
STYLES = {
    "A 1": ("A", "1"),
    "I A 1": ("I", "A", "1"),
    "1 a": ("1", "a"),
    "I 1 a": ("I", "1", "a"),
    "A. 1)": ("A.", "1)"),
    "1 1.1": ("1", "path"),
    "(1)": ("(1)", "(a)"),
}


class Numbering:
    """One office's numbering."""

    def __init__(self, chance: Chance, coded: bool) -> None:
        self.last_code = ""
        self.spaced = chance.maybe("blank rows between groups", 0.15)
        self.dashed = chance.maybe("lines with a dash", 0.2)
        self.shown = not coded and not chance.maybe("no numbers", 0.1)
        name = chance.habit("numbering", "A 1", *list(STYLES)[1:])
        self._style = STYLES[name]
        self._running = chance.maybe("numbers run on over groups", 0.15)
        self._count = 0
        self._path: list[int] = []

    def of(self, depth: int, place: int, heading: bool) -> str | int | float:
        """The number of a row at this depth and place among its siblings (from 0)."""
        self._path[depth:] = [place + 1]
        if not heading and self._running:
            self._count += 1
            return self._count
        style = self._style[min(depth, len(self._style) - 1)]
        if not heading and depth == 0:
            return place + 1
        return self._form(style, place)

    def _form(self, style: str, place: int) -> str | int:
        if style == "path":
            return ".".join(map(str, self._path))
        inner = style.strip("().")
        kind = inner[:1]
        text = {
            "A": chr(65 + place % 26),
            "I": ROMAN[place % len(ROMAN)],
            "a": chr(97 + place % 26),
            "1": str(place + 1),
        }[kind]
        return place + 1 if style == "1" else style.replace(inner, text)
