"""rekap.xlsx: all daerah in one workbook, its sums formulas over the sheet Data, to be followed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule, DataBarRule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from dak_excel.annotate.undated import save
from dak_excel.findings import Tingkat
from dak_excel.rekap.rows import COLUMNS, COUNTS, MONEY, OUTPUT, TEXTS, Row, rekap_rows
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.temuan import to_act_on

TANPA_PROVINSI = "(provinsi tidak diketahui)"
DATA = "Data"
_LABELS = {
    "alokasi": "Alokasi menurut identitas",
    "pagu": "Pagu rincian",
    "rab": "RAB",
    "terbuka": "Perlu ditindak",
    "rupiah": "Rupiah dipertaruhkan",
    "serapan": "Serapan",
}
_WORDS = {"ketentuan", "tingkat", "satuan", "keterangan"}
_ABOVE: Any = CellIsRule  # untyped in the stubs
_BAR: Any = DataBarRule
_CHARTED = 40
"""Rows that a chart can show and still be read."""


@dataclass(slots=True)
class _Rule:
    """What was found of one rule: in how many cells, in which daerah."""

    tingkat: Tingkat
    temuan: int = 0
    terbuka: int = 0
    rupiah: float = 0


def write_book(daerah: Iterable[DaerahResult], sink: IO[bytes], per: date) -> None:
    """Writes the workbook: sheets Daerah, Provinsi, Rincian, Ketentuan, Data. Takes each daerah once.

    Rupiah as in the sheets; an unknown amount is an empty cell, and so is a sum of nothing but such.
    """
    rows: list[Row] = []
    rules: dict[str, _Rule] = {}
    where: dict[str, set[str]] = {}
    for one in daerah:
        rows += ({**row, "provinsi": row["provinsi"] or TANPA_PROVINSI} for row in rekap_rows(one))
        for temuan in one.temuan:
            rule = rules.setdefault(temuan.ketentuan, _Rule(temuan.tingkat))
            rule.temuan += 1
            where.setdefault(temuan.ketentuan, set()).add(one.folder)
            if to_act_on(temuan):
                rule.terbuka += 1
                rule.rupiah += float(temuan.rupiah or 0)
    book = Workbook()
    sheets = [book.worksheets[0], *(book.create_sheet() for _ in range(4))]
    last = len(rows) + 1
    _summary(sheets[0], "Daerah", ("provinsi", "daerah", "folder"), rows, last)
    _summary(sheets[1], "Provinsi", ("provinsi",), rows, last)
    _summary(sheets[2], "Rincian", ("rincian", "kegiatan"), [r for r in rows if r["rincian"]], last)
    _rules(sheets[3], rules, where)
    _data(sheets[4], rows)
    book.calculation.fullCalcOnLoad = True
    save(book, sink, per)


def _summary(sheet: Any, title: str, by: Sequence[str], rows: Sequence[Row], last: int) -> None:
    """A sheet of sums by the last column of `by` that tells one from another, each a formula over Data."""
    key = "folder" if "folder" in by else by[0]
    keys = {str(row[key]): row for row in rows}
    money, output = (MONEY[1:], OUTPUT) if key == "rincian" else (MONEY, ())
    values = (*money, "serapan", *output, *COUNTS, "rupiah")
    sheet.title = title
    _heading(sheet, [*by, *values])
    place = get_column_letter(by.index(key) + 1)
    for number, name in enumerate(sorted(keys, key=lambda k: [str(keys[k][c]) for c in by]), start=2):
        for column, field in enumerate(by, start=1):
            _text(sheet, number, column, str(keys[name][field]))
        for column, field in enumerate(values, start=len(by) + 1):
            _formula(sheet, number, column, field, _sum(field, last, f"{_of(key, last)},${place}{number}"))
    total = len(keys) + 2
    _text(sheet, total, 1, "Jumlah")
    for column, field in enumerate(values, start=len(by) + 1):
        letter = get_column_letter(column)
        if field == "serapan":
            _formula(sheet, total, column, field, _sum(field, last, f'{_of("folder", last)},"*"'))
        elif field not in OUTPUT:
            span = f"{letter}2:{letter}{total - 1}"
            _formula(sheet, total, column, field, f'=IF(COUNT({span})=0,"",SUM({span}))')
    for cell in sheet[total]:
        cell.font = Font(name="Calibri", size=10, bold=True)
    _look(sheet, [*by, *values], total)
    if 0 < len(keys) <= _CHARTED:
        _chart(sheet, by, values, total)


def _of(field: str, last: int) -> str:
    """The cells of a column of Data."""
    letter = get_column_letter(COLUMNS.index(field) + 1)
    return f"{DATA}!${letter}$2:${letter}${max(last, 2)}"


def _sum(field: str, last: int, chosen: str) -> str:
    """The formula of a sum over chosen rows of Data; empty where every one of them is."""
    if field == "serapan":
        pagu, paid = _of("pagu", last), _of("realisasi", last)
        share = f'IFERROR(SUMIFS({paid},{chosen},{pagu},"<>")/SUMIFS({pagu},{chosen},{paid},"<>"),"")'
        return f'=IF(COUNTIFS({chosen},{paid},"<>",{pagu},"")>0,"",{share})'
    cells = _of(field, last)
    if field in COUNTS or field == "rupiah":
        return f"=SUMIFS({cells},{chosen})"
    return f'=IF(COUNTIFS({chosen},{cells},"<>")=0,"",SUMIFS({cells},{chosen}))'


def _rules(sheet: Any, rules: dict[str, _Rule], where: dict[str, set[str]]) -> None:
    """The rules by how many daerah have them. A row with two findings counts under each of their rules."""
    sheet.title = "Ketentuan"
    names = ["ketentuan", "tingkat", "daerah", "temuan", "terbuka", "rupiah"]
    _heading(sheet, names)
    order = sorted(rules, key=lambda k: (rules[k].tingkat.rank, -len(where[k]), -rules[k].temuan, k))
    for number, name in enumerate(order, start=2):
        rule = rules[name]
        _text(sheet, number, 1, name)
        _text(sheet, number, 2, rule.tingkat.value)
        for column, value in enumerate((len(where[name]), rule.temuan, rule.terbuka, rule.rupiah), start=3):
            sheet.cell(number, column, value).number_format = "#,##0"
    _look(sheet, names, len(order) + 1)


def _data(sheet: Any, rows: Sequence[Row]) -> None:
    """The flat table: what pivot tables and the other sheets are made of."""
    sheet.title = DATA
    _heading(sheet, COLUMNS)
    for number, row in enumerate(rows, start=2):
        for column, name in enumerate(COLUMNS, start=1):
            value = row[name]
            if isinstance(value, str):
                if value:
                    _text(sheet, number, column, value)
            elif value is not None:
                sheet.cell(number, column, value).number_format = "#,##0"
    _look(sheet, COLUMNS, len(rows) + 1)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{len(rows) + 1}"


def _heading(sheet: Any, names: Sequence[str]) -> None:
    for column, name in enumerate(names, start=1):
        cell = sheet.cell(1, column, _LABELS.get(name, name.capitalize()))
        cell.font = Font(name="Calibri", size=10, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F4E5F")
        right = (name not in TEXTS and name not in _WORDS) or (
            sheet.title == "Ketentuan" and name == "daerah"
        )
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="right" if right else "left")


def _text(sheet: Any, row: int, column: int, value: str) -> None:
    """A text that stays one, whatever it begins with."""
    cell = sheet.cell(row, column)
    cell.value = value
    cell.data_type = "s"
    cell.alignment = Alignment(vertical="top")


def _formula(sheet: Any, row: int, column: int, field: str, formula: str) -> None:
    cell = sheet.cell(row, column, formula)
    cell.number_format = "0.0%" if field == "serapan" else "#,##0"
    cell.alignment = Alignment(vertical="top")


def _look(sheet: Any, names: Sequence[str], last: int) -> None:
    """Widths, frozen heading, print setup, and what catches the eye: graver levels, a bar for the serapan."""
    for column, name in enumerate(names, start=1):
        letter = get_column_letter(column)
        cells = f"{letter}2:{letter}{max(last, 2)}"
        wide = {"kegiatan": 48, "daerah": 24, "folder": 24, "provinsi": 24, "ketentuan": 32, "keterangan": 30}
        if sheet.title == "Ketentuan":
            wide["daerah"] = 12  # how many
        money = name in MONEY or name == "rupiah"
        sheet.column_dimensions[letter].width = wide.get(name, 18 if money else 12)
        if name == Tingkat.PELANGGARAN.value:
            red = PatternFill("solid", bgColor="F8D7DA")
            sheet.conditional_formatting.add(cells, _ABOVE("greaterThan", ["0"], fill=red))
        if name == "serapan":
            sheet.conditional_formatting.add(cells, _BAR("num", 0, "num", 1, color="8FBFCF"))
    sheet.freeze_panes = "B2"
    sheet.row_dimensions[1].height = 28
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _chart(sheet: Any, by: Sequence[str], values: Sequence[str], total: int) -> None:
    """Pagu beside realisasi, a pair of bars a row."""
    chart = BarChart()
    chart.type = "bar"
    chart.title = "Pagu dan realisasi (rupiah)"
    chart.height = max(7.0, 1.2 * total)
    chart.width = 26
    for name in ("pagu", "realisasi"):
        column = len(by) + 1 + values.index(name)
        chart.add_data(Reference(sheet, min_col=column, min_row=1, max_row=total - 1), titles_from_data=True)
    names = 1 if by[0] != "provinsi" or len(by) == 1 else 2
    chart.set_categories(Reference(sheet, min_col=names, min_row=2, max_row=total - 1))
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.scaling.min = 0
    sheet.add_chart(chart, f"A{total + 3}")
