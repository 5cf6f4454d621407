"""The command that the schedulers run, and how their own programs are called."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

NAMA = "dak-excel-malam"
"""Name of the task, unit and crontab mark."""


class GagalJadwal(Exception):
    """The scheduler refused. The message is for the user, in Bahasa Indonesia."""


@dataclass(frozen=True, slots=True)
class Perintah:
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
    def argumen(self) -> list[str]:
        """Arguments after the program."""
        folders = [str(self.masukan), "--keluaran", str(self.keluaran)]
        return ["-m", "dak_excel", "proses", *folders, *self.pilihan]


def panggil(*command: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a scheduler's program for at most 30 s; a program that is missing counts as failed (127)."""
    try:
        return subprocess.run(
            command, input=stdin, capture_output=True, text=True, timeout=30, check=False, errors="replace"
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(command, 127, "", str(error))


def wajib(*command: str, stdin: str | None = None) -> str:
    """Runs a scheduler's program and returns what it printed. Raises `GagalJadwal` when it fails."""
    done = panggil(*command, stdin=stdin)
    if done.returncode != 0:
        said = (done.stderr or done.stdout).strip()
        raise GagalJadwal(
            f"Penjadwal menolak perintah «{command[0]}»: {said or 'tanpa keterangan'}. "
            "Coba lagi sebagai pengguna yang biasa memakai komputer ini."
        )
    return done.stdout
