"""Intake: what lies in the input folder, by daerah, and which files are not ready yet."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dak_excel.daerah.model import Gagal
from dak_excel.sheets.grid import TidakTerbaca

BUKU = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv"})
GAMBAR = frozenset({".jpg", ".jpeg", ".png"})
FOLDER_FOTO = "foto"

DETIK_TENANG = 2.0
"""A file that changed less than this many seconds ago may still be being copied."""
KUNCI_BASI = 2 * 24 * 3600.0
"""A `~$` file older than this many seconds was left by a crash: nobody keeps a file open that long."""


@dataclass(frozen=True, slots=True)
class Berkas:
    """A file of the input folder. `nama` is its path below the daerah's folder, with `/`."""

    path: Path
    nama: str
    ukuran: int
    mtime_ns: int


@dataclass(slots=True)
class Masukan:
    """What one daerah has dropped. `nama` is the folder's name, `folder` where it is."""

    nama: str
    folder: Path
    buku: list[Berkas] = field(default_factory=list)
    gambar: list[Berkas] = field(default_factory=list)
    tunda: list[Gagal] = field(default_factory=list)


class Tertunda(Exception):
    """A file is not ready. The message says why, in Bahasa Indonesia."""


def temukan(masukan: Path, keluaran: Path) -> list[Masukan]:
    """The daerah of an input folder, in the order of their names.

    Each subfolder with workbooks is a daerah; workbooks directly in the folder make one of their own,
    named after it. The output folder is left out when it lies inside. Raises `TidakTerbaca` when the
    folder does not exist or cannot be listed.
    """
    try:
        entries = sorted(masukan.iterdir(), key=lambda p: p.name.casefold())
    except OSError as error:
        raise TidakTerbaca(
            f"Folder masukan «{masukan}» tidak ditemukan atau tidak dapat dibuka. "
            "Periksa penulisan namanya, atau buat folder itu dan taruh berkas Excel di dalamnya."
        ) from error
    found = []
    loose = Masukan(masukan.resolve().name, masukan)
    for entry in entries:
        if _is_output(entry, keluaran) or (entry.is_dir() and _hidden(entry)):
            continue
        if entry.is_dir() and entry.name.casefold() != FOLDER_FOTO:
            daerah = Masukan(entry.name, entry)
            _collect(daerah, entry, keluaran)
            if daerah.buku or daerah.tunda:
                found.append(daerah)
        else:
            _collect(loose, entry, keluaran)
    if loose.buku or loose.tunda:
        found.insert(0, loose)
    return found


def dari_berkas(paths: list[Path]) -> Masukan:
    """The given workbooks as one daerah, named after the folder of the first."""
    folder = Path(os.path.commonpath([p.resolve().parent for p in paths]))
    masukan = Masukan(paths[0].resolve().parent.name, folder)
    for path in paths:
        try:
            stat = path.stat()
        except OSError as error:
            raise TidakTerbaca(
                f"Berkas «{path}» tidak ditemukan. Periksa penulisan nama dan foldernya."
            ) from error
        if path.is_dir():
            raise TidakTerbaca(f"«{path}» adalah folder. Sebutkan berkasnya, atau pakai perintah proses.")
        name = path.resolve().relative_to(folder).as_posix()
        masukan.buku.append(Berkas(path, name, stat.st_size, stat.st_mtime_ns))
    return masukan


def baca(berkas: Berkas) -> bytes:
    """The bytes of a file. Raises `Tertunda` when it is changing or cannot be opened right now."""
    try:
        data = berkas.path.read_bytes()
        stat = berkas.path.stat()
    except PermissionError as error:
        raise Tertunda("sedang dipakai program lain atau tidak boleh dibaca") from error
    except OSError as error:
        raise Tertunda("tidak dapat dibaca saat ini") from error
    if (len(data), stat.st_size, stat.st_mtime_ns) != (berkas.ukuran, berkas.ukuran, berkas.mtime_ns):
        raise Tertunda("masih disalin atau disimpan")
    return data


def baru_saja(berkas: Berkas) -> bool:
    """Whether the file came or changed within the last minute: a damaged one may still be incomplete."""
    try:
        stat = berkas.path.stat()
    except OSError:
        return False
    return abs(time.time() - max(stat.st_mtime, stat.st_ctime)) < 60


def _collect(masukan: Masukan, entry: Path, keluaran: Path) -> None:
    """Adds a file, or all files below a folder."""
    for path in _files(entry, keluaran):
        ending = path.suffix.casefold()
        if ending not in BUKU | GAMBAR:
            continue
        try:
            stat = path.stat()
        except OSError:
            continue  # gone between listing and looking
        nama = path.relative_to(masukan.folder).as_posix()
        berkas = Berkas(path, nama, stat.st_size, stat.st_mtime_ns)
        if ending in GAMBAR and not _hidden(path):
            masukan.gambar.append(berkas)
        elif ending in GAMBAR:
            continue
        elif reason := _not_ready(path, stat):
            masukan.tunda.append(Gagal(nama, reason, tunda=True))
        else:
            masukan.buku.append(berkas)


def _files(entry: Path, keluaran: Path) -> Iterator[Path]:
    """The files of a tree in a fixed order; hidden folders and links to folders are not followed."""
    if entry.is_file():
        yield entry
        return
    for folder, folders, names in os.walk(entry):
        here = Path(folder)
        folders[:] = sorted(
            n for n in folders if not _hidden(here / n) and not _is_output(here / n, keluaran)
        )
        yield from (here / name for name in sorted(names, key=str.casefold))


def _not_ready(path: Path, stat: os.stat_result) -> str:
    """Why a workbook has to wait for the next run; empty when it need not."""
    if path.name.startswith("~$"):
        return "berkas kunci sementara Excel, bukan data; dibiarkan"
    if _hidden(path):
        return "berkas tersembunyi; tampilkan dulu bila memang hendak diperiksa"
    if stat.st_size == 0:
        return "berkas masih kosong (0 byte); dibiarkan untuk proses berikutnya"
    lock = path.with_name("~$" + path.name)
    short_lock = path.with_name("~$" + path.name[2:])  # Excel drops two letters of long names
    for candidate in (lock, short_lock):
        if candidate.exists() and time.time() - candidate.stat().st_mtime < KUNCI_BASI:
            return "sedang dibuka di Excel atau WPS; tutup berkasnya, lalu ia diproses berikutnya"
    if 0 <= time.time() - stat.st_mtime < DETIK_TENANG:
        time.sleep(0.3)
        again = path.stat()
        if (again.st_size, again.st_mtime_ns) != (stat.st_size, stat.st_mtime_ns):
            return "masih disalin atau disimpan; dibiarkan untuk proses berikutnya"
    return ""


def _hidden(path: Path) -> bool:
    """Files that are not the user's data: lock files, dot files, those Windows marks as hidden."""
    if path.name.startswith((".", "~$")) or path.name.casefold() in {"desktop.ini", "thumbs.db"}:
        return True
    attributes = getattr(path.stat(follow_symlinks=False), "st_file_attributes", 0) if path.exists() else 0
    return bool(attributes & 0x2)  # FILE_ATTRIBUTE_HIDDEN


def _is_output(path: Path, keluaran: Path) -> bool:
    return path.resolve() == keluaran.resolve()
