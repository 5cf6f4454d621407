"""`[LENGKAPI: …]`: what only a person can write and nobody has written, made visible in the document."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

PENANDA = re.compile(r"\[LENGKAPI: [^\[\]]*\]")
"""A marker in a text."""


def marker(apa: str) -> str:
    """The marker for something that is missing: `[LENGKAPI: nama kepala dinas]`."""
    return f"[LENGKAPI: {apa}]"


def is_marker(text: str) -> bool:
    """Whether a text is a marker and nothing else."""
    return bool(PENANDA.fullmatch(text))


def highlight(roots: Iterable[etree._Element]) -> tuple[str, ...]:
    """Highlights every marker in the given document parts; returns the distinct ones in reading order.

    A run with a marker is split, so that only the marker is highlighted; its format stays.
    """
    found: dict[str, None] = {}
    for root in roots:
        marked = [t for t in root.iter(qn("w:t")) if "[LENGKAPI: " in (t.text or "")]
        for text in marked:
            pieces = _pieces(text.text or "")
            found.update({piece: None for piece, mark in pieces if mark})
            _split(text, pieces)
    return tuple(found)


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The text cut into (piece, is a marker)."""
    pieces, at = [], 0
    for match in PENANDA.finditer(text):
        if match.start() > at:
            pieces.append((text[at : match.start()], False))
        pieces.append((match.group(), True))
        at = match.end()
    if at < len(text) or not pieces:
        pieces.append((text[at:], False))
    return pieces


def _split(text: etree._Element, pieces: list[tuple[str, bool]]) -> None:
    """Replaces a run by one run a piece; what else the run holds goes with the first or the last."""
    run = text.getparent()
    assert run is not None
    before = [e for e in run if e.tag != qn("w:rPr") and run.index(e) < run.index(text)]
    after = [e for e in run if run.index(e) > run.index(text)]
    for number, (piece, mark) in enumerate(pieces):
        new = OxmlElement("w:r")
        props = run.find(qn("w:rPr"))
        props = copy.deepcopy(props) if props is not None else OxmlElement("w:rPr")
        if mark:
            _highlight(props)
        new.append(props)
        if number == 0:
            new.extend(before)
        new_text = OxmlElement("w:t")
        new_text.text = piece
        new_text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        new.append(new_text)
        if number == len(pieces) - 1:
            new.extend(after)
        run.addprevious(new)
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)


_AFTER_HIGHLIGHT = (
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "rtl",
    "cs",
    "em",
    "lang",
    "specVanish",
    "oMath",
)


def _highlight(props: etree._Element) -> None:
    """Puts w:highlight where the schema wants it among the run's properties."""
    for old in props.findall(qn("w:highlight")):
        props.remove(old)
    mark = OxmlElement("w:highlight")
    mark.set(qn("w:val"), "yellow")
    for element in props:
        if etree.QName(element).localname in _AFTER_HIGHLIGHT:
            element.addprevious(mark)
            return
    props.append(mark)
