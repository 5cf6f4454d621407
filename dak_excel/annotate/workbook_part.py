"""workbook.xml: the sheets that are there, and our two put before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dak_excel.annotate.cells import quoted
from dak_excel.annotate.info import Unmarkable
from dak_excel.annotate.order import WORKBOOK, insert
from dak_excel.annotate.package import Package
from dak_excel.annotate.xmlspan import Edit, Node, append, ascii_xml, parse, set_attribute, splice

SIGN_NAME = "_dak_excel"
"""A hidden name that tells our files apart after any program has saved them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as the workbook lists it; `part` is empty when it leads nowhere."""

    name: str
    kind: str
    """`worksheet`, `chartsheet` …"""
    part: str
    node: Node


@dataclass(frozen=True, slots=True)
class Contents:
    """What workbook.xml says."""

    data: bytes
    root: Node
    sheets: tuple[Sheet, ...]
    year_1904: bool


def read_workbook(package: Package) -> Contents:
    """The sheets in their order, and whether dates count from 1904."""
    data = package.read(package.workbook)
    root = parse(data)
    rels = {rel.id: rel for rel in package.relationships(package.workbook)}
    listed = root.child("sheets")
    if listed is None:
        raise Unmarkable("Buku kerja ini tidak mempunyai daftar lembar.")
    sheets = []
    for node in listed.children:
        rel = rels.get(next((v for k, v in node.attrs.items() if k.endswith(" id")), ""))
        part = package.find(rel.target) if rel and not rel.external else None
        sheets.append(Sheet(node.attrs.get("name", ""), rel.kind if rel else "", part or "", node))
    settings = root.child("workbookPr")
    year_1904 = settings is not None and settings.attrs.get("date1904") in ("1", "true")
    return Contents(data, root, tuple(sheets), year_1904)


def free_name(wanted: str, contents: Contents) -> str:
    """The wanted sheet name, or one like it when the user has a sheet of that name."""
    taken = {sheet.name.casefold() for sheet in contents.sheets}
    names = [wanted, f"{wanted} (dak_excel)", *(f"{wanted} (dak_excel {n})" for n in range(2, 100))]
    return next(name for name in names if name.casefold() not in taken)


def add_sheets(
    contents: Contents,
    new: Sequence[tuple[str, str]],
    names: Sequence[tuple[str, int | None, str]],
    main: str,
    rel_types: str,
) -> bytes:
    """Put sheets (name, relationship id) first, and add hidden names (name, sheet index, formula)."""
    root, data = contents.root, contents.data
    p = root.prefix
    listed = root.child("sheets")
    assert listed is not None  # read_workbook has seen to it
    number = max([0, *(int(s.attrs.get("sheetId") or 0) for s in listed.children)])
    xml = "".join(
        f'<{p}sheet xmlns:r="{rel_types}" name="{quoted(name)}" sheetId="{number + n}" r:id="{rel}"/>'
        for n, (name, rel) in enumerate(new, 1)
    )
    edits: list[Edit] = [(listed.inner, listed.inner, ascii_xml(xml))]
    edits += _shifted(root, data, len(new))
    defined = "".join(_name(p, *name) for name in names)
    there = root.child("definedNames")
    if there:
        edits.append(append(there, ascii_xml(defined)))
    else:
        whole = f"<{p}definedNames>{defined}</{p}definedNames>"
        edits.append(insert(root, "definedNames", WORKBOOK, ascii_xml(whole)))
    return splice(data, edits)


def _name(p: str, name: str, sheet: int | None, formula: str) -> str:
    local = "" if sheet is None else f' localSheetId="{sheet}"'
    hidden = "" if name.endswith("Print_Titles") else ' hidden="1"'
    return f'<{p}definedName name="{name}"{local}{hidden}>{quoted(formula)}</{p}definedName>'


def _shifted(root: Node, data: bytes, by: int) -> list[Edit]:
    """Edits to what counts sheets by position: names that belong to a sheet, the open and first tab."""
    edits: list[Edit] = []
    for node in root.every("definedName"):
        if "localSheetId" in node.attrs:
            index = int(node.attrs["localSheetId"]) + by
            edits.append(set_attribute(node, data, "localSheetId", str(index)))
    views = list(root.every("workbookView"))
    for view in views:
        index = int(view.attrs.get("activeTab") or 0) + by
        edits.append(set_attribute(view, data, "activeTab", str(index)))
        if int(view.attrs.get("firstSheet") or 0):
            first = int(view.attrs["firstSheet"]) + by
            edits.append(set_attribute(view, data, "firstSheet", str(first)))
    if not views:
        p = root.prefix
        xml = f'<{p}bookViews><{p}workbookView activeTab="{by}"/></{p}bookViews>'
        edits.append(insert(root, "bookViews", WORKBOOK, ascii_xml(xml)))
    return edits


def drop_sheets(package: Package, contents: Contents, gone: Sequence[str]) -> None:
    """Take sheets out of the workbook with all that only they use, and our hidden names."""
    indexes = [n for n, sheet in enumerate(contents.sheets) if sheet.name in gone]
    edits = _unnamed(contents, indexes)
    if not edits and not indexes:
        return
    for view in contents.root.every("workbookView"):
        for name in ("activeTab", "firstSheet"):
            if name in view.attrs:
                index = int(view.attrs[name])
                left = 0 if index in indexes else index - sum(n < index for n in indexes)
                edits.append(set_attribute(view, contents.data, name, str(left)))
    for index in indexes:
        node = contents.sheets[index].node
        edits.append((node.start, node.end, b""))
    package.write(package.workbook, splice(contents.data, edits))
    for index in indexes:
        _drop_part(package, package.workbook, contents.sheets[index].part)


def _unnamed(contents: Contents, gone: Sequence[int]) -> list[Edit]:
    """Edits that take out our names and renumber those of the sheets that stay."""
    edits: list[Edit] = []
    listed = contents.root.child("definedNames")
    nodes = listed.children if listed else []
    out = [n for n in nodes if n.attrs.get("name") == SIGN_NAME or _local(n) in gone]
    if listed and nodes and len(out) == len(nodes):
        return [(listed.start, listed.end, b"")]
    for node in nodes:
        index = _local(node)
        if node in out:
            edits.append((node.start, node.end, b""))
        elif index >= 0:
            left = index - sum(n < index for n in gone)
            edits.append(set_attribute(node, contents.data, "localSheetId", str(left)))
    return edits


def _local(name: Node) -> int:
    return int(name.attrs.get("localSheetId", -1))


def _drop_part(package: Package, owner: str, part: str) -> None:
    """Take out a part, the relationship to it, and the parts that only it leads to."""
    for rel in package.relationships(owner):
        if not rel.external and package.find(rel.target) == part:
            package.unrelate(owner, rel)
            break
    targets = [package.find(rel.target) for rel in package.relationships(part) if not rel.external]
    package.remove(part)
    for target in filter(None, targets):
        if not _wanted(package, target):
            package.remove(target)


def _wanted(package: Package, part: str) -> bool:
    """Whether any part still leads to this one."""
    owners = [name for name in package.names if not name.endswith(".rels")]
    return any(
        package.find(rel.target) == part
        for owner in owners
        for rel in package.relationships(owner)
        if not rel.external
    )
