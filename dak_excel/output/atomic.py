"""Files put in place whole: written beside their place under another name, flushed, renamed over the old.

A reader sees the old bytes or the new ones, never a part. What may stand in the way of the last step, the
rename, is another program that holds the old file (`HeldOpen`).
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from dak_excel.output.names import long_path

SEMENTARA = ".dak_excel-"
"""Beginning of temporary names; leftovers of a killed run are known by it."""
_WINDOWS_HELD = frozenset(
    (5, 32, 33)
)  # ERROR_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION (winerror.h)
_HELD = frozenset((errno.EPERM, errno.EACCES, errno.EBUSY, errno.ETXTBSY))


class HeldOpen(PermissionError):
    """A file cannot be replaced now, since another program has it open."""


def held_open(error: OSError) -> bool:
    """Whether the error of a rename or removal says that another program holds the file.

    On Windows by its own codes; elsewhere a file on a share that a Windows computer has open, and one that
    may not be changed at all, give the codes of a missing right.
    """
    return getattr(error, "winerror", None) in _WINDOWS_HELD or error.errno in _HELD


@contextlib.contextmanager
def temporary_file(folder: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A file to write to, and its place; it is flushed when the block ends, and gone when that raises.

    It gets the rights that the system gives to new files of that folder (umask, access control list).
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{SEMENTARA}{secrets.token_hex(6)}"
    file = path.open("x+b")
    try:
        with file:
            yield file, path
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        discard(path)
        raise


def put_in_place(sementara: Path, path: Path) -> None:
    """Gives a temporary file its place. Raises SedangTerbuka; the temporary file then stays."""
    try:
        os.replace(sementara, path)  # noqa: PTH105 - atomic on POSIX and Windows
    except OSError as error:
        if path.exists() and not path.is_dir() and held_open(error):
            raise HeldOpen(error.errno, error.strerror, str(path)) from error
        raise
    _flush_folder(path.parent)


def discard(path: Path) -> bool:
    """Removes a file; whether it is gone."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


@contextlib.contextmanager
def whole_file(path: Path, sebelum: Callable[[Path], None] = lambda _: None) -> Iterator[IO[bytes]]:
    """A file to write to that takes the place of `path` when the block ends without an error.

    `sebelum` is called with the finished temporary file, and may still stop it from taking that place.
    """
    path = long_path(path)
    with temporary_file(path.parent) as (file, temporary):
        yield file
    try:
        sebelum(temporary)
        put_in_place(temporary, path)
    except BaseException:
        discard(temporary)
        raise


def write_whole(path: Path, data: bytes, sebelum: Callable[[Path], None] = lambda _: None) -> None:
    """Writes a file whole: a reader sees the old bytes or the new ones, never a part."""
    with whole_file(path, sebelum) as file:
        file.write(data)


def _flush_folder(folder: Path) -> None:
    """Makes a rename survive a power cut, where the system lets a folder be flushed."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
