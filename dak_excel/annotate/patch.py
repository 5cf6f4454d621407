"""annotate(): the user's package plus marks, two sheets, and the way back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence

from dak_excel.annotate import recipe
from dak_excel.annotate.comments import empty_comments, write_comments
from dak_excel.annotate.geometry import Geometry
from dak_excel.annotate.info import RunInfo, Unmarkable
from dak_excel.annotate.marks import add_marks
from dak_excel.annotate.order import WORKSHEET, insert
from dak_excel.annotate.package import Package
from dak_excel.annotate.places import SheetMarks, place
from dak_excel.annotate.ringkasan_sheet import ringkasan_sheet
from dak_excel.annotate.styles import Added, add_styles, empty_stylesheet
from dak_excel.annotate.temuan_sheet import filter_name, temuan_sheet, titles_name
from dak_excel.annotate.unmark import legacy_drawing
from dak_excel.annotate.vml import BLOCK, add_boxes, blocks_in, grow_boxes, new_drawing
from dak_excel.annotate.whole import check_whole
from dak_excel.annotate.workbook_part import (
    SIGN_NAME,
    Contents,
    add_sheets,
    free_name,
    read_workbook,
)
from dak_excel.annotate.xmlspan import Edit, Node, ascii_xml, parse, parse_open, splice
from dak_excel.findings import Temuan
from dak_excel.sheets.grid import Grid
from dak_excel.sheets.records import ReadBook

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_UNMARKED = (
    "Susunan lembar «{}» terlalu ganjil untuk diberi tanda warna; temuannya ada di lembar Temuan dan selnya "
    "disebut di sana."
)
_UNTOLD = (
    "Komentar tidak dapat ditambahkan di lembar «{}» karena bagian komentar atau gambarnya rusak; temuannya "
    "ada di lembar Temuan."
)
_SIGNATURES = ("_xmlsignatures/", "xl/vbaprojectsignature")


def annotate(original: bytes, book: ReadBook, temuan: Sequence[Temuan], info: RunInfo) -> bytes:
    """The user's workbook (xlsx, xlsm) plus marks, comments and the sheets Ringkasan and Temuan.

    Findings about other workbooks are left out; those about the whole daerah (`tempat` None) are listed.
    Raises Unmarkable when the package is too odd to be patched: `copy_of` still makes a copy.
    """
    return patch(original, book, temuan, info)


def patch(
    original: bytes,
    book: ReadBook,
    temuan: Sequence[Temuan],
    info: RunInfo,
    *,
    names: Mapping[str, str] | None = None,
    notes: Sequence[str] = (),
) -> bytes:
    """`annotate`, for a package whose sheets may bear other names than those that were read.

    `names` maps the sheets that were read to those of the package; `notes` go into Ringkasan.
    """
    try:
        return _patch(original, book, temuan, info, names, notes)
    except (ValueError, KeyError, IndexError, OverflowError) as error:
        raise Unmarkable("Susunan berkas ini tidak dapat ditandai.") from error


def _patch(
    original: bytes,
    book: ReadBook,
    temuan: Sequence[Temuan],
    info: RunInfo,
    names: Mapping[str, str] | None,
    notes: Sequence[str],
) -> bytes:
    findings = [t for t in temuan if t.tempat is None or t.tempat.workbook == book.workbook]
    package = Package(original)
    contents = read_workbook(package)
    styles = _add_styles(package)
    parts = {s.name: s.part for s in contents.sheets if s.part and s.kind == "worksheet"}
    shown = {name: name for name in parts} if names is None else names
    grids = {sheet.grid.sheet: sheet.grid for sheet in book.sheets if sheet.grid.sheet in shown}
    block = _first_block(package)
    notes = [*notes, *_notes(package, book)]
    for name, marks in sorted(place(enumerate(findings, 1), grids).items()):
        part = parts[shown[name]]
        with _or_unchanged(package, notes, _UNMARKED.format(shown[name])):
            _mark_sheet(package, part, marks, grids[name], styles, contents.year_1904)
        with _or_unchanged(package, notes, _UNTOLD.format(shown[name])):
            _tell_sheet(package, part, marks, block)
        block += len(marks.told) // BLOCK + 1
    _add_sheets(package, contents, book, findings, info, styles, shown, notes)
    package.declare(recipe.PART, recipe.CONTENT_TYPE)
    check_whole(package)
    return recipe.seal(original, package.rewritten())


@contextlib.contextmanager
def _or_unchanged(package: Package, notes: list[str], note: str) -> Iterator[None]:
    """Leaves the package as it was where one sheet is too odd for what the block does, and notes it: the
    marks elsewhere stay."""
    before = dict(package.changed)
    try:
        yield
    except (Unmarkable, ValueError, KeyError, IndexError, OverflowError):
        package.changed = before
        notes.append(note)


def _add_styles(package: Package) -> Added:
    rel = package.related(package.workbook, "styles")
    if rel:
        added = add_styles(package.read(rel.target))
        package.write(rel.target, added.data)
        return added
    name = _beside(package, "styles.xml")
    lost = package.find(name)  # without a relationship; the cells' styles are numbered after it
    added = add_styles(package.read(lost) if lost else empty_stylesheet(package.main))
    package.write(name, added.data)
    package.declare(name, f"{_SPREADSHEET}.styles+xml")
    package.relate(package.workbook, "styles", name)
    return added


def _first_block(package: Package) -> int:
    """A block of shape ids behind those of every legacy drawing in the package."""
    blocks = {0}
    for name in package.names:
        if name.lower().endswith(".vml"):
            with contextlib.suppress(Unmarkable):  # one that cannot be read has no ids that count
                blocks |= blocks_in(package.read(name))
    return max(blocks) + 1


def _mark_sheet(
    package: Package, part: str, marks: SheetMarks, grid: Grid, styles: Added, year_1904: bool
) -> None:
    """The marks of a sheet, as conditional formats."""
    data, root = parse_open(package.read(part), sheet=True)
    edit = add_marks(root, marks.levels, grid, styles.marks, year_1904=year_1904)
    package.write(part, splice(data, [edit]))


def _tell_sheet(package: Package, part: str, marks: SheetMarks, block: int) -> None:
    """The comments of a sheet, and the boxes that they show in."""
    data = package.read(part)
    root = parse(data, sheet=True)
    rel = package.related(part, "comments")
    written = write_comments(package.read(rel.target) if rel else empty_comments(package.main), marks.told)
    if rel and (written.boxes or written.grown):
        package.write(rel.target, written.data)
    elif written.boxes:
        name = package.free_name(_beside(package, "comments_dak{}.xml"))
        package.write(name, written.data)
        package.declare(name, f"{_SPREADSHEET}.comments+xml")
        package.relate(part, "comments", name)
    geometry = Geometry(data, root)
    drawing = legacy_drawing(package, part, root)
    if drawing is not None:
        vml = grow_boxes(package.read(drawing.target), written.grown, geometry)
        if written.boxes:
            vml = add_boxes(vml, written.boxes, geometry, block)
        package.write(drawing.target, vml)
    elif written.boxes:
        name = package.free_name(_beside(package, "drawings/vmlDrawing_dak{}.vml"))
        package.write(name, add_boxes(new_drawing(), written.boxes, geometry, block))
        package.declare_ending("vml", _VML_TYPE)
        rel_id = package.relate(part, "vmlDrawing", name)
        package.write(part, splice(data, _lead_to(root, rel_id, package.rel_types)))


def _lead_to(root: Node, rel_id: str, rel_types: str) -> list[Edit]:
    """Edits that lead a sheet to its legacy drawing; one that leads nowhere is replaced."""
    xml = ascii_xml(f'<{root.prefix}legacyDrawing xmlns:r="{rel_types}" r:id="{rel_id}"/>')
    lost = root.child("legacyDrawing")
    if lost is not None:
        return [(lost.start, lost.end, xml)]
    return [insert(root, "legacyDrawing", WORKSHEET, xml)]


def _add_sheets(
    package: Package,
    contents: Contents,
    book: ReadBook,
    findings: Sequence[Temuan],
    info: RunInfo,
    styles: Added,
    names: Mapping[str, str],
    notes: Sequence[str],
) -> None:
    summary, listing = free_name("Ringkasan", contents), free_name("Temuan", contents)
    pages = {
        "ringkasan": ringkasan_sheet(book, findings, styles.faces, info, listing, package.main, names, notes),
        "temuan": temuan_sheet(
            findings, styles.faces, info, summary, package.main, names, contents.year_1904
        ),
    }
    rels = []
    for page, xml in pages.items():
        name = package.free_name(_beside(package, f"worksheets/dak_{page}{{}}.xml"))
        package.write(name, xml)
        package.declare(name, f"{_SPREADSHEET}.worksheet+xml")
        rels.append(package.relate(package.workbook, "worksheet", name))
    new = list(zip((summary, listing), rels, strict=True))
    defined = [
        (SIGN_NAME, None, f'"{info.versi}"'),
        ("_xlnm._FilterDatabase", 1, filter_name(listing, len(findings))),
        ("_xlnm.Print_Titles", 1, titles_name(listing)),
    ]
    data = add_sheets(contents, new, defined, package.main, package.rel_types)
    package.write(package.workbook, data)


def _notes(package: Package, book: ReadBook) -> list[str]:
    """What our changes do to the file that its owner should know."""
    signed = any(name.lower().startswith(_SIGNATURES) for name in package.names)
    if signed and not any("tanda tangan" in note.lower() for note in book.notes):
        return [
            "Berkas asli bertanda tangan digital. Salinan bertanda ini sudah berubah, jadi tanda "
            "tangannya tidak berlaku lagi; tanda tangan pada berkas asli tetap berlaku."
        ]
    return []


def _beside(package: Package, name: str) -> str:
    """A part name in the workbook's folder."""
    folder = package.workbook.rpartition("/")[0]
    return f"{folder}/{name}" if folder else name
