"""cron: two lines in the user's crontab, known by a mark; the user's other lines stay as they are.

Source: crontab(5). `%` in a command means a new line there and is escaped.
"""

from __future__ import annotations

import contextlib
import re
import shlex
import shutil
from pathlib import Path

from dak_excel.schedule.command import NAMA, Command, Installed, ScheduleError, call, must_call

TANDA = f"# {NAMA}"

SEBUTAN = "cron"

BERHENTI = (
    "cron tidak berjalan di komputer ini, jadi proses malam tidak akan mulai. Nyalakan dengan: "
    "sudo systemctl enable --now cron (di sebagian sistem namanya crond)."
)
_DAEMON = {"cron", "crond", "fcron", "bcron-sched"}
_BELUM_ADA = "no crontab for"
"""What `crontab -l` says to a user without a crontab."""
_MALAM = re.compile(r"(\d+) (\d+) \* \* \* ")


def crontab_lines(pukul: str, perintah: Command) -> list[str]:
    """The crontab lines: each night, and two minutes after the computer starts (what was missed)."""
    hour, minute = pukul.split(":")
    words = shlex.join([str(perintah.program), *perintah.arguments])
    command = f"cd {shlex.quote(str(perintah.folder))} && {words}".replace("%", r"\%")
    quiet = f"{command} >/dev/null 2>&1 {TANDA}"
    return [f"{int(minute)} {int(hour)} * * * {quiet}", f"@reboot sleep 120; {quiet}"]


def install(pukul: str, perintah: Command) -> None:
    """Installs the nightly run, replacing an earlier one."""
    _write([*_others(), *crontab_lines(pukul, perintah)])


def status() -> Installed | None:
    """What stands in the crontab; None when there is nothing of ours."""
    ours = [line for line in _lines() if line.endswith(TANDA)]
    if not ours:
        return None
    when = next((found for line in ours if (found := _MALAM.match(line))), None)
    pukul = f"{int(when[2]):02d}:{int(when[1]):02d}" if when else ""
    asleep = () if is_running() is not False else (BERHENTI,)
    return Installed(pukul, asleep)


def remove() -> bool:
    """Removes our lines; whether there were any."""
    if status() is None:
        return False
    _write(_others())
    return True


def available() -> bool:
    """Whether this computer has it."""
    return shutil.which("crontab") is not None


def is_running() -> bool | None:
    """Whether a cron is at work, by the names of the processes; None where they cannot be seen (macOS starts
    its cron by itself)."""
    names = set()
    for process in Path("/proc").glob("[0-9]*/comm"):
        with contextlib.suppress(OSError):  # gone meanwhile
            names.add(process.read_text().strip())
    return bool(names & _DAEMON) if names else None


def _lines() -> list[str]:
    """The lines of the crontab, cut at `\\n` alone. Raises `ScheduleError` when it cannot be read: what is
    not known must not be written over."""
    if not available():
        return []
    done = call("crontab", "-l", utuh=True)
    if done.returncode == 0:
        return done.stdout.removesuffix("\n").split("\n") if done.stdout else []
    if _BELUM_ADA in done.stderr:
        return []
    raise ScheduleError(
        f"Daftar cron Anda tidak dapat dibaca: {done.stderr.strip() or 'tanpa keterangan'}. Tidak ada yang "
        "diubah. Periksa dengan perintah «crontab -l»."
    )


def _others() -> list[str]:
    return [line for line in _lines() if not line.endswith(TANDA)]


def _write(lines: list[str]) -> None:
    must_call("crontab", "-", stdin="".join(line + "\n" for line in lines))
