"""Command line: talks to the user; no logic of its own."""

from __future__ import annotations

import gc
import sys

_COLLECT_AFTER = (100_000, 20, 20)
"""New objects before the collector looks for cycles: by its own measure it goes through all that was loaded
dozens of times while nothing has been let go. After each daerah it is called anyhow."""


def main() -> None:
    """Entry point of the command `dak-excel`. Ends the process with the contract's exit code."""
    gc.set_threshold(*_COLLECT_AFTER)
    from dak_excel.cli.app import run
    from dak_excel.cli.screen import prepare_console

    prepare_console()
    sys.exit(run(sys.argv[1:]))
