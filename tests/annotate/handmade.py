"""Workbooks that XlsxWriter cannot write: of other programs, or with parts put in by hand."""

from __future__ import annotations

import io
import re
import struct
import zipfile

from tests.annotate.workbooks import (
    SHEET,
    TYPES,
    WORKBOOKS,
    plain,
    replaced,
    reworked,
    workbook,
    written,
)

_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


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
        if name == TYPES:
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
def with_protection() -> bytes:
    data = written(lambda _, s: s.protect("sandi", {"format_cells": True}))
    change = replaced("workbook.xml", (b"<bookViews>", b'<workbookProtection lockStructure="1"/><bookViews>'))
    return reworked(data, lambda n, p: change(n, p) if n == "xl/workbook.xml" else p)


@workbook
def with_macros() -> bytes:
    def change(name: str, part: bytes) -> bytes:
        if name == TYPES:
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
        return part.replace(b"<Override", sigs + b"<Override", 1) if name == TYPES else part

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
        if name == TYPES:
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
        TYPES: f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/'
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
    return reworked(plain(), rename=lambda n: n if n == TYPES else n.replace("worksheets/", "Worksheets\\"))
