"""xlsx as Excel, WPS, Google Sheets and export libraries write it, each peculiarity alone."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from datetime import date

from tests.sheets.foreign.kinds import TABEL, readable
from tests.sheets.foreign.package import (
    MAIN,
    RELATIONS,
    STRICT,
    STYLES,
    book,
    content_types,
    pack,
    parts,
    raw,
    relations,
    sheet_data,
    workbook,
    worksheet,
)

DATA = sheet_data(TABEL)
SHEET = "xl/worksheets/sheet1.xml"


def shared(data: str = DATA) -> tuple[str, str]:
    """Sheet data with its inline strings shared, and the strings part."""
    texts: list[str] = []

    def move(match: re.Match[str]) -> str:
        texts.append(match[1])
        return f't="s"><v>{len(texts) - 1}</v></c>'

    data = re.sub(r't="inlineStr"><is><t[^>]*>([^<]*)</t></is></c>', move, data)
    items = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in texts)
    return data, f'<sst xmlns="{MAIN}">{items}</sst>'


def locked(password: str) -> bytes:
    """The usual table, encrypted; not too small a package, which the library does not write whole."""
    from msoffcrypto.format.ooxml import OOXMLFile

    out = io.BytesIO()
    filler = bytes(n * n % 251 for n in range(16_384))
    package = pack({**parts(worksheet(DATA)), "xl/media/image1.png": filler}, zipfile.ZIP_STORED)
    OOXMLFile(io.BytesIO(package)).encrypt(password, out)
    return out.getvalue()


@readable("inline-strings")
def inline() -> bytes:
    return book(TABEL)


@readable("shared-strings")
def with_shared() -> bytes:
    data, strings = shared()
    return pack(parts(worksheet(data), strings))


@readable("prefixed-namespace")
def prefixed() -> bytes:
    data, strings = shared()
    sheet = re.sub(r"<(/?)(\w)", r"<\1x:\2", worksheet(data)).replace("xmlns=", "xmlns:x=")
    return pack(parts(sheet, re.sub(r"<(/?)(\w)", r"<\1x:\2", strings).replace("xmlns=", "xmlns:x=")))


@readable("absolute-targets")
def absolute() -> bytes:
    members = parts(worksheet(DATA))
    members["xl/_rels/workbook.xml.rels"] = relations(
        ("rId1", "worksheet", "/xl/worksheets/sheet1.xml"), ("rId2", "styles", "/xl/styles.xml")
    )
    members["_rels/.rels"] = relations(("rId1", "officeDocument", "/xl/workbook.xml"))
    return pack(members)


@readable("cells-without-address")
def unaddressed() -> bytes:
    return raw(re.sub(r' r="[A-Z]*\d+"', "", DATA))


@readable("negative-numbers-in-a-date-format", [[-5.25, -5, date(2023, 6, 12)], [-7, None, -1.5]])
def negative_dates() -> bytes:
    return raw(
        '<row r="1"><c r="A1" s="1"><v>-5.25</v></c><c r="B1" s="1"><v>-5</v></c>'
        '<c r="C1" s="1"><v>45089</v></c></row>'
        '<row r="2"><c r="A2" s="1"><f>A1*2</f><v>-7</v></c><c r="C2"><v>-1.5</v></c></row>'
    )


@readable("locked-with-the-password-that-excel-tries-itself")
def default_password() -> bytes:
    return locked("VelvetSweatshop")


@readable("rows-without-number")
def unnumbered() -> bytes:
    return raw(re.sub(r'<row r="\d+"', "<row", DATA))


@readable("strict-with-iso-dates")
def strict() -> bytes:
    data = re.sub(r'<c (r="E\d") s="1"><v>45089</v>', r'<c \1 t="d"><v>2023-06-12T00:00:00Z</v>', DATA)
    members = parts(worksheet(data, main=STRICT), styles=STYLES.replace(MAIN, STRICT))
    for name, content in members.items():
        if isinstance(content, str):
            members[name] = content.replace(
                RELATIONS, "http://purl.oclc.org/ooxml/officeDocument/relationships"
            ).replace(MAIN, STRICT)
    return pack(members)


@readable("dates-from-1904")
def from_1904() -> bytes:
    members = parts(worksheet(sheet_data(TABEL, date(1904, 1, 1))))
    members["xl/workbook.xml"] = workbook(
        "Peserta",
        before='<workbookPr date1904="1"/>',
        after='<extLst><ext><x15:workbookPr xmlns:x15="urn:x"/></ext></extLst>',
    )
    return pack(members)


@readable("dates-iso")
def iso_dates() -> bytes:
    return raw(DATA.replace('s="1"><v>45089</v>', 't="d"><v>2023-06-12</v>'))


@readable("dimension-too-small")
def small_dimension() -> bytes:
    return book(TABEL, before='<dimension ref="A1"/>')


@readable("dimension-too-large")
def large_dimension() -> bytes:
    return book(TABEL, before='<dimension ref="A1:XFD1048576"/>')


@readable("parts-elsewhere")
def elsewhere() -> bytes:
    data, strings = shared()
    return pack(
        {
            "[Content_Types].xml": content_types().replace("/xl/workbook.xml", "/buku/kerja.xml"),
            "_rels/.rels": relations(("rId1", "officeDocument", "buku/kerja.xml")),
            "buku/kerja.xml": workbook("Peserta"),
            "buku/_rels/kerja.xml.rels": relations(
                ("rId1", "worksheet", "../lembar/satu.xml"),
                ("rId2", "styles", "/gaya.xml"),
                ("rId3", "sharedStrings", "teks/teks.xml"),
            ),
            "lembar/satu.xml": worksheet(data),
            "gaya.xml": STYLES,
            "buku/teks/teks.xml": strings,
        }
    )


@readable("part-names-in-capitals")
def capitals() -> bytes:
    data, strings = shared()
    members = parts(worksheet(data), strings)
    return pack({name if name.startswith("[") else name.upper(): c for name, c in members.items()})


@readable("backslashes-in-part-names")
def backslashes() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts(worksheet(DATA)).items():
            info = zipfile.ZipInfo(name)
            info.filename = name.replace("/", "\\")
            archive.writestr(info, content)
    return out.getvalue()


@readable("utf-16-parts")
def utf16() -> bytes:
    head = '<?xml version="1.0" encoding="UTF-16"?>'
    return pack({n: (head + str(c)).encode("utf-16") for n, c in parts(worksheet(DATA)).items()})


@readable("byte-order-marks")
def marked() -> bytes:
    head = '\ufeff<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return pack({n: (head + str(c)).encode() for n, c in parts(worksheet(DATA)).items()})


@readable("single-quotes")
def single_quotes() -> bytes:
    members = parts(worksheet(DATA))
    return pack({n: str(c).replace('"', "'") for n, c in members.items()})


@readable("pretty-printed")
def pretty() -> bytes:
    return raw("\n  " + re.sub(r"(</c>|<row[^>]*>|</row>)", r"\1\n    ", DATA))


@readable("no-styles", [["Jumlah", 1500000], [45089]])
def unstyled() -> bytes:
    return pack(parts(worksheet(sheet_data([["Jumlah", 1500000], [date(2023, 6, 12)]])), styles=""))


@readable("rich-text-and-phonetic", [["Nama Peserta", "Contoh Satu"]])
def rich() -> bytes:
    run = '<r><t xml:space="preserve">Nama </t></r><r><rPr><b/></rPr><t>Peserta</t></r>'
    run += '<rPh sb="0" eb="1"><t>BUNYI</t></rPh>'
    strings = f'<sst xmlns="{MAIN}"><si>{run}</si></sst>'
    inline = '<is><r><t xml:space="preserve">Contoh </t></r><r><t>Satu</t></r></is>'
    data = f'<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr">{inline}</c></row>'
    return pack(parts(worksheet(data), strings))


@readable("escaped-characters", [["a\rb", "_x000D_", '<b> & "c"', "x\ny"]])
def escapes() -> bytes:
    strings = (
        f'<sst xmlns="{MAIN}"><si><t>a_x000D_b</t></si><si><t>_x005F_x000D_</t></si>'
        "<si><t>&lt;b&gt; &amp; &quot;c&quot;</t></si><si><t>x&#10;y</t></si></sst>"
    )
    cells = "".join(f'<c r="{c}1" t="s"><v>{n}</v></c>' for n, c in enumerate("ABCD"))
    return pack(parts(worksheet(f'<row r="1">{cells}</row>'), strings))


@readable("cdata", [["a <b> c"]])
def cdata() -> bytes:
    return raw('<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[a <b> c]]></t></is></c></row>')


@readable("blank-formatted-rows")
def blank_rows() -> bytes:
    blank = (f'<row r="{r}" s="1"><c r="A{r}" s="1"/><c r="E{r}" s="1"/></row>' for r in range(4, 5000))
    return raw(DATA + "".join(blank))


@readable("blank-formatted-columns")
def blank_columns() -> bytes:
    return raw(DATA.replace("</row>", '<c r="XFD1" s="1"/></row>', 1))


FAR = [*TABEL, *([[]] * 1_048_572), ["x"]]


@readable("stray-cell-in-the-last-row", FAR)
def stray_row() -> bytes:
    return raw(DATA + '<row r="1048576"><c r="A1048576" t="str"><v>x</v></c></row>')


@readable("stray-cell-in-the-last-column", [*TABEL[:2], [*TABEL[2], *([None] * 16_378), "x"]])
def stray_column() -> bytes:
    return raw(DATA.removesuffix("</row>") + '<c r="XFD3" t="str"><v>x</v></c></row>')


@readable("rows-out-of-order")
def out_of_order() -> bytes:
    rows = re.findall(r"<row.*?</row>", DATA)
    return raw("".join(reversed(rows)))


@readable("not-compressed")
def stored() -> bytes:
    return pack(parts(worksheet(DATA)), zipfile.ZIP_STORED)


@readable("streamed-zip")
def streamed() -> bytes:
    class Pipe(io.RawIOBase):
        """Cannot seek, so that zipfile writes sizes behind the data, as web servers do."""

        def __init__(self) -> None:
            self.got = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.got += data
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, content in parts(worksheet(DATA)).items():
            archive.writestr(name, content)
    return bytes(pipe.got)


@readable("zip-comment")
def commented() -> bytes:
    out = io.BytesIO(book(TABEL))
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = b"diunduh dari surel"
    return out.getvalue()


@readable("no-package-relationships")
def no_package_relations() -> bytes:
    members = parts(worksheet(DATA))
    del members["_rels/.rels"]
    return pack(members)


@readable("macros")
def macros() -> bytes:
    members = parts(worksheet(DATA))
    members["[Content_Types].xml"] = content_types("main").replace(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.main",
        "application/vnd.ms-excel.sheet.macroEnabled.main",
    )
    members["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 makro"
    members["xl/_rels/workbook.xml.rels"] = relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "styles", "styles.xml"),
        ("rId3", "vbaProject", "vbaProject.bin"),
    )
    return pack(members)


@readable("values-of-every-type", [[True, False, "#REF!", "#N/A", "teks", 1e300, -0.5, "bukan angka"]])
def types() -> bytes:
    cells = (
        '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><v>#REF!</v></c>'
        '<c r="D1" t="e"><f>NA()</f><v>#N/A</v></c><c r="E1" t="str"><f>A2&amp;""</f><v>teks</v></c>'
        '<c r="F1"><v>1E+300</v></c><c r="G1"><v>-0.5</v></c><c r="H1"><v>bukan angka</v></c>'
    )
    return raw(f'<row r="1">{cells}</row>')


@readable("infinite-number", [["inf", 1]])
def infinite() -> bytes:
    return raw('<row r="1"><c r="A1"><v>1E+999</v></c><c r="B1"><v>1</v></c></row>')


@readable("unknown-cell-type", [["a", 1]])
def unknown_type() -> bytes:
    return raw('<row r="1"><c r="A1" t="zz"><v>a</v></c><c r="B1"><v>1</v></c></row>')


@readable("nothing-at-all", [])
def nothing() -> bytes:
    return pack(parts(f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'))


@readable("no-sheet-data", [])
def no_sheet_data() -> bytes:
    return pack(parts(f'<worksheet xmlns="{MAIN}"/>'))


@readable("repeated-parts")
def repeated() -> bytes:
    out = io.BytesIO(book(TABEL))
    with warnings.catch_warnings(), zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # that the name is there already is the point
        archive.writestr(SHEET, worksheet(DATA))
    return out.getvalue()


@readable("comments-in-xml")
def xml_comments() -> bytes:
    return raw("<!-- dibuat oleh sistem -->" + DATA.replace("<row", "<!-- baris --><row"))


@readable("strings-without-any-count-and-empty-items", [[None, "b"]])
def empty_items() -> bytes:
    strings = f'<sst xmlns="{MAIN}"><si/><si><t>b</t></si></sst>'
    return pack(
        parts(worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'), strings)
    )


@readable("address-given-twice-and-far-away", [[1, 2]])
def twice() -> bytes:
    return raw('<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"><v>2</v></c><!-- r="ZZ99999" --></row>')
