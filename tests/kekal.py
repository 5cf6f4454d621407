"""Files that nobody may replace, not even root: what a file that Excel has open is on Windows."""

from __future__ import annotations

import array
import sys
from pathlib import Path

_GET, _SET, _IMMUTABLE = 0x80086601, 0x40086602, 0x10  # linux/fs.h: FS_IOC_GETFLAGS, FS_IOC_SETFLAGS


def immutable(path: Path, wanted: bool) -> None:
    """Makes a file immutable, or mutable again. Raises OSError where the system has no such thing."""
    if sys.platform != "linux":
        raise OSError("no immutable files")
    import fcntl

    with path.open("rb") as file:
        flags = array.array("l", [0])
        fcntl.ioctl(file, _GET, flags)
        flags[0] = flags[0] | _IMMUTABLE if wanted else flags[0] & ~_IMMUTABLE
        fcntl.ioctl(file, _SET, flags)
