"""Publish: puts outputs in place so that each is whole or absent, and the user's own edits survive.

What was published is remembered with its hash in a manifest beside the outputs: a file that the user has
changed since is left alone, and the new version is put next to it. So it is with one that is open in another
program, which keeps its place in the manifest: the next run replaces it and takes its twin away.

This and `output.atomic` are the places that rename and delete files.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from dak_excel.output.atomic import (
    SEMENTARA,
    HeldOpen,
    discard,
    put_in_place,
    temporary_file,
    write_whole,
)
from dak_excel.output.names import long_path

MANIFES = ".dak_excel.json"
PALING_BANYAK = 50
"""Versions that are put beside a file before the oldest name is given up."""


@dataclass(slots=True)
class Published:
    """What publishing did: names relative to the folder."""

    ditulis: list[str] = field(default_factory=list)
    disisihkan: list[str] = field(default_factory=list)
    """Outputs that the user had changed; the new version stands beside them as `… (baru)`."""
    tertahan: dict[str, str] = field(default_factory=dict)
    """Outputs that are open in another program, each with where its new version stands until the next run."""


def publish_outputs(folder: Path, files: Mapping[str, bytes], keep: Container[str] = ()) -> Published:
    """Makes `folder` hold exactly these files (names with `/`), beside whatever the user put there.

    What an earlier run published under a name in `keep` stays as it is.

    Raises OSError when the disk is full or not writable; then every file is either the old or the new one.
    """
    _stay_inside(folder, files)
    folder.mkdir(parents=True, exist_ok=True)
    before = _load(folder)
    ours = _digests(before)
    done = Published()
    wanted = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    places = {name: _place(folder, name, wanted[name], ours) for name in files}
    after = {place: [wanted[name]] for name, place in places.items()}
    # Both hashes stand in the manifest while files are being replaced: after a kill either is known as ours.
    _save(folder, {n: [*before.get(n, []), *after.get(n, [])] for n in {*before, *after}})
    for name, data in files.items():
        place = _write(folder, name, places[name], data, ours, done)
        if place != places[name]:
            after.pop(places[name])
            after[place] = [wanted[name]]
        _settle(folder, name, places[name], place, before, after, done)
    for name in before.keys() - after.keys():
        if name in keep and (folder / name).is_file():
            after[name] = before[name]
        else:
            _withdraw(folder, name, before[name], after)
    _save(folder, after)
    return done


def _settle(
    folder: Path,
    name: str,
    wanted: str,
    place: str,
    before: Mapping[str, list[str]],
    after: dict[str, list[str]],
    done: Published,
) -> None:
    """Notes why an output does not stand at its name; one that is only open stays known as ours."""
    if place == name:
        return
    if wanted == name and _digest(folder / name) in before.get(name, []):
        after[name] = before[name]
        done.tertahan[name] = place
    else:
        done.disisihkan.append(name)


def replace_published(folder: Path, name: str, data: bytes) -> None:
    """Replaces one published file that nobody has changed; the others stay. Raises OSError."""
    manifest = _load(folder)
    if _digest(folder / name) in manifest.get(name, []):
        digest = hashlib.sha256(data).hexdigest()
        _save(folder, {**manifest, name: [*manifest[name], digest]})
        write_whole(folder / name, data)
        _save(folder, {**manifest, name: [digest]})


def is_whole(folder: Path) -> bool:
    """Whether every published file of a folder is still there."""
    manifest = _load(folder)
    return bool(manifest) and all((folder / name).is_file() for name in manifest)


def published_names(folder: Path) -> set[str]:
    """Names below a folder that were published there."""
    return set(_load(folder))


@contextlib.contextmanager
def published_file(folder: Path, name: str, terbitan: Published) -> Iterator[IO[bytes]]:
    """An output to write to, for one that need not fit into memory; it is put in place when the block ends.

    One that the user has changed is left alone, one that is open elsewhere waits for the next run: its name
    goes to `terbitan`, the new version stands beside it.
    """
    with temporary_file(long_path(folder / name).parent) as (file, temporary):
        yield file
    try:
        known = _load(folder)
        ours = _digests(known)
        digest = _digest(temporary) or ""
        wanted = _place(folder, name, "", ours)

        def put(place: str) -> None:
            now = _load(folder)
            _save(folder, {**now, place: [*now.get(place, []), digest]})
            put_in_place(temporary, long_path(folder / place))

        place = _put(folder, name, wanted, ours, put)
    except BaseException:
        discard(temporary)
        raise
    after = {n: d for n, d in _load(folder).items() if n not in set(_places(name))} | {place: [digest]}
    _settle(folder, name, wanted, place, known, after, terbitan)
    for old in known.keys() - after.keys():
        _withdraw(folder, old, known[old], after)
    _save(folder, after)


def clean_up(folder: Path, kecuali: Path) -> None:
    """Removes temporary files that a killed run left behind; nothing below the folder `kecuali`."""
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if Path(here, name) != kecuali]
        for name in names:
            if name.startswith(SEMENTARA):
                with contextlib.suppress(OSError):
                    Path(here, name).unlink()


def archive(keluaran: Path, arsip: str, tinggal: set[str], kecuali: Path) -> list[str]:
    """Moves the outputs of daerah that are no longer there into the folder `arsip`; returns their names.

    Known by their manifest; `tinggal` are the folders that stay. One that cannot be moved now (a file is
    open) stays until the next run.
    """
    moved = []
    for folder in sorted(keluaran.iterdir()):
        if folder.name in tinggal or folder == kecuali or folder in kecuali.parents:
            continue
        if not (folder / MANIFES).is_file():
            continue
        target = keluaran / arsip / folder.name
        number = 2
        while target.exists():
            target = target.with_name(f"{folder.name} ({number})")
            number += 1
        with contextlib.suppress(OSError):
            target.parent.mkdir(exist_ok=True)
            folder.rename(target)
            moved.append(folder.name)
    return moved


def _stay_inside(folder: Path, names: Iterable[str]) -> None:
    """Raises OSError when a link would lead an output out of its folder."""
    inner = {folder / parent for name in names for parent in PurePosixPath(name).parents}
    for place in {folder, *inner}:
        if place.is_symlink() or (hasattr(place, "is_junction") and place.is_junction()):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(place))


def _digests(manifest: Mapping[str, list[str]]) -> set[str]:
    """The hashes of all that was published."""
    return {digest for digests in manifest.values() for digest in digests}


def _place(folder: Path, name: str, digest: str, ours: set[str]) -> str:
    """Where a file goes: to its name, or beside it when something of the user's stands there."""
    for place in _places(name):
        present = _digest(folder / place)
        if present is None or present == digest or present in ours:
            return place
    return name


def _places(name: str) -> Iterator[str]:
    """A name, then the names for new versions beside it: `x (baru).docx`, `x (baru 2).docx` …"""
    yield name
    path = PurePosixPath(name)
    for number in range(1, PALING_BANYAK):
        tail = "(baru)" if number == 1 else f"(baru {number})"
        yield str(path.with_name(f"{path.stem} {tail}{path.suffix}"))


class _Edited(Exception):
    """The user has saved the file while its new version was being written."""


def _write(folder: Path, name: str, place: str, data: bytes, ours: set[str], done: Published) -> str:
    """Puts a file into its place, or beside it when it is open elsewhere or was edited just now; where."""
    digest = hashlib.sha256(data).hexdigest()
    if _digest(folder / place) == digest:
        return place

    def put(to: str) -> None:
        def still_ours(_: Path) -> None:
            present = _digest(folder / to)
            if present is not None and present not in ours:
                raise _Edited

        if _digest(folder / to) != digest:
            if to != place:  # not foreseen: known as ours before it is there, in case of a kill
                known = _load(folder)
                _save(folder, {**known, to: [*known.get(to, []), digest]})
            write_whole(folder / to, data, still_ours)

    place = _put(folder, name, place, ours, put)
    done.ditulis.append(place)
    return place


def _put(folder: Path, name: str, place: str, ours: set[str], put: Callable[[str], None]) -> str:
    """Puts a file into its place, or beside it when it is open elsewhere or was edited just now; where."""
    try:
        put(place)
        return place
    except (HeldOpen, _Edited):
        pass
    for other in _places(name):
        present = _digest(folder / other)
        if other != place and (present in ours or not (folder / other).exists()):
            with contextlib.suppress(HeldOpen, _Edited):
                put(other)
                return other
    raise HeldOpen(errno.EBUSY, os.strerror(errno.EBUSY), str(folder / name))


def _withdraw(folder: Path, name: str, known: list[str], after: dict[str, list[str]]) -> None:
    """Removes an output that is no longer made, unless the user has changed it; one that is open now stays
    in the manifest `after`, for the next run."""
    path = folder / name
    if _digest(path) in known:
        if not discard(long_path(path)):
            after[name] = known
            return
        with contextlib.suppress(OSError):
            path.parent.rmdir()  # only when empty


def _digest(path: Path) -> str | None:
    try:
        with long_path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
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
    return {
        str(k): [str(d) for d in v]
        for k, v in loaded.items()
        if isinstance(v, list) and not PurePosixPath(k).is_absolute() and ".." not in PurePosixPath(k).parts
    }


def _save(folder: Path, manifest: Mapping[str, list[str]]) -> None:
    text = json.dumps(dict(sorted(manifest.items())), ensure_ascii=False, indent=0)
    path = folder / MANIFES
    data = text.encode()
    if not path.is_file() or path.read_bytes() != data:
        write_whole(path, data)
