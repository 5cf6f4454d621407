"""Intake: what lies in the input folder, by daerah, and which files are not ready yet."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from dak_excel.batch.folders import sort
from dak_excel.batch.readiness import KUNCI, InputFile, is_hidden, is_in_use, not_ready, still_growing
from dak_excel.config import BadSettings
from dak_excel.daerah.model import Failed
from dak_excel.output.publish import published_names
from dak_excel.results.outputs import TABEL_TEMUAN
from dak_excel.sheets.grid import Unreadable

BUKU = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"})
GAMBAR = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".heic", ".heif", ".tif", ".tiff", ".bmp", ".gif"}
)
DOKUMEN = frozenset(
    {".pdf", ".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".zip", ".rar", ".7z", ".numbers"}
    | {".mp4", ".mov", ".3gp", ".avi", ".mkv", ".avif", ".svg", ".psd", ".ai", ".cdr", ".emf", ".wmf"}
    | {".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".rw2", ".raf"}
)
"""What people also put into such folders: documents, films, drawings, raw photos. Not read, but said."""
GAMBAR_BYTES = 64 * 2**20
GAMBAR_BESAR = "gambar lebih besar dari 64 MiB; perkecil dulu"
FOLDER_FOTO = "foto"
FOLDER = "/"
"""Ends the name of a folder among the files that have to wait."""
TERTUTUP = "tidak dapat dibuka; periksa izin folder itu atau sambungan jaringannya"
TAUTAN_PUTUS = "tautan yang tidak menuju berkas mana pun; taruh berkasnya sendiri di sini"
TERSEMBUNYI = "berkas tersembunyi; tampilkan dulu bila memang hendak diperiksa"
INTERN = ".dak_excel"
"""Folder of an output folder that holds the journal and the lock; an output folder is known by it."""


@dataclass(slots=True)
class Intake:
    """What one daerah has dropped. `nama` is the folder's name, `folder` where it is."""

    nama: str
    folder: Path
    buku: list[InputFile] = field(default_factory=list)
    gambar: list[InputFile] = field(default_factory=list)
    tunda: list[Failed] = field(default_factory=list)
    lain: list[str] = field(default_factory=list)
    """Names of documents that are no workbooks."""
    ragu: list[str] = field(default_factory=list)
    """Of the first of a run: which folders were taken for daerah, or were not, without being sure."""


def find_daerah(masukan: Path, keluaran: Path) -> list[Intake]:
    """The daerah of an input folder, in the order of their names.

    Each subfolder with workbooks is a daerah, but one that only sorts files (`folders`); workbooks directly
    in the folder, or in such a subfolder, make one of their own, named after it. Output folders are left out
    when they lie inside. Raises `Unreadable` when the folder does not exist or cannot be listed,
    `BadSettings` when the output folder holds input.
    """
    try:
        entries = sorted(masukan.iterdir(), key=lambda p: (p.name.casefold(), p.name))
    except OSError as error:
        raise Unreadable(
            f"Folder masukan «{masukan}» tidak ditemukan atau tidak dapat dibuka. "
            "Periksa penulisan namanya, atau buat folder itu dan taruh berkas Excel di dalamnya."
        ) from error
    _apart(masukan, keluaran)
    names = frozenset(entry.name for entry in entries)
    folders = [e for e in entries if e.is_dir() and not (_is_output(e, keluaran) or is_hidden(e))]
    loose = Intake(readable_name(real_path(masukan).name), masukan)
    _collect(loose, ((entry, names) for entry in entries if not entry.is_dir()))
    photos = [folder for folder in folders if folder.name.casefold() == FOLDER_FOTO]
    inside = {folder: _daerah(folder, keluaran) for folder in folders if folder not in photos}
    told = sort(inside, bool(loose.buku or loose.tunda), lambda path: _holds(path, inside, keluaran))
    for folder in folders:
        if folder in told.above or folder in told.entered or folder in photos:
            files = _files(loose, folder, keluaran)
            _collect(loose, (one for one in files if not any(d in one[0].parents for d in told.daerah)))
    found = [inside.get(folder) or _daerah(folder, keluaran) for folder in told.daerah]
    if loose.buku or loose.tunda:
        found.insert(0, loose)
    for one in found:
        one.buku = _each_once(one.buku)
    if found:
        found[0].ragu = told.notes
    _wait_for_growing(found)
    return found


def _each_once(buku: list[InputFile]) -> list[InputFile]:
    """Workbooks without links to one that is there under its own name as well."""
    links = {berkas.path for berkas in buku if berkas.path.is_symlink()}
    own = {real_path(berkas.path) for berkas in buku if berkas.path not in links} if links else set()
    return [berkas for berkas in buku if berkas.path not in links or real_path(berkas.path) not in own]


def _daerah(folder: Path, keluaran: Path) -> Intake:
    """What lies in a folder, as that of a daerah of its own."""
    daerah = Intake(readable_name(folder.name), folder)
    _collect(daerah, _files(daerah, folder, keluaran))
    return daerah


def _holds(path: Path, known: Mapping[Path, Intake], keluaran: Path) -> bool:
    """Whether there is a workbook, or one that has to wait, in a folder or below it."""
    daerah = known.get(path) or _daerah(path, keluaran)
    return bool(daerah.buku or daerah.tunda)


def _apart(masukan: Path, keluaran: Path) -> None:
    """Refuses an output folder in which the user's own workbooks lie."""
    inner, outer = real_path(keluaran), real_path(masukan)
    if inner == outer:
        raise BadSettings(
            "Folder keluaran tidak boleh sama dengan folder masukan. Pilih folder keluaran lain."
        )
    if outer not in inner.parents or not inner.is_dir():
        return
    ours = {*TABEL_TEMUAN, *published_names(inner)}
    own = [p.name for p in inner.iterdir() if p.suffix.casefold() in BUKU and p.name not in ours]
    if own:
        raise BadSettings(
            f"Folder keluaran «{keluaran}» ada di dalam folder masukan dan berisi buku kerja («{min(own)}»). "
            "Pilih folder keluaran lain, atau pindahkan buku kerja itu."
        )


def real_path(path: Path) -> Path:
    """A path without links. Links that lead round in a circle stay as they are: `Path.resolve` raises."""
    return Path(os.path.realpath(path))


def readable_name(nama: str) -> str:
    """A file name as text: bytes that are no UTF-8 (Linux allows them) become `�`."""
    return os.fsencode(nama).decode("utf-8", "replace") if not nama.isascii() else nama


def from_files(paths: list[Path]) -> Intake:
    """The given workbooks as one daerah, named after the folder of the first."""
    folder = Path(os.path.commonpath([real_path(p).parent for p in paths]))
    masukan = Intake(readable_name(real_path(paths[0]).parent.name), folder)
    for path in dict.fromkeys(map(real_path, paths)):
        try:
            stat = path.stat()
        except OSError as error:
            raise Unreadable(
                f"Berkas «{path}» tidak ditemukan. Periksa penulisan nama dan foldernya."
            ) from error
        if path.is_dir():
            raise Unreadable(f"«{path}» adalah folder. Sebutkan berkasnya, atau pakai perintah proses.")
        if not S_ISREG(stat.st_mode):
            raise Unreadable(f"«{path}» bukan berkas biasa. Sebutkan berkas Excel-nya.")
        masukan.buku.append(_named_file(path, masukan, stat))
    return masukan


def _collect(masukan: Intake, files: Iterable[tuple[Path, Collection[str]]]) -> None:
    """Adds files, each given with the names of all files in its folder."""
    for path, siblings in files:
        ending = path.suffix.casefold()
        if path.name.startswith(KUNCI):
            continue
        if ending in DOKUMEN and not is_hidden(path):
            masukan.lain.append(readable_name(path.relative_to(masukan.folder).as_posix()))
        if ending not in BUKU | GAMBAR:
            continue
        try:
            stat = path.stat()
        except OSError:
            masukan.tunda += _gone(path, masukan.folder)
            continue
        if not S_ISREG(stat.st_mode):
            continue  # a pipe or a device, which might never end
        berkas = _named_file(path, masukan, stat)
        if ending in GAMBAR:
            if stat.st_size > GAMBAR_BYTES:
                masukan.tunda.append(Failed(berkas.nama, GAMBAR_BESAR))
            elif not is_hidden(path):
                masukan.gambar.append(berkas)
        elif is_hidden(path):
            masukan.tunda.append(Failed(berkas.nama, TERSEMBUNYI, tunda=True))
        elif reason := not_ready(path, stat, siblings):
            masukan.tunda.append(Failed(berkas.nama, reason, tunda=True, sementara=is_in_use(stat)))
        else:
            masukan.buku.append(berkas)


def _gone(path: Path, folder: Path) -> list[Failed]:
    """What is said of a file that is not there: nothing of one that went between listing and looking."""
    name = readable_name(path.relative_to(folder).as_posix())
    return [Failed(name, TAUTAN_PUTUS)] if path.is_symlink() else []


def _named_file(path: Path, masukan: Intake, stat: os.stat_result) -> InputFile:
    """A file under a name that no other file of the daerah has."""
    parts = path.relative_to(masukan.folder).parts
    nama = base = "/".join(readable_name(part) for part in parts)
    taken = {b.nama for b in (*masukan.buku, *masukan.gambar)} if "\ufffd" in base else set()
    number = 2
    while nama in taken:
        nama = f"{base} ({number}){path.suffix}"
        number += 1
    return InputFile(path, nama, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


def _files(masukan: Intake, entry: Path, keluaran: Path) -> Iterator[tuple[Path, Collection[str]]]:
    """The files of a folder in a fixed order, each with the names of all in its own folder.

    Hidden folders and links to folders are not followed. A folder that cannot be opened now is one more thing
    for which the daerah waits.
    """

    def closed(error: OSError) -> None:
        inner = Path(error.filename or entry).relative_to(masukan.folder).as_posix()
        name = masukan.nama if inner == "." else readable_name(inner)
        masukan.tunda.append(Failed(f"{name}{FOLDER}", TERTUTUP, tunda=True, sementara=True))

    for folder, folders, names in os.walk(entry, onerror=closed):
        here = Path(folder)
        folders[:] = sorted(
            n for n in folders if not is_hidden(here / n) and not _is_output(here / n, keluaran)
        )
        siblings = frozenset(names)
        yield from ((here / name, siblings) for name in sorted(names, key=lambda n: (n.casefold(), n)))


def _wait_for_growing(found: list[Intake]) -> None:
    """Puts files that are being copied right now off to the next run."""
    growing = still_growing(berkas for masukan in found for berkas in masukan.buku)
    for masukan in found if growing else ():
        for berkas in [b for b in masukan.buku if b.path in growing]:
            masukan.buku.remove(berkas)
            reason = "masih disalin atau disimpan; dibiarkan untuk proses berikutnya"
            masukan.tunda.append(Failed(berkas.nama, reason, tunda=True, sementara=True))


def _is_output(path: Path, keluaran: Path) -> bool:
    """Whether a folder is this run's output folder, or that of an earlier run."""
    with contextlib.suppress(OSError):  # one that may not be looked into is no output of ours
        return real_path(path) == real_path(keluaran) or (path / INTERN).is_dir()
    return False
