"""Katalog: the names that a template may use, read from `isi.py`, for the lint and for docs/templat.md.

`python -m dak_excel.reports.template.catalogue docs/templat.md` rewrites the list in that page.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from dak_excel.reports.content import Isi
from dak_excel.reports.word.charts import Grafik
from dak_excel.reports.word.pictures import Gambar

MULAI, AKHIR = "<!-- nama: mulai -->", "<!-- nama: akhir -->"

LOOP = ("index", "index0", "first", "last", "length", "revindex")
"""What `loop` knows inside a loop, for templates."""


@dataclass(frozen=True, slots=True)
class NameKind:
    """What a name stands for: `teks`, `gambar`, `ya/tidak`, or one or a list of the things of a class."""

    kata: str
    kelas: type | None = None
    daftar: bool = False

    @property
    def nama(self) -> dict[str, NameKind]:
        """The names behind the dot; none for text, pictures and lists."""
        return {} if self.kelas is None or self.daftar else members(self.kelas)

    @property
    def single(self) -> NameKind:
        """One of a list."""
        return NameKind(self.kata if self.kelas else "teks", self.kelas)


def members(kelas: type) -> dict[str, NameKind]:
    """The names that a thing of a class has, with what they stand for."""
    return {name: _type(hint) for name, hint in get_type_hints(kelas).items()}


def _type(hint: Any) -> NameKind:
    if get_origin(hint) is list:
        inner = _type(get_args(hint)[0])
        return NameKind(f"daftar {inner.kata}", inner.kelas, daftar=True)
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(arg for arg in get_args(hint) if arg not in (str, type(None)))
    if hint is bool:
        return NameKind("ya/tidak")
    if hint in (Gambar, Grafik):
        return NameKind("gambar" if hint is Gambar else "grafik")
    return (
        NameKind(hint.__name__, hint) if isinstance(hint, type) and is_dataclass(hint) else NameKind("teks")
    )


def _description(kelas: type) -> dict[str, str]:
    hints = get_type_hints(kelas, include_extras=True)
    return {name: hint.__metadata__[0] for name, hint in hints.items() if get_origin(hint) is Annotated}


def names_as_markdown() -> str:
    """The list of names as Markdown: one table for the top, then one for each thing that has names."""
    lines = []
    for kelas in _classes(Isi, set()):
        title = "Nama teratas" if kelas is Isi else f"`{kelas.__name__}`"
        lines += [
            f"### {title}",
            "",
            (kelas.__doc__ or "").strip(),
            "",
            "| nama | jenis | isi |",
            "| --- | --- | --- |",
        ]
        words = _description(kelas)
        lines += [f"| `{name}` | {jenis.kata} | {words[name]} |" for name, jenis in members(kelas).items()]
        lines.append("")
    return "\n".join(lines)


def _classes(kelas: type, seen: set[type]) -> Iterator[type]:
    """A class and those that its names lead to, each once."""
    seen.add(kelas)
    yield kelas
    for jenis in members(kelas).values():
        if jenis.kelas and jenis.kelas not in seen:
            yield from _classes(jenis.kelas, seen)


def renew(halaman: str) -> str:
    """The page with the list between its two marks made anew."""
    before, rest = halaman.split(MULAI)
    return f"{before}{MULAI}\n\n{names_as_markdown()}{AKHIR}{rest.split(AKHIR)[1]}"


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_text(renew(page.read_text("utf-8")), "utf-8", newline="\n")
