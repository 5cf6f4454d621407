"""A YAML file as plain data, with the line that each part of it stands on.

PyYAML alone keeps the last of two equal keys in silence and forgets where values stood; an editor of the
juknis needs to be told both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from dak_excel.errors import UserError

Jalur = tuple[str | int, ...]
"""Where something stands in the data: `("menu", "A", "nama")`."""

USULAN = "!usulan"
"""The mark of a value that is only proposed, until a person has confirmed it and taken the mark away."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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


def read_yaml(path: Path) -> YamlDocument:
    """Reads a YAML file. Raises JuknisError when it is absent, not YAML, or gives a key twice."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise JuknisError(f"{path.name} tidak dapat dibaca: {error}") from error
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        asal = {(): (path.name, 1), **dict(_lines(node, (), path.name) if node else ())}
        usulan = set(_proposed(node, (), loader)) if node else set()
        isi = loader.construct_document(node) if node else {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise JuknisError(
            f"{path.name} baris {line}: susunan YAML tidak dapat dibaca. Periksa indentasi, titik dua, dan "
            f"tanda kutip di dekat baris itu ({error.problem})."
        ) from error
    except RecursionError as error:
        raise JuknisError(
            f"{path.name}: ada bagian yang menunjuk dirinya sendiri (&nama dan *nama)."
        ) from error
    except ValueError as error:
        raise JuknisError(f"{path.name}: ada tanggal atau nilai yang tidak mungkin ({error}).") from error
    finally:
        loader.dispose()
    if not isinstance(isi, dict):
        raise JuknisError(f"{path.name} baris 1: isi berkas harus berupa pasangan kunci: isi.")
    return YamlDocument(isi, asal, usulan)


def _proposed(node: yaml.Node, jalur: Jalur, loader: Any) -> Iterator[Jalur]:
    """The paths of what is marked as proposed; the mark is taken off, so that the value is plain."""
    if node.tag == USULAN:
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        node.tag = loader.resolve(type(node), getattr(node, "value", None), (plain, not plain))
        yield jalur
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _proposed(value, (*jalur, key.value), loader)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield from _proposed(item, (*jalur, index), loader)


def _lines(node: yaml.Node, jalur: Jalur, name: str) -> Iterator[tuple[Jalur, tuple[str, int]]]:
    """The path and line of every key and list item below a node."""
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise JuknisError(f"{name} baris {line}: kunci harus berupa satu kata.")
            if key.value in seen:
                raise JuknisError(
                    f"{name} baris {line}: kunci «{key.value}» sudah ada pada baris {seen[key.value]}."
                )
            seen[key.value] = line
            yield (*jalur, key.value), (name, line)
            yield from _lines(value, (*jalur, key.value), name)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield (*jalur, index), (name, item.start_mark.line + 1)
            yield from _lines(item, (*jalur, index), name)
