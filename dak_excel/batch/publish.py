"""Publish: puts outputs in place so that each is whole or absent, and the user's own edits survive.

A file is written beside its place under a temporary name, flushed to disk and renamed over the old one.
What was published is remembered with its hash in a manifest beside the outputs: a file that the user has
changed since is left alone, and the new version is put next to it.

This is the one place that renames and deletes files.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

MANIFES = ".dak_excel.json"
SEMENTARA = ".dak_excel-"
"""Beginning of temporary names; leftovers of a killed run are known by it."""

_ILLEGAL = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


@dataclass(slots=True)
class Terbitan:
    """What publishing did: names relative to the folder."""

    ditulis: list[str] = field(default_factory=list)
    disisihkan: list[str] = field(default_factory=list)
    """Outputs that the user had changed; the new version stands beside them as `… (baru)`."""


def nama_aman(nama: str) -> str:
    """A folder name that Windows, Linux and macOS all take, as near to `nama` as can be."""
    safe = _ILLEGAL.sub("_", nama).rstrip(" .") or "_"
    return f"_{safe}" if _RESERVED.match(safe) else safe


def terbitkan(folder: Path, files: Mapping[str, bytes]) -> Terbitan:
    """Makes `folder` hold exactly these files (names with `/`), beside whatever the user put there.

    Raises OSError when the disk is full or not writable; then every file is either the old or the new one.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    manifest = _load(folder)
    done = Terbitan()
    wanted = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    # Both hashes stand in the manifest while files are being replaced: after a kill either is known as ours.
    _save(
        folder,
        {n: [*manifest.get(n, []), *([wanted[n]] if n in wanted else [])] for n in {*manifest, *wanted}},
    )
    for name, data in files.items():
        if _digest(folder / name) != wanted[name]:
            _publish(folder / name, data, manifest.get(name, []), done, name)
    for name in manifest.keys() - wanted.keys():
        _withdraw(folder, name, manifest[name])
    _save(folder, {name: [digest] for name, digest in wanted.items()})
    return done


def utuh(folder: Path) -> bool:
    """Whether every published file of a folder is still there."""
    manifest = _load(folder)
    return bool(manifest) and all((folder / name).is_file() for name in manifest)


def tulis_utuh(path: Path, data: bytes) -> None:
    """Writes a file whole: a reader sees the old bytes or the new ones, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(prefix=SEMENTARA, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)  # noqa: PTH105 - atomic on POSIX and Windows
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise


def bersihkan(folder: Path) -> None:
    """Removes temporary files that a killed run left behind."""
    for path in folder.rglob(SEMENTARA + "*"):
        with contextlib.suppress(OSError):
            path.unlink()


def _publish(path: Path, data: bytes, known: Iterable[str], done: Terbitan, name: str) -> None:
    """Replaces an output of ours; beside one that the user has changed or holds open, writes `… (baru)`."""
    present = _digest(path)
    if present is None or present in known:
        try:
            tulis_utuh(path, data)
            done.ditulis.append(name)
            return
        except PermissionError:  # open in Word or Excel on Windows: it cannot be replaced
            if present is None:
                raise
    tulis_utuh(path.with_name(f"{path.stem} (baru){path.suffix}"), data)
    done.disisihkan.append(name)


def _withdraw(folder: Path, name: str, known: Iterable[str]) -> None:
    """Removes an output that is no longer made, unless the user has changed it."""
    path = folder / name
    digest = _digest(path)
    if digest is not None and digest in known:
        with contextlib.suppress(OSError):
            path.unlink()
            path.parent.rmdir()  # only when empty


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _load(folder: Path) -> dict[str, list[str]]:
    """What was published before; empty when there is no manifest or it is damaged."""
    try:
        loaded = json.loads((folder / MANIFES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(loaded, dict):
        return {}
    return {str(k): [str(d) for d in v] for k, v in loaded.items() if isinstance(v, list)}


def _save(folder: Path, manifest: Mapping[str, list[str]]) -> None:
    text = json.dumps(dict(sorted(manifest.items())), ensure_ascii=False, indent=0)
    path = folder / MANIFES
    data = text.encode()
    if not path.is_file() or path.read_bytes() != data:
        tulis_utuh(path, data)
