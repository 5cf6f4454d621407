"""One command as a whole process: its time and its memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

_RUN = """
import json, resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"code": code, "cpu": used.ru_utime + used.ru_stime, "mib": used.ru_maxrss / 1024}))
"""
"""A process of its own, since the peak that the system tells is that of all children so far (POSIX)."""


@dataclass(frozen=True, slots=True)
class Cost:
    """One run: seconds on the clock, seconds of processor time, MiB of its largest process."""

    seconds: float
    cpu: float
    mib: float


def cost(command: Sequence[str], codes: Sequence[int] = (0,)) -> Cost:
    """Runs it once. Raises SystemExit when it ends with another exit code than these."""
    start = time.perf_counter()
    words = [sys.executable, "-c", _RUN, *command]
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=_environment())
    seconds = time.perf_counter() - start
    said = json.loads(done.stdout)
    if said["code"] not in codes:
        raise SystemExit(f"{' '.join(command[:4])} ended with exit code {said['code']}")
    return Cost(seconds, said["cpu"], said["mib"])


def _environment() -> dict[str, str]:
    """As on a user's computer, where compiled modules are kept."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
