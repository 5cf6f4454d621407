"""cron: two lines in the user's crontab, known by a mark; the user's other lines stay as they are.

Source: crontab(5). `%` in a command means a new line there and is escaped.
"""

from __future__ import annotations

import shlex

from dak_excel.schedule.command import NAMA, Perintah, panggil, wajib

TANDA = f"# {NAMA}"

SEBUTAN = "cron"


def baris(pukul: str, perintah: Perintah) -> list[str]:
    """The crontab lines: each night, and two minutes after the computer starts (what was missed)."""
    hour, minute = pukul.split(":")
    words = shlex.join([str(perintah.program), *perintah.argumen])
    command = f"cd {shlex.quote(str(perintah.folder))} && {words}".replace("%", r"\%")
    quiet = f"{command} >/dev/null 2>&1 {TANDA}"
    return [f"{int(minute)} {int(hour)} * * * {quiet}", f"@reboot sleep 120; {quiet}"]


def pasang(pukul: str, perintah: Perintah) -> None:
    """Installs the nightly run, replacing an earlier one."""
    _write([*_others(), *baris(pukul, perintah)])


def lihat() -> str:
    """Our lines of the crontab."""
    return "\n".join(line for line in _lines() if line.endswith(TANDA))


def lepas() -> bool:
    """Removes our lines; whether there were any."""
    if not lihat():
        return False
    _write(_others())
    return True


def _lines() -> list[str]:
    done = panggil("crontab", "-l")  # fails when the user has no crontab yet
    return done.stdout.splitlines() if done.returncode == 0 else []


def _others() -> list[str]:
    return [line for line in _lines() if not line.endswith(TANDA)]


def _write(lines: list[str]) -> None:
    wajib("crontab", "-", stdin="".join(line + "\n" for line in lines))
