"""The nightly run: a systemd user timer or cron on Linux, Task Scheduler on Windows.

This is the one place that touches the operating system's scheduler. All three run what was missed while the
computer was off: systemd by `Persistent`, Task Scheduler by `StartWhenAvailable`, cron by an entry at
start-up (a run over an unchanged folder does nothing).
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from dak_excel.config import Settings
from dak_excel.schedule import cron, systemd, windows
from dak_excel.schedule.command import Command, ScheduleError, call
from dak_excel.sheets.grid import Unreadable


def scheduler() -> ModuleType:
    """The module for this computer's scheduler, with `SEBUTAN`, `install`, `status`, `remove`.

    Raises `ScheduleError` when there is none.
    """
    if sys.platform == "win32":
        return windows
    if shutil.which("systemctl") and call("systemctl", "--user", "show-environment").returncode == 0:
        return systemd
    if shutil.which("crontab"):
        return cron
    raise ScheduleError(
        "Komputer ini tidak punya penjadwal yang dikenal (systemd atau cron). Pasang paket cron, "
        "atau jalankan «dak-excel pantau» agar folder masukan diawasi terus."
    )


def install(pukul: str, pengaturan: Settings, pilihan: Sequence[str] = ()) -> str:
    """Installs the nightly run and says so. It runs in the present folder, whose `dak-excel.yaml` counts.

    `pilihan` are further options of `proses`. Raises `ScheduleError` when the scheduler refuses, `Unreadable`
    when the input folder does not exist.
    """
    if not pengaturan.masukan.is_dir():
        raise Unreadable(
            f"Folder masukan «{pengaturan.masukan}» tidak ditemukan. Buat dulu, atau periksa "
            "penulisan namanya."
        )
    perintah = Command(
        program=Path(sys.executable),
        masukan=pengaturan.masukan.resolve(),
        keluaran=pengaturan.keluaran.resolve(),
        folder=Path.cwd(),
        pilihan=tuple(pilihan),
    )
    chosen = scheduler()
    chosen.pasang(pukul, perintah)
    return (
        f"Proses malam dipasang di {chosen.SEBUTAN}: tiap hari pukul {pukul}, dari «{perintah.masukan}» "
        f"ke «{perintah.keluaran}». Bila komputer mati saat itu, proses berjalan begitu dinyalakan."
    )


def status() -> str:
    """What is installed."""
    chosen = scheduler()
    return str(chosen.lihat()) or f"Belum ada proses malam yang dipasang di {chosen.SEBUTAN}."


def remove() -> str:
    """Removes the nightly run and says so."""
    chosen = scheduler()
    return (
        f"Proses malam dilepas dari {chosen.SEBUTAN}."
        if chosen.lepas()
        else f"Tidak ada proses malam di {chosen.SEBUTAN}."
    )
