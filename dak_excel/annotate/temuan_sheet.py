"""The sheet `Temuan`: a row for each finding, read from left to right, with room for answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dak_excel.annotate.cells import number_cell, quoted, sheet_name, text_cell
from dak_excel.annotate.formulas import serial
from dak_excel.annotate.info import RunInfo
from dak_excel.annotate.measure import column_width, row_height
from dak_excel.findings import Temuan
from dak_excel.indonesian import date_text
from dak_excel.sheets.grid import column_letters

HEADER_ROW = 4
KEY_TITLE = "dak_excel:kunci"
"""Heading of the hidden column by which answers find their finding again."""
ANSWERS = ("Alasan", "Nomor Surat", "Tanggal Surat")
_MOST_LINKS = 65_000  # Excel keeps 65,530 a sheet
_OLDEST, _NEWEST = date(2015, 1, 1), date(2099, 12, 31)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, limits of its width in characters, and the style of its cells."""

    title: str
    least: float
    most: float
    face: str


COLUMNS = (
    Column("Lembar", 10, 18, "tautan"),
    Column("Sel", 6, 10, "tautan"),
    Column("Siapa atau apa", 14, 22, "kode"),
    Column("Apa yang keliru", 24, 34, "teks"),
    Column("Cara memperbaiki", 20, 28, "teks"),
    Column("Bunyi juknis", 16, 36, "kutipan"),
    Column("Pasal juknis", 12, 15, "kode"),
    Column("Tingkat", 13, 14, ""),
    Column("Ketentuan", 13, 17, "kode"),
    Column("Alasan", 24, 30, "isi"),
    Column("Nomor Surat", 16, 20, "isi"),
    Column("Tanggal Surat", 16, 16, "isi_tanggal"),
    Column(KEY_TITLE, 20, 20, "kode"),
)
_FIRST_ANSWER, _KEY = 10, len(COLUMNS)
_LETTERS = tuple(column_letters(n) for n in range(1, _KEY + 1))
_HINTS = (
    ("Alasan", "Tulis mengapa demikian, atau apa yang sudah diperbaiki."),
    ("Nomor Surat", "Nomor surat persetujuan atau surat pernyataan, bila ada."),
    ("Tanggal Surat", "Tanggal surat itu, misalnya 12/06/2023."),
)


def temuan_sheet(
    findings: Sequence[Temuan],
    faces: Mapping[str, int],
    info: RunInfo,
    summary: str,
    main: str,
    names: Mapping[str, str],
    year_1904: bool,
) -> bytes:
    """The sheet's XML. `summary` is the name of the other sheet, `names` maps sheets to their name here."""
    rows = [_texts(t, names) for t in findings]
    last = HEADER_ROW + max(1, len(rows))
    body = [
        f'<row r="1" ht="27" customHeight="1">{text_cell("A1", "Temuan", faces["judul"])}</row>',
        f'<row r="2">{text_cell("A2", _lead(info, len(rows)), faces["subjudul"])}</row>',
        f'<row r="3">{text_cell("A3", "Kembali ke Ringkasan", faces["tautan_lepas"])}</row>',
        f'<row r="{HEADER_ROW}" ht="30" customHeight="1">{_header(faces)}</row>',
    ]
    widths = _widths(rows)
    styles = [faces[c.face] if c.face else 0 for c in COLUMNS]
    for number, (finding, texts) in enumerate(zip(findings, rows, strict=True), HEADER_ROW + 1):
        styles[7] = faces[finding.tingkat.value]
        styles[0] = faces["tautan" if _linked(finding, names) else "kode"]
        body.append(_row(number, finding, texts, styles, widths, year_1904))
    if not rows:
        note = text_cell(f"A{last}", "Tidak ada temuan.", faces["kalimat"])
        body.append(f'<row r="{last}">{note}</row>')
    letter = column_letters(_KEY - 1)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return (
        f'{head}<worksheet xmlns="{main}"><sheetPr><tabColor rgb="FFE58A6B"/>'
        '<pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{column_letters(_KEY)}{last}"/>{_view()}'
        f'<sheetFormatPr defaultRowHeight="15"/>{_columns(widths)}<sheetData>{"".join(body)}</sheetData>'
        '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" '
        'formatRows="0" autoFilter="0"/>'
        f'<autoFilter ref="A{HEADER_ROW}:{letter}{last}"/>{_validations(last, year_1904)}'
        f"{_links(findings, summary, names)}"
        '<printOptions horizontalCentered="1"/>'
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="14" orientation="landscape" fitToHeight="0"/>'
        f"<headerFooter><oddFooter>&amp;L{quoted(_footer(info))}&amp;RHalaman &amp;P dari &amp;N"
        "</oddFooter></headerFooter></worksheet>"
    ).encode()


def place_of(temuan: Temuan, names: Mapping[str, str]) -> tuple[str, str]:
    """Sheet and cell as shown; «Seluruh berkas» or «Seluruh daerah» where there is none."""
    tempat = temuan.tempat
    if tempat is None:
        return "Seluruh daerah", ""
    if not tempat.sheet:
        return "Seluruh berkas", ""
    return names.get(tempat.sheet, tempat.sheet), tempat.a1


def _texts(temuan: Temuan, names: Mapping[str, str]) -> tuple[str, ...]:
    sheet, cell = place_of(temuan, names)
    kegiatan = temuan.kegiatan if temuan.kegiatan != temuan.subjek else ""
    context = " · ".join(x for x in (temuan.rincian, kegiatan) if x)
    who = "\n".join(x for x in (temuan.subjek, context) if x)
    return (
        sheet,
        cell,
        who,
        temuan.pesan,
        temuan.saran,
        temuan.kutipan,
        temuan.rujukan,
        temuan.tingkat.value,
        temuan.ketentuan,
        temuan.jawaban.alasan,
        temuan.jawaban.nomor_surat,
        date_text(temuan.jawaban.tanggal_surat) if temuan.jawaban.tanggal_surat else "",
        temuan.key,
    )


def _row(
    number: int,
    temuan: Temuan,
    texts: Sequence[str],
    styles: Sequence[int],
    widths: Sequence[float],
    year_1904: bool,
) -> str:
    cells = [
        text_cell(f"{letter}{number}", text, style)
        for letter, text, style in zip(_LETTERS, texts, styles, strict=True)
    ]
    day = temuan.jawaban.tanggal_surat
    if day:
        address = f"{_LETTERS[_FIRST_ANSWER + 1]}{number}"
        days = int(serial(day, year_1904=year_1904))
        cells[_FIRST_ANSWER + 1] = number_cell(address, days, styles[_FIRST_ANSWER + 1])
    # a height without customHeight: shown at once, and still grows with what the user types
    height = row_height(zip(texts[: _KEY - 1], widths, strict=False))
    return f'<row r="{number}" ht="{height:g}">{"".join(cells)}</row>'


def _header(faces: Mapping[str, int]) -> str:
    return "".join(
        text_cell(f"{column_letters(c)}{HEADER_ROW}", column.title, faces["kepala"])
        for c, column in enumerate(COLUMNS, 1)
    )


def _lead(info: RunInfo, count: int) -> str:
    found = f"{count} temuan" if count else "Tanpa temuan"
    return (
        f"{found} menurut {info.juknis}, per {date_text(info.per)}. Perbaiki selnya, atau isi kolom "
        "Alasan, Nomor Surat, dan Tanggal Surat; lalu masukkan lagi berkas ini."
    )


def _footer(info: RunInfo) -> str:
    place = info.daerah.replace("&", "&&")
    return f"{place} · dak_excel {info.versi} · {date_text(info.per)}".lstrip(" ·")


def _view() -> str:
    top = HEADER_ROW + 1
    return (
        '<sheetViews><sheetView showGridLines="0" zoomScale="90" workbookViewId="0">'
        f'<pane xSplit="2" ySplit="{HEADER_ROW}" topLeftCell="C{top}" activePane="bottomRight" '
        f'state="frozen"/><selection pane="bottomRight" activeCell="C{top}" sqref="C{top}"/>'
        "</sheetView></sheetViews>"
    )


def _widths(rows: Sequence[Sequence[str]]) -> list[float]:
    return [
        column_width((column.title, *(row[n] for row in rows)), column.least, column.most)
        for n, column in enumerate(COLUMNS)
    ]


def _columns(widths: Sequence[float]) -> str:
    out = [
        f'<col min="{n}" max="{n}" width="{width:g}" customWidth="1"/>'
        for n, width in enumerate(widths[:-1], 1)
    ]
    out.append(f'<col min="{_KEY}" max="{_KEY}" width="20" hidden="1" customWidth="1"/>')
    return f"<cols>{''.join(out)}</cols>"


def _validations(last: int, year_1904: bool) -> str:
    out = []
    for column, (title, hint) in enumerate(_HINTS, _FIRST_ANSWER):
        letter = column_letters(column)
        area = f"{letter}{HEADER_ROW + 1}:{letter}{last}"
        shown = f'allowBlank="1" showInputMessage="1" showErrorMessage="1" promptTitle="{title}"'
        if title == "Tanggal Surat":
            rule = (
                f'type="date" operator="between" {shown} errorTitle="Bukan tanggal" '
                'error="Tulis tanggal yang dikenali Excel, misalnya 12/06/2023 atau 2023-06-12."'
            )
            limits = [int(serial(d, year_1904=year_1904)) for d in (_OLDEST, _NEWEST)]
            inner = f"<formula1>{limits[0]}</formula1><formula2>{limits[1]}</formula2>"
        else:
            rule, inner = shown, ""
        out.append(f'<dataValidation {rule} prompt="{quoted(hint)}" sqref="{area}">{inner}</dataValidation>')
    return f'<dataValidations count="{len(out)}">{"".join(out)}</dataValidations>'


def _linked(temuan: Temuan, names: Mapping[str, str]) -> bool:
    return temuan.tempat is not None and temuan.tempat.sheet in names


def _links(findings: Sequence[Temuan], summary: str, names: Mapping[str, str]) -> str:
    out = [f'<hyperlink ref="A3" location="{quoted(sheet_name(summary))}!A1" display="Ringkasan"/>']
    for number, temuan in enumerate(findings[: _MOST_LINKS // 2], HEADER_ROW + 1):
        if temuan.tempat is None or not _linked(temuan, names):
            continue
        target = f"{sheet_name(names[temuan.tempat.sheet])}!{temuan.tempat.a1 or 'A1'}"
        for letter in "AB" if temuan.tempat.a1 else "A":
            out.append(f'<hyperlink ref="{letter}{number}" location="{quoted(target)}"/>')
    return f"<hyperlinks>{''.join(out)}</hyperlinks>"


def titles_name(sheet: str) -> str:
    """The reference of the rows that are printed on each page."""
    return f"{sheet_name(sheet)}!${HEADER_ROW}:${HEADER_ROW}"


def filter_name(sheet: str, count: int) -> str:
    """The reference of the filtered table."""
    last = HEADER_ROW + max(1, count)
    return f"{sheet_name(sheet)}!$A${HEADER_ROW}:${column_letters(_KEY - 1)}${last}"
