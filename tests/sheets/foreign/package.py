"""A bare OOXML workbook, part by part, so that each test changes the one thing that it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date

from dak_excel.sheets.grid import Value, column_letters

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="[$-421]dd mmmm yyyy;@"/></numFmts>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)


def serial(day: date, epoch: date = date(1899, 12, 30)) -> int:
    return (day - epoch).days


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cell(row: int, column: int, value: Value, epoch: date = date(1899, 12, 30)) -> str:
    """A cell's XML: text inline, a date as a serial number with style 1."""
    place = f'r="{column_letters(column)}{row}"'
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c {place} t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c {place} s="1"><v>{serial(value, epoch)}</v></c>'
    if isinstance(value, str):
        return f'<c {place} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f"<c {place}><v>{value!r}</v></c>"


def sheet_data(rows: list[list[Value]], epoch: date = date(1899, 12, 30)) -> str:
    return "".join(
        f'<row r="{r}">{"".join(cell(r, c, v, epoch) for c, v in enumerate(line, 1))}</row>'
        for r, line in enumerate(rows, 1)
    )


def worksheet(data: str, before: str = "", after: str = "", main: str = MAIN) -> str:
    return f'<worksheet xmlns="{main}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


def relations(*entries: tuple[str, str, str]) -> str:
    """A relationships part from (id, kind, target)."""
    inner = "".join(
        f'<Relationship Id="{i}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for i, kind, target in entries
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def workbook(*names: str, before: str = "", after: str = "", states: Mapping[str, str] | None = None) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"'
        + (f' state="{states[name]}"' if states and name in states else "")
        + "/>"
        for n, name in enumerate(names, 1)
    )
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{before}<sheets>{sheets}</sheets>{after}</workbook>'
    )


def content_types(main: str = "sheet.main") -> str:
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.{main}+xml"/></Types>'
    )


def parts(sheet: str, strings: str = "", styles: str = STYLES) -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet, `Peserta`."""
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": workbook("Peserta"),
        "xl/_rels/workbook.xml.rels": relations(
            ("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId8", "styles", "styles.xml"),
            ("rId9", "sharedStrings", "sharedStrings.xml"),
        ),
        "xl/worksheets/sheet1.xml": sheet,
    }
    if styles:
        found["xl/styles.xml"] = styles
    if strings:
        found["xl/sharedStrings.xml"] = strings
    return found


def pack(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def book(rows: list[list[Value]], before: str = "", after: str = "") -> bytes:
    """A whole workbook with one sheet."""
    return pack(parts(worksheet(sheet_data(rows), before, after)))


def raw(data: str, **more: str) -> bytes:
    """A whole workbook whose sheet data is given as XML."""
    return pack(parts(worksheet(data), **more))
