"""Parts, relationships and content types of an OOXML package, changed by splicing."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from dak_excel.annotate.info import Unmarkable
from dak_excel.annotate.xmlspan import append, as_utf8, ascii_xml, parse, splice
from dak_excel.annotate.zipraw import Entry, Rewritten, read_entries, rewrite, slashed

STRICT = "http://purl.oclc.org/ooxml"
_REL_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL_TYPES_STRICT = f"{STRICT}/officeDocument/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_MAIN_STRICT = f"{STRICT}/spreadsheetml/main"
_REL_PART = b"http://schemas.openxmlformats.org/package/2006/relationships"
_REL_CONTENT = "application/vnd.openxmlformats-package.relationships+xml"
_CONTENT_TYPES = "[Content_Types].xml"
LARGEST_PART = 512 << 20


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part; `target` is a part name, or the address of something outside."""

    id: str
    kind: str
    """The last word of its type: `worksheet`, `comments`, `vmlDrawing` …"""
    target: str
    external: bool
    start: int
    end: int


class Package:
    """A workbook's package, with changes held until `save`."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.entries: list[Entry] = read_entries(data)
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._names = {_plain(entry.name): entry.name for entry in self.entries}
        self._infos = {slashed(info.filename): info for info in self._archive.infolist()}
        self.changed: dict[str, bytes] = {}
        self.removed: set[str] = set()
        self.workbook = self._find_workbook()

    @cached_property
    def strict(self) -> bool:
        """Whether the workbook keeps to ISO/IEC 29500 strict, with namespaces of its own."""
        return parse(self.read(self.workbook)).space == _MAIN_STRICT

    @property
    def main(self) -> str:
        """The namespace of SpreadsheetML in this package."""
        return _MAIN_STRICT if self.strict else _MAIN

    @property
    def rel_types(self) -> str:
        """What the types of relationships begin with in this package."""
        return _REL_TYPES_STRICT if self.strict else _REL_TYPES

    @property
    def names(self) -> list[str]:
        """The parts, by the names that they have in the archive, less those removed."""
        new = [name for name in self.changed if _plain(name) not in self._names]
        return [n for n in (*self._names.values(), *new) if n not in self.removed]

    def find(self, name: str) -> str | None:
        """The name that a part has in the archive, whatever its case and slashes."""
        real = self._names.get(_plain(name), name.lstrip("/"))
        if real in self.removed or (real not in self.changed and _plain(real) not in self._names):
            return None
        return real

    def read(self, name: str) -> bytes:
        """A part's content as it is now. Raises Unmarkable when it is missing or damaged."""
        real = self.find(name)
        if real is None:
            raise Unmarkable(f"Bagian {name} tidak ada di dalam berkas ini.")
        if real in self.changed:
            return self.changed[real]
        try:
            if self._infos[real].file_size > LARGEST_PART:
                raise Unmarkable(f"Bagian {name} terlalu besar.")
            return as_utf8(self._archive.read(self._infos[real]))
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise Unmarkable(f"Bagian {name} rusak.") from error
        except (NotImplementedError, RuntimeError) as error:
            raise Unmarkable(f"Bagian {name} tidak dapat dibuka.") from error

    def is_new(self, name: str) -> bool:
        """Whether a part is one that we have added."""
        return _plain(name) not in self._names

    def size(self, name: str) -> int:
        """Bytes of a part of the original package, unpacked, as its directory states them."""
        return self._infos[name].file_size

    @property
    def unpacked(self) -> int:
        """Bytes of all parts of the original package, unpacked."""
        return sum(info.file_size for info in self._archive.infolist())

    def write(self, name: str, content: bytes) -> None:
        """Change a part, or add one."""
        self.changed[self.find(name) or name] = content

    def remove(self, name: str) -> None:
        """Take a part out, with its relationships and its content type."""
        real = self.find(name)
        if real is None:
            return
        self.removed.add(real)
        self.changed.pop(real, None)
        types = self.read(_CONTENT_TYPES)
        gone = [
            n for n in parse(types).every("Override") if _plain(n.attrs.get("PartName", "")) == _plain(real)
        ]
        if gone:
            self.write(_CONTENT_TYPES, splice(types, [(n.start, n.end, b"") for n in gone]))
        if self.find(rels_name(real)):
            self.remove(rels_name(real))

    def rewritten(self) -> Rewritten:
        """The new archive, up to its central directory."""
        return rewrite(self.data, self.entries, self.changed, frozenset(self.removed))

    def relationships(self, part: str) -> list[Relationship]:
        """The relationships of a part; of the package itself for an empty name."""
        name = rels_name(part)
        if self.find(name) is None:
            return []
        found = []
        for node in parse(self.read(name)).every("Relationship"):
            external = node.attrs.get("TargetMode") == "External"
            target = node.attrs.get("Target", "")
            kind = node.attrs.get("Type", "").rsplit("/", 1)[-1]
            place = target if external else _resolve(part, target)
            found.append(Relationship(node.attrs.get("Id", ""), kind, place, external, node.start, node.end))
        return found

    def related(self, part: str, kind: str) -> Relationship | None:
        """The first relationship of that kind whose part is there."""
        for rel in self.relationships(part):
            if rel.kind == kind and not rel.external and self.find(rel.target):
                return rel
        return None

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relationship to a part of ours; returns its id."""
        name = rels_name(part)
        taken = {rel.id for rel in self.relationships(part)}
        number = next(n for n in range(1, 1 << 20) if f"rIdDak{n}" not in taken)
        path = posixpath.relpath(target, posixpath.dirname(part) or ".")
        xml = ascii_xml(f'Relationship Id="rIdDak{number}" Type="{self.rel_types}/{kind}" Target="{path}"/>')
        if self.find(name):
            data = self.read(name)
            root = parse(data)
            self.write(name, splice(data, [append(root, b"<" + root.prefix.encode() + xml)]))
        else:
            head = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            self.write(
                name, head + b'<Relationships xmlns="' + _REL_PART + b'"><' + xml + b"</Relationships>"
            )
            if not self._has_default("rels"):  # LibreOffice 3.4 to 5.3 names each part instead
                self.declare(name, _REL_CONTENT)
        return f"rIdDak{number}"

    def unrelate(self, part: str, rel: Relationship) -> None:
        """Take a relationship out."""
        name = rels_name(part)
        data = splice(self.read(name), [(rel.start, rel.end, b"")])
        if parse(data).children:
            self.write(name, data)
        else:
            self.remove(name)

    def declare(self, part: str, content_type: str) -> None:
        """Give a part its content type, unless it has one of its own already."""
        overrides = parse(self.read(_CONTENT_TYPES)).every("Override")
        if any(_plain(n.attrs.get("PartName", "")) == _plain(part) for n in overrides):
            return
        self._add_type(f'Override PartName="/{part}" ContentType="{content_type}"/>')

    def declare_ending(self, ending: str, content_type: str) -> None:
        """Give all parts with this ending a content type, unless they have one already."""
        if not self._has_default(ending):
            self._add_type(f'Default Extension="{ending}" ContentType="{content_type}"/>')

    def _has_default(self, ending: str) -> bool:
        root = parse(self.read(_CONTENT_TYPES))
        return any(n.attrs.get("Extension", "").lower() == ending for n in root.every("Default"))

    def free_name(self, pattern: str) -> str:
        """The first part name not yet taken; `{}` stands for the number."""
        number = next(n for n in range(1, 1 << 20) if self.find(pattern.format(n)) is None)
        return pattern.format(number)

    def _add_type(self, xml: str) -> None:
        data = self.read(_CONTENT_TYPES)
        root = parse(data)
        new = b"<" + root.prefix.encode() + ascii_xml(xml)
        self.write(_CONTENT_TYPES, splice(data, [append(root, new)]))

    def _find_workbook(self) -> str:
        rel = self.related("", "officeDocument")
        name = self.find(rel.target if rel else "xl/workbook.xml")
        if name is None or self.find(_CONTENT_TYPES) is None:
            raise Unmarkable("Berkas ini bukan buku kerja Excel.")
        return name


def rels_name(part: str) -> str:
    """`xl/workbook.xml` → `xl/_rels/workbook.xml.rels`."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def _plain(name: str) -> str:
    """A part name without the ways in which writers differ."""
    return unquote(name).replace("\\", "/").lstrip("/").lower()


def _resolve(part: str, target: str) -> str:
    target = re.sub(r"#.*", "", target.replace("\\", "/"))
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
