"""The annotated copy of a workbook: the user's own package where it can be patched, else a new workbook."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath

from dak_excel import __version__
from dak_excel.annotate.info import RunInfo, Unmarkable
from dak_excel.annotate.needed import needed
from dak_excel.annotate.patch import annotate
from dak_excel.annotate.plain_copy import copy_of
from dak_excel.batch.read_daerah import FilesRead
from dak_excel.config import Settings
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Juknis
from dak_excel.output.names import shorten
from dak_excel.sheets.formats.limits import Overrun, guarded
from dak_excel.sheets.open import is_small
from dak_excel.sheets.records import ReadBook

_BUKAN_ASLINYA = (
    "Salinan bertandanya memuat isi lembar saja, karena terjadi kesalahan di dalam program; berkas Anda utuh."
)
_ISI_SAJA = "Salinan bertandanya memuat isi lembar saja, karena {}; berkas Anda utuh."
_TERLALU_BERAT = (
    "Salinan bertandanya tidak dibuat, karena {}. Temuannya ada di halaman ringkasan; berkas Anda utuh."
)
_TANPA_SALINAN = (
    "Salinan bertandanya tidak dapat dibuat karena terjadi kesalahan di dalam program; temuannya ada di "
    "halaman ringkasan."
)
_MENANDAI = "menandainya"
_FEW_CELLS = 200_000
"""Cells up to which a new workbook of them costs less than the guard: about 100 MB, a few seconds."""
BERTANDA = frozenset({"xlsx", "xlsm"})
"""Formats whose package is patched; others get a new workbook."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The annotated copy of a workbook: name below the daerah's output folder, bytes, what to know of it.

    No bytes: it could not be made.
    """

    nama: str
    isi: bytes = field(repr=False)
    catatan: tuple[str, ...] = ()


def annotated_copy(
    book: ReadBook,
    terbaca: FilesRead,
    temuan: Sequence[Temuan],
    pengaturan: Settings,
    juknis: Juknis,
    terpakai: Collection[str] = (),
) -> Marked:
    """Makes the annotated copy: the user's own package where it can be patched, else a new workbook.

    A fault of the program in the first, or more time (s) or memory than a file may take, is as if it could
    not be patched; in both, there is no copy.
    """
    asli = terbaca.asli[book.workbook]
    own = [t for t in temuan if t.tempat and t.tempat.workbook == book.workbook]
    info = RunInfo(
        per=pengaturan.per,
        versi=__version__,
        juknis=juknis.label,
        daerah=terbaca.daerah.official_name,
        sha256=asli.sha256,
        pendahulu=tuple(d for d in asli.stripped.asal if d != asli.sha256),
    )
    catatan: tuple[str, ...] = ()
    faults = terbaca.faults
    suffix = PurePosixPath(book.workbook).suffix.lower().removeprefix(".")
    if book.ending in BERTANDA:
        part = f"tanda di {book.workbook} (diganti salinan isinya)"
        make = partial(_patched, asli.stripped.data, book, own, info, pengaturan)
        marked, reason = faults.leave_out(part, make, (b"", _BUKAN_ASLINYA))
        if marked:
            ending = "" if suffix in BERTANDA else f".{book.ending}"
            return Marked(_copy_name(book.workbook, ending, terpakai), marked)
        catatan = (reason,)
    ending = "" if suffix == "xlsx" else ".xlsx"
    nama = _copy_name(book.workbook, ending, terpakai)
    part = f"salinan bertanda dari {book.workbook}"
    try:
        data = faults.leave_out(part, lambda: _made_anew(book, own, info, pengaturan), b"", nama)
    except Overrun as reason:
        faults.missing.add(nama)
        return Marked(nama, b"", (_TERLALU_BERAT.format(reason.why),))
    return Marked(nama, data, catatan if data else (_TANPA_SALINAN,))


def _patched(
    original: bytes, book: ReadBook, own: Sequence[Temuan], info: RunInfo, pengaturan: Settings
) -> tuple[bytes, str]:
    """`annotate`, held to the time and memory of a file where it is not small; else why it gives nothing,
    which is no fault of the program."""
    try:
        if is_small(original):
            return annotate(original, book, own, info), ""
        return _held(pengaturan, annotate, original, needed(book, own), own, info), ""
    except Unmarkable as reason:
        return b"", str(reason)
    except Overrun as reason:
        return b"", _ISI_SAJA.format(reason.why)


def _made_anew(book: ReadBook, own: Sequence[Temuan], info: RunInfo, pengaturan: Settings) -> bytes:
    """`copy_of`, held to the limits of a file where it has many cells. Raises Overrun beyond them."""
    if sum(len(row) for sheet in book.sheets for row in sheet.grid.rows) <= _FEW_CELLS:
        return copy_of(book, own, info)
    return _held(pengaturan, copy_of, book, own, info)


def _held(pengaturan: Settings, make: Callable[..., bytes], *args: object) -> bytes:
    """`make(*args)`, held to the time and memory of the settings. Raises Overrun beyond them."""
    memory = pengaturan.batas_memori_mib * 2**20
    return guarded(make, *args, seconds=pengaturan.batas_detik, memory=memory, doing=_MENANDAI)


def _copy_name(workbook: str, ending: str, terpakai: Collection[str]) -> str:
    """Name of an annotated copy: the file's own and what goes behind it, short and unlike the others."""
    folder, _, last = f"anotasi/{workbook}".rpartition("/")
    last = shorten(f"{last}{ending}")
    nama, number = f"{folder}/{last}", 2
    path = PurePosixPath(nama)
    while nama in terpakai:
        nama = f"{folder}/{path.stem} ({number}){path.suffix}"
        number += 1
    return nama
