"""The command that the schedulers run, and how their own programs are called."""

from __future__ import annotations

import locale
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from dak_excel.errors import UserError

NAMA = "dak-excel-malam"
"""Name of the task, unit and crontab mark."""


class ScheduleError(UserError):
    """The scheduler refused. The message is for the user, in Bahasa Indonesia."""


@dataclass(frozen=True, slots=True)
class Command:
    """The nightly command: this Python, the input, the output, the folder to run in; all absolute paths.

    `folder` is where `dak-excel.yaml` lies, when there is one. `pilihan` are further options as the command
    line has them.
    """

    program: Path
    masukan: Path
    keluaran: Path
    folder: Path
    pilihan: tuple[str, ...] = ()

    @property
    def arguments(self) -> list[str]:
        """Arguments after the program."""
        folders = [str(self.masukan), "--keluaran", str(self.keluaran)]
        return ["-m", "dak_excel", "proses", *folders, *self.pilihan, "--malam"]


@dataclass(frozen=True, slots=True)
class Installed:
    """A nightly run that a scheduler has: when it starts (HH:MM; empty when that cannot be told), and what
    there is to say of it."""

    pukul: str = ""
    catatan: tuple[str, ...] = ()


def this_program() -> Path:
    """This Python, by a path that is still there when a drive letter that was lent to a share is gone."""
    program = Path(sys.executable)
    return program.parent.resolve() / program.name


def call(*command: str, stdin: str | None = None, utuh: bool = False) -> subprocess.CompletedProcess[str]:
    """Runs a scheduler's program for at most 30 s; a program that is missing counts as failed (127).

    With `utuh` what it prints comes back as the very text that, given as `stdin`, is the same bytes again:
    UTF-8, where bytes that are none become surrogates, and line ends as they are. It complains in English.
    """
    data = None if stdin is None else stdin.encode("utf-8", "surrogateescape")
    environment = {**os.environ, "LC_ALL": "C"} if utuh else None
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=30, check=False, env=environment
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 127, "", str(error))
    printed = done.stdout.decode("utf-8", "surrogateescape") if utuh else _readable(done.stdout)
    return subprocess.CompletedProcess(command, done.returncode, printed, _readable(done.stderr))


def _readable(printed: bytes) -> str:
    """What a program printed, for people."""
    return printed.decode(locale.getencoding(), "replace").replace("\r\n", "\n")


def must_call(*command: str, stdin: str | None = None) -> str:
    """Runs a scheduler's program and returns what it printed. Raises `ScheduleError` when it fails."""
    done = call(*command, stdin=stdin)
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip()
        raise ScheduleError(
            f"Penjadwal menolak perintah «{command[0]}»: {said or 'tanpa keterangan'}. "
            "Coba lagi sebagai pengguna yang biasa memakai komputer ini."
        )
    return done.stdout
