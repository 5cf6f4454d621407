"""Watch: processes what lands in the drop folder, once it has been quiet for a while.

watchdog tells of changes; on network shares, where the operating system does not, it looks again every few
seconds (`tanya_ulang`). The run itself decides what has changed. A watch lasts for months: what goes wrong in
a run, or with the folder, is said, and tried again.
"""

from __future__ import annotations

import contextlib
import math
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from dak_excel import errors
from dak_excel.config import BadSettings, Settings
from dak_excel.nightly.run import Lapor as Progress
from dak_excel.nightly.run import RunResult, run_nightly
from dak_excel.sheets.grid import Unreadable

Lapor = Callable[[RunResult, Settings], None]
Kabar = Callable[[str], None]
Kemajuan = Callable[[], AbstractContextManager[Progress]]
"""Shows the progress of one run; gives what the run is to tell of it."""

DETIK_COBA = 30.0
"""How long to wait before trying again after a run could not be made, in seconds."""
DETIK_PALING_LAMA = 3600.0
"""The longest wait before what failed in a run is tried again; it grows each time, in seconds."""
DETIK_LIHAT = 0.5
"""How often to look whether anything has happened, in seconds."""


class _Stir(FileSystemEventHandler):
    """Notes that something in the folder changed."""

    def __init__(self, changed: threading.Event, keluaran: Path) -> None:
        self._changed = changed
        self._keluaran = keluaran

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Every event but mere opening and reading, and those of our own outputs."""
        if event.event_type in ("opened", "closed_no_write"):
            return
        path = Path(str(event.src_path))
        own = path == self._keluaran or self._keluaran in path.parents
        if not own and not (event.is_directory and event.event_type == "modified"):
            self._changed.set()


def watch_folder(
    muat: Callable[[], Settings],
    *,
    jeda: float,
    lapor: Lapor,
    kabar: Kabar = lambda _: None,
    kemajuan: Kemajuan = lambda: contextlib.nullcontext(lambda *_: None),
    tanya_ulang: bool = False,
    berhenti: threading.Event | None = None,
    coba_lagi: float = DETIK_COBA,
) -> None:
    """Watches until `berhenti` is set (or Ctrl-C). `jeda` is the quiet time before a run, in seconds.

    `muat` gives the settings of each run, so that the day is that of the run. `lapor` is told of each run,
    `kabar` of what keeps one from being made, and of a folder that is gone and back. Raises `Unreadable` when
    the folder does not exist at the beginning, `BadSettings` when the settings are wrong then.
    """
    settings = muat()
    if not settings.masukan.is_dir():
        raise Unreadable(f"Folder masukan «{settings.masukan}» tidak ditemukan. Periksa penulisan namanya.")
    stop = berhenti or threading.Event()
    changed = threading.Event()
    changed.set()  # what is already there is processed first
    watch = _Observer(settings, changed, jeda, tanya_ulang)
    runs = _Runner(muat, lapor, kabar, kemajuan, coba_lagi)
    away = False
    kabar(f"Mengawasi folder {settings.masukan}; tekan Ctrl+C untuk berhenti.")
    try:
        while not stop.is_set():
            if not settings.masukan.is_dir():
                if not away:
                    kabar(f"Folder {settings.masukan} tidak terjangkau. Ditunggu sampai ada lagi.")
                away = True
                stop.wait(DETIK_LIHAT)
                continue
            if away:
                kabar(f"Folder {settings.masukan} ada lagi; isinya diperiksa.")
                away = False
                watch.renew()
            watch.ensure()
            if changed.wait(timeout=DETIK_LIHAT) or runs.due():
                _settle(changed, stop, jeda)
                runs.running()
    finally:
        watch.close()


class _Runner:
    """The runs: when one is due without any change of the folder, and what is said of those that fail."""

    def __init__(
        self,
        muat: Callable[[], Settings],
        lapor: Lapor,
        kabar: Kabar,
        kemajuan: Kemajuan,
        coba_lagi: float,
    ) -> None:
        self._kemajuan = kemajuan
        self._muat = muat
        self._lapor = lapor
        self._kabar = kabar
        self._coba_lagi = coba_lagi
        self._day: date | None = None
        self._again = math.inf
        self._pause = 0.0
        self._said = ""

    def due(self) -> bool:
        """Whether a new day has begun, or something that failed is to be tried again."""
        if time.monotonic() >= self._again:
            return True
        with contextlib.suppress(BadSettings):  # the next run says it
            return self._day is not None and self._muat().per != self._day
        return False

    def running(self) -> None:
        """One run; what keeps it from being made is said once, and it is tried again later."""
        try:
            settings = self._muat()
            self._day = settings.per
            with self._kemajuan() as progress:
                hasil = run_nightly(settings, progress)
        except errors.UserError as error:
            self._failed(str(error))
        except OSError as error:
            self._failed(f"Proses tidak dapat dijalankan: {errors.why(error)}.")
        else:
            self._said = ""
            self._lapor(hasil, settings)
            self._pause = min(DETIK_PALING_LAMA, self._pause * 2 or self._coba_lagi) if hasil.diulang else 0.0
            self._again = time.monotonic() + self._pause if hasil.diulang else math.inf

    def _failed(self, sebab: str) -> None:
        if sebab != self._said:
            self._kabar(f"{sebab} Dicoba lagi sebentar lagi.")
        self._said = sebab
        self._again = time.monotonic() + self._coba_lagi


class _Observer:
    """The observer of the folder; made anew when it has died, as when a share was away."""

    def __init__(self, settings: Settings, changed: threading.Event, jeda: float, tanya_ulang: bool) -> None:
        self._folder = str(settings.masukan.resolve())
        self._handler = _Stir(changed, settings.keluaran.resolve())
        self._changed = changed
        self._jeda = jeda
        self._polling = tanya_ulang
        self._observer: Any = None
        self.ensure()

    def ensure(self) -> None:
        """Sees to it that the folder is being observed; where the system cannot, by looking again."""
        if self._observer is not None and self._observer.is_alive():
            return
        if self._observer is not None:
            self._changed.set()  # nobody knows what happened meanwhile
        for polling in dict.fromkeys((self._polling, True)):
            try:
                self._observer = self._start(polling)
                return
            except OSError:  # the system observes no more folders, or the folder is away
                continue
        self._observer = None
        time.sleep(DETIK_LIHAT)

    def renew(self) -> None:
        """Observes the folder that has come back: what observed the one before sees nothing any more."""
        self.close()
        self._observer = None
        self._changed.set()  # nobody knows what happened meanwhile

    def _start(self, polling: bool) -> Any:
        observer = PollingObserver(timeout=max(self._jeda, DETIK_LIHAT)) if polling else Observer()
        observer.schedule(self._handler, self._folder, recursive=True)
        observer.start()
        return observer

    def close(self) -> None:
        """Ends observing."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()


def _settle(changed: threading.Event, stop: threading.Event, jeda: float) -> None:
    """Waits until nothing has changed for `jeda` seconds."""
    while changed.is_set() and not stop.is_set():
        changed.clear()
        stop.wait(jeda)
