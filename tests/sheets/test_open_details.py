"""What a grid says beside its values: merges, what is hidden, notes, formulas, limits."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date

import openpyxl
import pytest
import xlsxwriter

from dak_excel.sheets.formats.strings import unescape
from dak_excel.sheets.grid import Grid, Unreadable, Value
from dak_excel.sheets.open import open_book
from tests.sheets.foreign.binary import hidden_column, hidden_row, record, xls, xlsb, xlsb_row
from tests.sheets.foreign.opendocument import content, ods, ods_cell, ods_rows
from tests.sheets.foreign.package import (
    TYPE,
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

ROWS: list[list[Value]] = [["a", 1, 2], ["b", 3, 4], ["c", 5, 6]]
PREFIX = '<c r="{}"><f>{}</f></c>'


def first(data: bytes) -> Grid:
    return open_book(data, "contoh.xlsx").grids[0]


def hidden_xlsx() -> bytes:
    data = sheet_data(ROWS).replace('<row r="2">', '<row r="2" spans="1:3" hidden="1">')
    data = data.replace('<row r="3">', '<row r="3" hidden="false">')
    columns = '<cols><col min="2" max="2" width="9" hidden="1"/><col min="8" max="16384" hidden="1"/></cols>'
    merges = '<mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="Z9:Z10"/></mergeCells>'
    return pack(parts(worksheet(data, columns, merges)))


def hidden_ods() -> bytes:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>'
    rows = ods_rows(ROWS).split("<table:table-row>")
    rows[1] = rows[1].replace(
        "<table:table-cell ",
        '<table:table-cell table:number-columns-spanned="3" table:number-rows-spanned="1" ',
        1,
    )
    return ods(
        columns
        + f"<table:table-header-rows><table:table-row>{rows[1]}</table:table-header-rows>"
        + f'<table:table-row table:visibility="filter">{rows[2]}<table:table-row>{rows[3]}'
    )


def hidden_xls() -> bytes:
    merge = record(0xE5, bytes((1, 0, 0, 0, 0, 0, 0, 0, 2, 0)))
    return xls(ROWS, hidden_row(1) + hidden_column(1) + merge)


def hidden_xlsb() -> bytes:
    from tests.sheets.foreign.binary import brt

    column = brt(60, (1).to_bytes(4, "little") * 2 + b"\0" * 8 + b"\1\0")
    merge = brt(176, b"".join(n.to_bytes(4, "little") for n in (0, 0, 0, 2)))
    return xlsb(ROWS, (1,), merge, brt(390, b"") + column + brt(391, b""))


def hidden_html() -> bytes:
    return (
        b"<table><tr><td colspan=3>a</tr><tr style='display: none'><td>b<td>3<td>4</tr>"
        b"<tr><td>c<td>5<td>6</tr></table>"
    )


def hidden_xml() -> bytes:
    space = "urn:schemas-microsoft-com:office:spreadsheet"
    cell = '<Cell><Data ss:Type="Number">1</Data></Cell>'
    return (
        f'<Workbook xmlns="{space}" xmlns:ss="{space}"><Worksheet ss:Name="A"><Table>'
        '<Column/><Column ss:Hidden="1"/>'
        '<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">a</Data></Cell></Row>'
        f'<Row ss:Hidden="1">{cell * 3}</Row><Row>{cell * 3}</Row></Table></Worksheet></Workbook>'
    ).encode()


@pytest.mark.parametrize("make", [hidden_xlsx, hidden_ods, hidden_xls, hidden_xlsb, hidden_html, hidden_xml])
def test_merges_and_what_is_hidden_are_told(make: object) -> None:
    grid = first(make())  # type: ignore[operator]
    assert grid.merges == ((1, 1, 1, 3),)
    assert grid.hidden_rows == {2}
    if make is not hidden_html:  # a page hides no columns
        assert grid.hidden_columns == {2}


@pytest.mark.parametrize("unaddressed", [False, True])
def test_the_slow_reader_tells_the_same(unaddressed: bool) -> None:
    data = sheet_data(ROWS).replace('<row r="2">', '<row r="2" hidden="true">')
    if unaddressed:
        data = data.replace(' r="A1"', "")
    merges = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
    grid = first(pack(parts(worksheet(data, '<cols><col min="3" max="3" hidden="1"/></cols>', merges))))
    assert [list(row) for row in grid.rows] == ROWS
    assert (grid.merges, grid.hidden_rows, grid.hidden_columns) == (((1, 1, 2, 2),), {2}, {3})


def test_hidden_and_very_hidden_sheets_are_read_and_marked() -> None:
    members = parts(worksheet(sheet_data(ROWS)))
    members["xl/workbook.xml"] = workbook("A", "B", "C", states={"B": "hidden", "C": "veryHidden"})
    members["xl/_rels/workbook.xml.rels"] = relations(
        *((f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in (1, 2, 3))
    )
    for n in (2, 3):
        members[f"xl/worksheets/sheet{n}.xml"] = worksheet(sheet_data([[n]]))
    grids = open_book(pack(members), "contoh.xlsx").grids
    assert [(g.sheet, g.hidden, g.at(1, 1)) for g in grids] == [
        ("A", False, "a"),
        ("B", True, 2),
        ("C", True, 3),
    ]
    assert open_book(xls(ROWS, state=2), "contoh.xls").grids[0].hidden
    style = '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>'
    assert open_book(ods(ods_rows(ROWS), style), "contoh.ods").grids[0].hidden


def test_the_user_is_told_of_macros_signatures_links_and_charts() -> None:
    members = parts(worksheet(sheet_data(ROWS)))
    members["[Content_Types].xml"] = content_types().replace(
        f"{TYPE}.sheet.main", "application/vnd.ms-excel.sheet.macroEnabled.main"
    )
    members["xl/workbook.xml"] = workbook("Data", "Grafik", "Hilang")
    members["xl/_rels/workbook.xml.rels"] = relations(
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "chartsheet", "chartsheets/sheet1.xml"),
        ("rId3", "worksheet", "worksheets/sheet9.xml"),
        ("rId4", "vbaProject", "vbaProject.bin"),
        ("rId5", "externalLink", "externalLinks/externalLink1.xml"),
        ("rId6", "connections", "connections.xml"),
    )
    members["xl/chartsheets/sheet1.xml"] = "<chartsheet/>"
    members["_xmlsignatures/sig1.xml"] = "<Signature/>"
    book = open_book(pack(members), "contoh.xlsm")
    said = " ".join(book.notes)
    for word in ("tanda tangan", "makro", "berkas lain", "sumber data luar", "«Grafik»", "«Hilang»"):
        assert word in said
    assert [g.sheet for g in book.grids] == ["Data"]
    assert book.ending == "xlsm"


@pytest.mark.parametrize(
    ("name", "data", "ending"),
    [
        ("rka.xls", book(ROWS), "xlsx"),
        ("rka.xlsx", xls(ROWS), "xls"),
        ("rka.xls", b"<table><tr><td>a</td></tr></table>", "html"),
        ("rka.xls", b"No;Nama;Ket\n1;A;x\n", "csv"),
    ],
)
def test_a_name_that_says_another_format_is_noted(name: str, data: bytes, ending: str) -> None:
    book = open_book(data, name)
    assert book.ending == ending
    assert f"berakhiran .{name.rpartition('.')[2]}, tetapi" in book.notes[0]


def test_a_nik_typed_as_text_is_told_from_one_that_excel_has_rounded() -> None:
    grid = first(book([["9901010101010001", 9901010101010000.0, 1500000.0, 2.5]]))
    assert [type(v) for v in grid.rows[0]] == [str, float, int, float]


def test_dates_and_numbers_are_told_apart_by_their_format() -> None:
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out)
    sheet = workbook.add_worksheet()
    dates = (
        "dd mmmm yyyy",
        "[$-421]dd mmmm yyyy",
        "[$-0421]dd mmmm yyyy;@",
        "d/m/yy",
        "[$-F800]dddd, mmmm dd, yyyy",
    )
    numbers = (
        '"Rp"#,##0',
        "[$Rp-421]#,##0",
        '#,##0 "hari"',
        "0\\ \\h\\a\\r\\i",
        '_("Rp"* #,##0_)',
        "[Red]0",
        "@",
    )
    for row, code in enumerate((*dates, *numbers)):
        sheet.write_number(row, 0, 45089, workbook.add_format({"num_format": code}))
    workbook.close()
    values = [row[0] for row in first(out.getvalue()).rows]
    assert values == [date(2023, 6, 12)] * len(dates) + [45089] * len(numbers)


def formulas(*cells: tuple[str, Value], xlsx: bool = True) -> Grid:
    """A sheet as openpyxl writes it: formulas without values."""
    book = openpyxl.Workbook()
    for place, value in cells:
        book.active[place] = value
    out = io.BytesIO()
    book.save(out)
    return first(out.getvalue())


def test_a_budget_from_an_export_library_is_computed() -> None:
    lines = [("A1", "Konsumsi"), ("B1", 30), ("C1", 35000), ("D1", "=B1*C1"), ("B2", 2), ("C2", 500000.5)]
    grid = formulas(
        *lines,
        ("D2", "=+B2*$C$2"),
        ("D3", "=SUM(D1:D2)"),
        ("D4", "=D3-D1"),
        ("D5", "=D1/B1*10%"),
        ("D6", "=SUBTOTAL(9,D1:D3)"),
        ("D7", "=A1"),
        ("D8", "=-(D1+D2)"),
        ("D9", "=SUM(D1:D2,B1,5)"),
        ("D10", "=PRODUCT(B1:B2)"),
        ("D11", "=D1/E1"),
        ("D12", "=SUM(D11,1)"),
    )
    assert [grid.at(r, 4) for r in range(1, 13)] == [
        1050000,
        1000001,
        2050001,
        1000001,
        3500,
        2050001 * 2,
        "Konsumsi",
        -2050001,
        2050036,
        60,
        "#DIV/0!",
        "#DIV/0!",
    ]
    assert not grid.unvalued


def test_a_subtotal_leaves_other_subtotals_out() -> None:
    grid = formulas(
        ("A1", 1), ("A2", 2), ("A3", "=SUBTOTAL(9,A1:A2)"), ("A4", 5), ("A5", "=SUBTOTAL(109,A1:A4)")
    )
    assert (grid.at(3, 1), grid.at(5, 1)) == (3, 8)


def test_what_is_more_than_plain_arithmetic_is_left_unvalued_with_its_formula() -> None:
    cells: Sequence[tuple[str, Value]] = (
        ("A1", "teks"),
        ("A2", date(2023, 6, 12)),
        ("B1", '=IF(A1="",0,1)'),
        ("B2", "=A1*2"),
        ("B3", "=B1+1"),
        ("B4", "=Lain!A1"),
        ("B5", "=B6"),
        ("B6", "=B5"),
        ("B7", "=SUM(A2:A3)"),
        ("B8", "=SUM(nama)"),
        ("B9", "=A1&A2"),
        ("B10", "=2^3"),
    )
    grid = formulas(*cells)
    assert set(grid.unvalued) == {(r, 2) for r in range(1, 11)}
    assert grid.unvalued[1, 2] == '=IF(A1="",0,1)'
    assert all(grid.at(r, 2) is None for r in range(1, 11))


def test_stored_results_are_taken_as_they_are() -> None:
    cells = '<c r="A1"><v>2</v></c><c r="B1"><f>A1*2</f><v>99</v></c><c r="C1" t="str"><f>""</f><v></v></c>'
    grid = first(raw(f'<row r="1">{cells}</row>'))
    assert (list(grid.rows[0]), dict(grid.unvalued)) == ([2, 99], {})


def test_shared_formulas_without_values_follow_their_first() -> None:
    rows = [
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1+A1</f></c></row>'
    ]
    rows += [
        f'<row r="{r}"><c r="A{r}"><v>{r}</v></c><c r="B{r}"><f t="shared" si="0"/></c></row>' for r in (2, 3)
    ]
    rows += ['<row r="4"><c r="B4"><f t="array" ref="B4">SUM(A1:A3*A1:A3)</f></c></row>']
    grid = first(raw("".join(rows)))
    assert [grid.at(r, 2) for r in (1, 2, 3)] == [2, 4, 6]
    assert dict(grid.unvalued) == {(4, 2): "={SUM(A1:A3*A1:A3)}"}


def test_the_zeros_of_xlsxwriter_are_no_results() -> None:
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out)
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, [2, 3])
    sheet.write_formula(0, 2, "=A1*B1")
    sheet.write_formula(0, 3, "=TODAY()")
    sheet.write_formula(0, 4, "=A1*B1", value=7)
    workbook.close()
    grid = first(out.getvalue())
    assert list(grid.rows[0]) == [2, 3, 6, None, 7]
    assert dict(grid.unvalued) == {(1, 4): "=TODAY()"}


def test_formulas_of_opendocument_are_computed_too() -> None:
    cell = '<table:table-cell table:formula="of:=SUM([.A1:.B1])*2"/>'
    grid = first(ods(f"<table:table-row>{ods_cell(2)}{ods_cell(3)}{cell}</table:table-row>"))
    assert list(grid.rows[0]) == [2, 3, 10]


def test_a_long_chain_of_formulas_is_no_deep_recursion() -> None:
    rows = ['<row r="1"><c r="A1"><v>1</v></c></row>']
    rows += [f'<row r="{r}">{PREFIX.format(f"A{r}", f"A{r - 1}+1")}</row>' for r in range(2, 5001)]
    assert first(raw("".join(rows))).at(5000, 1) == 5000
    deep = "(" * 3000 + "1" + ")" * 3000
    assert first(raw(f'<row r="1">{PREFIX.format("A1", deep)}</row>')).unvalued


def test_running_totals_beyond_the_limit_are_left_unvalued(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dak_excel.sheets.formats.formulas.WORK", 5000)
    rows = [
        f'<row r="{r}"><c r="A{r}"><v>1</v></c>{PREFIX.format(f"B{r}", f"SUM(A$1:A{r})")}</row>'
        for r in range(1, 301)
    ]
    grid = first(raw("".join(rows)))
    assert (grid.at(50, 2), grid.at(300, 2)) == (50, None)
    assert grid.unvalued[300, 2] == "=SUM(A$1:A300)"


def test_blank_rows_to_the_end_of_the_sheet_cost_nothing() -> None:
    blank = "".join(
        f'<row r="{r}" s="1" customFormat="1"><c r="A{r}" s="1"/></row>' for r in range(4, 60_000)
    )
    grid = first(raw(sheet_data(ROWS) + blank))
    assert [list(row) for row in grid.rows] == ROWS


@pytest.mark.parametrize("piece", [97, 100, 128, 777, 4096])
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_a_long_blank_end_streams_by_without_being_held(
    piece: int, prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dak_excel.sheets.formats.tail.STREAMED_FROM", 2000)
    monkeypatch.setattr("dak_excel.sheets.formats.tail._PIECE", piece)
    blank = "".join(f'<row r="{r}" s="1"><c r="A{r}" s="1"/></row>' for r in range(8, 2000))
    formula = '<row r="7"><c r="B7"><f>A1+B1</f></c></row>'
    for data, rows in (
        (sheet_data(ROWS), ROWS),
        ("", []),
        (sheet_data([[1, 2]]) + formula, [[1, 2], *[[]] * 5, [None, 3]]),
    ):
        sheet = worksheet(data + blank, "", '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
        if prefix:
            sheet = re.sub(r"<(/?)(\w)", r"<\1x:\2", sheet).replace("xmlns=", "xmlns:x=")
        grid = first(pack(parts(sheet)))
        assert [list(row) for row in grid.rows] == rows
        assert grid.merges == (((1, 1, 1, 2),) if rows else ())


@pytest.mark.parametrize("limit", ["ROWS", "CELLS"])
def test_a_sheet_with_more_cells_than_memory_holds_is_refused(
    limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dak_excel.sheets.formats.csvtext." + limit, 1000)
    with pytest.raises(Unreadable, match="melebihi batas aman"):
        open_book(b"a;b;c\n" * 2000, "contoh.csv")


def test_an_empty_workbook_is_read_as_empty() -> None:
    for data in (book([]), ods(""), xls([]), xlsb([]), content("", root="document").encode()):
        assert all(not grid.rows for grid in open_book(data, "kosong").grids)
    assert xlsb_row(0)


@pytest.mark.parametrize(
    ("stored", "read"),
    [("a_xD83D__xDE00_b", "a😀b"), ("a_xD83D_b", "a\ufffdb"), ("_xDE00__xD83D_", "\ufffd\ufffd")],
)
def test_an_escaped_half_of_a_character_is_no_half_character(stored: str, read: str) -> None:
    assert unescape(stored) == read
    unescape(stored).encode()


def test_an_old_workbook_tells_that_it_counts_from_1904() -> None:
    day = xls([[date(2023, 6, 12)]], globals_extra=record(0x22, b"\x01\x00"))
    grid = open_book(day, "lama.xls").grids[0]
    assert (grid.at(1, 1), grid.date1904) == (date(2027, 6, 13), True)
