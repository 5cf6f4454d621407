"""The sheet `Ringkasan`: what was read, what was found, what to do next, and by which program and juknis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dak_excel.annotate.cells import number_cell, quoted, sheet_name, text_cell
from dak_excel.annotate.info import RunInfo
from dak_excel.annotate.layout_rows import (
    HEADINGS,
    KIND_ROW,
    LEAD,
    SECTION,
    SHOWN,
    TOLD,
    Baris,
    choices,
    layout_rows,
)
from dak_excel.annotate.measure import row_height
from dak_excel.annotate.page_breaks import breaks_before
from dak_excel.annotate.palette import LOOKS
from dak_excel.findings import Status, Temuan, Tingkat
from dak_excel.indonesian import date_text
from dak_excel.sheets.grid import column_letters
from dak_excel.sheets.records import ReadBook
from dak_excel.sheets.tabel import Kind

TITLE = "Ringkasan Pemeriksaan"
DIGEST_LABEL = "SHA-256 berkas tanpa tanda"
FILE_LABEL = "Berkas"
BEFORE_LABEL = "SHA-256 berkas sebelumnya"
_WIDTHS = (2.0, 30.0, 24.0, 12.0, 22.0, 80.0)
_HIDDEN = 7
"""Columns from here on are hidden: what corrections are compared with, and the lists to choose from."""
_WRAPPED = frozenset({"teks", "isi", "kode", "tebal", "tautan", "kepala"})
_WIDE = sum(_WIDTHS[1:])
_STEPS = (
    "Buka lembar Temuan. Satu baris adalah satu temuan; tautannya membawa ke sel yang dimaksud.",
    "Perbaiki nilai pada selnya. Warna tanda hilang sendiri begitu nilainya berubah.",
    "Temuan yang tidak dapat diperbaiki: isi kolom Alasan. Untuk persetujuan dan pernyataan, isi pula "
    "Nomor Surat dan Tanggal Surat.",
    "Simpan, lalu masukkan lagi berkas ini apa adanya. Program mencabut tandanya sendiri, membaca "
    "jawaban Anda, dan memeriksa ulang.",
)
_NEEDS = {
    Tingkat.PERSETUJUAN: "temuan memerlukan persetujuan kementerian",
    Tingkat.PERNYATAAN: "temuan memerlukan surat pernyataan kepala dinas",
}


@dataclass(slots=True)
class _Page:
    """Rows as they are written, with their merges and links."""

    faces: Mapping[str, int]
    rows: list[str]
    merges: list[str]
    links: list[str]
    choices: dict[str, list[int]] = field(default_factory=dict)
    """Rows of cells with a drop-down, by the list to choose from."""
    lists: dict[str, str] = field(default_factory=dict)
    """Where each list stands: `$I$40:$Z$40`."""
    listed: int = _HIDDEN
    """The last column in use."""
    heights: list[float] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    """Rows that begin a block."""

    @property
    def next(self) -> int:
        return len(self.rows) + 1

    def row(self, cells: Sequence[tuple[str | int, str]], first: int = 2, height: float = 0) -> None:
        """Cells (value, face) from a column on."""
        number = self.next
        xml = "".join(
            self._cell(f"{column_letters(c)}{number}", *cell) for c, cell in enumerate(cells, first)
        )
        room = zip(cells, _WIDTHS[first - 1 :], strict=False)
        wrapped = row_height((str(v), width) for (v, face), width in room if face in _WRAPPED)
        custom = ' customHeight="1"' if height else ""
        fixed = f' ht="{height or wrapped:g}"{custom}'
        self.heights.append(height or wrapped)
        self.rows.append(f'<row r="{number}"{fixed}>{xml}</row>')

    def _cell(self, address: str, value: str | int, face: str) -> str:
        if isinstance(value, int):
            return number_cell(address, value, self.faces[face])
        return text_cell(address, value, self.faces[face])

    def gap(self) -> None:
        """An empty row."""
        self.row([])

    def section(self, title: str) -> None:
        """A heading over a block."""
        self.gap()
        self.headings.append(self.next)
        self.row([(title, "bagian")], height=20)

    def sentence(self, text: str) -> None:
        """Text over the whole width."""
        number = self.next
        self.merges.append(f"B{number}:F{number}")
        self.row([(text, "kalimat")], height=row_height([(text, _WIDE)]))

    def behind(self, row: int, first: int, values: Sequence[str]) -> None:
        """Cells behind those of a row that is written already, from a column on."""
        cells = "".join(
            text_cell(f"{column_letters(column)}{row}", value, self.faces["kode"])
            for column, value in enumerate(values, first)
        )
        self.rows[row - 1] = f"{self.rows[row - 1].removesuffix('</row>')}{cells}</row>"

    def link(self, column: str, target: str) -> None:
        """Link a cell of the row written last to a place in the workbook."""
        self.links.append(f'<hyperlink ref="{column}{len(self.rows)}" location="{quoted(target)}"/>')


def ringkasan_sheet(
    book: ReadBook,
    findings: Sequence[Temuan],
    faces: Mapping[str, int],
    info: RunInfo,
    listing: str,
    main: str,
    names: Mapping[str, str],
    notes: Sequence[str],
) -> bytes:
    """The sheet's XML. `listing` is the name of the sheet with the findings."""
    page = _Page(faces, [], [], [])
    _head(page, book, info, listing)
    _levels(page, findings)
    _next_steps(page, findings, info)
    _sheets_read(page, book, findings, names)
    _rules(page, findings, listing)
    notes = [*book.notes, *info.catatan, *notes]
    if notes:
        page.section("Catatan tentang berkas ini")
        for note in dict.fromkeys(notes):
            page.sentence(f"• {note}")
    _readings(page, layout_rows(book), names)
    return _sheet(page, info, main)


def _readings(page: _Page, rows: Sequence[Baris], names: Mapping[str, str]) -> None:
    """What each sheet and column was taken for, in cells with a drop-down."""
    if not rows:
        return
    page.section(SECTION)
    page.sentence(LEAD)
    top = page.next
    page.row([(t, "kepala") for t in HEADINGS])
    for row in rows:
        page.choices.setdefault(row.choices, []).append(page.next)
        page.row(
            [
                (names.get(row.lembar, row.lembar), "kode"),
                (row.judul, "tebal" if row.judul == KIND_ROW else "teks"),
                (row.letak, "kode"),
                (row.arti, "isi"),
                (row.keterangan, "teks"),
                (f"{row.arti}{SHOWN}{row.own}", "kode"),
                (TOLD if row.told else "", "kode"),
            ]
        )
    for number, (name, values) in enumerate(choices(list(page.choices)).items(), top):
        first, last = _HIDDEN + 2, _HIDDEN + 1 + len(values)
        page.behind(number, first, values)
        page.lists[name] = f"${column_letters(first)}${number}:${column_letters(last)}${number}"
        page.listed = max(page.listed, last)


def _head(page: _Page, book: ReadBook, info: RunInfo, listing: str) -> None:
    page.row([(TITLE, "judul")], height=30)
    page.row([(" · ".join(x for x in (info.daerah, book.workbook) if x), "subjudul")], height=18)
    page.gap()
    facts = (
        ("Diperiksa per", date_text(info.per)),
        ("Menurut", info.juknis),
        ("Program", f"dak_excel {info.versi}"),
        (FILE_LABEL, book.workbook),
        (DIGEST_LABEL, info.sha256),
        *((BEFORE_LABEL, digest) for digest in info.pendahulu),
    )
    for label, value in facts:
        page.row([(label, "label"), (value, "nilai")])
    page.gap()
    page.row([("Buka daftar temuan", "tautan_lepas")])
    page.link("B", f"{sheet_name(listing)}!A1")


def _levels(page: _Page, findings: Sequence[Temuan]) -> None:
    page.section("Temuan menurut tingkat")
    page.row([(t, "kepala") for t in ("Tingkat", "Warna tanda", "Temuan", "Ditanggapi", "Artinya")])
    count = Counter(t.tingkat for t in findings)
    answered = Counter(t.tingkat for t in findings if t.status != Status.TERBUKA)
    for level, look in LOOKS.items():
        page.row(
            [
                (level.value, "tebal"),
                ("contoh tanda", level.value),
                (count[level], "angka"),
                (answered[level], "angka"),
                (look.arti, "teks"),
            ]
        )
    page.row(
        [
            ("jumlah", "tebal"),
            ("", "tebal"),
            (len(findings), "angka"),
            (answered.total(), "angka"),
            ("", "teks"),
        ]
    )


def _next_steps(page: _Page, findings: Sequence[Temuan], info: RunInfo) -> None:
    page.section("Langkah berikutnya")
    if not findings:
        page.sentence("Tidak ada temuan. Tidak ada yang perlu dilakukan pada berkas ini.")
    open_ = Counter(t.tingkat for t in findings if t.status != Status.DISETUJUI)
    needs = [f"{open_[level]} {text}." for level, text in _NEEDS.items() if open_[level]]
    steps = [*(_STEPS if findings else ()), *needs, *info.langkah]
    for number, step in enumerate(steps, 1):
        page.sentence(f"{number}. {step}")


def _sheets_read(page: _Page, book: ReadBook, findings: Sequence[Temuan], names: Mapping[str, str]) -> None:
    page.section("Yang dibaca")
    page.row([(t, "kepala") for t in ("Lembar", "Dikenali sebagai", "Baris data", "Temuan", "Keterangan")])
    found = Counter(t.tempat.sheet for t in findings if t.tempat)
    for sheet in book.sheets:
        name = sheet.grid.sheet
        remarks = (["Lembar ini tersembunyi."] if sheet.grid.hidden else []) + sheet.notes
        page.row(
            [
                (names.get(name, name), "tautan" if name in names else "kode"),
                (sheet.kind.value, "tebal" if sheet.kind != Kind.TIDAK_DIKENALI else "kode"),
                (sheet.count, "angka"),
                (found[name], "angka"),
                (" ".join(remarks), "teks"),
            ]
        )
        if name in names:
            page.link("B", f"{sheet_name(names[name])}!A1")


def _rules(page: _Page, findings: Sequence[Temuan], listing: str) -> None:
    if not findings:
        return
    page.section("Temuan menurut ketentuan")
    page.row([(t, "kepala") for t in ("Ketentuan", "Pasal juknis", "Temuan", "Tingkat", "Temuan pertama")])
    for rule, (count, first, number) in _by_rule(findings):
        page.row(
            [
                (rule, "tautan"),
                (first.rujukan, "kode"),
                (count, "angka"),
                (first.tingkat.value, first.tingkat.value),
                (first.pesan, "teks"),
            ]
        )
        page.link("B", f"{sheet_name(listing)}!D{number + 4}")


def _by_rule(findings: Sequence[Temuan]) -> Iterator[tuple[str, tuple[int, Temuan, int]]]:
    """Rule → (number of findings, the first of them, its number), gravest level first."""
    count = Counter(t.ketentuan for t in findings)
    first: dict[str, tuple[Temuan, int]] = {}
    for number, temuan in enumerate(findings, 1):
        first.setdefault(temuan.ketentuan, (temuan, number))
    for rule in sorted(first, key=lambda r: (first[r][0].tingkat.rank, r)):
        yield rule, (count[rule], *first[rule])


def _validations(page: _Page) -> str:
    """A drop-down for each cell that may be corrected."""
    out = []
    for name, rows in page.choices.items():
        cells = " ".join(f"E{row}" for row in rows)
        out.append(
            '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" '
            'errorTitle="Tidak ada di daftar" error="Pilih dari daftar, atau kosongkan selnya." '
            'promptTitle="Dibaca sebagai" prompt="Pilih yang benar bila keliru; kosongkan untuk kembali ke '
            f'pembacaan program." sqref="{cells}"><formula1>{page.lists[name]}</formula1></dataValidation>'
        )
    return f'<dataValidations count="{len(out)}">{"".join(out)}</dataValidations>' if out else ""


def _sheet(page: _Page, info: RunInfo, main: str) -> bytes:
    cols = "".join(
        f'<col min="{n}" max="{n}" width="{w:g}" customWidth="1"/>' for n, w in enumerate(_WIDTHS, 1)
    )
    cols += f'<col min="{_HIDDEN}" max="{page.listed}" width="12" hidden="1" customWidth="1"/>'
    merges = "".join(f'<mergeCell ref="{m}"/>' for m in page.merges)
    merged = f'<mergeCells count="{len(page.merges)}">{merges}</mergeCells>' if merges else ""
    place = quoted(f"{info.daerah} · dak_excel {info.versi}".lstrip(" ·").replace("&", "&&"))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    breaks = breaks_before(page.headings, page.heights, _WIDTHS)
    return (
        f'{head}<worksheet xmlns="{main}"><sheetPr><tabColor rgb="FF29475F"/>'
        '<pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:{column_letters(page.listed)}{len(page.rows)}"/>'
        '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{cols}</cols>'
        f"<sheetData>{''.join(page.rows)}</sheetData>"
        '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" '
        'formatRows="0"/>'
        f"{merged}{_validations(page)}<hyperlinks>{''.join(page.links)}</hyperlinks>"
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="14" orientation="landscape" fitToHeight="0"/>'
        f"<headerFooter><oddFooter>&amp;L{place}&amp;RHalaman &amp;P dari &amp;N</oddFooter>"
        f"</headerFooter>{breaks}</worksheet>"
    ).encode()
