"""Watch: processes what lands in the drop folder, once it has been quiet for a while.

watchdog tells of changes; on network shares, where the operating system does not, it looks again every few
seconds (`tanya_ulang`). The run itself decides what has changed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from dak_excel.batch.lock import Terkunci
from dak_excel.batch.run import HasilRun, jalankan
from dak_excel.config import Pengaturan
from dak_excel.sheets.grid import TidakTerbaca

Lapor = Callable[[HasilRun, Pengaturan], None]


class _Usik(FileSystemEventHandler):
    """Notes that something in the folder changed."""

    def __init__(self, changed: threading.Event, keluaran: str) -> None:
        self._changed = changed
        self._keluaran = keluaran

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Every event but mere opening and reading, and our own outputs."""
        if event.event_type not in ("opened", "closed_no_write") and not str(event.src_path).startswith(
            self._keluaran
        ):
            self._changed.set()


def pantau(
    pengaturan: Pengaturan,
    *,
    jeda: float,
    lapor: Lapor,
    tanya_ulang: bool = False,
    berhenti: threading.Event | None = None,
) -> None:
    """Watches until `berhenti` is set (or Ctrl-C). `jeda` is the quiet time before a run, in seconds.

    Raises `TidakTerbaca` when the folder does not exist.
    """
    if not pengaturan.masukan.is_dir():
        raise TidakTerbaca(
            f"Folder masukan «{pengaturan.masukan}» tidak ditemukan. Periksa penulisan namanya."
        )
    stop = berhenti or threading.Event()
    changed = threading.Event()
    changed.set()  # what is already there is processed first
    observer = PollingObserver(timeout=jeda) if tanya_ulang else Observer()
    handler = _Usik(changed, str(pengaturan.keluaran.resolve()))
    observer.schedule(handler, str(pengaturan.masukan.resolve()), recursive=True)
    observer.start()
    try:
        while not stop.is_set():
            if not changed.wait(timeout=0.5):
                continue
            _settle(changed, stop, jeda)
            try:
                lapor(jalankan(pengaturan), pengaturan)
            except Terkunci:
                changed.set()  # the other run may have begun before this file came
                stop.wait(jeda)
    finally:
        observer.stop()
        observer.join()


def _settle(changed: threading.Event, stop: threading.Event, jeda: float) -> None:
    """Waits until nothing has changed for `jeda` seconds."""
    while changed.is_set() and not stop.is_set():
        changed.clear()
        stop.wait(jeda)
