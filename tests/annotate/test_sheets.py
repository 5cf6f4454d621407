"""The sheets that we add: what stands in them, where, and how they are used."""

from __future__ import annotations

import io
from datetime import date

from lxml import etree
from openpyxl import load_workbook

from dak_excel.annotate.answers import own_sheets
from dak_excel.annotate.patch import annotate
from dak_excel.findings import Reply, Tingkat
from tests.annotate.builders import INFO, at, finding, findings, parts, read
from tests.annotate.handmade import WORKBOOKS
from tests.annotate.workbooks import SHEET, plain

TITLES = [
    "Lembar",
    "Sel",
    "Siapa atau apa",
    "Apa yang keliru",
    "Cara memperbaiki",
    "Bunyi juknis",
    "Pasal juknis",
    "Tingkat",
    "Ketentuan",
    "Alasan",
    "Nomor Surat",
    "Tanggal Surat",
]


def test_temuan_reads_as_the_contract_orders_it() -> None:
    original = plain()
    answered = Reply("Sebab", "0012345678901234567", date(2023, 6, 12))
    found = [finding(at(4, 5), nilai="43", jawaban=answered), finding(at(5, 5), Tingkat.DATA)]
    book = load_workbook(io.BytesIO(annotate(original, read(original), found, INFO)))
    assert book.sheetnames == ["Ringkasan", "Temuan", SHEET]
    sheet = book["Temuan"]
    assert [cell.value for cell in sheet[4]][:12] == TITLES
    row = [cell.value for cell in sheet[5]]
    assert row[:2] == [SHEET, "E4"]
    assert row[2].startswith("Peserta Contoh 1")
    assert row[7:11] == ["pelanggaran", "A1-USIA", "Sebab", "0012345678901234567"]
    assert row[11].date() == date(2023, 6, 12)
    assert sheet["B5"].hyperlink.location == f"'{SHEET}'!E4"
    assert sheet["A3"].hyperlink.location == "'Ringkasan'!A1"
    assert sheet.auto_filter.ref == "A4:L6"
    assert sheet.freeze_panes == "C5"
    assert sheet.column_dimensions["M"].hidden
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.protection.sheet and not sheet.protection.autoFilter
    assert sheet["A5"].protection.locked
    assert not any(sheet[f"{letter}5"].protection.locked for letter in "JKL")
    assert sheet["K5"].number_format == "@"
    hints = {str(v.sqref): (v.type, v.promptTitle) for v in sheet.data_validations.dataValidation}
    assert hints["L5:L6"] == ("date", "Tanggal Surat")
    assert {"J5:J6", "K5:K6"} < set(hints)


def test_ringkasan_says_what_was_read_and_found() -> None:
    original = WORKBOOKS["tables_filters_and_drop_downs"]()
    book = read(original)
    found = findings(book)
    sheet = load_workbook(io.BytesIO(annotate(original, book, found, INFO)))["Ringkasan"]
    texts = [str(cell.value) for row in sheet for cell in row if cell.value is not None]
    for wanted in (
        "12 Juli 2023",
        "Permenperin 7/2023",
        "dak_excel 0.1.0",
        INFO.sha256,
        "Buka daftar temuan",
        "pelanggaran",
        "peserta",
        "Lain",
        "A1-USIA",
        "• Catatan pembaca.",
        "5. 1 temuan memerlukan surat pernyataan kepala dinas.",
        "6. Kirim laporan.",
    ):
        assert wanted in texts, wanted


def test_a_file_without_findings_still_says_that_it_was_checked() -> None:
    original = plain()
    book = load_workbook(io.BytesIO(annotate(original, read(original), [], INFO)))
    assert book["Temuan"]["A5"].value == "Tidak ada temuan."
    assert (
        parts(original)["xl/worksheets/sheet1.xml"]
        == parts(annotate(original, read(original), [], INFO))["xl/worksheets/sheet1.xml"]
    )


def test_sheets_of_the_users_keep_their_names() -> None:
    original = WORKBOOKS["sheets_named_like_ours"]()
    book = read(original)
    made = load_workbook(io.BytesIO(annotate(original, book, findings(book), INFO)))
    assert made.sheetnames[:2] == ["Ringkasan (dak_excel)", "Temuan (dak_excel)"]
    assert made["Ringkasan"]["A1"].value == made["TEMUAN"]["A1"].value == "Punya pengguna"


def test_names_and_tabs_still_belong_to_their_sheets() -> None:
    original = WORKBOOKS["tables_filters_and_drop_downs"]()
    book = read(original)
    before = load_workbook(io.BytesIO(original))
    after = load_workbook(io.BytesIO(annotate(original, book, findings(book), INFO)))
    assert after.active.title == before.active.title == "Lain"
    for name in before.sheetnames:
        assert dict(before[name].defined_names).keys() == dict(after[name].defined_names).keys()
        assert before[name].auto_filter.ref == after[name].auto_filter.ref


def test_a_signature_that_is_no_longer_valid_is_said() -> None:
    original = WORKBOOKS["a_digital_signature"]()
    found = parts(annotate(original, read(original), [], INFO))
    assert "bertanda tangan digital" in found["xl/worksheets/dak_ringkasan1.xml"].decode()
    assert {"_xmlsignatures/origin.sigs", "_xmlsignatures/sig1.xml"} < set(found)


def test_protection_of_sheets_and_structure_stays() -> None:
    original = WORKBOOKS["protection"]()
    found = parts(annotate(original, read(original), [finding(at(4, 5))], INFO))
    assert b'lockStructure="1"' in found["xl/workbook.xml"]
    before = etree.fromstring(parts(original)["xl/worksheets/sheet1.xml"]).find("{*}sheetProtection")
    after = etree.fromstring(found["xl/worksheets/sheet1.xml"]).find("{*}sheetProtection")
    assert before is not None and after is not None and before.attrib == after.attrib


def test_our_sheets_are_known_in_any_format() -> None:
    """From grids alone: how a copy saved as .ods or .xls is recognised."""
    original = plain()
    found = [finding(at(4, 5), jawaban=Reply("Sebab"))]
    book = read(annotate(original, read(original), found, INFO))
    own = own_sheets((s.grid.sheet, s.grid.rows) for s in book.sheets)
    assert set(own.sheets) == {"Ringkasan", "Temuan"}
    assert own.answers == {found[0].key: Reply("Sebab")}
