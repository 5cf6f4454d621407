"""Our marks and comments taken out of a sheet that another program may have saved since."""

from __future__ import annotations

import re

from dak_excel.annotate.cells import clean
from dak_excel.annotate.comments import our_span
from dak_excel.annotate.formulas import SIGN
from dak_excel.annotate.package import Package, Relationship
from dak_excel.annotate.places import Cell
from dak_excel.annotate.vml import drop_boxes, has_shapes
from dak_excel.annotate.xmlspan import Edit, Node, ascii_xml, parse, splice

_TOKEN = SIGN.split("(")[1].split(")")[0].strip('"').encode()
_ADDRESS = re.compile(r"\$?([A-Z]+)\$?(\d+)")


def unmark_sheet(package: Package, part: str) -> set[int]:
    """Take our rules and comments out of a sheet; returns the formats that the rules used."""
    data = package.read(part)
    formats: set[int] = set()
    comments = package.related(part, "comments")
    ours = comments is not None and b"dak_excel" in package.read(comments.target)
    if _TOKEN not in data and not ours:
        return formats
    root = parse(data, sheet=True)
    edits = _rules(root, formats)
    if ours and comments is not None:
        edits += _comments(package, part, root, comments)
    if edits:
        package.write(part, splice(data, edits))
    return formats


def _rules(root: Node, formats: set[int]) -> list[Edit]:
    """Edits that take out our rules, and what is empty without them."""
    edits: list[Edit] = []
    for block in list(root.every("conditionalFormatting")):
        rules = [n for n in block.children if n.name == "cfRule"]
        own = [rule for rule in rules if any(_is_ours(f.text) for f in rule.children)]
        formats |= {int(rule.attrs["dxfId"]) for rule in own if "dxfId" in rule.attrs}
        gone = [block] if own and len(own) == len(rules) else own
        edits += [(node.start, node.end, b"") for node in gone]
    return edits


def _is_ours(formula: str) -> bool:
    return '"dak_excel"' in formula


def _comments(package: Package, part: str, root: Node, rel: Relationship) -> list[Edit]:
    """Take our text out of the comments; edits for the sheet when no comment is left."""
    data = package.read(rel.target)
    listed = parse(data)
    edits: list[Edit] = []
    emptied: set[Cell] = set()
    all_comments = list(listed.every("comment"))
    for comment in all_comments:
        texts = list(comment.every("t"))
        span = our_span("".join(t.text for t in texts))
        if span is None:
            continue
        whole = "".join(t.text for t in texts)
        if (whole[: span[0]] + whole[span[1] :]).strip():
            edits += _cut(texts, *span)
        else:
            edits.append((comment.start, comment.end, b""))
            emptied.add(_cell(comment.attrs.get("ref", "")))
    if not edits:
        return []
    drawing = package.related(part, "vmlDrawing")
    vml = drop_boxes(package.read(drawing.target), emptied) if drawing else b""
    if len(emptied) < len(all_comments):
        package.write(rel.target, splice(data, edits))
        if drawing:
            package.write(drawing.target, vml)
        return []
    package.unrelate(part, rel)
    package.remove(rel.target)
    return _without_drawing(package, part, root, vml)


def _without_drawing(package: Package, part: str, root: Node, vml: bytes) -> list[Edit]:
    """Take out the legacy drawing, unless it still shows something else."""
    drawing = package.related(part, "vmlDrawing")
    node = root.child("legacyDrawing")
    if drawing is None or node is None:
        return []
    if has_shapes(vml):
        package.write(drawing.target, vml)
        return []
    package.unrelate(part, drawing)
    package.remove(drawing.target)
    return [(node.start, node.end, b"")]


def _cut(texts: list[Node], first: int, last: int) -> list[Edit]:
    """Edits that cut characters out of the texts of a comment's runs."""
    edits: list[Edit] = []
    at = 0
    for node in texts:
        begin, end = max(first - at, 0), min(last - at, len(node.text))
        if begin < end:
            left = node.text[:begin] + node.text[end:]
            edits.append((node.inner, node.stop, ascii_xml(clean(left))))
        at += len(node.text)
    return edits


def _cell(address: str) -> Cell:
    found = _ADDRESS.match(address)
    if found is None:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column
