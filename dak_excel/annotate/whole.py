"""The last look at an annotated package before it is given out: what we wrote parses and leads somewhere."""

from __future__ import annotations

from dak_excel.annotate.info import Unmarkable
from dak_excel.annotate.package import Package, rels_name
from dak_excel.annotate.xmlspan import parse, whole

_XML = (".xml", ".rels")


def check_whole(package: Package) -> None:
    """Parses each part that was changed, and follows each relationship of ours.

    Raises Unmarkable when one is no XML, leads nowhere, or has no content type; what the user's own
    file leads astray (it opens all the same) is let be.
    """
    for name, content in package.changed.items():
        if name.lower().endswith(_XML) and not whole(content):
            raise Unmarkable(f"Salinan bertandanya tidak utuh (bagian {name}).")
    for owner in ("", *package.names):
        if rels_name(owner) in package.changed:
            _check_relationships(package, owner)
    _check_types(package)


def _check_relationships(package: Package, owner: str) -> None:
    for rel in package.relationships(owner):
        if rel.id.startswith("rIdDak") and package.find(rel.target) is None:
            raise Unmarkable(f"Salinan bertandanya tidak utuh (bagian {rel.target} tidak ada).")


def _check_types(package: Package) -> None:
    """Each part that is new has a content type."""
    root = parse(package.read("[Content_Types].xml"))
    endings = {node.attrs.get("Extension", "").lower() for node in root.every("Default")}
    named = {package.find(node.attrs.get("PartName", "")) for node in root.every("Override")}
    for name in filter(package.is_new, package.changed):
        ending = name.rpartition(".")[2].lower()
        if name not in named and ending not in endings:
            raise Unmarkable(f"Salinan bertandanya tidak utuh (jenis bagian {name} tidak disebut).")
