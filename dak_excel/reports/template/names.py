"""Follows the names of a parsed template through its loops, and tells those that do not exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from jinja2 import nodes

from dak_excel.reports.content import Isi
from dak_excel.reports.render import environment
from dak_excel.reports.template.catalogue import LOOP, NameKind, members

Scope = Mapping[str, NameKind | None]
"""Names in force and what they stand for; None for what a template has set itself."""

Salah = tuple[int, str]
"""Line, and what is wrong there."""


def wrong_names(tree: nodes.Template) -> list[Salah]:
    """Unknown names and filters, and things printed that are not text, by line."""
    return sorted(set(_walk(tree.body, members(Isi))))


def _walk(body: Iterable[nodes.Node], scope: Scope) -> Iterator[Salah]:
    here = dict(scope)
    for node in body:
        match node:
            case nodes.For():
                yield from _expression(node.iter, here)
                inner = here | _targets(node.target, _type(node.iter, here)) | {"loop": None}
                if node.test is not None:
                    yield from _expression(node.test, inner)
                yield from _walk([*node.body, *node.else_], inner)
            case nodes.If():
                yield from _expression(node.test, here)
                yield from _walk([*node.body, *node.elif_, *node.else_], here)
            case nodes.Assign():
                yield from _expression(node.node, here)
                here |= _targets(node.target, None)
            case nodes.Output():
                for expression in node.nodes:
                    yield from _expression(expression, here)
                    yield from _printed(expression, here)
            case _:
                yield from _expression(node, here)


def _targets(target: nodes.Node, source: NameKind | None) -> dict[str, NameKind | None]:
    one = source.single if source is not None and source.daftar else None
    names = [target] if isinstance(target, nodes.Name) else list(target.find_all(nodes.Name))
    return {name.name: one if len(names) == 1 else None for name in names}


def _expression(node: nodes.Node, scope: Scope) -> Iterator[Salah]:
    """Unknown names and filters anywhere in an expression."""
    known_filters = environment().filters
    for one in (node, *node.find_all((nodes.Name, nodes.Getattr, nodes.Filter))):
        if isinstance(one, nodes.Name) and one.name not in scope and one.name not in environment().globals:
            yield one.lineno, _unknown(one.name, scope)
        elif isinstance(one, nodes.Getattr):
            yield from _attribute(one, scope)
        elif isinstance(one, nodes.Filter) and one.name not in known_filters:
            yield one.lineno, f"saringan «|{one.name}» tidak dikenal."


def _attribute(node: nodes.Getattr, scope: Scope) -> Iterator[Salah]:
    if isinstance(node.node, nodes.Name) and node.node.name == "loop":
        if node.attr not in LOOP:
            yield node.lineno, _unknown(node.attr, LOOP, "loop.")
        return
    owner = _type(node.node, scope)
    if owner is None or node.attr in owner.nama:
        return
    path = _path(node.node)
    if owner.daftar:
        yield node.lineno, f"«{path}» adalah daftar; pakai di dalam perulangan: for … in {path}."
    else:
        yield node.lineno, _unknown(node.attr, owner.nama, f"{path}.")


def _printed(node: nodes.Node, scope: Scope) -> Iterator[Salah]:
    jenis = _type(node, scope)
    if jenis is not None and (jenis.daftar or jenis.kelas):
        names = ", ".join(f"{_path(node)}.{name}" for name in list(jenis.nama)[:3])
        hint = f"pakai salah satu isinya: {names} …" if names else f"pakai for … in {_path(node)}"
        yield node.lineno, f"«{_path(node)}» bukan teks; {hint}."


def _type(node: nodes.Node, scope: Scope) -> NameKind | None:
    """What an expression stands for; None where that cannot be told."""
    match node:
        case nodes.Name():
            return scope.get(node.name)
        case nodes.Getattr():
            owner = _type(node.node, scope)
            return owner.nama.get(node.attr) if owner else None
        case nodes.Getitem():
            owner = _type(node.node, scope)
            return owner.single if owner and owner.daftar else None
    return None


def _path(node: nodes.Node) -> str:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_path(node.node)}.{node.attr}"
        case nodes.Getitem():
            return f"{_path(node.node)}[…]"
    return "…"


def _unknown(name: str, known: Iterable[str], before: str = "") -> str:
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    hint = f" Maksudnya «{before}{near[0]}»?" if near else ""
    return f"nama «{before}{name}» tidak dikenal.{hint}"
