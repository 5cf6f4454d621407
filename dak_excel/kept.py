"""What is made of the program's own data files, kept from run to run in the user's cache folder.

Reading the vocabulary and the juknis from YAML takes a fifth of the time of a small check; what comes of it
is the same until a file or the program changes. A kept result bears in its name what it was made of (content
of the files; version, size and time of the code). It is written whole under another name first, so that runs
at once never see half of one, and checked by its sum before it is taken. Whatever is wrong with it, the
folder or the disk, the files are read as if there were none. Only the program's own files are kept so, never
a dinas's.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import secrets
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import platformdirs

from dak_excel import __version__

T = TypeVar("T")
_SUM = 32  # bytes of a SHA-256 before the content
_ENDING = ".siap"


def kept(name: str, sources: Iterable[Path], code: Iterable[Path], make: Callable[[], T]) -> T:
    """What `make` makes of the files `sources` by the modules in the folders `code`: kept, else made now."""
    try:
        folder = Path(platformdirs.user_cache_dir("dak-excel", appauthor=False))
        path = folder / f"{name}-{_key(sources, code)}{_ENDING}"
        content = path.read_bytes()
        if hashlib.sha256(content[_SUM:]).digest() == content[:_SUM]:
            found: T = pickle.loads(memoryview(content)[_SUM:])
            return found
    except FileNotFoundError:
        pass
    except Exception:
        return make()
    made = make()
    with contextlib.suppress(Exception):
        _keep(path, name, made)
    return made


def _key(sources: Iterable[Path], code: Iterable[Path]) -> str:
    """What a result was made of, in 32 characters."""
    about = hashlib.sha256(f"{__version__} {sys.version}".encode())
    for source in sources:
        about.update(source.read_bytes())
    for folder in code:
        with os.scandir(folder) as entries:
            modules = sorted((e for e in entries if e.name.endswith(".py")), key=lambda e: e.name)
        for module in modules:
            stat = module.stat()
            about.update(f"{module.path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return about.hexdigest()[:32]


def _keep(path: Path, name: str, made: object) -> None:
    """Writes a result in place, and takes away those of the same name that no version now asks for."""
    content = pickle.dumps(made, protocol=5)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f".{secrets.token_hex(8)}")
    try:
        with beside.open("xb") as file:
            beside.chmod(0o600)
            file.write(hashlib.sha256(content).digest() + content)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    for old in path.parent.glob(f"{name}-*{_ENDING}"):
        if old != path:
            old.unlink(missing_ok=True)
