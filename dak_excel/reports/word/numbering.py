"""Numbers of tables and pictures: SEQ fields whose shown number is right before Word has counted anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree


def number_in_order(body: etree._Element) -> None:
    """Writes the running number into every `SEQ` field (one series a name: Tabel, Gambar …)."""
    counts: Counter[str] = Counter()
    for name, results in _sequences(body):
        counts[name] += 1
        for n, text in enumerate(results):
            text.text = str(counts[name]) if n == 0 else ""


def _sequences(body: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """The SEQ fields in reading order: the series, and the w:t elements of the shown result."""
    name, inside = "", False
    results: list[etree._Element] = []
    for element in body.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t")):
        if element.tag == qn("w:instrText"):
            words = (element.text or "").split()
            if words[:1] == ["SEQ"]:
                name = words[1]
        elif element.tag == qn("w:fldChar"):
            kind = element.get(qn("w:fldCharType"))
            inside = bool(name) and kind == "separate"
            if kind == "end" and name:
                yield name, results
                name, results = "", []
        elif inside:
            results.append(element)
