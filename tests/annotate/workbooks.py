"""Workbooks with everything that an office puts into them, each feature named, to be annotated and stripped.

XlsxWriter makes these. What it cannot write (threads of comments, signatures, strict files, files of other
programs …) is done to its packages by hand in `handmade`, which adds to the same list: `reworked` changes
parts and adds new ones.
"""

from __future__ import annotations

import io
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
TYPES = "[Content_Types].xml"


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
def with_a_custom_view_open_on_a_later_sheet() -> bytes:
    def more(book: Any, sheet: Any) -> None:
        for number in range(3):
            other = book.add_worksheet(f"Lembar {number}")
            other.write(0, 0, number)
        other.activate()
        other.set_first_sheet()

    return written(more)
