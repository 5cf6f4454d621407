"""XML parts as trees of byte offsets, so that a part is spliced and never written anew.

expat gives the offset of each tag; an edit replaces a range of bytes. What is inserted is plain ASCII
(other characters as references), which fits every encoding that has ASCII in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from dak_excel.annotate.info import Unmarkable

Edit = tuple[int, int, bytes]
"""(first byte, byte after the last, what stands there instead)."""

_TAG_END = re.compile(rb"""[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>""")
_NAME = re.compile(rb"<([^\s/>:]+:)?([^\s/>]+)")
_DEEPEST = 200
_LARGE = 1 << 20  # bytes
_MOST_NODES = 500_000
"""Elements of a part that are held: Excel's own most of cell formats (65,490), with what stands in them,
come to about half of that; a node takes about 700 bytes."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_ENCODING = re.compile(r"""^(\ufeff?<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')""")
_DATA_START = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?)sheetData(?=[\s/>])")


@dataclass(slots=True, eq=False)
class Node:
    """An element and where it lies: `start` … `inner` is the start tag, `stop` … `end` the end tag.

    An empty-element tag has `inner == stop == end`.
    """

    name: str
    """Local name."""
    space: str
    """Namespace."""
    prefix: str
    """Prefix as written, with its colon; empty for none."""
    attrs: dict[str, str]
    """Attributes; those with a namespace as `namespace name`."""
    start: int
    inner: int = 0
    stop: int = 0
    end: int = 0
    children: list[Node] = field(default_factory=list)
    text: str = ""

    @property
    def hollow(self) -> bool:
        """Written as `<x/>`."""
        return self.inner == self.end

    def child(self, name: str) -> Node | None:
        """The first child of that local name."""
        return next((c for c in self.children if c.name == name), None)

    def every(self, name: str) -> Iterator[Node]:
        """All descendants of that local name, in document order."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.every(name)


def as_utf8(data: bytes) -> bytes:
    """The part in an encoding that has ASCII in it: UTF-16 becomes UTF-8, all else stays as it is."""
    if not data.startswith(_UTF16):
        return data
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    plain = "utf-16-le" if data.startswith(b"<\x00") else "utf-16-be"
    text = data.decode("utf-16" if marked else plain)
    return _ENCODING.sub(r'\1 encoding="UTF-8"', text).lstrip("\ufeff").encode()


def parse(data: bytes, *, sheet: bool = False, most: int = 0) -> Node:
    """The root of a part. With `sheet` the rows of a worksheet are passed over.

    Raises Unmarkable when the part is no XML, declares a document type, or has more than `most`
    elements (0 for no limit).
    """
    cut = _rows(data) if sheet else (0, 0)
    return _Builder(data, *cut, most).root()


def parse_open(data: bytes, *, sheet: bool = False) -> tuple[bytes, Node]:
    """A part and its root, which can take children: one that is written `<x/>` becomes `<x></x>`."""
    root = parse(data, sheet=sheet, most=_MOST_NODES)
    if not root.hollow:
        return data, root
    data = splice(data, [append(root, b"")])
    return data, parse(data, sheet=sheet)


def whole(data: bytes) -> bool:
    """Whether a part is well-formed XML with its namespaces, without a document type.

    The rows of a large sheet, in which nothing is ever changed, are passed over: they are the user's own.
    """
    if len(data) > _LARGE:
        first, last = _rows(data)
        data = data[:first] + data[last:]
    parser = expat.ParserCreate(namespace_separator=" ")
    doctypes: list[object] = []
    parser.StartDoctypeDeclHandler = lambda *args: doctypes.append(args)
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):
        return False
    return not doctypes


def _rows(data: bytes) -> tuple[int, int]:
    """Where the content of sheetData lies; nothing when comments or CDATA make that unsure."""
    if b"<!--" in data or b"<![CDATA[" in data:
        return 0, 0
    first = _DATA_START.search(data)
    if first is None:
        return 0, 0
    tag = _TAG_END.match(data, first.end())
    last = data.rfind(b"</" + first[1] + b"sheetData")
    if tag is None or last < tag.end():
        return 0, 0
    return tag.end(), last


class _Builder:
    """Collects expat's events for `data` less its bytes from `cut` up to `resume`."""

    def __init__(self, data: bytes, cut: int, resume: int, most: int) -> None:
        self._data = data
        self._most = most
        self._cut, self._gap = cut, resume - cut
        self._top = Node("", "", "", {}, 0)
        self._stack = [self._top]
        self._count = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._stop
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype

    def root(self) -> Node:
        data = self._data
        if self._gap:
            data = data[: self._cut] + data[self._cut + self._gap :]
        try:
            self._parser.Parse(data, True)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise Unmarkable("Satu bagian berkas ini bukan XML yang utuh.") from error
        return self._top.children[0]

    def _at(self) -> int:
        index: int = self._parser.CurrentByteIndex
        return index if index < self._cut or not self._gap else index + self._gap

    def _start(self, name: str, attrs: dict[str, str]) -> None:
        start = self._at()
        space, _, local = name.rpartition(" ")
        tag = _TAG_END.match(self._data, start + 1)
        if tag is None:
            raise ValueError(name)
        written = _NAME.match(self._data, start)
        prefix = written[1].decode() if written and written[1] else ""
        node = Node(local, space, prefix, attrs, start, tag.end())
        self._count += 1
        if len(self._stack) > _DEEPEST or 0 < self._most < self._count:
            raise Unmarkable("Satu bagian berkas ini terlalu besar untuk ditandai.")
        self._stack[-1].children.append(node)
        self._stack.append(node)

    def _stop(self, name: str) -> None:
        node = self._stack.pop()
        if self._data[node.inner - 2 : node.inner] == b"/>":
            node.stop = node.end = node.inner
        else:
            node.stop = self._at()
            node.end = self._data.index(b">", node.stop) + 1

    def _text(self, text: str) -> None:
        self._stack[-1].text += text

    def _doctype(self, *_: object) -> None:
        raise ValueError("DOCTYPE")


def splice(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with each range replaced. Insertions at one place keep their order."""
    out: list[bytes] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda e: (e[0], e[1])):
        out += (data[at:start], new)
        at = max(at, end)
    out.append(data[at:])
    return b"".join(out)


def ascii_xml(text: str) -> bytes:
    """XML text as ASCII bytes, other characters as references."""
    return text.encode("ascii", "xmlcharrefreplace")


def attribute(node: Node, data: bytes, name: str) -> tuple[int, int] | None:
    """Where the value of an attribute (as written, with its prefix) lies in the start tag."""
    pattern = rb"""\s""" + re.escape(name.encode()) + rb"""\s*=\s*(?:"([^"]*)"|'([^']*)')"""
    found = re.compile(pattern).search(data, node.start, node.inner)
    if found is None:
        return None
    return found.span(1) if found[1] is not None else found.span(2)


def set_attribute(node: Node, data: bytes, name: str, value: str) -> Edit:
    """An edit that gives an attribute this value, adding it where it is missing."""
    where = attribute(node, data, name)
    if where:
        return (*where, ascii_xml(value))
    at = node.inner - (2 if node.hollow else 1)
    return at, at, ascii_xml(f' {name}="{value}"')


def append(node: Node, xml: bytes) -> Edit:
    """An edit that puts XML at the end of an element's content, also when it is written `<x/>`."""
    if not node.hollow:
        return node.stop, node.stop, xml
    name = node.prefix.encode() + node.name.encode()
    return node.end - 2, node.end, b">" + xml + b"</" + name + b">"
