"""What a YAML file says as plain data, with the line that each part of it stands on; read by `yaml_file`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dak_excel.errors import UserError

Jalur = tuple[str | int, ...]
"""Where something stands in the data: `("menu", "A", "nama")`."""

USULAN = "!usulan"
"""The mark of a value that is only proposed, until a person has confirmed it and taken the mark away."""


class JuknisError(UserError):
    """A juknis file cannot be used. The message tells its editor file, line and reason (Bahasa Indonesia)."""


@dataclass(slots=True)
class YamlDocument:
    """The data of a file (or of several, merged) and for each path the file name and line it came from."""

    isi: dict[str, Any] = field(default_factory=dict)
    asal: dict[Jalur, tuple[str, int]] = field(default_factory=dict)
    usulan: set[Jalur] = field(default_factory=set)
    """Paths of what is only proposed."""

    def tempat(self, jalur: Jalur) -> str:
        """`2023.yaml baris 12`: the line of a path, or of the nearest part around it."""
        for length in range(len(jalur), -1, -1):
            if found := self.asal.get(jalur[:length]):
                return f"{found[0]} baris {found[1]}"
        return "juknis"

    def overlaid(self, lain: YamlDocument) -> YamlDocument:
        """This document with another laid over it: mappings merge, lists and values are replaced."""
        asal = dict(self.asal)
        isi = _merge(self.isi, lain.isi, (), asal)
        return YamlDocument(isi, asal | lain.asal, (self.usulan - lain.asal.keys()) | lain.usulan)


def _merge(bawah: Any, atas: Any, jalur: Jalur, asal: dict[Jalur, tuple[str, int]]) -> Any:
    """Two values as one; the origins of what is replaced are forgotten."""
    if isinstance(bawah, Mapping) and isinstance(atas, Mapping):
        merged = dict(bawah)
        for key, value in atas.items():
            merged[key] = _merge(merged[key], value, (*jalur, key), asal) if key in merged else value
        return merged
    if isinstance(bawah, list | Mapping):
        for old in [j for j in asal if j[: len(jalur)] == jalur]:
            del asal[old]
    return atas
