"""The comment of a marked cell: what is wrong, how to mend it, the citation.

A comment that the user has stays, and ours is put behind it; a thread of comments is not touched at all. Our
text stands between two lines that make it recognisable after any program has saved it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dak_excel.annotate.cells import clean
from dak_excel.annotate.places import Cell
from dak_excel.annotate.temuan_sheet import HEADER_ROW
from dak_excel.annotate.xmlspan import Edit, Node, append, ascii_xml, parse, splice
from dak_excel.findings import Temuan
from dak_excel.sheets.grid import column_letters

AUTHOR = "dak_excel"
OPENING = "Temuan dak_excel"
CLOSING = "(akhir temuan dak_excel)"
_MOST_TOLD = 8  # findings in one comment; the rest stand in the sheet Temuan
_LONGEST = 700  # characters of one message
_BETWEEN = "\n\n"
"""Between what the user wrote and what we put behind it."""
_BLOCK = re.compile(
    rf"(?:(?:\r\n|\r|\n|_x000[aAdD]_){{0,2}}){OPENING} \(\d+\).*?{re.escape(CLOSING)}", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Written:
    """The new comments part, and the text that the box of each cell must show."""

    data: bytes
    boxes: Mapping[Cell, str]
    """Cells that need a box of ours."""
    grown: Mapping[Cell, str]
    """Cells whose own box now has to show more."""


def write_comments(data: bytes, told: Mapping[Cell, Sequence[tuple[int, Temuan]]]) -> Written:
    """Add our comments to a comments part."""
    root = parse(data)
    p = root.prefix
    authors, listed = root.child("authors"), root.child("commentList")
    if authors is None or listed is None:
        raise ValueError("comments part without its lists")
    number = len(authors.children)
    own = {node.attrs.get("ref", "").replace("$", ""): node for node in listed.children}
    threads = {n for n, author in enumerate(authors.children) if author.text.startswith("tc=")}
    edits, new, boxes, grown = [], [], {}, {}
    for cell in sorted(told):
        address = f"{column_letters(cell[1])}{cell[0]}"
        parts = _parts(told[cell])
        there = own.get(address)
        if there is None:
            runs = _runs(parts, p)
            new.append(
                f'<{p}comment ref="{address}" authorId="{number}"><{p}text>{runs}</{p}text></{p}comment>'
            )
            boxes[cell] = _plain(parts)
        elif int(there.attrs.get("authorId", -1)) not in threads:
            edits += _behind(there, _runs([(_BETWEEN, False), *parts], p), p)
            grown[cell] = f"{comment_text(there)}\n\n{_plain(parts)}"
    if new:
        edits.append(append(authors, ascii_xml(f"<{p}author>{AUTHOR}</{p}author>")))
        edits.append(append(listed, ascii_xml("".join(new))))
    return Written(splice(data, edits), boxes, grown)


def empty_comments(main: str) -> bytes:
    """A comments part with nothing in it; `main` is the workbook's namespace."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<comments xmlns="{main}"><authors/><commentList/></comments>'.encode()


def our_span(text: str) -> tuple[int, int] | None:
    """Where in a comment's text our part lies."""
    found = _BLOCK.search(text)
    return found.span() if found else None


def is_ours(text: str, author: str) -> bool:
    """Whether a comment is ours alone, so that nothing of it stays; one of the user's may be empty.

    Its author tells; of a program that keeps none, that nothing stands before or behind our part.
    """
    span = our_span(text)
    if span is None or (text[: span[0]] + text[span[1] :]).strip():
        return False
    return author == AUTHOR or text.startswith(OPENING)


def _parts(findings: Sequence[tuple[int, Temuan]]) -> list[tuple[str, bool]]:
    """The text in pieces, each bold or not."""
    parts = [(f"{OPENING} ({len(findings)})\n", True)]
    ordered = sorted(findings, key=lambda f: (f[1].tingkat.rank, f[0]))
    for number, temuan in ordered[:_MOST_TOLD]:
        parts.append((f"{temuan.tingkat.value.capitalize()}", True))
        row = number + HEADER_ROW
        source = " · ".join(x for x in (temuan.rujukan, temuan.ketentuan, f"lembar Temuan baris {row}") if x)
        body = f": {_short(temuan.pesan)}"
        if temuan.saran:
            body += f"\nPerbaikan: {_short(temuan.saran)}"
        parts.append((f"{body}\n{source}\n", False))
    if len(ordered) > _MOST_TOLD:
        parts.append((f"… dan {len(ordered) - _MOST_TOLD} lagi di lembar Temuan\n", False))
    parts.append((CLOSING, False))
    return parts


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _plain(parts: Sequence[tuple[str, bool]]) -> str:
    return "".join(text for text, _ in parts)


def _runs(parts: Sequence[tuple[str, bool]], p: str) -> str:
    return "".join(
        f'<{p}r><{p}rPr>{f"<{p}b/>" if bold else ""}<{p}sz val="9"/><{p}color indexed="81"/>'
        f'<{p}rFont val="Tahoma"/><{p}family val="2"/></{p}rPr>'
        f'<{p}t xml:space="preserve">{clean(text)}</{p}t></{p}r>'
        for text, bold in parts
    )


def _behind(comment: Node, runs: str, p: str) -> list[Edit]:
    """Edits that put runs behind the text of a comment; bare text becomes a run, its bytes untouched."""
    body = comment.child("text")
    if body is None:
        return []
    texts = [n for n in body.children if n.name in ("t", "r")]
    if not texts:
        return [append(body, ascii_xml(runs))]
    edits: list[Edit] = [(texts[-1].end, texts[-1].end, ascii_xml(runs))]
    if texts[0].name == "t":
        edits.insert(0, (texts[0].start, texts[0].start, ascii_xml(f"<{p}r>")))
        edits.insert(1, (texts[0].end, texts[0].end, ascii_xml(f"</{p}r>")))
    return edits


def comment_text(comment: Node) -> str:
    """What a comment says, less phonetic hints."""
    body = comment.child("text")
    runs = body.children if body else []
    texts = [n for r in runs for n in ([r] if r.name == "t" else r.children if r.name == "r" else [])]
    return "".join(node.text for node in texts if node.name == "t")
