"""xlsx and xlsm: values by calamine, the rest from a search of each sheet's XML.

Calamine is handed the file itself, or a lean copy of its sheets with the usual part names: where the file
names them otherwise, where blank rows were cut off, and where the file is small enough that the copy, whose
unpacked size is known, costs nothing.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time

from dak_excel.sheets.formats import notes
from dak_excel.sheets.formats.archive import Archive
from dak_excel.sheets.formats.calamine import Calamine, CalamineFailed
from dak_excel.sheets.formats.formulacells import formula_cells
from dak_excel.sheets.formats.formulas import Work, fill
from dak_excel.sheets.formats.formulatext import FormulaCell
from dak_excel.sheets.formats.numfmt import cell_looks
from dak_excel.sheets.formats.ooxml import Layout, SheetEntry, layout_of
from dak_excel.sheets.formats.scan import Scan, scan
from dak_excel.sheets.formats.sheet import RawSheet, tidy_number
from dak_excel.sheets.formats.sheetxml import Shared, read_sheet
from dak_excel.sheets.formats.strings import shared_strings
from dak_excel.sheets.formats.tail import read_sheet_xml
from dak_excel.sheets.grid import Value

LEAN = 16 * 2**20
"""Bytes of XML up to which calamine always gets a lean copy."""
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@dataclass(slots=True)
class _Part:
    """A worksheet on its way to a RawSheet. `index` is its place in what calamine reads."""

    entry: SheetEntry
    scan: Scan
    index: int
    formulas: list[FormulaCell] = field(default_factory=list)


def read_xlsx(data: bytes, archive: Archive) -> tuple[list[RawSheet], list[str]]:
    """The sheets with cells, and notes on the rest. Raises Refusal."""
    layout = layout_of(archive)
    shared = _SharedParts(archive.read_xml(layout.strings), archive.read_xml(layout.styles), layout.date1904)
    tables = [(i, e) for i, e in enumerate(layout.sheets) if e.part in archive and e.kind == "worksheet"]
    parts = [_part(archive, layout, entry, index) for index, entry in tables]
    expected = len(layout.sheets)
    size = sum(len(part.scan.xml) for part in parts) + len(shared.strings)
    if size <= LEAN or not _usual(archive, layout) or any(part.scan.cut for part in parts):
        for index, part in enumerate(parts):
            part.index = index
        expected = len(parts)
        data = _lean_copy(shared, parts)
    for part in parts:
        if not part.scan.odd:
            part.scan.xml = b""  # its work is done; a large sheet is not held twice
    book = _calamine(data, expected)
    work = Work()
    return [_sheet(archive, layout, part, book, shared, work) for part in parts], _notes(layout, archive)


def read_named(archive: Archive, wanted: Callable[[str], bool]) -> Iterator[RawSheet]:
    """The worksheets whose names are wanted, one after another, and no others. Raises Refusal."""
    layout = layout_of(archive)
    shared = _SharedParts(archive.read_xml(layout.strings), archive.read_xml(layout.styles), layout.date1904)
    work = Work()
    for entry in layout.sheets:
        if entry.part in archive and entry.kind == "worksheet" and wanted(entry.name):
            part = _part(archive, layout, entry, 0)
            book = _calamine(_lean_copy(shared, [part]), 1)
            yield _sheet(archive, layout, part, book, shared, work)


def _calamine(data: bytes, sheets: int) -> Calamine | None:
    """The workbook in calamine; None when it fails or counts other sheets than there are."""
    try:
        book = Calamine(data)
    except CalamineFailed:
        return None
    return book if len(book.sheets) == sheets else None


def _part(archive: Archive, layout: Layout, entry: SheetEntry, index: int) -> _Part:
    xml, cut = read_sheet_xml(archive, entry.part)
    found = scan(xml)
    found.cut |= cut
    part = _Part(entry, found, index)
    if found.formulas and not found.odd:
        part.formulas = formula_cells(found.xml, found.prefix, layout.recalculated)
    return part


@dataclass(slots=True)
class _SharedParts:
    """Strings and styles as XML, and parsed when the slow reader first needs them."""

    strings: bytes
    styles: bytes
    date1904: bool
    parsed: Shared | None = None

    def get(self) -> Shared:
        """The parsed strings and formats."""
        if self.parsed is None:
            self.parsed = Shared(shared_strings(self.strings), cell_looks(self.styles), self.date1904)
        return self.parsed


def _sheet(
    archive: Archive,
    layout: Layout,
    part: _Part,
    book: Calamine | None,
    shared: _SharedParts,
    work: Work,
) -> RawSheet:
    """One sheet: by calamine, or by parsing when calamine cannot."""
    sheet = RawSheet(part.entry.name, hidden=part.entry.hidden, date1904=layout.date1904)
    formulas = part.formulas
    try:
        if book is None or part.scan.odd:
            raise CalamineFailed
        sheet.rows = book.rows(part.index)
        sheet.merges = part.scan.merges
        sheet.hidden_rows = part.scan.hidden_rows
        sheet.hidden_columns = part.scan.hidden_columns
        for (row, column), error in part.scan.errors.items():
            sheet.put(row, column, error)
        for (row, column), number in part.scan.negatives.items():
            if isinstance(_at(sheet, row, column), time | datetime):
                sheet.put(row, column, tidy_number(number))
    except CalamineFailed:
        xml = part.scan.xml or read_sheet_xml(archive, part.entry.part)[0]
        formulas = read_sheet(xml, sheet, shared.get())
    if formulas:
        fill(sheet, formulas, work, recalculated=layout.recalculated, filtered=part.scan.filtered)
    return sheet


def _at(sheet: RawSheet, row: int, column: int) -> Value:
    cells = sheet.rows[row - 1] if row <= len(sheet.rows) else []
    return cells[column - 1] if column <= len(cells) else None


def _usual(archive: Archive, layout: Layout) -> bool:
    """Whether the parts have the names and the encoding that calamine takes for granted."""
    names = (
        (layout.workbook, "xl/workbook.xml"),
        (layout.strings, "xl/sharedStrings.xml"),
        (layout.styles, "xl/styles.xml"),
    )
    return (
        not archive.repeated
        and not archive.transcoded
        and all(not name or archive.stored_as(name) == usual for name, usual in names)
        and all(entry.part in archive for entry in layout.sheets)
    )


def _lean_copy(shared: _SharedParts, parts: list[_Part]) -> bytes:
    """A package of the worksheets alone, not compressed; those that calamine is not to read stay empty."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        sheets, relations = [], []
        for part in parts:
            number = part.index + 1
            sheets.append(f'<sheet name="{number}" sheetId="{number}" r:id="rId{number}"/>')
            relations.append(_relation(f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml"))
            package.writestr(f"xl/worksheets/sheet{number}.xml", b"" if part.scan.odd else part.scan.xml)
        for kind, xml in (("sharedStrings", shared.strings), ("styles", shared.styles)):
            if xml:
                relations.append(_relation(kind, kind, f"{kind}.xml"))
                package.writestr(f"xl/{kind}.xml", xml)
        package.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
            f'<workbookPr date1904="{int(shared.date1904)}"/><sheets>{"".join(sheets)}</sheets></workbook>',
        )
        package.writestr("xl/_rels/workbook.xml.rels", _relationships(relations))
        main = _relation("rId1", "officeDocument", "xl/workbook.xml")
        package.writestr("_rels/.rels", _relationships([main]))
        package.writestr("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types"/>')
    return out.getvalue()


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'


def _relationships(relations: list[str]) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'


def _notes(layout: Layout, archive: Archive) -> list[str]:
    """What the user should know of the file as a whole."""
    found = []
    if any(name.startswith("_xmlsignatures/") and name.endswith(".xml") for name in archive.names):
        found.append(notes.BERTANDA_TANGAN)
    if "vbaProject" in layout.kinds:
        found.append(notes.MAKRO)
    if "externalLink" in layout.kinds:
        found.append(notes.TAUTAN)
    if "connections" in layout.kinds:
        found.append(notes.SAMBUNGAN)
    for entry in layout.sheets:
        if entry.kind != "worksheet" and entry.part in archive:
            found.append(notes.chart_sheet(entry.name))
        elif entry.kind != "worksheet" or entry.part not in archive:
            found.append(notes.missing_sheet(entry.name))
    return found
