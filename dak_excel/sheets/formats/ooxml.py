"""The layout of an OOXML workbook: which parts are its sheets, strings and styles, wherever they lie.

Relationship targets may be absolute or relative, part names of any case, namespaces transitional or strict
(ECMA-376 parts 1, 2 and 4).
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from dak_excel.sheets.formats.archive import Archive
from dak_excel.sheets.formats.limits import SHEETS
from dak_excel.sheets.formats.parse import attribute, every, tree
from dak_excel.sheets.formats.refusal import damaged, over_limit

_TRUE = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """One sheet of a workbook: its name, its part, what it is (`worksheet`, `chartsheet` …)."""

    name: str
    part: str
    kind: str
    hidden: bool


@dataclass(slots=True)
class Layout:
    """A workbook's sheets in their order, and the parts that they share."""

    workbook: str
    sheets: list[SheetEntry]
    strings: str = ""
    styles: str = ""
    date1904: bool = False
    recalculated: bool = False
    """The program that wrote the file left all formulas to be computed on opening (`fullCalcOnLoad`)."""
    kinds: frozenset[str] = field(default_factory=frozenset)
    """Kinds of the workbook's relationships: `vbaProject`, `externalLink` …"""


def layout_of(archive: Archive) -> Layout:
    """The layout of an xlsx or xlsm workbook. Raises Refusal when it cannot be made out."""
    workbook = main_part(archive)
    root = tree(archive.read_xml(workbook))
    relations = relationships(archive, workbook)
    by_id = {r.id: r for r in relations}
    layout = Layout(workbook, [], kinds=frozenset(r.kind for r in relations))
    for element in every(root, "sheet"):
        relation = by_id.get(attribute(element, "id"))
        layout.sheets.append(
            SheetEntry(
                name=element.get("name", ""),
                part=relation.target if relation else "",
                kind=relation.kind if relation else "",
                hidden=element.get("state", "visible").lower() != "visible",
            )
        )
    if not layout.sheets:
        raise damaged()
    if len(layout.sheets) > SHEETS:
        raise over_limit("jumlah lembar", str(SHEETS))
    layout.strings = _first(archive, relations, "sharedStrings")
    layout.styles = _first(archive, relations, "styles")
    for properties in every(root, "workbookPr"):  # an extension has one of the same name
        layout.date1904 |= properties.get("date1904", "").lower() in _TRUE
    for properties in every(root, "calcPr"):
        layout.recalculated |= properties.get("fullCalcOnLoad", "").lower() in _TRUE
    return layout


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship within the package; `kind` is the last word of its type."""

    id: str
    kind: str
    target: str


def main_part(archive: Archive) -> str:
    """The workbook part: by the package's relationship, else by its usual name."""
    for relation in relationships(archive, ""):
        if relation.kind == "officeDocument" and relation.target in archive:
            return relation.target
    for name in ("xl/workbook.xml", "xl/workbook.bin"):
        if name in archive:
            return name
    raise damaged()


def relationships(archive: Archive, part: str) -> list[Relation]:
    """The relationships of a part that stay inside the package; those of the package for an empty name."""
    folder, _, name = part.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    xml = archive.read_xml(rels)
    if not xml:
        return []
    return [
        Relation(e.get("Id", ""), e.get("Type", "").rpartition("/")[2], _resolve(part, e.get("Target", "")))
        for e in every(tree(xml), "Relationship")
        if e.get("TargetMode", "").lower() != "external"
    ]


def _resolve(part: str, target: str) -> str:
    target = re.sub(r"#.*", "", target.replace("\\", "/"))
    joined = target if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
    return posixpath.normpath(joined).lstrip("/").lower()


def _first(archive: Archive, relations: list[Relation], kind: str) -> str:
    """The first part of that kind that is there; by its usual name when no relationship names it."""
    for relation in relations:
        if relation.kind == kind and relation.target in archive:
            return relation.target
    usual = f"xl/{kind}.xml"
    return usual if usual.lower() in archive else ""
