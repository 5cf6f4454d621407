"""Limits on what one file may cost, and the guarded worker that holds a file to its time and memory.

The limits on size are checked before anything is unpacked or built. What they cannot foresee (a damaged
file that sends a parser astray) is stopped from outside: `guarded` runs the reading in a process of its
own, which is killed when it overruns. That process lives on from file to file, so that only the first
pays for its start (about 0.1 s), and small plain workbooks, whose cost the limits below do bound, need
none at all (`sheets.open.open_safely`).
"""

from __future__ import annotations

import atexit
import os
import pickle
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, ParamSpec, TypeVar, cast

import dak_excel
from dak_excel.indonesian import number_text
from dak_excel.sheets.grid import Unreadable

SECONDS = 60.0
"""One file may take this much processor time before it is set aside."""
MEMORY = 2**30
"""One file may take this many bytes of memory."""
FILE_BYTES = 256 * 2**20
"""The file itself. The largest workbooks that dinas send, full of photos, are below a tenth of this."""
PARTS = 10_000
"""Parts of a zip package. A workbook of 200 sheets with 20 pictures each has about 5,000."""
UNPACKED = 400 * 2**20
"""Bytes of all XML parts together that are held unpacked: about 12 million cells, more than MEMORY can
hold as values."""
_MEND = (
    "hapus baris dan kolom yang tidak terpakai, bagi menjadi beberapa berkas, atau simpan ulang sebagai .xlsx"
)
STREAMED = 4 * 2**30
"""Bytes of one sheet that may stream past on the way to its end, without being held: 1,048,576 blank
formatted rows of 100 columns."""
STREAMED_FROM = 64 * 2**20
"""Bytes of one sheet from which its blank rows at the end are looked for before it is unpacked whole."""
RATIO = 400
"""Unpacked to packed size of a part above RATIO_FROM. Sheets of nothing but formatted blank rows reach
about 60; deflate's own most is 1,032, which only a bomb comes near."""
RATIO_FROM = 8 * 2**20
"""Bytes, unpacked: below this even the highest ratio harms nobody."""
ROWS = 1_048_576
"""Rows of a sheet: Excel's own most (ECMA-376 part 1, 18.3.1.73)."""
COLUMNS = 16_384
"""Columns of a sheet: Excel's own most (`XFD`)."""
CELLS = 6_000_000
"""Cells of a file, blank ones between others included: at about 150 bytes each they fill MEMORY."""
SHEETS = 1_000
"""Sheets of a file; each costs a little even when it is empty."""
TEXT_BYTES = 512 * 1024
"""Bytes of XML between two tags. Excel's longest cell, 32,767 characters, takes at most 400 KB when each
is written as a reference."""
TEXT_CHARACTERS = 131_072
"""Characters of one cell in a text format (CSV, HTML): four times Excel's own most."""
DEPTH = 256
"""Nested elements of an XML part (libxml2's own limit); a workbook's parts need about ten."""

_HEAD = struct.Struct("<Q")
_PATIENCE = 5
"""Seconds to wait for each second of processor time: the machine may have other work."""
_FRESH_FROM = 8 * 2**20  # bytes: after a file this large the worker is replaced, to give its memory back

P = ParamSpec("P")
T = TypeVar("T")


class Overrun(Unreadable):
    """A file took more than its limits allow. `why` is what and what to do, to stand behind a beginning."""

    def __init__(self, sentence: str, why: str) -> None:
        super().__init__(sentence)
        self.why = why


class _Worker:
    """A process that runs one function after another, told over its standard input."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        root = str(Path(dak_excel.__file__).resolve().parents[1])
        paths = [root, *(p for p in sys.path if p)]
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from dak_excel.sheets.formats.worker import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.expired = False

    def run(self, request: bytes, seconds: float) -> bytes | None:
        """The pickled answer; None when the process ended without one."""
        timer = threading.Timer(seconds * _PATIENCE, self._expire)
        timer.start()
        try:
            to, back = cast(IO[bytes], self.process.stdin), cast(IO[bytes], self.process.stdout)
            to.write(_HEAD.pack(len(request)))
            to.write(request)
            to.flush()
            head = back.read(_HEAD.size)
            if len(head) < _HEAD.size:
                return None
            size = _HEAD.unpack(head)[0]
            answer = back.read(size)
            return answer if len(answer) == size else None
        except OSError:  # the pipe broke: the process is gone
            return None
        finally:
            timer.cancel()

    def _expire(self) -> None:
        self.expired = True
        self.process.kill()

    def out_of_time(self) -> bool:
        """Whether the process, which has closed its end, was ended by the system for its time."""
        from dak_excel.sheets.formats.worker import out_of_time  # late: ctypes

        try:
            return out_of_time(self.process.wait(1))
        except subprocess.TimeoutExpired:
            return False

    def close(self) -> None:
        """Ends the process."""
        if self.owner != os.getpid():  # after a fork it belongs to the parent
            return
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:  # unsent bytes for a process that is gone
                    continue


_lock = threading.Lock()
_worker: _Worker | None = None


def guarded(
    function: Callable[..., T],
    *args: Any,
    seconds: float = SECONDS,
    memory: int = MEMORY,
    doing: str = "membacanya",
) -> T:
    """`function(*args)`, run in the guarded worker: at most `seconds` of its processor and `memory` bytes.

    The function must be importable by name, arguments and result picklable. Raises `Overrun` beyond them
    (the worker is then killed; `doing` says for the user at what), and whatever the function raises. Calls
    from several threads take turns.
    """
    request = pickle.dumps((function, args, seconds, memory), protocol=5)
    with _lock:
        worker = _ready()
        try:
            answer = worker.run(request, seconds)
        except BaseException:  # interrupted: its answer must not be taken for that of the next request
            stop_worker()
            raise
        if answer is None:
            expired = worker.expired or worker.out_of_time()
            stop_worker()
            raise _overrun(args, doing, seconds, memory, expired)
        if worker.expired or len(request) + len(answer) > _FRESH_FROM:
            stop_worker()
    kind, value = pickle.loads(answer)
    if kind == "memory":
        raise _overrun(args, doing, seconds, memory, expired=False)
    if kind == "raised":
        raise value
    return cast(T, value)


def start_worker() -> None:
    """Starts the worker ahead of need; returns at once, while the process gets ready beside."""
    with _lock:
        _ready()


def stop_worker() -> None:
    """Ends the worker, if there is one; the next call starts another."""
    global _worker  # noqa: PLW0603 - one worker a process is the point
    if _worker is not None:
        _worker.close()
    _worker = None


def _ready() -> _Worker:
    """The worker, started when there is none, it has died, or this process was forked since."""
    global _worker  # noqa: PLW0603 - one worker a process is the point
    if _worker is None or _worker.owner != os.getpid() or _worker.process.poll() is not None:
        _worker = _Worker()
    return _worker


def _overrun(args: tuple[Any, ...], doing: str, seconds: float, memory: int, expired: bool) -> Overrun:
    """What the user is told; the file's name is the last text among the arguments."""
    names = [a for a in args if isinstance(a, str)]
    name = f"«{names[-1]}»" if names else "Berkas"
    if expired:
        why = f"{doing} memerlukan lebih dari {number_text(seconds)} detik"
    else:
        why = f"{doing} memerlukan memori lebih dari {memory // 2**20} MiB, atau isinya rusak"
    return Overrun(f"{name} disisihkan: {why}; {_MEND}.", f"{why}; {_MEND}")


atexit.register(stop_worker)
