"""systemd: a user timer that catches up after a night switched off.

Source: systemd.timer(5), systemd.service(5); `%` and `$` in ExecStart are escaped by doubling.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from dak_excel.schedule.command import NAMA, Command, Installed, call, must_call

SEBUTAN = "systemd"
BERHENTI = (
    "Pewaktunya tidak aktif, jadi proses malam tidak akan mulai. Pasang lagi dengan: dak-excel jadwal pasang."
)


def folder() -> Path:
    """Where the user's units are."""
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "systemd" / "user"


def service_unit(perintah: Command) -> str:
    """Text of the service unit."""
    words = [str(perintah.program), *perintah.arguments]
    command = " ".join(_quote(word) for word in words)
    return f"""[Unit]
Description=dak_excel: pemeriksaan malam

[Service]
Type=oneshot
WorkingDirectory={_plain(str(perintah.folder))}
ExecStart={command}
Nice=10
SuccessExitStatus=3
"""


def timer_unit(pukul: str) -> str:
    """Text of the timer unit."""
    return f"""[Unit]
Description=dak_excel: tiap hari pukul {pukul}

[Timer]
OnCalendar=*-*-* {pukul}:00
Persistent=true

[Install]
WantedBy=timers.target
"""


def install(pukul: str, perintah: Command) -> None:
    """Installs and starts the timer, replacing an earlier one."""
    units = folder()
    units.mkdir(parents=True, exist_ok=True)
    (units / f"{NAMA}.service").write_text(service_unit(perintah), encoding="utf-8")
    (units / f"{NAMA}.timer").write_text(timer_unit(pukul), encoding="utf-8")
    must_call("systemctl", "--user", "daemon-reload")
    must_call("systemctl", "--user", "enable", "--now", f"{NAMA}.timer")
    # without lingering the timer waits for the user to log in; where that is not allowed, it still catches up
    call("loginctl", "enable-linger")


def available() -> bool:
    """Whether this user has a systemd of their own that answers."""
    return (
        shutil.which("systemctl") is not None
        and call("systemctl", "--user", "show-environment").returncode == 0
    )


def status() -> Installed | None:
    """What is installed; None when there is nothing."""
    timer = folder() / f"{NAMA}.timer"
    if not timer.exists():
        return None
    found = re.search(r"^OnCalendar=\S+ (\d\d:\d\d)", timer.read_text(encoding="utf-8"), re.MULTILINE)
    asleep = call("systemctl", "--user", "is-active", f"{NAMA}.timer").returncode != 0
    return Installed(found[1] if found else "", (BERHENTI,) if asleep else ())


def remove() -> bool:
    """Stops and removes the timer; whether there was one."""
    units = [folder() / f"{NAMA}.timer", folder() / f"{NAMA}.service"]
    if not any(unit.exists() for unit in units):
        return False
    call("systemctl", "--user", "disable", "--now", f"{NAMA}.timer")
    for unit in units:
        unit.unlink(missing_ok=True)
    call("systemctl", "--user", "daemon-reload")
    return True


def _plain(path: str) -> str:
    """A path as a setting of its own: systemd takes it to the end of the line."""
    return path.replace("%", "%%")


def _quote(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'
