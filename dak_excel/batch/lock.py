"""Lock: one run at a time over an output folder; a second one learns who has it."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from dak_excel.errors import UserError


class Locked(UserError):
    """Another run has the output folder. The message says who, in Bahasa Indonesia."""


@contextlib.contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Holds the lock of a folder while the block runs. Raises `Locked` at once when it is taken.

    The operating system lets the lock go when the process ends, however it ends (filelock makes a lock file
    do on shares that know no locks).
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    owner = folder / "pemegang.json"
    lock = FileLock(folder / "kunci", mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise Locked(
            f"Folder keluaran sedang dipakai proses lain ({_owner(owner)}). "
            "Tunggu sampai selesai, lalu jalankan lagi."
        ) from error
    try:
        with contextlib.suppress(OSError):  # a full disk keeps nobody from working
            owner.write_text(json.dumps(_self()), encoding="utf-8")
        yield
    finally:
        with contextlib.suppress(OSError):
            owner.unlink()
        lock.release()


def _self() -> dict[str, str]:
    return {
        "pengguna": getpass.getuser(),
        "komputer": platform.node(),
        "pid": str(os.getpid()),
        "sejak": datetime.now().strftime("%d-%m-%Y %H.%M"),
    }


def _owner(path: Path) -> str:
    try:
        who = json.loads(path.read_text(encoding="utf-8"))
        return f"{who['pengguna']} di komputer {who['komputer']}, sejak {who['sejak']}, proses {who['pid']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "pemiliknya belum diketahui"
