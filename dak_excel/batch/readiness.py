"""Readiness: whether a file that lies in the input folder can be taken now, or has to wait."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

DETIK_TENANG = 2.0
"""A file that changed less than this many seconds ago may still be being copied."""
DETIK_LIHAT = 0.5
"""How long to wait before looking again whether such a file has grown, in seconds."""
KUNCI_BASI = 2 * 24 * 3600.0
"""A `~$` file older than this many seconds was left by a crash: nobody keeps a file open that long."""
KUNCI = "~$"
"""How the files begin that Excel puts beside a workbook while it is open; no data."""
DETIK_KOSONG = 3600.0
"""How long an empty file may be one that is about to be filled, in seconds."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file of the input folder. `nama` is its path below the daerah's folder, with `/`."""

    path: Path
    nama: str
    ukuran: int
    mtime_ns: int
    ctime_ns: int = 0

    @property
    def stamp(self) -> tuple[int, int, int]:
        """Size and times: as long as they stay, the bytes are taken to be the same."""
        return self.ukuran, self.mtime_ns, self.ctime_ns

    @property
    def arrived(self) -> datetime:
        """When it came into the folder: a copy may keep the older time of its content."""
        return datetime.fromtimestamp(max(self.mtime_ns, self.ctime_ns) / 1e9).astimezone()


class Postponed(Exception):
    """A file is not ready. The message says why, in Bahasa Indonesia."""


def read_bytes(berkas: InputFile) -> bytes:
    """The bytes of a file. Raises `Postponed` when it is changing or cannot be opened right now."""
    try:
        data = berkas.path.read_bytes()
        stat = berkas.path.stat()
    except PermissionError as error:
        raise Postponed("sedang dipakai program lain atau tidak boleh dibaca") from error
    except OSError as error:
        raise Postponed("tidak dapat dibaca saat ini") from error
    if (len(data), stat.st_size, stat.st_mtime_ns) != (berkas.ukuran, berkas.ukuran, berkas.mtime_ns):
        raise Postponed("masih disalin atau disimpan")
    return data


def still_changing(berkas: InputFile, tunggu: float = DETIK_LIHAT) -> bool:
    """Whether a damaged file is one that is still being copied: it came just now and grows or is replaced.

    Looks again after `tunggu` seconds, only when the file came within the last minute.
    """
    if abs(time.time() - berkas.mtime_ns / 1e9) > 60:
        return False
    time.sleep(tunggu)
    return _changed(berkas)


def not_ready(path: Path, stat: os.stat_result, saudara: Collection[str]) -> str:
    """Why a workbook has to wait for the next run; empty when it need not.

    `saudara` are the names of all files in its folder.
    """
    if stat.st_size == 0:
        return "masih kosong (0 byte); dibiarkan untuk proses berikutnya"
    if _is_open(path, saudara):
        return "sedang dibuka di Excel, WPS, atau LibreOffice; tutup berkasnya agar diproses berikutnya"
    return ""


def is_in_use(stat: os.stat_result) -> bool:
    """Whether a file that has to wait is merely in use: an empty one only in its first hour."""
    return stat.st_size > 0 or abs(time.time() - stat.st_mtime) < DETIK_KOSONG


def _is_open(path: Path, saudara: Collection[str]) -> bool:
    """Whether a file beside a workbook says that it is open: one of Excel (which drops two letters of long
    names), WPS or LibreOffice."""
    name = path.name
    for lock in (f"{KUNCI}{name}", f"{KUNCI}{name[2:]}", f".~{name}", f".~lock.{name}#"):
        if lock not in saudara:
            continue
        try:
            age = time.time() - path.with_name(lock).stat().st_mtime
        except OSError:
            continue
        if age < KUNCI_BASI:
            return True
    return False


def still_growing(berkas: Iterable[InputFile]) -> set[Path]:
    """Of files that changed just now, those that still change when looked at again a moment later."""
    now = time.time()
    fresh = [b for b in berkas if 0 <= now - b.mtime_ns / 1e9 < DETIK_TENANG]
    if not fresh:
        return set()
    time.sleep(DETIK_LIHAT)
    return {b.path for b in fresh if _changed(b)}


def _changed(berkas: InputFile) -> bool:
    try:
        stat = berkas.path.stat()
    except OSError:
        return True
    return (stat.st_size, stat.st_mtime_ns) != (berkas.ukuran, berkas.mtime_ns)


def is_hidden(path: Path) -> bool:
    """Whether a file is not the user's data: lock files, dot files, those Windows marks as hidden."""
    if path.name.startswith((".", KUNCI)) or path.name.casefold() in {"desktop.ini", "thumbs.db"}:
        return True
    if sys.platform != "win32":
        return False
    try:
        return bool(path.stat(follow_symlinks=False).st_file_attributes & 0x2)  # FILE_ATTRIBUTE_HIDDEN
    except OSError:
        return False
