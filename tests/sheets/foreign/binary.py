"""xls and xlsb, record by record."""

from __future__ import annotations

import struct
from datetime import date

from dak_excel.sheets.grid import Value
from tests.sheets.foreign.cfb import compound
from tests.sheets.foreign.kinds import TABEL, broken, readable
from tests.sheets.foreign.package import pack, relations, serial

ERRORS = {"#DIV/0!": 0x07, "#REF!": 0x17, "#N/A": 0x2A}


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _text8(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def biff_cell(row: int, column: int, value: Value) -> bytes:
    head = struct.pack("<HHH", row, column, 1 if isinstance(value, date) else 0)
    if value is None:
        return b""
    if isinstance(value, date):
        return record(0x203, head + struct.pack("<d", serial(value)))
    if isinstance(value, bool):
        return record(0x205, head + bytes((int(value), 0)))
    if isinstance(value, str) and value in ERRORS:
        return record(0x205, head + bytes((ERRORS[value], 1)))
    if isinstance(value, str):
        return record(0x204, head + _text8(value))
    assert isinstance(value, int | float)
    return record(0x203, head + struct.pack("<d", value))


def xls(
    rows: list[list[Value]],
    extra: bytes = b"",
    globals_extra: bytes = b"",
    state: int = 0,
    date_format: int = 14,
    name: str = "Workbook",
    codepage: int = 1200,
    embedded: dict[str, bytes] | None = None,
) -> bytes:
    """A BIFF8 workbook with one sheet; `extra` are more records of the sheet."""
    stream = xls_stream(rows, extra, globals_extra, state, date_format, codepage)
    return compound({name: stream}, embedded)


def xls_stream(
    rows: list[list[Value]],
    extra: bytes = b"",
    globals_extra: bytes = b"",
    state: int = 0,
    date_format: int = 14,
    codepage: int = 1200,
) -> bytes:
    bof = struct.pack("<HHHHII", 0x600, 5, 0x2000, 0x7CC, 0, 6)
    style = struct.pack("<HH", 0, 0)
    xfs = record(0xE0, style + b"\0" * 16) + record(0xE0, struct.pack("<HH", 0, date_format) + b"\0" * 16)
    name = b"Peserta"
    bound_size = 4 + 4 + 2 + 2 + len(name)
    before = record(0x809, bof) + globals_extra + record(0x42, struct.pack("<H", codepage)) + xfs
    start = len(before) + bound_size + 4
    bound = record(0x85, struct.pack("<IBBBB", start, state, 0, len(name), 0) + name)
    assert len(bound) == bound_size
    cells = b"".join(biff_cell(r, c, v) for r, row in enumerate(rows) for c, v in enumerate(row))
    sheet = record(0x809, bof[:2] + b"\x10\x00" + bof[4:]) + extra + cells + record(0x0A, b"")
    return before + bound + record(0x0A, b"") + sheet


def number_format(number: int, code: str) -> bytes:
    return record(0x41E, struct.pack("<HHB", number, len(code), 0) + code.encode("latin-1"))


def formula(row: int, column: int, value: float, kind: int = 0x06) -> bytes:
    head = struct.pack("<HHHd", row, column, 0, value)
    return record(kind, head + struct.pack("<HIH", 0, 0, 3) + b"\x1e\x07\x00")


def biff5(rows: list[list[Value]], codepage: int, code: str = "General") -> bytes:
    """An Excel 95 workbook; numbers get the format `code`."""
    bof = struct.pack("<HHHH", 0x500, 5, 0x2000, 0x7CC)
    formats = record(0x41E, struct.pack("<HB", 164, len(code)) + code.encode("latin-1"))
    xfs = record(0xE0, b"\0" * 16) + record(0xE0, struct.pack("<HH", 0, 164) + b"\0" * 12)
    before = record(0x809, bof) + record(0x42, struct.pack("<H", codepage)) + formats + xfs
    bound_size = 4 + 7 + len(b"Peserta")
    bound = record(0x85, struct.pack("<IBBB", len(before) + bound_size + 4, 0, 0, 7) + b"Peserta")
    cells = b""
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if isinstance(value, str):
                text = value.encode("latin-1")
                cells += record(0x204, struct.pack("<HHHH", r, c, 0, len(text)) + text)
            elif isinstance(value, int | float):
                cells += record(0x203, struct.pack("<HHHd", r, c, 1, value))
    sheet = record(0x809, bof[:2] + b"\x10\x00" + bof[4:]) + cells + record(0x0A, b"")
    return compound({"Book": before + bound + record(0x0A, b"") + sheet})


def hidden_row(row: int) -> bytes:
    return record(0x208, struct.pack("<HHHHIHH", row, 0, 5, 255, 0, 0x20, 0x0F))


def hidden_column(column: int) -> bytes:
    return record(0x7D, struct.pack("<6H", column, column, 2000, 0x0F, 1, 0))


@readable("xls")
def plain_xls() -> bytes:
    return xls(TABEL)


@readable("xls-errors-and-yes-no", [["#REF!", True, "#N/A"], [False, "#DIV/0!"]])
def xls_errors() -> bytes:
    return xls([["#REF!", True, "#N/A"], [False, "#DIV/0!"]])


@readable("xls-with-a-western-code-page")
def xls_codepage() -> bytes:
    return xls(TABEL, codepage=1252)


@readable("xls-with-dates-of-a-low-custom-format")
def xls_low_format() -> bytes:
    return xls(TABEL, globals_extra=number_format(60, "dd/mm/yyyy"), date_format=60)


@readable("xls-with-numbers-in-the-place-of-a-built-in-date", [["Berat", 49]])
def xls_low_number() -> bytes:
    weight = record(0x203, struct.pack("<HHHd", 0, 1, 1, 49))
    kilos = number_format(14, '0 "kg"')
    return xls([["Berat"]], extra=weight, globals_extra=kilos)


@readable("xls-with-formulas-as-numbers-writes-them", [["Jumlah", 7], [1, 12]])
def xls_numbers() -> bytes:
    return xls([["Jumlah"], [1]], extra=formula(0, 1, 7, 0x406) + formula(1, 1, 12, 0x206))


@readable("xls-with-its-stream-in-capitals")
def xls_capitals() -> bytes:
    return xls(TABEL, name="WORKBOOK")


@readable("xls-with-another-workbook-inside")
def xls_embedded() -> bytes:
    return xls(TABEL, embedded={"Workbook": xls_stream([["Objek", 111]])})


@readable("xls-that-speaks-of-word", [["WordDocument", "EncryptedPackage"], ["PowerPoint Document", 1]])
def xls_of_words() -> bytes:
    return xls([["WordDocument", "EncryptedPackage"], ["PowerPoint Document", 1]])


@readable("xls-with-two-cells-far-apart", [[1], *([[]] * 65_534), [*([None] * 255), 2]])
def xls_far() -> bytes:
    return xls([[1]], extra=record(0x203, struct.pack("<HHHd", 65_535, 255, 0, 2)))


for _page in (1252, 10000, 10029, 32768, 32769):
    readable(f"excel-95-with-code-page-{_page}", [["Nama", 49]])(
        lambda page=_page: biff5([["Nama", 49]], page, "[Red]General")
    )


@readable("excel-95-dates", [[date(2023, 6, 12)]])
def excel_95_dates() -> bytes:
    return biff5([[serial(date(2023, 6, 12))]], 1252, "d/m/yy")


@broken("xls-with-password", "kata sandi")
def xls_password() -> bytes:
    return xls(TABEL, globals_extra=record(0x2F, struct.pack("<HHH", 1, 1, 1) + b"\0" * 48))


@broken("xlsx-with-password", "kata sandi")
def xlsx_password() -> bytes:
    return compound({"EncryptedPackage": b"\x11" * 5000, "EncryptionInfo": b"\4\0\4\0"})


@broken("word-97", "Word")
def word() -> bytes:
    return compound({"WordDocument": b"\xec\xa5" * 100})


@broken("powerpoint-97", "PowerPoint")
def powerpoint() -> bytes:
    return compound({"PowerPoint Document": b"\0" * 100})


@broken("outlook-message", "surel")
def outlook() -> bytes:
    return compound({"__properties_version1.0": b"\0" * 100})


@broken("compound-file-of-something", "rusak")
def some_compound() -> bytes:
    return compound({"Contents": b"\0" * 100})


@broken("xls-cut-off", "rusak")
def xls_cut() -> bytes:
    return xls(TABEL)[:700]


@broken("xls-with-circular-sectors", "rusak")
def xls_circular() -> bytes:
    whole = bytearray(xls(TABEL))
    fat_start = len(whole) - 512
    whole[fat_start : fat_start + 4] = struct.pack("<I", 0)
    return bytes(whole)


def brt(kind: int, body: bytes) -> bytes:
    """A record of BIFF12: type and length in 7-bit groups."""
    head = bytes((kind,)) if kind < 0x80 else bytes(((kind & 0x7F) | 0x80, kind >> 7))
    size, length = len(body), bytearray()
    while True:
        length.append((size & 0x7F) | (0x80 if size > 0x7F else 0))
        size >>= 7
        if not size:
            return head + bytes(length) + body


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb_cell(column: int, value: Value) -> bytes:
    head = struct.pack("<II", column, 1 if isinstance(value, date) else 0)
    if value is None:
        return b""
    if isinstance(value, date):
        return brt(5, head + struct.pack("<d", serial(value)))
    if isinstance(value, bool):
        return brt(4, head + bytes((int(value),)))
    if isinstance(value, str) and value in ERRORS:
        return brt(3, head + bytes((ERRORS[value],)))
    if isinstance(value, str):
        return brt(6, head + wide(value))
    assert isinstance(value, int | float)
    return brt(5, head + struct.pack("<d", value))


def xlsb_row(row: int, hidden: bool = False) -> bytes:
    return brt(0, struct.pack("<IIHBBB", row, 0, 300, 0, 0x10 if hidden else 0, 0) + struct.pack("<I", 0))


def xlsb(
    rows: list[list[Value]], hidden_rows: tuple[int, ...] = (), after: bytes = b"", columns: bytes = b""
) -> bytes:
    """An xlsb workbook with one sheet."""
    cells = b"".join(
        xlsb_row(r, r in hidden_rows) + b"".join(xlsb_cell(c, v) for c, v in enumerate(row))
        for r, row in enumerate(rows)
    )
    return xlsb_of(cells, len(rows), after, columns)


def xlsb_of(cells: bytes, rows: int, after: bytes = b"", columns: bytes = b"") -> bytes:
    """An xlsb workbook with one sheet of these records."""
    size = brt(148, struct.pack("<IIII", 0, max(rows - 1, 0), 0, 5))
    sheet = brt(129, b"") + size + columns + brt(145, b"") + cells + brt(146, b"") + after + brt(130, b"")
    bundle = brt(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Peserta"))
    styles = brt(278, b"") + brt(617, struct.pack("<I", 2))
    for number in (0, 14):
        styles += brt(47, struct.pack("<HH", 0, number) + b"\0" * 12)
    styles += brt(618, b"") + brt(279, b"")
    return pack(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": brt(131, b"") + brt(143, b"") + bundle + brt(144, b"") + brt(132, b""),
            "xl/_rels/workbook.bin.rels": relations(
                ("rId1", "worksheet", "worksheets/sheet1.bin"), ("rId2", "styles", "styles.bin")
            ),
            "xl/worksheets/sheet1.bin": sheet,
            "xl/styles.bin": styles,
        }
    )


@readable("xlsb")
def plain_xlsb() -> bytes:
    return xlsb(TABEL)


@readable("xlsb-errors", [["#REF!", 1], [True, "#N/A"]])
def xlsb_errors() -> bytes:
    return xlsb([["#REF!", 1], [True, "#N/A"]])


def short(cell: bytes) -> bytes:
    """A cell's record in the form without column, as SheetJS writes all but the first of a row."""
    return brt(cell[0] + 11, cell[6:])


@readable("xlsb-short-cells", [["Nama", 7, date(1990, 2, 3), True], ["Contoh", "miring", None, "akhir"]])
def xlsb_short_cells() -> bytes:
    rich = brt(62, struct.pack("<IIB", 1, 0, 1) + wide("miring") + struct.pack("<IHH", 1, 0, 0))
    first = xlsb_cell(0, "Nama") + b"".join(short(xlsb_cell(0, v)) for v in (7, date(1990, 2, 3), True))
    second = xlsb_cell(0, "Contoh") + rich + brt(12, struct.pack("<I", 0)) + short(xlsb_cell(0, "akhir"))
    return xlsb_of(xlsb_row(0) + first + xlsb_row(1) + second, 2)


@broken("xlsb-damaged", "rusak")
def xlsb_damaged() -> bytes:
    return pack(
        {
            "xl/workbook.bin": b"\xff" * 40,
            "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.bin")),
        }
    )
