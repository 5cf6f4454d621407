"""What our marks and sheets add to styles.xml, spliced behind what is there; the user's indexes stay."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dak_excel.annotate.order import STYLES, insert
from dak_excel.annotate.package import Package
from dak_excel.annotate.palette import LOOKS, dxf
from dak_excel.annotate.xmlspan import Edit, Node, append, ascii_xml, parse, parse_open, set_attribute, splice
from dak_excel.findings import Tingkat

_DATE_FORMAT = "[$-421]d\\ mmmm\\ yyyy;@"  # 421: Indonesian
_TEXT = 49  # the built-in format `@`
_DXF_USE = re.compile(rb"""[dD]xfId\s*=\s*["'](\d+)""")
_INK = "FF1F2937"
_GREY = "FF5B6470"
_LINK = "FF0B57A4"
_HEAD = "FF29475F"
_INPUT = "FFFFFBE6"
_LINE = "FFB7BEC6"
_APPLIED = ("NumberFormat", "Font", "Fill", "Border", "Alignment")
_EMPTY = {
    "fonts": '<{p}font><{p}sz val="11"/><{p}name val="Calibri"/><{p}family val="2"/></{p}font>',
    "fills": '<{p}fill><{p}patternFill patternType="none"/></{p}fill>'
    '<{p}fill><{p}patternFill patternType="gray125"/></{p}fill>',
    "borders": "<{p}border><{p}left/><{p}right/><{p}top/><{p}bottom/><{p}diagonal/></{p}border>",
    "cellXfs": '<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
}


@dataclass(frozen=True, slots=True)
class Face:
    """A cell style of ours: font, fill, outline, alignment."""

    size: int = 10
    color: str = _INK
    bold: bool = False
    italic: bool = False
    underline: bool = False
    fill: str = ""
    line: str = ""
    """Line style; empty for no outline."""
    line_color: str = _LINE
    format: int = 0
    date: bool = False
    across: str = ""
    indent: bool = False
    middle: bool = False
    wrap: bool = False
    locked: bool = True
    quote: bool = False
    """The cell stays text also when a person edits it."""


FACES: dict[str, Face] = {
    "judul": Face(size=18, bold=True, color=_HEAD),
    "subjudul": Face(size=11, color=_GREY),
    "bagian": Face(size=12, bold=True, color=_HEAD),
    "label": Face(color=_GREY),
    "nilai": Face(bold=True, format=_TEXT),
    "kalimat": Face(wrap=True, quote=True),
    "kepala": Face(bold=True, color="FFFFFFFF", fill=_HEAD, line="thin", wrap=True, middle=True, indent=True),
    "teks": Face(line="thin", indent=True, wrap=True, quote=True),
    "kutipan": Face(line="thin", indent=True, wrap=True, quote=True, italic=True, color=_GREY),
    "kode": Face(line="thin", indent=True, wrap=True, format=_TEXT),
    "tebal": Face(line="thin", indent=True, wrap=True, format=_TEXT, bold=True),
    "angka": Face(line="thin", indent=True, format=3, across="right"),
    "tautan": Face(line="thin", indent=True, wrap=True, format=_TEXT, underline=True, color=_LINK),
    "tautan_lepas": Face(underline=True, color=_LINK, format=_TEXT),
    "isi": Face(line="thin", indent=True, wrap=True, format=_TEXT, fill=_INPUT, locked=False),
    "isi_tanggal": Face(line="thin", date=True, fill=_INPUT, locked=False, indent=True),
} | {
    level.value: Face(
        bold=look.bold,
        italic=look.italic,
        underline=look.underline,
        color="FF1A1A1A",
        fill=f"FF{look.fill}",
        line=look.style,
        line_color=f"FF{look.line}",
        format=_TEXT,
        indent=True,
    )
    for level, look in LOOKS.items()
}


@dataclass(frozen=True, slots=True)
class Added:
    """The new stylesheet, and the indexes of what was added."""

    data: bytes
    faces: Mapping[str, int]
    marks: Mapping[Tingkat, int]


def add_styles(data: bytes) -> Added:
    """Append our formats to a stylesheet."""
    data, root = parse_open(data)
    p = root.prefix
    fonts, fills, borders, formats = (_Pool(root, n) for n in ("fonts", "fills", "borders", "numFmts"))
    xfs, dxfs = _Pool(root, "cellXfs"), _Pool(root, "dxfs")
    parent = root.child("cellStyleXfs")
    under = ' xfId="0"' if parent and parent.children else ""
    date_id = _date_format(root, formats, p)
    faces = {}
    for name, face in FACES.items():
        font, fill = fonts.add(_font(face, p)), fills.add(_fill(face, p)) if face.fill else 0
        border = borders.add(_border(face, p)) if face.line else 0
        faces[name] = xfs.add(_xf(face, p, font, fill, border, date_id, under))
    marks = {level: dxfs.add(dxf(look, p)) for level, look in LOOKS.items()}
    edits = [e for pool in (formats, fonts, fills, borders, xfs, dxfs) for e in pool.edits(data)]
    return Added(splice(data, edits), faces, marks)


def empty_stylesheet(main: str) -> bytes:
    """A stylesheet for a workbook that has none; `main` is its namespace."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<styleSheet xmlns="{main}"></styleSheet>'.encode()


class _Pool:
    """One list of the stylesheet (fonts, fills …), and what we put behind it."""

    def __init__(self, root: Node, name: str) -> None:
        self._root, self._name = root, name
        self.node = root.child(name)
        old = len(self.node.children) if self.node else 0
        missing = old == 0 and name in _EMPTY
        self._new = [_EMPTY[name].format(p=root.prefix)] if missing else []
        self._first = old + (1 if missing and name == "fills" else 0)  # that entry holds two fills

    def add(self, xml: str) -> int:
        """The index of an entry, added unless we have added the same before."""
        if xml not in self._new:
            self._new.append(xml)
        return self._first + self._new.index(xml)

    def edits(self, data: bytes) -> list[Edit]:
        """The edits that put the new entries in place, with the count."""
        count, body = self._first + len(self._new), ascii_xml("".join(self._new))
        if not self._new:
            return []
        if self.node is None:
            p, name = self._root.prefix, self._name
            xml = ascii_xml(f'<{p}{name} count="{count}">') + body + ascii_xml(f"</{p}{name}>")
            return [insert(self._root, name, STYLES, xml)]
        if not self.node.hollow:
            return [set_attribute(self.node, data, "count", str(count)), append(self.node, body)]
        p, name = self._root.prefix, self._name
        xml = ascii_xml(f'<{p}{name} count="{count}">') + body + ascii_xml(f"</{p}{name}>")
        return [(self.node.start, self.node.end, xml)]


def _date_format(root: Node, formats: _Pool, p: str) -> int:
    """A number for our date format that nothing in the stylesheet uses, a differential format included."""
    taken = {node.attrs.get("numFmtId", "") for name in ("numFmt", "xf", "dxf") for node in root.every(name)}
    number = next(n for n in range(164, 1 << 16) if str(n) not in taken)
    formats.add(f'<{p}numFmt numFmtId="{number}" formatCode="{_DATE_FORMAT}"/>')
    return number


def _font(face: Face, p: str) -> str:
    marks = "".join(
        f"<{p}{tag}/>" for tag, on in (("b", face.bold), ("i", face.italic), ("u", face.underline)) if on
    )
    return (
        f'<{p}font>{marks}<{p}sz val="{face.size}"/><{p}color rgb="{face.color}"/>'
        f'<{p}name val="Calibri"/><{p}family val="2"/></{p}font>'
    )


def _fill(face: Face, p: str) -> str:
    return (
        f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="{face.fill}"/>'
        f'<{p}bgColor indexed="64"/></{p}patternFill></{p}fill>'
    )


def _border(face: Face, p: str) -> str:
    sides = "".join(
        f'<{p}{side} style="{face.line}"><{p}color rgb="{face.line_color}"/></{p}{side}>'
        for side in ("left", "right", "top", "bottom")
    )
    return f"<{p}border>{sides}<{p}diagonal/></{p}border>"


def _xf(face: Face, p: str, font: int, fill: int, border: int, date_id: int, under: str) -> str:
    quote = ' quotePrefix="1"' if face.quote else ""
    side = face.across or ("left" if face.indent else "")
    across = f' horizontal="{side}"' if side else ""
    inset = ' indent="1"' if face.indent else ""
    wrap = ' wrapText="1"' if face.wrap else ""
    upright = "center" if face.middle else "top"
    unlocked = "" if face.locked else f'<{p}protection locked="0"/>'
    applied = "".join(f' apply{what}="1"' for what in (*_APPLIED, *(() if face.locked else ("Protection",))))
    return (
        f'<{p}xf numFmtId="{date_id if face.date else face.format}" fontId="{font}" fillId="{fill}" '
        f'borderId="{border}"{under}{quote}{applied}>'
        f'<{p}alignment{across} vertical="{upright}"{wrap}{inset}/>{unlocked}</{p}xf>'
    )


def drop_marks(package: Package, formats: set[int]) -> None:
    """Take our differential formats off the end of the list, as far as nothing else uses them."""
    rel = package.related(package.workbook, "styles")
    if rel is None:
        return
    used = {
        int(number)
        for name in package.names
        if name.lower().endswith(".xml")
        for number in _DXF_USE.findall(package.read(name))
    }
    data = package.read(rel.target)
    node = parse(data).child("dxfs")
    last = len(node.children) if node else 0
    while last and last - 1 in formats and last - 1 not in used:
        last -= 1
    if node and last < len(node.children):
        edits = [(n.start, n.end, b"") for n in node.children[last:]]
        edits.append(set_attribute(node, data, "count", str(last)))
        package.write(rel.target, splice(data, edits))
