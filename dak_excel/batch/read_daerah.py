"""Reading: the files of one daerah, from bytes to joined records, without our marks and superseded files."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from dak_excel.annotate.answers import own_sheets
from dak_excel.annotate.strip import Stripped, strip, worth_stripping
from dak_excel.batch.intake import Intake
from dak_excel.batch.readiness import InputFile, Postponed, read_bytes, still_changing
from dak_excel.batch.returned_copies import OpenedFile, supersede
from dak_excel.config import Settings
from dak_excel.daerah.budget_notes import note_versions
from dak_excel.daerah.join import join_daerah
from dak_excel.daerah.model import Daerah, Failed, Foto
from dak_excel.faults import Fault, Faults, attempt_held
from dak_excel.findings import Reply
from dak_excel.juknis.model import Juknis
from dak_excel.results.files import BerkasResult
from dak_excel.sheets.formats.limits import guarded
from dak_excel.sheets.grid import Book, Unreadable
from dak_excel.sheets.open import NeedsOtherProgram, check_size, is_small, open_lock, open_safely
from dak_excel.sheets.read import read_book
from dak_excel.sheets.readings.memory import collect, load
from dak_excel.sheets.readings.told import Correction
from dak_excel.sheets.records import ReadBook, ReadSheet
from dak_excel.sheets.rincian import Subject
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.tables.left_out import leave_out
from dak_excel.sheets.values import parse_rincian_code
from dak_excel.sheets.vocabulary import load_vocabulary
from dak_excel.steps import step
from dak_excel.watchdog import Limit

T = TypeVar("T")
LEWAT_LIBREOFFICE = (
    "Berkas ini hanya terbaca lewat LibreOffice; cocokkan isinya dengan yang tampak di Excel, atau simpan "
    "ulang sebagai .xlsx."
)
_NANTI = "dibiarkan untuk proses berikutnya"


@dataclass(slots=True)
class FilesRead:
    """The files of a daerah after reading; `asli` by name, those that count."""

    daerah: Daerah
    asli: dict[str, OpenedFile] = field(default_factory=dict)
    digantikan: list[OpenedFile] = field(default_factory=list)
    """Files in whose stead a returned copy counts."""
    koreksi: list[Correction] = field(default_factory=list)
    """What returned copies tell of layouts, the latest last."""
    faults: Faults = field(default_factory=Faults)
    """Faults of the program while reading; those of cells, tables and sheets are with the books."""

    def not_counted(self) -> list[BerkasResult]:
        """What the summary says of files that do not count: superseded, waiting, unreadable."""
        return [
            *(
                BerkasResult(
                    nama=t.berkas.nama,
                    ukuran=t.berkas.ukuran,
                    sha256=t.sha256,
                    masuk=t.berkas.arrived,
                    digantikan=t.digantikan,
                )
                for t in self.digantikan
            ),
            *(
                BerkasResult(nama=g.workbook, sebab=g.sebab, tunda=g.tunda, sha256=g.sha256, masuk=g.masuk)
                for g in self.daerah.gagal
            ),
        ]


def read_daerah(masukan: Intake, pengaturan: Settings, juknis: Juknis) -> FilesRead:
    """Reads all files of a daerah and joins them. A file that cannot be read is listed, not raised."""
    gagal: list[Failed] = list(masukan.tunda)
    limit = Limit(pengaturan.batas_detik, pengaturan.batas_memori_mib * 2**20)
    faults = Faults(limit=limit)
    opened: list[OpenedFile] = []
    for number, berkas in enumerate(masukan.buku, start=1):
        step(f"membaca {berkas.nama} ({number}/{len(masukan.buku)})")
        one = _or_failed(berkas, partial(_open, berkas, pengaturan), faults)
        if isinstance(one, Failed):
            gagal.append(one)
        else:
            opened.append(one)
    faults.leave_out("perbandingan dengan salinan yang dikembalikan", partial(supersede, opened), None)
    kosakata = load_vocabulary(pengaturan.kosakata)
    told: list[Correction] = faults.leave_out("petunjuk membaca lembar", partial(_corrections, opened), [])
    petunjuk = collect([*load(pengaturan.hints_file), *told], kosakata)
    names, subjects = juknis.sebutan(), subjects_of(juknis)
    books: list[ReadBook] = []
    asli: dict[str, OpenedFile] = {}
    for one in opened:
        if one.digantikan:
            continue
        step(f"memahami {one.berkas.nama}")
        read = partial(read_book, one.book, kosakata, names, juknis.tahun, petunjuk, subjects)
        book = _or_failed(one.berkas, read, faults)
        if isinstance(book, Failed):
            gagal.append(book)
            continue
        book.notes += one.catatan
        books.append(book)
        asli[one.berkas.nama] = one
    codes = frozenset(juknis.rincian)
    foto = [_photo(g, codes) for g in masukan.gambar if "foto/" in g.nama.casefold()]
    unanswered: dict[str, Reply] = {}
    jawaban = faults.leave_out("jawaban atas temuan", partial(_answers, opened), unanswered)

    def join(books: Sequence[ReadBook]) -> Daerah:
        return join_daerah(masukan.nama, books, gagal, foto, jawaban, names, juknis.other_funds, juknis.tahun)

    daerah = _joined(join, books, limit)
    daerah.nama_lama = {
        nama: one.stripped.workbook for nama, one in asli.items() if one.stripped.workbook not in ("", nama)
    }
    faults.leave_out("catatan versi anggaran", partial(note_versions, daerah), None)
    return FilesRead(daerah, asli, [one for one in opened if one.digantikan], told, faults)


def _joined(join: Callable[[Sequence[ReadBook]], Daerah], books: Sequence[ReadBook], limit: Limit) -> Daerah:
    """All sheets as one daerah, within limits. Where the program falls over that, or it takes too much, they
    are joined one after the other, the smallest first, and the sheets with which it fails are left out, each
    told as one that could not be read."""
    daerah = attempt_held("daerah", lambda: join(books), limit)
    if not isinstance(daerah, Fault):
        return daerah
    kept = [replace(book, sheets=[]) for book in books]
    places = sorted(
        ((b, s) for b, book in enumerate(books) for s in range(len(book.sheets))),
        key=lambda place: len(books[place[0]].sheets[place[1]].records),
    )
    taken: set[tuple[int, int]] = set()
    reason = daerah.reason
    ends = time.process_time() + limit.seconds
    for place in places:
        rest = replace(limit, seconds=max(ends - time.process_time(), 0))
        _take(kept, books, {*taken, place})
        made = attempt_held("lembar", lambda: join(kept), rest)
        if isinstance(made, Fault):
            b, s = place
            grid = books[b].sheets[s].grid
            books[b].sheets[s] = left = ReadSheet(grid, Kind.TIDAK_DIKENALI)
            leave_out(left, grid.ref(), "lembar", replace(made, reason=reason or made.reason))
        taken.add(place)
    _take(kept, books, taken)
    return join(kept)


def _take(kept: Sequence[ReadBook], books: Sequence[ReadBook], places: Collection[tuple[int, int]]) -> None:
    """Gives the books to be joined those sheets of the whole ones, in their order."""
    for b, (book, whole) in enumerate(zip(kept, books, strict=True)):
        book.sheets = [sheet for s, sheet in enumerate(whole.sheets) if (b, s) in places]


def _or_failed(berkas: InputFile, make: Callable[[], T | Failed], faults: Faults) -> T | Failed:
    """What `make` gives of a file; where the program falls over it, the file counts as one not read."""
    otherwise: T | Failed | None = None
    made = faults.leave_out_held(f"berkas {berkas.nama}", make, otherwise)
    if made is None:
        return Failed(berkas.nama, f"{faults.found[-1].because}; kirimkan berkas log kepada pengembang")
    return made


def _open(berkas: InputFile, pengaturan: Settings) -> OpenedFile | Failed:
    """A file opened within the limits of time (s) and memory (bytes), without our marks."""
    data = b""
    try:
        check_size(berkas.ukuran, berkas.nama)
        data = read_bytes(berkas)
        limits = (pengaturan.batas_detik, pengaturan.batas_memori_mib * 2**20)
        stripped = _stripped(open_lock(data, berkas.nama, *limits), berkas.nama, limits)
        book = _read_book(stripped.data, berkas.nama, limits)
    except Postponed as reason:
        return Failed(berkas.nama, f"{reason}; {_NANTI}", tunda=True, sementara=True)
    except Unreadable as reason:
        if still_changing(berkas):
            return Failed(berkas.nama, f"masih disalin atau disimpan; {_NANTI}", tunda=True, sementara=True)
        sebab = str(reason).removeprefix(f"«{berkas.nama}» tidak dapat dibaca: ")
        return Failed(berkas.nama, sebab, sha256=_digest(data), masuk=berkas.arrived)
    if not stripped.ours:  # an annotated copy that was saved in another format keeps our sheets
        own = own_sheets((grid.sheet, grid.rows) for grid in book.grids)
        if own.sheets:
            book.grids = [grid for grid in book.grids if grid.sheet not in own.sheets]
            stripped = replace(
                stripped,
                answers=own.answers,
                ours=True,
                workbook=own.workbook,
                asal=own.digests,
                koreksi=own.corrections,
            )
    return OpenedFile(berkas, stripped, book)


def _stripped(data: bytes, nama: str, limits: tuple[float, int]) -> Stripped:
    """A file without our marks; that of a large one of ours within the limits of time (s) and memory (bytes).

    Raises Unreadable beyond them.
    """
    if is_small(data) or not worth_stripping(data):
        return strip(data)
    return guarded(strip, data, nama, seconds=limits[0], memory=limits[1], doing="melepas tandanya")


def _read_book(data: bytes, nama: str, limits: tuple[float, int]) -> Book:
    """A workbook within the limits of time (s) and memory (bytes); one that none of our readers takes is
    read from what LibreOffice makes of it, where that is found."""
    try:
        return open_safely(data, nama, *limits)
    except NeedsOtherProgram:
        from dak_excel.reports.word import libreoffice  # late: next to no file needs it

        old = "xlsb" if data.startswith(b"PK") else "xls"
        converted = libreoffice.convert({"buku": data}, "xlsx", dari=old).get("buku")
        if converted is None:
            raise
    book = open_safely(converted, f"{nama}.xlsx", *limits)
    return replace(
        book,
        workbook=nama,
        ending=old,
        grids=[replace(grid, workbook=nama) for grid in book.grids],
        notes=[*book.notes, LEWAT_LIBREOFFICE],
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest() if data else ""


def _answers(opened: Iterable[OpenedFile]) -> dict[str, Reply]:
    """The answers of all files; of two to one finding that of the later file."""
    answers: dict[str, Reply] = {}
    for one in sorted(opened, key=lambda o: (o.berkas.mtime_ns, o.berkas.nama)):
        answers |= {key: answer for key, answer in one.stripped.answers.items() if answer}
    return answers


def _corrections(opened: Iterable[OpenedFile]) -> list[Correction]:
    """What all files tell of layouts, the later file last."""
    files = sorted(opened, key=lambda o: (o.berkas.mtime_ns, o.berkas.nama))
    return [told for one in files for told in one.stripped.koreksi]


def subjects_of(juknis: Juknis) -> dict[str, Subject]:
    """What each rincian is about, as the reader takes it."""
    return {
        kode: Subject(juknis.form_words(one), (one.pokok.kuat, one.pokok.biasa, one.pokok.lemah))
        for kode, one in juknis.rincian.items()
    }


def _photo(gambar: InputFile, codes: frozenset[str]) -> Foto:
    """A photo with the caption that its file name gives."""
    words = gambar.path.stem.replace("_", " ").strip()
    rincian = parse_rincian_code(words, codes) or ""
    caption = words[len(rincian) :].lstrip(" .-") if rincian and words.upper().startswith(rincian) else words
    return Foto(gambar.path, caption[:1].upper() + caption[1:], rincian)
