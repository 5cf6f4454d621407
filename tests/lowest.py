"""The lower bounds of pyproject.toml as constraints: `python -m tests.lowest`, for `make test-lowest`.

What the program itself needs is held to the lowest version that it declares; the tools of the tests are free.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]


def constraints() -> list[str]:
    """`name==lowest` for every dependency. Raises ValueError for one that declares no lower bound."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lowest = []
    for wanted in project["dependencies"]:
        match = re.match(r"([\w.-]+)>=([\w.]+)", wanted)
        if match is None:
            raise ValueError(f"no lower bound: {wanted}")
        lowest.append(f"{match[1]}=={match[2]}")
    return lowest


if __name__ == "__main__":
    sys.stdout.write("\n".join(constraints()) + "\n")
