"""Workbooks that are damaged, or built to do harm."""

from __future__ import annotations

import io
import re
import struct
import zipfile

from dak_excel.sheets.formats.limits import PARTS
from tests.sheets.foreign.kinds import TABEL, broken
from tests.sheets.foreign.ooxml import locked
from tests.sheets.foreign.opendocument import MIME, content, ods_rows
from tests.sheets.foreign.package import MAIN, book, pack, parts, raw, sheet_data, workbook, worksheet

DATA = sheet_data(TABEL)
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
THIEF = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>'

for _cut in (10, 300, 900, -400, -30, -1):
    broken(f"cut-off-at-{_cut}", "rusak")(lambda cut=_cut: book(TABEL)[:cut])


@broken("flipped-bytes", "rusak")
def flipped() -> bytes:
    whole = bytearray(pack(parts(worksheet(DATA * 50))))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        at = archive.getinfo("xl/worksheets/sheet1.xml").header_offset + 120
    for place in range(at, at + 40):
        whole[place] ^= 0x5A
    return bytes(whole)


@broken("zip-with-password", "kata sandi")
def zip_password() -> bytes:
    whole = bytearray(book(TABEL))
    for match in re.finditer(rb"PK\x01\x02", bytes(whole)):
        whole[match.start() + 8] |= 1
    return bytes(whole)


@broken("zip-bomb", "bom zip")
def zip_bomb() -> bytes:
    return pack(parts(worksheet(DATA + " " * (40 << 20))))


@broken("zip-bomb-that-lies-about-its-size", "rusak")
def lying_bomb() -> bytes:
    whole = bytearray(zip_bomb())
    real = struct.pack("<I", len(worksheet(DATA + " " * (40 << 20))))
    return bytes(whole).replace(real, struct.pack("<I", 5000))


@broken("too-many-parts", "jumlah bagian")
def many_parts() -> bytes:
    members = parts(worksheet(DATA))
    members.update({f"xl/media/{n}.png": b"" for n in range(PARTS)})
    return pack(members)


@broken("too-many-sheets", "jumlah lembar")
def many_sheets() -> bytes:
    members = parts(worksheet(DATA))
    members["xl/workbook.xml"] = workbook(*(f"L{n}" for n in range(1500)))
    return pack(members)


def _entity(where: str, head: str) -> bytes:
    strings = f'<sst xmlns="{MAIN}"><si><t>&c;</t></si></sst>'
    members = parts(worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings)
    members[where] = head + str(members[where])
    return pack(members)


for _where in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"):
    broken(f"xml-bomb-in-{_where}", "entitas")(lambda where=_where: _entity(where, BOMB))
    broken(f"external-entity-in-{_where}", "entitas")(lambda where=_where: _entity(where, THIEF))


@broken("xml-bomb-in-utf-16", "entitas")
def utf16_bomb() -> bytes:
    members = parts(worksheet(DATA))
    members["xl/workbook.xml"] = (BOMB + workbook("Peserta")).encode("utf-16")
    return pack(members)


@broken("xml-bomb-in-ods", "entitas")
def ods_bomb() -> bytes:
    whole = content(ods_rows([["&c;"]])).replace("&amp;c;", "&c;")
    return pack({"mimetype": MIME, "content.xml": BOMB + whole.partition("?>")[2]})


@broken("xml-bomb-in-xml-2003", "entitas")
def xml2003_bomb() -> bytes:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    return (THIEF + f'<Workbook xmlns="{space}"><Worksheet><Table/></Worksheet></Workbook>').encode()


@broken("nested-without-end", "rusak")
def nested() -> bytes:
    members = parts(worksheet(DATA))
    members["xl/workbook.xml"] = workbook("Peserta", before="<a>" * 50_000 + "</a>" * 50_000)
    return pack(members)


@broken("text-without-end", "panjang teks")
def long_text() -> bytes:
    return raw(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"0123456789" * 60_000}</t></is></c></row>')


@broken("missing-strings", "teksnya hilang")
def missing_strings() -> bytes:
    return raw('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')


@broken("string-beyond-the-list", "teksnya hilang")
def beyond_strings() -> bytes:
    strings = f'<sst xmlns="{MAIN}"><si><t>a</t></si></sst>'
    return pack(parts(worksheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), strings))


@broken("sheet-xml-cut-off", "rusak")
def cut_sheet() -> bytes:
    return pack(parts(worksheet(DATA)[:-300]))


@broken("workbook-xml-cut-off", "rusak")
def cut_workbook() -> bytes:
    members = parts(worksheet(DATA))
    members["xl/workbook.xml"] = str(members["xl/workbook.xml"])[:-30]
    return pack(members)


@broken("no-workbook-part", "rusak")
def no_workbook() -> bytes:
    members = parts(worksheet(DATA))
    del members["xl/workbook.xml"]
    return pack(members)


@broken("no-sheets", "rusak")
def no_sheets() -> bytes:
    members = parts(worksheet(DATA))
    members["xl/workbook.xml"] = workbook()
    return pack(members)


@broken("row-beyond-the-sheet", "rusak")
def row_beyond() -> bytes:
    return raw('<row r="99999999"><c><v>1</v></c></row>')


@broken("csv-with-many-quotes-left-open", "tanda kutip")
def open_quotes() -> bytes:
    return b"Nama;Umur;Ket\n" + b"B;2;y\n" * 200 + (b'A;1;"x\n' + b"B;2;y\n" * 3) * 120


@broken("csv-too-wide", "jumlah baris atau kolom")
def wide_csv() -> bytes:
    return ("a;" * 20_000 + "\n").encode() * 3


@broken("html-nested-without-end", "kedalaman")
def deep_page() -> bytes:
    return ("<table><tr><td>a</td></tr></table>" + "<div>" * 500 + "<table><tr><td>b").encode()


@broken("html-spans-without-end", "jumlah")
def span_bomb() -> bytes:
    cell = '<td rowspan="65534" colspan="1000">x</td>'
    return f"<table><tr>{cell * 5}</tr></table>".encode()


@broken("column-beyond-the-sheet", "rusak")
def column_beyond() -> bytes:
    return raw('<row r="1"><c r="A1"><v>1</v></c><c r="CCCCC1"><v>1</v></c></row>')


@broken("zip-member-without-a-name", "rusak")
def nameless() -> bytes:
    whole = bytearray(book(TABEL))
    for match in re.finditer(rb"PK\x01\x02", bytes(whole)):
        whole[match.start() + 28 : match.start() + 30] = b"\0\0"
        whole[match.start() + 30] = (whole[match.start() + 30] + 1) % 256
    return bytes(whole)


@broken("column-beyond-the-sheet-in-small-letters", "rusak")
def column_beyond_in_small_letters() -> bytes:
    return raw('<row r="1"><c r="A1"><v>1</v></c><c r="Cdshe1"><v>1</v></c></row>')


@broken("locked-with-a-password-of-its-own", "kata sandi")
def own_password() -> bytes:
    return locked("rahasia")
