"""Our marks and comments taken out of a sheet that another program may have saved since."""

from __future__ import annotations

import re

from dak_excel.annotate.cells import clean
from dak_excel.annotate.comments import AUTHOR, comment_text, is_ours, our_span
from dak_excel.annotate.formulas import TOKEN
from dak_excel.annotate.package import Package, Relationship
from dak_excel.annotate.places import Cell
from dak_excel.annotate.vml import drop_boxes, has_shapes
from dak_excel.annotate.xmlspan import Edit, Node, ascii_xml, parse, splice

_TOKEN = TOKEN.encode()
_ADDRESS = re.compile(r"\$?([A-Z]+)\$?(\d+)")


def unmark_sheet(package: Package, part: str) -> set[int]:
    """Take our rules and comments out of a sheet; returns the formats that the rules used."""
    data = package.read(part)
    formats: set[int] = set()
    comments = package.related(part, "comments")
    ours = comments is not None and _TOKEN in package.read(comments.target)
    if _TOKEN not in data and not ours:
        return formats
    root = parse(data, sheet=True)
    edits = _rules(root, formats)
    if ours and comments is not None:
        edits += _comments(package, part, root, comments)
    if edits:
        package.write(part, splice(data, edits))
    return formats


def legacy_drawing(package: Package, part: str, root: Node) -> Relationship | None:
    """The relationship to the drawing that holds a sheet's comment boxes and form controls, if it is there.

    Pictures of headers stand in a drawing of their own, which is none of ours.
    """
    node = root.child("legacyDrawing")
    if node is None:
        return None
    rel_id = next((value for name, value in node.attrs.items() if name.endswith(" id")), "")
    related = (r for r in package.relationships(part) if r.id == rel_id and not r.external)
    return next((rel for rel in related if package.find(rel.target)), None)


def _rules(root: Node, formats: set[int]) -> list[Edit]:
    """Edits that take out our rules, and what is empty without them."""
    edits: list[Edit] = []
    for block in list(root.every("conditionalFormatting")):
        rules = [n for n in block.children if n.name == "cfRule"]
        own = [rule for rule in rules if any(f'"{TOKEN}"' in f.text for f in rule.children)]
        formats |= {int(rule.attrs["dxfId"]) for rule in own if "dxfId" in rule.attrs}
        gone = [block] if own and len(own) == len(rules) else own
        edits += [(node.start, node.end, b"") for node in gone]
    return edits


def _comments(package: Package, part: str, root: Node, rel: Relationship) -> list[Edit]:
    """Take our text out of the comments; edits for the sheet when no comment is left."""
    data = package.read(rel.target)
    listed = parse(data)
    edits: list[Edit] = []
    emptied: set[Cell] = set()
    all_comments = list(listed.every("comment"))
    authors = [node.text for node in listed.every("author")]
    for comment in all_comments:
        whole = comment_text(comment)
        span = our_span(whole)
        if span is None:
            continue
        number = comment.attrs.get("authorId", "")
        if is_ours(whole, authors[int(number)] if number.isdigit() and int(number) < len(authors) else ""):
            edits.append((comment.start, comment.end, b""))
            emptied.add(_cell(comment.attrs.get("ref", "")))
        else:
            edits += _cut(comment, *span)
    if not edits:
        return []
    drawing = legacy_drawing(package, part, root)
    vml = drop_boxes(package.read(drawing.target), emptied) if drawing else b""
    if len(emptied) < len(all_comments):
        edits += _author(listed, emptied)
        package.write(rel.target, splice(data, edits))
        if drawing:
            package.write(drawing.target, vml)
        return []
    package.unrelate(part, rel)
    package.remove(rel.target)
    return _without_drawing(package, part, root, vml)


def _author(root: Node, gone: set[Cell]) -> list[Edit]:
    """Take our name off the end of the list of authors, when no comment that stays bears it."""
    authors = list(root.every("author"))
    last = len(authors) - 1
    used = {
        int(comment.attrs.get("authorId") or 0)
        for comment in root.every("comment")
        if _cell(comment.attrs.get("ref", "")) not in gone
    }
    if last < 0 or authors[last].text != AUTHOR or last in used:
        return []
    return [(authors[last].start, authors[last].end, b"")]


def _without_drawing(package: Package, part: str, root: Node, vml: bytes) -> list[Edit]:
    """Take out the legacy drawing, unless it still shows something else."""
    drawing = legacy_drawing(package, part, root)
    node = root.child("legacyDrawing")
    if drawing is None or node is None:
        return []
    if has_shapes(vml):
        package.write(drawing.target, vml)
        return []
    package.unrelate(part, drawing)
    package.remove(drawing.target)
    return [(node.start, node.end, b"")]


def _cut(comment: Node, first: int, last: int) -> list[Edit]:
    """Edits that cut characters out of a comment's text; a run that is left empty goes whole."""
    body = comment.child("text")
    edits: list[Edit] = []
    at = 0
    for run in body.children if body else []:
        for node in [run] if run.name == "t" else [n for n in run.children if n.name == "t"]:
            begin, end = max(first - at, 0), min(last - at, len(node.text))
            if begin == 0 and end == len(node.text):
                edits.append((run.start, run.end, b""))
            elif begin < end:
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
