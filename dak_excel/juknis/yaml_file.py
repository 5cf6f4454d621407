"""Reads a YAML file, with the line that each part of it stands on.

PyYAML alone keeps the last of two equal keys in silence and forgets where values stood; an editor of the
juknis needs to be told both. Loaded only where the result is not kept already.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from dak_excel.juknis.yaml_document import USULAN, Jalur, JuknisError, YamlDocument

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
