"""The guarded worker: the other end of `limits.guarded`, run as a process of its own.

Reads requests from standard input, answers on standard output (length, then pickle). Before each it sets
the system's limits on itself: `setrlimit` on POSIX, a job object on Windows. These hold the processor time,
so that a busy machine stops no file; the parent kills it only when it has waited far longer.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import struct
import sys
from typing import IO, Any

_HEAD = struct.Struct("<Q")
_SPARE_SECONDS = 1
"""Processor time beyond the limit before the system ends the process, which is how time is held."""


class BasicLimits(ctypes.Structure):
    """`JOBOBJECT_BASIC_LIMIT_INFORMATION` (winnt.h); times in units of 100 ns."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """`JOBOBJECT_EXTENDED_LIMIT_INFORMATION` (winnt.h); memory in bytes."""

    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


_PROCESS_TIME = 0x2
_PROCESS_MEMORY = 0x100
_DIE_ON_UNHANDLED_EXCEPTION = 0x400  # no error box on the user's screen
_NOT_ENOUGH_QUOTA = 1816  # winerror.h; the exit code that a job's limit on time gives
_EXTENDED = 9  # JobObjectExtendedLimitInformation


def windows_limits(seconds: float, memory: int) -> ExtendedLimits:
    """The limits of a job object for one process."""
    limits = ExtendedLimits()
    limits.BasicLimitInformation.LimitFlags = _PROCESS_TIME | _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION
    limits.BasicLimitInformation.PerProcessUserTimeLimit = int(seconds * 10_000_000)
    limits.ProcessMemoryLimit = memory
    return limits


class WindowsJob:
    """The job object that this process has put itself into. `kernel` is kernel32, or a stand-in.

    Raises OSError when the system refuses.
    """

    def __init__(self, kernel: Any) -> None:
        self.kernel = kernel
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        self.handle = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
        me = ctypes.c_void_p(kernel.GetCurrentProcess())
        if not self.handle.value or not kernel.AssignProcessToJobObject(self.handle, me):
            raise OSError("no job object")

    def limit(self, seconds: float, memory: int) -> None:
        """Sets the limits; `seconds` of processor time count from now."""
        limits = windows_limits(seconds, memory)
        limits.BasicLimitInformation.PerProcessUserTimeLimit += int(os.times().user * 10_000_000)
        if not self.kernel.SetInformationJobObject(
            self.handle, _EXTENDED, ctypes.byref(limits), ctypes.sizeof(limits)
        ):
            raise OSError("job object refuses the limits")


class PosixLimits:
    """Limits by `setrlimit`; the address space stands for memory."""

    def limit(self, seconds: float, memory: int) -> None:
        """Sets the limits; `seconds` of processor time count from now."""
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime + seconds) + 1
        # no core file of what the limit ends
        for what, value in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, until),
        ):
            hard = resource.getrlimit(what)[1]
            soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
            try:
                resource.setrlimit(what, (soft, hard))
            except (ValueError, OSError):  # macOS knows the address space limit but does not take it
                continue


def out_of_time(code: int | None) -> bool:
    """Whether an exit code is that of a process which the system ended for its processor time."""
    if sys.platform == "win32":
        return code == _NOT_ENOUGH_QUOTA
    return code == -signal.SIGXCPU


def system_limits() -> WindowsJob | PosixLimits:
    """The limits of the system that this runs on."""
    if sys.platform == "win32":
        return WindowsJob(ctypes.WinDLL("kernel32", use_last_error=True))
    return PosixLimits()


def answer(request: bytes, limits: WindowsJob | PosixLimits) -> bytes:
    """Runs one request; the pickled pair of outcome (`returned`, `raised`, `memory`) and value."""
    try:
        function, args, seconds, memory = pickle.loads(request)
        limits.limit(seconds + _SPARE_SECONDS, memory)
        return pickle.dumps(("returned", function(*args)), protocol=5)
    except MemoryError:
        return pickle.dumps(("memory", None))
    except Exception as error:
        try:
            return pickle.dumps(("raised", error))
        except (pickle.PicklingError, TypeError, AttributeError):
            return pickle.dumps(("raised", RuntimeError(repr(error))))


def serve(source: IO[bytes], sink: IO[bytes]) -> None:
    """Answers requests until the other end closes."""
    limits = system_limits()
    while len(head := source.read(_HEAD.size)) == _HEAD.size:
        request = source.read(_HEAD.unpack(head)[0])
        reply = answer(request, limits)
        sink.write(_HEAD.pack(len(reply)))
        sink.write(reply)
        sink.flush()


def main() -> None:
    """Serves on standard input and output; whatever else writes there goes nowhere."""
    sink = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    serve(sys.stdin.buffer, sink)
