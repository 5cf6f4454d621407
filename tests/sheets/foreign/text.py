"""Delimited text, HTML and XML, which web applications call `.csv` and `.xls`."""

from __future__ import annotations

import io
from html import escape

from tests.sheets.foreign.kinds import TABEL, TEKS, readable


def delimited(mark: str, end: str = "\r\n") -> str:
    def quoted(text: str) -> str:
        return f'"{text}"' if mark in text or '"' in text or "\n" in text else text

    return "".join(mark.join(quoted(str(v)) for v in row) + end for row in TEKS)


for _nama, _mark in (("comma", ","), ("semicolon", ";"), ("tab", "\t"), ("bar", "|")):
    readable(f"csv-{_nama}", TEKS)(lambda mark=_mark: delimited(mark).encode())
for _codec in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"):
    readable(f"csv-{_codec}", TEKS)(lambda codec=_codec: delimited(";").encode(codec))
for _nama, _end in (("unix", "\n"), ("mac", "\r")):
    readable(f"csv-lines-{_nama}", TEKS)(lambda end=_end: delimited(";", end).encode())


@readable("csv-utf-32-be-with-its-mark", TEKS)
def utf32_marked() -> bytes:
    return b"\0\0\xfe\xff" + delimited(";").encode("utf-32-be")


@readable("csv-with-a-stray-control-character", TEKS)
def stray_control() -> bytes:
    return delimited(";").replace("Contoh Satu", "Contoh Satu\x0e").encode()


@readable("csv-sep-line", TEKS)
def sep_line() -> bytes:
    return b"sep=|\r\n" + delimited("|").encode()


@readable("csv-title-lines", [["DAFTAR PESERTA, ANGKATAN I"], [], *TEKS])
def titled() -> bytes:
    return b"DAFTAR PESERTA, ANGKATAN I\r\n\r\n" + delimited(";").encode()


@readable("csv-padded-title-lines", [["DAFTAR PESERTA"], *TEKS])
def padded() -> bytes:
    return b"DAFTAR PESERTA;;;;\r\n" + delimited(";").encode()


@readable("csv-quoted-lines", [["Nama", "Alamat"], ['Contoh "Satu"', "Jl. Contoh; No. 1\nDesa Contoh"]])
def quoted_lines() -> bytes:
    return b'Nama;Alamat\r\n"Contoh ""Satu""";"Jl. Contoh; No. 1\nDesa Contoh"\r\n'


@readable("csv-text-as-formula", [["NIK", "HP"], ["9901010101010001", "0812"]])
def wrapped() -> bytes:
    return b'NIK;HP\r\n="9901010101010001";"=""0812"""\r\n'


@readable(
    "csv-money-with-commas", [["Uraian", "Jumlah"], ["Konsumsi, makan", "1.500.000,00"], ["ATK", "20,5"]]
)
def money() -> bytes:
    return b"Uraian;Jumlah\nKonsumsi, makan;1.500.000,00\nATK;20,5\n"


@readable("csv-cp1252-letters", [["Nama", "Ket"], ["José – Contoh", "½"]])
def cp1252() -> bytes:
    return "Nama;Ket\r\nJosé – Contoh;½\r\n".encode("cp1252")


def table() -> str:
    def line(row: list[object], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(str(v))}</{tag}>" for v in row) + "</tr>"

    head, *body = TEKS
    lines = "".join(line(row, "td") for row in body)
    return f"<table><thead>{line(head, 'th')}</thead><tbody>{lines}</tbody></table>"


@readable("html-page", TEKS)
def page() -> bytes:
    return f"<!DOCTYPE html><html><head><title>x</title></head><body>{table()}</body></html>".encode()


@readable("html-fragment", TEKS)
def fragment() -> bytes:
    return ("\r\n  " + table()).encode()


@readable("html-unclosed-tags", TEKS)
def unclosed() -> bytes:
    bare = table().replace("</td>", "").replace("</th>", "").replace("</tr>", "")
    return f"<html><body>{bare}".encode()


@readable("html-sipd", [["RINCIAN BELANJA"], ["Kabupaten Contoh"], [], *TEKS])
def sipd() -> bytes:
    style = "<style>td { mso-number-format: '\\@'; }</style><script>alert(1)</script>"
    title = "<h3>RINCIAN&nbsp;BELANJA</h3>\n<p>Kabupaten\n Contoh</p>"
    return f"<html><head>{style}</head><body>{title}{table()}</body></html>".encode()


@readable("html-spans", [["No", "Nama", "Volume"], [None, None, "Orang", "Hari"], ["1", "Contoh", "30", "5"]])
def spans() -> bytes:
    return (
        b'<table><tr><td rowspan="2">No<td rowspan=2>Nama<td colspan="2">Volume</tr>'
        b"<tr><td>Orang<td>Hari</tr><tr><td>1<td>Contoh<td>30<td>5</tr></table>"
    )


@readable("html-tables-in-a-layout-table", [["Kop surat"], [], ["No", "Nama"], ["1", "Contoh"]])
def nested() -> bytes:
    return (
        b"<table><tr><td>Kop surat</td><td><table><tr><td>No<td>Nama</tr><tr><td>1<td>Contoh</tr></table>"
        b"</td></tr></table>"
    )


@readable("html-from-excel", [["Jumlah", 1500000], ["NIK", "9901010101010001"], ["baris 1\nbaris 2"]])
def from_excel() -> bytes:
    return (
        b'<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=windows-1252>'
        b"<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:Name>Peserta</x:Name></x:ExcelWorkbook></xml>"
        b"<![endif]-->"
        b'</head><body><table><tr><td>Jumlah<td x:num="1500000">Rp 1.500.000</tr>'
        b"<tr><td>NIK<td x:str>9901010101010001</tr><tr><td>baris 1<br>baris 2</tr></table></body></html>"
    )


@readable("html-from-libreoffice", [["Jumlah", 1500000, TABEL[1][4]]])
def from_libreoffice() -> bytes:
    return (
        b"<!DOCTYPE html><html><body><table><tr><td>Jumlah</td>"
        b'<td sdval="1500000" sdnum="1057;">1.500.000</td>'
        b'<td sdval="45089" sdnum="1057;1033;[$-421]DD MMMM YYYY;@">12 Juni 2023</td>'
        b"</tr></table></body></html>"
    )


_SS = "urn:schemas-microsoft-com:office:spreadsheet"


@readable("xml-spreadsheet-2003")
def xml2003() -> bytes:
    kinds = {str: "String", int: "Number", float: "Number"}
    out = io.StringIO()
    for row in TABEL:
        out.write("<Row>")
        for value in row:
            kind = kinds.get(type(value), "DateTime")
            text = f"{value}T00:00:00.000" if kind == "DateTime" else escape(str(value))
            out.write(f'<Cell><Data ss:Type="{kind}">{text}</Data></Cell>')
        out.write("</Row>")
    return (
        f'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        f'<Workbook xmlns="{_SS}" xmlns:ss="{_SS}">'
        f'<Worksheet ss:Name="Peserta"><Table>{out.getvalue()}</Table></Worksheet></Workbook>'
    ).encode()


@readable("xml-spreadsheet-2003-with-gaps", [[], ["a", None, "c"], [], [None, "#N/A", True]])
def xml2003_gaps() -> bytes:
    return (
        f'<ss:Workbook xmlns:ss="{_SS}"><ss:Worksheet ss:Name="A"><ss:Table>'
        '<ss:Row ss:Index="2"><ss:Cell ss:MergeAcross="1"><ss:Data ss:Type="String">a</ss:Data></ss:Cell>'
        '<ss:Cell><ss:Data ss:Type="String">c</ss:Data></ss:Cell></ss:Row>'
        '<ss:Row ss:Index="4"><ss:Cell ss:Index="2"><ss:Data ss:Type="Error">#N/A</ss:Data></ss:Cell>'
        '<ss:Cell><ss:Data ss:Type="Boolean">1</ss:Data></ss:Cell></ss:Row>'
        "</ss:Table></ss:Worksheet></ss:Workbook>"
    ).encode()
