"""cron: two lines in the user's crontab, known by a mark; the user's other lines stay as they are.

Source: crontab(5). `%` in a command means a new line there and is escaped.
"""

from __future__ import annotations

import re
import shlex

from dak_excel.schedule.command import NAMA, Command, ScheduleError, call, must_call

TANDA = f"# {NAMA}"

SEBUTAN = "cron"

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


def status() -> str:
    """When the nightly run starts, in words, and our lines of the crontab; empty when there are none."""
    ours = [line for line in _lines() if line.endswith(TANDA)]
    when = next((found for line in ours if (found := _MALAM.match(line))), None)
    if when is None:
        return "\n".join(ours)
    minute, hour = (int(number) for number in when.groups())
    words = f"Tiap hari pukul {hour:02d}:{minute:02d}, dan setelah komputer dinyalakan:"
    return "\n".join([words, *ours])


def remove() -> bool:
    """Removes our lines; whether there were any."""
    if not status():
        return False
    _write(_others())
    return True


def _lines() -> list[str]:
    """The lines of the crontab, cut at `\\n` alone. Raises `ScheduleError` when it cannot be read: what is
    not known must not be written over."""
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
