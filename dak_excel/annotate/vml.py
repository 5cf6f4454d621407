"""The boxes of comments: shapes in the sheet's legacy drawing (VML, ECMA-376 part 4).

A drawing that is there already (boxes of the user's comments, form controls, pictures) keeps its
bytes; our shapes are put before its end. VML as Excel writes it is not always XML, so it is handled
as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dak_excel.annotate.geometry import Geometry
from dak_excel.annotate.info import Unmarkable
from dak_excel.annotate.measure import lines
from dak_excel.annotate.places import Cell
from dak_excel.annotate.xmlspan import Edit, splice

_WIDTH, _WIDE = 300, 440  # pixels of a box, and of one with much text
_LINE, _MARGIN = 14.5, 14
_TALL = 420
BLOCK = 1024
"""Shape ids come in blocks of this size, which o:idmap lists."""

_NAMESPACES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_IDMAP = re.compile(rb"""<o:idmap\b[^>]*?\bdata\s*=\s*["']([\d,\s]*)["']""")
_SHAPE = re.compile(rb"<v:shape\b.*?</v:shape\s*>", re.DOTALL)
_ROW, _COLUMN = re.compile(rb"<x:Row>\s*(\d+)"), re.compile(rb"<x:Column>\s*(\d+)")
_ANCHOR = re.compile(rb"(<x:Anchor>)([\d\s,-]*)(</x:Anchor>)")
_END = re.compile(rb"</xml\s*>\s*$")
_HOLLOW = re.compile(rb"""(<(xml)\b(?:[^<>"']|"[^"]*"|'[^']*')*?)\s*/>\s*$""")
"""A drawing of one empty element."""


def blocks_in(data: bytes) -> set[int]:
    """The blocks of shape ids that a drawing takes."""
    listed = {int(n) for m in _IDMAP.finditer(data) for n in m[1].replace(b",", b" ").split()}
    used = {int(n) // BLOCK for n in re.findall(rb"_x0000_[si](\d+)", data)}
    return listed | used


def new_drawing() -> bytes:
    """A drawing without shapes."""
    spaces = " ".join(f'xmlns:{p}="{uri}"' for p, uri in _NAMESPACES.items())
    return (
        f'<xml {spaces}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout></xml>'
    ).encode()


def add_boxes(data: bytes, boxes: Mapping[Cell, str], geometry: Geometry, first_block: int) -> bytes:
    """Put boxes into a drawing; their ids begin in a block that no other drawing takes."""
    data = _HOLLOW.sub(rb"\1></\2>", data)
    end = _END.search(data)
    if end is None:
        raise Unmarkable("Gambar komentar di berkas ini tidak utuh.")
    missing = "".join(
        f' xmlns:{p}="{uri}"' for p, uri in _NAMESPACES.items() if f"xmlns:{p}=".encode() not in data
    )
    shapes = [] if b'id="_x0000_t202"' in data else [_SHAPE_TYPE.replace(" id=", f"{missing} id=", 1)]
    first = first_block * BLOCK + 1
    for number, cell in enumerate(sorted(boxes), first):
        shapes.append(_shape(number, cell, boxes[cell], geometry, missing))
    edits: list[Edit] = [(end.start(), end.start(), "".join(shapes).encode())]
    blocks = range(first_block, (first + len(boxes) - 1) // BLOCK + 1)
    if idmap := _IDMAP.search(data):
        more = ",".join(map(str, blocks))
        comma = "," if idmap[1].strip() else ""
        edits.append((idmap.end(1), idmap.end(1), f"{comma}{more}".encode()))
    return splice(data, edits)


def grow_boxes(data: bytes, texts: Mapping[Cell, str], geometry: Geometry) -> bytes:
    """Make the boxes of the user's own comments tall enough for what we put behind."""
    edits: list[Edit] = []
    for shape in _SHAPE.finditer(data):
        row, column = _ROW.search(shape[0]), _COLUMN.search(shape[0])
        anchor = _ANCHOR.search(shape[0])
        if not (row and column and anchor):
            continue
        text = texts.get((int(row[1]) + 1, int(column[1]) + 1))
        numbers = [int(n) for n in anchor[2].split(b",") if n.strip()]
        if text is None or len(numbers) != 8:
            continue
        start = shape.start() + anchor.start(2)
        edits.append((start, start + len(anchor[2]), _grown(numbers, text, geometry)))
    return splice(data, edits)


def drop_boxes(data: bytes, cells: set[Cell]) -> bytes:
    """Take out the boxes of these cells' comments."""
    edits: list[Edit] = []
    for shape in _SHAPE.finditer(data):
        row, column = _ROW.search(shape[0]), _COLUMN.search(shape[0])
        if row and column and (int(row[1]) + 1, int(column[1]) + 1) in cells:
            edits.append((shape.start(), shape.end(), b""))
    return splice(data, edits)


def has_shapes(data: bytes) -> bool:
    """Whether anything is drawn: a box, a control, a picture."""
    return re.search(rb"<v:(?:shape|group|rect|oval|line|image|roundrect)\b", data) is not None


def _grown(anchor: list[int], text: str, geometry: Geometry) -> bytes:
    left, dx, top, dy, right, dx2, bottom, dy2 = anchor
    width = sum(geometry.width(c + 1) for c in range(left, right)) - dx + dx2
    height = sum(geometry.height(r + 1) for r in range(top, bottom)) - dy + dy2
    least_width = max(width, float(_WIDTH))
    if least_width > width:
        right, dx2 = geometry.across(left + 1, dx + least_width)
    needed = lines(text, least_width - _MARGIN) * _LINE + _MARGIN
    if needed > height:
        bottom, dy2 = geometry.down(top + 1, dy + needed)
    return ", ".join(map(str, (left, dx, top, dy, right, dx2, bottom, dy2))).encode()


def _shape(number: int, cell: Cell, text: str, geometry: Geometry, spaces: str) -> str:
    row, column = cell
    width = float(_WIDTH)
    height = lines(text, width - _MARGIN) * _LINE + _MARGIN
    if height > _TALL:
        width = float(_WIDE)
        height = lines(text, width - _MARGIN) * _LINE + _MARGIN
    top = max(1, row - 1)
    right, dx = geometry.across(column + 1, 15 + width)
    bottom, dy = geometry.down(top, 8 + height)
    anchor = f"{column}, 15, {top - 1}, 8, {right}, {dx}, {bottom}, {dy}"
    size = f"width:{width * 0.75:g}pt;height:{height * 0.75:g}pt"
    return (
        f'<v:shape{spaces} id="_x0000_s{number}" type="#_x0000_t202" '
        f"style='position:absolute;margin-left:60pt;margin-top:2pt;{size};"
        f"z-index:{number % BLOCK};visibility:hidden' "
        'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
    )
