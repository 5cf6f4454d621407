"""The direction of imports between packages is the table of docs/architecture.md; none points back."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
KNOWN_BY_ALL = {
    "errors",
    "faults",
    "indonesian",
    "kept",
    "memos",
    "privacy",
    "watchdog",
    "steps",
    "__version__",
}


def documented() -> dict[str, set[str]]:
    """Package → the packages that it may know, as docs/architecture.md says."""
    text = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \|.*\|([^|]*)\|$", text, re.M)
    return {name: set(re.findall(r"`(\w+)`", knows)) for name, knows in rows}


def imports() -> Iterator[tuple[str, str, str]]:
    """(package, package that it imports, where) for every import in dak_excel, late ones too."""
    for path in sorted((ROOT / "dak_excel").rglob("*.py")):
        parts = path.relative_to(ROOT / "dak_excel").with_suffix("").parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "dak_excel":
                inner = (node.module or "").split(".")[1:]
                names = [inner[0]] if inner else [alias.name for alias in node.names]
            elif isinstance(node, ast.Import):
                dotted = [alias.name.split(".") for alias in node.names]
                names = [name[1] for name in dotted if name[0] == "dak_excel" and len(name) > 1]
            yield from ((parts[0], name, f"{path.name}:{node.lineno}") for name in names if name != parts[0])


def test_no_package_imports_what_the_table_does_not_allow() -> None:
    allowed = documented()
    wrong = [
        f"{where}: {package} → {name}"
        for package, name, where in imports()
        if package in allowed and name not in allowed[package] | KNOWN_BY_ALL
    ]
    assert not wrong, wrong


def test_the_table_names_every_package_and_no_import_that_is_gone() -> None:
    allowed, found = documented(), {(package, name) for package, name, _ in imports()}
    own = {package for package, _ in found} - KNOWN_BY_ALL - {"__main__"}
    assert own <= allowed.keys(), own - allowed.keys()
    stale = {(package, name) for package, knows in allowed.items() for name in knows} - found
    assert not stale, stale


def test_no_arrow_points_back() -> None:
    list(TopologicalSorter(documented()).static_order())  # raises CycleError where two know each other
