"""How each sheet was read, in cells that the user may correct, and what comes back of them.

A row of `Ringkasan` is a kind or a column. Hidden beside its cell stand what was shown, what the program
makes of it by itself, and whether a person has told otherwise: so an unchanged cell says the same again, and
an emptied one takes it back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dak_excel.sheets.grid import Value, column_letters
from dak_excel.sheets.readings.memory import UNREAD
from dak_excel.sheets.readings.told import Correction, field_told
from dak_excel.sheets.records import Layout, ReadBook, ReadSheet
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_vocabulary

SECTION = "Cara membaca tiap lembar (dapat dibetulkan)"
HEADINGS = ("Lembar", "Judul kolom", "Kolom", "Dibaca sebagai", "Keterangan")
LEAD = (
    "Bila jenis lembar atau arti kolom keliru, pilih yang benar di «Dibaca sebagai», simpan, lalu masukkan "
    "lagi berkas ini. Kosongkan selnya untuk kembali ke pembacaan program. Petunjuk Anda diingat untuk "
    "setiap lembar yang judul kolomnya sama."
)
KIND_ROW = "(jenis lembar)"
TOLD = "petunjuk"
NEEDLESS = frozenset({"lain", "paraf", "catatan_lain", "bukti_bayar"})
"""Fields of columns that nothing asks for."""
LABELLED = "keterangan"
"""Name of the list for the labels of a sheet of no kind yet: what identitas and narasi hold."""
_ALONE = {UNREAD: "tidak membacanya", Kind.TIDAK_DIKENALI.value: "tidak mengenalinya"}


@dataclass(frozen=True, slots=True)
class Baris:
    """One cell that may be corrected. `own` is what the program makes of it, `told` whether a person said
    this; `choices` names the list to choose from: a kind, or empty for the kinds themselves."""

    lembar: str
    judul: str
    letak: str
    arti: str
    own: str
    told: bool
    choices: str

    @property
    def keterangan(self) -> str:
        """What the user is told beside the cell."""
        if not self.told:
            return ""
        alone = _ALONE.get(self.own, f"membacanya sebagai «{self.own}»")
        return f"Menurut petunjuk Anda; program sendiri {alone}."


def layout_rows(book: ReadBook) -> list[Baris]:
    """The rows of all sheets with a header, or with what looks like one."""
    return [row for sheet in book.sheets for layout in sheet.layouts for row in _rows(sheet, layout)]


def _rows(sheet: ReadSheet, layout: Layout) -> Iterator[Baris]:
    told = layout.told or Correction(())
    unaided = sheet.unaided.layouts if sheet.unaided else ()
    before = next((other for other in unaided if other.row == layout.row), None)
    kind = layout.kind.value
    own = before.kind.value if before and told.jenis else kind
    name = sheet.grid.sheet
    yield Baris(name, KIND_ROW, f"baris {layout.row}", kind, own, bool(told.jenis), "")
    for at, kolom in enumerate(layout.kolom):
        shown = label(kolom.field)
        own = shown
        if at in told.kolom:
            same = before is not None and before.kind is layout.kind and at < len(before.kolom)
            own = label(before.kolom[at].field) if before and same else UNREAD
        place = column_letters(kolom.column)
        if layout.baris:
            place += str(layout.baris[at])
        known = LABELLED if layout.baris and layout.kind is Kind.TIDAK_DIKENALI else kind
        yield Baris(name, kolom.judul, place, shown, own, at in told.kolom, known)


def label(name: str) -> str:
    """A field as people read it."""
    return UNREAD if not name or name in NEEDLESS else name.replace("_", " ")


def choices(kinds: Sequence[str]) -> Mapping[str, list[str]]:
    """The lists to choose from: under the empty name the kinds, under each kind its fields."""
    words = load_vocabulary().jenis
    every = [kind.value for kind in Kind]
    lists = {"": every}
    for kind in dict.fromkeys(filter(None, kinds)):
        if kind == LABELLED:
            known = [words[Kind.IDENTITAS], words[Kind.NARASI]]
        else:
            known = [words[Kind(kind)]] if Kind(kind) in words else list(words.values())
        names = {label(name) for one in known for name in one.bidang}
        lists[kind] = [UNREAD, *sorted(names - {UNREAD})]
    return lists


def read_corrections(rows: Sequence[Sequence[Value]]) -> list[Correction]:
    """What came back in the rows of `Ringkasan`; of a layout that nobody touched, nothing."""
    start = next((n for n, row in enumerate(rows) if _is_head(row)), len(rows))
    if start == len(rows):
        return []
    first = [_text(cell) for cell in rows[start]].index(HEADINGS[0])
    found: list[Correction] = []
    block: list[tuple[str, str, bool, bool]] = []
    for row in rows[start + 1 :]:
        _, judul, letak, arti, _, own, told, *_ = [*(_text(c) for c in row[first:]), *[""] * 7]
        if not judul or not letak:
            break
        if judul == KIND_ROW:
            found += _correction(block)
            block = []
        block.append((judul, *_said(arti, own, told == TOLD)))
    return [*found, *_correction(block)]


def _said(value: str, own: str, told: bool) -> tuple[str, bool, bool]:
    """What a cell says now, whether that is a correction, and whether it was one before."""
    shown, _, own_alone = own.partition(SHOWN)
    if value.casefold() == shown.casefold():
        return value, told, told
    return value, bool(value) and value.casefold() != own_alone.casefold(), told


SHOWN = " ⇐ "
"""Between what a hidden cell keeps: what was shown, and what the program makes of it by itself."""


def _correction(block: Sequence[tuple[str, str, bool, bool]]) -> Iterator[Correction]:
    """The correction of one layout; an empty one where something told before was taken back."""
    if len(block) < 2 or not any(now or before for _, _, now, before in block):
        return
    (_, written, kind_told, _), *columns = block
    kind = written.casefold()
    kinds = {one.value for one in Kind}
    yield Correction(
        tuple(judul for judul, *_ in columns),
        kind if kind_told and kind in kinds else "",
        {
            at: "" if value.casefold() == UNREAD else field_told(value)
            for at, (_, value, now, _) in enumerate(columns)
            if now
        },
        "" if kind_told or kind not in kinds or kind == Kind.TIDAK_DIKENALI else kind,
    )


def _is_head(row: Sequence[Value]) -> bool:
    texts = [_text(cell) for cell in row]
    return HEADINGS[1] in texts and HEADINGS[3] in texts


def _text(value: Value) -> str:
    return "" if value is None else str(value).strip()
