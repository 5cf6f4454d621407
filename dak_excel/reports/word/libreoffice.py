"""LibreOffice, where it is found: lays out and converts finished documents. Nothing depends on it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock

BATAS_WAKTU = 180
"""Seconds that one conversion may take before it is given up."""
AWALAN = "dak-excel-"
"""How the temporary folders begin: profiles of LibreOffice, and documents while they are converted."""
SEPEKAN = 7 * 86_400
"""Seconds after which a temporary folder is one that a killed run has left behind."""


@cache
def find_soffice() -> Path | None:
    """The program `soffice`: on the path, else where its installer puts it; None when it is not there."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    for place in _places():
        if place.is_file():
            return place
    return None


def _places() -> list[Path]:
    if sys.platform == "win32":
        roots = [os.environ.get(v) for v in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
        # soffice.com waits until the work is done, soffice.exe does not
        return [Path(root) / "LibreOffice" / "program" / "soffice.com" for root in roots if root]
    return [
        Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
        Path("/opt/libreoffice/program/soffice"),
    ]


_SATU = Lock()
"""Two runs with one profile would become one program, and the second would not wait."""


@cache
def _profile() -> tempfile.TemporaryDirectory[str]:
    """A profile of this process alone, gone with it: an open LibreOffice of the user is not disturbed."""
    _sweep()
    return tempfile.TemporaryDirectory(prefix=f"{AWALAN}profil-", ignore_cleanup_errors=True)


def new_profile() -> None:
    """Leaves the profile for another one: what a run that was cut off left in it cannot hinder the next."""
    _profile.cache_clear()


def _sweep() -> None:
    """Removes what killed runs have left in the folder for temporary files."""
    for folder in Path(tempfile.gettempdir()).glob(f"{AWALAN}*"):
        with contextlib.suppress(OSError):
            if folder.is_dir() and not folder.is_symlink() and time.time() - folder.stat().st_mtime > SEPEKAN:
                shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str]) -> None:
    """Runs a program to its end; when it takes too long, it and all that it has started are ended."""
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=flags,
    )
    try:
        process.wait(BATAS_WAKTU)
    except subprocess.TimeoutExpired:
        if sys.platform == "win32":
            subprocess.run(
                ["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False
            )
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise


_AS_DOCUMENT = {"html": ["--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export"]}
"""HTML is opened as a document: as a web page its first page comes out empty."""


def convert(berkas: Mapping[str, bytes], ke: str, dari: str = "docx") -> dict[str, bytes]:
    """Converts documents (name without ending → bytes in the format `dari`) to the format `ke` in one go.

    What could not be converted is missing in the result; without LibreOffice it is empty.
    """
    program = find_soffice()
    if program is None or not berkas:
        return {}
    with tempfile.TemporaryDirectory(prefix=AWALAN, ignore_cleanup_errors=True) as folder:
        base = Path(folder)
        names = {f"{n}": name for n, name in enumerate(berkas)}
        for n, name in names.items():
            (base / f"{n}.{dari}").write_bytes(berkas[name])
        out = base / "hasil"
        command = [
            str(program),
            f"-env:UserInstallation={Path(_profile().name).as_uri()}",
            "--headless",
            "--norestore",
            *_AS_DOCUMENT.get(dari, ["--convert-to", ke]),
            "--outdir",
            str(out),
            *(str(base / f"{n}.{dari}") for n in names),
        ]
        try:
            with _SATU:
                _run(command)
        except (OSError, subprocess.TimeoutExpired):
            return {}
        found = {name: out / f"{n}.{ke}" for n, name in names.items()}
        return {name: path.read_bytes() for name, path in found.items() if path.is_file()}
