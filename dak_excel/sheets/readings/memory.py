"""What a person has told of a layout: its kind, and what its columns mean; kept in a file to be edited.

A layout is known by its headings, in standard spelling and in their order. One correction counts for every
sheet that has the same headings.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dak_excel.errors import UserError
from dak_excel.sheets.readings.told import Correction, field_told
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import Vocabulary

UNREAD = "tidak dibaca"
"""What a person picks for a column that is to be left alone."""
_HEAD = """\
# Petunjuk membaca lembar, dari pembetulan di lembar Ringkasan. Berlaku untuk setiap lembar yang judul
# kolomnya sama. Boleh diubah; hapus satu bagian (dari tanda - sampai tanda - berikutnya) untuk
# membatalkannya.
"""
Sidik = tuple[str, ...]
"""The headings of a layout in standard spelling."""


class HintError(UserError):
    """The file of what was told cannot be read. The message is for the user: Bahasa Indonesia."""


Petunjuk = Mapping[Sidik, Correction]
"""All that was told, by layout."""


def signature(headings: Iterable[str], kosakata: Vocabulary) -> Sidik:
    """The layout of headings, empty ones left out."""
    return tuple(baku for heading in headings if (baku := kosakata.standard(heading)))


def collect(told: Iterable[Correction], kosakata: Vocabulary) -> Petunjuk:
    """What holds in the end, the later over the earlier."""
    found: dict[Sidik, Correction] = {}
    for one in told:
        key = signature(one.judul, kosakata)
        found.pop(key, None)
        if one and key:
            found[key] = one
    return found


def load(path: Path) -> list[Correction]:
    """What the file holds; nothing where there is none. Raises HintError where it does not fit."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise HintError(f"Berkas petunjuk {path.name} tidak dapat dibaca: {error}") from error
    import yaml  # late: most runs have been told nothing

    try:
        data = yaml.load(text, Loader=yaml.BaseLoader) or []
        return [_entry(one) for one in data]
    except (yaml.YAMLError, ValueError, TypeError, AttributeError, KeyError) as error:
        reason = f"Berkas petunjuk {path.name} salah bentuknya: {error}"
        raise HintError(f"{reason} Perbaiki, atau hapus berkas itu untuk mulai dari awal.") from error


def _entry(one: Mapping[str, Any]) -> Correction:
    titles = tuple(map(str, one["judul"]))
    kind = str(one.get("jenis", ""))
    if kind:
        Kind(kind)
    names = dict(zip(_unique(titles), range(len(titles)), strict=True))
    columns = {}
    for title, meaning in dict(one.get("kolom") or {}).items():
        if title not in names:
            raise ValueError(f"«{title}» tidak ada di antara judulnya.")
        columns[names[title]] = "" if str(meaning).casefold() == UNREAD else field_told(str(meaning))
    base = str(one.get("dibaca", ""))
    if base:
        Kind(base)
    return Correction(titles, kind, columns, base)


def _unique(titles: Sequence[str]) -> list[str]:
    """Each heading by a name of its own: the second `Vol` is `Vol #2`."""
    return [t if t not in titles[:n] else f"{t} #{titles[: n + 1].count(t)}" for n, t in enumerate(titles)]


def keep(path: Path, told: Sequence[Correction], kosakata: Vocabulary) -> None:
    """Adds to the file what was told in this run, the later over the earlier; leaves it where all is known.

    Raises HintError for a file that does not fit, OSError where it cannot be written.
    """
    before = load(path)
    kept = collect([*before, *told], kosakata)
    if kept == collect(before, kosakata):
        return
    import yaml

    entries = [_plain(one) for one in kept.values()]
    text = _HEAD + yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=110)
    beside = path.with_name(f".{path.name}.baru")
    path.parent.mkdir(parents=True, exist_ok=True)
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def _plain(one: Correction) -> dict[str, Any]:
    names = _unique(one.judul)
    columns = {names[at]: meaning.replace("_", " ") or UNREAD for at, meaning in sorted(one.kolom.items())}
    kind = {"jenis": one.jenis} if one.jenis else {"dibaca": one.dasar} if one.dasar else {}
    return {**kind, "judul": list(one.judul), **({"kolom": columns} if columns else {})}
