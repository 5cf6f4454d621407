"""The nightly run: a systemd user timer or cron on Linux, Task Scheduler on Windows.

This is the one place that touches the operating system's scheduler. All three run what was missed while the
computer was off: systemd by `Persistent`, Task Scheduler by `StartWhenAvailable`, cron by an entry at
start-up (a run over an unchanged folder does nothing). A computer may have had several of them in its time:
what one of them has is seen and taken away, whichever is used now.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from types import ModuleType

from dak_excel.config import Settings
from dak_excel.schedule import cron, record, systemd, windows
from dak_excel.schedule.command import Command, Installed, ScheduleError, this_program
from dak_excel.sheets.grid import Unreadable

SEMUA = (windows, systemd, cron)
"""Each with `SEBUTAN`, `available`, `install`, `status`, `remove`; the first that is available is used."""


def scheduler() -> ModuleType:
    """The module for this computer's scheduler. Raises `ScheduleError` when there is none."""
    for one in SEMUA:
        if one.available():
            return one
    raise ScheduleError(
        "Komputer ini tidak punya penjadwal yang dikenal (systemd atau cron). Pasang paket cron, "
        "atau jalankan «dak-excel pantau» agar folder masukan diawasi terus."
    )


def install(pukul: str, pengaturan: Settings, pilihan: Sequence[str] = ()) -> str:
    """Installs the nightly run, in the place of any earlier one, and says so. It runs in the present folder,
    whose `dak-excel.yaml` counts.

    `pilihan` are further options of `proses`. Raises `ScheduleError` when the scheduler refuses, `Unreadable`
    when the input folder does not exist.
    """
    if not pengaturan.masukan.is_dir():
        raise Unreadable(
            f"Folder masukan «{pengaturan.masukan}» tidak ditemukan. Buat dulu, atau periksa "
            "penulisan namanya."
        )
    perintah = Command(
        program=this_program(),
        masukan=pengaturan.masukan.resolve(),
        keluaran=pengaturan.keluaran.resolve(),
        folder=Path.cwd().resolve(),
        pilihan=tuple(pilihan),
    )
    chosen = scheduler()
    gone = [one.SEBUTAN for one in SEMUA if one is not chosen and _taken_away(one)]
    chosen.install(pukul, perintah)
    record.save(record.Record(pukul=pukul, masukan=str(perintah.masukan), keluaran=str(perintah.keluaran)))
    said = [
        f"Proses malam dipasang di {chosen.SEBUTAN}: tiap hari pukul {pukul}, dari «{perintah.masukan}» "
        f"ke «{perintah.keluaran}». Bila komputer mati saat itu, proses berjalan begitu dinyalakan.",
        *(f"Yang sebelumnya terpasang di {name} dilepas." for name in gone),
    ]
    known = chosen.status()
    return "\n".join([*said, *(known.catatan if known else ())])


def status(now: datetime | None = None) -> str:
    """What is installed, when it runs next, and what came of the last run; `now` is this moment."""
    found = _installed()
    if not found:
        looked = ", ".join(one.SEBUTAN for one in SEMUA if one.available())
        return f"Belum ada proses malam yang dipasang{f' di {looked}' if looked else ''}."
    known = record.load()
    lines = []
    for one, installed in found:
        when = f": tiap hari pukul {installed.pukul}" if installed.pukul else ""
        lines.append(f"Proses malam terpasang di {one.SEBUTAN}{when}.")
        if installed.catatan:
            lines += installed.catatan
        elif installed.pukul:
            next_run = record.moment(_next(installed.pukul, now or datetime.now()))
            lines.append(f"Berjalan lagi {next_run}.")
    if len(found) > 1:
        lines.append(
            "Terpasang lebih dari sekali. Pasang lagi dengan «dak-excel jadwal pasang» agar tinggal satu."
        )
    if known.masukan:
        lines.append(f"Dari «{known.masukan}» ke «{known.keluaran}».")
    lines.append(known.last_run or "Belum pernah berjalan sejak dipasang.")
    return "\n".join(lines)


def remove() -> str:
    """Removes the nightly run from every scheduler and says so."""
    gone = [one.SEBUTAN for one in SEMUA if _taken_away(one)]
    if gone:
        return f"Proses malam dilepas dari {' dan '.join(gone)}."
    return "Tidak ada proses malam yang terpasang."


def _installed() -> list[tuple[ModuleType, Installed]]:
    return [(one, known) for one in SEMUA if (known := _known(one))]


def _taken_away(one: ModuleType) -> bool:
    return bool(_known(one) and one.remove())


def _known(one: ModuleType) -> Installed | None:
    """What a scheduler has. One that may not be looked into has nothing of ours, unless it is in use."""
    try:
        known: Installed | None = one.status()
        return known
    except ScheduleError:
        if one is scheduler():
            raise
        return None


def _next(pukul: str, now: datetime) -> datetime:
    hour, minute = map(int, pukul.split(":"))
    today = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return today if today > now else today + timedelta(days=1)
