"""OpenDocument spreadsheets."""

from __future__ import annotations

from datetime import date, time, timedelta

from dak_excel.sheets.grid import Value
from tests.sheets.foreign.kinds import TABEL, broken, readable
from tests.sheets.foreign.package import escape, pack

SPACES = (
    " ".join(
        f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
        for p, n in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
    )
    + ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
MIME = "application/vnd.oasis.opendocument.spreadsheet"


def ods_cell(value: Value, more: str = "") -> str:
    if value is None:
        return f"<table:table-cell {more}/>"
    if isinstance(value, str):
        inner = f"<text:p>{escape(value)}</text:p>"
        return f'<table:table-cell office:value-type="string" {more}>{inner}</table:table-cell>'
    kind, name = ("date", "date-value") if isinstance(value, date) else ("float", "value")
    return (
        f'<table:table-cell office:value-type="{kind}" office:{name}="{value}" {more}>'
        f"<text:p>terlihat</text:p></table:table-cell>"
    )


def ods_rows(rows: list[list[Value]]) -> str:
    return "".join(f"<table:table-row>{''.join(map(ods_cell, row))}</table:table-row>" for row in rows)


def content(table: str, styles: str = "", root: str = "document-content", name: str = "Peserta") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:{root} {SPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="{name}" table:style-name="ta1">{table}</table:table>'
        f"</office:spreadsheet></office:body></office:{root}>"
    )


def ods(table: str, styles: str = "", **more: str | bytes) -> bytes:
    return pack(
        {
            "mimetype": MIME,
            "content.xml": content(table, styles),
            "META-INF/manifest.xml": "<manifest/>",
            **more,
        }
    )


@readable("ods")
def plain_ods() -> bytes:
    return ods(ods_rows(TABEL))


@readable("ods-without-mimetype")
def no_mimetype() -> bytes:
    return pack({"content.xml": content(ods_rows(TABEL)), "META-INF/manifest.xml": "<manifest/>"})


@readable("fods")
def flat() -> bytes:
    return content(ods_rows(TABEL), root="document").encode()


@readable("ods-blank-to-the-end")
def blank_to_the_end() -> bytes:
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    return ods(
        ods_rows(TABEL)
        .replace("</table:table-row>", blank + "</table:table-row>")
        .replace('columns-repeated="16384"', 'columns-repeated="16379"')
        + f'<table:table-row table:number-rows-repeated="1048573">{blank}</table:table-row>'
    )


@readable("ods-repeats", [["a", "a", "a", None, "b"], ["a", "a", "a", None, "b"], [], [], [1]])
def repeats() -> bytes:
    row = ods_cell("a", 'table:number-columns-repeated="3"') + ods_cell(None) + ods_cell("b")
    return ods(
        f'<table:table-row table:number-rows-repeated="2">{row}</table:table-row>'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        f"<table:table-row>{ods_cell(1)}</table:table-row>"
    )


@readable("ods-text", [["dua  spasi\tx\ny", "baris 1\nbaris 2", "tebal", "isi"]])
def texts() -> bytes:
    def cell(inner: str) -> str:
        return f'<table:table-cell office:value-type="string">{inner}</table:table-cell>'

    return ods(
        "<table:table-row>"
        + cell('<text:p>dua<text:s text:c="2"/>spasi<text:tab/>x<text:line-break/>y</text:p>')
        + cell("<text:p>baris 1</text:p><text:p>baris 2</text:p>")
        + cell("<text:p>te<text:span>ba</text:span>l</text:p>")
        + cell("<office:annotation><text:p>komentar</text:p></office:annotation><text:p>isi</text:p>")
        + "</table:table-row>"
    )


@readable(
    "ods-types",
    [[True, time(9, 30), timedelta(hours=36), "#DIV/0!", "#ERROR!", 0.5, "diberi", date(2023, 6, 12)]],
)
def types() -> bytes:
    def cell(attributes: str, shown: str = "x") -> str:
        return f"<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>"

    def error(shown: str) -> str:
        return cell('office:value-type="string" office:string-value="" calcext:value-type="error"', shown)

    return ods(
        "<table:table-row>"
        + cell('office:value-type="boolean" office:boolean-value="true"')
        + cell('office:value-type="time" office:time-value="PT09H30M00S"')
        + cell('office:value-type="time" office:time-value="PT36H00M00S"')
        + error("#DIV/0!")
        + error("Err:502")
        + cell('office:value-type="percentage" office:value="0.5"')
        + cell('office:value-type="string" office:string-value="diberi"')
        + cell('office:value-type="date" office:date-value="2023-06-12T00:00:00"')
        + "</table:table-row>"
    )


@readable("ods-deleted-rows-in-history")
def tracked() -> bytes:
    gone = ods_rows([["dihapus"]])
    gone = f"<table:tracked-changes><table:deletion>{gone}</table:deletion></table:tracked-changes>"
    whole = content(ods_rows(TABEL)).replace("<office:spreadsheet>", f"<office:spreadsheet>{gone}")
    return pack({"mimetype": MIME, "content.xml": whole})


@broken("ods-with-password", "kata sandi")
def password() -> bytes:
    manifest = "<manifest:manifest xmlns:manifest='m'><manifest:encryption-data/></manifest:manifest>"
    return pack({"mimetype": MIME, "content.xml": b"\x93\x12", "META-INF/manifest.xml": manifest})


@broken("ods-cells-repeated-without-end", "batas aman")
def repeat_bomb() -> bytes:
    row = ods_cell("a", 'table:number-columns-repeated="16384"')
    return ods(f'<table:table-row table:number-rows-repeated="1048576">{row}</table:table-row>')


@broken("ods-text-document", "OpenDocument")
def odt() -> bytes:
    return pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})


@broken("ods-without-content", "rusak")
def no_content() -> bytes:
    return pack({"mimetype": MIME})


@broken("ods-content-cut-off", "rusak")
def cut_content() -> bytes:
    return pack({"mimetype": MIME, "content.xml": content(ods_rows(TABEL))[:-200]})
