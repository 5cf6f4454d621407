"""Workbooks with everything that an office puts into them, each feature named, to be annotated and stripped.

XlsxWriter makes most. What it cannot write (threads of comments, signatures, strict files, files of other
programs …) is done to its packages by hand: `reworked` changes parts and adds new ones.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import xlsxwriter

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000" + "1f15c4890000000d4944415478da63fcff9f"
    "a11e000782027f3dc848ef0000000049454e44ae426082"
)
SHEET = "Peserta A1"
Make = Callable[[], bytes]
WORKBOOKS: dict[str, Make] = {}
_TYPES = "[Content_Types].xml"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def workbook(make: Make) -> Make:
    """Register a maker under its name, `with_` taken off."""
    WORKBOOKS[make.__name__.removeprefix("with_")] = make
    return make


def written(more: Callable[[Any, Any], None] | None = None, **options: Any) -> bytes:
    """A peserta list by XlsxWriter; `more(book, sheet)` adds the feature."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **options})
    sheet = book.add_worksheet(SHEET)
    sheet.write("A1", "DAFTAR PESERTA PELATIHAN")
    for column, title in enumerate(("No", "Nama", "NIK", "Tanggal Lahir", "Usia")):
        sheet.write(2, column, title, book.add_format({"bold": True, "bg_color": "#1F4E78"}))
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for row in range(6):
        sheet.write(3 + row, 0, row + 1)
        sheet.write(3 + row, 1, f"Peserta Contoh {row + 1}")
        sheet.write_string(3 + row, 2, f"99010101{row:08d}")
        sheet.write_datetime(3 + row, 3, datetime(1980 + row, 5, 12), day)
        sheet.write(3 + row, 4, 43 - row)
    if more:
        more(book, sheet)
    book.close()
    return out.getvalue()


def reworked(
    data: bytes,
    change: Callable[[str, bytes], bytes] = lambda _, part: part,
    add: Mapping[str, bytes] | None = None,
    rename: Callable[[str], str] = lambda name: name,
) -> bytes:
    """A package with each part changed by `change(name, content)`, and parts added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(rename(name)), change(name, old.read(name)), zipfile.ZIP_DEFLATED)
        for name, content in (add or {}).items():
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def replaced(name: str, *pairs: tuple[bytes, bytes]) -> Callable[[str, bytes], bytes]:
    """A change for `reworked`: in parts whose name holds `name`, each first becomes the second."""

    def change(part: str, content: bytes) -> bytes:
        if name in part:
            for old, new in pairs:
                assert old in content, (part, old)
                content = content.replace(old, new, 1)
        return content

    return change


@workbook
def plain() -> bytes:
    return written()


@workbook
def with_comments() -> bytes:
    def more(book: Any, sheet: Any) -> None:
        sheet.write_comment("E4", "Sudah dicek & benar <oleh dinas>", {"author": "Staf"})
        sheet.write_comment("B8", "Tidak ada temuan di sini")

    return written(more)


@workbook
def with_a_comment_as_bare_text() -> bytes:
    def change(name: str, part: bytes) -> bytes:
        if "comments" not in name:
            return part
        return re.sub(rb"<r><rPr>.*?</rPr>(<t[^>]*>[^<]*</t>)</r>", rb"\1", part)

    return reworked(WORKBOOKS["comments"](), change)


@workbook
def with_threaded_comments() -> bytes:
    base = WORKBOOKS["comments"]()
    tc = b"tc={0A0A0A0A-0000-4000-8000-000000000001}"
    person = b"{0A0A0A0A-0000-4000-8000-00000000000B}"
    thread = (
        b'<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        b'<threadedComment ref="E4" dT="2023-06-01T00:00:00.00" personId="' + person + b'" '
        b'id="{0A0A0A0A-0000-4000-8000-000000000001}"><text>Mohon dicek</text></threadedComment>'
        b"</ThreadedComments>"
    )
    persons = (
        b'<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        b'<person displayName="Staf" id="' + person + b'" userId="Staf" providerId="None"/></personList>'
    )

    def change(name: str, part: bytes) -> bytes:
        if "comments" in name:
            return part.replace(b"<author>Staf</author>", b"<author>" + tc + b"</author>")
        if name.endswith("sheet1.xml.rels"):
            rel = (
                b'<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2017/10/relationships/'
                b'threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>'
            )
            return part.replace(b"</Relationships>", rel)
        if name == _TYPES:
            types = (
                b'<Override PartName="/xl/threadedComments/threadedComment1.xml" '
                b'ContentType="application/vnd.ms-excel.threadedcomments+xml"/>'
                b'<Override PartName="/xl/persons/person.xml" '
                b'ContentType="application/vnd.ms-excel.person+xml"/></Types>'
            )
            return part.replace(b"</Types>", types)
        return part

    add = {"xl/threadedComments/threadedComment1.xml": thread, "xl/persons/person.xml": persons}
    return reworked(base, change, add)


@workbook
def with_conditional_formats() -> bytes:
    def more(book: Any, sheet: Any) -> None:
        red = book.add_format({"bg_color": "#FFC7CE"})
        sheet.conditional_format("E4:E9", {"type": "cell", "criteria": ">", "value": 50, "format": red})
        sheet.conditional_format("E4:E9", {"type": "formula", "criteria": "=$E4>60", "stop_if_true": True})
        sheet.conditional_format("A4:A9", {"type": "data_bar", "data_bar_2010": True})
        sheet.conditional_format("E4:E9", {"type": "icon_set", "icon_style": "3_traffic_lights"})

    return written(more)


@workbook
def with_sparklines() -> bytes:
    return written(lambda _, s: s.add_sparkline("F4", {"range": "'Peserta A1'!A4:E4"}))


@workbook
def with_form_controls() -> bytes:
    def more(book: Any, sheet: Any) -> None:
        sheet.insert_button("G2", {"caption": "Hitung"})
        sheet.insert_checkbox("G5", False)

    return written(more)


@workbook
def with_form_controls_and_comments() -> bytes:
    def more(book: Any, sheet: Any) -> None:
        sheet.insert_button("G2", {"caption": "Hitung"})
        sheet.write_comment("E4", "Punya pengguna")

    return written(more)


@workbook
def with_header_picture() -> bytes:
    def more(book: Any, sheet: Any) -> None:
        sheet.set_header("&L&G", {"image_left": "logo.png", "image_data_left": io.BytesIO(PNG)})
        sheet.set_footer("&RHalaman &P")
        sheet.print_area("A1:E9")
        sheet.repeat_rows(2)
        sheet.set_landscape()

    return written(more)


@workbook
def with_pictures_and_charts() -> bytes:
    def more(book: Any, sheet: Any) -> None:
        sheet.insert_image("G2", "logo.png", {"image_data": io.BytesIO(PNG)})
        sheet.insert_textbox("G9", "Catatan penting")
        sheet.set_background(io.BytesIO(PNG))
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "='Peserta A1'!$E$4:$E$9"})
        sheet.insert_chart("G12", chart)
        other = book.add_chart({"type": "pie"})
        other.add_series({"values": "='Peserta A1'!$E$4:$E$9"})
        book.add_chartsheet("Grafik").set_chart(other)

    return written(more)


@workbook
def with_protection() -> bytes:
    data = written(lambda _, s: s.protect("sandi", {"format_cells": True}))
    change = replaced("workbook.xml", (b"<bookViews>", b'<workbookProtection lockStructure="1"/><bookViews>'))
    return reworked(data, lambda n, p: change(n, p) if n == "xl/workbook.xml" else p)


@workbook
def with_tables_filters_and_drop_downs() -> bytes:
    def more(book: Any, sheet: Any) -> None:
        sheet.add_table("G3:H6", {"columns": [{"header": "Kode"}, {"header": "Nilai"}]})
        sheet.data_validation("B4:B9", {"validate": "list", "source": ["ya", "tidak"]})
        sheet.write_url("B4", "https://example.org/", string="Peserta Contoh 1")
        other = book.add_worksheet("Lain")
        other.write_row("A1", ["Kode", "Nilai"])
        other.autofilter("A1:B9")
        other.freeze_panes(1, 0)
        book.define_name("Lain!Lokal", "=Lain!$A$1")
        book.define_name("Umum", "=Lain!$B$1")
        other.activate()

    return written(more)


@workbook
def with_hidden_sheets() -> bytes:
    def more(book: Any, sheet: Any) -> None:
        book.add_worksheet("Tersembunyi").hide()
        book.add_worksheet("Rahasia").very_hidden()
        sheet.set_row(4, None, None, {"hidden": True})
        sheet.set_column("C:C", 20, None, {"hidden": True, "level": 1})

    return written(more)


@workbook
def with_sheets_named_like_ours() -> bytes:
    def more(book: Any, sheet: Any) -> None:
        book.add_worksheet("Ringkasan").write("A1", "Punya pengguna")
        book.add_worksheet("TEMUAN").write("A1", "Punya pengguna")

    return written(more)


@workbook
def with_odd_names_and_rich_text() -> bytes:
    def more(book: Any, sheet: Any) -> None:
        other = book.add_worksheet('Bu Sri\'s & "A" <é>')
        bold = book.add_format({"bold": True})
        other.write_rich_string("A1", "Nama ", bold, "tebal", " lagi")
        other.merge_range("A2:C2", "Judul gabung", bold)
        other.write("A3", "  spasi di tepi  ")
        other.write("A4", "baris\nganda\r\ntiga")

    return written(more)


@workbook
def counting_from_1904() -> bytes:
    return written(date_1904=True)


@workbook
def with_inline_strings() -> bytes:
    return written(constant_memory=True)


@workbook
def with_formulas_and_errors() -> bytes:
    def more(book: Any, sheet: Any) -> None:
        sheet.write_formula("F4", "=E4+1", None, 44)
        sheet.write_formula("F5", "=1/0", None, "#DIV/0!")
        sheet.write_formula("F6", '=""', None, "")
        sheet.write_dynamic_array_formula("G4:G6", "=SEQUENCE(3)")
        sheet.write_boolean("F7", True)

    return written(more)


@workbook
def with_macros() -> bytes:
    def change(name: str, part: bytes) -> bytes:
        if name == _TYPES:
            part = part.replace(b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml")
            part = part.replace(b"vnd.openxmlformats-officedocument.ms-excel", b"vnd.ms-excel")
            vba = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
            return part.replace(b"<Override", vba + b"<Override", 1)
        if name == "xl/_rels/workbook.xml.rels":
            rel = (
                b'<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/'
                b'vbaProject" Target="vbaProject.bin"/></Relationships>'
            )
            return part.replace(b"</Relationships>", rel)
        return part

    return reworked(plain(), change, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(600)})


@workbook
def with_a_digital_signature() -> bytes:
    add = {"_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>"}

    def change(name: str, part: bytes) -> bytes:
        kind = b"application/vnd.openxmlformats-package.digital-signature-origin"
        sigs = b'<Default Extension="sigs" ContentType="' + kind + b'"/>'
        return part.replace(b"<Override", sigs + b"<Override", 1) if name == _TYPES else part

    return reworked(plain(), change, add)


@workbook
def with_external_links_and_pivots() -> bytes:
    link = (
        b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook '
        b'xmlns:r="' + _RELS.encode() + b'" r:id="rId1"><sheetNames><sheetName val="A"/></sheetNames>'
        b"</externalBook></externalLink>"
    )
    pivot = (
        b'<pivotCacheDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        b'refreshOnLoad="1"><cacheSource type="worksheet"><worksheetSource ref="A3:E9" sheet="Peserta A1"/>'
        b'</cacheSource><cacheFields count="1"><cacheField name="No" numFmtId="0"/></cacheFields>'
        b"</pivotCacheDefinition>"
    )

    def change(name: str, part: bytes) -> bytes:
        if name == "xl/workbook.xml":
            part = part.replace(
                b"<calcPr",
                b'<externalReferences><externalReference r:id="rId77"/></externalReferences><calcPr',
            )
            cache = b'<pivotCaches><pivotCache cacheId="1" r:id="rId78"/></pivotCaches></workbook>'
            return part.replace(b"</workbook>", cache)
        if name == "xl/_rels/workbook.xml.rels":
            rels = (
                f'<Relationship Id="rId77" Type="{_RELS}/externalLink" '
                'Target="externalLinks/externalLink1.xml"/>'
                f'<Relationship Id="rId78" Type="{_RELS}/pivotCacheDefinition" '
                'Target="pivotCache/pivotCacheDefinition1.xml"/></Relationships>'
            )
            return part.replace(b"</Relationships>", rels.encode())
        if name == _TYPES:
            kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
            types = (
                '<Override PartName="/xl/externalLinks/externalLink1.xml" '
                f'ContentType="{kind}.externalLink+xml"/>'
                '<Override PartName="/xl/pivotCache/pivotCacheDefinition1.xml" '
                f'ContentType="{kind}.pivotCacheDefinition+xml"/></Types>'
            )
            return part.replace(b"</Types>", types.encode())
        return part

    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        f'Id="rId1" Type="{_RELS}/externalLinkPath" Target="lain.xlsx" TargetMode="External"/>'
        "</Relationships>"
    )
    add = {
        "xl/externalLinks/externalLink1.xml": link,
        "xl/externalLinks/_rels/externalLink1.xml.rels": rels.encode(),
        "xl/pivotCache/pivotCacheDefinition1.xml": pivot,
    }
    return reworked(plain(), change, add)


@workbook
def strict() -> bytes:
    """ISO/IEC 29500 strict: namespaces and relationship types of its own."""
    pairs = (
        (
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
        (_RELS.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
    )

    def change(name: str, part: bytes) -> bytes:
        if name.startswith("_rels/"):
            return part
        for old, new in pairs:
            part = part.replace(old, new)
        if name == "xl/workbook.xml":
            return part.replace(b"<workbook ", b'<workbook conformance="strict" ')
        return part

    return reworked(plain(), change)


@workbook
def with_prefixed_names() -> bytes:
    """`<x:worksheet>`, as some export libraries write it."""

    def change(name: str, part: bytes) -> bytes:
        if not name.startswith("xl/") or name.endswith(".rels") or "theme" in name:
            return part
        part = re.sub(rb"<(/?)(?=[A-Za-z])", rb"<\1x:", part)
        return part.replace(b" xmlns=", b" xmlns:x=")

    return reworked(plain(), change)


@workbook
def with_absolute_targets() -> bytes:
    """As SIPD's export library writes them, also for the comments of a sheet."""

    def change(name: str, part: bytes) -> bytes:
        if name.endswith("workbook.xml.rels"):
            return re.sub(rb'Target="(?!/)', b'Target="/xl/', part)
        return part.replace(b'Target="../', b'Target="/xl/') if "sheets/_rels" in name else part

    return reworked(WORKBOOKS["comments"](), change)


@workbook
def with_a_bare_package() -> bytes:
    """No properties, no theme, no styles, no views: the least that an export library gets away with."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    rows = "".join(
        f'<row><c t="inlineStr"><is><t>Peserta {n}</t></is></c><c><v>{n}</v></c></row>' for n in range(1, 10)
    )
    parts = {
        _TYPES: f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/'
        'vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/s.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" '
        f'Type="{_RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{_RELS}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="b" '
        f'Type="{_RELS}/worksheet" Target="s.xml"/></Relationships>',
        "xl/s.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


@workbook
def with_empty_lists_in_its_styles() -> bytes:
    """`<dxfs count="0"/>`, no list of number formats, counts left out."""

    def change(name: str, part: bytes) -> bytes:
        if "styles" not in name:
            return part
        part = re.sub(rb"<numFmts.*?</numFmts>", b"", part)
        part = part.replace(b'numFmtId="164"', b'numFmtId="14"')
        return re.sub(rb'<(fonts|cellXfs|fills) count="\d+"', rb"<\1", part)

    return reworked(plain(), change)


@workbook
def in_utf_16() -> bytes:
    def change(name: str, part: bytes) -> bytes:
        if name != "xl/worksheets/sheet1.xml":
            return part
        return part.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")

    return reworked(plain(), change)


@workbook
def with_xml_comments() -> bytes:
    """Text that looks like the end of the rows, inside an XML comment."""
    change = replaced("sheet1.xml", (b"<sheetData>", b"<!-- </sheetData><sheetData> --><sheetData>"))
    return reworked(plain(), lambda n, p: change(n, p) if n.endswith("sheet1.xml") else p)


@workbook
def streamed() -> bytes:
    """Sizes behind the data (data descriptors), as programs write that stream their files."""

    class OneWay(io.BytesIO):
        def seekable(self) -> bool:
            return False

    out = OneWay()
    with zipfile.ZipFile(io.BytesIO(plain())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()


@workbook
def uncompressed_with_gaps() -> bytes:
    """Stored entries in a strange order, a comment on the archive, and bytes before it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain())) as old, zipfile.ZipFile(out, "w") as new:
        for name in reversed(old.namelist()):
            entry = zipfile.ZipInfo(name, (2023, 7, 1, 8, 30, 0))
            entry.extra = struct.pack("<HH4s", 0xCAFE, 4, b"info")
            new.writestr(entry, old.read(name))
        new.comment = b"disimpan oleh program lain"
    return out.getvalue()


@workbook
def with_names_in_other_cases() -> bytes:
    """Part names whose case differs from that in the relationships, with backslashes."""
    return reworked(plain(), rename=lambda n: n if n == _TYPES else n.replace("worksheets/", "Worksheets\\"))


@workbook
def with_a_custom_view_open_on_a_later_sheet() -> bytes:
    def more(book: Any, sheet: Any) -> None:
        for number in range(3):
            other = book.add_worksheet(f"Lembar {number}")
            other.write(0, 0, number)
        other.activate()
        other.set_first_sheet()

    return written(more)
