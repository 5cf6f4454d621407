"""Watchdog: work inside this process that is stopped when it takes more time or memory than it may.

What comes of a file is read in a process of its own (`sheets.formats.limits`); what is then made of it, the
meaning of its sheets and the checks, is work on objects of this process, too many to send about. One thread
looks a few times a second at whatever is under `held`, and raises `TooMuch` inside the thread that does the
work. It works between two steps of Python, so that a single long call into C is waited for.

Time is processor time of this process: a busy machine stops nobody.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dak_excel.indonesian import number_text

_EVERY = 0.25  # s between two looks
_MIB = 2**20


class TooMuch(BaseException):
    """The work in hand took more than its limits allow; its text is the reason, for the user.

    No `Exception`: a reader that catches those of a damaged cell must not catch this one.
    """

    def __init__(self, reason: str = "memerlukan waktu atau memori terlalu banyak") -> None:
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Limit:
    """What one piece of work may take: processor time (s), and bytes of memory beyond those there were."""

    seconds: float
    memory: int


@dataclass(slots=True, eq=False)
class _Watched:
    """A piece of work in hand."""

    limit: Limit
    thread: int
    until: float
    """Of the process's time."""
    most: int
    """Bytes of the process."""
    reason: str = ""


_lock = threading.Lock()
_watched: list[_Watched] = []
_owner = 0  # the process whose thread is looking: a fork has none


@contextmanager
def held(limit: Limit) -> Iterator[None]:
    """Raises `TooMuch` in the block as soon as it has taken more than it may, and again if that is caught."""
    work = _Watched(
        limit, threading.get_ident(), time.process_time() + limit.seconds, memory_now() + limit.memory
    )
    with _lock:
        _watched.append(work)
        _look_on()
    try:
        yield
    except TooMuch as stop:
        raise TooMuch(work.reason or str(stop)).with_traceback(stop.__traceback__) from None
    finally:
        _let_go(work)


def _let_go(work: _Watched) -> None:
    """Watches it no longer, and takes back what was raised for it and has not arrived yet."""
    while True:
        try:
            with _lock:
                if work in _watched:
                    _watched.remove(work)
                if work.reason:
                    _raise_in(work.thread, None)
            return
        except TooMuch:  # it arrived just here
            continue


def _look_on() -> None:
    """Starts the thread that looks, where there is none in this process."""
    global _owner  # noqa: PLW0603 - one thread a process is the point
    if _owner != os.getpid():
        _owner = os.getpid()
        threading.Thread(target=_look, name="dak_excel.watchdog", daemon=True).start()


def _look() -> None:
    while True:
        time.sleep(_EVERY)
        with _lock:
            if not _watched:
                continue
            spent, memory = time.process_time(), memory_now()
            for work in _watched:
                if spent > work.until:
                    work.reason = f"memerlukan lebih dari {number_text(work.limit.seconds)} detik"
                elif memory > work.most:
                    work.reason = f"memerlukan memori lebih dari {work.limit.memory // _MIB} MiB"
                else:
                    continue
                _raise_in(work.thread, TooMuch)
                break  # the outermost of those that overrun


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    """Raises an exception in another thread; None takes one back that has not arrived yet."""
    import ctypes  # late: nearly always nothing is stopped

    ctypes.pythonapi.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(thread), ctypes.py_object(error) if error else None
    )


def memory_now() -> int:
    """Bytes that this process holds in memory; 0 where the system does not say cheaply."""
    if sys.platform == "win32":
        return _memory_on_windows()
    try:
        with Path("/proc/self/statm").open("rb", buffering=0) as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _memory_on_windows() -> int:
    """`GetProcessMemoryInfo` (psapi.h): the working set."""
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        """`PROCESS_MEMORY_COUNTERS`."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize")),
            *((f"rest{n}", ctypes.c_size_t) for n in range(6)),
        )

    kernel = getattr(ctypes, "WinDLL")("kernel32")  # noqa: B009 - exists on Windows only
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    counters = Counters(cb=ctypes.sizeof(Counters))
    me = ctypes.c_void_p(kernel.GetCurrentProcess())
    if not kernel.K32GetProcessMemoryInfo(me, ctypes.byref(counters), counters.cb):
        return 0
    return int(counters.WorkingSetSize)
